use super::{About, Language, Topic};

pub static PORTUGUESE: Language = Language {
    code: "pt",
    name: "Portuguese",
    space: " ",
    chars_per_second: 15.0,
    greeting: "Olá, {name}, aqui é a Nia, assistente virtual de recrutamento da {company}. Você se candidatou à vaga de {job} em {city}. Tenho algumas perguntas rápidas, leva uns cinco minutos, e a ligação é gravada. Pode falar agora?",
    greeting_replies: &[
        "Oi! Posso, sim, pode falar.",
        "Só um minutinho, vou sair da loja… Pronto, pode perguntar.",
        "Ah, tá, posso. É um robô, né? Tranquilo.",
    ],
    topics: &[
        Topic {
            about: About::Experience,
            question: "Ótimo. Quanto tempo de experiência você tem como {job}, e como é um dia normal?",
            answers: &[
                (
                    9,
                    "Já faz uns {years} anos. Hoje coordeno quatro pessoas: às sete tem a passagem de turno, divido as tarefas e depois fico junto com o pessoal até a tarde.",
                ),
                (
                    7,
                    "No total, {years} anos, mas não seguidos. Comecei como temporário, depois me efetivaram.",
                ),
                (
                    4,
                    "Sinceramente, nessa função exata, pouco. Uns oito meses em algo parecido. Mas aprendo rápido.",
                ),
            ],
        },
        Topic {
            about: About::NoticePeriod,
            question: "Obrigada. Qual é o seu aviso prévio e quando poderia começar?",
            answers: &[
                (9, "Posso começar já, meu contrato acabou no fim do mês."),
                (7, "São {weeks} semanas de aviso, mas dá para conversar."),
                (
                    4,
                    "Infelizmente três meses, e já me disseram que não dá para reduzir.",
                ),
            ],
        },
        Topic {
            about: About::Salary,
            question: "Entendi. Qual é a sua pretensão salarial?",
            answers: &[
                (
                    8,
                    "Algo em torno de {salary}. É mais ou menos o que eu ganho hoje.",
                ),
                (
                    6,
                    "Depende dos benefícios. Com vale e plano de saúde, {salary} está bom.",
                ),
                (
                    3,
                    "Prefiro não falar um valor agora. Qual é a faixa de vocês?",
                ),
            ],
        },
        Topic {
            about: About::Certificates,
            question: "Para esta vaga precisamos de {certificate}. Você tem, e está em dia?",
            answers: &[
                (
                    10,
                    "Tenho, renovei em março, vale mais dois anos. Posso mandar uma foto.",
                ),
                (
                    6,
                    "Tenho, mas vence daqui a seis semanas. Já marquei a renovação.",
                ),
                (
                    2,
                    "Ainda não. Me falaram que dá para tirar durante a experiência, é isso?",
                ),
            ],
        },
        Topic {
            about: About::Shifts,
            question: "A vaga tem turnos de manhã e à tarde e fins de semana alternados. Tudo bem para você?",
            answers: &[
                (
                    9,
                    "Sem problema nenhum, já trabalhei em três turnos e até gosto de folgar durante a semana.",
                ),
                (
                    6,
                    "De manhã, ótimo. À tarde também, menos quinta, que eu busco minha filha.",
                ),
                (3, "Fim de semana é complicado, viu. Um por mês, no máximo."),
            ],
        },
        Topic {
            about: About::Location,
            question: "E como você chegaria à nossa unidade de {city}? Mora perto?",
            answers: &[
                (
                    9,
                    "Moro a vinte minutos de bicicleta, passo em frente todo dia.",
                ),
                (
                    7,
                    "Uma hora de ônibus, com uma baldeação. Já estou acostumado.",
                ),
                (
                    4,
                    "Eu teria que me mudar, mas já estou procurando apartamento.",
                ),
            ],
        },
        Topic {
            about: About::Motivation,
            question: "A última: por que você quer trabalhar na {company}?",
            answers: &[
                (
                    9,
                    "Uma amiga trabalha aí e diz que vocês treinam as pessoas de verdade. Quero um lugar para ficar.",
                ),
                (
                    6,
                    "Principalmente porque é mais perto de casa. E falam bem da equipe.",
                ),
                (
                    3,
                    "É… me inscrevi em várias vagas, você pode me lembrar qual é essa?",
                ),
            ],
        },
    ],
    hesitations: &[
        "É… ",
        "Então… ",
        "Bom… ",
        "Olha… ",
        "Hum… ",
        "Deixa eu ver… ",
    ],
    acknowledgements: &[
        "Obrigada, anotado.",
        "Certo.",
        "Muito bem.",
        "Obrigada pela sinceridade.",
    ],
    follow_ups: &[
        "Pode me dar um exemplo?",
        "E como terminou?",
        "O que seus colegas diriam?",
        "Me conta um pouco mais, por favor.",
    ],
    asides: &[
        "A semana antes do Natal é sempre uma loucura: você chega às seis, o telefone já está tocando, e vai uma coisa de cada vez.",
        "Uma vez mandei uma entrega inteira para o lugar errado, quarenta paletes, e eu mesmo liguei antes de alguém perceber.",
        "Se não tenho certeza, pergunto. Custa um minuto; não perguntar custa uma tarde.",
        "No começo éramos três e no fim onze, e quase todos fui eu que treinei.",
        "Ano passado chegaram os tablets, e os mais antigos não queriam, então sentei meia hora com cada um.",
        "Teve uma semana em que faltaram dois colegas e ainda caiu o sistema, e a gente fez tudo no papel, e ninguém esperou mais de dez minutos.",
        "O que eu aprendi lá foi avisar cedo quando não vai dar certo, porque depois já era.",
        "Meu chefe sempre dizia para anotar tudo; eu ria, e hoje sou eu que ando com o caderninho.",
        "Não quero falar mal de ninguém, mas a escala mudava três vezes por mês.",
        "Desculpa, é o interfone… Pronto. Onde eu estava? Ah, o curso, fiz à noite.",
    ],
    closing: "É isso da minha parte. Muito obrigada pelo seu tempo, {name}. Em até três dias úteis alguém da {company} entra em contato. Tenha um ótimo dia!",
    goodbyes: &[
        "Obrigado, você também. Tchau!",
        "Combinado, fico no aguardo.",
    ],
};
