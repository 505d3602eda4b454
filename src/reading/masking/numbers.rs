//! Finds phone numbers and payment cards among other numbers.

use super::cues::{self, Asked, Surroundings};
use super::digits::{Run, Separator, is_glued, next_start, parse_run};
use super::kind::MaskedKind;
use super::normal::Normal;
use super::other_numbers::{
    date_end, is_amount, is_list_of_numbers, is_range_of_amounts, is_series,
    is_social_security_number,
};
use crate::transcript::TextRange;

/// Every phone number and card-like number in the text. `asked` is what the turn before asks for.
#[inline(never)]
pub(super) fn phones_and_cards(normal: &Normal, asked: Asked) -> Vec<(TextRange, MaskedKind)> {
    let text = &normal.text;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let mut run = parse_run(text, start);
        run.range.end += extension_length(&text[run.range.end..]);
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
            run if is_phone(normal, asked, run) => MaskedKind::Phone,
            run => {
                // `order 4471, 415 555 0132`: after a comma another number may start.
                let comma = text[run.range.clone()].find(", ");
                at = comma.map_or(at, |comma| run.range.start + comma + 2);
                continue;
            }
        };
        found.push((normal.original_range(run.range.start, run.range.end), kind));
    }
    found
}

/// The length of an extension that is attached to a number: `415-555-0132x157`.
fn extension_length(rest: &str) -> usize {
    let digits = rest.strip_prefix('x').unwrap_or_default().bytes();
    match digits.take_while(u8::is_ascii_digit).take(7).count() {
        count @ 1..=6 => count + 1,
        _ => 0,
    }
}

