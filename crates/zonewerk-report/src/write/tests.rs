use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::*;

/// Names and contents of the files that a user sees in a folder; a folder in it counts as its
/// files.
fn seen(folder: &Path) -> BTreeMap<String, String> {
    let mut seen = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with(HIDDEN) {
            continue;
        }
        if entry.path().is_dir() {
            let inner = self::seen(&entry.path());
            seen.extend(inner.into_iter().map(|(file, text)| (format!("{name}/{file}"), text)));
        } else {
            seen.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    seen
}

fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = names.map(|entry| entry.file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(HIDDEN)).collect()
}

fn set(words: &[(&str, &str)]) -> BTreeMap<String, String> {
    words.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const OTHERS: [(&str, &str); 3] =
    [("notes.txt", "mine"), ("sub/deep.txt", "mine too"), ("sub/deeper/x.txt", "and this")];

/// A folder with an answer of before, and with what is the user's own.
fn with_old(folder: &Path) {
    fs::create_dir_all(folder.join("sub/deeper")).unwrap();
    for (name, text) in OTHERS {
        fs::write(folder.join(name), text).unwrap();
    }
    symlink("notes.txt", folder.join("link")).unwrap();
    for name in ["plan.csv", "map.svg", "report.json"] {
        fs::write(folder.join(name), "old").unwrap();
    }
    fs::set_permissions(folder.join("plan.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o750)).unwrap();
}

const STALE: [&str; 3] = ["plan.csv", "map.svg", "report.json"];

fn new_files() -> Vec<(&'static str, Vec<u8>)> {
    vec![("plan.csv", b"new".to_vec()), ("report.json", b"new".to_vec()), ("zones.csv", b"new".to_vec())]
}

fn with_others(words: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut all = set(words);
    all.extend(set(&OTHERS));
    all.insert("link".to_owned(), "mine".to_owned());
    all
}

fn old_set() -> BTreeMap<String, String> {
    with_others(&[("plan.csv", "old"), ("map.svg", "old"), ("report.json", "old")])
}

fn new_set() -> BTreeMap<String, String> {
    with_others(&[("plan.csv", "new"), ("report.json", "new"), ("zones.csv", "new")])
}

/// Not a test of itself: what the tests below run in a process that is killed.
#[test]
fn what_a_killed_process_does() {
    let Ok(folder) = std::env::var("ZONEWERK_TEST_FOLDER") else { return };
    let folder = PathBuf::from(folder);
    let files = new_files();
    match std::env::var("ZONEWERK_TEST_WRITES").unwrap().as_str() {
        "folder" => drop(write_folder(&folder, &files, &STALE).unwrap()),
        "in place" => {
            let set: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, &bytes[..])).collect();
            in_place::replace(&folder, &set, &["map.svg"]).unwrap();
        }
        "set" => {
            let set = files.iter().map(|(name, bytes)| (folder.join(name), &bytes[..]));
            write_set(set, [folder.join("map.svg")]).unwrap();
        }
        "one" => write_whole(&folder.join("plan.csv"), b"new").unwrap(),
        other => unreachable!("{other}"),
    }
}

/// Runs a writer that is killed before its first, second, ... call, and looks at the folder
/// after each. Says how many calls it makes.
fn killed_at_every_call(writes: &str, before: fn(&Path), look: impl Fn(&Path, usize)) -> usize {
    for last in 0.. {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("result");
        before(&folder);
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "write::tests::what_a_killed_process_does", "--quiet"])
            .env("ZONEWERK_TEST_FOLDER", &folder)
            .env("ZONEWERK_TEST_WRITES", writes)
            .env("ZONEWERK_TEST_LAST_CALL", last.to_string())
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        assert!(status.success() || status.signal() == Some(9), "{writes}: {status}");
        look(&folder, last);
        if status.success() {
            return last;
        }
    }
    unreachable!("the writer comes to an end");
}

