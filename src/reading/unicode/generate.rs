//! Makes the tables: of what `unicode-segmentation` does with every character, of the standard
//! library, and of `unicode-normalization`. One that is out of step is written anew, and its test
//! fails once.

use std::collections::BTreeMap;
use std::fs;

use unicode_normalization::UnicodeNormalization;

use super::super::folding::is_diacritic;
use super::observed::Observer;
use super::properties::Properties;

fn write_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn expect(name: &str, bytes: &[u8]) {
    let path = format!("{}/src/reading/unicode/{name}", env!("CARGO_MANIFEST_DIR"));
    if fs::read(&path).ok().as_deref() != Some(bytes) {
        fs::write(&path, bytes).unwrap();
        panic!("{name} was out of step, and has been made anew");
    }
}

/// Whether the toolchain has the same version of Unicode as `unicode-segmentation`. Where it has not,
/// the tables wait for the one that is behind.
pub(super) fn versions_agree() -> bool {
    let (major, minor, patch) = unicode_segmentation::UNICODE_VERSION;
    char::UNICODE_VERSION == (major as u8, minor as u8, patch as u8)
}

#[test]
fn properties_are_in_step() {
    if !versions_agree() {
        return;
    }
    let observer = Observer::new();
    let mut runs: Vec<(u32, Properties)> = Vec::new();
    // All of the planes with characters, some of those without.
    let letters = '\0'..='\u{3FFFF}';
    let others = ('\u{40000}'..='\u{DFFFF}').step_by(61);
    let letters = letters.chain(others).chain('\u{E0000}'..='\u{EFFFF}');
    for letter in letters.chain(('\u{F0000}'..=char::MAX).step_by(61)) {
        let properties = match letter {
            // One run: the reader knows which of them are open.
            '가'..='\u{D7A3}' => observer.properties('가'),
            _ => observer.properties(letter),
        };
        if runs.last().is_none_or(|(_, last)| *last != properties) {
            runs.push((letter as u32, properties));
        }
    }
    let mut counts: BTreeMap<Properties, i32> = BTreeMap::new();
    runs.iter()
        .for_each(|(_, kind)| *counts.entry(*kind).or_default() -= 1);
    let mut kinds: Vec<Properties> = counts.keys().copied().collect();
    kinds.sort_by_key(|kind| counts[kind]);

    let mut bytes = Vec::new();
    write_number(&mut bytes, kinds.len() as u32);
    for kind in &kinds {
        write_number(&mut bytes, kind.number());
    }
    write_number(&mut bytes, runs.len() as u32);
    for (_, kind) in &runs {
        let place = kinds.iter().position(|other| other == kind).unwrap();
        write_number(&mut bytes, place as u32);
    }
    let ends = runs.iter().skip(1).map(|(start, _)| *start);
    for ((start, _), end) in runs.iter().zip(ends.chain([char::MAX as u32 + 1])) {
        write_number(&mut bytes, end - start);
    }
    expect("properties.bin", &bytes);
}

/// Runs of characters one after another, or every other one, with the same number.
fn mapping(letters: &BTreeMap<u32, i32>) -> Vec<u8> {
    let same = |code: u32, to: i32| letters.get(&code) == Some(&to);
    let mut runs: Vec<(u32, u32, u32, i32)> = Vec::new();
    let mut free = 0;
    for (&first, &to) in letters {
        if first < free {
            continue;
        }
        let length = |step: u32| {
            let is_next = |more: &u32| {
                let code = first + more * step;
                same(code, to) && (step == 1 || !letters.contains_key(&(code - 1)))
            };
            (1..).take_while(is_next).count() as u32
        };
        let (length, step) = (length(1), 1).max((length(2), 2));
        let (length, step) = if length == 0 { (0, 1) } else { (length, step) };
        runs.push((first, length, step, to));
        free = first + length * step + 1;
    }
    let mut bytes = Vec::new();
    let (mut free, mut before) = (0, 0);
    write_number(&mut bytes, runs.len() as u32);
    for (first, length, step, to) in runs {
        write_number(&mut bytes, first - free);
        write_number(&mut bytes, length << 1 | (step - 1));
        let change = to - before;
        write_number(&mut bytes, (change << 1 ^ change >> 31) as u32);
        (free, before) = (first + length * step + 1, to);
    }
    bytes
}

#[test]
fn lower_case_is_in_step() {
    if !versions_agree() {
        return;
    }
    let mut letters = BTreeMap::new();
    for letter in '\0'..=char::MAX {
        let mut lower = letter.to_lowercase();
        let first = lower.next().unwrap();
        assert!(lower.all(is_diacritic), "{letter}");
        if first != letter {
            letters.insert(letter as u32, first as i32 - letter as i32);
        }
    }
    expect("lower-case.bin", &mapping(&letters));
}

/// The scripts in which people on calls write composed letters.
const COMPOSED: [(char, char); 5] = [
    ('\u{C0}', '\u{24F}'),
    ('\u{370}', '\u{4FF}'),
    ('\u{600}', '\u{6FF}'),
    ('\u{1E00}', '\u{1FFF}'),
    ('\u{212A}', '\u{212B}'),
];
/// What looks like another letter with a diacritic, or without one, and is not composed of them.
const STROKES: [(char, char); 7] = [
    ('ð', 'd'),
    ('ø', 'o'),
    ('đ', 'd'),
    ('ħ', 'h'),
    ('ı', 'i'),
    ('ł', 'l'),
    ('ſ', 's'),
];

#[test]
fn bases_are_in_step() {
    let strokes: BTreeMap<char, char> = STROKES.into();
    let mut letters: BTreeMap<u32, i32> = BTreeMap::new();
    for letter in COMPOSED.into_iter().flat_map(|(first, last)| first..=last) {
        let mut parts = letter.nfd();
        let base = parts.next().unwrap();
        let base = strokes.get(&base).copied().unwrap_or(base);
        // Capitals are of lower case first.
        if base != letter && letter.to_lowercase().eq([letter]) && parts.all(is_diacritic) {
            letters.insert(letter as u32, base as i32);
        }
    }
    expect("bases.bin", &mapping(&letters));
}
