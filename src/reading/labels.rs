//! Who can speak, and what they are called.

use serde::{Deserialize, Deserializer, Serialize};

use super::chars::{blank, byte, letter, one_of, width_before};
use super::clocks::digits;

/// Whose words a turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The machine that calls.
    Bot,
    /// The person who is called.
    Human,
    /// Somebody with a label that does not tell whether it is the machine or the person
    /// (`Speaker 0`, `Interviewer`).
    Other,
    /// Nobody is named: text before the first label, or a transcript without labels.
    Unknown,
}

impl Role {
    /// `"bot"`, `"human"`, `"other"` or `"unknown"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Bot => "bot",
            Role::Human => "human",
            Role::Other => "other",
            Role::Unknown => "unknown",
        }
    }

    /// 0, 1, 2, 3 for bot, human, other, unknown.
    pub fn code(self) -> u8 {
        match self {
            Role::Bot => 0,
            Role::Human => 1,
            Role::Other => 2,
            Role::Unknown => 3,
        }
    }

    /// The role with this name, the reverse of [`as_str`](Role::as_str).
    ///
    /// ```
    /// use ninjahire_calls::reading::Role;
    /// assert_eq!(Role::from_name("human"), Some(Role::Human));
    /// assert_eq!(Role::from_name("Human"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Role> {
        Some(match name {
            "bot" => Role::Bot,
            "human" => Role::Human,
            "other" => Role::Other,
            "unknown" => Role::Unknown,
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer).ok();
        // serde's own error would contain the value.
        name.and_then(|name| Role::from_name(&name)).ok_or_else(|| {
            let expected = "\"bot\", \"human\", \"other\" or \"unknown\"";
            serde::de::Error::custom(expected)
        })
    }
}

/// What a caller knows about their transcripts.
#[derive(Clone, Debug, Default)]
pub struct TranscriptOptions {
    /// Labels of the caller's own and whose they are, such as `("Nina", Role::Bot)`, without the
    /// colon. Case does not matter (in the Latin, Greek and Cyrillic scripts). A label that is
    /// known anyway gets the role given here.
    ///
    /// They count by the same rule as all labels: where both `BOT:` and `HUMAN:` lead lines, a
    /// line that starts with a third name for the bot or the human is speech.
    pub roles: Vec<(String, Role)>,
}

impl TranscriptOptions {
    /// With one more label and whose it is.
    ///
    /// ```
    /// use ninjahire_calls::reading::{Role, TranscriptOptions, parse_transcript};
    /// let options = TranscriptOptions::default()
    ///     .with_role("Nina", Role::Bot)
    ///     .with_role("Sam Lee", Role::Human);
    /// let turns = parse_transcript("Nina: Hi.\nSam Lee: Hello.", &options);
    /// assert_eq!(turns[1].role, Role::Human);
    /// ```
    pub fn with_role(mut self, label: &str, role: Role) -> Self {
        self.roles.push((label.to_owned(), role));
        self
    }
}

/// The labels that are known, in lower case; a space stands for a space, `_` or `-`. `BOT` and
/// `HUMAN`, the vendor's own, are the first two; then come those of bots, of humans, and of either.
///
/// Rows of bytes: the addresses of 32 texts are more wasm than the texts.
static KNOWN: [[u8; 17]; OWN as usize] = [
    row("bot"),
    row("human"),
    row("ai"),
    row("agent"),
    row("assistant"),
    row("llm"),
    row("robot"),
    row("chatbot"),
    row("ai agent"),
    row("ai assistant"),
    row("ai bot"),
    row("ai interviewer"),
    row("ai recruiter"),
    row("ai screener"),
    row("virtual agent"),
    row("virtual assistant"),
    row("voice agent"),
    row("voice assistant"),
    row("voice bot"),
    row("user"),
    row("candidate"),
    row("customer"),
    row("caller"),
    row("client"),
    row("interviewee"),
    row("applicant"),
    row("respondent"),
    row("interviewer"),
    row("recruiter"),
    row("screener"),
    row("operator"),
    row("speaker"),
];

/// The bytes of a name, filled up with zeros.
const fn row(name: &str) -> [u8; 17] {
    let mut row = [0; 17];
    let mut at = 0;
    while at < name.len() {
        row[at] = name.as_bytes()[at];
        at += 1;
    }
    row
}

/// Which label it is, whatever its spelling: a place in [`KNOWN`], or [`OWN`] and a place in the
/// caller's.
pub(crate) type LabelId = u32;
pub(crate) const BOT: LabelId = 0;
pub(crate) const HUMAN: LabelId = 1;
/// The first of the humans' and of those that do not tell, after `BOT` and `HUMAN`.
const HUMANS: LabelId = 19;
const OTHERS: LabelId = 27;
/// `Speaker 0`, `Speaker B`, `SPEAKER_01`: one id for all of them.
pub(crate) const SPEAKER: LabelId = OWN - 1;
/// The first of the caller's own.
pub(crate) const OWN: LabelId = 32;

