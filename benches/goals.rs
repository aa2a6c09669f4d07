//! The six goals of Flanders, each proven: `cargo bench --bench goals`. Prints a row of the
//! table in `benches/README.md` for each; names of scenarios or goals narrow it down.

use std::time::Instant;

use zonewerk::io::{Scenario, scenario};
use zonewerk::problem::{Goal, Objective, Step, Term, Tolerance};
use zonewerk::solve::{Options, Solved, Unwatched, solve};

const SCENARIOS: [&str; 2] = ["flanders-2019", "flanders-2025"];

/// Says that this process is to solve one question alone, so that its peak memory is that of
/// the question.
const ALONE: &str = "--alone";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, name, number] = &words[..]
        && flag == ALONE
    {
        return solve_alone(name, number.parse().expect("the number of a goal"));
    }
    let asked: Vec<&String> = words.iter().filter(|word| !word.starts_with('-')).collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|word| name.contains(word.as_str()));
    println!(
        "| scenario | goal | value | seconds | MB | columns | LP bound | with cuts | cuts | left | branches |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    let this = std::env::current_exe().expect("the path of this program");
    for name in SCENARIOS {
        for (number, objective) in objectives().iter().enumerate() {
            if is_asked(&format!("{name} {objective}")) {
                let mut alone = std::process::Command::new(&this);
                let status = alone.args([ALONE, name, &number.to_string()]).status();
                assert!(status.is_ok_and(|status| status.success()), "{name} {objective} failed");
            }
        }
    }
}

fn solve_alone(name: &str, number: usize) {
    let mut scenario = scenario(Some(name)).expect("a built-in scenario");
    scenario.problem.objective = objectives().swap_remove(number);
    run(name, &scenario);
}

/// Border length, cut edges, inertia, inertia with squared deviation, largest deviation and
/// then border, people moved and then border.
fn objectives() -> Vec<Objective> {
    // Inertia in 100,000 people km² and half the square of the deviation in 25,000 people:
    // 1 / 100,000 to 0.5 / 25,000² is 12,500 to 1.
    let balanced = Step {
        terms: vec![
            Term { goal: Goal::Inertia, weight: 12_500 },
            Term { goal: Goal::SquaredDeviation, weight: 1 },
        ],
        parts: 1,
        tolerance: Tolerance::default(),
    };
    vec![
        Objective::in_order([Goal::BorderLength]),
        Objective::in_order([Goal::CutEdges]),
        Objective::in_order([Goal::Inertia]),
        Objective::new(vec![balanced]).expect("two goals that add up"),
        Objective::in_order([Goal::LargestDeviation, Goal::BorderLength]),
        Objective::in_order([Goal::PeopleMoved, Goal::BorderLength]),
    ]
}

fn run(name: &str, scenario: &Scenario) {
    let start = Instant::now();
    let graph = scenario.graph();
    let solved = solve(&scenario.instance(&graph).expect("an instance"), &Options::default(), &Unwatched);
    let seconds = start.elapsed().as_secs_f64();
    rows(name, scenario, &solved, seconds);
}

fn rows(name: &str, scenario: &Scenario, solved: &Solved, seconds: f64) {
    let text = |number: Option<u64>| number.map_or("-".to_owned(), |number| number.to_string());
    for (number, (step, found)) in scenario.problem.objective.steps().iter().zip(&solved.steps).enumerate() {
        let last = number + 1 == solved.steps.len();
        let time = if last { format!("{seconds:.1}") } else { "-".to_owned() };
        let memory = peak_memory_mb().filter(|_| last);
        let statistics = found.statistics;
        println!(
            "| {name} | {}{step} | {} {} | {time} | {} | {} | {} | {} | {} | {} | {} |",
            if number == 0 { "" } else { "then " },
            if found.bound == found.objective { "" } else { "not proven:" },
            text(found.objective),
            text(memory),
            statistics.columns,
            text(statistics.lp_bound),
            text(statistics.cut_bound),
            statistics.cuts,
            statistics.surviving_zones,
            statistics.branches,
        );
    }
}

/// Peak memory of this process so far, where the system tells.
fn peak_memory_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
