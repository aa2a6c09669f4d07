//! Units whose code says one region and whose column says another.
//!
//! Official codes often begin with the region: all units with the same first letters then
//! have the same value in the region's column. Where that holds for a column throughout,
//! the unit that breaks it has either a wrong code or a wrong value. Nothing is presumed of
//! a column; it must show the pattern by itself, or it is left alone.

use std::collections::{BTreeMap, BTreeSet};

use zonewerk_core::territory::{Territory, UnitId};

/// A unit that does not fit the others of its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The unit.
    pub unit: UnitId,
    /// The beginning of its code.
    pub prefix: String,
    /// What its column says.
    pub value: String,
    /// What the column says of the others whose codes begin so.
    pub usual: String,
    /// How many others that are.
    pub others: usize,
}

/// Groups smaller than this show no pattern.
const SMALLEST_GROUP: usize = 3;

/// No code names its region with more letters than this.
const LONGEST_PREFIX: usize = 20;

/// The contradictions between codes and the values of one column.
pub fn contradictions(units: &Territory, values: &BTreeMap<UnitId, &str>) -> Vec<Contradiction> {
    let longest = units.units().values().map(|unit| unit.code.as_str().chars().count()).min().unwrap_or(0);
    let distinct: BTreeSet<&str> = values.values().copied().collect();
    if distinct.len() < 2 || distinct.len() * 2 > values.len() {
        return Vec::new();
    }
    (1..longest.min(LONGEST_PREFIX))
        .find_map(|length| at_length(units, values, &distinct, length))
        .unwrap_or_default()
}

/// The units that break the pattern of prefixes of this length, where there is one.
fn at_length(
    units: &Territory,
    values: &BTreeMap<UnitId, &str>,
    distinct: &BTreeSet<&str>,
    length: usize,
) -> Option<Vec<Contradiction>> {
    let mut groups: BTreeMap<String, Vec<(UnitId, &str)>> = BTreeMap::new();
    for (&unit, &value) in values {
        let prefix: String = units.unit(unit).code.as_str().chars().take(length).collect();
        groups.entry(prefix).or_default().push((unit, value));
    }
    let (large, small): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|(_, members)| members.len() >= SMALLEST_GROUP);
    let in_small: usize = small.iter().map(|(_, members)| members.len()).sum();
    let mut usual_somewhere: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for (prefix, members) in &large {
        let usual = usual(members);
        usual_somewhere.insert(usual);
        let odd: Vec<_> = members.iter().filter(|(_, value)| *value != usual).collect();
        if odd.len() > 1 && odd.len() * 10 > members.len() {
            return None;
        }
        found.extend(odd.into_iter().map(|&(unit, value)| Contradiction {
            unit,
            prefix: prefix.clone(),
            value: value.to_owned(),
            usual: usual.to_owned(),
            others: members.iter().filter(|(_, value)| *value == usual).count(),
        }));
    }
    let shows_a_pattern = large.len() >= 2
        && in_small * 5 <= values.len()
        && distinct.is_subset(&usual_somewhere)
        && found.len() <= (values.len() * 3 / 100).max(1);
    shows_a_pattern.then_some(found)
}

/// The most frequent value, the first of equals.
fn usual<'a>(members: &[(UnitId, &'a str)]) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, value) in members {
        *counts.entry(value).or_default() += 1;
    }
    let most = counts.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
    most.map(|(value, _)| *value).expect("a group has members")
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::territory::{Unit, UnitCode};

    fn odd(rows: &[(&str, &str)]) -> Vec<String> {
        let unit = |(code, _): &(&str, &str)| Unit {
            code: UnitCode::new(*code),
            name: (*code).to_owned(),
            population: 0,
        };
        let units = Territory::new(rows.iter().map(unit).collect()).unwrap();
        let values = rows.iter().map(|(code, value)| (units.find(code).unwrap(), *value)).collect();
        let found = contradictions(&units, &values);
        found.iter().map(|odd| format!("{} {} {}", units.unit(odd.unit).code, odd.value, odd.usual)).collect()
    }

    const CLEAN: [(&str, &str); 9] = [
        ("a1", "North"),
        ("a2", "North"),
        ("a3", "North"),
        ("b1", "South"),
        ("b2", "South"),
        ("b3", "South"),
        ("c1", "West"),
        ("c2", "West"),
        ("c3", "West"),
    ];

    fn with(code: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
        CLEAN.iter().map(|&(other, old)| (other, if other == code { value } else { old })).collect()
    }

    #[test]
    fn a_unit_that_breaks_the_pattern_is_named() {
        assert_eq!(odd(&CLEAN), Vec::<String>::new());
        assert_eq!(odd(&with("b2", "West")), ["b2 West South"]);
        assert_eq!(odd(&with("c3", "North")), ["c3 North West"]);
    }

    #[test]
    fn a_column_without_a_pattern_is_left_alone() {
        assert_eq!(odd(&with("a2", "Elsewhere")), Vec::<String>::new(), "a value of one unit is no region");
        let coast = [
            ("31001", "no"),
            ("31002", "no"),
            ("31003", "yes"),
            ("31004", "no"),
            ("35001", "yes"),
            ("35002", "no"),
            ("35003", "yes"),
            ("35004", "no"),
            ("35005", "yes"),
            ("36001", "no"),
            ("36002", "no"),
            ("36003", "no"),
        ];
        assert_eq!(odd(&coast), Vec::<String>::new());
        let same: Vec<(&str, &str)> = CLEAN.iter().map(|&(code, _)| (code, "Flanders")).collect();
        assert_eq!(odd(&same), Vec::<String>::new());
        let names: Vec<(&str, &str)> = CLEAN.iter().map(|&(code, _)| (code, code)).collect();
        assert_eq!(odd(&names), Vec::<String>::new());
    }
}
