use super::conflict::of_impossible;
use super::{WhyReport, Wish};
use crate::amounts::{amount, left_out};
use crate::document::{Block, Cell, Table};
use crate::map_faults::{counts, is_in_doubt};
use crate::reading::none_contiguous;
use crate::text::{count, thousands};
use zonewerk_core::problem::Step;
use zonewerk_core::words::Language;
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
    let steps = report.scenario.problem.objective.steps();
    let mut blocks = Vec::new();
    let verdict = |wish: &Wish| match &wish.solved {
        None => (false, "not asked: time was up".to_owned()),
        Some(solved) => match &solved.outcome {
            Outcome::Infeasible { why } if is_in_doubt(why, &wish.scenario) => {
                let faults = counts(&wish.scenario.map_faults, Language::English);
                (false, format!("impossible (proved, if the map is right where it has {faults})"))
            }
            Outcome::Infeasible { .. } => (false, "impossible (proved)".to_owned()),
            Outcome::Unknown { stopped: Stopped::NoneContiguous { why, beyond, .. }, .. } => {
                (false, none_contiguous(&wish.scenario, report.graph, (why, beyond)))
            }
            Outcome::Unknown { stopped: Stopped::TimeLimit | Stopped::Interrupted, .. } => {
                (false, "neither a plan nor a proof was found in time".to_owned())
            }
            Outcome::Unknown { stopped, .. } => (false, format!("neither a plan nor a proof: {stopped}")),
            Outcome::Optimal { .. } | Outcome::Feasible { .. } => {
                (true, price_words(report, best, solved, wish.moved))
            }
        },
    };
    for wish in wishes {
        let (good, text) = verdict(wish);
        blocks.push(Block::Verdict { good, text: format!("{}: {text}", wish.words) });
    }
    let values = steps.iter().zip(&best.steps).filter_map(|(step, begun)| {
        Some(format!("{step}{} {}", left_out(step, report.graph), amount(step, begun.objective?)))
    });
    let values: Vec<String> = values.collect();
    if !values.is_empty() {
        let proof =
            if matches!(best.outcome, Outcome::Optimal { .. }) { "proven best" } else { "not proven best" };
        let of = if wishes.len() > 1 { " any of it" } else { " it" };
        let order = if values.len() > 1 { ", goals in order" } else { "" };
        blocks.push(Block::Paragraph(format!("Without{of}{order}: {}, {proof}.", values.join(", then "))));
    }
    let heading = |wish: &Wish, blocks: &mut Vec<Block>| {
        if wishes.len() > 1 {
            blocks.push(Block::Heading(2, wish.words.clone()));
        }
    };
    for wish in wishes {
        if let Some(Diagnosis::Impossible { conflict, sums, ways, .. }) = &wish.why {
            heading(wish, &mut blocks);
            blocks.extend(of_impossible(&wish.scenario, report.graph, (conflict, sums, ways)));
        }
        if let Some(table) = table(report, best, wish).filter(|_| steps.len() > 1) {
            heading(wish, &mut blocks);
            blocks.push(Block::Table(table));
        }
    }
    blocks
}

fn price_words(report: &WhyReport<'_>, best: &Solved, with: &Solved, moved: Option<(usize, u64)>) -> String {
    let Some(Price { step, values: (old, new), is_proved }) = price(report, best, with) else {
        return "possible".to_owned();
    };
    let who = moved.filter(|(units, _)| *units > 0).map_or_else(String::new, |(units, people)| {
        format!("; {} with {} inhabitants lie in other zones", count(units, "unit"), thousands(people))
    });
    let proof = if is_proved { "proven" } else { "not proven" };
    if old == new {
        let none = if who.is_empty() { "costs nothing: it is so in the best plan" } else { "costs nothing" };
        return format!("{none} ({proof}){who}");
    }
    let sign = if new < old { "-" } else { "+" };
    let share = if old == 0 {
        String::new()
    } else {
        format!(", {:.1} %", 100.0 * new.abs_diff(old) as f64 / old as f64)
    };
    let earlier = report.scenario.problem.objective.steps().iter().take_while(|other| *other != step);
    let earlier: Vec<String> = earlier.map(ToString::to_string).collect();
    let left_out = left_out(step, report.graph);
    let nothing = match earlier.is_empty() {
        true => String::new(),
        false => format!("nothing in {}, and ", earlier.join(", then ")),
    };
    format!(
        "costs {nothing}{sign}{} of {step}{left_out} ({} in place of {}{share}, {proof}){who}",
        amount(step, new.abs_diff(old)),
        amount(step, new),
        amount(step, old)
    )
}

/// Every step without and with the wish.
fn table(report: &WhyReport<'_>, best: &Solved, wish: &Wish) -> Option<Table> {
    let with = wish.solved.as_ref()?;
    let header = vec![Cell::text("Goal"), Cell::number("Without"), Cell::number("With")];
    let steps = report.scenario.problem.objective.steps().iter();
    let rows = steps.zip(best.steps.iter().zip(&with.steps)).map(|(step, (old, new))| {
        let value = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| amount(step, value));
        vec![
            Cell::text(format!("{step}{}", left_out(step, report.graph))),
            Cell::number(value(old.objective)),
            Cell::number(value(new.objective)),
        ]
    });
    Some(Table { header, rows: rows.collect() })
}
