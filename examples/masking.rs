//! Prints how much of the labelled details is masked, and how much of everything else is left alone:
//! `cargo run --features reading --example masking [file]`.

use ninjahire_calls::reading::TextRange;
use ninjahire_calls::reading::masking::{MaskOptions, mask_contact_details};
use ninjahire_calls::reading::{Role, Spoken};
use std::{env, fs};

fn main() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/masking");
    let verbose = env::args().nth(1);
    for part in ["tuning", "held-out"] {
        let text = fs::read_to_string(format!("{folder}/{part}.txt")).expect("the fixture");
        let (mut details, mut masked, mut kept, mut left) = (0, 0, 0, 0);
        let mut mistakes = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let labelled = Labelled::parse(line);
            let found = labelled.masked();
            for range in &labelled.details {
                details += 1;
                let whole = found
                    .iter()
                    .any(|one| one.start <= range.start && range.end <= one.end);
                masked += usize::from(whole);
                if !whole {
                    mistakes.push(format!(
                        "not masked: {} in {line}",
                        range.of(&labelled.text)
                    ));
                }
            }
            let touched = |range: &TextRange| {
                found
                    .iter()
                    .any(|one| one.start < range.end && range.start < one.end)
            };
            for range in &labelled.kept {
                kept += 1;
                left += usize::from(!touched(range));
                if touched(range) {
                    mistakes.push(format!("masked: {} in {line}", range.of(&labelled.text)));
                }
            }
            // What is in neither counts as one thing to leave alone for each line.
            kept += 1;
            let outside = found.iter().any(|one| {
                !labelled
                    .details
                    .iter()
                    .any(|range| range.start <= one.start && one.end <= range.end)
                    && !touched_any(&labelled.kept, one)
            });
            left += usize::from(!outside);
            if outside {
                mistakes.push(format!("too much masked in {line}"));
            }
        }
        println!(
            "{part}: {masked} of {details} details masked ({:.1} %), {left} of {kept} others left alone ({:.1} %)",
            100.0 * masked as f64 / details as f64,
            100.0 * left as f64 / kept as f64
        );
        if verbose.as_deref() == Some(part) {
            mistakes.iter().for_each(|mistake| println!("  {mistake}"));
        }
    }
}

fn touched_any(ranges: &[TextRange], one: &TextRange) -> bool {
    ranges
        .iter()
        .any(|range| one.start < range.end && range.start < one.end)
}

/// A line with its labels taken out.
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
