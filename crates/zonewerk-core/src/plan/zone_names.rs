use std::collections::{BTreeMap, BTreeSet};

use crate::territory::{Territory, UnitId};

/// A name for each zone: that of its unit with the most inhabitants (the first by
/// code among equals), followed by its code where two zones would share a name or it is
/// `taken`, and by a number where that is taken too.
pub fn name_zones(territory: &Territory, zones: &[Vec<UnitId>], taken: &BTreeSet<String>) -> Vec<String> {
    let largest: Vec<UnitId> = zones
        .iter()
        .map(|members| {
            let by_size = |unit: &&UnitId| (territory.unit(**unit).population, std::cmp::Reverse(**unit));
            *members.iter().max_by_key(by_size).expect("a zone has a unit")
        })
        .collect();
    let mut zones_called: BTreeMap<&str, usize> = BTreeMap::new();
    for &unit in &largest {
        *zones_called.entry(&territory.unit(unit).name).or_default() += 1;
    }
    let mut given = taken.clone();
    let name = |&unit: &UnitId| {
        let unit = territory.unit(unit);
        let with_code = format!("{} ({})", unit.name, unit.code);
        let own = (zones_called[unit.name.as_str()] == 1).then(|| unit.name.clone());
        let numbered = (2_usize..).map(|number| format!("{with_code} {number}"));
        let mut names = own.into_iter().chain([with_code.clone()]).chain(numbered);
        let free = names.find(|name| !given.contains(name)).expect("numbers do not end");
        given.insert(free.clone());
        free
    };
    largest.iter().map(name).collect()
}
