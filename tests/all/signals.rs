//! A signal ends a search as Ctrl-C does: with what is known, and an answer.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

/// Number of a signal, and its name.
const SIGNALS: [(u32, &str); 3] = [(1, "HUP"), (2, "INT"), (15, "TERM")];

/// A search that takes minutes.
fn long_search() -> Child {
    Command::new(env!("CARGO_BIN_EXE_zonewerk"))
        .args(["solve", "examples/flanders/drawn-regions.toml", "--format", "json", "--threads", "1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn send(search: &Child, name: &str) {
    let sent = Command::new("kill").args([format!("-{name}"), search.id().to_string()]).status();
    assert!(sent.unwrap().success());
}

/// Whether a signal is ignored here, as HUP is under nohup: then the program ignores it too.
fn is_ignored(number: u32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap();
    u64::from_str_radix(ignored.trim(), 16).unwrap() >> (number - 1) & 1 == 1
}

/// Waits until the program listens to a signal.
fn wait_until_heard(search: &mut Child, number: u32) {
    loop {
        assert_eq!(search.try_wait().unwrap(), None, "the search is over");
        let status = fs::read_to_string(format!("/proc/{}/status", search.id())).unwrap();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
        if u64::from_str_radix(caught.trim(), 16).unwrap() >> (number - 1) & 1 == 1 {
            return;
        }
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_signal_ends_the_search_with_what_is_known() {
    for (number, name) in SIGNALS.into_iter().filter(|(number, _)| !is_ignored(*number)) {
        let mut search = long_search();
        wait_until_heard(&mut search, number);
        send(&search, name);
        let answer = search.wait_with_output().unwrap();
        assert!([Some(0), Some(2)].contains(&answer.status.code()), "{name}: {:?}", answer.status);
        let report: Value = serde_json::from_slice(&answer.stdout).unwrap();
        assert_eq!(report["outcome"]["stopped"]["kind"], "interrupted", "{name}");
    }
}

/// Session managers send several signals at once, and mean one.
#[test]
fn a_pair_of_signals_is_one_wish_to_stop() {
    let pairs = [("TERM", "HUP"), ("HUP", "TERM")];
    for (one, other) in pairs.into_iter().filter(|_| !is_ignored(1)) {
        let mut search = long_search();
        wait_until_heard(&mut search, 1);
        wait_until_heard(&mut search, 15);
        let pair = format!("kill -{one} {0}; kill -{other} {0}", search.id());
        assert!(Command::new("sh").args(["-c", &pair]).status().unwrap().success());
        let answer = search.wait_with_output().unwrap();
        assert!([Some(0), Some(2)].contains(&answer.status.code()), "{pair}: {:?}", answer.status);
        let report: Value = serde_json::from_slice(&answer.stdout).unwrap();
        assert_eq!(report["outcome"]["stopped"]["kind"], "interrupted", "{pair}");
    }
}
