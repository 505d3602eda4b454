//! `questions_response`: a string that holds a JSON array of questions, responses and scores.

use serde::Serialize;

use super::chars::byte;
use super::extra;
use super::json::{self, Json, Kind};
use super::lenient;
use super::problems::{Problem, item_path, member_path};
use super::scores::{self, Score};

/// What `questions_response` says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Questions {
    /// One row per question, in the order of the wire.
    pub rows: Vec<QuestionRow>,
    /// What could not be read.
    #[cfg_attr(feature = "typescript", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// A question, what the candidate answered, and the score.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
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
    #[serde(serialize_with = "extra::serialize")]
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

// Names of members, the most telling first.
const QUESTION: &str = "question questiontext prompt query q text";
const RESPONSE: &str = "\
    response answer candidateresponse candidateanswer responsetext answertext \
    userresponse useranswer reply a";
const SCORE: &str = "score rating questionscore points mark grade";
const LISTS: &str = "\
    questions questionsresponse questionresponses responses answers items results data";

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
        let json = lenient::read_or_tell(text, path, &mut self.problems);
        if let Some(value) = json::parse(&json) {
            self.value(&value, path, depth);
        }
    }

    /// Reads a value that stands where a list or an item is expected.
    fn value(&mut self, raw: &Json, path: &str, depth: usize) {
        let kind = json::kind(raw);
        if kind == Kind::Null && path.is_empty() {
            return;
        }
        if depth > 0 {
            match kind {
                Kind::Array => {
                    for (index, item) in json::array(raw).unwrap_or_default().iter().enumerate() {
                        self.value(item, &item_path(path, index), depth - 1);
                    }
                    return;
                }
                Kind::Object => {
                    self.object(&json::object(raw).unwrap_or_default(), path, depth);
                    return;
                }
                Kind::String => {
                    let text = json::string(raw).unwrap_or_default();
                    let inner = lenient::unfence(&text);
                    let first = byte(inner.as_bytes(), 0);
                    if lenient::opens(first) {
                        self.text(inner, path, depth - 1);
                    }
                    if lenient::opens(first) || inner.is_empty() {
                        return;
                    }
                }
                _ => {}
            }
        }
        self.tell(path, "an object with a question", raw);
        if kind != Kind::Null {
            // A row that has nothing but what could not be read.
            let mut row = QuestionRow::default();
            row.extra
                .push(("value".to_owned(), raw.to_text().to_owned()));
            self.rows.push(row);
        }
    }

    fn tell(&mut self, path: &str, expected: &'static str, found: &Json) {
        self.problems
            .push(Problem::new(path, expected, &found.to_text()));
    }

    fn object(&mut self, members: &[(String, Json)], path: &str, depth: usize) {
        let question = place(members, QUESTION);
        let response = place(members, RESPONSE);
        let score = place(members, SCORE);
        if question.is_none() && response.is_none() {
            if let Some((key, list)) = list_in(members) {
                self.value(&list, &member_path(path, key), depth - 1);
                return;
            }
            if score.is_none() {
                // `{"q1": {…}, "q2": {…}}`
                let objects = members
                    .iter()
                    .all(|(_, value)| json::kind(value) == Kind::Object);
                if objects && !members.is_empty() {
                    for (key, value) in members {
                        let before = self.rows.len();
                        self.value(value, &member_path(path, key), depth - 1);
                        if self.rows.len() == before + 1
                            && let Some(row) = self.rows.last_mut()
                            && row.question.is_none()
                        {
                            row.question = Some(key.clone());
                        }
                    }
                    return;
                }
                self.problems.push(Problem::new(
                    path,
                    "an object with a question",
                    "an object without one",
                ));
            }
        }
        let mut row = QuestionRow::default();
        for (index, (key, value)) in members.iter().enumerate() {
            let index = Some(index);
            let kind = json::kind(value);
            let is_words = index == question || index == response;
            let mut expected = None;
            let mut taken = false;
            if is_words {
                let words = words(value);
                taken = words.is_some();
                if !taken {
                    expected = Some("a string");
                }
                if index == question {
                    row.question = words;
                } else {
                    row.response = words;
                }
            } else if index == score {
                let score = score_of(value);
                taken = score.text.is_some() && kind != Kind::Object;
                if score.value.is_none() {
                    expected = Some("a number");
                }
                row.score = score.value;
                row.score_text = score.text;
            }
            if kind == Kind::Null && (is_words || index == score) {
                continue;
            }
            if let Some(expected) = expected {
                self.tell(&member_path(path, key), expected, value);
            }
            if !taken {
                row.extra.push((key.clone(), value.to_text().to_owned()));
            }
        }
        self.rows.push(row);
    }
}

/// The score that `value` is or, as in `{"value": 8, "max": 10}`, holds; then the whole stays among
/// the extras.
fn score_of(value: &Json) -> Score {
    let members = json::object(value).unwrap_or_default();
    let inner = place(&members, "score value rating")
        .and_then(|place| members.get(place))
        .map_or(value, |(_, inner)| inner);
    scores::read(inner).unwrap_or_default()
}

/// The text of a string, of an array of strings (one a line), of an object with a text, of a
/// number or a boolean as it is written.
pub(crate) fn words(value: &Json) -> Option<String> {
    match json::kind(value) {
        Kind::Null => None,
        Kind::String => json::string(value),
        Kind::Number | Kind::Bool => Some(value.to_text().to_owned()),
        Kind::Array => {
            let mut words = String::new();
            for item in json::array(value)? {
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(&json::string(&item)?);
            }
            Some(words)
        }
        Kind::Object => match json::object(value)?.as_slice() {
            // Only if nothing else would be lost.
            [(key, text)] if matches!(key.as_str(), "text" | "value" | "content") => {
                json::string(text)
            }
            _ => None,
        },
    }
}

/// The array in an object that is nothing but its wrapper.
fn list_in(members: &[(String, Json)]) -> Option<(&str, Json)> {
    let known = place(members, LISTS).and_then(|place| members.get(place));
    let only = match members {
        [only] => Some(only),
        _ => None,
    };
    let (key, list) = known.or(only)?;
    let list_like = match json::kind(list) {
        Kind::Array => true,
        Kind::String => matches!(json::string(list)?.trim().bytes().next(), Some(b'[' | b'`')),
        // `{"questions": {"1": {…}}}`
        Kind::Object => known.is_some(),
        _ => false,
    };
    list_like.then(|| (key.as_str(), list.clone()))
}

/// Where the first of `names` is that has a value; a `null` only if none has.
pub(crate) fn place(members: &[(String, Json)], mut names: &str) -> Option<usize> {
    let mut null = None;
    while !names.is_empty() {
        let mut after = 0;
        for (place, (key, value)) in members.iter().enumerate() {
            if same_key(key, names) {
                if json::kind(value) != Kind::Null {
                    return Some(place);
                }
                null = null.or(Some(place));
            }
        }
        while !matches!(names.as_bytes().get(after), None | Some(b' ')) {
            after += 1;
        }
        names = names.get(after + 1..).unwrap_or_default();
    }
    null
}

/// Whether `key` is the first of `names`, whatever its case: `questionText`, `question_text`,
/// `Question Text`.
fn same_key(key: &str, names: &str) -> bool {
    let names = names.as_bytes();
    let mut at = 0;
    for found in key.bytes() {
        if !matches!(found, b'_' | b'-' | b' ') {
            if names.get(at) != Some(&found.to_ascii_lowercase()) {
                return false;
            }
            at += 1;
        }
    }
    matches!(byte(names, at), 0 | b' ')
}
