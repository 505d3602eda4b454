//! A transcript's turns.

use super::characters::{Syntax, trim};
use super::format::Shape;
use super::inline_labels;
use super::label_match::{LabelMatch, Place, Separator};
use super::line_labels::{self, LineLabels};
use super::names::Names;
use super::offsets::TextRange;
use super::options::TranscriptOptions;
use super::role::Role;
use super::selection::{self, Selection};
use super::{captions, chat_template, html, json};

/// What one speaker said, from one label to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Its index among the turns.
    pub index: usize,
    /// Whose words they are.
    pub role: Role,
    /// Where the label is, without brackets, emphasis, timestamp and separator, but with what
    /// stands beside it in brackets to say who it is: `BOT`, `Speaker 0`, `BOT (Screener)`. `None`
    /// where there is no label. A caption without a label has the label of the one before.
    pub label: Option<TextRange>,
    /// Where the words are, without the whitespace around them. An empty range just after the
    /// label where nothing was said.
    pub text: TextRange,
    /// When it starts, in seconds, where the label has a timestamp. `None` if that is earlier than
    /// one before it.
    pub start_time: Option<f64>,
}

impl Turn {
    /// The words, out of the transcript that the turn was read from.
    ///
    /// # Panics
    ///
    /// Panics where the transcript is another one and too short.
    pub fn text<'a>(&self, transcript: &'a str) -> &'a str {
        self.text.of(transcript)
    }

    /// The label as it is written, out of the transcript that the turn was read from.
    ///
    /// # Panics
    ///
    /// Panics where the transcript is another one and too short.
    pub fn label<'a>(&self, transcript: &'a str) -> Option<&'a str> {
        self.label.map(|label| label.of(transcript))
    }
}

/// Splits a transcript into turns.
///
/// Labels are read in any case, in many languages, indented, with a full-width colon, alone on
/// their line, in brackets or emphasised, numbered, with a timestamp before or after them; one to
/// a line, behind a literal `\n`, or all on one line. HTML, JSON, captions and chat templates are
/// read as well: see [`Shape`]. Which labels a transcript uses is inferred from the whole of it:
/// where `BOT` and `HUMAN` lead lines, `Agent:` is speech. A transcript without labels is one turn
/// of an unknown speaker, and so is what stands before the first label.
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

/// A transcript's turns and how they were found.
pub(crate) struct Reading {
    pub(crate) shape: Shape,
    pub(crate) turns: Vec<Turn>,
    /// How many timestamps there are, including those that run backwards.
    pub(crate) times: usize,
    /// There is more around labels than spaces and a colon.
    pub(crate) is_decorated: bool,
}

/// Reads a transcript of any shape.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Reading {
    if let Some(reading) = read_structured(text, options) {
        return reading;
    }
    let mut names = Names::new(options);
    let lines = LineLabels::of(text, &mut names, LINE);
    read_labelled(text, options, &names, &lines)
}

/// Reads a transcript in a format that says by itself who speaks.
pub(crate) fn read_structured(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    json::read(text, options)
        .or_else(|| captions::read(text, options))
        .or_else(|| chat_template::read(text, options))
}

/// Where labels that lead lines are looked for.
pub(crate) const LINE: Place = Place {
    is_line: true,
    has_times: true,
    has_words: true,
    has_separators: false,
    syntax: Syntax::Plain,
};

/// Reads a transcript whose labels stand in the text. `lines` are the labels that lead its lines.
pub(crate) fn read_labelled(
    text: &str,
    options: &TranscriptOptions,
    names: &Names,
    lines: &LineLabels,
) -> Reading {
    let leading = select(text, lines, Separator::Colon, names);
    if memchr::memchr2(b'<', b'\\', text.as_bytes()).is_some() {
        let html = read_html(text, options, leading.matches.len());
        if let Some(reading) = html.or_else(|| read_escaped(text, options, &leading)) {
            return reading;
        }
    }
    let is_first_only = leading
        .matches
        .first()
        .is_some_and(|found| selection::opens(text, found.start));
    let has_several = selection::has_several_speakers(&leading.matches, names);
    if leading.matches.len() > usize::from(is_first_only) && has_several {
        return leading.read(text, Shape::Lines, names);
    }
    // No label leads a line, but perhaps the first, or those of one speaker.
    let mut inline_names = Names::new(options);
    let inline = inline_labels::find(text, &mut inline_names);
    let is_inline = inline.len() > leading.matches.len();
    if !inline.is_empty() && is_inline {
        return Selected::labels(inline, &inline_names).read(text, Shape::Inline, &inline_names);
    }
    if !has_several && let Some(reading) = read_separated(text, options, leading.matches.len()) {
        return reading;
    }
    if !leading.matches.is_empty() {
        return leading.read(text, Shape::Lines, names);
    }
    Selected::default().read(text, Shape::Unlabelled, names)
}

