//! Finds the labels of a call that is written on one line.
//!
//! Here words are most easily put into the wrong mouth: `I said BOT: hello` looks exactly like a
//! change of speaker. So a label is trusted only after the end of a sentence. Anywhere else it must
//! make the speakers alternate.

use super::characters::{is_letter, is_line_break, is_space, is_word};
use super::cursor::{Cursor, char_before};
use super::label_match::{LabelMatch, parse_label};
use super::names::Names;
use super::place::{Place, Separator};
use super::role::Role;
use super::whitespace::Syntax;

/// Every label match outside quotation marks, in one pass.
pub(crate) fn candidates(text: &str, names: &mut Names) -> Vec<LabelMatch> {
    let mut matches: Vec<LabelMatch> = Vec::new();
    let mut place = Place {
        is_line: true,
        has_times: true,
        has_words: false,
        has_separators: false,
        syntax: Syntax::Plain,
    };
    let mut cursor = Cursor::new(text, 0);
    while cursor.eat_if(|c| is_space(c) || is_line_break(c)).is_some() {}
    let first = parse_label(text, cursor.position(), names, place);
    let first = first.filter(|found| found.separator == Separator::Colon && found.is_label());
    // Timestamps belong to labels here if the first label has one.
    place.has_times = first.is_some_and(|first| first.time.is_some());
    place.is_line = false;
    if let Some(mut first) = first {
        first.is_after_sentence = true;
        cursor = Cursor::new(text, first.end);
        matches.push(first);
    }
    let mut quote = Quote::default();
    while let Some(next) = cursor.peek() {
        let at = cursor.position();
        let may_start = match next {
            '[' | '(' | '<' | '{' | '*' | '_' | '【' | '（' => true,
            '0'..='9' => place.has_times,
            _ => is_letter(next),
        };
        if may_start
            && let Some(boundary) = boundary(text, at, matches.last())
            && let Some(mut found) = parse_label(text, at, names, place)
            && found.separator == Separator::Colon
            && found.is_label()
            // Directly after the end of a sentence, lower case is part of a name such as `my.bot:`.
            && (boundary != Boundary::Glued || !found.is_lower)
        {
            found.is_after_sentence = boundary != Boundary::Weak;
            cursor = Cursor::new(text, found.end);
            matches.push(found);
            continue;
        }
        quote.pass(&cursor, &mut matches);
        cursor.bump();
    }
    matches
}

#[derive(Clone, Copy, PartialEq)]
enum Boundary {
    /// Spaces within a sentence.
    Weak,
    /// Spaces after the end of a sentence or after another label.
    Strong,
    /// The end of a sentence without a space.
    Glued,
}

/// The boundary before `at`. `None` in the middle of a word.
fn boundary(text: &str, at: usize, last: Option<&LabelMatch>) -> Option<Boundary> {
    let nearest = char_before(text, at);
    if nearest.is_some_and(is_word) {
        return None;
    }
    // No sensible gap has more than 32 spaces. A longer one counts as the end of a sentence.
    let end = before_spaces(text, at);
    let last_of_sentence = char_before(text, end);
    let ended = last_of_sentence.is_none_or(is_blank)
        || last.is_some_and(|found| found.end >= end)
        || ends_sentence(text, end);
    match (end < at, ended) {
        (true, true) => Some(Boundary::Strong),
        (true, false) => Some(Boundary::Weak),
        // Where sentences end with `。` no space follows.
        (false, true) if nearest.is_some_and(|c| !c.is_ascii()) => Some(Boundary::Strong),
        (false, true) => Some(Boundary::Glued),
        (false, false) => None,
    }
}

fn is_blank(c: char) -> bool {
    is_space(c) || is_line_break(c)
}

/// Where the spaces and line breaks before `at` start. Looks at 32 of them at most.
fn before_spaces(text: &str, mut at: usize) -> usize {
    for _ in 0..32 {
        match char_before(text, at) {
            Some(before) if is_blank(before) => at -= before.len_utf8(),
            _ => break,
        }
    }
    at
}

