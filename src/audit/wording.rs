use std::fmt;

/// A number with its thousands set apart: `541,000`.
pub(super) struct Thousands(pub u64);

/// A number of things, in the plural where it should be: `1 unit`, `0 units`.
pub(super) struct Count(pub usize, pub &'static str);

/// Names one after the other; of a long list the first ten and how many follow.
pub(super) struct Listed<'a, T>(pub &'a [T]);

const LISTED: usize = 10;

impl fmt::Display for Thousands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                write!(f, ",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.0, self.1)
    }
}

impl<T: fmt::Display> fmt::Display for Listed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, item) in self.0.iter().take(LISTED).enumerate() {
            let comma = if place > 0 { ", " } else { "" };
            write!(f, "{comma}{item}")?;
        }
        match self.0.len().saturating_sub(LISTED) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_by_threes() {
        let cases =
            [(0, "0"), (999, "999"), (1_000, "1,000"), (541_000, "541,000"), (6_653_062, "6,653,062")];
        for (number, text) in cases {
            assert_eq!(Thousands(number).to_string(), text);
        }
    }

    #[test]
    fn one_thing_is_singular() {
        assert_eq!([0, 1, 2].map(|n| Count(n, "zone").to_string()), ["0 zones", "1 zone", "2 zones"]);
    }

    #[test]
    fn long_list_is_cut_after_ten() {
        let numbers: Vec<u32> = (1..=12).collect();
        assert_eq!(Listed(&numbers[..3]).to_string(), "1, 2, 3");
        assert_eq!(Listed(&numbers[..10]).to_string(), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assert_eq!(Listed(&numbers).to_string(), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
        assert_eq!(Listed::<u32>(&[]).to_string(), "");
    }
}
