use super::sheet::Sheet;
use crate::audit::{basis, files, inputs};
use crate::document::{Block, blocks_html};
use crate::shown::ShownSolve;
use zonewerk_core::problem::{Asked, Excepted, Exception};
use zonewerk_core::territory::UnitId;

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
        let reason = ("reason", pin.reason.as_str().into());
        items.push(match &pin.asks {
            Asked::Together(units) => {
                sheet.say("page-pin-together", &[("units", names(units).into()), reason])
            }
            Asked::Apart(units) => sheet.say("page-pin-apart", &[("units", names(units).into()), reason]),
            Asked::Zone { name, holds, without } if without.is_empty() => {
                let zone = ("zone", name.as_str().into());
                sheet.say("page-pin-zone", &[zone, ("units", names(holds).into()), reason])
            }
            Asked::Zone { name, holds, without } => {
                let (zone, units) = (("zone", name.as_str().into()), ("units", names(holds).into()));
                let without = ("without", names(without).into());
                sheet.say("page-pin-zone-without", &[zone, units, without, reason])
            }
        });
    }
    items.extend(crate::reading::lines(scenario, sheet.language));
    let mut read = inputs(&sheet.audited, sheet.language);
    if sheet.audited.judgements.is_empty() {
        let profile = sheet.shown.profile();
        let values = [
            ("profile", profile.name.as_str().into()),
            ("title", profile.title_in(sheet.language).into()),
            ("source", profile.source_in(sheet.language).into()),
        ];
        read.push(sheet.say("input-profile", &values));
    }
    if let Some(ShownSolve { seed, .. }) = sheet.shown.solved {
        read.push(sheet.say("page-seed", &[("seed", seed.to_string().into())]));
    }
    let blocks = [
        Block::List(items),
        Block::Heading(3, sheet.say("heading-inputs", &[])),
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
    let reason = exception.reason.clone().unwrap_or_else(|| sheet.say("page-no-reason", &[]));
    let mut text = sheet.say("page-exception", &[("subject", subject.into()), ("reason", reason.into())]);
    if let Some(bounds) = exception.bounds {
        let minimum = Some(bounds.minimum()).filter(|&minimum| minimum > 0);
        let bounds = zonewerk_core::words::bounds(sheet.language, minimum, bounds.maximum())
            .unwrap_or_else(|| sheet.say("page-any", &[]));
        text += "; ";
        text += &sheet.say("page-exception-bounds", &[("bounds", bounds.into())]);
    }
    if let Some(ground) = &exception.legal_ground {
        text += "; ";
        text += ground;
    }
    text
}
