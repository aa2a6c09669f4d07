//! A way out as it is written in a scenario.

use zonewerk_core::problem::{Excepted, Exception};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, say};
use zonewerk_io::Scenario;
use zonewerk_solve::why::{Demand, WayOut};

/// One change of a scenario.
pub(super) struct Edit {
    /// Where it stands.
    pub(super) place: Place,
    /// What is written there; nothing where something is taken out.
    pub(super) toml: String,
}

/// Where a change stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Instead of the exception at this place.
    InsteadOf(usize),
    /// Before all exceptions.
    First,
    /// Behind everything.
    Last,
}

/// What to write into the scenario; `None` where something else must go out of it.
pub(super) fn way_edits(scenario: &Scenario, way: &WayOut) -> Option<Vec<Edit>> {
    let is_written = |demand: &Demand| match demand {
        Demand::Group(_) | Demand::NoLink(..) | Demand::Exception(_) => true,
        Demand::Region { region, .. } => region.is_some(),
        _ => false,
    };
    if !way.drops.iter().all(is_written) {
        return None;
    }
    let mut edits = Vec::new();
    for (&place, new) in &way.exceptions.instead {
        let old = &scenario.problem.exceptions[place];
        let named = new.as_ref().map(|new| Exception { subject: old.subject.clone(), ..new.clone() });
        let toml =
            named.map_or_else(String::new, |new| exception_toml(scenario, &new, new.reason.as_deref()));
        edits.push(Edit { place: Place::InsteadOf(place), toml });
    }
    let more = |list: &[Exception], place: Place| -> Vec<Edit> {
        list.iter().map(|new| Edit { place, toml: exception_toml(scenario, new, None) }).collect()
    };
    edits.extend(more(&way.exceptions.first, Place::First));
    edits.extend(more(&way.exceptions.last, Place::Last));
    for demand in &way.drops {
        if let Demand::NoLink(a, b) = demand {
            let toml = format!("[[links]]\nbetween = {}\nreason = \"...\"\n", codes(scenario, &[*a, *b]));
            edits.push(Edit { place: Place::Last, toml });
        }
    }
    Some(edits)
}

/// The same as one text, which says where each change stands that is not just added.
pub(super) fn way_toml(scenario: &Scenario, way: &WayOut, language: Language) -> Option<String> {
    let edits = way_edits(scenario, way)?;
    let text = edits.iter().map(|Edit { place, toml }| {
        let taken_out = toml.is_empty();
        let comment = match place {
            Place::InsteadOf(place) if taken_out => {
                say!(language, "ways-write-take-out", exception = exception_name(*place))
            }
            Place::InsteadOf(place) => {
                say!(language, "ways-write-instead", exception = exception_name(*place))
            }
            Place::First => say!(language, "ways-write-first"),
            Place::Last => return toml.clone(),
        };
        format!("# {comment}\n{toml}")
    });
    Some(text.collect())
}

/// An exception as faults of scenarios name it.
pub(super) fn exception_name(place: usize) -> String {
    format!("exceptions[{}]", place + 1)
}

fn exception_toml(scenario: &Scenario, exception: &Exception, reason: Option<&str>) -> String {
    let Exception { subject, bounds, waives, legal_ground, until, .. } = exception;
    let subject = match subject {
        Excepted::Units(units) | Excepted::Holding { units, .. } => {
            format!("units = {}", codes(scenario, units))
        }
        Excepted::Zone(name) => format!("zone = {}", text(name)),
        Excepted::Region(name) => format!("region = {}", text(name)),
        Excepted::Group(name) => format!("group = {}", text(name)),
    };
    let mut lines = vec!["[[exceptions]]".to_owned(), subject];
    if let Some(bounds) = bounds {
        lines.push(format!("minimum = {}", bounds.minimum()));
        lines.extend(bounds.maximum().map(|most| format!("maximum = {most}")));
    }
    if !waives.is_empty() {
        let names: Vec<String> = waives.iter().map(|rule| text(rule.name())).collect();
        lines.push(format!("waives = [{}]", names.join(", ")));
    }
    lines.push(format!("reason = {}", text(reason.unwrap_or("..."))));
    lines.extend(legal_ground.as_ref().map(|ground| format!("legal_ground = {}", text(ground))));
    lines.extend(until.map(|day| format!("until = \"{day}\"")));
    lines.join("\n") + "\n"
}

fn codes(scenario: &Scenario, units: &[UnitId]) -> String {
    let codes: Vec<String> =
        units.iter().map(|&unit| text(scenario.territory.unit(unit).code.as_str())).collect();
    format!("[{}]", codes.join(", "))
}

/// A basic string of TOML, which a string of JSON is.
fn text(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}
