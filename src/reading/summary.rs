//! `call_summary`: an object by category, whose values come in many forms.

use std::slice;

use serde::Serialize;

use super::chars::byte;
use super::extra;
use super::json::{self, Json, Kind};
use super::lenient;
use super::problems::{Problem, item_path, member_path};
use super::questions::{place, words};
use super::scores::{self, Score};

/// What `call_summary` says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// One row per category, in the order of the wire.
    pub rows: Vec<SummaryRow>,
    /// What could not be read.
    #[cfg_attr(feature = "typescript", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// The assessment of one category.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SummaryRow {
    /// The category. One within another is `Parent / Child`.
    pub category: String,
    /// The category around it, if there is one: `Parent`.
    pub group: Option<String>,
    /// The score, where it is a number or begins with one (`"8/10"` is 8). The vendor documents no
    /// scale: never show it as a percentage or a bar.
    pub score: Option<f64>,
    /// The score as it was written.
    pub score_text: Option<String>,
    /// The prose; several pieces (summary, evidence, reason) are joined by line breaks.
    pub text: Option<String>,
    /// Whatever else the category has: key and JSON text.
    #[serde(serialize_with = "extra::serialize")]
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

const SCORE: &str = "score rating points mark grade value";
const NAME: &str = "category name title label criterion criteria skill";
const PROSE: &str = "\
    summary text evidence reason reasoning reasons rationale comment comments feedback \
    explanation justification description detail details note notes analysis assessment \
    observation";

/// How deep categories may lie in one another.
const DEPTH: usize = 6;

/// Reads the JSON of `call_summary` into rows.
///
/// Never fails: what cannot be read is told in `problems`, and the rest is read. A category's value
/// may be a string, a number, an object with a score and prose, or further categories.
///
/// ```
/// use ninjahire_calls::reading::parse_summary;
///
/// let summary = parse_summary(r#"{"Communication": {"score": 8, "reason": "Clear."}, "Skills": {"Rust": 9}}"#);
/// assert_eq!(summary.rows[0].category, "Communication");
/// assert_eq!(summary.rows[0].score, Some(8.0));
/// assert_eq!(summary.rows[0].text.as_deref(), Some("Clear."));
/// assert_eq!(summary.rows[1].category, "Skills / Rust");
/// ```
pub fn parse_summary(raw_json: &str) -> Summary {
    let mut summary = Summary::default();
    summary.read(raw_json, DEPTH);
    summary
}

impl Summary {
    fn read(&mut self, text: &str, depth: usize) {
        let json = lenient::read_or_tell(text, "", &mut self.problems);
        let Some(value) = json::parse(&json) else {
            return;
        };
        let mut score = Score::default();
        let mut text = None;
        match json::kind(&value) {
            Kind::Null => return,
            Kind::Object => {
                self.categories(&json::object(&value).unwrap_or_default(), "", "", depth);
                return;
            }
            Kind::Array => {
                self.list(&json::array(&value).unwrap_or_default(), "", "", depth);
                return;
            }
            Kind::String if depth > 0 => {
                // The object as a string; or nothing but prose, which is of no category.
                let prose = json::string(&value).unwrap_or_default();
                if matches!(byte(lenient::unfence(&prose).as_bytes(), 0), b'{' | b'[') {
                    self.read(&prose, depth - 1);
                    return;
                }
                if prose.trim().is_empty() {
                    return;
                }
                text = Some(prose);
            }
            _ => score = scores::read(&value).unwrap_or_default(),
        }
        self.tell("", "an object", &value);
        self.row("", "", score, text);
    }

    fn tell(&mut self, path: &str, expected: &'static str, found: &Json) {
        self.problems
            .push(Problem::new(path, expected, &found.to_text()));
    }

    /// Reads an object whose members are categories.
    fn categories(&mut self, members: &[(String, Json)], group: &str, path: &str, depth: usize) {
        for (key, value) in members {
            self.category(key, value, group, &member_path(path, key), depth);
        }
    }

