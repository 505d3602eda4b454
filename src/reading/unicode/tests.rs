//! Segmentation, compared with `unicode-segmentation`.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::generate::versions_agree;
use super::observed::{GRAPHEMES, WORDS};
use super::properties::{Grapheme, Properties};
use super::{graphemes, is_alphabetic, is_numeric, is_upper_case, lower_case, word_bounds, words};

/// What the text is cut into; nothing where the two should differ.
fn assert_same(text: &str) {
    let expected: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
    assert_eq!(graphemes(text).collect::<Vec<_>>(), expected, "{text:?}");
    if is_known_difference(text) {
        return;
    }
    let expected: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
    assert_eq!(word_bounds(text).collect::<Vec<_>>(), expected, "{text:?}");
    let expected: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text:?}");
}

/// Behind a joiner and a pictograph the crate forgets what it has seen: a letter among the
/// pictographs (`ℹ`) ends a word, and a sign that must be within a word stays without more of it.
fn is_known_difference(text: &str) -> bool {
    let mut pairs = text.chars().zip(text.chars().skip(1));
    pairs.any(|(joiner, letter)| {
        let is_joined =
            joiner == '\u{200D}' && Properties::of(letter).grapheme() == Grapheme::Pictographic;
        is_joined && (letter == 'ℹ' || text.contains(['.', ':', '\'', ',', '"', '，']))
    })
}

/// A character of every class, and some of those that two classes come together in.
fn letters() -> Vec<char> {
    let mut letters: Vec<char> = GRAPHEMES.into_iter().chain(WORDS).collect();
    letters.extend(['ℹ', 'ひ', '中', 'ไ', 'à', '１', '²', '\u{661}', '，']);
    letters.sort_unstable();
    letters.dedup();
    letters
}

#[test]
fn any_three_classes_are_segmented_alike() {
    let letters = letters();
    for first in &letters {
        for second in &letters {
            for third in &letters {
                assert_same(&String::from_iter([first, second, third]));
            }
        }
    }
}

#[test]
fn any_text_is_segmented_alike() {
    let config = ProptestConfig {
        cases: 20_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let letter = prop_oneof![4 => proptest::sample::select(letters()), 1 => any::<char>()];
    proptest!(config, |(letters in proptest::collection::vec(letter, 4..24))| {
        assert_same(&String::from_iter(letters));
    });
}

#[test]
fn what_people_write_is_segmented_alike() {
    for text in [
        "Can't stop: it's 3.14, or 1,000.5; e.g. a_b “quoted” don’t  http://x.io/a?b=1\r\n\tyes",
        "Grüße aus Zürich, naïve café — e\u{301}te\u{301} İstanbul ﬁn",
        "我在北京工作了三年。東京タワーへ行きましょう、ひらがなとカタカナ",
        "저는 서울에서 일합니다. 한국어",
        "ผมทำงานที่กรุงเทพฯ มา ๓ ปี",
        "मैं दिल्ली में काम करता हूँ, क्षत्रिय। ৩ বছর ক্ষ",
        "אני גר בתל־אביב, צה״ל ג'ירפה",
        "أعمل في القاهرة منذ ٣ سنوات، شُكرًا",
        "👩‍👩‍👧‍👦 🇩🇪🇫🇷🇪 👍🏽❤️ 1️⃣ ☎️",
    ] {
        assert_same(text);
    }
}

#[test]
fn lower_case_is_that_of_the_standard_library() {
    for letter in ('\0'..='\u{1FFFF}').filter(|_| versions_agree()) {
        assert_eq!(
            letter.to_lowercase().next(),
            Some(lower_case(letter)),
            "{letter}"
        );
        assert_eq!(
            letter.to_lowercase().eq([letter]),
            !is_upper_case(letter),
            "{letter}"
        );
    }
}

#[test]
fn letters_and_numbers_are_those_of_the_standard_library() {
    for letter in ('\0'..='\u{1FFFF}').filter(|_| versions_agree()) {
        assert_eq!(letter.is_alphabetic(), is_alphabetic(letter), "{letter}");
        assert_eq!(letter.is_numeric(), is_numeric(letter), "{letter}");
    }
}
