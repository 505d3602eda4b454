//! One label with everything that belongs to it: brackets, emphasis, counter, timestamp, separator.

use super::characters::{
    Syntax, eat_line_break, eat_spaces, is_invisible, is_line_break, is_space,
};
use super::cursor::Cursor;
use super::names::{GENDER_ENDINGS, NameId, Names, role_of};
use super::offsets::TextRange;
use super::timestamps::{closing_bracket, eat_bare, eat_bracketed, eat_decimal, eat_timestamp};

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
    /// The label is known or custom, and not only a word that looks like one.
    pub(crate) is_label: bool,
    /// What the timestamp beside it says, in seconds.
    pub(crate) time: Option<f64>,
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
    /// How far the label is indented, in bytes.
    pub(crate) indent: usize,
    /// The line above is no label's and is indented just as far.
    pub(crate) is_hanging: bool,
    /// A sentence ends before it (only known in the middle of a line).
    pub(crate) is_after_sentence: bool,
}

/// A timestamp alone on its line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TimeAbove {
    /// Where its line starts, or that of the caption's number above it.
    pub(crate) start: usize,
    pub(crate) seconds: f64,
}

/// What stands between a label and the words. All but a colon count only where the whole
/// transcript has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    /// A colon of any script.
    Colon,
    /// A hyphen or dash.
    Dash,
    /// `>`, `»`, `->`, `→`.
    Arrow,
    /// `|`.
    Bar,
    /// A tab, or several spaces.
    Gap,
    /// `=`, `;`, `,`.
    Sign,
    /// None: the label has its line for itself, or stands in brackets.
    None,
}

/// Where a label match is looked for, and so what may belong to it.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// At the start of a line: bullets, counters and headings may stand before the label.
    pub(crate) is_line: bool,
    /// Timestamps may. In the middle of a line `10:30 BOT:` can be the end of what was said.
    pub(crate) has_times: bool,
    /// Words that only look like labels count.
    pub(crate) has_words: bool,
    /// Separators other than a colon count.
    pub(crate) has_separators: bool,
    pub(crate) syntax: Syntax,
}

/// Spaces between the parts of a label match. A bound, because it is tried at many positions.
const GAP: usize = 64;

/// The longest name, in characters, and how many words it may have.
const LONGEST_NAME: usize = 40;
const MOST_WORDS: usize = 5;

/// What was read before the name.
#[derive(Default)]
struct Before {
    time: Option<f64>,
    counter: Option<u32>,
    is_decorated: bool,
    /// Emphasis that is open, in characters.
    emphasis: usize,
    /// What would close the bracket around the label.
    bracket: Option<char>,
    /// Where a picture before the label starts: it belongs to the label.
    picture: Option<usize>,
}

