use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args;

use super::say;
use zonewerk_io as load;
use zonewerk_report as render;

/// Write the built-in scenarios and their data as files to start from
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  zonewerk export flanders
  zonewerk solve flanders/flanders-2025.toml --out result

Exit codes: 0 written, 2 not written.")]
pub(super) struct ExportArgs {
    /// Folder to write in; made when absent
    #[arg(default_value = "flanders")]
    dir: PathBuf,
    /// Replace files that have other content
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: ExportArgs) -> Result<ExitCode> {
    let changed: Vec<String> = load::embedded_files()
        .map(|(name, bytes)| (args.dir.join(name), bytes))
        .filter(|(path, bytes)| is_other(path, bytes))
        .map(|(path, _)| path.display().to_string())
        .collect();
    if !changed.is_empty() && !args.force {
        bail!(
            "these files have other content and were left alone; --force replaces them\n  {}",
            changed.join("\n  ")
        );
    }
    let cannot = || format!("cannot write in {}", args.dir.display());
    let files: Vec<(&str, Vec<u8>)> =
        load::embedded_files().map(|(name, bytes)| (name, bytes.to_vec())).collect();
    render::write_all(&args.dir, &files).with_context(cannot)?;
    let mut answer = format!("{} files in {}\n", files.len(), args.dir.display());
    for name in load::scenario_names() {
        answer += &format!("  zonewerk solve {}\n", args.dir.join(format!("{name}.toml")).display());
    }
    say(answer)?;
    Ok(ExitCode::SUCCESS)
}

/// Whether something else stands there: other content, or what cannot be read.
fn is_other(path: &Path, bytes: &[u8]) -> bool {
    match load::read_file(path) {
        Ok(there) => there != bytes,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_the_same_content_or_nothing_may_be_written_over() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("same"), "a").expect("the folder is writable");
        fs::write(path("other"), "b").expect("the folder is writable");
        fs::create_dir(path("folder")).expect("the folder is writable");
        for (name, expected) in [("same", false), ("other", true), ("folder", true), ("none", false)] {
            assert_eq!(is_other(&path(name), b"a"), expected, "{name}");
        }
    }
}