/// The label matches of the selected labels, and the roles of the labels.
#[derive(Default)]
pub(crate) struct Selected {
    matches: Vec<LabelMatch>,
    selection: Selection,
    syntax: Option<Syntax>,
}

impl Selected {
    /// Label matches that need no selection any more.
    fn labels(matches: Vec<LabelMatch>, names: &Names) -> Selected {
        let selection = selection::select_labels(&matches, names);
        Selected {
            matches,
            selection,
            syntax: None,
        }
    }

    fn with_syntax(mut self, syntax: Syntax) -> Selected {
        self.syntax = Some(syntax);
        self
    }

    /// The turns between the label matches.
    fn read(&self, text: &str, shape: Shape, names: &Names) -> Reading {
        let syntax = self.syntax.unwrap_or(Syntax::Plain);
        let mut turns = Turns::with_capacity(self.matches.len() + 1);
        // A byte order mark is nobody's word.
        let begin = text.len() - text.trim_start_matches('\u{FEFF}').len();
        let first = self.matches.first().map_or(text.len(), |found| found.start);
        let (start, end) = trim(text, begin.min(first), first, syntax);
        let is_quote = syntax == Syntax::Escaped && &text[start..end] == "\"";
        if end > start && !is_quote {
            turns.push(Role::Unknown, None, TextRange::new(start, end), None);
        }
        for (index, found) in self.matches.iter().enumerate() {
            let next = self.matches.get(index + 1);
            let next = next.map_or(text.len(), |next| next.start);
            let (start, mut end) = trim(text, found.end, next, syntax);
            if syntax == Syntax::Escaped {
                end = without_closing_quote(text, start, end);
            }
            let role = self.selection.role(found, names).unwrap_or(Role::Unknown);
            let range = TextRange::new(start, end);
            turns.push(role, Some(found.label), range, found.time);
        }
        Reading {
            shape,
            times: self
                .matches
                .iter()
                .filter(|found| found.time.is_some())
                .count(),
            is_decorated: self.matches.iter().any(|found| found.is_decorated),
            turns: turns.all,
        }
    }
}

/// Turns in the making.
pub(crate) struct Turns {
    pub(crate) all: Vec<Turn>,
    latest: f64,
}

impl Turns {
    pub(crate) fn with_capacity(count: usize) -> Turns {
        Turns {
            all: Vec::with_capacity(count),
            latest: 0.0,
        }
    }

    /// Adds a turn. A time earlier than one before it is left out.
    pub(crate) fn push(
        &mut self,
        role: Role,
        label: Option<TextRange>,
        text: TextRange,
        time: Option<f64>,
    ) {
        let start_time = time.filter(|time| *time >= self.latest);
        self.latest = start_time.unwrap_or(self.latest);
        self.all.push(Turn {
            index: self.all.len(),
            role,
            label,
            text,
            start_time,
        });
    }
}

/// A text that was escaped as a JSON string may still have its quotation marks: where the text
/// starts with one, the last is no word.
fn without_closing_quote(text: &str, start: usize, end: usize) -> usize {
    let is_quoted = text.trim_start().starts_with('"');
    let is_last = text[end..].chars().all(char::is_whitespace);
    let is_closing = text[start..end].ends_with('"');
    end - usize::from(is_quoted && is_last && is_closing)
}

