//! The markers that chat models write between turns: `<|im_start|>user`, `[INST]`,
//! `<|start_header_id|>user<|end_header_id|>`, `<start_of_turn>user`, `<|user|>`.

use super::characters::{is_invisible, is_line_break, is_space, is_word};
use super::cursor::Cursor;
use super::names::{Names, Source};
use super::options::TranscriptOptions;
use super::range::TextRange;
use super::reading::Reading;
use super::role::Role;
use super::shape::Shape;
use super::whitespace::{Syntax, trim};

/// What precedes the name of a speaker. One of [`CLOSING`] or a line break follows the name.
const OPENING: [&str; 4] = [
    "<|im_start|>",
    "<|start_header_id|>",
    "<start_of_turn>",
    "<|",
];
const CLOSING: [&str; 2] = ["<|end_header_id|>", "|>"];
/// Markers that stand for a speaker without a name.
const FIXED: [(&str, Role); 2] = [("[INST]", Role::Human), ("[/INST]", Role::Bot)];
/// Markers that are neither speech nor the name of a speaker.
const SILENT: &str = "<|im_end|> <|eot_id|> <|end|> <end_of_turn> <|endoftext|> <|begin_of_text|> \
    <|end_of_text|> <|eom_id|> </s> <s> <bos> <eos>";

/// Where a marker ends, and who speaks after it.
struct Marker {
    end: usize,
    speaker: Option<(Role, Option<TextRange>)>,
}

/// Reads a transcript that begins with such a marker.
pub(crate) fn read(text: &str, options: &TranscriptOptions) -> Option<Reading> {
    let mut cursor = Cursor::new(text, 0);
    let is_before = |c: char| is_space(c) || is_line_break(c) || is_invisible(c);
    while cursor.eat_if(is_before).is_some() {}
    let mut names = Names::new(options);
    let mut open = marker_at(cursor, &mut names)?;
    let mut reading = Reading::new(Shape::ChatTemplate);
    reading.is_decorated = true;
    let mut is_template = false;
    let mut at = open.end;
    loop {
        let next = text.as_bytes().get(at);
        let marker = match next {
            Some(b'<' | b'[') => marker_at(Cursor::new(text, at), &mut names),
            _ => None,
        };
        if marker.is_some() || next.is_none() {
            let (start, end) = trim(text, open.end, at.min(text.len()), Syntax::Plain);
            let range = TextRange::new(start, end);
            is_template |= open.speaker.is_some();
            if open.speaker.is_some() || !range.is_empty() {
                let (role, label) = open.speaker.unwrap_or((Role::Unknown, None));
                reading.push(role, label, range, None);
            }
        }
        match marker {
            Some(marker) => {
                at = marker.end;
                open = marker;
            }
            None if next.is_none() => break,
            None => at += 1,
        }
    }
    is_template.then_some(reading)
}

fn marker_at(cursor: Cursor<'_>, names: &mut Names) -> Option<Marker> {
    let after = |marker: &str| {
        let mut after = cursor;
        after.eat_str(marker).then_some(after)
    };
    if let Some(after) = SILENT.split(' ').find_map(after) {
        return Some(Marker {
            end: after.position(),
            speaker: None,
        });
    }
    for (marker, role) in FIXED {
        if let Some(after) = after(marker) {
            return Some(Marker {
                end: after.position(),
                speaker: Some((role, None)),
            });
        }
    }
    let mut name = OPENING.into_iter().find_map(after)?;
    let start = name.position();
    while name.position() < start + 40
        && name
            .eat_if(|c| is_word(c) || matches!(c, ' ' | '_' | '-'))
            .is_some()
    {}
    let (start, end) = trim(cursor.text(), start, name.position(), Syntax::Plain);
    let label = TextRange::new(start, end);
    let group = names
        .intern(label.of(cursor.text()))
        .map(|name| names.group_named(name))?;
    let is_closed = CLOSING.iter().any(|closing| name.eat_str(closing));
    // `<|user|>` is a marker; `<|fim_prefix|>` is not.
    let fits = if is_closed {
        group.source != Source::Word
    } else {
        name.eat_if(is_line_break).is_some()
    };
    (fits && !label.is_empty()).then(|| Marker {
        end: name.position(),
        speaker: Some((group.role, Some(label))),
    })
}
