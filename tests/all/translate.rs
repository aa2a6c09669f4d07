//! Tables from before the mergers of a scenario, translated by the program as a user runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use tempfile::TempDir;
use zonewerk::io::{self, OldTable, TableContent, read_old_table, read_plan};
use zonewerk::plan::{Holding, Plan};
use zonewerk::report::plan_csv;
use zonewerk::territory::Territory;
use zonewerk::translate::translate_plan;

/// A row of four squares with 10, 20, 30 and 40 inhabitants, of which the first two and
/// the last two became one.
struct World {
    folder: TempDir,
}

impl World {
    fn new() -> Self {
        let square = |place: usize| {
            let (west, east) = (4.0 + place as f64 / 10.0, 4.1 + place as f64 / 10.0);
            let ring =
                format!("[{west:.1},51],[{east:.1},51],[{east:.1},51.1],[{west:.1},51.1],[{west:.1},51]");
            format!(
                r#"{{"type":"Feature","properties":{{"code":"s{place}"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
            )
        };
        let map: Vec<String> = (1..=4).map(square).collect();
        let world = Self { folder: tempfile::tempdir().unwrap() };
        for (name, text) in [
            ("map.geojson", format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, map.join(","))),
            ("units.csv", "code,name,people\ns1,One,10\ns2,Two,20\ns3,Three,30\ns4,Four,40\n".to_owned()),
            (
                "mergers.csv",
                "date,old,new,new_name\n2025-01-01,s1,t1,Left\n2025-01-01,s2,t1,Left\n2025-01-01,s4,s3,Right\n"
                    .to_owned(),
            ),
            ("scenario.toml", scenario("mergers = \"mergers.csv\"")),
            ("unmerged.toml", scenario("")),
        ] {
            fs::write(world.path(name), text).unwrap();
        }
        world
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, verb: &str, scenario: &str, table: &str, more: &[&str]) -> Answer {
        fs::write(self.path("table.csv"), table).unwrap();
        let [table, scenario] = ["table.csv", scenario].map(|name| self.path(name));
        let args = [verb, text(&table), "--scenario", text(&scenario)];
        let output = Command::cargo_bin("zonewerk").unwrap().args(args).args(more).output().unwrap();
        let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        Answer { code: output.status.code(), stdout, stderr }
    }
}

