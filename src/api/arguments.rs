//! Reads arguments and options strictly: an unknown or wrong one is an error that has its name. A
//! message never contains a value, which may be a key.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use super::json::{FieldNames, Json, JsonObject};
use crate::error::Error;

/// Reads one object of arguments or options.
pub(crate) struct ArgumentReader {
    /// The name of the object where it is itself an option (`routes`); otherwise empty.
    name: &'static str,
    object: JsonObject,
    known: FieldNames,
}

impl ArgumentReader {
    /// `param` names the argument in errors. `undefined` counts as an object without fields.
    ///
    /// # Errors Where `json` is not an object.
    pub(crate) fn new(param: &'static str, json: &Json) -> Result<Self, Error> {
        Self::open(param, "", json)
    }

    /// The same for an option that is an object. Errors call its fields `routes.callDetails`.
    pub(crate) fn nested(name: &'static str, json: &Json) -> Result<Self, Error> {
        Self::open(name, name, json)
    }

    fn open(param: &str, name: &'static str, json: &Json) -> Result<Self, Error> {
        let object = match json.to_object() {
            Some(object) => object,
            None if json.is_undefined() => JsonObject::default(),
            None => return Err(wrong_type(param, "an object", json)),
        };
        Ok(Self {
            name,
            object,
            known: FieldNames::new(),
        })
    }

    /// Reads a struct. May be called again for another struct that shares the object.
    pub(crate) fn read_struct<T: DeserializeOwned>(&mut self) -> Result<T, Error> {
        let arguments = self.object.read_arguments(&mut self.known);
        arguments.map_err(|(name, expected)| self.refusal(name, &expected))
    }

    /// Reads one optional argument.
    pub(crate) fn read_optional<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        self.known.push(name);
        let argument = self.object.argument(name);
        let parsed = argument.map(|value| value.clone().read_as());
        parsed
            .transpose()
            .map_err(|expected| self.refusal(name, &expected))
    }

    /// Refuses the fields that no call above has read. Without this, a misspelt option would
    /// silently become a default.
    pub(crate) fn finish(self) -> Result<(), Error> {
        let Some(names) = self.object.names(usize::MAX) else {
            return Err(Error::invalid(self.param_of_object(), "cannot be read"));
        };
        for name in names {
            if !self.known.contains(&name.as_str()) {
                let known = self.known.join(", ");
                let problem = format!("is not known here; known are {known}");
                return Err(Error::invalid(&self.param(&name), &problem));
            }
        }
        Ok(())
    }

    fn refusal(&self, name: &str, expected: &str) -> Error {
        let found = self.object.get(name).map(|value| value.type_name());
        refusal(&self.param(name), expected, found)
    }

    fn param_of_object(&self) -> &str {
        if self.name.is_empty() {
            "options"
        } else {
            self.name
        }
    }

    fn param(&self, name: &str) -> String {
        match self.name {
            "" => name.to_owned(),
            object => format!("{object}.{name}"),
        }
    }
}

/// Reads options that are one struct.
pub(crate) fn parse_options<T: DeserializeOwned>(json: &Json) -> Result<T, Error> {
    let mut reader = ArgumentReader::new("options", json)?;
    let options = reader.read_struct()?;
    reader.finish()?;
    Ok(options)
}

/// Reads an object whose keys the caller chooses, such as headers.
pub(crate) fn parse_record<T: DeserializeOwned>(
    name: &str,
    json: &Json,
) -> Result<Vec<(String, T)>, Error> {
    let Some(object) = json.to_object() else {
        return Err(wrong_type(name, "an object", json));
    };
    let Some(keys) = object.names(usize::MAX) else {
        return Err(Error::invalid(name, "cannot be read"));
    };
    let mut record = Vec::new();
    for key in keys {
        let value = object.get(&key).unwrap_or_else(Json::absent);
        match value.read_as() {
            Ok(value) => record.push((key, value)),
            Err(expected) => {
                let param = format!("{name}.{key}");
                return Err(refusal(&param, &expected, Some(value.type_name())));
            }
        }
    }
    Ok(record)
}

/// An error such as `must be a string, not number`. Where only the range is wrong, the message leaves
/// the type out.
fn refusal(param: &str, expected: &str, found: Option<String>) -> Error {
    let found = found.filter(|found| {
        let is_choice = expected.starts_with('"') && found == "string";
        let is_flag = expected == "true or false" && found == "boolean";
        !(is_choice || is_flag || expected.contains(found.as_str()))
    });
    let found = found.map(|found| format!(", not {found}"));
    let problem = format!("must be {expected}{}", found.unwrap_or_default());
    Error::invalid(param, &problem)
}

/// An error such as `must be an object, not array`.
pub(crate) fn wrong_type(param: &str, expected: &str, found: &Json) -> Error {
    let found = found.type_name();
    Error::invalid(param, &format!("must be {expected}, not {found}"))
}

/// A time in milliseconds: 0 or more, and it may be infinite.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "number"))]
pub struct Millis(pub f64);

impl<'de> Deserialize<'de> for Millis {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match f64::deserialize(deserializer) {
            Ok(number) if number >= 0.0 => Ok(Self(number)),
            _ => Err(D::Error::custom("a number, 0 or more")),
        }
    }
}

/// A number of times: a whole number, 0 or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "number"))]
pub struct Times(pub u32);

impl<'de> Deserialize<'de> for Times {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole_number(deserializer, 0..=u32::MAX)
            .map(Self)
            .ok_or_else(|| D::Error::custom("a whole number, 0 or more"))
    }
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "boolean"))]
pub struct Flag(pub bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bool::deserialize(deserializer)
            .map(Self)
            .map_err(|_| D::Error::custom("true or false"))
    }
}

/// A size in bytes: 0 or more, and it may be infinite.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "number"))]
pub struct Bytes(pub f64);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Millis::deserialize(deserializer).map(|Millis(number)| Self(number))
    }
}

/// A whole number within a range; `None` for anything else.
pub(crate) fn whole_number<'de, D: Deserializer<'de>>(
    deserializer: D,
    range: std::ops::RangeInclusive<u32>,
) -> Option<u32> {
    let number = f64::deserialize(deserializer).ok()?;
    let whole = number as u32;
    (f64::from(whole) == number && range.contains(&whole)).then_some(whole)
}
