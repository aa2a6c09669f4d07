//! Every planted fault is found in every format, and nothing else is: the doctor neither
//! overlooks nor invents, and changes nothing.

mod faults;
mod files;
mod fitting;
mod model;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use faults::{FAULTS, Fault};
use files::{FORMATS, Format, write};
use model::Model;
use zonewerk_io::check::{CheckOptions, Checkup, checkup};
use zonewerk_io::survey_files;

/// Kind and units of each problem, units joined by a blank.
type Found = BTreeSet<(String, String)>;

fn examine(model: &Model, format: Format, with_table: bool) -> Checkup {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let files = write(model, format, with_table, folder.path());
    let before = contents(folder.path());
    let survey = survey_files(&files, None).expect("files that can be read");
    assert!(survey.fit.units.is_empty(), "{format:?}: borders were changed");
    let found = checkup(&survey, &survey.graph(), &CheckOptions::default());
    assert_eq!(contents(folder.path()), before, "{format:?}: files were changed");
    found
}

fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

fn found(checkup: &Checkup) -> Found {
    let codes = |units: &[zonewerk_io::check::FindingUnit]| {
        units.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>().join(" ")
    };
    checkup.problems.iter().map(|finding| (finding.kind.to_owned(), codes(&finding.units))).collect()
}

#[test]
fn clean_files_have_no_problem() {
    for format in FORMATS {
        for with_table in [false, true] {
            let checkup = examine(&Model::clean(), format, with_table);
            assert_eq!(checkup.problems, [], "{format:?}, table {with_table}");
            assert_eq!(checkup.notes, [], "{format:?}, table {with_table}");
        }
    }
}

#[test]
fn every_planted_fault_is_found_in_every_format_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut files = 0;
    for Fault { name, plant, expected, with_table } in FAULTS {
        let mut model = Model::clean();
        plant(&mut model);
        let expected: Found =
            expected.iter().map(|(kind, units)| ((*kind).to_owned(), (*units).to_owned())).collect();
        assert!(!expected.is_empty(), "{name} expects nothing");
        for format in FORMATS {
            for table in with_table.iter().copied() {
                files += 1;
                let found = found(&examine(&model, format, table));
                if found != expected {
                    wrong.push(format!("{name}, {format:?}, table {table}:\n  {found:?}\n  {expected:?}"));
                }
            }
        }
    }
    assert!(FAULTS.len() >= 12 && files >= 5 * FAULTS.len());
    assert!(wrong.is_empty(), "{} of {files}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_geometric_finding_says_where_and_how_big() {
    for Fault { name, plant, .. } in FAULTS {
        let mut model = Model::clean();
        plant(&mut model);
        for finding in examine(&model, Format::Shapefile, false).problems {
            assert!(!finding.effect.is_empty() && !finding.found.is_empty(), "{name}: {finding:?}");
            if ["overlap", "gap", "sliver", "self-intersection", "multipart-unit"].contains(&finding.kind) {
                let at = finding.at.expect(name);
                assert!((4.1..4.4).contains(&at.x) && (50.8..51.0).contains(&at.y), "{name}: {at:?}");
                assert!(finding.size.area_m2.is_some_and(|area| area > 0.0), "{name}: {finding:?}");
            }
        }
    }
}