struct Answer {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn scenario(mergers: &str) -> String {
    format!(
        "name = \"row\"\ntitle = \"Row\"\nprofile = \"call-2017\"\n[units]\nboundaries = \"map.geojson\"\n\
         attributes = \"units.csv\"\nkey = \"code\"\nname = \"name\"\npopulation = \"people\"\n\
         population_date = \"2022-01-01\"\n{mergers}\n[levels.zone]\nminimum = 1\nmaximum = 99\n"
    )
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_plan_without_conflict_is_printed_and_the_account_goes_to_the_error_output() {
    let answer = World::new().run("translate", "scenario.toml", "unit,zone\ns1,A\ns2,A\ns3,B\ns4,B\n", &[]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert_eq!(answer.stdout, "unit,zone,region\ns3,B,\nt1,A,\n");
    assert!(answer.stderr.starts_with("0 units kept, 2 mergers applied, 0 conflicts\n"), "{}", answer.stderr);
}

#[test]
fn the_audit_of_a_translated_plan_finds_each_conflict_and_no_other_split() {
    let world = World::new();
    let out = world.path("new.csv");
    let more = ["--out", text(&out), "--format", "json"];
    let answer = world.run("translate", "scenario.toml", "unit,zone\ns1,A\ns2,B\ns3,B\ns4,B\n", &more);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(1), ""));
    let account: Value = serde_json::from_str(&answer.stdout).unwrap();
    let expected = json!([{
        "kind": "divided-unit",
        "code": "t1",
        "name": "Left",
        "pieces": [
            { "old_code": "s1", "part": "One", "population": 10, "zone": "A" },
            { "old_code": "s2", "part": "Two", "population": 20, "zone": "B" },
        ],
        "largest_zone": "B",
        "population_moved": 10,
    }]);
    assert_eq!(account["conflicts"], expected);
    let table = fs::read_to_string(&out).unwrap();
    assert_eq!(table, "unit,zone,region,part,population\ns3,B,,,\nt1,A,,One,10\nt1,B,,Two,20\n");
    let audit = world.run("audit", "scenario.toml", &table, &["--format", "json"]);
    assert_eq!(audit.code, Some(1), "{}", audit.stderr);
    let report: Value = serde_json::from_str(&audit.stdout).unwrap();
    let findings = report["judgements"][0]["findings"].as_array().unwrap();
    let split: Vec<&Value> = findings.iter().filter(|finding| finding["rule"] == "split-unit").collect();
    assert_eq!(split.len(), 1, "{findings:?}");
    assert_eq!(split[0]["subject"]["code"], "t1");
}

#[test]
fn groups_are_translated_with_their_own_columns() {
    let table = "group;unit;source\nG;s1;law\nG;s2;decree\nH;s3;law\nK;s4;law\n";
    let answer = World::new().run("translate", "scenario.toml", table, &[]);
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
    assert_eq!(answer.stdout, "group,unit,part,source\nG,t1,,law; decree\nH,s3,Three,law\nK,s3,Four,law\n");
    for line in [
        "H holds part of Right (s3): Three (30 inhabitants), not Four (40 inhabitants)",
        "s3 is read as Three",
    ] {
        assert!(answer.stderr.contains(line), "{line:?} is missing in\n{}", answer.stderr);
    }
}

#[test]
fn what_cannot_be_translated_exits_2_and_writes_nothing() {
    for (scenario, table, expected) in [
        ("scenario.toml", "unit,zone\ns1,A\nt1,A\ns3,B\ns7,B\n", &["mixed-layouts", "unknown-unit"][..]),
        ("scenario.toml", "unit,zone\ns1,A\ns3,B\n", &["no row for unit s2 (Two)"]),
        ("scenario.toml", "unit;population\ns1;10\n", &["unknown-table"]),
        ("scenario.toml", "", &["empty-file"]),
        ("unmerged.toml", "unit,zone\ns1,A\ns2,A\ns3,B\ns4,B\n", &["scenario row has no mergers"]),
        ("none.toml", "unit,zone\n", &["missing-file"]),
    ] {
        let world = World::new();
        let out = world.path("new.csv");
        let answer = world.run("translate", scenario, table, &["--out", text(&out)]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{table:?}");
        for words in expected {
            assert!(answer.stderr.contains(words), "{words:?} is missing in\n{}", answer.stderr);
        }
        assert!(!out.exists(), "{table:?}");
    }
}

#[test]
fn translation_moves_nobody_and_its_result_is_a_plan_in_new_codes() {
    let territory = io::scenario(Some("flanders-2025")).unwrap().territory;
    let old: Vec<(String, u64)> = {
        let nothing = read_old_table("plan", b"unit,zone\n11007,A\n", &territory).unwrap_err();
        assert!(nothing.all().len() > 290, "every other unit misses a row");
        let merged = territory.mergers.iter().flat_map(|merger| &merger.old_units);
        let kept = territory
            .units()
            .values()
            .filter(|unit| territory.mergers.iter().all(|merger| merger.new_code != unit.code));
        merged.chain(kept).map(|unit| (unit.code.as_str().to_owned(), unit.population)).collect()
    };
    assert_eq!(old.len(), 300 + 19);
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let mut conflicts = 0;
    for zones in [1, 2, 3, 40] {
        let mut people: BTreeMap<String, u64> = BTreeMap::new();
        let mut table = "unit,zone\n".to_owned();
        for (code, population) in &old {
            let zone = format!("zone {}", random.random_range(0..zones));
            table += &format!("{code},{zone}\n");
            *people.entry(zone).or_default() += population;
        }
        let OldTable { layout, content } = read_old_table("plan", table.as_bytes(), &territory).unwrap();
        let TableContent::Plan(plan) = content else { panic!("a plan is read as one") };
        let (plan, account) = translate_plan(&territory, &layout, &plan);
        assert_eq!(population(&territory, &plan), people, "{zones} zones");
        conflicts += account.conflicts.len();
        assert_eq!(account.applied.len(), territory.mergers.len());
        assert_eq!(account.conflicts.is_empty(), zones == 1);
        let written = plan_csv(&territory, &plan);
        assert_eq!(read_plan("plan", &written, &territory).unwrap(), plan);
        let again = read_old_table("plan", &written, &territory).unwrap();
        let TableContent::Plan(same) = &again.content else { panic!("a plan is read as one") };
        let (same, account) = translate_plan(&territory, &again.layout, same);
        assert_eq!((same, account.applied.len()), (plan, 0), "a plan in new codes stays as it is");
    }
    assert!(conflicts > 10, "{conflicts} conflicts");
}

fn population(territory: &Territory, plan: &Plan) -> BTreeMap<String, u64> {
    let mut people: BTreeMap<String, u64> = BTreeMap::new();
    let mut add = |zone, count| *people.entry(plan.zones[zone].name.clone()).or_default() += count;
    for (unit, holding) in plan.holdings.iter() {
        match holding {
            Holding::Unassigned => {}
            Holding::Shared(zones) => {
                zones.iter().for_each(|&zone| add(zone, territory.unit(unit).population));
            }
            Holding::Whole(zone) => add(*zone, territory.unit(unit).population),
            Holding::Parts(parts) => parts.iter().for_each(|part| add(part.zone, part.population.unwrap())),
        }
    }
    people
}
