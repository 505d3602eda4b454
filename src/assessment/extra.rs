//! Members of an item that have no field of their own: key and JSON text.

use serde::Serializer;

/// Serialises the members as the object that they came from.
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

/// The engine's own parser makes the object: a key called `__proto__` is a member like any other,
/// and a number may be larger than any of Rust's.
#[cfg(target_arch = "wasm32")]
pub(super) fn serialize<S: Serializer>(
    members: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    use js_sys::JSON;
    use serde::ser::Error;

    let members: Result<Vec<_>, _> = members
        .iter()
        .map(|(key, json)| Ok(format!("{}:{json}", serde_json::to_string(key)?)))
        .collect();
    let members: Vec<String> =
        members.map_err(|error: serde_json::Error| S::Error::custom(error))?;
    let object = JSON::parse(&format!("{{{}}}", members.join(",")));
    let object = object.map_err(|_| S::Error::custom("the members are no JSON"))?;
    serde_wasm_bindgen::preserve::serialize(&object, serializer)
}
