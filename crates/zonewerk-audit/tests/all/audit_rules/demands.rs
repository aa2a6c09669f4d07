//! What holds by itself, and what the scenario itself asks, whatever the profile says.

use zonewerk_audit::Severity;
use zonewerk_core::problem::{Counted, Excepted, Goal, GroupReading, PinKind, RuleId, RuleWeight};
use zonewerk_core::territory::{Id, MergerStatus, UnitId};

use super::world::{World, plan};

fn ring() -> String {
    "ring".to_owned()
}

/// Two zones, `a` with units 1, 2, 4 and 5, `b` with 3 and 6; a family and a base besides.
fn two() -> World {
    plan("aab aab")
        .group("ring", "g", &[1, 2, 3])
        .group_with_parts("ring", "h", &[6], &[(5, "north")])
        .base("abb abb")
}

/// Each goal that can be limited, what `two` comes to in it, and that in words.
fn amounts() -> Vec<(Goal, u64, &'static str)> {
    let (cuts, people) = (Counted::Cuts, Counted::People);
    let straddles = |by, reading| Goal::Straddles { family: ring(), by, reading };
    vec![
        (Goal::BorderLength, 14_000, "border-length comes to 14,000 m; required: at most 13,999 m"),
        (Goal::CutEdges, 2, "cut-edges comes to 2; required: at most 1"),
        // a: four units 500 m along either axis from their centre; b: two units 500 m from theirs.
        (Goal::Inertia, 25, "inertia comes to 25 people km²; required: at most 24 people km²"),
        // a: 0 + 1,000 + 1,000 + 1,414 m, b: 0 + 1,000 m, 10 people each.
        (
            Goal::DistanceToCentre,
            44,
            "distance-to-centre comes to 44 people km; required: at most 43 people km",
        ),
        // a: 0 + 1 + 1 + 2 km², b: 0 + 1 km², 10 people each.
        (
            Goal::SquaredDistanceToCentre,
            50,
            "squared-distance-to-centre comes to 50 people km²; required: at most 49 people km²",
        ),
        (
            Goal::SquaredDeviation,
            200,
            "squared-deviation comes to 200 people²; required: at most 199 people²",
        ),
        (Goal::AbsoluteDeviation, 20, "absolute-deviation comes to 20 people; required: at most 19 people"),
        (Goal::LargestDeviation, 10, "largest-deviation comes to 10 people; required: at most 9 people"),
        (Goal::PeopleMoved, 20, "people-moved comes to 20 people; required: at most 19 people"),
        (Goal::Crossings { family: ring(), by: cuts }, 1, "crossings(ring) comes to 1; required: at most 0"),
        (
            Goal::Crossings { family: ring(), by: people },
            20,
            "crossings(ring, people) comes to 20 people; required: at most 19 people",
        ),
        (straddles(cuts, GroupReading::Strict), 4, "straddles(ring) comes to 4; required: at most 3"),
        (straddles(cuts, GroupReading::Weak), 2, "straddles(ring, weak) comes to 2; required: at most 1"),
        (
            straddles(people, GroupReading::Strict),
            20,
            "straddles(ring, people) comes to 20 people; required: at most 19 people",
        ),
        (
            Goal::ZonesCrossing { family: ring(), by: cuts },
            2,
            "zones-crossing(ring) comes to 2; required: at most 1",
        ),
        (
            Goal::ZonesCrossing { family: ring(), by: people },
            30,
            "zones-crossing(ring, people) comes to 30 people; required: at most 29 people",
        ),
        (Goal::Zones, 2, "zones comes to 2; required: at most 1"),
    ]
}

