//! Masks contact details.
//!
//! This is **not** anonymisation. It finds text that looks like an e-mail address, a phone number, a
//! link or a payment card, e-mail addresses that are spelled out (`sam at example dot com`), and the
//! given terms. It does not find names, employers, postal addresses, numbers in words
//! (`five five five`), or anything else that identifies a person.

mod cue_words;
mod cues;
mod digits;
mod international;
mod kind;
mod links;
mod normal;
mod numbers;
mod other_numbers;
mod signs;
mod spelled;
mod spelled_domains;
mod spelled_links;
mod tokens;
mod word_lists;

pub use kind::MaskedKind;

use super::{Spoken, search};
use crate::transcript::{TextRange, Utf16Offsets};
use cues::{Asked, parse_question};
use normal::Normal;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// What to mask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaskOptions {
    /// Terms to mask as well, such as a name. They match whole words, without regard to case and
    /// diacritics.
    pub terms: Vec<String>,
    /// The text that replaces each masked detail. By default its kind in brackets: `[email]`,
    /// `[phone]`, `[link]`, `[card]`, `[masked]`.
    pub replacement: Option<String>,
}

/// A masked detail. Serialized, it is `{ turn, start, end, kind }` in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaskedItem {
    /// The index of the turn.
    pub turn: usize,
    /// The range in that turn's original text, in bytes.
    pub range: TextRange,
    /// The same range in UTF-16 code units, for JavaScript.
    pub utf16: TextRange,
    /// Its kind.
    pub kind: MaskedKind,
}

impl Serialize for MaskedItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut item = serializer.serialize_struct("MaskedItem", 4)?;
        item.serialize_field("turn", &self.turn)?;
        item.serialize_field("start", &self.utf16.start)?;
        item.serialize_field("end", &self.utf16.end)?;
        item.serialize_field("kind", &self.kind)?;
        item.end()
    }
}

/// The texts of turns, with contact details masked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// The texts, one per turn.
    pub texts: Vec<String>,
    /// The masked details, in order.
    pub items: Vec<MaskedItem>,
}

/// Masks contact details in the texts of turns. The module's documentation says what it does not
/// find.
///
/// It keeps numbers in words, ids, dates, times, scores, years and amounts. A number without `+`, a
/// leading zero or the form of a phone number is masked only beside a word such as *phone* or
/// *call me*, or after a turn that asks for a phone number.
///
/// ```
/// use ninjahire_calls::reading::masking::{MaskOptions, MaskedKind, mask_contact_details};
/// use ninjahire_calls::reading::{Role, Spoken};
///
/// let turn = Spoken { role: Role::Human, label: None, start_time: None,
///     text: "I'm sam@example.com or +44 20 7946 0018, since 2019." };
/// let masked = mask_contact_details(&[turn], &MaskOptions::default());
/// assert_eq!(masked.texts[0], "I'm [email] or [phone], since 2019.");
/// assert_eq!(masked.items[0].kind, MaskedKind::Email);
/// assert_eq!(masked.items[1].range.of(turn.text), "+44 20 7946 0018");
/// ```
pub fn mask_contact_details(turns: &[Spoken<'_>], options: &MaskOptions) -> Masked {
    let terms: Vec<String> = options
        .terms
        .iter()
        .map(|term| search::folded_query(term))
        .collect();
    let mut masked = Masked::default();
    let mut asked = Asked::default();
    for (turn, spoken) in turns.iter().enumerate() {
        let normal = Normal::new(spoken.text);
        let mut text = String::with_capacity(spoken.text.len());
        let mut at = 0;
        let mut offsets = Utf16Offsets::new(spoken.text);
        for (range, kind) in find_details(spoken.text, &normal, asked, &terms) {
            text.push_str(&spoken.text[at..range.start]);
            text.push_str(match &options.replacement {
                Some(replacement) => replacement,
                None => kind.replacement(),
            });
            at = range.end;
            let (start, end) = offsets.range(range);
            masked.items.push(MaskedItem {
                turn,
                range,
                utf16: TextRange::new(start, end),
                kind,
            });
        }
        text.push_str(&spoken.text[at..]);
        masked.texts.push(text);
        asked = parse_question(&normal.text);
    }
    masked
}

/// Everything to mask in `text`, in order, without overlaps. `asked` is what the turn before asks for.
fn find_details(
    text: &str,
    normal: &Normal,
    asked: Asked,
    terms: &[String],
) -> Vec<(TextRange, MaskedKind)> {
    // Where two overlap the first kind wins: digits in a link are not a phone number.
    let mut found = links::links_and_emails(normal, asked);
    found.extend(international::emails(normal));
    found.extend(spelled::spelled_addresses(normal, asked));
    found.extend(numbers::phones_and_cards(normal, asked));
    for term in terms {
        for range in search::find(text, term, true) {
            found.push((range, MaskedKind::Term));
        }
    }
    // The sort is stable: where two start at the same position, the first kind comes first.
    found.sort_by_key(|(range, _)| range.start);
    let mut kept: Vec<(TextRange, MaskedKind)> = Vec::new();
    for (range, kind) in found {
        match kept.last_mut() {
            // Where they overlap, both are masked as one.
            Some((last, _)) if range.start < last.end => last.end = last.end.max(range.end),
            _ => kept.push((range, kind)),
        }
    }
    kept
}
