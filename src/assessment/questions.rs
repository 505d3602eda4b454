//! `questions_response`: a string that holds a JSON array of questions, responses and scores.

use serde_json::value::RawValue;

use super::keys::{self, LISTS, QUESTION, RESPONSE, SCORE, VALUE, WRAPPERS};
use super::lenient;
use super::problems::Problem;
use super::scores::{Score, parse_score};
use super::values::{
    Member, is_scalar, item_path, items, member_path, members, words, words_within,
};
use crate::raw_json::{Kind, kind, string};

/// What `questions_response` says.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Questions {
    /// One row per question, in the order of the wire.
    pub rows: Vec<QuestionRow>,
    /// What could not be read.
    #[cfg_attr(feature = "typescript", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// A question, what the candidate answered, and the score.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
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
    #[serde(serialize_with = "super::extra::serialize")]
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

/// How deep lists, wrappers and JSON within strings may lie in one another.
const DEPTH: usize = 6;

/// Reads `questions_response`.
///
/// Never fails: what cannot be read is reported in `problems`, and the rest is read. Besides an
/// array of objects it takes a fenced block, an object around the array or keyed by the question, a
/// single object, arrays of arrays, items that are strings holding JSON, data as JavaScript or
/// Python write it, and text that is cut off. An empty text and `null` have no rows and are no
/// problem.
///
/// ```
/// use ninjahire_calls::assessment::parse_questions;
///
/// let questions = parse_questions(r#"[{"question": "Years of Rust?", "answer": "Six.", "score": "8/10"}]"#);
/// let row = &questions.rows[0];
/// assert_eq!(row.question.as_deref(), Some("Years of Rust?"));
/// assert_eq!(row.response.as_deref(), Some("Six."));
/// assert_eq!((row.score, row.score_text.as_deref()), (Some(8.0), Some("8/10")));
/// ```
pub fn parse_questions(raw: &str) -> Questions {
    let mut questions = Questions::default();
    questions.read_text(raw, "", DEPTH);
    questions
}

impl Questions {
    /// Reads JSON text.
    fn read_text(&mut self, text: &str, path: &str, depth: usize) {
        let json = lenient::read_or_report(text, path, &mut self.problems);
        if let Some(json) = &json
            && let Ok(value) = serde_json::from_str(json)
        {
            self.read_value(value, path, depth);
        }
    }

    /// Reads a value that stands where a list or an item is expected.
    fn read_value(&mut self, value: &RawValue, path: &str, depth: usize) {
        if kind(value) == Kind::Null && path.is_empty() {
            return;
        }
        if depth > 0 {
            match kind(value) {
                Kind::Array => return self.read_list(&items(value), path, depth),
                Kind::Object => return self.read_object(&members(value), path, depth),
                Kind::String => {
                    let text = string(value).unwrap_or_default();
                    let inner = lenient::unfence(&text);
                    if inner.starts_with(lenient::opens) {
                        return self.read_text(inner, path, depth - 1);
                    }
                    if inner.is_empty() {
                        return;
                    }
                }
                _ => {}
            }
        }
        self.report(path, "an object with a question", value);
        if kind(value) != Kind::Null {
            // A row that has nothing but what could not be read.
            let extra = vec![("value".to_owned(), value.get().to_owned())];
            self.rows.push(QuestionRow {
                extra,
                ..QuestionRow::default()
            });
        }
    }

    fn report(&mut self, path: &str, expected: &'static str, found: &RawValue) {
        self.problems
            .push(Problem::new(path, expected, found.get()));
    }

    /// Reads a list of items, or of arrays with a question, a response and a score.
    fn read_list(&mut self, list: &[&RawValue], path: &str, depth: usize) {
        let rows: Vec<Vec<&RawValue>> = list.iter().map(|item| items(item)).collect();
        let header = rows.first().filter(|_| rows.len() > 1);
        let header = header.and_then(|row| header_of(row));
        let is_table = !rows.is_empty() && rows.iter().all(|row| is_row(row));
        for (index, (item, row)) in list.iter().zip(&rows).enumerate() {
            let path = item_path(path, index);
            match (&header, is_table) {
                (Some(_), true) if index == 0 => {}
                (Some(header), true) => self.read_columns(header, row, &path),
                (None, true) => self.read_row(row, &path),
                _ => self.read_value(item, &path, depth - 1),
            }
        }
    }