pub fn trips() -> Vec<(RuleId, World, Vec<&'static str>)> {
    vec![
        (
            RuleId::PinNotKept,
            plan("aab aab").together(&[1, 2]).together(&[1, 3]),
            vec!["pin “wish 2”: a 10 (u1 (01)); b 10 (u3 (03)); required: u1 (01), u3 (03) in one zone"],
        ),
        (
            RuleId::PinNotKept,
            plan("aab aab").apart(&[1, 3]).apart(&[1, 3, 6]),
            vec![
                "pin “wish 2”: b 20 (u3 (03), u6 (06)); required: no two of u1 (01), u3 (03), u6 (06) in one zone",
            ],
        ),
        (
            RuleId::PinNotKept,
            plan("aab aab").pinned_zone("x", &[3], &[6]),
            vec![
                "pin “wish 1”: zone b holds u6 (06) besides; required: one zone, x in the scenario, with u3 (03) and without u6 (06)",
            ],
        ),
        (
            RuleId::PinNotKept,
            plan("aab aab").pinned_zone("b", &[1, 3], &[]),
            vec![
                "pin “wish 1”: zone a lacks u3 (03); required: one zone, b in the scenario, with u1 (01), u3 (03)",
            ],
        ),
        (
            RuleId::PinNotKept,
            plan("aab aab").pinned_zone("x", &[1], &[]).pinned_zone("y", &[2], &[]),
            vec![
                "pin “wish 1”: zone a holds u2 (02) besides; required: one zone, x in the scenario, with u1 (01) and without u2 (02)",
                "pin “wish 2”: zone a holds u1 (01) besides; required: one zone, y in the scenario, with u2 (02) and without u1 (01)",
            ],
        ),
        (
            RuleId::LimitExceeded,
            plan("aab aab").limit(Goal::BorderLength, 14_000).limit(Goal::CutEdges, 1),
            vec!["plan: cut-edges comes to 2; required: at most 1"],
        ),
        (
            RuleId::LimitExceeded,
            plan("aab aab")
                .bounds(15, Some(40))
                .people(6, 4)
                .exception(&[3, 6], 0, None)
                .off(RuleId::ExceptionUsed)
                .limit(Goal::Exceptions, 0),
            vec!["plan: exceptions comes to 1; required: at most 0"],
        ),
        (
            RuleId::LimitExceeded,
            plan("aab aab").merger(MergerStatus::Expected, &[2, 3]).limit(Goal::MergersCut, 0),
            vec!["plan: mergers-cut comes to 1; required: at most 0"],
        ),
        (
            RuleId::OrphanedUnit,
            plan("aab a.b").silent(),
            vec!["unit u5 (05): in no zone; required: exactly one zone"],
        ),
        (
            RuleId::ZonesOverlap,
            plan("aab aab").silent().shared(5, "ab"),
            vec!["unit u5 (05): in 2 zones at once: a, b; required: exactly one zone"],
        ),
        (
            RuleId::SplitUnit,
            plan("aab aab").silent().parts(5, &[('a', Some(4)), ('b', Some(6))]),
            vec!["unit u5 (05): in 2 zones: a, b; required: exactly one zone"],
        ),
        (
            RuleId::DecidedMergerSplit,
            plan("aab aab").silent().merger(MergerStatus::Decided, &[2, 3]),
            vec!["merger New: a 10 (u2 (02)); b 10 (u3 (03)); required: exactly one zone"],
        ),
    ]
}

pub fn edges() -> Vec<(RuleId, &'static str, World)> {
    vec![
        (
            RuleId::PinNotKept,
            "zones of any name",
            plan("aab aab").pinned_zone("x", &[1, 5], &[3]).pinned_zone("y", &[3], &[]),
        ),
        (RuleId::PinNotKept, "together and apart", plan("aab aab").together(&[1, 2, 4, 5]).apart(&[1, 3])),
        (
            RuleId::PinNotKept,
            "a unit in one part",
            plan("aab aab").parts(5, &[('a', Some(10))]).together(&[1, 5]),
        ),
        (RuleId::LimitExceeded, "the numbers themselves", {
            amounts().into_iter().fold(two(), |world, (goal, amount, _)| world.limit(goal, amount))
        }),
    ]
}

#[test]
fn each_goal_is_measured_by_its_definition() {
    for (goal, amount, words) in amounts() {
        let audit = two().limit(goal.clone(), amount - 1).audit();
        let said: Vec<String> = audit.findings.iter().map(ToString::to_string).collect();
        assert_eq!(said, [format!("plan: {words}")], "{goal}");
        assert_eq!(two().limit(goal, amount).audit().findings, []);
    }
}

