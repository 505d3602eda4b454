//! Spaces and line breaks: in plain text, and where they were escaped or are HTML.

use super::characters::{is_line_break, is_space, trim_end};
use super::cursor::{Cursor, part};
use super::html;

/// How a transcript writes line breaks and spaces, besides the characters themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    Plain,
    /// A backslash (or two) and `n` or `r` is a line break as well: the text was escaped and never
    /// unescaped.
    Escaped,
    /// Block tags are line breaks; other tags, `&nbsp;` and real line breaks are spaces.
    Html,
}

/// Moves past a line break; `\r\n` is one.
pub(crate) fn eat_line_break(cursor: &mut Cursor<'_>, syntax: Syntax) -> bool {
    match syntax {
        Syntax::Html => html::eat_tag(cursor, html::Kind::Block),
        Syntax::Escaped if eat_escaped_line_break(cursor) => true,
        _ => match cursor.eat_if(is_line_break) {
            Some('\r') => {
                cursor.eat('\n');
                true
            }
            found => found.is_some(),
        },
    }
}

fn eat_escaped_line_break(cursor: &mut Cursor<'_>) -> bool {
    let mut after = *cursor;
    let is_break = after.eat_run('\\', 2) > 0 && (after.eat('n') || after.eat('r'));
    if is_break {
        *cursor = after;
    }
    is_break
}

/// Moves past one space, however it is written.
pub(crate) fn eat_space(cursor: &mut Cursor<'_>, syntax: Syntax) -> bool {
    match syntax {
        Syntax::Html => {
            cursor.eat_if(|c| is_space(c) || is_line_break(c)).is_some()
                || html::SPACES.iter().any(|space| cursor.eat_str(space))
                || html::eat_tag(cursor, html::Kind::Inline)
        }
        _ => cursor.eat_if(is_space).is_some(),
    }
}

/// Moves past up to `most` spaces. The limit keeps callers linear that try again at every
/// character.
pub(crate) fn eat_spaces(cursor: &mut Cursor<'_>, syntax: Syntax, most: usize) {
    for _ in 0..most {
        if !eat_space(cursor, syntax) {
            break;
        }
    }
}

/// `start..end` of `text` without the spaces and line breaks around it; `start..start` if nothing
/// is left.
pub(crate) fn trim(text: &str, start: usize, end: usize, syntax: Syntax) -> (usize, usize) {
    let text = part(text, 0, end);
    let mut cursor = Cursor::new(text, start);
    while eat_space(&mut cursor, syntax) || eat_line_break(&mut cursor, syntax) {}
    let from = cursor.position();
    if from >= end {
        return (start, start);
    }
    let mut to = end;
    loop {
        let kept = part(text, from, to);
        let shorter = match syntax {
            Syntax::Plain => trim_end(kept),
            Syntax::Escaped => trim_escaped_end(kept),
            Syntax::Html => html::trim_end(kept),
        };
        if shorter.len() == kept.len() {
            return (from, to);
        }
        to = from + shorter.len();
    }
}

/// `text` without the spaces and line breaks at its end. If an escaped line break is before them,
/// it is removed as well.
fn trim_escaped_end(text: &str) -> &str {
    let shorter = trim_end(text);
    match shorter.strip_suffix("\\n").or(shorter.strip_suffix("\\r")) {
        Some(before) => before.strip_suffix('\\').unwrap_or(before),
        None => shorter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_around_a_text_is_left_out() {
        for (text, syntax, expected) in [
            (" \n a b \r\n", Syntax::Plain, "a b"),
            ("a\\n", Syntax::Plain, "a\\n"),
            ("\\n a \\\\n\n\\r", Syntax::Escaped, "a"),
            ("<p> <b>a</b> b&nbsp;</p>\n", Syntax::Html, "a</b> b"),
            ("", Syntax::Plain, ""),
            (" ", Syntax::Html, ""),
        ] {
            let (start, end) = trim(text, 0, text.len(), syntax);
            assert_eq!(&text[start..end], expected, "{text:?}");
        }
    }
}
