//! Plans as tables: every fault is named.

use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::territory::{Territory, Unit, UnitCode};
use zonewerk_io::read_plan;

fn territory() -> Territory {
    let unit = |code: &str| Unit { code: UnitCode::new(code), name: format!("Unit {code}"), population: 10 };
    Territory::new(["a1", "a2", "b1", "b2"].map(unit).into()).unwrap()
}

fn read(text: &str) -> Result<Plan, Vec<String>> {
    read_plan("plan.csv", text.as_bytes(), &territory())
        .map_err(|problems| problems.all().iter().map(ToString::to_string).collect())
}

#[test]
fn fault_of_a_plan_is_named_with_its_line() {
    let cases: [(&str, &str, &[&str]); 21] = [
        (
            "unknown unit",
            "unit,zone\na1,A\na2,A\nb1,A\nb2,A\nb22,A\n",
            &[
                r#"plan.csv, line 6, unit: found "b22", expected the code of a unit of the territory (is it "b2"?) [unknown-unit]"#,
            ],
        ),
        (
            "name in place of the code",
            "unit,zone\na1,A\na2,A\nb1,A\nunit B2,A\n",
            &[
                r#"plan.csv, line 5, unit: found "unit B2", expected the code of a unit of the territory (is it "b2"?) [unknown-unit]"#,
                "plan.csv, unit: found no row for unit b2 (Unit b2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
        (
            "blank unit",
            "unit,zone\na1,A\na2,A\nb1,A\nb2,A\n,A\n",
            &[
                "plan.csv, line 6, unit: found nothing, expected the code of a unit of the territory [unknown-unit]",
            ],
        ),
        (
            "duplicate",
            "unit,zone\na1,A\na2,A\nb1,A\nb2,A\na1,B\n",
            &[
                r#"plan.csv, line 6, unit: found "a1", expected one row for each unit (line 2 has it too), or parts with different names [duplicate-unit]"#,
            ],
        ),
        (
            "missing units",
            "unit,zone\na1,A\nb2,A\n",
            &[
                "plan.csv, unit: found no row for unit a2 (Unit a2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
                "plan.csv, unit: found no row for unit b1 (Unit b1), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
        (
            "all missing",
            "unit,zone\n",
            &[
                "plan.csv, unit: found no row for unit a1 (Unit a1), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
                "plan.csv, unit: found no row for unit a2 (Unit a2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
                "plan.csv, unit: found no row for unit b1 (Unit b1), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
                "plan.csv, unit: found no row for unit b2 (Unit b2), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
        (
            "zone partly in a region",
            "unit,zone,region\na1,A,N\na2,A,S\nb1,A,N\nb2,A,\n",
            &[
                r#"plan.csv, line 5, region: found nothing, expected a region, such as "N" as in line 2, for zone "A" [zone-partly-in-region]"#,
            ],
        ),
        (
            "unknown column",
            "unit,zone,regio\na1,A,N\na2,A,N\nb1,A,N\nb2,A,N\n",
            &[
                r#"plan.csv, line 1: found the column "regio", expected only the columns unit, zone, region, part, population (is it "region"?) [unknown-column]"#,
            ],
        ),
        (
            "no zone column",
            "unit,elz\na1,A\n",
            &[
                r#"plan.csv, line 1: found the column "elz", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the columns unit, elz, expected a column "zone" [missing-column]"#,
            ],
        ),
        (
            "neither column",
            "nis;elz\na1;A\n",
            &[
                r#"plan.csv, line 1: found the column "nis", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the column "elz", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 1: found the columns nis, elz, expected a column "unit" [missing-column]"#,
                r#"plan.csv, line 1: found the columns nis, elz, expected a column "zone" [missing-column]"#,
            ],
        ),
        (
            "column twice",
            "unit,zone,zone\na1,A,A\n",
            &[
                r#"plan.csv, line 1: found the column "zone" twice, expected each column once [duplicate-column]"#,
            ],
        ),
        ("empty file", "", &["plan.csv: found nothing, expected a table with a header [empty-file]"]),
        (
            "fields too few",
            "unit,zone\na1\na2,A\nb1,A\nb2,A\n",
            &["plan.csv, line 2: found a row of 1, expected 2 fields as in the header [wrong-field-count]"],
        ),
        (
            "part twice",
            "unit,zone,part\na1,A,\na2,A,\nb1,A,\nb2,A,x\nb2,B,x\n",
            &[
                r#"plan.csv, line 6, unit: found "b2", expected one row for each unit (line 5 has it too), or parts with different names [duplicate-unit]"#,
            ],
        ),
        (
            "part beside the whole",
            "unit,zone,part\na1,A,\na2,A,\nb1,A,\nb2,A,\nb2,B,x\n",
            &[
                r#"plan.csv, line 6, unit: found "b2", expected one row for each unit (line 5 has it too), or parts with different names [duplicate-unit]"#,
            ],
        ),
        (
            "whole beside a part",
            "unit,zone,part\na1,A,\na2,A,\nb1,A,\nb2,A,x\nb2,B,\n",
            &[
                r#"plan.csv, line 6, unit: found "b2", expected one row for each unit (line 5 has it too), or parts with different names [duplicate-unit]"#,
            ],
        ),
        (
            "part without zone",
            "unit,zone,part\na1,A,\na2,A,\nb1,A,\nb2,A,x\nb2,,y\n",
            &["plan.csv, line 6, zone: found nothing, expected the zone of the part [part-without-zone]"],
        ),
        (
            "population without part",
            "unit,zone,part,population\na1,A,,7\na2,A,,\nb1,A,,\nb2,A,,\n",
            &[
                r#"plan.csv, line 2, population: found "7", expected nothing: only parts of units have inhabitants of their own here [population-without-part]"#,
            ],
        ),
        (
            "negative population",
            "unit,zone,part,population\na1,A,x,-7\na2,A,,\nb1,A,,\nb2,A,,\n",
            &[
                r#"plan.csv, line 2, population: found "-7", expected a whole number of inhabitants, 0 to 100,000,000,000 [negative-population]"#,
            ],
        ),
        (
            "population in words",
            "unit,zone,part,population\na1,A,x,few\na2,A,,\nb1,A,,\nb2,A,,\n",
            &[
                r#"plan.csv, line 2, population: found "few", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            ],
        ),
        (
            "three faults at once",
            "unit,zone,area\na1,A,1\na2,A,1\nb2,A,1\nb2,A,1\n",
            &[
                r#"plan.csv, line 1: found the column "area", expected only the columns unit, zone, region, part, population [unknown-column]"#,
                r#"plan.csv, line 5, unit: found "b2", expected one row for each unit (line 4 has it too), or parts with different names [duplicate-unit]"#,
                "plan.csv, unit: found no row for unit b1 (Unit b1), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]",
            ],
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, text, expected)| {
            let found = read(text).err().unwrap_or_default();
            (found != *expected || expected.is_empty()).then(|| format!("{name}:\n{found:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn plan_that_is_not_utf_8_is_named_with_its_line() {
    let problems = read_plan("plan.csv", b"unit,zone\na1,Itali\xeb\n", &territory()).unwrap_err();
    let expected = "plan.csv, line 2: found bytes that are not UTF-8, expected UTF-8 text [not-utf-8]";
    assert_eq!(problems.all()[0].to_string(), expected);
    assert_eq!(problems.all().len(), 1);
}

#[test]
fn blank_zone_is_no_zone() {
    let plan = read("unit,zone\na1,A\na2,\nb1, \nb2,B\n").unwrap();
    let unassigned: Vec<bool> =
        plan.holdings.values().map(|holding| *holding == Holding::Unassigned).collect();
    assert_eq!(unassigned, [false, true, true, false]);
    assert_eq!(plan.zones.len(), 2);
}

#[test]
fn same_plan_reads_the_same_however_it_is_written() {
    let plain = read("unit,zone,region\na1,A,N\na2,B,\nb1,B,\nb2,,\n").unwrap();
    for written in [
        "\u{feff}unit,zone,region\na1,A,N\na2,B,\nb1,B,\nb2,,\n",
        "unit;zone;region\na1;A;N\na2;B;\nb1;B;\nb2;;\n",
        "unit,zone,region\r\na1,A,N\r\na2,B,\r\nb1,B,\r\nb2,,\r\n",
        "\"unit\",\"zone\",\"region\"\n\"a1\",\"A\",\"N\"\n\"a2\",\"B\",\"\"\nb1,B,\nb2,,\n",
        "region,zone,unit\n,,b2\n,B,b1\n,B,a2\nN,A,a1\n",
    ] {
        assert_eq!(read(written), Ok(plain.clone()), "{written}");
    }
}

#[test]
fn parts_keep_their_zones_and_people() {
    let plan = read("unit,zone,part,population\nb2,B,west,4\nb2,A,east,\na1,A,,\na2,A,,\nb1,,,\n").unwrap();
    let zone = |name: &str| plan.zones.iter().find(|(_, zone)| zone.name == name).unwrap().0;
    let part = |name: &str, population, zone| UnitPart { name: name.to_owned(), population, zone };
    let held = |code: &str| &plan.holdings[territory().find(code).unwrap()];
    assert_eq!(
        *held("b2"),
        Holding::Parts(vec![part("east", None, zone("A")), part("west", Some(4), zone("B"))])
    );
    assert_eq!(*held("a1"), Holding::Whole(zone("A")));
    assert_eq!(*held("b1"), Holding::Unassigned);
}
