use jiff::civil::date;
use zonewerk_core::problem::{Excepted, GroupReading, RuleId};
use zonewerk_core::territory::{LinkChange, MergerStatus};

use super::world::{World, full, square};

/// Rule, claim, plan at the edge of the rule under every rule there is: no finding at all.
pub fn edges() -> Vec<(RuleId, &'static str, World)> {
    let (add, remove) = (LinkChange::Add, LinkChange::Remove);
    let weak = |world: World| {
        world
            .setting(RuleId::GroupStraddlesZones, |setting| setting.reading = Some(GroupReading::Weak))
            .off(RuleId::GroupNotAligned)
    };
    let exact = "the numbers themselves";
    vec![
        (RuleId::ZoneBoundsContradict, exact, square()),
        (RuleId::ZoneBoundsContradict, "an exception makes room", {
            square()
                .off(RuleId::ZoneAboveMaximumPopulation)
                .off(RuleId::ExceptionUsed)
                .people(16, 50)
                .region_bounds(80, 120)
                .exception(&[11, 12, 15, 16], 0, None)
        }),
        (RuleId::RegionBoundsContradict, exact, square()),
        (RuleId::RegionBoundsContradict, "a region by itself is left alone", {
            full("aabb aabb ccdd ccdd", &[("R", "abc"), ("S", "d")])
                .people(16, 5)
                .bounds(35, Some(40))
                .region_bounds(120, 120)
                .region_zones(2, 3)
                .fixed("D", &[11, 12, 15, 16])
                .except(RuleId::RegionBoundsContradict, &[16])
                .except(RuleId::RegionBelowMinimumPopulation, &[16])
                .except(RuleId::RegionWithTooFewZones, &[16])
        }),
        (RuleId::ZonesOverlap, "two parts of one name in one zone", {
            square().named_parts(14, &[("north", 'c', 5), ("north", 'c', 5)])
        }),
        (RuleId::ZonesOverlap, "shared with itself", square().shared(14, "cc")),
        (RuleId::SplitUnit, "a unit that may be divided", {
            square()
                .named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)])
                .bounds(30, Some(50))
                .except(RuleId::SplitUnit, &[14])
        }),
        (
            RuleId::DecidedMergerSplit,
            "all in one zone",
            square().merger(MergerStatus::Decided, &[1, 2, 5, 6]),
        ),
        (RuleId::ExpectedMergerSplit, "all in one zone", square().merger(MergerStatus::Expected, &[12, 16])),
        (RuleId::ZoneNotContiguous, "a unit that may lie apart", {
            square()
                .link(remove, 1, 2)
                .link(remove, 1, 5)
                .link(add, 1, 3)
                .except(RuleId::ZoneNotContiguous, &[1])
        }),
        (RuleId::ZoneSurroundsOthers, "two zones around one", {
            full("aaab aebb aabb ccdd", &[("R", "aeb"), ("S", "cd")])
        }),
        (RuleId::ZoneSurroundsOthers, "at the border of the territory", {
            full("aeab aaab aaab ccdd", &[("R", "aeb"), ("S", "cd")])
                .without_group("police", "first")
                .without_mergers()
        }),
        (RuleId::WrongNumberOfZones, exact, square()),
        (RuleId::ZoneCrossesGroup, "inside one of two groups that overlap", {
            square().group("area", "R", &[1, 2, 3, 4, 5, 6, 7, 8]).group("area", "T", &[3, 4])
        }),
        (RuleId::ZoneCrossesGroup, "outside every group", square().without_group("area", "S")),
        (RuleId::GroupStraddlesZones, "two whole zones", square()),
        (RuleId::GroupStraddlesZones, "inside one zone", {
            square().off(RuleId::GroupNotAligned).group("circle", "R", &[1])
        }),
        (RuleId::GroupStraddlesZones, "weakly, one zone and a part of another", {
            weak(square().group("circle", "R", &[1, 2, 3, 5, 6]))
        }),
        (RuleId::GroupStraddlesZones, "the same parts by name", {
            square()
                .named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)])
                .bounds(30, Some(50))
                .except(RuleId::SplitUnit, &[14])
                .without_group("circle", "S")
                .group_with_parts("circle", "T", &[9, 10, 13], &[(14, "north")])
        }),
        (RuleId::GroupNotAligned, "one whole zone", square().group("circle", "R", &[1, 2, 5, 6])),
        (RuleId::NetworkCut, "one whole zone", square().group("network", "R", &[1, 2, 5, 6])),
        (RuleId::AffinityCut, "all of one zone", square().group("police", "first", &[1, 2, 5, 6])),
        (RuleId::ZoneWithoutRegion, "every zone in one", square()),
        (RuleId::ZoneInSeveralRegions, "every zone in one", square()),
        (RuleId::RegionBelowMinimumPopulation, exact, square()),
        (RuleId::RegionBelowMinimumPopulation, "an excepted region", {
            square()
                .people(16, 9)
                .people(1, 12)
                .bounds(30, Some(50))
                .region_bounds(80, 90)
                .except(RuleId::RegionBelowMinimumPopulation, &[9])
        }),
        (RuleId::RegionAboveMaximumPopulation, exact, square()),
        (RuleId::RegionWithTooFewZones, exact, square()),
        (RuleId::RegionWithTooManyZones, exact, square()),
        (RuleId::RegionNotContiguous, "held by a link", {
            full("aabb aabb ccdd ccdd", &[("R", "ad"), ("S", "bc")]).link(add, 6, 11).link(add, 7, 10)
        }),
        (RuleId::RegionNotContiguous, "zones that may lie apart", {
            full("aabb aabb ccdd ccdd", &[("R", "ad"), ("S", "bc")])
                .except(RuleId::RegionNotContiguous, &[9, 10, 11, 12, 13, 14, 15, 16])
        }),
        (RuleId::WrongNumberOfRegions, exact, square()),
        (RuleId::GroupInSeveralRegions, "all of one region", square()),
        (RuleId::PopulationOlderThanPlan, "twelve months to the day", square()),
        (RuleId::PopulationOlderThanPlan, "younger than the plan", {
            square().counted_on(Some(date(2023, 1, 1)))
        }),
        (
            RuleId::ExceptionExceeded,
            "its bounds themselves",
            square().exception(&[11, 12, 15, 16], 40, Some(40)),
        ),
        (RuleId::ExceptionUsed, "not needed", square().exception(&[11, 12, 15, 16], 0, None)),
        (RuleId::ExceptionWithoutReason, "not needed", {
            square().exception(&[11, 12, 15, 16], 0, None).but(|exception| exception.reason = None)
        }),
        (RuleId::ExceptionExpired, "not needed", {
            square()
                .waiver(Excepted::Zone("d".to_owned()), &[RuleId::ZoneCrossesGroup])
                .but(|exception| exception.until = Some(date(2000, 1, 1)))
        }),
    ]
}
