//! Turns in: objects as `parseTranscript` makes them. Places in them out, in UTF-16 units.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};

use super::text::{string, wrong_type};
use crate::error::Error;
use crate::path;
use crate::property::property;
use crate::reading::{Role, Spoken, TextRange, Utf16Offsets};

/// A turn from JavaScript.
pub(super) struct JsTurn {
    role: Role,
    label: Option<String>,
    text: String,
    start_time: Option<f64>,
}

/// Reads turns. Only their texts must be there; a role that is not known is `unknown`.
pub(super) fn turns(turns: &JsValue) -> Result<Vec<JsTurn>, Error> {
    each(turns, |turn, text| {
        let role = property(turn, "role").as_string().unwrap_or_default();
        JsTurn {
            role: Role::from_name(&role).unwrap_or(Role::Unknown),
            label: self::text(&property(turn, "label")),
            text,
            start_time: property(turn, "startTime")
                .as_f64()
                .filter(|time| time.is_finite()),
        }
    })
}

/// Reads the texts of turns.
pub(super) fn texts(turns: &JsValue) -> Result<Vec<String>, Error> {
    each(turns, |_, text| text)
}

fn each<T>(turns: &JsValue, read: impl Fn(&JsValue, String) -> T) -> Result<Vec<T>, Error> {
    if !Array::is_array(turns) {
        return Err(Error::invalid(
            "turns",
            &wrong_type("an array of turns", turns),
        ));
    }
    let turns: &Array = turns.unchecked_ref();
    let mut all = Vec::with_capacity(turns.length() as usize);
    for index in 0..turns.length() {
        let turn = turns.get(index);
        let param = path::item("turns", index as usize);
        if !turn.is_object() {
            return Err(Error::invalid(&param, &wrong_type("a turn", &turn)));
        }
        let text = string(&(param + ".text"), &property(&turn, "text"))?;
        all.push(read(&turn, text));
    }
    Ok(all)
}

pub(super) fn spoken(turns: &[JsTurn]) -> Vec<Spoken<'_>> {
    turns
        .iter()
        .map(|turn| Spoken {
            role: turn.role,
            label: turn.label.as_deref(),
            text: &turn.text,
            start_time: turn.start_time,
        })
        .collect()
}

/// What is a string.
pub(super) fn text(value: &JsValue) -> Option<String> {
    value.dyn_ref::<JsString>()?;
    string("", value).ok()
}

/// Makes places in turns' texts out of byte ranges. Quick where they ascend.
pub(super) struct Places<'a> {
    turns: &'a [Spoken<'a>],
    turn: usize,
    offsets: Utf16Offsets<'a>,
}

impl<'a> Places<'a> {
    pub(super) fn new(turns: &'a [Spoken<'a>]) -> Self {
        let offsets = Utf16Offsets::new("");
        Places {
            turns,
            turn: usize::MAX,
            offsets,
        }
    }

    /// `[turn, start, end]`.
    pub(super) fn place(&mut self, turn: usize, range: TextRange) -> [f64; 3] {
        if turn != self.turn {
            let text = self.turns.get(turn).map_or("", |turn| turn.text);
            self.offsets = Utf16Offsets::new(text);
            self.turn = turn;
        }
        let (start, end) = self.offsets.range(range);
        [turn as f64, start as f64, end as f64]
    }
}
