//! Labelled lines, and the quality of masking on them. Used by the tests and by `examples/masking.rs`.

use ninjahire_calls::reading::masking::{MaskOptions, mask_contact_details};
use ninjahire_calls::reading::{Role, Spoken, TextRange};
use std::fs;

/// Counts of details and of other things.
#[derive(Debug, Default)]
pub struct Measured {
    /// Details, and those of them that are masked whole.
    pub details: usize,
    pub masked: usize,
    /// Things that must stay, and those of them that were left alone. The text without a label counts as
    /// one thing for each line.
    pub others: usize,
    pub kept: usize,
    pub mistakes: Vec<String>,
}

impl Measured {
    /// Measures `tuning` or `held-out`.
    pub fn of(part: &str) -> Measured {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/masking");
        let text = fs::read_to_string(format!("{folder}/{part}.txt")).expect("the fixture");
        let mut measured = Measured::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            measured.add(line);
        }
        measured
    }

    pub fn recall(&self) -> f64 {
        self.masked as f64 / self.details as f64
    }

    pub fn specificity(&self) -> f64 {
        self.kept as f64 / self.others as f64
    }

    fn add(&mut self, line: &str) {
        let labelled = Labelled::parse(line);
        let found = labelled.masked();
        let contains = |outer: &TextRange, inner: &TextRange| {
            outer.start <= inner.start && inner.end <= outer.end
        };
        let meets =
            |one: &TextRange, other: &TextRange| one.start < other.end && other.start < one.end;
        for range in &labelled.details {
            self.details += 1;
            match found.iter().any(|one| contains(one, range)) {
                true => self.masked += 1,
                false => self.mistakes.push(format!(
                    "not masked: {} in {line}",
                    range.of(&labelled.text)
                )),
            }
        }
        for range in &labelled.kept {
            self.others += 1;
            match found.iter().any(|one| meets(one, range)) {
                true => self
                    .mistakes
                    .push(format!("masked: {} in {line}", range.of(&labelled.text))),
                false => self.kept += 1,
            }
        }
        self.others += 1;
        let outside = found.iter().any(|one| {
            let labels = labelled.details.iter().any(|range| contains(range, one));
            !labels && !labelled.kept.iter().any(|range| meets(range, one))
        });
        match outside {
            true => self.mistakes.push(format!("too much masked in {line}")),
            false => self.kept += 1,
        }
    }
}

/// A line without its labels.
struct Labelled {
    text: String,
    details: Vec<TextRange>,
    kept: Vec<TextRange>,
}

impl Labelled {
    fn parse(line: &str) -> Labelled {
        let mut labelled = Labelled {
            text: String::new(),
            details: Vec::new(),
            kept: Vec::new(),
        };
        let mut start = 0;
        for letter in line.chars() {
            let end = labelled.text.len();
            match letter {
                '{' | '‹' => start = end,
                '}' => labelled.details.push(TextRange::new(start, end)),
                '›' if end > start => labelled.kept.push(TextRange::new(start, end)),
                '›' => {}
                _ => labelled.text.push(letter),
            }
        }
        labelled
    }

    fn masked(&self) -> Vec<TextRange> {
        let turn = Spoken {
            role: Role::Human,
            label: None,
            text: &self.text,
            start_time: None,
        };
        let masked = mask_contact_details(&[turn], &MaskOptions::default());
        masked.items.iter().map(|item| item.range).collect()
    }
}
