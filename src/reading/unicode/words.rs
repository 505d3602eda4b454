//! Words.

use super::super::offsets::part;
use super::properties::{Grapheme, Properties, Word};

/// Where the first word of `text` ends, or what is between words.
pub(super) fn first(text: &str) -> usize {
    // Letters and numbers of ASCII are together: only the last can be followed by something else.
    let bytes = text.bytes();
    let plain = bytes.take_while(u8::is_ascii_alphanumeric).count();
    let passed = plain.saturating_sub(1);
    passed + by_rules(part(text, passed, text.len()))
}

/// The names are those of the rules in UAX #29.
fn by_rules(text: &str) -> usize {
    use Word::*;

    let mut letters = text.char_indices();
    let Some((_, letter)) = letters.next() else {
        return 0;
    };
    // The class of the last character that WB4 does not pass over.
    let mut before = Properties::of(letter).word();
    match before {
        // WB3, WB3a.
        CarriageReturn if letters.clone().next().is_some_and(|(_, next)| next == '\n') => return 2,
        CarriageReturn | LineFeed | Newline => return letter.len_utf8(),
        _ => {}
    }
    // The class of the last character of all.
    let mut directly_before = before;
    // WB15, WB16: flags are pairs.
    let mut half_flag = before == RegionalIndicator;
    // A sign that stands in a word only if more of the word follows: where the word ends if not, and
    // what must follow.
    let mut within: Option<(usize, Word)> = None;
    for (at, letter) in letters {
        let properties = Properties::of(letter);
        let class = properties.word();
        let directly = std::mem::replace(&mut directly_before, class);
        // WB4.
        if matches!(class, Extend | Joiner) {
            continue;
        }
        let is_letter = matches!(class, Letter | HebrewLetter);
        let was_letter = matches!(before, Letter | HebrewLetter);
        if let Some((end, wanted)) = within.take() {
            // WB7, WB7c, WB11.
            let goes_on = class == wanted || (wanted == Letter && is_letter);
            if !goes_on {
                return end.min(at);
            }
            before = class;
            continue;
        }
        let joins = match (before, class) {
            // WB3b.
            (_, CarriageReturn | LineFeed | Newline) => false,
            // WB3c.
            _ if directly == Joiner && properties.grapheme() == Grapheme::Pictographic => true,
            // WB3d.
            (_, Space) => directly == Space,
            // WB5, WB9, WB8, WB10.
            (Letter | HebrewLetter | Numeric, Letter | HebrewLetter | Numeric) => true,
            // WB6, WB7b, WB12: the sign joins if what follows does.
            (_, MidLetter | MidNumLet | SingleQuote) if was_letter => {
                // WB7a: in Hebrew an apostrophe ends a word as well.
                let stays = before == HebrewLetter && class == SingleQuote;
                within = Some((if stays { usize::MAX } else { at }, Letter));
                true
            }
            (HebrewLetter, DoubleQuote) => {
                within = Some((at, HebrewLetter));
                true
            }
            (Numeric, MidNum | MidNumLet | SingleQuote) => {
                within = Some((at, Numeric));
                true
            }
            // WB13.
            (Katakana, Katakana) => true,
            // WB13a, WB13b.
            (Letter | HebrewLetter | Numeric | Katakana | ExtendNumLet, ExtendNumLet) => true,
            (ExtendNumLet, Letter | HebrewLetter | Numeric | Katakana) => true,
            // WB15, WB16.
            (RegionalIndicator, RegionalIndicator) => half_flag,
            // WB999.
            _ => false,
        };
        if !joins {
            return at;
        }
        half_flag = class == RegionalIndicator && !half_flag;
        before = class;
    }
    match within {
        Some((end, _)) => end.min(text.len()),
        None => text.len(),
    }
}
