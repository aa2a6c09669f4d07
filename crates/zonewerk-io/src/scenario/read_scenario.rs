use std::collections::BTreeMap;
use std::path::Path;

use crate::check::MapFaults;
use crate::formats::csv_table::{problem, quoted};
use crate::formats::toml_file::{self, TomlFile};
use crate::plan::plan_table;
use crate::profile::read_profile as profile;
use crate::profile::read_profile::date;
use crate::scenario::exceptions::exceptions;
use crate::scenario::goals::Sizes;
use crate::scenario::links::links;
use crate::scenario::planned_mergers::planned_mergers;
use crate::scenario::scenario_file::{PlansTable, ScenarioFile};
use crate::scenario::unit_references::References;
use crate::scenario::{fixed_zones, groups, objective, pins, regions};
use crate::scenario_source::Source;
use crate::units::map_survey::accepted;
use crate::units::mergers::Layout;
use crate::units::survey_facts::left_out;
use crate::units::unit_layers::{self, ScenarioUnits, UnitMap};
use crate::{InputPlace, InputProblem, InputProblems, Scenario, embedded_files, keep};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{CountBounds, Problem, RuleId};

/// The scenario that is meant when none is named.
pub const DEFAULT_SCENARIO: &str = "flanders-2025";

/// Reads a scenario: a built-in one by name, or a file. `None` is [`DEFAULT_SCENARIO`].
///
/// # Errors
/// Everything that is wrong with the scenario and the files it names, at once.
pub fn scenario(name_or_path: Option<&str>) -> Result<Scenario, InputProblems> {
    let ScenarioSource { source, file, shown } = named(name_or_path)?;
    read(&source, &file, &shown)
}

/// Whether the units of a scenario are those of a graph, so that it has no map.
///
/// # Errors
/// When its file cannot be read, or is no TOML.
pub fn is_of_graph(name_or_path: &str) -> Result<bool, InputProblems> {
    let ScenarioSource { source, file, shown } = named(Some(name_or_path))?;
    let scenario: TomlFile<ScenarioFile> = toml_file::read(&shown, &source.bytes(&file)?)?;
    Ok(scenario.written.units.graph.is_some())
}

/// Where a scenario is.
pub(crate) struct ScenarioSource {
    pub(crate) source: Source,
    /// The scenario's name in its folder.
    pub(crate) file: String,
    /// How the user named it.
    pub(crate) shown: String,
}

pub(crate) fn named(name_or_path: Option<&str>) -> Result<ScenarioSource, InputProblems> {
    let name = name_or_path.unwrap_or(DEFAULT_SCENARIO);
    if embedded_files::scenario_names().any(|built_in| built_in == name) {
        let file = format!("{name}.toml");
        return Ok(ScenarioSource { source: Source::embedded(), shown: file.clone(), file });
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<&str> = embedded_files::scenario_names().collect();
        let expected = format!("a scenario file, or one of the built-in scenarios {}", names.join(", "));
        return Err(problem("missing-file", name, InputPlace::File, "no such file", &expected).into());
    }
    let file = path.file_name().map_or_else(|| name.into(), |file| file.to_string_lossy());
    Ok(ScenarioSource { source: Source::beside(path), file: file.into_owned(), shown: name.to_owned() })
}

