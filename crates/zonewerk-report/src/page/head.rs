use super::sheet::Sheet;
use crate::audit::verdicts;
use crate::claim::{claim, conditions};
use crate::document::{Block, blocks_html};
use crate::explain;
use crate::map_faults::map_faults_line;
use crate::shown::ShownSolve;
use crate::svg_text::escaped;
use crate::text::capital;
use zonewerk_core::words::say;
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
        false => say!(sheet.language, "page-title-none", scenario = shown.scenario.title.as_str()),
        true => say!(sheet.language, "page-title", plan = sheet.plan_name()),
    };
    let territory = &shown.scenario.territory;
    let (scenario, units) = (&shown.scenario.title, territory.units().len());
    let people = territory.population(territory.units().ids());
    let subtitle = match shown.has_plan() {
        true => {
            let zones = shown.plan.zones.len();
            say!(
                sheet.language,
                "page-subtitle",
                scenario = scenario,
                units = units,
                zones = zones,
                people = people
            )
        }
        false => {
            say!(sheet.language, "page-subtitle-none", scenario = scenario, units = units, people = people)
        }
    };
    let mut body = String::new();
    if let Some(ShownSolve { solved, .. }) = shown.solved {
        body += &outcome(sheet, solved);
    }
    if !sheet.audited.judgements.is_empty() {
        let blocks = verdicts(&sheet.audited, sheet.language).into_iter().map(|block| match block {
            Block::Heading(_, text) => Block::Heading(3, text),
            other => other,
        });
        body += &blocks_html(&blocks.collect::<Vec<_>>());
    }
    if shown.solved.is_none()
        && let Some(faults) = map_faults_line(shown.scenario, shown.graph, sheet.language)
    {
        body += &format!("<p class=\"condition\">{}</p>\n", escaped(&faults));
    }
    Head { title, subtitle, body }
}

fn outcome(sheet: &Sheet, solved: &Solved) -> String {
    let class = match solved.outcome {
        Outcome::Optimal { .. } => "good",
        Outcome::Feasible { .. } | Outcome::Unknown { .. } => "warning",
        Outcome::Infeasible { .. } => "error",
    };
    let claim = claim(sheet.results, solved, sheet.language);
    let mut text = format!("<p class=\"verdict {class}\">{}</p>\n", escaped(&claim));
    if let Outcome::Infeasible { why } = &solved.outcome {
        let explained = explain(why, sheet.shown.scenario, sheet.shown.graph, sheet.language);
        let relax: String =
            explained.relax.iter().map(|way| format!("<li>{}</li>\n", escaped(way))).collect();
        text += &format!(
            "<p>{}.</p>\n<h3>{}</h3>\n<ul>\n{relax}</ul>\n",
            escaped(&capital(&explained.sentence)),
            escaped(&say!(sheet.language, "page-relax"))
        );
    }
    for (_, condition) in conditions(sheet.results, solved, sheet.language) {
        text += &format!("<p class=\"condition\">{}</p>\n", escaped(&condition));
    }
    text
}
