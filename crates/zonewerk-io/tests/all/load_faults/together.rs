//! Many faults in many files are one error.

use super::check;
use super::world::World;

#[test]
fn ten_faults_in_five_files_are_one_error() {
    let world = World::plain()
        .with("scenario.toml", "call-2017", "call")
        .with("scenario.toml", "minimum = 20", "minimum = 70")
        .with("scenario.toml", "border-length", "border-lenght")
        .with("scenario.toml", "units = [\"c3\"]", "units = [\"c4\"]")
        .with("scenario.toml", "\"A ferry\"", "\"\"")
        .with("units.csv", "Unit a1,10", "Unit a1,ten")
        .with("units.csv", "Unit b3,15", "Unit b3,-15")
        .with("grid.geojson", "\"code\":\"b2\"", "\"code\":\"b1\"")
        .with("circles.csv", "other,b2", "other,b7")
        .with("plan.csv", "c3,Top,North", "c3,Top,");
    check([(
        "ten faults",
        world,
        &[
            r#"scenario.toml, scenario, profile: found "call", expected a TOML file, or one of the built-in profiles call-2017, decree-2019, decree-2024 [unknown-profile]"#,
            "scenario.toml, levels.zone, minimum: found minimum 70 is above maximum 60, expected a minimum of at most the maximum [minimum-above-maximum]",
            r#"scenario.toml, goals, order[1]: found "border-lenght", expected one of border-length, cut-edges, inertia, distance-to-centre, squared-distance-to-centre, squared-deviation, absolute-deviation, largest-deviation, people-moved, crossings, straddles, zones-crossing, mergers-cut, zones, exceptions, regions, region-border-length, region-deviation, region-mismatch, region-groups; is it "border-length"? [unknown-goal]"#,
            "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
            r#"scenario.toml, exceptions[1], units: found "c4", expected the code of a unit of the territory (is it "c1"?) [unknown-unit]"#,
            r#"units.csv, line 2, people: found "ten", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            r#"units.csv, line 7, people: found "-15", expected a whole number of inhabitants, 0 to 100,000,000,000 [negative-population]"#,
            "grid.geojson, feature 5, code: found b1, which is also feature 4, expected each unit once [duplicate-unit]",
            "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            r#"circles.csv, line 4, unit: found "b7", expected the code of a unit of the territory (is it "b1"?) [unknown-unit]"#,
            r#"plan.csv, line 10, region: found nothing, expected a region, such as "North" as in line 8, for zone "Top" [zone-partly-in-region]"#,
        ],
    )]);
}

#[test]
fn every_wrong_key_is_told_and_nothing_that_follows_from_it() {
    let world = World::plain()
        .with("scenario.toml", "title =", "titel =")
        .with("scenario.toml", "population_date = \"2022-01-01\"", "population_date = 2022-01-01")
        .with("scenario.toml", "minimum = 20", "minimum = -20")
        .with("scenario.toml", "reason = \"A ferry\"", "raison = \"A ferry\"\nauthors = [\"Nobody\"]")
        .with("scenario.toml", "units = [\"c3\"]", "units = [33, \"c3\"]")
        .with("scenario.toml", "[\"border-length\"]", "\"border-length\"")
        .with("scenario.toml", "units = [\"c1\", \"c2\"]", "units = [\"c1\", \"c4\"]");
    check([(
        "wrong keys",
        world,
        &[
            r#"scenario.toml, line 2: found the key "titel", expected one of name, title, profile, credits, units, groups, links, mergers, exceptions, fixed_zones, pins, levels, accepted, graph, regions, goals, plans; is it "title"? [unknown-key]"#,
            "scenario.toml, line 12, population_date: found 2022-01-01, expected a text in quotation marks [wrong-value]",
            "scenario.toml, line 15, minimum: found -20, expected a whole number, 0 or more [wrong-value]",
            r#"scenario.toml, line 24: found the key "raison", expected one of between, change, reason, author, date; is it "reason"? [unknown-key]"#,
            r#"scenario.toml, line 25: found the key "authors", expected one of between, change, reason, author, date; is it "author"? [unknown-key]"#,
            "scenario.toml, line 28, units: found 33, expected a text in quotation marks [wrong-value]",
            r#"scenario.toml, line 39, order: found "border-length", expected a list [wrong-value]"#,
            r#"scenario.toml, fixed_zones[1], units: found "c4", expected the code of a unit of the territory (is it "c1"?) [unknown-unit]"#,
        ],
    )]);
}

