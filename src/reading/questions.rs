//! `questions_response`: a string that holds a JSON array of questions, responses and scores.

use super::lenient;
use super::problems::Problem;
use super::scores;
use crate::json::{self, Json, Kind};
use crate::path;

/// What `questions_response` says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "js",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase"),
    tsify(missing_as_null)
)]
pub struct Questions {
    /// One row per question, in the order of the wire.
    pub rows: Vec<QuestionRow>,
    /// What could not be read.
    #[cfg_attr(feature = "js", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// A question, what the candidate answered, and the score.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "js",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase"),
    tsify(missing_as_null)
)]
pub struct QuestionRow {
    /// The question; `None` where the server sent none or `null`.
    pub question: Option<String>,
    /// The response.
    pub response: Option<String>,
    /// The score, where it is a number or begins with one (`"8/10"` is 8). The vendor documents no
    /// scale: never show it as a percentage or a bar.
    pub score: Option<f64>,
    /// The score as it was written: `8`, `7.50`, `8/10`, `good`.
    pub score_text: Option<String>,
    /// Whatever else the item has: key and JSON text.
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

const QUESTION: [&str; 6] = ["question", "questiontext", "prompt", "query", "q", "text"];
const RESPONSE: [&str; 10] = [
    "response",
    "answer",
    "candidateresponse",
    "candidateanswer",
    "responsetext",
    "answertext",
    "userresponse",
    "useranswer",
    "reply",
    "a",
];
const SCORE: [&str; 6] = [
    "score",
    "rating",
    "questionscore",
    "points",
    "mark",
    "grade",
];
const LISTS: [&str; 8] = [
    "questions",
    "questionsresponse",
    "questionresponses",
    "responses",
    "answers",
    "items",
    "results",
    "data",
];

/// How deep lists, wrappers and JSON within strings may lie in one another.
const DEPTH: usize = 6;

/// Reads `questions_response`.
///
/// Never fails: what cannot be read is told in `problems`, and the rest is read. Besides an array
/// of objects it takes a fenced block, an object around the array, a single object, items that are
/// strings holding JSON, trailing commas, line breaks within strings, and text that is cut off. An
/// empty text and `null` have no rows and are no problem.
///
/// ```
/// use ninjahire_calls::reading::parse_questions;
///
/// let questions = parse_questions(r#"[{"question": "Years of Rust?", "answer": "Six.", "score": "8/10"}]"#);
/// let row = &questions.rows[0];
/// assert_eq!(row.question.as_deref(), Some("Years of Rust?"));
/// assert_eq!(row.response.as_deref(), Some("Six."));
/// assert_eq!((row.score, row.score_text.as_deref()), (Some(8.0), Some("8/10")));
/// ```
pub fn parse_questions(raw: &str) -> Questions {
    let mut questions = Questions::default();
    questions.text(raw, "", DEPTH);
    questions
}

impl Questions {
    /// Reads JSON text.
    fn text(&mut self, text: &str, path: &str, depth: usize) {
        if lenient::unfence(text).is_empty() {
            return;
        }
        let Some(lenient) = lenient::read(text) else {
            self.problems.push(Problem::new(path, "JSON", text));
            return;
        };
        if let Some(damage) = lenient.damage {
            self.problems.push(Problem::new(path, "whole JSON", damage));
        }
        if let Some(value) = json::parse(&lenient.json) {
            self.value(value, path, depth);
        }
    }

    /// Reads a value that stands where a list or an item is expected.
    fn value(&mut self, raw: Json<'_>, path: &str, depth: usize) {
        const EXPECTED: &str = "an object with a question";
        match json::kind(raw) {
            Kind::Null if path.is_empty() => {}
            Kind::Array if depth > 0 => {
                for (index, item) in json::array(raw).unwrap_or_default().iter().enumerate() {
                    self.value(*item, &path::item(path, index), depth - 1);
                }
            }
            Kind::Object if depth > 0 => {
                self.object(json::object(raw).unwrap_or_default(), path, depth);
            }
            Kind::String if depth > 0 => {
                let text = json::string(raw).unwrap_or_default();
                let inner = lenient::unfence(&text);
                if inner.bytes().next().is_some_and(lenient::opens) {
                    self.text(inner, path, depth - 1);
                } else if !inner.is_empty() {
                    self.problems.push(Problem::at(path, EXPECTED, raw));
                    self.keep(raw);
                }
            }
            kind => {
                self.problems.push(Problem::at(path, EXPECTED, raw));
                if kind != Kind::Null {
                    self.keep(raw);
                }
            }
        }
    }

    /// A row that has nothing but what could not be read.
    fn keep(&mut self, raw: Json<'_>) {
        self.rows.push(QuestionRow {
            extra: vec![("value".to_owned(), raw.text().to_owned())],
            ..QuestionRow::default()
        });
    }

