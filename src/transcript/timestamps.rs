//! Timestamps beside labels: `00:01:09`, `[01:12.5]`, `(0:04 - 0:09)`, `12.5s`, `1m05s`,
//! `2026-05-01 10:32 AM`, `1746086531`.

use std::num::NonZeroU64;

use super::characters::{is_letter, is_space, is_word};
use super::cursor::Cursor;

/// A time since the start of a call, or of a day, in microseconds.
///
/// An integer compares exactly. With `NonZero`, an `Option<Time>` takes no more memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Time(NonZeroU64);

const MICROS: u64 = 1_000_000;

impl Time {
    fn from_micros(micros: u64) -> Self {
        // Adds one, because zero is the `None` of an `Option`.
        Time(NonZeroU64::MIN.saturating_add(micros))
    }

    pub(crate) fn from_seconds(seconds: u32) -> Self {
        Self::from_micros(u64::from(seconds) * MICROS)
    }

    fn micros(self) -> u64 {
        self.0.get() - 1
    }

    /// The same number, read as milliseconds instead of seconds.
    pub(crate) fn in_milliseconds(self) -> Self {
        Self::from_micros(self.micros() / 1000)
    }

    pub(crate) fn seconds(self) -> f64 {
        self.micros() as f64 / MICROS as f64
    }
}

/// A timestamp, in brackets or not.
pub(crate) fn eat_timestamp(cursor: &mut Cursor<'_>) -> Option<Time> {
    eat_bracketed(cursor).or_else(|| eat_bare(cursor))
}

/// A timestamp without brackets. Moves past the end of a span (`- 0:09`, `--> 0:09`) as well.
pub(crate) fn eat_bare(cursor: &mut Cursor<'_>) -> Option<Time> {
    eat_span(cursor, eat_one)
}

/// Any timestamp except plain seconds.
#[inline(never)]
fn eat_one(cursor: &mut Cursor<'_>) -> Option<Time> {
    (cursor.attempt(moment))
        .or_else(|| cursor.attempt(units))
        .or_else(|| cursor.attempt(unpadded))
        .or_else(|| eat_epoch(cursor))
}

/// A timestamp in brackets of any kind. In brackets, plain seconds count as well (`[12.5]`,
/// `[12s]`).
pub(crate) fn eat_bracketed(cursor: &mut Cursor<'_>) -> Option<Time> {
    cursor.attempt(|cursor| {
        let close = cursor.peek().and_then(closing_bracket)?;
        cursor.bump();
        cursor.eat_while(is_space, 4);
        let time = eat_span(cursor, |cursor| {
            eat_one(cursor).or_else(|| eat_decimal(cursor))
        })?;
        cursor.eat_while(is_space, 4);
        cursor.eat(close).then_some(time)
    })
}

/// Seconds without a unit, `12.5`. The caller must know that they are a timestamp.
pub(crate) fn eat_decimal(cursor: &mut Cursor<'_>) -> Option<Time> {
    cursor.attempt(|cursor| {
        let whole = cursor.eat_number(6)?;
        let part = cursor.attempt(fraction)?;
        let goes_on = cursor.is_before(|c| is_letter(c) || c == ':');
        (!goes_on).then(|| Time::from_micros(u64::from(whole) * MICROS + u64::from(part)))
    })
}

/// Seconds, with a fraction or without.
pub(crate) fn eat_plain_seconds(cursor: &mut Cursor<'_>) -> Option<Time> {
    let whole = cursor.eat_number(9)?;
    let part = cursor.attempt(fraction).unwrap_or_default();
    Some(Time::from_micros(
        u64::from(whole) * MICROS + u64::from(part),
    ))
}

/// Parses seconds or milliseconds since 1970, for years in which calls may have been. Returns the
/// time of the day.
pub(crate) fn eat_epoch(cursor: &mut Cursor<'_>) -> Option<Time> {
    cursor.attempt(|cursor| {
        let start = cursor.position();
        // The first nine digits, for the years 2001 to 2033.
        let first = cursor
            .eat_number(9)
            .filter(|first| (100_000_000..200_000_000).contains(first))?;
        let last = cursor.eat_number(4)?;
        // Reduces to the time of the day, which has 86,400 seconds.
        let (first, last) = (u64::from(first % 8640), u64::from(last));
        let micros = match cursor.position() - start {
            10 => (first * 10 + last) * MICROS,
            13 => (first * 10_000 + last) * 1000,
            _ => return None,
        };
        let part = cursor.attempt(fraction).unwrap_or_default();
        (!cursor.is_before(is_word)).then(|| Time::from_micros(micros + u64::from(part)))
    })
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

/// A moment. Moves past the end of a span after it.
fn eat_span(cursor: &mut Cursor<'_>, eat: fn(&mut Cursor<'_>) -> Option<Time>) -> Option<Time> {
    let time = eat(cursor)?;
    let end = cursor.position();
    cursor.eat_while(is_space, 4);
    let is_span = cursor.eat_str("-->") || cursor.eat_one_of("-–—→").is_some();
    cursor.eat_while(is_space, 4);
    if !is_span || eat(cursor).is_none() {
        cursor.go_to(end);
    }
    Some(time)
}

