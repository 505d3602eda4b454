//! Text made comparable: without case and diacritics, whatever way it was composed.

use unicode_normalization::char::decompose_canonical;
use unicode_segmentation::UnicodeSegmentation;

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
        for (start, cluster) in text.grapheme_indices(true) {
            let end = start + cluster.len();
            if cluster.chars().all(char::is_whitespace) {
                match (folded.chars.last(), folded.ends.last_mut()) {
                    (Some(' '), Some(last)) => *last = end,
                    _ => folded.push(' ', start, end),
                }
                continue;
            }
            fold_cluster(cluster, &mut |letter| folded.push(letter, start, end));
        }
        folded
    }

    fn push(&mut self, letter: char, start: usize, end: usize) {
        self.chars.push(letter);
        self.starts.push(start);
        self.ends.push(end);
    }
}

/// Folds a word or any other text into a string.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
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
        decompose_canonical(letter, |part| {
            if !is_diacritic(part) {
                fold_letter(part, push);
            }
        });
    }
}

/// The marks that are diacritics. A list and not Unicode's whole table of marks, which is larger
/// than all the rest.
fn is_diacritic(letter: char) -> bool {
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
        // Letters whose stroke or missing dot is a diacritic to a reader, but not to Unicode.
        'ø' | 'Ø' => push('o'),
        'ł' | 'Ł' => push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => push('d'),
        'ħ' | 'Ħ' => push('h'),
        '\u{FF01}'..='\u{FF5E}' => fold_letter(
            char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
            push,
        ),
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => push('\''),
        'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(push),
        'ς' => push('σ'),
        'ſ' => push('s'),
        // Without its dot, which is no mark here but the other way round.
        'ı' => push('i'),
        'ﬀ' => ['f', 'f'].into_iter().for_each(push),
        'ﬁ' => ['f', 'i'].into_iter().for_each(push),
        'ﬂ' => ['f', 'l'].into_iter().for_each(push),
        // A mark that lower case brings along (of `İ`) is dropped like all.
        _ => letter
            .to_lowercase()
            .filter(|folded| !is_diacritic(*folded))
            .for_each(push),
    }
}
