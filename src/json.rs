//! JSON one level at a time.
//!
//! Everything here takes a [`RawValue`]: text already known to be well-formed JSON, borrowed from
//! the response. Looking at one level of it and keeping the rest as text costs no tree, keeps what
//! the server sent as it was sent, and cannot recurse.
//!
//! What `JSON.parse` accepts is accepted: lone surrogate escapes, `87.0` for an integer, duplicate
//! keys. None of it is told apart from its cleaner form by the server's own JavaScript clients.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// What a JSON value is, told from its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// What `raw` is.
pub(crate) fn kind(raw: &RawValue) -> Kind {
    match raw.get().as_bytes().first() {
        Some(b'"') => Kind::String,
        Some(b'{') => Kind::Object,
        Some(b'[') => Kind::Array,
        Some(b'n') => Kind::Null,
        Some(b't' | b'f') => Kind::Bool,
        _ => Kind::Number,
    }
}

/// The members of an object in the order of the wire, or `None` where `raw` is no object.
///
/// Of a key that stands twice the last value counts, at the first one's place, as in `JSON.parse`.
pub(crate) fn object(raw: &RawValue) -> Option<Vec<(String, &RawValue)>> {
    let Members(mut members) = serde_json::from_str(raw.get()).ok()?;
    if members.len() > 1 {
        drop_overridden(&mut members);
    }
    Some(members)
}

/// The items of an array, or `None` where `raw` is no array.
pub(crate) fn array(raw: &RawValue) -> Option<Vec<&RawValue>> {
    let Items(items) = serde_json::from_str(raw.get()).ok()?;
    Some(items)
}

/// The text of a string, or `None` where `raw` is no string.
///
/// Each lone surrogate escape becomes one U+FFFD, so that UTF-16 offsets stay what they were.
pub(crate) fn string(raw: &RawValue) -> Option<String> {
    let Text(text) = serde_json::from_str(raw.get()).ok()?;
    Some(text)
}

/// The number, or `None` where `raw` is no number or one too large for a double.
pub(crate) fn number(raw: &RawValue) -> Option<f64> {
    match kind(raw) {
        Kind::Number => serde_json::from_str(raw.get()).ok(),
        _ => None,
    }
}

/// The whole number that `raw` is (`87`, `87.0`, `8.7e1`), or `None`: `"87"` and `87.5` are none,
/// nor is anything beyond ±2⁵³, where a double no longer tells neighbours apart.
pub(crate) fn integer(raw: &RawValue) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = number(raw)?;
    let whole = number as i64;
    (number.abs() <= EXACT && whole as f64 == number).then_some(whole)
}

/// Keeps the last value of each key at the place of its first.
///
/// Sorting an index instead of comparing all pairs: an object with 100,000 keys must not take
/// minutes.
fn drop_overridden(members: &mut Vec<(String, &RawValue)>) {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_unstable_by(|&a, &b| members[a].0.cmp(&members[b].0).then(a.cmp(&b)));
    let mut keep = vec![true; members.len()];
    let mut first = order[0];
    let mut repeats = false;
    for pair in order.windows(2) {
        if members[pair[0]].0 == members[pair[1]].0 {
            members[first].1 = members[pair[1]].1;
            keep[pair[1]] = false;
            repeats = true;
        } else {
            first = pair[1];
        }
    }
    if repeats {
        let mut place = 0;
        members.retain(|_| {
            place += 1;
            keep[place - 1]
        });
    }
}

struct Members<'a>(Vec<(String, &'a RawValue)>);
struct Items<'a>(Vec<&'a RawValue>);
struct Text(String);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(Text(key)) = map.next_key()? {
                    members.push((key, map.next_value()?));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(V)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Items<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Items<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Items<'de>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Items(items))
            }
        }
        deserializer.deserialize_seq(V)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct V;
        impl<'de> Visitor<'de> for V {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text, E> {
                Ok(Text(text_of(bytes.to_vec())))
            }
        }
        // As bytes: where a String is asked for, serde_json refuses lone surrogate escapes.
        deserializer.deserialize_bytes(V)
    }
}

