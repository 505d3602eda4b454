//! Question marks of all scripts.

pub(crate) fn is_greek(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{37D}' | '\u{384}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

/// Whether a character is a question mark of any script. Those that open a question (`¿`) do not count.
pub(crate) fn is_question_mark(letter: char) -> bool {
    matches!(
        letter,
        // Latin, Greek, Armenian, Arabic, Ethiopic, Limbu.
        '?' | '\u{37E}' | '\u{55E}' | '\u{61F}' | '\u{1367}' | '\u{1945}'
            // Interrobang, doubled marks, reversed mark, medieval mark.
            | '\u{203D}' | '\u{2047}'
            ..='\u{2049}' | '\u{2E2E}' | '\u{2E54}'
            // Coptic and Old Nubian, Vai, Bamum, Meetei Mayek, Chakma.
            | '\u{2CFA}' | '\u{2CFB}' | '\u{A60F}' | '\u{A6F7}' | '\u{AAF1}' | '\u{11143}'
            // Emoji; vertical, small and full-width forms.
            | '\u{2753}' | '\u{2754}' | '\u{FE16}' | '\u{FE56}' | '\u{FF1F}'
    )
}
