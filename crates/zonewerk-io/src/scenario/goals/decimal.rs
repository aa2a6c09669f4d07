/// A decimal number of at most nine decimals, exactly as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u64,
    decimals: usize,
}

/// Most decimals of a number.
const MOST_DECIMALS: usize = 9;

impl Decimal {
    pub(super) const ONE: Self = Self { digits: 1, decimals: 0 };

    /// Reads digits with at most one point between them; `None` where it is anything else,
    /// has too many decimals, or does not fit.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (whole, part) = match text.split_once('.') {
            Some((_, "")) => return None,
            Some((whole, part)) => (whole, part),
            None => (text, ""),
        };
        let part = part.trim_end_matches('0');
        let is_number = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
        if whole.is_empty() || part.len() > MOST_DECIMALS || !is_number(whole) || !is_number(part) {
            return None;
        }
        let digits = format!("{whole}{part}").parse().ok()?;
        Some(Self { digits, decimals: part.len() })
    }

    /// The number in parts of ten to the power of `decimals`; `None` where that is no whole
    /// number or does not fit.
    pub(super) fn in_parts(self, decimals: usize) -> Option<u64> {
        let more = decimals.checked_sub(self.decimals)?;
        self.digits.checked_mul(10_u64.checked_pow(u32::try_from(more).ok()?)?)
    }

    pub(super) fn is_zero(self) -> bool {
        self.digits == 0
    }
}

/// Numbers as whole numbers of common parts of 1, as large as they can be; `None` where one
/// does not fit.
pub(super) fn common_parts(numbers: &[Decimal]) -> Option<(Vec<u64>, u64)> {
    let decimals = numbers.iter().map(|number| number.decimals).max().unwrap_or(0);
    let whole: Option<Vec<u64>> = numbers.iter().map(|number| number.in_parts(decimals)).collect();
    let (whole, parts) = (whole?, Decimal::ONE.in_parts(decimals)?);
    let common = whole.iter().fold(parts, |a, &b| greatest_common_divisor(a, b));
    Some((whole.iter().map(|number| number / common).collect(), parts / common))
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimal_numbers_are_read() {
        for (text, digits, decimals) in [
            ("0", 0, 0),
            ("007", 7, 0),
            ("12.50", 125, 1),
            ("0.000000001", 1, 9),
            ("1.0000000000000", 1, 0),
            ("18446744073709551615", u64::MAX, 0),
        ] {
            assert_eq!(Decimal::read(text), Some(Decimal { digits, decimals }), "{text}");
        }
        for text in [
            "",
            ".",
            ".5",
            "5.",
            "1.2.3",
            "-1",
            "+1",
            "1e3",
            "1,5",
            "٣",
            "0.0000000001",
            "18446744073709551616",
        ] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }

    #[test]
    fn common_parts_are_as_large_as_can_be() {
        let read = |texts: &[&str]| {
            let numbers: Option<Vec<Decimal>> = texts.iter().map(|text| Decimal::read(text)).collect();
            common_parts(&numbers.expect("the test has numbers"))
        };
        assert_eq!(read(&["1", "0.00008"]), Some((vec![12_500, 1], 12_500)));
        assert_eq!(read(&["0.5", "1.5"]), Some((vec![1, 3], 2)));
        assert_eq!(read(&["4", "6"]), Some((vec![4, 6], 1)));
        assert_eq!(read(&["18446744073709551615", "0.1"]), None);
    }
}
