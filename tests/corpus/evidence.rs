//! Labelled calls, and the quality of links on them. Used by the tests and by `examples/evidence`.

use ninjahire_calls::assessment::{QuestionRow, parse_questions};
use ninjahire_calls::reading::evidence::Evidence;
use ninjahire_calls::reading::{Role, Spoken, TranscriptOptions, parse_transcript, spoken};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// How a question was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Verbatim,
    Near,
    Paraphrased,
    Absent,
    /// Asked; the label does not say how.
    Unknown,
}

/// The turns that ask and answer a question.
#[derive(Clone, Debug)]
pub struct Label {
    pub kind: Kind,
    /// The turns that ask it, and those that may be named besides.
    pub asks: BTreeSet<usize>,
    pub asks_allowed: BTreeSet<usize>,
    pub answers: BTreeSet<usize>,
    pub answers_allowed: BTreeSet<usize>,
}

/// A labelled call.
#[derive(Clone)]
pub struct Call {
    pub language: String,
    pub name: String,
    turns: Vec<(Role, String)>,
    pub rows: Vec<QuestionRow>,
    pub labels: Vec<Label>,
}

impl Call {
    pub fn turns(&self) -> Vec<Spoken<'_>> {
        self.turns
            .iter()
            .map(|(role, text)| Spoken {
                role: *role,
                label: None,
                text,
                start_time: None,
            })
            .collect()
    }
}

/// Reads all calls of a folder, by file name.
pub fn read_folder(folder: &Path) -> Vec<Call> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let mut calls = Vec::new();
    for file in files {
        let text = || fs::read_to_string(&file).unwrap();
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("txt") => calls.extend(parse_text(&text())),
            Some("json") => calls.extend(parse_json(&text())),
            _ => {}
        }
    }
    calls
}

/// Reads calls in the format that the fixtures' README describes.
pub fn parse_text(text: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
        if mark == "==" {
            let (language, name) = rest.split_once(' ').unwrap_or((rest, ""));
            calls.push(Call {
                language: language.to_owned(),
                name: name.to_owned(),
                turns: Vec::new(),
                rows: Vec::new(),
                labels: Vec::new(),
            });
            continue;
        }
        let call = calls.last_mut().expect("a call before its lines");
        let kind = match mark {
            "v" => Some(Kind::Verbatim),
            "n" => Some(Kind::Near),
            "p" => Some(Kind::Paraphrased),
            "a" => Some(Kind::Absent),
            _ => None,
        };
        match kind {
            Some(kind) => {
                let (question, response) = rest.split_once("=>").unwrap_or((rest, ""));
                let response = response.trim();
                call.rows.push(QuestionRow {
                    question: Some(question.trim().to_owned()),
                    response: (!response.is_empty() && response != "null")
                        .then(|| response.to_owned()),
                    ..QuestionRow::default()
                });
                call.labels.push(Label {
                    kind,
                    asks: BTreeSet::new(),
                    asks_allowed: BTreeSet::new(),
                    answers: BTreeSet::new(),
                    answers_allowed: BTreeSet::new(),
                });
            }
            None => call.push_turn(mark, rest),
        }
    }
    for call in &calls {
        for (index, label) in call.labels.iter().enumerate() {
            assert_eq!(
                label.asks.is_empty(),
                label.kind == Kind::Absent,
                "{} {}: question {} is labelled {:?}",
                call.language,
                call.name,
                index + 1,
                label.kind
            );
        }
    }
    calls
}

impl Call {
    /// `B2` asks the second question, `H2` answers it; with a small letter it may be named as well.
    fn push_turn(&mut self, mark: &str, text: &str) {
        let turn = self.turns.len();
        let (who, questions) = mark.split_at(1);
        let role = match who {
            "B" | "b" => Role::Bot,
            "H" | "h" => Role::Human,
            _ => panic!("{}: {mark} {text}", self.name),
        };
        self.turns.push((role, text.to_owned()));
        for question in questions.split(',').filter(|question| !question.is_empty()) {
            let label = &mut self.labels[question.parse::<usize>().unwrap() - 1];
            match who {
                "B" => label.asks.insert(turn),
                "b" => label.asks_allowed.insert(turn),
                "H" => label.answers.insert(turn),
                _ => label.answers_allowed.insert(turn),
            };
        }
    }
}