    /// Reads `["Why?", "Because.", 8]`.
    fn read_row(&mut self, cells: &[&RawValue], path: &str) {
        let mut row = QuestionRow::default();
        for (index, cell) in cells.iter().enumerate() {
            let last = index > 0 && index + 1 == cells.len();
            let score = parse_score(cell).filter(|score| score.value.is_some());
            match score {
                _ if index == 0 => row.question = words(cell),
                Some(score) if last && (index > 1 || kind(cell) == Kind::Number) => row.take(score),
                _ if index == 1 => row.response = words(cell),
                _ => {
                    if last {
                        self.report(&item_path(path, index), "a number", cell);
                    }
                    row.extra.push((index.to_string(), cell.get().to_owned()));
                }
            }
        }
        self.rows.push(row);
    }

    /// Reads a row of a table whose first row names the columns.
    fn read_columns(&mut self, header: &[String], cells: &[&RawValue], path: &str) {
        let cells = header.iter().zip(cells);
        let members: Vec<Member<'_>> = cells
            .map(|(key, value)| Member {
                key: key.clone(),
                normal: keys::normal(key),
                value,
            })
            .collect();
        self.read_item(&members, path);
    }

    fn read_object(&mut self, members: &[Member<'_>], path: &str, depth: usize) {
        let question = keys::find(members, QUESTION);
        let response = keys::find(members, RESPONSE);
        if self.read_parallel_lists(members, question, response, path) {
            return;
        }
        let is_wrapper = is_list(members, question) || (question.is_none() && response.is_none());
        if let Some(list) = list_in(members).filter(|_| is_wrapper) {
            let path = member_path(path, &list.key);
            return self.read_value(list.value, &path, depth - 1);
        }
        if question.is_none() && response.is_none() {
            if keys::find(members, SCORE).is_none() && self.read_keyed(members, path, depth) {
                return;
            }
            if self.read_numbered(members, path) {
                return;
            }
            self.problems.push(Problem::new(
                path,
                "an object with a question",
                "an object without one",
            ));
        }
        self.read_item(members, path);
    }

    /// Reads `{"q1": {…}, "Why?": {…}}` and `{"Why do you want this job?": "Because."}`.
    fn read_keyed(&mut self, members: &[Member<'_>], path: &str, depth: usize) -> bool {
        if members.is_empty() {
            return false;
        }
        if members
            .iter()
            .all(|member| kind(member.value) == Kind::Object)
        {
            for member in members {
                let before = self.rows.len();
                self.read_value(member.value, &member_path(path, &member.key), depth - 1);
                if self.rows.len() == before + 1
                    && let Some(row) = self.rows.last_mut()
                    && row.question.is_none()
                {
                    row.question = Some(member.key.clone());
                }
            }
            return true;
        }
        let is_sentence = |member: &Member<'_>| {
            let key = member.key.trim();
            let asks = key.ends_with(['?', '？', '؟', ';', '՞', '।']);
            asks || key.split_whitespace().count() > 2
        };
        // A list of a response and a score, or the response alone.
        let is_answer = |member: &Member<'_>| match kind(member.value) {
            Kind::String | Kind::Number | Kind::Bool | Kind::Null => true,
            Kind::Array => is_row(&items(member.value)) || words(member.value).is_some(),
            Kind::Object => true,
        };
        if !members
            .iter()
            .all(|member| is_sentence(member) && is_answer(member))
        {
            return false;
        }
        for member in members {
            let path = member_path(path, &member.key);
            match kind(member.value) {
                Kind::Object => self.read_value(member.value, &path, depth - 1),
                Kind::Array if words(member.value).is_none() => {
                    let mut cells = items(member.value);
                    cells.insert(0, member.value);
                    self.read_row(&cells, &path);
                }
                _ => self.rows.push(QuestionRow {
                    response: words(member.value),
                    ..QuestionRow::default()
                }),
            }
            if let Some(row) = self.rows.last_mut() {
                row.question = Some(member.key.clone());
            }
        }
        true
    }

