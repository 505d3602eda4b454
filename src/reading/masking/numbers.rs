//! Phone numbers and payment cards among all the numbers that people say.

use super::super::folding::fold;
use super::super::offsets::{TextRange, part};
use super::super::unicode::{is_alphabetic, is_alphanumeric};
use super::MaskedKind;
use super::places::position;

/// Words after which a bare number is a phone number, folded, found anywhere in a word.
const CUES: [&str; 37] = [
    "phone",
    "mobile",
    "cell",
    "call",
    "text me",
    "whatsapp",
    "telegram",
    "signal",
    "sms",
    "tel.",
    "tel:",
    "reach me",
    "number is",
    "my number",
    "telefon",
    "handy",
    "nummer",
    "rufnummer",
    "telephone",
    "portable",
    "numero",
    "telefono",
    "movil",
    "celular",
    "cellulare",
    "telefone",
    "telemovel",
    "komórk",
    "numer",
    "телефон",
    "номер",
    "电话",
    "手机",
    "號碼",
    "電話",
    "携帯",
    "फोन",
];

/// A run of digits with what may stand between those of one number.
struct Run {
    range: TextRange,
    digits: Vec<u8>,
    /// How many digits each group has.
    groups: Vec<usize>,
    /// What stands between the groups: its first character.
    signs: Vec<char>,
    plus: bool,
    bracket: bool,
}

/// Every phone number and card-like number in `text`.
pub(super) fn numbers(text: &str) -> Vec<(TextRange, MaskedKind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let run = read(text, start);
        at = run.range.end.max(start + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        if glued(text, run.range) {
            continue;
        }
        if let Some(end) = date_end(text, run.range) {
            // `2019-03-04 415-555-0132`: what follows is read by itself.
            at = end;
        } else if is_card(&run) {
            found.push((run.range, MaskedKind::Card));
        } else if is_phone(text, &run) {
            found.push((run.range, MaskedKind::Phone));
        }
    }
    found
}

/// The next digit, plus or bracket with a digit behind it.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let mut letters = text.get(at..)?.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let next = letters.peek().and_then(|(_, next)| digit(*next));
        if digit(letter).is_some() || (matches!(letter, '+' | '(' | '＋') && next.is_some()) {
            return Some(at + place);
        }
        if letter == '(' && letters.peek().is_some_and(|(_, next)| *next == '+') {
            return Some(at + place);
        }
    }
    None
}

/// Reads the run that starts at `start`. At most two characters stand between its groups.
fn read(text: &str, start: usize) -> Run {
    let mut run = Run {
        range: TextRange::new(start, start),
        digits: Vec::new(),
        groups: Vec::new(),
        signs: Vec::new(),
        plus: false,
        bracket: false,
    };
    let mut gap = 0;
    let mut sign = ' ';
    // Brackets: opened, closed, and closed if another digit follows.
    let mut opened = 0;
    let mut closed = 0;
    let mut closing = 0;
    for (place, letter) in text.get(start..).unwrap_or_default().char_indices() {
        if let Some(value) = digit(letter) {
            if gap > 0 || run.groups.is_empty() {
                if !run.groups.is_empty() {
                    run.signs.push(sign);
                }
                run.groups.push(0);
            }
            closed += closing;
            closing = 0;
            if let Some(group) = run.groups.last_mut() {
                *group += 1;
            }
            run.digits.push(value);
            gap = 0;
            sign = ' ';
            run.range.end = start + place + letter.len_utf8();
            continue;
        }
        gap += 1;
        match letter {
            '+' | '＋' if run.digits.is_empty() => run.plus = true,
            '(' if gap <= 2 => {
                run.bracket = true;
                opened += 1;
            }
            ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' if gap <= 2 => {}
            ')' if run.bracket && gap <= 2 => {
                sign = ')';
                closing += 1;
            }
            '-' | '\u{2010}' | '\u{2011}' | '.' | '/' if gap <= 2 && !run.digits.is_empty() => {
                sign = if letter == '.' || letter == '/' {
                    letter
                } else {
                    '-'
                };
            }
            _ => break,
        }
        if run.digits.len() > 24 {
            break;
        }
    }
    run.bracket = closed > 0;
    if opened > closed {
        // A bracket of the sentence, not of the number.
        run.range.start += usize::from(text.as_bytes().get(start) == Some(&b'('));
    }
    run
}

/// Whether the run is part of a word, an id or an amount.
fn glued(text: &str, range: TextRange) -> bool {
    let before = text
        .get(..range.start)
        .and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).unwrap_or_default();
    let mut after = after.chars();
    let next = after.next();
    let starts = |c: char| {
        (is_alphanumeric(c) && !is_wide(c))
            || matches!(
                c,
                '_' | '-'
                    | '.'
                    | '/'
                    | '@'
                    | '#'
                    | ':'
                    | '$'
                    | '€'
                    | '£'
                    | '¥'
                    | '₹'
                    | '='
                    | '&'
                    | '%'
            )
    };
    // `tel:` and a colon of the sentence are no part of an id.
    let before = before.filter(|c| {
        *c != ':' || part(text, 0, range.start - 1).ends_with(|c: char| c.is_ascii_digit())
    });
    before.is_some_and(starts)
        || next.is_some_and(|c| {
            (is_alphanumeric(c) && !is_wide(c)) || matches!(c, '_' | '@' | '%' | '€' | '$')
        })
        || (matches!(next, Some(':' | ',')) && after.next().is_some_and(|c| c.is_ascii_digit()))
        || (next == Some('-') && after.next().is_some_and(is_alphabetic))
}