#[test]
fn what_cannot_be_read_hides_no_fault_elsewhere() {
    let spoilt = |world: World| {
        world
            .with("scenario.toml", "\"A ferry\"", "\"\"")
            .with("circles.csv", "group,unit", "groep,unit")
            .with("plan.csv", "unit,zone", "unit,elz")
    };
    check([
        (
            "no units",
            spoilt(World::plain()).with("scenario.toml", "units.csv", "unit.csv").with(
                "grid.geojson",
                "{\"code\":\"b2\"}",
                "null",
            ),
            &[
                "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
                "grid.geojson, feature 5, code: found no attributes, expected the unit code [missing-key]",
                r#"circles.csv, line 1: found the columns groep, unit, part, expected a column "group" (is it "groep"?) [missing-column]"#,
                r#"plan.csv, line 1: found the column "elz", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the columns unit, elz, region, expected a column "zone" [missing-column]"#,
                "unit.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "a column that is not there",
            spoilt(World::plain()).with("scenario.toml", "\"people\"", "\"peple\""),
            &[
                "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
                r#"units.csv, line 1: found the columns code, name, people, expected a column "peple" (is it "people"?) [missing-column]"#,
                r#"circles.csv, line 1: found the columns groep, unit, part, expected a column "group" (is it "groep"?) [missing-column]"#,
                r#"plan.csv, line 1: found the column "elz", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the columns unit, elz, region, expected a column "zone" [missing-column]"#,
            ],
        ),
        (
            "mergers",
            spoilt(World::merged()).with("mergers.csv", "a2,d1", "a9,d1"),
            &[
                "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
                r#"mergers.csv, line 3, old: found "a9", expected the code of a unit of the territory (is it "a1"?) [unknown-unit]"#,
                r#"circles.csv, line 1: found the columns groep, unit, part, expected a column "group" (is it "groep"?) [missing-column]"#,
                r#"plan.csv, line 1: found the column "elz", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the columns unit, elz, region, expected a column "zone" [missing-column]"#,
            ],
        ),
        (
            "a key for mergers that is none",
            World::merged().with("scenario.toml", "mergers =", "merger =").with(
                "scenario.toml",
                "\"A ferry\"",
                "\"\"",
            ),
            &[
                r#"scenario.toml, line 12: found the key "merger", expected one of boundaries, graph, border, outer_border, layer, crs, encoding, attributes, attributes_key, key, name, population, other_names, only, layers, population_date, mergers; is it "mergers"? [unknown-key]"#,
                "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
            ],
        ),
        (
            "profile",
            spoilt(World::plain()).with("scenario.toml", "call-2017", "own.toml"),
            &[
                "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
                r#"circles.csv, line 1: found the columns groep, unit, part, expected a column "group" (is it "groep"?) [missing-column]"#,
                r#"plan.csv, line 1: found the column "elz", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the columns unit, elz, region, expected a column "zone" [missing-column]"#,
                "own.toml: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
    ]);
}

#[test]
fn error_says_how_many_problems_there_are_and_lists_them() {
    let error = World::plain()
        .with("units.csv", "Unit a1,10", "Unit a1,ten")
        .with("units.csv", "Unit b3,15", "Unit b3,-15")
        .load()
        .unwrap_err();
    let expected = [
        "2 problems in the input",
        r#"  units.csv, line 2, people: found "ten", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
        r#"  units.csv, line 7, people: found "-15", expected a whole number of inhabitants, 0 to 100,000,000,000 [negative-population]"#,
    ];
    assert_eq!(error.to_string(), expected.join("\n"));
}
