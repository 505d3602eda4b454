//! HTML fragments as rich-text fields store them.

use super::characters::{is_word, trim_end as trim_space_end};
use super::cursor::{Cursor, part};
use super::label_table::has_item;

/// What a tag does to the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It begins or ends a line.
    Block,
    /// It formats the text in it.
    Inline,
}

const BLOCKS: &str = "p|br|div|li|ul|ol|tr|td|th|table|tbody|thead|h1|h2|h3|h4|h5|h6|section|article|\
    blockquote|hr|dl|dt|dd|body|html|head|main";
const INLINES: &str = "b|strong|i|em|u|span|font|small|a|mark|code|label|s|sub|sup";

/// The longest tag, in characters: attributes of rich-text fields are long, but not endless.
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
fn tag_at(cursor: &Cursor<'_>) -> Option<(Kind, usize)> {
    let mut cursor = *cursor;
    if !cursor.eat('<') {
        return None;
    }
    cursor.eat('/');
    let start = cursor.position();
    while cursor.eat_if(|c| c.is_ascii_alphanumeric()).is_some() && cursor.position() < start + 12 {
    }
    let name = cursor.since(start).to_ascii_lowercase();
    let kind = match () {
        () if has_item(BLOCKS, &name) => Kind::Block,
        () if has_item(INLINES, &name) => Kind::Inline,
        () => return None,
    };
    if !matches!(cursor.peek()?, '>' | '/' | ' ' | '\t' | '\n' | '\r') {
        return None;
    }
    for _ in 0..LONGEST_TAG {
        let next = cursor.peek()?;
        cursor.bump();
        match next {
            '>' => return Some((kind, cursor.position())),
            '<' => return None,
            _ => {}
        }
    }
    None
}

/// `text` without the spaces, line breaks and block tags at its end. A closing inline tag stays if
/// its opening tag is in the text.
pub(crate) fn trim_end(text: &str) -> &str {
    let shorter = trim_space_end(text);
    for space in SPACES {
        if let Some(shorter) = shorter.strip_suffix(space) {
            return shorter;
        }
    }
    if !shorter.ends_with('>') {
        return shorter;
    }
    let mut opens = last_signs(shorter);
    let Some(open) = opens.next() else {
        return shorter;
    };
    let tag = Cursor::new(shorter, open);
    let is_last = |end: usize| end == shorter.len();
    match tag_at(&tag) {
        Some((Kind::Block, end)) if is_last(end) => {}
        Some((Kind::Inline, end)) if is_last(end) => {
            let mut name = tag;
            name.bump();
            let is_closing = name.eat('/');
            let start = name.position();
            while name.eat_if(is_word).is_some() {}
            let name = name.since(start);
            if is_closing && opens.any(|at| Cursor::new(shorter, at + 1).eat_str(name)) {
                return shorter;
            }
        }
        _ => return shorter,
    }
    part(shorter, 0, open)
}

/// The ways to write a no-break space.
pub(crate) const SPACES: [&str; 2] = ["&nbsp;", "&#160;"];

/// The positions of the last few `<`, the last one first.
fn last_signs(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.bytes().enumerate().rev();
    bytes
        .filter(|(_, byte)| *byte == b'<')
        .map(|(at, _)| at)
        .take(9)
}

/// Whether a block tag is anywhere in `text`.
pub(crate) fn has_block_tag(text: &str) -> bool {
    let mut signs = text.bytes().enumerate().filter(|(_, byte)| *byte == b'<');
    signs.any(|(at, _)| matches!(tag_at(&Cursor::new(text, at)), Some((Kind::Block, _))))
}
