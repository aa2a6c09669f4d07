//! Faults of the table of mergers, and old codes used after them.

use super::check;
use super::world::World;

fn with(from: &str, to: &str) -> World {
    World::merged().with("mergers.csv", from, to)
}

/// The mergers and one more row.
fn and(row: &str) -> World {
    with("a2,d1,Dorp\n", &format!("a2,d1,Dorp\n{row}\n"))
}

#[test]
fn wrong_row_of_a_merger_is_named() {
    check([
        (
            "unknown old code",
            and("2025-01-01,a9,d1,Dorp"),
            &[
                r#"mergers.csv, line 4, old: found "a9", expected the code of a unit of the territory (is it "a1"?) [unknown-unit]"#,
            ],
        ),
        (
            "name in place of the code",
            and("2025-01-01,Unit a3,d1,Dorp"),
            &[
                r#"mergers.csv, line 4, old: found "Unit a3", expected the code of a unit of the territory (is it "a3"?) [unknown-unit]"#,
            ],
        ),
        (
            "old code twice",
            and("2025-01-01,a2,d1,Dorp"),
            &[
                r#"mergers.csv, line 4, old: found "a2", expected each unit in one merger (line 3 has it too) [unit-merged-twice]"#,
            ],
        ),
        (
            "merger of one",
            and("2025-01-01,b1,d2,Stad"),
            &[
                r#"mergers.csv, line 4, new: found "d2", expected two units or more with this new code [merger-of-one]"#,
            ],
        ),
        (
            "unit into itself",
            and("2025-01-01,b1,b1,Stad"),
            &[
                r#"mergers.csv, line 4, new: found "b1", expected two units or more with this new code [merger-of-one]"#,
            ],
        ),
        (
            "another name",
            with("a2,d1,Dorp", "a2,d1,Dorf"),
            &[
                r#"mergers.csv, line 3, new_name: found "Dorf", expected "Dorp" as in line 2 [merger-differs]"#,
            ],
        ),
        (
            "another date",
            with("2025-01-01,a2", "2026-01-01,a2"),
            &[
                r#"mergers.csv, line 3, date: found "2026-01-01", expected "2025-01-01" as in line 2 [merger-differs]"#,
            ],
        ),
        (
            "blank name",
            with("a2,d1,Dorp", "a2,d1,"),
            &["mergers.csv, line 3, new_name: found nothing, expected its name [blank-field]"],
        ),
        (
            "into a unit that merges into another",
            and("2025-01-01,b1,a2,Stad"),
            &[
                r#"mergers.csv, line 4, new: found "a2", expected a unit that stays, or a new code (line 3 merges a2 into another) [code-in-use]"#,
            ],
        ),
        (
            "wrong column",
            with("new_name", "newname"),
            &[
                r#"mergers.csv, line 1: found the columns date, old, new, newname, expected a column "new_name" (is it "newname"?) [missing-column]"#,
            ],
        ),
        (
            "no old column",
            with("old,", "nis,"),
            &[
                r#"mergers.csv, line 1: found the columns date, nis, new, new_name, expected a column "old" [missing-column]"#,
            ],
        ),
    ]);
}

#[test]
fn old_code_gets_the_code_its_unit_went_into() {
    let scenario = |from, to| World::merged().with("scenario.toml", from, to);
    check([
        (
            "exception",
            scenario("units = [\"c3\"]", "units = [\"a1\"]"),
            &[
                r#"scenario.toml, exceptions[1], units: found "a1", expected the code of a unit of the territory (a1 merged into d1) [unknown-unit]"#,
            ],
        ),
        (
            "fixed zone",
            scenario("[\"c1\", \"c2\"]", "[\"a1\", \"c2\"]"),
            &[
                r#"scenario.toml, fixed_zones[1], units: found "a1", expected the code of a unit of the territory (a1 merged into d1) [unknown-unit]"#,
            ],
        ),
        (
            "link",
            scenario("[\"a3\", \"c3\"]", "[\"a2\", \"c3\"]"),
            &[
                r#"scenario.toml, links[1], between: found "a2", expected the code of a unit of the territory (a2 merged into d1) [unknown-unit]"#,
            ],
        ),
        (
            "group",
            World::merged().with("circles.csv", "middle,b1", "middle,a1"),
            &[
                r#"circles.csv, line 2, unit: found "a1", expected the code of a unit of the territory (a1 merged into d1) [unknown-unit]"#,
            ],
        ),
        (
            "plan",
            World::merged().with("plan.csv", "d1,Rest,\n", "a1,Rest,\na2,Rest,\n"),
            &[
                r#"plan.csv, line 2, unit: found "a1", expected the code of a unit of the territory (a1 merged into d1) [unknown-unit]"#,
                r#"plan.csv, line 3, unit: found "a2", expected the code of a unit of the territory (a2 merged into d1) [unknown-unit]"#,
                "plan.csv, unit: found no row for unit d1 (Dorp), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
    ]);
}

#[test]
fn units_come_together_with_their_people() {
    let scenario = World::merged().load().unwrap();
    let unit = scenario.territory.find("d1").unwrap();
    assert_eq!(scenario.territory.unit(unit).name, "Dorp");
    assert_eq!(scenario.territory.unit(unit).population, 10 + 11);
    assert_eq!(scenario.territory.find("a1"), None);
}
