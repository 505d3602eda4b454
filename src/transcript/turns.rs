//! A transcript's turns.

use super::characters::{is_invisible, trim_end};
use super::cursor::{Cursor, part};
use super::inline_labels;
use super::label_match::LabelMatch;
use super::line_labels::{self, LineLabels};
use super::names::Names;
use super::options::TranscriptOptions;
use super::place::{LINE, Place, Separator};
use super::range::TextRange;
use super::reading::Reading;
use super::role::Role;
use super::selection::{has_several_speakers, is_credible, select};
use super::shape::Shape;
use super::turn::Turn;
use super::whitespace::{Syntax, eat_line_break, eat_space, trim};
use super::{captions, chat_template, html, json};

/// Splits a transcript into turns.
///
/// Labels are recognised in any case and in many languages. They may be indented, numbered, in
/// brackets, emphasised or alone on their line. They may have a full-width colon, or a timestamp
/// before or after them. They may be one to a line, behind a literal `\n`, or all on one line.
/// HTML, JSON, captions and chat templates are parsed as well: see [`Shape`].
///
/// Which labels a transcript uses is inferred from the whole of it: where `BOT` and `HUMAN` lead
/// lines, `Agent:` is speech. Text before the first label, or a transcript without labels, is one
/// turn of an unknown speaker.
///
/// Every character that is not whitespace is in exactly one turn's text, or belongs to a label or
/// to the markup of the shape. The time taken is proportional to the text's length. An empty text
/// has no turns.
///
/// ```
/// use ninjahire_calls::transcript::{Role, TranscriptOptions, parse_transcript};
///
/// let transcript = "[00:00:01] BOT: Hi, is now a good time?\n[00:00:04] HUMAN: Yes.\n\nGo ahead.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// assert_eq!(turns[1].role, Role::Human);
/// assert_eq!(turns[1].label(transcript), Some("HUMAN"));
/// assert_eq!(turns[1].text(transcript), "Yes.\n\nGo ahead.");
/// assert_eq!(turns[1].start_time, Some(4.0));
/// ```
pub fn parse_transcript(text: &str, options: &TranscriptOptions) -> Vec<Turn> {
    read(text, options).turns
}

/// Reads a transcript of any shape.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Reading {
    if let Some(reading) = read_structured(text, options) {
        return reading;
    }
    let (names, lines) = scan(text, options, LINE);
    read_labelled(text, options, &names, &lines)
}

/// Reads a transcript in a format that names the speakers itself.
pub(crate) fn read_structured(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    json::read(text, options)
        .or_else(|| captions::read(text, options))
        .or_else(|| chat_template::read(text, options))
}

fn scan(text: &str, options: &TranscriptOptions, place: Place) -> (Names, LineLabels) {
    let mut names = Names::new(options);
    let mut lines = LineLabels::default();
    lines.scan(text, 0, &mut names, place);
    (names, lines)
}

/// Reads a transcript with labels in its text. `lines` are the labels that lead its lines.
pub(crate) fn read_labelled(
    text: &str,
    options: &TranscriptOptions,
    names: &Names,
    lines: &LineLabels,
) -> Reading {
    let leading = leading(text, lines, Separator::Colon, names);
    if lines.has_markup
        && let Some(reading) = read_html(text, options, leading.len())
            .or_else(|| read_escaped(text, options, &leading))
    {
        return reading;
    }
    let is_first_only = (leading.first()).is_some_and(|found| opens(text, found.start));
    let has_several = has_several_speakers(&leading);
    if leading.len() > usize::from(is_first_only) && has_several {
        return cut(text, &leading, Shape::Lines, Syntax::Plain);
    }
    // Either no label leads a line, except perhaps the first line. Or all such labels are of one
    // speaker: then labels of the other speaker must follow a sentence on nearly every line.
    let is_strict = leading.len() > usize::from(is_first_only);
    let least = if is_strict { leading.len() * 2 - 1 } else { 1 };
    let inline = read_inline(text, options, is_strict);
    if inline.len() >= least {
        return cut(text, &inline, Shape::Inline, Syntax::Plain);
    }
    if !has_several {
        let is_html = lines.has_markup && html::has_block_tag(text);
        let html = is_html.then_some(Syntax::Html);
        for syntax in html.into_iter().chain([Syntax::Plain]) {
            if let Some(reading) = read_separated(text, options, leading.len(), syntax) {
                return reading;
            }
        }
    }
    let shape = if leading.is_empty() {
        Shape::Unlabelled
    } else {
        Shape::Lines
    };
    cut(text, &leading, shape, Syntax::Plain)
}

