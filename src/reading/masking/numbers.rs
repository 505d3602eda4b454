//! Phone numbers and payment cards among all the numbers that people say.

use super::MaskedKind;
use super::cues::{self, Surroundings};
use super::normal::Normal;
use crate::transcript::TextRange;
use std::ops::Range;

/// More digits than any phone number or card has.
const MOST_DIGITS: usize = 24;

/// A run of digits with what may stand between those of one number.
struct Run {
    range: Range<usize>,
    digits: Vec<u8>,
    /// How many digits each group has.
    groups: Vec<usize>,
    /// What stands between the groups.
    separators: Vec<Separator>,
    plus: bool,
    /// A group is in brackets: `(0)170`.
    bracket: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Space,
    Dash,
    Dot,
    Slash,
    Comma,
    Bracket,
}

/// Every phone number and card-like number in the text.
pub(super) fn numbers(normal: &Normal) -> Vec<(TextRange, MaskedKind)> {
    let text = &normal.text;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let run = parse_run(text, start);
        at = run.range.end.max(start + 1);
        if run.digits.len() < 7 || is_glued(text, &run.range) {
            continue;
        }
        if let Some(end) = date_end(text, &run) {
            // `2019-03-04 415-555-0132`: what follows is parsed by itself.
            at = end;
            continue;
        }
        let kind = match &run {
            run if is_card(run) => MaskedKind::Card,
            run if is_phone(normal, run) => MaskedKind::Phone,
            _ => continue,
        };
        found.push((normal.original(run.range.start, run.range.end), kind));
    }
    found
}

/// The next digit, or plus or bracket with a digit behind it.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (from..bytes.len()).find(|&at| match bytes[at] {
        b'0'..=b'9' => true,
        b'+' => digit(at + 1) || (bytes.get(at + 1) == Some(&b' ') && digit(at + 2)),
        b'(' => digit(at + 1) || bytes.get(at + 1) == Some(&b'+'),
        _ => false,
    })
}

/// Parses the run that starts at `start`. At most three characters stand between its groups.
fn parse_run(text: &str, start: usize) -> Run {
    let bytes = text.as_bytes();
    let mut run = Run {
        range: start..start,
        digits: Vec::new(),
        groups: Vec::new(),
        separators: Vec::new(),
        plus: false,
        bracket: false,
    };
    // What stands between the last digit and here.
    let mut gap = String::new();
    let mut opened = 0;
    let mut closed = 0;
    for (offset, byte) in bytes[start..].iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                if !gap.is_empty() || run.groups.is_empty() {
                    if !run.groups.is_empty() {
                        match separator(&gap) {
                            Some(separator) => run.separators.push(separator),
                            None => break,
                        }
                    }
                    run.groups.push(0);
                    opened += gap.matches('(').count();
                    closed += gap.matches(')').count();
                    gap.clear();
                }
                if let Some(group) = run.groups.last_mut() {
                    *group += 1;
                }
                run.digits.push(byte - b'0');
                run.range.end = start + offset + 1;
                if run.digits.len() > MOST_DIGITS {
                    break;
                }
            }
            b'+' if run.digits.is_empty() => run.plus = true,
            // A comma after a whole number begins another.
            b',' if run.digits.len() >= 7 => break,
            b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b',' | b'_' if gap.len() < 3 => {
                gap.push(char::from(*byte));
            }
            _ => break,
        }
    }
    run.bracket = closed > 0;
    if opened > closed && bytes[start] == b'(' {
        // A bracket of the sentence, not of the number.
        run.range.start += 1;
    }
    run
}

/// What separates two groups; `None` where they cannot be of one number: `1,250`, `5 - - 6`.
fn separator(gap: &str) -> Option<Separator> {
    let signs: Vec<char> = gap.chars().filter(|sign| *sign != ' ').collect();
    match signs.as_slice() {
        [] if gap.len() <= 2 => Some(Separator::Space),
        ['-' | '_'] => Some(Separator::Dash),
        ['-', '-'] => Some(Separator::Dash),
        ['.'] if gap.len() <= 2 => Some(Separator::Dot),
        ['/'] => Some(Separator::Slash),
        [','] if gap == ", " => Some(Separator::Comma),
        ['(' | ')'] | [')', '-' | '/' | '.'] | ['-' | '/', '('] | [')', '('] => {
            Some(Separator::Bracket)
        }
        _ => None,
    }
}

