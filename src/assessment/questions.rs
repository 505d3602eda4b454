//! Reads `questions_response`: a string that contains a JSON array of questions, responses and scores.

use super::item::{Item, Role, score_within};
use super::json::{
    Json, Kind, Member, is_scalar, items, kind, members, name_of_key, string, text_of, text_within,
};
use super::keys::{self, LISTS, QUESTION, RESPONSE, RESPONSES, SCORE, WRAPPERS};
use super::lenient;
use super::problems::{Problem, item_path, member_path};
use super::scores::{Score, parse_score};

/// The rows of `questions_response`.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Questions {
    /// One row per question, in the order of the wire.
    pub rows: Vec<QuestionRow>,
    /// The parts that could not be read.
    #[cfg_attr(feature = "typescript", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// A question, the candidate's answer, and the score.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct QuestionRow {
    /// The question; `None` where the server sent none or `null`.
    pub question: Option<String>,
    /// The response.
    pub response: Option<String>,
    /// The score, where it is a number or starts with one (`"8/10"` is 8). The vendor documents no
    /// scale, so never show it as a percentage or a bar.
    pub score: Option<f64>,
    /// The score as it was written: `8`, `7.50`, `8/10`, `good`.
    pub score_text: Option<String>,
    /// The item's other members: key and JSON text.
    #[serde(serialize_with = "super::extra::serialize")]
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

/// How deeply lists, wrappers and JSON within strings may be nested.
const DEPTH: usize = 6;

