//! What stands between a name and the words: brackets, emphasis, timestamps, a separator.

use super::characters::{is_colon, is_invisible, is_line_break, is_space};
use super::cursor::Cursor;
use super::label_before::Before;
use super::place::{GAP, Place, Separator};
use super::range::TextRange;
use super::timestamps::{Time, closing_bracket, eat_bare, eat_bracketed};
use super::whitespace::{eat_line_break, eat_spaces};

/// What was read between the name and the separator.
#[derive(Default)]
pub(crate) struct After {
    /// The end of the label, if more than the name belongs to it: `BOT (Screener)`.
    pub(crate) label_end: Option<usize>,
    /// Where the bracket around the label was closed, or that around a timestamp beside it.
    pub(crate) box_end: Option<usize>,
    pub(crate) is_closed: bool,
    /// What stands in brackets beside the name.
    pub(crate) qualifier: Option<TextRange>,
    /// There is a tab, or more than one space, before the separator.
    has_gap: bool,
    has_space: bool,
}

/// Reads what stands between the name and the separator.
#[inline(never)]
pub(crate) fn parse_after(cursor: &mut Cursor<'_>, before: &mut Before, place: Place) -> After {
    let mut after = After::default();
    for _ in 0..8 {
        let from = cursor.position();
        eat_spaces(cursor, place.syntax, GAP);
        if cursor.position() > from {
            after.has_space = true;
            after.has_gap = is_gap(cursor.since(from));
            continue;
        }
        // Right-to-left text has direction marks around its labels.
        if cursor.eat_while(is_invisible, GAP) > 0 {
            continue;
        }
        if before.bracket.is_some_and(|close| cursor.eat(close)) {
            before.bracket = None;
            after.box_end = Some(cursor.position());
        } else if eat_emphasis(cursor, &mut before.emphasis) {
        } else if place.has_times
            && let Some(time) = eat_bracketed(cursor).or_else(|| eat_time_beside(cursor, place))
        {
            before.time = Some(time);
            before.is_decorated = true;
            after.box_end = Some(cursor.position());
            continue;
        } else if let Some(inside) = cursor.attempt(qualifier) {
            // `BOT (Screener)`: the bracket says who speaks, so it belongs to the label.
            if !after.is_closed {
                after.label_end = Some(cursor.position());
                after.qualifier = Some(inside);
            }
        } else {
            break;
        }
        after.is_closed = true;
    }
    after
}

/// Moves past the timestamp in `BOT 0:04: Hi.`, or in `BOT | 0:04 | Hi.` if other separators count.
fn eat_time_beside(cursor: &mut Cursor<'_>, place: Place) -> Option<Time> {
    let start = cursor.position();
    let time = eat_bare(cursor)?;
    let end = cursor.position();
    cursor.eat_while(is_space, 4);
    let has_gap =
        is_gap(cursor.since(end)) && !cursor.is_at_end() && !cursor.is_before(is_line_break);
    let goes_on = cursor.is_before(is_colon)
        || (place.has_separators && (has_gap || cursor.eat_one_of("|-–—").is_some()));
    cursor.go_to(if goes_on { end } else { start });
    goes_on.then_some(time)
}

/// Moves past the timestamp of `Nina - 0:04`, which must be at the end of the line.
pub(crate) fn eat_time_at_end(cursor: &mut Cursor<'_>, place: Place) -> Option<Time> {
    let mut after = *cursor;
    after.eat_one_of("-–—|,·•")?;
    eat_spaces(&mut after, place.syntax, GAP);
    let time = eat_bare(&mut after)?;
    let end = after.position();
    eat_spaces(&mut after, place.syntax, GAP);
    if !after.is_at_end() && !eat_line_break(&mut after, place.syntax) {
        return None;
    }
    cursor.go_to(end);
    Some(time)
}

/// A tab, or several spaces.
fn is_gap(spaces: &str) -> bool {
    spaces.bytes().any(|byte| byte == b'\t') || spaces.chars().count() > 1
}

pub(crate) fn eat_emphasis(cursor: &mut Cursor<'_>, open: &mut usize) -> bool {
    let run = match cursor.peek() {
        Some(sign @ ('*' | '_')) => cursor.eat_run(sign, *open),
        _ => 0,
    };
    *open -= run;
    run > 0
}

/// Moves past `(Screener)` or `[Screener]`, and returns the range inside.
fn qualifier(cursor: &mut Cursor<'_>) -> Option<TextRange> {
    let close = closing_bracket(cursor.eat_one_of("([（【［")?)?;
    let start = cursor.position();
    while cursor.position() < start + 78 {
        let end = cursor.position();
        if cursor.eat(close) {
            return (end > start).then(|| TextRange::new(start, end));
        }
        // A line break ends it, whether escaped or not.
        if cursor.eat_str("\\n")
            || cursor
                .eat_if(|c| !is_line_break(c) && c != '(' && c != '[')
                .is_none()
        {
            return None;
        }
    }
    None
}

/// The separator, and whether a space or the end of the line follows it.
#[inline(never)]
pub(crate) fn eat_separator(
    cursor: &mut Cursor<'_>,
    place: Place,
    after: &After,
) -> Option<(Separator, bool)> {
    let start = cursor.position();
    if let Some(colon) = cursor.eat_if(is_colon) {
        // `BOT:- Hi.`
        cursor.attempt(|cursor| (cursor.eat('-') && cursor.is_before(is_space)).then_some(()));
        return Some((Separator::Colon, colon != ':' || is_spaced(cursor)));
    }
    if !place.has_separators {
        return Some((Separator::None, true));
    }
    let mut separator = Separator::None;
    if cursor.eat_str("->") || cursor.eat_str("=>") || cursor.eat_run('>', 3) > 0 {
        separator = Separator::Arrow;
    } else {
        for (signs, kind) in [
            ("→»›⇒", Separator::Arrow),
            ("|¦│｜", Separator::Bar),
            ("-–—―−~－", Separator::Dash),
            ("=;,؛、；，/", Separator::Sign),
        ] {
            if cursor.eat_one_of(signs).is_some() {
                separator = kind;
                break;
            }
        }
    }
    match separator {
        Separator::Dash | Separator::Sign => {
            cursor.eat_run('-', 2);
            // The hyphen of `co-founder` is not a separator, nor is a dash without a space.
            if !after.has_space && !is_spaced(cursor) {
                cursor.go_to(start);
                separator = Separator::None;
            }
        }
        Separator::None if after.has_gap => {
            // A label without a separator is alone on its line. Only a timestamp may follow it.
            let _ = eat_bare(cursor);
            eat_spaces(cursor, place.syntax, GAP);
            if !cursor.is_at_end() && !cursor.is_before(is_line_break) {
                separator = Separator::Gap;
            }
            cursor.go_to(start);
        }
        _ => {}
    }
    Some((separator, true))
}

fn is_spaced(cursor: &Cursor<'_>) -> bool {
    let is_end = |c| is_space(c) || is_line_break(c) || matches!(c, '*' | '_' | '\\' | '<' | ']');
    cursor.is_at_end() || cursor.is_before(is_end)
}