#[test]
fn a_folder_shows_the_old_set_or_the_new_one_whenever_a_run_is_killed() {
    let calls = killed_at_every_call("folder", with_old, |folder, last| {
        let shown = seen(folder);
        assert!(shown == old_set() || shown == new_set(), "killed before call {last}: {shown:#?}");
        let was_old = shown == old_set();
        tidy(folder);
        assert_eq!(seen(folder), if was_old { old_set() } else { new_set() }, "tidied after {last}");
        let home = folder.parent().unwrap();
        assert_eq!((hidden(home), hidden(folder)), (vec![], vec![]), "left behind after {last}");
        assert!(fs::symlink_metadata(folder.join("sub")).unwrap().is_dir());
        assert!(fs::symlink_metadata(folder.join("link")).unwrap().is_symlink());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(folder), mode(&folder.join("plan.csv"))), (0o750, 0o640));
        write_folder(folder, &new_files(), &STALE).unwrap();
        assert_eq!(seen(folder), new_set(), "written again after {last}");
        assert_eq!(fs::metadata(folder.join("notes.txt")).unwrap().nlink(), 1);
    });
    assert!(calls > 20, "{calls} calls");
}

/// What a user does meanwhile: saves by renaming, and makes a new file.
pub(super) fn save(folder: &Path) {
    // On a clock that is coarse, later than what was there.
    std::thread::sleep(std::time::Duration::from_millis(12));
    fs::write(folder.join("notes.tmp"), "saved").unwrap();
    fs::rename(folder.join("notes.tmp"), folder.join("notes.txt")).unwrap();
    fs::write(folder.join("fresh.txt"), "fresh").unwrap();
}

#[test]
fn what_a_user_saves_meanwhile_is_not_lost() {
    let saved = |mut set: BTreeMap<String, String>| {
        set.insert("notes.txt".to_owned(), "saved".to_owned());
        set.insert("link".to_owned(), "saved".to_owned());
        set.insert("fresh.txt".to_owned(), "fresh".to_owned());
        set
    };
    for at in 0.. {
        // Killed at once, a little later, or never.
        for last in [at, at + 1, at + 4, usize::MAX] {
            let home = tempfile::tempdir().unwrap();
            let folder = home.path().join("result");
            with_old(&folder);
            let status = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "write::tests::what_a_killed_process_does", "--quiet"])
                .env("ZONEWERK_TEST_FOLDER", &folder)
                .env("ZONEWERK_TEST_WRITES", "folder")
                .env("ZONEWERK_TEST_LAST_CALL", last.to_string())
                .env("ZONEWERK_TEST_SAVE_CALL", at.to_string())
                .stdout(std::process::Stdio::null())
                .status()
                .unwrap();
            assert!(status.success() || status.signal() == Some(9), "{status}");
            if !folder.join("fresh.txt").exists() && last == at && status.success() {
                assert!(at > 20, "{at} calls");
                return;
            }
            tidy(&folder);
            let shown = seen(&folder);
            let is_whole = shown == saved(new_set()) || (!status.success() && shown == saved(old_set()));
            assert!(is_whole, "saved before call {at}, killed before {last}: {shown:#?}");
            assert_eq!((hidden(home.path()), hidden(&folder)), (vec![], vec![]), "{at} {last}");
        }
    }
}

#[test]
fn a_new_folder_is_there_with_all_its_files_or_not_at_all() {
    let whole = set(&[("plan.csv", "new"), ("report.json", "new"), ("zones.csv", "new")]);
    let calls = killed_at_every_call(
        "folder",
        |_| {},
        |folder, last| {
            assert!(!folder.exists() || seen(folder) == whole, "killed before call {last}");
            tidy(folder);
            assert_eq!(hidden(folder.parent().unwrap()), Vec::<String>::new(), "left behind after {last}");
        },
    );
    assert!(calls > 4, "{calls} calls");
}

#[test]
fn files_of_two_answers_never_stand_side_by_side_in_a_folder_that_cannot_be_exchanged() {
    for writes in ["in place", "set"] {
        let calls = killed_at_every_call(writes, with_old, |folder, last| {
            let shown = seen(folder);
            let is = |text: &str| {
                STALE
                    .iter()
                    .chain(&["zones.csv"])
                    .any(|name| shown.get(*name).is_some_and(|there| there == text))
            };
            assert!(!(is("old") && is("new")), "{writes}: killed before call {last}: {shown:#?}");
            tidy(folder);
            let shown = seen(folder);
            assert!(shown == old_set() || shown == new_set(), "{writes}: tidied after {last}: {shown:#?}");
            assert_eq!(hidden(folder), Vec::<String>::new(), "left behind after {last}");
        });
        assert!(calls > 10, "{writes}: {calls} calls");
    }
}

