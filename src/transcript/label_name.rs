//! Finds where a name ends.

use super::characters::{is_letter, is_space, is_word};
use super::cursor::{Cursor, part};
use super::names::{is_question_or_answer, lower_case, role_of};

/// The longest name, in characters, and how many words it may have.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 5;

/// The end of the name that starts at the cursor: a few words of letters and digits.
#[inline(never)]
pub(crate) fn eat_name(cursor: &mut Cursor<'_>) -> Option<usize> {
    let start = cursor.position();
    if cursor.eat('+') {
        return cursor.attempt(telephone_end);
    }
    if !cursor.is_before(is_letter) {
        return None;
    }
    let mut end = cursor.position();
    let mut word_start = start;
    let mut words = 1;
    for _ in 0..LONGEST_NAME {
        let at = cursor.position();
        if cursor.eat_if(is_word).is_some() {
            end = cursor.position();
            continue;
        }
        let length = cursor.since(word_start).chars().count();
        if end == at && length <= 3 && cursor.eat('.') {
            // `Dr.` within a name, `L.` at its end.
            if length == 1 || cursor.is_before(is_space) {
                end = cursor.position();
            }
            continue;
        }
        let is_after_and = cursor.before() == Some('&');
        if is_after_and || end == at {
            let is_new_word = cursor.eat_one_of(" \u{A0}").is_some();
            words += usize::from(is_new_word && !is_after_and);
            if words > MOST_WORDS {
                return None;
            }
            if is_new_word || cursor.eat_one_of("_-'’ʼ/&").is_some() {
                word_start = cursor.position();
                continue;
            }
        } else if cursor.eat('&') {
            word_start = cursor.position();
            continue;
        }
        // `BOT 0:04`: the number belongs to a timestamp.
        let is_number = cursor
            .since(word_start)
            .bytes()
            .all(|byte| byte.is_ascii_digit());
        if word_start > start && word_start < at && is_number && cursor.attempt(time_tail).is_some()
        {
            end = word_end(part(cursor.text(), 0, word_start));
        }
        break;
    }
    if cursor.is_before(is_letter) {
        return None;
    }
    cursor.go_to(end);
    if eat_gender(cursor) && role_of(part(cursor.text(), start, end)).is_some() {
        end = cursor.position();
    }
    Some(end)
}

/// The end of a telephone number, `1 (555) 010-0199`. It is a name as well.
fn telephone_end(cursor: &mut Cursor<'_>) -> Option<usize> {
    let start = cursor.position();
    cursor.eat_while(|c| c.is_ascii_digit() || " \u{A0}()-.".contains(c), 24);
    let number = cursor.since(start).as_bytes();
    let last = number.iter().rposition(u8::is_ascii_digit)?;
    Some(start + last + 1)
}

/// The end of a name for a question or an answer that has a dot or a bracket instead of a colon:
/// `Q.`, `A1)`.
pub(crate) fn eat_question(cursor: &mut Cursor<'_>) -> Option<usize> {
    let start = cursor.position();
    cursor.eat_while(is_letter, 16);
    let word = cursor.since(start);
    cursor.eat_if(is_space);
    cursor.eat_number(3);
    let end = cursor.position();
    cursor
        .eat_one_of(".)")
        .filter(|_| cursor.is_before(is_space))?;
    cursor.go_to(end);
    is_question_or_answer(&lower_case(word)).then_some(end)
}

/// Moves past the `:0` of `[Speaker:0]`, as Deepgram writes it.
pub(crate) fn eat_number_of_speaker(cursor: &mut Cursor<'_>) -> Option<u32> {
    if !cursor.eat(':') {
        return None;
    }
    let number = cursor.eat_number(3)?;
    cursor.is_before(|c| c == ']').then_some(number)
}

/// Moves past an ending that includes both genders: `:in`, `/a`, `(e)`, `/-in`.
fn eat_gender(cursor: &mut Cursor<'_>) -> bool {
    if cursor.eat_one_of("*:·/(").is_none() {
        return false;
    }
    cursor.eat('-');
    let is_ending = ["in", "e", "a"].iter().any(|ending| cursor.eat_str(ending));
    cursor.eat(')');
    is_ending && !cursor.is_before(is_word)
}

/// The end of the previous word, for a text that ends where a word starts.
fn word_end(text: &str) -> usize {
    let is_between = |byte: &u8| matches!(byte, b' ' | b'-' | b'_' | b'/' | b'&' | 0xC2 | 0xA0);
    let last = text.as_bytes().iter().rposition(|byte| !is_between(byte));
    last.map_or(0, |last| last + 1)
}

/// Moves past `:04` if no third digit follows.
fn time_tail(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.bump();
    let start = cursor.position();
    cursor
        .eat_number(3)
        .filter(|_| cursor.position() == start + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_few_words() {
        for (text, expected) in [
            ("BOT: Hi", Some("BOT")),
            ("Dr. Sam Lee: Hi", Some("Dr. Sam Lee")),
            ("Sam L.: Hi", Some("Sam L.")),
            ("Bewerber:in: Hi", Some("Bewerber:in")),
            ("BOT 0:04: Hi", Some("BOT")),
            ("Sam & Lee: Hi", Some("Sam & Lee")),
            ("面试官：你好", Some("面试官")),
            ("+1 555 0100: Hi", Some("+1 555 0100")),
            ("+1 (555) 010-0199: Hi", Some("+1 (555) 010-0199")),
            ("one two three four five six: Hi", None),
            ("(BOT)", None),
        ] {
            let end = eat_name(&mut Cursor::new(text, 0));
            assert_eq!(end.map(|end| &text[..end]), expected, "{text}");
        }
    }
}
