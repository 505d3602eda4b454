//! Reads an object that assesses one thing: its texts, its score, and the remaining members.

use super::json::{Json, Kind, Member, kind, members, text_of};
use super::keys::{self, Names, VALUE};
use super::problems::{Problem, member_path};
use super::scores::{Score, parse_score};

/// The role of a member of the object.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// The question.
    Question,
    /// The response, or the reasons for a score. Several texts are joined by line breaks.
    Prose,
    Score,
    Other,
    /// A member to keep as it is, although a score was expected or is in it.
    Extra,
}

#[derive(Default)]
pub(super) struct Item<'m> {
    pub(super) question: Option<String>,
    pub(super) prose: Option<String>,
    pub(super) score: Score,
    /// The members that could not be read at all, or not completely.
    pub(super) rest: Vec<(Role, &'m Member)>,
}

impl<'m> Item<'m> {
    /// Reads the texts and the score from the members. A score that is not a number is reported.
    pub(super) fn read_members(
        &mut self,
        members: &'m [Member],
        role_of: &dyn Fn(usize) -> Role,
        path: &str,
        problems: &mut Vec<Problem>,
    ) {
        for (index, member) in members.iter().enumerate() {
            let mut role = role_of(index);
            let value = &member.value;
            let kind = kind(value);
            if kind == Kind::Null && role != Role::Other {
                continue;
            }
            match role {
                Role::Question | Role::Prose => {
                    if let Some(text) = text_of(value) {
                        self.add_text(role, &text);
                        continue;
                    }
                }
                Role::Score => {
                    let within = score_within(value, VALUE);
                    let is_within = within.is_some();
                    let score = within.or_else(|| parse_score(value));
                    let is_score = score.is_some();
                    let score = score.unwrap_or_default();
                    if score.value.is_none() && (is_score || kind != Kind::Object) {
                        let path = member_path(path, &member.key);
                        problems.push(Problem::new(&path, "a number", &value.to_text()));
                    }
                    if is_score {
                        self.score = score;
                    }
                    if is_score && !is_within {
                        continue;
                    }
                    // An object without a score keeps its role: it may be a nested category.
                    if is_score || kind != Kind::Object {
                        role = Role::Extra;
                    }
                }
                Role::Other | Role::Extra => {}
            }
            self.rest.push((role, member));
        }
    }

    pub(super) fn add_text(&mut self, role: Role, text: &str) {
        let found = match role {
            Role::Question => &mut self.question,
            _ => &mut self.prose,
        };
        match found {
            Some(found) if !found.is_empty() => {
                found.push('\n');
                found.push_str(text);
            }
            _ => *found = Some(text.to_owned()),
        }
    }
}

/// The score in the member of an object that has one of `names`.
pub(super) fn score_within(value: &Json, names: Names) -> Option<Score> {
    let inner = members(value);
    parse_score(&inner[keys::find(&inner, names)?].value)
}