#[test]
fn one_file_is_old_or_new_and_keeps_its_mode() {
    killed_at_every_call("one", with_old, |folder, last| {
        let text = fs::read_to_string(folder.join("plan.csv")).unwrap();
        assert!(text == "old" || text == "new", "killed before call {last}: {text}");
        write_whole(&folder.join("plan.csv"), b"newer").unwrap();
        assert_eq!(hidden(folder), Vec::<String>::new(), "left behind after {last}");
        assert_eq!(fs::metadata(folder.join("plan.csv")).unwrap().mode() & 0o777, 0o640);
    });
}

#[test]
fn the_folder_itself_stays() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("result");
    with_old(&folder);
    let before = fs::metadata(&folder).unwrap().ino();
    assert_eq!(write_folder(&folder, &new_files(), &STALE).unwrap(), ["map.svg"]);
    assert_eq!(seen(&folder), new_set());
    assert_eq!(fs::metadata(&folder).unwrap().ino(), before);
    let linked = home.path().join("linked");
    symlink(&folder, &linked).unwrap();
    write_folder(&linked, &[("plan.csv", b"third".to_vec())], &STALE).unwrap();
    assert!(fs::symlink_metadata(&linked).unwrap().is_symlink());
    assert_eq!(seen(&folder), with_others(&[("plan.csv", "third"), ("zones.csv", "new")]));
}

#[test]
fn a_folder_of_many_other_files_is_replaced_where_it_stands() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("result");
    fs::create_dir(&folder).unwrap();
    for number in 0..=10_001 {
        fs::write(folder.join(format!("{number}.txt")), "").unwrap();
    }
    write_folder(&folder, &new_files(), &STALE).unwrap();
    assert_eq!(seen(&folder).len(), 10_002 + 3);
    assert_eq!((hidden(home.path()), hidden(&folder)), (vec![], vec![]));
}

#[test]
fn what_is_no_file_or_read_only_is_refused_and_a_link_is_written_through() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    fs::write(path("real.csv"), "old").unwrap();
    symlink("real.csv", path("link.csv")).unwrap();
    write_whole(&path("link.csv"), b"new").unwrap();
    assert!(fs::symlink_metadata(path("link.csv")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(path("real.csv")).unwrap(), "new");
    symlink("to-be.csv", path("dangling.csv")).unwrap();
    write_whole(&path("dangling.csv"), b"made").unwrap();
    assert_eq!(fs::read_to_string(path("to-be.csv")).unwrap(), "made");
    symlink("round", path("round")).unwrap();
    fs::write(path("shut.csv"), "old").unwrap();
    fs::set_permissions(path("shut.csv"), fs::Permissions::from_mode(0o444)).unwrap();
    fs::create_dir(path("folder.csv")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        path("pipe.csv"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from_raw_mode(0o600),
        0,
    )
    .unwrap();
    for (name, why) in [
        ("round", "leads to itself"),
        ("shut.csv", "read-only"),
        ("folder.csv", "folder"),
        ("pipe.csv", "pipe"),
    ] {
        let told = write_whole(&path(name), b"new").unwrap_err().to_string();
        assert!(told.contains(why), "{name}: {told}");
    }
    let told = write_all(home.path(), &[("link.csv", Vec::new())]).unwrap_err().to_string();
    assert!(told.contains("link.csv") && told.contains("symbolic link"), "{told}");
    assert_eq!(fs::read_to_string(path("real.csv")).unwrap(), "new");
    assert_eq!(fs::read_to_string(path("shut.csv")).unwrap(), "old");
    assert_eq!(hidden(home.path()), Vec::<String>::new());
}

#[test]
fn runs_at_the_same_time_leave_one_whole_set() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("result");
    with_old(&folder);
    std::thread::scope(|scope| {
        for who in ["a", "b", "c", "d"] {
            let folder = &folder;
            scope.spawn(move || {
                for _ in 0..20 {
                    let files = ["plan.csv", "report.json"].map(|name| (name, who.as_bytes().to_vec()));
                    write_folder(folder, &files, &STALE).unwrap();
                }
            });
        }
        for _ in 0..200 {
            let plan = fs::read_to_string(folder.join("plan.csv")).unwrap();
            assert!(!plan.is_empty());
        }
    });
    let shown = seen(&folder);
    assert_eq!(shown["plan.csv"], shown["report.json"]);
    assert_eq!((hidden(home.path()), hidden(&folder)), (vec![], vec![]));
}
