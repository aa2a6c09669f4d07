use std::collections::BTreeMap;

use crate::InputProblem;
use crate::formats::csv_table::quoted;
use crate::scenario::scenario_file::{FixedZoneTable, GraphTable};
use crate::scenario::unit_references::References;
use zonewerk_core::graph::{AdjacencyKind, GraphOptions};
use zonewerk_core::problem::FixedZone;
use zonewerk_core::territory::UnitId;

/// Borders within so many metres of each other are one, unless the scenario says otherwise:
/// 2 cm, by which a point on a neighbour's border is off where degrees have seven decimals.
pub(crate) const SNAP_M: f64 = 0.02;

/// Within how many metres of each other borders are one.
pub(crate) fn snap(units: &References<'_>, graph: &GraphTable, problems: &mut Vec<InputProblem>) -> f64 {
    let snap = graph.snap.unwrap_or(SNAP_M);
    if !(snap.is_finite() && snap >= 0.0) {
        let found = snap.to_string();
        problems.push(units.problem(
            "wrong-distance",
            "graph",
            "snap",
            &found,
            "a number of metres, 0 or more",
        ));
    }
    snap
}

/// Keys that say how neighbours are found on a map, beside a graph that says who is one.
pub(crate) fn unfit_for_graph(units: &References<'_>, graph: &GraphTable) -> Vec<InputProblem> {
    let GraphTable { contiguity, minimum_border, snap } = graph;
    let keys = [
        ("contiguity", contiguity.clone()),
        ("minimum_border", minimum_border.map(|metres| metres.to_string())),
        ("snap", snap.map(|metres| metres.to_string())),
    ];
    let expected = "nothing: the graph of the units says who is whose neighbour";
    keys.into_iter()
        .filter_map(|(key, found)| Some(units.problem("unfit-key", "graph", key, &found?, expected)))
        .collect()
}

/// What makes two units neighbours.
pub(crate) fn graph_options(
    units: &References<'_>,
    graph: &GraphTable,
    problems: &mut Vec<InputProblem>,
) -> GraphOptions {
    const WORDS: [AdjacencyKind; 2] = [AdjacencyKind::Rook, AdjacencyKind::Queen];
    let word = graph.contiguity.as_deref().unwrap_or(AdjacencyKind::default().word());
    let contiguity = WORDS.into_iter().find(|known| known.word() == word);
    if contiguity.is_none() {
        problems.push(units.problem(
            "unknown-contiguity",
            "graph",
            "contiguity",
            &quoted(word),
            "rook or queen",
        ));
    }
    let minimum_border_m = graph.minimum_border.unwrap_or(0);
    if contiguity == Some(AdjacencyKind::Queen) && minimum_border_m > 0 {
        let found = format!("{minimum_border_m} with queen contiguity");
        let expected = "rook contiguity, or no minimum: a point is shorter than any border";
        problems.push(units.problem("minimum-with-queen", "graph", "minimum_border", &found, expected));
    }
    GraphOptions { contiguity: contiguity.unwrap_or_default(), minimum_border_m }
}

/// Zones that are given.
pub(crate) fn fixed_zones(
    units: &References<'_>,
    tables: &[FixedZoneTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<FixedZone> {
    let mut zones: Vec<FixedZone> = Vec::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut zone_of: BTreeMap<UnitId, String> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = format!("fixed_zones[{}]", index + 1);
        let name = units.text(&entry, "name", &table.name, problems);
        let reason = units.text(&entry, "reason", &table.reason, problems);
        let members = units.units(&entry, &table.units, problems);
        let first = names.entry(name.clone()).or_insert_with(|| entry.clone());
        if *first != entry && !name.is_empty() {
            let found = format!("{name:?}, which {first} has too");
            problems.push(units.problem("duplicate-zone", &entry, "name", &found, "a name of its own"));
        }
        for &unit in &members {
            let other = zone_of.entry(unit).or_insert_with(|| entry.clone());
            if let Some(territory) = units.territory.filter(|_| *other != entry) {
                let found = format!("unit {}, which {other} has too", territory.unit(unit).code);
                let expected = "each unit in one fixed zone";
                problems.push(units.problem("duplicate-unit", &entry, "units", &found, expected));
            }
        }
        zones.push(FixedZone { name, units: members, reason });
    }
    zones
}
