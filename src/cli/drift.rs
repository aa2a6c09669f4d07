use std::path::Path;

use anyhow::{Context, Result};

use zonewerk_core::drift::drift;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Profile;
use zonewerk_core::words::Language;
use zonewerk_io::{InputFile, Scenario, read_file, read_population_series};
use zonewerk_report::{DriftForm, Drifted, drift_report as written};

/// What becomes of the zones of a plan at the dates of a table of populations, under each
/// profile, as a report.
///
/// # Errors
/// When the table cannot be read.
pub(super) fn drift_report(
    scenario: &Scenario,
    profiles: Vec<Profile>,
    (plan, plan_name): (&Plan, &str),
    file: &Path,
    (form, language): (DriftForm, Language),
) -> Result<Vec<u8>> {
    let name = file.display().to_string();
    let bytes = read_file(file).with_context(|| format!("cannot read the populations {name}"))?;
    let series = read_population_series(&name, &bytes, &scenario.territory)?;
    let follow = |profile: Profile| {
        let problem = scenario.under(profile);
        let drift = drift(&scenario.territory, &problem, plan, &series);
        (problem.profile, drift)
    };
    let drifted = Drifted {
        scenario,
        plan,
        plan_name,
        series: &series,
        file: InputFile::of_bytes(name, &bytes),
        drifts: profiles.into_iter().map(follow).collect(),
    };
    Ok(written(&drifted, form, language))
}
