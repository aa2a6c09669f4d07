use super::edits::way_toml;
use super::words::{demand_words, not_tried, tried_words, way_words};
use crate::claim::not_kept;
use crate::document::Block;
use crate::infeasibility::{NAMES_SHOWN, unit_names};
use crate::map_faults::{counts, is_in_doubt};
use crate::reading::not_tried as not_tried_in_search;
use crate::text::{count, list, thousands};
use zonewerk_core::graph::Graph;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::why::{Conflict, ConflictSums, Diagnosis, Impossible, Ways};

/// Ways out that are told at most.
const WAYS_SHOWN: usize = 8;

pub(super) fn blocks(scenario: &Scenario, graph: &Graph, why: &Diagnosis) -> Vec<Block> {
    match why {
        Diagnosis::Possible(zones) => {
            let text = format!(
                "There is a plan, of {} for one: nothing that solve keeps stands in the way. solve draws the \
                 best",
                count(zones.len(), "zone")
            );
            let not_kept = not_kept(&scenario.problem, Language::English).map(Block::Paragraph);
            [Block::Verdict { good: true, text }].into_iter().chain(not_kept).collect()
        }
        Diagnosis::Unknown => vec![Block::Verdict {
            good: false,
            text: "Not found out: neither a plan nor a proof that there is none; zonewerk solve tells what stops it"
                .to_owned(),
        }],
        Diagnosis::Impossible { proved, conflict, sums, ways } => {
            let text = impossible_words(scenario, graph, proved, "there is no plan");
            let mut blocks = vec![Block::Verdict { good: false, text }];
            blocks.extend(of_impossible(scenario, graph, (conflict, sums, ways)));
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
) -> String {
    let rests_on_map = proved.why.as_deref().is_none_or(|why| is_in_doubt(why, scenario));
    let if_right = match rests_on_map && !scenario.map_faults.is_empty() {
        true => {
            let faults = counts(&scenario.map_faults, Language::English);
            format!("roved, if the map is right where it has {faults}")
        }
        false => "roved".to_owned(),
    };
    match not_tried_in_search(scenario, graph).filter(|_| !proved.is_of_all) {
        None => format!("P{if_right}: {what}"),
        Some((others, drawn)) => format!(
            "Not found: none with {drawn} exists (p{if_right}); the rules also allow {others}, which were \
             not tried"
        ),
    }
}

/// What cannot be together, and the ways out: of the plans that are drawn, where the rules allow
/// others.
pub(super) fn of_impossible(
    scenario: &Scenario,
    graph: &Graph,
    (conflict, sums, ways): (&Conflict, &ConflictSums, &Ways),
) -> Vec<Block> {
    let condition = not_tried_in_search(scenario, graph).map(|(_, drawn)| {
        Block::Paragraph(format!("What follows is about plans with {drawn}; other plans were not tried."))
    });
    let mut blocks: Vec<Block> = condition.into_iter().collect();
    blocks.extend(of_conflict(scenario, conflict, sums));
    blocks.extend(of_ways(scenario, conflict, ways));
    blocks
}

/// What cannot be together, with its sums.
fn of_conflict(scenario: &Scenario, conflict: &Conflict, sums: &ConflictSums) -> Vec<Block> {
    let Conflict { demands, unsure, units, each_unit } = conflict;
    let territory = &scenario.territory;
    let with_people = |&unit| {
        let unit = territory.unit(unit);
        format!("{} ({})", unit.name, thousands(unit.population))
    };
    let mut lines: Vec<String> = demands
        .iter()
        .map(|demand| {
            let open =
                if unsure.contains(demand) { " (whether this is needed was not found out)" } else { "" };
            demand_words(scenario, demand) + open
        })
        .collect();
    let named: Vec<String> = units.iter().map(with_people).collect();
    if units.len() == territory.units().len() {
        lines.push(format!("every unit lies in a zone: {} inhabitants", thousands(sums.population)));
    } else if !units.is_empty() {
        lines.push(match (named.as_slice(), each_unit) {
            ([one], _) => format!("{one} lies in a zone"),
            (_, true) => format!("each of these lies in a zone: {}", list(&named, 3 * NAMES_SHOWN)),
            (_, false) => {
                let all = count(units.len(), "unit");
                format!("each of {all} lies in a zone: {}", list(&named, NAMES_SHOWN))
            }
        });
    }
    let all = match (lines.len(), *each_unit && unsure.is_empty()) {
        (1, true) => "This cannot be:",
        (_, true) => {
            "These cannot be together; without any one of them, or any one of the units, they could:"
        }
        (_, false) if unsure.is_empty() => {
            "These cannot be together; without any one of the rules they could:"
        }
        _ => "These cannot be together:",
    };
    let mut blocks = vec![
        Block::Heading(2, "What cannot be together".to_owned()),
        Block::Paragraph(all.to_owned()),
        Block::List(lines),
    ];
    let facts = sum_lines(scenario, conflict, sums);
    if !facts.is_empty() {
        blocks.push(Block::Heading(2, "The sums".to_owned()));
        blocks.push(Block::List(facts));
    }
    blocks
}

fn sum_lines(scenario: &Scenario, conflict: &Conflict, sums: &ConflictSums) -> Vec<String> {
    let ConflictSums { population, zones_with, reach, between } = sums;
    let bounds = scenario.problem.bounds();
    let name = |unit| scenario.territory.unit(unit).name.clone();
    let mut lines = Vec::new();
    if conflict.units.len() > 1 && conflict.units.len() < scenario.territory.units().len() {
        lines.push(format!(
            "{} have {} inhabitants together",
            count(conflict.units.len(), "unit"),
            thousands(*population)
        ));
    }
    if let (Some(zones), Some(most)) = (between, bounds.maximum()) {
        let fewer = match *zones {
            0 => String::new(),
            1 => format!("a zone holds at most {}; ", thousands(most)),
            _ => format!("{zones} zones hold at most {}; ", thousands(zones * most)),
        };
        let more = zones + 1;
        let people = thousands(*population);
        lines.push(format!(
            "{people} inhabitants: {fewer}{} at least {}",
            if more == 1 { "a zone needs".to_owned() } else { format!("{more} zones need") },
            thousands(more * bounds.minimum())
        ));
    }
    if let Some((units, people)) = reach {
        let around: Vec<String> = unit_names(scenario, units);
        lines.push(if units.len() == 1 {
            format!("{} can be joined to no other unit: it has {} inhabitants", around[0], thousands(*people))
        } else {
            format!(
                "{} can be joined to {} in all, of {} inhabitants together: {}",
                name(conflict.units[0]),
                count(units.len() - 1, "unit"),
                thousands(*people),
                list(&around, 2 * NAMES_SHOWN)
            )
        });
    }
    if !zones_with.is_empty() {
        let each: Vec<String> = zones_with
            .iter()
            .map(|&(unit, zones)| {
                format!(
                    "{}: {}",
                    name(unit),
                    if zones == 0 { "none".to_owned() } else { thousands(zones as u64) }
                )
            })
            .collect();
        lines.push(format!("zones that keep these rules with each of the units: {}", list(&each, 12)));
    }
    lines
}

/// The ways out, the best first.
fn of_ways(scenario: &Scenario, conflict: &Conflict, ways: &Ways) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Ways out".to_owned())];
    let tried = format!("{}. {}", tried_words(ways).join("; "), not_tried(ways));
    let Some(first) = ways.ways.first() else {
        let fewest = ways.fewest;
        let proved = if fewest > 1 {
            format!("None with fewer than {} of these: {tried}", count(fewest as usize, "change"))
        } else {
            format!("None was found in time of these: {tried}")
        };
        blocks.push(Block::Paragraph(proved));
        return blocks;
    };
    let number = first.changes();
    let proved = if ways.fewest == number {
        "no fewer of these will do"
    } else {
        "whether fewer of these will do was not found out"
    };
    let told = match ways.ways.len() {
        1 => "It has a plan that passed the audit.",
        _ => "Each has a plan that passed the audit; those with the fewest people outside bounds come first.",
    };
    blocks.push(Block::Paragraph(format!(
        "With {}; {proved}: {tried} {told}",
        count(number as usize, "change")
    )));
    let mut lines = Vec::new();
    for way in ways.ways.iter().take(WAYS_SHOWN) {
        let words = way_words(scenario, way).join("; and ");
        let is_number = !way.allowed.is_empty() || way.zones.iter().any(|zone| zone.outside.is_some());
        let least = match (is_number, way.is_least) {
            (false, _) => "",
            (true, true) => " (proved: with these changes no less will do)",
            (true, false) => " (whether less will do was not found out)",
        };
        lines.push(format!("{words}{least}"));
    }
    if ways.ways.len() > WAYS_SHOWN {
        lines.push(format!("and {} more, in the JSON", ways.ways.len() - WAYS_SHOWN));
    }
    blocks.push(Block::List(lines));
    if conflict.units.len() < scenario.territory.units().len() && number > 1 {
        let more = "There is more than one conflict: the one above is the first that was found.";
        blocks.push(Block::Paragraph(more.to_owned()));
    }
    if let Some(toml) = way_toml(scenario, first) {
        let which = if ways.ways.len() == 1 { "As" } else { "The first of them, as" };
        blocks.push(Block::Paragraph(format!("{which} it is written in a scenario:")));
        blocks.push(Block::Code(toml));
    }
    blocks
}
