//! Masking contact details.
//!
//! This is **not** anonymisation. It finds what is written like an e-mail address, a phone number,
//! a link or a payment card, e-mail addresses that are spelled out (`sam at example dot com`), and the
//! terms it is given. Names, employers, postal addresses, numbers in words (`five five five`) and
//! everything else that tells who a person is stay.

mod cues;
mod links;
mod normal;
mod numbers;
mod spelled;

use super::search;
use super::spoken::Spoken;
use crate::transcript::{TextRange, Utf16Offsets};
use normal::Normal;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// What to mask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaskOptions {
    /// Terms to mask besides, such as a name: whole words, whatever their case and diacritics.
    pub terms: Vec<String>,
    /// What to put in place of everything masked. By default what it was, in brackets: `[email]`,
    /// `[phone]`, `[link]`, `[card]`, `[masked]`.
    pub replacement: Option<String>,
}

/// What something that was masked is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum MaskedKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A link.
    Url,
    /// Digits that could be a payment card's: 13 to 19 with a valid check digit.
    Card,
    /// One of [`MaskOptions::terms`].
    Term,
}

impl MaskedKind {
    /// `"email"`, `"phone"`, `"url"`, `"card"` or `"term"`.
    pub fn as_str(self) -> &'static str {
        match self {
            MaskedKind::Email => "email",
            MaskedKind::Phone => "phone",
            MaskedKind::Url => "url",
            MaskedKind::Card => "card",
            MaskedKind::Term => "term",
        }
    }

    fn replacement(self) -> &'static str {
        match self {
            MaskedKind::Email => "[email]",
            MaskedKind::Phone => "[phone]",
            MaskedKind::Url => "[link]",
            MaskedKind::Card => "[card]",
            MaskedKind::Term => "[masked]",
        }
    }
}

/// One thing that was masked. Serialized, it is `{ turn, start, end, kind }` in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaskedItem {
    /// In which turn.
    pub turn: usize,
    /// Where it was in that turn's original text, in bytes.
    pub range: TextRange,
    /// The same in UTF-16 code units, as JavaScript counts.
    pub utf16: TextRange,
    /// What it is.
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

/// Turns' texts with contact details masked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// The texts, one per turn.
    pub texts: Vec<String>,
    /// What was masked, in order.
    pub items: Vec<MaskedItem>,
}

/// Masks contact details in the turns' texts. See the module for what it does not do.
///
/// Numbers in words, ids, dates, times, scores, years and amounts stay. A bare number without `+`, a
/// leading zero or the groups of a phone number is masked only beside a word such as *phone* or
/// *call me*.
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
    for (turn, spoken) in turns.iter().enumerate() {
        let mut text = String::with_capacity(spoken.text.len());
        let mut at = 0;
        let mut offsets = Utf16Offsets::new(spoken.text);
        for (range, kind) in find_details(spoken.text, &terms) {
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
    }
    masked
}

/// Everything to mask in `text`, in order, without overlaps.
fn find_details(text: &str, terms: &[String]) -> Vec<(TextRange, MaskedKind)> {
    let normal = Normal::new(text);
    // Where two overlap the first kind wins: digits in a link are no phone number.
    let mut found = links::links_and_emails(&normal);
    found.extend(spelled::addresses(&normal));
    found.extend(numbers::numbers(&normal));
    for term in terms {
        for range in search::find(text, term, true) {
            found.push((range, MaskedKind::Term));
        }
    }
    // A stable sort: of those that start together the first kind leads.
    found.sort_by_key(|(range, _)| range.start);
    let mut kept: Vec<(TextRange, MaskedKind)> = Vec::new();
    for (range, kind) in found {
        match kept.last_mut() {
            // What sticks out of another that is masked is masked with it.
            Some((last, _)) if range.start < last.end => last.end = last.end.max(range.end),
            _ => kept.push((range, kind)),
        }
    }
    kept
}
