use zonewerk_core::plan::Holding;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::LinkChange;

use super::world::{World, plan, zone};

/// Rule, plan that trips exactly it, and the sentences of all its findings.
pub fn trips() -> Vec<(RuleId, World, Vec<&'static str>)> {
    let add = LinkChange::Add;
    let remove = LinkChange::Remove;
    let mut short = plan("aab aab");
    short.holdings.pop();
    let mut long = plan("aab aab");
    long.holdings.push(Holding::Whole(zone('a')));
    vec![
        (RuleId::PlanOverOtherUnits, short, vec!["plan: 5 units; required: the 6 units of the territory"]),
        (RuleId::PlanOverOtherUnits, long, vec!["plan: 7 units; required: the 6 units of the territory"]),
        (
            RuleId::UnitInUnknownZone,
            plan("aab a?b"),
            vec![
                "unit u5 (05): in 1 zone that the plan does not have: #99; required: one of the plan's 2 zones",
            ],
        ),
        (
            RuleId::UnitInUnknownZone,
            plan("aab aab").parts(5, &[('a', Some(4)), ('?', Some(6))]),
            vec![
                "unit u5 (05): in 1 zone that the plan does not have: #99; required: one of the plan's 2 zones",
            ],
        ),
        (
            RuleId::DuplicateZoneName,
            plan("aab cdb cdd").zone_names(&["x", "y", "x", "x"]).bounds(0, None),
            vec!["zone x: the same name as 2 other zones: number 3, 4; required: a name of its own"],
        ),
        (
            RuleId::DuplicateZoneName,
            plan("aab cdb cdd").zone_names(&["y", "x", "x", "y"]).bounds(0, None),
            vec![
                "zone y: the same name as 1 other zone: number 4; required: a name of its own",
                "zone x: the same name as 1 other zone: number 3; required: a name of its own",
            ],
        ),
        (
            RuleId::EmptyZone,
            plan("aab aab").zone_names(&["a", "b", "c"]),
            vec!["zone c: no unit; required: at least one unit"],
        ),
        (RuleId::OrphanedUnit, plan("aab a.b"), vec!["unit u5 (05): in no zone; required: exactly one zone"]),
        (
            RuleId::ZoneBelowMinimumPopulation,
            plan("aab aab").bounds(25, None).parts(6, &[('b', Some(1)), ('b', None)]),
            vec![
                "zone b: at most 20 inhabitants: those of its part of u6 (06) are not known, and taken to be no \
                 more than the unit has besides its counted parts; required: at least 25 inhabitants",
            ],
        ),
        (
            RuleId::ZoneAboveMaximumPopulation,
            plan("aab aab").bounds(0, Some(25)).parts(5, &[('a', None)]),
            vec![
                "zone a: at least 30 inhabitants, without those of its part of u5 (05), which are not known; \
                 required: at most 25 inhabitants",
            ],
        ),
        (
            RuleId::OrphanedUnit,
            plan("aab aab").parts(5, &[]),
            vec!["unit u5 (05): in no zone; required: exactly one zone"],
        ),
        (
            RuleId::SplitUnit,
            plan("aab aab").parts(5, &[('b', Some(4)), ('a', Some(1)), ('a', Some(5))]),
            vec!["unit u5 (05): in 2 zones: a, b; required: exactly one zone"],
        ),
        (
            RuleId::PartPopulationsDiffer,
            plan("aab aab").parts(5, &[('a', Some(4)), ('a', Some(5))]),
            vec!["unit u5 (05): 9 inhabitants in its parts together; required: the unit's 10 inhabitants"],
        ),
        (
            RuleId::PartPopulationsDiffer,
            plan("aab aab").parts(6, &[('b', Some(7)), ('b', Some(4))]),
            vec!["unit u6 (06): 11 inhabitants in its parts together; required: the unit's 10 inhabitants"],
        ),
        (
            RuleId::PartPopulationsDiffer,
            plan("aab aab").bounds(20, None).parts(5, &[('a', Some(11)), ('a', None)]),
            vec![
                "unit u5 (05): 11 inhabitants in its parts, 1 part not counted; required: the unit's 10 inhabitants",
            ],
        ),
        (
            RuleId::ZoneInPieces,
            plan("aaa bbb").in_parts(2, &[60, 40], &[(0, 1), (0, 5), (1, 3)]),
            vec![
                "zone a: 2 pieces on the map, joined only by the separate parts of u2 (02): u1 (01), u2 (02) / \
                 u3 (03), a part of u2 (02); required: one piece",
            ],
        ),
        (
            RuleId::ZoneInPieces,
            plan("abb").bounds(0, None).in_parts(2, &[60, 40], &[(0, 1), (1, 3)]),
            vec![
                "zone b: 2 pieces on the map, joined only by the separate parts of u2 (02): u2 (02) / u3 (03), \
                 a part of u2 (02); required: one piece",
            ],
        ),
        (
            RuleId::ZoneInPieces,
            plan("aaa aba").bounds(0, None).in_parts(2, &[1, 2, 3], &[(0, 1), (1, 5), (2, 3)]),
            vec![
                "zone a: 2 pieces on the map, joined only by the separate parts of u2 (02): u1 (01), u4 (04), \
                 a part of u2 (02) / u2 (02), u3 (03), u6 (06); required: one piece",
            ],
        ),
        (
            RuleId::FixedZoneChanged,
            plan("aab aab").fixed("B", &[3, 5, 6]),
            vec!["fixed zone B: zone b lacks u5 (05); required: a zone of exactly its 3 units (given)"],
        ),
        (
            RuleId::FixedZoneChanged,
            plan("aab aab").fixed("A", &[1]),
            vec![
                "fixed zone A: zone a holds u2 (02), u4 (04), u5 (05) besides; required: a zone of exactly its 1 unit (given)",
            ],
        ),
        (
            RuleId::FixedZoneChanged,
            plan("aab aab").fixed("left", &[1, 4]).fixed("right", &[3, 6]).fixed("X", &[1, 2, 3]),
            vec![
                "fixed zone left: zone a holds u2 (02), u5 (05) besides; required: a zone of exactly its 2 units (given)",
                "fixed zone X: zone a lacks u3 (03) and holds u4 (04), u5 (05) besides; required: a zone of exactly its 3 units (given)",
            ],
        ),
        (
            RuleId::FixedZoneChanged,
            plan("aab aab").parts(6, &[('b', Some(10))]).fixed("B", &[3, 6]),
            vec!["fixed zone B: zone b lacks u6 (06); required: a zone of exactly its 2 units (given)"],
        ),
        (
            RuleId::FixedZoneChanged,
            plan("aab aab").parts(6, &[('b', Some(10))]).fixed("B", &[3]),
            vec![
                "fixed zone B: zone b holds u6 (06) besides; required: a zone of exactly its 1 unit (given)",
            ],
        ),
        (
            RuleId::FixedZoneChanged,
            plan("aab aab").parts(6, &[('b', Some(10))]).fixed("B", &[6]),
            vec![
                "fixed zone B: no zone has a whole unit of it; required: a zone of exactly its 1 unit (given)",
            ],
        ),
        (
            RuleId::PartPopulationsDiffer,
            plan("aab aab").bounds(0, None).parts(6, &[('b', Some(u64::MAX)), ('b', Some(1))]),
            vec![
                "unit u6 (06): 18,446,744,073,709,551,615 inhabitants in its parts together; required: the unit's 10 inhabitants",
            ],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("aba abb aab").bounds(0, None),
            vec!["zone a: 2 separate parts, cut off: u3 (03); required: one connected part"],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("aba bbb aba").people(9, 11).people(5, 0).bounds(0, None),
            vec![
                "zone a: 4 separate parts, cut off: u1 (01) / u3 (03) / u7 (07); required: one connected part",
            ],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("aaab abbb bbbb aaaa aaaa").bounds(0, None),
            vec![
                "zone a: 2 separate parts, cut off: u1 (01), u2 (02), u3 (03), u5 (05); required: one connected part",
            ],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("aba aba").bounds(0, None),
            vec!["zone a: 2 separate parts, cut off: u3 (03), u6 (06); required: one connected part"],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("abaa").bounds(0, None).people(3, u64::MAX).people(4, 1),
            vec!["zone a: 2 separate parts, cut off: u1 (01); required: one connected part"],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("aabb").link(remove, 2, 1),
            vec!["zone a: 2 separate parts, cut off: u2 (02); required: one connected part"],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("abab").link(add, 1, 3).link(add, 2, 3).link(remove, 2, 3),
            vec!["zone b: 2 separate parts, cut off: u4 (04); required: one connected part"],
        ),
        (
            RuleId::ZoneNotContiguous,
            plan("abb bba").bounds(0, None).parts(1, &[('a', Some(10))]),
            vec!["zone a: 2 separate parts, cut off: u6 (06); required: one connected part"],
        ),
        (
            RuleId::ZoneBelowMinimumPopulation,
            plan("aab aab").people(6, 9),
            vec!["zone b: 19 inhabitants; required: at least 20 inhabitants"],
        ),
        (
            RuleId::ZoneBelowMinimumPopulation,
            plan("aab aab").people(6, 9).exception(&[3], 0, None).exception(&[2, 3, 6], 0, None),
            vec!["zone b: 19 inhabitants; required: at least 20 inhabitants"],
        ),
        (
            RuleId::ExceptionExceeded,
            plan("aab aab").people(6, 4).exception(&[3, 6], 15, Some(40)),
            vec!["zone b: 14 inhabitants; required: 15 to 40 inhabitants (exception 1: reason 1)"],
        ),
        (
            RuleId::ExceptionExceeded,
            plan("aab aab").exception(&[1], 0, None).exception(&[3, 6], 21, Some(40)),
            vec!["zone b: 20 inhabitants; required: 21 to 40 inhabitants (exception 2: reason 2; art. 2)"],
        ),
        (
            RuleId::ZoneBelowMinimumPopulation,
            plan("aab aab").parts(6, &[('b', Some(3)), ('b', Some(7))]).people(3, 9).exception(&[3], 0, None),
            vec!["zone b: 19 inhabitants; required: at least 20 inhabitants"],
        ),
        (
            RuleId::ZoneAboveMaximumPopulation,
            plan("aab aab").people(1, 11_111),
            vec!["zone a: 11,141 inhabitants; required: at most 40 inhabitants"],
        ),
        (
            RuleId::ZoneAboveMaximumPopulation,
            plan("aab aab").people(1, 11),
            vec!["zone a: 41 inhabitants; required: at most 40 inhabitants"],
        ),
        (
            RuleId::ExceptionExceeded,
            plan("aab aab").people(1, 31).exception(&[1, 2, 4, 5], 0, Some(60)),
            vec!["zone a: 61 inhabitants; required: 0 to 60 inhabitants (exception 1: reason 1)"],
        ),
        (
            RuleId::ZoneAboveMaximumPopulation,
            plan("aab aab").people(1, u64::MAX).people(2, u64::MAX),
            vec!["zone a: 18,446,744,073,709,551,615 inhabitants; required: at most 40 inhabitants"],
        ),
        (
            RuleId::ExceptionUsed,
            plan("aab aab").people(6, 9).exception(&[3, 6], 15, Some(30)),
            vec![
                "zone b: allowed by exception to break zone-below-minimum-population: 19 inhabitants; required: at least 20 inhabitants, unless excepted (exception 1: reason 1)",
            ],
        ),
        (
            RuleId::ExceptionUsed,
            plan("aab aab").people(6, 31).exception(&[3, 6], 15, None),
            vec![
                "zone b: allowed by exception to break zone-above-maximum-population: 41 inhabitants; required: at most 40 inhabitants, unless excepted (exception 1: reason 1)",
            ],
        ),
        (
            RuleId::ExceptionUsed,
            plan("aab aab").people(6, 5).exception(&[3, 6], 15, Some(15)).exception(&[3, 6], 16, None),
            vec![
                "zone b: allowed by exception to break zone-below-minimum-population: 15 inhabitants; required: at least 20 inhabitants, unless excepted (exception 1: reason 1)",
            ],
        ),
    ]
}