/// Parses the label match that starts at `start`.
///
/// Reads a bounded number of bytes, but for the spaces at the end of a line without a separator.
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
    let custom_end = names.custom_end(&cursor);
    let name_end = custom_end.or_else(|| find_name_end(cursor))?;
    let mut label = TextRange::new(before.picture.unwrap_or(name_start), name_end);
    cursor = Cursor::new(text, name_end);
    let after = parse_after(&mut cursor, &mut before, &mut label, place);
    let (separator, is_spaced) = eat_separator(&mut cursor, place, &after)?;
    // Without a separator the label has the line for itself, or stands in brackets.
    let mut is_alone = false;
    if separator == Separator::None {
        if !place.is_line || before.emphasis > 0 {
            return None;
        }
        if let Some(time) = eat_bare(&mut cursor) {
            before.time = Some(time);
        }
        let mut rest = cursor;
        eat_spaces(&mut rest, place.syntax, usize::MAX);
        is_alone = rest.is_at_end() || eat_line_break(&mut rest, place.syntax);
        let is_boxed = after.box_end.is_some_and(|end| end < cursor.position());
        if !is_alone && !is_boxed {
            return None;
        }
    }
    let role_beside = after.qualifier.and_then(|range| role_of(range.of(text)));
    let written = text.get(name_start..name_end)?;
    // A word alone is only told from speech by what stands beside it.
    let may_be_word = place.has_words
        && is_spaced
        && match separator {
            Separator::None => before.time.is_some() || role_beside.is_some(),
            _ => true,
        };
    if !may_be_word && custom_end.is_none() && role_of(written).is_none() && !is_speaker(written) {
        return None;
    }
    let (name, is_label) = match role_beside {
        Some(role) if role_of(written).is_none() && custom_end.is_none() => {
            (names.intern_with_role(label.of(text), role), true)
        }
        _ => names.intern(written),
    };
    if !is_label && !may_be_word {
        return None;
    }
    match separator {
        Separator::Colon => {
            // `bot://`, `Agent::new`, and the `12:30` of `human 12:30` are no labels.
            let ends_with_digit = written.ends_with(|c: char| c.is_ascii_digit());
            let next = cursor.peek();
            if next == Some(':')
                || cursor.rest().starts_with("//")
                || (ends_with_digit && !is_spaced && next.is_some_and(|c| c.is_ascii_digit()))
            {
                return None;
            }
            if before.bracket.is_some_and(|close| cursor.eat(close)) {
                before.bracket = None;
            }
            eat_emphasis(&mut cursor, &mut before.emphasis);
        }
        Separator::None if !is_alone && !is_label => return None,
        _ => {}
    }
    // `(BOT: he said)` is an aside. A line that is bold from end to end still has its label.
    if before.bracket.is_some() || (before.emphasis > 0 && !place.is_line) {
        return None;
    }
    names.note_recent(name);
    Some(LabelMatch {
        start,
        label,
        end: cursor.position(),
        name,
        is_label,
        time: before.time,
        counter: before.counter,
        above: None,
        separator,
        is_lower: is_lower(written),
        is_decorated: before.is_decorated || after.is_closed,
        indent: 0,
        is_hanging: false,
        is_after_sentence: false,
    })
}

/// The short way: a name that was there before, and a colon and a space.
fn parse_recent(text: &str, start: usize, names: &mut Names) -> Option<LabelMatch> {
    let rest = &text.as_bytes()[start..];
    let (name, length) = names.recent_at(rest)?;
    if rest.get(length + 1) != Some(&b' ') {
        return None;
    }
    names.note_recent(name);
    let label = TextRange::new(start, start + length);
    let group = names.group(names.group_of(name));
    Some(LabelMatch {
        start,
        label,
        end: label.end + 1,
        name,
        is_label: group.source != super::names::Source::Word,
        time: None,
        counter: None,
        above: None,
        separator: Separator::Colon,
        is_lower: is_lower(label.of(text)),
        is_decorated: false,
        indent: 0,
        is_hanging: false,
        is_after_sentence: false,
    })
}

/// Reads what stands before the name.
fn parse_before(cursor: &mut Cursor<'_>, place: Place) -> Option<Before> {
    let mut before = Before::default();
    for _ in 0..12 {
        let from = cursor.position();
        eat_spaces(cursor, place.syntax, GAP);
        while cursor.eat_if(is_invisible).is_some() {}
        if cursor.position() > from {
            continue;
        }
        let Some(next) = cursor.peek() else {
            break;
        };
        match next {
            '#' | '>' if place.is_line => cursor.bump(),
            '*' | '_' => {
                let run = cursor.eat_run(next, 3);
                let is_bullet = place.is_line && run == 1 && cursor.peek().is_some_and(is_space);
                before.emphasis += if is_bullet { 0 } else { run };
            }
            '-' | '–' | '—' | '•' | '·' | '‣' | '●' | '▪'
                if place.is_line && is_before_space(cursor) =>
            {
                cursor.bump();
            }
            '|' if place.is_line => cursor.bump(),
            '|' | ',' | ':' | '-' if before.time.is_some() => cursor.bump(),
            _ if place.is_line && is_pictograph(next) => {
                before.picture.get_or_insert(cursor.position());
                cursor.bump();
                continue;
            }
            _ => {
                let close = closing_bracket(next);
                if close.is_none() && !next.is_ascii_digit() {
                    break;
                }
                if place.has_times
                    && let Some(time) = eat_timestamp(cursor).or_else(|| eat_plain(cursor))
                {
                    before.time = Some(time);
                } else if let Some(counter) = eat_counter(cursor).filter(|_| place.is_line) {
                    before.counter = Some(counter);
                } else if close.is_some() && before.bracket.is_none() {
                    before.bracket = close;
                    cursor.bump();
                } else {
                    return None;
                }
            }
        }
        before.is_decorated = true;
    }
    Some(before)
}

