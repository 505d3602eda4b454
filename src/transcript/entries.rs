//! What formats have in common that say by themselves where a turn begins: JSON and captions.

use super::characters::{Syntax, trim};
use super::format::Shape;
use super::label_match::{LabelMatch, Place, Separator, parse_label};
use super::names::Names;
use super::offsets::TextRange;
use super::options::TranscriptOptions;
use super::role::Role;
use super::selection;
use super::turns::{LINE, Reading, Turns};

/// One entry: what was said, and what the format says about it.
pub(crate) struct Entry {
    pub(crate) label: Option<TextRange>,
    pub(crate) text: TextRange,
    pub(crate) time: Option<f64>,
}

/// The turns that entries are. Where no entry says who speaks, labels at the beginning of the
/// texts do; then an entry without one goes on with the speaker before.
pub(crate) fn read(
    text: &str,
    entries: &[Entry],
    shape: Shape,
    syntax: Syntax,
    options: &TranscriptOptions,
) -> Option<Reading> {
    let mut names = Names::new(options);
    let mut turns = Turns::with_capacity(entries.len());
    let times = entries.iter().filter(|entry| entry.time.is_some()).count();
    if entries.iter().any(|entry| entry.label.is_some()) {
        for entry in entries {
            let role = entry.label.map_or(Role::Unknown, |label| {
                let (name, _) = names.intern(label.of(text));
                names.group(names.group_of(name)).role
            });
            turns.push(
                role,
                entry.label,
                trimmed(text, entry.text, syntax),
                entry.time,
            );
        }
    } else {
        let found = find_labels(text, entries, syntax, &mut names)?;
        let mut last = (Role::Unknown, None);
        for (entry, found) in entries.iter().zip(found) {
            let mut range = entry.text;
            let mut time = entry.time;
            if let Some((found, role)) = found {
                last = (role, Some(found.label));
                range.start = found.end;
                time = time.or(found.time);
            }
            turns.push(last.0, last.1, trimmed(text, range, syntax), time);
        }
    }
    Some(Reading {
        shape,
        times,
        is_decorated: true,
        turns: turns.all,
    })
}

fn trimmed(text: &str, range: TextRange, syntax: Syntax) -> TextRange {
    let (start, end) = trim(text, range.start, range.end, syntax);
    TextRange::new(start, end)
}

/// The label at the beginning of each entry, if it is one that the transcript uses. Nothing where
/// no entry has one, unless the entries are captions: those are turns without it.
fn find_labels(
    text: &str,
    entries: &[Entry],
    syntax: Syntax,
    names: &mut Names,
) -> Option<Vec<Option<(LabelMatch, Role)>>> {
    let place = Place { syntax, ..LINE };
    let found: Vec<Option<LabelMatch>> = entries
        .iter()
        .map(|entry| {
            let range = trimmed(text, entry.text, syntax);
            parse_label(&text[..entry.text.end], range.start, names, place)
                .filter(|found| found.separator == Separator::Colon)
        })
        .collect();
    let matches: Vec<LabelMatch> = found.iter().flatten().copied().collect();
    let mut selected = selection::select_labels(&matches, names);
    selection::select_words(&mut selected, &matches, names, entries.len());
    let selected: Vec<_> = found
        .into_iter()
        .map(|found| found.and_then(|found| Some((found, selected.role(&found, names)?))))
        .collect();
    let has_any = selected.iter().any(Option::is_some);
    (has_any || syntax == Syntax::Plain).then_some(selected)
}
