use super::sheet::Sheet;
use crate::claim::rests_on_solver;
use crate::document::{Block, Cell, Table, Tone, blocks_html};
use crate::goal_words::{goal, step, step_bound, step_value, value};
use crate::shown::{ShownBackbone, ShownSolve};
use crate::text::{gap_in, margin};
use zonewerk_solve::{Chosen, Engine, Outcome, PairStatus, Solved, Standing, zones_may_lie_apart};

/// How good the plan is among all that the rules allow, and what that means.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    let mut blocks = Vec::new();
    if let Some(ShownSolve { solved, .. }) = sheet.shown.solved {
        blocks.extend(proof(sheet, solved));
    }
    if let Some(asked) = sheet.shown.backbone {
        blocks.extend(backbone(sheet, asked));
    }
    (!blocks.is_empty()).then(|| blocks_html(&blocks))
}

fn proof(sheet: &Sheet, solved: &Solved) -> Vec<Block> {
    let message = match &solved.outcome {
        Outcome::Optimal { .. } if rests_on_solver(sheet.results, solved) => "page-meaning-solver",
        Outcome::Optimal { .. } => "page-meaning-proven",
        Outcome::Feasible { .. } => "page-meaning-feasible",
        Outcome::Infeasible { .. } => "page-meaning-impossible",
        Outcome::Unknown { .. } => "page-meaning-unknown",
    };
    let zones = match zones_may_lie_apart(&sheet.shown.scenario.problem) {
        true => "page-meaning-zones-apart",
        false => "page-meaning-zones",
    };
    let zones = ("zones", sheet.say(zones, &[]).into());
    let mut blocks = vec![Block::Paragraph(sheet.say(message, &[zones]))];
    let steps = sheet.shown.scenario.problem.objective.steps();
    let rows = steps.iter().enumerate().map(|(place, asked)| {
        let of = solved.steps.get(place);
        let amount = |value: Option<u64>| {
            value.map_or_else(|| "–".to_owned(), |value| step_value(sheet.language, asked, value))
        };
        let (objective, bound) = (of.and_then(|of| of.objective), of.and_then(|of| of.bound));
        let gap = objective.zip(bound).filter(|(objective, _)| *objective > 0);
        let gap = gap.map(|(objective, bound)| objective.saturating_sub(bound) as f64 / objective as f64);
        let proven = objective.is_some() && bound >= objective;
        let standing = match (of.is_some(), proven) {
            (false, _) => Cell::toned(sheet.say("page-nothing-proved", &[]), Tone::Open),
            (true, true) => Cell::toned(sheet.say("page-is-proven", &[]), Tone::Good),
            (true, false) => Cell::toned(sheet.say("page-is-open", &[]), Tone::Warning),
        };
        vec![
            Cell::text(format!("{}. {}", place + 1, step(sheet.language, sheet.shown.graph, asked))),
            Cell::number(amount(objective)),
            Cell::number(match bound {
                Some(_) if proven => amount(objective),
                Some(bound) => step_bound(sheet.language, asked, bound),
                None => "–".to_owned(),
            }),
            Cell::number(gap.map_or_else(|| "–".to_owned(), |gap| gap_in(sheet.language, gap))),
            standing,
        ]
    });
    let (text, number) =
        (|message| Cell::text(sheet.say(message, &[])), |message| Cell::number(sheet.say(message, &[])));
    let header = vec![
        text("page-column-goal"),
        number("page-column-best"),
        number("page-column-no-less"),
        number("page-column-gap"),
        text("page-column-standing"),
    ];
    blocks.push(Block::Table(Table { header, rows: rows.collect() }));
    blocks.push(Block::Paragraph(sheet.say("page-bound-meaning", &[])));
    let zones = solved.statistics().feasible_zones;
    let mut items = Vec::new();
    if zones > 0 {
        items.push(sheet.say("page-zones-listed", &[("zones", zones.into())]));
    }
    items.push(sheet.say(
        match solved.engine {
            Engine::Cover => "page-engine-cover",
            Engine::Compact => "page-engine-compact",
            Engine::Search => "page-engine-search",
        },
        &[],
    ));
    items.push(match solved.chosen {
        Chosen::Asked => sheet.say("page-chosen-asked", &[]),
        Chosen::ZonesCanBeListed => sheet.say("page-chosen-listed", &[]),
        Chosen::TooManyZones(limit) => sheet.say("page-chosen-too-many", &[("limit", limit.into())]),
    });
    blocks.push(Block::List(items));
    let values = sheet.results.goals();
    if !values.is_empty() {
        blocks.push(Block::Heading(3, sheet.say("page-all-goals", &[])));
        let rows = values.iter().map(|one| {
            let of: Vec<String> = one.steps.iter().map(|step| format!("{step}")).collect();
            vec![
                Cell::text(goal(sheet.language, sheet.shown.graph, &one.goal)),
                Cell::number(value(sheet.language, &one.goal, one.value)),
                Cell::text(of.join(", ")),
            ]
        });
        let header =
            vec![text("page-column-measure"), number("page-column-this-plan"), text("page-column-drawn-for")];
        blocks.push(Block::Table(Table { header, rows: rows.collect() }));
    }
    blocks
}

fn backbone(sheet: &Sheet, asked: ShownBackbone) -> Vec<Block> {
    let (shown, found) = (sheet.shown, asked.backbone);
    let count =
        |wanted: fn(&PairStatus) -> bool| found.pairs.iter().filter(|pair| wanted(&pair.status)).count();
    let mut units = [(0_u64, 0_u64); 3];
    for (unit, standing) in found.units(shown.graph.len()).iter() {
        let (number, people) = &mut units[*standing as usize];
        *number += 1;
        *people += shown.scenario.territory.unit(unit).population;
    }
    let [settled, contested] =
        [Standing::Settled, Standing::Contested].map(|standing| units[standing as usize]);
    let within = ("within", margin(asked.within, sheet.language).into());
    let first = shown.scenario.problem.objective.steps().first();
    let intro = match asked.ceiling.zip(first) {
        Some((ceiling, first)) => sheet.say(
            "page-backbone-intro",
            &[within, ("ceiling", step_value(sheet.language, first, ceiling).into())],
        ),
        None => sheet.say("page-backbone-intro-open", &[within]),
    };
    let people = |(units, people): (u64, u64)| [("units", units.into()), ("people", people.into())];
    let mut items = vec![
        sheet.say("page-backbone-settled", &people(settled)),
        sheet.say("page-backbone-contested", &people(contested)),
        sheet.say(
            "page-backbone-pairs",
            &[
                ("pairs", found.pairs.len().into()),
                ("together", count(|status| matches!(status, PairStatus::Together)).into()),
                ("apart", count(|status| matches!(status, PairStatus::Apart)).into()),
                ("contested", count(|status| matches!(status, PairStatus::Contested { .. })).into()),
            ],
        ),
    ];
    let unknown = count(|status| matches!(status, PairStatus::Unknown));
    if unknown > 0 {
        items.push(sheet.say("page-backbone-unknown", &[("pairs", unknown.into())]));
    }
    items.push(sheet.say("page-backbone-zones", &[("zones", found.zones.len().into())]));
    vec![
        Block::Heading(3, sheet.say("page-backbone", &[])),
        Block::Paragraph(intro),
        Block::List(items),
        Block::Paragraph(sheet.say("page-backbone-meaning", &[])),
    ]
}
