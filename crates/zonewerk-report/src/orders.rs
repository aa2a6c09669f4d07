//! What it costs to draw one level after the other.

use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::Results;
use super::goal_words::step_value;
use super::plain_table::plain_table;
use super::text::gap_in;
use zonewerk_core::problem::Step;
use zonewerk_core::words::{Message, message, say};
use zonewerk_solve::{DesignOrder, InOrders, Outcome, Solved, StepSolved, Stopped};

const JOINTLY: &str = "jointly";

/// One order of drawing zones and regions in `report.json`, with the least that it comes to in
/// the first step of the objective. Later steps may use up that step's tolerance.
#[derive(Serialize)]
pub(super) struct OrderReport {
    order: &'static str,
    status: &'static str,
    zones: Option<usize>,
    regions: Option<usize>,
    objective: Option<u64>,
    bound: Option<u64>,
    /// What it comes to above the plan drawn jointly; `None` where either has no plan.
    price: Option<u64>,
    /// Why there is none, where that is known.
    #[serde(skip)]
    without_plan: Option<Message>,
}

/// The orders, with jointly last.
pub(super) fn order_reports(orders: &InOrders) -> Vec<OrderReport> {
    let InOrders { zones_first, regions_first, jointly } = orders;
    let joint = jointly.steps.first().and_then(|step| step.objective);
    let report = |(order, solved): (&'static str, &Solved)| {
        let plan = solved.outcome.plan();
        let first = solved.steps.first();
        let objective = first.and_then(|step| step.objective);
        OrderReport {
            order,
            status: solved.outcome.status(),
            zones: plan.map(|plan| plan.zones.len()),
            regions: plan.map(|plan| plan.regions().len()),
            objective,
            bound: first.and_then(|step| step.bound),
            without_plan: without_plan(&solved.outcome),
            price: objective.zip(joint).map(|(objective, joint)| objective.saturating_sub(joint)),
        }
    };
    [("zones-first", zones_first), ("regions-first", regions_first), (JOINTLY, jointly)].map(report).into()
}

fn without_plan(outcome: &Outcome) -> Option<Message> {
    match outcome {
        Outcome::Infeasible { .. } => Some(message!("order-impossible")),
        Outcome::Unknown { stopped: Stopped::NothingFits { order: DesignOrder::RegionsFirst }, .. } => {
            Some(message!("order-no-zones-fit"))
        }
        Outcome::Unknown { stopped: Stopped::NothingFits { .. }, .. } => {
            Some(message!("order-no-regions-fit"))
        }
        Outcome::Unknown { .. } | Outcome::Optimal { .. } | Outcome::Feasible { .. } => None,
    }
}

/// The orders, a line each.
pub(super) fn order_table(results: &Results<'_>, orders: &InOrders) -> Table {
    let (step, language) = (step(results), results.language);
    let mut table = plain_table(
        [
            message!("column-order"),
            message!("column-zones"),
            message!("column-regions"),
            message!("column-first-goal"),
            message!("column-price"),
            message!("column-share"),
        ]
        .map(|message| message.say(language)),
    );
    let count = |count: Option<usize>| count.map_or_else(String::new, |count| count.to_string());
    for report in order_reports(orders) {
        let is_proved = |step: &StepSolved| step.bound >= step.objective;
        let is_exact = orders.jointly.steps.first().is_some_and(is_proved);
        let price = report.price.filter(|_| report.order != JOINTLY);
        let share = price
            .zip(report.objective)
            .map(|(price, objective)| gap_in(language, price as f64 / (objective - price).max(1) as f64));
        let found = match report.objective {
            Some(objective) => step_value(language, step, objective),
            None => report.without_plan.unwrap_or(message!("order-no-plan")).say(language),
        };
        table.add_row([
            match report.order {
                "zones-first" => say!(language, "order-zones-first"),
                "regions-first" => say!(language, "order-regions-first"),
                _ => say!(language, "order-jointly"),
            },
            count(report.zones),
            count(report.regions),
            found,
            price.map_or_else(String::new, |price| {
                let price = step_value(language, step, price);
                if is_exact { price } else { say!(language, "amount-at-least", amount = price) }
            }),
            share.unwrap_or_default(),
        ]);
    }
    table.column_iter_mut().skip(1).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    table
}

fn step<'a>(results: &Results<'a>) -> &'a Step {
    &results.scenario.problem.objective.steps()[0]
}
