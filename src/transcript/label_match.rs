//! One label with everything that belongs to it: brackets, emphasis, counter, timestamp, separator.

use super::cursor::{Cursor, part};
use super::label_after::{eat_emphasis, eat_separator, eat_time_at_end, parse_after};
use super::label_before::parse_before;
use super::label_name::{eat_name, eat_number_of_speaker, eat_question};
use super::names::{GroupId, NameId, Names, Source, role_of};
use super::place::{Place, Separator};
use super::range::TextRange;
use super::role::Role;
use super::timestamps::{Time, eat_bare};
use super::whitespace::{eat_line_break, eat_spaces};

/// A position where a turn may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LabelMatch {
    /// Where the markup starts: the text before ends here.
    pub(crate) start: usize,
    /// The label as it is written.
    pub(crate) label: TextRange,
    /// Where the markup ends: the turn's text starts here.
    pub(crate) end: usize,
    /// Who is named.
    pub(crate) name: NameId,
    /// The label, whatever its number.
    pub(crate) group: GroupId,
    pub(crate) source: Source,
    /// Two numbers are two speakers.
    pub(crate) is_numbered: bool,
    /// The role of the speaker. Until labels are selected, it is the role that the name suggests.
    pub(crate) role: Role,
    /// The time of the timestamp beside it.
    pub(crate) time: Option<Time>,
    /// The number before it: `[12] BOT:`.
    pub(crate) counter: Option<u32>,
    /// A timestamp that stands alone on the line above.
    pub(crate) above: Option<TimeAbove>,
    /// What stands between the label and the words.
    pub(crate) separator: Separator,
    /// The label is in lower case, as a word in a sentence is.
    pub(crate) is_lower: bool,
    /// There is more around the label than spaces and a separator.
    pub(crate) is_decorated: bool,
    /// Whether speech may start in the same way. Then it counts only if most labels are written
    /// like this.
    pub(crate) is_doubtful: bool,
    /// How far the label is indented, in bytes.
    pub(crate) indent: usize,
    /// The line above has no label and the same indent.
    pub(crate) is_hanging: bool,
    /// A sentence ends before it (only known in the middle of a line).
    pub(crate) is_after_sentence: bool,
}

impl LabelMatch {
    /// A label and nothing around it.
    fn plain(names: &Names, name: NameId, written: &str, label: TextRange) -> Self {
        let group = names.group_of(name);
        let known = names.group(group);
        LabelMatch {
            start: label.start,
            label,
            end: label.end + 1,
            name,
            group,
            source: known.source,
            is_numbered: known.is_numbered,
            role: known.role,
            time: None,
            counter: None,
            above: None,
            separator: Separator::Colon,
            is_lower: is_lower(written),
            is_decorated: false,
            is_doubtful: false,
            indent: 0,
            is_hanging: false,
            is_after_sentence: false,
        }
    }

    /// The label is known or custom, and not only a word that looks like one.
    pub(crate) fn is_label(&self) -> bool {
        self.source != Source::Word
    }

    /// It has a timestamp beside it or above it.
    pub(crate) fn is_timed(&self) -> bool {
        self.time.is_some() || self.above.is_some()
    }
}

/// A timestamp alone on its line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TimeAbove {
    /// Where its line starts, or that of the caption's number above it.
    pub(crate) start: usize,
    pub(crate) time: Time,
}

