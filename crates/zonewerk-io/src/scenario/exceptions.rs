use std::collections::{BTreeMap, BTreeSet};

use crate::InputProblem;
use crate::formats::csv_table::quoted;
use crate::profile::read_profile::{date, known_rules, minimum_above_maximum};
use crate::scenario::scenario_file::ExceptionTable;
use crate::scenario::unit_references::{References, may_suggest};

use zonewerk_core::problem::{BoundsError, Excepted, Exception, PopulationBounds, RuleId, SubjectKind};
use zonewerk_core::territory::GroupFamily;
use zonewerk_core::words::closest;

/// What may break a rule or have other bounds. A group must be of one of the families,
/// where all of those are known.
pub(crate) fn exceptions(
    units: &References<'_>,
    families: Option<&[GroupFamily]>,
    tables: &[ExceptionTable],
    problems: &mut Vec<InputProblem>,
) -> Vec<Exception> {
    let mut exceptions: Vec<Exception> = Vec::new();
    let mut seen = EarlierExceptions::default();
    let groups = families.map(|families| {
        let groups = families.iter().flat_map(|family| &family.groups);
        groups.map(|group| group.name.as_str()).collect::<BTreeSet<&str>>()
    });
    for (index, table) in tables.iter().enumerate() {
        let entry = ExceptionEntry { units, table, name: format!("exceptions[{}]", index + 1) };
        let before = problems.len();
        let subject = entry.subject(groups.as_ref(), problems);
        let is_known = problems.len() == before;
        let bounds = subject.as_ref().and_then(|subject| entry.bounds(subject, problems));
        if let (true, Some(subject)) = (is_known, &subject) {
            seen.exception(&entry, subject, bounds.is_some(), problems);
        }
        entry.waivers(subject.as_ref(), problems);
        let until = table.until.as_deref();
        let until = until.and_then(|text| date(units, &entry.name, "until", text, problems));
        let reason = table.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        exceptions.extend(subject.map(|subject| Exception {
            subject,
            bounds,
            waives: table.waives.iter().filter_map(|name| name.parse().ok()).collect(),
            reason: reason.map(str::to_owned),
            legal_ground: table.legal_ground.clone(),
            until,
        }));
    }
    exceptions
}

/// One exception as it is written.
struct ExceptionEntry<'a> {
    units: &'a References<'a>,
    table: &'a ExceptionTable,
    name: String,
}

impl ExceptionEntry<'_> {
    fn problem(&self, code: &'static str, field: &str, found: &str, expected: &str) -> InputProblem {
        self.units.problem(code, &self.name, field, found, expected)
    }

    /// What the exception is made for: exactly one of its units, a zone, a region or a group.
    fn subject(&self, groups: Option<&BTreeSet<&str>>, problems: &mut Vec<InputProblem>) -> Option<Excepted> {
        let table = self.table;
        let named = [("zone", &table.zone), ("region", &table.region), ("group", &table.group)];
        let named = named.into_iter().filter_map(|(key, name)| Some((key, name.as_deref()?)));
        let named: Vec<(&str, &str)> = named.collect();
        let has_units = !table.units.is_empty();
        let keys = has_units.then_some("units").into_iter().chain(named.iter().map(|(key, _)| *key));
        let keys: Vec<&str> = keys.collect();
        let expected = "one of units, zone, region and group";
        match (keys.len(), named.first()) {
            (0, _) => {
                problems.push(self.problem("no-subject", "units", "nothing", expected));
                None
            }
            (1, None) => Some(Excepted::Units(self.units.units(&self.name, &table.units, problems))),
            (1, Some(&(key, name))) => {
                let name = self.units.text(&self.name, key, name, problems);
                match key {
                    "zone" => Some(Excepted::Zone(name)),
                    "region" => Some(Excepted::Region(name)),
                    _ => {
                        problems.extend(self.unknown_group(&name, groups, problems.len()));
                        Some(Excepted::Group(name))
                    }
                }
            }
            _ => {
                problems.push(self.problem("several-subjects", keys[1], &keys.join(" and "), expected));
                None
            }
        }
    }

    fn unknown_group(
        &self,
        name: &str,
        groups: Option<&BTreeSet<&str>>,
        before: usize,
    ) -> Option<InputProblem> {
        let groups = groups.filter(|groups| !name.is_empty() && !groups.contains(name))?;
        let suggestion = || closest(name, groups.iter().copied());
        let near = if may_suggest(before, groups.len()) { suggestion() } else { None };
        let hint = near.map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
        let expected = format!("the name of a group of the scenario{hint}");
        Some(self.problem("unknown-group", "group", &quoted(name), &expected))
    }

    /// The bounds that it sets: those it names, and none at all where it waives no rule either.
    fn bounds(&self, subject: &Excepted, problems: &mut Vec<InputProblem>) -> Option<PopulationBounds> {
        let table = self.table;
        let is_zone = matches!(subject, Excepted::Units(_) | Excepted::Zone(_));
        let named = [("minimum", table.minimum), ("maximum", table.maximum)];
        if !is_zone {
            for (key, bound) in named.into_iter().filter_map(|(key, bound)| Some((key, bound?))) {
                let found = format!("{bound} for {}", noun(subject));
                let expected = "bounds only for units or a zone";
                problems.push(self.problem("bounds-without-zone", key, &found, expected));
            }
            if table.waives.is_empty() {
                let expected = "the names of the rules that need not be kept";
                problems.push(self.problem("no-waiver", "waives", "nothing", expected));
            }
            return None;
        }
        let has_bounds = named.iter().any(|(_, bound)| bound.is_some());
        if !has_bounds && !table.waives.is_empty() {
            return None;
        }
        let bounds = PopulationBounds::new(table.minimum.unwrap_or(0), table.maximum);
        let above =
            |error: BoundsError| minimum_above_maximum(self.units, &self.name, "minimum", &error.to_string());
        bounds.map_err(|error| problems.push(above(error))).ok()
    }

    /// The rules that it waives: each must be one, and about what the exception is made for.
    fn waivers(&self, subject: Option<&Excepted>, problems: &mut Vec<InputProblem>) {
        for name in &self.table.waives {
            match (name.parse::<RuleId>(), subject) {
                (Err(_), _) => {
                    let expected = known_rules(name);
                    problems.push(self.problem("unknown-rule", "waives", &quoted(name), &expected));
                }
                (Ok(rule), _) if rule.is_unconditional() => {
                    let found = format!("{name:?}, which always holds");
                    let expected = "a rule that can be waived";
                    problems.push(self.problem("unconditional-rule", "waives", &found, expected));
                }
                (Ok(rule), Some(subject)) if !may_waive(subject, rule.about()) => {
                    let found = format!("{name:?}, a rule about a {}", rule.about().name());
                    let expected = format!("a rule that can be waived for {}", noun(subject));
                    problems.push(self.problem("waiver-without-effect", "waives", &found, &expected));
                }
                _ => {}
            }
        }
    }
}

