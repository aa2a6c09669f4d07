//! From a map and a table to a plan that is proved best, audited and drawn.
//!
//! Run with `cargo run --release --example map_and_table MAP TABLE MINIMUM MAXIMUM`, where the
//! map has a property `nis` for each shape, and the table the columns nis, name and population_2022.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use zonewerk::report::Judgement;
use zonewerk::{
    Deadline, Language, MapFiles, MapForm, Options, PopulationBounds, Problem, Scenario, Shown, audit, map,
    solve, write_whole,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [map, table, minimum, maximum] = &arguments[..] else {
        return Err("MAP TABLE MINIMUM MAXIMUM".into());
    };
    let bounds = PopulationBounds::new(minimum.parse()?, Some(maximum.parse()?))?;
    map_and_table(map, table, bounds, Path::new("map.svg"))
}

/// Draws the zones with the least border, has them audited, and writes a map of them.
pub fn map_and_table(
    map_file: &str,
    table: &str,
    bounds: PopulationBounds,
    picture: &Path,
) -> Result<(), Box<dyn Error>> {
    let [key, name, population] = ["nis", "name", "population_2022"].map(|column| Some(column.to_owned()));
    let maps = vec![map_file.to_owned()];
    let files =
        MapFiles { maps, table: Some(table.to_owned()), key, name, population, ..MapFiles::default() };
    let scenario = Scenario::of_files(&files, "2022-01-01".parse()?, Problem::within(bounds))?;
    let graph = scenario.graph();
    let instance = scenario.instance(&graph)?;
    let solved = solve(&instance, &Options::default(), &Deadline::after(Duration::from_secs(60)));
    println!("{}: {:?} m of border", solved.outcome.status(), solved.outcome.objective());
    let Some(plan) = solved.outcome.plan() else { return Err("no plan".into()) };

    let audit = audit(&instance, plan);
    println!("compliant: {}, {} rules checked", audit.is_compliant(), audit.checked.len());
    let mut shown = Shown::new(&scenario, &graph, plan, Language::English);
    shown.judgements = vec![Judgement { profile: scenario.problem.profile.clone(), audit }];
    write_whole(picture, &map(&shown, MapForm::Svg, None)?)?;
    Ok(())
}
