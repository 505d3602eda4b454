//! Masking contact details.
//!
//! This is **not** anonymisation. It finds what is written like an e-mail address, a phone number,
//! a link or a payment card, and the terms it is given. Names, employers, addresses, spelled-out
//! numbers (`five five five`) and `sam at example dot com` stay, and so does everything else that
//! tells who somebody is.

mod numbers;
mod places;

use serde::Serialize;

use super::folding::Folded;
use super::offsets::{TextRange, sorted};
use super::search;
use super::spoken::Spoken;

/// What to mask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaskOptions {
    /// Terms of the caller's own, such as a name: whole words, whatever their case and diacritics.
    pub terms: Vec<String>,
    /// What to put in place of everything masked. By default what it was, in brackets: `[email]`,
    /// `[phone]`, `[link]`, `[card]`, `[masked]`.
    pub replacement: Option<String>,
}

/// What something that was masked is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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

/// One thing that was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaskedItem {
    /// In which turn.
    pub turn: usize,
    /// Where it was in that turn's original text, in bytes.
    pub range: TextRange,
    /// What it is.
    pub kind: MaskedKind,
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
/// Dates, times, scores, years, amounts and ids stay. A bare number without `+`, a leading zero or
/// the groups of a phone number is masked only after a word such as *phone* or *call*.
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
    let terms: Vec<Vec<char>> = options
        .terms
        .iter()
        .map(|term| Folded::new(term.trim()).chars)
        .collect();
    let mut masked = Masked::default();
    for (turn, spoken) in turns.iter().enumerate() {
        let found = find(spoken.text, &terms);
        let mut text = String::with_capacity(spoken.text.len());
        let mut at = 0;
        for (range, kind) in found {
            text.push_str(TextRange::new(at, range.start).of(spoken.text));
            text.push_str(match &options.replacement {
                Some(replacement) => replacement,
                None => kind.replacement(),
            });
            at = range.end;
            masked.items.push(MaskedItem { turn, range, kind });
        }
        text.push_str(TextRange::new(at, spoken.text.len()).of(spoken.text));
        masked.texts.push(text);
    }
    masked
}

/// Everything to mask in `text`, in order, none overlapping another.
fn find(text: &str, terms: &[Vec<char>]) -> Vec<(TextRange, MaskedKind)> {
    let mut found = Vec::new();
    // Where two overlap the first kind wins: digits in a link are no phone number.
    for range in places::urls(text) {
        found.push((range, MaskedKind::Url));
    }
    for range in places::emails(text) {
        found.push((range, MaskedKind::Email));
    }
    found.extend(numbers::numbers(text));
    for term in terms {
        for range in search::find(text, term, true) {
            found.push((range, MaskedKind::Term));
        }
    }
    let mut kept: Vec<(TextRange, MaskedKind)> = Vec::new();
    // Of those that start at one place the first kind leads.
    let order = sorted(found.len(), &|a, b| found[a].0.start.cmp(&found[b].0.start));
    for (range, kind) in order.into_iter().map(|place| found[place]) {
        match kept.last_mut() {
            // What sticks out of another that is masked is masked with it.
            Some((last, _)) if range.start < last.end => last.end = last.end.max(range.end),
            _ => kept.push((range, kind)),
        }
    }
    kept
}
