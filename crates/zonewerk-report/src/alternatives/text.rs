use comfy_table::{CellAlignment, Table};

use super::Nearby;
use super::facts::{Counts, clusters, difference, pairs_apart};
use crate::claim::{claim, kept};
use crate::goal_words::{step, step_value};
use crate::infeasibility::explain;
use crate::plain_table::plain_table;
use crate::summary::conditions_text;
use crate::text::{decimal_point, margin, paragraph};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, message, number, say, sentence_list};
use zonewerk_solve::{Backbone, Completeness, Outcome, Which};

/// Contested units that are named, at most, a cluster.
const UNITS_SHOWN: usize = 24;

/// The plans and what they have in common, for people, at most 100 columns wide.
pub fn alternatives_text(nearby: &Nearby<'_>) -> String {
    let (found, language) = (nearby.found, nearby.language);
    let results = nearby.results();
    let mut text = paragraph("", &claim(&results, &found.best, language));
    let reading = crate::reading::lines(nearby.scenario, language);
    text.extend(reading.iter().map(|line| paragraph("", line)));
    text += &conditions_text(&results, &found.best);
    if let Outcome::Infeasible { why } = &found.best.outcome {
        let explained = explain(why, nearby.scenario, nearby.graph, language);
        text += &paragraph("", &say!(language, "impossible-why", why = &explained.sentence));
        text += &format!("\n{}\n", say!(language, "page-relax"));
        text.extend(explained.relax.iter().map(|way| paragraph("  - ", way)));
        return text;
    }
    if found.plans.is_empty() {
        return text;
    }
    text += &paragraph("", &completeness(nearby, &kept(&results, language)));
    text += &format!("\n{}\n", table(nearby).trim_fmt());
    match &found.backbone {
        Some(backbone) => text += &in_common(nearby, backbone),
        None if found.ceiling.is_some() => {
            text += &paragraph("\n", &say!(language, "nearby-ask-backbone"));
        }
        None => {}
    }
    text
}

fn completeness(nearby: &Nearby<'_>, kept: &str) -> String {
    let (found, language) = (nearby.found, nearby.language);
    let steps = nearby.scenario.problem.objective.steps();
    let plans = found.plans.len();
    let proved = found.plans.iter().filter(|plan| plan.is_proved).count();
    let Some(ceiling) = found.ceiling else { return say!(language, "nearby-not-known") };
    let within = say!(
        language,
        "nearby-within",
        margin = margin(nearby.wanted.margin, language),
        goal = step(language, nearby.graph, &steps[0]),
        ceiling = step_value(language, &steps[0], ceiling),
    );
    let said = match (&found.completeness, nearby.wanted.which) {
        (Completeness::All, _) => {
            say!(language, "nearby-all", plans = plans, kept = kept, within = within)
        }
        (Completeness::More, _) => {
            say!(language, "nearby-more", plans = plans, kept = kept, within = within)
        }
        (Completeness::Enough, _) => say!(language, "nearby-different", others = plans - 1, within = within),
        (Completeness::Unknown(stopped), Which::Best) => say!(
            language,
            "nearby-open",
            plans = plans,
            within = within,
            proved = proved,
            why = nearby.stopped(stopped),
        ),
        (Completeness::Unknown(stopped), Which::MostDifferent) => say!(
            language,
            "nearby-open-different",
            plans = plans,
            within = within,
            proved = proved,
            why = nearby.stopped(stopped),
        ),
    };
    match steps {
        [_] => said,
        _ => format!("{said} {}", say!(language, "nearby-first-goal")),
    }
}

fn table(nearby: &Nearby<'_>) -> Table {
    let (plans, language) = (&nearby.found.plans, nearby.language);
    let asked = &nearby.scenario.problem.objective.steps()[0];
    let is_diverse = nearby.wanted.which == Which::MostDifferent;
    let head = [
        message!("column-plan"),
        message!("column-value"),
        message!("column-above-best"),
        message!("column-pairs-changed"),
        message!("column-new-zones"),
        message!("column-people-elsewhere"),
    ];
    let head = head.into_iter().chain(is_diverse.then_some(message!("column-in-all")));
    let mut table = plain_table(head.map(|message| message.say(language)));
    let best = &plans[0];
    for (place, one) in plans.iter().enumerate() {
        let difference = difference(nearby, &best.plan, &one.plan);
        let above = (one.value - best.value) as f64 / best.value.max(1) as f64;
        let mut row = vec![
            (place + 1).to_string(),
            step_value(language, asked, one.value),
            share(above, language),
            number(language, difference.pairs as u64),
            difference.zones.to_string(),
            number(language, difference.people),
        ];
        if is_diverse {
            let before = plans[..place].iter().map(|other| pairs_apart(nearby, &other.plan, &one.plan));
            row.push(number(language, before.sum::<usize>() as u64));
        }
        table.add_row(row);
    }
    table.column_iter_mut().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    table
}

/// A share in percent with three decimals, rounded up.
fn share(share: f64, language: Language) -> String {
    let thousandths = (share * 100_000.0).ceil() as u64;
    let whole = number(language, thousandths / 1_000);
    format!("{whole}{}{:03} %", decimal_point(language), thousandths % 1_000)
}

fn in_common(nearby: &Nearby<'_>, backbone: &Backbone) -> String {
    let language = nearby.language;
    let counts = Counts::of(nearby, backbone);
    let margin = margin(nearby.wanted.margin, language);
    let heading = match &backbone.stopped {
        Some(_) => say!(language, "common-heading-open", margin = margin),
        None => say!(language, "common-heading", margin = margin),
    };
    let mut text = format!("\n{heading}\n");
    text += &paragraph("  - ", &counts.pairs(language));
    text += &paragraph("  - ", &counts.units(language));
    let names: Vec<String> = backbone.zones.iter().map(|zone| zone_name(nearby, zone)).collect();
    let zones = match names.len() {
        0 => say!(language, "common-no-zone"),
        zones => say!(language, "common-zones", zones = zones, names = names.join(", ")),
    };
    text += &paragraph("  - ", &zones);
    if let Some(stopped) = &backbone.stopped {
        text += &paragraph("  - ", &say!(language, "common-stopped", why = nearby.stopped(stopped)));
    }
    let clusters = clusters(nearby, backbone);
    if !clusters.is_empty() {
        text += &format!("\n{}\n", say!(language, "common-contested"));
    }
    for units in clusters {
        let names: Vec<&str> =
            units.iter().map(|&unit| nearby.scenario.territory.unit(unit).name.as_str()).collect();
        let line = say!(
            language,
            "common-cluster",
            units = units.len(),
            people = nearby.scenario.territory.population(units.iter().copied()),
            names = sentence_list(language, &names, UNITS_SHOWN),
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
