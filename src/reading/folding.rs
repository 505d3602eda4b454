//! Text made comparable: without case and diacritics, whatever way it was composed.

use super::offsets::part;
use super::unicode::{base, graphemes, lower_case};

/// A text folded, and where each folded character comes from.
pub(crate) struct Folded {
    /// The folded characters.
    pub(crate) chars: Vec<char>,
    /// For each, the byte where what the reader takes for one character starts in the text.
    pub(crate) starts: Vec<usize>,
    /// For each, the byte where that ends.
    pub(crate) ends: Vec<usize>,
}

impl Folded {
    /// Folds `text`. Any run of blanks and line breaks is one space.
    pub(crate) fn new(text: &str) -> Folded {
        let mut folded = Folded {
            chars: Vec::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len()),
            ends: Vec::with_capacity(text.len()),
        };
        let mut at = 0;
        while at < text.len() {
            // Most text is ASCII, where a byte is a character, and needs no segmentation.
            at = folded.push_ascii(text.as_bytes(), at);
            let end = end_of_stretch(text.as_bytes(), at);
            for (start, cluster) in graphemes(part(text, at, end)) {
                folded.push_cluster(cluster, at + start);
            }
            at = end;
        }
        folded
    }

    /// Folds from `at` on what stands alone, and returns where that ends.
    fn push_ascii(&mut self, bytes: &[u8], mut at: usize) -> usize {
        while stands_alone(bytes, at) {
            let byte = bytes[at];
            if !char::from(byte).is_whitespace() {
                self.push(byte.to_ascii_lowercase().into(), at, at + 1);
            } else {
                self.push_blank(at, at + 1);
            }
            at += 1;
        }
        at
    }

    fn push_cluster(&mut self, cluster: &str, start: usize) {
        let end = start + cluster.len();
        if cluster.chars().all(char::is_whitespace) {
            self.push_blank(start, end);
        } else {
            fold_cluster(cluster, &mut |letter| self.push(letter, start, end));
        }
    }

    fn push_blank(&mut self, start: usize, end: usize) {
        match (self.chars.last(), self.ends.last_mut()) {
            (Some(' '), Some(last)) => *last = end,
            _ => self.push(' ', start, end),
        }
    }

    fn push(&mut self, letter: char, start: usize, end: usize) {
        self.chars.push(letter);
        self.starts.push(start);
        self.ends.push(end);
    }
}

/// Whether nothing can belong to the character at a byte from behind: it is ASCII, and so is the
/// next one. A carriage return and a line feed are blanks, together or not.
fn stands_alone(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii) && bytes.get(at + 1).is_none_or(u8::is_ascii)
}

/// Where what needs segmentation ends. The first ASCII character after others is taken along: a
/// few letters join what follows them.
fn end_of_stretch(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && !(at > 0 && bytes[at - 1].is_ascii() && stands_alone(bytes, at)) {
        at += 1;
    }
    at
}

/// Folds a word or any other text into a string.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (_, cluster) in graphemes(text) {
        fold_cluster(cluster, &mut |letter| folded.push(letter));
    }
    folded
}

/// Folds what a reader takes for one character.
///
/// Marks are dropped where they are diacritics (Latin, Greek, Cyrillic, Hebrew, Arabic). In Kana
/// and Hangul the parts make another letter, and in Indic and Thai scripts marks are vowels: there
/// they stay. Of the compatibility forms only full-width letters are taken for what they look
/// like, and the ligatures of `f`.
fn fold_cluster(cluster: &str, push: &mut dyn FnMut(char)) {
    if let [byte] = cluster.as_bytes() {
        return push(byte.to_ascii_lowercase() as char);
    }
    for letter in cluster.chars() {
        if is_diacritic(letter) {
            continue;
        }
        match parts(letter) {
            Some(parts) => parts.into_iter().flatten().for_each(&mut *push),
            None => fold_letter(letter, push),
        }
    }
}

