//! How the values of very many plans are spread, in little memory.

use std::collections::BTreeMap;

/// Ranges that are told apart, at most.
const MOST_RANGES: usize = 4_096;

/// How many plans have which values: exact at both ends, in ranges of equal width between.
#[derive(Clone, Debug)]
pub struct Spread {
    ends: Option<[(u64, u64); 2]>,
    /// Width of a range: a power of ten.
    width: u64,
    /// Plans by the number of their range, counted from 0.
    ranges: BTreeMap<u64, u64>,
}

impl Default for Spread {
    fn default() -> Self {
        Self { ends: None, width: 1, ranges: BTreeMap::new() }
    }
}

impl Spread {
    /// Counts a plan.
    pub fn add(&mut self, value: u64) {
        let [least, most] = self.ends.get_or_insert([(value, 0); 2]);
        if value < least.0 {
            *least = (value, 0);
        }
        if value > most.0 {
            *most = (value, 0);
        }
        least.1 += u64::from(value == least.0);
        most.1 += u64::from(value == most.0);
        *self.ranges.entry(value / self.width).or_default() += 1;
        while self.ranges.len() > MOST_RANGES {
            self.width *= 10;
            self.ranges = self.in_widths_of(10);
        }
    }

    /// The least and the largest value, each with how many plans have it.
    pub fn ends(&self) -> Option<[(u64, u64); 2]> {
        self.ends
    }

    /// Plans in ranges of equal width, `most` ranges at most: first and last value of each range, and
    /// its plans.
    pub fn ranges(&self, most: usize) -> Vec<([u64; 2], u64)> {
        let steps = (0..)
            .flat_map(|power: u32| [1, 2, 5].map(|step| 10_u64.checked_pow(power).map(|ten| ten * step)));
        let numbers = |times: u64| {
            let first = self.ranges.first_key_value().map_or(0, |(number, _)| number / times);
            self.ranges.last_key_value().map_or(0, |(number, _)| number / times - first + 1)
        };
        let times = steps.map_while(|times| times).find(|&times| numbers(times) <= most.max(1) as u64);
        let times = times.unwrap_or(u64::MAX);
        let width = self.width.saturating_mul(times);
        let ranges = self.in_widths_of(times).into_iter();
        ranges
            .map(|(number, plans)| {
                let first = number.saturating_mul(width);
                ([first, first.saturating_add(width - 1)], plans)
            })
            .collect()
    }

    /// The plans in ranges so many times as wide.
    fn in_widths_of(&self, times: u64) -> BTreeMap<u64, u64> {
        let mut wider = BTreeMap::new();
        for (number, plans) in &self.ranges {
            *wider.entry(number / times).or_default() += plans;
        }
        wider
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_exact_and_ranges_hold_every_plan() {
        let mut spread = Spread::default();
        let values: Vec<u64> = (0..20_000).map(|number| 1_003 + number * 7_919 % 100_000).collect();
        values.iter().for_each(|&value| spread.add(value));
        let count = |value| values.iter().filter(|&&other| other == value).count() as u64;
        let (least, most) = (*values.iter().min().unwrap(), *values.iter().max().unwrap());
        assert_eq!(spread.ends(), Some([(least, count(least)), (most, count(most))]));
        let ranges = spread.ranges(10);
        assert!((4..=10).contains(&ranges.len()), "{ranges:?}");
        for ([first, last], plans) in ranges {
            let inside = values.iter().filter(|value| (first..=last).contains(value)).count();
            assert_eq!(plans, inside as u64, "{first} to {last}");
        }
    }

    #[test]
    fn few_values_are_told_one_by_one() {
        let mut spread = Spread::default();
        [7, 9, 7].into_iter().for_each(|value| spread.add(value));
        assert_eq!(spread.ranges(10), [([7, 7], 2), ([9, 9], 1)]);
        assert_eq!(Spread::default().ranges(10), []);
    }
}
