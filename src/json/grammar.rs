//! What is JSON: RFC 8259, of any depth, without recursion.
//!
//! serde_json says the same, and is compared with it in the tests; its errors, which nobody here
//! reads, know lines and columns, and that is 1 kB of wasm.

pub(super) fn is_json(text: &str) -> bool {
    let bytes = text.as_bytes();
    Scanner { bytes, at: 0 }.document().is_some()
}

/// Where the string ends whose first quotation mark is before `at`.
pub(super) fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut scanner = Scanner { bytes, at };
    scanner.string()?;
    Some(scanner.at)
}

/// What stands before and after the next backslash in a string that is well-formed.
pub(super) fn cut_at_backslash(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let start = plain_until(bytes, 0);
    let at = start + bytes.get(start..)?.iter().position(|byte| *byte == b'\\')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Up to where there is, eight bytes at a time, nothing that a string must look at: no quotation
/// mark, backslash or control character. Almost all of an answer is text.
fn plain_until(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    while let Some(Ok(eight)) = bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
        let eight = u64::from_le_bytes(eight);
        // Borrows into the highest bit of a byte that is less than `least`.
        let less = |bytes: u64, least: u64| bytes.wrapping_sub(ONES * least) & !bytes;
        let equal = |byte: u8| less(eight ^ (ONES * u64::from(byte)), 1);
        let found = less(eight, 0x20) | equal(b'"') | equal(b'\\');
        if found & (ONES << 7) != 0 {
            break;
        }
        at += 8;
    }
    at
}

/// What it reads gives `None` where it is not what it should be.
struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn document(&mut self) -> Option<()> {
        // The brackets that will close what is open.
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.visible() {
                Some(b'{') => {
                    open.push(b'}');
                    if self.peek() != Some(b'}') {
                        self.key()?;
                        continue;
                    }
                }
                Some(b'[') => {
                    open.push(b']');
                    if self.peek() != Some(b']') {
                        continue;
                    }
                }
                Some(b'"') => self.string()?,
                Some(b't') => self.word(b"rue")?,
                Some(b'f') => self.word(b"alse")?,
                Some(b'n') => self.word(b"ull")?,
                Some(first) => self.number(first)?,
                None => return None,
            }
            // A value is at its end: so may be what it is in.
            loop {
                match (open.last(), self.visible()) {
                    (None, None) => return Some(()),
                    (Some(close), Some(byte)) if byte == *close => {
                        open.pop();
                    }
                    (Some(close), Some(b',')) => {
                        if *close == b'}' {
                            self.key()?;
                        }
                        break;
                    }
                    _ => return None,
                }
            }
        }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    /// The next byte that is not blank, passed over.
    fn visible(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    /// The next byte that is not blank, not passed over.
    fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    fn key(&mut self) -> Option<()> {
        if self.visible() != Some(b'"') {
            return None;
        }
        self.string()?;
        (self.visible() == Some(b':')).then_some(())
    }

    /// A string after its first quotation mark.
    fn string(&mut self) -> Option<()> {
        loop {
            self.at = plain_until(self.bytes, self.at);
            match self.next()? {
                b'"' => return Some(()),
                b'\\' => match self.next()? {
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                    b'u' => {
                        for _ in 0..4 {
                            self.next().filter(u8::is_ascii_hexdigit)?;
                        }
                    }
                    _ => return None,
                },
                0..0x20 => return None,
                _ => {}
            }
        }
    }

    fn word(&mut self, rest: &[u8]) -> Option<()> {
        let end = self.at + rest.len();
        let is_word = self.bytes.get(self.at..end) == Some(rest);
        self.at = end;
        is_word.then_some(())
    }

    /// A number whose first byte is passed over.
    fn number(&mut self, first: u8) -> Option<()> {
        let first = if first == b'-' { self.next()? } else { first };
        match first {
            b'0' => {}
            b'1'..=b'9' => self.digits(),
            _ => return None,
        }
        if self.bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.some_digits()?;
        }
        if let Some(b'e' | b'E') = self.bytes.get(self.at) {
            self.at += 1;
            if let Some(b'+' | b'-') = self.bytes.get(self.at) {
                self.at += 1;
            }
            self.some_digits()?;
        }
        Some(())
    }

    fn digits(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
    }

    fn some_digits(&mut self) -> Option<()> {
        let start = self.at;
        self.digits();
        (self.at > start).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;
    use serde_json::value::RawValue;

    fn serde_says(text: &str) -> bool {
        serde_json::from_str::<&RawValue>(text).is_ok()
    }

    #[test]
    fn json_is_what_the_grammar_says() {
        for text in [
            "0",
            "-0",
            "-1.5e+3",
            "10E-2",
            "1e400",
            "\"\"",
            "\"\\ud800\"",
            "\"\\/\\b\"",
            "true",
            "null",
            " [ ] ",
            "[1,[2,{}]]",
            "{\"a\":{\"\":[]}}",
            "\t\r\n{}\n",
            "\"\u{7f}é𝄞\"",
        ] {
            assert!(is_json(text) && serde_says(text), "{text}");
        }
        for text in [
            "",
            " ",
            "01",
            "-",
            "+1",
            "1.",
            ".5",
            "1e",
            "1e+",
            "0x1",
            "NaN",
            "nul",
            "truefalse",
            "'a'",
            "\"a",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\n\"",
            "[",
            "]",
            "[1,]",
            "[,]",
            "[1 2]",
            "{",
            "{a:1}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{,}",
            "[}",
            "{]",
            "1 2",
            "{}{}",
            "\u{feff}{}",
            "\u{c}1",
            "\u{a0}1",
            "[\"a\":1]",
            "{\"a\",1}",
        ] {
            assert!(!is_json(text) && !serde_says(text), "{text}");
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 30, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_serde_json_writes_is_json(value in value(), pretty in any::<bool>()) {
            let text = if pretty {
                serde_json::to_string_pretty(&value)
            } else {
                serde_json::to_string(&value)
            };
            prop_assert!(is_json(&text.unwrap()));
        }

        #[test]
        fn damaged_json_is_what_serde_json_says(
            value in value(),
            at in any::<prop::sample::Index>(),
            put in prop::sample::select(vec!["", ",", "\"", "\\", "]", "}", "{", "[", ":", "0", "-", ".", "e", " ", "\n", "t"]),
            length in 0..3_usize,
        ) {
            let mut chars: Vec<char> = value.to_string().chars().collect();
            let at = at.index(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, put.chars());
            let text: String = chars.into_iter().collect();
            prop_assert_eq!(is_json(&text), serde_says(&text), "{}", text);
        }

        #[test]
        fn any_scribble_is_what_serde_json_says(text in "[\\[\\]{}:,\"\\\\0-9eE.+\\-tfnul \n]{0,12}") {
            prop_assert_eq!(is_json(&text), serde_says(&text), "{}", text);
        }
    }
}
