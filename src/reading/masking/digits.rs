//! Finds runs of digits that may be one number, with the separators between their groups.

use std::ops::Range;

/// A longer run is not parsed further: no phone number or card has more digits.
pub(super) const MOST_DIGITS: usize = 24;

/// A run of digits that may be one number, with its separators.
pub(super) struct Run {
    pub(super) range: Range<usize>,
    pub(super) digits: Vec<u8>,
    /// The number of digits in each group.
    pub(super) groups: Vec<usize>,
    /// The separators between the groups.
    pub(super) separators: Vec<Separator>,
    pub(super) plus: bool,
    /// Whether a group is in brackets: `(0)170`.
    pub(super) bracket: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    Space,
    Dash,
    Dot,
    Slash,
    Comma,
    Bracket,
}

impl Run {
    /// The value of each group.
    pub(super) fn values(&self) -> Vec<u64> {
        let mut digits = self.digits.iter();
        let append =
            |value: u64, digit: &u8| value.wrapping_mul(10).wrapping_add(u64::from(*digit));
        self.groups
            .iter()
            .map(|length| digits.by_ref().take(*length).fold(0, append))
            .collect()
    }

    /// Whether all separators are `separator`.
    pub(super) fn has_only(&self, separator: Separator) -> bool {
        self.separators.iter().all(|one| *one == separator)
    }

    /// Whether digits were said one by one, in groups of at least two with pauses between them:
    /// `5 5 5, 2 6 7 1`.
    pub(super) fn is_said_in_groups(&self) -> bool {
        let single = self.groups.iter().all(|length| *length == 1);
        let pauses = self.separators.contains(&Separator::Comma);
        let mut parts = self.separators.split(|one| *one == Separator::Comma);
        single && pauses && parts.all(|part| (1..6).contains(&part.len()))
    }
}

/// The position of the next digit, or of a plus or bracket before a digit.
pub(super) fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (from..bytes.len()).find(|&at| match bytes[at] {
        b'0'..=b'9' => true,
        b'+' => digit(at + 1) || matches!(bytes.get(at + 1), Some(b' ' | b'(')) && digit(at + 2),
        b'(' => digit(at + 1) || bytes.get(at + 1) == Some(&b'+'),
        _ => false,
    })
}

/// Parses the run that starts at `start`. There are at most four characters between its groups.
#[inline(never)]
pub(super) fn parse_run(text: &str, start: usize) -> Run {
    let bytes = text.as_bytes();
    let mut run = Run {
        range: start..start,
        digits: Vec::new(),
        groups: Vec::new(),
        separators: Vec::new(),
        plus: false,
        bracket: false,
    };
    // The characters since the last digit.
    let mut gap = String::new();
    let mut opened = 0;
    let mut closed = 0;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                if !gap.is_empty() || run.groups.is_empty() {
                    if !run.groups.is_empty() {
                        match parse_separator(&gap) {
                            Some(separator) => run.separators.push(separator),
                            None => break,
                        }
                    }
                    run.groups.push(0);
                    opened += gap.matches('(').count();
                    closed += gap.matches(')').count();
                    gap.clear();
                }
                if let Some(group) = run.groups.last_mut() {
                    *group += 1;
                }
                run.digits.push(byte - b'0');
                run.range.end = at + 1;
                if run.digits.len() > MOST_DIGITS {
                    break;
                }
            }
            b'+' if run.digits.is_empty() => run.plus = true,
            // A comma after a whole phone number starts another one, except among digits or pairs that are
            // said one by one: `06, 12, 34, 56, 78`.
            b',' if run.digits.len() >= 7 && !continues_evenly(&run, &bytes[at..]) => break,
            b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b',' | b'_' if gap.len() < 4 => {
                gap.push(char::from(*byte));
            }
            _ => match spoken_gap(&text[at..], &run).filter(|_| matches!(&*gap, " " | ", ")) {
                Some((length, separator)) => {
                    gap.clear();
                    gap.push_str(separator);
                    at += length;
                    continue;
                }
                None => break,
            },
        }
        at += 1;
    }
    run.bracket = closed > 0;
    if opened > closed && bytes[start] == b'(' {
        // The bracket belongs to the sentence, not to the number.
        run.range.start += 1;
    }
    run
}

