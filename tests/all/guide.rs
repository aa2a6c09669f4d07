//! The commands of the guide are run by a shell in an empty folder, and print what it says.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::console::{assert_current, renew};

/// Each is followed in a folder of its own, that has only `examples/luxembourg`.
const PAGES: [&str; 3] = ["docs/tutorial.md", "docs/your-own-country.md", "docs/proof.md"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files that a page tells to write: blocks that open with a language and a name.
fn files(page: &str) -> Vec<(&str, &str)> {
    page.split("\n```")
        .filter_map(|block| {
            let (opening, content) = block.split_once('\n')?;
            let (_, name) = opening.split_once(' ')?;
            (!content.is_empty() && name.contains('.') && !name.contains(' ')).then_some((name, content))
        })
        .collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// What a command prints, run by a shell that finds `zonewerk` first.
fn output(command: &str, folder: &Path) -> String {
    let program = PathBuf::from(assert_cmd::cargo::cargo_bin!("zonewerk"));
    let mut places = vec![program.parent().unwrap().to_owned()];
    places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let ran = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", env::join_paths(places).unwrap())
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&ran.stderr);
    assert!(!complaint.contains("error:"), "{command}\n{complaint}");
    assert!(matches!(ran.status.code(), Some(0 | 1)), "{command}\n{complaint}");
    String::from_utf8(ran.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn a_newcomer_who_follows_the_guide_sees_what_it_says() {
    let mut stale = String::new();
    for page in PAGES {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("examples/luxembourg"), &folder.path().join("examples/luxembourg"));
        let path = root().join(page);
        for (name, content) in files(&fs::read_to_string(&path).unwrap()) {
            fs::write(folder.path().join(name), format!("{content}\n")).unwrap();
        }
        renew(&path, &mut stale, |command| output(command, folder.path()));
    }
    assert_current(&stale);
}

#[test]
fn files_to_write_have_a_name() {
    let page = "Write\n\n```toml a.toml\nname = \"a\"\n\n[units]\n```\n\nand\n\n```sh\nls a.toml\n```\n";
    assert_eq!(files(page), [("a.toml", "name = \"a\"\n\n[units]")]);
}

/// Links of the pages of the guide to files of the project.
fn links(page: &str) -> Vec<&str> {
    page.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(link, _)| link.split('#').next().unwrap_or_default())
        .filter(|link| !link.is_empty() && !link.contains("://"))
        .collect()
}

#[test]
fn links_of_the_guide_lead_somewhere() {
    for page in PAGES.into_iter().chain(["docs/README.md", "docs/limits.md", "examples/luxembourg/README.md"])
    {
        let path = root().join(page);
        for link in links(&fs::read_to_string(&path).unwrap()) {
            assert!(path.parent().unwrap().join(link).exists(), "{page} links to {link}");
        }
    }
}

#[test]
fn every_page_stands_in_the_index() {
    let index = fs::read_to_string(root().join("docs/README.md")).unwrap();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_page = name.ends_with(".md") && name != "README.md";
        assert!(!is_page || index.contains(&format!("({name})")), "docs/README.md leaves out {name}");
    }
}
