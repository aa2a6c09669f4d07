//! The audit against a naive second reading of the rules, on thousands of random small
//! worlds. Nothing here is shared with the audit but the input types: zones are rows of
//! a membership matrix, connectivity is a transitive closure (Warshall 1962).

mod naive;
mod verdict;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use verdict::{Verdict, left_open, verdict};
use world::World;
use zonewerk::audit::audit;

const WORLDS: usize = 20_000;

#[test]
fn audit_agrees_with_a_naive_reading_of_the_rules() {
    let mut random = ChaCha8Rng::seed_from_u64(2017);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut compliant = 0;
    for number in 0..WORLDS {
        let world = World::random(&mut random);
        let (territory, graph, problem, plan) = world.build(number % 2 == 0);
        let audit = audit(&territory, &graph, &problem, &plan);
        let said = sorted(audit.findings.iter().map(verdict).collect());
        let skipped = sorted(audit.not_checked.iter().map(left_open).collect());
        let (expected, open) = (sorted(naive::findings(&world)), sorted(naive::not_checked(&world)));
        assert_eq!(said, expected, "world {number}");
        assert_eq!(skipped, open, "world {number}");
        let mild = ["exception-used", "part-populations-differ"];
        let errors = expected.iter().filter(|(rule, _, _)| !mild.contains(&rule.as_str())).count();
        assert_eq!(audit.is_compliant(), errors == 0, "world {number}");
        compliant += usize::from(errors == 0);
        let rules: BTreeSet<String> = expected.into_iter().chain(open).map(|(rule, _, _)| rule).collect();
        rules.into_iter().for_each(|rule| *times.entry(rule).or_default() += 1);
    }
    assert_eq!(times.len(), 11, "{times:?}");
    assert!(times.values().all(|&worlds| worlds > WORLDS / 60), "{times:?}");
    assert!(compliant > WORLDS / 60, "{compliant} compliant worlds");
}

fn sorted(mut verdicts: Vec<Verdict>) -> Vec<Verdict> {
    verdicts.sort();
    verdicts
}