/// The parts of a composed letter that are more than a diacritic: Hangul, voiced Kana, and the
/// dotted letters of Devanagari. Written in parts or as one, they are the same.
fn parts(letter: char) -> Option<[Option<char>; 3]> {
    const VOICED: u32 = 0x3099;
    const SEMIVOICED: u32 = 0x309A;
    const NUKTA: u32 = 0x93C;
    let code = letter as u32;
    let (first, second, third) = match code {
        0xAC00..=0xD7A3 => {
            let syllable = code - 0xAC00;
            let last = syllable % 28;
            let last = if last > 0 { 0x11A7 + last } else { 0 };
            (0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28, last)
        }
        // Katakana are as far from one another as Hiragana.
        0x3046..=0x309E | 0x30A6..=0x30FE => match code - if code > 0x30A0 { 0x60 } else { 0 } {
            0x304C | 0x304E | 0x3050 | 0x3052 | 0x3054 | 0x3056 | 0x3058 | 0x305A | 0x305C
            | 0x305E | 0x3060 | 0x3062 | 0x3065 | 0x3067 | 0x3069 | 0x3070 | 0x3073 | 0x3076
            | 0x3079 | 0x307C | 0x309E => (code - 1, VOICED, 0),
            0x3071 | 0x3074 | 0x3077 | 0x307A | 0x307D => (code - 2, SEMIVOICED, 0),
            0x3094 => (code - 0x4E, VOICED, 0),
            0x3097..=0x309A if code > 0x30A0 => (code - 8, VOICED, 0),
            _ => return None,
        },
        0x929 | 0x931 | 0x934 => (code - 1, NUKTA, 0),
        0x958..=0x95F => {
            let plain = [0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F];
            (plain[(code - 0x958) as usize], NUKTA, 0)
        }
        _ => return None,
    };
    let part = |code| char::from_u32(code).filter(|part| *part != '\0');
    Some([part(first), part(second), part(third)])
}

/// The marks that are diacritics. A list and not Unicode's whole table of marks, which is larger
/// than all the rest.
pub(super) fn is_diacritic(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

/// Folds the case of a letter, in full: `ß` is `ss`, `ς` is `σ`.
fn fold_letter(letter: char, push: &mut dyn FnMut(char)) {
    match letter {
        // Soft hyphen, tatweel, zero-width and direction marks are not there.
        '\u{AD}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => {}
        '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {}
        '\u{FF01}'..='\u{FF5E}' => fold_letter(
            char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
            push,
        ),
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => push('\''),
        'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(push),
        'ς' => push('σ'),
        'ﬀ' => ['f', 'f'].into_iter().for_each(push),
        'ﬁ' => ['f', 'i'].into_iter().for_each(push),
        'ﬂ' => ['f', 'l'].into_iter().for_each(push),
        _ => push(base(lower_case(letter))),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Folded, fold};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_segmentation::UnicodeSegmentation;

    /// The scripts in which people on calls write composed letters.
    const BLOCKS: [(u32, u32); 8] = [
        (0, 0x24F),
        (0x370, 0x52F),
        (0x600, 0x6FF),
        (0x900, 0x97F),
        (0x1E00, 0x1FFF),
        (0x3040, 0x30FF),
        (0xAC00, 0xD7A3),
        (0x2126, 0x212B),
    ];

    #[test]
    fn composed_or_not_a_letter_folds_to_the_same() {
        for (first, last) in BLOCKS {
            for letter in (first..=last).filter_map(char::from_u32) {
                let decomposed: String = letter.nfd().collect();
                assert_eq!(
                    fold(&letter.to_string()),
                    fold(&decomposed),
                    "U+{:04X} {letter}",
                    letter as u32
                );
            }
        }
    }

    #[test]
    fn upper_and_lower_case_fold_to_the_same() {
        for letter in (0..=0x1_FFFF).filter_map(char::from_u32) {
            let lower: String = letter.to_lowercase().collect();
            assert_eq!(
                fold(&letter.to_string()),
                fold(&lower),
                "U+{:04X}",
                letter as u32
            );
        }
    }

    /// Every character by way of segmentation.
    fn segmented(text: &str) -> Folded {
        let mut folded = Folded {
            chars: Vec::new(),
            starts: Vec::new(),
            ends: Vec::new(),
        };
        for (start, cluster) in text.grapheme_indices(true) {
            folded.push_cluster(cluster, start);
        }
        folded
    }

    proptest! {
        #[test]
        fn ascii_folds_to_the_same_without_segmentation(
            pieces in prop::collection::vec(prop_oneof![
                "[ -~]{0,6}".boxed(),
                "[\\r\\n\\t ]{1,4}".boxed(),
                "[\u{300}\u{301}\u{200D}\u{600}\u{6DD}\u{AD}\u{3000}\u{A0}]".boxed(),
                "[éßİ👍🏽🇩🇪か가한ü]{1,3}".boxed(),
                any::<char>().prop_map(String::from).boxed(),
            ], 0..12),
        ) {
            let text = pieces.concat();
            let (quick, slow) = (Folded::new(&text), segmented(&text));
            prop_assert_eq!(quick.chars, slow.chars);
            prop_assert_eq!(quick.starts, slow.starts);
            prop_assert_eq!(quick.ends, slow.ends);
        }
    }
}
