//! Facts that the client and the proxy must agree on. `cargo xtask build` writes them into one
//! TypeScript file for the proxy. `tests/conformance` has one table of cases for both.

/// The methods that a route template may name.
pub const METHODS: [&str; 4] = ["GET", "POST", "PUT", "PATCH"];

/// Text that a route template's path may not contain. A URL parser would remove or rewrite it, or
/// end the path there.
pub const REFUSED_IN_ROUTES: [&str; 5] = ["\\", "#", "%", "//", "/."];

/// The first and the last status that prove that no phone rings: the server read the request and
/// refused it.
pub const DID_NOT_RING: (u16, u16) = (400, 498);

/// Statuses in that range that prove nothing. A 408 says only that the server stopped waiting.
pub const DID_NOT_RING_EXCEPT: [u16; 1] = [408];

/// The first and the last byte that a key may contain: visible ASCII.
pub const KEY_BYTES: (u8, u8) = (b'!', b'~');

/// A key may not start with this, in any case: the header's prefix is not part of the key.
pub const KEY_REFUSED_PREFIX: &str = "bearer ";

/// Hosts to which a key may be sent without encryption, because they are this machine.
pub const PLAIN_HTTP_HOSTS: [&str; 2] = ["localhost", "::1"];

/// The same for every name that ends like this.
pub const PLAIN_HTTP_SUFFIX: &str = ".localhost";

/// The same for every IPv4 address that starts like this: 127.0.0.0/8.
pub const PLAIN_HTTP_IPV4_PREFIX: &str = "127.";

/// Ids that are refused. A URL parser removes these path segments, even where they are encoded.
pub const REFUSED_IDS: [&str; 2] = [".", ".."];

/// Headers in which a gateway gives the id of the request; the vendor's gateway comes first.
pub const REQUEST_ID_HEADERS: [&str; 4] = ["x-request-id", "zp-rid", "request-id", "cf-ray"];

/// Every code of [`Error`](crate::Error).
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

/// Whether an answer with this status proves that no phone rings.
pub fn surely_did_not_ring(status: u16) -> bool {
    (DID_NOT_RING.0..=DID_NOT_RING.1).contains(&status) && !DID_NOT_RING_EXCEPT.contains(&status)
}

/// Why this cannot be a key or a token; `None` where it can. It must fit into the header, and be the
/// secret alone.
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
