//! The properties of characters, told from what `unicode-segmentation` does with them: it does not
//! give its tables away, and nothing but what it does matters.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use super::properties::{Grapheme, Properties, Word};

/// A character of each class, in the order of [`Grapheme::ALL`].
pub(super) const GRAPHEMES: [char; 18] = [
    '!',
    '\r',
    '\n',
    '\0',
    '\u{300}',
    '\u{200C}',
    '\u{94D}',
    '\u{200D}',
    '\u{903}',
    '\u{600}',
    '\u{1F1E6}',
    '©',
    'क',
    '\u{1100}',
    '\u{1160}',
    '\u{11A8}',
    '가',
    '각',
];

/// The same of [`Word::ALL`].
pub(super) const WORDS: [char; 18] = [
    '!',
    '\r',
    '\n',
    '\u{85}',
    '\u{300}',
    '\u{200D}',
    'a',
    'א',
    'ア',
    '1',
    '_',
    ':',
    ',',
    '.',
    '\'',
    '"',
    ' ',
    '\u{1F1E6}',
];

/// What a character is put in place of `?` of, to tell its class by how that is segmented.
const GRAPHEME_PROBES: [&str; 18] = [
    "!?",
    "?!",
    "\r?",
    "?\n",
    "?\u{300}",
    "क\u{94D}?",
    "?\u{94D}क",
    "क?क",
    "क?\u{94D}क",
    "©\u{200D}?",
    "©?©",
    "©?\u{200D}©",
    "\u{1F1E6}?",
    "\u{1100}?",
    "?\u{1160}",
    "?\u{11A8}",
    "\u{1160}?",
    "\u{11A8}?",
];
const WORD_PROBES: [&str; 15] = [
    "a?",
    "?a",
    "a?a",
    "1?1",
    "?:a",
    "?,1",
    "?'",
    "א?",
    "א?א",
    "ア?",
    "\r?",
    "?\n",
    "?\u{300}",
    " ?",
    "\u{1F1E6}?",
];
/// Joiners are told from what else extends.
const JOINER_PROBE: &str = "!?©";

fn grapheme_lengths(text: &str, add: &mut dyn FnMut(usize)) {
    text.graphemes(true)
        .for_each(|part| add(part.chars().count()));
}

fn word_lengths(text: &str, add: &mut dyn FnMut(usize)) {
    text.split_word_bounds()
        .for_each(|part| add(part.chars().count()));
}

/// The lengths of all segments of the probes, as one number.
fn signature(letter: char, probes: &[&str], lengths: fn(&str, &mut dyn FnMut(usize))) -> u128 {
    let mut signature = 1_u128;
    let mut text = String::new();
    for probe in probes {
        text.clear();
        text.extend(probe.chars().map(|c| if c == '?' { letter } else { c }));
        lengths(&text, &mut |length| {
            signature = signature.wrapping_mul(5) + length as u128
        });
    }
    signature
}

/// Tells the properties of characters.
pub(super) struct Observer {
    graphemes: HashMap<u128, Grapheme>,
    words: HashMap<u128, Word>,
}

impl Observer {
    pub(super) fn new() -> Self {
        let graphemes = GRAPHEMES.iter().map(|letter| grapheme_signature(*letter));
        let words = WORDS.iter().map(|letter| word_signature(*letter));
        let observer = Observer {
            graphemes: graphemes.zip(Grapheme::ALL.iter().copied()).collect(),
            words: words.zip(Word::ALL.iter().copied()).collect(),
        };
        assert_eq!(observer.graphemes.len(), Grapheme::ALL.len());
        assert_eq!(observer.words.len(), Word::ALL.len());
        observer
    }

    pub(super) fn properties(&self, letter: char) -> Properties {
        Properties::new(
            self.graphemes[&grapheme_signature(letter)],
            self.words[&word_signature(letter)],
            letter.is_alphabetic(),
            letter.is_numeric(),
        )
    }
}

fn grapheme_signature(letter: char) -> u128 {
    signature(letter, &GRAPHEME_PROBES, grapheme_lengths)
}

fn word_signature(letter: char) -> u128 {
    let joiner = signature(letter, &[JOINER_PROBE], word_lengths);
    signature(letter, &WORD_PROBES, word_lengths) * 7 + u128::from(joiner == 8)
}
