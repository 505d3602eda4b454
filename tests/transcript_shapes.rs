//! A table of transcript shapes, and the turns that a person would read.
//!
//! The shapes in [`KNOWN`] were there while the reader was written. Those in [`HELD_OUT`] were
//! written afterwards, to see how it does on shapes that nobody tuned it for.

use ninjahire_calls::transcript::*;

/// What it shows, the transcript, and `role|label|text` of every turn.
type Case = (&'static str, &'static str, &'static [&'static str]);

fn read(transcript: &str) -> Vec<String> {
    parse_transcript(transcript, &TranscriptOptions::default())
        .iter()
        .map(|turn| {
            let label = turn.label(transcript).unwrap_or("-");
            format!("{}|{label}|{}", turn.role.as_str(), turn.text(transcript))
        })
        .collect()
}

#[track_caller]
fn check(cases: &[Case]) {
    let mut wrong = 0;
    for (name, transcript, expected) in cases {
        let found = read(transcript);
        if found != *expected {
            wrong += 1;
            eprintln!("{name}\n  {transcript:?}\n  expected {expected:#?}\n  found {found:#?}");
        }
    }
    assert_eq!(
        wrong,
        0,
        "{wrong} of {} shapes are read otherwise",
        cases.len()
    );
}

#[test]
fn known_shapes_are_read_as_a_person_would() {
    check(KNOWN);
}

