use super::InputProblem;
use super::profile::{date, minimum_above_maximum};
use super::references::References;
use super::scenario_file::ExceptionTable;
use super::suggest::closest;
use super::table::quoted;
use crate::audit::{self, RULES};
use crate::problem::{Excepted, Exception, PopulationBounds};

/// What may break a rule or have other bounds.
pub(super) fn exceptions(
    units: &References<'_>,
    tables: &[ExceptionTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<Exception> {
    let mut exceptions: Vec<Exception> = Vec::new();
    let mut first: Vec<(Excepted, usize)> = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let number = index + 1;
        let entry = format!("exceptions[{number}]");
        let before = problems.len();
        let Some(subject) = subject(units, table, &entry, problems) else { continue };
        let is_known = problems.len() == before;
        let bounds = bounds(units, table, &subject, &entry, problems);
        if let Some((_, other)) =
            first.iter().find(|(known, _)| is_known && bounds.is_some() && *known == subject)
        {
            let found = format!("the same zone as exceptions[{other}]");
            let expected = "one exception with bounds for a zone";
            problems.push(units.problem("duplicate-exception", &entry, field(&subject), &found, expected));
        } else if is_known && bounds.is_some() {
            first.push((subject.clone(), number));
        }
        waivers(units, table, &entry, problems);
        let until = table.until.as_deref();
        let until = until.and_then(|text| date(units, &entry, "until", text, problems));
        let reason = table.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        exceptions.push(Exception {
            subject,
            bounds,
            waives: table.waives.clone(),
            reason: reason.map(str::to_owned),
            legal_ground: table.legal_ground.clone(),
            until,
        });
    }
    exceptions
}

/// What the exception is made for: exactly one of its units, a zone, a region or a group.
fn subject(
    units: &References<'_>,
    table: &ExceptionTable,
    entry: &str,
    problems: &mut Vec<InputProblem>,
) -> Option<Excepted> {
    let named = [
        ("zone", table.zone.as_ref().map(|name| Excepted::Zone(name.clone()))),
        ("region", table.region.as_ref().map(|name| Excepted::Region(name.clone()))),
        ("group", table.group.as_ref().map(|name| Excepted::Group(name.clone()))),
    ];
    let mut named: Vec<(&str, Excepted)> =
        named.into_iter().filter_map(|(key, subject)| Some((key, subject?))).collect();
    let has_units = !table.units.is_empty();
    if named.len() + usize::from(has_units) > 1 {
        let keys: Vec<&str> =
            has_units.then_some("units").into_iter().chain(named.iter().map(|(key, _)| *key)).collect();
        let expected = "one of units, zone, region and group";
        problems.push(units.problem("several-subjects", entry, keys[1], &keys.join(" and "), expected));
        return None;
    }
    match named.pop() {
        Some(named) => Some(named.1),
        None => Some(Excepted::Units(units.units(entry, &table.units, problems))),
    }
}

/// The bounds that it sets: those it names, and none at all where it waives no rule either.
fn bounds(
    units: &References<'_>,
    table: &ExceptionTable,
    subject: &Excepted,
    entry: &str,
    problems: &mut Vec<InputProblem>,
) -> Option<PopulationBounds> {
    let is_zone = matches!(subject, Excepted::Units(_) | Excepted::Zone(_));
    let named = table.minimum.is_some() || table.maximum.is_some();
    if named && !is_zone {
        let expected = "bounds only for units or a zone";
        problems.push(units.problem("bounds-without-zone", entry, field(subject), "bounds", expected));
    }
    if !named && !table.waives.is_empty() {
        return None;
    }
    if !is_zone {
        let expected = "the names of the rules that need not be kept";
        problems.push(units.problem("no-waiver", entry, "waives", "nothing", expected));
        return None;
    }
    let bounds = PopulationBounds::new(table.minimum.unwrap_or(0), table.maximum);
    bounds
        .map_err(|error| {
            problems.push(minimum_above_maximum(units, entry, "minimum", &error.to_string()));
        })
        .ok()
}

fn waivers(units: &References<'_>, table: &ExceptionTable, entry: &str, problems: &mut Vec<InputProblem>) {
    for name in table.waives.iter().filter(|name| audit::rule(name).is_none()) {
        let near = closest(name, RULES.iter().map(|rule| rule.name));
        let hint = near.map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
        let expected = format!("the name of a rule, as `zonewerk rules` lists them{hint}");
        problems.push(units.problem("unknown-rule", entry, "waives", &quoted(name), &expected));
    }
}

fn field(subject: &Excepted) -> &'static str {
    match subject {
        Excepted::Units(_) => "units",
        Excepted::Zone(_) => "zone",
        Excepted::Region(_) => "region",
        Excepted::Group(_) => "group",
    }
}
