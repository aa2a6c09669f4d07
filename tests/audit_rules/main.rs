//! Each rule of the audit: a plan that trips exactly it, and plans at its edge that do not.

mod edges;
mod trips;
mod world;

use std::collections::BTreeSet;

use edges::edges;
use trips::trips;
use world::plan;
use zonewerk::audit::{RULES, Severity, Subject};
use zonewerk::graph::Graph;

#[test]
fn each_planted_fault_trips_exactly_its_rule() {
    for (rule, world, sentences) in trips() {
        let audit = world.audit();
        let found: BTreeSet<&str> = audit.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(found, BTreeSet::from([rule]), "{sentences:?}");
        let said: Vec<String> = audit.findings.iter().map(|finding| finding.sentence()).collect();
        assert_eq!(said, sentences, "{rule}");
        let severity = RULES.iter().find(|known| known.name == rule).unwrap().severity;
        assert!(audit.findings.iter().all(|finding| finding.severity == severity), "{rule}");
        assert_eq!(audit.is_compliant(), severity != Severity::Error, "{rule}");
    }
}

#[test]
fn plan_at_the_edge_of_a_rule_is_left_alone() {
    for (rule, claim, world) in edges() {
        let audit = world.audit();
        assert_eq!(audit.findings, [], "{rule}: {claim}");
        assert!(audit.is_compliant(), "{rule}: {claim}");
        assert!(audit.checked.contains(&rule), "{rule}: {claim}");
    }
}

#[test]
fn every_rule_has_a_fault_and_an_edge_here() {
    let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(rules.len(), RULES.len(), "a name stands twice");
    assert_eq!(trips().iter().map(|case| case.0).collect::<BTreeSet<_>>(), rules);
    assert_eq!(edges().iter().map(|case| case.0).collect::<BTreeSet<_>>(), rules);
}

#[test]
fn every_rule_is_described() {
    for rule in RULES {
        let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(rule.name.chars().all(kebab) && rule.name.contains('-'), "{rule:?}");
        assert!(rule.summary.len() > 20 && !rule.summary.ends_with('.'), "{rule:?}");
        assert!(!rule.sources.is_empty(), "{rule:?}");
    }
}

#[test]
fn compliant_plan_passes_every_rule_in_order() {
    let audit = plan("aab aab").audit();
    let order = [
        "plan-over-other-units",
        "unit-in-unknown-zone",
        "duplicate-zone-name",
        "empty-zone",
        "orphaned-unit",
        "split-unit",
        "part-populations-differ",
        "fixed-zone-changed",
        "zone-not-contiguous",
        "zone-below-minimum-population",
        "zone-above-maximum-population",
        "exception-used",
    ];
    assert_eq!(audit.checked, order);
    assert_eq!((audit.findings, audit.not_checked), (vec![], vec![]));
}

#[test]
fn findings_stand_by_rule_then_by_subject() {
    let audit = plan("ab. .ba b.a").people(9, 100).audit();
    let order: Vec<(usize, Subject)> =
        audit.findings.iter().map(|finding| (position(finding.rule), finding.subject.clone())).collect();
    assert!(order.len() > 5 && order.is_sorted(), "{order:?}");
}

fn position(rule: &str) -> usize {
    RULES.iter().position(|known| known.name == rule).unwrap()
}

#[test]
fn other_rules_are_not_checked_over_other_units() {
    let mut world = plan("aab aab");
    world.holdings.truncate(2);
    let audit = world.audit();
    assert_eq!(audit.checked, ["plan-over-other-units"]);
    let skipped: Vec<&str> = audit.not_checked.iter().map(|skipped| skipped.rule).collect();
    assert_eq!(skipped, RULES[1..].iter().map(|rule| rule.name).collect::<Vec<_>>());
    let why = "plan: the plan speaks of 2 units, the territory has 6";
    assert!(audit.not_checked.iter().all(|skipped| skipped.to_string() == why));
}

#[test]
fn contiguity_is_not_checked_on_a_graph_of_other_units() {
    let audit = plan("aba bbb").bounds(0, None).graph(Graph::grid(2, 2)).audit();
    assert_eq!(audit.findings, []);
    assert_eq!(audit.checked.len(), RULES.len() - 1);
    let said: Vec<(&str, String)> =
        audit.not_checked.iter().map(|skipped| (skipped.rule, skipped.to_string())).collect();
    assert_eq!(said, [("zone-not-contiguous", "plan: the graph has 4 units, the territory 6".to_owned())]);
}

#[test]
fn part_without_population_leaves_the_bounds_of_its_zone_unchecked() {
    let parts = [('b', None), ('b', Some(5))];
    let population = "zone b: the population of its part of u6 (06) is not known";
    let borders = "zone b: the borders of its part of u6 (06) are not known; \
                   the part was taken to touch every neighbour of its unit";
    let below = ("zone-below-minimum-population", population.to_owned());
    let above = ("zone-above-maximum-population", population.to_owned());
    let contiguous = ("zone-not-contiguous", borders.to_owned());
    let without_maximum = vec![contiguous.clone(), below.clone()];
    for (maximum, expected) in [(Some(40), vec![contiguous, below, above]), (None, without_maximum)] {
        let audit = plan("aab aab").bounds(20, maximum).parts(6, &parts).audit();
        assert_eq!(audit.findings, []);
        let said: Vec<(&str, String)> =
            audit.not_checked.iter().map(|skipped| (skipped.rule, skipped.to_string())).collect();
        assert_eq!(said, expected, "{maximum:?}");
    }
}

#[test]
fn distance_is_what_lies_between_the_zone_and_its_bound() {
    let cases = [
        (plan("aab aab").people(6, 3), Some(7)),
        (plan("aab aab").people(1, 13), Some(3)),
        (plan("aab aab").people(6, 5).exception(&[3, 6], 0, None), Some(5)),
        (plan("aab aab").people(6, 39).exception(&[3, 6], 0, None), Some(9)),
        (plan("aab aab").parts(6, &[('b', Some(12))]), Some(2)),
        (plan("aab a.b"), None),
        (plan("aab aab").fixed("B", &[3]), None),
    ];
    for (world, distance) in cases {
        let audit = world.audit();
        assert_eq!(audit.findings.len(), 1);
        assert_eq!(audit.findings[0].distance(), distance, "{}", audit.findings[0]);
    }
}

#[test]
fn subjects_have_a_kind_and_a_name() {
    let worlds = [plan("aab a.b"), plan("aab aab").people(6, 3), plan("aab aab").fixed("B", &[3])];
    let subjects = worlds.map(|world| world.audit().findings[0].subject.clone());
    let said = [Subject::Plan].iter().chain(&subjects).map(|s| format!("{} {}", s.kind(), s.name()));
    assert_eq!(said.collect::<Vec<_>>(), ["plan ", "unit u5", "zone b", "fixed-zone B"]);
}

#[test]
fn severities_count_apart() {
    let audit = plan("aab a.b").people(6, 5).exception(&[3, 6], 0, None).parts(1, &[('a', Some(11))]).audit();
    let counts = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| audit.count(severity));
    assert_eq!(counts, [1, 1, 1]);
    let names = [Severity::Error, Severity::Warning, Severity::Info].map(|severity| severity.to_string());
    assert_eq!(names, ["error", "warning", "info"]);
}
