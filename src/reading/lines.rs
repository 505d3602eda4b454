//! The marks that lead lines.

use super::chars::{blank, byte, invisible, line_break, line_end};
use super::clocks::{self, digits};
use super::labels::Labels;
use super::marks::{self, Mark, Place, keep};

/// Every mark that leads a line. With `escaped`, a literal `\n` ends a line too.
pub(crate) fn marks(bytes: &[u8], labels: &Labels, escaped: bool) -> Vec<Mark> {
    let place = Place {
        line: true,
        clocks: true,
    };
    let mut marks = Vec::new();
    let mut at = 0;
    let mut hang = usize::MAX;
    // Where the lines start that may belong to the label below them: a caption's number, its clock.
    let mut number = None;
    let mut clock = None;
    while at < bytes.len() {
        let line = at;
        while blank(bytes, at) > 0 {
            at += blank(bytes, at);
        }
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
            mark.above = clock;
            end = mark.end;
            marks.push(mark);
            hang = usize::MAX;
            number = None;
            clock = None;
        } else {
            hang = start - line;
            if first.is_ascii_digit() || clocks::closing(first).is_some() {
                end = line_end(bytes, at, escaped);
                clock =
                    clocks::alone(bytes, at, end).map(|seconds| (number.unwrap_or(start), seconds));
                number = (clock.is_none() && digits(bytes, at, 6).1 == end).then_some(start);
            } else {
                number = None;
                clock = None;
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
    let all = marks.len() > 1 && marks.iter().all(|mark| mark.above.is_some());
    for mark in marks {
        if let Some((start, seconds)) = mark.above.filter(|_| all) {
            mark.start = start;
            mark.time = mark.time.or(Some(seconds));
        }
    }
}

/// `human: computer interaction`: among capitalised labels, one in lower case that repeats the
/// speaker before or after it is the beginning of a line of speech.
fn drop_words(marks: &mut Vec<Mark>, labels: &Labels) {
    let lower = marks.iter().filter(|mark| mark.lower).count();
    if lower == 0 || lower * 2 >= marks.len() {
        return;
    }
    let roles: Vec<_> = marks.iter().map(|mark| labels.role(mark.id)).collect();
    let mut place = 0;
    keep(marks, &mut |mark| {
        let role = roles.get(place);
        let before = place.checked_sub(1).and_then(|place| roles.get(place));
        let after = roles.get(place + 1);
        place += 1;
        !mark.lower || mark.decorated || (role != before && role != after)
    });
}

/// A label in the midst of a hanging paragraph is quoted there, if the same label leads lines
/// further left.
fn drop_hanging(marks: &mut Vec<Mark>) {
    if !marks.iter().any(|mark| mark.hanging && mark.indent > 0) {
        return;
    }
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
    keep(marks, &mut |mark| {
        !(mark.hanging && mark.indent > base && outer.contains(&mark.id))
    });
}
