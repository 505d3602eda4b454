//! A whole call on one line: the labels in the middle of it.
//!
//! This is where words are most easily put into the wrong mouth: `I said BOT: hello` is written
//! just as a change of speaker is. So a label counts at once only after the end of a sentence;
//! elsewhere it must fit into the alternation of the speakers.

use super::characters::{Syntax, is_line_break, is_space};
use super::cursor::Cursor;
use super::label_match::{LabelMatch, Place, Separator, parse_label};
use super::line_breaks::Lines;
use super::names::Names;
use super::role::Role;
use super::selection::{has_several_speakers, is_credible, is_same_speaker, opens, select_labels};

/// The label matches of a call on one line, or none where it is not one.
pub(crate) fn find(text: &str, names: &mut Names) -> Vec<LabelMatch> {
    let mut matches = candidates(text, names);
    let selection = select_labels(&matches, names);
    matches.retain(|found| selection.role(found, names).is_some());
    let mut opened = false;
    if let Some(first) = matches.first_mut() {
        opened = opens(text, first.start);
        // `Transcript: BOT: Hi.` may have something before its first label.
        first.is_after_sentence |= opened || is_after_colon(text, first.start);
        // A word in lower case among capitalised labels is a word.
        if !first.is_lower {
            matches.retain(|found| !found.is_lower);
        }
    }
    keep_alternating(&mut matches, names);
    let lines = Lines::new(text.trim(), 0, Syntax::Plain).take(2).count();
    let least = if lines > 1 || !opened { 3 } else { 2 };
    let is_call = matches.len() >= least
        && has_several_speakers(&matches, names)
        && (opened || is_credible(text, &matches, names));
    if !is_call {
        matches.clear();
    }
    matches
}

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
    let first = first.filter(|found| found.separator == Separator::Colon && found.is_label);
    // Timestamps belong to labels here if the first label has one.
    place.has_times = first.is_some_and(|first| first.time.is_some());
    place.is_line = false;
    if let Some(first) = first {
        cursor = Cursor::new(text, first.end);
        matches.push(first);
    }
    let mut quote = Quote::default();
    while let Some(next) = cursor.peek() {
        let at = cursor.position();
        let may_start = match next {
            '[' | '(' | '<' | '{' | '*' | '_' | '【' | '（' => true,
            '0'..='9' => place.has_times,
            _ => next.is_alphabetic(),
        };
        if may_start
            && let Some(boundary) = boundary(text, at, matches.last())
            && let Some(mut found) = parse_label(text, at, names, place)
            && found.separator == Separator::Colon
            && found.is_label
            // Glued to the sentence before it, `my.bot:` is a name.
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
    /// Spaces, but the sentence is not at its end.
    Weak,
    /// Spaces after the end of a sentence, or another label.
    Strong,
    /// No space, but the end of a sentence.
    Glued,
}

/// What is before `at`, or `None` where it is the middle of a word.
fn boundary(text: &str, at: usize, last: Option<&LabelMatch>) -> Option<Boundary> {
    let before = &text[..at];
    let nearest = before.chars().next_back();
    if nearest.is_some_and(char::is_alphanumeric) {
        return None;
    }
    // Far enough for any sensible gap; more spaces than that end a sentence by themselves.
    let gap: usize = before
        .chars()
        .rev()
        .take(32)
        .take_while(|c| is_space(*c) || is_line_break(*c))
        .map(char::len_utf8)
        .sum();
    let end = at - gap;
    let ended = end == 0
        || last.is_some_and(|found| found.end >= end)
        || ends_sentence(&text[..end])
        || text[..end].ends_with(is_space);
    match (gap > 0, ended) {
        (true, true) => Some(Boundary::Strong),
        (true, false) => Some(Boundary::Weak),
        // Where sentences end with `。` no space follows.
        (false, true) if nearest.is_some_and(|c| !c.is_ascii()) => Some(Boundary::Strong),
        (false, true) => Some(Boundary::Glued),
        (false, false) => None,
    }
}

/// Whether a sentence ends at the end of `text`, quotation marks and brackets after it left aside.
fn ends_sentence(text: &str) -> bool {
    let is_mark = |c: char| "\"')]}*_»”’」』）".contains(c);
    let mut closing = text.chars().rev().take(4).skip_while(|c| is_mark(*c));
    closing
        .next()
        .is_some_and(|c| ".!?|…‽—⁇⁈⁉。！．？｡؟۔।॥።։;".contains(c))
}

/// Whether there is a colon before `start`, spaces left aside.
fn is_after_colon(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev().take(8);
    before.find(|c| !is_space(*c) && !is_line_break(*c)) == Some(':')
}

/// An open quotation. What it turns out to enclose is no change of speaker.
#[derive(Default)]
struct Quote {
    /// Where it was opened, what closes it, and how many label matches there were then.
    open: Option<(usize, char, usize)>,
}

/// A quotation longer than this is taken for a stray quotation mark.
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

/// Whether a straight quotation mark opens: `6" tall` does not.
fn opens_quotation(cursor: &Cursor<'_>) -> bool {
    let mut after = *cursor;
    after.bump();
    let is_before_word = after.peek().is_some_and(|c| c > ' ');
    let before = cursor.before();
    is_before_word && before.is_none_or(|c| !c.is_ascii() || " \t\n\r([:,".contains(c))
}

/// Keeps the matches after the end of a sentence, and of the others those between two such (or
/// after the last) that make the speakers alternate.
fn keep_alternating(matches: &mut Vec<LabelMatch>, names: &Names) {
    let role = |found: &LabelMatch| names.group(names.group_of(found.name)).role;
    let mut is_kept = vec![true; matches.len()];
    // The last match that was kept, and whether others between sentences were.
    let mut kept: Option<LabelMatch> = None;
    let mut trusted = false;
    let mut start = 0;
    while start < matches.len() {
        let strong = matches[start..]
            .iter()
            .position(|found| found.is_after_sentence);
        let end = strong.map_or(matches.len(), |count| start + count);
        let next = matches.get(end).copied();
        let weak = &matches[start..end];
        // How often one speaker follows himself, from the last match that was kept to the next.
        let path = kept.iter().chain(weak).chain(next.iter());
        let path: Vec<&LabelMatch> = path.collect();
        let repeats = path
            .windows(2)
            .filter(|pair| is_same_speaker(pair[0], pair[1]))
            .count();
        if let Some(first) = weak.first() {
            let fits_alone = match (&kept, &next) {
                (Some(kept), Some(next)) => is_same_speaker(kept, next),
                // A bot does not say `HUMAN:`; a human may well tell what the `BOT:` said.
                (Some(kept), None) => {
                    trusted || (role(kept) == Role::Bot && role(first) == Role::Human)
                }
                (None, _) => false,
            };
            let fits = repeats * 5 <= weak.len() && (weak.len() > 1 || fits_alone);
            trusted |= fits;
            is_kept[start..end].fill(fits);
        }
        // Where there is no next, this was the end.
        kept = next;
        start = end + 1;
    }
    let mut is_kept = is_kept.into_iter();
    matches.retain(|_| is_kept.next().unwrap_or_default());
}
