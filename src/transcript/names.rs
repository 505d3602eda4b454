//! The names that lead lines: known labels, custom labels, and other words.

use super::characters::{is_colon, lower};
use super::cursor::Cursor;
use super::label_table::{LABELS, QUESTION_AND_ANSWER, SPEAKERS, VENDORS, has_item};
use super::options::TranscriptOptions;
use super::role::Role;

/// A name as it was found, whatever its case: an index into [`Names`].
pub(crate) type NameId = u32;

/// A label, whatever its number: `Agent 1` and `Agent 2` are one. An index into [`Names`].
pub(crate) type GroupId = u32;

/// Where a label comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// One of the two labels of the vendor.
    Vendor,
    /// The table of labels.
    Known,
    /// `TranscriptOptions::roles`.
    Custom,
    /// It only looks like a label.
    Word,
}

/// A label and what is known about it.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) source: Source,
    pub(crate) role: Role,
    /// It is one of the names for numbered speakers: two numbers are two speakers.
    pub(crate) is_numbered: bool,
    /// The label in lower case.
    pub(crate) key: String,
}

struct Name {
    /// In lower case.
    key: String,
    /// As it was first written.
    written: String,
    group: GroupId,
}

/// All names that were found in one transcript, and the labels that can be found.
pub(crate) struct Names {
    /// Custom labels in lower case.
    custom: Vec<(String, Role)>,
    groups: Vec<Group>,
    names: Vec<Name>,
    /// The names in the order of their keys.
    sorted: Vec<NameId>,
    /// The last two names: speakers take turns.
    recent: [NameId; 2],
}

/// How many different names one transcript may have. No call has more speakers. The limit keeps the
/// time linear for a text with many words that look like labels.
pub(crate) const MOST_NAMES: usize = 2000;

impl Names {
    pub(crate) fn new(options: &TranscriptOptions) -> Self {
        let mut custom = Vec::new();
        for (label, role) in &options.roles {
            let label = label.trim_matches(|c: char| c.is_whitespace() || is_colon(c));
            if !label.is_empty() {
                custom.push((lower_case(label), *role));
            }
        }
        Names {
            custom,
            groups: Vec::new(),
            names: Vec::new(),
            sorted: Vec::new(),
            recent: [NameId::MAX; 2],
        }
    }

    /// How many names were found, for [`forget`](Names::forget).
    pub(crate) fn count(&self) -> usize {
        self.names.len()
    }

    /// Forgets all names but the first `count`.
    pub(crate) fn forget(&mut self, count: usize) {
        self.names.truncate(count);
        self.sorted.retain(|id| (*id as usize) < count);
        let groups = self.names.iter().map(|name| name.group + 1).max();
        self.groups.truncate(groups.unwrap_or_default() as usize);
        self.recent = [NameId::MAX; 2];
    }

    pub(crate) fn group_of(&self, name: NameId) -> GroupId {
        self.names[name as usize].group
    }

    /// The group of the name with that key.
    pub(crate) fn group_called(&self, key: &str) -> Option<GroupId> {
        self.find(key).ok().map(|name| self.group_of(name))
    }

    pub(crate) fn group(&self, id: GroupId) -> &Group {
        &self.groups[id as usize]
    }

    /// The group of a name.
    pub(crate) fn group_named(&self, name: NameId) -> &Group {
        self.group(self.group_of(name))
    }

    /// Whether a group's first name is in the capitals of ASCII: `BOT`, `MOM`.
    pub(crate) fn is_in_capitals(&self, id: GroupId) -> bool {
        let name = self.names.iter().find(|name| name.group == id);
        name.is_some_and(|name| {
            let is_other = |byte: u8| byte.is_ascii_lowercase() || !byte.is_ascii();
            let is_letter = name.written.starts_with(|c: char| c.is_ascii_uppercase());
            is_letter && name.written.len() > 1 && !name.written.bytes().any(is_other)
        })
    }

    /// How many names a group has: `Agent 1` and `Agent 2` are two of one group.
    pub(crate) fn count_of_group(&self, id: GroupId) -> usize {
        self.names.iter().filter(|name| name.group == id).count()
    }

    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// One of the last two names and its length, if `rest` starts with it exactly as before, and
    /// with a colon and a space behind it. Most labels are found here.
    pub(crate) fn recent_at(&self, rest: &[u8]) -> Option<(NameId, usize)> {
        for id in self.recent {
            if let Some(name) = self.names.get(id as usize)
                && let Some(after) = rest.strip_prefix(name.written.as_bytes())
                && after.starts_with(b": ")
            {
                return Some((id, name.written.len()));
            }
        }
        None
    }

    /// Remembers a name that was found.
    pub(crate) fn note_recent(&mut self, id: NameId) {
        if self.recent[0] != id {
            self.recent = [id, self.recent[0]];
        }
    }

    /// Whether a custom label contains a colon.
    pub(crate) fn has_custom_colon(&self) -> bool {
        let mut labels = self.custom.iter();
        labels.any(|(label, _)| label.bytes().any(|byte| byte == b':'))
    }

    /// The end of the longest custom label that starts at the cursor. Case does not matter.
    pub(crate) fn custom_end(&self, cursor: &Cursor<'_>) -> Option<usize> {
        let mut longest = None;
        for (label, _) in &self.custom {
            let mut after = *cursor;
            let is_here = label.chars().all(|expected| {
                let found = after.peek().map(lower);
                after.bump();
                found == Some(expected)
            });
            if is_here {
                longest = longest.max(Some(after.position()));
            }
        }
        longest
    }

