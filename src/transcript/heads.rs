//! Transcripts read by the heads of their lines, for JavaScript.
//!
//! Most transcripts are speech behind a few labels that come again and again. JavaScript finds the
//! lines, and hands over each different head once and in which order they lead lines; what was said
//! stays where it is. docs/decisions/0005-transcript-reader.md has the figures.
//!
//! The result is that of the whole text, or none:
//!
//! * A head is a whole line, or it ends with a colon and a space behind a name. Nothing that parses a
//!   label looks further than that space, as a test here tries.
//! * Lines without a head have no colon, so no label with a colon leads them.
//! * The first line has a head. There are no line breaks but `\n`, and no markup.
//! * Where more counts than names and their order, the whole text must be read.

use super::label_match::LabelMatch;
use super::line_labels::LineLabels;
use super::names::{MOST_NAMES, Names};
use super::offsets::Utf16Offsets;
use super::options::TranscriptOptions;
use super::place::{LINE, Separator};
use super::selection::{Selection, has_several_speakers};

/// How the lines of a transcript begin.
pub(crate) struct Heads<'t> {
    /// The different heads in the order of their appearance, with `\n` after each.
    pub(crate) text: &'t str,
    /// Which head each line has, for all lines that have one.
    pub(crate) order: &'t [u16],
    /// How many lines without a head may have anything on them.
    pub(crate) others: usize,
    /// How many of these may have a name for themselves.
    pub(crate) bare: usize,
}

/// Four numbers for each head: whose turns it leads ([`Role::code`](super::Role::code)) or −1 where it
/// is speech; where its label starts and ends, and where the words start, in UTF-16 code units.
///
/// `None` where the whole text must be read.
pub(crate) fn read_heads(heads: &Heads<'_>, options: &TranscriptOptions) -> Option<Vec<i32>> {
    let mut names = Names::new(options);
    let mut found = LineLabels::default();
    found.scan(heads.text, 0, &mut names, LINE);
    let starts = starts_of_lines(heads.text);
    // A line adds two names at most. Of more than can be told apart, the first count.
    if heads.bare + starts.len() * 2 > MOST_NAMES || names.has_custom_colon() {
        return None;
    }
    let mut matches = vec![None; starts.len()];
    for found in found.matches {
        if found.separator == Separator::Colon {
            let index = starts.binary_search(&found.start).ok()?;
            matches[index] = is_plain(&found).then_some(found);
            matches[index]?;
        }
    }

    let mut counts = vec![0; starts.len()];
    let mut order = Vec::with_capacity(heads.order.len());
    for head in heads.order {
        let head = usize::from(*head);
        *counts.get_mut(head)? += 1;
        if let Some(found) = &matches[head] {
            order.push(found.group);
        }
    }
    let mut selection = Selection::new(&names, order);
    for (found, count) in matches.iter().zip(counts) {
        if let Some(found) = found {
            selection.count(found, count);
        }
    }
    selection.select(&names, Some(heads.order.len()));
    // Names without a known label are selected by how many lines there are, and by timestamps between
    // them.
    let has_label_on_each_line = heads.others == 0 && matches.iter().all(Option::is_some);
    let mut selected = Vec::new();
    let mut flat = Vec::with_capacity(starts.len() * 4);
    let mut offsets = Utf16Offsets::new(heads.text);
    for (found, start) in matches.iter().zip(starts) {
        let role = found.and_then(|found| selection.role_of(&found));
        let (Some(found), Some(role)) = (found, role) else {
            flat.extend([-1, 0, 0, 0]);
            continue;
        };
        selected.push(*found);
        flat.push(i32::from(role.code()));
        let line = offsets.at(start);
        for at in [found.label.start, found.label.end, found.end] {
            flat.push((offsets.at(at) - line) as i32);
        }
    }
    // A label that opens the transcript need not be credible, and has no timestamp above it.
    let is_opening = heads.order.first() == Some(&0) && flat.first().is_some_and(|role| *role >= 0);
    let has_label = selected.iter().any(LabelMatch::is_label);
    (is_opening
        && has_several_speakers(&selected)
        && !selection.has_few_in_lower_case()
        && (has_label || has_label_on_each_line))
        .then_some(flat)
}

fn starts_of_lines(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        starts.push(at);
        at += line.len();
    }
    starts
}

/// Whether nothing counts of a label match but its name.
fn is_plain(found: &LabelMatch) -> bool {
    !found.is_timed() && found.counter.is_none() && found.indent == 0
}
