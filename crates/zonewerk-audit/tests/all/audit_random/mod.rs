//! The audit against a naive second reading of the rules, on thousands of random small
//! worlds. Nothing here is shared with the audit but the input types: zones are rows of
//! a membership matrix, connectivity is a transitive closure (Warshall 1962).

mod draw_demands;
mod draw_problem;
mod naive;
mod naive_amounts;
mod naive_arithmetic;
mod naive_demands;
mod naive_exceptions;
mod naive_groups;
mod naive_look;
mod naive_pieces;
mod naive_regions;
mod naive_units;
mod naive_zones;
mod verdict;
mod world;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::mem::discriminant;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use verdict::{left_open, verdict};
use world::World;
use zonewerk_audit::{Audit, Found, RULES, audit};
use zonewerk_core::problem::{Instance, InstanceError, RuleId, Severity};

const WORLDS: usize = 20_000;

#[test]
fn audit_agrees_with_a_naive_reading_of_the_rules() {
    let mut random = ChaCha8Rng::seed_from_u64(2017);
    let mut found: BTreeMap<RuleId, usize> = naive::RULES.iter().map(|rule| (rule.name, 0)).collect();
    let mut reasons = HashSet::new();
    let mut without_parts = BTreeSet::new();
    let mut compliant = 0;
    let mut refused = 0;
    for number in 0..WORLDS {
        let world = World::random(&mut random);
        let graph = world.graph(number % 2 == 0, number % 50 == 49);
        let instance = match Instance::new(&world.territory, &graph, &world.problem) {
            Ok(instance) => instance,
            Err(errors) => {
                let expected = InstanceError::GraphOverOtherUnits {
                    graph: graph.len(),
                    territory: world.territory.units().len(),
                };
                assert_eq!(errors.0, [expected], "world {number}");
                refused += 1;
                continue;
            }
        };
        let audit = audit(&instance, &world.plan);
        let naive = naive::judge(&world);

        let said = sorted(audit.findings.iter().map(verdict).collect());
        let open = sorted(audit.not_checked.iter().map(left_open).collect());
        assert_eq!(said, sorted(naive.findings), "world {number}");
        assert_eq!(open, sorted(naive.open), "world {number}");
        assert_eq!(audit.checked, naive.checked, "world {number}");
        assert_eq!(audit.not_asked, naive.not_asked, "world {number}");
        assert!(stand_in_order(&audit), "world {number}");

        let errors = said.iter().filter(|verdict| verdict.severity == Severity::Error).count();
        assert_eq!(audit.is_compliant(), errors == 0, "world {number}");
        compliant += usize::from(errors == 0);
        reasons.extend(audit.not_checked.iter().map(|open| discriminant(&open.why)));
        let is_sure = |found: &Found| {
            matches!(found, Found::InhabitantsAtLeast { .. } | Found::InhabitantsAtMost { .. })
        };
        let sure = audit.findings.iter().filter(|finding| is_sure(&finding.found));
        without_parts.extend(sure.map(|finding| finding.rule));
        let rules: BTreeSet<RuleId> = audit.findings.iter().map(|finding| finding.rule).collect();
        rules.into_iter().for_each(|rule| *found.entry(rule).or_default() += 1);
    }
    println!("{compliant} of {WORLDS} worlds comply; worlds with a finding: {found:#?}");
    assert_eq!(found.len(), RULES.len());
    let often = WORLDS / 100..WORLDS * 3 / 5;
    assert!(found.values().all(|worlds| often.contains(worlds)), "{found:?}");
    assert_eq!(reasons.len(), 18, "reasons why a check was left open");
    assert_eq!(without_parts.len(), 5, "rules that parts that are not counted leave decided");
    assert_eq!(refused, WORLDS / 50, "graphs over other units");
    assert!(often.contains(&compliant), "{compliant} compliant worlds");
}

/// Whether findings stand by rule, then by subject, and their evidence ascends.
fn stand_in_order(audit: &Audit) -> bool {
    audit.findings.is_sorted_by_key(|finding| finding.rule)
        && audit.findings.iter().all(|finding| finding.evidence.is_sorted_by(|a, b| a < b))
}

fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all
}
