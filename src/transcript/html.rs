//! HTML fragments as rich-text fields store them.

use super::characters::{is_line_break, is_space};
use super::cursor::Cursor;

/// What a tag does to the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It begins or ends a line.
    Block,
    /// It changes the look of the text in it.
    Inline,
}

const BLOCKS: &[&str] = &[
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "td",
    "th",
    "table",
    "tbody",
    "thead",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "blockquote",
    "hr",
    "dl",
    "dt",
    "dd",
    "body",
    "html",
    "head",
    "main",
];
const INLINES: &[&str] = &[
    "b", "strong", "i", "em", "u", "span", "font", "small", "a", "mark", "code", "label", "s",
    "sub", "sup",
];

/// The longest tag, in bytes: attributes of rich-text fields are long, but not endless.
const LONGEST_TAG: usize = 600;

/// Moves past a tag of that kind, opening or closing.
pub(crate) fn eat_tag(cursor: &mut Cursor<'_>, kind: Kind) -> bool {
    match tag_at(cursor) {
        Some((found, end)) if found == kind => {
            *cursor = Cursor::new(cursor.text(), end);
            true
        }
        _ => false,
    }
}

/// The tag at the cursor: its kind and where it ends.
pub(crate) fn tag_at(cursor: &Cursor<'_>) -> Option<(Kind, usize)> {
    let mut cursor = *cursor;
    if !cursor.eat('<') {
        return None;
    }
    cursor.eat('/');
    let start = cursor.position();
    for _ in 0..12 {
        if cursor.eat_if(|c| c.is_ascii_alphanumeric()).is_none() {
            break;
        }
    }
    let name = cursor.since(start);
    if !matches!(cursor.peek(), Some('>' | '/' | ' ' | '\t' | '\n' | '\r')) {
        return None;
    }
    let is_in = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let kind = match () {
        () if is_in(BLOCKS) => Kind::Block,
        () if is_in(INLINES) => Kind::Inline,
        () => return None,
    };
    let rest = cursor.rest().as_bytes();
    let rest = &rest[..rest.len().min(LONGEST_TAG)];
    let close = memchr::memchr2(b'>', b'<', rest)?;
    (rest[close] == b'>').then_some((kind, cursor.position() + close + 1))
}

/// `text` without the spaces, line breaks and block tags at its end. A closing inline tag stays
/// where the text has its opening one.
pub(crate) fn trim_end(text: &str) -> &str {
    let shorter = text.trim_end_matches(|c| is_space(c) || is_line_break(c));
    let shorter = shorter.strip_suffix("&nbsp;").unwrap_or(shorter);
    let shorter = shorter.strip_suffix("&#160;").unwrap_or(shorter);
    if !shorter.ends_with('>') {
        return shorter;
    }
    let mut from = shorter.len().saturating_sub(LONGEST_TAG);
    while !shorter.is_char_boundary(from) {
        from += 1;
    }
    let Some(open) = shorter[from..].rfind('<').map(|open| from + open) else {
        return shorter;
    };
    match tag_at(&Cursor::new(shorter, open)) {
        Some((Kind::Block, end)) if end == shorter.len() => &shorter[..open],
        Some((Kind::Inline, end)) if end == shorter.len() => {
            let inside = &shorter[..open];
            let name = shorter[open..].trim_start_matches(['<', '/']);
            let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let opens = |tag: &str| {
                let tag = tag.as_bytes();
                tag.len() > length && tag[..length].eq_ignore_ascii_case(&name.as_bytes()[..length])
            };
            let was_opened = shorter[open..].starts_with("</")
                && inside
                    .rmatch_indices('<')
                    .take(8)
                    .any(|(at, _)| opens(&inside[at + 1..]));
            if was_opened { shorter } else { inside }
        }
        _ => shorter,
    }
}

/// Whether a block tag is anywhere in `text`.
pub(crate) fn has_block_tag(text: &str) -> bool {
    memchr::memchr_iter(b'<', text.as_bytes())
        .any(|at| matches!(tag_at(&Cursor::new(text, at)), Some((Kind::Block, _))))
}