/// Whether a sentence ends at `at`. Closing quotation marks and brackets are ignored.
fn ends_sentence(text: &str, mut at: usize) -> bool {
    for _ in 0..4 {
        let Some(last) = char_before(text, at) else {
            break;
        };
        if !"\"')]}*_»”’」』）".contains(last) {
            return ".!?|…‽—⁇⁈⁉。！．？｡؟۔।॥။።։;".contains(last);
        }
        at -= last.len_utf8();
    }
    false
}

/// A quotation that may be open. A label within a quotation does not change the speaker.
#[derive(Default)]
struct Quote {
    /// Where it was opened, what closes it, and how many label matches there were then.
    open: Option<(usize, char, usize)>,
}

/// A longer quotation is taken for a stray quotation mark.
const LONGEST_QUOTE: usize = 600;

impl Quote {
    fn pass(&mut self, cursor: &Cursor<'_>, matches: &mut Vec<LabelMatch>) {
        let Some(next) = cursor.peek() else {
            return;
        };
        let at = cursor.position();
        if let Some((start, close, count)) = self.open {
            let is_near = at - start <= LONGEST_QUOTE;
            if next == close {
                if is_near {
                    matches.truncate(count);
                }
                self.open = None;
                return;
            }
            if is_near {
                return;
            }
        }
        let close = match next {
            '"' if opens_quotation(cursor) => '"',
            '«' => '»',
            '“' => '”',
            '„' => '“',
            '「' => '」',
            '『' => '』',
            _ => return,
        };
        self.open = Some((at, close, matches.len()));
    }
}

/// Whether a straight quotation mark opens a quotation. The one in `6" tall` does not.
fn opens_quotation(cursor: &Cursor<'_>) -> bool {
    let mut after = *cursor;
    after.bump();
    let is_before_word = after.peek().is_some_and(|c| c > ' ');
    let before = cursor.before();
    is_before_word && before.is_none_or(|c| !c.is_ascii() || " \t\n\r([:,".contains(c))
}

/// Keeps every match after the end of a sentence. Keeps the matches between two of those, or after
/// the last, if they make the speakers alternate.
pub(crate) fn keep_alternating(text: &str, matches: &mut Vec<LabelMatch>, is_opening: bool) {
    if let Some(first) = matches.first_mut() {
        // `Transcript: BOT: Hi.` may have something before its first label.
        let before = char_before(text, before_spaces(text, first.start));
        first.is_after_sentence |= is_opening || before == Some(':');
        // Among capitalised labels, lower case means a word in a sentence.
        if !first.is_lower {
            matches.retain(|found| !found.is_lower);
        }
    }
    // The last match that was kept, and whether any match within a sentence was kept.
    let mut kept: Option<LabelMatch> = None;
    let mut trusted = false;
    let mut start = 0;
    while start < matches.len() {
        // How often a speaker repeats, from the last kept match to the next one after a sentence.
        let mut end = start;
        let mut last = kept.map(|kept| kept.name);
        let mut repeats = 0;
        while let Some(found) = matches.get(end) {
            repeats += usize::from(last == Some(found.name));
            last = Some(found.name);
            if found.is_after_sentence {
                break;
            }
            end += 1;
        }
        let next = matches.get(end).copied();
        let weak = end - start;
        let fits_alone = match (&kept, &next) {
            (Some(kept), Some(next)) => kept.name == next.name,
            // A bot does not say `HUMAN:`. A human may well report what the `BOT:` said.
            (Some(kept), None) => {
                let changes = kept.role == Role::Bot && matches[start].role == Role::Human;
                trusted || changes
            }
            (None, _) => false,
        };
        if repeats * 5 <= weak && (weak > 1 || fits_alone) {
            trusted |= weak > 0;
            for found in matches.iter_mut().take(end).skip(start) {
                found.is_after_sentence = true;
            }
        }
        // Without a next match, this was the last round.
        kept = next;
        start = end + 1;
    }
    matches.retain(|found| found.is_after_sentence);
}
