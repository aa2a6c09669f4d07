//! The main job on the built-in Flanders, step by step: `cargo bench`.

use zonewerk::graph::{Graph, from_topology};
use zonewerk::io::{Scenario, scenario};
use zonewerk::solve::{Options, Unwatched, solve};
use zonewerk::zones::{EnumerationLimits, feasible_zones};

fn main() {
    divan::main();
}

const SCENARIOS: [&str; 2] = ["flanders-2019", "flanders-2025"];

fn loaded(name: &str) -> (Scenario, Graph) {
    let scenario = scenario(Some(name)).expect("a built-in scenario");
    let graph = from_topology(&scenario.topology).with_links(&scenario.territory);
    (scenario, graph)
}

#[divan::bench(args = SCENARIOS, sample_count = 10)]
fn load(name: &str) -> Scenario {
    scenario(Some(name)).expect("a built-in scenario")
}

#[divan::bench(args = SCENARIOS, sample_count = 5, sample_size = 1)]
fn list_feasible_zones(bencher: divan::Bencher, name: &str) {
    let (scenario, graph) = loaded(name);
    let zones = || {
        feasible_zones(
            &scenario.instance(&graph).expect("an instance"),
            EnumerationLimits::default(),
            &|| false,
        )
    };
    bencher.bench(zones);
}

#[divan::bench(args = SCENARIOS, sample_count = 5, sample_size = 1)]
fn prove_shortest_border(bencher: divan::Bencher, name: &str) {
    let (scenario, graph) = loaded(name);
    let options = Options::default();
    bencher.bench(|| solve(&scenario.instance(&graph).expect("an instance"), &options, &Unwatched));
}
