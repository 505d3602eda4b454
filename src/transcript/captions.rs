//! Captions: WebVTT, SRT and SBV, and what meetings export with a time alone on its line. Each cue
//! is a turn.
//!
//! The speaker's name is in a voice tag (`<v Sam Lee>`, as Teams writes it), in a label at the
//! start of the text (as Zoom writes it), or alone on the line above or below the times (as Teams
//! writes it in documents).

use super::characters::{is_invisible, is_line_break, is_space, trim_end};
use super::cursor::{Cursor, part};
use super::entries::{self, Entry};
use super::label_name::eat_name;
use super::line_breaks::{Line, Lines};
use super::line_labels::is_line_over;
use super::names::role_of;
use super::options::TranscriptOptions;
use super::place::LINE;
use super::range::TextRange;
use super::reading::Reading;
use super::shape::Shape;
use super::timestamps::{Time, eat_bare, eat_timestamp};
use super::whitespace::{Syntax, eat_spaces, trim};

/// How a cue's times are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    /// `00:04.000 --> 00:05.000 align:left`, or with a comma (SBV).
    Span,
    /// `0:04`. Speech may be like this, so a name must be above each, as Zoom, Meet and Teams write
    /// it.
    Start,
}

/// Reads a transcript that consists of captions only.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    let mut cursor = Cursor::new(text, 0);
    let is_before = |c: char| is_space(c) || is_line_break(c) || is_invisible(c);
    while cursor.eat_if(is_before).is_some() {}
    let start = cursor.position();
    let is_webvtt = cursor.eat_str("WEBVTT");
    // A cue starts with its times, or with one line above them: its number or the speaker's name.
    let has = |times| {
        let mut first = Lines::new(text, start, Syntax::Plain).take(2);
        first.any(|line| cue_time(text, line, times).is_some())
    };
    let times = match is_webvtt || has(Times::Span) {
        true => Times::Span,
        false if has(Times::Start) => Times::Start,
        false => return None,
    };
    let mut cues = cues(text, start, times, is_webvtt)?;
    if times == Times::Start && cues.iter().any(|cue| cue.label.is_none()) {
        return None;
    }
    name_below_times(text, &mut cues);
    entries::read(text, &mut cues, Shape::Captions, LINE, options)
}

/// The cues. `None` if more than one line belongs to no cue.
fn cues(text: &str, start: usize, times: Times, is_webvtt: bool) -> Option<Vec<Entry>> {
    let mut cues = Vec::new();
    let mut open: Option<Entry> = None;
    // Whether lines are skipped up to the next empty one: a header, a comment or a style.
    let mut is_skipped = is_webvtt;
    let mut is_after_empty = true;
    // Where the current cue ends if its last line is the number or the name of the next cue.
    let mut end_above = None;
    let mut above: Option<Above> = None;
    let mut names = Vec::new();
    let mut strays = 0;
    for line in Lines::new(text, start, Syntax::Plain) {
        let (from, to) = trim(text, line.start, line.end, Syntax::Plain);
        if from == to {
            is_after_empty = true;
            is_skipped = false;
            above = None;
            continue;
        }
        let is_first = std::mem::take(&mut is_after_empty);
        let said = part(text, from, to);
        is_skipped |= is_webvtt
            && is_first
            && ["NOTE", "STYLE", "REGION"]
                .iter()
                .any(|name| said.starts_with(name));
        if is_skipped {
            continue;
        }
        let is_named = times == Times::Span || above.is_some_and(|above| above.is_name);
        if let Some(seconds) = cue_time(text, line, times).filter(|_| is_named) {
            if let Some(mut cue) = open.take() {
                cue.text.end = end_above.unwrap_or(cue.text.end);
                push_cue(text, cue, &mut cues);
            }
            open = Some(Entry {
                label: None,
                text: TextRange::new(line.end, line.end),
                time: Some(seconds),
            });
            end_above = None;
            names.push(above.take());
            continue;
        }
        let is_number = said.bytes().all(|byte| byte.is_ascii_digit());
        let range = TextRange::new(from, to);
        above = (!is_number).then(|| Above {
            line: range,
            is_name: times == Times::Start && is_name(text, range, is_first),
            cue_end: open.map_or(from, |cue| cue.text.end),
        });
        if let Some(cue) = &mut open {
            end_above = (is_first || is_number).then_some(cue.text.end);
            cue.text.end = line.end;
        } else {
            strays += 1;
        }
    }
    push_cue(text, open?, &mut cues);
    if !is_webvtt {
        name_above_times(text, &mut cues, &names);
    }
    (strays < 2).then_some(cues)
}

/// The line above a cue's times, which may name the speaker.
#[derive(Clone, Copy)]
struct Above {
    line: TextRange,
    /// Whether a time without an end may follow it.
    is_name: bool,
    /// Where the previous cue ends if this line does not belong to it.
    cue_end: usize,
}

