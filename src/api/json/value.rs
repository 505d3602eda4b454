//! A serde deserialiser for JavaScript values.
//!
//! serde-wasm-bindgen has one too, but is used here for output only. It puts the offending value,
//! which may be an API key, into its error; it ignores `deny_unknown_fields`; and it takes more
//! time and space. docs/decisions/0004-decoding.md has the figures.

use std::cell::Cell;
use std::fmt;

use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use wasm_bindgen::JsValue;

use super::Json;

/// The value that the type of a field expected. It never contains the actual value.
#[derive(Debug)]
pub(crate) struct JsonError(String);

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for JsonError {}

impl de::Error for JsonError {
    fn custom<T: fmt::Display>(expected: T) -> Self {
        Self(expected.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self(expected.to_string())
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self(expected.to_string())
    }
}

/// The value that the type of a field expected.
pub(crate) fn error_message(error: JsonError) -> String {
    error.0
}

/// Deserialises scalars and options. Everything else is read as [`Json`].
pub(crate) struct ValueDeserializer(pub(super) JsValue);

impl<'de> Deserializer<'de> for ValueDeserializer {
    type Error = JsonError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        if let Some(number) = self.0.as_f64() {
            visitor.visit_f64(number)
        } else if let Some(flag) = self.0.as_bool() {
            visitor.visit_bool(flag)
        } else if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else {
            Err(de::Error::invalid_type(Unexpected::Unit, &visitor))
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, JsonError> {
        // This is never absent: `JsonObject` skips absent fields. A `null` argument is refused.
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        if name != JS_VALUE {
            return visitor.visit_newtype_struct(self);
        }
        VALUE.set(self.0);
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// serde's data model has no JavaScript values. So [`Json`] asks for a newtype struct of this name;
/// the deserialiser puts the value into [`VALUE`], and [`Json`] takes it from there.
const JS_VALUE: &str = "ninjahire_calls::Json";

thread_local! {
    static VALUE: Cell<JsValue> = const { Cell::new(JsValue::UNDEFINED) };
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TakeJsValue;

        impl Visitor<'_> for TakeJsValue {
            type Value = Json;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JavaScript value")
            }

            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::from(VALUE.replace(JsValue::UNDEFINED)))
            }
        }

        deserializer.deserialize_newtype_struct(JS_VALUE, TakeJsValue)
    }
}
