//! Options and filters in. What is wrong with one is told by its name.

use js_sys::{Array, Function, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

use super::text::{string, wrong_type};
use crate::Error;
use crate::api::ScreeningResultsRequest;
use crate::path;
use crate::property::property;

/// What an option may be.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Whatever the one who reads it makes of it.
    Any,
    Text,
    Flag,
    Function,
    /// A signal of any realm.
    Signal,
    /// A number that is not negative; infinity is one.
    Amount,
    Whole,
    Page,
    Size,
    Until,
    Credentials,
}

/// An option's name, and what it may be.
pub(super) type Known = (&'static str, Kind);

/// An options object, checked. Reading it cannot fail any more: some fifty reads that could are
/// 4 kB of wasm, and so would the reads be inlined.
pub(super) struct Options(JsValue);

impl Options {
    /// `known` are all the properties there may be: a misspelt option must not be silently
    /// another default. Nothing at all is no options.
    #[inline(never)]
    pub(super) fn new(param: &str, value: &JsValue, known: &[Known]) -> Result<Self, Error> {
        if value.is_undefined() {
            return Ok(Self(Object::new().into()));
        }
        if !value.is_object() || Array::is_array(value) {
            return Err(Error::invalid(param, &wrong_type("an object", value)));
        }
        for name in Object::keys(value.unchecked_ref::<Object>()) {
            let name = name.as_string().unwrap_or_default();
            if !known.iter().any(|(known, _)| *known == name) {
                let mut problem = String::from("is not known here; known are");
                for (name, _) in known {
                    problem.push(' ');
                    problem.push_str(name);
                }
                return Err(Error::invalid(&name, &problem));
            }
        }
        let options = Self(value.clone());
        for (name, kind) in known {
            if let Some(value) = options.get(name) {
                kind.check(name, &value)?;
            }
        }
        Ok(options)
    }

    /// The property, unless it is `undefined`.
    #[inline(never)]
    pub(super) fn get(&self, name: &str) -> Option<JsValue> {
        let value = property(&self.0, name);
        (!value.is_undefined()).then_some(value)
    }

    #[inline(never)]
    pub(super) fn text(&self, name: &str) -> Option<String> {
        string(name, &self.get(name)?).ok()
    }

    #[inline(never)]
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.get(name)?.as_bool()
    }

    #[inline(never)]
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.as_f64()
    }

    pub(super) fn whole(&self, name: &str) -> Option<u32> {
        self.number(name).map(|number| number as u32)
    }

    #[inline(never)]
    pub(super) fn function(&self, name: &str) -> Option<Function> {
        self.get(name).map(JsCast::unchecked_into)
    }

    #[inline(never)]
    pub(super) fn signal(&self) -> Option<AbortSignal> {
        self.get("signal").map(JsCast::unchecked_into)
    }

    /// The texts of an object by name, for example headers: `(headers.accept, accept, …)`.
    #[inline(never)]
    pub(super) fn record(&self, name: &str) -> Result<Vec<[String; 3]>, Error> {
        let mut record = Vec::new();
        let Some(given) = self.get(name) else {
            return Ok(record);
        };
        if !given.is_object() {
            return Err(Error::invalid(name, &wrong_type("an object", &given)));
        }
        for key in Object::keys(given.unchecked_ref::<Object>()) {
            let key = key.as_string().unwrap_or_default();
            let param = path::member(name, &key);
            let value = string(&param, &property(&given, &key))?;
            record.push([param, key, value]);
        }
        Ok(record)
    }
}

impl Kind {
    #[inline(never)]
    fn check(self, name: &str, value: &JsValue) -> Result<(), Error> {
        let (expected, is_that) = match self {
            Self::Any => return Ok(()),
            Self::Text | Self::Until | Self::Credentials => ("a string", value.is_string()),
            Self::Flag => ("true or false", value.as_bool().is_some()),
            Self::Function => ("a function", value.is_function()),
            Self::Signal => {
                let aborted = property(value, "aborted");
                ("an AbortSignal", aborted.as_bool().is_some())
            }
            _ => ("a number", value.as_f64().is_some()),
        };
        if !is_that {
            return Err(Error::invalid(name, &wrong_type(expected, value)));
        }
        let number = value.as_f64().unwrap_or_default();
        let is_whole = f64::from(number as u32) == number;
        let is = |word: &str| *value == JsValue::from_str(word);
        let (is_fine, problem) = match self {
            Self::Amount => (number >= 0.0, "must be a number, 0 or more"),
            Self::Whole => (is_whole, "must be a whole number, 0 or more"),
            Self::Page => (is_whole, ScreeningResultsRequest::PAGE),
            Self::Size => (is_whole, ScreeningResultsRequest::SIZE),
            Self::Until => (
                is("ended") || is("assessed"),
                "must be \"ended\" or \"assessed\"",
            ),
            Self::Credentials => (
                is("omit") || is("same-origin") || is("include"),
                "must be \"omit\", \"same-origin\" or \"include\"",
            ),
            _ => return Ok(()),
        };
        match is_fine {
            true => Ok(()),
            false => Err(Error::invalid(name, problem)),
        }
    }
}
