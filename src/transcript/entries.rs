//! Turns from formats that say themselves where a turn begins: JSON and captions.

use super::cursor::part;
use super::json_text::unescape;
use super::label_match::{LabelMatch, parse_label};
use super::names::Names;
use super::options::TranscriptOptions;
use super::place::{Place, Separator};
use super::range::TextRange;
use super::reading::Reading;
use super::role::Role;
use super::selection::select;
use super::shape::Shape;
use super::timestamps::Time;
use super::whitespace::{Syntax, trim};

/// One entry: what was said, and what the format says about it.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) label: Option<TextRange>,
    pub(crate) text: TextRange,
    pub(crate) time: Option<Time>,
}

/// Makes the turns of entries.
///
/// If no entry names its speaker, labels at the start of the texts do. Then an entry without a
/// label belongs to the previous speaker. `line` says what may belong to such a label.
pub(crate) fn read(
    text: &str,
    entries: &mut [Entry],
    shape: Shape,
    line: Place,
    options: &TranscriptOptions,
) -> Option<Reading> {
    let syntax = line.syntax;
    let mut names = Names::new(options);
    let mut reading = Reading::new(shape);
    reading.is_decorated = true;
    let has_labels = entries.iter().any(|entry| entry.label.is_some());
    let mut matches = Vec::new();
    for entry in entries.iter_mut() {
        let (start, end) = trim(text, entry.text.start, entry.text.end, syntax);
        entry.text = TextRange::new(start, end);
        if !has_labels {
            let found = parse_label(part(text, 0, end), start, &mut names, line);
            matches.extend(found.filter(|found| found.separator == Separator::Colon));
        }
    }
    select(&mut matches, &names, Some(entries.len()));
    // Captions without labels are turns as well. JSON without labels is not a transcript.
    if !has_labels && matches.is_empty() && syntax == Syntax::Escaped {
        return None;
    }
    let mut last = (Role::Unknown, None);
    let mut matches = matches.iter().peekable();
    for entry in entries.iter() {
        let mut range = entry.text;
        let mut time = entry.time;
        let is_here = |found: &&LabelMatch| found.start < range.end;
        if let Some(found) = matches.next_if(is_here) {
            last = (found.role, Some(found.label));
            let (start, end) = trim(text, found.end, range.end, syntax);
            range = TextRange::new(start, end);
            time = time.or(found.time);
        }
        let (role, label) = match entry.label {
            Some(label) => (role_of(label.of(text), syntax, &mut names), Some(label)),
            None => last,
        };
        reading.push(role, label, range, time);
    }
    Some(reading)
}

/// The role of a label that the format gives, such as a `role` in JSON.
fn role_of(written: &str, syntax: Syntax, names: &mut Names) -> Role {
    let name = match syntax {
        Syntax::Escaped => names.intern(&unescape(written)),
        _ => names.intern(written),
    };
    name.map_or(Role::Other, |name| names.group_named(name).role)
}
