//! The markers that chat models write between turns: `<|im_start|>user`, `[INST]`,
//! `<|start_header_id|>user<|end_header_id|>`, `<start_of_turn>user`, `<|user|>`.

use super::characters::{Syntax, trim};
use super::format::Shape;
use super::names::Names;
use super::offsets::TextRange;
use super::options::TranscriptOptions;
use super::role::Role;
use super::turns::{Reading, Turns};

/// What stands before and after the name of a speaker.
const NAMED: &[(&str, &str)] = &[
    ("<|im_start|>", "\n"),
    ("<|start_header_id|>", "<|end_header_id|>"),
    ("<start_of_turn>", "\n"),
    ("<|", "|>"),
];
/// Markers that say by themselves who speaks.
const FIXED: &[(&str, Role)] = &[("[INST]", Role::Human), ("[/INST]", Role::Bot)];
/// Markers that nobody says.
const SILENT: &[&str] = &[
    "<|im_end|>",
    "<|eot_id|>",
    "<|end|>",
    "<end_of_turn>",
    "<|endoftext|>",
    "<|begin_of_text|>",
    "<|end_of_text|>",
    "<|eom_id|>",
    "</s>",
    "<s>",
    "<bos>",
    "<eos>",
];

/// A marker: where it starts and ends, and who speaks after it.
struct Marker {
    start: usize,
    end: usize,
    speaker: Option<Speaker>,
}

struct Speaker {
    label: Option<TextRange>,
    role: Role,
}

/// Reads a transcript that begins with such a marker.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    if !text.trim_start().starts_with(['<', '[']) {
        return None;
    }
    let mut names = Names::new(options);
    let mut markers = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'<', b'[', &text.as_bytes()[at..]) {
        at += found;
        match marker_at(text, at, &mut names) {
            Some(marker) => {
                at = marker.end;
                markers.push(marker);
            }
            None => at += 1,
        }
        if markers.is_empty() {
            return None;
        }
    }
    if !markers.iter().any(|marker| marker.speaker.is_some()) {
        return None;
    }
    Some(turns(text, &markers))
}

fn marker_at(text: &str, at: usize, names: &mut Names) -> Option<Marker> {
    let rest = &text[at..];
    let marker = |length: usize, speaker| Marker {
        start: at,
        end: at + length,
        speaker,
    };
    if let Some(silent) = SILENT.iter().find(|silent| rest.starts_with(**silent)) {
        return Some(marker(silent.len(), None));
    }
    if let Some((sign, role)) = FIXED.iter().find(|(sign, _)| rest.starts_with(sign)) {
        let speaker = Speaker {
            label: None,
            role: *role,
        };
        return Some(marker(sign.len(), Some(speaker)));
    }
    NAMED.iter().find_map(|(open, close)| {
        let name = rest.strip_prefix(open)?;
        let mut end = name.len().min(40);
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        let length = name[..end].find(close)?;
        let start = at + open.len();
        let label = TextRange::new(start, start + name[..length].trim_end().len());
        let (id, is_label) = names.intern(label.of(text));
        // `<|user|>` is a marker; `<|fim_prefix|>` is not.
        if label.is_empty() || (*open == "<|" && !is_label) {
            return None;
        }
        let speaker = Speaker {
            label: Some(label),
            role: names.group(names.group_of(id)).role,
        };
        Some(marker(open.len() + length + close.len(), Some(speaker)))
    })
}

fn turns(text: &str, markers: &[Marker]) -> Reading {
    let mut turns = Turns::with_capacity(markers.len());
    for (index, marker) in markers.iter().enumerate() {
        let next = markers.get(index + 1).map_or(text.len(), |next| next.start);
        let (start, end) = trim(text, marker.end, next, Syntax::Plain);
        let range = TextRange::new(start, end);
        match &marker.speaker {
            Some(speaker) => turns.push(speaker.role, speaker.label, range, None),
            None if !range.is_empty() => turns.push(Role::Unknown, None, range, None),
            None => {}
        }
    }
    Reading {
        shape: Shape::ChatTemplate,
        turns: turns.all,
        times: 0,
        is_decorated: true,
    }
}