const KNOWN: &[Case] = &[
    // What looks like a label and is speech.
    (
        "a note",
        "BOT: What did you note?\nHUMAN: I wrote\nNote: be early.\nBOT: Good.",
        &[
            "bot|BOT|What did you note?",
            "human|HUMAN|I wrote\nNote: be early.",
            "bot|BOT|Good.",
        ],
    ),
    (
        "a language",
        "BOT: Which languages?\nHUMAN: Two.\nPython: I used it.\nJava: a bit.\nBOT: Thanks.",
        &[
            "bot|BOT|Which languages?",
            "human|HUMAN|Two.\nPython: I used it.\nJava: a bit.",
            "bot|BOT|Thanks.",
        ],
    ),
    (
        "a time",
        "BOT: When?\nHUMAN: At\n10:30 or so.\n11:00: no.\nBOT: Good.",
        &[
            "bot|BOT|When?",
            "human|HUMAN|At\n10:30 or so.\n11:00: no.",
            "bot|BOT|Good.",
        ],
    ),
    (
        "an address",
        "BOT: Where is it?\nHUMAN: See\nhttps://example.com/a\nmailto:sam@example.com\nBOT: Thanks.",
        &[
            "bot|BOT|Where is it?",
            "human|HUMAN|See\nhttps://example.com/a\nmailto:sam@example.com",
            "bot|BOT|Thanks.",
        ],
    ),
    (
        "quoted dialogue",
        "BOT: What happened?\nHUMAN: They said:\nAgent: no refund.\nCustomer: but why?\nAgent: the rules.\nBOT: I see.",
        &[
            "bot|BOT|What happened?",
            "human|HUMAN|They said:\nAgent: no refund.\nCustomer: but why?\nAgent: the rules.",
            "bot|BOT|I see.",
        ],
    ),
    (
        "a word in lower case",
        "BOT: Hi.\nHUMAN: I am a\nuser: of many tools.\nBOT: Good.",
        &[
            "bot|BOT|Hi.",
            "human|HUMAN|I am a\nuser: of many tools.",
            "bot|BOT|Good.",
        ],
    ),
    (
        "a label within a line",
        "BOT: Say yes.\nHUMAN: The screen said HUMAN: and BOT: all day.",
        &[
            "bot|BOT|Say yes.",
            "human|HUMAN|The screen said HUMAN: and BOT: all day.",
        ],
    ),
    (
        "pairs of a list",
        "BOT: Tell me more.\nHUMAN: Sure.\nPros: pay.\nCons: hours.\nPros: team.\nCons: travel.\nBOT: Thanks.",
        &[
            "bot|BOT|Tell me more.",
            "human|HUMAN|Sure.\nPros: pay.\nCons: hours.\nPros: team.\nCons: travel.",
            "bot|BOT|Thanks.",
        ],
    ),
    (
        "a label once beside one known label",
        "BOT: Please hold.\nSpoiler: it takes long.\nBOT: Thanks for waiting.\nBOT: Bye.",
        &[
            "bot|BOT|Please hold.\nSpoiler: it takes long.",
            "bot|BOT|Thanks for waiting.",
            "bot|BOT|Bye.",
        ],
    ),
    (
        "speech with a colon and no labels",
        "I worked there.\nResult: we shipped.\nLesson: ask early.",
        &["unknown|-|I worked there.\nResult: we shipped.\nLesson: ask early."],
    ),
    (
        "a scope operator",
        "BOT: Which call?\nHUMAN: It was\nAgent::new and bot://x\nBOT: Okay.",
        &[
            "bot|BOT|Which call?",
            "human|HUMAN|It was\nAgent::new and bot://x",
            "bot|BOT|Okay.",
        ],
    ),
    (
        "an aside in brackets",
        "BOT: Hi.\n(HUMAN: laughs)\nHUMAN: Hello.",
        &["bot|BOT|Hi.\n(HUMAN: laughs)", "human|HUMAN|Hello."],
    ),
    (
        "a speaker quoted in one line",
        "BOT: Hi. HUMAN: He said \"BOT: go away\" to me. BOT: I see.",
        &[
            "bot|BOT|Hi.",
            "human|HUMAN|He said \"BOT: go away\" to me.",
            "bot|BOT|I see.",
        ],
    ),
    (
        "a field of a form",
        "BOT: Log in as\nUser: admin\nBOT: then press enter.\nHUMAN: Done.",
        &[
            "bot|BOT|Log in as\nUser: admin",
            "bot|BOT|then press enter.",
            "human|HUMAN|Done.",
        ],
    ),
    // A second speaker by alternation.
    (
        "a name takes turns with the bot",
        "BOT: Hi, is this Sam?\nSam: Yes.\nBOT: Is now a good time?\nSam: Sure.",
        &[
            "bot|BOT|Hi, is this Sam?",
            "other|Sam|Yes.",
            "bot|BOT|Is now a good time?",
            "other|Sam|Sure.",
        ],
    ),
    (
        "a pronoun takes turns with the agent",
        "Agent: Hello.\nMe: Hi.\nAgent: How are you?\nMe: Fine.\nAgent: Good.",
        &[
            "bot|Agent|Hello.",
            "other|Me|Hi.",
            "bot|Agent|How are you?",
            "other|Me|Fine.",
            "bot|Agent|Good.",
        ],
    ),
    (
        "a name takes turns with the candidate",
        "Maria Lopez: Tell me about you.\nCandidate: I am a nurse.\nMaria Lopez: Since when?\nCandidate: 2015.",
        &[
            "other|Maria Lopez|Tell me about you.",
            "human|Candidate|I am a nurse.",
            "other|Maria Lopez|Since when?",
            "human|Candidate|2015.",
        ],
    ),
    (
        "two words take turns with nothing",
        "BOT: One.\nNote: a\nNote: b\nBOT: Two.\nBOT: Three.",
        &[
            "bot|BOT|One.\nNote: a\nNote: b",
            "bot|BOT|Two.",
            "bot|BOT|Three.",
        ],
    ),
    (
        "two names",
        "Nina: Hi.\nSam: Hello.\nNina: How are you?\nSam: Fine.",
        &[
            "other|Nina|Hi.",
            "other|Sam|Hello.",
            "other|Nina|How are you?",
            "other|Sam|Fine.",
        ],
    ),
    (
        "two names with a title line",
        "Call of 3 May\n\nNina: Hi.\nSam: Hello.\nNina: So?\nSam: Yes.",
        &[
            "unknown|-|Call of 3 May",
            "other|Nina|Hi.",
            "other|Sam|Hello.",
            "other|Nina|So?",
            "other|Sam|Yes.",
        ],
    ),
    (
        "me and them",
        "Me: hi\nThem: hello\nMe: how are you\nThem: fine",
        &[
            "other|Me|hi",
            "other|Them|hello",
            "other|Me|how are you",
            "other|Them|fine",
        ],
    ),
    (
        "three names on every line",
        "Ana: Hi.\nBo: Hello.\nCy: Hey.\nBo: So?\nAna: Yes.\nCy: No.",
        &[
            "other|Ana|Hi.",
            "other|Bo|Hello.",
            "other|Cy|Hey.",
            "other|Bo|So?",
            "other|Ana|Yes.",
            "other|Cy|No.",
        ],
    ),
    (
        "a role beside a name",
        "Nina (AI): Hi.\nSam Lee (Candidate): Hello.",
        &["bot|Nina (AI)|Hi.", "human|Sam Lee (Candidate)|Hello."],
    ),
    (
        "a role in square brackets",
        "Nina [Bot]: Hi.\nSam Lee [Human]: Hello.\nNina [Bot]: So?",
        &[
            "bot|Nina [Bot]|Hi.",
            "human|Sam Lee [Human]|Hello.",
            "bot|Nina [Bot]|So?",
        ],
    ),
    // Questions and answers.
    (
        "letters",
        "Q: Why us?\nA: The team.\nQ: When?\nA: Now.",
        &[
            "bot|Q|Why us?",
            "human|A|The team.",
            "bot|Q|When?",
            "human|A|Now.",
        ],
    ),
    (
        "numbered letters",
        "Q1: Why us?\nA1: The team.\nQ2: When?\nA2: Now.",
        &[
            "bot|Q1|Why us?",
            "human|A1|The team.",
            "bot|Q2|When?",
            "human|A2|Now.",
        ],
    ),
    (
        "words",
        "Question: Why us?\nAnswer: The team.",
        &["bot|Question|Why us?", "human|Answer|The team."],
    ),
    (
        "Russian letters",
        "В: Почему мы?\nО: Команда.\nВ: Когда?\nО: Сейчас.",
        &[
            "bot|В|Почему мы?",
            "human|О|Команда.",
            "bot|В|Когда?",
            "human|О|Сейчас.",
        ],
    ),
    (
        "Chinese letters",
        "问：为什么？\n答：因为团队。\n问：什么时候？\n答：现在。",
        &[
            "bot|问|为什么？",
            "human|答|因为团队。",
            "bot|问|什么时候？",
            "human|答|现在。",
        ],
    ),
    // Separators.
    (
        "a dash",
        "BOT - Hi there.\nHUMAN - Hello.\nBOT - So?",
        &["bot|BOT|Hi there.", "human|HUMAN|Hello.", "bot|BOT|So?"],
    ),
    (
        "an em dash",
        "Agent — Hi.\nUser — Hello.",
        &["bot|Agent|Hi.", "human|User|Hello."],
    ),
    (
        "an angle bracket",
        "bot> hi\nuser> hello\nbot> so?",
        &["bot|bot|hi", "human|user|hello", "bot|bot|so?"],
    ),
    (
        "a bar",
        "BOT | Hi.\nHUMAN | Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a tab",
        "BOT\tHi.\nHUMAN\tHello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a tab and a time",
        "Sam\t00:01\tHi.\nNina\t00:04\tHello.\nSam\t00:09\tSo?",
        &["other|Sam|Hi.", "other|Nina|Hello.", "other|Sam|So?"],
    ),
    (
        "an arrow",
        "BOT -> Hi.\nHUMAN -> Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a full-width colon",
        "BOT：Hi.\nHUMAN：Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a dash in speech",
        "BOT: Hi.\nHUMAN: I was a manager\nAgent - then lead.\nBOT: Good.",
        &[
            "bot|BOT|Hi.",
            "human|HUMAN|I was a manager\nAgent - then lead.",
            "bot|BOT|Good.",
        ],
    ),
    (
        "a colon and a dash",
        "BOT:- Hi.\nHUMAN:- Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    // Timestamps.
    (
        "seconds in brackets",
        "[0.0] BOT: Hi.\n[3.2] HUMAN: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "bare seconds",
        "0.0 BOT: Hi.\n3.2 HUMAN: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "seconds with a unit",
        "0s BOT: Hi.\n4s HUMAN: Hello.\n1m05s BOT: So?",
        &["bot|BOT|Hi.", "human|HUMAN|Hello.", "bot|BOT|So?"],
    ),
    (
        "whole seconds",
        "[0] BOT: Hi.\n[7] HUMAN: Hello.\n[12] BOT: So?",
        &["bot|BOT|Hi.", "human|HUMAN|Hello.", "bot|BOT|So?"],
    ),
    (
        "a time behind the label",
        "BOT 0:04: Hi.\nHUMAN 0:09: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    // Vendors.
    (
        "Retell",
        "Agent: Hi, this is Nina.\nUser: Hello.\n",
        &["bot|Agent|Hi, this is Nina.", "human|User|Hello."],
    ),
    (
        "Vapi",
        "AI: Hi.\nUser: Hello.\nAI: So?\n",
        &["bot|AI|Hi.", "human|User|Hello.", "bot|AI|So?"],
    ),
    (
        "Deepgram",
        "\nSpeaker 0: Hi.\n\nSpeaker 1: Hello.\n",
        &["other|Speaker 0|Hi.", "other|Speaker 1|Hello."],
    ),
    (
        "Otter",
        "Nina Park  0:03\nHi there.\n\nSam Lee  0:07\nHello.\n",
        &["other|Nina Park|Hi there.", "other|Sam Lee|Hello."],
    ),
    (
        "Teams",
        "Nina Park   0:03\nHi there.\nSam Lee   0:07\nHello.",
        &["other|Nina Park|Hi there.", "other|Sam Lee|Hello."],
    ),
    (
        "Zoom",
        "[Nina Park] 10:32:05\nHi there.\n\n[Sam Lee] 10:32:09\nHello.\n",
        &["other|Nina Park|Hi there.", "other|Sam Lee|Hello."],
    ),
    (
        "Meet",
        "00:00:00\n\nNina Park: Hi.\nSam Lee: Hello.\nNina Park: So?\nSam Lee: Yes.",
        &[
            "unknown|-|00:00:00",
            "other|Nina Park|Hi.",
            "other|Sam Lee|Hello.",
            "other|Nina Park|So?",
            "other|Sam Lee|Yes.",
        ],
    ),
    (
        "WhatsApp on Android",
        "12/05/2026, 10:32 - Nina Park: Hi.\n12/05/2026, 10:33 - Sam Lee: Hello.",
        &["other|Nina Park|Hi.", "other|Sam Lee|Hello."],
    ),
    (
        "WhatsApp on iOS",
        "[12/05/26, 10:32:05] Nina Park: Hi.\n[12/05/26, 10:33:01] Sam Lee: Hello.",
        &["other|Nina Park|Hi.", "other|Sam Lee|Hello."],
    ),
    // HTML.
    (
        "paragraphs",
        "<p><strong>BOT:</strong> Hi.</p><p><strong>HUMAN:</strong> Hello.</p>",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "breaks",
        "BOT: Hi.<br>HUMAN: Hello.<br/>BOT: So?",
        &["bot|BOT|Hi.", "human|HUMAN|Hello.", "bot|BOT|So?"],
    ),
    (
        "breaks and lines",
        "BOT: Hi.<br />\nHUMAN: Hello.<br />\n",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "blocks with attributes",
        "<div class=\"t\"><span style=\"color: red\">BOT:</span>&nbsp;Hi.</div>\n<div>HUMAN: Hello, <em>yes</em></div>",
        &["bot|BOT|Hi.", "human|HUMAN|Hello, <em>yes</em>"],
    ),
    (
        "a tag in speech",
        "BOT: Which tag?\nHUMAN: I used the <br> tag\nand <p>.\nBOT: Good.",
        &[
            "bot|BOT|Which tag?",
            "human|HUMAN|I used the <br> tag\nand <p>.",
            "bot|BOT|Good.",
        ],
    ),
    // Line breaks.
    (
        "escaped and real",
        "BOT: Hi.\\nHUMAN: Hello.\nBOT: So?\\nHUMAN: Yes.",
        &[
            "bot|BOT|Hi.",
            "human|HUMAN|Hello.",
            "bot|BOT|So?",
            "human|HUMAN|Yes.",
        ],
    ),
    (
        "next line",
        "BOT: Hi.\u{85}HUMAN: Hello.\u{85}",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "form feed",
        "BOT: Hi.\u{C}HUMAN: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a string of JSON",
        "\"BOT: Hi.\\nHUMAN: Hello.\"",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    // JSON.
    (
        "strings",
        "[\"BOT: Hi.\", \"HUMAN: Hello.\"]",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "objects",
        "[{\"speaker\":\"BOT\",\"text\":\"Hi.\"},{\"speaker\":\"HUMAN\",\"text\":\"Hello.\"}]",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "Retell's objects",
        "[{\"role\":\"agent\",\"content\":\"Hi.\",\"words\":[{\"word\":\"Hi.\",\"start\":0.7,\"end\":1.1}]},{\"role\":\"user\",\"content\":\"Hello.\"}]",
        &["bot|agent|Hi.", "human|user|Hello."],
    ),
    (
        "JSON lines",
        "{\"role\":\"assistant\",\"content\":\"Hi.\"}\n{\"role\":\"user\",\"content\":\"Say \\\"hi\\\"\"}\n",
        &["bot|assistant|Hi.", "human|user|Say \\\"hi\\\""],
    ),
    (
        "lines of strings",
        "\"BOT: Hi.\"\n\"HUMAN: Hello.\"",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "an object around the list",
        "{\"duration\":4,\"transcript\":[{\"speaker\":0,\"transcript\":\"Hi.\"},{\"speaker\":1,\"transcript\":\"Hello.\"}]}",
        &["other|0|Hi.", "other|1|Hello."],
    ),
    (
        "a list that is cut off",
        "[{\"speaker\":\"BOT\",\"text\":\"Hi.\"},{\"speaker\":\"HUMAN\",\"te",
        &["bot|BOT|Hi.", "unknown|-|{\"speaker\":\"HUMAN\",\"te"],
    ),
    (
        "brackets that are no JSON",
        "[BOT]: Hi.\n[HUMAN]: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a speaker as the key",
        "[{\"BOT\":\"Hi.\"},{\"HUMAN\":\"Hello.\"}]",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    // Captions.
    (
        "WebVTT with voices",
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Nina Park>Hi.</v>\n\n00:02.000 --> 00:03.000\n<v Sam Lee>Hello.</v>\n",
        &["other|Nina Park|Hi.", "other|Sam Lee|Hello."],
    ),
    (
        "WebVTT with labels",
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\nBOT: Hi.\n\n2\n00:00:02.000 --> 00:00:03.000\nand welcome.\n\n3\n00:00:03.000 --> 00:00:04.000\nHUMAN: Hello.",
        &["bot|BOT|Hi.", "bot|BOT|and welcome.", "human|HUMAN|Hello."],
    ),
    (
        "SRT without labels",
        "1\n00:00:00,000 --> 00:00:02,000\nHi.\n\n2\n00:00:02,000 --> 00:00:03,000\nHello.",
        &["unknown|-|Hi.", "unknown|-|Hello."],
    ),
    // Chat templates.
    (
        "ChatML",
        "<|im_start|>assistant\nHi.<|im_end|>\n<|im_start|>user\nHello.<|im_end|>\n",
        &["bot|assistant|Hi.", "human|user|Hello."],
    ),
    (
        "Llama 2",
        "<s>[INST] Hello? [/INST] Hi. </s><s>[INST] Bye. [/INST] Bye.</s>",
        &["human|-|Hello?", "bot|-|Hi.", "human|-|Bye.", "bot|-|Bye."],
    ),
    (
        "Llama 3",
        "<|begin_of_text|><|start_header_id|>assistant<|end_header_id|>\n\nHi.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHello.<|eot_id|>",
        &["bot|assistant|Hi.", "human|user|Hello."],
    ),
    (
        "headings",
        "### Human: Hello?\n### Assistant: Hi.",
        &["human|Human|Hello?", "bot|Assistant|Hi."],
    ),
    // Languages.
    (
        "German",
        "Bot: Hallo.\nBewerberin: Guten Tag.\nBot: Gut.",
        &[
            "bot|Bot|Hallo.",
            "human|Bewerberin|Guten Tag.",
            "bot|Bot|Gut.",
        ],
    ),
    (
        "French",
        "Recruteuse : Bonjour.\nCandidat : Bonjour.",
        &["other|Recruteuse|Bonjour.", "human|Candidat|Bonjour."],
    ),
    (
        "Spanish",
        "Asistente: Hola.\nCandidata: Buenas.",
        &["bot|Asistente|Hola.", "human|Candidata|Buenas."],
    ),
    (
        "Russian",
        "Бот: Привет.\nКандидат: Здравствуйте.",
        &["bot|Бот|Привет.", "human|Кандидат|Здравствуйте."],
    ),
    (
        "Arabic",
        "المساعد: مرحبا.\nالمرشحة: أهلا.",
        &["bot|المساعد|مرحبا.", "human|المرشحة|أهلا."],
    ),
    (
        "Hindi",
        "सहायक: नमस्ते।\nउम्मीदवार: नमस्ते।",
        &["bot|सहायक|नमस्ते।", "human|उम्मीदवार|नमस्ते।"],
    ),
    (
        "Chinese",
        "机器人：你好。\n候选人：你好。",
        &["bot|机器人|你好。", "human|候选人|你好。"],
    ),
    (
        "Japanese",
        "ボット：こんにちは。\n応募者：どうも。",
        &["bot|ボット|こんにちは。", "human|応募者|どうも。"],
    ),
    (
        "Korean",
        "봇: 안녕하세요.\n지원자: 네.",
        &["bot|봇|안녕하세요.", "human|지원자|네."],
    ),
    (
        "Thai",
        "บอท: สวัสดี\nผู้สมัคร: สวัสดีครับ",
        &["bot|บอท|สวัสดี", "human|ผู้สมัคร|สวัสดีครับ"],
    ),
    (
        "both genders",
        "Interviewer:in: Hallo.\nBewerber*in: Tag.",
        &["other|Interviewer:in|Hallo.", "human|Bewerber*in|Tag."],
    ),
];

const HELD_OUT: &[Case] = &[];

#[test]
fn held_out_shapes_are_read_as_a_person_would() {
    check(HELD_OUT);
}
