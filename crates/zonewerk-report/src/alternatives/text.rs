use comfy_table::{CellAlignment, Table};

use super::Nearby;
use super::facts::{Counts, clusters, difference, pairs_apart};
use crate::amounts::{amount, left_out};
use crate::claim::kept;
use crate::infeasibility::explain;
use crate::plain_table::plain_table;
use crate::summary::{conditions_text, verdict_line};
use crate::text::{count, paragraph, thousands};
use crate::{Results, text};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Language;
use zonewerk_solve::{Backbone, Completeness, Outcome, Which};

/// Contested units that are named, at most, a cluster.
const UNITS_SHOWN: usize = 24;

/// The plans and what they have in common, for people, at most 100 columns wide.
pub fn alternatives_text(nearby: &Nearby<'_>) -> String {
    let found = nearby.found;
    let results = Results::of_solve(nearby.scenario, nearby.graph, &found.best, None, nearby.seed);
    let mut text = paragraph("", &verdict_line(&results, &found.best));
    let reading = crate::reading::lines(nearby.scenario, Language::English);
    text.extend(reading.iter().map(|line| paragraph("", line)));
    text += &conditions_text(&results, &found.best);
    if let Outcome::Infeasible { why } = &found.best.outcome {
        let relax = explain(why, nearby.scenario, nearby.graph).relax;
        text += "\nWhat could be relaxed\n";
        text.extend(relax.iter().map(|way| paragraph("  - ", way)));
        return text;
    }
    if found.plans.is_empty() {
        return text;
    }
    text += &paragraph("", &completeness(nearby, &kept(&results, Language::English)));
    text += &format!("\n{}\n", table(nearby).trim_fmt());
    match &found.backbone {
        Some(backbone) => text += &in_common(nearby, backbone),
        None if found.ceiling.is_some() => {
            text += &paragraph("\n", "Ask with --backbone what all plans within the margin have in common.");
        }
        None => {}
    }
    text
}

/// `1 %`
pub(super) fn margin(nearby: &Nearby<'_>) -> String {
    text::margin(nearby.wanted.margin, Language::English)
}

fn completeness(nearby: &Nearby<'_>, kept: &str) -> String {
    let found = nearby.found;
    let step = &nearby.scenario.problem.objective.steps()[0];
    let plans = found.plans.len();
    let proved = found.plans.iter().filter(|plan| plan.is_proved).count();
    let Some(ceiling) = found.ceiling else {
        return "What lies within the margin is not known as long as no plan is proved best".to_owned();
    };
    let within = format!(
        "within {} of the best, at most {}{}",
        margin(nearby),
        amount(step, ceiling),
        left_out(step, nearby.graph)
    );
    let first = match nearby.scenario.problem.objective.steps() {
        [_] => "",
        _ => "; the margin is over the first goal, and later ones are not looked at",
    };
    let said = match (&found.completeness, nearby.wanted.which) {
        (Completeness::All, _) if plans == 1 => {
            format!("This is the only plan that keeps {kept}, {within} (proved)")
        }
        (Completeness::All, _) => {
            format!("These are all {} that keep {kept}, {within} (proved)", count(plans, "plan"))
        }
        (Completeness::More, _) => {
            format!(
                "These are the {} best plans that keep {kept}, {within} (proved); there are more",
                thousands(plans as u64)
            )
        }
        (Completeness::Enough, _) => format!(
            "The best plan and {} {within}, each as different from those before as can be (proved)",
            count(plans - 1, "other")
        ),
        (Completeness::Unknown(stopped), Which::Best) => format!(
            "At least {} {within}, the first {proved} of them proved to be the best: {}",
            count(plans, "plan"),
            stopped
        ),
        (Completeness::Unknown(stopped), Which::MostDifferent) => format!(
            "{} {within}, the first {proved} of them proved to be as different as can be: {}",
            count(plans, "plan"),
            stopped
        ),
    };
    said + first
}

fn table(nearby: &Nearby<'_>) -> Table {
    let plans = &nearby.found.plans;
    let step = &nearby.scenario.problem.objective.steps()[0];
    let is_diverse = nearby.wanted.which == Which::MostDifferent;
    let head = ["Plan", "Value", "Above best", "Pairs changed", "New zones", "People elsewhere"];
    let mut table = plain_table(head.into_iter().chain(is_diverse.then_some("In all")));
    let best = &plans[0];
    for (place, one) in plans.iter().enumerate() {
        let difference = difference(nearby, &best.plan, &one.plan);
        let above = (one.value - best.value) as f64 / best.value.max(1) as f64;
        let mut row = vec![
            (place + 1).to_string(),
            amount(step, one.value),
            share(above),
            thousands(difference.pairs as u64),
            difference.zones.to_string(),
            thousands(difference.people),
        ];
        if is_diverse {
            let before = plans[..place].iter().map(|other| pairs_apart(nearby, &other.plan, &one.plan));
            row.push(thousands(before.sum::<usize>() as u64));
        }
        table.add_row(row);
    }
    table.column_iter_mut().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    table
}

/// A share in percent with three decimals, rounded up.
fn share(share: f64) -> String {
    format!("{:.3} %", (share * 100_000.0).ceil() / 1_000.0)
}

fn in_common(nearby: &Nearby<'_>, backbone: &Backbone) -> String {
    let counts = Counts::of(nearby, backbone);
    let proved = if backbone.stopped.is_some() { "proved as far as it was found out" } else { "proved" };
    let mut text = format!("\nWhat all plans within {} have in common ({proved})\n", margin(nearby));
    text += &paragraph("  - ", &counts.pairs());
    text += &paragraph("  - ", &counts.units());
    let names: Vec<String> = backbone.zones.iter().map(|zone| zone_name(nearby, zone)).collect();
    let zones = match names.len() {
        0 => "no zone is in all plans".to_owned(),
        number => format!("{} in all plans: {}", count(number, "zone"), names.join(", ")),
    };
    text += &paragraph("  - ", &zones);
    if let Some(stopped) = &backbone.stopped {
        text += &paragraph("  - ", &format!("Stopped early: {stopped}"));
    }
    let clusters = clusters(nearby, backbone);
    if !clusters.is_empty() {
        text += "\nContested, by what hangs together\n";
    }
    for units in clusters {
        let names: Vec<String> =
            units.iter().map(|&unit| nearby.scenario.territory.unit(unit).name.clone()).collect();
        let people = nearby.scenario.territory.population(units.iter().copied());
        let line = format!(
            "{}, {} inhabitants: {}",
            count(units.len(), "unit"),
            thousands(people),
            text::list(&names, UNITS_SHOWN)
        );
        text += &paragraph("  - ", &line);
    }
    text
}

/// What the best plan calls a zone.
pub(super) fn zone_name(nearby: &Nearby<'_>, zone: &[UnitId]) -> String {
    let plan = &nearby.found.plans[0].plan;
    let zones = plan.holdings[zone[0]].zones();
    zones.first().map_or_else(String::new, |&zone| plan.zones[zone].name.clone())
}