/// `file` is the scenario's name in its folder, `shown` how the user named it.
pub(crate) fn read(source: &Source, file: &str, shown: &str) -> Result<Scenario, InputProblems> {
    let bytes = source.bytes(file)?;
    let mut scenario: TomlFile<ScenarioFile> = toml_file::read(shown, &bytes)?;
    let mut problems = std::mem::take(&mut scenario.problems);
    let written = &scenario.written;
    let mut units = References { file: shown, territory: None };
    let name = units.text("scenario", "name", &written.name, &mut problems);
    let title = units.text("scenario", "title", &written.title, &mut problems);
    let unknown = |expected: &str| {
        units.problem("unknown-profile", "scenario", "profile", &quoted(&written.profile), expected)
    };
    let profile = profile::read(source, &written.profile, &unknown, &mut problems);
    let profile = match profile {
        Some(profile) => profile.profile(Some((&units, &written.levels)), &mut problems),
        None => {
            profile::check_levels(&units, &written.levels, &mut problems);
            None
        }
    };
    let population_date = &written.units.population_date;
    let population_date = units.text("units", "population_date", population_date, &mut problems);
    let counted_on = Some(population_date.as_str()).filter(|text| !text.is_empty());
    let counted_on =
        counted_on.and_then(|text| date(&units, "units", "population_date", text, &mut problems));
    let snap_m = fixed_zones::snap(&units, &written.graph, &mut problems);
    let graph = fixed_zones::graph_options(&units, &written.graph, &mut problems);
    let before = problems.len();
    let ScenarioUnits { layout, map, graph: given_graph, unmatched } =
        unit_layers::read(source, &written.units, snap_m, &units, &mut problems);
    // A row or a code that is wrong leaves a feature without a row, and is told already.
    if problems.len() == before {
        problems.extend(left_out(&unmatched, &accepted(&written.accepted)));
    }
    // Without the mergers that were meant, half the codes would look wrong.
    let certain = !scenario.explains("units.mergers");
    units.territory = layout.as_ref().filter(|_| certain).map(|layout| &layout.territory);
    let objective = objective::of_scenario(&units, &scenario, &mut problems);
    let ideal = objective::ideal(&units, ("goals", written.goals.ideal), &mut problems);
    let ideal_region = objective::ideal(&units, ("regions", written.regions.ideal), &mut problems);
    let limits = objective::limits_of_scenario(&units, &scenario, &mut problems);
    let names = objective::families(&scenario);
    let regions = regions::regions(&units, &written.regions, names.as_deref(), &mut problems);
    let readings = groups::readings(&written.groups, &units, &mut problems);
    let families = groups::families(source, &written.groups, &units, &mut problems);
    let all_families = (families.len() == written.groups.len()).then_some(families.as_slice());
    let links = links(&units, &written.links, &mut problems);
    let planned_mergers = planned_mergers(source, &written.mergers, &units, &mut problems);
    let exceptions = exceptions(&units, all_families, &written.exceptions, &mut problems);
    let fixed_zones = fixed_zones::fixed_zones(&units, &written.fixed_zones, &mut problems);
    let pins = pins::pins(&units, &written.pins, &fixed_zones, &mut problems);
    let official_plan = official_plan(source, &written.plans, &units, &mut problems);
    let base = written.goals.base.as_deref();
    let base = base.and_then(|file| plan_file(source, ("goals", "base"), file, &units, &mut problems));
    problems.retain(|problem| !is_explained(problem, shown, &scenario));
    InputProblems::none_of(in_order(problems, source, shown))?;
    let (
        Some(profile),
        Some(objective),
        Some(Layout { mut territory, .. }),
        Some(UnitMap { topology, crs, fit }),
    ) = (profile, objective, layout, map)
    else {
        unreachable!("what is missing was a problem");
    };
    let mut pins = pins;
    pins.extend(groups::pins(&families));
    let profile = groups::ask(&families, &readings, profile);
    let profile = regions::ask(profile, &regions, &families, &written.levels.region);
    territory.links = links;
    territory.families = families;
    territory.planned_mergers = planned_mergers;
    territory.population_date = counted_on;
    let problem = Problem {
        profile,
        exceptions,
        fixed_zones,
        zone_count: CountBounds::default(),
        regions,
        pins,
        limits,
        objective,
        ideal,
        ideal_region,
        base: base.or_else(|| official_plan.clone()),
        day: None,
    };
    let sizes = Sizes::new(&territory, (&topology, given_graph.as_ref()), &problem);
    let units = References { file: shown, territory: None };
    let mut unfit = objective::unfit_in_scenario(&units, &problem, &sizes);
    if let Some(given) = &given_graph {
        unfit.extend(objective::unfit_for_graph(&units, given, &problem));
        unfit.extend(fixed_zones::unfit_for_graph(&units, &written.graph));
    }
    InputProblems::none_of(unfit)?;
    let accepted = accepted(&written.accepted);
    let map_faults = match &given_graph {
        Some(_) => MapFaults::default(),
        None => MapFaults::of((&topology, &crs), &territory, &accepted, snap_m),
    };
    // A number that binds by the profile is kept as one of the scenario is.
    let binds = problem.profile.error(RuleId::WrongNumberOfZones).is_some();
    let is_counted = binds && !problem.profile.zone.count.is_free();
    let problem = match written.levels.zone.counts_zones() || is_counted {
        true => {
            let count = problem.profile.zone.count;
            problem.with_zone_count(count)
        }
        false => problem,
    };
    Ok(Scenario {
        name,
        title,
        population_date,
        credits: scenario.written.credits,
        territory,
        topology,
        crs,
        fit,
        map_faults,
        graph,
        given_graph,
        problem,
        official_plan,
        inputs: source.inputs(),
    })
}

fn official_plan(
    source: &Source,
    plans: &PlansTable,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<Plan> {
    let day = plans.official_date.as_deref();
    let day = day.and_then(|text| date(units, "plans", "official_date", text, problems));
    let plan = plan_file(source, ("plans", "official"), plans.official.as_deref()?, units, problems)?;
    Some(Plan { date: day, ..plan })
}

/// The plan of a table that an entry names in one of its fields.
fn plan_file(
    source: &Source,
    (entry, field): (&str, &str),
    file: &str,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<Plan> {
    let file = units.name(entry, field, file, "the table of a plan", problems)?;
    let bytes = keep(problems, source.bytes(file))?;
    match units.territory {
        Some(territory) => keep(problems, plan_table::read_plan(file, &bytes, territory)),
        None => keep(problems, plan_table::check_columns(file, &bytes)).and(None),
    }
}

/// Whether a key is blank only because a wrong one was taken out of the scenario.
fn is_explained(problem: &InputProblem, file: &str, scenario: &TomlFile<ScenarioFile>) -> bool {
    let (InputPlace::Entry(entry), Some(field)) = (&problem.place, &problem.field) else { return false };
    let path = if entry == "scenario" { field.clone() } else { format!("{entry}.{field}") };
    problem.file == file && scenario.explains(&path)
}

/// The problems in the order of files and places: the scenario first, the others as they
/// were read; lines before entries, and what concerns a whole file last.
fn in_order(mut problems: Vec<InputProblem>, source: &Source, scenario: &str) -> Vec<InputProblem> {
    let files = source.inputs();
    let mut ranks: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, read) in files.iter().enumerate() {
        ranks.entry(&read.name).or_insert(1 + place);
    }
    let rank = |problem: &InputProblem| match problem.file.as_str() {
        file if file == scenario => 0,
        file => ranks.get(file).copied().unwrap_or(1 + files.len()),
    };
    problems.sort_by_cached_key(|problem| {
        let place = match &problem.place {
            InputPlace::Line(line) => (0, *line),
            InputPlace::Feature(number) => (0, *number as u64),
            InputPlace::Entry(_) => (1, 0),
            InputPlace::File => (2, 0),
        };
        (rank(problem), place)
    });
    problems
}
