//! Where maps, pages and GIS files are written, and where they are refused before the work.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const LIMBURG: &str = "examples/limburg/limburg.toml";

/// What is said on standard error, with this exit code.
fn said(arguments: &[&str], code: i32) -> String {
    let answer = Command::cargo_bin("zonewerk").unwrap().args(arguments).assert().code(code);
    String::from_utf8(answer.get_output().stderr.clone()).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn no_file_is_written_twice_or_over_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let map = out.join("map.svg");
    let told = said(&["solve", LIMBURG, "--out", text(&out), "--map", text(&map)], 2);
    assert!(told.contains("would be written twice"), "{told}");
    assert!(!map.exists());

    let [one, same] = ["a.csv", "./a.csv"].map(|name| folder.path().join(name));
    let told = said(&["audit", "-s", LIMBURG, "--gis", text(&one), "--gis", text(&same)], 2);
    assert!(told.contains("would be written twice"), "{told}");

    let taken = folder.path().join("taken.svg");
    fs::create_dir(&taken).unwrap();
    let table = folder.path().join("b.csv");
    let told = said(&["audit", "-s", LIMBURG, "--map", text(&taken), "--gis", text(&table)], 2);
    assert!(told.contains("it is a folder"), "{told}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing but the folder of before");
}

#[test]
fn what_is_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("plan.csv");
    let told = said(&["audit", "-s", LIMBURG, "--gis", text(&table)], 1);
    for layer in ["units", "zones", "findings"] {
        let file = folder.path().join(format!("plan-{layer}.csv"));
        assert!(told.contains(&format!("wrote {}", file.display())) && file.exists(), "{told}");
    }
    assert!(!table.exists());
}

#[test]
fn profiles_that_columns_cannot_tell_apart_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let profile = |file: &str, name: &str| {
        let path = folder.path().join(file);
        fs::write(
            &path,
            format!("name = \"{name}\"\ntitle = \"T\"\nsource = \"S\"\nextends = \"call-2017\"\n"),
        )
        .unwrap();
        path
    };
    let (one, other) = (profile("one.toml", "a-b"), profile("other.toml", "A_b"));
    let told = said(&["audit", "-p", text(&one), "-p", text(&other)], 2);
    assert!(told.contains("cannot tell apart"), "{told}");
}

#[test]
fn a_plan_in_force_is_named_in_the_language_of_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    let moved = ["try", "-s", LIMBURG, "--move", "Zutendaal=Maasland", "--lang", "nl"];
    said(&[&moved[..], &["--report", text(&page)]].concat(), 1);
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("het officiële plan van limburg, met wijzigingen"));
    assert!(!page.contains("the official plan"));
}

#[test]
fn a_plan_of_another_territory_is_one_fault() {
    let told = said(&["audit", "examples/luxembourg/base_plan.csv"], 2);
    assert!(
        told.contains("none of them of a unit of the territory") && told.contains("--scenario"),
        "{told}"
    );
    assert!(told.lines().count() < 4, "{told}");
}
