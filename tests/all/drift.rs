//! `zonewerk audit --population` as a user runs it: Flanders from 2017 to 2022, before and
//! after the mergers of 2025, and tables that cannot be used.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use tempfile::TempDir;

const YEARS: [i16; 6] = [2017, 2018, 2019, 2020, 2021, 2022];

struct Answer {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

/// Runs the audit with a table of populations.
fn drift(table: &str, arguments: &[&str]) -> Answer {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("p.csv");
    fs::write(&file, table).unwrap();
    let mut command = Command::cargo_bin("zonewerk").unwrap();
    let output = command.arg("audit").args(arguments).arg("--population").arg(&file).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn report(table: &str, arguments: &[&str]) -> Value {
    let answer = drift(table, &[arguments, &["--format", "json"]].concat());
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    serde_json::from_str(&answer.stdout).unwrap()
}

fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/flanders").join(name);
    csv::Reader::from_path(file).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Inhabitants of each municipality of 2019 in each of the years.
fn people() -> BTreeMap<String, Vec<u64>> {
    let of_year = |row: &BTreeMap<String, String>, year: i16| -> u64 {
        row[&format!("population_{year}")].parse().unwrap()
    };
    let of =
        |row: &BTreeMap<String, String>| (row["nis"].clone(), YEARS.map(|year| of_year(row, year)).to_vec());
    rows("municipalities.csv").iter().map(of).collect()
}

/// The same as a table, a row for each municipality and year.
fn table() -> String {
    let mut table = "unit,date,population\n".to_owned();
    for (code, people) in people() {
        for (year, people) in YEARS.iter().zip(people) {
            table += &format!("{code},{year},{people}\n");
        }
    }
    table
}

/// Units of each zone of the official plan of 2019, with the inhabitants of parts.
fn zones() -> BTreeMap<String, Vec<(String, Option<u64>)>> {
    let mut zones: BTreeMap<String, Vec<(String, Option<u64>)>> = BTreeMap::new();
    for row in rows("official_plan_2019.csv").into_iter().filter(|row| !row["zone"].is_empty()) {
        let part = row["population"].parse().ok();
        zones.entry(row["zone"].clone()).or_default().push((row["unit"].clone(), part));
    }
    zones
}

fn zone<'a>(report: &'a Value, name: &str) -> &'a Value {
    let zones = report["profiles"][0]["zones"].as_array().unwrap();
    zones.iter().find(|zone| zone["name"] == name).unwrap_or_else(|| panic!("no zone {name}"))
}

#[test]
fn zones_of_flanders_are_counted_and_followed_as_by_hand() {
    let report = report(&table(), &["--scenario", "flanders-2019"]);
    assert_eq!(report["population"]["scenario"], json!({ "used": "same", "date": "2022-01-01" }));
    let (people, zones) = (people(), zones());
    assert_eq!(zones.len(), 60);
    let last = date(2022, 1, 1);
    let mut crossings = 0;
    for (name, units) in &zones {
        let counted = |year: usize| -> u64 {
            let of = |(code, part): &(String, Option<u64>)| match part {
                None => people[code][year],
                Some(part) => {
                    (*part as f64 * people[code][year] as f64 / people[code][5] as f64).round() as u64
                }
            };
            units.iter().map(of).sum()
        };
        let expected: Vec<u64> = (0..6).map(counted).collect();
        let told = zone(&report, name);
        let points: Vec<u64> = told["points"]
            .as_array()
            .unwrap()
            .iter()
            .map(|point| point["population"].as_u64().unwrap())
            .collect();
        assert_eq!(points, expected, "{name}");
        // The bounds of the call; Brussels and Gent are excepted.
        let is_free = ["BruZEL", "Gent"].contains(&name.as_str());
        let (growth, days) = (expected[5] as i128 - expected[0] as i128, 1826);
        let is_within = |day: i128| {
            let people = expected[5] as i128 * days + growth * day;
            is_free || (75_000 * days..=125_000 * days).contains(&people)
        };
        let crossing = (1..=36_524).find(|&day| is_within(day) != is_within(0));
        let day: Option<Date> = crossing.map(|day| last.checked_add((day as i64).days()).unwrap());
        assert_eq!(told["crossing"]["date"], json!(day), "{name}");
        crossings += usize::from(day.is_some());
    }
    assert!(crossings > 20, "{crossings} crossings");
}

