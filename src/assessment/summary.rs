//! Reads `call_summary`: an object keyed by category, with values in many forms.

use super::item::{Item, Role, score_within};
use super::json::{Json, Kind, Member, is_scalar, items, kind, members, string, text_of};
use super::keys::{self, NAME, PROSE, SCORE, VALUE, WRAPPERS};
use super::lenient;
use super::problems::{Problem, item_path, member_path};
use super::scores::{Score, parse_score};

/// The rows of `call_summary`.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Summary {
    /// One row per category, in the order of the wire.
    pub rows: Vec<SummaryRow>,
    /// The parts that could not be read.
    #[cfg_attr(feature = "typescript", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// The assessment of one category.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SummaryRow {
    /// The category. A nested one is `Parent / Child`.
    pub category: String,
    /// The parent category, if there is one: `Parent`.
    pub group: Option<String>,
    /// The score, where it is a number or starts with one (`"8/10"` is 8). The vendor documents no
    /// scale, so never show it as a percentage or a bar.
    pub score: Option<f64>,
    /// The score as it was written.
    pub score_text: Option<String>,
    /// The prose. Several texts (summary, evidence, reason) are joined by line breaks.
    pub text: Option<String>,
    /// The category's other members: key and JSON text.
    #[serde(serialize_with = "super::extra::serialize")]
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

/// How deeply categories may be nested.
const DEPTH: usize = 6;

/// Reads the JSON of `call_summary` into rows.
///
/// Never fails: it reports in `problems` what it cannot read, and reads the rest. A category's
/// value may be a string, a number, an object with a score and prose, or further categories.
///
/// ```
/// use ninjahire_calls::assessment::parse_summary;
///
/// let summary = parse_summary(r#"{"Communication": {"score": 8, "reason": "Clear."}, "Skills": {"Rust": 9}}"#);
/// assert_eq!(summary.rows[0].category, "Communication");
/// assert_eq!(summary.rows[0].score, Some(8.0));
/// assert_eq!(summary.rows[0].text.as_deref(), Some("Clear."));
/// assert_eq!(summary.rows[1].category, "Skills / Rust");
/// ```
pub fn parse_summary(raw_json: &str) -> Summary {
    let mut summary = Summary::default();
    summary.read_text(raw_json, DEPTH);
    summary
}

/// The position of a category.
#[derive(Clone, Copy)]
struct Position<'a> {
    /// The path for `problems`.
    path: &'a str,
    /// The parent category; empty where there is none.
    group: &'a str,
    /// How many more levels of categories are read.
    depth: usize,
}

impl Summary {
    fn read_text(&mut self, text: &str, depth: usize) {
        if let Some(value) = lenient::parse_or_report(text, "", &mut self.problems) {
            let position = Position {
                path: "",
                group: "",
                depth,
            };
            self.read_value(None, &value, position);
        }
    }

    fn report(&mut self, path: &str, expected: &'static str, found: &Json) {
        self.problems
            .push(Problem::new(path, expected, &found.to_text()));
    }

    /// Reads an object whose members are categories.
    fn read_categories(&mut self, members: &[Member], position: Position<'_>) {
        for member in members {
            let path = &member_path(position.path, &member.key);
            self.read_value(
                Some(&member.key),
                &member.value,
                Position { path, ..position },
            );
        }
    }

    /// Reads one category. Without a name, the value is the whole summary.
    fn read_value(&mut self, name: Option<&str>, value: &Json, position: Position<'_>) {
        let group = &join_category(position.group, name.unwrap_or_default());
        let kind = kind(value);
        let score = parse_score(value).unwrap_or_default();
        let plain_text = text_of(value);
        let is_score = score.value.is_some() || matches!(kind, Kind::Null | Kind::Number);
        if position.depth > 0 && !is_score {
            let mut inner = Position { group, ..position };
            // The value may be an object, or a string that contains one.
            let mut nested = value.clone();
            if kind == Kind::String
                && let Some(text) = plain_text.as_deref()
                && lenient::unfence(text).starts_with('{')
                && let Some((value, _)) = lenient::parse(text)
            {
                nested = value;
                inner.depth -= 1;
            }
            if nested.is_object() {
                let members = members(&nested);
                if name.is_none() {
                    return self.read_categories(&members, inner);
                }
                let position = Position {
                    depth: inner.depth,
                    ..position
                };
                return self.read_object(group, &members, None, position);
            }
            if kind == Kind::Array && (plain_text.is_none() || name.is_none()) {
                return self.read_list(&items(value), inner);
            }
        }
        let mut text = plain_text;
        if name.is_none() {
            // The whole summary is prose, or a score without a category.
            if text.as_deref().unwrap_or_default().trim().is_empty() {
                return;
            }
            self.report("", "an object", value);
        } else if text.is_none() && !is_score {
            self.report(position.path, "less depth", value);
            text = Some(value.to_text());
        }
        let (score, text) = match is_score {
            true => (score, None),
            false => (Score::default(), text),
        };
        self.push_row(group, position.group, score, text);
    }

