//! What the readers of an assessment ask of a JSON value. One level is looked at at a time; what is
//! deeper stays as it came.

use crate::api::Text;

pub(crate) use crate::api::Json;

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

pub(crate) fn parse(text: &str) -> Option<Json> {
    Json::parse(text.as_bytes()).ok()
}

pub(crate) fn kind(value: &Json) -> Kind {
    match value.type_name().as_str() {
        "boolean" => Kind::Bool,
        "number" => Kind::Number,
        "string" => Kind::String,
        "array" => Kind::Array,
        "object" => Kind::Object,
        _ => Kind::Null,
    }
}

/// The members of an object in their order. Of a key that appears twice the last value counts.
pub(crate) fn object(value: &Json) -> Option<Vec<(String, Json)>> {
    let object = value.to_object()?;
    let names = object.names(usize::MAX)?;
    let members = names.into_iter().filter_map(|name| {
        let value = object.get(&name)?;
        Some((name, value))
    });
    Some(members.collect())
}

pub(crate) fn array(value: &Json) -> Option<Vec<Json>> {
    value.to_items()
}

pub(crate) fn string(value: &Json) -> Option<String> {
    value.read::<Text>().ok().map(String::from)
}

/// The number, unless it is too large for a double.
pub(crate) fn number(value: &Json) -> Option<f64> {
    let number: f64 = value.read().ok()?;
    number.is_finite().then_some(number)
}
