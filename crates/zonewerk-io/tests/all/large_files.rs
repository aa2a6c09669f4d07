//! Large files, and small ones that would become large: the time to read a file grows as the file
//! does, and no file takes all memory.

use std::fs;
use std::time::{Duration, Instant};

use zonewerk_io::{MapFiles, Scenario, read_plan, read_population_series, scenario, survey_files};

use crate::load_faults::world::World;

/// What a reader may take for a file here. Each takes some tenths of a second; one whose time
/// grows with the square of the file would take minutes.
const LONGEST: Duration = Duration::from_secs(25);

fn in_time<T>(what: &str, read: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let answer = read();
    let taken = start.elapsed();
    assert!(taken < LONGEST, "{what} took {taken:?}");
    answer
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn flanders() -> Scenario {
    scenario(Some("flanders-2025")).expect("it is built in")
}

/// Codes of problems of a map.
fn map_problems(file: &str, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join(file);
    fs::write(&path, text).expect("the folder is writable");
    let files = MapFiles {
        maps: vec![path.display().to_string()],
        key: Some("code".to_owned()),
        ..MapFiles::default()
    };
    match survey_files(&files, None) {
        Ok(survey) => survey.problems.iter().map(|problem| problem.code.to_owned()).collect(),
        Err(problems) => problems.all().iter().map(|problem| problem.code.to_owned()).collect(),
    }
}

fn collection(features: impl Iterator<Item = String>) -> String {
    let features: Vec<String> = features.collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}", features.join(",\n"))
}

fn square(index: usize, properties: &str) -> String {
    let (x, y) = ((index % 300) as f64 / 100.0 + 4.0, (index / 300) as f64 / 100.0 + 50.0);
    let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)];
    let ring = corners.map(|(a, b)| format!("[{:.2},{:.2}]", x + a, y + b)).join(",");
    format!(
        r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
    )
}

#[test]
fn wide_tables_are_read_as_fast_as_long_ones() {
    let header = lines(400_000, |column| format!(",c{}", column % 200_000));
    let table = format!("unit,zone{header}\n");
    let flanders = flanders();
    let problems = in_time("a wide table", || read_plan("p.csv", table.as_bytes(), &flanders.territory));
    let problems = problems.expect_err("columns that a plan does not have");
    assert_eq!(problems.all().iter().filter(|problem| problem.code == "duplicate-column").count(), 200_000);
}

#[test]
fn wrong_codes_are_told_without_a_search_for_each() {
    let territory = flanders().territory;
    let codes = lines(200_000, |row| format!("unknown{row:06},z\n"));
    let table = format!("unit,zone\n11002,z\n{codes}");
    let problems = in_time("a plan", || read_plan("p.csv", table.as_bytes(), &territory));
    let problems = problems.expect_err("codes that nobody knows");
    assert_eq!(problems.all().iter().filter(|problem| problem.code == "unknown-unit").count(), 200_000);
    let printed = problems.to_string();
    assert!(printed.ends_with("more") && printed.lines().count() < 300, "{}", printed.len());

    let parts = lines(200_000, |row| format!("11002,z,part{row},region{row}\n"));
    let table = format!("unit,zone,part,region\n{parts}");
    in_time("a plan of parts", || read_plan("p.csv", table.as_bytes(), &territory))
        .expect_err("other units are missing");

    let rows = lines(200_000, |row| format!("unknown{row:06},2030,5\n"));
    let table = format!("unit,date,population\n{rows}");
    in_time("a series", || read_population_series("p.csv", table.as_bytes(), &territory))
        .expect_err("codes that nobody knows");
}

#[test]
fn a_long_value_is_not_repeated_in_every_problem() {
    let name = "p".repeat(100_000);
    let table = format!("unit,zone,{name}\n{}", lines(2_000, |row| format!("x{row},z\n")));
    let problems = read_plan("p.csv", table.as_bytes(), &flanders().territory).expect_err("short rows");
    assert!(problems.all().iter().all(|problem| problem.to_string().len() < 1_000));
}

#[test]
fn scenarios_with_many_entries_are_read_entry_by_entry() {
    let goals = "[goals]";
    for (what, count, entry, code) in [
        ("links", 60_000, "[[links]]\nbetween = [\"x#\", \"b1\"]\nreason = \"x\"\n", "unknown-unit"),
        (
            "fixed zones",
            60_000,
            "[[fixed_zones]]\nname = \"z#\"\nunits = [\"a1\"]\nreason = \"x\"\n",
            "duplicate-unit",
        ),
        ("pins", 60_000, "[[pins]]\nzone = \"z#\"\nholds = [\"x#\"]\nreason = \"x\"\n", "unknown-unit"),
        (
            "exceptions",
            60_000,
            "[[exceptions]]\ngroup = \"g#\"\nwaives = [\"group-straddles-zones\"]\nreason = \"x\"\n",
            "unknown-group",
        ),
        ("wrong keys", 20_000, "[[links]]\nbetwen = 3\n", "unknown-key"),
        ("wrong values", 20_000, "[[links]]\nbetween = 3\nreason = \"x\"\n", "wrong-value"),
    ] {
        let entries = lines(count, |number| entry.replace('#', &number.to_string()));
        let groups = format!("group,unit,part\n{}", lines(20_000, |row| format!("f{row},a1,\n")));
        let world = World::plain()
            .with("scenario.toml", goals, &format!("{entries}\n{goals}"))
            .with_file("circles.csv", groups);
        let problems = in_time(what, || world.load().expect_err(what));
        assert!(problems.all().iter().any(|problem| problem.code == code), "{what}");
    }
}