/// Whether the run is part of a word, an id or an amount.
fn is_glued(text: &str, range: &Range<usize>) -> bool {
    // In scripts without spaces, and after the prefixes of Hebrew and Arabic, a number stands right
    // in the sentence.
    let is_word = |c: char| c.is_alphanumeric() && c < '\u{530}';
    let mut before = text[..range.start].chars().rev();
    let glued_before = match before.next() {
        Some(':' | '.' | ',') => before.next().is_some_and(|c| c.is_ascii_digit()),
        Some('-' | '/') => before.next().is_some_and(is_word),
        Some(c) => {
            is_word(c)
                || matches!(
                    c,
                    '_' | '@'
                        | '#'
                        | '+'
                        | '$'
                        | '€'
                        | '£'
                        | '¥'
                        | '₹'
                        | '₽'
                        | '₩'
                        | '='
                        | '&'
                        | '%'
                )
        }
        None => false,
    };
    let mut after = text[range.end..].chars();
    let glued_after = match after.next() {
        Some(':' | ',' | '.') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some('-') => after.next().is_some_and(is_word),
        Some(c) => is_word(c) || matches!(c, '_' | '@' | '%' | '€' | '$' | '£' | '₽' | '₩'),
        None => false,
    };
    glued_before || glued_after
}

/// 13 to 19 digits with a valid check digit, but for a series of years.
fn is_card(run: &Run) -> bool {
    if run.plus || run.bracket || !(13..=19).contains(&run.digits.len()) {
        return false;
    }
    let years = run.groups.len() > 1 && run.digits.chunks(4).all(is_year);
    !years && matches!(run.digits[0], 2..=6) && passes_luhn(&run.digits)
}

fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [1, 9, _, _] | [2, 0, _, _])
}