/// Whether an exception made for a subject can waive rules about such a thing.
fn may_waive(subject: &Excepted, about: SubjectKind) -> bool {
    match subject {
        Excepted::Units(_) => matches!(about, SubjectKind::Unit | SubjectKind::Zone | SubjectKind::Region),
        Excepted::Zone(_) | Excepted::Holding { .. } => about == SubjectKind::Zone,
        Excepted::Region(_) => about == SubjectKind::Region,
        Excepted::Group(_) => about == SubjectKind::Group,
    }
}

/// What earlier exceptions are made for, and the first that is: it decides, so that another
/// one would do nothing.
#[derive(Default)]
struct EarlierExceptions {
    bounds: BTreeMap<String, String>,
    waivers: BTreeMap<(String, String), String>,
}

impl EarlierExceptions {
    fn exception(
        &mut self,
        entry: &ExceptionEntry<'_>,
        subject: &Excepted,
        has_bounds: bool,
        problems: &mut Vec<InputProblem>,
    ) {
        let key = format!("{subject:?}");
        if has_bounds {
            let first = self.bounds.entry(key.clone()).or_insert_with(|| entry.name.clone());
            if *first != entry.name {
                let found = format!("the same {} as {first}", field(subject));
                let expected = "one exception with bounds for a zone";
                problems.push(entry.problem("duplicate-exception", field(subject), &found, expected));
            }
        }
        for rule in &entry.table.waives {
            let name = entry.name.clone();
            if let Some(first) = self.waivers.insert((key.clone(), rule.clone()), name) {
                let found = if first == entry.name {
                    format!("{rule:?} twice")
                } else {
                    format!("{rule:?}, which {first} waives for the same {}", field(subject))
                };
                problems.push(entry.problem("duplicate-waiver", "waives", &found, "each rule once"));
            }
        }
    }
}

/// What it is made for, in words.
fn noun(subject: &Excepted) -> &'static str {
    match subject {
        Excepted::Units(_) => "units",
        Excepted::Zone(_) | Excepted::Holding { .. } => "a zone",
        Excepted::Region(_) => "a region",
        Excepted::Group(_) => "a group",
    }
}

fn field(subject: &Excepted) -> &'static str {
    match subject {
        Excepted::Units(_) => "units",
        Excepted::Zone(_) | Excepted::Holding { .. } => "zone",
        Excepted::Region(_) => "region",
        Excepted::Group(_) => "group",
    }
}
