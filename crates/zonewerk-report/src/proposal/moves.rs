use super::Tried;
use super::document::Extent;
use crate::document::Block;
use crate::who_moves::{sentences, table};
use zonewerk_audit::proposal::Moves;
use zonewerk_core::plan::Plan;
use zonewerk_core::words::{Message, say};

/// Who moves between the plan before and after, under a heading.
pub(super) fn blocks(tried: &Tried, heading: Message, extent: Extent) -> Vec<Block> {
    moved(tried, &tried.moves, [&tried.proposal.before, &tried.proposal.after], heading, extent)
}

/// Who moves between two plans.
pub(super) fn moved(
    tried: &Tried,
    moves: &Moves,
    plans: [&Plan; 2],
    heading: Message,
    extent: Extent,
) -> Vec<Block> {
    let (territory, language) = (&tried.scenario.territory, tried.language);
    let said: Vec<String> =
        sentences(language, territory, moves).into_iter().map(|sentence| sentence + ".").collect();
    let mut blocks = vec![Block::Heading(2, heading.say(language)), Block::Paragraph(said.join(" "))];
    if moves.moves.is_empty() {
        return blocks;
    }
    blocks.push(table(language, territory, moves, plans, extent.moves));
    let more = moves.moves.len().saturating_sub(extent.moves);
    if more > 0 {
        blocks.push(Block::Paragraph(say!(language, "moves-more", more = more)));
    }
    blocks
}
