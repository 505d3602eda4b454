//! Bytes of texts.

/// The byte at `at`, or 0 past the end.
pub(crate) fn byte(bytes: &[u8], at: usize) -> u8 {
    match bytes.get(at) {
        Some(byte) => *byte,
        None => 0,
    }
}
