use super::{About, Language, Topic};

pub static GERMAN: Language = Language {
    code: "de",
    name: "German",
    space: " ",
    chars_per_second: 14.0,
    greeting: "Guten Tag, {name}, hier ist Nia, die digitale Recruiterin von {company}. Sie haben sich als {job} in {city} beworben. Ich habe ein paar kurze Fragen, das dauert etwa fünf Minuten, und das Gespräch wird aufgezeichnet. Passt es Ihnen gerade?",
    greeting_replies: &[
        "Ach ja, hallo! Ja, das passt gut.",
        "Moment, ich gehe kurz raus… so, jetzt. Bitte.",
        "Ähm, ja. Sind Sie ein Mensch? … Ach so. Na gut, dann los.",
    ],
    topics: &[
        Topic {
            about: About::Experience,
            question: "Schön. Wie viel Erfahrung haben Sie als {job}, und wie sieht ein typischer Tag bei Ihnen aus?",
            answers: &[
                (
                    9,
                    "Ich mache das jetzt seit ungefähr {years} Jahren. Im Moment leite ich ein Team von vier Leuten: um sieben ist Übergabe, dann verteile ich die Aufgaben, und danach bin ich selbst mit dabei, bis in den Nachmittag.",
                ),
                (
                    7,
                    "Insgesamt {years} Jahre, aber nicht am Stück. Angefangen habe ich über Zeitarbeit, dann wurde ich übernommen, und seit dem Frühjahr arbeite ich Vollzeit.",
                ),
                (
                    4,
                    "Ehrlich gesagt, in genau dieser Rolle noch nicht so viel. Acht Monate etwas Ähnliches. Aber ich lerne schnell.",
                ),
            ],
        },
        Topic {
            about: About::NoticePeriod,
            question: "Danke. Welche Kündigungsfrist haben Sie, und wann könnten Sie frühestens anfangen?",
            answers: &[
                (
                    9,
                    "Ich könnte sofort anfangen, mein Vertrag ist Ende letzten Monats ausgelaufen.",
                ),
                (
                    7,
                    "{weeks} Wochen. Wenn es eilt, kann ich sicher über einen Aufhebungsvertrag reden.",
                ),
                (
                    4,
                    "Leider drei Monate zum Quartalsende. Ich habe schon gefragt, kürzer geht es nicht.",
                ),
            ],
        },
        Topic {
            about: About::Salary,
            question: "Verstanden. Was stellen Sie sich beim Gehalt vor?",
            answers: &[
                (
                    8,
                    "So um die {salary}. Das ist ungefähr das, was ich jetzt bekomme.",
                ),
                (
                    6,
                    "Kommt auf die Zulagen an. Mit Schichtzulage wären {salary} in Ordnung, ohne etwas mehr.",
                ),
                (
                    3,
                    "Eine Zahl würde ich jetzt ungern nennen. Was ist denn Ihre Spanne?",
                ),
            ],
        },
        Topic {
            about: About::Certificates,
            question: "Für die Stelle brauchen Sie {certificate}. Liegt das vor, und ist es noch gültig?",
            answers: &[
                (
                    10,
                    "Ja, im März erneuert, also noch zwei Jahre gültig. Ich kann es Ihnen einscannen.",
                ),
                (
                    6,
                    "Habe ich, läuft aber in sechs Wochen ab. Die Auffrischung ist schon gebucht.",
                ),
                (
                    2,
                    "Nein, noch nicht. Mir wurde gesagt, das geht auch in der Probezeit?",
                ),
            ],
        },
        Topic {
            about: About::Shifts,
            question: "Zur Stelle gehören Früh- und Spätdienste und jedes zweite Wochenende. Wie ist das für Sie?",
            answers: &[
                (
                    9,
                    "Überhaupt kein Problem. Ich kenne das Dreischichtsystem und habe ganz gern unter der Woche frei.",
                ),
                (
                    6,
                    "Früh gern. Spät auch, nur donnerstags nicht, da hole ich meine Tochter ab.",
                ),
                (
                    3,
                    "Wochenende ist schwierig, wenn ich ehrlich bin. Einmal im Monat vielleicht.",
                ),
            ],
        },
        Topic {
            about: About::Location,
            question: "Und wie kämen Sie zu unserem Standort in {city}? Wohnen Sie in der Nähe?",
            answers: &[
                (
                    9,
                    "Zwanzig Minuten mit dem Fahrrad. Ich komme da jeden Tag vorbei.",
                ),
                (
                    7,
                    "Eine Stunde mit der Bahn, einmal umsteigen. Das bin ich gewohnt.",
                ),
                (
                    4,
                    "Ich müsste umziehen. Noch wohne ich dreihundert Kilometer weg, aber ich schaue schon nach Wohnungen.",
                ),
            ],
        },
        Topic {
            about: About::Motivation,
            question: "Die letzte Frage: Warum möchten Sie zu {company}?",
            answers: &[
                (
                    9,
                    "Eine Freundin arbeitet dort und sagt, dass bei Ihnen wirklich eingearbeitet wird. Ich suche etwas, wo ich bleiben kann.",
                ),
                (
                    6,
                    "Vor allem, weil es näher ist und mehr Stunden sind. Und das Team soll nett sein.",
                ),
                (
                    3,
                    "Äh… ich habe mich auf mehrere Stellen beworben. Welche war das jetzt noch mal?",
                ),
            ],
        },
    ],
    hesitations: &[
        "Ähm… ",
        "Also… ",
        "Na ja… ",
        "Hm… ",
        "Moment… ",
        "Gute Frage. ",
    ],
    acknowledgements: &[
        "Danke, ist notiert.",
        "Gut zu wissen.",
        "Alles klar.",
        "Danke für die offene Antwort.",
    ],
    follow_ups: &[
        "Können Sie mir ein Beispiel nennen?",
        "Und wie ist das ausgegangen?",
        "Was würden Ihre Kollegen dazu sagen?",
        "Erzählen Sie gern noch etwas mehr.",
    ],
    asides: &[
        "Die Woche vor Weihnachten ist immer verrückt: man kommt um sechs, das Telefon klingelt schon, und dann geht eben eins nach dem anderen.",
        "Einmal habe ich eine ganze Lieferung an den falschen Standort geschickt, vierzig Paletten, und ich habe selbst angerufen, bevor es jemand gemerkt hat.",
        "Wenn ich unsicher bin, frage ich. Das kostet eine Minute, nicht fragen kostet einen Nachmittag.",
        "Am Anfang waren wir zu dritt und am Ende elf, und die meisten davon habe ich eingearbeitet.",
        "Letztes Jahr kamen Tablets, und die älteren Kollegen wollten sie nicht, also habe ich mich mit jedem eine halbe Stunde hingesetzt.",
        "Da gab es diese eine Woche, in der zwei krank waren und dann noch das System ausfiel, und wir haben alles auf Papier gemacht, und trotzdem musste niemand länger als zehn Minuten warten.",
        "Was ich da gelernt habe: früh Bescheid sagen, wenn etwas nicht klappt. Wenn es alle sehen, ist es zu spät.",
        "Mein Chef hat immer gesagt: Wer schreibt, der bleibt. Früher habe ich gelacht, heute habe ich selbst ein Notizbuch.",
        "Ich will ja niemanden schlechtmachen, aber der Dienstplan hat sich dreimal im Monat geändert.",
        "Entschuldigung, der Paketbote… So. Wo war ich? Genau, die Weiterbildung, die habe ich abends gemacht.",
    ],
    closing: "Das war alles von meiner Seite. Vielen Dank für Ihre Zeit, {name}. Innerhalb von drei Werktagen meldet sich jemand von {company} bei Ihnen. Einen schönen Tag noch!",
    goodbyes: &[
        "Danke, ebenso. Tschüss!",
        "Super, dann warte ich. Auf Wiederhören.",
    ],
};
