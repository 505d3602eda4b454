//! Transcripts of every shape, split into turns.

use ninjahire_calls::transcript::*;
use proptest::prelude::*;

/// `role|label|text` of every turn.
fn read_with(transcript: &str, options: &TranscriptOptions) -> Vec<String> {
    parse_transcript(transcript, options)
        .iter()
        .map(|turn| {
            format!(
                "{}|{}|{}",
                turn.role.as_str(),
                turn.label(transcript).unwrap_or("-"),
                turn.text(transcript)
            )
        })
        .collect()
}

fn read(transcript: &str) -> Vec<String> {
    read_with(transcript, &TranscriptOptions::default())
}

fn times(transcript: &str) -> Vec<Option<f64>> {
    parse_transcript(transcript, &TranscriptOptions::default())
        .iter()
        .map(|turn| turn.start_time)
        .collect()
}

fn shape(transcript: &str) -> Shape {
    detect_format(transcript, &TranscriptOptions::default()).shape
}

const TWO: [&str; 2] = ["bot|BOT|Hi.", "human|HUMAN|Hello."];

#[test]
fn two_labelled_lines_are_two_turns() {
    assert_eq!(read("BOT: Hi.\nHUMAN: Hello."), TWO);
}

#[test]
fn labels_are_read_in_any_case() {
    assert_eq!(
        read("bot: Hi.\nHuman: Hello.\nBOT: So.\nhuman: Yes."),
        [
            "bot|bot|Hi.",
            "human|Human|Hello.",
            "bot|BOT|So.",
            "human|human|Yes."
        ]
    );
    assert_eq!(
        read("bot: Hi.\nhuman: Hello."),
        ["bot|bot|Hi.", "human|human|Hello."]
    );
}

#[test]
fn blank_space_around_the_transcript_and_a_byte_order_mark_do_not_matter() {
    for transcript in [
        "\nBOT: Hi.\nHUMAN: Hello.\n",
        "\u{FEFF}BOT: Hi.\nHUMAN: Hello.",
        "\u{FEFF}\r\n \tBOT: Hi.\nHUMAN: Hello.\n\n",
        "\u{200E}BOT: Hi.\n\u{200F}HUMAN: Hello.",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
    }
}

#[test]
fn every_line_break_is_one() {
    for end in [
        "\n", "\r\n", "\r", "\n\n\n", "\r\n\r\n", "\u{2028}", "\u{2029}", "\u{B}",
    ] {
        assert_eq!(
            read(&format!("BOT: Hi.{end}HUMAN: Hello.{end}")),
            TWO,
            "{end:?}"
        );
    }
}

#[test]
fn space_around_label_and_colon_does_not_matter() {
    for transcript in [
        "  BOT: Hi.\n\tHUMAN: Hello.",
        "BOT : Hi.\nHUMAN\t:Hello.",
        "BOT:Hi.\nHUMAN:Hello.",
        "BOT:\u{3000}Hi.\nHUMAN:\u{A0}Hello.",
        "BOT：Hi.\nHUMAN：Hello.",
        "BOT:\nHi.\nHUMAN:\nHello.",
        "BOT:\n\n  Hi.\n\nHUMAN:\r\n\r\nHello.",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
    }
}

#[test]
fn a_turn_keeps_its_inner_lines() {
    assert_eq!(
        read("BOT: Hi.\n\nSecond paragraph.\n   hanging\nHUMAN: Hello."),
        ["bot|BOT|Hi.\n\nSecond paragraph.\n   hanging", TWO[1]]
    );
}

