use super::conflict::of_impossible;
use super::{WhyReport, Wish};
use crate::claim::in_order;
use crate::document::{Block, Cell, Table};
use crate::goal_words::{step as step_in_words, step_value};
use crate::map_faults::{counts, is_in_doubt};
use crate::numbers::people;
use crate::reading::none_contiguous;
use crate::stopped_words::stopped_words;
use zonewerk_core::problem::Step;
use zonewerk_core::words::{Language, listed, number, say};
use zonewerk_solve::why::Diagnosis;
use zonewerk_solve::{Outcome, Solved, Stopped};

/// What a wish costs in one step.
pub(super) struct Price<'a> {
    pub(super) step: &'a Step,
    /// Without and with it, in parts of the step.
    pub(super) values: (u64, u64),
    /// Whether both are proved.
    pub(super) is_proved: bool,
}

/// What a wish costs: the steps up to the first in which it costs something.
pub(super) fn price<'a>(report: &WhyReport<'a>, best: &Solved, with: &Solved) -> Option<Price<'a>> {
    let steps = report.scenario.problem.objective.steps().iter();
    let mut last = None;
    for (step, (old, new)) in steps.zip(best.steps.iter().zip(&with.steps)) {
        let values = (old.objective?, new.objective?);
        let is_proved = old.bound == old.objective && new.bound == new.objective;
        last = Some(Price { step, values, is_proved });
        if values.0 != values.1 {
            break;
        }
    }
    last
}

pub(super) fn blocks(report: &WhyReport<'_>, best: &Solved, wishes: &[Wish]) -> Vec<Block> {
    let language = report.language;
    let steps = report.scenario.problem.objective.steps();
    let mut blocks = Vec::new();
    for wish in wishes {
        let (good, text) = verdict(report, best, wish);
        blocks.push(Block::Verdict { good, text: format!("{}: {text}", wish.words) });
    }
    let values = steps.iter().zip(&best.steps).filter_map(|(step, begun)| {
        let value = step_value(language, step, begun.objective?);
        Some(format!("{} {value}", step_in_words(language, report.graph, step)))
    });
    let goals = in_order(values, language);
    if !goals.is_empty() {
        let number = wishes.len();
        blocks.push(Block::Paragraph(match best.outcome {
            Outcome::Optimal { .. } => say!(language, "wish-best", wishes = number, goals = goals),
            _ => say!(language, "wish-best-open", wishes = number, goals = goals),
        }));
    }
    let heading = |wish: &Wish, blocks: &mut Vec<Block>| {
        if wishes.len() > 1 {
            blocks.push(Block::Heading(2, wish.words.clone()));
        }
    };
    for wish in wishes {
        if let Some(Diagnosis::Impossible { conflict, sums, ways, .. }) = &wish.why {
            heading(wish, &mut blocks);
            blocks.extend(of_impossible(&wish.scenario, report.graph, (conflict, sums, ways), language));
        }
        if let Some(table) = table(report, best, wish).filter(|_| steps.len() > 1) {
            heading(wish, &mut blocks);
            blocks.push(Block::Table(table));
        }
    }
    blocks
}

/// What a wish comes to, and whether it can be.
fn verdict(report: &WhyReport<'_>, best: &Solved, wish: &Wish) -> (bool, String) {
    let language = report.language;
    let Some(solved) = &wish.solved else { return (false, say!(language, "wish-not-asked")) };
    match &solved.outcome {
        Outcome::Infeasible { why } if is_in_doubt(why, &wish.scenario) => {
            let faults = counts(&wish.scenario.map_faults, language);
            (false, say!(language, "wish-impossible-map", faults = faults))
        }
        Outcome::Infeasible { .. } => (false, say!(language, "wish-impossible")),
        Outcome::Unknown { stopped: Stopped::NoneContiguous { why, beyond, .. }, .. } => {
            (false, none_contiguous(&wish.scenario, report.graph, (why, beyond), language))
        }
        Outcome::Unknown { stopped: Stopped::TimeLimit | Stopped::Interrupted, .. } => {
            (false, say!(language, "wish-no-time"))
        }
        Outcome::Unknown { stopped, .. } => (
            false,
            say!(
                language,
                "wish-unknown",
                why = stopped_words(stopped, report.scenario, report.graph, language)
            ),
        ),
        Outcome::Optimal { .. } | Outcome::Feasible { .. } => {
            let price = price_words(report, best, solved, wish.moved);
            (true, moves_words(price, wish.moved, language))
        }
    }
}

fn moves_words(price: String, moved: Option<(usize, u64)>, language: Language) -> String {
    match moved {
        Some((units, moved)) if units > 0 => {
            say!(language, "wish-moves", price = price, units = units, people = people(language, moved))
        }
        _ => price,
    }
}

fn price_words(report: &WhyReport<'_>, best: &Solved, with: &Solved, moved: Option<(usize, u64)>) -> String {
    let language = report.language;
    let Some(Price { step, values: (old, new), is_proved }) = price(report, best, with) else {
        return say!(language, "wish-possible");
    };
    let proof = match is_proved {
        true => say!(language, "page-is-proven"),
        false => say!(language, "page-is-open"),
    };
    if old == new {
        let moves = moved.is_some_and(|(units, _)| units > 0);
        return match moves {
            true => say!(language, "wish-free", proof = proof),
            false => say!(language, "wish-free-in-best", proof = proof),
        };
    }
    let share = (old > 0).then(|| share(language, new.abs_diff(old), old));
    let facts: Vec<String> = share.into_iter().chain([proof]).collect();
    let proof = listed(language, &facts, facts.len());
    let sign = if new < old { "-" } else { "+" };
    let goal = step_in_words(language, report.graph, step);
    let [more, old, new] = [new.abs_diff(old), old, new].map(|value| step_value(language, step, value));
    let earlier = report.scenario.problem.objective.steps().iter().take_while(|other| *other != step);
    let earlier = earlier.map(|step| step_in_words(language, report.graph, step));
    let earlier = in_order(earlier, language);
    match earlier.is_empty() {
        true => say!(
            language,
            "wish-costs",
            sign = sign,
            more = more,
            goal = goal,
            new = new,
            old = old,
            proof = proof
        ),
        false => say!(
            language,
            "wish-costs-later",
            earlier = earlier,
            sign = sign,
            more = more,
            goal = goal,
            new = new,
            old = old,
            proof = proof
        ),
    }
}

/// A part of a whole in percent, to the nearest tenth.
fn share(language: Language, part: u64, whole: u64) -> String {
    let tenths = (1_000.0 * part as f64 / whole as f64).round() as u64;
    format!("{}{}{} %", number(language, tenths / 10), language.decimal_point(), tenths % 10)
}

/// Every step without and with the wish.
fn table(report: &WhyReport<'_>, best: &Solved, wish: &Wish) -> Option<Table> {
    let language = report.language;
    let with = wish.solved.as_ref()?;
    let header = vec![
        Cell::text(say!(language, "page-column-goal")),
        Cell::number(say!(language, "wish-column-without")),
        Cell::number(say!(language, "wish-column-with")),
    ];
    let steps = report.scenario.problem.objective.steps().iter();
    let rows = steps.zip(best.steps.iter().zip(&with.steps)).map(|(step, (old, new))| {
        let value = |value: Option<u64>| {
            value.map_or_else(|| "-".to_owned(), |value| step_value(language, step, value))
        };
        vec![
            Cell::text(step_in_words(language, report.graph, step)),
            Cell::number(value(old.objective)),
            Cell::number(value(new.objective)),
        ]
    });
    Some(Table { header, rows: rows.collect() })
}
