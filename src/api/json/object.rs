//! Deserialises structs from objects, for both forms of JSON.

use std::cell::Cell;
use std::iter::Enumerate;

use serde::de::value::U64Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::platform::{FieldValue, Json, JsonError, JsonObject, error_message};

/// The names of the fields that models have. All other fields are unknown.
pub(crate) type FieldNames = Vec<&'static str>;

/// Returns the value of a field.
type LookUp = for<'a> fn(&'a JsonObject, &'static str) -> Option<FieldValue<'a>>;

impl JsonObject {
    /// Reads a struct by the names of its fields, and adds these to `known`. The error is the name of
    /// the field that could not be read, and the value that its type expected.
    pub(crate) fn read_struct<T: DeserializeOwned>(
        &self,
        known: &mut FieldNames,
    ) -> Result<T, (&'static str, String)> {
        self.read_by(|object, name| object.field(name), known)
    }

    /// The same for arguments, where `null` is a value, and not the same as absent.
    pub(crate) fn read_arguments<T: DeserializeOwned>(
        &self,
        known: &mut FieldNames,
    ) -> Result<T, (&'static str, String)> {
        self.read_by(|object, name| object.argument(name), known)
    }

    fn read_by<T: DeserializeOwned>(
        &self,
        look_up: LookUp,
        known: &mut FieldNames,
    ) -> Result<T, (&'static str, String)> {
        let failed_at = Cell::new("");
        let fields = Fields {
            object: self,
            look_up,
            known,
            current: &failed_at,
        };
        T::deserialize(fields).map_err(|error| (failed_at.get(), error_message(error)))
    }

    /// Reads one field, unless it is absent or `null`. The error is the value that its type expected.
    pub(crate) fn read_field<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, String> {
        let value = self.field(name);
        let value = value.map(|value| T::deserialize(value.deserializer()));
        value.transpose().map_err(error_message)
    }
}

impl Json {
    /// Reads the whole value. The error is the value that its type expected.
    pub(crate) fn read_as<T: DeserializeOwned>(&self) -> Result<T, String> {
        T::deserialize(self.clone().deserializer()).map_err(error_message)
    }
}

/// Deserialises a struct from an object, and remembers the field at which it failed.
struct Fields<'de> {
    object: &'de JsonObject,
    look_up: LookUp,
    known: &'de mut FieldNames,
    current: &'de Cell<&'static str>,
}

impl<'de> Deserializer<'de> for Fields<'de> {
    type Error = JsonError;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, JsonError> {
        // After a repair the same struct is read again.
        if !self.known.ends_with(fields) {
            self.known.extend_from_slice(fields);
        }
        visitor.visit_map(FieldAccess {
            names: fields.iter().enumerate(),
            value: None,
            fields: self,
        })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, JsonError> {
        unreachable!("a model is a struct")
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct FieldAccess<'de> {
    /// The names of the struct's fields, each with its index.
    names: Enumerate<std::slice::Iter<'static, &'static str>>,
    value: Option<FieldValue<'de>>,
    fields: Fields<'de>,
}

impl<'de> MapAccess<'de> for FieldAccess<'de> {
    type Error = JsonError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, JsonError> {
        for (index, name) in self.names.by_ref() {
            if let Some(value) = (self.fields.look_up)(self.fields.object, name) {
                self.fields.current.set(name);
                self.value = Some(value);
                // serde takes a field's index for its name, and need not search for it.
                let index: U64Deserializer<JsonError> = (index as u64).into_deserializer();
                return seed.deserialize(index).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, JsonError> {
        let value = self
            .value
            .take()
            .expect("serde asks for a value after its key");
        seed.deserialize(value.deserializer())
    }
}
