//! Clocks beside labels: `00:01:09`, `[01:12.5]`, `(0:04 - 0:09)`, `[12.5s]`, `2026-05-01 10:32 AM`.

use super::chars::{byte, one_of, skip_blanks};

/// Reads the clock at `at`, in brackets or not, into `seconds`; says where it ends, 0 where there is
/// none.
pub(crate) fn read(bytes: &[u8], at: usize, seconds: &mut f64) -> usize {
    match closing(byte(bytes, at)) {
        0 => bare(bytes, at, seconds),
        _ => bracketed(bytes, at, seconds),
    }
}

/// A clock without brackets, with the end of a span (`- 0:09`, `--> 0:09`) if there is one.
pub(crate) fn bare(bytes: &[u8], at: usize, seconds: &mut f64) -> usize {
    let end = moment(bytes, at, seconds);
    let dash = skip_blanks(bytes, end, 4);
    let after = span_sign(bytes, dash);
    if end > 0 && after > dash {
        let last = moment(bytes, skip_blanks(bytes, after, 4), &mut 0.0);
        if last > 0 {
            return last;
        }
    }
    end
}

/// A clock in brackets of any kind; here plain seconds do as well (`[12.5]`, `[12s]`).
pub(crate) fn bracketed(bytes: &[u8], at: usize, seconds: &mut f64) -> usize {
    let close = closing(byte(bytes, at));
    let inside = skip_blanks(bytes, at + 1, 4);
    let mut shown = 0.0;
    let mut end = bare(bytes, inside, &mut shown);
    if end == 0 {
        end = plain_seconds(bytes, inside, &mut shown);
    }
    end = skip_blanks(bytes, end, 4);
    if close == 0 || end < inside || byte(bytes, end) != close {
        return 0;
    }
    *seconds = shown;
    end + 1
}

/// The bracket that closes `open`, 0 where it is none.
pub(crate) fn closing(open: u8) -> u8 {
    match open {
        b'[' | b'<' | b'{' => open + 2,
        b'(' => b')',
        _ => 0,
    }
}

/// Where up to `most` digits at `at` end; `at` itself where there are none.
pub(crate) fn digits(bytes: &[u8], at: usize, most: usize) -> usize {
    let mut end = at;
    while end < at + most && byte(bytes, end).is_ascii_digit() {
        end += 1;
    }
    end
}

/// The number that the digits from `at` to `end` are.
fn number(bytes: &[u8], at: usize, end: usize) -> u32 {
    let mut number = 0;
    for at in at..end {
        number = number * 10 + u32::from(byte(bytes, at) - b'0');
    }
    number
}

/// `1:12`, `00:01:12`, `1:12.250`, a date before it, AM, PM, Z or an offset after it.
fn moment(bytes: &[u8], at: usize, shown: &mut f64) -> usize {
    let at = after_date(bytes, at);
    let first = digits(bytes, at, 3);
    let second = two_digits(bytes, first);
    if first == at || second == 0 {
        return 0;
    }
    let third = two_digits(bytes, second);
    let mut hours = 0;
    let mut minutes = number(bytes, at, first);
    let mut seconds = number(bytes, first + 1, second);
    let mut end = second;
    if third > 0 {
        hours = minutes;
        minutes = seconds;
        seconds = number(bytes, second + 1, third);
        end = third;
    }
    // Minutes may go past an hour where no hours are written.
    if seconds > 59 || (hours > 0 && minutes > 59) {
        return 0;
    }
    let mut part = fraction(bytes, &mut end);
    let half = skip_blanks(bytes, end, 1);
    let letter = byte(bytes, half) | 0x20;
    let sign = byte(bytes, end);
    if matches!(letter, b'a' | b'p')
        && byte(bytes, half + 1) | 0x20 == b'm'
        && !byte(bytes, half + 2).is_ascii_alphanumeric()
    {
        // With AM and PM it is a time of day, and `10:32 AM` is hours and minutes.
        if third == 0 {
            hours = minutes;
            minutes = seconds;
            seconds = 0;
            part = 0.0;
        }
        hours = hours % 12 + if letter == b'p' { 12 } else { 0 };
        end = half + 2;
    } else if letter == b'z' && half == end {
        end += 1;
    } else if matches!(sign, b'+' | b'-') && digits(bytes, end + 1, 2) == end + 3 {
        end = end.max(two_digits(bytes, end + 3));
    }
    let next = byte(bytes, end);
    if next.is_ascii_alphanumeric() || (next == b':' && byte(bytes, end + 1).is_ascii_digit()) {
        return 0;
    }
    *shown = f64::from(hours * 3600 + minutes * 60 + seconds) + part;
    end
}

/// Past a colon and exactly two digits; 0 where there are none.
fn two_digits(bytes: &[u8], at: usize) -> usize {
    if byte(bytes, at) == b':' && digits(bytes, at + 1, 3) == at + 3 {
        at + 3
    } else {
        0
    }
}

/// The part of a second, `.250` or `,250`, that stands at `end`, and passes over it.
fn fraction(bytes: &[u8], end: &mut usize) -> f64 {
    let from = *end + 1;
    let to = digits(bytes, from, 9);
    if !matches!(byte(bytes, *end), b'.' | b',') || to == from {
        return 0.0;
    }
    *end = to;
    let mut scale = 1.0;
    for _ in from..to {
        scale *= 10.0;
    }
    f64::from(number(bytes, from, to)) / scale
}

/// `12.5`, `12.5s`, `12s`; a whole number without its unit is a counter and no clock.
fn plain_seconds(bytes: &[u8], at: usize, shown: &mut f64) -> usize {
    let whole = digits(bytes, at, 6);
    let mut end = whole;
    let part = fraction(bytes, &mut end);
    let unit = byte(bytes, end) == b's';
    if whole == at || (end == whole && !unit) {
        return 0;
    }
    *shown = f64::from(number(bytes, at, whole)) + part;
    end + usize::from(unit)
}

/// Past `2026-05-01 `, `1/5/26, `, `2026-05-01T`; `at` where there is no date.
fn after_date(bytes: &[u8], at: usize) -> usize {
    let first = digits(bytes, at, 4);
    let sign = byte(bytes, first);
    let second = digits(bytes, first + 1, 2);
    let third = digits(bytes, second + 1, 4);
    if first == at
        || !matches!(sign, b'-' | b'/' | b'.')
        || second == first + 1
        || byte(bytes, second) != sign
        || third == second + 1
    {
        return at;
    }
    let joined = usize::from(matches!(byte(bytes, third), b'T' | b','));
    let time = skip_blanks(bytes, third + joined, 2);
    if time == third { at } else { time }
}

/// Past `-`, `–`, `—`, `-->` or `→`; `at` where there is none.
fn span_sign(bytes: &[u8], at: usize) -> usize {
    let sign = one_of(bytes, at, "-–—→");
    let arrow =
        byte(bytes, at) == b'-' && byte(bytes, at + 1) == b'-' && byte(bytes, at + 2) == b'>';
    at + sign + if arrow { 2 } else { 0 }
}

/// What the clock shows that is all there is on a line, from `at`, its first character, to `end`;
/// not a number where there is none.
pub(crate) fn alone(bytes: &[u8], at: usize, end: usize) -> f64 {
    let mut seconds = f64::NAN;
    let clock = read(bytes, at, &mut seconds);
    if skip_blanks(bytes, clock, usize::MAX) == end {
        seconds
    } else {
        f64::NAN
    }
}
