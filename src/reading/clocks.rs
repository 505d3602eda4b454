//! Clocks beside labels: `00:01:09`, `[01:12.5]`, `(0:04 - 0:09)`, `[12.5s]`, `2026-05-01 10:32 AM`.

use super::chars::{byte, one_of, skip_blanks};

/// A clock that was read: what it shows, in seconds, and where it ends.
pub(crate) struct Clock {
    pub(crate) seconds: f64,
    pub(crate) end: usize,
}

/// A clock without brackets at `at`, with the end of a span (`- 0:09`, `--> 0:09`) if there is one.
pub(crate) fn bare(bytes: &[u8], at: usize) -> Option<Clock> {
    let first = moment(bytes, at)?;
    let dash = skip_blanks(bytes, first.end, 4);
    let after = span_sign(bytes, dash);
    if after > dash
        && let Some(last) = moment(bytes, skip_blanks(bytes, after, 4))
    {
        return Some(Clock {
            seconds: first.seconds,
            end: last.end,
        });
    }
    Some(first)
}

/// A clock in brackets of any kind at `at`; here plain seconds do as well (`[12.5]`, `[12s]`).
pub(crate) fn bracketed(bytes: &[u8], at: usize) -> Option<Clock> {
    let close = closing(byte(bytes, at))?;
    let inside = skip_blanks(bytes, at + 1, 4);
    let clock = match bare(bytes, inside) {
        Some(clock) => clock,
        None => plain_seconds(bytes, inside)?,
    };
    let end = skip_blanks(bytes, clock.end, 4);
    (byte(bytes, end) == close).then_some(Clock {
        seconds: clock.seconds,
        end: end + 1,
    })
}

/// The bracket that closes `open`.
pub(crate) fn closing(open: u8) -> Option<u8> {
    Some(match open {
        b'[' => b']',
        b'(' => b')',
        b'<' => b'>',
        b'{' => b'}',
        _ => return None,
    })
}

/// The number of up to `most` digits at `at`, and where it ends (`at` itself where there is none).
pub(crate) fn digits(bytes: &[u8], at: usize, most: usize) -> (u32, usize) {
    let mut number = 0;
    let mut end = at;
    while end < at + most && byte(bytes, end).is_ascii_digit() {
        number = number * 10 + u32::from(byte(bytes, end) - b'0');
        end += 1;
    }
    (number, end)
}

/// `1:12`, `00:01:12`, `1:12.250`, a date before it, AM, PM, Z or an offset after it.
fn moment(bytes: &[u8], at: usize) -> Option<Clock> {
    let at = after_date(bytes, at);
    let (first, end) = digits(bytes, at, 3);
    if end == at {
        return None;
    }
    let (second, end) = two_digits(bytes, end)?;
    let (hours, minutes, seconds, end) = match two_digits(bytes, end) {
        Some((third, end)) => (first, second, third, end),
        None => (0, first, second, end),
    };
    // Minutes may go past an hour where no hours are written.
    if seconds > 59 || (hours > 0 && minutes > 59) {
        return None;
    }
    let mut clock = Clock {
        seconds: f64::from(hours * 3600 + minutes * 60 + seconds),
        end,
    };
    fraction(bytes, &mut clock);
    let letter = skip_blanks(bytes, clock.end, 1);
    match (byte(bytes, letter) | 0x20, byte(bytes, letter + 1) | 0x20) {
        (half @ (b'a' | b'p'), b'm') if !byte(bytes, letter + 2).is_ascii_alphanumeric() => {
            clock.end = letter + 2;
            // With AM and PM it is a time of day, and `10:32 AM` is hours and minutes.
            let (mut hour, rest) = match hours {
                0 if minutes == first => (first, f64::from(second * 60)),
                _ => (hours, clock.seconds - f64::from(hours * 3600)),
            };
            hour = hour % 12 + if half == b'p' { 12 } else { 0 };
            clock.seconds = f64::from(hour * 3600) + rest;
        }
        (b'z', _) if letter == clock.end => clock.end += 1,
        _ => {
            if matches!(byte(bytes, clock.end), b'+' | b'-')
                && let (_, hour) = digits(bytes, clock.end + 1, 2)
                && hour == clock.end + 3
                && let Some((_, end)) = two_digits(bytes, hour)
            {
                clock.end = end;
            }
        }
    }
    let next = byte(bytes, clock.end);
    let more = next == b':' && byte(bytes, clock.end + 1).is_ascii_digit();
    (!next.is_ascii_alphanumeric() && !more).then_some(clock)
}

/// A colon and exactly two digits.
fn two_digits(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    if byte(bytes, at) != b':' {
        return None;
    }
    let (number, end) = digits(bytes, at + 1, 2);
    (end == at + 3 && !byte(bytes, end).is_ascii_digit()).then_some((number, end))
}

/// Adds `.250` or `,250` to the clock, if it stands there.
fn fraction(bytes: &[u8], clock: &mut Clock) {
    if !matches!(byte(bytes, clock.end), b'.' | b',') {
        return;
    }
    let from = clock.end + 1;
    let (number, end) = digits(bytes, from, 9);
    if end > from {
        let mut scale = 1.0;
        for _ in from..end {
            scale *= 10.0;
        }
        clock.seconds += f64::from(number) / scale;
        clock.end = end;
    }
}

/// `12.5`, `12.5s`, `12s`; a whole number without its unit is a counter and no clock.
fn plain_seconds(bytes: &[u8], at: usize) -> Option<Clock> {
    let (number, end) = digits(bytes, at, 6);
    if end == at {
        return None;
    }
    let mut clock = Clock {
        seconds: f64::from(number),
        end,
    };
    fraction(bytes, &mut clock);
    let unit = byte(bytes, clock.end) == b's';
    if clock.end == end && !unit {
        return None;
    }
    clock.end += usize::from(unit);
    Some(clock)
}

/// Past `2026-05-01 `, `1/5/26, `, `2026-05-01T`; `at` where there is no date.
fn after_date(bytes: &[u8], at: usize) -> usize {
    let (_, first) = digits(bytes, at, 4);
    let sign = byte(bytes, first);
    if first == at || !matches!(sign, b'-' | b'/' | b'.') {
        return at;
    }
    let (_, second) = digits(bytes, first + 1, 2);
    if second == first + 1 || byte(bytes, second) != sign {
        return at;
    }
    let (_, third) = digits(bytes, second + 1, 4);
    if third == second + 1 {
        return at;
    }
    let mut end = third;
    if matches!(byte(bytes, end), b'T' | b',') {
        end += 1;
    }
    let time = skip_blanks(bytes, end, 2);
    if time == third { at } else { time }
}

/// Past `-`, `–`, `—`, `-->` or `→`; `at` where there is none.
fn span_sign(bytes: &[u8], at: usize) -> usize {
    let sign = one_of(bytes, at, "-–—→");
    let arrow =
        byte(bytes, at) == b'-' && byte(bytes, at + 1) == b'-' && byte(bytes, at + 2) == b'>';
    at + sign + if arrow { 2 } else { 0 }
}

/// The clock that is all there is on a line, from `at`, its first character, to `end`.
pub(crate) fn alone(bytes: &[u8], at: usize, end: usize) -> Option<f64> {
    let clock = bare(bytes, at).or_else(|| bracketed(bytes, at))?;
    (skip_blanks(bytes, clock.end, usize::MAX) == end).then_some(clock.seconds)
}
