use super::sheet::Sheet;
use crate::audit::{basis, files, inputs};
use crate::document::{Block, blocks_html};
use crate::shown::ShownSolve;
use zonewerk_core::problem::{Asked, Excepted, Exception};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::say;

/// What the plan rests on, and what was read.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    let scenario = sheet.shown.scenario;
    let mut items = basis(&sheet.audited, sheet.language);
    let exceptions = scenario.problem.exceptions.iter();
    items.extend(exceptions.map(|exception| excepted(sheet, exception)));
    let names = |units: &[UnitId]| {
        let names: Vec<&str> =
            units.iter().map(|&unit| scenario.territory.unit(unit).name.as_str()).collect();
        zonewerk_core::words::listed(sheet.language, &names, 12)
    };
    for pin in &scenario.problem.pins {
        let (language, reason) = (sheet.language, &pin.reason);
        items.push(match &pin.asks {
            Asked::Together(units) => {
                say!(language, "page-pin-together", units = names(units), reason = reason)
            }
            Asked::Apart(units) => say!(language, "page-pin-apart", units = names(units), reason = reason),
            Asked::Zone { name, holds, without } if without.is_empty() => {
                say!(language, "page-pin-zone", zone = name, units = names(holds), reason = reason)
            }
            Asked::Zone { name, holds, without } => {
                let (units, without) = (names(holds), names(without));
                say!(
                    language,
                    "page-pin-zone-without",
                    zone = name,
                    units = units,
                    without = without,
                    reason = reason
                )
            }
        });
    }
    items.extend(crate::reading::lines(scenario, sheet.language));
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

fn excepted(sheet: &Sheet, exception: &Exception) -> String {
    let territory = &sheet.shown.scenario.territory;
    let subject = match &exception.subject {
        Excepted::Units(units) | Excepted::Holding { units, .. } => {
            let names: Vec<&str> = units.iter().map(|&unit| territory.unit(unit).name.as_str()).collect();
            zonewerk_core::words::listed(sheet.language, &names, 12)
        }
        Excepted::Zone(name) | Excepted::Region(name) | Excepted::Group(name) => name.clone(),
    };
    let reason = exception.reason.clone().unwrap_or_else(|| say!(sheet.language, "page-no-reason"));
    let mut text = say!(sheet.language, "page-exception", subject = subject, reason = reason);
    if let Some(bounds) = exception.bounds {
        let minimum = Some(bounds.minimum()).filter(|&minimum| minimum > 0);
        let bounds = zonewerk_core::words::bounds(sheet.language, minimum, bounds.maximum())
            .unwrap_or_else(|| say!(sheet.language, "page-any"));
        text += "; ";
        text += &say!(sheet.language, "page-exception-bounds", bounds = bounds);
    }
    if let Some(ground) = &exception.legal_ground {
        text += "; ";
        text += ground;
    }
    text
}
