//! Reads a transcript from the heads of its lines, for JavaScript.
//!
//! Most transcripts repeat a few labels. JavaScript finds the lines and passes each different head
//! once, with the order in which the heads lead lines. What was said is not copied into the wasm.
//! docs/decisions/0005-transcript-reader.md has the figures.
//!
//! The result is the same as for the whole text, or `None`:
//!
//! * A head is a whole line, or it ends with a colon and a space behind a name. Parsing a label
//!   never depends on what follows that space: a test below checks this.
//! * Lines without a head have no colon, so no label with a colon leads them.
//! * The first line has a head. There are no line breaks but `\n`, and no markup.
//! * If the result depends on more than the names and their order, the whole text must be read.
//! * Where more counts than names and their order, the whole text must be read.

use super::label_match::LabelMatch;
use super::line_breaks::Lines;
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
    /// The most lines without a head that may not be empty.
    pub(crate) others: usize,
    /// The most of these lines that may consist of a name only.
    pub(crate) bare: usize,
}

/// Four numbers for each head: the role of the turns that it leads
/// ([`Role::code`](super::Role::code)) or −1 if it is speech; where its label starts and ends;
/// where the words start. The positions are in UTF-16 code units.
///
/// `None` if the whole text must be read.
pub(crate) fn read_heads(heads: &Heads<'_>, options: &TranscriptOptions) -> Option<Vec<f64>> {
    let mut names = Names::new(options);
    let mut found = LineLabels::default();
    found.scan(heads.text, 0, &mut names, LINE);
    // A line adds two names at most. Past `MOST_NAMES` only the first names of the text count.
    if heads.bare + found.lines * 2 > MOST_NAMES || names.has_custom_colon() {
        return None;
    }
    found
        .matches
        .retain(|found| found.separator == Separator::Colon);
    let matches = found.matches;
    if !matches.iter().all(is_plain) {
        return None;
    }
    let mut next = matches.iter().peekable();
    let mut lines = Vec::new();
    for line in Lines::new(heads.text, 0, LINE.syntax) {
        let found = next.next_if(|found| found.start == line.start);
        lines.push((line.start, found));
    }

    let mut counts = vec![0; lines.len()];
    let mut order = Vec::with_capacity(heads.order.len());
    for head in heads.order {
        let head = usize::from(*head);
        *counts.get_mut(head)? += 1;
        if let (_, Some(found)) = lines[head] {
            order.push(found.group);
        }
    }
    let mut selection = Selection::new(&names, order);
    for ((_, found), count) in lines.iter().zip(counts) {
        if let Some(found) = found {
            selection.count(found, count);
        }
    }
    selection.select(&names, Some(heads.order.len()));

    let mut selected = Vec::new();
    let mut flat = Vec::with_capacity(lines.len() * 4);
    let mut offsets = Utf16Offsets::new(heads.text);
    for (start, found) in lines.iter().copied() {
        let mut role = -1.0;
        let mut range = [start; 3];
        if let Some(found) = found
            && let Some(whose) = selection.role_of(found)
        {
            selected.push(*found);
            role = f64::from(whose.code());
            range = [found.label.start, found.label.end, found.end];
        }
        flat.push(role);
        let line = offsets.at(start);
        for at in range {
            flat.push((offsets.at(at) - line) as f64);
        }
    }
    // A label that opens the transcript need not be credible, and has no timestamp above it.
    let is_opening =
        heads.order.first() == Some(&0) && flat.first().is_some_and(|role| *role >= 0.0);
    // Without a known label, the selection depends on the number of lines and on timestamps between
    // them.
    let has_label = selected.iter().any(LabelMatch::is_label);
    let leads_every_line = heads.others == 0 && matches.len() == lines.len();
    (is_opening
        && has_several_speakers(&selected)
        && !selection.has_few_in_lower_case()
        && (has_label || leads_every_line))
        .then_some(flat)
}

/// Whether only the name of a label match can influence the selection.
fn is_plain(found: &LabelMatch) -> bool {
    !found.is_timed() && found.counter.is_none() && !found.is_doubtful && found.indent == 0
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::transcript::{Role, label_match::parse_label};
    use proptest::prelude::*;

    fn roles(text: &str, order: &[u16], others: usize) -> Option<Vec<i32>> {
        let bare = others;
        let heads = Heads {
            text,
            order,
            others,
            bare,
        };
        let flat = read_heads(&heads, &TranscriptOptions::default())?;
        Some(flat.chunks(4).map(|head| head[0] as i32).collect())
    }

    #[test]
    fn the_heads_of_labels_lead_turns_and_others_do_not() {
        let text = "BOT: \nHUMAN: \nNote: \n";
        assert_eq!(roles(text, &[0, 1, 2, 0, 1], 3), Some(vec![0, 1, -1]));
        assert_eq!(roles("Nina: \nSam: \n", &[0, 1, 0, 1], 0), Some(vec![2, 2]));
    }

    #[test]
    fn where_more_counts_than_names_the_whole_text_is_read() {
        // A timestamp; one speaker; no label in the first line; names beside lines without a head;
        // too many names.
        assert_eq!(roles("BOT: \n[0:04] HUMAN: Hi.\n", &[0, 1], 0), None);
        assert_eq!(roles("BOT: \n", &[0, 0], 0), None);
        assert_eq!(roles("Note: \nBOT: \nHUMAN: \n", &[0, 1, 2], 0), None);
        assert_eq!(roles("Nina: \nSam: \n", &[0, 1, 0, 1], 1), None);
        assert_eq!(roles("BOT: \nHUMAN: \n", &[0, 1], MOST_NAMES), None);
    }

    /// The label match that leads a line, as text.
    fn parsed(line: &str, options: &TranscriptOptions) -> Option<String> {
        let mut names = Names::new(options);
        let found = parse_label(line, 0, &mut names, LINE)?;
        let group = names.group(found.group);
        (found.separator == Separator::Colon).then(|| format!("{found:?} {group:?}"))
    }

    #[test]
    fn what_follows_the_space_behind_a_colon_does_not_change_a_label() {
        let config = ProptestConfig {
            cases: 500,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let name = "(BOT|Human|Nina|Q|AI|Sam Lee|面试官|Bewerber|12|12s|0|[a-z]{1,3}|[ _&'’.*/,>|=\"-]|\\PC){0,6}";
        let rest =
            "( |:|/|-|in|a\\)|\\)|\\]|\\*|_|[0-9]{1,2}|:[0-9]{2}|PM|s|h|>|<|\\|BOT:|\\PC){0,6}";
        proptest!(config, |(first in "\\pL", name in name, rest in rest)| {
            prop_assume!(!name.contains([':', '：', '﹕', '︓', '։', '៖', '꞉', '׃', '\n']));
            prop_assume!(!name.contains(['[', '(', '{', '<', '（', '【', '［', '「', '〔', '《']));
            let own = TranscriptOptions::default()
                .with_role("Nina & Co", Role::Bot)
                .with_role(&format!("{first}{name} x"), Role::Human);
            for options in [TranscriptOptions::default(), own] {
                let head = parsed(&format!("{first}{name}: \n"), &options);
                let line = parsed(&format!("{first}{name}: {rest}\n"), &options);
                prop_assert_eq!(head, line);
            }
        });
    }
}
