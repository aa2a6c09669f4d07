//! Changes to a plan, as somebody writes them: on the command line, in a table, in TOML.

mod faults;
mod table;
mod text;
mod toml;

pub use text::{ChangeKind, read_change};
pub(crate) use toml::ProposalFile;

use std::path::Path;

use crate::formats::table::problem;
use crate::{InputFile, InputProblems, Place, read_file};
use zonewerk_audit::proposal::{Draft, Note};
use zonewerk_core::territory::{NamedUnit, NoSuchUnit, Territory, UnitId, find_named_unit};

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
        problem("missing-file", &file, Place::File, &found, "a proposal: a table (.csv) or TOML (.toml)")
    })?;
    let is_toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let problems = if is_toml {
        toml::read(&file, &bytes, territory, draft)?
    } else {
        table::read(&file, &bytes, territory, draft)?
    };
    InputProblems::none_of(problems)?;
    Ok(InputFile::of_bytes(file, &bytes))
}

/// The unit that is meant; by what it was called before a merger, with a note.
fn unit(territory: &Territory, draft: &mut Draft<'_>, text: &str) -> Result<UnitId, NoSuchUnit> {
    let NamedUnit { unit, before } = find_named_unit(territory, text)?;
    if let Some(old) = before {
        draft.note(Note::BeforeMerger { old, unit: territory.label(unit) });
    }
    Ok(unit)
}