/// The text of serde_json's bytes, which have a lone surrogate as three bytes, ED A0–BF 80–BF.
/// No well-formed text has those, and U+FFFD is three bytes too.
fn text_of(mut bytes: Vec<u8>) -> String {
    let mut at = 0;
    while at + 2 < bytes.len() {
        if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
            bytes[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
        }
        at += 1;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(json: &str) -> &RawValue {
        serde_json::from_str(json).expect(json)
    }

    fn members(json: &str) -> Vec<(String, String)> {
        let object = object(raw(json)).expect(json);
        object
            .into_iter()
            .map(|(key, value)| (key, value.get().to_owned()))
            .collect()
    }

    fn pair(key: &str, value: &str) -> (String, String) {
        (key.to_owned(), value.to_owned())
    }

    #[test]
    fn an_object_keeps_its_order_and_its_values_text() {
        assert_eq!(
            members(r#" { "b" : 1.50 , "a":{"x": [1, 2]} } "#),
            [pair("b", "1.50"), pair("a", r#"{"x": [1, 2]}"#)]
        );
        assert_eq!(members("{}"), []);
    }

    #[test]
    fn the_last_of_duplicate_keys_counts_at_the_first_ones_place() {
        assert_eq!(
            members(r#"{"a":1,"b":2,"a":3,"c":4,"b":5,"a":6}"#),
            [pair("a", "6"), pair("b", "5"), pair("c", "4")]
        );
        assert_eq!(
            members(r#"{"a":1,"\u0061":2}"#),
            [pair("a", "2")],
            "written with an escape"
        );
    }

    #[test]
    fn a_prototype_key_is_a_key_like_any_other() {
        assert_eq!(
            members(r#"{"__proto__":{"x":1}}"#),
            [pair("__proto__", r#"{"x":1}"#)]
        );
    }

    #[test]
    fn other_kinds_are_no_object_array_or_string() {
        for json in ["null", "1", "true", "\"{}\"", "[]"] {
            assert!(object(raw(json)).is_none(), "{json}");
        }
        for json in ["null", "1", "true", "\"[]\"", "{}"] {
            assert!(array(raw(json)).is_none(), "{json}");
        }
        for json in ["null", "1", "true", "[]", "{}", r#"[1,2]"#] {
            assert!(string(raw(json)).is_none(), "{json}");
        }
    }

    #[test]
    fn an_array_gives_its_items_text() {
        let items = array(raw(r#"[1, "a" ,{"b":[ ]},null]"#)).expect("an array");
        let texts: Vec<&str> = items.iter().map(|item| item.get()).collect();
        assert_eq!(texts, ["1", "\"a\"", "{\"b\":[ ]}", "null"]);
    }

    #[test]
    fn a_string_is_unescaped() {
        assert_eq!(
            string(raw(r#""a\n\"\u00e9\ud83d\ude00é😀""#)).as_deref(),
            Some("a\n\"é😀é😀")
        );
        assert_eq!(string(raw(r#""""#)).as_deref(), Some(""));
    }

    #[test]
    fn each_lone_surrogate_becomes_one_replacement_character() {
        for (json, text) in [
            (r#""\ud83d""#, "\u{FFFD}"),
            (r#""a\udc00b""#, "a\u{FFFD}b"),
            (r#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
            (r#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
            (r#""\ud83d\n""#, "\u{FFFD}\n"),
            (r#""\ud83dx""#, "\u{FFFD}x"),
            (r#""\ud7ff\ue000""#, "\u{D7FF}\u{E000}"),
        ] {
            assert_eq!(string(raw(json)).as_deref(), Some(text), "{json}");
        }
        assert_eq!(members(r#"{"\ud83d":1}"#), [pair("\u{FFFD}", "1")]);
    }

    #[test]
    fn the_kind_is_told() {
        for (json, expected) in [
            ("null", Kind::Null),
            ("true", Kind::Bool),
            ("false", Kind::Bool),
            ("-1", Kind::Number),
            ("\"\"", Kind::String),
            (" [1]", Kind::Array),
            (" {}", Kind::Object),
        ] {
            assert_eq!(kind(raw(json)), expected, "{json}");
        }
    }

    #[test]
    fn whole_numbers_are_integers_however_written() {
        for (json, expected) in [
            ("87", Some(87)),
            ("87.0", Some(87)),
            ("8.7e1", Some(87)),
            ("870e-1", Some(87)),
            ("-0", Some(0)),
            ("-3", Some(-3)),
            ("9007199254740992", Some(9_007_199_254_740_992)),
            ("87.5", None),
            ("1e300", None),
            ("1e999", None),
            ("\"87\"", None),
            ("null", None),
            ("true", None),
            ("[87]", None),
        ] {
            assert_eq!(integer(raw(json)), expected, "{json}");
        }
    }

    #[test]
    fn numbers_are_read_and_nothing_else() {
        assert_eq!(number(raw("7.35")), Some(7.35));
        assert_eq!(number(raw("\"7.35\"")), None);
        assert_eq!(number(raw("1e999")), None);
    }

    #[test]
    fn depth_and_width_do_not_matter() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(array(raw(&deep)).map(|items| items.len()), Some(1));
        let mut wide = String::from("{");
        for key in 0..100_000 {
            wide.push_str(&format!("\"{}\":1,", key % 50_000));
        }
        wide.push_str("\"end\":1}");
        assert_eq!(
            object(raw(&wide)).map(|members| members.len()),
            Some(50_001)
        );
    }
}
