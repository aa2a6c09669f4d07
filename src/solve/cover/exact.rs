//! Bounds in whole numbers. Duals come from a floating-point solver; rounded to fixed
//! point, *any* duals give a lower bound that is checked by exact sums.
//!
//! For duals `pi` (units) and `sigma <= 0` (cuts), reduced cost
//! `r_z = c_z - sum of pi over z - sum of sigma over the cuts of z`, and a plan of at
//! most `K` zones,
//!
//! ```text
//! cost(plan) = sum pi + sum of sigma over satisfied rows + sum r_z
//!           >= sum pi + sum sigma + K * min(0, min r_z)
//! ```
//!
//! since each cut's row adds up to at most 1. No tolerance enters.

/// A number of 1 / 2^[`SHIFT`] of the goal's unit.
pub(super) type Fixed = i64;

/// Binary digits behind the point.
const SHIFT: u32 = 16;

pub(super) fn fixed(whole: u64) -> Fixed {
    let whole = i64::try_from(whole).ok();
    whole.and_then(|whole| whole.checked_mul(1 << SHIFT)).expect("costs stay below 2^47")
}

pub(super) fn fixed_from(value: f64) -> Fixed {
    (value * f64::from(1_u32 << SHIFT)).round() as Fixed
}

/// The smallest whole number that is not below.
pub(super) fn ceil(value: i128) -> u64 {
    u64::try_from(-((-value) >> SHIFT)).unwrap_or(0)
}

/// Duals in fixed point.
#[derive(Clone, Debug, Default)]
pub(super) struct Duals {
    pub(super) units: Vec<Fixed>,
    /// One per cut, never positive.
    pub(super) cuts: Vec<Fixed>,
}

impl Duals {
    /// The lower bound, in fixed point, that these duals prove for plans of at most
    /// `most_zones` zones whose reduced costs are all at least `least_reduced_cost`.
    pub(super) fn bound(&self, least_reduced_cost: Fixed, most_zones: usize) -> i128 {
        let sum: i128 = self.units.iter().chain(&self.cuts).map(|&dual| i128::from(dual)).sum();
        sum + most_zones as i128 * i128::from(least_reduced_cost.min(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ceil_rounds_up_and_never_below_zero() {
        assert_eq!(ceil(i128::from(fixed(7))), 7);
        assert_eq!(ceil(i128::from(fixed(7)) + 1), 8);
        assert_eq!(ceil(i128::from(fixed(7)) - 1), 7);
        assert_eq!(ceil(-5), 0);
    }
}
