//! Six US states by county, each proven: `cargo bench --bench counties`. Prints the table in
//! `benches/README.md`; names of states narrow it down.

#[path = "../crates/zonewerk-solve/tests/all/counties/state.rs"]
mod state;

use std::time::Instant;
use zonewerk::problem::Instance;

use state::{STATES, question};
use zonewerk::solve::{Options, Unwatched, solve};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!("| state | counties | districts | published | status | value | bound | engine | seconds |");
    println!("|---|---:|---:|---:|---|---:|---:|---|---:|");
    for (name, districts, published, table) in STATES {
        if !words.is_empty() && !words.iter().any(|word| word == name) {
            continue;
        }
        let (territory, graph, problem) = question(table, districts);
        let start = Instant::now();
        let solved = solve(
            &Instance::new(&territory, &graph, &problem).expect("an instance"),
            &Options::default(),
            &Unwatched,
        );
        let text = |number: Option<u64>| number.map_or("-".to_owned(), |number| number.to_string());
        println!(
            "| {name} | {} | {districts} | {published} | {} | {} | {} | {} | {:.1} |",
            graph.len(),
            solved.outcome.status(),
            text(solved.outcome.objective()),
            text(solved.outcome.bound()),
            solved.engine.name(),
            start.elapsed().as_secs_f64(),
        );
    }
}
