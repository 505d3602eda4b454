//! The properties that segmentation goes by, and a few more.

use std::sync::OnceLock;

use super::table::Numbers;

/// A property: an enum, and all its values in their order.
macro_rules! property {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $name { $($(#[$value_doc])* $value,)* }

        impl $name {
            pub(super) const ALL: &[$name] = &[$($name::$value,)*];

            /// The value with that number.
            fn from_number(number: u16) -> Self {
                Self::ALL.get(usize::from(number)).copied().unwrap_or(Self::Other)
            }
        }
    };
}

property! {
    /// Grapheme_Cluster_Break, with Extended_Pictographic and Indic_Conjunct_Break.
    Grapheme {
        Other,
        CarriageReturn,
        LineFeed,
        Control,
        Extend,
        /// Zero-width non-joiner: extends, but no conjunct.
        NonJoiner,
        /// Extends, and joins consonants to a conjunct.
        Linker,
        /// Zero-width joiner.
        Joiner,
        SpacingMark,
        Prepend,
        RegionalIndicator,
        Pictographic,
        Consonant,
        /// Hangul: L.
        Leading,
        /// V.
        Vowel,
        /// T.
        Trailing,
        /// LV.
        Syllable,
        /// LVT.
        ClosedSyllable,
    }
}

property! {
    /// Word_Break.
    Word {
        Other,
        CarriageReturn,
        LineFeed,
        Newline,
        /// Or Format: the rules pass over both.
        Extend,
        /// Zero-width joiner.
        Joiner,
        Letter,
        HebrewLetter,
        Katakana,
        Numeric,
        ExtendNumLet,
        MidLetter,
        MidNum,
        MidNumLet,
        SingleQuote,
        DoubleQuote,
        Space,
        RegionalIndicator,
    }
}

/// All of a character's properties: five bits for each of the two above, and two more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Properties(u16);

const ALPHABETIC: u16 = 1 << 10;
const NUMERIC: u16 = 1 << 11;

impl Properties {
    pub(super) fn of(letter: char) -> Self {
        Properties(TABLE.get_or_init(Table::read).get(letter))
    }

    #[cfg(test)]
    pub(super) fn new(grapheme: Grapheme, word: Word, alphabetic: bool, numeric: bool) -> Self {
        Properties(
            grapheme as u16
                | (word as u16) << 5
                | if alphabetic { ALPHABETIC } else { 0 }
                | if numeric { NUMERIC } else { 0 },
        )
    }

    #[cfg(test)]
    pub(super) fn number(self) -> u32 {
        self.0.into()
    }

    pub(super) fn grapheme(self) -> Grapheme {
        Grapheme::from_number(self.0 & 31)
    }

    pub(super) fn word(self) -> Word {
        Word::from_number(self.0 >> 5 & 31)
    }
}

/// As [`char::is_alphabetic`], without a table of its own.
pub(crate) fn is_alphabetic(letter: char) -> bool {
    Properties::of(letter).0 & ALPHABETIC != 0
}

/// As [`char::is_numeric`].
pub(crate) fn is_numeric(letter: char) -> bool {
    Properties::of(letter).0 & NUMERIC != 0
}

/// As [`char::is_alphanumeric`].
pub(crate) fn is_alphanumeric(letter: char) -> bool {
    Properties::of(letter).0 & (ALPHABETIC | NUMERIC) != 0
}

static TABLE: OnceLock<Table> = OnceLock::new();

/// How many characters have a place of their own: Latin, Greek, Cyrillic, Hebrew, Arabic.
const DIRECT: usize = 0x800;

struct Table {
    direct: Vec<u16>,
    /// Where characters with other properties begin, and which.
    runs: Vec<(u32, u16)>,
}

impl Table {
    /// All different properties, those of the runs, and the runs' lengths.
    fn read() -> Self {
        let mut numbers = Numbers(include_bytes!("properties.bin"));
        let kinds: Vec<u16> = numbers.list(|numbers| numbers.next() as u16);
        let kinds: Vec<u16> =
            numbers.list(|numbers| kinds.get(numbers.next() as usize).copied().unwrap_or(0));
        let mut start = 0;
        let mut table = Table {
            direct: Vec::with_capacity(DIRECT),
            runs: Vec::with_capacity(kinds.len()),
        };
        for kind in kinds {
            table.runs.push((start, kind));
            start += numbers.next();
            table.direct.resize(DIRECT.min(start as usize), kind);
        }
        table
    }

    fn get(&self, letter: char) -> u16 {
        let code = letter as u32;
        if let Some(properties) = self.direct.get(code as usize) {
            return *properties;
        }
        let after = self.runs.partition_point(|(start, _)| *start <= code);
        let properties = match self.runs.get(after.wrapping_sub(1)) {
            Some((_, properties)) => *properties,
            None => 0,
        };
        // Every 28th of the Hangul syllables is open: 800 runs, or this.
        match code {
            0xAC00..=0xD7A3 if !(code - 0xAC00).is_multiple_of(28) => {
                properties + Grapheme::ClosedSyllable as u16 - Grapheme::Syllable as u16
            }
            _ => properties,
        }
    }
}
