use crate::territory::{Territory, UnitId};

/// A name for each zone: that of its unit with the most inhabitants (the first by
/// code among equals), followed by its code where two zones would share a name.
pub fn name_zones(territory: &Territory, zones: &[Vec<UnitId>]) -> Vec<String> {
    let largest: Vec<UnitId> = zones
        .iter()
        .map(|members| {
            let by_size = |unit: &&UnitId| (territory.unit(**unit).population, std::cmp::Reverse(**unit));
            *members.iter().max_by_key(by_size).expect("a zone has a unit")
        })
        .collect();
    let name = |unit: UnitId| territory.unit(unit).name.as_str();
    largest
        .iter()
        .map(|&unit| {
            let shared = largest.iter().filter(|&&other| name(other) == name(unit)).count() > 1;
            if shared {
                format!("{} ({})", name(unit), territory.unit(unit).code)
            } else {
                name(unit).to_owned()
            }
        })
        .collect()
}
