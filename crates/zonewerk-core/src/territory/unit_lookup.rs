//! The unit that somebody means by a code or a name.

use std::collections::BTreeSet;

use super::{Territory, UnitId};
use crate::words::{folded, nearest};

/// A unit that was found by what somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitMatch {
    /// The unit.
    pub unit: UnitId,
    /// The unit before a merger, name and code, where that is what was written.
    pub before: Option<String>,
}

/// Why a text stands for no unit. Units are given as name and code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSuchUnit {
    /// No unit has this code or name.
    #[error("no unit is {text:?}{}", or_is_it(near))]
    Unknown {
        /// What was written.
        text: String,
        /// The units that may be meant, three at most, the most likely first.
        near: Vec<String>,
    },
    /// Several units have this name.
    #[error("{text:?} is the name of {} units ({}): give the code", units.len(), units.join(", "))]
    Ambiguous {
        /// What was written.
        text: String,
        /// The units, ascending.
        units: Vec<String>,
    },
}

/// `(is it A, B or C?)` after a blank; nothing where there is nothing near.
pub fn or_is_it(near: &[String]) -> String {
    match near {
        [] => String::new(),
        [one] => format!(" (is it {one}?)"),
        [first @ .., last] => format!(" (is it {} or {last}?)", first.join(", ")),
    }
}

/// How many units, or zones, are suggested.
pub const SUGGESTED: usize = 3;

/// The unit of a code, a name or a name in another language, case, accents and hyphens aside. A
/// code or name from before a merger is that of the merged unit.
///
/// # Errors
/// When no unit is meant, or several units have the name.
pub fn find_unit(territory: &Territory, text: &str) -> Result<UnitId, NoSuchUnit> {
    find_named_unit(territory, text).map(|named| named.unit)
}

/// The same, and whether it was found by a code or name from before a merger.
///
/// # Errors
/// As for [`find_unit`].
pub fn find_named_unit(territory: &Territory, text: &str) -> Result<UnitMatch, NoSuchUnit> {
    let text = text.trim();
    if let Some(unit) = territory.find(text).or_else(|| by_label(territory, text)) {
        return Ok(UnitMatch { unit, before: None });
    }
    let wanted = folded(text);
    let all = territory.units();
    let named: BTreeSet<UnitId> =
        all.iter().filter(|(_, unit)| folded(&unit.name) == wanted).map(|(id, _)| id).collect();
    let otherwise = || {
        let names = territory.other_names.iter();
        let has = names.filter(|(_, names)| names.iter().any(|name| folded(name) == wanted));
        has.map(|(&unit, _)| unit).collect::<BTreeSet<UnitId>>()
    };
    for found in [named, otherwise()] {
        match found.len() {
            0 => {}
            1 => return Ok(UnitMatch { unit: *found.first().expect("one unit"), before: None }),
            _ => return Err(ambiguous(territory, text, &found)),
        }
    }
    before_merger(territory, text, &wanted)
}

/// The unit of `name (code)`, as units are printed.
fn by_label(territory: &Territory, text: &str) -> Option<UnitId> {
    let (name, code) = text.strip_suffix(')')?.rsplit_once('(')?;
    let unit = territory.find(code.trim())?;
    (folded(&territory.unit(unit).name) == folded(name)).then_some(unit)
}

/// The merged unit of a code or name from before its merger.
fn before_merger(territory: &Territory, text: &str, wanted: &str) -> Result<UnitMatch, NoSuchUnit> {
    let old = |is_meant: &dyn Fn(&super::Unit) -> bool| {
        let mergers = territory.mergers.iter();
        let units = mergers.flat_map(|merger| merger.old_units.iter().map(move |old| (merger, old)));
        let meant = units.filter(|(_, old)| is_meant(old));
        let found = meant.filter_map(|(merger, old)| {
            let unit = territory.find(merger.new_code.as_str())?;
            Some(UnitMatch { unit, before: Some(format!("{} ({})", old.name, old.code)) })
        });
        found.collect::<Vec<UnitMatch>>()
    };
    let mut found = old(&|unit| unit.code.as_str() == text);
    if found.is_empty() {
        found = old(&|unit| folded(&unit.name) == wanted);
    }
    let units: BTreeSet<UnitId> = found.iter().map(|named| named.unit).collect();
    match (units.len(), found.into_iter().next()) {
        (1, Some(named)) => Ok(named),
        (0, _) | (_, None) => Err(NoSuchUnit::Unknown { text: text.to_owned(), near: near(territory, text) }),
        _ => Err(ambiguous(territory, text, &units)),
    }
}