    fn object(&mut self, members: Vec<(String, Json<'_>)>, path: &str, depth: usize) {
        let places = [
            place(&members, &QUESTION),
            place(&members, &RESPONSE),
            place(&members, &SCORE),
        ];
        if places[0].is_none() && places[1].is_none() {
            if let Some((key, list)) = list_in(&members) {
                self.value(list, &path::member(path, key), depth - 1);
                return;
            }
            // `{"q1": {…}, "q2": {…}}`
            let objects = members
                .iter()
                .all(|(_, value)| json::kind(*value) == Kind::Object);
            if objects && !members.is_empty() && places[2].is_none() {
                for (key, value) in &members {
                    let before = self.rows.len();
                    self.value(*value, &path::member(path, key), depth - 1);
                    if let [row] = self.rows.get_mut(before..).unwrap_or_default()
                        && row.question.is_none()
                    {
                        row.question = Some(key.clone());
                    }
                }
                return;
            }
            if places[2].is_none() {
                self.problems.push(Problem::new(
                    path,
                    "an object with a question",
                    "an object without one",
                ));
            }
        }
        let mut row = QuestionRow::default();
        for (index, (key, value)) in members.into_iter().enumerate() {
            let taken = if places[0] == Some(index) {
                row.question = self.words(value, path, &key);
                row.question.is_some()
            } else if places[1] == Some(index) {
                row.response = self.words(value, path, &key);
                row.response.is_some()
            } else if places[2] == Some(index) {
                self.score(value, path, &key, &mut row)
            } else {
                false
            };
            let none = places.contains(&Some(index)) && json::kind(value) == Kind::Null;
            if !taken && !none {
                row.extra.push((key, value.text().to_owned()));
            }
        }
        self.rows.push(row);
    }

    /// What is said in `value`: a string, several, or a bare number.
    fn words(&mut self, value: Json<'_>, path: &str, key: &str) -> Option<String> {
        let words = words(value);
        if words.is_none() && json::kind(value) != Kind::Null {
            let path = path::member(path, key);
            self.problems.push(Problem::at(&path, "a string", value));
        }
        words
    }

    /// Reads the score into the row; says whether the row has it now.
    fn score(&mut self, value: Json<'_>, path: &str, key: &str, row: &mut QuestionRow) -> bool {
        let score = scores::read(value).or_else(|| {
            // `{"value": 8, "max": 10}`: the number is read, the whole stays among the extras.
            let members = json::object(value)?;
            let place = place(&members, &["score", "value", "rating"])?;
            scores::read(members.get(place)?.1)
        });
        let score = score.unwrap_or_default();
        if score.value.is_none() && json::kind(value) != Kind::Null {
            let path = path::member(path, key);
            self.problems.push(Problem::at(&path, "a number", value));
        }
        row.score = score.value;
        row.score_text = score.text;
        row.score_text.is_some() && json::kind(value) != Kind::Object
    }
}

/// The text of a string, of an array of strings (one a line), of an object with a text, of a
/// number or a boolean as it is written.
pub(crate) fn words(value: Json<'_>) -> Option<String> {
    match json::kind(value) {
        Kind::Null => None,
        Kind::String => json::string(value),
        Kind::Number | Kind::Bool => Some(value.text().to_owned()),
        Kind::Array => {
            let mut words = String::new();
            for item in json::array(value)? {
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(&json::string(item)?);
            }
            Some(words)
        }
        Kind::Object => {
            let members = json::object(value)?;
            // Only if nothing else would be lost.
            match members.as_slice() {
                [(key, text)] if matches!(key.as_str(), "text" | "value" | "content") => {
                    json::string(*text)
                }
                _ => None,
            }
        }
    }
}

/// The array in an object that is nothing but its wrapper.
fn list_in<'a, 'r>(members: &'a [(String, Json<'r>)]) -> Option<(&'a str, Json<'r>)> {
    let known = place(members, &LISTS).and_then(|place| members.get(place));
    let only = match members {
        [only] => Some(only),
        _ => None,
    };
    let (key, list) = known.or(only)?;
    let list_like = match json::kind(*list) {
        Kind::Array => true,
        Kind::String => matches!(
            json::string(*list)?.trim().bytes().next(),
            Some(b'[' | b'`')
        ),
        // `{"questions": {"1": {…}}}`
        Kind::Object => known.is_some(),
        _ => false,
    };
    list_like.then_some((key, *list))
}

/// Where the first of `names` is that has a value; a `null` only if none has.
pub(crate) fn place(members: &[(String, Json<'_>)], names: &[&str]) -> Option<usize> {
    let mut null = None;
    for name in names {
        for (place, (key, value)) in members.iter().enumerate() {
            if same_key(key, name) {
                if json::kind(*value) != Kind::Null {
                    return Some(place);
                }
                null = null.or(Some(place));
            }
        }
    }
    null
}

/// Whether `key` is `name`, whatever its case: `questionText`, `question_text`, `Question Text`.
pub(crate) fn same_key(key: &str, name: &str) -> bool {
    let mut name = name.bytes();
    for byte in key.bytes() {
        if !matches!(byte, b'_' | b'-' | b' ') && name.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
    }
    name.next().is_none()
}