/// `12.5 BOT:`.
fn eat_plain(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut after = *cursor;
    let time = eat_decimal(&mut after)?;
    after.peek().filter(|c| is_space(*c))?;
    *cursor = after;
    Some(time)
}

fn is_before_space(cursor: &Cursor<'_>) -> bool {
    let mut after = *cursor;
    after.bump();
    after.peek().is_some_and(is_space)
}

/// A picture before a label: `🤖 BOT:`.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{25A0}'..='\u{25FF}')
}

/// `[12]`, `(12)`, `12.`, `12)`, with a space after the latter two.
fn eat_counter(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut after = *cursor;
    let close = after.peek().and_then(closing_bracket);
    if close.is_some() {
        after.bump();
    }
    let number = after.eat_number(6)?;
    let fits = match close {
        Some(close) => after.eat(close),
        None => (after.eat('.') || after.eat(')')) && after.peek().is_some_and(is_space),
    };
    if !fits {
        return None;
    }
    *cursor = after;
    Some(number)
}

/// Where the name ends that starts at the cursor: a few words of letters and digits.
fn find_name_end(mut cursor: Cursor<'_>) -> Option<usize> {
    let start = cursor.position();
    let first = cursor.peek()?;
    if !is_letter(first) && first != '+' {
        return None;
    }
    let mut end = start;
    let mut word_start = start;
    let mut words = 1;
    let mut is_only_digits = false;
    for _ in 0..LONGEST_NAME {
        let Some(next) = cursor.peek() else {
            break;
        };
        match next {
            _ if is_letter(next) || next.is_numeric() || (next == '+' && end == start) => {
                is_only_digits =
                    next.is_ascii_digit() && (cursor.position() == word_start || is_only_digits);
                cursor.bump();
                end = cursor.position();
            }
            '.' if end == cursor.position() && cursor.since(word_start).chars().count() <= 3 => {
                cursor.bump();
                // `Dr.` within a name, `L.` at its end.
                if cursor.peek().is_some_and(is_space)
                    || cursor.since(word_start).chars().count() == 2
                {
                    end = cursor.position().min(end + 1);
                }
            }
            ' ' | '\u{A0}' | '_' | '-' | '\'' | '’' | 'ʼ' | '/' | '&'
                if end == cursor.position() || next == '&' =>
            {
                if matches!(next, ' ' | '\u{A0}') {
                    words += 1;
                    if words > MOST_WORDS {
                        return None;
                    }
                }
                cursor.bump();
                word_start = cursor.position();
                is_only_digits = false;
            }
            ' ' if text_before_is(&cursor, '&') => {
                cursor.bump();
                word_start = cursor.position();
            }
            // `BOT 0:04`: the number is a timestamp's.
            ':' if is_only_digits && word_start > start && is_time_tail(cursor) => {
                end = trim_name_end(&cursor.text()[start..word_start]) + start;
                break;
            }
            _ => break,
        }
    }
    if cursor.peek().is_some_and(is_letter) {
        return None;
    }
    // `12.` or `0` that begins a timestamp in the same way: `Sam Lee 10.5s` stays a name.
    let ending = GENDER_ENDINGS.iter().find(|ending| {
        let mut after = Cursor::new(cursor.text(), end);
        ending.starts_with(['*', ':', '·', '/', '('])
            && after.eat_word(ending)
            && !after.peek().is_some_and(char::is_alphanumeric)
            && role_of(&cursor.text()[start..end]).is_some()
    });
    Some(end + ending.map_or(0, |ending| ending.len()))
}

