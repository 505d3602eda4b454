//! Facts that the client and the proxy must agree on. `cargo xtask build` writes them into one
//! TypeScript file for the proxy, and one table of cases runs against both.

/// The methods that a route template may name.
pub const METHODS: [&str; 4] = ["GET", "POST", "PUT", "PATCH"];

/// What a route template's path may not contain: a URL parser would drop or fold it, or take it
/// for the end of the path.
pub const REFUSED_IN_ROUTES: [&str; 5] = ["\\", "#", "%", "//", "/."];

/// The first and the last status that says that no phone rings: the request was seen and refused.
pub const DID_NOT_RING: (u16, u16) = (400, 498);

/// The exceptions: a 408 says only that the server stopped waiting.
pub const DID_NOT_RING_EXCEPT: [u16; 1] = [408];

/// The first and the last byte that a key may contain: visible ASCII.
pub const KEY_BYTES: (u8, u8) = (b'!', b'~');

/// What a key may not start with, in any case: it is the header's prefix, not the key's.
pub const KEY_REFUSED_PREFIX: &str = "bearer ";

/// Hosts that a key may be sent to without encryption, because they are this machine.
pub const PLAIN_HTTP_HOSTS: [&str; 2] = ["localhost", "::1"];

/// The same for names: every name below `localhost`.
pub const PLAIN_HTTP_SUFFIX: &str = ".localhost";

/// The same for addresses of digits and dots: 127.0.0.0/8.
pub const PLAIN_HTTP_IPV4_PREFIX: &str = "127.";

/// What an id cannot be, however it is encoded: a URL parser folds these path segments away.
pub const REFUSED_IDS: [&str; 2] = [".", ".."];

/// Headers in which a gateway or a cloud says which request this was, the vendor's gateway first.
pub const REQUEST_ID_HEADERS: [&str; 4] = ["x-request-id", "zp-rid", "request-id", "cf-ray"];

/// Every stable code of [`Error`](crate::Error).
pub const ERROR_CODES: [&str; 14] = [
    "invalid_request",
    "authentication",
    "permission",
    "not_found",
    "rate_limit",
    "server",
    "http",
    "connection",
    "deadline",
    "aborted",
    "decode",
    "dial_outcome_unknown",
    "dial_pending",
    "redial_guard",
];

/// Whether an answer with this status says that no phone rings.
pub fn surely_did_not_ring(status: u16) -> bool {
    (DID_NOT_RING.0..=DID_NOT_RING.1).contains(&status) && !DID_NOT_RING_EXCEPT.contains(&status)
}

/// Why this cannot be a key or a token: it must fit into the header, and be the secret alone.
pub fn key_problem(secret: &str) -> Option<&'static str> {
    let has_prefix = secret
        .get(..KEY_REFUSED_PREFIX.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(KEY_REFUSED_PREFIX));
    let is_visible = |byte| (KEY_BYTES.0..=KEY_BYTES.1).contains(&byte);
    if secret.is_empty() {
        Some("must not be blank")
    } else if has_prefix {
        Some("must be the secret alone, without \"Bearer\"")
    } else if !secret.bytes().all(is_visible) {
        Some("must be visible ASCII")
    } else {
        None
    }
}

/// Whether a key may be sent to this host (without brackets and port) over plain http.
pub fn may_use_plain_http(host: &str) -> bool {
    let is_loopback_v4 = host.starts_with(PLAIN_HTTP_IPV4_PREFIX)
        && host
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_loopback_v4 || PLAIN_HTTP_HOSTS.contains(&host) || host.ends_with(PLAIN_HTTP_SUFFIX)
}