    /// Reads `{"question1": "…", "answer1": "…", "question2": …}`.
    fn read_numbered(&mut self, members: &[Member<'_>], path: &str) -> bool {
        let number = |member: &Member<'_>| {
            let base = member.normal.trim_end_matches(|c: char| c.is_ascii_digit());
            let number = &member.normal[base.len()..];
            let known = [QUESTION, RESPONSE, SCORE]
                .into_iter()
                .any(|names| keys::is_one_of(base, names));
            (known && !number.is_empty()).then(|| (number.to_owned(), base.to_owned()))
        };
        let numbered: Option<Vec<(String, String)>> = members.iter().map(number).collect();
        let Some(numbered) = numbered.filter(|numbered| !numbered.is_empty()) else {
            return false;
        };
        let mut numbers: Vec<&String> = Vec::new();
        for (number, _) in &numbered {
            if !numbers.contains(&number) && numbers.len() < 1000 {
                numbers.push(number);
            }
        }
        for wanted in numbers {
            let of_row: Vec<Member<'_>> = members
                .iter()
                .zip(&numbered)
                .filter(|(_, (number, _))| number == wanted)
                .map(|(member, (_, base))| Member {
                    key: member.key.clone(),
                    normal: base.clone(),
                    value: member.value,
                })
                .collect();
            self.read_item(&of_row, path);
        }
        true
    }

    /// Reads `{"questions": ["Why?"], "answers": ["Because."], "scores": [8]}`.
    fn read_parallel_lists(
        &mut self,
        members: &[Member<'_>],
        question: Option<usize>,
        response: Option<usize>,
        path: &str,
    ) -> bool {
        let list = |place: Option<usize>, names: keys::Names| {
            let plural = |member: &&Member<'_>| {
                let singular = member.normal.strip_suffix('s');
                singular.is_some_and(|normal| keys::is_one_of(normal, names))
            };
            let member = match place {
                Some(place) => members.get(place),
                None => members.iter().find(plural),
            };
            let list = items(member?.value);
            (!list.is_empty() && list.iter().all(|item| is_scalar(item))).then_some(list)
        };
        let (Some(questions), Some(responses)) =
            (list(question, QUESTION), list(response, RESPONSE))
        else {
            return false;
        };
        let is_json = |item: &&RawValue| item.get().starts_with("\"{");
        if questions.len() != responses.len() || questions.iter().any(is_json) {
            return false;
        }
        let scores = list(None, SCORE).filter(|scores| scores.len() == questions.len());
        for (index, (question, response)) in questions.iter().zip(responses).enumerate() {
            let mut row = QuestionRow {
                question: words(question),
                response: words(response),
                ..QuestionRow::default()
            };
            if let Some(score) = scores
                .as_ref()
                .and_then(|scores| parse_score(scores[index]))
            {
                if score.value.is_none() && score.text.is_some() {
                    self.problems.push(Problem::new(
                        &item_path(path, index),
                        "a number",
                        score.text.as_deref().unwrap_or_default(),
                    ));
                }
                row.take(score);
            }
            self.rows.push(row);
        }
        true
    }

