//! A table of transcript shapes, and the turns that a person would read.
//!
//! The shapes in [`KNOWN`] were there while the reader was written. Those in [`HELD_OUT`] were
//! written afterwards, to see how it does on shapes for which it was not tuned.

mod shapes;

use shapes::{Case, check};

#[test]
fn known_shapes_are_read_as_a_person_would() {
    check(KNOWN);
}

const KNOWN: &[Case] = &[
    (
        "a label that the only speaker quotes",
        "BOT: Please press a key.\nBOT: The screen said HUMAN: hello.",
        &[
            "bot|BOT|Please press a key.",
            "bot|BOT|The screen said HUMAN: hello.",
        ],
    ),
    (
        "direction marks around labels",
        "\u{200F}بوت\u{200F}: مرحبا\n\u{200F}مرشح\u{200F}: أهلا",
        &["bot|بوت|مرحبا", "human|مرشح|أهلا"],
    ),
    (
        "Deepgram's numbers in brackets",
        "[Speaker:0] Hi.\n[Speaker:1] Hello.\n[Speaker:0] Bye.",
        &[
            "other|Speaker:0|Hi.",
            "other|Speaker:1|Hello.",
            "other|Speaker:0|Bye.",
        ],
    ),
    (
        "Teams' documents, the name above the times",
        "Ana Ruiz\n0:0:3.120 --> 0:0:5.200\nHi.\nBo Lee\n0:0:6.0 --> 0:0:7.0\nHello.\nAna Ruiz\n0:0:8.120 --> 0:0:9.200\nBye.",
        &[
            "other|Ana Ruiz|Hi.",
            "other|Bo Lee|Hello.",
            "other|Ana Ruiz|Bye.",
        ],
    ),
    (
        "the same with empty lines",
        "Ana Ruiz\n00:00:03 --> 00:00:05\nHi.\n\nBo Lee\n00:00:06 --> 00:00:07\nHello.\n\nAna Ruiz\n00:00:08 --> 00:00:09\nBye.",
        &[
            "other|Ana Ruiz|Hi.",
            "other|Bo Lee|Hello.",
            "other|Ana Ruiz|Bye.",
        ],
    ),
    (
        "Teams' documents, the name below the times",
        "0:0:3.0 --> 0:0:5.2\nAna Ruiz\nHi.\n0:0:6.0 --> 0:0:7.0\nBo Lee\nHello.\n0:0:8.1 --> 0:0:9.2\nAna Ruiz\nSo?\n0:0:9.5 --> 0:0:9.9\nBo Lee\nBye.",
        &[
            "other|Ana Ruiz|Hi.",
            "other|Bo Lee|Hello.",
            "other|Ana Ruiz|So?",
            "other|Bo Lee|Bye.",
        ],
    ),
    (
        "captions of two lines each",
        "1\n00:00:01,000 --> 00:00:02,000\nYes\nI do.\n\n2\n00:00:03,000 --> 00:00:04,000\nWell\nmaybe.\n\n3\n00:00:05,000 --> 00:00:06,000\nSo\nyou do.",
        &[
            "unknown|-|Yes\nI do.",
            "unknown|-|Well\nmaybe.",
            "unknown|-|So\nyou do.",
        ],
    ),
    (
        "an HTML table",
        "<table><tr><td>BOT</td><td>Hi.</td></tr><tr><td>HUMAN</td><td>Hello.</td></tr></table>",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "HTML paragraphs, labels alone",
        "<p>BOT</p><p>Hi.</p><p>HUMAN</p><p>Hello.</p>",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "Python's way to write a list",
        "[{'role': 'bot', 'content': 'Hi.', 'at': None}, {'role': 'human', 'content': \"I'm here.\"}]",
        &["bot|bot|Hi.", "human|human|I'm here."],
    ),
    (
        "wide brackets without a space",
        "【面接官】こんにちは。\n【候補者】はい。",
        &["other|面接官|こんにちは。", "human|候補者|はい。"],
    ),
    (
        "numbered channels",
        "Channel 0: Hi.\nChannel 1: Hello.\nChannel 0: So?",
        &[
            "other|Channel 0|Hi.",
            "other|Channel 1|Hello.",
            "other|Channel 0|So?",
        ],
    ),
    (
        "Gong's sentences",
        r#"{"callTranscripts":[{"transcript":[{"speakerId":"12","sentences":[{"start":1,"end":2,"text":"Hi."},{"start":2,"end":3,"text":"Ana here."}]},{"speakerId":"34","sentences":[{"start":3,"end":4,"text":"Hello."}]}]}]}"#,
        &["other|12|Hi.", "other|12|Ana here.", "other|34|Hello."],
    ),
    (
        "Deepgram's paragraphs",
        r#"{"results":{"channels":[{"alternatives":[{"transcript":"Hi. Hello.","paragraphs":{"transcript":"Hi. Hello.","paragraphs":[{"sentences":[{"text":"Hi.","start":1,"end":2}],"speaker":0},{"sentences":[{"text":"Hello.","start":3,"end":4}],"speaker":1}]}},{"transcript":"High."}]}]}}"#,
        &["other|0|Hi.", "other|1|Hello."],
    ),
    (
        "Genesys' phrases",
        r#"{"transcripts":[{"phrases":[{"text":"Hi.","participantPurpose":"internal"},{"text":"Hello.","participantPurpose":"external"}]}]}"#,
        &["other|internal|Hi.", "other|external|Hello."],
    ),
    (
        "Malayalam",
        "ബോട്ട്: നമസ്കാരം.\nഉദ്യോഗാർത്ഥി: അതെ.",
        &["bot|ബോട്ട്|നമസ്കാരം.", "human|ഉദ്യോഗാർത്ഥി|അതെ."],
    ),
    (
        "two labels of one side",
        "Customer: Hi.\nCandidate: Hello.\nCustomer: So?\nCandidate: Yes.",
        &[
            "other|Customer|Hi.",
            "other|Candidate|Hello.",
            "other|Customer|So?",
            "other|Candidate|Yes.",
        ],
    ),
    (
        "two numbers of one side",
        "User 1: Hi.\nUser 2: Hello.\nUser 1: So?",
        &[
            "other|User 1|Hi.",
            "other|User 2|Hello.",
            "other|User 1|So?",
        ],
    ),
    (
        "two numbers of one side, and the other side",
        "BOT: Hi.\nHUMAN 1: Hello.\nHUMAN 2: I am here, too.\nBOT: Bye.",
        &[
            "bot|BOT|Hi.",
            "human|HUMAN 1|Hello.",
            "human|HUMAN 2|I am here, too.",
            "bot|BOT|Bye.",
        ],
    ),
    // Speech that looks like a label.
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
        &["bot|BOT|Hi."],
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

const HELD_OUT: &[Case] = &[
    (
        "a warning in a turn",
        "BOT: Anything else?\nHUMAN: Yes.\nImportant: I need a visa.\nAlso: a desk.\nBOT: Noted.\nHUMAN: Bye.",
        &[
            "bot|BOT|Anything else?",
            "human|HUMAN|Yes.\nImportant: I need a visa.\nAlso: a desk.",
            "bot|BOT|Noted.",
            "human|HUMAN|Bye.",
        ],
    ),
    (
        "a letter in a turn",
        "AI: Read it to me.\nUser: Sure.\nDear Sam: thank you.\nRegards: Nina\nAI: Thanks.",
        &[
            "bot|AI|Read it to me.",
            "human|User|Sure.\nDear Sam: thank you.\nRegards: Nina",
            "bot|AI|Thanks.",
        ],
    ),
    (
        "a ratio",
        "BOT: What ratio?\nHUMAN: About\n3:1 I think.\nBOT: Okay.",
        &[
            "bot|BOT|What ratio?",
            "human|HUMAN|About\n3:1 I think.",
            "bot|BOT|Okay.",
        ],
    ),
    (
        "a verse",
        "BOT: Favourite text?\nHUMAN: It is\nJohn 3:16 for me.\nBOT: Nice.",
        &[
            "bot|BOT|Favourite text?",
            "human|HUMAN|It is\nJohn 3:16 for me.",
            "bot|BOT|Nice.",
        ],
    ),
    (
        "a key of a config",
        "BOT: What did you set?\nHUMAN: I set\nport: 8080\nhost: localhost\nuser: root\nBOT: Good.",
        &[
            "bot|BOT|What did you set?",
            "human|HUMAN|I set\nport: 8080\nhost: localhost\nuser: root",
            "bot|BOT|Good.",
        ],
    ),
    (
        "a quoted assistant in a one-sided call",
        "HUMAN: Hello?\nHUMAN: Is there an\nAssistant: or a person?\nHUMAN: Okay, bye.",
        &[
            "human|HUMAN|Hello?",
            "human|HUMAN|Is there an\nAssistant: or a person?",
            "human|HUMAN|Okay, bye.",
        ],
    ),
    (
        "a play",
        "BOT: Read your dialogue.\nHUMAN: Romeo: I love you.\nJuliet: Me too.\nBOT: Lovely.",
        &[
            "bot|BOT|Read your dialogue.",
            "human|HUMAN|Romeo: I love you.\nJuliet: Me too.",
            "bot|BOT|Lovely.",
        ],
    ),
    (
        "a voicemail",
        "You have reached Sam Lee.\nPlease leave a message after the tone.",
        &["unknown|-|You have reached Sam Lee.\nPlease leave a message after the tone."],
    ),
    (
        "a header before names",
        "Interview\nDate: 3 May\n\nNina: Hi.\nSam: Hello.\nNina: So?\nSam: Yes.",
        &[
            "unknown|-|Interview\nDate: 3 May",
            "other|Nina|Hi.",
            "other|Sam|Hello.",
            "other|Nina|So?",
            "other|Sam|Yes.",
        ],
    ),
    (
        "headers before labels",
        "Call ID: 17\nStatus: done\n\nAgent: Hi.\nCustomer: Hello.\nAgent: Bye.",
        &[
            "unknown|-|Call ID: 17\nStatus: done",
            "bot|Agent|Hi.",
            "human|Customer|Hello.",
            "bot|Agent|Bye.",
        ],
    ),
    (
        "a name with an initial",
        "Sam L.: Hi.\nNina P.: Hello.\nSam L.: So?\nNina P.: Yes.",
        &[
            "other|Sam L.|Hi.",
            "other|Nina P.|Hello.",
            "other|Sam L.|So?",
            "other|Nina P.|Yes.",
        ],
    ),
    (
        "a name with an apostrophe",
        "BOT: Hi.\nO'Brien: Hello.\nBOT: So?\nO'Brien: Yes.",
        &[
            "bot|BOT|Hi.",
            "other|O'Brien|Hello.",
            "bot|BOT|So?",
            "other|O'Brien|Yes.",
        ],
    ),
    (
        "a name with accents",
        "Bot: Cześć.\nŁukasz Żak: Dzień dobry.\nBot: No?\nŁukasz Żak: Tak.",
        &[
            "bot|Bot|Cześć.",
            "other|Łukasz Żak|Dzień dobry.",
            "bot|Bot|No?",
            "other|Łukasz Żak|Tak.",
        ],
    ),
    (
        "a hyphenated name",
        "Anne-Marie: Hi.\nJean-Luc: Hello.\nAnne-Marie: So?\nJean-Luc: Yes.",
        &[
            "other|Anne-Marie|Hi.",
            "other|Jean-Luc|Hello.",
            "other|Anne-Marie|So?",
            "other|Jean-Luc|Yes.",
        ],
    ),
    (
        "a doctor",
        "Dr. Lee: Hi.\nBot: Hello.\nDr. Lee: So?\nBot: Yes.",
        &[
            "other|Dr. Lee|Hi.",
            "bot|Bot|Hello.",
            "other|Dr. Lee|So?",
            "bot|Bot|Yes.",
        ],
    ),
    (
        "three on the line",
        "AI: Hi.\nCandidate: Hello.\nRecruiter: I join.\nCandidate: Great.\nRecruiter: Any questions?\nAI: I will listen.",
        &[
            "bot|AI|Hi.",
            "human|Candidate|Hello.",
            "other|Recruiter|I join.",
            "human|Candidate|Great.",
            "other|Recruiter|Any questions?",
            "bot|AI|I will listen.",
        ],
    ),
    (
        "speakers in capitals with numbers",
        "SPEAKER 1: Hi.\nSPEAKER 2: Hello.\nSPEAKER 1: So?",
        &[
            "other|SPEAKER 1|Hi.",
            "other|SPEAKER 2|Hello.",
            "other|SPEAKER 1|So?",
        ],
    ),
    (
        "whisperx",
        "[SPEAKER_00]: Hi.\n[SPEAKER_01]: Hello.",
        &["other|SPEAKER_00|Hi.", "other|SPEAKER_01|Hello."],
    ),
    (
        "a range of seconds",
        "[0.5 - 2.1] BOT: Hi.\n[2.4 - 3.0] HUMAN: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "a date and a time",
        "2026-05-01 10:32:05 BOT: Hi.\n2026-05-01 10:32:09 HUMAN: Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "times in the afternoon",
        "10:32 AM Nina Park: Hi.\n10:33 AM Sam Lee: Hello.",
        &["other|Nina Park|Hi.", "other|Sam Lee|Hello."],
    ),
    (
        "a time in round brackets behind a name",
        "Nina Park (00:03): Hi.\nSam Lee (00:07): Hello.",
        &["other|Nina Park|Hi.", "other|Sam Lee|Hello."],
    ),
    (
        "WhatsApp in Spanish",
        "12/5/26, 10:32 a. m. - Nina: Hola.\n12/5/26, 10:33 a. m. - Sam: Buenas.",
        &["other|Nina|Hola.", "other|Sam|Buenas."],
    ),
    (
        "a list in HTML",
        "<ul><li><b>Agent</b>: Hi.</li><li><b>User</b>: Hello.</li></ul>",
        &["bot|Agent|Hi.", "human|User|Hello."],
    ),
    (
        "paragraphs with names",
        "<p>Nina: Hi.</p><p>Sam: Hello.</p><p>Nina: So?</p><p>Sam: Yes.</p>",
        &[
            "other|Nina|Hi.",
            "other|Sam|Hello.",
            "other|Nina|So?",
            "other|Sam|Yes.",
        ],
    ),
    (
        "a table in HTML",
        "<table><tr><td>BOT:</td><td>Hi.</td></tr><tr><td>HUMAN:</td><td>Hello.</td></tr></table>",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "Vapi's messages",
        "{\"messages\":[{\"role\":\"system\",\"message\":\"Be kind.\",\"time\":1700000000000},{\"role\":\"bot\",\"message\":\"Hi.\",\"secondsFromStart\":1.2},{\"role\":\"user\",\"message\":\"Hello.\",\"secondsFromStart\":3}]}",
        &["other|system|Be kind.", "bot|bot|Hi.", "human|user|Hello."],
    ),
    (
        "AssemblyAI",
        "{\"utterances\":[{\"speaker\":\"A\",\"text\":\"Hi.\",\"start\":250,\"end\":900},{\"speaker\":\"B\",\"text\":\"Hello.\",\"start\":1200,\"end\":1900}]}",
        &["other|A|Hi.", "other|B|Hello."],
    ),
    (
        "Twilio",
        "{\"sentences\":[{\"media_channel\":1,\"sentence_index\":0,\"start_time\":\"0.4\",\"transcript\":\"Hi.\"},{\"media_channel\":2,\"sentence_index\":1,\"start_time\":\"1.9\",\"transcript\":\"Hello.\"}]}",
        &["other|1|Hi.", "other|2|Hello."],
    ),
    (
        "parts of a message",
        "[{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Hi.\"}]},{\"role\":\"user\",\"content\":\"Hello.\"}]",
        &["bot|assistant|Hi.", "human|user|Hello."],
    ),
    (
        "Amazon Connect",
        "{\"Transcript\":[{\"ParticipantId\":\"AGENT\",\"Content\":\"Hi.\",\"BeginOffsetMillis\":0},{\"ParticipantId\":\"CUSTOMER\",\"Content\":\"Hello.\",\"BeginOffsetMillis\":900}]}",
        &["bot|AGENT|Hi.", "human|CUSTOMER|Hello."],
    ),
    (
        "pairs",
        "[[\"AI\",\"Hi.\"],[\"User\",\"Hello.\"]]",
        &["bot|AI|Hi.", "human|User|Hello."],
    ),
    (
        "Teams captions with several lines",
        "WEBVTT\n\n1ab-0\n00:00:01.000 --> 00:00:02.000\n<v Nina Park>Hi\nthere.</v>\n\n1ab-1\n00:00:02.000 --> 00:00:03.000\n<v Sam Lee>Hello.</v>",
        &["other|Nina Park|Hi\nthere.", "other|Sam Lee|Hello."],
    ),
    (
        "Zoom captions",
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nNina Park: Hi.\n\n2\n00:00:02.000 --> 00:00:03.000\nSam Lee: Hello.\n\n3\n00:00:03.000 --> 00:00:04.000\nNina Park: So?\n\n4\n00:00:04.000 --> 00:00:05.000\nSam Lee: Yes.\n",
        &[
            "other|Nina Park|Hi.",
            "other|Sam Lee|Hello.",
            "other|Nina Park|So?",
            "other|Sam Lee|Yes.",
        ],
    ),
    (
        "Gemma",
        "<start_of_turn>user\nHello?<end_of_turn>\n<start_of_turn>model\nHi.<end_of_turn>\n",
        &["human|user|Hello?", "bot|model|Hi."],
    ),
    (
        "Phi",
        "<|user|>\nHello?<|end|>\n<|assistant|>\nHi.<|end|>",
        &["human|user|Hello?", "bot|assistant|Hi."],
    ),
    (
        "a role in round brackets, full width",
        "王伟（候选人）：你好。\n小助（机器人）：你好。",
        &["human|王伟（候选人）|你好。", "bot|小助（机器人）|你好。"],
    ),
    (
        "Italian",
        "Assistente: Buongiorno.\nCandidata: Salve.",
        &["bot|Assistente|Buongiorno.", "human|Candidata|Salve."],
    ),
    (
        "Turkish in capitals",
        "ASİSTAN: Merhaba.\nADAY: Selam.",
        &["bot|ASİSTAN|Merhaba.", "human|ADAY|Selam."],
    ),
    (
        "Hebrew",
        "בוט: שלום.\nמועמדת: היי.",
        &["bot|בוט|שלום.", "human|מועמדת|היי."],
    ),
    (
        "Ukrainian",
        "Асистентка: Вітаю.\nКандидатка: Добрий день.",
        &["bot|Асистентка|Вітаю.", "human|Кандидатка|Добрий день."],
    ),
    (
        "Vietnamese",
        "Trợ lý: Xin chào.\nỨng viên: Chào.",
        &["bot|Trợ lý|Xin chào.", "human|Ứng viên|Chào."],
    ),
    (
        "Polish recruiter",
        "Rekruterka: Dzień dobry.\nKandydat: Witam.",
        &["other|Rekruterka|Dzień dobry.", "human|Kandydat|Witam."],
    ),
    (
        "Greek",
        "Βοηθός: Γεια.\nΥποψήφια: Γεια σας.",
        &["bot|Βοηθός|Γεια.", "human|Υποψήφια|Γεια σας."],
    ),
    (
        "Indonesian",
        "Asisten: Halo.\nPelamar: Halo juga.",
        &["bot|Asisten|Halo.", "human|Pelamar|Halo juga."],
    ),
    (
        "Persian",
        "دستیار: سلام.\nداوطلب: درود.",
        &["bot|دستیار|سلام.", "human|داوطلب|درود."],
    ),
    (
        "one side leads lines, the other follows in them",
        "BOT: Hi. HUMAN: Hello.\nBOT: So? HUMAN: Yes.\n",
        &[
            "bot|BOT|Hi.",
            "human|HUMAN|Hello.",
            "bot|BOT|So?",
            "human|HUMAN|Yes.",
        ],
    ),
    (
        "a bullet and a dash",
        "- BOT - Hi.\n- HUMAN - Hello.",
        &["bot|BOT|Hi.", "human|HUMAN|Hello."],
    ),
    (
        "pictures",
        "🤖 BOT: Hi.\n👤 HUMAN: Hello.",
        &["bot|🤖 BOT|Hi.", "human|👤 HUMAN|Hello."],
    ),
    (
        "a bold dash",
        "**Agent** – Hi.\n**User** – Hello.",
        &["bot|Agent|Hi.", "human|User|Hello."],
    ),
    (
        "a double angle bracket",
        "Agent >> Hi.\nCaller >> Hello.",
        &["bot|Agent|Hi.", "human|Caller|Hello."],
    ),
    (
        "a table with bars",
        "| BOT | Hi. |\n| HUMAN | Hello. |",
        &["bot|BOT|Hi. |", "human|HUMAN|Hello. |"],
    ),
    (
        "separators and paragraphs",
        "BOT - Hi.\nHow are you?\nHUMAN - Fine.\nAnd you?",
        &["bot|BOT|Hi.\nHow are you?", "human|HUMAN|Fine.\nAnd you?"],
    ),
    (
        "a label split off by two lines",
        "HUMAN\n\nHello.\n\nBOT\n\nHi.",
        &["human|HUMAN|Hello.", "bot|BOT|Hi."],
    ),
    (
        "French guillemets around a label",
        "BOT: Bonjour.\nHUMAN: Il a dit « BOT: au revoir » hier.",
        &[
            "bot|BOT|Bonjour.",
            "human|HUMAN|Il a dit « BOT: au revoir » hier.",
        ],
    ),
    (
        "three names with speech between",
        "Ana: Hi.\nmore\nBo: Hello.\nCy: Hey.\nBo: So?\nAna: Yes.\nCy: No.",
        &["unknown|-|Ana: Hi.\nmore\nBo: Hello.\nCy: Hey.\nBo: So?\nAna: Yes.\nCy: No."],
    ),
];

#[test]
fn held_out_shapes_are_read_as_a_person_would() {
    check(HELD_OUT);
}