fn parse_json(text: &str) -> Vec<Call> {
    let calls: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    let parse = |call: &serde_json::Value| {
        let transcript = call["transcript"].as_str().unwrap();
        let turns = parse_transcript(transcript, &TranscriptOptions::default());
        let numbers = |value: &serde_json::Value| -> BTreeSet<usize> {
            let numbers = value.as_array().into_iter().flatten();
            numbers
                .map(|number| number.as_u64().unwrap() as usize)
                .collect()
        };
        let label = |link: &serde_json::Value| Label {
            kind: if link.is_null() {
                Kind::Absent
            } else {
                Kind::Unknown
            },
            asks: numbers(&link["asks"]),
            asks_allowed: BTreeSet::new(),
            answers: numbers(&link["answers"]),
            answers_allowed: BTreeSet::new(),
        };
        Call {
            language: call["language"].as_str().unwrap().to_owned(),
            name: call["name"].as_str().unwrap().to_owned(),
            turns: spoken(transcript, &turns)
                .iter()
                .map(|turn| (turn.role, turn.text.to_owned()))
                .collect(),
            rows: parse_questions(&call["questions"].to_string()).rows,
            labels: call["links"]
                .as_array()
                .unwrap()
                .iter()
                .map(label)
                .collect(),
        }
    };
    calls.iter().map(parse).collect()
}

/// Variations of calls that make links harder: rows left out (their question is then asked but not
/// listed), rows of other calls put in, responses left out, rows out of order.
pub fn variations(calls: &[Call], count: usize) -> Vec<Call> {
    let mut random = Random(7);
    let mut varied = Vec::new();
    for call in calls {
        for _ in 0..count {
            varied.push(variation(call, calls, &mut random));
        }
    }
    varied
}

fn variation(call: &Call, calls: &[Call], random: &mut Random) -> Call {
    let mut rows: Vec<(QuestionRow, Label)> = call
        .rows
        .iter()
        .cloned()
        .zip(call.labels.iter().cloned())
        .filter(|_| !random.one_in(3))
        .collect();
    let others: Vec<&Call> = calls
        .iter()
        .filter(|other| other.language == call.language && other.name != call.name)
        .collect();
    for _ in 0..2 {
        if others.is_empty() || random.one_in(2) {
            continue;
        }
        let other = others[random.below(others.len())];
        let row = &other.rows[random.below(other.rows.len())];
        let alike = |known: &QuestionRow| common_words(known, row) > 0.25;
        if !call.rows.iter().any(alike) {
            let absent = Label {
                kind: Kind::Absent,
                asks: BTreeSet::new(),
                asks_allowed: BTreeSet::new(),
                answers: BTreeSet::new(),
                answers_allowed: BTreeSet::new(),
            };
            rows.insert(random.below(rows.len() + 1), (row.clone(), absent));
        }
    }
    for (row, _) in &mut rows {
        if random.one_in(4) {
            row.response = None;
        }
    }
    if random.one_in(5) {
        for index in (1..rows.len()).rev() {
            rows.swap(index, random.below(index + 1));
        }
    }
    let (rows, labels) = rows.into_iter().unzip();
    Call {
        rows,
        labels,
        ..call.clone()
    }
}

