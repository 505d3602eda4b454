//! Characters, by what they are to a reader of transcripts.

use super::cursor::{char_before, part};

/// A character that is a space, but not a line break.
///
/// These are the characters that both JavaScript's `\s` and Unicode's White_Space contain, so that
/// a check for lost text may use either of them.
pub(crate) fn is_space(c: char) -> bool {
    match c {
        ' ' | '\t' => true,
        '\0'..='\u{9F}' => false,
        _ => matches!(
            c,
            '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
        ),
    }
}

/// A character that Unicode calls a line break.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A colon of some script.
pub(crate) fn is_colon(c: char) -> bool {
    // Of ASCII, full width, small, vertical, Armenian, Khmer, modifier letter and Hebrew.
    matches!(c, ':' | '：' | '﹕' | '︓' | '։' | '៖' | '꞉' | '׃')
}

/// A character of a word in any script, including vowel signs and joiners.
///
/// Unicode's tables would be large. So every character counts as a letter that is neither ASCII nor
/// a sign listed here. That is right for every script in current use.
#[inline(never)]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        '\u{80}'..='\u{BF}' => matches!(c, 'ª' | 'µ' | 'º'),
        '×' | '÷' => false,
        // Signs of Greek, Armenian, Hebrew, Arabic, Devanagari, Thai, Burmese, Georgian, Ethiopic, Khmer.
        '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}'..='\u{58F}' => false,
        '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5F3}' | '\u{5F4}' => false,
        '\u{600}'..='\u{60F}' | '\u{61B}'..='\u{61F}' | '\u{660}'..='\u{66D}' => false,
        '\u{6D4}' | '\u{6F0}'..='\u{6F9}' | '\u{964}'..='\u{96F}' | '\u{E3F}' => false,
        '\u{E4F}'..='\u{E5B}' | '\u{1040}'..='\u{104F}' | '\u{10FB}' => false,
        '\u{1361}'..='\u{1368}' | '\u{17D4}'..='\u{17E9}' => false,
        // Punctuation, symbols, arrows, boxes; joiners within a word are letters.
        '\u{200C}' | '\u{200D}' => true,
        '\u{1680}' | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}' => false,
        '々' | '〆' | '〇' => true,
        '\u{3000}'..='\u{303F}' | '・' | '\u{A789}' | '\u{E000}'..='\u{F8FF}' => false,
        '\u{FE00}'..='\u{FE6F}' | '\u{FEFF}' => false,
        '\u{FF00}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' => false,
        '\u{FFE0}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}' => false,
        _ => true,
    }
}

/// A digit of a script that is in use.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹' | '०'..='९' | '০'..='৯' | '๐'..='๙' | '０'..='９')
}

/// A letter or a digit.
pub(crate) fn is_word(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// The lower case of a letter, in the scripts that labels are written in. Turkish `İ` is `i`.
#[inline(never)]
pub(crate) fn lower(c: char) -> char {
    let code = c as u32;
    let lower = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' | 'Ａ'..='Ｚ' => {
            code + 32
        }
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        // Pairs in which the capital has the even code: Latin, Cyrillic, Vietnamese.
        'Ā'..='ķ'
        | 'Ŋ'..='ŷ'
        | 'Ș'..='ț'
        | 'Ѡ'..='ҁ'
        | 'Ҋ'..='ҿ'
        | 'Ӑ'..='ԯ'
        | 'Ḁ'..='ẕ'
        | 'Ạ'..='ỿ' => code | 1,
        // Pairs in which the capital has the odd code.
        'Ĺ'..='ň' | 'Ź'..='ž' => code + (code & 1),
        'Ơ' => return 'ơ',
        'Ư' => return 'ư',
        'Ά' => return 'ά',
        'Έ'..='Ί' => code + 37,
        'Ό' => return 'ό',
        'Ύ' | 'Ώ' => code + 63,
        'Ѐ'..='Џ' => code + 80,
        'Ա'..='Ֆ' => code + 48,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// A character that is not drawn: a byte order mark, a zero-width character or a direction mark. It
/// may stand before a label.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
    )
}

/// `text` without the spaces and line breaks at its end.
#[inline(never)]
pub(crate) fn trim_end(text: &str) -> &str {
    let mut end = text.len();
    while let Some(last) = char_before(text, end).filter(|c| is_space(*c) || is_line_break(*c)) {
        end -= last.len_utf8();
    }
    part(text, 0, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_case_is_that_of_unicode() {
        for c in ('\0'..'\u{250}')
            .chain('\u{370}'..'\u{590}')
            .chain('\u{1E00}'..'\u{1F00}')
        {
            let mut expected = c.to_lowercase();
            let found = lower(c);
            let is_in_use = found != c || c.is_ascii();
            if is_in_use && c != 'İ' {
                assert_eq!(Some(found), expected.next(), "{c}");
            }
        }
    }

    #[test]
    fn labels_of_all_languages_consist_of_letters() {
        for (labels, _) in super::super::label_table::LABELS {
            for c in labels.chars().filter(|c| !matches!(c, ' ' | '|' | '\'')) {
                assert!(is_letter(c), "{c:?}");
            }
        }
    }
}
