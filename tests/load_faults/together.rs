//! Many faults in many files are one error.

use crate::check;
use crate::world::World;

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
        .with("plan.csv", "c2,Top,North", "c2,Top,South");
    check([(
        "ten faults",
        world,
        &[
            r#"scenario.toml, scenario, profile: found "call", expected a TOML file, or one of the built-in profiles call-2017 [unknown-profile]"#,
            "scenario.toml, levels.zone, minimum: found minimum 70 is above maximum 60, expected a minimum of at most the maximum [minimum-above-maximum]",
            r#"scenario.toml, goals, order: found "border-lenght", expected one of border-length; is it "border-length"? [unknown-goal]"#,
            "scenario.toml, links[1], reason: found nothing, expected some words [blank-field]",
            r#"scenario.toml, exceptions[1], units: found "c4", expected the code of a unit of the territory (is it "c1"?) [unknown-unit]"#,
            r#"units.csv, line 2, people: found "ten", expected a whole number of inhabitants, 0 or more [wrong-population]"#,
            r#"units.csv, line 7, people: found "-15", expected a whole number of inhabitants, 0 or more [negative-population]"#,
            "grid.geojson, feature 5, code: found b1, which is also feature 4, expected each unit once [duplicate-unit]",
            "grid.geojson, code: found no shape for unit b2, expected a feature with code b2 [missing-shape]",
            r#"circles.csv, line 4, unit: found "b7", expected the code of a unit of the territory (is it "b1"?) [unknown-unit]"#,
            r#"plan.csv, line 9, region: found "South", expected "North" as in line 8, for zone "Top" [zone-in-two-regions]"#,
        ],
    )]);
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
        r#"  units.csv, line 2, people: found "ten", expected a whole number of inhabitants, 0 or more [wrong-population]"#,
        r#"  units.csv, line 7, people: found "-15", expected a whole number of inhabitants, 0 or more [negative-population]"#,
    ];
    assert_eq!(error.to_string(), expected.join("\n"));
}
