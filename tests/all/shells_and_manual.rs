//! Completions and manual pages, which come from the options themselves.

use std::fs;
use std::process::Stdio;

use assert_cmd::Command;

fn printed(arguments: &[&str]) -> String {
    let assert = Command::cargo_bin("zonewerk").unwrap().args(arguments).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

/// Every verb that `--help` lists.
fn verbs() -> Vec<String> {
    let help = printed(&["--help"]);
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<String> =
        names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    assert!(names.len() > 12, "{names:?}");
    names
}

fn is_there(program: &str) -> bool {
    let tried = std::process::Command::new(program).arg("--version").stdout(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

#[test]
fn completions_of_every_shell_name_every_verb() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        for verb in verbs() {
            assert!(script.contains(&verb), "{shell}: {verb}");
        }
        assert!(script.contains("time-limit"), "{shell}");
    }
}

#[test]
fn bash_takes_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("zonewerk");
    fs::write(&file, printed(&["completions", "bash"])).unwrap();
    Command::new("bash").arg("-n").arg(&file).assert().success().stderr("");
    // What bash itself would offer for "zonewerk alt".
    let ask = format!(
        "source {}; COMP_WORDS=(zonewerk alt); COMP_CWORD=1; _zonewerk zonewerk alt zonewerk; echo ${{COMPREPLY[@]}}",
        file.display()
    );
    Command::new("bash").args(["-c", &ask]).assert().success().stdout("alternatives\n");
}

#[test]
fn every_verb_has_a_manual_page_with_its_sections() {
    let folder = tempfile::tempdir().unwrap();
    printed(&["man", folder.path().to_str().unwrap()]);
    let own = printed(&["man"]);
    assert_eq!(fs::read_to_string(folder.path().join("zonewerk.1")).unwrap(), own);
    for verb in verbs().iter().filter(|verb| *verb != "help") {
        let page = fs::read_to_string(folder.path().join(format!("zonewerk-{verb}.1"))).unwrap();
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES"] {
            assert!(page.contains(&format!(".SH {section}\n")), "{verb} has no {section}");
        }
        assert!(page.contains(&format!("zonewerk\\-{verb} \\- ")), "{verb} has no name");
    }
    for section in ["NAME", "SYNOPSIS", "SUBCOMMANDS", "EXAMPLES"] {
        assert!(own.contains(&format!(".SH {section}\n")), "no {section}");
    }
}

/// Where the machine has groff, it warns of nothing.
#[test]
fn manual_pages_are_sound_roff() {
    if !is_there("groff") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    printed(&["man", folder.path().to_str().unwrap()]);
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let shown = Command::new("groff").args(["-man", "-Tutf8", "-ww"]).arg(&path).assert().success();
        assert_eq!(String::from_utf8_lossy(&shown.get_output().stderr), "", "{}", path.display());
    }
}
