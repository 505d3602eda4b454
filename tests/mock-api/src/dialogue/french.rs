use super::{About, Language, Topic};

pub static FRENCH: Language = Language {
    code: "fr",
    name: "French",
    space: " ",
    chars_per_second: 15.0,
    greeting: "Bonjour {name}, ici Nia, l’assistante de recrutement de {company}. Vous avez postulé comme {job} à {city}. J’ai quelques questions, cela prend environ cinq minutes, et l’appel est enregistré. C’est le bon moment ?",
    greeting_replies: &[
        "Ah, bonjour ! Oui, oui, allez-y.",
        "Oui, attendez, je sors deux secondes… Voilà, je vous écoute.",
        "Euh, oui. Vous êtes un robot, c’est ça ? … D’accord, pas de souci.",
    ],
    topics: &[
        Topic {
            about: About::Experience,
            question: "Très bien. Quelle est votre expérience comme {job}, et à quoi ressemble une journée type ?",
            answers: &[
                (
                    9,
                    "Je fais ce métier depuis environ {years} ans. En ce moment j’encadre quatre personnes : relève à sept heures, je répartis le travail, et ensuite je suis avec l’équipe jusqu’à l’après-midi.",
                ),
                (
                    7,
                    "En tout, {years} ans, mais pas d’affilée. J’ai commencé en intérim, puis on m’a gardé, et depuis le printemps je suis à temps plein.",
                ),
                (
                    4,
                    "Honnêtement, pas énormément sur ce poste précis. Huit mois sur quelque chose de proche. Mais j’apprends vite.",
                ),
            ],
        },
        Topic {
            about: About::NoticePeriod,
            question: "Merci. Quel est votre préavis, et quand pourriez-vous commencer ?",
            answers: &[
                (
                    9,
                    "Tout de suite, en fait : mon contrat s’est terminé à la fin du mois.",
                ),
                (
                    7,
                    "J’ai {weeks} semaines de préavis, mais ça se négocie, je pense.",
                ),
                (
                    4,
                    "Trois mois, malheureusement. J’ai demandé, ils ne veulent pas réduire.",
                ),
            ],
        },
        Topic {
            about: About::Salary,
            question: "C’est noté. Quelles sont vos prétentions salariales ?",
            answers: &[
                (
                    8,
                    "Autour de {salary}. C’est à peu près ce que je touche aujourd’hui.",
                ),
                (
                    6,
                    "Ça dépend des primes. Avec les primes de nuit, {salary}, c’est bien ; sans, un peu plus.",
                ),
                (
                    3,
                    "Je préfère ne pas donner de chiffre. Quelle est votre fourchette ?",
                ),
            ],
        },
        Topic {
            about: About::Certificates,
            question: "Pour ce poste, il faut {certificate}. Vous l’avez, et c’est à jour ?",
            answers: &[
                (
                    10,
                    "Oui, renouvelé en mars, donc valable encore deux ans. Je peux vous envoyer une copie.",
                ),
                (
                    6,
                    "Je l’ai, mais ça expire dans six semaines. Le recyclage est déjà réservé.",
                ),
                (
                    2,
                    "Non, pas encore. On m’a dit que c’était possible pendant la période d’essai, non ?",
                ),
            ],
        },
        Topic {
            about: About::Shifts,
            question: "Il y a des horaires du matin, du soir, et un week-end sur deux. Qu’en pensez-vous ?",
            answers: &[
                (
                    9,
                    "Aucun problème, j’ai déjà fait les trois-huit, et j’aime bien être libre en semaine.",
                ),
                (
                    6,
                    "Le matin, oui. Le soir aussi, sauf le jeudi : je récupère ma fille.",
                ),
                (
                    3,
                    "Le week-end, c’est compliqué, pour être franc. Un par mois, peut-être.",
                ),
            ],
        },
        Topic {
            about: About::Location,
            question: "Et comment viendriez-vous sur notre site de {city} ? Vous habitez à côté ?",
            answers: &[
                (9, "À vingt minutes à vélo, je passe devant tous les jours."),
                (7, "Une heure de train avec un changement. J’ai l’habitude."),
                (
                    4,
                    "Il faudrait que je déménage, mais j’ai commencé à chercher un appartement.",
                ),
            ],
        },
        Topic {
            about: About::Motivation,
            question: "Dernière question : pourquoi {company} ?",
            answers: &[
                (
                    9,
                    "Une amie y travaille, et elle dit que vous formez vraiment les gens. Je cherche un endroit où rester.",
                ),
                (
                    6,
                    "Surtout parce que c’est plus près, et que l’équipe a bonne réputation.",
                ),
                (
                    3,
                    "Euh… j’ai postulé à plusieurs endroits, vous pouvez me rappeler lequel c’est ?",
                ),
            ],
        },
    ],
    hesitations: &["Euh… ", "Alors… ", "Ben… ", "Eh bien… ", "Bonne question. "],
    acknowledgements: &[
        "Merci, c’est noté.",
        "D’accord.",
        "Très bien.",
        "Merci de votre franchise.",
    ],
    follow_ups: &[
        "Vous pouvez me donner un exemple ?",
        "Et comment ça s’est terminé ?",
        "Que diraient vos collègues ?",
        "Dites-m’en un peu plus, s’il vous plaît.",
    ],
    asides: &[
        "La semaine avant Noël, c’est toujours la folie : on arrive à six heures, le téléphone sonne déjà, et on prend les choses une par une.",
        "Une fois, j’ai envoyé toute une livraison au mauvais endroit, quarante palettes, et j’ai appelé moi-même avant que quelqu’un s’en rende compte.",
        "Quand je ne suis pas sûr, je demande. Ça coûte une minute ; ne pas demander coûte un après-midi.",
        "Au début on était trois, à la fin onze, et la plupart, c’est moi qui les ai formés.",
        "L’an dernier on a eu des tablettes, et les anciens n’en voulaient pas, alors je me suis assis une demi-heure avec chacun.",
        "Il y a eu cette semaine où deux collègues étaient malades et où le système est tombé en panne : on a tout fait sur papier, et personne n’a attendu plus de dix minutes.",
        "Ce que j’y ai appris, c’est de prévenir tôt quand ça ne va pas, parce qu’après c’est trop tard.",
        "Mon chef disait toujours « note-le », et moi ça me faisait rire ; maintenant, c’est moi qui ai le carnet.",
        "Je ne veux dire du mal de personne, mais le planning changeait trois fois par mois.",
        "Pardon, on sonne… Voilà. Où en étais-je ? Ah oui, la formation, je l’ai faite le soir.",
    ],
    closing: "C’est tout de mon côté. Merci de votre temps, {name}. Quelqu’un de {company} vous rappellera sous trois jours ouvrés. Bonne journée !",
    goodbyes: &[
        "Merci, à vous aussi. Au revoir !",
        "Parfait, j’attends de vos nouvelles.",
    ],
};
