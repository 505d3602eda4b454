//! What Unicode knows of characters, and how it segments text (UAX #29).
//!
//! Everything here gives what `unicode-segmentation` gives, from tables that are a third as large
//! to download: docs/decisions/0003-unicode-tables.md. Tests compare the two.

mod graphemes;
mod letters;
mod properties;
mod table;
mod words;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod generate;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod observed;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub(crate) use letters::{base, is_upper_case, lower_case};
pub(crate) use properties::{is_alphabetic, is_alphanumeric, is_numeric};

/// Parts of a text, one after another, each with its place.
pub(crate) struct Segments<'a> {
    rest: &'a str,
    /// Where the rest starts.
    at: usize,
    /// Where the first segment of a text that is not empty ends.
    first: fn(&str) -> usize,
}

impl<'a> Iterator for Segments<'a> {
    type Item = (usize, &'a str);

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let start = self.at;
        let length = (self.first)(self.rest);
        let (segment, rest) = self.rest.split_at_checked(length)?;
        self.at += length;
        self.rest = rest;
        Some((start, segment))
    }
}

/// What a reader takes for one character: the extended grapheme clusters of `text`.
pub(crate) fn graphemes(text: &str) -> Segments<'_> {
    Segments {
        rest: text,
        at: 0,
        first: graphemes::first,
    }
}

/// Words and what is between them.
pub(crate) fn word_bounds(text: &str) -> Segments<'_> {
    Segments {
        rest: text,
        at: 0,
        first: words::first,
    }
}

/// Words alone: what has a letter or a number in it.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    word_bounds(text).filter(|(_, word)| word.chars().any(is_alphanumeric))
}
