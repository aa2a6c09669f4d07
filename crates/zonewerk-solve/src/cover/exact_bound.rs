//! Bounds in whole numbers. Duals come from a floating-point solver; rounded to fixed
//! point, *any* duals give a lower bound that is checked by exact sums.
//!
//! For duals `pi` (units), `nu <= 0` (conflict rows), `sigma <= 0` (cuts with right-hand side `b`),
//! `mu` (side rows, `<= 0` towards a maximum and `>= 0` towards a minimum), reduced cost
//! `r_z = c_z - (sum of the duals of the rows of z, each with z's coefficient in it)`, and
//! a plan of at most `K` zones,
//!
//! ```text
//! cost(plan) = sum over the rows of dual * activity + sum r_z
//!           >= sum pi + sum nu + sum b sigma + sum mu * end + K * min(0, min r_z)
//! ```
//!
//! since the activity of each row is on the side of its end that its dual's sign asks for.
//! The products `mu * coefficient` are rounded down, which costs less than one fixed-point
//! unit a zone and side row; that is taken off the bound. No tolerance enters.

/// A number in units of 1 / 2^[`Precision::digits`] of the goal's unit.
pub(super) type Fixed = i64;

/// Binary digits that the dual of a side row has more than others, for its coefficients
/// may be large.
const SIDE_DIGITS: u32 = 40;
/// Binary digits behind the point, at most.
const MOST_DIGITS: u32 = 20;
/// Binary digits that sums may have.
const SUM_DIGITS: u32 = 62;

/// How many binary digits stand behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Precision {
    digits: u32,
    most: Fixed,
}

impl Precision {
    /// As precise as duals allow that are up to `largest` times the rows of a column, of
    /// which there are at most `rows`: their sums must not overflow.
    ///
    /// # Panics
    /// When `largest` is above [`Self::largest`].
    pub(super) fn up_to(largest: u64, rows: usize) -> Self {
        let left = SUM_DIGITS - 2 * digits(rows as u64);
        assert!(digits(largest) <= left, "costs have at most {left} binary digits");
        Self {
            digits: (left - digits(largest)).min(MOST_DIGITS),
            most: 1 << (SUM_DIGITS - digits(rows as u64)),
        }
    }

    /// The largest number that fixed point takes in.
    pub(super) fn largest(rows: usize) -> u64 {
        (1 << (SUM_DIGITS - 2 * digits(rows as u64))) - 1
    }

    pub(super) fn fixed(self, whole: u64) -> Fixed {
        (whole as Fixed) << self.digits
    }

    /// The nearest fixed-point number; held within what sums of them can take.
    pub(super) fn nearest(self, value: f64) -> Fixed {
        ((value * f64::from(1_u32 << self.digits)).round() as Fixed).clamp(-self.most, self.most)
    }

    /// The dual of a side row, of `value` for one of its coefficients' unit.
    pub(super) fn side(self, value: f64) -> SideDual {
        let unit = f64::from(1_u32 << self.digits) * (1_u64 << SIDE_DIGITS) as f64;
        SideDual((value * unit).round() as i128)
    }

    /// The smallest whole number that is not below.
    pub(super) fn ceil(self, value: i128) -> u64 {
        u64::try_from(-((-value) >> self.digits)).unwrap_or(0)
    }
}

fn digits(number: u64) -> u32 {
    u64::BITS - number.leading_zeros()
}

/// The dual of a side row, with more digits than others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SideDual(i128);

impl SideDual {
    /// The dual times a coefficient, rounded down.
    pub(super) fn times(self, coefficient: u64) -> i128 {
        (self.0.saturating_mul(i128::from(coefficient))) >> SIDE_DIGITS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ceil_rounds_up_and_never_below_zero() {
        let precision = Precision::up_to(1_000, 5);
        let seven = i128::from(precision.fixed(7));
        assert_eq!(precision.ceil(seven), 7);
        assert_eq!(precision.ceil(seven + 1), 8);
        assert_eq!(precision.ceil(seven - 1), 7);
        assert_eq!(precision.ceil(-5), 0);
    }

    #[test]
    fn large_costs_leave_fewer_digits() {
        let largest = Precision::largest(12);
        let precision = Precision::up_to(largest, 12);
        assert_eq!(precision.digits, 0);
        assert_eq!(precision.ceil(i128::from(precision.fixed(largest))), largest);
        assert_eq!(Precision::up_to(0, 12).digits, MOST_DIGITS);
    }

    #[test]
    fn the_sum_of_the_largest_duals_does_not_overflow() {
        let precision = Precision::up_to(1_000_000, 19);
        let sum = (0..19).try_fold(0, |sum: Fixed, _| sum.checked_add(precision.nearest(-1e300)));
        assert!(sum.is_some());
    }

    #[test]
    fn side_products_are_rounded_down() {
        let precision = Precision::up_to(Precision::largest(2), 2);
        assert_eq!(precision.side(-0.25).times(2), -1);
        assert_eq!(precision.side(0.25).times(2), 0);
        assert_eq!(precision.side(0.25).times(1 << 40), 1 << 38);
    }
}
