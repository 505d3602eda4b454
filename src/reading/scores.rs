//! Scores as they are given: a number, a decimal string, `8/10`, `85%`.

use super::json::{self, Json, Kind};

/// A score as it was given. Its scale is not documented, and nothing here guesses it.
#[derive(Default)]
pub(crate) struct Score {
    /// The number, where there is one: 8 of `8/10`.
    pub(crate) value: Option<f64>,
    /// As it was written: `8/10`, `7.50`, `good`.
    pub(crate) text: Option<String>,
}

/// Reads a number or a string; `None` where `raw` is neither.
pub(crate) fn read(raw: &Json) -> Option<Score> {
    match json::kind(raw) {
        Kind::Null => Some(Score::default()),
        Kind::Number => Some(Score {
            value: json::number(raw),
            text: Some(raw.to_text().to_owned()),
        }),
        Kind::String => {
            let text = json::string(raw)?;
            Some(Score {
                value: value(&text),
                text: Some(text),
            })
        }
        _ => None,
    }
}

/// The number that a text is or begins with, if nothing but a scale follows it: `8`, `-7,5`,
/// `8/10`, `8 / 10`, `85 %`, `7 out of 10`.
pub(crate) fn value(text: &str) -> Option<f64> {
    let text = (text).trim();
    let bytes = text.as_bytes();
    let (number, end) = decimal(bytes)?;
    let rest = (text.get(end..)?).trim();
    let mut fits = matches!(rest, "" | "%");
    for &sign in &["out of", "of", "/"] {
        if let Some(scale) = rest.strip_prefix(sign) {
            let scale = (scale).trim();
            fits = decimal(scale.as_bytes()).is_some_and(|(_, end)| end == scale.len());
        }
    }
    fits.then_some(number)
}

/// A decimal number of up to 15 digits at the start, and where it ends.
///
/// That many digits are exact as a double, and so is the power of ten: one division rounds once.
fn decimal(bytes: &[u8]) -> Option<(f64, usize)> {
    let sign = matches!(bytes.first(), Some(b'-' | b'+'));
    let mut at = usize::from(sign);
    let mut digits: u64 = 0;
    let mut count = 0;
    let mut scale = 1.0;
    let mut point = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' if count < 15 => {
                digits = digits * 10 + u64::from(byte - b'0');
                count += 1;
                if point {
                    scale *= 10.0;
                }
            }
            b'0'..=b'9' => return None,
            b'.' | b',' if !point && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                point = true;
            }
            _ => break,
        }
        at += 1;
    }
    let number = digits as f64 / scale;
    let number = if bytes.first() == Some(&b'-') {
        -number
    } else {
        number
    };
    (count > 0).then_some((number, at))
}
