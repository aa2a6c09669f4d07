//! Wishes about units, as they are asked on the command line.

use anyhow::{Result, bail};

use zonewerk_core::plan::{Plan, find_zone};
use zonewerk_core::problem::{Pin, PinKind};
use zonewerk_core::territory::{UnitId, find_unit};
use zonewerk_core::words::{Language, say};
use zonewerk_io::Scenario;
use zonewerk_report::asked_words;

/// A wish, as a pin.
pub(super) struct Wished {
    pub(super) kind: &'static str,
    pub(super) words: String,
    pub(super) units: Vec<UnitId>,
    pub(super) pin: Pin,
}

/// The wishes in their order: together, apart, then units in zones.
///
/// # Errors
/// All names at once that are not those of a unit, and wishes that are none.
pub(super) fn wishes(
    scenario: &Scenario,
    together: &[String],
    apart: &[String],
    units: &[String],
    language: Language,
) -> Result<Vec<Wished>> {
    let mut problems = Vec::new();
    let mut wished = Vec::new();
    let name = |unit: &UnitId| scenario.territory.unit(*unit).name.clone();
    for (kind, text) in
        together.iter().map(|text| ("together", text)).chain(apart.iter().map(|text| ("apart", text)))
    {
        let Some(units) = several(scenario, kind, text, &mut problems) else { continue };
        let asks = match kind {
            "together" => PinKind::Together(units.clone()),
            _ => PinKind::Apart(units.clone()),
        };
        let words = asked_words(scenario, &asks, usize::MAX, language);
        wished.push(Wished { kind, pin: Pin { asks, reason: say!(language, "wish-reason") }, words, units });
    }
    for text in units {
        let Some((unit, zone)) = text.split_once('=') else {
            problems.push(format!("--unit {text}: expected UNIT=ZONE"));
            continue;
        };
        let unit = find_unit(&scenario.territory, unit)
            .map_err(|error| problems.push(format!("--unit {text}: {error}")));
        let centre =
            centre(scenario, zone.trim()).map_err(|error| problems.push(format!("--unit {text}: {error}")));
        let (Ok(unit), Ok((centre, zone))) = (unit, centre) else { continue };
        if unit == centre {
            problems.push(format!("--unit {text}: {} is the largest unit of that zone itself", name(&unit)));
            continue;
        }
        let words = match zone {
            Some(zone) => {
                say!(language, "wish-zone-of-named", unit = name(&unit), centre = name(&centre), zone = zone)
            }
            None => say!(language, "wish-zone-of", unit = name(&unit), centre = name(&centre)),
        };
        let mut units = vec![unit, centre];
        units.sort_unstable();
        let pin = Pin {
            asks: PinKind::Together(units.clone()),
            reason: say!(language, "wish-reason-of", wish = &words),
        };
        wished.push(Wished { kind: "unit", pin, words, units });
    }
    if !problems.is_empty() {
        bail!("{}", problems.join("\n  "));
    }
    Ok(wished)
}

/// Two or more units, ascending.
fn several(scenario: &Scenario, kind: &str, text: &str, problems: &mut Vec<String>) -> Option<Vec<UnitId>> {
    let mut units = Vec::new();
    let before = problems.len();
    for name in text.split(',') {
        match find_unit(&scenario.territory, name) {
            Ok(unit) if units.contains(&unit) => {
                problems.push(format!("--{kind} {text}: {name} stands twice"))
            }
            Ok(unit) => units.push(unit),
            Err(error) => problems.push(format!("--{kind} {text}: {error}")),
        }
    }
    if units.len() < 2 && problems.len() == before {
        problems.push(format!("--{kind} {text}: expected two units or more, with commas between them"));
    }
    units.sort_unstable();
    (problems.len() == before).then_some(units)
}

/// The largest unit of a zone of the base plan, with the name of the zone, or a unit that is named.
fn centre(scenario: &Scenario, text: &str) -> Result<(UnitId, Option<String>)> {
    let base: Option<&Plan> = scenario.problem.base.as_ref();
    let zone = base.and_then(|plan| Some((plan, find_zone(plan, text).ok()?)));
    if let Some((plan, id)) = zone {
        let members = plan.members();
        let largest = members[id]
            .iter()
            .max_by_key(|unit| (scenario.territory.unit(**unit).population, std::cmp::Reverse(**unit)));
        if let Some(&unit) = largest {
            return Ok((unit, Some(plan.zones[id].name.clone())));
        }
    }
    find_unit(&scenario.territory, text).map(|unit| (unit, None)).map_err(|error| match base {
        Some(_) => anyhow::anyhow!("{text:?} is no zone of the base plan, and {error}"),
        None => error.into(),
    })
}
