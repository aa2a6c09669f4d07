use super::changes::{tried_words, untried, way_words};
use super::demands::demand_words;
use super::edits::way_toml;
use crate::claim::not_kept;
use crate::document::Block;
use crate::infeasibility::{NAMES_SHOWN, unit_names};
use crate::map_faults::{counts, is_in_doubt};
use crate::numbers::{people, zones};
use crate::reading::not_tried;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, number, say, sentence_list, strung};
use zonewerk_io::Scenario;
use zonewerk_solve::why::{Conflict, ConflictSums, Diagnosis, Impossible, WayOut, Ways};

/// Ways out that are told at most.
const WAYS_SHOWN: usize = 8;

pub(super) fn blocks(scenario: &Scenario, graph: &Graph, why: &Diagnosis, language: Language) -> Vec<Block> {
    match why {
        Diagnosis::Possible(found) => {
            let zones = zones(language, found.len() as u64);
            let text = say!(language, "answer-possible", zones = zones);
            let not_kept = not_kept(&scenario.problem, language).map(Block::Paragraph);
            [Block::Verdict { good: true, text }].into_iter().chain(not_kept).collect()
        }
        Diagnosis::Unknown => vec![Block::Verdict { good: false, text: say!(language, "answer-unknown") }],
        Diagnosis::Impossible { proved, conflict, sums, ways } => {
            let what = say!(language, "answer-no-plan");
            let text = impossible_words(scenario, graph, proved, &what, language);
            let mut blocks = vec![Block::Verdict { good: false, text }];
            blocks.extend(of_impossible(scenario, graph, (conflict, sums, ways), language));
            blocks
        }
    }
}

/// A proof that `what`, with its conditions.
pub(super) fn impossible_words(
    scenario: &Scenario,
    graph: &Graph,
    proved: &Impossible,
    what: &str,
    language: Language,
) -> String {
    let rests_on_map = proved.why.as_deref().is_none_or(|why| is_in_doubt(why, scenario));
    let faults =
        (rests_on_map && !scenario.map_faults.is_empty()).then(|| counts(&scenario.map_faults, language));
    let beyond = not_tried(scenario, graph, language).filter(|_| !proved.is_of_all);
    match (beyond, faults) {
        (None, None) => say!(language, "answer-proved", what = what),
        (None, Some(faults)) => say!(language, "answer-proved-map", faults = faults, what = what),
        (Some((others, drawn)), None) => {
            say!(language, "answer-none-drawn", drawn = drawn, others = others)
        }
        (Some((others, drawn)), Some(faults)) => {
            say!(language, "answer-none-drawn-map", drawn = drawn, faults = faults, others = others)
        }
    }
}

/// What cannot be together, and the ways out: of the plans that are drawn, where the rules allow
/// others.
pub(super) fn of_impossible(
    scenario: &Scenario,
    graph: &Graph,
    (conflict, sums, ways): (&Conflict, &ConflictSums, &Ways),
    language: Language,
) -> Vec<Block> {
    let condition = not_tried(scenario, graph, language)
        .map(|(_, drawn)| Block::Paragraph(say!(language, "answer-about", drawn = drawn)));
    let mut blocks: Vec<Block> = condition.into_iter().collect();
    blocks.extend(of_conflict(scenario, conflict, sums, language));
    blocks.extend(of_ways(scenario, conflict, ways, language));
    blocks
}

/// What cannot be together, with its sums.
fn of_conflict(
    scenario: &Scenario,
    conflict: &Conflict,
    sums: &ConflictSums,
    language: Language,
) -> Vec<Block> {
    let Conflict { demands, unsure, units: _, each_unit } = conflict;
    let demand_line = |demand| {
        let demand_said = demand_words(scenario, demand, language);
        match unsure.contains(demand) {
            true => say!(language, "conflict-unsure", demand = demand_said),
            false => demand_said,
        }
    };
    let mut lines: Vec<String> = demands.iter().map(demand_line).collect();
    lines.extend(units_line(scenario, conflict, sums, language));
    let all = match (lines.len(), *each_unit && unsure.is_empty()) {
        (1, true) => say!(language, "conflict-one"),
        (_, true) => say!(language, "conflict-irreducible"),
        (_, false) if unsure.is_empty() => say!(language, "conflict-irreducible-rules"),
        _ => say!(language, "conflict-several"),
    };
    let mut blocks = vec![
        Block::Heading(2, say!(language, "conflict-heading")),
        Block::Paragraph(all),
        Block::List(lines),
    ];
    let facts = sum_lines(scenario, conflict, sums, language);
    if !facts.is_empty() {
        blocks.push(Block::Heading(2, say!(language, "sums-heading")));
        blocks.push(Block::List(facts));
    }
    blocks
}

/// Which units are to lie in zones.
fn units_line(
    scenario: &Scenario,
    Conflict { units, each_unit, .. }: &Conflict,
    sums: &ConflictSums,
    language: Language,
) -> Option<String> {
    let territory = &scenario.territory;
    if units.len() == territory.units().len() {
        return Some(say!(language, "conflict-every-unit", people = people(language, sums.population)));
    }
    let with_people = |&unit: &UnitId| {
        let unit = territory.unit(unit);
        format!("{} ({})", unit.name, number(language, unit.population))
    };
    let named: Vec<String> = units.iter().map(with_people).collect();
    let names = |most| sentence_list(language, &named, most);
    Some(match (named.as_slice(), each_unit) {
        ([], _) => return None,
        ([one], _) => say!(language, "conflict-one-unit", unit = one),
        (_, true) => say!(language, "conflict-these-units", names = names(3 * NAMES_SHOWN)),
        (_, false) => say!(language, "conflict-units", units = units.len(), names = names(NAMES_SHOWN)),
    })
}

