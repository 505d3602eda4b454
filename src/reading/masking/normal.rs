//! Normalises digits, dashes, brackets and spaces to ASCII.

use super::cues::{Cue, find_cues};
use super::word_lists::is_unspaced;
use crate::transcript::TextRange;
use std::cell::OnceCell;

/// A normalised copy of a text, so that the finders need to handle ASCII only.
pub(super) struct Normal {
    pub(super) text: String,
    /// For each byte of `text`, the offset of its character in the original text; the last is the length
    /// of the original text.
    origins: Vec<usize>,
    cues: OnceCell<Vec<Cue>>,
    /// Whether a part of the text is in a script without spaces, or in Hangul.
    pub(super) has_unspaced_script: bool,
}

impl Normal {
    pub(super) fn new(original: &str) -> Normal {
        let mut normal = Normal {
            text: String::with_capacity(original.len()),
            origins: Vec::with_capacity(original.len() + 1),
            cues: OnceCell::new(),
            has_unspaced_script: false,
        };
        let mut before = ' ';
        for (at, letter) in original.char_indices() {
            // Japanese speech recognition writes the long vowel mark between the groups of a number.
            let plain = match letter {
                'ー' if before.is_ascii_digit() => '-',
                _ => plain(letter),
            };
            normal.has_unspaced_script |= is_unspaced(plain);
            normal.text.push(plain);
            normal.origins.resize(normal.text.len(), at);
            before = plain;
        }
        normal.origins.push(original.len());
        normal
    }

    /// The cues in [`text`](Self::text), in order. They are found on first use, because most texts have
    /// no number that needs them.
    pub(super) fn cues(&self) -> &[Cue] {
        self.cues.get_or_init(|| find_cues(&self.text))
    }

    /// The range in the original text of the range `start..end` in [`text`](Self::text).
    pub(super) fn original_range(&self, start: usize, end: usize) -> TextRange {
        TextRange::new(self.origins[start], self.origins[end])
    }
}

/// The ASCII character of which `letter` is another form, or `letter`.
fn plain(letter: char) -> char {
    match letter {
        '[' => return '(',
        ']' => return ')',
        _ if letter.is_ascii() => return letter,
        _ => {}
    }
    if let Some(value) = digit_value(letter) {
        return char::from(b'0' + value);
    }
    match letter {
        // A full-width comma is never inside a number.
        '，' => letter,
        // Full-width forms.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        // Hyphens and dashes, the minus sign, the soft hyphen, middle dots.
        '\u{AD}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2E3A}'
        | '\u{2E3B}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '·'
        | '•'
        | '・'
        | '־' => '-',
        '【' | '〔' | '〈' | '「' | '⟨' => '(',
        '】' | '〕' | '〉' | '」' | '⟩' => ')',
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            ' '
        }
        _ => letter,
    }
}

/// The value of a decimal digit in the scripts whose digits are in daily use.
fn digit_value(letter: char) -> Option<u8> {
    const ZEROS: [char; 19] = [
        '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐',
        '０',
    ];
    ZEROS
        .iter()
        .map(|zero| (letter as u32).wrapping_sub(*zero as u32))
        .find(|value| *value < 10)
        .map(|value| value as u8)
}
