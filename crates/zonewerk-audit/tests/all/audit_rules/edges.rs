use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::LinkChange;

use super::world::{World, plan};

/// Rule, claim, plan at the edge of the rule: no finding at all.
pub fn edges() -> Vec<(RuleId, &'static str, World)> {
    let add = LinkChange::Add;
    let remove = LinkChange::Remove;
    vec![
        (RuleId::PlanOverOtherUnits, "as many units", plan("aab aab")),
        (RuleId::UnitInUnknownZone, "the last zone is known", plan("aabb")),
        (RuleId::DuplicateZoneName, "names that differ in case", plan("aabb").zone_names(&["x", "X"])),
        (RuleId::EmptyZone, "a zone with one unit", plan("aab").bounds(10, None)),
        (
            RuleId::EmptyZone,
            "a zone with one part",
            plan("aab").bounds(10, None).parts(3, &[('b', Some(10))]),
        ),
        (RuleId::OrphanedUnit, "a unit in one part", plan("aab aab").parts(5, &[('a', Some(10))])),
        (
            RuleId::SplitUnit,
            "two parts in one zone",
            plan("aab aab").parts(5, &[('a', Some(4)), ('a', Some(6))]),
        ),
        (RuleId::PartPopulationsDiffer, "known parts below the unit", {
            plan("aab aab").bounds(20, None).parts(6, &[('b', Some(9)), ('b', None)]).exception(&[3], 0, None)
        }),
        (RuleId::PartPopulationsDiffer, "known parts all of the unit", {
            plan("aab aab").parts(6, &[('b', Some(10)), ('b', None)])
        }),
        (
            RuleId::FixedZoneChanged,
            "another name",
            plan("aab aab").fixed("x", &[1, 2, 4, 5]).fixed("y", &[3, 6]),
        ),
        (RuleId::ZoneNotContiguous, "a corridor of one unit", plan("aaab bbbb").bounds(0, None)),
        (RuleId::ZoneNotContiguous, "held by a link", plan("aba bbb").bounds(0, None).link(add, 3, 1)),
        (RuleId::ZoneNotContiguous, "a way around a removed border", plan("aab aab").link(remove, 1, 2)),
        (RuleId::ZoneNotContiguous, "removed and added again", {
            plan("aabb").link(remove, 1, 2).link(add, 2, 1).link(add, 1, 4).link(remove, 1, 4)
        }),
        (RuleId::ZoneNotContiguous, "a part touches all neighbours", {
            plan("aab aab")
                .bounds(0, None)
                .parts(5, &[('a', Some(10))])
                .link(remove, 1, 2)
                .link(remove, 1, 4)
                .link(add, 1, 5)
        }),
        (RuleId::ZoneInPieces, "an exclave that touches nothing of its zone", {
            plan("abb").bounds(0, None).in_parts(2, &[40, 60], &[(0, 1), (1, 3)])
        }),
        (RuleId::ZoneInPieces, "a way around", {
            plan("aaa aaa").bounds(0, None).in_parts(2, &[60, 40], &[(0, 1), (0, 5), (1, 3)])
        }),
        (RuleId::ZoneInPieces, "joined by a link", {
            plan("aaa bbb").in_parts(2, &[60, 40], &[(0, 1), (0, 5), (1, 3)]).link(add, 3, 1)
        }),
        (RuleId::ZoneInPieces, "a link in place of a border joins the main part", {
            plan("aaa bbb").in_parts(2, &[60, 40], &[(0, 1), (0, 5)])
        }),
        (RuleId::ZoneInPieces, "a unit that may lie apart", {
            plan("aaa bbb")
                .in_parts(2, &[60, 40], &[(0, 1), (0, 5), (1, 3)])
                .except(RuleId::ZoneInPieces, &[2])
        }),
        (RuleId::ZoneInPieces, "a divided unit", {
            plan("aaa bbb")
                .in_parts(2, &[60, 40], &[(0, 1), (0, 5), (1, 3)])
                .parts(2, &[('a', Some(6)), ('a', Some(4))])
        }),
        (RuleId::ZoneBelowMinimumPopulation, "the minimum itself", plan("aab aab")),
        (
            RuleId::ZoneBelowMinimumPopulation,
            "the minimum by parts",
            plan("aab aab").parts(6, &[('b', Some(10))]),
        ),
        (RuleId::ZoneAboveMaximumPopulation, "the maximum itself", plan("aab aab").bounds(20, Some(40))),
        (
            RuleId::ZoneAboveMaximumPopulation,
            "the maximum by far",
            plan("aab aab").people(1, 1_000_000).bounds(20, Some(1_000_030)),
        ),
        (RuleId::ExceptionUsed, "not needed at the minimum", plan("aab aab").exception(&[3, 6], 10, None)),
        (
            RuleId::ExceptionUsed,
            "not needed at the maximum",
            plan("aab aab").exception(&[1, 2, 4, 5], 10, None),
        ),
        (RuleId::ExceptionUsed, "made for other units", {
            plan("aab aab").exception(&[3], 10, None).exception(&[2, 3, 6], 10, None)
        }),
    ]
}
