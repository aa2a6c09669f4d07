//! Faults of the scenario file as such.

use super::check;
use super::world::World;

fn with(from: &str, to: &str) -> World {
    World::plain().with("scenario.toml", from, to)
}

#[test]
fn fault_of_the_text_is_named_with_its_line() {
    check([
        (
            "unknown key",
            with("[goals]", "[goals]\norders = 1"),
            &[
                r#"scenario.toml, line 38: found the key "orders", expected one of order, ideal, at_most, base; is it "order"? [unknown-key]"#,
            ],
        ),
        (
            "unknown table",
            with("[goals]", "[golas]"),
            &[
                r#"scenario.toml, line 37: found the key "golas", expected one of name, title, profile, credits, units, groups, links, mergers, exceptions, fixed_zones, pins, levels, accepted, graph, regions, goals, plans; is it "goals"? [unknown-key]"#,
            ],
        ),
        (
            "syntax error",
            with("profile = \"call-2017\"", "profile = \"call-2017"),
            &[
                r#"scenario.toml, line 3: found text that is no TOML (invalid basic string, expected `"`), expected TOML [wrong-toml]"#,
            ],
        ),
        (
            "key twice",
            with("minimum = 20", "minimum = 20\nminimum = 30"),
            &[
                "scenario.toml, line 16: found text that is no TOML (duplicate key), expected TOML [wrong-toml]",
            ],
        ),
        (
            "wrong type",
            with("minimum = 20", "minimum = \"20\""),
            &[
                r#"scenario.toml, line 15, minimum: found "20", expected a whole number, 0 or more [wrong-value]"#,
            ],
        ),
        (
            "negative minimum",
            with("minimum = 20", "minimum = -20"),
            &["scenario.toml, line 15, minimum: found -20, expected a whole number, 0 or more [wrong-value]"],
        ),
        (
            "fraction",
            with("maximum = 60", "maximum = 60.5"),
            &[
                "scenario.toml, line 16, maximum: found 60.5, expected a whole number, 0 or more [wrong-value]",
            ],
        ),
        (
            "three ends",
            with("[\"a3\", \"c3\"]", "[\"a3\", \"c3\", \"c1\"]"),
            &["scenario.toml, links[1], between: found a list of 3, expected two units [wrong-link]"],
        ),
        (
            "key that must be there",
            with("key = \"code\"\n", ""),
            &[
                "scenario.toml, units, key: found nothing, expected the column with the unit code [blank-field]",
            ],
        ),
        (
            "title missing",
            with("title = \"Nine squares\"\n", ""),
            &["scenario.toml, scenario, title: found nothing, expected some words [blank-field]"],
        ),
        (
            "empty file",
            World::plain().with_file("scenario.toml", ""),
            &["scenario.toml: found nothing, expected TOML [empty-file]"],
        ),
        (
            "not UTF-8",
            World::plain().with_file("scenario.toml", b"name = \"grid\"\ntitle = \"Itali\xeb\"\n".as_slice()),
            &["scenario.toml, line 2: found bytes that are not UTF-8, expected UTF-8 text [not-utf-8]"],
        ),
    ]);
}

#[test]
fn name_that_leads_nowhere_is_named() {
    check([
        (
            "profile",
            with("call-2017", "call-2071"),
            &[
                r#"scenario.toml, scenario, profile: found "call-2071", expected a TOML file, or one of the built-in profiles call-2017, decree-2019, decree-2024 (is it "call-2017"?) [unknown-profile]"#,
            ],
        ),
        (
            "profile file",
            with("call-2017", "own.toml"),
            &[
                "own.toml: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "role",
            with("circles.csv\"", "circles.csv\"\nrole = \"reports\""),
            &[
                r#"scenario.toml, groups[1], role: found "reports", expected one of report, laminar, inside, together, affinity; is it "report"? [unknown-role]"#,
            ],
        ),
        (
            "family twice",
            with("[[links]]", "[[groups]]\nfamily = \"circles\"\nfile = \"circles.csv\"\n\n[[links]]"),
            &[
                r#"scenario.toml, groups[2], family: found "circles", which groups[1] has too, expected a name of its own [duplicate-family]"#,
            ],
        ),
        (
            "table for a list of tables",
            with("[[links]]", "[links]"),
            &["scenario.toml, line 22, links: found [links], expected a list [wrong-value]"],
        ),
        (
            "change",
            with("\"A ferry\"", "\"A ferry\"\nchange = \"delete\""),
            &[
                r#"scenario.toml, links[1], change: found "delete", expected "add" or "remove" [unknown-change]"#,
            ],
        ),
        (
            "map",
            with("grid.geojson", "gird.geojson"),
            &[
                "gird.geojson: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "units",
            with("units.csv", "unit.csv"),
            &[
                "unit.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "group family",
            with("circles.csv", "circle.csv"),
            &[
                "circle.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "official plan",
            with("plan.csv", "plans.csv"),
            &[
                "plans.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "mergers",
            with("population_date", "mergers = \"m.csv\"\npopulation_date"),
            &[
                "m.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
    ]);
}

#[test]
fn blank_words_are_named() {
    check([
        (
            "name",
            with("name = \"grid\"", "name = \" \""),
            &["scenario.toml, scenario, name: found nothing, expected some words [blank-field]"],
        ),
        (
            "title",
            with("Nine squares", ""),
            &["scenario.toml, scenario, title: found nothing, expected some words [blank-field]"],
        ),
        (
            "population date",
            with("2022-01-01", ""),
            &["scenario.toml, units, population_date: found nothing, expected some words [blank-field]"],
        ),
        (
            "reason of a link",
            with("A ferry", ""),
            &["scenario.toml, links[1], reason: found nothing, expected some words [blank-field]"],
        ),
        (
            "reason of a fixed zone",
            with("Decided before", ""),
            &["scenario.toml, fixed_zones[1], reason: found nothing, expected some words [blank-field]"],
        ),
        (
            "name of a fixed zone",
            with("\"Top\"", "\"\""),
            &["scenario.toml, fixed_zones[1], name: found nothing, expected some words [blank-field]"],
        ),
        (
            "name of a family",
            with("\"circles\"", "\"\""),
            &["scenario.toml, groups[1], family: found nothing, expected some words [blank-field]"],
        ),
    ]);
}
