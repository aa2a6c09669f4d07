//! What it costs to mend each straddle of a plan.

use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::Results;
use super::goal_words::step_value;
use super::plain_table::plain_table;
use super::text::shortened;
use zonewerk_core::problem::Step;
use zonewerk_core::words::{message, number, say};
use zonewerk_solve::{Outcome, Solved, StepSolved};

const NAME_WIDTH: usize = 28;
const ZONES_WIDTH: usize = 34;

/// A group that the plan straddles, and what solving came to where no zone may straddle it.
#[derive(Clone, Debug)]
pub struct Mending {
    /// Name of the group.
    pub group: String,
    /// Names of the zones that straddle it.
    pub zones: Vec<String>,
    /// People of the group who are parted from most of its people.
    pub people: u64,
    /// What solving came to where no zone may straddle it; `None` where there was no time to ask.
    pub solved: Option<Solved>,
}

/// The price of mending in `report.json`: what the best mended plan comes to in the first step in
/// which it differs from the plan, in the parts of that step.
#[derive(Serialize)]
pub(super) struct MendingReport<'a> {
    group: &'a str,
    zones: &'a [String],
    people: u64,
    status: &'static str,
    goal: Option<String>,
    objective: Option<u64>,
    bound: Option<u64>,
    price: Option<i64>,
}

/// The straddles, in the order of their groups.
pub(super) fn mending_reports<'a>(results: &Results<'_>, mendings: &'a [Mending]) -> Vec<MendingReport<'a>> {
    let report = |mending: &'a Mending| {
        let Mending { group, zones, people, solved } = mending;
        let found = solved.as_ref().and_then(|solved| price(results, solved));
        MendingReport {
            group,
            zones,
            people: *people,
            status: solved.as_ref().map_or("not-asked", |solved| solved.outcome.status()),
            goal: found.as_ref().map(|(step, ..)| step.to_string()),
            objective: found.as_ref().and_then(|(_, step, _)| step.objective),
            bound: found.as_ref().and_then(|(_, step, _)| step.bound),
            price: found.map(|(.., price)| price),
        }
    };
    mendings.iter().map(report).collect()
}

/// The first step in which the mended plan differs, or the last, and by how much.
fn price<'a>(results: &Results<'a>, mended: &Solved) -> Option<(&'a Step, StepSolved, i64)> {
    let before = results.solved?;
    mended.outcome.plan()?;
    let steps = results.scenario.problem.objective.steps().iter();
    let pairs = steps.zip(before.steps.iter().zip(&mended.steps));
    let mut last = None;
    for (step, (old, new)) in pairs {
        let price = i64::try_from(new.objective?).ok()?.checked_sub(i64::try_from(old.objective?).ok()?)?;
        last = Some((step, new.clone(), price));
        if price != 0 {
            break;
        }
    }
    last
}

/// The straddles, a line each.
pub(super) fn mending_table(results: &Results<'_>, mendings: &[Mending]) -> Table {
    let language = results.language;
    let header = [
        message!("column-straddled"),
        message!("column-people-parted"),
        message!("column-by-zones"),
        message!("column-to-mend"),
    ];
    let mut table = plain_table(header.map(|message| message.say(language)));
    for mending in mendings {
        let solved = mending.solved.as_ref();
        let found = solved.and_then(|solved| price(results, solved));
        let price = match (solved.map(|solved| &solved.outcome), found) {
            (None, _) => say!(language, "mend-not-asked"),
            (Some(Outcome::Infeasible { .. }), _) => say!(language, "order-impossible"),
            (Some(outcome), Some((step, _, price))) => {
                let sign = if price < 0 { "-" } else { "+" };
                let amount = format!("{sign}{}", step_value(language, step, price.unsigned_abs()));
                match outcome {
                    Outcome::Optimal { .. } => amount,
                    _ => say!(language, "amount-at-most", amount = amount),
                }
            }
            (_, None) => say!(language, "order-no-plan"),
        };
        table.add_row([
            shortened(&mending.group, NAME_WIDTH),
            number(language, mending.people),
            shortened(&mending.zones.join(", "), ZONES_WIDTH),
            price,
        ]);
    }
    for column in [1, 3] {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
