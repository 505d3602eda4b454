//! `call_summary`: an object by category, whose values come in many forms.

use serde_json::value::RawValue;

use super::keys::{self, NAME, PROSE, SCORE, VALUE, WRAPPERS};
use super::lenient;
use super::problems::Problem;
use super::scores::{Score, parse_score};
use super::values::{Member, item_path, items, member_path, members, words};
use crate::raw_json::{Kind, kind, string};

/// What `call_summary` says.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Summary {
    /// One row per category, in the order of the wire.
    pub rows: Vec<SummaryRow>,
    /// What could not be read.
    #[cfg_attr(feature = "typescript", tsify(type = "ReadingProblem[]"))]
    pub problems: Vec<Problem>,
}

/// The assessment of one category.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
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
    #[serde(serialize_with = "super::extra::serialize")]
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, unknown>"))]
    pub extra: Vec<(String, String)>,
}

/// How deep categories may lie in one another.
const DEPTH: usize = 6;

/// Reads the JSON of `call_summary` into rows.
///
/// Never fails: what cannot be read is reported in `problems`, and the rest is read. A category's
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

/// What an object says about one category, and what is left of it.
struct Assessment<'a, 't> {
    score: Score,
    prose: Vec<String>,
    rest: Vec<&'a Member<'t>>,
    /// Members that were to be the score and are none: they stay among the extras.
    refused: Vec<&'a Member<'t>>,
}

impl Summary {
    fn read_text(&mut self, text: &str, depth: usize) {
        let json = lenient::read_or_report(text, "", &mut self.problems);
        let Some(value) = json
            .as_ref()
            .and_then(|json| serde_json::from_str(json).ok())
        else {
            return;
        };
        let value: &RawValue = value;
        let mut score = Score::default();
        let mut text = None;
        match kind(value) {
            Kind::Null => return,
            Kind::Object => return self.read_categories(&members(value), "", "", depth),
            Kind::Array => return self.read_list(&items(value), "", "", depth),
            Kind::String if depth > 0 => {
                // The object as a string; or nothing but prose, which is of no category.
                let prose = string(value).unwrap_or_default();
                if lenient::unfence(&prose).starts_with(['{', '[']) {
                    return self.read_text(&prose, depth - 1);
                }
                if prose.trim().is_empty() {
                    return;
                }
                text = Some(prose);
            }
            _ => score = parse_score(value).unwrap_or_default(),
        }
        self.report("", "an object", value);
        self.push("", "", score, text);
    }

    fn report(&mut self, path: &str, expected: &'static str, found: &RawValue) {
        self.problems
            .push(Problem::new(path, expected, found.get()));
    }

