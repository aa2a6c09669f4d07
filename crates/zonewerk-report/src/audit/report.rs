use super::findings::findings;
use super::open::not_checked;
use super::verdict::verdicts;
use super::zones::zones;
use super::{Audited, Limits};
use crate::document::{Block, Cell, Document, Table};
use crate::map_faults::map_faults_line;
use crate::period::period;
use zonewerk_core::graph::AdjacencyKind;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Profile;
use zonewerk_core::territory::{Link, LinkChange};
use zonewerk_core::words::{Language, date, message, say};
use zonewerk_io::Scenario;

/// The whole report: verdict, zones, findings, what was not checked, what it rests on.
pub(super) fn report(audited: &Audited, language: Language, limits: Limits) -> Document {
    let mut blocks = verdicts(audited, language);
    blocks.extend(map_faults_line(audited.scenario, audited.graph, language).map(Block::Paragraph));
    blocks.extend(zones(audited, language));
    blocks.extend(findings(audited, language, limits));
    blocks.extend(not_checked(audited, language));
    blocks.push(Block::Heading(2, say!(language, "heading-basis")));
    blocks.push(Block::List(basis(audited.scenario, audited.plan, language)));
    blocks.push(Block::Heading(2, say!(language, "heading-inputs")));
    blocks.push(Block::List(inputs(audited, language)));
    blocks.push(Block::Table(files(audited, language)));
    let title = say!(language, "audit-title", plan = audited.source.name.as_str());
    Document { title, language, blocks }
}

pub(crate) fn basis(scenario: &Scenario, plan: &Plan, language: Language) -> Vec<String> {
    let of_map = match scenario.graph.contiguity {
        AdjacencyKind::Rook => message!("basis-contiguity-rook"),
        AdjacencyKind::Queen => message!("basis-contiguity-queen"),
    };
    let of_graph = crate::reading::graph(scenario, language);
    let mut items = vec![of_graph.unwrap_or_else(|| of_map.say(language))];
    if scenario.graph.minimum_border_m > 0 {
        let metres = scenario.graph.minimum_border_m;
        items.push(say!(language, "basis-minimum-border", metres = metres));
    }
    let fitted = &scenario.fit.units;
    if !fitted.is_empty() {
        let farthest_m = fitted.values().map(|unit| unit.farthest_m).fold(0.0, f64::max);
        items.push(say!(language, "basis-fitted", units = fitted.len(), metres = format!("{farthest_m:.3}")));
    }
    for link in links(scenario, plan) {
        let units: Vec<String> = link.between.iter().map(|unit| scenario.territory.label(*unit)).collect();
        items.push(say!(language, "basis-link", units = units.join(" – "), reason = link.reason.as_str()));
    }
    for fixed in &scenario.problem.fixed_zones {
        items.push(say!(language, "basis-fixed", zone = fixed.name.as_str(), reason = fixed.reason.as_str()));
    }
    items
}

/// The declared links that matter: all that take away, and those that join units of one
/// zone.
pub(super) fn links<'a>(scenario: &'a Scenario, plan: &Plan) -> Vec<&'a Link> {
    let matters = |link: &&Link| {
        let [a, b] = link.between.map(|unit| plan.holdings[unit].zones());
        link.change == LinkChange::Remove || a.iter().any(|zone| b.contains(zone))
    };
    let has_units = plan.holdings.len() == scenario.territory.units().len();
    scenario.territory.links.iter().filter(|link| has_units && matters(link)).collect()
}

pub(crate) fn inputs(audited: &Audited, language: Language) -> Vec<String> {
    let scenario = audited.scenario;
    let plan = &audited.source.name;
    let is_given = !audited.source.name.is_empty();
    let given = is_given.then(|| match audited.plan.date {
        Some(day) => say!(language, "input-plan-date", plan = plan, date = date(language, day)),
        None => say!(language, "input-plan", plan = plan),
    });
    let mut items: Vec<String> = given.into_iter().collect();
    items.extend(audited.source.notes.iter().cloned());
    let counted = match scenario.territory.population_date {
        Some(day) => date(language, day),
        None => scenario.population_date.clone(),
    };
    let name = format!("{}, {}", scenario.name, scenario.title);
    items.push(say!(language, "input-scenario", scenario = name, date = counted));
    items.extend(audited.judgements.iter().map(|judgement| profile(&judgement.profile, language)));
    items.extend(
        scenario.credits.iter().map(|credits| say!(language, "input-credits", credits = credits.as_str())),
    );
    items.push(say!(language, "input-version", version = env!("CARGO_PKG_VERSION")));
    items
}

fn profile(profile: &Profile, language: Language) -> String {
    let (name, title, source) = (&profile.name, profile.title_in(language), profile.source_in(language));
    match period(profile.period, language) {
        Some(period) => {
            say!(language, "input-period", profile = name, title = title, source = source, period = period)
        }
        None => say!(language, "input-profile", profile = name, title = title, source = source),
    }
}

pub(crate) fn files(audited: &Audited, language: Language) -> Table {
    let rows = audited.scenario.inputs.iter().chain(&audited.inputs).map(|file| {
        let start = file.sha256.get(..12).unwrap_or(&file.sha256);
        vec![Cell::text(file.shown_name()), Cell::text(format!("{start}…"))]
    });
    Table {
        header: vec![Cell::text(say!(language, "column-file")), Cell::text("SHA-256")],
        rows: rows.collect(),
    }
}