/// Labels the cues with the lines above their times, if every cue has such a line and some of these
/// lines are equal.
fn name_above_times(text: &str, cues: &mut [Entry], above: &[Option<Above>]) {
    let above: Vec<Above> = above.iter().flatten().copied().collect();
    let lines: Vec<TextRange> = above.iter().map(|above| above.line).collect();
    if above.len() != cues.len() || count_different(text, &lines) >= cues.len() {
        return;
    }
    for (index, above) in above.iter().enumerate() {
        cues[index].label = Some(above.line);
        if index > 0 {
            let before = &mut cues[index - 1].text;
            before.end = before.end.min(above.cue_end);
        }
    }
}

/// Whether a line is a name that may stand above a time: behind an empty line, or a known label.
fn is_name(text: &str, line: TextRange, is_first: bool) -> bool {
    let mut cursor = Cursor::new(part(text, 0, line.end), line.start);
    eat_name(&mut cursor) == Some(line.end) && (is_first || role_of(line.of(text)).is_some())
}

/// Labels the cues with their first lines, if every cue has at least two lines and the first lines
/// are a few names that repeat.
fn name_below_times(text: &str, cues: &mut [Entry]) {
    let mut names = Vec::new();
    for cue in cues.iter() {
        let (start, end) = trim(text, cue.text.start, cue.text.end, Syntax::Plain);
        let mut cursor = Cursor::new(part(text, 0, end), start);
        let name = eat_name(&mut cursor).map(|end| TextRange::new(start, end));
        let Some(name) = name.filter(|_| cue.label.is_none() && cursor.is_before(is_line_break))
        else {
            return;
        };
        names.push(name);
    }
    if count_different(text, &names) * 2 > cues.len() {
        return;
    }
    for (cue, name) in cues.iter_mut().zip(names) {
        cue.label = Some(name);
        cue.text.start = name.end;
    }
}

/// How many different texts the ranges have.
fn count_different(text: &str, ranges: &[TextRange]) -> usize {
    let mut texts: Vec<&str> = ranges.iter().map(|range| range.of(text)).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.len()
}

/// Parses the line with a cue's times, and returns the start time.
fn cue_time(text: &str, line: Line, times: Times) -> Option<Time> {
    let mut cursor = Cursor::new(part(text, 0, line.end), line.start);
    eat_spaces(&mut cursor, Syntax::Plain, 8);
    if times == Times::Start {
        return eat_timestamp(&mut cursor).filter(|_| is_line_over(cursor));
    }
    let start = cursor.position();
    let seconds = eat_bare(&mut cursor)?;
    // SBV has a comma between the times.
    let is_span = cursor.since(start).bytes().any(|byte| byte == b'>')
        || (cursor.eat(',') && eat_bare(&mut cursor).is_some());
    let mut settings = cursor.rest().split(' ');
    let fits = settings.all(|setting| {
        let name = setting.bytes().position(|byte| byte == b':');
        setting.is_empty() || name.is_some_and(|end| end + 1 < setting.len())
    });
    (is_span && fits).then_some(seconds)
}

/// Adds the turns of one cue: one for each voice.
fn push_cue(text: &str, mut cue: Entry, cues: &mut Vec<Entry>) {
    let end = cue.text.end;
    for at in cue.text.start..end {
        if text.as_bytes().get(at) != Some(&b'<') {
            continue;
        }
        let Some((name, after)) = voice(text, at, end) else {
            continue;
        };
        cue.text.end = without_end_tag(text, cue.text.start, at);
        if cue.label.is_some() || !cue.text.is_empty() {
            cues.push(Entry { ..cue });
            cue.time = None;
        }
        cue.label = Some(name);
        cue.text = TextRange::new(after, end);
    }
    cue.text.end = without_end_tag(text, cue.text.start, end);
    cues.push(cue);
}

/// The name in a voice tag, and where the tag ends: `<v.loud Sam Lee>`.
fn voice(text: &str, at: usize, end: usize) -> Option<(TextRange, usize)> {
    let mut cursor = Cursor::new(part(text, 0, end), at);
    let is_voice = cursor.eat_str("<v");
    while cursor.eat_if(|c| !is_space(c) && c != '>').is_some() {}
    let is_class = part(text, at, cursor.position()).as_bytes().get(2);
    let start = cursor.position();
    while cursor.eat_if(|c| c != '>' && !is_line_break(c)).is_some() {}
    let (from, to) = trim(text, start, cursor.position(), Syntax::Plain);
    let fits = is_voice && from < to && cursor.eat('>') && matches!(is_class, None | Some(b'.'));
    fits.then(|| (TextRange::new(from, to), cursor.position()))
}

/// Where `from..end` ends without whitespace and a `</v>` at its end.
fn without_end_tag(text: &str, from: usize, end: usize) -> usize {
    let said = trim_end(part(text, from, end));
    from + said.strip_suffix("</v>").unwrap_or(said).len()
}
