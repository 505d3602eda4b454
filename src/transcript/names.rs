//! The names that lead lines: which are known labels, which are custom, which are only words.

use std::collections::HashMap;

use super::cursor::Cursor;
use super::label_table::{BOT, HUMAN, LABELS, QUESTION_AND_ANSWER, SPEAKERS};
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
    /// As it was first written.
    written: String,
    group: GroupId,
}

/// All names that were found in one transcript, and the labels that can be found.
pub(crate) struct Names {
    /// Custom labels in lower case.
    custom: Vec<(String, Role)>,
    groups: Vec<Group>,
    group_ids: HashMap<String, GroupId>,
    names: Vec<Name>,
    name_ids: HashMap<String, NameId>,
    /// The last two names: speakers take turns.
    recent: [NameId; 2],
}

impl Names {
    pub(crate) fn new(options: &TranscriptOptions) -> Self {
        let custom = options.roles.iter().map(|(label, role)| {
            let is_around = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
            (lower_case(label.trim_matches(is_around)), *role)
        });
        Names {
            custom: custom.filter(|(label, _)| !label.is_empty()).collect(),
            groups: Vec::new(),
            group_ids: HashMap::new(),
            names: Vec::new(),
            name_ids: HashMap::new(),
            recent: [NameId::MAX; 2],
        }
    }

    pub(crate) fn group_of(&self, name: NameId) -> GroupId {
        self.names[name as usize].group
    }

    pub(crate) fn group(&self, id: GroupId) -> &Group {
        &self.groups[id as usize]
    }

    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// One of the last two names, where it is written here exactly as before and a colon follows.
    /// Most lines that start with a label end here.
    pub(crate) fn recent_at(&self, rest: &[u8]) -> Option<(NameId, usize)> {
        self.recent.iter().find_map(|id| {
            let written = self.names.get(*id as usize)?.written.as_bytes();
            let found = rest.strip_prefix(written)?;
            (found.first() == Some(&b':')).then_some((*id, written.len()))
        })
    }

    /// Remembers a name that was found.
    pub(crate) fn note_recent(&mut self, id: NameId) {
        if self.recent[0] != id {
            self.recent = [id, self.recent[0]];
        }
    }

    /// Where the longest custom label ends that starts at the cursor, whatever its case.
    pub(crate) fn custom_end(&self, cursor: &Cursor<'_>) -> Option<usize> {
        let ends = self.custom.iter().filter_map(|(label, _)| {
            let mut after = *cursor;
            let mut expected = label.chars().peekable();
            while expected.peek().is_some() {
                let found = after.eat_if(|_| true)?;
                for lower in found.to_lowercase() {
                    expected.next_if_eq(&lower)?;
                }
            }
            Some(after.position())
        });
        ends.max()
    }

    /// The id of a name, and whether it is a label that is known or custom.
    pub(crate) fn intern(&mut self, written: &str) -> (NameId, bool) {
        let key = key_of(written);
        if let Some(id) = self.name_ids.get(&key) {
            let source = self.group(self.group_of(*id)).source;
            return (*id, source != Source::Word);
        }
        let group = self.classify(&key);
        let is_label = group.source != Source::Word;
        let group_id = *self.group_ids.entry(group.key.clone()).or_insert_with(|| {
            self.groups.push(group);
            (self.groups.len() - 1) as GroupId
        });
        (self.insert(key, written, group_id), is_label)
    }

    /// The id of a name whose role a label in brackets says: `Nina (Bot)`.
    pub(crate) fn intern_with_role(&mut self, written: &str, role: Role) -> NameId {
        // With its brackets: without them it is another name, which may be a word.
        let key = lower_case(written);
        if let Some(id) = self.name_ids.get(&key) {
            return *id;
        }
        let group = Group {
            source: Source::Known,
            role,
            is_numbered: false,
            key: key.clone(),
        };
        self.groups.push(group);
        let group_id = (self.groups.len() - 1) as GroupId;
        self.insert(key, written, group_id)
    }

    fn insert(&mut self, key: String, written: &str, group: GroupId) -> NameId {
        let id = self.names.len() as NameId;
        self.name_ids.insert(key, id);
        self.names.push(Name {
            written: written.to_owned(),
            group,
        });
        id
    }

