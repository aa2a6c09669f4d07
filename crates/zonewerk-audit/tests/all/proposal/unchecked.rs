//! What could be checked on one side only is neither new nor gone, neither broken nor mended.

use std::collections::BTreeMap;

use zonewerk_audit::proposal::{FindingChange, Verdicts, verdicts};
use zonewerk_audit::{Audit, audit};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::problem::{Goal, Instance, Limit, PopulationBounds, Problem, RuleId};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId, ZoneId};

/// Four units in a row of 10 inhabitants each; zones `a` and `b` by the letters, of at least 20.
fn judged(letters: &str, change: impl Fn(&mut Plan, &mut Problem)) -> Audit {
    let unit = |code: &str| Unit { code: UnitCode::new(code), name: code.into(), population: 10 };
    let territory = Territory::new(["1", "2", "3", "4"].map(unit).to_vec()).unwrap();
    let zones = ["a", "b"].map(|name| {
        let units = letters.char_indices().filter(|(_, letter)| name.starts_with(*letter));
        (name.to_owned(), units.map(|(place, _)| UnitId::new(place)).collect())
    });
    let mut plan = Plan::from_zones(4, zones).unwrap();
    let mut problem = Problem::within(PopulationBounds::new(20, None).unwrap());
    change(&mut plan, &mut problem);
    audit(&Instance::new(&territory, &Graph::grid(4, 1), &problem).unwrap(), &plan)
}

fn names<'v>(rules: impl Iterator<Item = &'v zonewerk_audit::proposal::RuleCount>) -> Vec<RuleId> {
    rules.map(|rule| rule.rule).collect()
}

fn kinds(verdicts: &Verdicts) -> Vec<(&'static str, RuleId)> {
    let kind = |one: &FindingChange| match one {
        FindingChange::New(_) => "new",
        FindingChange::Gone(_) => "gone",
        FindingChange::Uncovered(_) => "uncovered",
        FindingChange::Unchecked(_) => "unchecked",
        FindingChange::Changed(_) => "changed",
    };
    verdicts.differences.iter().map(|one| (kind(one), one.finding().rule)).collect()
}

#[test]
fn a_bound_that_cannot_be_checked_any_more_is_not_mended() {
    let below = RuleId::ZoneBelowMinimumPopulation;
    let before = judged("aaab", |_, _| {});
    let after = judged("aaab", |plan, _| {
        let part =
            |zone| UnitPart { name: format!("part {zone}"), population: None, zone: ZoneId::new(zone) };
        plan.holdings[UnitId::new(2)] = Holding::Parts(vec![part(1)]);
    });
    let compared = verdicts(&before, &after, &BTreeMap::new());
    assert_eq!(kinds(&compared), [("unchecked", below)]);
    assert_eq!((names(compared.mended()), names(compared.unchecked())), (vec![], vec![below]));
    assert!(compared.opened.iter().any(|open| open.rule == below));
    let back = verdicts(&after, &before, &BTreeMap::new());
    assert_eq!(kinds(&back), [("uncovered", below)]);
    assert_eq!((names(back.newly_broken()), names(back.uncovered())), (vec![], vec![below]));
    assert_eq!(back.closed, compared.opened);
}

#[test]
fn a_limit_counts_goal_by_goal() {
    let limited = |_: &mut Plan, problem: &mut Problem| {
        problem.limits = vec![Limit { goal: Goal::CutEdges, most: 0 }, Limit { goal: Goal::Zones, most: 1 }];
    };
    let before = judged("aabb", limited);
    assert_eq!(before.findings.len(), 2);
    let after = judged("aa.b", limited);
    let compared = verdicts(&before, &after, &BTreeMap::new());
    let limits: Vec<_> =
        kinds(&compared).into_iter().filter(|(_, rule)| *rule == RuleId::LimitExceeded).collect();
    assert_eq!(limits, [("unchecked", RuleId::LimitExceeded)], "the zones are as many as before");
    assert_eq!(compared.opened.len(), 1);
}

#[test]
fn what_was_open_on_both_sides_stays_out_of_it() {
    let parted = |plan: &mut Plan, _: &mut Problem| {
        let part = UnitPart { name: "all".to_owned(), population: None, zone: ZoneId::new(1) };
        plan.holdings[UnitId::new(3)] = Holding::Parts(vec![part]);
    };
    let (before, after) = (judged("abbb", parted), judged("aabb", parted));
    let compared = verdicts(&before, &after, &BTreeMap::new());
    let below = RuleId::ZoneBelowMinimumPopulation;
    assert_eq!(kinds(&compared), [("gone", below)]);
    assert_eq!(names(compared.mended()), [below]);
    assert_eq!((compared.opened.len(), compared.closed.len()), (0, 0));
}
