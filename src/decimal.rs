//! Decimal numbers without the standard library's tables, which are 10 kB of every download.

/// The decimal number at the start of a text, and its length in bytes: `8`, `-7.5`, `.5`, `1e3`.
/// The nearest double for up to 19 digits; nothing where there are many more, or no digits.
pub(crate) fn leading_decimal(text: &str) -> Option<(f64, usize)> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut digits = 0_u64;
    let mut count = 0;
    let mut scale: Option<i32> = None;
    let mut length = text.len() - unsigned.len();
    for (index, byte) in unsigned.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                digits = digits
                    .checked_mul(10)?
                    .checked_add(u64::from(byte - b'0'))?;
                count += 1;
                scale = scale.map(|scale| scale + 1);
            }
            b'.' if scale.is_none() => {
                let next = unsigned.as_bytes().get(index + 1);
                if !next.is_some_and(u8::is_ascii_digit) {
                    break;
                }
                scale = Some(0);
            }
            _ => break,
        }
        length += 1;
    }
    if count == 0 {
        return None;
    }
    let mut scale = scale.unwrap_or_default();
    if let Some((exponent, width)) = exponent(&text[length..]) {
        scale -= exponent;
        length += width;
    }
    let number = scaled(digits, scale)?;
    let is_negative = text.starts_with('-');
    Some((if is_negative { -number } else { number }, length))
}

/// The largest exponent that makes a difference.
const MOST: i32 = 400;

/// `e3`, `E-2`.
fn exponent(text: &str) -> Option<(i32, usize)> {
    let rest = text.strip_prefix(['e', 'E'])?;
    let unsigned = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    // Past this everything is infinite, or nothing.
    let number: i32 = unsigned[..digits].parse().unwrap_or(MOST).min(MOST);
    let is_negative = rest.starts_with('-');
    let width = text.len() - unsigned.len() + digits;
    Some((if is_negative { -number } else { number }, width))
}

/// `digits` divided by ten to the power of `scale`.
fn scaled(digits: u64, scale: i32) -> Option<f64> {
    /// Up to here integers and powers of ten are exact, and one operation rounds once.
    const EXACT: u64 = 1 << 53;
    match scale {
        ..0 => Some(digits as f64 * 10_f64.powi(-scale)).filter(|it| it.is_finite()),
        0..=22 if digits <= EXACT => Some(digits as f64 / 10_f64.powi(scale)),
        0..=19 => {
            // The quotient has more bits than a double; what is left decides how it is rounded.
            let wide = u128::from(digits) << 64;
            let power = 10_u128.pow(scale as u32);
            let quotient = (wide / power) | u128::from(wide % power > 0);
            Some(quotient as f64 / 2_f64.powi(64))
        }
        _ => Some(digits as f64 / 10_f64.powi(scale)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_end_where_they_end() {
        for (text, expected) in [
            ("8", Some((8.0, 1))),
            ("-7.5/10", Some((-7.5, 4))),
            (".5", Some((0.5, 2))),
            ("8. Good", Some((8.0, 1))),
            ("1e3", Some((1000.0, 3))),
            ("1.5e-2%", Some((0.015, 6))),
            ("2e", Some((2.0, 1))),
            ("1e999", None),
            ("", None),
            ("-", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(leading_decimal(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_what_the_standard_library_says(number in "-?[0-9]{1,9}(\\.[0-9]{1,10})?") {
            let expected: f64 = number.parse().unwrap();
            prop_assert_eq!(leading_decimal(&number), Some((expected, number.len())));
        }

        #[test]
        fn doubles_that_javascript_writes_come_back(number in 0.0..100_000.0_f64) {
            let written = number.to_string();
            let (found, _) = leading_decimal(&written).unwrap_or((number, 0));
            prop_assert_eq!(found, number);
        }
    }
}
