use std::collections::BTreeSet;

use super::conflict::impossible_words;
use crate::document::{Block, Cell, Table};
use crate::infeasibility::{NAMES_SHOWN, unit_names};
use crate::numbers::bounds;
use crate::reading::not_tried;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Excepted, Exception};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, listed, say, sentence_list, strung};
use zonewerk_io::Scenario;
use zonewerk_solve::why::ExceptionNeeds;

pub(super) fn blocks(
    scenario: &Scenario,
    graph: &Graph,
    needs: &ExceptionNeeds,
    used: Option<&BTreeSet<usize>>,
    language: Language,
) -> Vec<Block> {
    let exceptions = &scenario.problem.exceptions;
    let verdict = |good, text: String| vec![Block::Verdict { good, text }];
    if let Some(proved) = &needs.impossible {
        let what = say!(language, "answer-no-plan-whichever");
        return verdict(false, impossible_words(scenario, graph, proved, &what, language));
    }
    if exceptions.is_empty() {
        return verdict(true, say!(language, "needs-no-exceptions"));
    }
    let beyond = not_tried(scenario, graph, language).filter(|_| !needs.is_of_all);
    let Some(smallest) = needs.smallest.first() else {
        let fewest = needs.fewest;
        return verdict(
            false,
            match beyond {
                None => say!(language, "needs-unknown", fewest = fewest),
                Some((_, drawn)) => {
                    say!(language, "needs-unknown-drawn", fewest = fewest, drawn = drawn)
                }
            },
        );
    };
    let plan = match &beyond {
        None => say!(language, "needs-any-plan"),
        Some((_, drawn)) => say!(language, "needs-any-plan-drawn", drawn = drawn),
    };
    let mut blocks = verdict(
        true,
        match (smallest.len(), exceptions.len()) {
            (0, number) => say!(language, "needs-none", exceptions = number),
            (needed, number) if needed == number => {
                say!(language, "needs-all", exceptions = number, plan = plan)
            }
            (needed, number) => {
                say!(language, "needs-some", plan = plan, needed = needed, exceptions = number)
            }
        },
    );
    blocks
        .extend(beyond.map(|(others, _)| Block::Paragraph(say!(language, "needs-beyond", others = others))));
    if needs.with_all == Some(false) {
        blocks.push(Block::Paragraph(say!(language, "needs-narrower")));
    }
    if needs.smallest.len() > 1 {
        blocks.push(Block::Paragraph(say!(language, "needs-sets", sets = needs.smallest.len())));
    }
    blocks.push(Block::Table(table(scenario, needs, smallest, used, language)));
    blocks
}

/// Each exception, and whether any plan and the best plan need it.
fn table(
    scenario: &Scenario,
    needs: &ExceptionNeeds,
    smallest: &BTreeSet<usize>,
    used: Option<&BTreeSet<usize>>,
    language: Language,
) -> Table {
    let header = [
        say!(language, "needs-column-exception"),
        say!(language, "needs-column-reason"),
        say!(language, "needs-column-any"),
        say!(language, "needs-column-best"),
    ];
    let row = |(place, exception): (usize, &Exception)| {
        let any = match (needs.forced.contains(&place), smallest.contains(&place)) {
            (true, _) => say!(language, "needs-forced"),
            (false, true) => say!(language, "needs-one-of-them"),
            (false, false) => say!(language, "needs-without"),
        };
        let best = match used {
            Some(_) if needs.forced.contains(&place) => say!(language, "needs-uses"),
            Some(used) if used.contains(&place) => say!(language, "needs-chosen"),
            Some(_) => say!(language, "needs-not-used"),
            None => "-".to_owned(),
        };
        let reason = exception.reason.clone().unwrap_or_else(|| say!(language, "page-no-reason"));
        [words(scenario, exception, language), reason, any, best].map(Cell::text).to_vec()
    };
    let rows = scenario.problem.exceptions.iter().enumerate().map(row).collect();
    Table { header: header.map(Cell::text).to_vec(), rows }
}

/// What an exception is made for, and what it allows.
pub(super) fn words(scenario: &Scenario, exception: &Exception, language: Language) -> String {
    let subject = excepted_words(scenario, exception, language);
    let bounds =
        exception.bounds.map(|own| say!(language, "page-exception-bounds", bounds = bounds(language, own)));
    let waived: Vec<&str> = exception.waives.iter().map(|rule| rule.name()).collect();
    let waived = (!waived.is_empty()).then(|| listed(language, &waived, waived.len()));
    let allowed: Vec<String> = bounds.into_iter().chain(waived).collect();
    format!("{subject}: {}", strung(language, &allowed, allowed.len()))
}

/// What an exception is made for.
pub(super) fn excepted_words(scenario: &Scenario, exception: &Exception, language: Language) -> String {
    let names = |units: &[UnitId]| sentence_list(language, &unit_names(scenario, units), NAMES_SHOWN / 2);
    match &exception.subject {
        Excepted::Units(units) => names(units),
        Excepted::Holding { units, .. } => say!(language, "excepted-holding", units = names(units)),
        Excepted::Zone(name) => say!(language, "subject-zone", name = name),
        Excepted::Region(name) => say!(language, "subject-region", name = name),
        Excepted::Group(name) => name.clone(),
    }
}
