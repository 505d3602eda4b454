//! Timestamps beside labels: `00:01:09`, `[01:12.5]`, `(0:04 - 0:09)`, `12.5s`, `1m05s`,
//! `2026-05-01 10:32 AM`.

use super::characters::{Syntax, eat_spaces};
use super::cursor::Cursor;

const SYNTAX: Syntax = Syntax::Plain;

/// A timestamp in seconds, in brackets or not.
pub(crate) fn eat_timestamp(cursor: &mut Cursor<'_>) -> Option<f64> {
    match cursor.peek().and_then(closing_bracket) {
        Some(_) => eat_bracketed(cursor),
        None => eat_bare(cursor),
    }
}

/// A timestamp without brackets, with the end of a span (`- 0:09`, `--> 0:09`) if there is one.
pub(crate) fn eat_bare(cursor: &mut Cursor<'_>) -> Option<f64> {
    eat_span(cursor, |cursor| {
        eat_moment(cursor).or_else(|| eat_units(cursor))
    })
}

/// A timestamp in brackets of any kind; here plain seconds do as well (`[12.5]`, `[12s]`).
pub(crate) fn eat_bracketed(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut inside = *cursor;
    let close = inside.peek().and_then(closing_bracket)?;
    inside.bump();
    eat_spaces(&mut inside, SYNTAX, 4);
    let seconds = eat_span(&mut inside, |cursor| {
        eat_moment(cursor)
            .or_else(|| eat_units(cursor))
            .or_else(|| eat_decimal(cursor))
    })?;
    eat_spaces(&mut inside, SYNTAX, 4);
    if !inside.eat(close) {
        return None;
    }
    *cursor = inside;
    Some(seconds)
}

/// A number of seconds without a unit, `12.5`: a timestamp only where something else says so.
pub(crate) fn eat_decimal(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut after = *cursor;
    let whole = after.eat_number(6)?;
    let part = eat_fraction(&mut after)?;
    if after.eat_if(|c| c.is_alphanumeric() || c == ':').is_some() {
        return None;
    }
    *cursor = after;
    Some(f64::from(whole) + part)
}

/// The bracket that closes `open`.
pub(crate) fn closing_bracket(open: char) -> Option<char> {
    Some(match open {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        '{' => '}',
        '（' => '）',
        '【' => '】',
        '［' => '］',
        '「' => '」',
        '〔' => '〕',
        '《' => '》',
        _ => return None,
    })
}

/// A moment, and the end of a span after it.
fn eat_span<'t>(
    cursor: &mut Cursor<'t>,
    eat: impl Fn(&mut Cursor<'t>) -> Option<f64>,
) -> Option<f64> {
    let seconds = eat(cursor)?;
    let mut after = *cursor;
    eat_spaces(&mut after, SYNTAX, 4);
    if after.eat_str("-->")
        || after
            .eat_if(|c| matches!(c, '-' | '–' | '—' | '→'))
            .is_some()
    {
        eat_spaces(&mut after, SYNTAX, 4);
        if eat(&mut after).is_some() {
            *cursor = after;
        }
    }
    Some(seconds)
}

/// `1:12`, `00:01:12`, `1:12.250`, a date before it, AM, PM, Z or an offset after it.
fn eat_moment(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut after = *cursor;
    eat_date(&mut after);
    let first = after.eat_number(3)?;
    let second = eat_two_digits(&mut after)?;
    let third = eat_two_digits(&mut after);
    let (mut hours, mut minutes, mut seconds) = match third {
        Some(third) => (first, second, third),
        None => (0, first, second),
    };
    // Minutes may go past an hour where no hours are written.
    if seconds > 59 || (hours > 0 && minutes > 59) {
        return None;
    }
    let mut part = eat_fraction(&mut after).unwrap_or_default();
    if let Some(is_afternoon) = eat_half_of_day(&mut after) {
        // With AM and PM it is a time of day, and `10:32 AM` is hours and minutes.
        if third.is_none() {
            (hours, minutes, seconds, part) = (minutes, seconds, 0, 0.0);
        }
        hours = hours % 12 + if is_afternoon { 12 } else { 0 };
    } else if !after.eat('Z') && !after.eat('z') {
        eat_offset(&mut after);
    }
    let mut next = after;
    let goes_on = next.eat_if(char::is_alphanumeric).is_some()
        || (next.eat(':') && next.eat_number(1).is_some());
    if goes_on {
        return None;
    }
    *cursor = after;
    Some(f64::from(hours * 3600 + minutes * 60 + seconds) + part)
}

/// A colon and exactly two digits.
fn eat_two_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut after = *cursor;
    if !after.eat(':') {
        return None;
    }
    let start = after.position();
    let number = after.eat_number(3)?;
    if after.position() != start + 2 {
        return None;
    }
    *cursor = after;
    Some(number)
}