fn sum_lines(
    scenario: &Scenario,
    conflict: &Conflict,
    sums: &ConflictSums,
    language: Language,
) -> Vec<String> {
    let ConflictSums { population, zones_with, reach, between } = sums;
    let bounds = scenario.problem.bounds();
    let name = |unit| scenario.territory.unit(unit).name.as_str();
    let mut lines = Vec::new();
    let total = people(language, *population);
    if conflict.units.len() > 1 && conflict.units.len() < scenario.territory.units().len() {
        lines.push(say!(language, "sums-units", units = conflict.units.len(), people = total.as_str()));
    }
    if let (Some(zones), Some(most)) = (*between, bounds.maximum()) {
        let more = zones + 1;
        let least = more * bounds.minimum();
        lines.push(match zones {
            0 => say!(language, "sums-one-zone", people = total, least = least),
            _ => say!(
                language,
                "sums-between",
                people = total,
                zones = zones,
                most = zones * most,
                more = more,
                least = least
            ),
        });
    }
    if let (Some((units, population)), Some(&unit)) = (reach, conflict.units.first()) {
        let people = people(language, *population);
        let others: Vec<UnitId> = units.iter().copied().filter(|&other| other != unit).collect();
        let names = sentence_list(language, &unit_names(scenario, &others), 2 * NAMES_SHOWN);
        lines.push(match others.is_empty() {
            true => say!(language, "sums-alone", unit = name(unit), people = people),
            false => say!(language, "sums-reach", unit = name(unit), people = people, names = names),
        });
    }
    if !zones_with.is_empty() {
        let each = zones_with.iter().map(|&(unit, zones)| {
            let zones = match zones {
                0 => say!(language, "sums-none"),
                _ => number(language, zones as u64),
            };
            format!("{}: {zones}", name(unit))
        });
        let each = sentence_list(language, &each.collect::<Vec<_>>(), 12);
        lines.push(say!(language, "sums-zones-with", each = each));
    }
    lines
}

/// The ways out, the best first.
fn of_ways(scenario: &Scenario, conflict: &Conflict, ways: &Ways, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, say!(language, "ways-heading"))];
    blocks.push(Block::Paragraph(proved_words(ways, language)));
    let Some(first) = ways.ways.first() else { return blocks };
    let ways_shown = ways.ways.iter().take(WAYS_SHOWN);
    let mut lines: Vec<String> = ways_shown.map(|way| way_line(scenario, way, language)).collect();
    if ways.ways.len() > WAYS_SHOWN {
        lines.push(say!(language, "ways-more", more = ways.ways.len() - WAYS_SHOWN));
    }
    blocks.push(Block::List(lines));
    if conflict.units.len() < scenario.territory.units().len() && first.changes() > 1 {
        blocks.push(Block::Paragraph(say!(language, "ways-more-conflicts")));
    }
    if let Some(toml) = way_toml(scenario, first, language) {
        blocks.push(Block::Paragraph(match ways.ways.len() {
            1 => say!(language, "ways-written-one"),
            _ => say!(language, "ways-written"),
        }));
        blocks.push(Block::Code(toml));
    }
    blocks
}

/// With how many changes there are ways out, what was tried, and what is proved of fewer.
fn proved_words(ways: &Ways, language: Language) -> String {
    let tried = tried_words(ways, language);
    let (tried, untried) = (strung(language, &tried, tried.len()), untried(ways, language));
    let changes = |number: u64| say!(language, "ways-changes", changes = number);
    let Some(first) = ways.ways.first() else {
        return match ways.fewest {
            0 | 1 => say!(language, "ways-none-in-time", tried = tried, untried = untried),
            fewest => {
                say!(language, "ways-none-fewer", changes = changes(fewest), tried = tried, untried = untried)
            }
        };
    };
    let number = changes(first.changes());
    let proved = match ways.fewest == first.changes() {
        true => say!(language, "ways-fewest", changes = number, tried = tried, untried = untried),
        false => say!(language, "ways-fewest-unknown", changes = number, tried = tried, untried = untried),
    };
    let told = match ways.ways.len() {
        1 => say!(language, "ways-told-one"),
        _ => say!(language, "ways-told"),
    };
    format!("{proved} {told}")
}

/// What a way out changes, and whether less of it would do.
fn way_line(scenario: &Scenario, way: &WayOut, language: Language) -> String {
    let changes = way_words(scenario, way, language).into_iter();
    let words = changes
        .reduce(|before, change| say!(language, "ways-and", before = before, change = change))
        .unwrap_or_default();
    let is_number = !way.allowed.is_empty() || way.zones.iter().any(|zone| zone.outside.is_some());
    match (is_number, way.is_least) {
        (false, _) => words,
        (true, true) => say!(language, "ways-least", way = words),
        (true, false) => say!(language, "ways-least-unknown", way = words),
    }
}