#[test]
fn counts_from_before_mergers_are_summed() {
    let report = report(&table(), &[]);
    assert_eq!(report["scenario"], "flanders-2025");
    let summed = report["population"]["summed"].as_array().unwrap();
    assert_eq!(summed.len(), 13);
    assert!(summed.iter().all(|merger| merger["dates"].as_array().unwrap().len() == 6));
    let people = people();
    let antwerp = summed.iter().find(|merger| merger["code"] == "11002").unwrap();
    assert_eq!(antwerp["old_codes"], json!(["11002", "11007"]));
    assert_eq!(report["population"]["scenario"]["used"], "same");
    let total = |year: usize| -> u64 { people.values().map(|people| people[year]).sum() };
    let zones = report["profiles"][0]["zones"].as_array().unwrap();
    let of_zones: u64 = zones.iter().map(|zone| zone["points"][5]["population"].as_u64().unwrap()).sum();
    // The parts of Antwerpen have together some thousands fewer in the plan than the city has.
    assert!(total(5).abs_diff(of_zones) < 5_000, "{} and {of_zones}", total(5));
}

#[test]
fn profiles_stand_one_after_the_other() {
    let arguments = ["-p", "call-2017", "-p", "decree-2024", "--lang", "nl"];
    let answer = drift(&table(), &arguments);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    assert!(answer.stdout.lines().all(|line| line.chars().count() <= 100), "{}", answer.stdout);
    for words in [
        "Tellingen onder call-2017: 75.000 tot 125.000 inwoners per zone",
        "Tellingen onder decree-2024: minstens 60.000 inwoners per zone",
        "1 januari 2019:",
        "Antwerpen (11002) + Borsbeek (11007) zijn opgeteld tot Antwerpen (11002) voor 6 datums",
    ] {
        let flat = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "{words:?} is missing in\n{}", answer.stdout);
    }
    assert!(!answer.stdout.contains('{'), "a message is missing in\n{}", answer.stdout);
}

#[test]
fn report_names_who_leaves_and_who_would() {
    let answer = drift(&table(), &["--scenario", "flanders-2019"]);
    let flat = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "call-2017: on 1 January 2022 14 of 60 zones are outside their bounds; in the 100 years after, at their \
         present trend, 36 would leave them and 1 would come back",
        "1 January 2018: 1 zone enters its bounds: Bonstato (75,013)",
        "1 January 2019: no zone leaves or enters its bounds",
        "Noorderkempen (125,722, 722 too many); 1 zone enters its bounds: Klein-Brabant Vaartland (75,346)",
        "Druivenstreek 119,125 124,505 +1,076 19 June 2022 above 125,000",
        "Dender Zuid 71,650 73,954 +461 9 April 2024 back up to 75,000",
        "Exceptions set other bounds for BruZEL, Gent",
        "The plan divides Antwerpen (11002): each part was taken to grow as its whole unit does",
    ] {
        assert!(flat.contains(words), "{words:?} is missing in\n{}", answer.stdout);
    }
    for form in ["md", "html"] {
        let page = drift(&table(), &["--scenario", "flanders-2019", "--format", form]).stdout;
        assert!(page.contains("9 April 2024") && page.contains("Drift of the official plan"), "{page}");
    }
}

#[test]
fn table_that_cannot_be_used_exits_2_with_every_problem() {
    let mut broken = table().replacen("11001,2017,14222", "11001,2017,many", 1);
    broken =
        broken.replacen("11002,2018,523248", "11002,18,523248", 1).replacen("11004,2019,", "11003,2019,", 1);
    let answer = drift(&broken, &["--scenario", "flanders-2019"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
    for words in [
        "4 problems in the input",
        "line 2, population: found \"many\"",
        "line 9, date: found \"18\"",
        "line 16, unit: found \"11003\"",
        "no row for unit 11004 (Boechout) at 2019-01-01,",
    ] {
        assert!(answer.stderr.contains(words), "{words:?} is missing in\n{}", answer.stderr);
    }
    let answer = drift(&table(), &["--format", "geojson"]);
    assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""));
}
