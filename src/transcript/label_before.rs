//! What stands before a name: bullets, emphasis, counters, timestamps, brackets, quotation marks,
//! emojis.

use super::characters::{is_invisible, is_space};
use super::cursor::Cursor;
use super::place::{GAP, Place};
use super::timestamps::{Time, closing_bracket, eat_decimal, eat_timestamp};
use super::whitespace::eat_spaces;

/// What was read before the name.
#[derive(Default)]
pub(crate) struct Before {
    pub(crate) time: Option<Time>,
    pub(crate) counter: Option<u32>,
    pub(crate) is_decorated: bool,
    /// How many characters of emphasis are open.
    pub(crate) emphasis: usize,
    /// The character that closes the bracket around the label.
    pub(crate) bracket: Option<char>,
    /// Whether speech may start in the same way: with a quotation mark, or with a number.
    pub(crate) is_doubtful: bool,
    /// Where an emoji before the label starts. It belongs to the label.
    pub(crate) picture: Option<usize>,
}

/// Reads what stands before the name.
#[inline(never)]
pub(crate) fn parse_before(cursor: &mut Cursor<'_>, place: Place) -> Option<Before> {
    let mut before = Before::default();
    for _ in 0..12 {
        let from = cursor.position();
        eat_spaces(cursor, place.syntax, GAP);
        cursor.eat_while(is_invisible, GAP);
        if cursor.position() > from {
            continue;
        }
        let Some(next) = cursor.peek() else {
            break;
        };
        if place.is_line && is_pictograph(next) {
            before.picture.get_or_insert(from);
            cursor.bump();
            continue;
        }
        let quote = place.is_line.then(|| closing_quote(next)).flatten();
        let close = closing_bracket(next).or(quote);
        if matches!(next, '*' | '_') {
            let run = cursor.eat_run(next, 3);
            let is_bullet = place.is_line && run == 1 && cursor.is_before(is_space);
            before.emphasis += if is_bullet { 0 } else { run };
        } else if (place.is_line && eat_bullet(cursor))
            || (before.time.is_some() && cursor.eat_one_of("|,:-").is_some())
        {
        } else if close.is_none() && !next.is_ascii_digit() {
            break;
        } else if place.has_times
            && let Some(time) = eat_timestamp(cursor).or_else(|| cursor.attempt(plain_seconds))
        {
            before.time = Some(time);
        } else if place.is_line
            && let Some(counter) = cursor.attempt(counter)
        {
            before.is_doubtful |= cursor.before().is_some_and(|c| c.is_ascii_digit());
            before.counter = Some(counter);
        } else if close.is_some() && before.bracket.is_none() {
            before.bracket = close;
            before.is_doubtful |= quote.is_some();
            cursor.bump();
        } else {
            return None;
        }
        before.is_decorated = true;
    }
    Some(before)
}

/// Moves past a bullet or the sign of a heading, a quotation or a table.
fn eat_bullet(cursor: &mut Cursor<'_>) -> bool {
    let bullet = |cursor: &mut Cursor<'_>| {
        cursor.eat_one_of("-–—•·‣●▪")?;
        cursor.is_before(is_space).then_some(())
    };
    cursor.eat_one_of("#>|").is_some() || cursor.attempt(bullet).is_some()
}

/// Parses the seconds of `12.5 BOT:`.
fn plain_seconds(cursor: &mut Cursor<'_>) -> Option<Time> {
    eat_decimal(cursor).filter(|_| cursor.is_before(is_space))
}

/// An emoji before a label: `🤖 BOT:`.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{25A0}'..='\u{25FF}')
        && c != '●'
        && c != '▪'
}

/// The quotation mark that closes `open`.
fn closing_quote(open: char) -> Option<char> {
    Some(match open {
        '"' | '\'' => open,
        '“' => '”',
        '‘' => '’',
        '„' => '“',
        '«' => '»',
        _ => return None,
    })
}

/// Parses a counter: `[12]`, `(12)`, `12.`, `12)` or `12`. A space must follow the last three.
fn counter(cursor: &mut Cursor<'_>) -> Option<u32> {
    let close = cursor.peek().and_then(closing_bracket);
    if close.is_some() {
        cursor.bump();
    }
    let number = cursor.eat_number(6)?;
    let fits = match close {
        Some(close) => cursor.eat(close),
        None => {
            cursor.eat_one_of(".)");
            cursor.is_before(is_space)
        }
    };
    fits.then_some(number)
}