/// `1:12`, `00:01:12`, `1:12.250`, a date before it, AM, PM, Z or an offset after it.
fn moment(cursor: &mut Cursor<'_>) -> Option<Time> {
    cursor.attempt(date);
    let first = cursor.eat_number(3)?;
    let second = cursor.attempt(two_digits)?;
    let third = cursor.attempt(two_digits);
    let (mut hours, mut minutes, mut seconds) = match third {
        Some(third) => (first, second, third),
        None => (0, first, second),
    };
    // Minutes may go past an hour where no hours are written.
    if seconds > 59 || (hours > 0 && minutes > 59) {
        return None;
    }
    let mut part = cursor.attempt(fraction).unwrap_or_default();
    if let Some(half) = cursor.attempt(half_of_day) {
        // With AM and PM it is a time of day, and `10:32 AM` is hours and minutes.
        if third.is_none() {
            (hours, minutes, seconds, part) = (minutes, seconds, 0, 0);
        }
        let is_afternoon = half.eq_ignore_ascii_case(&'p');
        hours = hours % 12 + if is_afternoon { 12 } else { 0 };
    } else if cursor.eat_one_of("Zz").is_none() {
        cursor.attempt(offset);
    }
    let end = cursor.position();
    if cursor.is_before(is_word) || (cursor.eat(':') && cursor.is_before(|c| c.is_ascii_digit())) {
        return None;
    }
    cursor.go_to(end);
    let seconds = hours * 3600 + minutes * 60 + seconds;
    Some(Time::from_micros(
        u64::from(seconds) * MICROS + u64::from(part),
    ))
}

/// `0:0:3.120`, as Teams writes it. The fraction is required: without it, too many other things
/// look the same.
fn unpadded(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut seconds = 0;
    for unit in [3600, 60, 1] {
        seconds += cursor.eat_number(2)? * unit;
        if unit > 1 && !cursor.eat(':') {
            return None;
        }
    }
    let part = cursor.attempt(fraction)?;
    Some(Time::from_micros(
        u64::from(seconds) * MICROS + u64::from(part),
    ))
}

/// A colon and exactly two digits.
fn two_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    if !cursor.eat(':') {
        return None;
    }
    let start = cursor.position();
    cursor
        .eat_number(3)
        .filter(|_| cursor.position() == start + 2)
}

/// The part of a second in microseconds: `.250`, `,250`.
fn fraction(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.eat_one_of(".,")?;
    let start = cursor.position();
    let mut part = cursor.eat_number(6)?;
    for _ in cursor.position()..start + 6 {
        part *= 10;
    }
    cursor.eat_number(9);
    Some(part)
}

/// The first letter of `AM`, `pm`, `a.m.`, `p. m.`.
fn half_of_day(cursor: &mut Cursor<'_>) -> Option<char> {
    cursor.eat_if(is_space);
    let half = cursor.eat_one_of("aApP")?;
    if cursor.eat('.') {
        cursor.eat_if(is_space);
    }
    cursor.eat_one_of("mM")?;
    if cursor.is_before(is_word) {
        return None;
    }
    cursor.eat('.');
    Some(half)
}

/// `+02:00`, `-05`.
fn offset(cursor: &mut Cursor<'_>) -> Option<u32> {
    let start = cursor.position();
    cursor.eat_one_of("+-")?;
    let hours = cursor.eat_number(2)?;
    cursor.attempt(two_digits);
    (cursor.position() > start + 2).then_some(hours)
}

/// `12s`, `12.5 sec`, `1m05s`, `1h 02m 03s`.
fn units(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut micros = 0;
    // The length of the previous unit in seconds. The next unit must be smaller.
    let mut last = u64::MAX;
    while last > 1 {
        cursor.eat_if(is_space);
        let number = u64::from(cursor.eat_number(6)?) * MICROS;
        let part = u64::from(cursor.attempt(fraction).unwrap_or_default());
        cursor.eat_if(is_space);
        let unit = match cursor.eat_one_of("hms")? {
            'h' => 3600,
            'm' => 60,
            _ => 1,
        };
        for ending in ["econds", "ecs", "ec", "in"] {
            if cursor.eat_str(ending) {
                break;
            }
        }
        if unit >= last || cursor.is_before(is_letter) {
            return None;
        }
        last = unit;
        micros += (number + part) * unit;
    }
    Some(Time::from_micros(micros))
}

/// `2026-05-01 `, `1/5/26, `, `2026-05-01T`.
fn date(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.eat_number(4)?;
    let sign = cursor.eat_one_of("-/.")?;
    cursor.eat_number(2)?;
    if !cursor.eat(sign) {
        return None;
    }
    cursor.eat_number(4)?;
    let is_joined = cursor.eat_one_of("T,").is_some();
    (cursor.eat_while(is_space, 2) > 0 || is_joined).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> Option<f64> {
        let mut cursor = Cursor::new(text, 0);
        let time = eat_timestamp(&mut cursor).filter(|_| cursor.is_at_end());
        time.map(Time::seconds)
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
            ("0:1:3.120 --> 0:1:5.0", 63.12),
            ("12/05/2026, 10:32", 632.0),
            ("10:32 p.\u{202F}m.", 81120.0),
            ("2026-05-01T10:00:02+02:00", 36002.0),
            ("1746086531", 28931.0),
            ("[1746086531.5]", 28931.5),
            ("1746086531250", 28931.25),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_none_is_none() {
        for text in [
            "12",
            "12.5",
            "5 m",
            "1:2",
            "10:75",
            "1:12:3",
            "5 months",
            "9 stones",
            "[12]",
            "0171555010",
            "17460865312",
            "9746086531",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
