//! Finds HiGHS: in the folder `HIGHS_DIR`, or where `tools/native-deps.sh` puts it, which runs
//! here if it has not run before.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo:rustc-check-cfg=cfg(highs_embedded)");
    println!("cargo:rerun-if-env-changed=HIGHS_DIR");
    let folder = folder();
    // Watched by name: a folder that is gone or replaced is looked for again.
    println!("cargo:rerun-if-changed={}", folder.display());
    let archive = folder.join("libhighs.a");
    let shared = folder.join("libhighs.so");
    if archive.exists() {
        let cxx = if target("OS") == "macos" { "c++" } else { "stdc++" };
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static=highs");
        println!("cargo:rustc-link-lib={cxx}");
    } else if shared.exists() && target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo:rustc-cfg=highs_embedded");
        println!("cargo:rustc-env=HIGHS_LIBRARY={}", shared.display());
    } else {
        panic!(
            "no HiGHS for this target in {}: set HIGHS_DIR to a folder with its libhighs.a",
            folder.display()
        );
    }
}

fn target(what: &str) -> String {
    std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default()
}

fn folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("HIGHS_DIR") {
        let folder = PathBuf::from(folder);
        return folder.canonicalize().unwrap_or_else(|error| panic!("HIGHS_DIR is {}: {error}", folder.display()));
    }
    let [target, host] = ["TARGET", "HOST"].map(|what| std::env::var(what).unwrap_or_default());
    if target != host {
        panic!("HiGHS is here for {host} and not for {target}: set HIGHS_DIR to a folder with its libhighs.a");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let folder = root.join(concat!(".build-tools/highs-", env!("CARGO_PKG_VERSION")));
    if !folder.exists() {
        let done = Command::new("bash").arg(root.join("tools/native-deps.sh")).status();
        if !done.is_ok_and(|status| status.success()) {
            panic!("tools/native-deps.sh found no way to get HiGHS: see its words above");
        }
    }
    folder
}
