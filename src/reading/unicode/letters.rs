//! Lower case, and letters without diacritics.

use std::sync::OnceLock;

use super::table::Mapping;

static LOWER_CASE: OnceLock<Mapping> = OnceLock::new();
static BASES: OnceLock<Mapping> = OnceLock::new();

/// The letter in lower case, or itself. As [`char::to_lowercase`], but for the mark that it brings
/// along of `İ`, the only letter that becomes two.
pub(crate) fn lower_case(letter: char) -> char {
    let runs = LOWER_CASE.get_or_init(|| Mapping::read(include_bytes!("lower-case.bin")));
    match runs.get(letter) {
        Some(distance) => {
            char::from_u32((letter as u32).wrapping_add_signed(distance)).unwrap_or(letter)
        }
        None => letter,
    }
}

/// Whether the letter is a capital: one that has another lower case.
pub(crate) fn is_upper_case(letter: char) -> bool {
    lower_case(letter) != letter
}

/// A letter of lower case without the diacritics it is composed with, or itself. A stroke, and that
/// a dot is missing, are diacritics to a reader: `ø`, `ł`, `đ`, `ı`.
pub(crate) fn base(letter: char) -> char {
    let runs = BASES.get_or_init(|| Mapping::read(include_bytes!("bases.bin")));
    match runs.get(letter) {
        Some(base) => char::from_u32(base as u32).unwrap_or(letter),
        None => letter,
    }
}