/// The check that payment cards are made to pass.
fn passes_luhn(digits: &[u8]) -> bool {
    let doubled = |(place, digit): (usize, &u8)| {
        let value = u32::from(*digit) * if place % 2 == 1 { 2 } else { 1 };
        if value > 9 { value - 9 } else { value }
    };
    digits.iter().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

fn is_phone(normal: &Normal, run: &Run) -> bool {
    let count = run.digits.len();
    // `+1000000 users`: fewer than eight digits need the groups of a phone number.
    if run.plus {
        return (8..=15).contains(&count) || (count == 7 && run.groups.len() > 1);
    }
    if !(7..=17).contains(&count) || is_series(run) {
        return false;
    }
    let Surroundings { phone, id, amount } =
        cues::surroundings(&normal.text, normal.cues(), run.range.start, run.range.end);
    if id || amount {
        return false;
    }
    let commas = run.separators.contains(&Separator::Comma);
    phone && count <= 15 && !(is_amount(run) && run.digits.ends_with(&[0, 0, 0]))
        || !commas && (has_trunk_prefix(run) || has_phone_groups(run))
        || commas && run.digits[0] == 0 && has_trunk_prefix(run)
}

/// International without the plus, or national with its leading zero. `0.123456789` is a number.
fn has_trunk_prefix(run: &Run) -> bool {
    let zeros = run.digits.iter().take_while(|digit| **digit == 0).count();
    let decimal = run.groups[0] == 1 && run.separators.first() == Some(&Separator::Dot);
    let most_slashes = run
        .separators
        .iter()
        .filter(|separator| **separator == Separator::Slash)
        .count();
    match (zeros, run.digits.len()) {
        (2, 9..=17) => true,
        (1, 9..=13) => !decimal && most_slashes < 2,
        // A Brazilian postal code has eight digits too.
        (1, 8) => run.groups.len() > 1 && run.groups != [5, 3] && !decimal && most_slashes < 2,
        _ => false,
    }
}

/// Whether a number without a prefix is grouped as only phone numbers are.
fn has_phone_groups(run: &Run) -> bool {
    use Separator::{Dash, Dot, Space};
    let count = run.digits.len();
    let uniform = run.separators.windows(2).all(|pair| pair[0] == pair[1]);
    let only = |separator: Separator| uniform && run.separators.first() == Some(&separator);
    if run.separators.contains(&Separator::Slash) {
        return false;
    }
    match run.groups.as_slice() {
        // China.
        [11] => run.digits[0] == 1 && (3..=9).contains(&run.digits[1]),
        [_] => false,
        // `555-0132` could be a range, and sixteen digits are a card's.
        _ if !(8..=14).contains(&count) => false,
        [3, 3, 4] | [1, 3, 3, 4] if only(Dot) => true,
        _ if run.separators.contains(&Dot) => false,
        [4, 4] => only(Space) && !run.digits.chunks(4).any(is_year),
        // A postal code or a range, unless it is grouped by a space.
        [5, 5] => only(Space) || (6..=9).contains(&run.digits[0]),
        [_, _] if only(Dash) && count < 10 => run.bracket,
        // A social security number.
        [3, 2, 4] if only(Dash) => false,
        _ => !is_amount(run),
    }
}

/// `1 250 000`: groups of three after the first, as thousands are written. Nine digits that do not end
/// with zeros are more likely a phone number.
fn is_amount(run: &Run) -> bool {
    let Some((first, rest)) = run.groups.split_first() else {
        return false;
    };
    let thousands = !rest.is_empty() && *first <= 3 && rest.iter().all(|group| *group == 3);
    let round = run.digits.ends_with(&[0, 0, 0]);
    thousands && (round || run.digits.len() != 9) && run.digits[0] != 0
        || (rest.is_empty() && run.digits.ends_with(&[0, 0, 0, 0, 0]))
}

/// Numbers that were listed, and are no one number: years, a range, an address of a computer, a count.
fn is_series(run: &Run) -> bool {
    let groups = run.groups.as_slice();
    let values: Vec<u64> = {
        let mut digits = run.digits.iter();
        groups
            .iter()
            .map(|length| {
                digits.by_ref().take(*length).fold(0, |value: u64, digit| {
                    value.wrapping_mul(10).wrapping_add(u64::from(*digit))
                })
            })
            .collect()
    };
    let years = groups.len() > 1
        && groups.iter().all(|length| *length == 4)
        && values.iter().all(|value| (1900..2100).contains(value));
    let range = groups.len() == 2
        && run.separators[0] == Separator::Dash
        && run.digits[0] != 0
        && groups[0] <= groups[1]
        && values[0] < values[1]
        && values.iter().all(|value| value % 5 == 0);
    let host = groups.len() == 4
        && run
            .separators
            .iter()
            .all(|separator| *separator == Separator::Dot)
        && run.digits[0] != 0
        && values.iter().all(|value| *value < 256);
    let count = groups.len() > 3
        && values
            .windows(2)
            .all(|pair| pair[1] == pair[0] + 1 || pair[0] == pair[1] + 1);
    let listed = groups.len() > 3
        && run
            .separators
            .iter()
            .all(|separator| *separator == Separator::Comma)
        && groups.iter().all(|length| *length == groups[0]);
    // `10 30 2024`
    let date = match values.as_slice() {
        [a, b, c] => {
            let (length_a, length_c) = (groups[0], groups[2]);
            length_c == 4
                && length_a <= 2
                && groups[1] <= 2
                && *a <= 31
                && *b <= 31
                && (1900..2100).contains(c)
                || length_a == 4
                    && groups[1] <= 2
                    && length_c <= 2
                    && (1900..2100).contains(a)
                    && *b <= 12
                    && *c <= 31
        }
        _ => false,
    };
    years || range || host || count || listed || date
}

/// Where a date at the beginning of the run ends: `2026-05-01`, `1.5.2026`, `05/01/26`.
fn date_end(text: &str, run: &Run) -> Option<usize> {
    let separator = *run.separators.first()?;
    let same = run.separators.get(1) == Some(&separator);
    if !same
        || !matches!(
            separator,
            Separator::Dash | Separator::Slash | Separator::Dot
        )
    {
        return None;
    }
    let &[first, second, third, ..] = run.groups.as_slice() else {
        return None;
    };
    let number = |from: usize, length: usize| {
        run.digits[from..from + length]
            .iter()
            .fold(0_u32, |number, digit| number * 10 + u32::from(*digit))
    };
    let middle = || number(first, second);
    let date = match (first, second, third) {
        (4, 1 | 2, 1 | 2) => middle() <= 12 && number(first + second, third) <= 31,
        (1 | 2, 1 | 2, 2 | 4) => {
            // Four and more pairs of digits are a phone number: `06.12.34.56.78`.
            let pairs = third == 2 && run.groups.len() > 3 && run.separators[2] == separator;
            !pairs && number(0, first) <= 31 && middle() <= 31
        }
        _ => false,
    };
    if !date {
        return None;
    }
    let mut digits = 0;
    let length = text[run.range.clone()].bytes().position(|byte| {
        digits += usize::from(byte.is_ascii_digit());
        digits == first + second + third
    })?;
    Some(run.range.start + length + 1)
}
