//! Finds phone numbers and payment cards among other numbers.

use super::cues::{self, Surroundings};
use super::digits::{Run, Separator, is_glued, next_start, parse_run};
use super::kind::MaskedKind;
use super::normal::Normal;
use super::other_numbers::{
    date_end, is_amount, is_range_of_amounts, is_series, is_social_security_number,
};
use crate::transcript::TextRange;

/// Every phone number and card-like number in the text.
pub(super) fn phones_and_cards(normal: &Normal) -> Vec<(TextRange, MaskedKind)> {
    let text = &normal.text;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let run = parse_run(text, start);
        at = run.range.end.max(start + 1);
        if run.digits.len() < 7 || is_glued(text, &run.range) {
            continue;
        }
        if let Some(end) = date_end(text, &run) {
            // `2019-03-04 415-555-0132`: the number after the date is parsed separately.
            at = end;
            continue;
        }
        let kind = match &run {
            run if is_card(run) => MaskedKind::Card,
            run if is_phone(normal, run) => MaskedKind::Phone,
            _ => continue,
        };
        found.push((normal.original_range(run.range.start, run.range.end), kind));
    }
    found
}

/// Whether a run has 13 to 19 digits with a valid check digit, and is not a series of years.
fn is_card(run: &Run) -> bool {
    if run.plus || run.bracket || !(13..=19).contains(&run.digits.len()) {
        return false;
    }
    let years = run.groups.len() > 1 && run.digits.chunks(4).all(is_year);
    !years && matches!(run.digits[0], 2..=6) && passes_luhn(&run.digits)
}

fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [1, 9, _, _] | [2, 0, _, _])
}

/// The Luhn check, which the numbers of payment cards pass.
fn passes_luhn(digits: &[u8]) -> bool {
    let doubled = |(index, digit): (usize, &u8)| {
        let value = u32::from(*digit) * if index % 2 == 1 { 2 } else { 1 };
        if value > 9 { value - 9 } else { value }
    };
    digits.iter().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
}

fn is_phone(normal: &Normal, run: &Run) -> bool {
    let count = run.digits.len();
    // `+1000000 users`: fewer than eight digits need the groups of a phone number.
    if run.plus {
        return (8..=15).contains(&count) || (count == 7 && run.groups.len() > 1);
    }
    if !(7..=17).contains(&count) || is_series(run) || is_range_of_amounts(run) {
        return false;
    }
    let Surroundings { phone, id, amount } =
        cues::surroundings(&normal.text, normal.cues(), run.range.start, run.range.end);
    if id || amount {
        return false;
    }
    let commas = run.separators.contains(&Separator::Comma);
    phone && count <= 15 && !(is_amount(run) && run.digits.ends_with(&[0, 0, 0]))
        || !commas && (has_trunk_prefix(run) || has_phone_groups(run))
        || commas && run.digits[0] == 0 && has_trunk_prefix(run)
}

/// Whether a number is international without the plus, or national with its leading zero.
/// `0.123456789` is neither.
fn has_trunk_prefix(run: &Run) -> bool {
    let zeros = run.digits.iter().take_while(|digit| **digit == 0).count();
    let decimal = run.groups[0] == 1 && run.separators.first() == Some(&Separator::Dot);
    let slashes = run
        .separators
        .iter()
        .filter(|separator| **separator == Separator::Slash)
        .count();
    match (zeros, run.digits.len()) {
        _ if is_social_security_number(run) => false,
        (2, 9..=17) => true,
        (1, 9..=13) => !decimal && slashes < 2,
        // A Brazilian postal code has eight digits too.
        (1, 8) => run.groups.len() > 1 && run.groups != [5, 3] && !decimal && slashes < 2,
        _ => false,
    }
}

/// Whether a number without a prefix is grouped as only phone numbers are.
fn has_phone_groups(run: &Run) -> bool {
    use Separator::{Dash, Dot, Space};
    let count = run.digits.len();
    let uniform = run.separators.windows(2).all(|pair| pair[0] == pair[1]);
    let only = |separator: Separator| uniform && run.separators.first() == Some(&separator);
    if run.separators.contains(&Separator::Slash) {
        // `312/555-0147`
        return run.groups == [3, 3, 4] && run.separators == [Separator::Slash, Dash];
    }
    match run.groups.as_slice() {
        // China.
        [11] => run.digits[0] == 1 && (3..=9).contains(&run.digits[1]),
        [_] => false,
        // `555-0132` may be a range, and sixteen digits a card.
        _ if !(8..=14).contains(&count) => false,
        [3, 3, 4] | [1, 3, 3, 4] if only(Dot) => true,
        _ if run.separators.contains(&Dot) => false,
        [4, 4] => only(Space) && !run.digits.chunks(4).any(is_year),
        // With another separator than a space, it may be a postal code or a range.
        [5, 5] => only(Space) || (6..=9).contains(&run.digits[0]),
        [_, _] if only(Dash) && count < 10 => run.bracket,
        _ if is_social_security_number(run) => false,
        _ => !is_amount(run),
    }
}
