//! A whole call on one line: the marks in the middle of it.
//!
//! This is where words are most easily put into the wrong mouth: `I said BOT: hello` is written
//! just as a change of speaker is. So a label counts at once only after the end of a sentence;
//! elsewhere it must fit into the alternation of the speakers.

use super::chars::{blank, byte, line_break, line_end, one_of, trim, width_before};
use super::held;
use super::labels::{Labels, Role};
use super::marks::{self, Mark, Place, sweep};

/// The marks of a call on one line, or none where it is not one.
pub(crate) fn marks(bytes: &[u8], labels: &Labels) -> Vec<Mark> {
    let (start, end) = trim(bytes, 0, bytes.len(), false);
    let mut marks = candidates(bytes, start, labels);
    held::hold(&mut marks, labels);
    let mut opened = false;
    if let Some(first) = marks.first_mut() {
        opened = held::opens(bytes, first.start);
        // `Transcript: BOT: Hi.` may have something before its first label.
        first.strong |= opened || before(bytes, first.start) == b':';
        // A word in lower case among capitalised labels is a word.
        if !first.lower {
            for mark in &mut marks {
                mark.speech = mark.lower;
            }
            sweep(&mut marks);
        }
    }
    alternate(bytes, &mut marks, labels);
    let wrapped = line_end(bytes, start, false) < end;
    let least = if wrapped || !opened { 3 } else { 2 };
    if marks.len() < least
        || !several_speakers(bytes, labels, &marks)
        || !(opened || held::credible(bytes, &marks))
    {
        marks.clear();
    }
    marks
}

/// Every mark outside quotation marks, in one pass.
pub(crate) fn candidates(bytes: &[u8], start: usize, labels: &Labels) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = start;
    let mut place = Place {
        line: true,
        clocks: true,
    };
    if let Some(mark) = marks::read(bytes, at, labels, place).filter(|mark| mark.colon) {
        // Clocks belong to labels here if the first label has one.
        place.clocks = !mark.time.is_nan();
        at = mark.end;
        marks.push(mark);
    } else {
        place.clocks = false;
    }
    place.line = false;
    let mut quote = Quote {
        open: 0,
        close: "",
        marks: 0,
    };
    while at < bytes.len() {
        let first = byte(bytes, at);
        let may_start = match first {
            b'[' | b'(' | b'<' | b'{' | b'*' | b'_' => true,
            b'0'..=b'9' => place.clocks,
            // Blanks, and the middle of a character.
            0..=b' ' | 0x80..=0xBF => false,
            _ => labels.may_start(first),
        };
        if may_start
            && let Some(before) = boundary(bytes, at, marks.last())
            && let Some(mut mark) = marks::read(bytes, at, labels, place)
            // Glued to the sentence before it, `my.bot:` is a name.
            && (before != Boundary::Glued || !mark.lower)
        {
            mark.strong = before != Boundary::Weak;
            at = mark.end;
            marks.push(mark);
            continue;
        }
        if matches!(first, b'"' | 0xC2 | 0xE2 | 0xE3) {
            quote.see(bytes, at, &mut marks);
        }
        at += 1;
    }
    marks
}

#[derive(Clone, Copy, PartialEq)]
enum Boundary {
    /// Blanks, but the sentence is not at its end.
    Weak,
    /// Blanks after the end of a sentence, or another label.
    Strong,
    /// No blank, but the end of a sentence.
    Glued,
}

/// What is before `at`, or `None` where it is the middle of a word.
fn boundary(bytes: &[u8], at: usize, last: Option<&Mark>) -> Option<Boundary> {
    let mut end = at;
    // Far enough for any sensible gap; more blanks than that end a sentence by themselves.
    for _ in 0..32 {
        let width = width_before(bytes, end);
        if end == 0 || blank(bytes, end - width) + line_break(bytes, end - width, false) == 0 {
            break;
        }
        end -= width;
    }
    let ended = end == 0
        || last.is_some_and(|mark| mark.end >= end)
        || sentence_end(bytes, end)
        || blank(bytes, end - width_before(bytes, end)) > 0;
    match (end < at, ended) {
        (true, true) => Some(Boundary::Strong),
        (true, false) => Some(Boundary::Weak),
        // Where sentences end with `。` no blank follows.
        (false, true) if at > 0 && byte(bytes, at - 1) >= 0x80 => Some(Boundary::Strong),
        (false, true) => Some(Boundary::Glued),
        (false, false) => None,
    }
}

