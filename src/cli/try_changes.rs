//! Changes on the command line, in the order of writing.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use zonewerk_audit::proposal::Draft;
use zonewerk_core::territory::Territory;
use zonewerk_io::{ChangeKind, InputFile, read_change, read_proposal};

/// What changes are made, in the order in which they stand on the command line.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Vec<Written>);

#[derive(Clone, Debug)]
enum Written {
    Change(ChangeKind, String),
    File(PathBuf),
}

/// Option, value, help.
const OPTIONS: [(ChangeKind, &str, &str); 5] = [
    (ChangeKind::Move, "UNIT[,UNIT...]=ZONE", "Move units, whole, to a zone"),
    (
        ChangeKind::Merge,
        "ZONE+ZONE[=NAME]",
        "Make zones one, called after the one with most people unless a name is given",
    ),
    (ChangeKind::New, "NAME=UNIT,UNIT...", "Make a zone of these units"),
    (ChangeKind::Dissolve, "ZONE", "Give up a zone: its units lie in none"),
    (ChangeKind::Swap, "UNIT,UNIT", "Let two units of different zones change places"),
];

const HEADING: &str = "Changes, made in the order of writing";

impl Args for Changes {
    fn augment_args(command: Command) -> Command {
        let option = |(kind, value, help): (ChangeKind, &'static str, &'static str)| {
            Arg::new(kind.name())
                .long(kind.name())
                .value_name(value)
                .help(help)
                .action(ArgAction::Append)
                .help_heading(HEADING)
        };
        let file = Arg::new("proposal")
            .long("proposal")
            .value_name("FILE")
            .help("Changes of a file: a table (.csv) with the columns unit and zone, of some units or all; or TOML with [[move]], [[merge]], [[new]], [[dissolve]], [[swap]], each with a reason if it has one")
            .value_parser(clap::value_parser!(PathBuf))
            .action(ArgAction::Append)
            .help_heading(HEADING);
        command.args(OPTIONS.map(option)).arg(file)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Changes {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut written: Vec<(usize, Written)> = Vec::new();
        for (kind, ..) in OPTIONS {
            let values = matches.get_many::<String>(kind.name()).into_iter().flatten();
            let places = matches.indices_of(kind.name()).into_iter().flatten();
            written.extend(places.zip(values.map(|text| Written::Change(kind, text.clone()))));
        }
        let files = matches.get_many::<PathBuf>("proposal").into_iter().flatten();
        let places = matches.indices_of("proposal").into_iter().flatten();
        written.extend(places.zip(files.map(|file| Written::File(file.clone()))));
        written.sort_by_key(|(place, _)| *place);
        Ok(Self(written.into_iter().map(|(_, written)| written).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Changes {
    /// The files that changes stand in.
    pub(super) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.0.iter().filter_map(|written| match written {
            Written::File(file) => Some(file),
            Written::Change(..) => None,
        })
    }

    /// Makes the changes, each to what the ones before made of the plan. Gives the files that they
    /// were read from.
    ///
    /// # Errors
    /// Everything that is wrong with any of them, at once.
    pub(super) fn make(&self, territory: &Territory, draft: &mut Draft<'_>) -> Result<Vec<InputFile>> {
        let (mut problems, mut files): (Vec<String>, Vec<InputFile>) = (Vec::new(), Vec::new());
        for written in &self.0 {
            match written {
                Written::Change(kind, text) => {
                    let faults = read_change(*kind, text, territory, draft).err().into_iter().flatten();
                    problems.extend(faults.map(|fault| format!("--{} {text}: {fault}", kind.name())));
                }
                Written::File(file) => match read_proposal(file, territory, draft) {
                    Ok(read) => files.push(read),
                    Err(wrong) => problems.extend(wrong.all().iter().map(ToString::to_string)),
                },
            }
        }
        if !problems.is_empty() {
            let plural = if problems.len() == 1 { "" } else { "s" };
            bail!("{} problem{plural} in the changes\n  {}", problems.len(), problems.join("\n  "));
        }
        Ok(files)
    }
}