/// The label matches with this separator, of the labels that the transcript uses. Empty if they are
/// not credible.
fn leading(text: &str, lines: &LineLabels, separator: Separator, names: &Names) -> Vec<LabelMatch> {
    let mut matches = lines.matches.clone();
    let (mut all, mut doubtful) = (0, 0);
    for found in lines
        .matches
        .iter()
        .filter(|found| found.separator == separator)
    {
        all += 1;
        doubtful += usize::from(found.is_doubtful);
    }
    let are_doubtful = doubtful * 2 > all;
    matches.retain(|found| found.separator == separator && found.is_doubtful == are_doubtful);
    select(&mut matches, names, Some(lines.lines));
    line_labels::settle(text, &mut matches);
    let is_opening = (matches.first()).is_some_and(|first| opens(text, first.start));
    if !is_opening && !is_credible(&matches) {
        matches.clear();
    }
    matches
}

/// Whether nothing before `start` could have been said.
fn opens(text: &str, start: usize) -> bool {
    let mut cursor = Cursor::new(part(text, 0, start), 0);
    while eat_space(&mut cursor, Syntax::Html)
        || eat_line_break(&mut cursor, Syntax::Html)
        || eat_line_break(&mut cursor, Syntax::Escaped)
        || cursor.eat_if(|c| is_invisible(c) || c == '"').is_some()
    {}
    cursor.is_at_end()
}

/// Reads the text with block tags as line breaks. `None` if fewer labels lead these lines than real
/// ones.
fn read_html(text: &str, options: &TranscriptOptions, real: usize) -> Option<Reading> {
    if !html::has_block_tag(text) {
        return None;
    }
    let syntax = Syntax::Html;
    let (names, lines) = scan(text, options, Place { syntax, ..LINE });
    let found = leading(text, &lines, Separator::Colon, &names);
    let (start, _) = trim(text, 0, text.len(), Syntax::Plain);
    let is_tag_first = Cursor::new(text, start).eat('<');
    let least = if is_tag_first { 1 } else { 2 };
    (found.len() >= real.max(least)).then(|| cut(text, &found, Shape::Html, syntax))
}

/// Reads the text with escaped line breaks as line breaks. `None` if this finds no more labels, or
/// if one of these line breaks was said.
fn read_escaped(text: &str, options: &TranscriptOptions, real: &[LabelMatch]) -> Option<Reading> {
    let syntax = Syntax::Escaped;
    let (names, lines) = scan(text, options, Place { syntax, ..LINE });
    let found = leading(text, &lines, Separator::Colon, &names);
    if found.len() <= real.len().max(1) {
        return None;
    }
    // A line break that was said, `\nHUMAN: prints…`, has a space before it.
    let is_said = |found: &LabelMatch| {
        let before = part(text, 0, found.start).as_bytes();
        let end = before
            .iter()
            .rposition(|byte| !matches!(byte, b'n' | b'r' | b'\\'));
        end.is_some_and(|end| end + 1 < before.len() && before[end] == b' ')
    };
    if real.len() > 1 && found.iter().any(is_said) {
        return None;
    }
    Some(cut(text, &found, Shape::EscapedLines, syntax))
}

