use jiff::civil::date;
use zonewerk_core::problem::{Excepted, RuleId};
use zonewerk_core::territory::{LinkChange, MergerStatus};

use super::world::{World, full, square};

/// Rule, plan that trips exactly it under every rule there is, and the sentences of all its
/// findings. Where the numbers of a profile contradict each other no plan keeps them all, so
/// there the rule that would say so of the plan is off.
pub fn trips() -> Vec<(RuleId, World, Vec<&'static str>)> {
    let (add, remove) = (LinkChange::Add, LinkChange::Remove);
    let ring = full("aaab aeab aaab ccdd", &[("R", "aeb"), ("S", "cd")]);
    let d_below = || square().people(16, 9).people(13, 11).bounds(40, Some(50));
    vec![
        (
            RuleId::ZoneBoundsContradict,
            square().off(RuleId::WrongNumberOfZones).bounds(40, Some(50)).zone_count(2, 3).region_zones(1, 2),
            vec![
                "rule set plain: 3 × 50 = 150 inhabitants at most; there are 160; required: at least 4 of them, or at least 54 inhabitants each",
            ],
        ),
        (
            RuleId::ZoneBoundsContradict,
            square().off(RuleId::WrongNumberOfZones).bounds(30, Some(40)).zone_count(6, 8).region_zones(2, 4),
            vec![
                "rule set plain: 6 × 30 = 180 inhabitants at least; there are 160; required: at most 5 of them, or at most 26 inhabitants each",
            ],
        ),
        (
            RuleId::ZoneBoundsContradict,
            square()
                .off(RuleId::WrongNumberOfZones)
                .bounds(30, Some(40))
                .zone_count(3, 3)
                .region_zones(1, 2)
                .fixed("A", &[1, 2, 5, 6])
                .exception(&[3, 4, 7, 8], 0, Some(70)),
            vec![
                "rule set plain: 2 × 40 + 40 in 1 excepted = 120 inhabitants at most; there are 160; required: at least 4 of them, or at least 60 inhabitants each",
            ],
        ),
        (
            RuleId::RegionBoundsContradict,
            square().off(RuleId::WrongNumberOfRegions).region_count(1, 1).region_zones(2, 4),
            vec![
                "rule set plain: 1 × 80 = 80 inhabitants at most; there are 160; required: at least 2 of them, or at least 160 inhabitants each",
            ],
        ),
        (
            RuleId::RegionBoundsContradict,
            square().off(RuleId::WrongNumberOfRegions).region_count(3, 3).region_bounds(40, 80),
            vec!["rule set plain: 3 regions have together 6 zones; required: at most 4 zones in all"],
        ),
        (
            RuleId::RegionBoundsContradict,
            square()
                .off(RuleId::WrongNumberOfZones)
                .bounds(20, Some(40))
                .zone_count(5, 5)
                .fixed("D", &[11, 12, 15, 16])
                .region_zones(1, 2)
                .except(RuleId::RegionBoundsContradict, &[16])
                .region_bounds(80, 120),
            vec!["rule set plain: 2 regions have together 3 zones; required: at least 5 zones in all"],
        ),
        (
            RuleId::OrphanedUnit,
            full("aabb aabb ccdd ccd.", &[("R", "ab"), ("S", "cd")])
                .group("police", "last", &[14])
                .merger(MergerStatus::Expected, &[13, 14])
                .region_bounds(70, 90),
            vec!["unit u16 (16): in no zone; required: exactly one zone"],
        ),
        (
            RuleId::ZonesOverlap,
            square().shared(11, "cd").bounds(40, Some(50)),
            vec!["unit u11 (11): in 2 zones at once: c, d; required: exactly one zone"],
        ),
        (
            RuleId::ZonesOverlap,
            square()
                .named_parts(14, &[("north", 'c', 5), ("north", 'd', 5)])
                .bounds(30, Some(50))
                .off(RuleId::SplitUnit),
            vec!["unit u14 (14): in 2 zones at once: c, d; required: exactly one zone"],
        ),
        (
            RuleId::SplitUnit,
            square().named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)]).bounds(30, Some(50)),
            vec!["unit u14 (14): in 2 zones: c, d; required: exactly one zone"],
        ),
        (
            RuleId::DecidedMergerSplit,
            square().merger(MergerStatus::Decided, &[2, 3, 4]),
            vec!["merger New: a 10 (u2 (02)); b 20 (u3 (03), u4 (04)); required: exactly one zone"],
        ),
        (
            RuleId::ExpectedMergerSplit,
            square().merger(MergerStatus::Expected, &[6, 7]),
            vec!["merger New: a 10 (u6 (06)); b 10 (u7 (07)); required: exactly one zone"],
        ),
        (
            RuleId::ZoneNotContiguous,
            square().link(remove, 1, 2).link(remove, 1, 5).link(add, 1, 3),
            vec!["zone a: 2 separate parts, cut off: u1 (01); required: one connected part"],
        ),
        (
            RuleId::ZoneSurroundsOthers,
            ring,
            vec!["zone a: wholly inside it: u6 (06); required: nothing of other zones inside"],
        ),
        (
            RuleId::ZoneBelowMinimumPopulation,
            d_below(),
            vec!["zone d: 39 inhabitants; required: at least 40 inhabitants"],
        ),
        (
            RuleId::ZoneAboveMaximumPopulation,
            square().people(16, 11).people(13, 9).bounds(30, Some(40)),
            vec!["zone d: 41 inhabitants; required: at most 40 inhabitants"],
        ),
        (
            RuleId::WrongNumberOfZones,
            square().bounds(20, Some(40)).zone_count(5, 8).region_zones(2, 3),
            vec!["plan: 4 zones; required: 5 to 8 zones"],
        ),
        (
            RuleId::WrongNumberOfZones,
            square().bounds(40, Some(60)).zone_count(1, 3).region_zones(1, 2),
            vec!["plan: 4 zones; required: 1 to 3 zones"],
        ),
        (
            RuleId::ZoneCrossesGroup,
            square().group("area", "R", &[1, 2, 3, 4, 5, 6, 7]),
            vec![
                "zone b: R 30 (u3 (03), u4 (04), u7 (07)); no group 10 (u8 (08)); required: inside one area",
            ],
        ),
        (
            RuleId::GroupStraddlesZones,
            square().group("circle", "R", &[6, 7]),
            vec!["circle R: a 10 (u6 (06)); b 10 (u7 (07)); required: whole zones, or to lie inside one"],
        ),
        (
            RuleId::GroupStraddlesZones,
            square()
                .setting(RuleId::GroupStraddlesZones, |setting| {
                    setting.reading = Some(zonewerk_core::problem::GroupReading::Weak);
                })
                .group("circle", "R", &[6, 7]),
            vec![
                "circle R: a 10 (u6 (06)); b 10 (u7 (07)); required: at most one zone that it shares with others",
            ],
        ),
        (
            RuleId::GroupNotAligned,
            square().group("circle", "R", &[1, 2, 5]),
            vec!["circle R: a 30 (u1 (01), u2 (02), u5 (05)); required: whole zones"],
        ),
        (
            RuleId::NetworkCut,
            square().group("network", "R", &[1, 2, 3, 5, 6]),
            vec![
                "network R: a 40 (u1 (01), u2 (02), u5 (05), u6 (06)); b 10 (u3 (03)); required: whole zones",
            ],
        ),
        (
            RuleId::AffinityCut,
            square().group("police", "first", &[2, 3]),
            vec!["police first: a 10 (u2 (02)); b 10 (u3 (03)); required: exactly one zone"],
        ),
        (
            RuleId::ZoneWithoutRegion,
            square().region('d', &[]).region_bounds(40, 80).region_zones(1, 2),
            vec!["zone d: in no region; required: exactly one region"],
        ),
        (
            RuleId::ZoneInSeveralRegions,
            square().region('d', &["R", "S"]).region_bounds(80, 120).region_zones(2, 3).group(
                "area",
                "S",
                &[9, 10, 13, 14],
            ),
            vec!["zone d: in 2 regions: R, S; required: exactly one region"],
        ),
        (
            RuleId::RegionBelowMinimumPopulation,
            square().people(16, 9).people(1, 12).bounds(30, Some(50)).region_bounds(80, 90),
            vec!["region S: 79 inhabitants; required: at least 80 inhabitants"],
        ),
        (
            RuleId::RegionAboveMaximumPopulation,
            square().people(16, 11).people(1, 8).bounds(30, Some(50)).region_bounds(70, 80),
            vec!["region S: 81 inhabitants; required: at most 80 inhabitants"],
        ),
        (
            RuleId::RegionWithTooFewZones,
            square().region_zones(3, 4).zone_count(4, 8).bounds(20, Some(40)),
            vec![
                "region R: 2 zones; required: at least 3 zones",
                "region S: 2 zones; required: at least 3 zones",
            ],
        ),
        (
            RuleId::RegionWithTooManyZones,
            square().region_zones(1, 1).zone_count(1, 4).bounds(40, Some(160)),
            vec![
                "region R: 2 zones; required: at most 1 zones",
                "region S: 2 zones; required: at most 1 zones",
            ],
        ),
        (
            RuleId::RegionNotContiguous,
            full("aabb aabb ccdd ccdd", &[("R", "ad"), ("S", "bc")])
                .except(RuleId::RegionNotContiguous, &[1, 2]),
            vec![
                "region R: 2 separate parts, cut off: u11 (11), u12 (12), u15 (15), u16 (16); required: one connected part",
                "region S: 2 separate parts, cut off: u9 (09), u10 (10), u13 (13), u14 (14); required: one connected part",
            ],
        ),
        (
            RuleId::WrongNumberOfRegions,
            square().region_count(3, 5).region_bounds(20, 80).region_zones(1, 2),
            vec!["plan: 2 regions; required: 3 to 5 regions"],
        ),
        (
            RuleId::WrongNumberOfRegions,
            square().region_count(1, 1).region_bounds(20, 200).region_zones(1, 4),
            vec!["plan: 2 regions; required: exactly 1 regions"],
        ),
        (
            RuleId::GroupInSeveralRegions,
            square()
                .group("area", "R", &[1, 2, 5, 6, 9, 10, 13, 14])
                .group("area", "S", &[3, 4, 7, 8])
                .group("area", "T", &[11, 12, 15, 16]),
            vec![
                "area R: R 40 (u1 (01), u2 (02), u5 (05), u6 (06)); S 40 (u9 (09), u10 (10), u13 (13), u14 (14)); required: exactly one region",
            ],
        ),
        (
            RuleId::PopulationOlderThanPlan,
            square().date(Some(date(2022, 1, 2))),
            vec!["plan: inhabitants counted on 2021-01-01; required: at most 12 months before 2022-01-02"],
        ),
        (
            RuleId::PopulationOlderThanPlan,
            square().setting(RuleId::PopulationOlderThanPlan, |setting| setting.months = Some(11)),
            vec!["plan: inhabitants counted on 2021-01-01; required: at most 11 months before 2022-01-01"],
        ),
        (
            RuleId::ExceptionExceeded,
            square().exception(&[11, 12, 15, 16], 10, Some(39)),
            vec!["zone d: 40 inhabitants; required: 10 to 39 inhabitants (exception 1: reason 1)"],
        ),
        (
            RuleId::ExceptionUsed,
            d_below().exception(&[11, 12, 15, 16], 0, None),
            vec![
                "zone d: allowed by exception to break zone-below-minimum-population: 39 inhabitants; required: at least 40 inhabitants, unless excepted (exception 1: reason 1)",
            ],
        ),
        (
            RuleId::ExceptionUsed,
            square()
                .group("circle", "R", &[6, 7])
                .waiver(Excepted::Group("R".to_owned()), &[RuleId::GroupStraddlesZones]),
            vec![
                "circle R: allowed by exception to break group-straddles-zones: a 10 (u6 (06)); b 10 (u7 (07)); required: whole zones, or to lie inside one, unless excepted (exception 1: because)",
            ],
        ),
        (
            RuleId::ExceptionUsed,
            square()
                .named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)])
                .bounds(30, Some(50))
                .waiver(Excepted::Zone("a".to_owned()), &[RuleId::SplitUnit])
                .waiver(Excepted::Units(vec![]), &[RuleId::SplitUnit])
                .exception(&[13, 14], 0, None)
                .but(|exception| exception.waives = vec![RuleId::OrphanedUnit, RuleId::SplitUnit]),
            vec![
                "unit u14 (14): allowed by exception to break split-unit: in 2 zones: c, d; required: exactly one zone, unless excepted (exception 3: reason 3)",
            ],
        ),
        (
            RuleId::ExceptionUsed,
            square()
                .people(16, 11)
                .people(1, 8)
                .bounds(30, Some(50))
                .region_bounds(70, 80)
                .waiver(Excepted::Region("R".to_owned()), &[RuleId::RegionAboveMaximumPopulation])
                .waiver(Excepted::Region("S".to_owned()), &[RuleId::RegionAboveMaximumPopulation]),
            vec![
                "region S: allowed by exception to break region-above-maximum-population: 81 inhabitants; required: at most 80 inhabitants, unless excepted (exception 2: because)",
            ],
        ),
        (
            RuleId::ExceptionWithoutReason,
            d_below().exception(&[11, 12, 15, 16], 0, None).but(|exception| exception.reason = None),
            vec![
                "zone d: allowed by exception to break zone-below-minimum-population: 39 inhabitants; required: a reason (exception 1 gives none)",
            ],
        ),
        (
            RuleId::ExceptionWithoutReason,
            square()
                .group("area", "R", &[1, 2, 3, 4, 5, 6, 7])
                .waiver(Excepted::Zone("b".to_owned()), &[RuleId::ZoneCrossesGroup])
                .but(|exception| exception.reason = Some(" ".to_owned())),
            vec![
                "zone b: allowed by exception to break zone-crosses-group: R 30 (u3 (03), u4 (04), u7 (07)); no group 10 (u8 (08)); required: a reason (exception 1 gives none)",
            ],
        ),
        (
            RuleId::ExceptionExpired,
            d_below()
                .exception(&[11, 12, 15, 16], 0, None)
                .but(|exception| exception.until = Some(date(2021, 12, 31))),
            vec![
                "zone d: allowed until 2021-12-31 to break zone-below-minimum-population: 39 inhabitants; required: in force on 2022-01-01 (exception 1: reason 1)",
            ],
        ),
    ]
}