    /// The id of a name. `None` for a new name past [`MOST_NAMES`].
    pub(crate) fn intern(&mut self, written: &str) -> Option<NameId> {
        let key = key_of(written);
        match self.find(&key) {
            Ok(id) => Some(id),
            Err(place) => {
                let group = self.classify(&key);
                self.insert(place, key, written, group)
            }
        }
    }

    /// The id of a name whose role is given in brackets: `Nina (Bot)`.
    pub(crate) fn intern_with_role(&mut self, written: &str, role: Role) -> Option<NameId> {
        // With its brackets: without them it is another name, which may be a word.
        let key = lower_case(written);
        match self.find(&key) {
            Ok(id) => Some(id),
            Err(place) => {
                let group = Group {
                    source: Source::Known,
                    role,
                    is_numbered: false,
                    key: key.clone(),
                };
                self.insert(place, key, written, group)
            }
        }
    }

    /// The name with that key, or the index in `sorted` where it belongs.
    fn find(&self, key: &str) -> Result<NameId, usize> {
        let key_of = |id: &NameId| self.names[*id as usize].key.as_str();
        let place = self.sorted.partition_point(|id| key_of(id) < key);
        match self.sorted.get(place) {
            Some(id) if key_of(id) == key => Ok(*id),
            _ => Err(place),
        }
    }

    fn insert(&mut self, place: usize, key: String, written: &str, group: Group) -> Option<NameId> {
        let id = self.names.len();
        if id >= MOST_NAMES {
            return None;
        }
        let known = self.groups.iter().position(|known| known.key == group.key);
        let group_id = known.unwrap_or(self.groups.len());
        if known.is_none() {
            self.groups.push(group);
        }
        self.sorted.insert(place, id as NameId);
        self.names.push(Name {
            key,
            written: written.to_owned(),
            group: group_id as GroupId,
        });
        Some(id as NameId)
    }

    fn classify(&self, key: &str) -> Group {
        let group = |source, role, key: &str| Group {
            source,
            role,
            is_numbered: has_item(SPEAKERS, key),
            key: key.to_owned(),
        };
        for (label, role) in &self.custom {
            if key_of(label) == key {
                return group(Source::Custom, *role, label);
            }
        }
        let base = without_number(key);
        for label in [key, base] {
            if let Some(role) = known_role(label) {
                let is_vendors = has_item(VENDORS, label);
                let source = if is_vendors {
                    Source::Vendor
                } else {
                    Source::Known
                };
                return group(source, role, label);
            }
        }
        if let Some((speaker, letter)) = key.rsplit_once(' ')
            && has_item(SPEAKERS, speaker)
            && letter.chars().count() == 1
        {
            return group(Source::Known, Role::Other, speaker);
        }
        if has_item(SPEAKERS, base) {
            return group(Source::Known, Role::Other, base);
        }
        // `Q1`, `A1`, `Question 2`.
        let word = if is_question_or_answer(base) {
            base
        } else {
            key
        };
        group(Source::Word, Role::Other, word)
    }
}

/// The role of a label in the table. `None` if the table does not have it.
pub(crate) fn known_role(key: &str) -> Option<Role> {
    let found = LABELS.iter().find(|(labels, _)| has_item(labels, key));
    found.map(|(_, role)| *role)
}

/// The role of a known label, however it is written: `Bot`, `AI_Agent`, `Kandidatin`.
pub(crate) fn role_of(written: &str) -> Option<Role> {
    let key = key_of(written);
    known_role(&key).or_else(|| known_role(without_number(&key)))
}

/// Whether a word is one of a pair such as `Q:` and `A:`.
pub(crate) fn is_question_or_answer(word: &str) -> bool {
    let mut words = QUESTION_AND_ANSWER.split(['|', ' ']);
    words.any(|known| known == word)
}

pub(crate) fn lower_case(written: &str) -> String {
    written.chars().map(lower).collect()
}

/// The form in which names are compared: lower case, single spaces for spaces, `_` and `-`, and
/// nothing from a bracket on. An ending for a second gender is left out (`Bewerber:in`,
/// `Candidato/a`).
fn key_of(written: &str) -> String {
    let mut key = String::with_capacity(written.len());
    for c in written.chars() {
        match c {
            '(' | '[' if !key.is_empty() => break,
            '_' | '-' => key.push(' '),
            _ if c.is_whitespace() => {
                if !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            _ => key.push(lower(c)),
        }
    }
    if key.ends_with(' ') {
        key.pop();
    }
    let length = without_gender(&key).len();
    key.truncate(length);
    key
}

/// A known label without its ending for a second gender: `bewerber` of `bewerber:in`.
fn without_gender(key: &str) -> &str {
    let ending = ["in", "e", "a"]
        .iter()
        .find_map(|ending| key.strip_suffix(ending));
    let base = ending.map(|ended| (ended, ended.trim_end_matches(GENDER_SIGNS)));
    match base {
        Some((ended, base)) if base.len() < ended.len() && known_role(base).is_some() => base,
        _ => key,
    }
}

const GENDER_SIGNS: [char; 7] = ['*', ':', '·', '.', '/', ' ', '_'];

/// `agent` of `agent 1`, `speaker` of `speaker 00` and of `speaker:0`.
fn without_number(key: &str) -> &str {
    let base = key.trim_end_matches(|c: char| c.is_ascii_digit());
    if base.is_empty() || key.len() - base.len() > 3 {
        return key;
    }
    base.trim_end_matches([' ', ':'])
}
