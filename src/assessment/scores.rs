//! Scores as they are given: a number, a decimal string, `8/10`, `85%`, `8 von 10`.

use serde_json::value::RawValue;

use crate::decimal::leading_decimal;
use crate::raw_json::{Kind, kind, string};

/// A score as it was given. Its scale is not documented, and nothing here guesses it.
#[derive(Default)]
pub(crate) struct Score {
    /// The number, where there is one: 8 of `8/10`.
    pub(crate) value: Option<f64>,
    /// As it was written: `8/10`, `7.50`, `good`.
    pub(crate) text: Option<String>,
}

/// The score that a number, a string or `null` is; `None` where `json` is neither.
pub(crate) fn parse_score(json: &RawValue) -> Option<Score> {
    match kind(json) {
        Kind::Null => Some(Score::default()),
        Kind::Number => Some(Score {
            value: leading_decimal(json.get()).map(|(value, _)| value),
            text: Some(json.get().to_owned()),
        }),
        Kind::String => {
            let text = string(json)?;
            Some(Score {
                value: score_value(&text),
                text: Some(text),
            })
        }
        _ => None,
    }
}

/// The longest text that is looked at for a number: a score of a megabyte is none.
const LONGEST: usize = 100;

/// What may stand between a score and the end of its scale.
const OUT_OF: &[&str] = &[
    "out of",
    "von",
    "sur",
    "de un total de",
    "de",
    "di",
    "su",
    "van de",
    "van",
    "av",
    "af",
    "z",
    "ze",
    "din",
    "od",
    "от",
    "из",
    "з",
    "από",
    "με άριστα το",
    "üzerinden",
    "of",
    "из",
    "/",
    "／",
    "∕",
    "من",
    "מתוך",
    "از",
    "dari",
    "trên",
    "จาก",
    "/ ",
    "分の",
    "満点中",
];
/// What may stand behind a score.
const UNITS: &[&str] = &[
    "%",
    "٪",
    "％",
    "points",
    "point",
    "pts",
    "pt",
    "punkte",
    "punkt",
    "pkt",
    "puntos",
    "punti",
    "pontos",
    "stars",
    "star",
    "баллов",
    "балла",
    "балл",
    "puan",
    "点",
    "分",
    "점",
    "คะแนน",
    "điểm",
];

/// The number that a text is or begins with, if nothing but a scale follows it: `8`, `-7,5`,
/// `8/10`, `85 %`, `7 out of 10`, `8 (good)`.
pub(crate) fn score_value(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let text = western_digits(text);
    let (number, rest) = leading_number(&text)?;
    let rest: String = rest.trim().chars().flat_map(char::to_lowercase).collect();
    // `8 (good)`
    let rest = match rest
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
    {
        Some((before, _)) => before.trim().to_owned(),
        None => rest,
    };
    let is_unit = |rest: &str| rest.is_empty() || UNITS.contains(&rest);
    let is_scale = OUT_OF.iter().any(|sign| {
        let scale = rest
            .strip_prefix(sign)
            .map(str::trim)
            .and_then(leading_number);
        scale.is_some_and(|(_, after)| is_unit(after.trim()))
    });
    (is_unit(&rest) || is_scale).then_some(number)
}

/// `text` with the digits of other scripts as ASCII digits.
fn western_digits(text: &str) -> String {
    const ZEROS: &[char] = &['٠', '۰', '०', '০', '௦', '౦', '๐', '０'];
    let western = |c: char| {
        let digit = ZEROS.iter().find_map(|zero| {
            let digit = u32::from(c).checked_sub(u32::from(*zero))?;
            char::from_digit(digit, 10).filter(|_| digit < 10)
        });
        digit.unwrap_or(match c {
            '٫' | '．' => '.',
            '−' => '-',
            _ => c,
        })
    };
    text.chars().map(western).collect()
}

/// A decimal number at the start, with a point or a comma, and what follows it.
fn leading_number(text: &str) -> Option<(f64, &str)> {
    let text_with_point = text.replacen(',', ".", 1);
    let (number, length) = leading_decimal(&text_with_point)?;
    Some((number, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_of_many_writings_are_numbers() {
        for (text, expected) in [
            ("8", 8.0),
            ("-7,5", -7.5),
            ("8/10", 8.0),
            ("8 / 10", 8.0),
            ("85 %", 85.0),
            ("7 out of 10", 7.0),
            ("8 von 10 Punkte", 8.0),
            ("8 sur 10", 8.0),
            ("8 из 10", 8.0),
            ("８点", 8.0),
            ("٨/١٠", 8.0),
            ("8.5 (good)", 8.5),
            ("4 stars", 4.0),
        ] {
            assert_eq!(score_value(text), Some(expected), "{text}");
        }
        for text in [
            "good",
            "",
            "8 years",
            "8/",
            "8 or 9",
            "123456789012345678901",
            "8.5.2",
        ] {
            assert_eq!(score_value(text), None, "{text}");
        }
    }
}