/// Reads the text with the separator other than a colon, or none, that the whole transcript uses.
fn read_separated(
    text: &str,
    options: &TranscriptOptions,
    least: usize,
    syntax: Syntax,
) -> Option<Reading> {
    let place = Place {
        has_separators: true,
        syntax,
        ..LINE
    };
    let (names, lines) = scan(text, options, place);
    let mut best = (Separator::None, Vec::new());
    for separator in [
        Separator::Bar,
        Separator::Arrow,
        Separator::Gap,
        Separator::Dash,
        Separator::Sign,
        Separator::Dot,
        Separator::None,
    ] {
        let found = leading(text, &lines, separator, &names);
        // Notes may have a title, and a table column headings.
        let are_sides = found.iter().all(|found| found.role != Role::Other);
        let is_opening = separator == Separator::Dot
            || (found.first()).is_some_and(|first| {
                opens(text, first.start) || (are_sides && found.len() > 2 && first.start < HEADING)
            });
        let is_whole = is_opening
            && has_several_speakers(&found)
            && is_convincing(separator, &found, lines.lines);
        if is_whole && found.len() > best.1.len().max(least) {
            best = (separator, found);
        }
    }
    let (separator, found) = best;
    let shape = match separator {
        _ if syntax == Syntax::Html => Shape::Html,
        Separator::None => Shape::BareLines,
        _ => Shape::Lines,
    };
    (!found.is_empty()).then(|| cut(text, &found, shape, syntax))
}

/// The longest text above a table or a list of turns, in bytes.
const HEADING: usize = 200;

/// Whether enough lines have the separator. Commas are frequent in speech, so [`Separator::Sign`]
/// must be on every line.
fn is_convincing(separator: Separator, found: &[LabelMatch], lines: usize) -> bool {
    let is_known = found.iter().all(LabelMatch::is_label);
    let lead_every_line = found.len() == lines;
    match separator {
        Separator::None if found.iter().all(|found| found.time.is_some()) => true,
        Separator::Sign => lead_every_line,
        Separator::Dot => found.iter().all(|found| found.role != Role::Other),
        _ => is_known || (lead_every_line && lines > 2),
    }
}

/// The label matches of a call on one line. Empty if the text is not such a call. With `is_strict`,
/// each must follow a sentence.
fn read_inline(text: &str, options: &TranscriptOptions, is_strict: bool) -> Vec<LabelMatch> {
    let mut names = Names::new(options);
    let mut matches = inline_labels::candidates(text, &mut names);
    matches.retain(|found| !is_strict || found.is_after_sentence);
    select(&mut matches, &names, None);
    let is_opening = (matches.first()).is_some_and(|first| opens(text, first.start));
    inline_labels::keep_alternating(text, &mut matches, is_opening);
    let (start, end) = trim(text, 0, text.len(), Syntax::Plain);
    let is_one_line = part(text, start, end)
        .bytes()
        .all(|byte| !matches!(byte, b'\n' | b'\r'));
    let least = if is_one_line && is_opening { 2 } else { 3 };
    let is_call = matches.len() >= least
        && has_several_speakers(&matches)
        && (is_opening || is_credible(&matches));
    if !is_call {
        matches.clear();
    }
    matches
}

/// Cuts a text into the turns between the label matches.
fn cut(text: &str, matches: &[LabelMatch], shape: Shape, syntax: Syntax) -> Reading {
    let mut reading = Reading::new(shape);
    reading.turns.reserve(matches.len() + 1);
    // A byte order mark is not speech.
    let mut begin = Cursor::new(text, 0);
    begin.eat('\u{FEFF}');
    let first = matches.first().map_or(text.len(), |found| found.start);
    let (start, end) = trim(text, begin.position().min(first), first, syntax);
    let is_quote = syntax == Syntax::Escaped && part(text, start, end) == "\"";
    if end > start && !is_quote {
        reading.push(Role::Unknown, None, TextRange::new(start, end), None);
    }
    for (index, found) in matches.iter().enumerate() {
        let next = matches.get(index + 1);
        let next = next.map_or(text.len(), |next| next.start);
        let (start, mut end) = trim(text, found.end, next, syntax);
        // A text that was escaped as a JSON string may still have its closing quotation mark.
        if syntax == Syntax::Escaped && next == text.len() && is_quoted(text, end) {
            end -= usize::from(start < end);
        }
        reading.is_decorated |= found.is_decorated;
        reading.push(
            found.role,
            Some(found.label),
            TextRange::new(start, end),
            found.time,
        );
    }
    reading
}

/// Whether a text has a quotation mark at its beginning and at `end`.
fn is_quoted(text: &str, end: usize) -> bool {
    let (start, _) = trim(text, 0, end, Syntax::Plain);
    Cursor::new(text, start).eat('"') && trim_end(part(text, 0, end)).ends_with('"')
}