#[test]
fn entries_after_a_hundred_wrong_keys_are_said_not_to_be_looked_at() {
    let entries = lines(300, |_| "[[links]]\nbetwen = 3\n".to_owned());
    let world = World::plain().with("scenario.toml", "[goals]", &format!("{entries}\n[goals]"));
    let problems = world.problems();
    assert_eq!(problems.len(), 101);
    assert_eq!(
        problems[100],
        "scenario.toml: found 100 wrong keys, after which the rest was not looked at, expected keys that are \
         known [many-wrong-keys]"
    );
}

#[test]
fn a_property_of_its_own_in_each_feature_is_refused_before_it_takes_all_memory() {
    let map = collection((0..30_000).map(|index| square(index, &format!("\"code\":{index},\"p{index}\":1"))));
    assert_eq!(map_problems("m.geojson", &map), ["expands-too-much"]);
    let map = collection((0..300).map(|index| square(index, &format!("\"code\":{index},\"p{index}\":1"))));
    assert_eq!(map_problems("m.geojson", &map), Vec::<String>::new());
}

/// Features of one ring each, which walks the only arc, of so many positions, so often.
fn repeated_arcs(features: usize, times: usize, positions: usize) -> String {
    let ring = vec!["0"; times].join(",");
    let feature = |index: usize| {
        format!(r#"{{"type":"Polygon","properties":{{"code":"u{index}"}},"arcs":[[{ring}]]}}"#)
    };
    let features: Vec<String> = (0..features).map(feature).collect();
    let steps = lines(positions / 2, |_| "[0,1],[0,-1],".to_owned());
    format!(
        r#"{{"type":"Topology","transform":{{"scale":[0.001,0.001],"translate":[4,50]}},
        "objects":{{"units":{{"type":"GeometryCollection","geometries":[{}]}}}},
        "arcs":[[[0,0],[100,0],[0,100],{steps}[-100,-100]]]}}"#,
        features.join(",")
    )
}

#[test]
fn arcs_that_are_walked_again_and_again_are_refused_before_they_take_all_memory() {
    for map in [repeated_arcs(3_000, 100, 3_000), repeated_arcs(1, 100_000, 10_000)] {
        let problems = in_time("TopoJSON", || map_problems("m.topojson", &map));
        assert_eq!(problems, ["expands-too-much"], "a map of {} bytes", map.len());
    }
    // A map over which units lie several times is answered as before.
    let problems = map_problems("m.topojson", &repeated_arcs(20, 1, 10));
    assert!(!problems.contains(&"expands-too-much".to_owned()), "{problems:?}");
}

#[test]
fn what_lies_in_itself_deeper_than_a_stack_is_told() {
    let nested = |depth: usize, open: &str, close: &str| open.repeat(depth) + &close.repeat(depth);
    let collections = nested(50_000, r#"{"type":"GeometryCollection","geometries":["#, "]}");
    let lists = nested(100_000, "[", "]");
    for (geometry, code) in [
        (collections, "not-a-polygon"),
        (format!(r#"{{"type":"Polygon","coordinates":{lists}}}"#), "empty-geometry"),
    ] {
        let deep = format!(r#"{{"type":"Feature","properties":{{"code":"deep"}},"geometry":{geometry}}}"#);
        let map = collection([square(0, "\"code\":\"flat\""), deep].into_iter());
        let problems = in_time(code, || map_problems("m.geojson", &map));
        assert_eq!(problems, [code]);
    }
    let deep = collection([square(0, &format!("\"code\":\"a\",\"deep\":{lists}"))].into_iter());
    assert_eq!(map_problems("m.geojson", &deep), ["not-json"]);
    for text in [format!("deep = {lists}\n"), format!("{}x = 1\n", "a.".repeat(100_000))] {
        let world = World::plain().with("scenario.toml", "title = ", &format!("{text}title = "));
        in_time("TOML", || world.load()).expect_err("a key that nobody knows");
    }
}

#[test]
fn features_of_one_code_are_told_one_by_one() {
    let map = collection((0..100_000).map(|index| square(index, "\"code\":\"u\"")));
    let problems = in_time("a map", || map_problems("m.geojson", &map));
    assert_eq!(problems.len(), 99_999);
}
