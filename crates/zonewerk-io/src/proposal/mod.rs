//! Changes to a plan, as somebody writes them: on the command line, in a table, in TOML.

mod command_line_changes;
mod proposal_faults;
mod proposal_table;
mod proposal_toml;

pub use command_line_changes::{ChangeKind, read_change};
pub(crate) use proposal_toml::ProposalFile;

use std::path::Path;

use crate::formats::csv_table::problem;
use crate::{InputFile, InputPlace, InputProblems, read_file};
use zonewerk_audit::proposal::{ChangeNote, Draft};
use zonewerk_core::territory::{NoSuchUnit, Territory, UnitId, UnitMatch, find_named_unit};

/// Makes the changes of a file: TOML, or a table with the columns unit and zone.
///
/// # Errors
/// Everything that is wrong with it, at once. What can be made of it is made all the same.
pub fn read_proposal(
    path: &Path,
    territory: &Territory,
    draft: &mut Draft<'_>,
) -> Result<InputFile, InputProblems> {
    let file = path.display().to_string();
    let bytes = read_file(path).map_err(|error| {
        let found = format!("a file that cannot be read ({error})");
        problem("missing-file", &file, InputPlace::File, &found, "a proposal: a table (.csv) or TOML (.toml)")
    })?;
    let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let problems = if is_toml {
        proposal_toml::read(&file, &bytes, territory, draft)?
    } else {
        proposal_table::read(&file, &bytes, territory, draft)?
    };
    InputProblems::none_of(problems)?;
    Ok(InputFile::of_bytes(file, &bytes))
}

/// The unit that is meant; by what it was called before a merger, with a note.
fn unit(territory: &Territory, draft: &mut Draft<'_>, text: &str) -> Result<UnitId, NoSuchUnit> {
    let UnitMatch { unit, before } = find_named_unit(territory, text)?;
    if let Some(old) = before {
        draft.note(ChangeNote::BeforeMerger { old, unit: territory.label(unit) });
    }
    Ok(unit)
}
