//! Faults of exceptions, and what is no fault.

use super::check;
use super::world::World;
use zonewerk_core::problem::{Excepted, Exception};

/// The scenario with one more exception, the second.
fn and(lines: &str) -> World {
    World::plain().with("scenario.toml", "[goals]", &format!("[[exceptions]]\n{lines}\n\n[goals]"))
}

fn added(lines: &str) -> Exception {
    and(lines).load().unwrap().problem.exceptions.pop().unwrap()
}

#[test]
fn exception_is_made_for_exactly_one_thing() {
    check([
        (
            "nothing",
            and("reason = \"More\""),
            &[
                "scenario.toml, exceptions[2], units: found nothing, expected one of units, zone, region and group [no-subject]",
            ],
        ),
        (
            "units and a zone",
            and("units = [\"a1\"]\nzone = \"Top\""),
            &[
                "scenario.toml, exceptions[2], zone: found units and zone, expected one of units, zone, region and group [several-subjects]",
            ],
        ),
        (
            "region and a group",
            and("region = \"North\"\ngroup = \"middle\"\nwaives = [\"group-not-aligned\"]"),
            &[
                "scenario.toml, exceptions[2], group: found region and group, expected one of units, zone, region and group [several-subjects]",
            ],
        ),
        (
            "blank zone",
            and("zone = \" \""),
            &["scenario.toml, exceptions[2], zone: found nothing, expected some words [blank-field]"],
        ),
        (
            "unknown group",
            and("group = \"midle\"\nwaives = [\"group-not-aligned\"]"),
            &[
                r#"scenario.toml, exceptions[2], group: found "midle", expected the name of a group of the scenario (is it "middle"?) [unknown-group]"#,
            ],
        ),
    ]);
}

#[test]
fn leave_that_would_do_nothing_is_named() {
    check([
        (
            "unknown rule",
            and("zone = \"Top\"\nwaives = [\"zone-not-contigous\"]"),
            &[
                r#"scenario.toml, exceptions[2], waives: found "zone-not-contigous", expected the name of a rule, as `zonewerk rules` lists them (is it "zone-not-contiguous"?) [unknown-rule]"#,
            ],
        ),
        (
            "rule about another thing",
            and("region = \"North\"\nwaives = [\"zone-not-contiguous\"]"),
            &[
                r#"scenario.toml, exceptions[2], waives: found "zone-not-contiguous", a rule about a zone, expected a rule that can be waived for a region [waiver-without-effect]"#,
            ],
        ),
        (
            "rule twice",
            and("zone = \"Top\"\nwaives = [\"zone-not-contiguous\", \"zone-not-contiguous\"]"),
            &[
                r#"scenario.toml, exceptions[2], waives: found "zone-not-contiguous" twice, expected each rule once [duplicate-waiver]"#,
            ],
        ),
        (
            "rule that another exception waives",
            and(
                "zone = \"Top\"\nwaives = [\"zone-not-contiguous\"]\n[[exceptions]]\nzone = \"Top\"\nwaives = [\"zone-not-contiguous\"]",
            ),
            &[
                r#"scenario.toml, exceptions[3], waives: found "zone-not-contiguous", which exceptions[2] waives for the same zone, expected each rule once [duplicate-waiver]"#,
            ],
        ),
        (
            "bounds for a region",
            and("region = \"North\"\nminimum = 3\nwaives = [\"region-not-contiguous\"]"),
            &[
                "scenario.toml, exceptions[2], minimum: found 3 for a region, expected bounds only for units or a zone [bounds-without-zone]",
            ],
        ),
        (
            "group and no rule",
            and("group = \"middle\""),
            &[
                "scenario.toml, exceptions[2], waives: found nothing, expected the names of the rules that need not be kept [no-waiver]",
            ],
        ),
        (
            "bounds twice for a zone",
            and("zone = \"Top\"\nmaximum = 9\n[[exceptions]]\nzone = \"Top\"\nmaximum = 8"),
            &[
                "scenario.toml, exceptions[3], zone: found the same zone as exceptions[2], expected one exception with bounds for a zone [duplicate-exception]",
            ],
        ),
    ]);
}

#[test]
fn all_that_is_wrong_with_an_exception_is_told_at_once() {
    check([(
        "everything",
        and(
            "units = [\"a9\"]\nminimum = 3\nmaximum = 2\nwaives = [\"zone-not-contigous\", \"group-not-aligned\"]\nuntil = \"2025-13-01\"",
        ),
        &[
            r#"scenario.toml, exceptions[2], units: found "a9", expected the code of a unit of the territory (is it "a1"?) [unknown-unit]"#,
            "scenario.toml, exceptions[2], minimum: found minimum 3 is above maximum 2, expected a minimum of at most the maximum [minimum-above-maximum]",
            r#"scenario.toml, exceptions[2], waives: found "zone-not-contigous", expected the name of a rule, as `zonewerk rules` lists them (is it "zone-not-contiguous"?) [unknown-rule]"#,
            r#"scenario.toml, exceptions[2], waives: found "group-not-aligned", a rule about a group, expected a rule that can be waived for units [waiver-without-effect]"#,
            r#"scenario.toml, exceptions[2], until: found "2025-13-01", expected a day such as 2025-01-01 [wrong-date]"#,
        ],
    )]);
}

#[test]
fn exception_without_a_reason_is_left_to_the_audit() {
    for reason in ["", "reason = \" \""] {
        let exception = added(&format!("zone = \"Top\"\nwaives = [\"zone-not-contiguous\"]\n{reason}"));
        assert_eq!(exception.reason, None);
        assert_eq!(exception.bounds, None);
    }
}

#[test]
fn exception_says_what_it_is_made_for_and_until_when() {
    let exception = added(
        "region = \"North\"\nwaives = [\"region-not-contiguous\"]\nreason = \" An island \"\nuntil = \"2030-12-31\"\nlegal_ground = \"art. 1\"",
    );
    assert_eq!(exception.subject, Excepted::Region("North".to_owned()));
    assert_eq!(exception.reason.as_deref(), Some("An island"));
    assert_eq!(exception.legal_ground.as_deref(), Some("art. 1"));
    assert_eq!(exception.until.map(|day| day.to_string()).as_deref(), Some("2030-12-31"));
    let any = added("zone = \"Rest\"").bounds.unwrap();
    assert_eq!((any.minimum(), any.maximum()), (0, None));
    let most = added("zone = \"Rest\"\nmaximum = 9\nwaives = [\"zone-not-contiguous\"]");
    assert_eq!(most.bounds.and_then(|bounds| bounds.maximum()), Some(9));
    assert_eq!(most.waives, [zonewerk_core::problem::RuleId::ZoneNotContiguous]);
}

#[test]
fn one_thing_may_have_bounds_and_several_waivers() {
    let world = and(
        "zone = \"Top\"\nmaximum = 9\n[[exceptions]]\nzone = \"Top\"\nwaives = [\"zone-not-contiguous\"]\n[[exceptions]]\nzone = \"Top\"\nwaives = [\"zone-surrounds-others\"]",
    );
    assert_eq!(world.load().unwrap().problem.exceptions.len(), 4);
}