/// The share of words that two questions have in common.
fn common_words(one: &QuestionRow, other: &QuestionRow) -> f64 {
    let words = |row: &QuestionRow| -> BTreeSet<String> {
        let text = row.question.as_deref().unwrap_or_default().to_lowercase();
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count();
    common as f64 / one.len().min(other.len()).max(1) as f64
}

/// A linear congruential generator: the same numbers each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// Counts of questions and links.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Questions that were asked, and those of them that have a right link.
    pub asked: usize,
    pub found: usize,
    /// Links, and how many of them have right asks: the label allows all of them, and at least one is
    /// among the turns that do ask.
    pub links: usize,
    pub right: usize,
    /// Answering turns that are labelled, and those of them that are named.
    pub answering: usize,
    pub answering_named: usize,
    /// Answering turns that are named, and those of them that may be.
    pub answers: usize,
    pub answers_right: usize,
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

impl Counts {
    pub fn asks_precision(&self) -> f64 {
        share(self.right, self.links)
    }

    pub fn asks_found(&self) -> f64 {
        share(self.found, self.asked)
    }

    pub fn answers_precision(&self) -> f64 {
        share(self.answers_right, self.answers)
    }

    pub fn answers_recall(&self) -> f64 {
        share(self.answering_named, self.answering)
    }

    fn add(&mut self, other: &Counts) {
        self.asked += other.asked;
        self.found += other.found;
        self.links += other.links;
        self.right += other.right;
        self.answering += other.answering;
        self.answering_named += other.answering_named;
        self.answers += other.answers;
        self.answers_right += other.answers_right;
    }
}

/// The confidence of a link, and whether the link is right.
pub type Judged = (f64, bool);

/// How good links are.
#[derive(Default)]
pub struct Measured {
    pub calls: usize,
    pub all: Counts,
    pub kinds: BTreeMap<Kind, Counts>,
    pub languages: BTreeMap<String, Counts>,
    pub ask_confidences: Vec<Judged>,
    pub answer_confidences: Vec<Judged>,
    pub mistakes: Vec<String>,
}

impl Measured {
    pub fn of(calls: &[Call], link: impl Fn(&Call) -> Vec<Evidence>) -> Measured {
        let mut measured = Measured::default();
        for call in calls {
            measured.add(call, &link(call));
        }
        measured
    }

    fn add(&mut self, call: &Call, links: &[Evidence]) {
        self.calls += 1;
        for (question, label) in call.labels.iter().enumerate() {
            let mut counts = Counts::default();
            counts.asked += usize::from(label.kind != Kind::Absent);
            counts.answering += label.answers.len();
            let link = links.iter().find(|link| link.question == question);
            if let Some(link) = link {
                let (right, answers_right) = self.judge(label, link, &mut counts);
                if !right || !answers_right {
                    let turns = |spans: &[_]| -> Vec<usize> { spans.iter().map(turn_of).collect() };
                    self.mistakes.push(format!(
                        "{} {}: {:?} {}: asked {:?}, answered {:?} ({:.2}, {:.2}), not {:?}, {:?}",
                        call.language,
                        call.name,
                        label.kind,
                        question + 1,
                        turns(&link.asks),
                        turns(&link.answers),
                        link.ask_confidence,
                        link.answer_confidence,
                        label.asks,
                        label.answers
                    ));
                }
            } else if label.kind != Kind::Absent {
                self.mistakes.push(format!(
                    "{} {}: {:?} {}: not found in {:?}",
                    call.language,
                    call.name,
                    label.kind,
                    question + 1,
                    label.asks
                ));
            }
            self.all.add(&counts);
            self.kinds.entry(label.kind).or_default().add(&counts);
            self.languages
                .entry(call.language.clone())
                .or_default()
                .add(&counts);
        }
    }

    fn judge(&mut self, label: &Label, link: &Evidence, counts: &mut Counts) -> (bool, bool) {
        let asks: BTreeSet<usize> = link.asks.iter().map(turn_of).collect();
        let answers: BTreeSet<usize> = link.answers.iter().map(turn_of).collect();
        let right = asks.iter().any(|turn| label.asks.contains(turn))
            && asks
                .iter()
                .all(|turn| label.asks.contains(turn) || label.asks_allowed.contains(turn));
        counts.links += 1;
        counts.right += usize::from(right);
        counts.found += usize::from(right);
        let allowed =
            |turn: &&usize| label.answers.contains(turn) || label.answers_allowed.contains(turn);
        counts.answers += answers.len();
        counts.answers_right += answers.iter().filter(allowed).count();
        counts.answering_named += answers.intersection(&label.answers).count();
        let answers_right = answers.iter().all(|turn| allowed(&turn))
            && answers.is_empty() == label.answers.is_empty();
        self.ask_confidences.push((link.ask_confidence, right));
        self.answer_confidences
            .push((link.answer_confidence, answers_right));
        (right, answers_right)
    }
}

fn turn_of(span: &ninjahire_calls::reading::evidence::EvidenceSpan) -> usize {
    span.turn
}
