//! One label with everything that belongs to it: brackets, emphasis, counter, clock, colon.

use super::chars::{blank, byte, colon, invisible, line_break, one_of, skip_blanks};
use super::clocks::{self, bracketed, closing, digits};
use super::labels::{LabelId, Labels};
use super::offsets::TextRange;

/// A place where a turn may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Where the markup starts: the text before ends here.
    pub(crate) start: usize,
    /// The label as it is written.
    pub(crate) label: TextRange,
    /// Where the markup ends: the turn's text starts here.
    pub(crate) end: usize,
    /// Which label it is.
    pub(crate) id: LabelId,
    /// What the clock beside it shows, in seconds; not a number where there is none.
    pub(crate) time: f64,
    /// Where a line starts that has nothing but a clock and stands above the label, and what it
    /// shows; not a number where there is none.
    pub(crate) above: (usize, f64),
    /// There is a colon. Without one it takes more to be believed.
    pub(crate) colon: bool,
    /// The label is in lower case, as a word in a sentence is.
    pub(crate) lower: bool,
    /// There is more around the label than blanks and a colon.
    pub(crate) decorated: bool,
    /// How far the label is indented, in bytes.
    pub(crate) indent: usize,
    /// The line above is no label's and is indented just as far.
    pub(crate) hanging: bool,
    /// A sentence ends before it (only asked about in the middle of a line).
    pub(crate) strong: bool,
    /// It was found to be speech: [`sweep`] leaves it out.
    pub(crate) speech: bool,
}

/// Leaves out the marks that are speech.
pub(crate) fn sweep(marks: &mut Vec<Mark>) {
    marks.retain(|mark| !mark.speech);
}

/// Where a mark is looked for, and so what may belong to it.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// At the start of a line: bullets, counters and headings may stand before the label.
    pub(crate) line: bool,
    /// Clocks may. In the middle of a line `10:30 BOT:` can be the end of what somebody said.
    pub(crate) clocks: bool,
}

/// Blanks between the parts of a mark. A bound, because it is tried at many places.
const GAP: usize = 64;

