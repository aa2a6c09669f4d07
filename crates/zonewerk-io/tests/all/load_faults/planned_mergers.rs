//! Mergers that are still to come, and the day of the official plan.

use super::check;
use super::world::World;
use zonewerk_core::territory::MergerStatus;

/// The scenario with a merger to come.
fn and(lines: &str) -> World {
    World::plain().with("scenario.toml", "[goals]", &format!("[[mergers]]\n{lines}\n\n[goals]"))
}

fn table(rows: &str) -> World {
    and("file = \"to-come.csv\"\nstatus = \"expected\"")
        .and_file("to-come.csv", &format!("date,old,new,new_name\n{rows}\n"))
}

#[test]
fn wrong_merger_is_named() {
    check([
        (
            "status",
            and("name = \"New\"\nunits = [\"a1\", \"a2\"]\nstatus = \"likely\""),
            &[
                r#"scenario.toml, mergers[1], status: found "likely", expected decided or expected [unknown-word]"#,
            ],
        ),
        (
            "one unit",
            and("name = \"New\"\nunits = [\"a1\"]"),
            &["scenario.toml, mergers[1], units: found one unit, expected two units or more [no-merger]"],
        ),
        (
            "nothing",
            and("status = \"decided\""),
            &[
                "scenario.toml, mergers[1], name: found nothing, expected some words [blank-field]",
                "scenario.toml, mergers[1], units: found an empty list, expected one unit or more [no-units]",
            ],
        ),
        (
            "unknown unit and day",
            and("name = \"New\"\nunits = [\"a1\", \"a9\"]\ndate = \"2027\""),
            &[
                r#"scenario.toml, mergers[1], units: found "a9", expected the code of a unit of the territory (is it "a1"?) [unknown-unit]"#,
                r#"scenario.toml, mergers[1], date: found "2027", expected a day such as 2025-01-01 [wrong-date]"#,
            ],
        ),
        (
            "file and units",
            table("2027-01-01,a1,d1,New\n2027-01-01,a2,d1,New").with(
                "scenario.toml",
                "file = \"to-come.csv\"",
                "file = \"to-come.csv\"\nunits = [\"a1\", \"a2\"]",
            ),
            &[
                "scenario.toml, mergers[1], units: found a key beside a file, expected either a file, or a name with units and a date [merger-and-file]",
            ],
        ),
        (
            "file that is not there",
            and("file = \"to-come.csv\""),
            &[
                "to-come.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "rows of the file",
            table(
                "soon,a1,d1,New\nsoon,a2,d1,New\n2027-01-01,b1,d2,Alone\n2027-01-01,b2,d3,Three\n2027-01-01,b9,d3,Three",
            ),
            &[
                r#"to-come.csv, line 2, date: found "soon", expected a day such as 2025-01-01 [wrong-date]"#,
                r#"to-come.csv, line 3, date: found "soon", expected a day such as 2025-01-01 [wrong-date]"#,
                r#"to-come.csv, line 4, new: found "d2", expected two units or more with this new code [merger-of-one]"#,
                r#"to-come.csv, line 6, old: found "b9", expected the code of a unit of the territory (is it "b1"?) [unknown-unit]"#,
            ],
        ),
        (
            "day of the official plan",
            World::plain().with("scenario.toml", "\"plan.csv\"", "\"plan.csv\"\nofficial_date = \"January\""),
            &[
                r#"scenario.toml, plans, official_date: found "January", expected a day such as 2025-01-01 [wrong-date]"#,
            ],
        ),
    ]);
}

#[test]
fn mergers_are_read_from_the_scenario_and_from_a_table() {
    let world = table("2027-01-01,a1,d1,New\n2027-01-01,a2,d1,New\n2028-01-01,b1,b2,Old").with(
        "scenario.toml",
        "[goals]",
        "[[mergers]]\nname = \"More\"\nunits = [\"c2\", \"c1\"]\ndate = \"2029-01-01\"\n\n[goals]",
    );
    let scenario = world.load().unwrap();
    let territory = &scenario.territory;
    let told = territory.planned_mergers.iter().map(|merger| {
        let codes = merger.units.iter().map(|unit| territory.unit(*unit).code.to_string());
        let day = merger.date.map(|day| day.to_string()).unwrap_or_default();
        (merger.name.as_str(), codes.collect::<Vec<_>>().join(" "), merger.status, day)
    });
    let expected = [
        ("Old", "b1 b2".to_owned(), MergerStatus::Expected, "2028-01-01".to_owned()),
        ("New", "a1 a2".to_owned(), MergerStatus::Expected, "2027-01-01".to_owned()),
        ("More", "c1 c2".to_owned(), MergerStatus::Decided, "2029-01-01".to_owned()),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn official_plan_has_the_day_that_the_scenario_gives() {
    let world =
        World::plain().with("scenario.toml", "\"plan.csv\"", "\"plan.csv\"\nofficial_date = \"2025-01-01\"");
    let plan = world.load().unwrap().official_plan.unwrap();
    assert_eq!(plan.date.map(|day| day.to_string()).as_deref(), Some("2025-01-01"));
    assert_eq!(World::plain().load().unwrap().official_plan.unwrap().date, None);
}
