//! The audit against a naive second reading of the rules, on thousands of random small
//! worlds. Nothing here is shared with the audit but the input types: zones are rows of
//! a membership matrix, connectivity is a transitive closure (Warshall 1962).

mod draw_problem;
mod naive;
mod naive_arithmetic;
mod naive_exceptions;
mod naive_groups;
mod naive_look;
mod naive_regions;
mod naive_units;
mod naive_zones;
mod verdict;
mod world;

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use verdict::{left_open, verdict};
use world::World;
use zonewerk::audit::audit;

const WORLDS: usize = 20_000;

#[test]
fn probe() {
    let only = std::env::var("ONLY").ok();
    let keep = |rule: &str| only.as_ref().is_none_or(|only| only == rule);
    let mut random = ChaCha8Rng::seed_from_u64(2017);
    let mut bad: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for number in 0..WORLDS {
        let world = World::random(&mut random);
        let graph = world.graph(number % 2 == 0);
        let Ok(audit) =
            std::panic::catch_unwind(|| audit(&world.territory, &graph, &world.problem, &world.plan))
        else {
            println!("panic {number}");
            continue;
        };
        let naive = naive::judge(&world, graph.len());
        let mut said: Vec<_> = audit.findings.iter().map(verdict).map(|v| format!("{v:?}")).collect();
        said.extend(audit.not_checked.iter().map(left_open).map(|v| format!("OPEN rule: {:?} {v:?}", v.0)));
        let mut expected: Vec<_> = naive.findings.iter().map(|v| format!("{v:?}")).collect();
        expected.extend(naive.open.iter().map(|v| format!("OPEN rule: {:?} {v:?}", v.0)));
        for verdict in &naive.findings {
            *times.entry(verdict.rule.clone()).or_default() += 1;
        }
        let rule = |text: &String| {
            let text = text.split("rule: \"").nth(1).unwrap();
            text.split('"').next().unwrap().to_owned()
        };
        let mut diff: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for text in said.iter().filter(|text| !expected.contains(text)) {
            diff.entry(rule(text)).or_default().push(format!("   audit {text}"));
        }
        for text in expected.iter().filter(|text| !said.contains(text)) {
            diff.entry(rule(text)).or_default().push(format!("   naive {text}"));
        }
        for (rule, lines) in diff.into_iter().filter(|(rule, _)| keep(rule)) {
            let entry = bad.entry(rule).or_insert((0, String::new()));
            entry.0 += 1;
            if entry.0 <= 2 {
                entry.1 += &format!(" world {number}\n{}\n", lines.join("\n"));
                if only.is_some() {
                    entry.1 += &format!(
                        "people {:?}\nplan {:?}\nexceptions {:?}\n",
                        world.territory.units(),
                        world.plan,
                        world.problem.exceptions
                    );
                    entry.1 += &format!(
                        "profile {:?}\nfixed {:?}\nfamilies {:?}\n",
                        world.problem.profile, world.problem.fixed_zones, world.territory.families
                    );
                    entry.1 += &format!(
                        "borders {:?}\nouter {:?}\nlinks {:?}\n",
                        world.borders, world.outer, world.territory.links
                    );
                }
            }
        }
    }
    for (rule, (count, text)) in &bad {
        println!("== {rule}: {count}\n{text}");
    }
    println!("{times:#?}");
    assert!(bad.is_empty());
}