#[test]
fn clocks_beside_labels_are_start_times() {
    for (transcript, expected) in [
        ("[00:00:04] BOT: Hi.\n(01:12) HUMAN: Hello.", [4.0, 72.0]),
        ("00:00:04 - BOT: Hi.\n00:01:09 - HUMAN: Hello.", [4.0, 69.0]),
        ("00:00:04 – BOT: Hi.\n00:01:09 — HUMAN: Hello.", [4.0, 69.0]),
        ("0:04 BOT: Hi.\n1:09 HUMAN: Hello.", [4.0, 69.0]),
        (
            "[00:04.250] BOT: Hi.\n[00:01:09,500] HUMAN: Hello.",
            [4.25, 69.5],
        ),
        (
            "[00:04 - 00:07] BOT: Hi.\n[00:08 --> 00:09] HUMAN: Hello.",
            [4.0, 8.0],
        ),
        ("BOT (00:04): Hi.\nHUMAN [1:02:03]: Hello.", [4.0, 3723.0]),
        ("[4.5s] BOT: Hi.\n[12s] HUMAN: Hello.", [4.5, 12.0]),
        ("[4.5] BOT: Hi.\n[12.25] HUMAN: Hello.", [4.5, 12.25]),
        (
            "**[00:04] BOT:** Hi.\n**[00:05] HUMAN:** Hello.",
            [4.0, 5.0],
        ),
        (
            "[00:04] **BOT:** Hi.\n[00:05] **HUMAN:** Hello.",
            [4.0, 5.0],
        ),
        ("75:12 BOT: Hi.\n100:00 HUMAN: Hello.", [4512.0, 6000.0]),
        (
            "[10:32:05 AM] BOT: Hi.\n[12:00 PM] HUMAN: Hello.",
            [37925.0, 43200.0],
        ),
        (
            "[12:00:04 AM] BOT: Hi.\n[0:00:30 AM] HUMAN: Hello.",
            [4.0, 30.0],
        ),
        (
            "[2026-05-01 10:00:00] BOT: Hi.\n2026-05-01T10:00:02Z HUMAN: Hello.",
            [36000.0, 36002.0],
        ),
        ("00:04 | BOT: Hi.\n00:05 | HUMAN: Hello.", [4.0, 5.0]),
        ("<00:04> BOT: Hi.\n<00:05> HUMAN: Hello.", [4.0, 5.0]),
        (
            "1\n00:00:04,000 --> 00:00:05,000\nBOT: Hi.\n\n2\n00:00:06,000 --> 00:00:07,000\nHUMAN: Hello.",
            [4.0, 6.0],
        ),
        ("[00:04]\nBOT: Hi.\n[00:05]\nHUMAN: Hello.", [4.0, 5.0]),
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
        assert_eq!(times(transcript), expected.map(Some), "{transcript:?}");
    }
}

#[test]
fn a_clock_that_runs_backwards_is_none() {
    assert_eq!(
        times("[00:05] BOT: a\n[00:03] HUMAN: b\n[00:05] BOT: c\n[00:09] HUMAN: d"),
        [Some(5.0), None, Some(5.0), Some(9.0)]
    );
    let format = detect_format(
        "[00:05] BOT: a\n[00:03] HUMAN: b",
        &TranscriptOptions::default(),
    );
    assert_eq!((format.timed_turns, format.backward_clocks), (1, 1));
}

#[test]
fn what_is_no_clock_is_no_start_time() {
    for transcript in [
        "[1] BOT: Hi.\n[2] HUMAN: Hello.",
        "1. BOT: Hi.\n2. HUMAN: Hello.",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
        assert_eq!(times(transcript), [None, None], "{transcript:?}");
    }
}

#[test]
fn a_time_on_a_line_of_its_own_is_an_answer() {
    assert_eq!(
        read("BOT: When?\nHUMAN:\n10:30\nBOT: Good."),
        ["bot|BOT|When?", "human|HUMAN|10:30", "bot|BOT|Good."]
    );
}

#[test]
fn decorated_labels_are_labels() {
    for transcript in [
        "**BOT:** Hi.\n**HUMAN:** Hello.",
        "**BOT**: Hi.\n**HUMAN**: Hello.",
        "__BOT:__ Hi.\n__HUMAN:__ Hello.",
        "*BOT*: Hi.\n_HUMAN_: Hello.",
        "### BOT: Hi.\n### HUMAN: Hello.",
        "### BOT:\nHi.\n\n### HUMAN:\nHello.",
        "## **BOT:**\nHi.\n\n## **HUMAN:**\nHello.",
        "[BOT]: Hi.\n[HUMAN]: Hello.",
        "[BOT] : Hi.\n[HUMAN] : Hello.",
        "[BOT:] Hi.\n[HUMAN:] Hello.",
        "**[BOT]:** Hi.\n[**HUMAN**]: Hello.",
        "(BOT): Hi.\n<HUMAN>: Hello.",
        "- BOT: Hi.\n- HUMAN: Hello.",
        "* BOT: Hi.\n• HUMAN: Hello.",
        "> BOT: Hi.\n> HUMAN: Hello.",
        "1. BOT: Hi.\n2) HUMAN: Hello.",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
        assert!(detect_format(transcript, &TranscriptOptions::default()).decorated);
    }
}

