//! Finds the labels that lead lines.

use super::characters::{is_invisible, is_space};
use super::cursor::{Cursor, part};
use super::label_match::{LabelMatch, TimeAbove, parse_label};
use super::line_breaks::{Line, Lines};
use super::names::Names;
use super::place::{GAP, Place};
use super::role::Role;
use super::timestamps::{Time, closing_bracket, eat_bracketed, eat_timestamp};
use super::whitespace::{Syntax, eat_spaces};

/// Every label match that leads a line, and what the next scan needs to continue.
#[derive(Clone, Default)]
pub(crate) struct LineLabels {
    pub(crate) matches: Vec<LabelMatch>,
    /// How many lines are not empty.
    pub(crate) lines: usize,
    /// There may be HTML or escaped line breaks: the text has `<` or `\`.
    pub(crate) has_markup: bool,
    state: State,
}

/// What one line says about the next.
#[derive(Clone, Default)]
struct State {
    /// The indent of the previous line, if it has no label.
    hang: Option<usize>,
    /// The timestamp on the previous line, if it is alone there.
    above: Option<TimeAbove>,
    /// The start of the previous line, if it is a caption's number.
    number: Option<usize>,
}

/// The state before the last line of a text. That line may continue when the text grows.
#[derive(Clone, Default)]
pub(crate) struct Checkpoint {
    pub(crate) at: usize,
    labels: usize,
    lines: usize,
    names: usize,
    state: State,
}

impl LineLabels {
    /// Adds the label matches of all lines from `from` on, where a line starts.
    pub(crate) fn scan(
        &mut self,
        text: &str,
        from: usize,
        names: &mut Names,
        place: Place,
    ) -> Checkpoint {
        let mut checkpoint = Checkpoint::default();
        let mut lines = Lines::new(text, from, place.syntax);
        for line in lines.by_ref() {
            if line.next >= text.len() {
                checkpoint = Checkpoint {
                    at: line.start,
                    labels: self.matches.len(),
                    lines: self.lines,
                    names: names.count(),
                    state: self.state.clone(),
                };
            }
            self.scan_line(text, line, names, place);
        }
        self.has_markup |= lines.has_markup();
        checkpoint
    }

    /// Goes back to the last line, to scan it again.
    pub(crate) fn rewind(&mut self, checkpoint: &Checkpoint, names: &mut Names) {
        names.forget(checkpoint.names);
        self.matches.truncate(checkpoint.labels);
        self.lines = checkpoint.lines;
        self.state = checkpoint.state.clone();
    }

    fn scan_line(&mut self, text: &str, line: Line, names: &mut Names, place: Place) {
        let mut cursor = Cursor::new(part(text, 0, line.end), line.start);
        let is_plain = cursor.peek().is_some_and(|c| c.is_ascii_alphabetic());
        if !is_plain {
            eat_spaces(&mut cursor, place.syntax, usize::MAX);
        }
        // The quotation mark before a whole transcript that was escaped as a string.
        if place.syntax == Syntax::Escaped && line.start == 0 {
            cursor.eat('"');
        }
        let start = cursor.position();
        if !is_plain {
            while cursor.eat_if(|c| is_invisible(c) || is_space(c)).is_some() {}
        }
        if cursor.is_at_end() {
            return;
        }
        self.lines += 1;
        let indent = start - line.start;
        // The parser gets the line break too: it must see whether a label is alone on its line.
        let found = parse_label(part(text, 0, line.next), cursor.position(), names, place);
        if let Some(found) = found.filter(|found| found.end <= line.end) {
            self.matches.push(LabelMatch {
                start,
                indent,
                is_hanging: self.state.hang == Some(indent),
                above: self.state.above.take(),
                ..found
            });
            self.state = State::default();
            return;
        }
        let number = self.state.number.take();
        self.state.above = None;
        self.state.hang = Some(indent);
        let first = cursor.peek().unwrap_or_default();
        if !first.is_ascii_digit() && closing_bracket(first).is_none() {
            return;
        }
        let mut alone = cursor;
        if let Some(time) = eat_timestamp(&mut alone).filter(|_| is_line_over(alone)) {
            let start = number.unwrap_or(start);
            self.state.above = Some(TimeAbove { start, time });
            return;
        }
        let mut alone = cursor;
        let is_number = alone.eat_number(6).is_some() && is_line_over(alone);
        self.state.number = is_number.then_some(start);
    }
}

