//! `call_summary`: an object by category, whose values come in many forms.

use super::lenient;
use super::problems::Problem;
use super::questions::{place, same_key, words};
use super::scores::{self, Score};
use crate::error::push_number;
use crate::json::{self, Json, Kind};
use crate::path;

/// What `call_summary` says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "js",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase"),
    tsify(missing_as_null)
)]
pub struct Summary {
    /// One row per category, in the order of the wire.
    pub rows: Vec<SummaryRow>,
    /// What could not be read.
    #[cfg_attr(feature = "js", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// The assessment of one category.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(
    feature = "js",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase"),
    tsify(missing_as_null)
)]
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
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

const SCORE: [&str; 6] = ["score", "rating", "points", "mark", "grade", "value"];
const NAME: [&str; 7] = [
    "category",
    "name",
    "title",
    "label",
    "criterion",
    "criteria",
    "skill",
];
const PROSE: [&str; 20] = [
    "summary",
    "text",
    "evidence",
    "reason",
    "reasoning",
    "reasons",
    "rationale",
    "comment",
    "comments",
    "feedback",
    "explanation",
    "justification",
    "description",
    "detail",
    "details",
    "note",
    "notes",
    "analysis",
    "assessment",
    "observation",
];

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
        if lenient::unfence(text).is_empty() {
            return;
        }
        let Some(lenient) = lenient::read(text) else {
            self.problems.push(Problem::new("", "JSON", text));
            return;
        };
        if let Some(damage) = lenient.damage {
            self.problems.push(Problem::new("", "whole JSON", damage));
        }
        let Some(value) = json::parse(&lenient.json) else {
            return;
        };
        match json::kind(value) {
            Kind::Null => {}
            Kind::Object => {
                self.categories(&json::object(value).unwrap_or_default(), "", "", depth)
            }
            Kind::Array => self.list(&json::array(value).unwrap_or_default(), "", "", depth),
            Kind::String if depth > 0 => {
                // The object as a string; or nothing but prose, which is of no category.
                let text = json::string(value).unwrap_or_default();
                if matches!(lenient::unfence(&text).bytes().next(), Some(b'{' | b'[')) {
                    self.read(&text, depth - 1);
                } else if !text.trim().is_empty() {
                    self.problems.push(Problem::at("", "an object", value));
                    self.row("", "", Score::default(), Some(text), Vec::new());
                }
            }
            _ => {
                self.problems.push(Problem::at("", "an object", value));
                let score = scores::read(value).unwrap_or_default();
                self.row("", "", score, None, Vec::new());
            }
        }
    }

    /// Reads an object whose members are categories.
    fn categories(
        &mut self,
        members: &[(String, Json<'_>)],
        group: &str,
        path: &str,
        depth: usize,
    ) {
        for (key, value) in members {
            self.category(key, *value, group, &path::member(path, key), depth);
        }
    }

    /// Reads one category.
    fn category(&mut self, name: &str, value: Json<'_>, group: &str, path: &str, depth: usize) {
        match json::kind(value) {
            Kind::Object if depth > 0 => {
                let members = json::object(value).unwrap_or_default();
                self.object(name, members, group, path, depth);
            }
            Kind::Array if depth > 0 && words(value).is_none() => {
                let items = json::array(value).unwrap_or_default();
                self.list(&items, &joined(group, name), path, depth);
            }
            Kind::Object | Kind::Array => {
                let text = words(value);
                if text.is_none() {
                    self.problems.push(Problem::at(path, "less depth", value));
                }
                let text = text.unwrap_or_else(|| value.text().to_owned());
                self.row(group, name, Score::default(), Some(text), Vec::new());
            }
            Kind::Bool => {
                let text = Some(value.text().to_owned());
                self.row(group, name, Score::default(), text, Vec::new());
            }
            Kind::String => {
                let text = json::string(value).unwrap_or_default();
                if scores::value(&text).is_some() {
                    let score = scores::read(value).unwrap_or_default();
                    self.row(group, name, score, None, Vec::new());
                    return;
                }
                if depth > 0
                    && lenient::unfence(&text).starts_with('{')
                    && let Some(inner) = lenient::read(&text)
                    && let Some(inner) = json::parse(&inner.json)
                    && let Some(members) = json::object(inner)
                {
                    self.object(name, members, group, path, depth - 1);
                    return;
                }
                self.row(group, name, Score::default(), Some(text), Vec::new());
            }
            Kind::Null | Kind::Number => {
                let score = scores::read(value).unwrap_or_default();
                self.row(group, name, score, None, Vec::new());
            }
        }
    }

    /// Reads an object: an assessment, further categories, or both.
    fn object(
        &mut self,
        name: &str,
        members: Vec<(String, Json<'_>)>,
        group: &str,
        path: &str,
        depth: usize,
    ) {
        let mut score = Score::default();
        let mut text: Option<String> = None;
        let mut rest: Vec<(String, Json<'_>)> = Vec::new();
        let mut assessed = members.is_empty();
        let score_place = place(&members, &SCORE);
        for (index, (key, value)) in members.into_iter().enumerate() {
            let member = path::member(path, &key);
            if score_place == Some(index)
                && let Some(read) = scores::read(value)
            {
                assessed = true;
                if read.value.is_none() && read.text.is_some() {
                    self.problems.push(Problem::at(&member, "a number", value));
                }
                score = read;
            } else if PROSE.iter().any(|name| same_key(&key, name))
                && (json::kind(value) == Kind::Null || words(value).is_some())
            {
                assessed = true;
                if let Some(words) = words(value) {
                    let text = text.get_or_insert_default();
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&words);
                }
            } else {
                rest.push((key, value));
            }
        }
        if !assessed {
            self.categories(&rest, &joined(group, name), path, depth - 1);
            return;
        }
        // Beside an assessment, objects are categories within this one; `weight` or `max` is not.
        let inner = joined(group, name);
        let row = self.rows.len();
        self.row(group, name, score, text, Vec::new());
        for (key, value) in rest {
            let nested = match json::kind(value) {
                Kind::Object => true,
                Kind::Array => words(value).is_none(),
                _ => false,
            };
            if nested {
                self.category(&key, value, &inner, &path::member(path, &key), depth - 1);
            } else if let Some(row) = self.rows.get_mut(row) {
                row.extra.push((key, value.text().to_owned()));
            }
        }
    }

    /// Reads categories in an array: objects that say their own name.
    fn list(&mut self, items: &[Json<'_>], group: &str, path: &str, depth: usize) {
        for (index, item) in items.iter().enumerate() {
            let path = path::item(path, index);
            let mut members = json::object(*item).unwrap_or_default();
            let name = place(&members, &NAME)
                .and_then(|place| json::string(members.get(place)?.1).map(|name| (place, name)));
            match name {
                Some((place, name)) if depth > 0 => {
                    members.remove(place);
                    self.object(&name, members, group, &path, depth - 1);
                }
                _ if depth > 0 => {
                    let mut number = String::new();
                    push_number(&mut number, index as u64 + 1);
                    self.category(&number, *item, group, &path, depth - 1);
                }
                _ => self.problems.push(Problem::at(&path, "less depth", *item)),
            }
        }
    }

    fn row(
        &mut self,
        group: &str,
        name: &str,
        score: Score,
        text: Option<String>,
        extra: Vec<(String, String)>,
    ) {
        self.rows.push(SummaryRow {
            category: joined(group, name),
            group: (!group.is_empty()).then(|| group.to_owned()),
            score: score.value,
            score_text: score.text,
            text,
            extra,
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