#[test]
fn who_the_label_is_belongs_to_it() {
    assert_eq!(
        read("BOT (Screener): Hi.\nHUMAN (Sam Lee) : Hello."),
        ["bot|BOT (Screener)|Hi.", "human|HUMAN (Sam Lee)|Hello."]
    );
    assert_eq!(
        read("Agent 1: Hi.\nCustomer 2: Hello."),
        ["bot|Agent 1|Hi.", "human|Customer 2|Hello."]
    );
}

#[test]
fn labels_without_a_colon_need_lines_of_their_own_or_brackets() {
    for transcript in [
        "BOT\nHi.\n\nHUMAN\nHello.",
        "[BOT] Hi.\n[HUMAN] Hello.",
        "**BOT**\nHi.\n\n**HUMAN**\nHello.",
        "BOT  0:04\nHi.\n\nHUMAN  0:09\nHello.",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
        assert_eq!(shape(transcript), Shape::BareLines);
    }
    assert_eq!(read("User\nis a word"), ["unknown|-|User\nis a word"]);
    assert_eq!(
        read("BOT: You need an\nAI\nor a\nuser\nHUMAN: Yes."),
        ["bot|BOT|You need an\nAI\nor a\nuser", "human|HUMAN|Yes."]
    );
}

#[test]
fn a_whole_call_on_one_line_is_split() {
    for transcript in [
        "BOT: Hi. HUMAN: Hello.",
        "  BOT: Hi. HUMAN: Hello.\n",
        "BOT: Hi.HUMAN: Hello.",
        "**BOT:** Hi. **HUMAN:** Hello.",
        "[BOT]: Hi. [HUMAN]: Hello.",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
        assert_eq!(shape(transcript), Shape::Inline);
    }
    assert_eq!(
        read("[00:01] BOT: Hi. [00:02] HUMAN: Hello. [00:04] BOT: So?"),
        ["bot|BOT|Hi.", "human|HUMAN|Hello.", "bot|BOT|So?"]
    );
    assert_eq!(
        times("[00:01] BOT: Hi. [00:02] HUMAN: Hello. [00:04] BOT: So?"),
        [Some(1.0), Some(2.0), Some(4.0)]
    );
    assert_eq!(
        read("bot: Hi! human: Hello? bot: So… human: 好。bot：再见。"),
        [
            "bot|bot|Hi!",
            "human|human|Hello?",
            "bot|bot|So…",
            "human|human|好。",
            "bot|bot|再见。"
        ]
    );
}

#[test]
fn a_call_on_one_line_without_punctuation_is_split_where_the_speakers_alternate() {
    assert_eq!(
        read("BOT: hi there HUMAN: hello BOT: how are you HUMAN: fine"),
        [
            "bot|BOT|hi there",
            "human|HUMAN|hello",
            "bot|BOT|how are you",
            "human|HUMAN|fine"
        ]
    );
    assert_eq!(
        read("BOT: hi HUMAN: hello"),
        ["bot|BOT|hi", "human|HUMAN|hello"]
    );
    assert_eq!(
        read("BOT: Hi. HUMAN: yeah so um BOT: Okay. HUMAN: Sure."),
        [
            "bot|BOT|Hi.",
            "human|HUMAN|yeah so um",
            "bot|BOT|Okay.",
            "human|HUMAN|Sure."
        ]
    );
}

#[test]
fn on_one_line_what_somebody_quotes_is_speech() {
    for transcript in [
        "HUMAN: The log said \"BOT: disconnected\"",
        "HUMAN: Note: I said BOT: hello",
        "HUMAN: The log said BOT: disconnected",
        "HUMAN: it wrote “Nobody there. BOT: hello” to me",
        "HUMAN: it wrote «Fin. BOT: hello» to me",
        "HUMAN: see bot://x and my.bot: x",
        "HUMAN: like BOT::new. BOT::old",
    ] {
        assert_eq!(read(transcript).len(), 1, "{transcript:?}");
    }
    assert_eq!(
        read("BOT: Hi. HUMAN: The log said BOT: disconnected. BOT: I see."),
        [
            "bot|BOT|Hi.",
            "human|HUMAN|The log said BOT: disconnected.",
            "bot|BOT|I see."
        ]
    );
    assert_eq!(
        read("BOT: Hi. HUMAN: see you at 10:30 BOT: ok. HUMAN: Bye."),
        [
            "bot|BOT|Hi.",
            "human|HUMAN|see you at 10:30",
            "bot|BOT|ok.",
            "human|HUMAN|Bye."
        ]
    );
    assert_eq!(
        read("BOT: Hi. HUMAN: A human: being. BOT: So."),
        ["bot|BOT|Hi.", "human|HUMAN|A human: being.", "bot|BOT|So."]
    );
}