/// Reads `questions_response`.
///
/// Never fails: it reports in `problems` what it cannot read, and reads the rest. Besides an array
/// of objects it accepts a Markdown fence, an object around the array, an object keyed by the
/// question, a single object, arrays of arrays, items that are strings of JSON, data as JavaScript
/// or Python write it, and text that is cut off. An empty text and `null` have no rows and no
/// problems.
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
        if let Some(value) = lenient::parse_or_report(text, path, &mut self.problems) {
            self.read_value(&value, path, depth);
        }
    }

    /// Reads a value where a list or an item is expected.
    fn read_value(&mut self, value: &Json, path: &str, depth: usize) {
        let kind = kind(value);
        if kind == Kind::Null && path.is_empty() {
            return;
        }
        if depth > 0 {
            match kind {
                Kind::Array => return self.read_list(&items(value), path, depth),
                Kind::Object => return self.read_object(&members(value), path, depth),
                Kind::String => {
                    let text = string(value).unwrap_or_default();
                    if lenient::starts_like_json(&text) {
                        return self.read_text(&text, path, depth - 1);
                    }
                    if lenient::unfence(&text).is_empty() {
                        return;
                    }
                }
                _ => {}
            }
        }
        self.report(path, "an object with a question", value);
        if kind != Kind::Null {
            // A row for the value, so that it is not lost.
            let mut row = QuestionRow::default();
            row.extra.push(("value".to_owned(), value.to_text()));
            self.rows.push(row);
        }
    }

    fn report(&mut self, path: &str, expected: &'static str, found: &Json) {
        self.problems
            .push(Problem::new(path, expected, &found.to_text()));
    }

    /// Reads a list of items, or of rows: `["Why?", "Because.", 8]`.
    fn read_list(&mut self, list: &[Json], path: &str, depth: usize) {
        let is_table = !list.is_empty() && list.iter().all(|item| is_row(&items(item)));
        let mut header = Vec::new();
        for (index, item) in list.iter().enumerate() {
            let path = &item_path(path, index);
            if !is_table {
                self.read_value(item, path, depth - 1);
                continue;
            }
            let cells = items(item);
            if index == 0 && list.len() > 1 && is_header(&cells) {
                header = cells;
                continue;
            }
            let mut row = members_of_row(cells);
            for (member, name) in row.iter_mut().zip(&header) {
                *member = Member::new(string(name).unwrap_or_default(), member.value.clone());
            }
            self.read_item(&row, path);
        }
    }

    fn read_object(&mut self, members: &[Member], path: &str, depth: usize) {
        if self.read_parallel_lists(members, path) {
            return;
        }
        let question = keys::find(members, QUESTION);
        let has_text = question.or(keys::find(members, RESPONSE)).is_some();
        // A list of objects under a name like `items` is not a question.
        let is_list =
            question.is_some_and(|index| items(&members[index].value).iter().any(is_not_string));
        if (is_list || !has_text)
            && let Some(list) = list_in(members)
        {
            let path = member_path(path, &list.key);
            return self.read_value(&list.value, &path, depth - 1);
        }
        if !has_text {
            let has_score = keys::find(members, SCORE).is_some();
            if !has_score && self.read_keyed(members, path, depth)
                || self.read_numbered(members, path)
            {
                return;
            }
            if !has_score {
                self.problems.push(Problem::new(
                    path,
                    "an object with a question",
                    "an object without one",
                ));
            }
        }
        self.read_item(members, path);
    }

    /// Reads `{"q1": {…}, "Why?": {…}}` and `{"Why do you want this job?": "Because."}`.
    fn read_keyed(&mut self, members: &[Member], path: &str, depth: usize) -> bool {
        let is_object = |member: &Member| kind(&member.value) == Kind::Object;
        let are_questions = members.iter().all(is_question);
        if members.is_empty() || !are_questions && !members.iter().all(is_object) {
            return false;
        }
        for member in members {
            let path = &member_path(path, &member.key);
            let before = self.rows.len();
            if is_object(member) {
                self.read_value(&member.value, path, depth - 1);
            } else {
                // A response, or a list of a response and a score.
                let value = member.value.clone();
                let mut row = vec![Member::cell(1, "response", value)];
                if kind(&member.value) == Kind::Array && text_of(&member.value).is_none() {
                    let mut cells = vec![Json::absent()];
                    cells.extend(items(&member.value));
                    row = members_of_row(cells);
                }
                self.read_item(&row, path);
            }
            if self.rows.len() == before + 1
                && let Some(row) = self.rows.last_mut()
                && (are_questions || row.question.is_none())
            {
                row.question = Some(member.key.clone());
            }
        }
        true
    }

    /// Reads `{"question1": "…", "answer1": "…", "question2": …}`.
    fn read_numbered(&mut self, members: &[Member], path: &str) -> bool {
        // The rows by their numbers, in the order of the wire.
        let mut rows: Vec<(&str, Vec<Member>)> = Vec::new();
        for member in members {
            let digits = member.name.bytes().rev().take_while(u8::is_ascii_digit);
            let (name, number) = member.name.split_at(member.name.len() - digits.count());
            if number.is_empty() || !is_known(name) {
                return false;
            }
            let mut member = member.clone();
            member.name = name.to_owned();
            match rows.iter_mut().find(|(of_row, _)| *of_row == number) {
                Some((_, row)) => row.push(member),
                None => rows.push((number, vec![member])),
            }
        }
        for (_, row) in &rows {
            self.read_item(row, path);
        }
        !rows.is_empty()
    }

    /// Reads `{"questions": ["Why?"], "answers": ["Because."], "scores": [8]}`.
    fn read_parallel_lists(&mut self, members: &[Member], path: &str) -> bool {
        let questions = list_of(members, QUESTION);
        let responses = list_of(members, RESPONSE);
        let mut scores = list_of(members, SCORE).into_iter();
        if questions.is_empty() || questions.len() != responses.len() || is_data(&questions[0]) {
            return false;
        }
        for (index, (question, response)) in questions.into_iter().zip(responses).enumerate() {
            let mut row = vec![question, response];
            row.extend(scores.next());
            self.read_item(&members_of_row(row), &item_path(path, index));
        }
        true
    }

    /// Reads one question with its response and score.
    fn read_item(&mut self, members: &[Member], path: &str) {
        let question = keys::find(members, QUESTION);
        let response = keys::find(members, RESPONSE).or_else(|| keys::find(members, RESPONSES));
        let score = keys::find(members, SCORE);
        let role_of = |index| match Some(index) {
            index if index == question => Role::Question,
            index if index == response => Role::Prose,
            index if index == score => Role::Score,
            _ => Role::Other,
        };
        let mut item = Item::default();
        item.read_members(members, &role_of, path, &mut self.problems);
        let mut row = QuestionRow::default();
        for (role, member) in item.rest {
            let value = &member.value;
            let within = text_within(value);
            let expected = match role {
                Role::Score => Some("a number"),
                Role::Question | Role::Prose if within.is_none() => Some("a string"),
                _ => None,
            };
            match role {
                Role::Question => item.question = within,
                Role::Prose => item.prose = within,
                _ => {}
            }
            if let Some(expected) = expected {
                self.report(&member_path(path, &member.key), expected, value);
            }
            row.extra.push((member.key.clone(), value.to_text()));
        }
        if item.score.text.is_none() {
            item.score = score_of_member(members).unwrap_or_default();
        }
        row.question = item.question;
        row.response = item.prose;
        row.score = item.score.value;
        row.score_text = item.score.text;
        self.rows.push(row);
    }
}

