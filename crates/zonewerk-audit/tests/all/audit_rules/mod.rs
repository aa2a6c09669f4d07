//! Each rule of the audit: a plan that trips exactly it, and plans at its edge that do not.

mod demands;
mod edges;
mod edges_full;
mod trips;
mod trips_full;
mod world;

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use world::{World, plan, square};
use zonewerk_audit::{RULES, Severity, Subject};
use zonewerk_core::problem::{RuleId, RuleWeight};
use zonewerk_core::territory::{Id, MergerStatus};

fn trips() -> Vec<(RuleId, World, Vec<&'static str>)> {
    trips::trips().into_iter().chain(trips_full::trips()).chain(demands::trips()).collect()
}

fn edges() -> Vec<(RuleId, &'static str, World)> {
    edges::edges().into_iter().chain(edges_full::edges()).chain(demands::edges()).collect()
}

#[test]
fn each_planted_fault_trips_exactly_its_rule() {
    for (rule, world, sentences) in trips() {
        let audit = world.audit();
        let found: BTreeSet<RuleId> = audit.findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(found, BTreeSet::from([rule]), "{sentences:?}");
        let said: Vec<String> = audit.findings.iter().map(|finding| finding.to_string()).collect();
        assert_eq!(said, sentences, "{rule}");
        let severity = rule.severity();
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
    let rules: BTreeSet<RuleId> = RuleId::ALL.iter().copied().collect();
    let names: BTreeSet<&str> = rules.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), RULES.len(), "a name stands twice");
    assert_eq!(trips().iter().map(|case| case.0).collect::<BTreeSet<_>>(), rules);
    assert_eq!(edges().iter().map(|case| case.0).collect::<BTreeSet<_>>(), rules);
}

#[test]
fn every_rule_is_described() {
    for rule in RULES {
        let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(rule.id.name().chars().all(kebab) && rule.id.name().contains('-'), "{rule:?}");
        assert!(rule.summary.en.len() > 20 && !rule.summary.en.ends_with('.'), "{rule:?}");
        for words in [rule.summary, rule.explanation] {
            assert!(words.nl.len() > 20 && words.nl != words.en, "{rule:?}");
        }
    }
}

#[test]
fn compliant_plan_passes_every_rule_in_order() {
    let audit = square().audit();
    assert_eq!(audit.checked, RuleId::ALL);
    assert_eq!((audit.findings, audit.not_checked, audit.not_asked), (vec![], vec![], vec![]));
}

#[test]
fn findings_stand_by_rule_then_by_subject() {
    let audit = plan("ab. .ba b.a").people(9, 100).audit();
    let order: Vec<(RuleId, Subject)> =
        audit.findings.iter().map(|finding| (finding.rule, finding.subject.clone())).collect();
    assert!(order.len() > 5 && order.is_sorted(), "{order:?}");
}

#[test]
fn other_rules_are_not_checked_over_other_units() {
    let mut world = plan("aab aab");
    world.holdings.truncate(2);
    let audit = world.audit();
    assert_eq!(audit.checked, [RuleId::PlanOverOtherUnits]);
    assert_eq!(audit.not_checked.len() + audit.not_asked.len(), RULES.len() - 1);
    let why = "plan: the plan speaks of 2 units, the territory has 6";
    assert!(audit.not_checked.iter().all(|skipped| skipped.to_string() == why));
}

#[test]
fn part_without_population_leaves_the_bounds_of_its_zone_unchecked() {
    let parts = [('b', None), ('b', Some(5))];
    let population = "zone b: the population of its part of u6 (06) is not known";
    let borders = "zone b: the borders of its part of u6 (06) are not known; \
                   the part was taken to touch every neighbour of its unit";
    let below = (RuleId::ZoneBelowMinimumPopulation, population.to_owned());
    let above = (RuleId::ZoneAboveMaximumPopulation, population.to_owned());
    let contiguous = (RuleId::ZoneNotContiguous, borders.to_owned());
    let no_maximum = (RuleId::ZoneAboveMaximumPopulation, "plan: the profile sets no such number".to_owned());
    let without_maximum = vec![contiguous.clone(), below.clone(), no_maximum];
    for (maximum, expected) in [(Some(40), vec![contiguous, below, above]), (None, without_maximum)] {
        let audit = plan("aab aab").bounds(20, maximum).parts(6, &parts).audit();
        assert_eq!(audit.findings, []);
        let said: Vec<(RuleId, String)> =
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
        (plan("aab a.b"), Some(1)),
        (plan("aab aab").fixed("B", &[3]), Some(1)),
    ];
    for (world, distance) in cases {
        let audit = world.audit();
        assert_eq!(audit.findings.len(), 1);
        let found = audit.findings[0].distance().map(|distance| distance.amount);
        assert_eq!(found, distance, "{}", audit.findings[0]);
    }
}