#[test]
fn where_labels_lead_lines_a_label_within_a_line_is_speech() {
    assert_eq!(
        read("HUMAN: The log said \"BOT: disconnected\"\nBOT: Fine. HUMAN: is your label."),
        [
            "human|HUMAN|The log said \"BOT: disconnected\"",
            "bot|BOT|Fine. HUMAN: is your label."
        ]
    );
}

#[test]
fn where_bot_and_human_lead_lines_other_labels_are_speech() {
    let transcript = "BOT: What did you build?\nHUMAN: I was an\nAgent: of change.\nSystem: none.\nEditor: vi.\nUser: admin\nCandidate: me\nBOT: I see.";
    assert_eq!(
        read(transcript),
        [
            "bot|BOT|What did you build?",
            "human|HUMAN|I was an\nAgent: of change.\nSystem: none.\nEditor: vi.\nUser: admin\nCandidate: me",
            "bot|BOT|I see."
        ]
    );
    let format = detect_format(transcript, &TranscriptOptions::default());
    let doubts: Vec<&str> = format
        .left_as_speech
        .iter()
        .map(|label| label.of(transcript))
        .collect();
    assert_eq!(doubts, ["Agent", "System", "Editor", "User", "Candidate"]);
}

#[test]
fn a_word_in_lower_case_among_capitalised_labels_is_a_word() {
    assert_eq!(
        read("BOT: Hi.\nHUMAN: I studied\nhuman: computer interaction\nBOT: Good.\nHUMAN: Yes."),
        [
            "bot|BOT|Hi.",
            "human|HUMAN|I studied\nhuman: computer interaction",
            "bot|BOT|Good.",
            "human|HUMAN|Yes."
        ]
    );
    assert_eq!(
        read("What makes us a\nhuman: being kind"),
        ["unknown|-|What makes us a\nhuman: being kind"]
    );
}

#[test]
fn a_label_quoted_in_a_hanging_paragraph_is_speech() {
    assert_eq!(
        read("BOT: Hi.\nHUMAN: It said\n    starting\n    BOT: disconnected\nBOT: I see."),
        [
            "bot|BOT|Hi.",
            "human|HUMAN|It said\n    starting\n    BOT: disconnected",
            "bot|BOT|I see."
        ]
    );
}

#[test]
fn literal_line_breaks_between_turns_are_line_breaks() {
    for transcript in [
        r"BOT: Hi.\nHUMAN: Hello.",
        r"BOT: Hi.\r\nHUMAN: Hello.\r\n",
        r"BOT: Hi.\\nHUMAN: Hello.",
        r"\nBOT: Hi.\n\nHUMAN:\nHello.\n",
        "BOT: Hi.\\nHUMAN: Hello.\n",
    ] {
        assert_eq!(read(transcript), TWO, "{transcript:?}");
        assert_eq!(shape(transcript), Shape::EscapedLines);
    }
    assert_eq!(
        read(r"BOT: one\ntwo\nHUMAN: three"),
        [r"bot|BOT|one\ntwo", "human|HUMAN|three"]
    );
    assert_eq!(
        read("BOT: What does \\nHUMAN: print?\nHUMAN: A line break, \\n"),
        [
            r"bot|BOT|What does \nHUMAN: print?",
            r"human|HUMAN|A line break, \n"
        ]
    );
}

#[test]
fn the_same_speaker_twice_in_a_row_is_two_turns() {
    assert_eq!(
        read("BOT: a\nBOT: b\nHUMAN: c"),
        ["bot|BOT|a", "bot|BOT|b", "human|HUMAN|c"]
    );
    assert_eq!(read("BOT: a\nBOT: b"), ["bot|BOT|a", "bot|BOT|b"]);
}

#[test]
fn a_label_with_nothing_after_it_is_an_empty_turn_just_after_it() {
    let transcript = "BOT:  \n\nHUMAN: \nBOT:";
    assert_eq!(read(transcript), ["bot|BOT|", "human|HUMAN|", "bot|BOT|"]);
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    assert_eq!(turns[0].text, TextRange::new(4, 4));
    assert_eq!(
        turns[2].text,
        TextRange::new(transcript.len(), transcript.len())
    );
}