/// Parses the label match that starts at `start`.
///
/// Reads a bounded number of bytes, except for the spaces at the end of a line without a separator.
pub(crate) fn parse_label(
    text: &str,
    start: usize,
    names: &mut Names,
    place: Place,
) -> Option<LabelMatch> {
    if let Some(found) = parse_recent(text, start, names) {
        return Some(found);
    }
    let mut cursor = Cursor::new(text, start);
    let mut before = parse_before(&mut cursor, place)?;
    let name_start = cursor.position();
    let is_question = place.has_separators && cursor.attempt(eat_question).is_some();
    let name_end = match is_question {
        true => cursor.position(),
        false => (names.custom_end(&cursor)).or_else(|| eat_name(&mut cursor))?,
    };
    cursor.go_to(name_end);
    if before.bracket.is_some() {
        cursor.attempt(eat_number_of_speaker);
    }
    let name_end = cursor.position();
    let after = parse_after(&mut cursor, &mut before, place);
    let label_end = after.label_end.unwrap_or(name_end);
    let label = TextRange::new(before.picture.unwrap_or(name_start), label_end);
    let time_at_end = place
        .has_separators
        .then(|| eat_time_at_end(&mut cursor, place));
    let (separator, is_spaced) = if let Some(time) = time_at_end.flatten() {
        before.time = Some(time);
        (Separator::None, true)
    } else if is_question {
        cursor.bump();
        (Separator::Dot, true)
    } else {
        eat_separator(&mut cursor, place, &after)?
    };
    // Without a separator, a label must be alone on its line or in brackets.
    let mut is_alone = false;
    let mut is_boxed = false;
    if separator == Separator::None {
        if !place.is_line || before.emphasis > 0 || before.is_doubtful {
            return None;
        }
        // No space is needed after a full-width bracket.
        is_boxed = after.box_end.is_some_and(|end| {
            end < cursor.position() || cursor.before().is_some_and(|close| !close.is_ascii())
        });
        before.time = eat_bare(&mut cursor).or(before.time);
        let end = cursor.position();
        eat_spaces(&mut cursor, place.syntax, usize::MAX);
        is_alone = cursor.is_at_end() || eat_line_break(&mut cursor, place.syntax);
        cursor.go_to(end);
        if !is_alone && !is_boxed {
            return None;
        }
    }
    let written = part(text, name_start, name_end);
    let mut name = names.intern(written)?;
    let mut is_label = names.group_named(name).source != Source::Word;
    let may_be_word = place.has_words && is_spaced;
    if !is_label
        && may_be_word
        && let Some(role) = after.qualifier.and_then(|range| role_of(range.of(text)))
    {
        name = names.intern_with_role(label.of(text), role)?;
        is_label = true;
    }
    // Only what stands beside an unknown word distinguishes it from speech.
    let is_marked = separator != Separator::None
        || (before.time.is_some() && is_alone)
        || (is_boxed && place.has_separators);
    let is_numbered = before.counter.is_some() && before.is_doubtful;
    let is_believed = is_label || (may_be_word && is_marked && !is_numbered);
    if !is_believed {
        return None;
    }
    if separator == Separator::Colon {
        // `bot://`, `Agent::new`, and the `12:30` of `human 12:30` are not labels.
        let ends_with_digit = written.as_bytes().last().is_some_and(u8::is_ascii_digit);
        let end = cursor.position();
        if cursor.is_before(|c| c == ':')
            || cursor.eat_str("//")
            || (ends_with_digit && !is_spaced && cursor.is_before(|c| c.is_ascii_digit()))
        {
            return None;
        }
        cursor.go_to(end);
        if before.bracket.is_some_and(|close| cursor.eat(close)) {
            before.bracket = None;
        }
        eat_emphasis(&mut cursor, &mut before.emphasis);
    }
    // `(BOT: he said)` is an aside. A line that is bold from end to end still has its label.
    if before.bracket.is_some() || (before.emphasis > 0 && !place.is_line) {
        return None;
    }
    names.note_recent(name);
    Some(LabelMatch {
        start,
        end: cursor.position(),
        time: before.time,
        counter: before.counter,
        separator,
        is_decorated: before.is_decorated || after.is_closed,
        is_doubtful: before.is_doubtful,
        ..LabelMatch::plain(names, name, written, label)
    })
}

/// The fast path: a name that was found before, then a colon and a space.
fn parse_recent(text: &str, start: usize, names: &mut Names) -> Option<LabelMatch> {
    let rest = text.as_bytes().get(start..)?;
    let (name, length) = names.recent_at(rest)?;
    names.note_recent(name);
    let label = TextRange::new(start, start + length);
    Some(LabelMatch::plain(names, name, label.of(text), label))
}

/// Whether all letters of the label are lower case.
fn is_lower(label: &str) -> bool {
    let is_other = |byte: u8| !byte.is_ascii() || byte.is_ascii_uppercase();
    label.bytes().any(|byte| byte.is_ascii_lowercase()) && !label.bytes().any(is_other)
}
