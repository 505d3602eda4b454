//! Blanks, line breaks and marks nobody sees, told from bytes.
//!
//! Bytes and not `char`s, and never a `str` slice: the checks that slicing brings along are a
//! good part of the wasm's size, and every pattern here is a whole character by itself.

/// The byte at `at`, or 0 past the end. No pattern of this module contains a NUL.
pub(crate) fn byte(bytes: &[u8], at: usize) -> u8 {
    match bytes.get(at) {
        Some(byte) => *byte,
        None => 0,
    }
}

/// How many bytes the character takes that starts with `first`.
fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    }
}

/// The code point of the character at `at`, which is a character boundary, and its width.
pub(crate) fn letter(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = byte(bytes, at);
    let width = width(first);
    let mut code = u32::from(first);
    if width > 1 {
        code &= 0x7F >> width;
        for place in 1..width {
            code = code << 6 | u32::from(byte(bytes, at + place) & 0x3F);
        }
    }
    (code, width)
}

/// How many bytes the character at `at` takes if it is one of `set`, else 0.
///
/// Characters in a text are less code than patterns that are matched byte by byte.
#[inline(never)]
pub(crate) fn one_of(bytes: &[u8], at: usize, set: &str) -> usize {
    let set = set.as_bytes();
    let mut place = 0;
    while place < set.len() {
        let width = width(byte(set, place));
        let mut same = 0;
        while same < width && byte(bytes, at + same) == byte(set, place + same) {
            same += 1;
        }
        if same == width {
            return width;
        }
        place += width;
    }
    0
}

/// How many bytes the blank at `at` takes, 0 where there is none. Line breaks are not blanks.
///
/// What both JavaScript's `\s` and Unicode's White_Space hold for a space: whoever checks that
/// nothing was lost may use either.
pub(crate) fn blank(bytes: &[u8], at: usize) -> usize {
    match byte(bytes, at) {
        b' ' | b'\t' => 1,
        // Most of any text, and no character starts with what is below.
        0..0xC2 => 0,
        _ => one_of(
            bytes,
            at,
            "\u{A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\
             \u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}",
        ),
    }
}

/// How many bytes the line break at `at` takes, 0 where there is none.
///
/// With `escaped`, a backslash (or two) and `n` or `r` is one as well: text that was escaped on
/// its way and never unescaped.
pub(crate) fn line_break(bytes: &[u8], at: usize, escaped: bool) -> usize {
    match byte(bytes, at) {
        b'\r' if byte(bytes, at + 1) == b'\n' => 2,
        b'\n' | b'\r' | 0x0B | 0x0C => 1,
        0xE2 => one_of(bytes, at, "\u{2028}\u{2029}"),
        b'\\' if escaped => {
            let slashes = 1 + usize::from(byte(bytes, at + 1) == b'\\');
            match byte(bytes, at + slashes) {
                b'n' | b'r' => slashes + 1,
                _ => 0,
            }
        }
        _ => 0,
    }
}

/// How many bytes the invisible mark at `at` takes (byte order mark, zero-width characters,
/// writing direction), 0 where there is none. They may stand before a label.
pub(crate) fn invisible(bytes: &[u8], at: usize) -> usize {
    match byte(bytes, at) {
        0..0xE2 => 0,
        _ => one_of(
            bytes,
            at,
            "\u{FEFF}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\
             \u{202E}\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2066}\u{2067}\u{2068}\u{2069}",
        ),
    }
}

/// How many bytes the colon at `at` takes, 0 where there is none.
pub(crate) fn colon(bytes: &[u8], at: usize) -> usize {
    one_of(bytes, at, ":：﹕")
}

/// Where the blanks that start at `at` end; at most `most` of them are passed over, so that who
/// tries again at every character stays linear.
pub(crate) fn skip_blanks(bytes: &[u8], mut at: usize, most: usize) -> usize {
    for _ in 0..most {
        match blank(bytes, at) {
            0 => break,
            taken => at += taken,
        }
    }
    at
}

/// Where the line that contains `at` ends: the place of its break, or the end of the text.
pub(crate) fn line_end(bytes: &[u8], mut at: usize, escaped: bool) -> usize {
    let mut tried = at;
    while at < bytes.len() && line_break(bytes, at, escaped) == 0 {
        at += 1;
        if at >= tried && !escaped {
            at = skip_plain(bytes, at);
            tried = at + 8;
        }
    }
    at
}

/// Past the ASCII without control characters at `at`, eight bytes at a time, which is most of any
/// text: there is no line break in it, and each byte is a UTF-16 unit. Up to seven bytes of it are
/// left.
#[inline(never)]
pub(crate) fn skip_plain(bytes: &[u8], mut at: usize) -> usize {
    const LEAST: u64 = u64::from_ne_bytes([b' '; 8]);
    const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_ne_bytes(*eight);
        // The first byte that is less than a blank has its high bit set by the difference.
        if (eight | eight.wrapping_sub(LEAST)) & HIGH_BITS != 0 {
            break;
        }
        at += 8;
    }
    at
}

/// `start..end` without the blanks and line breaks around it; `start..start` where there is
/// nothing else.
pub(crate) fn trim(bytes: &[u8], start: usize, end: usize, escaped: bool) -> (usize, usize) {
    let mut from = start;
    while from < end {
        let taken = blank(bytes, from) + line_break(bytes, from, escaped);
        if taken == 0 {
            break;
        }
        from += taken;
    }
    if from >= end {
        return (start, start);
    }
    let mut to = end;
    'shrink: while to > from {
        // The longest first: `\r\n` is one break.
        for &taken in &[3, 2, 1] {
            let at = to.wrapping_sub(taken);
            if at >= from
                && at < to
                && (blank(bytes, at) == taken || line_break(bytes, at, escaped) == taken)
            {
                to = at;
                continue 'shrink;
            }
        }
        break;
    }
    (from, to)
}

/// How many bytes the character that ends before `end` takes.
pub(crate) fn width_before(bytes: &[u8], end: usize) -> usize {
    let mut width = 1;
    while width < 4 && width < end && byte(bytes, end - width) & 0xC0 == 0x80 {
        width += 1;
    }
    width
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{line_break, line_end};
    use proptest::prelude::*;

    #[test]
    fn lines_end_at_the_first_break() {
        let config = ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let text = "([ -~]{0,20}|[\r\n\\x0b\\x0c\u{2028}é夜]|\\\\n|\\PC){0,12}";
        proptest!(config, |(text in text, escaped: bool)| {
            let bytes = text.as_bytes();
            for at in 0..=bytes.len() {
                let breaks = (at..bytes.len()).find(|at| line_break(bytes, *at, escaped) > 0);
                prop_assert_eq!(line_end(bytes, at, escaped), breaks.unwrap_or(bytes.len()));
            }
        });
    }
}