fn ambiguous(territory: &Territory, text: &str, units: &BTreeSet<UnitId>) -> NoSuchUnit {
    let units = units.iter().map(|&unit| territory.label(unit)).collect();
    NoSuchUnit::Ambiguous { text: text.to_owned(), units }
}

/// The units whose names or codes are near a text, the nearest first.
fn near(territory: &Territory, text: &str) -> Vec<String> {
    let mut known: Vec<(String, UnitId)> = Vec::new();
    for (id, unit) in territory.units().iter() {
        known.push((folded(&unit.name), id));
        known.push((folded(unit.code.as_str()), id));
    }
    for (&unit, names) in &territory.other_names {
        known.extend(names.iter().map(|name| (folded(name), unit)));
    }
    for merger in &territory.mergers {
        let Some(unit) = territory.find(merger.new_code.as_str()) else { continue };
        known.extend(merger.old_units.iter().map(|old| (folded(&old.name), unit)));
    }
    let words = nearest(&folded(text), known.iter().map(|(word, _)| word.as_str()), usize::MAX);
    let mut units: Vec<UnitId> = Vec::new();
    for word in words {
        let of_word = known.iter().filter(|(known, _)| known == word).map(|&(_, unit)| unit);
        let new: BTreeSet<UnitId> = of_word.filter(|unit| !units.contains(unit)).collect();
        units.extend(new);
    }
    units.into_iter().take(SUGGESTED).map(|unit| territory.label(unit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::{Merger, Unit, UnitCode};

    fn unit(code: &str, name: &str) -> Unit {
        Unit { code: UnitCode::new(code), name: name.to_owned(), population: 10 }
    }

    /// Five units: two of one name, one with names in other languages, one merged.
    fn territory() -> Territory {
        let units = vec![
            unit("1", "Norton"),
            unit("2", "Norton"),
            unit("3", "Saint-Élie"),
            unit("4", "Hill and Dale"),
            unit("5", "Weston"),
        ];
        let mut territory = Territory::new(units).expect("codes differ");
        let third = territory.find("3").expect("a unit");
        territory.other_names.insert(third, vec!["Elias Bay".to_owned(), "Eliasbucht".to_owned()]);
        territory.mergers.push(Merger {
            date: "2025-01-01".to_owned(),
            new_code: UnitCode::new("4"),
            new_name: "Hill and Dale".to_owned(),
            old_units: vec![unit("40", "Hill"), unit("41", "Dale")],
        });
        territory
    }

    #[test]
    fn a_unit_is_found_by_code_and_by_any_of_its_names() {
        let territory = territory();
        for (text, code) in [
            ("3", "3"),
            ("saint elie", "3"),
            ("SAINT-ÉLIE", "3"),
            ("eliasbucht", "3"),
            ("Norton (2)", "2"),
            ("hill-and-dale", "4"),
        ] {
            let found = find_named_unit(&territory, text).expect(text);
            assert_eq!((territory.unit(found.unit).code.as_str(), found.before), (code, None), "{text}");
        }
    }

    #[test]
    fn a_code_or_name_from_before_a_merger_is_that_of_the_merged_unit() {
        let territory = territory();
        for text in ["41", "dale"] {
            let found = find_named_unit(&territory, text).expect(text);
            assert_eq!(territory.unit(found.unit).code.as_str(), "4");
            assert_eq!(found.before.as_deref(), Some("Dale (41)"));
        }
    }

    #[test]
    fn what_is_no_unit_is_told_with_those_that_may_be_meant() {
        let territory = territory();
        for (text, expected) in [
            ("norton", r#""norton" is the name of 2 units (Norton (1), Norton (2)): give the code"#),
            ("Westen", r#"no unit is "Westen" (is it Weston (5)?)"#),
            ("Dael", r#"no unit is "Dael" (is it Hill and Dale (4)?)"#),
            ("Nortan", r#"no unit is "Nortan" (is it Norton (1) or Norton (2)?)"#),
            ("Elsewhere", r#"no unit is "Elsewhere""#),
            ("Norton (3)", r#"no unit is "Norton (3)""#),
            ("", r#"no unit is """#),
        ] {
            let problem = find_unit(&territory, text).expect_err(text);
            assert_eq!(problem.to_string(), expected);
        }
    }
}