/// Whether a run has the first digits and the length of a payment card with a valid check digit, and is
/// not a series of years. The device number of a phone has a check digit too.
fn is_card(run: &Run) -> bool {
    let issued = match run.digits.as_slice() {
        [4, ..] => matches!(run.digits.len(), 13 | 16 | 19),
        [3, 4 | 7, ..] => run.digits.len() == 15,
        [3, 0 | 6 | 8, ..] => matches!(run.digits.len(), 14 | 16),
        [2 | 3 | 5, ..] => run.digits.len() == 16,
        [6, ..] => matches!(run.digits.len(), 16 | 19),
        _ => false,
    };
    let years = run.groups.len() > 1 && run.digits.chunks(4).all(is_year);
    issued && !run.plus && !run.bracket && !years && passes_luhn(&run.digits)
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

/// Whether a number is a phone number, by its form and by the words beside it. A form that ids have as
/// well counts only in a sentence without a word for an id.
#[inline(never)]
fn is_phone(normal: &Normal, asked: Asked, run: &Run) -> bool {
    let count = run.digits.len();
    // `+1000000 users`: fewer than eight digits need the groups of a phone number.
    if run.plus {
        return (8..=15).contains(&count) || (count == 7 && run.groups.len() > 1);
    }
    if !(7..=17).contains(&count) || is_series(run) || is_range_of_amounts(run) {
        return false;
    }
    let text = &normal.text;
    let around = cues::surroundings(text, normal.cues(), run.range.start, run.range.end);
    let Surroundings {
        phone,
        id,
        amount,
        mentions_id,
        starts_sentence,
    } = around;
    let zip = run.groups == [5, 4] && follows_state(&text[..run.range.start]);
    if id || amount || zip {
        return false;
    }
    let round = is_amount(run) && run.digits.ends_with(&[0, 0, 0]);
    let may_be_phone = count <= 15 && !round && !is_list_of_numbers(run);
    if phone && may_be_phone || has_form_of_phone(run) {
        return true;
    }
    if mentions_id || asked.id {
        return false;
    }
    is_bare_phone(run, starts_sentence)
        || is_local_number(run) && !normal.has_unspaced_script
        || count >= 10 && follows_plus(&text[..run.range.start])
        || asked.phone && may_be_phone && !run.digits.ends_with(&[0; 4])
}

/// Whether a number without a cue has a prefix or groups that say that it is a phone number.
fn has_form_of_phone(run: &Run) -> bool {
    if run.is_said_in_groups() {
        return true;
    }
    // A single digit at the end is a check digit: `0-306-40615-2`.
    if matches!(run.groups.as_slice(), [.., long, 1] if *long > 2) {
        return false;
    }
    match run.separators.contains(&Separator::Comma) {
        true => {
            let leading_zero = run.digits[0] == 0 && !run.digits.ends_with(&[0, 0, 0]);
            leading_zero && has_trunk_prefix(run) || is_list_of_phone_groups(run)
        }
        false => has_trunk_prefix(run) || has_phone_groups(run),
    }
}

/// Whether groups with pauses between them are a number of North America: `415, 555, 0132`, and not
/// `100, 250, 1000`.
fn is_list_of_phone_groups(run: &Run) -> bool {
    run.groups == [3, 3, 4]
        && matches!(run.digits[0], 2..=9)
        && run.values().iter().any(|value| value % 10 != 0)
}

/// The country codes and first digits of mobile numbers that are typed without a plus, by the number of
/// digits. 84, 88 and 89 are Russian with the 8 of calls within the country.
const MOBILE_PREFIXES: [(usize, &str); 3] = [
    (11, "336|337|346|486|614|79|84|88|89"),
    (
        12,
        "351|380|393|447|639|905|916|917|918|919|2547|8210|9665|9715|9725",
    ),
    (13, "628|861|2348|4915|4916|4917"),
];

/// Whether digits without groups are a phone number, as people say or type it where no word before it
/// says that it is an id: ten digits as in North America or India, eleven as in Brazil, or a mobile
/// number with its country code. At the start of a sentence eight or nine digits are enough, as in
/// many countries: they are an answer.
fn is_bare_phone(run: &Run, starts_sentence: bool) -> bool {
    let digits = run.digits.as_slice();
    if digits.ends_with(&[0, 0, 0]) {
        return false;
    }
    match (run.groups.as_slice(), digits) {
        ([4, 4], [2..=9, ..]) => starts_sentence,
        ([8 | 9], [2..=9, ..]) => starts_sentence,
        // Ids often start with a year.
        ([10], [2, 0, 0..=2, ..]) => false,
        ([10], [2..=9, ..]) => true,
        ([11], [1, 2..=9, _, _, 2..=9, ..] | [1..=9, 1..=9, 9, ..]) => true,
        ([11..=13], _) => MOBILE_PREFIXES.iter().any(|(count, prefixes)| {
            let same = |(known, digit): (u8, &u8)| known - b'0' == *digit;
            let mut prefixes = prefixes.split('|');
            digits.len() == *count && prefixes.any(|prefix| prefix.bytes().zip(digits).all(same))
        }),
        _ => false,
    }
}

/// Whether a number is a local one of North America: `555-0132`. Ranges have rounder numbers. Japanese
/// postal codes look the same.
fn is_local_number(run: &Run) -> bool {
    let round = run.values().iter().all(|value| value % 10 == 0);
    run.groups == [3, 4]
        && run.separators == [Separator::Dash]
        && !round
        && matches!(run.digits.as_slice(), [2..=9, ..])
}

/// Whether the text ends with a state of the USA, after which a postal code follows: `MA 02110-1301`.
fn follows_state(before: &str) -> bool {
    let mut letters = before.trim_end().bytes().rev();
    let state = letters
        .by_ref()
        .take(2)
        .all(|byte| byte.is_ascii_uppercase());
    state
        && letters
            .next()
            .is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// Whether the text ends with a spoken plus: `plus 44 7700 900123`.
fn follows_plus(before: &str) -> bool {
    let before = before.trim_end();
    let words = "plus|Plus|più|más|mas|mais|плюс|Плюс|artı|زائد|प्लस|プラス|플러스|加";
    words.split('|').any(|word| before.ends_with(word))
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
        (1, 9..=13) => !decimal && (slashes < 2 || run.groups == [2; 5]),
        // A Brazilian postal code has eight digits too.
        (1, 8) => run.groups.len() > 1 && run.groups != [5, 3] && !decimal && slashes < 2,
        _ => false,
    }
}

/// Whether a number without a prefix is grouped as only phone numbers are.
#[inline(never)]
fn has_phone_groups(run: &Run) -> bool {
    use Separator::{Dash, Dot, Space};
    let count = run.digits.len();
    let uniform = run.separators.windows(2).all(|pair| pair[0] == pair[1]);
    let only = |separator: Separator| uniform && run.separators.first() == Some(&separator);
    let values = run.values();
    if let Some((Separator::Slash, rest)) = run.separators.split_first() {
        // `312/555-0147`, `45/102-6838`
        let area = run.groups[0] <= 4 && !is_year(&run.digits[..run.groups[0]]);
        let groups = matches!(run.groups[1..], [3, 3 | 4] | [3, 2, 2]);
        return area && groups && !rest.contains(&Separator::Slash);
    }
    match run.groups.as_slice() {
        // China.
        [11] => run.digits[0] == 1 && (3..=9).contains(&run.digits[1]),
        [_] => false,
        // Pairs of a number are at most five, and a country code.
        groups if groups.len() > 5 && groups.iter().all(|length| *length == 2) => false,
        [3, 2, 2] => only(Dash),
        // `555-0132` may be a range, and sixteen digits a card.
        _ if !(8..=14).contains(&count) => false,
        [3, 3, 4] | [1, 3, 3, 4] if only(Dot) => true,
        _ if run.separators.contains(&Dot) => false,
        // A range with a dash would ascend.
        [4, 4] if !run.digits.chunks(4).any(is_year) => {
            only(Space) || only(Dash) && values[0] > values[1] && run.digits[0] != 0
        }
        [4, 4] => false,
        // With another separator than a space, it may be a postal code or a range.
        [5, 5] => only(Space) || (6..=9).contains(&run.digits[0]),
        [_, _] if only(Dash) && count < 10 => run.bracket,
        _ if is_social_security_number(run) => false,
        _ => !is_amount(run),
    }
}
