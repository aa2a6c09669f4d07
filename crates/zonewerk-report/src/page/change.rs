use super::sheet::Sheet;
use crate::compare::compared_blocks;
use crate::document::{Block, blocks_html};
use crate::layer_facts::changes;
use crate::proposal::tried_blocks;
use crate::{ShownChange, who_moves};
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::say;

/// The answer to the question about the change; where there was none, what differs from the base
/// plan: zones that go on, are new or gone, and who moves.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    if let Some(change) = sheet.shown.change {
        return Some(blocks_html(&answer(change)));
    }
    if !sheet.shown.has_plan() {
        return None;
    }
    let base = sheet.shown.base.as_ref()?;
    let (continues, moves) = changes(sheet.shown)?;
    let name = |zone: ZoneId| sheet.shown.plan.zones[zone].name.clone();
    let fresh: Vec<String> =
        continues.iter().filter(|(_, before)| before.is_none()).map(|(zone, _)| name(zone)).collect();
    let gone =
        base.plan.zones.iter().filter(|(before, _)| !continues.values().any(|of| *of == Some(*before)));
    let gone: Vec<String> = gone.map(|(_, zone)| zone.name.clone()).collect();
    let going_on = continues.values().flatten().count();
    let territory = &sheet.shown.scenario.territory;
    let mut items = vec![say!(sheet.language, "page-zones-continued", zones = going_on)];
    if !fresh.is_empty() {
        items.push(say!(sheet.language, "zones-new", zones = fresh.len(), names = fresh.join(", ")));
    }
    if !gone.is_empty() {
        items.push(say!(sheet.language, "zones-gone", zones = gone.len(), names = gone.join(", ")));
    }
    items.extend(who_moves::sentences(sheet.language, territory, &moves));
    let intro = say!(sheet.language, "page-change-intro", base = base.name.as_str());
    let mut blocks = vec![Block::Paragraph(intro), Block::List(items)];
    if !moves.moves.is_empty() {
        let plans = [base.plan, sheet.shown.plan];
        blocks.push(who_moves::table(sheet.language, territory, &moves, plans, usize::MAX));
    }
    Some(blocks_html(&blocks))
}

/// The answer as it is told elsewhere, below the heading of the section.
fn answer(change: ShownChange) -> Vec<Block> {
    let blocks = match change {
        ShownChange::Tried(tried, drawn) => tried_blocks(tried, drawn),
        ShownChange::Compared(compared) => compared_blocks(compared),
    };
    let lower = blocks.into_iter().map(|block| match block {
        Block::Heading(level, text) => Block::Heading(level + 1, text),
        other => other,
    });
    lower.collect()
}
