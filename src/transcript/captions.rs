//! Captions: WebVTT and SRT. Each cue is a turn; who speaks is in a voice tag (`<v Sam Lee>`, as
//! Teams writes it) or a label at the beginning (as Zoom writes it).

use super::characters::{Syntax, eat_spaces, is_invisible, is_line_break, is_space};
use super::cursor::Cursor;
use super::entries::{self, Entry};
use super::format::Shape;
use super::line_breaks::{Line, Lines};
use super::offsets::TextRange;
use super::options::TranscriptOptions;
use super::timestamps::eat_bare;
use super::turns::Reading;

/// Reads a transcript that is captions from its beginning to its end.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    let is_before = |c: char| is_space(c) || is_line_break(c) || is_invisible(c);
    let start = text.len() - text.trim_start_matches(is_before).len();
    let is_webvtt = text[start..].starts_with("WEBVTT");
    // The first cue starts with its times, or with its number or name above them.
    let first = Lines::new(text, start, Syntax::Plain).take(2);
    if !is_webvtt && !first.into_iter().any(|line| cue_time(text, line).is_some()) {
        return None;
    }
    let lines: Vec<Line> = Lines::new(text, start, Syntax::Plain).collect();
    let cues = cues(text, &lines, is_webvtt)?;
    entries::read(text, &cues, Shape::Captions, Syntax::Plain, options)
}

/// The cues, or nothing where there is text outside of them.
fn cues(text: &str, lines: &[Line], is_webvtt: bool) -> Option<Vec<Entry>> {
    let mut cues = Vec::new();
    let is_empty = |line: &Line| text[line.start..line.end].trim().is_empty();
    let mut blocks = lines.split(is_empty);
    if is_webvtt {
        blocks.next();
    }
    for block in blocks.filter(|block| !block.is_empty()) {
        let first = &text[block[0].start..block[0].end];
        if ["NOTE", "STYLE", "REGION"]
            .iter()
            .any(|name| first.starts_with(name))
        {
            continue;
        }
        let has_time = |line: &Line| cue_time(text, *line).is_some();
        let timed = block.iter().take(2).position(has_time);
        let Some(timed) = timed else {
            // A paragraph break within a cue: it goes on with it.
            let last = cues.last_mut()?;
            extend(last, block);
            continue;
        };
        push_cues(text, &block[timed..], &mut cues);
    }
    (!cues.is_empty()).then_some(cues)
}

/// Adds the cues of a block: usually one, more where no empty line separates them.
fn push_cues(text: &str, lines: &[Line], cues: &mut Vec<Entry>) {
    let mut time = None;
    let mut from = 0;
    for (index, line) in lines.iter().enumerate() {
        if let Some(next) = cue_time(text, *line) {
            let is_number = index > from && is_cue_number(text, lines[index - 1]);
            push_cue(
                text,
                &lines[from..index - usize::from(is_number)],
                time,
                cues,
            );
            time = Some(next);
            from = index + 1;
        }
    }
    push_cue(text, &lines[from..], time, cues);
}

fn is_cue_number(text: &str, line: Line) -> bool {
    let number = text[line.start..line.end].trim();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn extend(cue: &mut Entry, block: &[Line]) {
    if let Some(last) = block.last() {
        cue.text.end = last.end;
    }
}

/// The time at which a cue starts, of the line with its times: `00:04.000 --> 00:05.000 align:left`.
fn cue_time(text: &str, line: Line) -> Option<f64> {
    let mut cursor = Cursor::new(&text[..line.end], line.start);
    eat_spaces(&mut cursor, Syntax::Plain, 8);
    let start = cursor.position();
    let seconds = eat_bare(&mut cursor)?;
    let has_arrow =
        cursor.since(start).contains("-->") || cursor.rest().trim_start().starts_with("-->");
    let settings = cursor.rest().split_whitespace();
    let mut settings = settings.skip_while(|word| *word == "-->");
    let fits = settings.all(|setting| setting.contains(':') && !setting.ends_with(':'));
    (has_arrow && fits).then_some(seconds)
}

/// Adds the turns of one cue: one for each voice.
fn push_cue(text: &str, lines: &[Line], time: Option<f64>, cues: &mut Vec<Entry>) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let (start, end) = (first.start, last.end);
    let mut label = None;
    let mut from = start;
    let mut time = time;
    for (at, _) in text[start..end].match_indices("<v") {
        let Some((name, after)) = voice(text, start + at, end) else {
            continue;
        };
        if label.is_some() || !text[from..start + at].trim().is_empty() {
            let range = TextRange::new(from, without_end_tag(text, from, start + at));
            cues.push(Entry {
                label,
                text: range,
                time: time.take(),
            });
        }
        label = Some(name);
        from = after;
    }
    let range = TextRange::new(from, without_end_tag(text, from, end));
    cues.push(Entry {
        label,
        text: range,
        time,
    });
}

/// The name in a voice tag, and where the tag ends: `<v.loud Sam Lee>`.
fn voice(text: &str, at: usize, end: usize) -> Option<(TextRange, usize)> {
    let tag = &text[at..end];
    let close = tag.find('>')?;
    let space = tag[..close].find(is_space)?;
    let is_voice = space == 2 || tag[2..].starts_with('.');
    let name = tag[space..close].trim();
    let start = at + close - tag[space..close].trim_start().len();
    let range = TextRange::new(start, start + name.len());
    (is_voice && !name.is_empty()).then_some((range, at + close + 1))
}

/// Where a text ends, without `</v>` and the whitespace before it.
fn without_end_tag(text: &str, from: usize, end: usize) -> usize {
    let said = text[from..end].trim_end();
    from + said.strip_suffix("</v>").unwrap_or(said).len()
}