    /// Reads one category.
    fn category(&mut self, name: &str, value: &Json, group: &str, path: &str, depth: usize) {
        let kind = json::kind(value);
        let score = scores::read(value).unwrap_or_default();
        if score.value.is_some() || matches!(kind, Kind::Null | Kind::Number) {
            self.row(group, name, score, None);
            return;
        }
        let words = words(value);
        if depth > 0 {
            // An object, or a string that holds one.
            let mut held = Some(value.clone());
            let mut inner = depth;
            if kind == Kind::String {
                let text = words.as_deref().unwrap_or_default();
                if lenient::unfence(text).starts_with('{') {
                    held = lenient::read(text).and_then(|read| json::parse(&read.json));
                    inner -= 1;
                }
            }
            if let Some(members) = held.as_ref().and_then(json::object) {
                self.object(name, members, group, path, inner);
                return;
            }
            if kind == Kind::Array && words.is_none() {
                let items = json::array(value).unwrap_or_default();
                self.list(&items, &joined(group, name), path, depth);
                return;
            }
        }
        if words.is_none() {
            self.tell(path, "less depth", value);
        }
        let text = words.unwrap_or_else(|| value.to_text().to_owned());
        self.row(group, name, Score::default(), Some(text));
    }

    /// Reads an object: an assessment, further categories, or both.
    fn object(
        &mut self,
        name: &str,
        members: Vec<(String, Json)>,
        group: &str,
        path: &str,
        depth: usize,
    ) {
        let mut score = Score::default();
        let mut text: Option<String> = None;
        let mut rest = Vec::new();
        let score_place = place(&members, SCORE);
        for (index, member) in members.iter().enumerate() {
            let (key, value) = member;
            if score_place == Some(index)
                && let Some(read) = scores::read(value)
            {
                if read.value.is_none() && read.text.is_some() {
                    self.tell(&member_path(path, key), "a number", value);
                }
                score = read;
                continue;
            }
            if place(slice::from_ref(member), PROSE).is_some() {
                if let Some(words) = words(value) {
                    let text = text.get_or_insert_default();
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&words);
                    continue;
                }
                if json::kind(value) == Kind::Null {
                    continue;
                }
            }
            rest.push(member);
        }
        let inner = joined(group, name);
        let depth = depth.saturating_sub(1);
        // Nothing was taken, so there is no assessment.
        if rest.len() == members.len() && !members.is_empty() {
            self.categories(&members, &inner, path, depth);
            return;
        }
        let row = self.rows.len();
        self.row(group, name, score, text);
        for (key, value) in rest {
            // Beside an assessment, objects are categories within this one; `weight` is not.
            let nested = match json::kind(value) {
                Kind::Object => true,
                Kind::Array => words(value).is_none(),
                _ => false,
            };
            if nested {
                self.category(key, value, &inner, &member_path(path, key), depth);
            } else if let Some(row) = self.rows.get_mut(row) {
                row.extra.push((key.clone(), value.to_text().to_owned()));
            }
        }
    }

    /// Reads categories in an array: objects that say their own name.
    fn list(&mut self, items: &[Json], group: &str, path: &str, depth: usize) {
        for (index, item) in items.iter().enumerate() {
            let path = item_path(path, index);
            if depth == 0 {
                self.tell(&path, "less depth", item);
                continue;
            }
            let mut members = json::object(item).unwrap_or_default();
            if let Some(place) = place(&members, NAME)
                && let Some((_, name)) = members.get(place)
                && let Some(name) = json::string(name)
            {
                members.remove(place);
                self.object(&name, members, group, &path, depth - 1);
            } else {
                let number = (index + 1).to_string();
                self.category(&number, item, group, &path, depth - 1);
            }
        }
    }

    fn row(&mut self, group: &str, name: &str, score: Score, text: Option<String>) {
        self.rows.push(SummaryRow {
            category: joined(group, name),
            group: (!group.is_empty()).then(|| group.to_owned()),
            score: score.value,
            score_text: score.text,
            text,
            extra: Vec::new(),
        });
    }
}

/// `Parent / Child`.
fn joined(group: &str, name: &str) -> String {
    let mut joined = group.to_owned();
    if !group.is_empty() {
        joined.push_str(" / ");
    }
    joined.push_str(name);
    joined
}