/// The part of a second: `.250`, `,250`.
fn eat_fraction(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut after = *cursor;
    if !after.eat('.') && !after.eat(',') {
        return None;
    }
    let start = after.position();
    let number = after.eat_number(9)?;
    let digits = (after.position() - start) as i32;
    *cursor = after;
    Some(f64::from(number) / 10_f64.powi(digits))
}

/// `AM`, `pm`, `a.m.`, `p. m.`: whether it is the afternoon.
fn eat_half_of_day(cursor: &mut Cursor<'_>) -> Option<bool> {
    let mut after = *cursor;
    eat_spaces(&mut after, SYNTAX, 1);
    let half = after.eat_if(|c| matches!(c, 'a' | 'A' | 'p' | 'P'))?;
    if after.eat('.') {
        eat_spaces(&mut after, SYNTAX, 1);
    }
    after.eat_if(|c| matches!(c, 'm' | 'M'))?;
    if after.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    after.eat('.');
    *cursor = after;
    Some(half.eq_ignore_ascii_case(&'p'))
}

/// `+02:00`, `-05`.
fn eat_offset(cursor: &mut Cursor<'_>) {
    let mut after = *cursor;
    let start = after.position() + 1;
    if after.eat_if(|c| matches!(c, '+' | '-')).is_some()
        && after.eat_number(2).is_some()
        && after.position() == start + 2
    {
        eat_two_digits(&mut after);
        *cursor = after;
    }
}

/// `12s`, `12.5 sec`, `1m05s`, `1h 02m 03s`.
fn eat_units(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut after = *cursor;
    let mut seconds = 0.0;
    // The largest unit that may follow: hours, minutes, seconds.
    let mut smaller = 0;
    for _ in 0..3 {
        let mut unit = after;
        eat_spaces(&mut unit, SYNTAX, 1);
        let Some(number) = unit.eat_number(6) else {
            break;
        };
        let part = eat_fraction(&mut unit).unwrap_or_default();
        eat_spaces(&mut unit, SYNTAX, 1);
        let rank = match unit.eat_if(|c| matches!(c, 'h' | 'm' | 's')) {
            Some('h') => 1,
            Some('m') => 2,
            Some('s') => 3,
            _ => break,
        };
        let _ = match rank {
            2 => unit.eat_str("in"),
            3 => unit.eat_str("econds") || unit.eat_str("ecs") || unit.eat_str("ec"),
            _ => false,
        };
        if rank <= smaller || unit.peek().is_some_and(char::is_alphabetic) {
            break;
        }
        smaller = rank;
        seconds += (f64::from(number) + part) * [3600.0, 60.0, 1.0][rank - 1];
        after = unit;
    }
    // `5 m` alone is a length; a timestamp says its seconds.
    if smaller != 3 {
        return None;
    }
    *cursor = after;
    Some(seconds)
}

/// `2026-05-01 `, `1/5/26, `, `2026-05-01T`; nothing where no time may follow.
fn eat_date(cursor: &mut Cursor<'_>) {
    let mut after = *cursor;
    let is_date = || -> Option<Cursor<'_>> {
        after.eat_number(4)?;
        let sign = after.eat_if(|c| matches!(c, '-' | '/' | '.'))?;
        after.eat_number(2)?;
        if !after.eat(sign) {
            return None;
        }
        after.eat_number(4)?;
        let end = after.position();
        let _ = after.eat('T') || after.eat(',');
        eat_spaces(&mut after, SYNTAX, 2);
        (after.position() > end).then_some(after)
    };
    let mut is_date = is_date;
    if let Some(after) = is_date() {
        *cursor = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> Option<f64> {
        let mut cursor = Cursor::new(text, 0);
        eat_timestamp(&mut cursor).filter(|_| cursor.is_at_end())
    }

    #[test]
    fn timestamps_are_seconds() {
        for (text, expected) in [
            ("00:01:09", 69.0),
            ("[01:12.5]", 72.5),
            ("(0:04 - 0:09)", 4.0),
            ("12.5s", 12.5),
            ("[12.5 - 13.0]", 12.5),
            ("12 sec", 12.0),
            ("1m05s", 65.0),
            ("1h 02m 03s", 3723.0),
            ("12/05/2026, 10:32", 632.0),
            ("10:32 p.\u{202F}m.", 81120.0),
            ("2026-05-01T10:00:02+02:00", 36002.0),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_none_is_none() {
        for text in [
            "12", "12.5", "5 m", "1:2", "10:75", "1:12:3", "5 months", "9 stones", "[12]",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
