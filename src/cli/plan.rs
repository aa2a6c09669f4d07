use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use super::publishing::refuse_without_map;
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::TableLayout;
use zonewerk_core::translate::translate_plan;
use zonewerk_core::words::{Language, say};
use zonewerk_io::{self as load, InputFile, OldTable, PlanMapOptions, Scenario, TableContent};
use zonewerk_report::{PlanSource, plan_csv, plan_notes, translation_notes};

/// A plan over the units of a scenario, and how it was read.
pub(super) struct GivenPlan {
    pub(super) plan: Plan,
    pub(super) source: PlanSource,
    /// The files it was read from.
    pub(super) inputs: Vec<InputFile>,
}

/// Reads the plan that is meant: a file, the plan in force of a built-in scenario by the
/// scenario's name, or that of this scenario when none is named. A plan in codes from before
/// the scenario's mergers is translated, and its notes say so.
///
/// # Errors
/// When there is no such plan, or it cannot be read.
pub(super) fn given_plan(
    name: Option<&str>,
    scenario: &Scenario,
    options: &PlanMapOptions,
    language: Language,
) -> Result<GivenPlan> {
    let is_map = name.is_some_and(|name| !is_built_in(name, scenario) && !ends_in(name, "csv"));
    if let Some(option) = options.first_given().filter(|_| !is_map) {
        bail!("{option} is for a plan that is a map, and this one is none: leave it out");
    }
    match name {
        None => official(scenario, language),
        Some(name) if name == scenario.name => official(scenario, language),
        Some(name) if is_built_in(name, scenario) => of_vintage(name, scenario, language),
        Some(file) => from_file(file, scenario, options, language),
    }
}

/// Whether a plan in force is named, and no file.
fn is_built_in(name: &str, scenario: &Scenario) -> bool {
    name == scenario.name || load::scenario_names().any(|known| known == name)
}

fn ends_in(file: &str, ending: &str) -> bool {
    Path::new(file).extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn official(scenario: &Scenario, language: Language) -> Result<GivenPlan> {
    let missing = || anyhow!("scenario {} names no official plan: give a plan to audit", scenario.name);
    let plan = scenario.official_plan.clone().ok_or_else(missing)?;
    let source = PlanSource { name: official_name(&scenario.name, language), notes: Vec::new() };
    Ok(GivenPlan { plan, source, inputs: Vec::new() })
}

fn of_vintage(name: &str, scenario: &Scenario, language: Language) -> Result<GivenPlan> {
    let other = load::scenario(Some(name))?;
    let plan =
        other.official_plan.as_ref().ok_or_else(|| anyhow!("scenario {name} names no official plan"))?;
    let shown = official_name(name, language);
    let table = plan_csv(&other.territory, plan);
    let read = load::read_old_table(&shown, &table, &scenario.territory)?;
    let (translated, notes) = in_codes_of(scenario, read, language)?;
    let inputs = other.inputs.into_iter().filter(|file| !scenario.inputs.contains(file));
    Ok(GivenPlan {
        plan: Plan { date: plan.date, ..translated },
        source: PlanSource { name: shown, notes },
        inputs: inputs.collect(),
    })
}

/// What the plan in force of a scenario is called.
pub(super) fn official_name(scenario: &str, language: Language) -> String {
    say!(language, "plan-official", scenario = scenario)
}

fn from_file(
    file: &str,
    scenario: &Scenario,
    options: &PlanMapOptions,
    language: Language,
) -> Result<GivenPlan> {
    let path = Path::new(file);
    if !path.exists() && path.extension().is_none() {
        let names: Vec<&str> = load::scenario_names().collect();
        bail!("{file} is no file, nor one of the scenarios with an official plan ({})", names.join(", "));
    }
    if ends_in(file, "toml") {
        bail!(
            "{file} is a scenario, a profile or a proposal (TOML), not a plan: give the plan (.csv or a map), \
             and a scenario as --scenario {file}"
        );
    }
    if !ends_in(file, "csv") {
        return from_map(path, scenario, options, language);
    }
    let bytes = load::read_file(path).with_context(|| format!("cannot read the plan {file}"))?;
    let read = load::read_old_table(file, &bytes, &scenario.territory)?;
    let (plan, notes) = in_codes_of(scenario, read, language)?;
    Ok(GivenPlan {
        plan,
        source: PlanSource { name: load::shown_name(file).to_owned(), notes },
        inputs: vec![InputFile::of_bytes(file, &bytes)],
    })
}

fn from_map(
    path: &Path,
    scenario: &Scenario,
    options: &PlanMapOptions,
    language: Language,
) -> Result<GivenPlan> {
    refuse_without_map(scenario, &format!("{}, a plan as a map", path.display()))?;
    let read = load::read_plan_map(path, scenario, options)?;
    let mut notes = plan_notes(&read.notes, language);
    let plan = match &read.layout {
        Some(layout) => {
            let (plan, translated) = translated(scenario, layout, read.plan, language);
            notes.extend(translated);
            plan
        }
        None => read.plan,
    };
    Ok(GivenPlan {
        plan,
        source: PlanSource { name: load::shown_name(&path.display().to_string()).to_owned(), notes },
        inputs: read.inputs,
    })
}

fn in_codes_of(scenario: &Scenario, read: OldTable, language: Language) -> Result<(Plan, Vec<String>)> {
    let OldTable { layout, content } = read;
    let TableContent::Plan(plan) = content else { bail!("this is a table of groups, not a plan") };
    Ok(translated(scenario, &layout, plan, language))
}

fn translated(
    scenario: &Scenario,
    layout: &TableLayout,
    plan: Plan,
    language: Language,
) -> (Plan, Vec<String>) {
    if layout.pending.is_empty() {
        return (plan, Vec::new());
    }
    let (plan, account) = translate_plan(&scenario.territory, layout, &plan);
    (plan, translation_notes(&account, language))
}