#[test]
fn without_labels_all_is_one_turn_of_somebody_unknown() {
    assert_eq!(
        read(" Hi there.\n\nHello: you \n"),
        ["unknown|-|Hi there.\n\nHello: you"]
    );
    assert_eq!(
        read("Me: hi\nThem: hello"),
        ["unknown|-|Me: hi\nThem: hello"]
    );
    assert_eq!(
        read("Log in.\nUser: admin"),
        ["unknown|-|Log in.\nUser: admin"]
    );
    assert_eq!(shape("Hi."), Shape::Unlabelled);
    for blank in ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF} \n"] {
        assert!(read(blank).is_empty(), "{blank:?}");
    }
}

#[test]
fn text_before_the_first_label_is_of_somebody_unknown() {
    assert_eq!(
        read("Call of 3 May\n\nBOT: Hi.\nHUMAN: Hello."),
        ["unknown|-|Call of 3 May", TWO[0], TWO[1]]
    );
    assert_eq!(
        read("Candidate: Sam Lee\n\nBOT: Hi.\nHUMAN: Hello."),
        ["unknown|-|Candidate: Sam Lee", TWO[0], TWO[1]]
    );
    assert_eq!(
        read("Transcript: BOT: Hi. HUMAN: Hello. BOT: So."),
        [
            "unknown|-|Transcript:",
            "bot|BOT|Hi.",
            "human|HUMAN|Hello.",
            "bot|BOT|So."
        ]
    );
}

#[test]
fn labels_of_other_vendors_are_read() {
    for (bot, human) in [
        ("AI", "User"),
        ("Agent", "Customer"),
        ("Assistant", "User"),
        ("LLM", "Caller"),
        ("Bot", "User"),
        ("AI", "Human"),
        ("AI Interviewer", "Candidate"),
        ("Agent", "Client"),
        ("assistant", "interviewee"),
        ("BOT", "CANDIDATE"),
    ] {
        for between in ["\n", " "] {
            let transcript = format!(
                "{bot}: Hi.{between}{human}: Hello.{between}{bot}: So.{between}{human}: Yes."
            );
            assert_eq!(
                read(&transcript),
                [
                    format!("bot|{bot}|Hi."),
                    format!("human|{human}|Hello."),
                    format!("bot|{bot}|So."),
                    format!("human|{human}|Yes."),
                ],
                "{transcript:?}"
            );
        }
    }
}

#[test]
fn one_pair_of_labels_is_held_and_the_others_are_speech() {
    assert_eq!(
        read("Agent: Hi.\nUser: Hello.\nAgent: Log in as\nCustomer: x\nUser: ok"),
        [
            "bot|Agent|Hi.",
            "human|User|Hello.",
            "bot|Agent|Log in as\nCustomer: x",
            "human|User|ok"
        ]
    );
}

#[test]
fn who_cannot_be_told_is_other() {
    assert_eq!(
        read("Speaker 0: Hi.\nSpeaker 1: Hello.\nSpeaker 0: So."),
        [
            "other|Speaker 0|Hi.",
            "other|Speaker 1|Hello.",
            "other|Speaker 0|So."
        ]
    );
    assert_eq!(
        read("SPEAKER_00: Hi.\nSPEAKER_01: Hello."),
        ["other|SPEAKER_00|Hi.", "other|SPEAKER_01|Hello."]
    );
    assert_eq!(
        read("Speaker A: Hi. Speaker B: Hello. Speaker A: So."),
        [
            "other|Speaker A|Hi.",
            "other|Speaker B|Hello.",
            "other|Speaker A|So."
        ]
    );
    assert_eq!(
        read("Interviewer: Hi.\nCandidate: Hello."),
        ["other|Interviewer|Hi.", "human|Candidate|Hello."]
    );
}

