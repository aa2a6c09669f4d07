use std::path::Path;

use super::references::References;
use super::scenario_file::{self, ProfileFile, ScenarioFile};
use super::source::Source;
use super::table::{problem, quoted};
use super::{InputProblem, InputProblems, Place, Scenario, embedded, groups, keep, plan, rules, units};
use crate::problem::Problem;

/// The scenario that is meant when none is named.
pub const DEFAULT_SCENARIO: &str = "flanders-2025";

/// Reads a scenario: a built-in one by name, or a file. `None` is [`DEFAULT_SCENARIO`].
///
/// # Errors
/// Everything that is wrong with the scenario and the files it names, at once.
pub fn scenario(name_or_path: Option<&str>) -> Result<Scenario, InputProblems> {
    let name = name_or_path.unwrap_or(DEFAULT_SCENARIO);
    if embedded::scenario_names().any(|built_in| built_in == name) {
        let file = format!("{name}.toml");
        return read(&Source::embedded(), &file, &file);
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<&str> = embedded::scenario_names().collect();
        let expected = format!("a scenario file, or one of the built-in scenarios {}", names.join(", "));
        return Err(problem("missing-file", name, Place::File, "no such file", &expected).into());
    }
    let file = path.file_name().map_or_else(|| name.into(), |file| file.to_string_lossy());
    read(&Source::beside(path), &file, name)
}

/// `file` is the scenario's name in its folder, `shown` how the user named it.
fn read(source: &Source, file: &str, shown: &str) -> Result<Scenario, InputProblems> {
    let bytes = source.bytes(file)?;
    let written: ScenarioFile = scenario_file::read(shown, &bytes, "a scenario")?;
    let mut problems = Vec::new();
    let profile = profile(source, &written.profile, shown, &mut problems);
    let Some(units::Units { mut layout, topology }) = units::read(source, &written.units, &mut problems)
    else {
        return Err(InputProblems::none_of(problems).expect_err("units are missing for a reason"));
    };
    let units = References { file: shown, territory: &layout.territory };
    let levels = profile.map(|profile| profile.levels.zone).unwrap_or_default();
    let bounds = rules::bounds(&units, levels, written.levels.zone, &mut problems);
    let goal = rules::goal(&units, &written.goals, &mut problems);
    let links = rules::links(&units, &written.links, &mut problems);
    let exceptions = rules::exceptions(&units, &written.exceptions, &mut problems);
    let fixed_zones = rules::fixed_zones(&units, &written.fixed_zones, &mut problems);
    let families = written.groups.iter().enumerate().filter_map(|(index, table)| {
        groups::read(source, table, &format!("groups[{}]", index + 1), &units, &mut problems)
    });
    let families = families.collect();
    let official_plan = written.plans.official.as_ref().and_then(|file| {
        let bytes = source.bytes(file).map_err(InputProblems::from);
        keep(&mut problems, bytes.and_then(|bytes| plan::read_plan(file, &bytes, &layout.territory)))
    });
    let name = units.text("scenario", "name", &written.name, &mut problems);
    let title = units.text("scenario", "title", &written.title, &mut problems);
    let population_date =
        units.text("units", "population_date", &written.units.population_date, &mut problems);
    InputProblems::none_of(problems)?;
    let (Some(bounds), Some(topology)) = (bounds, topology) else {
        unreachable!("what is missing was a problem");
    };
    layout.territory.links = links;
    layout.territory.families = families;
    Ok(Scenario {
        name,
        title,
        profile: written.profile,
        population_date,
        credits: written.credits,
        territory: layout.territory,
        topology,
        problem: Problem { bounds, exceptions, fixed_zones, goal },
        official_plan,
        inputs: source.inputs(),
    })
}

/// A profile of the program by name, or else a file.
fn profile(source: &Source, name: &str, file: &str, problems: &mut Vec<InputProblem>) -> Option<ProfileFile> {
    let names: Vec<&str> = embedded::profile_names().collect();
    let (shown, bytes) = if names.contains(&name) {
        let built_in = format!("{name}.toml");
        let bytes = source.built_in(&built_in);
        (built_in, bytes)
    } else if name.ends_with(".toml") {
        (name.to_owned(), source.bytes(name))
    } else {
        let expected = format!("a TOML file, or one of the built-in profiles {}", names.join(", "));
        let wrong =
            problem("unknown-profile", file, Place::Entry("scenario".to_owned()), &quoted(name), &expected);
        problems.push(InputProblem { field: Some("profile".to_owned()), ..wrong });
        return None;
    };
    let profile: Option<ProfileFile> = keep(
        problems,
        bytes
            .map_err(InputProblems::from)
            .and_then(|bytes| scenario_file::read(&shown, &bytes, "a rule profile")),
    );
    profile.inspect(|profile| {
        if profile.name.trim().is_empty() {
            let blank = problem("blank-field", &shown, Place::File, "no name", "the name of the profile");
            problems.push(InputProblem { field: Some("name".to_owned()), ..blank });
        }
    })
}
