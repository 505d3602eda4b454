//! The marks that lead lines.

use super::chars::{blank, byte, invisible, line_break, line_end, skip_blanks};
use super::clocks::{self, digits};
use super::labels::Labels;
use super::marks::{self, Mark, Place, sweep};

/// Every mark that leads a line. With `escaped`, a literal `\n` ends a line too.
pub(crate) fn marks(bytes: &[u8], labels: &Labels, escaped: bool) -> Vec<Mark> {
    let place = Place {
        line: true,
        clocks: true,
    };
    let mut marks = Vec::new();
    let mut at = 0;
    let mut hang = usize::MAX;
    // What may belong to the label below: where a caption's number or its clock starts, the clock.
    let mut numbered = false;
    let mut above = (0, f64::NAN);
    while at < bytes.len() {
        let line = at;
        at = skip_blanks(bytes, at, usize::MAX);
        let start = at;
        while invisible(bytes, at) + blank(bytes, at) > 0 {
            at += invisible(bytes, at) + blank(bytes, at);
        }
        let broken = line_break(bytes, at, escaped);
        if broken > 0 {
            at += broken;
            continue;
        }
        let first = byte(bytes, at);
        let mut end = at;
        if (labels.may_start(first) || !first.is_ascii_alphabetic())
            && let Some(mut mark) = marks::read(bytes, at, labels, place)
        {
            mark.start = start;
            mark.indent = start - line;
            mark.hanging = hang == mark.indent;
            mark.above = above;
            end = mark.end;
            marks.push(mark);
            hang = usize::MAX;
            numbered = false;
            above.1 = f64::NAN;
        } else {
            hang = start - line;
            if !numbered {
                above.0 = start;
            }
            numbered = false;
            above.1 = f64::NAN;
            if first.is_ascii_digit() || clocks::closing(first) > 0 {
                end = line_end(bytes, at, escaped);
                above.1 = clocks::alone(bytes, at, end);
                numbered = above.1.is_nan() && digits(bytes, at, 6) == end;
                if numbered {
                    above.0 = start;
                }
            }
        }
        at = line_end(bytes, end, escaped);
        at += line_break(bytes, at, escaped);
    }
    marks
}

/// Drops what is speech after all, and settles the clocks. `marks` are those of the labels held.
pub(crate) fn settle(marks: &mut Vec<Mark>, labels: &Labels) {
    drop_words(marks, labels);
    drop_hanging(marks);
    // A clock on a line of its own is a label's only where every label has one: else `10:30` on a
    // line of its own is what somebody answered.
    let all = marks.len() > 1 && marks.iter().all(|mark| !mark.above.1.is_nan());
    for mark in marks {
        if all {
            mark.start = mark.above.0;
            if mark.time.is_nan() {
                mark.time = mark.above.1;
            }
        }
    }
}

/// `human: computer interaction`: among capitalised labels, one in lower case that repeats the
/// speaker before or after it is the beginning of a line of speech.
fn drop_words(marks: &mut Vec<Mark>, labels: &Labels) {
    let mut lower = 0;
    for mark in marks.iter() {
        lower += usize::from(mark.lower);
    }
    if lower * 2 >= marks.len() {
        return;
    }
    let mut before = None;
    for place in 0..marks.len() {
        let after = marks.get(place + 1).map(|mark| labels.role(mark.id));
        if let Some(mark) = marks.get_mut(place) {
            let role = Some(labels.role(mark.id));
            mark.speech = mark.lower && !mark.decorated && (role == before || role == after);
            before = role;
        }
    }
    sweep(marks);
}

/// A label in the midst of a hanging paragraph is quoted there, if the same label leads lines
/// further left.
fn drop_hanging(marks: &mut Vec<Mark>) {
    let Some(base) = marks.first().map(|mark| mark.indent) else {
        return;
    };
    // There are few labels, however long the transcript; and a sort is 4 kB of wasm.
    let mut outer = Vec::new();
    for mark in marks.iter() {
        if mark.indent <= base && !outer.contains(&mark.id) {
            outer.push(mark.id);
        }
    }
    for mark in marks.iter_mut() {
        mark.speech = mark.hanging && mark.indent > base && outer.contains(&mark.id);
    }
    sweep(marks);
}