#[test]
fn what_holds_by_itself_is_neither_weighed_down_nor_waived() {
    let five = || Excepted::Units(vec![UnitId::new(4)]);
    let cases = [
        (RuleId::OrphanedUnit, plan("aab a.b").waiver(five(), &[RuleId::OrphanedUnit])),
        (RuleId::ZonesOverlap, plan("aab aab").shared(5, "ab").waiver(five(), &[RuleId::ZonesOverlap])),
        (RuleId::FixedZoneChanged, plan("aab aab").fixed("B", &[3])),
        (RuleId::PinNotKept, plan("aab aab").together(&[1, 3])),
        (RuleId::LimitExceeded, plan("aab aab").limit(Goal::Zones, 1)),
    ];
    for (rule, world) in cases {
        for weight in [RuleWeight::Off, RuleWeight::Finding(Severity::Info)] {
            let audit = world.clone().setting(rule, |setting| setting.weight = Some(weight)).audit();
            let found: Vec<_> =
                audit.findings.iter().map(|finding| (finding.rule, finding.severity)).collect();
            assert_eq!(found, [(rule, Severity::Error)], "{weight:?}");
            assert!(!audit.is_compliant());
        }
    }
    let waived = plan("aab aab")
        .parts(5, &[('a', Some(4)), ('b', Some(6))])
        .waiver(five(), &[RuleId::SplitUnit])
        .audit();
    assert!(waived.is_compliant(), "the law may name cities that are divided");
}

#[test]
fn a_rule_on_what_the_scenario_does_not_ask_is_not_asked() {
    let audit = plan("aab aab").audit();
    for rule in [RuleId::PinNotKept, RuleId::LimitExceeded, RuleId::DecidedMergerSplit] {
        assert!(audit.not_asked.contains(&rule) && !audit.checked.contains(&rule), "{rule}");
    }
    assert_eq!(audit.not_checked, []);
    let named =
        plan("aab aab").setting(RuleId::PinNotKept, |_| {}).setting(RuleId::LimitExceeded, |_| {}).audit();
    let open: Vec<String> = named.not_checked.iter().map(ToString::to_string).collect();
    assert_eq!(open, ["plan: the scenario has no pins", "plan: the scenario sets no limits"]);
}

#[test]
fn the_number_of_zones_that_the_scenario_asks_for_is_an_error_under_every_profile() {
    let silent = plan("aab aab").silent().asked_zones(3).audit();
    let found: Vec<_> = silent.findings.iter().map(|finding| (finding.rule, finding.severity)).collect();
    assert_eq!(found, [(RuleId::WrongNumberOfZones, Severity::Error)]);
    assert_eq!(silent.findings[0].to_string(), "plan: 2 zones; required: exactly 3 zones");
    let both =
        plan("aab aab").zone_count(4, 5).setting(RuleId::WrongNumberOfZones, |_| {}).asked_zones(3).audit();
    let found: Vec<_> =
        both.findings.iter().map(|finding| (finding.severity, finding.required.to_string())).collect();
    let expected =
        [(Severity::Error, "exactly 3 zones".to_owned()), (Severity::Warning, "4 to 5 zones".to_owned())];
    assert_eq!(found, expected);
}

#[test]
fn a_limit_that_rests_on_a_unit_in_no_zone_is_not_checked() {
    let astray = |goal| plan("aab a.b").limit(goal, 0).audit();
    let audit = astray(Goal::CutEdges);
    let open: Vec<String> = audit.not_checked.iter().map(ToString::to_string).collect();
    let why = "what it comes to in cut-edges cannot be told: in no zone, or in several: u5 (05)";
    assert_eq!(open, [format!("plan: {why}")]);
    assert!(audit.findings.iter().all(|finding| finding.rule == RuleId::OrphanedUnit));
    let counted = astray(Goal::Zones);
    assert_eq!(counted.not_checked, []);
    assert!(counted.findings.iter().any(|finding| finding.rule == RuleId::LimitExceeded));
    let uncounted =
        plan("aab aab").parts(5, &[('a', None)]).bounds(0, None).limit(Goal::Exceptions, 0).audit();
    assert!(uncounted.not_checked.iter().any(|open| open.rule == RuleId::LimitExceeded));
}

#[test]
fn pins_of_units_in_no_zone_are_left_to_the_rule_on_those() {
    let asks = [
        PinKind::Together([3, 5].map(UnitId::new).to_vec()),
        PinKind::Apart([3, 5].map(UnitId::new).to_vec()),
        PinKind::Zone { name: "x".to_owned(), holds: vec![UnitId::new(5)], without: vec![UnitId::new(0)] },
    ];
    for pin in asks {
        let audit = plan("aab .a.").bounds(10, None).pin(pin).audit();
        assert!(
            audit.findings.iter().all(|finding| finding.rule == RuleId::OrphanedUnit),
            "{:?}",
            audit.findings
        );
    }
}