/// A label that was found: which, where it ends, and whether a number belongs to it.
pub(crate) struct Found {
    pub(crate) id: LabelId,
    pub(crate) end: usize,
    pub(crate) numbered: bool,
}

/// All labels that can be found in one transcript.
pub(crate) struct Labels<'a> {
    own: &'a [(String, Role)],
}

impl<'a> Labels<'a> {
    pub(crate) fn new(options: &'a TranscriptOptions) -> Self {
        Labels {
            own: &options.roles,
        }
    }

    pub(crate) fn role(&self, id: LabelId) -> Role {
        match id {
            HUMAN | HUMANS..OTHERS => Role::Human,
            BOT..HUMANS => Role::Bot,
            OTHERS..OWN => Role::Other,
            OWN.. => match self.own.get((id - OWN) as usize) {
                Some((_, role)) => *role,
                None => Role::Unknown,
            },
        }
    }

    /// Whether a label can start with this byte. Most lines of a transcript stop here.
    pub(crate) fn may_start(&self, byte: u8) -> bool {
        match byte | 0x20 {
            b'a' | b'b' | b'c' | b'h' | b'i' | b'l' | b'o' | b'r' | b's' | b'u' | b'v' => true,
            _ => !self.own.is_empty(),
        }
    }

    /// The longest label at `at`; of the same length, the caller's own.
    pub(crate) fn find(&self, bytes: &[u8], at: usize) -> Option<Found> {
        let mut found = Found {
            id: OWN,
            end: at,
            numbered: false,
        };
        let mut id = OWN;
        for (name, _) in self.own {
            let end = own_label(bytes, at, own_name(name));
            if end > found.end {
                found.end = end;
                found.id = id;
            }
            id += 1;
        }
        id = 0;
        for name in &KNOWN {
            let end = known_label(bytes, at, name);
            if end > found.end {
                found.end = end;
                found.id = id;
            }
            id += 1;
        }
        if found.end == at {
            return None;
        }
        if found.id < OWN {
            number(bytes, &mut found);
        }
        Some(found)
    }
}

/// Where the known label `name` that starts at `at` ends; 0 where it is none.
fn known_label(bytes: &[u8], at: usize, name: &[u8]) -> usize {
    let mut end = at;
    for expected in name {
        let letter = byte(bytes, end);
        let same = match expected {
            0 => break,
            b' ' => matches!(letter, b' ' | b'_' | b'-'),
            _ => letter | 0x20 == *expected,
        };
        if !same {
            return 0;
        }
        end += 1;
    }
    end
}

/// A label of the caller's without the colon that may have been written after it.
fn own_name(mut name: &str) -> &str {
    loop {
        name = (name).trim();
        let end = name.len() - width_before(name.as_bytes(), name.len()).min(name.len());
        if one_of(name.as_bytes(), end, ":：") == 0 {
            return name;
        }
        name = name.get(..end).unwrap_or_default();
    }
}

/// Where the caller's label `name` that starts at `at` ends, whatever its case; 0 where it is none.
fn own_label(bytes: &[u8], at: usize, name: &str) -> usize {
    let mut end = at;
    let mut place = 0;
    while place < name.len() {
        let (expected, step) = letter(name.as_bytes(), place);
        let (found, width) = letter(bytes, end);
        if end >= bytes.len() || fold(found) != fold(expected) {
            return 0;
        }
        place += step;
        end += width;
    }
    end
}

/// The code point of the lower case of a letter, in the scripts where that is a plain sum. The
/// standard library's table knows all of them, and is larger than this whole module.
fn fold(code: u32) -> u32 {
    match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        0x100..=0x137 | 0x14A..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17E if code % 2 == 1 => code + 1,
        _ => code,
    }
}

/// Takes the number of `Agent 1`, `SPEAKER_00` or the letter of `Speaker B` into the label.
fn number(bytes: &[u8], found: &mut Found) {
    let mut from = found.end;
    if matches!(byte(bytes, from), b'_' | b'-') {
        from += 1;
    } else {
        from += blank(bytes, from);
    }
    let mut end = digits(bytes, from, 3);
    if end == from && found.id == SPEAKER && from > found.end {
        end += usize::from(byte(bytes, from).is_ascii_alphabetic());
    }
    if end > from && !byte(bytes, end).is_ascii_alphanumeric() {
        found.end = end;
        found.numbered = true;
    }
}
