use std::collections::{BTreeMap, BTreeSet};

use crate::InputProblem;
use crate::scenario::scenario_file::PinTable;
use crate::scenario::unit_references::References;
use zonewerk_core::problem::{FixedZone, Pin, PinKind};
use zonewerk_core::territory::UnitId;

/// Pins: demands on units that every plan must keep. Pins that contradict each other are no
/// problem of the input: that no plan keeps them is for the solver to prove.
pub(crate) fn pins(
    units: &References<'_>,
    tables: &[PinTable],
    fixed_zones: &[FixedZone],
    problems: &mut Vec<InputProblem>,
) -> Vec<Pin> {
    let fixed_units =
        fixed_zones.iter().flat_map(|zone| zone.units.iter().map(|&unit| (unit, zone.name.as_str())));
    let fixed_units: BTreeMap<UnitId, &str> = fixed_units.collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (index, zone) in fixed_zones.iter().enumerate() {
        names.entry(zone.name.clone()).or_insert_with(|| format!("fixed_zones[{}]", index + 1));
    }
    let mut pins = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = PinEntry { units, name: format!("pins[{}]", index + 1), fixed_units: &fixed_units };
        let asks = entry.asked(table, problems);
        if let Some(PinKind::Zone { name, .. }) = asks.as_ref().filter(|asks| !is_nameless(asks)) {
            let first = names.entry(name.clone()).or_insert_with(|| entry.name.clone());
            if *first != entry.name {
                let found = format!("{name:?}, which {first} has too");
                problems.push(entry.problem("duplicate-zone", "zone", &found, "a name of its own"));
            }
        }
        let reason = units.text(&entry.name, "reason", &table.reason, problems);
        pins.extend(asks.map(|asks| Pin { asks, reason }));
    }
    pins
}

fn is_nameless(asks: &PinKind) -> bool {
    matches!(asks, PinKind::Zone { name, .. } if name.is_empty())
}

/// One pin as it is written.
struct PinEntry<'a> {
    units: &'a References<'a>,
    name: String,
    /// The fixed zone of each unit that lies in one.
    fixed_units: &'a BTreeMap<UnitId, &'a str>,
}

impl PinEntry<'_> {
    fn problem(&self, code: &'static str, field: &str, found: &str, expected: &str) -> InputProblem {
        self.units.problem(code, &self.name, field, found, expected)
    }

    /// What the pin asks: exactly one thing.
    fn asked(&self, table: &PinTable, problems: &mut Vec<InputProblem>) -> Option<PinKind> {
        const EXPECTED: &str = "one of together, apart and zone";
        let keys = [
            ("together", table.together.is_some()),
            ("apart", table.apart.is_some()),
            ("zone", table.zone.is_some()),
        ];
        let keys: Vec<&str> = keys.into_iter().filter(|(_, given)| *given).map(|(key, _)| key).collect();
        if let [_, second, ..] = keys[..] {
            problems.push(self.problem("several-pins", second, &keys.join(" and "), EXPECTED));
            return None;
        }
        for (field, given) in [("holds", table.holds.is_some()), ("without", table.without.is_some())] {
            if given && table.zone.is_none() {
                let expected = "the name of a zone beside holds and without";
                let found = format!("{field} without zone");
                problems.push(self.problem("no-zone", field, &found, expected));
            }
        }
        match (&table.together, &table.apart, &table.zone) {
            (Some(codes), ..) => Some(PinKind::Together(self.several("together", codes, problems))),
            (_, Some(codes), _) => Some(PinKind::Apart(self.several("apart", codes, problems))),
            (.., Some(name)) => Some(self.zone(name, table, problems)),
            _ if table.holds.is_some() || table.without.is_some() => None,
            _ => {
                problems.push(self.problem("no-pin", "together", "nothing", EXPECTED));
                None
            }
        }
    }

    fn zone(&self, name: &str, table: &PinTable, problems: &mut Vec<InputProblem>) -> PinKind {
        let name = self.units.text(&self.name, "zone", name, problems);
        let codes = |list: &Option<Vec<String>>| list.clone().unwrap_or_default();
        let (held, kept_out) = (codes(&table.holds), codes(&table.without));
        if held.is_empty() {
            problems.push(self.problem("no-units", "holds", "no unit", "one unit or more"));
        }
        let holds = self.free_units("holds", &held, problems);
        let without = self.free_units("without", &kept_out, problems);
        let in_zone: BTreeSet<&String> = held.iter().collect();
        for code in kept_out.iter().filter(|code| in_zone.contains(code)) {
            let found = format!("unit {code}, which is in holds too");
            let expected = "each unit in holds or in without";
            problems.push(self.problem("held-and-without", "without", &found, expected));
        }
        PinKind::Zone { name, holds, without }
    }

    fn several(&self, field: &str, codes: &[String], problems: &mut Vec<InputProblem>) -> Vec<UnitId> {
        if codes.len() < 2 {
            let found = if codes.is_empty() { "no unit" } else { "one unit" };
            problems.push(self.problem("too-few-units", field, found, "two units or more"));
        }
        self.free_units(field, codes, problems)
    }

    /// The units of a field, none of them of a fixed zone.
    fn free_units(&self, field: &str, codes: &[String], problems: &mut Vec<InputProblem>) -> Vec<UnitId> {
        let units = self.units.units_of(&self.name, field, codes, problems);
        for unit in &units {
            let zone = self.fixed_units.get(unit).copied();
            if let (Some(zone), Some(territory)) = (zone, self.units.territory) {
                let found =
                    format!("unit {}, which the fixed zone {zone:?} holds", territory.unit(*unit).code);
                let expected = "units that lie in no fixed zone";
                problems.push(self.problem("unit-of-fixed-zone", field, &found, expected));
            }
        }
        units
    }
}
