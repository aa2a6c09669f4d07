use std::cmp::Reverse;

use super::{Found, Required, Sum};
use zonewerk_core::problem::{CountBounds, PopulationBounds};

/// So many areas within bounds, and the inhabitants they are to hold: can it be?
///
/// With `k` areas, of which `e` are excepted, the rest hold at most `(k - e) * maximum` and
/// need at least `(k - e) * minimum` inhabitants. Which exceptions are used is free, so the most
/// favourable ones are taken: what is said to be impossible is so for every choice.
pub(super) struct Capacity {
    /// Inhabitants of an ordinary area.
    pub bounds: PopulationBounds,
    /// Number of areas.
    pub count: CountBounds,
    /// Inhabitants of each area that is there in any case.
    pub given: Vec<u64>,
    /// Fewest and most inhabitants of each area that an exception permits.
    pub permitted: Vec<(u64, u64)>,
    /// Inhabitants there are.
    pub people: u64,
}

impl Capacity {
    /// Each way in which the numbers cannot go together, with the nearest that can.
    pub fn contradictions(&self) -> Vec<(Found, Required)> {
        if self.people == 0 {
            return Vec::new();
        }
        let most = self.count.maximum().map(|count| self.room(count, self.bounds.maximum()));
        let least = self.count.minimum().map(|count| self.need(count, self.bounds.minimum()));
        let mut found = Vec::new();
        let (fewest, largest) = (self.fewest(), self.largest());
        if let Some(sum) = most.flatten().filter(|sum| sum.total < self.people) {
            let each = self.each_for_room(sum.count).and_then(at_least);
            let count = fewest.and_then(at_least);
            found.push((Found::TooLittleRoom(sum), Required::Numbers { count, each }));
        }
        if let Some(sum) = least.filter(|sum| sum.total > self.people) {
            let each = at_most(self.each_for_need(sum.count));
            let count = largest.and_then(at_most);
            found.push((Found::TooFewPeople(sum), Required::Numbers { count, each }));
        }
        if let (Some(fewest), Some(largest)) = (fewest, largest)
            && fewest > largest
            && let Some(few) = self.room(largest, self.bounds.maximum())
        {
            let many = self.need(largest + 1, self.bounds.minimum());
            found.push((Found::NoCountFits { few, many }, Required::Numbers { count: None, each: None }));
        }
        found
    }

    /// What so many areas hold at most; `None` where there is no maximum.
    fn room(&self, count: u64, each: Option<u64>) -> Option<Sum> {
        let each = each?;
        let mut worth: Vec<u64> =
            self.permitted.iter().map(|(_, most)| *most).filter(|most| *most > each).collect();
        worth.sort_unstable_by_key(|most| Reverse(*most));
        Some(self.sum(count, each, &worth))
    }

    /// What so many areas need at least.
    fn need(&self, count: u64, each: u64) -> Sum {
        let mut worth: Vec<u64> =
            self.permitted.iter().map(|(least, _)| *least).filter(|least| *least < each).collect();
        worth.sort_unstable();
        self.sum(count, each, &worth)
    }

    fn sum(&self, count: u64, each: u64, worth: &[u64]) -> Sum {
        let given = (self.given.len() as u64).min(count);
        let used = (worth.len() as u64).min(count - given);
        let excepted = given + used;
        let of_given = self.given.iter().take(given as usize).fold(0, |sum: u64, p| sum.saturating_add(*p));
        let in_excepted = worth.iter().take(used as usize).fold(of_given, |sum, p| sum.saturating_add(*p));
        let total = (count - excepted).saturating_mul(each).saturating_add(in_excepted);
        Sum { count, each, excepted, in_excepted, total, people: self.people }
    }

    /// More areas than this are never asked after: each has at least one inhabitant.
    fn most_areas(&self) -> u64 {
        let special = (self.given.len() + self.permitted.len()) as u64;
        self.people.saturating_add(special)
    }

    /// The fewest areas that can hold all; `None` where no number can.
    fn fewest(&self) -> Option<u64> {
        let most = self.most_areas();
        let Some(maximum) = self.bounds.maximum() else { return Some((self.given.len() as u64).max(1)) };
        let fits = |count: u64| self.room(count, Some(maximum)).is_some_and(|sum| sum.total >= self.people);
        first(1, most, fits)
    }

    /// The most areas that do not need more than there are; `None` where even one does.
    fn largest(&self) -> Option<u64> {
        let minimum = self.bounds.minimum();
        let beyond = |count: u64| self.need(count, minimum).total > self.people;
        match first(1, self.most_areas(), beyond) {
            Some(1) => None,
            Some(count) => Some(count - 1),
            None => Some(self.most_areas()),
        }
    }

    fn each_for_room(&self, count: u64) -> Option<u64> {
        let fits = |each: u64| self.room(count, Some(each)).is_some_and(|sum| sum.total >= self.people);
        first(0, self.people, fits)
    }

    fn each_for_need(&self, count: u64) -> u64 {
        let beyond = |each: u64| self.need(count, each).total > self.people;
        first(0, self.bounds.minimum(), beyond).map_or(self.bounds.minimum(), |each| each.saturating_sub(1))
    }
}

fn at_least(number: u64) -> Option<CountBounds> {
    CountBounds::new(Some(number), None)
}