/// Whether only spaces follow.
pub(crate) fn is_line_over(mut cursor: Cursor<'_>) -> bool {
    eat_spaces(&mut cursor, Syntax::Plain, usize::MAX);
    cursor.is_at_end()
}

/// Drops the matches that are speech after all, and decides which timestamps count. `matches` are
/// those of the selected labels.
pub(crate) fn settle(text: &str, matches: &mut Vec<LabelMatch>) {
    drop_words(matches);
    drop_hanging(matches);
    // A timestamp on its own line belongs to a label only if every label has one. Otherwise, a line
    // such as `10:30` may be an answer.
    if matches.len() > 1 && matches.iter().all(|found| found.above.is_some()) {
        for found in matches.iter_mut() {
            if let Some(above) = found.above {
                found.start = above.start;
                found.time = found.time.or(Some(above.time));
            }
        }
    }
    settle_times_behind(text, matches);
    settle_counters(matches);
}

/// A timestamp in brackets behind a colon, `Nina: (0:04)`, belongs to the label only if every label
/// has one. The last label may lack it.
fn settle_times_behind(text: &str, matches: &mut [LabelMatch]) {
    let times = matches.iter().map_while(|found| time_behind(text, found));
    let times = times.count();
    if times < 2 || times + 1 < matches.len() {
        return;
    }
    for found in matches {
        if let Some((time, end)) = time_behind(text, found) {
            (found.time, found.end) = (Some(time), end);
        }
    }
}

/// The timestamp behind a label, and its end.
fn time_behind(text: &str, found: &LabelMatch) -> Option<(Time, usize)> {
    let mut cursor = Cursor::new(text, found.end);
    eat_spaces(&mut cursor, Syntax::Plain, GAP);
    let time = eat_bracketed(&mut cursor).filter(|_| found.time.is_none())?;
    Some((time, cursor.position()))
}

/// Whole numbers before all labels are seconds, unless they count the turns.
fn settle_counters(matches: &mut [LabelMatch]) {
    let mut last = None;
    let mut has_gap = false;
    for found in matches.iter() {
        if found.counter.is_none() || found.counter < last {
            return;
        }
        has_gap |= last.is_some_and(|last| found.counter > Some(last + 1));
        last = found.counter;
    }
    if has_gap {
        for found in matches {
            found.time = found.time.or(found.counter.map(Time::from_seconds));
        }
    }
}

/// Drops labels in lower case among capitalised ones, if they repeat the speaker before or after
/// them: `human: computer interaction` is the start of a line of speech.
fn drop_words(matches: &mut Vec<LabelMatch>) {
    let lower = matches.iter().filter(|found| found.is_lower).count();
    if lower * 2 >= matches.len() {
        return;
    }
    let roles: Vec<Role> = matches.iter().map(|found| found.role).collect();
    let mut index = 0;
    matches.retain(|found| {
        let own = roles.get(index);
        let is_repeated = own == roles.get(index + 1) || own == roles.get(index.wrapping_sub(1));
        index += 1;
        !(found.is_lower && !found.is_decorated && is_repeated)
    });
}

/// Drops labels within a paragraph that is indented further, if the same label leads lines further
/// left. The paragraph quotes it.
fn drop_hanging(matches: &mut Vec<LabelMatch>) {
    let Some(base) = matches.first().map(|found| found.indent) else {
        return;
    };
    if matches.iter().all(|found| !found.is_hanging) {
        return;
    }
    let mut outer = Vec::new();
    for found in matches.iter() {
        if found.indent <= base && !outer.contains(&found.group) {
            outer.push(found.group);
        }
    }
    matches
        .retain(|found| !(found.is_hanging && found.indent > base && outer.contains(&found.group)));
}
