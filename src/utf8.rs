//! Bytes as text, and text by its bytes: the standard library's searchers are 1 kB of wasm each.

use std::borrow::Cow;

/// Bytes as text; what is not UTF-8 becomes U+FFFD. The standard library's own is 1 kB of wasm.
pub(crate) fn lossy(mut bytes: &[u8]) -> Cow<'_, str> {
    let mut text = String::new();
    loop {
        let error = match str::from_utf8(bytes) {
            Ok(rest) if text.is_empty() => return Cow::Borrowed(rest),
            Ok(rest) => {
                text.push_str(rest);
                return Cow::Owned(text);
            }
            Err(error) => error,
        };
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        text.push_str(str::from_utf8(valid).unwrap_or_default());
        text.push('\u{fffd}');
        bytes = rest
            .get(error.error_len().unwrap_or(rest.len())..)
            .unwrap_or_default();
    }
}

/// What stands before and after the first such character, which is ASCII.
#[inline(never)]
pub(crate) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// The text without blanks around it, of whatever script.
#[inline(never)]
pub(crate) fn trim(text: &str) -> &str {
    let mut start = text.len();
    let mut end = 0;
    let mut at = 0;
    for c in text.chars() {
        let next = at + c.len_utf8();
        if !c.is_whitespace() {
            start = start.min(at);
            end = next;
        }
        at = next;
    }
    text.get(start..end).unwrap_or_default()
}

/// The text without any of that character, which is ASCII, at its end.
pub(crate) fn trim_end(text: &str, last: u8) -> &str {
    let mut end = text.len();
    while end > 0 && text.as_bytes()[end - 1] == last {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The first bytes of a text, `most` of them or the few less that end with a character.
pub(crate) fn start(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn blanks_around_a_text_are_what_the_standard_library_takes_for_some(
            text in "[ \u{a0}\u{2003}\n\u{feff}ab\u{e9}/]{0,8}",
        ) {
            prop_assert_eq!(trim(&text), text.trim());
            prop_assert_eq!(trim_end(&text, b'/'), text.trim_end_matches('/'));
        }

        #[test]
        fn what_is_not_utf8_becomes_what_the_platform_makes_of_it(
            bytes in prop::collection::vec(prop_oneof![any::<u8>(), 0x20..0x7Fu8, 0xE0..0xF5u8, 0x80..0xC0u8], 0..40),
        ) {
            prop_assert_eq!(lossy(&bytes), String::from_utf8_lossy(&bytes));
        }
    }
}
