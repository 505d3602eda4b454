//! Writes the facts that client and proxy share from Rust into one TypeScript file.

use std::fs;
use std::ops::RangeInclusive;

use anyhow::Result;
use ninjahire_calls::api::{
    DEFAULT_BASE_URL, Endpoint, ScreeningResultsFilters, ScreeningResultsRequest, facts,
};
use serde_json::{Value, json};

use crate::shell::root;

/// Writes `pkg-template/src/generated/facts.ts`.
pub fn write() -> Result<()> {
    let folder = root().join("pkg-template/src/generated");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("facts.ts"), typescript())?;
    Ok(())
}

fn typescript() -> String {
    let range = |range: RangeInclusive<u32>| json!({ "min": range.start(), "max": range.end() });
    let routes = |of: fn(Endpoint) -> Value| {
        let entries = Endpoint::ALL.map(|endpoint| (endpoint.name().to_owned(), of(endpoint)));
        Value::Object(entries.into_iter().collect())
    };
    let (first, last) = facts::DID_NOT_RING;
    let did_not_ring = json!({
        "min": first,
        "max": last,
        "except": facts::DID_NOT_RING_EXCEPT,
    });
    let plain_http = json!({
        "names": facts::PLAIN_HTTP_HOSTS,
        "suffix": facts::PLAIN_HTTP_SUFFIX,
        "ipv4Prefix": facts::PLAIN_HTTP_IPV4_PREFIX,
    });
    let key = json!({
        "firstByte": facts::KEY_BYTES.0,
        "lastByte": facts::KEY_BYTES.1,
        "refusedPrefix": facts::KEY_REFUSED_PREFIX,
    });
    let mut text = String::from("/** Written from the Rust sources by the build. */\n");
    for (name, comment, value) in [
        (
            "defaultBaseUrl",
            "The vendor's API.",
            json!(DEFAULT_BASE_URL),
        ),
        (
            "defaultRoutes",
            "A method, a space, and a path with its placeholder.",
            routes(|endpoint| json!(endpoint.default_route())),
        ),
        (
            "placeholders",
            "The placeholder that each template must have once.",
            routes(|endpoint| json!(endpoint.placeholder())),
        ),
        (
            "routeMethods",
            "The methods that a template may name.",
            json!(facts::METHODS),
        ),
        (
            "refusedInRoutes",
            "What a template's path may not contain.",
            json!(facts::REFUSED_IN_ROUTES),
        ),
        (
            "refusedIds",
            "Path segments that a URL parser removes.",
            json!(facts::REFUSED_IDS),
        ),
        (
            "filterNames",
            "The vendor's filters of a listing.",
            json!(ScreeningResultsFilters::NAMES),
        ),
        (
            "pages",
            "Page numbers.",
            range(ScreeningResultsRequest::PAGES),
        ),
        (
            "sizes",
            "Items per page.",
            range(ScreeningResultsRequest::SIZES),
        ),
        (
            "didNotRing",
            "Statuses which prove that no phone rings.",
            did_not_ring,
        ),
        ("keys", "What a key may be.", key),
        (
            "plainHttpHosts",
            "Hosts that may use plain http.",
            plain_http,
        ),
        (
            "requestIdHeaders",
            "Headers with a request's id.",
            json!(facts::REQUEST_ID_HEADERS),
        ),
        (
            "errorCodes",
            "The stable codes of errors.",
            json!(facts::ERROR_CODES),
        ),
    ] {
        text += &format!("\n/** {comment} */\nexport const {name} = {value} as const;\n");
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_fact_is_a_typescript_constant() {
        let text = super::typescript();
        assert_eq!(text.matches("export const ").count(), 14);
        assert!(text.contains(r#""callDetails":"GET /calls/{call_id}""#));
    }
}