fn text_before_is(cursor: &Cursor<'_>, expected: char) -> bool {
    cursor.before() == Some(expected)
}

fn trim_name_end(name: &str) -> usize {
    name.trim_end_matches(|c| is_space(c) || matches!(c, '-' | '_' | '/' | '&'))
        .len()
}

/// `:04`, and no third digit.
fn is_time_tail(mut cursor: Cursor<'_>) -> bool {
    cursor.bump();
    let start = cursor.position();
    cursor.eat_number(3).is_some() && cursor.position() == start + 2
}

/// A character that words of any script consist of; vowel signs and joiners belong to them.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{2FF}' => c.is_alphabetic(),
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{E31}'..='\u{E4E}'
        | '\u{200C}'
        | '\u{200D}' => true,
        // Whole alphabets, without a look at Unicode's table.
        '\u{370}'..='\u{373}'
        | '\u{386}'..='\u{481}'
        | '\u{48A}'..='\u{52F}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{64A}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' => c != '\u{387}',
        '\u{900}'..='\u{DFF}' => !matches!(c, '\u{964}' | '\u{965}'),
        '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}' => !matches!(c, '\u{104A}' | '\u{104B}'),
        _ => c.is_alphabetic(),
    }
}

/// What was read between the name and the separator.
#[derive(Default)]
struct After {
    /// Where the bracket around the label was closed.
    box_end: Option<usize>,
    is_closed: bool,
    /// What stands in brackets beside the name.
    qualifier: Option<TextRange>,
    /// The spaces before the separator have a tab or are several.
    has_gap: bool,
    has_space: bool,
}

/// Reads what stands between the name and the separator.
fn parse_after(
    cursor: &mut Cursor<'_>,
    before: &mut Before,
    label: &mut TextRange,
    place: Place,
) -> After {
    let mut after = After::default();
    for _ in 0..8 {
        let from = cursor.position();
        eat_spaces(cursor, place.syntax, GAP);
        if cursor.position() > from {
            let spaces = cursor.since(from);
            after.has_space = true;
            after.has_gap = spaces.contains('\t') || spaces.chars().count() > 1;
            continue;
        }
        if before.bracket.is_some_and(|close| cursor.eat(close)) {
            before.bracket = None;
            after.is_closed = true;
            after.box_end = Some(cursor.position());
            continue;
        }
        if eat_emphasis(cursor, &mut before.emphasis) {
            after.is_closed = true;
            continue;
        }
        if place.has_times
            && let Some(time) = eat_bracketed(cursor).or_else(|| eat_time_beside(cursor, place))
        {
            before.time = Some(time);
            before.is_decorated = true;
            continue;
        }
        let Some(inside) = eat_qualifier(cursor) else {
            break;
        };
        // `BOT (Screener)`: who it is, so it belongs to the label.
        if !after.is_closed {
            label.end = cursor.position();
            after.qualifier = Some(inside);
        }
        after.is_closed = true;
    }
    after
}

/// `BOT 0:04: Hi.`, or `BOT | 0:04 | Hi.` where other separators count.
fn eat_time_beside(cursor: &mut Cursor<'_>, place: Place) -> Option<f64> {
    let mut after = *cursor;
    let time = eat_bare(&mut after)?;
    let mut next = after;
    eat_spaces(&mut next, Syntax::Plain, 4);
    let has_gap =
        next.since(after.position()).contains('\t') || next.position() > after.position() + 1;
    let is_separator =
        |c: char| is_colon(c) || (place.has_separators && matches!(c, '|' | '-' | '–' | '—'));
    let goes_on = next.peek().is_some_and(is_separator)
        || (place.has_separators && has_gap && next.peek().is_some_and(|c| !is_line_break(c)));
    if !goes_on {
        return None;
    }
    *cursor = after;
    Some(time)
}

fn eat_emphasis(cursor: &mut Cursor<'_>, open: &mut usize) -> bool {
    let run = match cursor.peek() {
        Some(sign @ ('*' | '_')) => cursor.eat_run(sign, *open),
        _ => 0,
    };
    *open -= run;
    run > 0
}

