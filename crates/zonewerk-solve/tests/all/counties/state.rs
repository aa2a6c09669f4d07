//! States by county as territories: see `data/counties/README.md`.

use std::collections::BTreeMap;

use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{CountBounds, Goal, Objective, PopulationBounds, Problem};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};

/// Name, number of districts, fewest parted pairs as published, and the table.
pub const STATES: [(&str, u64, u64, &str); 6] = [
    ("ID", 2, 10, include_str!("../../../../../data/counties/ID.csv")),
    ("NM", 3, 17, include_str!("../../../../../data/counties/NM.csv")),
    ("WV", 3, 23, include_str!("../../../../../data/counties/WV.csv")),
    ("NE", 3, 19, include_str!("../../../../../data/counties/NE.csv")),
    ("OK", 5, 40, include_str!("../../../../../data/counties/OK.csv")),
    ("IA", 4, 33, include_str!("../../../../../data/counties/IA.csv")),
];

/// Counties in so many districts of equal population within 0.5 %, fewest parted pairs.
pub fn question(table: &str, districts: u64) -> (Territory, Graph, Problem) {
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let unit = |row: &Vec<&str>| Unit {
        code: UnitCode::new(row[0]),
        name: row[1].into(),
        population: row[2].parse().expect("a population"),
    };
    let territory = Territory::new(rows.iter().map(unit).collect()).expect("each county once");
    let number: BTreeMap<&str, usize> = rows.iter().enumerate().map(|(place, row)| (row[0], place)).collect();
    let mut borders = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let later = row[3].split(' ').map(|code| number[code]).filter(|&other| other > place);
        borders.extend(later.map(|other| (UnitId::new(place), UnitId::new(other), 1)));
    }
    let people: u64 = territory.units().values().map(|unit| unit.population).sum();
    let parts = districts * 1_000;
    let bounds = PopulationBounds::new((people * 995).div_ceil(parts), Some(people * 1_005 / parts));
    let mut problem = Problem::within(bounds.expect("a minimum below the maximum"));
    problem.zone_count = CountBounds::new(Some(districts), Some(districts)).expect("a number");
    problem.objective = Objective::in_order([Goal::CutEdges]);
    (territory, Graph::new(vec![0; rows.len()], borders), problem)
}