/// Whether a sentence ends before `end`, quotation marks and brackets after it left aside.
fn sentence_end(bytes: &[u8], mut end: usize) -> bool {
    for _ in 0..4 {
        if end == 0 {
            return false;
        }
        let at = end - width_before(bytes, end);
        if one_of(bytes, at, ".!?|…‽—⁇⁈⁉。！．？｡؟۔।॥።։;") > 0 {
            return true;
        }
        if one_of(bytes, at, "\"')]}*_»”’」』）") == 0 {
            return false;
        }
        end = at;
    }
    false
}

/// The last byte before `start` that is not blank.
fn before(bytes: &[u8], start: usize) -> u8 {
    let (from, end) = trim(bytes, start.saturating_sub(8), start, false);
    if end > from { byte(bytes, end - 1) } else { 0 }
}

/// An open quotation. What it turns out to enclose is no change of speaker.
struct Quote {
    /// Where it was opened.
    open: usize,
    /// What closes it; empty where none is open.
    close: &'static str,
    /// How many marks there were when it was opened.
    marks: usize,
}

/// A quotation longer than this is taken for a stray quotation mark.
const LONGEST_QUOTE: usize = 600;

impl Quote {
    fn see(&mut self, bytes: &[u8], at: usize, marks: &mut Vec<Mark>) {
        let near = at - self.open <= LONGEST_QUOTE;
        if one_of(bytes, at, self.close) > 0 {
            if near {
                marks.truncate(self.marks);
            }
            self.close = "";
            return;
        }
        if near && !self.close.is_empty() {
            return;
        }
        for [open, close] in QUOTES {
            if one_of(bytes, at, open) > 0 {
                if open == "\"" && !(byte(bytes, at + 1) > b' ' && boundary_before_quote(bytes, at))
                {
                    return;
                }
                self.close = close;
                self.open = at;
                self.marks = marks.len();
            }
        }
    }
}

/// What opens a quotation and what closes it.
const QUOTES: [[&str; 2]; 6] = [
    ["\"", "\""],
    ["«", "»"],
    ["“", "”"],
    ["„", "“"],
    ["「", "」"],
    ["『", "』"],
];

/// Whether a straight quotation mark at `at` opens: `6" tall` does not.
fn boundary_before_quote(bytes: &[u8], at: usize) -> bool {
    at == 0 || byte(bytes, at - 1) >= 0x80 || one_of(bytes, at - 1, " \t\n\r([:,") > 0
}

/// Keeps the strong marks, and of the weak ones those between two strong ones (or after the last)
/// that make the speakers alternate.
fn alternate(bytes: &[u8], marks: &mut Vec<Mark>, labels: &Labels) {
    // The last mark that was kept, and whether a weak one was before.
    let mut kept: Option<Mark> = None;
    let mut trusted = false;
    let mut start = 0;
    while start < marks.len() {
        let mut end = start;
        // How often one speaker follows himself, from the last mark that was kept to the next.
        let mut breaks = 0;
        let mut last = kept;
        let mut next = None;
        while let Some(mark) = marks.get(end) {
            if last.is_some_and(|last| same_speaker(bytes, labels, &last, mark)) {
                breaks += 1;
            }
            last = Some(*mark);
            if mark.strong {
                next = last;
                break;
            }
            end += 1;
        }
        let weak = marks.get_mut(start..end).unwrap_or_default();
        let count = weak.len();
        if let Some(first) = weak.first() {
            let single = match (&kept, &next) {
                (Some(kept), Some(next)) => same_speaker(bytes, labels, kept, next),
                // A bot does not say `HUMAN:`; a human may well tell what the `BOT:` said.
                (Some(kept), None) => {
                    trusted
                        || (labels.role(kept.id) == Role::Bot
                            && labels.role(first.id) == Role::Human)
                }
                (None, _) => false,
            };
            let fits = breaks * 5 <= count && (count > 1 || single);
            trusted |= fits;
            for mark in weak {
                mark.speech = !fits;
            }
        }
        // Where there is no next, this was the end.
        kept = next;
        start = end + 1;
    }
    sweep(marks);
}

/// Whether two marks are of one speaker: the same role and the same label.
fn same_speaker(bytes: &[u8], labels: &Labels, one: &Mark, other: &Mark) -> bool {
    let text = |mark: &Mark| {
        bytes
            .get(mark.label.start..mark.label.end)
            .unwrap_or_default()
    };
    labels.role(one.id) == labels.role(other.id) && text(one).eq_ignore_ascii_case(text(other))
}

/// Whether not all marks are of the speaker of the first.
pub(crate) fn several_speakers(bytes: &[u8], labels: &Labels, marks: &[Mark]) -> bool {
    let mut several = false;
    for mark in marks {
        several |= !same_speaker(bytes, labels, mark, &marks[0]);
    }
    several
}
