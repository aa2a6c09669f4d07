use super::goals::{step, step_bound, step_value};
use super::optimal::stopped;
use super::sheet::Sheet;
use crate::audit::verdicts;
use crate::document::{Block, blocks_html};
use crate::explain;
use crate::reading::condition;
use crate::shown::ShownSolve;
use crate::svg_text::escaped;
use crate::text::capital;
use zonewerk_solve::{Outcome, Solved};

/// The title, and the verdicts below it.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) body: String,
}

/// What the plan is, and what it comes to.
pub(super) fn head(sheet: &Sheet) -> Head {
    let shown = sheet.shown;
    let title = match shown.has_plan() {
        false => sheet.say("page-title-none", &[("scenario", shown.scenario.title.as_str().into())]),
        true => sheet.say("page-title", &[("plan", sheet.plan_name().into())]),
    };
    let territory = &shown.scenario.territory;
    let values = [
        ("scenario", shown.scenario.title.as_str().into()),
        ("units", territory.units().len().into()),
        ("zones", shown.plan.zones.len().into()),
        ("people", territory.population(territory.units().ids()).into()),
    ];
    let message = if shown.has_plan() { "page-subtitle" } else { "page-subtitle-none" };
    let mut body = String::new();
    if let Some(ShownSolve { solved, .. }) = shown.solved {
        body += &outcome(sheet, solved);
        let condition =
            solved.outcome.plan().and_then(|_| condition(shown.scenario, shown.graph, sheet.language));
        body.extend(condition.map(|text| format!("<p class=\"verdict\">{}</p>\n", escaped(&text))));
    }
    if !sheet.audited.judgements.is_empty() {
        let blocks = verdicts(&sheet.audited, sheet.language).into_iter().map(|block| match block {
            Block::Heading(_, text) => Block::Heading(3, text),
            other => other,
        });
        body += &blocks_html(&blocks.collect::<Vec<_>>());
    }
    Head { title, subtitle: sheet.say(message, &values), body }
}

fn outcome(sheet: &Sheet, solved: &Solved) -> String {
    let asked = sheet.results.step(solved);
    let measured = ("goal", step(sheet, asked).into());
    let verdict =
        |class: &str, text: String| format!("<p class=\"verdict {class}\">{}</p>\n", escaped(&text));
    match &solved.outcome {
        Outcome::Optimal { objective, .. } => {
            let value = ("value", step_value(sheet, asked, *objective).into());
            verdict("good", sheet.say("page-proven", &[measured, value]))
        }
        Outcome::Feasible { objective, bound, stopped: why, .. } => {
            let gap = solved.outcome.gap().unwrap_or(0.0);
            let values = [
                measured,
                ("value", step_value(sheet, asked, *objective).into()),
                ("bound", step_bound(sheet, asked, *bound).into()),
                ("gap", gap_words(sheet, gap).into()),
                ("why", stopped(sheet, why).into()),
            ];
            verdict("warning", sheet.say("page-feasible", &values))
        }
        Outcome::Infeasible { why } => {
            let explained = explain(why, sheet.shown.scenario, sheet.shown.graph);
            let relax: String =
                explained.relax.iter().map(|way| format!("<li>{}</li>\n", escaped(way))).collect();
            // The proof is put into words in English only.
            format!(
                "{}<p lang=\"en\">{}.</p>\n<h3>{}</h3>\n<ul lang=\"en\">\n{relax}</ul>\n",
                verdict("error", sheet.say("page-impossible", &[])),
                escaped(&capital(&explained.sentence)),
                sheet.html("page-relax", &[])
            )
        }
        Outcome::Unknown { bound, stopped: why } => {
            let mut text = sheet.say("page-unknown", &[("why", stopped(sheet, why).into())]);
            if let Some(bound) = bound {
                text += " ";
                let values = [measured, ("bound", step_bound(sheet, asked, *bound).into())];
                text += &sheet.say("page-unknown-bound", &values);
            }
            verdict("warning", text)
        }
    }
}

/// A gap in percent, rounded up: it must not look smaller than it is.
pub(super) fn gap_words(sheet: &Sheet, gap: f64) -> String {
    let tenths = (gap * 1000.0).ceil() as u64;
    format!("{}{}{} %", sheet.number(tenths / 10), sheet.decimal(), tenths % 10)
}