#[test]
fn subjects_have_a_kind_and_a_name() {
    let worlds = [plan("aab a.b"), plan("aab aab").people(6, 3), plan("aab aab").fixed("B", &[3])];
    let subjects = worlds.map(|world| world.audit().findings[0].subject.clone());
    let said = [Subject::Plan].iter().chain(&subjects).map(|s| format!("{} {}", s.kind().name(), s.name()));
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

/// What could not be checked, by rule.
fn open(world: &World) -> Vec<(RuleId, String)> {
    world.audit().not_checked.iter().map(|open| (open.rule, open.to_string())).collect()
}

#[test]
fn what_the_scenario_does_not_have_is_said_and_not_judged() {
    let why = |rule: RuleId, why: &str| (rule, format!("plan: {why}"));
    let no_regions = "the plan names no regions";
    let cases = [
        (
            square().without_family("network"),
            vec![why(RuleId::NetworkCut, "the scenario has no groups of family network")],
        ),
        (
            square().setting(RuleId::NetworkCut, |setting| setting.families = vec![]),
            vec![why(RuleId::NetworkCut, "the profile does not say which family of groups is meant")],
        ),
        (
            square().setting(RuleId::NetworkCut, |setting| setting.families.push("other".to_owned())),
            vec![why(RuleId::NetworkCut, "the scenario has no groups of family other")],
        ),
        (
            square().without_mergers(),
            vec![
                why(RuleId::DecidedMergerSplit, "the scenario lists no such mergers"),
                why(RuleId::ExpectedMergerSplit, "the scenario lists no such mergers"),
            ],
        ),
        (
            square().without_map(),
            vec![why(
                RuleId::ZoneInPieces,
                "which units lie in several separate parts is not known: the graph was not made from a map",
            )],
        ),
        (square().date(None), vec![why(RuleId::PopulationOlderThanPlan, "the plan has no date")]),
        (
            square().counted_on(None),
            vec![why(RuleId::PopulationOlderThanPlan, "the day the inhabitants were counted is not known")],
        ),
        (
            square().without_group("area", "S"),
            vec![why(RuleId::ZoneCrossesGroup, "8 units lie in zones that have nothing in any group")],
        ),
        (
            "abcd".chars().fold(square(), |world, zone| world.region(zone, &[])),
            [
                RuleId::ZoneWithoutRegion,
                RuleId::ZoneInSeveralRegions,
                RuleId::RegionBelowMinimumPopulation,
                RuleId::RegionAboveMaximumPopulation,
                RuleId::RegionWithTooFewZones,
                RuleId::RegionWithTooManyZones,
                RuleId::RegionNotContiguous,
                RuleId::WrongNumberOfRegions,
                RuleId::GroupInSeveralRegions,
            ]
            .map(|rule| why(rule, no_regions))
            .to_vec(),
        ),
    ];
    for (world, expected) in cases {
        assert_eq!(open(&world), expected);
        assert_eq!(world.audit().findings, []);
    }
}

#[test]
fn parts_of_other_names_leave_a_group_unjudged_unless_the_rest_decides() {
    let parted = || {
        square()
            .named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)])
            .bounds(30, Some(50))
            .except(RuleId::SplitUnit, &[14])
    };
    let unknown = "which part of u14 (14) is meant is not known: plan and group name other parts";
    let world =
        parted().without_group("circle", "S").group_with_parts("circle", "T", &[9, 10, 13], &[(14, "east")]);
    let expected = |rule| (rule, format!("circle T: {unknown}"));
    let said: Vec<(RuleId, String)> =
        open(&world).into_iter().filter(|(_, said)| said.contains("circle")).collect();
    assert_eq!(said, [expected(RuleId::GroupStraddlesZones), expected(RuleId::GroupNotAligned)]);
    let world =
        parted().without_group("circle", "S").group_with_parts("circle", "T", &[6, 7], &[(14, "east")]);
    assert_eq!(world.audit().findings.len(), 1, "units 6 and 7 straddle whatever the part is");
}

