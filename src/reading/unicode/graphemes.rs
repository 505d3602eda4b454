//! Extended grapheme clusters.

use super::properties::{Grapheme, Properties};

/// How far the characters before are part of a sequence that a further one may go on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sequence {
    /// They are not.
    None,
    /// It has begun: with a pictograph, or a consonant.
    Begun,
    /// What joins has come as well: a zero-width joiner, or a linker.
    Joined,
}

/// Where the first cluster of `text` ends. The names are those of the rules in UAX #29.
pub(super) fn first(text: &str) -> usize {
    use Grapheme::*;
    use Sequence::{Begun, Joined, None as Not};

    // Nothing in ASCII joins, but the two of a line break.
    match text.as_bytes() {
        [b'\r', ..] => {}
        [0..0x80] | [0..0x80, 0..0x80, ..] => return 1,
        _ => {}
    }
    let mut before = None;
    // GB12 and GB13: flags are pairs.
    let mut half_flag = false;
    // GB11.
    let mut emoji = Not;
    // GB9c.
    let mut conjunct = Not;
    for (at, letter) in text.char_indices() {
        let class = Properties::of(letter).grapheme();
        let joins = match (before, class) {
            (None, _) => true,
            // GB3, GB4, GB5.
            (Some(CarriageReturn), LineFeed) => true,
            (Some(Control | CarriageReturn | LineFeed), _) => false,
            (_, Control | CarriageReturn | LineFeed) => false,
            // GB6, GB7, GB8.
            (Some(Leading), Leading | Vowel | Syllable | ClosedSyllable) => true,
            (Some(Syllable | Vowel), Vowel | Trailing) => true,
            (Some(ClosedSyllable | Trailing), Trailing) => true,
            // GB9, GB9a, GB9b.
            (_, Extend | NonJoiner | Linker | Joiner | SpacingMark) => true,
            (Some(Prepend), _) => true,
            // GB9c.
            (_, Consonant) => conjunct == Joined,
            // GB11.
            (_, Pictographic) => emoji == Joined,
            // GB12, GB13.
            (Some(RegionalIndicator), RegionalIndicator) => half_flag,
            // GB999.
            _ => false,
        };
        if !joins {
            return at;
        }
        half_flag = class == RegionalIndicator && !half_flag;
        emoji = match (class, emoji) {
            (Pictographic, _) => Begun,
            (Extend | NonJoiner | Linker, Begun) => Begun,
            (Joiner, Begun) => Joined,
            _ => Not,
        };
        conjunct = match (class, conjunct) {
            (Consonant, _) => Begun,
            (Linker, Begun) => Joined,
            (Extend | Linker | Joiner, now) => now,
            _ => Not,
        };
        before = Some(class);
    }
    text.len()
}
