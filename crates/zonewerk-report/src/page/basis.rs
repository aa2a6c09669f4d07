use super::sheet::Sheet;
use crate::audit::{files, inputs};
use crate::basis::basis;
use crate::document::{Block, blocks_html};
use crate::shown::ShownSolve;
use zonewerk_core::words::say;

/// What the plan rests on, and what was read.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    let scenario = sheet.shown.scenario;
    let items = basis(scenario, sheet.shown.plan, |_| true, sheet.language);
    let mut read = inputs(&sheet.audited, sheet.language);
    if sheet.audited.judgements.is_empty() {
        let profile = sheet.shown.profile();
        read.push(say!(
            sheet.language,
            "input-profile",
            profile = profile.name.as_str(),
            title = profile.title_in(sheet.language),
            source = profile.source_in(sheet.language)
        ));
    }
    if let Some(ShownSolve { seed, .. }) = sheet.shown.solved {
        read.push(say!(sheet.language, "page-seed", seed = seed.to_string()));
    }
    let blocks = [
        Block::List(items),
        Block::Heading(3, say!(sheet.language, "heading-inputs")),
        Block::List(read),
        Block::Table(files(&sheet.audited, sheet.language)),
    ];
    Some(blocks_html(&blocks))
}
