//! Parses scores: a number, a decimal string, `8/10`, `85%`, `8 von 10`.

use super::json::{self, Json, Kind};

/// A score. The vendor does not document its scale, and this code does not guess it.
#[derive(Default)]
pub(super) struct Score {
    /// The number, if there is one: 8 of `8/10`.
    pub(super) value: Option<f64>,
    /// As it was written: `8/10`, `7.50`, `good`.
    pub(super) text: Option<String>,
}

/// The score in a number, a string or `null`. `None` for any other value.
pub(super) fn parse_score(json: &Json) -> Option<Score> {
    match json::kind(json) {
        Kind::Null => Some(Score::default()),
        Kind::Number => Some(Score {
            value: json::number(json),
            text: Some(json.to_text()),
        }),
        Kind::String => {
            let text = json::string(json)?;
            Some(Score {
                value: score_value(&text),
                text: Some(text),
            })
        }
        _ => None,
    }
}

/// The longest text that may be a score, in bytes.
const LONGEST: usize = 100;

/// Texts between a score and the end of its scale, separated by `|`.
const OUT_OF: &str = "\
    /|／|∕|out of|of|von|sur|de un total de|de|di|su|van de|van|av|af|z|ze|din|od|от|из|з|από|\
    με άριστα το|üzerinden|من|מתוך|از|dari|trên|จาก|分の|満点中";
/// Texts that may follow a score, separated by `|`. The first is empty.
const UNITS: &str = "\
    |%|٪|％|points|point|pts|pt|punkte|punkt|pkt|puntos|punti|pontos|stars|star|баллов|балла|балл|\
    puan|点|分|점|คะแนน|điểm";

/// The number at the start of a text, where only a scale, a unit or a remark follows: `8`, `-7,5`,
/// `8/10`, `85 %`, `7 out of 10`, `8 (good)`.
fn score_value(text: &str) -> Option<f64> {
    if text.len() > LONGEST {
        return None;
    }
    let text = json::lower_case(&western_digits(text));
    let (number, mut rest) = split_number(text.trim())?;
    // `8 (good)`
    if rest.ends_with(')') {
        let before = rest.split('(').next();
        rest = before.unwrap_or_default().trim();
    }
    let mut fits = is_unit(rest);
    for sign in OUT_OF.split('|') {
        if let Some(scale) = rest.strip_prefix(sign) {
            fits |= split_number(scale.trim()).is_some_and(|(_, after)| is_unit(after));
        }
    }
    json::parse_number(number).filter(|_| fits)
}

fn is_unit(rest: &str) -> bool {
    UNITS.split('|').any(|unit| unit == rest)
}

/// The text with the digits of other scripts as ASCII digits, and a point for a decimal comma.
fn western_digits(text: &str) -> String {
    const ZEROS: [char; 8] = ['٠', '۰', '०', '০', '௦', '౦', '๐', '０'];
    let mut western = String::new();
    for c in text.chars() {
        let mut digit = match c {
            ',' | '٫' | '．' => '.',
            '−' => '-',
            _ => c,
        };
        for zero in ZEROS {
            let value = u32::from(c).wrapping_sub(u32::from(zero));
            if value < 10 {
                digit = char::from(b'0' + value as u8);
            }
        }
        western.push(digit);
    }
    western
}

/// The number at the start of a text, of at most 20 digits, and the text after it.
fn split_number(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut digits = 0;
    let mut has_point = false;
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'-' | b'+' if end == 0 => {}
            b'.' if !has_point && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                has_point = true;
            }
            _ => break,
        }
        end += 1;
    }
    (1..=20)
        .contains(&digits)
        .then(|| (&text[..end], text[end..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_in_many_notations_are_numbers() {
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