fn at_most(number: u64) -> Option<CountBounds> {
    CountBounds::new(None, Some(number))
}

/// The first number from `low` to `high` that is so, where all after it are so too.
fn first(low: u64, high: u64, is_so: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut high) = (low, high);
    if !is_so(high) {
        return None;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if is_so(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capacity(minimum: u64, maximum: u64, count: Option<u64>, people: u64) -> Capacity {
        Capacity {
            bounds: PopulationBounds::new(minimum, Some(maximum)).unwrap(),
            count: CountBounds::new(count, count).unwrap(),
            given: vec![],
            permitted: vec![],
            people,
        }
    }

    fn said(capacity: &Capacity) -> Vec<String> {
        capacity.contradictions().iter().map(|(found, required)| format!("{found}; {required}")).collect()
    }

    #[test]
    fn thirteen_regions_of_four_hundred_thousand_do_not_hold_flanders() {
        insta::assert_debug_snapshot!(said(&capacity(350_000, 400_000, Some(13), 6_653_062)), @r#"
        [
            "13 × 400,000 = 5,200,000 inhabitants at most; there are 6,653,062; at least 17 of them, or at least 511,774 inhabitants each",
        ]
        "#);
    }

    #[test]
    fn sixty_zones_of_two_hundred_thousand_need_more_than_there_are() {
        insta::assert_debug_snapshot!(said(&capacity(200_000, 300_000, Some(60), 6_653_062)), @r#"
        [
            "60 × 200,000 = 12,000,000 inhabitants at least; there are 6,653,062; at most 33 of them, or at most 110,884 inhabitants each",
        ]
        "#);
    }

    #[test]
    fn no_number_of_zones_fits_between_one_and_two() {
        insta::assert_debug_snapshot!(said(&capacity(75, 125, None, 130)), @r#"
        [
            "1 × 125 = 125 inhabitants at most; there are 130, and 2 × 75 = 150 inhabitants at least; there are 130; other bounds",
        ]
        "#);
        assert_eq!(said(&capacity(75, 130, None, 130)), Vec::<String>::new());
        assert_eq!(said(&capacity(65, 125, None, 130)), Vec::<String>::new());
    }

    #[test]
    fn numbers_at_the_edge_go_together() {
        assert_eq!(said(&capacity(10, 20, Some(5), 50)), Vec::<String>::new());
        assert_eq!(said(&capacity(10, 20, Some(5), 100)), Vec::<String>::new());
        assert_eq!(said(&capacity(10, 20, Some(5), 101)).len(), 1);
        assert_eq!(said(&capacity(10, 20, Some(5), 49)).len(), 1);
    }

    #[test]
    fn exception_makes_room_for_a_large_city() {
        let mut capacity = capacity(10, 20, Some(3), 90);
        assert_eq!(said(&capacity).len(), 1);
        capacity.permitted = vec![(50, 50), (5, 5)];
        assert_eq!(said(&capacity), Vec::<String>::new());
        capacity.people = 91;
        assert_eq!(said(&capacity).len(), 1);
        capacity.permitted.clear();
        capacity.given = vec![51];
        assert_eq!(said(&capacity), Vec::<String>::new());
    }

    /// Against trying every choice of exceptions and every count; where there is nothing to
    /// choose, what is not said to be impossible is possible.
    #[test]
    fn what_is_impossible_is_so_for_every_choice() {
        let (mut impossible, mut certain) = (0, 0);
        for case in 0..20_000_u64 {
            let pick = |salt: u64, below: u64| (case * 7919 + salt * 104_729) / 13 % below;
            let minimum = pick(1, 12);
            let capacity = Capacity {
                bounds: PopulationBounds::new(minimum, Some(minimum + pick(2, 9))).unwrap(),
                count: CountBounds::new(Some(1 + pick(3, 4)), Some(4 + pick(4, 4))).unwrap(),
                given: (0..pick(5, 2)).map(|n| 3 + n * 20).collect(),
                permitted: (0..pick(6, 3)).map(|n| (pick(7 + n, 30), pick(7 + n, 30))).collect(),
                people: 25 + pick(9, 80),
            };
            let is_said = !capacity.contradictions().is_empty();
            impossible += usize::from(is_said);
            assert!(!is_said || !possible(&capacity), "case {case}");
            if capacity.permitted.is_empty() {
                certain += 1;
                assert_eq!(is_said, !possible(&capacity), "case {case}");
            }
        }
        assert!(impossible > 2_000 && certain > 2_000, "{impossible}, {certain}");
    }

    fn possible(capacity: &Capacity) -> bool {
        let given: u64 = capacity.given.iter().sum();
        let choices = 1_usize << capacity.permitted.len();
        (0..choices).any(|choice| {
            let used: Vec<u64> = (0..capacity.permitted.len())
                .filter(|n| choice >> n & 1 == 1)
                .map(|n| capacity.permitted[n].0)
                .collect();
            let special = (capacity.given.len() + used.len()) as u64;
            let fixed = given + used.iter().sum::<u64>();
            let (low, high) = (capacity.count.minimum().unwrap(), capacity.count.maximum().unwrap());
            (low.max(special)..=high).any(|count| {
                let rest = count - special;
                fixed + rest * capacity.bounds.minimum() <= capacity.people
                    && capacity.people <= fixed + rest * capacity.bounds.maximum().unwrap()
            })
        })
    }
}