#[test]
fn the_callers_own_labels_are_labels() {
    let options = TranscriptOptions::default()
        .with_role("Nina", Role::Bot)
        .with_role("Łukasz Żak:", Role::Human);
    assert_eq!(
        read_with("Nina: Hi.\nŁUKASZ ŻAK: Hello.\nAgent: x", &options),
        ["bot|Nina|Hi.", "human|ŁUKASZ ŻAK|Hello.\nAgent: x"]
    );
    assert_eq!(
        read_with(
            "[00:01] **nina:** Hi.\n[00:02] **Łukasz Żak:** Hello.",
            &options
        ),
        ["bot|nina|Hi.", "human|Łukasz Żak|Hello."]
    );
    assert_eq!(
        read_with("NINA: Hi.\nHUMAN: Hello.", &options),
        ["bot|NINA|Hi.", "human|HUMAN|Hello."]
    );
    assert_eq!(
        read_with("Nina: Hi. Łukasz Żak: Hello.", &options),
        ["bot|Nina|Hi.", "human|Łukasz Żak|Hello."]
    );
    let options = TranscriptOptions::default()
        .with_role("Agent", Role::Human)
        .with_role("Speaker 0", Role::Bot)
        .with_role("Speaker 1", Role::Human);
    assert_eq!(
        read_with("Agent: Hi.\nAssistant: Hello.", &options),
        ["human|Agent|Hi.", "bot|Assistant|Hello."]
    );
    assert_eq!(
        read_with("Speaker 0: Hi.\nSpeaker 1: Hello.", &options),
        ["bot|Speaker 0|Hi.", "human|Speaker 1|Hello."]
    );
}

#[test]
fn the_callers_own_labels_are_held_by_the_same_rule() {
    let options = TranscriptOptions::default()
        .with_role("Candidate", Role::Human)
        .with_role("Recruiter", Role::Other);
    assert_eq!(
        read_with(
            "BOT: Hi.\nHUMAN: I wrote\nCandidate: strong\nRecruiter: I join.",
            &options
        ),
        [
            "bot|BOT|Hi.",
            "human|HUMAN|I wrote\nCandidate: strong",
            "other|Recruiter|I join."
        ]
    );
    for blank in ["", " ", ":"] {
        let options = TranscriptOptions::default().with_role(blank, Role::Bot);
        assert_eq!(read_with("BOT: Hi.\n: x", &options), ["bot|BOT|Hi.\n: x"]);
    }
}

#[test]
fn an_aside_in_brackets_is_speech() {
    assert_eq!(
        read("BOT: Hi.\n(HUMAN: he laughs)\nHUMAN: Hello."),
        ["bot|BOT|Hi.\n(HUMAN: he laughs)", "human|HUMAN|Hello."]
    );
}

#[test]
fn groups_join_a_speakers_turns() {
    let transcript = "BOT: a\nBot: b\nHUMAN: c\nBOT: d";
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    let groups = group_turns(transcript, &turns);
    let ranges: Vec<_> = groups.iter().map(|group| group.turns.clone()).collect();
    assert_eq!(ranges, [0..2, 2..3, 3..4]);
    assert!(group_turns("", &[]).is_empty());
}

