use std::collections::BTreeSet;

use super::conflict::impossible_words;
use crate::document::{Block, Cell, Table};
use crate::infeasibility::{NAMES_SHOWN, bounds, unit_names};
use crate::reading::not_tried;
use crate::text::{NO_REASON, count, list};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Excepted, Exception};
use zonewerk_io::Scenario;
use zonewerk_solve::why::ExceptionNeeds;

pub(super) fn blocks(
    scenario: &Scenario,
    graph: &Graph,
    needs: &ExceptionNeeds,
    used: Option<&BTreeSet<usize>>,
) -> Vec<Block> {
    let exceptions = &scenario.problem.exceptions;
    let verdict = |good, text: String| vec![Block::Verdict { good, text }];
    if let Some(proved) = &needs.impossible {
        let what = "there is no plan, whichever of the exceptions are made (ask why without --exceptions)";
        return verdict(false, impossible_words(scenario, graph, proved, what));
    }
    if exceptions.is_empty() {
        return verdict(true, "The scenario makes no exception, and has a plan".to_owned());
    }
    let Some(smallest) = needs.smallest.first() else {
        let of_drawn = match not_tried(scenario, graph).filter(|_| !needs.is_of_all) {
            None => String::new(),
            Some((_, drawn)) => format!(" by plans with {drawn}"),
        };
        return verdict(
            false,
            format!("Not found out in time: {} or more are needed{of_drawn}", needs.fewest),
        );
    };
    let others = not_tried(scenario, graph).filter(|_| !needs.is_of_all);
    let any = match &others {
        None => "Any plan".to_owned(),
        Some((_, drawn)) => format!("Any plan with {drawn}"),
    };
    let all = count(exceptions.len(), "exception");
    let mut blocks = verdict(
        true,
        match (smallest.len(), exceptions.len()) {
            (0, _) => format!("A plan needs none of the {all} of the scenario (proved)"),
            (1, 1) => format!("{any} needs the one exception of the scenario (proved)"),
            (needed, number) if needed == number => {
                format!("{any} needs all {all} of the scenario (proved)")
            }
            (needed, _) => format!("{any} needs at least {needed} of the {all} of the scenario (proved)"),
        },
    );
    blocks.extend(others.map(|(others, _)| {
        Block::Paragraph(format!("The rules also allow {others}, which were not tried."))
    }));
    if needs.with_all == Some(false) {
        let narrower = "With all of the exceptions no plan was found of those that are drawn: one with narrower bounds \
                        is in the way (ask why without --exceptions).";
        blocks.push(Block::Paragraph(narrower.to_owned()));
    }
    if needs.smallest.len() > 1 {
        blocks.push(Block::Paragraph(format!(
            "{} of them will do; the table shows the first.",
            count(needs.smallest.len(), "smallest set")
        )));
    }
    let header = ["Exception", "For", "Any plan", "Best plan"].map(Cell::text).to_vec();
    let rows = exceptions.iter().enumerate().map(|(place, exception)| {
        let any = if needs.forced.contains(&place) {
            "forced"
        } else if smallest.contains(&place) {
            "one of them"
        } else {
            "can do without"
        };
        let best = match used {
            Some(_) if needs.forced.contains(&place) => "uses it",
            Some(used) if used.contains(&place) => "chosen",
            Some(_) => "does not use it",
            None => "-",
        };
        vec![
            Cell::text(words(scenario, exception)),
            Cell::text(exception.reason.as_deref().unwrap_or(NO_REASON)),
            Cell::text(any),
            Cell::text(best),
        ]
    });
    blocks.push(Block::Table(Table { header, rows: rows.collect() }));
    blocks
}

/// What an exception is made for, and what it allows.
pub(super) fn words(scenario: &Scenario, exception: &Exception) -> String {
    let subject = excepted_words(scenario, exception);
    let bounds = exception.bounds.map(|own| format!("{} inhabitants", bounds(own)));
    let waives = (!exception.waives.is_empty())
        .then(|| exception.waives.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(", "));
    let allowed: Vec<String> = bounds.into_iter().chain(waives).collect();
    format!("{subject}: {}", allowed.join("; "))
}

/// What an exception is made for.
pub(super) fn excepted_words(scenario: &Scenario, exception: &Exception) -> String {
    match &exception.subject {
        Excepted::Units(units) => list(&unit_names(scenario, units), NAMES_SHOWN / 2),
        Excepted::Holding { units, .. } => {
            format!("the zone with {}", list(&unit_names(scenario, units), NAMES_SHOWN / 2))
        }
        Excepted::Zone(name) => format!("zone {name}"),
        Excepted::Region(name) => format!("region {name}"),
        Excepted::Group(name) => name.clone(),
    }
}
