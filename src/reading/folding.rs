//! Folds text, so that it can be compared without regard to case, diacritics and composition.

#[cfg(not(target_arch = "wasm32"))]
use unicode_normalization::char::decompose_canonical;
use unicode_segmentation::UnicodeSegmentation;

/// Decomposes by the engine's tables: the crate's would add 15 kB to every download.
#[cfg(target_arch = "wasm32")]
fn decompose_canonical(letter: char, mut emit: impl FnMut(char)) {
    use std::cell::RefCell;
    use std::collections::HashMap;

    thread_local! {
        /// The letters that were decomposed before. A text has few different letters, and calling
        /// JavaScript takes time.
        static KNOWN: RefCell<HashMap<char, String>> = RefCell::default();
    }
    if letter.is_ascii() {
        return emit(letter);
    }
    let decomposed = KNOWN.with_borrow_mut(|known| {
        let decomposed = known.entry(letter).or_insert_with(|| {
            let letter = js_sys::JsString::from(letter.to_string());
            letter.normalize("NFD").into()
        });
        decomposed.clone()
    });
    decomposed.chars().for_each(emit);
}

/// A folded text, with the position of each part in the original text.
pub(crate) struct Folded {
    /// The folded text. Each run of whitespace is one space.
    pub(crate) text: String,
    /// The start of each grapheme cluster, ascending; the last is the end of both texts.
    boundaries: Vec<Boundary>,
}

/// A boundary between two grapheme clusters, in bytes.
struct Boundary {
    folded: usize,
    original: usize,
}

impl Folded {
    /// Folds `text`.
    pub(crate) fn new(text: &str) -> Folded {
        let mut folded = Folded {
            text: String::with_capacity(text.len()),
            boundaries: Vec::with_capacity(text.len() + 1),
        };
        for (start, cluster) in text.grapheme_indices(true) {
            folded.push_cluster(cluster, start);
        }
        folded.push_boundary(text.len());
        folded
    }

    /// The offset in the original text of the cluster boundary at `offset` in the folded text.
    /// `None` inside a cluster: `s` is not found in `ß`.
    pub(crate) fn original_offset(&self, offset: usize) -> Option<usize> {
        let index = self
            .boundaries
            .binary_search_by_key(&offset, |boundary| boundary.folded)
            .ok()?;
        Some(self.boundaries[index].original)
    }

    fn push_cluster(&mut self, cluster: &str, start: usize) {
        if cluster.chars().all(char::is_whitespace) {
            if !self.text.ends_with(' ') {
                self.push_boundary(start);
                self.text.push(' ');
            }
            return;
        }
        let folded_start = self.text.len();
        fold_cluster(cluster, &mut self.text);
        // A cluster that folds to nothing, such as a soft hyphen, belongs to the previous cluster.
        if self.text.len() > folded_start {
            self.boundaries.push(Boundary {
                folded: folded_start,
                original: start,
            });
        }
    }

    fn push_boundary(&mut self, original: usize) {
        self.boundaries.push(Boundary {
            folded: self.text.len(),
            original,
        });
    }
}

/// Folds `text`, and keeps its whitespace as it is.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_cluster(text, &mut folded);
    folded
}

/// Appends `cluster` to `folded`: decomposed (NFD), without diacritics, in folded case.
fn fold_cluster(cluster: &str, folded: &mut String) {
    if cluster.is_ascii() {
        let lower = cluster.bytes().map(|byte| byte.to_ascii_lowercase());
        folded.extend(lower.map(char::from));
        return;
    }
    for letter in cluster.chars().map(half_width) {
        // The lower case of a letter can be composed again: that of `İ` is `i` with a dot.
        decompose_canonical(letter, |letter| {
            for lower in letter.to_lowercase() {
                decompose_canonical(lower, |part| push_folded(part, folded));
            }
        });
    }
}

/// Appends a decomposed lower-case letter, in the form that all its variants share.
fn push_folded(letter: char, folded: &mut String) {
    match letter {
        _ if is_ignored(letter) => {}
        'ß' => folded.push_str("ss"),
        'ς' => folded.push('σ'),
        'ﬀ' => folded.push_str("ff"),
        'ﬁ' => folded.push_str("fi"),
        'ﬂ' => folded.push_str("fl"),
        // Letters with a stroke, which Unicode does not decompose.
        'đ' => folded.push('d'),
        'ħ' => folded.push('h'),
        'ı' => folded.push('i'),
        'ł' => folded.push('l'),
        'ø' => folded.push('o'),
        'ŧ' => folded.push('t'),
        '’' | 'ʼ' => folded.push('\''),
        _ => folded.push(letter),
    }
}

/// The ASCII character of which `letter` is the full-width form, or `letter`. The other
/// compatibility forms are not folded: their tables would add 23 kB to every download.
fn half_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether `letter` is a diacritic or an invisible character.
///
/// Marks are diacritics in the Latin, Greek, Cyrillic, Hebrew and Arabic scripts. Others are kept: in
/// Kana and Hangul the parts make another letter, and in Indic and Thai scripts marks are vowels.
fn is_ignored(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
        // Hebrew and Arabic points; the Arabic tatweel, which only stretches a word.
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        // A soft hyphen, joiners, direction marks, a byte order mark.
        | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::fold;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_composed_letter_folds_like_its_decomposed_form() {
        for letter in (0..=0x1_FFFF).filter_map(char::from_u32) {
            let decomposed: String = letter.nfd().collect();
            assert_eq!(
                fold(&letter.to_string()),
                fold(&decomposed),
                "U+{:04X} {letter}",
                letter as u32
            );
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

    #[test]
    fn folding_twice_is_the_same_as_folding_once() {
        for letter in (0..=0x1_FFFF).filter_map(char::from_u32) {
            let folded = fold(&letter.to_string());
            assert_eq!(fold(&folded), folded, "U+{:04X} {letter}", letter as u32);
        }
    }
}