/// The label matches with that separator of the labels that the transcript uses, if they are
/// credible.
pub(crate) fn select(
    text: &str,
    lines: &LineLabels,
    separator: Separator,
    names: &Names,
) -> Selected {
    let is_separated = |found: &&LabelMatch| found.separator == separator;
    let mut all: Vec<LabelMatch> = Vec::with_capacity(lines.matches.len());
    all.extend(lines.matches.iter().filter(is_separated));
    let mut selection = selection::select_labels(&all, names);
    selection::select_words(&mut selection, &all, names, lines.lines);
    let mut matches = all;
    matches.retain(|found| selection.role(found, names).is_some());
    line_labels::settle(&mut matches, names);
    if !selection::is_credible(text, &matches, names) {
        matches.clear();
    }
    Selected {
        matches,
        selection,
        syntax: None,
    }
}

/// Block tags end the lines, where as many labels lead such lines as lead real ones.
fn read_html(text: &str, options: &TranscriptOptions, leading: usize) -> Option<Reading> {
    if !html::has_block_tag(text) {
        return None;
    }
    let mut names = Names::new(options);
    let syntax = Syntax::Html;
    let lines = LineLabels::of(text, &mut names, Place { syntax, ..LINE });
    let found = select(text, &lines, Separator::Colon, &names).with_syntax(syntax);
    let least = if text.trim_start().starts_with('<') {
        1
    } else {
        2
    };
    (found.matches.len() >= leading.max(least)).then(|| found.read(text, Shape::Html, &names))
}

/// Escaped line breaks end lines as well, where no more than the first label leads a real line, or
/// where the speakers take turns as well with them.
fn read_escaped(text: &str, options: &TranscriptOptions, leading: &Selected) -> Option<Reading> {
    memchr::memchr(b'\\', text.as_bytes())?;
    let mut names = Names::new(options);
    let syntax = Syntax::Escaped;
    let lines = LineLabels::of(text, &mut names, Place { syntax, ..LINE });
    let found = select(text, &lines, Separator::Colon, &names).with_syntax(syntax);
    let real = leading.matches.len();
    if found.matches.len() <= real.max(1) {
        return None;
    }
    // A line break that was said, `\nHUMAN: prints…`, has a space before it.
    let is_said = |found: &LabelMatch| {
        let before = text[..found.start].trim_end_matches(['n', 'r', '\\']);
        before.len() < found.start && before.ends_with(' ')
    };
    let is_mixed = real > 1;
    if is_mixed && found.matches.iter().any(is_said) {
        return None;
    }
    Some(found.read(text, Shape::EscapedLines, &names))
}

/// A separator other than a colon, or none, where the whole transcript has it.
fn read_separated(text: &str, options: &TranscriptOptions, leading: usize) -> Option<Reading> {
    let mut names = Names::new(options);
    let place = Place {
        has_separators: true,
        ..LINE
    };
    let lines = LineLabels::of(text, &mut names, place);
    let mut best: Option<(Separator, Selected)> = None;
    for separator in [
        Separator::Bar,
        Separator::Arrow,
        Separator::Gap,
        Separator::Dash,
        Separator::Sign,
        Separator::None,
    ] {
        let found = select(text, &lines, separator, &names);
        let Some(first) = found.matches.first() else {
            continue;
        };
        let is_whole = selection::opens(text, first.start)
            && selection::has_several_speakers(&found.matches, &names)
            && is_convincing(separator, &found, &lines);
        let most = best
            .as_ref()
            .map_or(leading, |(_, best)| best.matches.len());
        if is_whole && found.matches.len() > most {
            best = Some((separator, found));
        }
    }
    let (separator, found) = best?;
    let shape = match separator {
        Separator::None => Shape::BareLines,
        _ => Shape::Lines,
    };
    Some(found.read(text, shape, &names))
}

/// Whether enough lines have the separator. A comma or a dash is frequent in speech, so there
/// every line must have a label.
fn is_convincing(separator: Separator, found: &Selected, lines: &LineLabels) -> bool {
    let count = found.matches.len();
    let is_known = found.matches.iter().all(|found| found.is_label);
    match separator {
        Separator::None => is_known || found.matches.iter().all(|found| found.time.is_some()),
        Separator::Sign => count == lines.lines,
        _ if is_known => true,
        _ => count == lines.lines && count > 2,
    }
}