    fn classify(&self, key: &str) -> Group {
        let group = |source, role, key: &str| Group {
            source,
            role,
            is_numbered: SPEAKERS.contains(&key),
            key: key.to_owned(),
        };
        if let Some((label, role)) = self.custom.iter().find(|(label, _)| key_of(label) == key) {
            return group(Source::Custom, *role, label);
        }
        let base = without_number(key);
        let known = known_role(key).map(|role| (key, role));
        let known = known.or_else(|| Some((base, known_role(base)?)));
        if let Some((label, role)) = known {
            let is_vendor = label == BOT || label == HUMAN;
            let source = if is_vendor {
                Source::Vendor
            } else {
                Source::Known
            };
            return group(source, role, label);
        }
        if let Some((speaker, letter)) = key.rsplit_once(' ')
            && SPEAKERS.contains(&speaker)
            && letter.chars().count() == 1
        {
            return group(Source::Known, Role::Other, speaker);
        }
        if SPEAKERS.contains(&base) {
            return group(Source::Known, Role::Other, base);
        }
        // `Q1`, `A1`, `Question 2`.
        let unnumbered = key
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end();
        let is_in = |word: &str| {
            QUESTION_AND_ANSWER
                .iter()
                .any(|(question, answer)| *question == word || *answer == word)
        };
        let word = if is_in(unnumbered) { unnumbered } else { key };
        group(Source::Word, Role::Other, word)
    }
}

/// The role of a label in the table.
pub(crate) fn known_role(key: &str) -> Option<Role> {
    let (word, bit) = filter_place(key.as_bytes(), 0, key.len());
    if FILTER[word] & bit == 0 {
        return None;
    }
    let has_key = |labels: &str| labels.split('|').any(|label| label == key);
    let found = LABELS.iter().find(|(labels, _)| has_key(labels));
    found.map(|(_, role)| *role)
}

/// A bit for each label, so that most words are known not to be one without a look at the table.
static FILTER: [u64; FILTER_WORDS] = make_filter();
const FILTER_WORDS: usize = 64;

/// The word and the bit of the filter for `bytes[start..end]`, by FNV-1a.
const fn filter_place(bytes: &[u8], start: usize, end: usize) -> (usize, u64) {
    let mut hash = 0x811C_9DC5_u32;
    let mut at = start;
    while at < end {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    ((hash >> 6) as usize % FILTER_WORDS, 1 << (hash % 64))
}

const fn make_filter() -> [u64; FILTER_WORDS] {
    let mut filter = [0; FILTER_WORDS];
    let mut row = 0;
    while row < LABELS.len() {
        let labels = LABELS[row].0.as_bytes();
        let mut start = 0;
        let mut end = 0;
        while end <= labels.len() {
            if end == labels.len() || labels[end] == b'|' {
                let (word, bit) = filter_place(labels, start, end);
                filter[word] |= bit;
                start = end + 1;
            }
            end += 1;
        }
        row += 1;
    }
    filter
}

/// The role that a label says, however it is written: `Bot`, `AI_Agent`, `Kandidatin`.
pub(crate) fn role_of(written: &str) -> Option<Role> {
    let key = key_of(written);
    known_role(&key).or_else(|| known_role(without_number(&key)))
}

/// What the lower case of the Turkish `İ` has behind its `i`.
const DOT_ABOVE: char = '\u{307}';

/// `text` in lower case, without the rules of single languages.
pub(crate) fn lower_case(text: &str) -> String {
    let lower = text.chars().flat_map(char::to_lowercase);
    lower.filter(|c| *c != DOT_ABOVE).collect()
}

/// A name in lower case, with a space for spaces, `_` and `-`, and without what marks a second
/// gender (`Bewerber:in`, `Candidato/a`).
fn key_of(written: &str) -> String {
    let mut key = String::with_capacity(written.len());
    for c in written.chars() {
        match c {
            '_' | '-' => key.push(' '),
            _ if c.is_whitespace() => {
                if !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            _ => key.extend(c.to_lowercase().filter(|c| *c != DOT_ABOVE)),
        }
    }
    // A bracket after the name is no part of it.
    for open in [" (", " [", "(", "["] {
        if let Some(at) = key.find(open).filter(|at| *at > 0) {
            key.truncate(at);
        }
    }
    for ending in GENDER_ENDINGS {
        if let Some(shorter) = key.strip_suffix(ending)
            && known_role(shorter).is_some()
        {
            key.truncate(shorter.len());
            break;
        }
    }
    key
}

/// What is written behind a label to include both genders; a `-` is a space in a key.
pub(crate) const GENDER_ENDINGS: &[&str] = &[
    "*in", ":in", " in", "/in", "/ in", "·e", ".e", "/e", "/a", "·a", "/-in", "_in", "/-a", "(a)",
    "(e)", "(in)",
];

/// `agent` of `agent 1`, `speaker` of `speaker 00`.
fn without_number(key: &str) -> &str {
    let base = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = key.len() - base.len();
    if (1..=3).contains(&digits) && !base.is_empty() {
        base.trim_end()
    } else {
        key
    }
}
