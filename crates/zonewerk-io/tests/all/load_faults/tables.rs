//! Faults of the table of units and of the families of groups, and what is no fault.

use super::check;
use super::world::World;

fn with(from: &str, to: &str) -> World {
    World::plain().with("units.csv", from, to)
}

fn group(from: &str, to: &str) -> World {
    World::plain().with("circles.csv", from, to)
}

#[test]
fn wrong_field_of_a_unit_is_named_with_its_line() {
    check([
        (
            "missing population",
            with("Unit a2,11", "Unit a2,"),
            &[
                "units.csv, line 3, people: found nothing, expected a whole number of inhabitants, 0 to 100,000,000,000 [missing-population]",
            ],
        ),
        (
            "negative",
            with("Unit a2,11", "Unit a2,-11"),
            &[
                r#"units.csv, line 3, people: found "-11", expected a whole number of inhabitants, 0 to 100,000,000,000 [negative-population]"#,
            ],
        ),
        (
            "fraction",
            with("Unit a2,11", "Unit a2,11.5"),
            &[
                r#"units.csv, line 3, people: found "11.5", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            ],
        ),
        (
            "not a number",
            with("Unit a2,11", "Unit a2,eleven"),
            &[
                r#"units.csv, line 3, people: found "eleven", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            ],
        ),
        (
            "grouped digits",
            with("Unit a2,11", "Unit a2,\"11,000\""),
            &[
                r#"units.csv, line 3, people: found "11,000", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            ],
        ),
        (
            "more than the world holds",
            with("Unit a2,11", "Unit a2,100000000001"),
            &[
                r#"units.csv, line 3, people: found "100000000001", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            ],
        ),
        (
            "blank name",
            with("a2,Unit a2", "a2, "),
            &["units.csv, line 3, name: found nothing, expected the name of the unit [blank-name]"],
        ),
        (
            "blank code",
            with("b2,Unit", ",Unit"),
            &[
                "units.csv, line 6, code: found nothing, expected a unit code [blank-code]",
                r#"circles.csv, line 3, unit: found "b2", expected the code of a unit of the territory (is it "a2"?) [unknown-unit]"#,
                r#"circles.csv, line 4, unit: found "b2", expected the code of a unit of the territory (is it "a2"?) [unknown-unit]"#,
                r#"plan.csv, line 6, unit: found "b2", expected the code of a unit of the territory (is it "a2"?) [unknown-unit]"#,
            ],
        ),
        (
            "duplicate",
            with("b2,Unit", "a1,Unit"),
            &[
                r#"units.csv, line 6, code: found "a1", expected each unit once (line 2 has it too) [duplicate-unit]"#,
                r#"circles.csv, line 3, unit: found "b2", expected the code of a unit of the territory (is it "a2"?) [unknown-unit]"#,
                r#"circles.csv, line 4, unit: found "b2", expected the code of a unit of the territory (is it "a2"?) [unknown-unit]"#,
                r#"plan.csv, line 6, unit: found "b2", expected the code of a unit of the territory (is it "a2"?) [unknown-unit]"#,
            ],
        ),
        (
            "not in the map",
            with("c3,Unit c3,18\n", "c3,Unit c3,18\nd4,Unit d4,1\n"),
            &[
                "grid.geojson, code: found no shape for unit d4, expected a feature with code d4 [missing-shape]",
                "plan.csv, unit: found no row for unit d4 (Unit d4), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
        (
            "field too many",
            with("Unit a2,11", "Unit a2,11,"),
            &["units.csv, line 3: found a row of 4, expected 3 fields as in the header [wrong-field-count]"],
        ),
        (
            "after blank lines",
            with("a2,Unit a2,11", "\n\na2,Unit a2,x"),
            &[
                r#"units.csv, line 5, people: found "x", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            ],
        ),
        (
            "quotation left open",
            with("Unit a1,10\na2,Unit a2,11", "\"Unit a1,10\na2,Unit a2\",11"),
            &[
                "units.csv, line 2: found a quoted field that runs over the end of the line, expected a quotation that ends on its own line [broken-row]",
            ],
        ),
    ]);
}

#[test]
fn unusable_table_is_named() {
    let whole = |text: &[u8]| World::plain().with_file("units.csv", text);
    check([
        (
            "wrong column",
            with("people", "poeple"),
            &[
                r#"units.csv, line 1: found the columns code, name, poeple, expected a column "people" (is it "poeple"?) [missing-column]"#,
            ],
        ),
        (
            "two wrong columns",
            with("code,name,people", "nis,naam,people"),
            &[
                r#"units.csv, line 1: found the columns nis, naam, people, expected a column "code" [missing-column]"#,
                r#"units.csv, line 1: found the columns nis, naam, people, expected a column "name" [missing-column]"#,
            ],
        ),
        (
            "column twice",
            with("code,name,people", "code,name,name"),
            &[
                r#"units.csv, line 1: found the column "name" twice, expected each column once [duplicate-column]"#,
            ],
        ),
        ("empty", whole(b""), &["units.csv: found nothing, expected a table with a header [empty-file]"]),
        (
            "blank",
            whole(b" \n\n"),
            &["units.csv: found nothing, expected a table with a header [empty-file]"],
        ),
        (
            "header only",
            whole(b"code,name,people\n"),
            &["units.csv: found no rows, expected a row for each unit [empty-table]"],
        ),
        (
            "Latin-1",
            whole(b"code,name,people\na1,Itali\xeb,10\n"),
            &["units.csv, line 2: found bytes that are not UTF-8, expected UTF-8 text [not-utf-8]"],
        ),
    ]);
}

#[test]
fn wrong_row_of_a_family_is_named() {
    check([
        (
            "unknown unit",
            group("middle,b1", "middle,bb1"),
            &[
                r#"circles.csv, line 2, unit: found "bb1", expected the code of a unit of the territory (is it "b1"?) [unknown-unit]"#,
            ],
        ),
        (
            "name in place of the code",
            group("middle,b1", "middle,unit a1"),
            &[
                r#"circles.csv, line 2, unit: found "unit a1", expected the code of a unit of the territory (is it "a1"?) [unknown-unit]"#,
            ],
        ),
        (
            "no group at all",
            World::plain().with_file("circles.csv", "group,unit\n"),
            &["circles.csv: found no rows, expected a row for each unit of a group [empty-table]"],
        ),
        (
            "unit whole and in part",
            World::plain().with("circles.csv", "middle,b2,west", "middle,b2,west\nmiddle,b2,"),
            &[
                r#"circles.csv, line 4, unit: found "b2", expected either the whole unit or parts of it in a group [duplicate-unit]"#,
            ],
        ),
        (
            "name with a slip",
            World::plain().with("circles.csv", "middle,b1", "middle,Unti b1"),
            &[
                r#"circles.csv, line 2, unit: found "Unti b1", expected the code of a unit of the territory (is it "b1"?) [unknown-unit]"#,
            ],
        ),
        (
            "unit twice in a group",
            group("middle,b1,", "middle,b1,\nmiddle,b1,"),
            &[
                r#"circles.csv, line 3, unit: found "b1", expected each unit once in a group [duplicate-unit]"#,
            ],
        ),
        (
            "part twice in a group",
            group("other,b2,east", "other,b2,east\nother,b2,east"),
            &[
                r#"circles.csv, line 5, unit: found "b2", expected each unit once in a group [duplicate-unit]"#,
            ],
        ),
        (
            "blank group",
            group("other,b2", ",b2"),
            &["circles.csv, line 4, group: found nothing, expected the name of the group [blank-name]"],
        ),
        (
            "wrong column",
            group("group,unit", "groep,unit"),
            &[
                r#"circles.csv, line 1: found the columns groep, unit, part, expected a column "group" (is it "groep"?) [missing-column]"#,
            ],
        ),
        (
            "empty",
            World::plain().with_file("circles.csv", ""),
            &["circles.csv: found nothing, expected a table with a header [empty-file]"],
        ),
    ]);
}

#[test]
fn same_table_reads_the_same_however_it_is_written() {
    let plain = World::plain().text("units.csv");
    let quoted: String = plain
        .lines()
        .map(|line| line.split(',').map(|field| format!("\"{field}\"")).collect::<Vec<_>>().join(",") + "\n")
        .collect();
    let written = [
        ("semicolons", plain.replace(',', ";")),
        ("byte order mark", format!("\u{feff}{plain}")),
        ("quoted", quoted.clone()),
        ("all three", format!("\u{feff}{}", quoted.replace(',', ";"))),
        ("CRLF", plain.replace('\n', "\r\n")),
        ("blanks around fields", plain.replace(',', " , ")),
        ("blank lines", format!("\n{}\n", plain.replace('\n', "\n\n"))),
        ("semicolons after a blank line", format!("\n{}", plain.replace(',', ";"))),
        ("no end of line at the end", plain.trim_end().to_owned()),
        ("other columns beside", plain.replace('\n', ",x\n").replacen(",x", ",more", 1)),
    ];
    let expected = World::plain().load().unwrap();
    for (name, text) in written {
        assert_ne!(text, plain, "{name}");
        let read = World::plain().with_file("units.csv", text).load().unwrap();
        let units = |scenario: &zonewerk_io::Scenario| {
            scenario.territory.units().values().cloned().collect::<Vec<_>>()
        };
        assert_eq!(units(&read), units(&expected), "{name}");
    }
}

#[test]
fn names_in_other_languages_are_columns_of_the_table_or_the_map() {
    let named = |columns: &str| {
        let population = "population = \"people\"\n";
        World::plain().with("scenario.toml", population, &format!("{population}other_names = {columns}\n"))
    };
    check([
        (
            "unknown column of the table",
            named(r#"["naem"]"#),
            &[
                r#"units.csv, line 1: found the columns code, name, people, expected a column "naem" (is it "name"?) [missing-column]"#,
            ],
        ),
        (
            "unknown column of the map",
            named(r#"["cdoe"]"#).with("scenario.toml", "attributes = \"units.csv\"\n", ""),
            &[
                r#"grid.geojson: found the columns code, expected a column "cdoe" (is it "code"?) [missing-column]"#,
                r#"grid.geojson: found the columns code, expected a column "name" (is it "code"?) [missing-column]"#,
                r#"grid.geojson: found the columns code, expected a column "people" (is it "code"?) [missing-column]"#,
            ],
        ),
    ]);
    let text = World::plain().text("units.csv").replace('\n', ",\n").replacen(",\n", ",fr\n", 1);
    let text =
        text.replace("Unit a1,10,", "Unit a1,10,Unité un").replace("Unit b1,13,", "Unit b1,13,Unit b1");
    let read = named(r#"["fr", "name"]"#).with_file("units.csv", text).load().unwrap();
    let first = read.territory.find("a1").unwrap();
    let expected = std::collections::BTreeMap::from([(first, vec!["Unité un".to_owned()])]);
    assert_eq!(read.territory.other_names, expected, "a name of its own, and no blank");
}