    /// Reads an object: an assessment, further categories, or both. One of the members may be the
    /// category's name.
    fn read_object(
        &mut self,
        category: &str,
        members: &[Member],
        name: Option<usize>,
        position: Position<'_>,
    ) {
        let wrapped;
        let mut item = Item::default();
        self.read_assessment(members, name, position.path, &mut item);
        // `{"evaluation": {"score": 8, "comment": "Good."}}`
        let mut wrapper = item.rest.iter().position(|(role, member)| {
            (*role == Role::Score || keys::is_one_of(&member.name, WRAPPERS))
                && score_within(&member.value, SCORE).is_some_and(|score| score.value.is_some())
        });
        let is_other = |(role, _): &&(Role, &Member)| *role != Role::Extra;
        let others = item.rest.iter().filter(is_other).count();
        let count = members.len() - usize::from(name.is_some());
        let is_assessment = others < count || count == 0 || wrapper.is_some();
        match wrapper {
            Some(index) if item.score.text.is_none() => {
                let outer = item.rest[index].1;
                let path = &member_path(position.path, &outer.key);
                wrapped = self::members(&outer.value);
                self.read_assessment(&wrapped, None, path, &mut item);
            }
            _ => wrapper = None,
        }
        let inner = Position {
            group: category,
            depth: position.depth.saturating_sub(1),
            ..position
        };
        let row = self.rows.len();
        if is_assessment {
            self.push_row(category, position.group, item.score, item.prose);
        }
        for (index, (role, member)) in item.rest.into_iter().enumerate() {
            if wrapper == Some(index) {
                continue;
            }
            // Beside an assessment, objects are categories within this one; `weight` is not.
            let value = &member.value;
            let is_list = kind(value) == Kind::Array && text_of(value).is_none();
            let is_nested = is_list || kind(value) == Kind::Object;
            if is_assessment && (role == Role::Extra || !is_nested) {
                self.rows[row]
                    .extra
                    .push((member.key.clone(), value.to_text()));
            } else {
                let path = &member_path(position.path, &member.key);
                self.read_value(Some(&member.key), value, Position { path, ..inner });
            }
        }
    }

    /// Reads the score and the prose of an object.
    fn read_assessment<'m>(
        &mut self,
        members: &'m [Member],
        name: Option<usize>,
        path: &str,
        item: &mut Item<'m>,
    ) {
        let score = keys::find(members, SCORE).or_else(|| keys::find(members, VALUE));
        let role_of = |index: usize| {
            let member = &members[index];
            let is_prose = keys::is_one_of(&member.name, PROSE);
            // A key may mean a score in one language and prose in another (`note`). Then a number is a
            // score.
            let is_number =
                || parse_score(&member.value).is_some_and(|score| score.value.is_some());
            match is_prose {
                _ if name == Some(index) => Role::Question,
                _ if score == Some(index) && (!is_prose || is_number()) => Role::Score,
                true => Role::Prose,
                false => Role::Other,
            }
        };
        item.read_members(members, &role_of, path, &mut self.problems);
    }

    /// Reads categories in an array: objects that have a name, or rows like `["Skills", 8, "Good."]`.
    fn read_list(&mut self, list: &[Json], position: Position<'_>) {
        for (index, item) in list.iter().enumerate() {
            let path = &item_path(position.path, index);
            if position.depth == 0 {
                self.report(path, "less depth", item);
                continue;
            }
            let position = Position {
                path,
                depth: position.depth - 1,
                ..position
            };
            let mut members = members(item);
            if members.is_empty() {
                members = members_of_row(items(item));
            }
            let name = keys::find(&members, NAME)
                .and_then(|index| Some((index, string(&members[index].value)?)));
            match name {
                Some((index, name)) => {
                    let category = &join_category(position.group, &name);
                    self.read_object(category, &members, Some(index), position);
                }
                None => self.read_value(Some(&(index + 1).to_string()), item, position),
            }
        }
    }

    fn push_row(&mut self, category: &str, group: &str, score: Score, text: Option<String>) {
        self.rows.push(SummaryRow {
            category: category.to_owned(),
            group: (!group.is_empty()).then(|| group.to_owned()),
            score: score.value,
            score_text: score.text,
            text,
            extra: Vec::new(),
        });
    }
}

/// The cells of `["Skills", 8, "Good."]` as members: a name, and then a score and prose in any order.
/// Empty where the cells are not such a row.
fn members_of_row(cells: Vec<Json>) -> Vec<Member> {
    let mut members = Vec::new();
    let mut has_score = false;
    if cells.len() > 4 {
        return members;
    }
    for (index, value) in cells.into_iter().enumerate() {
        let is_number = parse_score(&value).is_some_and(|score| score.value.is_some());
        let name = match index {
            0 => "name",
            _ if is_number && !has_score => "score",
            _ => "text",
        };
        has_score |= name == "score";
        if !is_scalar(&value) {
            return Vec::new();
        }
        members.push(Member::cell(index, name, value));
    }
    if !has_score {
        members.clear();
    }
    members
}

/// `Parent / Child`.
fn join_category(group: &str, name: &str) -> String {
    match group {
        "" => name.to_owned(),
        _ => format!("{group} / {name}"),
    }
}
