use super::{About, Language, Topic};

pub static SPANISH: Language = Language {
    code: "es",
    name: "Spanish",
    space: " ",
    chars_per_second: 16.0,
    greeting: "Hola, {name}. Soy Nia, la asistente virtual de selección de {company}. Te has inscrito en la oferta de {job} en {city}. Tengo unas preguntas breves, son unos cinco minutos, y la llamada se graba. ¿Te viene bien ahora?",
    greeting_replies: &[
        "¡Ah, hola! Sí, sí, dime.",
        "Sí, un segundo, que salgo a la calle… Ya está, adelante.",
        "Bueno, estoy en la pausa, pero cinco minutos sí que tengo.",
    ],
    topics: &[
        Topic {
            about: About::Experience,
            question: "Perfecto. ¿Cuánta experiencia tienes como {job} y cómo es un día normal en tu trabajo?",
            answers: &[
                (
                    9,
                    "Llevo unos {years} años. Ahora mismo coordino un equipo de cuatro personas: a las siete hacemos el relevo, reparto las tareas y luego estoy con ellos hasta la tarde.",
                ),
                (
                    7,
                    "En total {years} años, aunque no seguidos. Empecé por una ETT, después me hicieron fija, y desde la primavera estoy a jornada completa.",
                ),
                (
                    4,
                    "La verdad, no mucha en este puesto exacto. Estuve ocho meses en algo parecido, pero aprendo rápido, eso sí.",
                ),
            ],
        },
        Topic {
            about: About::NoticePeriod,
            question: "Gracias. ¿Qué preaviso tienes que dar y cuándo podrías incorporarte?",
            answers: &[
                (
                    9,
                    "Podría empezar mañana mismo: se me acabó el contrato a finales de mes.",
                ),
                (
                    7,
                    "Tengo que avisar con {weeks} semanas, pero seguro que puedo negociarlo.",
                ),
                (
                    4,
                    "Uf, son tres meses. Ya lo he preguntado y no me lo quieren acortar.",
                ),
            ],
        },
        Topic {
            about: About::Salary,
            question: "De acuerdo. ¿Qué salario esperas?",
            answers: &[
                (8, "Pues unos {salary}. Es más o menos lo que gano ahora."),
                (
                    6,
                    "Depende de los pluses. Con nocturnidad, {salary} estaría bien; sin ella, un poco más.",
                ),
                (
                    3,
                    "Prefiero no decir una cifra todavía. ¿Qué banda tenéis vosotros?",
                ),
            ],
        },
        Topic {
            about: About::Certificates,
            question: "Para este puesto hace falta {certificate}. ¿Lo tienes en vigor?",
            answers: &[
                (
                    10,
                    "Sí, lo renové en marzo, así que vale dos años más. Te puedo mandar una copia.",
                ),
                (
                    6,
                    "Lo tengo, pero caduca en unas seis semanas. Ya he pedido cita para renovarlo.",
                ),
                (
                    2,
                    "No, todavía no. Me dijeron que se podía sacar durante el periodo de prueba, ¿no?",
                ),
            ],
        },
        Topic {
            about: About::Shifts,
            question: "El puesto incluye turnos de mañana y tarde, y fines de semana alternos. ¿Qué te parece?",
            answers: &[
                (
                    9,
                    "Ningún problema, ya he trabajado a tres turnos y hasta me gusta librar entre semana.",
                ),
                (
                    6,
                    "De mañana, bien. De tarde también, menos los jueves, que recojo a mi hija.",
                ),
                (
                    3,
                    "Los fines de semana lo tengo complicado, la verdad. Uno al mes, como mucho.",
                ),
            ],
        },
        Topic {
            about: About::Location,
            question: "¿Y cómo vendrías hasta nuestro centro de {city}? ¿Vives cerca?",
            answers: &[
                (
                    9,
                    "A veinte minutos en bici, paso por delante todos los días.",
                ),
                (
                    7,
                    "Una hora en cercanías, con un transbordo. Ya estoy acostumbrado.",
                ),
                (
                    4,
                    "Tendría que mudarme; vivo en otra provincia, pero ya estoy mirando pisos.",
                ),
            ],
        },
        Topic {
            about: About::Motivation,
            question: "La última: ¿por qué te gustaría trabajar en {company}?",
            answers: &[
                (
                    9,
                    "Una amiga trabaja ahí y dice que de verdad forman a la gente. Busco un sitio donde quedarme.",
                ),
                (
                    6,
                    "Sobre todo porque me queda más cerca y son más horas. Y me han hablado bien del equipo.",
                ),
                (
                    3,
                    "Eh… es que me he inscrito en varias ofertas. ¿Me recuerdas cuál era esta?",
                ),
            ],
        },
    ],
    hesitations: &[
        "Eh… ",
        "Pues… ",
        "Bueno… ",
        "A ver… ",
        "Mmm… ",
        "Déjame pensar… ",
    ],
    acknowledgements: &[
        "Gracias, lo apunto.",
        "Vale, entendido.",
        "Muy bien.",
        "Te agradezco la sinceridad.",
    ],
    follow_ups: &[
        "¿Me puedes dar un ejemplo?",
        "¿Y cómo terminó?",
        "¿Qué dirían tus compañeros?",
        "Cuéntame un poco más, por favor.",
    ],
    asides: &[
        "La semana antes de Navidad es una locura: llegas a las seis y ya está sonando el teléfono, y vas cosa por cosa.",
        "Una vez mandé un pedido entero al sitio equivocado, cuarenta palés, y llamé yo misma antes de que nadie se diera cuenta.",
        "Si no estoy segura, pregunto. Cuesta un minuto; no preguntar cuesta una tarde.",
        "Al principio éramos tres y cuando me fui éramos once, y a casi todos los había formado yo.",
        "El año pasado pusieron tabletas y los mayores no las querían ni ver, así que me senté media hora con cada uno.",
        "Hubo una semana en que faltaban dos compañeros y se cayó el sistema, y lo hicimos todo en papel, y aun así nadie esperó más de diez minutos.",
        "Lo que aprendí ahí es a avisar pronto cuando algo no va a salir, porque luego ya es tarde.",
        "Mi jefa siempre decía «apúntalo todo», y yo me reía, pero ahora soy la de la libreta.",
        "No quiero hablar mal de nadie, pero el cuadrante cambiaba tres veces al mes, y así no hay quien se organice.",
        "Perdona, el niño… ¡un momento, cariño! … Ya. ¿Por dónde iba?",
    ],
    closing: "Pues eso es todo por mi parte. Muchas gracias por tu tiempo, {name}. En tres días laborables te llamará alguien de {company}. ¡Que tengas un buen día!",
    goodbyes: &[
        "Gracias a ti. ¡Hasta luego!",
        "Genial, quedo a la espera. ¡Adiós!",
    ],
};
