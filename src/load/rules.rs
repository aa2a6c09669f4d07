use std::collections::BTreeMap;

use super::InputProblem;
use super::references::References;
use super::scenario_file::{ExceptionTable, FixedZoneTable, GoalsTable, LevelTable, LinkTable};
use super::suggest::closest;
use super::table::quoted;
use crate::problem::{ExceptionZone, FixedZone, Goal, PopulationBounds};
use crate::territory::{Link, LinkChange, UnitId};

/// The bounds of the zones: those of the profile, each end replaced by the scenario's.
pub(super) fn bounds(
    units: &References<'_>,
    profile: LevelTable,
    scenario: LevelTable,
    problems: &mut Vec<InputProblem>,
) -> Option<PopulationBounds> {
    let minimum = scenario.minimum.or(profile.minimum).unwrap_or(0);
    let maximum = scenario.maximum.or(profile.maximum);
    let bounds = PopulationBounds::new(minimum, maximum);
    bounds.map_err(|error| problems.push(bounds_problem(units, "levels.zone", &error.to_string()))).ok()
}

fn bounds_problem(units: &References<'_>, entry: &str, found: &str) -> InputProblem {
    units.problem("minimum-above-maximum", entry, "minimum", found, "a minimum of at most the maximum")
}

/// The goal; shortest total border where the scenario names none.
pub(super) fn goal(units: &References<'_>, goals: &GoalsTable, problems: &mut Vec<InputProblem>) -> Goal {
    let names: Vec<&str> = Goal::ALL.iter().map(|goal| goal.name()).collect();
    let order = goals.order.as_deref();
    for name in order.into_iter().flatten().filter(|name| !names.contains(&name.as_str())) {
        let hint =
            closest(name, names.iter().copied()).map(|near| format!("; is it {near:?}?")).unwrap_or_default();
        let expected = format!("one of {}{hint}", names.join(", "));
        problems.push(units.problem("unknown-goal", "goals", "order", &quoted(name), &expected));
    }
    if let Some(order) = order.filter(|order| order.len() != 1) {
        let found = format!("{} goals", order.len());
        problems.push(units.problem("wrong-goal-count", "goals", "order", &found, "one goal"));
    }
    let named = |goal: &&Goal| order.into_iter().flatten().any(|name| name == goal.name());
    Goal::ALL.iter().find(named).copied().unwrap_or(Goal::BorderLength)
}

/// Declared adjacency.
pub(super) fn links(
    units: &References<'_>,
    tables: &[LinkTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut first: BTreeMap<[UnitId; 2], usize> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = format!("links[{}]", index + 1);
        let change = match table.change.as_deref() {
            None | Some("add") => LinkChange::Add,
            Some("remove") => LinkChange::Remove,
            Some(other) => {
                problems.push(units.problem(
                    "unknown-change",
                    &entry,
                    "change",
                    &quoted(other),
                    "\"add\" or \"remove\"",
                ));
                LinkChange::Add
            }
        };
        let reason = units.text(&entry, "reason", &table.reason, problems);
        for code in table.between.iter().filter(|code| units.find(code).is_none()) {
            problems.push(units.problem(
                "unknown-unit",
                &entry,
                "between",
                &quoted(code),
                &units.expected(code),
            ));
        }
        let [a, b] = table.between.as_slice() else {
            let found = format!("a list of {}", table.between.len());
            problems.push(units.problem("wrong-link", &entry, "between", &found, "two units"));
            continue;
        };
        let (Some(a), Some(b)) = (units.find(a), units.find(b)) else { continue };
        if a == b {
            let found = quoted(&table.between[0]);
            problems.push(units.problem("link-to-itself", &entry, "between", &found, "two different units"));
            continue;
        }
        let between = [a.min(b), a.max(b)];
        let other = *first.entry(between).or_insert(index);
        if other != index {
            let found = format!("the same two units as links[{}]", other + 1);
            problems.push(units.problem(
                "duplicate-link",
                &entry,
                "between",
                &found,
                "one link for two units",
            ));
        }
        links.push(Link { between, change, reason, author: table.author.clone(), date: table.date.clone() });
    }
    links
}

/// Zones with bounds of their own.
pub(super) fn exceptions(
    units: &References<'_>,
    tables: &[ExceptionTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<ExceptionZone> {
    let mut exceptions: Vec<ExceptionZone> = Vec::new();
    let mut first: BTreeMap<Vec<UnitId>, usize> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = format!("exceptions[{}]", index + 1);
        let members = units.units(&entry, &table.units, problems);
        let reason = units.text(&entry, "reason", &table.reason, problems);
        let bounds = PopulationBounds::new(table.minimum.unwrap_or(0), table.maximum);
        let bounds = bounds.map_err(|error| problems.push(bounds_problem(units, &entry, &error.to_string())));
        if members.is_empty() {
            continue;
        }
        let other = *first.entry(members.clone()).or_insert(index);
        if other != index {
            let found = format!("the same units as exceptions[{}]", other + 1);
            problems.push(units.problem(
                "duplicate-exception",
                &entry,
                "units",
                &found,
                "one exception for a zone",
            ));
        }
        if let Ok(bounds) = bounds {
            let legal_ground = table.legal_ground.clone();
            exceptions.push(ExceptionZone { units: members, bounds, reason, legal_ground });
        }
    }
    exceptions
}

/// Zones that are given.
pub(super) fn fixed_zones(
    units: &References<'_>,
    tables: &[FixedZoneTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<FixedZone> {
    let mut zones: Vec<FixedZone> = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = format!("fixed_zones[{}]", index + 1);
        let name = units.text(&entry, "name", &table.name, problems);
        let reason = units.text(&entry, "reason", &table.reason, problems);
        let members = units.units(&entry, &table.units, problems);
        for (other, zone) in zones.iter().enumerate() {
            if zone.name == name && !name.is_empty() {
                let found = format!("{name:?}, which fixed_zones[{}] has too", other + 1);
                problems.push(units.problem("duplicate-zone", &entry, "name", &found, "a name of its own"));
            }
            for &unit in members.iter().filter(|unit| zone.units.contains(unit)) {
                let found = format!(
                    "unit {}, which fixed_zones[{}] has too",
                    units.territory.unit(unit).code,
                    other + 1
                );
                problems.push(units.problem(
                    "duplicate-unit",
                    &entry,
                    "units",
                    &found,
                    "each unit in one fixed zone",
                ));
            }
        }
        zones.push(FixedZone { name, units: members, reason });
    }
    zones
}