#[test]
fn expiry_counts_the_last_day_and_needs_a_date() {
    let world = |until: Date| {
        let below = square().people(16, 9).people(13, 11).bounds(40, Some(50));
        below.exception(&[11, 12, 15, 16], 0, None).but(|exception| exception.until = Some(until))
    };
    for (until, rule) in [
        (date(2021, 12, 31), RuleId::ExceptionExpired),
        (date(2022, 1, 1), RuleId::ExceptionUsed),
        (date(2022, 1, 2), RuleId::ExceptionUsed),
    ] {
        let audit = world(until).audit();
        assert_eq!(audit.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [rule], "{until}");
    }
    let undated = world(date(2000, 1, 1)).date(None).audit();
    assert_eq!(undated.findings[0].rule, RuleId::ExceptionUsed);
    let open: Vec<RuleId> = undated.not_checked.iter().map(|open| open.rule).collect();
    assert_eq!(open, [RuleId::PopulationOlderThanPlan, RuleId::ExceptionExpired]);
}

#[test]
fn profile_decides_how_much_a_rule_weighs() {
    let world = || plan("aba bbb").bounds(0, None);
    assert!(!world().audit().is_compliant());
    for (weight, count) in [
        (RuleWeight::Finding(Severity::Error), [1, 0, 0]),
        (RuleWeight::Finding(Severity::Warning), [0, 1, 0]),
        (RuleWeight::Finding(Severity::Info), [0, 0, 1]),
        (RuleWeight::Off, [0, 0, 0]),
    ] {
        let audit =
            world().setting(RuleId::ZoneNotContiguous, |setting| setting.weight = Some(weight)).audit();
        assert_eq!(Severity::ALL.map(|severity| audit.count(severity)), count);
        assert_eq!(audit.not_asked.contains(&RuleId::ZoneNotContiguous), weight == RuleWeight::Off);
    }
    let silent = plan("aab a.b").off(RuleId::EmptyZone).zone_names(&["a", "b", "c"]).audit();
    assert!(silent.not_asked.contains(&RuleId::EmptyZone), "a rule that always holds can be switched off");
}

#[test]
fn evidence_and_zones_show_where_a_finding_is() {
    let cases: [(World, &[usize], &[usize]); 6] = [
        (square().group("circle", "R", &[6, 7]), &[6, 7], &[0, 1]),
        (square().merger(MergerStatus::Decided, &[2, 3, 4]), &[2, 3, 4], &[0, 1]),
        (plan("aba bbb").bounds(0, Some(90)), &[3], &[0]),
        (plan("aab a.b"), &[5], &[]),
        (plan("aab aab").fixed("B", &[3, 5, 6]), &[5], &[1]),
        (square().exception(&[11, 12, 15, 16], 10, Some(39)), &[11, 12, 15, 16], &[3]),
    ];
    for (world, units, zones) in cases {
        let audit = world.audit();
        let finding = &audit.findings[0];
        let found: Vec<usize> = finding.evidence.iter().map(|unit| unit.index() + 1).collect();
        assert_eq!(found, units, "{finding}");
        let found: Vec<usize> = finding.zones().into_iter().map(Id::index).collect();
        assert_eq!(found, zones, "{finding}");
    }
}

#[test]
fn distances_are_counted_in_what_they_are_of() {
    let distance = |world: World| {
        let audit = world.audit();
        let distance = audit.findings[0].distance().map(|distance| (distance.amount, distance.unit.name()));
        distance.map_or(String::new(), |(amount, unit)| format!("{amount} {unit}"))
    };
    for (world, expected) in [
        (square().group("circle", "R", &[3, 6, 7]), "10 inhabitants"),
        (square().bounds(20, Some(40)).zone_count(5, 8).region_zones(2, 3), "1 zones"),
        (square().bounds(40, Some(60)).zone_count(1, 3).region_zones(1, 2), "1 zones"),
        (square().exception(&[11, 12, 15, 16], 43, Some(50)), "3 inhabitants"),
        (square().exception(&[11, 12, 15, 16], 10, Some(38)), "2 inhabitants"),
        (square().region_count(4, 5).region_bounds(20, 80).region_zones(1, 2), "2 regions"),
        (square().date(Some(date(2022, 1, 2))), "1 months"),
        (square().date(Some(date(2022, 6, 1))), "5 months"),
        (square().region('d', &[]).region_bounds(40, 80).region_zones(1, 2), "1 regions"),
        (plan("aba bbb").bounds(0, Some(90)), "1 units"),
        (
            square().off(RuleId::WrongNumberOfZones).bounds(40, Some(50)).zone_count(2, 3).region_zones(1, 2),
            "10 inhabitants",
        ),
        (
            square().people(16, 9).people(13, 11).bounds(40, Some(50)).exception(&[11, 12, 15, 16], 0, None),
            "1 inhabitants",
        ),
    ] {
        assert_eq!(distance(world), expected);
    }
}