    /// Reads an object whose members are categories.
    fn read_categories(&mut self, members: &[Member<'_>], group: &str, path: &str, depth: usize) {
        for member in members {
            let path = member_path(path, &member.key);
            self.read_category(&member.key, member.value, group, &path, depth);
        }
    }

    /// Reads one category.
    fn read_category(
        &mut self,
        name: &str,
        value: &RawValue,
        group: &str,
        path: &str,
        depth: usize,
    ) {
        let score = parse_score(value).unwrap_or_default();
        if score.value.is_some() || matches!(kind(value), Kind::Null | Kind::Number) {
            return self.push(group, name, score, None);
        }
        let words = words(value);
        if depth > 0 {
            // An object, or a string that holds one.
            let text = words.as_deref().filter(|_| kind(value) == Kind::String);
            let text = text.filter(|text| lenient::unfence(text).starts_with('{'));
            if let Some(inner) = text.and_then(lenient::read)
                && let Ok(inner) = serde_json::from_str::<&RawValue>(&inner.json)
                && kind(inner) == Kind::Object
            {
                return self.read_object(name, &members(inner), group, path, depth - 1);
            }
            if kind(value) == Kind::Object {
                return self.read_object(name, &members(value), group, path, depth);
            }
            if kind(value) == Kind::Array && words.is_none() {
                return self.read_list(&items(value), &joined(group, name), path, depth);
            }
        }
        if words.is_none() {
            self.report(path, "less depth", value);
        }
        let text = words.unwrap_or_else(|| value.get().to_owned());
        self.push(group, name, Score::default(), Some(text));
    }

    /// Reads an object: an assessment, further categories, or both.
    fn read_object(
        &mut self,
        name: &str,
        members: &[Member<'_>],
        group: &str,
        path: &str,
        depth: usize,
    ) {
        let mut assessment = self.read_assessment(members, path);
        // `{"evaluation": {"score": 8, "comment": "Good."}}`
        let wrapped: Vec<Vec<Member<'_>>> = assessment
            .rest
            .iter()
            .map(|member| match keys::is_one_of(&member.normal, WRAPPERS) {
                true => super::values::members(member.value),
                false => Vec::new(),
            })
            .collect();
        let wrapper = wrapped.iter().position(|inner| {
            let score = keys::find(inner, SCORE).and_then(|place| parse_score(inner[place].value));
            score.is_some_and(|score| score.value.is_some())
        });
        if let Some(place) = wrapper.filter(|_| assessment.score.text.is_none()) {
            let outer = assessment.rest.remove(place);
            let path = member_path(path, &outer.key);
            let inner = self.read_assessment(&wrapped[place], &path);
            assessment.score = inner.score;
            assessment.prose.extend(inner.prose);
            assessment.rest.extend(inner.rest);
            assessment.refused.extend(inner.refused);
        }
        let inner = joined(group, name);
        let depth = depth.saturating_sub(1);
        // Nothing was taken, so there is no assessment.
        if assessment.rest.len() == members.len() && !members.is_empty() && wrapper.is_none() {
            return self.read_categories(members, &inner, path, depth);
        }
        let row = self.rows.len();
        let prose = (!assessment.prose.is_empty()).then(|| assessment.prose.join("\n"));
        self.push(group, name, assessment.score, prose);
        let refused = assessment.refused.iter();
        let mut extra: Vec<(String, String)> = refused
            .map(|member| (member.key.clone(), member.value.get().to_owned()))
            .collect();
        for member in assessment.rest {
            // Beside an assessment, objects are categories within this one; `weight` is not.
            let is_nested = match kind(member.value) {
                Kind::Object => true,
                Kind::Array => words(member.value).is_none(),
                _ => false,
            };
            let path = member_path(path, &member.key);
            if is_nested {
                self.read_category(&member.key, member.value, &inner, &path, depth);
            } else {
                extra.push((member.key.clone(), member.value.get().to_owned()));
            }
        }
        self.rows[row].extra = extra;
    }

    /// Takes the score and the prose out of an object.
    fn read_assessment<'a, 't>(
        &mut self,
        members: &'a [Member<'t>],
        path: &str,
    ) -> Assessment<'a, 't> {
        let mut assessment = Assessment {
            score: Score::default(),
            prose: Vec::new(),
            rest: Vec::new(),
            refused: Vec::new(),
        };
        let score_place = score_place(members);
        for (index, member) in members.iter().enumerate() {
            if score_place == Some(index) {
                let inner = super::values::members(member.value);
                let within = keys::find(&inner, VALUE).map(|place| inner[place].value);
                if let Some(score) = parse_score(within.unwrap_or(member.value)) {
                    if score.value.is_none() && score.text.is_some() {
                        self.report(&member_path(path, &member.key), "a number", member.value);
                    }
                    assessment.score = score;
                    if within.is_some() {
                        assessment.refused.push(member);
                    }
                    continue;
                }
                if matches!(kind(member.value), Kind::Bool | Kind::Array) {
                    self.report(&member_path(path, &member.key), "a number", member.value);
                    assessment.refused.push(member);
                    continue;
                }
            }
            if keys::is_one_of(&member.normal, PROSE) {
                if let Some(words) = words(member.value) {
                    assessment.prose.push(words);
                    continue;
                }
                if kind(member.value) == Kind::Null {
                    continue;
                }
            }
            assessment.rest.push(member);
        }
        assessment
    }

    /// Reads categories in an array: objects that say their own name.
    fn read_list(&mut self, list: &[&RawValue], group: &str, path: &str, depth: usize) {
        for (index, item) in list.iter().enumerate() {
            let path = item_path(path, index);
            if depth == 0 {
                self.report(&path, "less depth", item);
                continue;
            }
            let mut members = members(item);
            // `["Skills", 8, "Good."]`
            let cells = items(item);
            if let [name, rest @ ..] = cells.as_slice()
                && let Some(name) = string(name)
                && (1..=3).contains(&rest.len())
                && rest.iter().all(|cell| super::values::is_scalar(cell))
                && rest
                    .iter()
                    .any(|cell| parse_score(cell).is_some_and(|score| score.value.is_some()))
            {
                self.read_row(&name, rest, group);
                continue;
            }
            let name = keys::find(&members, NAME)
                .and_then(|place| Some((place, string(members[place].value)?)));
            match name {
                Some((place, name)) => {
                    members.remove(place);
                    self.read_object(&name, &members, group, &path, depth - 1);
                }
                None => {
                    let number = (index + 1).to_string();
                    self.read_category(&number, item, group, &path, depth - 1);
                }
            }
        }
    }

    /// Reads a name, a score and prose, in that order or with the last two changed.
    fn read_row(&mut self, name: &str, cells: &[&RawValue], group: &str) {
        let mut score = Score::default();
        let mut prose: Vec<String> = Vec::new();
        for cell in cells {
            match parse_score(cell).filter(|score| score.value.is_some()) {
                Some(found) if score.text.is_none() => score = found,
                _ => prose.extend(words(cell)),
            }
        }
        let prose = (!prose.is_empty()).then(|| prose.join("\n"));
        self.push(group, name, score, prose);
    }

    fn push(&mut self, group: &str, name: &str, score: Score, text: Option<String>) {
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

/// The index of the score. A word that means a score in one language and prose in another (`note`)
/// is a score where it is a number.
fn score_place(members: &[Member<'_>]) -> Option<usize> {
    let place = keys::find(members, SCORE).or_else(|| keys::find(members, VALUE))?;
    let member = &members[place];
    let is_prose = keys::is_one_of(&member.normal, PROSE)
        && parse_score(member.value).is_none_or(|score| score.value.is_none());
    (!is_prose).then_some(place)
}

/// `Parent / Child`.
fn joined(group: &str, name: &str) -> String {
    match group {
        "" => name.to_owned(),
        _ => format!("{group} / {name}"),
    }
}
