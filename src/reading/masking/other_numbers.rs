//! Recognises numbers that look like phone numbers: amounts, dates, years, ranges, lists.

use super::digits::{Run, Separator};

/// Whether a run is grouped like a social security number of the United States: `078-05-1120`.
pub(super) fn is_social_security_number(run: &Run) -> bool {
    run.groups == [3, 2, 4] && run.separators == [Separator::Dash; 2]
}

/// Whether a run is an amount, with groups of three digits after the first: `1 250 000`. With spaces, nine
/// digits or more than ten that do not end with zeros are more likely a phone number.
pub(super) fn is_amount(run: &Run) -> bool {
    let Some((first, rest)) = run.groups.split_first() else {
        return false;
    };
    let thousands = !rest.is_empty() && *first <= 3 && rest.iter().all(|group| *group == 3);
    let round = run.digits.ends_with(&[0, 0, 0]);
    let phone = match run.digits.len() {
        9 => true,
        11 | 12 => run.has_only(Separator::Space),
        _ => false,
    };
    thousands && (round || !phone) && run.digits[0] != 0
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

/// Whether a run is a series of numbers: years, a range, an IP address, counting, a list, a date, times.
#[inline(never)]
pub(super) fn is_series(run: &Run) -> bool {
    let groups = run.groups.as_slice();
    let values = run.values();
    let fours = groups.len() > 1 && groups.iter().all(|length| *length == 4);
    let years = fours && values.iter().all(|value| (1900..2100).contains(value));
    let is_time = |hour: u64, minute: u64| hour < 25 && minute < 60 && minute.is_multiple_of(5);
    let times = match (groups, values.as_slice()) {
        // `0600-1400`
        ([4, 4], [from, to]) => [from, to]
            .iter()
            .all(|time| is_time(**time / 100, **time % 100)),
        // `9.00-17.30`
        ([1 | 2, 2, 1 | 2, 2], [from, from_minute, to, to_minute]) => {
            let signs = [Separator::Dot, Separator::Dash, Separator::Dot];
            run.separators == signs && is_time(*from, *from_minute) && is_time(*to, *to_minute)
        }
        _ => false,
    };
    let ascending_range = groups.len() == 2
        && run.separators[0] == Separator::Dash
        && groups[0] <= groups[1]
        && values[0] < values[1];
    let step = if ascending_range { 5 } else { 100 };
    let range =
        groups.len() == 2 && run.digits[0] != 0 && values.iter().all(|value| value % step == 0);
    let host = groups.len() == 4
        && run.has_only(Separator::Dot)
        && run.digits[0] != 0
        && values.iter().all(|value| *value < 256);
    // `1 2 3 4`, `40 30 20 10`
    let count = groups.len() > 3
        && matches!(
            values[0].abs_diff(values[1]),
            1 | 2 | 5 | 10 | 20 | 25 | 50 | 100
        )
        && values
            .windows(3)
            .all(|three| three[0] + three[2] == 2 * three[1]);
    // `120 130 140`
    let tens = groups.len() > 2
        && groups.iter().all(|length| *length <= 3)
        && run.digits[0] != 0
        && values.iter().all(|value| value % 10 == 0);
    // `06, 12, 34, 56, 78` is a phone number.
    let listed = groups.len() > 3
        && run.has_only(Separator::Comma)
        && groups.iter().all(|length| *length == groups[0])
        && run.digits[0] != 0;
    // `7 8 12 15 20`
    let ascending = groups.len() > 4
        && run.digits[0] != 0
        && groups.iter().all(|length| *length <= 2)
        && values.windows(2).all(|pair| pair[0] < pair[1]);
    years
        || times
        || range
        || host
        || count
        || tens
        || listed
        || ascending
        || is_date(groups, &values)
}

/// Whether commas separate numbers: `2021, 128`, `17.30, 34 500`.
pub(super) fn is_list_of_numbers(run: &Run) -> bool {
    let values = run.values();
    let has_year = run
        .groups
        .iter()
        .zip(&values)
        .any(|(length, value)| *length == 4 && (1900..2100).contains(value));
    run.separators.contains(&Separator::Comma)
        && (has_year || run.separators.contains(&Separator::Dot))
}

/// Whether groups without a sign between them are a date: `10 30 2024`, `2024 10 30`, `20241030 101500`.
fn is_date(groups: &[usize], values: &[u64]) -> bool {
    let is_year = |value: u64| (1900..2100).contains(&value);
    match (groups, values) {
        ([1 | 2, 1 | 2, 4], [day, month, year]) => *day <= 31 && *month <= 31 && is_year(*year),
        ([4, 1 | 2, 1 | 2], [year, month, day]) => is_year(*year) && *month <= 12 && *day <= 31,
        ([8] | [8, 4 | 6], [date, ..]) => {
            let (month, day) = (date / 100 % 100, date % 100);
            is_year(date / 10_000) && (1..=12).contains(&month) && (1..=31).contains(&day)
        }
        // `03.2018 - 11.2022`, `2018-03 - 2022-11`
        ([1 | 2, 4, 1 | 2, 4], [from, from_year, to, to_year])
        | ([4, 1 | 2, 4, 1 | 2], [from_year, from, to_year, to]) => {
            *from <= 12 && *to <= 12 && is_year(*from_year) && is_year(*to_year)
        }
        // `Sept 12 2019 10 30`
        ([1 | 2, 4, rest @ ..], [day, year, ..]) if rest.iter().all(|length| *length <= 2) => {
            *day <= 31 && is_year(*year)
        }
        _ => false,
    }
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
