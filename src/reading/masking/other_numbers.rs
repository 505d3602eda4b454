//! Recognises numbers that look like phone numbers: amounts, dates, years, ranges, lists.

use super::digits::{Run, Separator};

/// Whether a run is grouped like a social security number of the United States: `078-05-1120`.
pub(super) fn is_social_security_number(run: &Run) -> bool {
    run.groups == [3, 2, 4] && run.separators == [Separator::Dash; 2]
}

/// Whether a run is an amount, with groups of three digits after the first: `1 250 000`. Nine
/// digits that do not end with zeros are more likely a phone number.
pub(super) fn is_amount(run: &Run) -> bool {
    let Some((first, rest)) = run.groups.split_first() else {
        return false;
    };
    let thousands = !rest.is_empty() && *first <= 3 && rest.iter().all(|group| *group == 3);
    let round = run.digits.ends_with(&[0, 0, 0]);
    thousands && (round || run.digits.len() != 9) && run.digits[0] != 0
        || (rest.is_empty() && run.digits.ends_with(&[0, 0, 0, 0, 0]))
}

/// Whether a run is a range of two round amounts: `60 000 – 70 000`.
pub(super) fn is_range_of_amounts(run: &Run) -> bool {
    let is_dash = |separator: &Separator| *separator == Separator::Dash;
    let Some(dash) = run.separators.iter().position(is_dash) else {
        return false;
    };
    let (from, to) = run.groups.split_at(dash + 1);
    let from_digits = from.iter().sum();
    let is_round_amount = |groups: &[usize], digits: &[u8]| {
        let in_thousands = groups.len() > 1 && groups[1..].iter().all(|group| *group == 3);
        in_thousands && digits[0] != 0 && digits.ends_with(&[0, 0])
    };
    is_round_amount(from, &run.digits[..from_digits])
        && is_round_amount(to, &run.digits[from_digits..])
}

/// Whether a run is a series of numbers: years, a range, an IP address, counting, a list, a date.
pub(super) fn is_series(run: &Run) -> bool {
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

/// The end of a date at the start of the run: `2026-05-01`, `1.5.2026`, `05/01/26`. `None` where there
/// is none.
pub(super) fn date_end(text: &str, run: &Run) -> Option<usize> {
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
