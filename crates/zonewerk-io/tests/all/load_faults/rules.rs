//! Faults in what a scenario asks: bounds, exceptions, fixed zones, links, its plan.

use super::check;
use super::world::World;

fn with(from: &str, to: &str) -> World {
    World::plain().with("scenario.toml", from, to)
}

/// The scenario with one more entry.
fn and(entry: &str) -> World {
    with("[goals]", &format!("{entry}\n\n[goals]"))
}

#[test]
fn minimum_above_maximum_is_named() {
    check([
        (
            "of the zones",
            with("minimum = 20", "minimum = 61"),
            &[
                "scenario.toml, levels.zone, minimum: found minimum 61 is above maximum 60, expected a minimum of at most the maximum [minimum-above-maximum]",
            ],
        ),
        (
            "of the profile",
            with("minimum = 20\n", ""),
            &[
                "scenario.toml, levels.zone, minimum: found minimum 75000 is above maximum 60, expected a minimum of at most the maximum [minimum-above-maximum]",
            ],
        ),
        (
            "of an exception",
            with("minimum = 5", "minimum = 11"),
            &[
                "scenario.toml, exceptions[1], minimum: found minimum 11 is above maximum 10, expected a minimum of at most the maximum [minimum-above-maximum]",
            ],
        ),
    ]);
}

