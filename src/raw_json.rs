//! JSON that is read piece by piece, where the text of each piece matters: its position, or how a
//! number is written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The members of an object, in their order.
pub(crate) struct Members<'t>(pub(crate) Vec<(Cow<'t, str>, &'t RawValue)>);

/// A member's name, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Key<'t>(#[serde(borrow)] Cow<'t, str>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    members.push((key, map.next_value()?));
                }
                Ok(Members(members))
            }
        }

        json.deserialize_map(Collect)
    }
}

/// The items of an array.
pub(crate) struct Items<'t>(pub(crate) Vec<&'t RawValue>);

impl<'de> Deserialize<'de> for Items<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Items<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Items(items))
            }
        }

        json.deserialize_seq(Collect)
    }
}

/// The members of `json`, if it is an object. Of a key that is there twice, the last value counts.
pub(crate) fn members(json: &RawValue) -> Option<Vec<(Cow<'_, str>, &RawValue)>> {
    let Members(all) = serde_json::from_str(json.get()).ok()?;
    let mut members: Vec<(Cow<'_, str>, &RawValue)> = Vec::with_capacity(all.len());
    let mut places = HashMap::new();
    for (key, value) in all {
        match places.entry(key.clone()) {
            Entry::Vacant(place) => {
                place.insert(members.len());
                members.push((key, value));
            }
            Entry::Occupied(place) => members[*place.get()].1 = value,
        }
    }
    Some(members)
}

/// The items of `json`, if it is an array.
pub(crate) fn items(json: &RawValue) -> Option<Vec<&RawValue>> {
    let items: Items<'_> = serde_json::from_str(json.get()).ok()?;
    Some(items.0)
}

/// The text of `json`, if it is a string.
pub(crate) fn string(json: &RawValue) -> Option<String> {
    serde_json::from_str(json.get()).ok()
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// What `json` is, from its first byte.
pub(crate) fn kind(json: &RawValue) -> Kind {
    match json.get().bytes().next() {
        Some(b'n') => Kind::Null,
        Some(b't' | b'f') => Kind::Bool,
        Some(b'"') => Kind::String,
        Some(b'[') => Kind::Array,
        Some(b'{') => Kind::Object,
        _ => Kind::Number,
    }
}

/// A key without case, spaces, `_` and `-`: `questionText`, `question_text` and `Question Text`
/// are one.
pub(crate) fn normal_key(key: &str) -> String {
    let kept = key.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    kept.flat_map(char::to_lowercase).collect()
}