/// `(Screener)` or `[Screener]`: what is inside.
fn eat_qualifier(cursor: &mut Cursor<'_>) -> Option<TextRange> {
    let mut inside = *cursor;
    let open = inside.eat_if(|c| matches!(c, '(' | '[' | '（' | '【' | '［'))?;
    let close = closing_bracket(open)?;
    let start = inside.position();
    while inside.position() < start + 78 {
        let end = inside.position();
        if inside.eat(close) {
            let range = (end > start).then(|| TextRange::new(start, end))?;
            *cursor = inside;
            return Some(range);
        }
        inside.eat_if(|c| c != open && !is_line_break(c))?;
        // An escaped line break ends it as a real one does.
        if inside.since(start).ends_with("\\n") {
            return None;
        }
    }
    None
}

fn is_colon(c: char) -> bool {
    // Of ASCII, full width, small, vertical, Armenian and Khmer.
    matches!(c, ':' | '：' | '﹕' | '︓' | '։' | '៖' | '꞉' | '׃')
}

/// The separator, and whether a space or the end of the line follows it.
fn eat_separator(
    cursor: &mut Cursor<'_>,
    place: Place,
    after: &After,
) -> Option<(Separator, bool)> {
    let is_spaced = |cursor: &Cursor<'_>| {
        cursor.peek().is_none_or(|c| {
            is_space(c) || is_line_break(c) || matches!(c, '*' | '_' | '\\' | '<' | ']')
        })
    };
    if let Some(colon) = cursor.eat_if(is_colon) {
        let is_wide = colon != ':';
        // `BOT:- Hi.`
        let mut dash = *cursor;
        if dash.eat('-') && dash.peek().is_some_and(is_space) {
            *cursor = dash;
        }
        return Some((Separator::Colon, is_wide || is_spaced(cursor)));
    }
    if !place.has_separators {
        return Some((Separator::None, true));
    }
    let mut sign = *cursor;
    let separator = if sign.eat_str("->") || sign.eat_str("=>") || sign.eat_run('>', 3) > 0 {
        Separator::Arrow
    } else {
        match sign.eat_if(|_| true) {
            Some('→' | '»' | '›' | '⇒') => Separator::Arrow,
            Some('|' | '¦' | '│' | '｜') => Separator::Bar,
            Some('-' | '–' | '—' | '―' | '−' | '~' | '－') => {
                sign.eat_run('-', 2);
                Separator::Dash
            }
            Some('=' | ';' | ',' | '؛' | '、' | '；' | '，' | '/') => Separator::Sign,
            _ if after.has_gap => Separator::Gap,
            _ => return Some((Separator::None, true)),
        }
    };
    match separator {
        Separator::Gap => {
            // Nothing but a timestamp may follow a label that has the line for itself.
            let mut rest = *cursor;
            let _ = eat_bare(&mut rest);
            eat_spaces(&mut rest, place.syntax, GAP);
            let is_alone = rest.peek().is_none_or(is_line_break);
            let separator = if is_alone {
                Separator::None
            } else {
                Separator::Gap
            };
            Some((separator, true))
        }
        // `co-founder` has no separator, and a dash without a space is none.
        Separator::Dash | Separator::Sign if !is_spaced(&sign) && !after.has_space => {
            Some((Separator::None, true))
        }
        _ => {
            *cursor = sign;
            Some((separator, true))
        }
    }
}

/// Whether the label has lower case letters and no others.
fn is_lower(label: &str) -> bool {
    let is_other = |c: char| !c.is_ascii() || c.is_ascii_uppercase();
    label.contains(|c: char| c.is_ascii_lowercase()) && !label.contains(is_other)
}

/// `SPEAKER_01`, `spk 0`: numbered speakers that are in no table.
fn is_speaker(written: &str) -> bool {
    super::label_table::SPEAKERS.iter().any(|speaker| {
        let found = written.as_bytes().get(..speaker.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(speaker.as_bytes()))
    })
}