/// Text with many labels and separators, mixed with arbitrary characters.
fn transcripts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "BOT:",
            "HUMAN:",
            "bot:",
            "Agent: ",
            "User:",
            "Speaker 1:",
            "[00:01] ",
            "(1:02) ",
            "00:00:03 - ",
            "[",
            "]",
            "(",
            ")",
            "**",
            "*",
            "_",
            "#",
            "### ",
            "> ",
            "- ",
            ":",
            "：",
            "\n",
            "\r\n",
            "\r",
            "\\n",
            "\\",
            "\u{2028}",
            " ",
            "\t",
            "  ",
            "\"",
            "“",
            "”",
            ". ",
            "? ",
            "word",
            "said",
            "\u{FEFF}",
            "\u{200F}",
            "\0",
            "😀",
            "é",
            "好。",
            "BOT",
            "HUMAN",
            "12.",
            "7",
            "→",
            "--> ",
            "\u{FFFD}",
            "\u{3000}",
            "\u{85}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn some_options() -> impl Strategy<Value = TranscriptOptions> {
    proptest::collection::vec(("[A-Za-zé好:]{0,5}", 0..4_usize), 0..3).prop_map(|roles| {
        let all = [Role::Bot, Role::Human, Role::Other, Role::Unknown];
        TranscriptOptions {
            roles: roles
                .into_iter()
                .map(|(label, role)| (label, all[role]))
                .collect(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_is_in_two_turns(text in transcripts(), options in some_options()) {
        let turns = parse_transcript(&text, &options);
        let mut gap_start = 0;
        let mut gaps = Vec::new();
        for (place, turn) in turns.iter().enumerate() {
            prop_assert_eq!(turn.index, place);
            prop_assert!(turn.text.start <= turn.text.end);
            prop_assert!(turn.text.start >= gap_start, "turns overlap");
            prop_assert!(text.get(turn.text.start..turn.text.end).is_some());
            prop_assert_eq!(turn.text(&text), turn.text(&text).trim_matches([' ', '\t', '\n', '\r']));
            match turn.label {
                // An entry of JSON without a label continues with the speaker of the one before.
                Some(label) if place > 0 && turns[place - 1].label == Some(label) => {
                    gaps.push((gap_start, turn.text.start, turn.text.start));
                }
                Some(label) => {
                    prop_assert!(label.start >= gap_start && label.end <= turn.text.start);
                    prop_assert!(!label.is_empty());
                    prop_assert!(text.get(label.start..label.end).is_some());
                    // Before the label there may be only whitespace, markup and decoration.
                    gaps.push((gap_start, label.start, turn.text.start));
                }
                None => {
                    prop_assert_eq!(place, 0);
                    prop_assert_eq!(turn.role, Role::Unknown);
                    gaps.push((gap_start, gap_start, turn.text.start));
                }
            }
            gap_start = turn.text.end;
        }
        gaps.push((gap_start, gap_start, text.len()));
        let markup = |c: char| {
            c.is_whitespace() || c.is_ascii_digit() || c.is_ascii_punctuation()
                || "\u{FEFF}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2013}\u{2014}\u{2022}→：“”‘’„«»"
                    .contains(c)
                || ('\u{202A}'..='\u{202E}').contains(&c)
                || ('\u{2060}'..='\u{2069}').contains(&c)
                || c == '\u{FE55}'
        };
        for (start, label, end) in gaps {
            let before = &text[start..label];
            for word in before.split(markup) {
                prop_assert!(
                    ["", "n", "r", "AM", "PM", "am", "pm", "s", "T", "Z"].contains(&word),
                    "lost {before:?} of {text:?}"
                );
            }
            if label == start && start != end {
                prop_assert!(text[start..end].chars().all(markup) || turns.iter().any(|turn| turn.label.is_some()));
            }
        }
    }

    #[test]
    fn offsets_in_utf16_are_exact(text in transcripts()) {
        let turns = parse_transcript(&text, &TranscriptOptions::default());
        let units: Vec<u16> = text.encode_utf16().collect();
        let flat = utf16_turns(&text, &turns);
        prop_assert_eq!(flat.len(), turns.len() * FLAT_TURN);
        for (turn, flat) in turns.iter().zip(flat.chunks(FLAT_TURN)) {
            let slice = |start: f64, end: f64| {
                String::from_utf16(&units[start as usize..end as usize]).unwrap()
            };
            prop_assert_eq!(slice(flat[3], flat[4]), turn.text(&text));
            match turn.label(&text) {
                Some(label) => prop_assert_eq!(slice(flat[1], flat[2]), label),
                None => prop_assert_eq!((flat[1], flat[2]), (-1.0, -1.0)),
            }
        }
    }

    #[test]
    fn format_and_groups_never_fail(text in transcripts(), options in some_options()) {
        let format = detect_format(&text, &options);
        let turns = parse_transcript(&text, &options);
        prop_assert_eq!(format.turns, turns.len());
        for doubt in &format.left_as_speech {
            prop_assert!(turns.iter().all(|turn| turn.label != Some(*doubt)));
        }
        let groups = group_turns(&text, &turns);
        prop_assert_eq!(groups.iter().map(|group| group.turns.len()).sum::<usize>(), turns.len());
    }

    #[test]
    fn a_well_formed_call_is_read_as_it_was_written(
        said in proptest::collection::vec("[a-z]{1,8}( [a-z]{1,8}){0,5}[.?!]", 1..20),
        end in proptest::sample::select(vec!["\n", "\r\n", "\n\n", "\r", " ", "\\n"]),
    ) {
        let mut transcript = String::new();
        for (place, words) in said.iter().enumerate() {
            if place > 0 {
                transcript.push_str(end);
            }
            transcript.push_str(if place % 2 == 0 { "BOT: " } else { "HUMAN: " });
            transcript.push_str(words);
        }
        let turns = parse_transcript(&transcript, &TranscriptOptions::default());
        prop_assert_eq!(turns.len(), said.len());
        for (turn, words) in turns.iter().zip(&said) {
            prop_assert_eq!(turn.text(&transcript), words);
        }
    }
}
