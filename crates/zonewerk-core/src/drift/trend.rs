use jiff::civil::Date;

use crate::problem::PopulationBounds;

/// The straight line through the first and the last count of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Inhabitants at the first count.
    pub first: u64,
    /// Inhabitants at the last count.
    pub last: u64,
    /// Days from the first to the last, one at least.
    pub days: u32,
}

/// Which side of its bounds the line is on, or inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BoundSide {
    Below,
    Within,
    Above,
}

impl Trend {
    /// The line through two counts; `None` where they are not one day or more apart.
    pub(super) fn through(first: (Date, u64), last: (Date, u64)) -> Option<Self> {
        let days = u32::try_from(first.0.duration_until(last.0).as_hours() / 24).ok()?;
        (days > 0).then_some(Self { first: first.1, last: last.1, days })
    }

    /// Growth in a year of 365.25 days, in whole inhabitants, a half away from zero.
    pub fn per_year(self) -> i64 {
        let (growth, days) = (self.growth() * 1461, i128::from(self.days) * 4);
        let size = (2 * growth.abs() + days) / (2 * days);
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        if growth < 0 { -size } else { size }
    }

    fn growth(self) -> i128 {
        i128::from(self.last) - i128::from(self.first)
    }

    /// The line so many days after the last count, times the days between the counts.
    fn on_day(self, day: i64) -> i128 {
        i128::from(self.last) * i128::from(self.days) + self.growth() * i128::from(day)
    }

    /// Where the line is so many days after the last count.
    pub(super) fn side(self, bounds: PopulationBounds, day: i64) -> BoundSide {
        let people = self.on_day(day);
        let at = |bound: u64| i128::from(bound) * i128::from(self.days);
        if bounds.minimum() > 0 && people < at(bounds.minimum()) {
            BoundSide::Below
        } else if bounds.maximum().is_some_and(|maximum| people > at(maximum)) {
            BoundSide::Above
        } else {
            BoundSide::Within
        }
    }

    /// The first day, counted from the last count, from one to another, on which the line is
    /// outside the bounds, or within them.
    pub(super) fn first_day(
        self,
        bounds: PopulationBounds,
        [from, to]: [i64; 2],
        outside: bool,
    ) -> Option<i64> {
        let is_so = |day| (self.side(bounds, day) != BoundSide::Within) == outside;
        if is_so(from) {
            return Some(from);
        }
        let growth = self.growth();
        let met = match (self.side(bounds, from), growth.signum()) {
            (BoundSide::Within, -1) | (BoundSide::Below, 1) => bounds.minimum(),
            (BoundSide::Within, 1) | (BoundSide::Above, -1) => bounds.maximum()?,
            _ => return None,
        };
        let distance = (i128::from(met) - i128::from(self.last)) * i128::from(self.days);
        let (distance, growth) = (distance * growth.signum(), growth.abs());
        // On the day that the line meets the bound it is within.
        let whole = distance.div_euclid(growth);
        let day = if outside { whole + 1 } else { whole + i128::from(distance.rem_euclid(growth) > 0) };
        let day = i64::try_from(day).ok().filter(|day| (from..=to).contains(day))?;
        is_so(day).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn bounds(minimum: u64, maximum: Option<u64>) -> PopulationBounds {
        PopulationBounds::new(minimum, maximum).unwrap()
    }

    #[test]
    fn growth_of_a_year_is_rounded_away_from_zero() {
        let trend = |last, days| Trend { first: 1_000, last, days }.per_year();
        assert_eq!([trend(2_461, 1_461), trend(1_000, 5), trend(539, 461)], [365, 0, -365]);
        assert_eq!([trend(1_002, 1_461), trend(998, 1_461), trend(1_001, 1_461)], [1, -1, 0]);
    }

    #[test]
    fn line_needs_two_days() {
        let (a, b) = (date(2020, 2, 28), date(2020, 3, 1));
        assert_eq!(Trend::through((a, 5), (b, 9)), Some(Trend { first: 5, last: 9, days: 2 }));
        assert_eq!(Trend::through((a, 5), (a, 5)), None);
        assert_eq!(Trend::through((b, 5), (a, 5)), None);
    }

    /// Against looking at every day.
    #[test]
    fn first_day_is_the_first_of_all_days() {
        let mut found = 0;
        for case in 0..40_000_u64 {
            let pick = |salt: u64, below: u64| (case * 7_919 + salt * 104_729) / 17 % below;
            let trend = Trend { first: pick(1, 40), last: pick(2, 40), days: 1 + pick(3, 9) as u32 };
            let minimum = pick(4, 30);
            let maximum = (pick(5, 5) > 0).then(|| minimum + pick(6, 12));
            let (bounds, outside) = (bounds(minimum, maximum), pick(7, 2) == 0);
            let span @ [from, to] = [1 + pick(8, 4) as i64, 5 + pick(9, 60) as i64];
            let is_so = |day: &i64| (trend.side(bounds, *day) != BoundSide::Within) == outside;
            let expected = (from..=to).find(is_so);
            let actual = trend.first_day(bounds, span, outside);
            assert_eq!(actual, expected, "{trend:?} {bounds} {span:?} {outside}");
            found += usize::from(actual.is_some_and(|day| day > from));
        }
        assert!(found > 1_000, "{found} crossings");
    }

    #[test]
    fn no_number_of_people_overflows() {
        let trend = Trend { first: 0, last: u64::MAX, days: u32::MAX };
        assert_eq!(trend.first_day(bounds(1, Some(u64::MAX)), [1, 36_525], true), Some(1));
    }
}
