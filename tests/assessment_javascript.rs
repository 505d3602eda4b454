//! Data in JavaScript's notations is read as a maintained parser reads it.

#![cfg(not(target_arch = "wasm32"))]

use ninjahire_calls::assessment::parse_questions;
use proptest::prelude::*;
use serde_json::Value;

/// Any JSON value of moderate size.
fn values() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[a-z ,:'\"{}\\[\\]\\\\/#\n\té“”]{0,12}",
        Just("don't, or \"do\": [8]".to_owned()),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 30, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(text.clone(), inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Writes values in JavaScript's notations. Each choice uses one of the numbers.
struct Writer {
    choices: Vec<u8>,
    next: usize,
    text: String,
}

impl Writer {
    fn choose(&mut self, of: u8) -> u8 {
        self.next += 1;
        self.choices[self.next % self.choices.len()] % of
    }

    fn space(&mut self) {
        let spaces = ["", " ", "\n  ", " /* \"one\", */ ", " // two's\n", "\u{A0}"];
        let space = spaces[usize::from(self.choose(6))];
        self.text.push_str(space);
    }

    fn string(&mut self, text: &str) {
        let quote = ['"', '\''][usize::from(self.choose(2))];
        self.text.push(quote);
        for c in text.chars() {
            match c {
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\t' => self.text.push_str("\\x09"),
                'é' => self.text.push_str("\\u00e9"),
                _ if c == quote => self.text.extend(['\\', c]),
                _ => self.text.push(c),
            }
        }
        self.text.push(quote);
    }

    fn key(&mut self, key: &str) {
        let is_name = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_name && self.choose(2) == 0 {
            self.text.push_str(key);
        } else {
            self.string(key);
        }
    }

    fn end_of_list(&mut self, is_empty: bool, bracket: char) {
        self.space();
        if !is_empty && self.choose(2) == 0 {
            self.text.push(',');
            self.space();
        }
        self.text.push(bracket);
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.text.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.text.push_str(if index > 0 { "," } else { "" });
                    self.space();
                    self.value(item);
                }
                self.end_of_list(items.is_empty(), ']');
            }
            Value::Object(members) => {
                self.text.push('{');
                for (index, (key, member)) in members.iter().enumerate() {
                    self.text.push_str(if index > 0 { "," } else { "" });
                    self.space();
                    self.key(key);
                    self.text.push(':');
                    self.space();
                    self.value(member);
                }
                self.end_of_list(members.is_empty(), '}');
            }
            scalar => self.text.push_str(&scalar.to_string()),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn data_as_javascript_writes_it_is_read_as_another_parser_reads_it(
        value in values(),
        choices in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut writer = Writer { choices, next: 0, text: "[{question: 'Q', data: ".to_owned() };
        writer.value(&value);
        writer.text.push_str("}]");
        let text = writer.text;

        let other: Value = jsonc_parser::parse_to_serde_value(&text, &Default::default()).unwrap();
        let read = parse_questions(&text);
        prop_assert_eq!(&read.problems, &[]);
        let found: Value = serde_json::from_str(&read.rows[0].extra[0].1).unwrap();
        prop_assert_eq!(&found, &other[0]["data"], "{}", text);
    }
}
