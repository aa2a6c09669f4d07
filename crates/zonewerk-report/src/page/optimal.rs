use super::sheet::Sheet;
use crate::claim::rests_on_solver;
use crate::document::{Block, Cell, Table, Tone, blocks_html};
use crate::goal_words::{goal, step, step_bound, step_value, value};
use crate::shown::{ShownBackbone, ShownSolve};
use crate::steps::engine_words;
use crate::text::{gap_in, margin};
use zonewerk_core::words::{Message, message, say};
use zonewerk_solve::{Outcome, PairStatus, Solved, UnitStatus, zones_may_lie_apart};

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
    let language = sheet.language;
    let zones = match zones_may_lie_apart(&sheet.shown.scenario.problem) {
        true => say!(language, "page-meaning-zones-apart"),
        false => say!(language, "page-meaning-zones"),
    };
    let text = match &solved.outcome {
        Outcome::Optimal { .. } if rests_on_solver(sheet.results, solved) => {
            say!(language, "page-meaning-solver", zones = zones)
        }
        Outcome::Optimal { .. } => say!(language, "page-meaning-proven", zones = zones),
        Outcome::Feasible { .. } => say!(language, "page-meaning-feasible"),
        Outcome::Infeasible { .. } => say!(language, "page-meaning-impossible", zones = zones),
        Outcome::Unknown { .. } => say!(language, "page-meaning-unknown"),
    };
    let mut blocks = vec![Block::Paragraph(text)];
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
            (false, _) => Cell::toned(say!(sheet.language, "page-nothing-proved"), Tone::Open),
            (true, true) => Cell::toned(say!(sheet.language, "page-is-proven"), Tone::Good),
            (true, false) => Cell::toned(say!(sheet.language, "page-is-open"), Tone::Warning),
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
    let (text, number) = (
        |message: Message| Cell::text(message.say(sheet.language)),
        |message: Message| Cell::number(message.say(sheet.language)),
    );
    let header = vec![
        text(message!("page-column-goal")),
        number(message!("page-column-best")),
        number(message!("page-column-no-less")),
        number(message!("page-column-gap")),
        text(message!("page-column-standing")),
    ];
    blocks.push(Block::Table(Table { header, rows: rows.collect() }));
    blocks.push(Block::Paragraph(say!(sheet.language, "page-bound-meaning")));
    let zones = solved.statistics().feasible_zones;
    let mut items = Vec::new();
    if zones > 0 {
        items.push(say!(sheet.language, "page-zones-listed", zones = zones));
    }
    items.extend(engine_words(solved, sheet.language));
    blocks.push(Block::List(items));
    let values = sheet.results.goals();
    if !values.is_empty() {
        blocks.push(Block::Heading(3, say!(sheet.language, "page-all-goals")));
        let rows = values.iter().map(|one| {
            let of: Vec<String> = one.steps.iter().map(|step| format!("{step}")).collect();
            vec![
                Cell::text(goal(sheet.language, sheet.shown.graph, &one.goal)),
                Cell::number(value(sheet.language, &one.goal, one.value)),
                Cell::text(of.join(", ")),
            ]
        });
        let header = vec![
            text(message!("column-measure")),
            number(message!("page-column-this-plan")),
            text(message!("page-column-drawn-for")),
        ];
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
        [UnitStatus::Settled, UnitStatus::Contested].map(|standing| units[standing as usize]);
    let within = margin(asked.within, sheet.language);
    let first = shown.scenario.problem.objective.steps().first();
    let intro = match asked.ceiling.zip(first) {
        Some((ceiling, first)) => {
            let ceiling = step_value(sheet.language, first, ceiling);
            say!(sheet.language, "page-backbone-intro", within = within, ceiling = ceiling)
        }
        None => say!(sheet.language, "page-backbone-intro-open", within = within),
    };
    let mut items = vec![
        say!(sheet.language, "page-backbone-settled", units = settled.0, people = settled.1),
        say!(sheet.language, "page-backbone-contested", units = contested.0, people = contested.1),
        say!(
            sheet.language,
            "page-backbone-pairs",
            pairs = found.pairs.len(),
            together = count(|status| matches!(status, PairStatus::Together)),
            apart = count(|status| matches!(status, PairStatus::Apart)),
            contested = count(|status| matches!(status, PairStatus::Contested { .. }))
        ),
    ];
    let unknown = count(|status| matches!(status, PairStatus::Unknown));
    if unknown > 0 {
        items.push(say!(sheet.language, "page-backbone-unknown", pairs = unknown));
    }
    items.push(say!(sheet.language, "page-backbone-zones", zones = found.zones.len()));
    vec![
        Block::Heading(3, say!(sheet.language, "page-backbone")),
        Block::Paragraph(intro),
        Block::List(items),
        Block::Paragraph(say!(sheet.language, "page-backbone-meaning")),
    ]
}
