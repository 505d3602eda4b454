use super::*;
use proptest::prelude::*;
use serde_json::Value;

fn raw(json: &str) -> Json<'_> {
    parse(json).expect(json)
}

fn members(json: &str) -> Vec<(String, String)> {
    let object = object(raw(json)).expect(json);
    object
        .into_iter()
        .map(|(key, value)| (key, value.text().to_owned()))
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
    let texts: Vec<&str> = items.iter().map(|item| item.text()).collect();
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
fn parts_are_what_serde_json_takes_them_for() {
    proptest!(ProptestConfig { failure_persistence: None, ..Default::default() }, |(value in values())| {
        let json = value.to_string();
        match &value {
            Value::Object(map) => {
                let members = object(raw(&json)).expect("an object");
                prop_assert_eq!(members.len(), map.len());
                for (key, part) in members {
                    prop_assert_eq!(Some(part.text().to_owned()), map.get(&key).map(Value::to_string));
                }
            }
            Value::Array(items) => {
                let parts = array(raw(&json)).expect("an array");
                prop_assert_eq!(parts.len(), items.len());
                for (part, item) in parts.iter().zip(items) {
                    prop_assert_eq!(part.text(), item.to_string());
                }
            }
            Value::String(text) => prop_assert_eq!(&string(raw(&json)).expect("a string"), text),
            Value::Number(expected) => {
                let (read, expected) = (number(raw(&json)).expect("a number"), expected.as_f64().expect("a double"));
                prop_assert!((read - expected).abs() <= expected.abs() * 1e-14, "{} {}", read, expected);
            }
            _ => {}
        }
    });
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[\\\\\"/a-c\n\t\u{8}é😀,:{}\\[\\]]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::hash_map("[\\\\\"a,:é]{0,4}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
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
        ("1e99999999999", None),
        ("0e99999999999", Some(0)),
        ("870000000000000000000000e-22", Some(87)),
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
    assert_eq!(number(raw("-0.001e2")), Some(-0.1));
    assert_eq!(number(raw("1e22")), Some(1e22));
    assert_eq!(number(raw("1e-400")), Some(0.0));
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
        Some(100_001)
    );
}
