//! Options and filters in. What is wrong with one is told by its name.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

use super::text::{string, wrong_type};
use crate::Error;

/// An options object whose properties are read by name. Its methods are called some fifty times:
/// inlined, they are 6 kB of wasm.
pub(super) struct Options(JsValue);

impl Options {
    /// `known` are all the properties there may be: a misspelt option must not be silently
    /// another default. Nothing at all is no options.
    pub(super) fn new(param: &str, value: &JsValue, known: &[&str]) -> Result<Self, Error> {
        if value.is_undefined() {
            return Ok(Self(Object::new().into()));
        }
        if !value.is_object() || Array::is_array(value) {
            return Err(Error::invalid(param, &wrong_type("an object", value)));
        }
        for name in Object::keys(value.unchecked_ref::<Object>()) {
            let name = name.as_string().unwrap_or_default();
            if !known.contains(&name.as_str()) {
                let mut problem = String::from("is not known here; known are");
                for name in known {
                    problem.push(' ');
                    problem.push_str(name);
                }
                return Err(Error::invalid(&name, &problem));
            }
        }
        Ok(Self(value.clone()))
    }

    /// The property, unless it is `undefined`.
    #[inline(never)]
    pub(super) fn get(&self, name: &str) -> Option<JsValue> {
        // Fails only for what is no object.
        let value = Reflect::get(&self.0, &name.into()).unwrap_or_default();
        (!value.is_undefined()).then_some(value)
    }

    fn read<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl FnOnce(&JsValue) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        let Some(value) = self.get(name) else {
            return Ok(None);
        };
        match read(&value) {
            Some(value) => Ok(Some(value)),
            None => Err(Error::invalid(name, &wrong_type(expected, &value))),
        }
    }

    #[inline(never)]
    pub(super) fn string(&self, name: &str) -> Result<Option<String>, Error> {
        self.get(name).map(|value| string(name, &value)).transpose()
    }

    #[inline(never)]
    pub(super) fn bool(&self, name: &str) -> Result<Option<bool>, Error> {
        self.read(name, "true or false", JsValue::as_bool)
    }

    #[inline(never)]
    pub(super) fn function(&self, name: &str) -> Result<Option<Function>, Error> {
        self.read(name, "a function", |value| value.dyn_ref().cloned())
    }

    /// A number that is not negative; infinity is one.
    #[inline(never)]
    pub(super) fn amount(&self, name: &str) -> Result<Option<f64>, Error> {
        let number = self.read(name, "a number", JsValue::as_f64)?;
        match number {
            Some(number) if number.is_nan() || number < 0.0 => {
                Err(Error::invalid(name, "must be a number, 0 or more"))
            }
            number => Ok(number),
        }
    }

    /// A whole number that is not negative; `problem` says what else it must be.
    #[inline(never)]
    pub(super) fn whole(&self, name: &str, problem: &'static str) -> Result<Option<u32>, Error> {
        match self.read(name, "a number", JsValue::as_f64)? {
            Some(number) if f64::from(number as u32) != number => {
                Err(Error::invalid(name, problem))
            }
            number => Ok(number.map(|number| number as u32)),
        }
    }

    /// A signal of any realm.
    #[inline(never)]
    pub(super) fn signal(&self) -> Result<Option<AbortSignal>, Error> {
        self.read("signal", "an AbortSignal", |value| {
            let aborted = Reflect::get(value, &"aborted".into()).ok()?;
            aborted.as_bool().map(|_| value.clone().unchecked_into())
        })
    }
}