    /// Reads one question with its response and score.
    fn read_item(&mut self, members: &[Member<'_>], path: &str) {
        let question = keys::find(members, QUESTION);
        let response = keys::find(members, RESPONSE).filter(|place| Some(*place) != question);
        let score = keys::find(members, SCORE);
        let mut row = QuestionRow::default();
        for (index, member) in members.iter().enumerate() {
            let place = Some(index);
            let is_read = match () {
                () if place == question || place == response => {
                    let words = self.read_words(member, path);
                    let is_read = words.1;
                    match place == question {
                        true => row.question = words.0,
                        false => row.response = words.0,
                    }
                    is_read
                }
                () if place == score => self.read_score(member, path, &mut row),
                () => false,
            };
            if !is_read {
                row.extra
                    .push((member.key.clone(), member.value.get().to_owned()));
            }
        }
        if row.score_text.is_none() {
            row.take_score_within(members);
        }
        self.rows.push(row);
    }

    /// The words of a member, and whether they are all of it.
    fn read_words(&mut self, member: &Member<'_>, path: &str) -> (Option<String>, bool) {
        if kind(member.value) == Kind::Null {
            return (None, true);
        }
        if let Some(words) = words(member.value) {
            return (Some(words), true);
        }
        let within = words_within(member.value);
        if within.is_none() {
            self.report(&member_path(path, &member.key), "a string", member.value);
        }
        (within, false)
    }

    /// Reads a score; whether nothing of the member is left.
    fn read_score(&mut self, member: &Member<'_>, path: &str, row: &mut QuestionRow) -> bool {
        if kind(member.value) == Kind::Null {
            return true;
        }
        let inner = members(member.value);
        let within = keys::find(&inner, VALUE).map(|place| inner[place].value);
        let score = parse_score(within.unwrap_or(member.value)).unwrap_or_default();
        if score.value.is_none() {
            self.report(&member_path(path, &member.key), "a number", member.value);
        }
        let is_all = score.text.is_some() && within.is_none();
        row.take(score);
        is_all
    }
}

impl QuestionRow {
    fn take(&mut self, score: Score) {
        self.score = score.value;
        self.score_text = score.text;
    }

    /// Takes the score out of a member like `{"evaluation": {"score": 8, "reason": "…"}}`. The
    /// member stays among the extras.
    fn take_score_within(&mut self, members: &[Member<'_>]) {
        let is_wrapper = |member: &&Member<'_>| keys::is_one_of(&member.normal, WRAPPERS);
        let others = members.iter().filter(|member| !is_wrapper(member));
        for member in members.iter().filter(is_wrapper).chain(others) {
            let inner = super::values::members(member.value);
            if let Some(place) = keys::find(&inner, SCORE)
                && let Some(score) = parse_score(inner[place].value)
                && score.value.is_some()
            {
                return self.take(score);
            }
        }
    }
}

/// Whether a row of a table: a few values, the first of them words.
fn is_row(cells: &[&RawValue]) -> bool {
    let is_text = |cell: &&RawValue| kind(cell) == Kind::String && !cell.get().starts_with("\"{");
    (2..=8).contains(&cells.len())
        && cells.first().is_some_and(is_text)
        && cells.iter().all(|cell| is_scalar(cell))
}

/// The names of columns, where the first row of a table has them.
fn header_of(cells: &[&RawValue]) -> Option<Vec<String>> {
    let names: Option<Vec<String>> = cells.iter().map(|cell| string(cell)).collect();
    let names = names?;
    let has = |known| {
        names
            .iter()
            .any(|name| keys::is_one_of(&keys::normal(name), known))
    };
    (has(QUESTION) && (has(RESPONSE) || has(SCORE))).then_some(names)
}

/// Whether the member where the question should be is a list of objects: it is no question.
fn is_list(members: &[Member<'_>], place: Option<usize>) -> bool {
    place.is_some_and(|place| {
        let list = items(members[place].value);
        !list.is_empty() && !list.iter().all(|item| kind(item) == Kind::String)
    })
}

/// The list in an object that is nothing but its wrapper.
fn list_in<'a, 't>(members: &'a [Member<'t>]) -> Option<&'a Member<'t>> {
    let known = keys::find(members, LISTS).map(|place| &members[place]);
    let only = match members {
        [only] => Some(only),
        _ => None,
    };
    let nested = members.iter().find(|member| {
        items(member.value)
            .iter()
            .any(|item| kind(item) == Kind::Object)
    });
    let list = known.or(only).or(nested)?;
    let is_list = match kind(list.value) {
        Kind::Array => true,
        Kind::String => string(list.value)?.trim().starts_with(['[', '`']),
        // `{"questions": {"1": {…}}}`
        Kind::Object => known.is_some(),
        _ => false,
    };
    is_list.then_some(list)
}
