//! Where something is in JSON, in words: `data[3].call_score`.

/// `path[index]`.
pub(crate) fn item(path: &str, index: usize) -> String {
    let mut item = path.to_owned();
    item.push('[');
    item.push_str(&index.to_string());
    item.push(']');
    item
}

/// `path.key`.
pub(crate) fn member(path: &str, key: &str) -> String {
    let mut member = path.to_owned();
    if !path.is_empty() {
        member.push('.');
    }
    member.push_str(key);
    member
}
