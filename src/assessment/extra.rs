//! Serialises the members of an item for which the row has no field. Each is a key and JSON text.

use serde::Serializer;

/// Serialises the members as an object.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn serialize<S: Serializer>(
    members: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    use serde::ser::{Error, SerializeMap};
    use serde_json::value::RawValue;

    let mut map = serializer.serialize_map(Some(members.len()))?;
    for (key, json) in members {
        let value: &RawValue = serde_json::from_str(json).map_err(S::Error::custom)?;
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// The engine's parser makes the values. `Object.fromEntries` defines the keys instead of assigning
/// them, so `__proto__` is a member like any other. For a value that is nested too deeply, `json`
/// is a description, which becomes a string.
#[cfg(target_arch = "wasm32")]
pub(super) fn serialize<S: Serializer>(
    members: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    use js_sys::{Array, JSON, Object};
    use serde::ser::Error;
    use wasm_bindgen::JsValue;

    let entries: Array = members
        .iter()
        .map(|(key, json)| {
            let value = JSON::parse(json).unwrap_or_else(|_| JsValue::from_str(json));
            Array::of2(&JsValue::from_str(key), &value)
        })
        .collect();
    let object = Object::from_entries(&entries);
    let object = object.map_err(|_| S::Error::custom("the members are no object"))?;
    serde_wasm_bindgen::preserve::serialize(&object, serializer)
}