/// Scripts without blanks: a number stands right in the sentence.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// 13 to 19 digits, in the groups cards are printed in or in one, with a valid check digit.
fn is_card(run: &Run) -> bool {
    if run.plus || run.bracket || !(13..=19).contains(&run.digits.len()) {
        return false;
    }
    let grouped = matches!(
        run.groups.as_slice(),
        [_] | [4, 4, 4, 1..=4] | [4, 6, 4 | 5] | [4, 4, 4, 4, 3] | [6, 7..=13]
    );
    // `2019 2020 2021 2022`
    let years = run.groups.len() > 1
        && run
            .digits
            .chunks(4)
            .all(|year| matches!(year, [1, 9, _, _] | [2, 0, _, _]));
    grouped && !years && matches!(run.digits.first(), Some(2..=6)) && luhn(&run.digits)
}

/// The check that payment cards are made to pass.
fn luhn(digits: &[u8]) -> bool {
    let mut sum = 0;
    for (place, digit) in digits.iter().rev().enumerate() {
        let value = u32::from(*digit) * if place % 2 == 1 { 2 } else { 1 };
        sum += if value > 9 { value - 9 } else { value };
    }
    sum % 10 == 0
}

fn is_phone(text: &str, run: &Run) -> bool {
    let count = run.digits.len();
    if run.plus {
        return (7..=15).contains(&count);
    }
    let same_sign = run.signs.windows(2).all(|pair| pair[0] == pair[1]);
    let grouped = run.groups.len() > 1;
    let zeros = run.digits.iter().take_while(|digit| **digit == 0).count();
    if grouped && run.signs.contains(&'/') && run.groups.len() > 2 {
        return false;
    }
    match zeros {
        // International without the plus, and national with its leading zero. `0.123456789` is
        // a number.
        2 if (9..=17).contains(&count) => return true,
        1 if (9..=12).contains(&count)
            && !(run.groups[0] == 1 && run.signs.first() == Some(&'.')) =>
        {
            return true;
        }
        _ => {}
    }
    match run.groups.as_slice() {
        // North America: 415-555-0132, (415) 555-0132, 1-415-555-0132.
        [3, 3, 4] | [1, 3, 3, 4]
            if run.bracket || (same_sign && matches!(run.signs[0], '-' | '.')) =>
        {
            return true;
        }
        // China.
        [11] | [3, 4, 4] if run.digits.starts_with(&[1]) && (3..=9).contains(&run.digits[1]) => {
            return true;
        }
        // India.
        [5, 5] if (6..=9).contains(&run.digits[0]) => return true,
        _ => {}
    }
    (7..=13).contains(&count) && zeros == 0 && cued(text, run.range.start)
}

/// Whether a cue stands before `start`, in the same sentence.
fn cued(text: &str, start: usize) -> bool {
    let mut from = start.saturating_sub(48);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..start).unwrap_or_default();
    let sentence = before
        .rsplit(['?', '!', ';', '\n', '。'])
        .next()
        .unwrap_or_default();
    let lower = fold(sentence);
    CUES.iter().any(|cue| position(&lower, cue).is_some())
}

/// Where a date at the beginning of `range` ends: `2026-05-01`, `1.5.2026`, `05/01/26`.
fn date_end(text: &str, range: TextRange) -> Option<usize> {
    let part = range.of(text).as_bytes();
    let digits = |from: usize| {
        part.iter()
            .skip(from)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let first = digits(0);
    let sign = *part.get(first)?;
    let second = digits(first + 1);
    let third_at = first + second + 2;
    if !matches!(sign, b'-' | b'/' | b'.') || part.get(third_at - 1) != Some(&sign) {
        return None;
    }
    let third = digits(third_at);
    let number = |from: usize, count: usize| {
        part.iter()
            .skip(from)
            .take(count)
            .fold(0_u32, |sum, byte| sum * 10 + u32::from(byte - b'0'))
    };
    let date = match (first, second, third) {
        (4, 1 | 2, 1 | 2) => number(first + 1, second) <= 12 && number(third_at, third) <= 31,
        (1 | 2, 1 | 2, 2 | 4) => number(0, first) <= 31 && number(first + 1, second) <= 31,
        _ => false,
    };
    date.then_some(range.start + third_at + third)
}

/// The value of a digit in the scripts whose digits people write phone numbers in.
fn digit(letter: char) -> Option<u8> {
    let zero = match letter {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '０'..='９' => '０',
        _ => return None,
    };
    Some((letter as u32 - zero as u32) as u8)
}