/// Whether all groups, and the one after the comma at the start of `rest`, have one digit, or all have
/// two.
fn continues_evenly(run: &Run, rest: &[u8]) -> bool {
    let digits = rest.iter().skip(1).skip_while(|byte| **byte == b' ');
    let next = digits
        .take_while(|byte| byte.is_ascii_digit())
        .take(3)
        .count();
    next <= 2 && run.groups.iter().all(|length| *length == next)
}

/// What is said between the digits of a number, by the separator that it stands for: a sign; or a pause, or
/// a word that belongs to a digit, as in `4 1 5 uh double 5`.
const SPOKEN_GAPS: [(&str, &str); 3] = [
    (
        "-",
        "dash|hyphen|strich|tiret|guion|guión|traço|trattino|streepje|kreska|тире|дефис",
    ),
    (".", "dot|point"),
    (
        " ",
        "uh|um|uhm|er|erm|eh|ehm|hm|hmm|euh|äh|ähm|э|oh|o|double|triple",
    ),
];

/// The length in bytes of a spoken gap at the start of `text` and of the space after it, and its
/// separator. `None` where no digit or other spoken gap follows. `o` is a zero only among digits said one
/// by one: elsewhere it means *or*.
fn spoken_gap(text: &str, run: &Run) -> Option<(usize, &'static str)> {
    // No gap is longer than this.
    let word_end = text
        .bytes()
        .take(10)
        .position(|byte| matches!(byte, b' ' | b','))?;
    let (word, rest) = text.split_at(word_end);
    if matches!(word, "o" | "oh") && run.groups.len() < run.digits.len() {
        return None;
    }
    let (separator, _) = SPOKEN_GAPS
        .iter()
        .find(|(_, words)| words.split('|').any(|known| known == word))?;
    let space = rest.len() - rest.trim_start_matches([',', ' ']).len();
    let follows = rest[space..].starts_with(char::is_alphanumeric);
    (follows && space <= 2).then_some((word_end + space, separator))
}

/// The separator between two groups. `None` where the groups cannot belong to one number: `1,250`,
/// `5 - - 6`.
fn parse_separator(gap: &str) -> Option<Separator> {
    let signs: Vec<char> = gap.chars().filter(|sign| *sign != ' ').collect();
    match signs.as_slice() {
        _ if gap.len() > 3 && signs.len() < 3 => None,
        [] if gap.len() <= 2 => Some(Separator::Space),
        ['-' | '_'] => Some(Separator::Dash),
        ['-', '-'] => Some(Separator::Dash),
        ['.'] if gap.len() <= 2 => Some(Separator::Dot),
        ['/'] => Some(Separator::Slash),
        [','] if gap == ", " => Some(Separator::Comma),
        // A pause.
        ['.', '.', '.'] => Some(Separator::Comma),
        ['(' | ')'] | [')', '-' | '/' | '.'] | ['-' | '/', '('] | [')', '('] => {
            Some(Separator::Bracket)
        }
        _ => None,
    }
}

/// Whether the run is part of a word, an id or an amount.
pub(super) fn is_glued(text: &str, range: &Range<usize>) -> bool {
    // Only Latin, Greek and Cyrillic letters count. In scripts without spaces, and after the prefixes of
    // Hebrew and Arabic, other letters are next to a number.
    let is_word = |c: char| c.is_alphanumeric() && c < '\u{530}';
    let mut before = text[..range.start].chars().rev();
    let glued_before = match before.next() {
        Some(':' | '.' | ',') => before.next().is_some_and(|c| c.is_ascii_digit()),
        Some('-' | '/') => before.next().is_some_and(is_word),
        Some(c) => {
            is_word(c)
                || matches!(
                    c,
                    '_' | '@'
                        | '#'
                        | '+'
                        | '$'
                        | '€'
                        | '£'
                        | '¥'
                        | '₹'
                        | '₽'
                        | '₩'
                        | '='
                        | '&'
                        | '%'
                )
        }
        None => false,
    };
    let mut after = text[range.end..].chars();
    let glued_after = match after.next() {
        Some(':' | ',' | '.') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some('-') => after.next().is_some_and(is_word),
        Some(c) => is_word(c) || matches!(c, '_' | '@' | '%' | '€' | '$' | '£' | '₽' | '₩'),
        None => false,
    };
    glued_before || glued_after
}