/// Reads the mark that starts at `start`, a character that is not blank.
///
/// Looks at a bounded number of bytes, but for the blanks at the end of a line without a colon.
pub(crate) fn read(bytes: &[u8], start: usize, labels: &Labels, place: Place) -> Option<Mark> {
    let mut at = start;
    let mut time = f64::NAN;
    let mut decorated = false;
    // The emphasis that is open, in characters, and the bracket that would close the label's.
    let mut emphasis = 0;
    let mut bracket = 0;
    for _ in 0..12 {
        let passed = skip_blanks(bytes, at, GAP) + invisible(bytes, at);
        if passed > at {
            at = passed;
            continue;
        }
        let first = byte(bytes, at);
        let next = match first {
            b'#' | b'>' if place.line => at + 1,
            b'*' | b'_' => {
                let run = run(bytes, at, first, 3);
                if !(place.line && run == 1 && blank(bytes, at + 1) > 0) {
                    emphasis += run;
                }
                at + run
            }
            b'-' | 0xE2 if place.line && bullet(bytes, at) > 0 => at + bullet(bytes, at),
            b'|' | b',' | b':' | b'-' if !time.is_nan() => at + 1,
            _ => {
                let close = closing(first);
                if close == 0 && !first.is_ascii_digit() {
                    break;
                }
                let mut end = 0;
                if place.clocks {
                    end = clocks::read(bytes, at, &mut time);
                }
                if end == 0 && place.line {
                    end = counter(bytes, at);
                }
                if end == 0 {
                    if close == 0 || bracket != 0 {
                        return None;
                    }
                    bracket = close;
                    end = at + 1;
                }
                end
            }
        };
        decorated = true;
        at = next;
    }

    let found = labels.find(bytes, at)?;
    let mut label = TextRange::new(at, found.end);
    at = found.end;
    // Where the bracket around the label is closed.
    let mut boxed = 0;
    let mut closed = false;
    for _ in 0..8 {
        let first = byte(bytes, at);
        let mut end = skip_blanks(bytes, at, GAP);
        if bracket != 0 && first == bracket {
            bracket = 0;
            closed = true;
            end = at + 1;
            boxed = end;
        } else if matches!(first, b'*' | b'_') && emphasis > 0 {
            let run = run(bytes, at, first, emphasis);
            emphasis -= run;
            closed = true;
            end = at + run;
        } else if end == at {
            if place.clocks {
                end = bracketed(bytes, at, &mut time);
            }
            decorated |= end > at;
            if end <= at {
                end = qualifier(bytes, at);
                if end == 0 {
                    break;
                }
                // `BOT (Screener)`: who it is, so it belongs to the label.
                if !closed {
                    label.end = end;
                }
                closed = true;
            }
        }
        at = end;
    }

    let mut has_colon = false;
    let taken = colon(bytes, at);
    if taken > 0 {
        has_colon = true;
        at += taken;
        let next = byte(bytes, at);
        // `bot://`, `Agent::new`, and the `12:30` of `human 12:30` are no labels.
        if taken == 1
            && (next == b':'
                || (next == b'/' && byte(bytes, at + 1) == b'/')
                || (found.numbered && next.is_ascii_digit()))
        {
            return None;
        }
        if bracket != 0 && next == bracket {
            bracket = 0;
            at += 1;
        }
        if emphasis > 0 && matches!(byte(bytes, at), b'*' | b'_') {
            let run = run(bytes, at, byte(bytes, at), emphasis);
            emphasis -= run;
            at += run;
        }
    } else if !place.line || emphasis > 0 {
        return None;
    } else {
        at = at.max(clocks::bare(bytes, at, &mut time));
        let rest = skip_blanks(bytes, at, usize::MAX);
        if rest < bytes.len()
            && line_break(bytes, rest, false) == 0
            && (boxed == 0 || rest == boxed)
        {
            return None;
        }
    }
    // `(BOT: he said)` is an aside. A line that is bold from end to end still has its label.
    if bracket != 0 || (emphasis > 0 && !place.line) {
        return None;
    }
    Some(Mark {
        start,
        label,
        end: at,
        id: found.id,
        time,
        above: (0, f64::NAN),
        colon: has_colon,
        lower: lower(bytes, label),
        decorated: decorated || closed,
        indent: 0,
        hanging: false,
        strong: false,
        speech: false,
    })
}

/// How often `letter` stands at `at`, `most` at most.
fn run(bytes: &[u8], at: usize, letter: u8, most: usize) -> usize {
    let mut count = 0;
    while count < most && byte(bytes, at + count) == letter {
        count += 1;
    }
    count
}

/// How many bytes the bullet at `at` takes, 0 where none is before a blank.
fn bullet(bytes: &[u8], at: usize) -> usize {
    match one_of(bytes, at, "-–—•") {
        width if blank(bytes, at + width) > 0 => width,
        _ => 0,
    }
}

/// Past `[12]`, `(12)`, `12.`, `12)`, with a blank after the latter two; 0 where there is none.
fn counter(bytes: &[u8], at: usize) -> usize {
    let close = closing(byte(bytes, at));
    let from = at + usize::from(close > 0);
    let end = digits(bytes, from, 6);
    let sign = byte(bytes, end);
    let fits = match close {
        0 => matches!(sign, b'.' | b')') && blank(bytes, end + 1) > 0,
        _ => sign == close,
    };
    if end > from && fits { end + 1 } else { 0 }
}

/// Past `(Screener)` or `[Screener]`; 0 where there is none.
fn qualifier(bytes: &[u8], at: usize) -> usize {
    let open = byte(bytes, at);
    if !matches!(open, b'(' | b'[') {
        return 0;
    }
    let mut end = at + 1;
    while byte(bytes, end) != closing(open) {
        if end >= bytes.len().min(at + 79)
            || byte(bytes, end) == open
            || line_break(bytes, end, true) > 0
        {
            return 0;
        }
        end += 1;
    }
    if end > at + 1 { end + 1 } else { 0 }
}

/// Whether the label has lower case letters and no others.
fn lower(bytes: &[u8], label: TextRange) -> bool {
    let mut letters = false;
    for byte in bytes.get(label.start..label.end).unwrap_or_default() {
        if byte.is_ascii_uppercase() || *byte >= 0x80 {
            return false;
        }
        letters |= byte.is_ascii_lowercase();
    }
    letters
}