#[test]
fn unknown_unit_is_named_with_its_entry() {
    check([
        (
            "exception",
            with("units = [\"c3\"]", "units = [\"C3\"]"),
            &[
                r#"scenario.toml, exceptions[1], units: found "C3", expected the code of a unit of the territory (is it "c3"?) [unknown-unit]"#,
            ],
        ),
        (
            "fixed zone",
            with("[\"c1\", \"c2\"]", "[\"c1\", \"Unit c2\"]"),
            &[
                r#"scenario.toml, fixed_zones[1], units: found "Unit c2", expected the code of a unit of the territory (is it "c2"?) [unknown-unit]"#,
            ],
        ),
        (
            "link",
            with("[\"a3\", \"c3\"]", "[\"somewhere\", \"c33\"]"),
            &[
                r#"scenario.toml, links[1], between: found "somewhere", expected the code of a unit of the territory [unknown-unit]"#,
                r#"scenario.toml, links[1], between: found "c33", expected the code of a unit of the territory (is it "c3"?) [unknown-unit]"#,
            ],
        ),
        (
            "plan",
            World::plain().with("plan.csv", "b2,Rest", "B 2,Rest"),
            &[
                r#"plan.csv, line 6, unit: found "B 2", expected the code of a unit of the territory (is it "b2"?) [unknown-unit]"#,
                "plan.csv, unit: found no row for unit b2 (Unit b2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
    ]);
}

#[test]
fn wrong_units_of_an_entry_are_named() {
    let exception = |units: &str| format!("[[exceptions]]\nunits = {units}\nreason = \"More\"");
    let fixed = |name: &str, units: &str| {
        format!("[[fixed_zones]]\nname = \"{name}\"\nunits = {units}\nreason = \"More\"")
    };
    let link = |units: &str| format!("[[links]]\nbetween = {units}\nreason = \"More\"");
    let two = |entry: &dyn Fn(&str) -> String, a: &str, b: &str| and(&format!("{}\n{}", entry(a), entry(b)));
    check([
        (
            "exception twice",
            and(&exception("[\"c3\"]")),
            &[
                "scenario.toml, exceptions[2], units: found the same units as exceptions[1], expected one exception with bounds for a zone [duplicate-exception]",
            ],
        ),
        (
            "exception twice in another order",
            two(&exception, "[\"a1\", \"a2\"]", "[\"a2\", \"a1\"]"),
            &[
                "scenario.toml, exceptions[3], units: found the same units as exceptions[2], expected one exception with bounds for a zone [duplicate-exception]",
            ],
        ),
        (
            "two exceptions of unknown units",
            two(&exception, "[\"x\"]", "[\"y\"]"),
            &[
                r#"scenario.toml, exceptions[2], units: found "x", expected the code of a unit of the territory [unknown-unit]"#,
                r#"scenario.toml, exceptions[3], units: found "y", expected the code of a unit of the territory [unknown-unit]"#,
            ],
        ),
        (
            "exception without units",
            and(&exception("[]")),
            &[
                "scenario.toml, exceptions[2], units: found nothing, expected one of units, zone, region and group [no-subject]",
            ],
        ),
        (
            "unit twice in an exception",
            and(&exception("[\"a1\", \"a1\"]")),
            &[r#"scenario.toml, exceptions[2], units: found "a1", expected each unit once [duplicate-unit]"#],
        ),
        (
            "number of the first exception where another is wrong",
            two(&exception, "[\"a1\"]", "[\"a1\"]").with("scenario.toml", "minimum = 5", "minimum = 11"),
            &[
                "scenario.toml, exceptions[1], minimum: found minimum 11 is above maximum 10, expected a minimum of at most the maximum [minimum-above-maximum]",
                "scenario.toml, exceptions[3], units: found the same units as exceptions[2], expected one exception with bounds for a zone [duplicate-exception]",
            ],
        ),
        (
            "unit in two fixed zones",
            and(&fixed("Other", "[\"c2\", \"b2\"]")),
            &[
                "scenario.toml, fixed_zones[2], units: found unit c2, which fixed_zones[1] has too, expected each unit in one fixed zone [duplicate-unit]",
            ],
        ),
        (
            "two fixed zones of a name",
            and(&fixed("Top", "[\"b2\"]")),
            &[
                r#"scenario.toml, fixed_zones[2], name: found "Top", which fixed_zones[1] has too, expected a name of its own [duplicate-zone]"#,
            ],
        ),
        (
            "two blank fixed zones",
            and(&fixed("", "[\"b2\"]")).with("scenario.toml", "\"Top\"", "\"\""),
            &[
                "scenario.toml, fixed_zones[1], name: found nothing, expected some words [blank-field]",
                "scenario.toml, fixed_zones[2], name: found nothing, expected some words [blank-field]",
            ],
        ),
        (
            "unit twice in a fixed zone",
            with("[\"c1\", \"c2\"]", "[\"c1\", \"c1\"]"),
            &[
                r#"scenario.toml, fixed_zones[1], units: found "c1", expected each unit once [duplicate-unit]"#,
            ],
        ),
        (
            "link to itself",
            and(&link("[\"a1\", \"a1\"]")),
            &[
                r#"scenario.toml, links[2], between: found "a1", expected two different units [link-to-itself]"#,
            ],
        ),
        (
            "link twice",
            and(&link("[\"c3\", \"a3\"]")),
            &[
                "scenario.toml, links[2], between: found the same two units as links[1], expected one link for two units [duplicate-link]",
            ],
        ),
        (
            "link of three",
            and(&link("[\"a1\", \"a2\", \"a3\"]")),
            &["scenario.toml, links[2], between: found a list of 3, expected two units [wrong-link]"],
        ),
        (
            "link of one",
            and(&link("[\"a1\"]")),
            &["scenario.toml, links[2], between: found a list of 1, expected two units [wrong-link]"],
        ),
        (
            "number of the first link where another is wrong",
            two(&link, "[\"a1\", \"c1\"]", "[\"a1\", \"c1\"]").with(
                "scenario.toml",
                "[\"a3\", \"c3\"]",
                "[\"a3\", \"a3\"]",
            ),
            &[
                r#"scenario.toml, links[1], between: found "a3", expected two different units [link-to-itself]"#,
                "scenario.toml, links[3], between: found the same two units as links[2], expected one link for two units [duplicate-link]",
            ],
        ),
    ]);
}

#[test]
fn wrong_official_plan_is_named() {
    let with = |from, to| World::plain().with("plan.csv", from, to);
    check([
        (
            "missing unit",
            with("b2,Rest,\n", ""),
            &[
                "plan.csv, unit: found no row for unit b2 (Unit b2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
        (
            "duplicate",
            with("b2,Rest", "b1,Rest"),
            &[
                r#"plan.csv, line 6, unit: found "b1", expected one row for each unit (line 5 has it too), or parts with different names [duplicate-unit]"#,
                "plan.csv, unit: found no row for unit b2 (Unit b2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
        (
            "wrong column",
            with("unit,zone", "unit,zones"),
            &[
                r#"plan.csv, line 1: found the columns unit, zones, region, expected a column "zone" (is it "zones"?) [missing-column]"#,
            ],
        ),
        (
            "zone partly in a region",
            with("c3,Top,North", "c3,Top,"),
            &[
                r#"plan.csv, line 10, region: found nothing, expected a region, such as "North" as in line 8, for zone "Top" [zone-partly-in-region]"#,
            ],
        ),
    ]);
}