/// The names of an item's members.
const COLUMNS: [keys::Names; 3] = [QUESTION, RESPONSE, SCORE];

fn is_known(name: &str) -> bool {
    COLUMNS.iter().any(|names| keys::is_one_of(name, names))
}

/// The score in a member like `{"evaluation": {"score": 8, "reason": "…"}}`. The member stays in
/// `extra`.
fn score_of_member(members: &[Member]) -> Option<Score> {
    let mut found = None;
    for member in members {
        if let Some(score) = score_within(&member.value, SCORE)
            && score.value.is_some()
        {
            let is_wrapper = keys::is_one_of(&member.name, WRAPPERS);
            if is_wrapper || found.is_none() {
                found = Some(score);
            }
            if is_wrapper {
                break;
            }
        }
    }
    found
}

/// The cells of `["Why?", "Because.", 8]` as the members of an item. The score is the last cell that
/// is a number, or the third.
fn members_of_row(cells: Vec<Json>) -> Vec<Member> {
    let is_score = |index: usize, cell: &Json| {
        let score = parse_score(cell).unwrap_or_default();
        score.value.is_some() && (index > 1 || index == 1 && kind(cell) == Kind::Number)
    };
    let mut score = 2;
    for (index, cell) in cells.iter().enumerate() {
        if is_score(index, cell) {
            score = index;
        }
    }
    let mut members = Vec::new();
    for (index, value) in cells.into_iter().enumerate() {
        let name = match index {
            0 => "question",
            _ if index == score => "score",
            1 => "response",
            _ => "",
        };
        members.push(Member::cell(index, name, value));
    }
    members
}

/// The list of scalars in a member whose key is the plural of one of `names`. Under the singular, a
/// list is one text of several lines.
fn list_of(members: &[Member], names: keys::Names) -> Vec<Json> {
    for member in members {
        if let Some(singular) = member.name.strip_suffix('s')
            && keys::is_one_of(singular, names)
        {
            let list = items(&member.value);
            if list.iter().all(is_scalar) {
                return list;
            }
        }
    }
    Vec::new()
}

/// Whether a member is a question with its answer: `"Why do you want this job?": "Because."`.
fn is_question(member: &Member) -> bool {
    let key = member.key.trim();
    let asks = matches!(
        key.chars().next_back(),
        Some('?' | '？' | '؟' | ';' | '՞' | '।')
    );
    let value = &member.value;
    (asks || key.bytes().filter(|byte| *byte == b' ').count() > 1)
        && (kind(value) != Kind::Array || text_of(value).is_some() || is_row(&items(value)))
}

fn is_not_string(value: &Json) -> bool {
    kind(value) != Kind::String
}

/// Whether a value is a string that contains a JSON object.
fn is_data(value: &Json) -> bool {
    string(value).is_some_and(|text| text.starts_with('{'))
}

/// Whether an array is a row of a table: two to eight scalars, the first of them a text.
fn is_row(cells: &[Json]) -> bool {
    (2..=8).contains(&cells.len())
        && kind(&cells[0]) == Kind::String
        && !is_data(&cells[0])
        && cells.iter().all(is_scalar)
}

/// Whether the first row of a table names its columns.
fn is_header(cells: &[Json]) -> bool {
    let mut known = 0;
    for cell in cells {
        let name = name_of_key(&string(cell).unwrap_or_default());
        known += usize::from(is_known(&name));
    }
    known > 1 && !cells.iter().any(is_not_string)
}

/// The list in an object that only wraps it.
fn list_in(members: &[Member]) -> Option<&Member> {
    let known = keys::find(members, LISTS).map(|index| &members[index]);
    let list = known.or_else(|| match members {
        [only] => Some(only),
        _ => members.iter().find(|member| {
            let items = items(&member.value);
            items.iter().any(|item| kind(item) == Kind::Object)
        }),
    })?;
    let is_list = match kind(&list.value) {
        Kind::Array => true,
        Kind::String => string(&list.value)?.trim().starts_with(['[', '`']),
        // `{"questions": {"1": {…}}}`
        Kind::Object => known.is_some(),
        _ => false,
    };
    is_list.then_some(list)
}
