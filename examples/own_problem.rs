//! A question built in code: twelve units in two rows, a ferry, and a town that may be
//! a zone of its own. Solves it, audits the plan and prints it.
//!
//! Run with `cargo run --release --example own_problem`.

use zonewerk::audit::audit;
use zonewerk::graph::Graph;
use zonewerk::plan::measure;
use zonewerk::problem::{Exception, PopulationBounds, Problem};
use zonewerk::solve::{Options, Unwatched, solve};
use zonewerk::territory::{Link, LinkChange, Territory, Unit, UnitCode};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let populations = [9, 4, 5, 3, 6, 4, 5, 5, 30, 6, 4, 3];
    let unit = |(place, thousands): (usize, u64)| Unit {
        code: UnitCode::new(format!("{:02}", place + 1)),
        name: format!("Unit {}", place + 1),
        population: 1_000 * thousands,
    };
    let mut territory = Territory::new(populations.into_iter().enumerate().map(unit).collect())?;
    let find = |code: &str| territory.find(code).ok_or(format!("no unit {code}"));
    let (west, east, town) = (find("01")?, find("06")?, find("09")?);
    territory.links.push(Link {
        between: [west, east],
        change: LinkChange::Add,
        reason: "the ferry".to_owned(),
        author: None,
        date: None,
    });
    let graph = Graph::grid(6, 2).with_links(&territory);

    let mut problem = Problem::within(PopulationBounds::new(12_000, Some(20_000))?);
    let bounds = PopulationBounds::new(0, Some(40_000))?;
    problem.exceptions.push(Exception::bounds_for(vec![town], bounds, "a town is not divided"));

    let solved = solve(&territory, &graph, &problem, &Options::default(), &Unwatched);
    println!("{}: {} {:?}", solved.outcome.status(), problem.objective, solved.outcome.objective());
    let Some(plan) = solved.outcome.plan() else { return Ok(()) };
    for (zone, measures) in measure(&territory, &graph, plan).iter() {
        let units: Vec<&str> =
            measures.units.iter().map(|&unit| territory.unit(unit).name.as_str()).collect();
        println!("{}: {:?} inhabitants, {}", plan.zones[zone].name, measures.population, units.join(", "));
    }
    let audit = audit(&territory, &graph, &problem, plan);
    println!("compliant: {}", audit.is_compliant());
    Ok(())
}
