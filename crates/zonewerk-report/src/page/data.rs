//! What the script knows, as JSON: names and numbers, ready to be shown.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::ground::{Ground, WIDTH};
use super::sheet::Sheet;
use super::zones::bounds;
use crate::ZoneResult;
use crate::audit::sections;
use crate::layer_facts::changes;
use zonewerk_core::territory::{Id, UnitId, ZoneId};
use zonewerk_core::words::{Message, message, visible};

/// Every message that the script itself says.
const WORDS: [Message; 17] = [
    message!("page-js-unit"),
    message!("page-js-zone"),
    message!("page-js-region"),
    message!("page-js-inhabitants"),
    message!("page-js-bounds"),
    message!("page-js-deviation"),
    message!("page-js-units"),
    message!("page-js-border"),
    message!("page-js-findings"),
    message!("page-js-before"),
    message!("page-js-continues"),
    message!("page-js-is-new"),
    message!("page-js-in-no-zone"),
    message!("page-js-not-found"),
    message!("page-js-rows-shown"),
    message!("page-js-exception"),
    message!("page-js-given"),
];

/// The data, as text that is safe inside a script element.
pub(super) fn data(sheet: &Sheet, ground: Option<&Ground>) -> String {
    let words: BTreeMap<&str, String> = WORDS
        .iter()
        .map(|message| (message.name().trim_start_matches("page-js-"), message.say(sheet.language)))
        .collect();
    let value = json!({
        "words": words,
        "width": WIDTH,
        "height": ground.map_or(0.0, |ground| ground.height.round()),
        "km": ground.map_or(1.0, |ground| ground.projection.pixels_per_kilometre()),
        "zones": zones(sheet),
        "units": ground.map(|ground| units(sheet, ground)).unwrap_or_default(),
    });
    shown(value).to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// The same with letters that are not seen shown as their number, in every text.
fn shown(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(visible(&text).into_owned()),
        Value::Array(values) => values.into_iter().map(shown).collect(),
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, shown(value))).collect(),
        other => other,
    }
}

fn zones(sheet: &Sheet) -> Vec<Value> {
    let mut findings: BTreeMap<ZoneId, Vec<[String; 2]>> = BTreeMap::new();
    for section in sections(&sheet.audited, sheet.language) {
        for (words, finding) in &section.items {
            for zone in finding.zones() {
                let tone = finding.severity.name().to_owned();
                findings.entry(zone).or_default().push([tone, words.clone()]);
            }
        }
    }
    let changed = changes(sheet.shown);
    let base = sheet.shown.base.as_ref().map(|base| base.plan);
    let zone = |zone: &ZoneResult| {
        let measures = zone.measures;
        let continues = changed.as_ref().map(|(continues, _)| {
            let before = continues.get(zone.id).copied().flatten();
            before.zip(base).map(|(before, base)| base.zones[before].name.clone()).unwrap_or_default()
        });
        let off = measures.population.and_then(|people| sheet.deviation(people));
        json!({
            "n": zone.name,
            "region": zone.region,
            "people": measures.population.map(|people| sheet.number(people)),
            "bounds": bounds(sheet, zone),
            "off": off.map(|off| sheet.percent(off)),
            "border": measures.border_m.map(|metres| sheet.kilometres(metres, true)),
            "units": measures.units.iter().map(|unit| unit.index()).collect::<Vec<_>>(),
            "findings": findings.get(&zone.id).cloned().unwrap_or_default(),
            "exception": zone.exception.map(|exception| exception.reason.clone().unwrap_or_default()),
            "given": zone.fixed.map(|fixed| fixed.reason.as_str()),
            "from": continues,
        })
    };
    sheet.zones.iter().map(zone).collect()
}

fn units(sheet: &Sheet, ground: &Ground) -> Vec<Value> {
    let territory = &sheet.shown.scenario.territory;
    let base = sheet.shown.base.as_ref().map(|base| base.plan);
    let before = |unit: UnitId| {
        let base = base?;
        let zones = base.holdings.get(unit)?.zones();
        Some(zones.iter().map(|&zone| base.zones[zone].name.as_str()).collect::<Vec<_>>().join(", "))
    };
    let unit = |(unit, middle): (UnitId, &geo::Coord<f64>)| {
        let described = territory.unit(unit);
        json!({
            "n": described.name,
            "o": territory.other_names.get(&unit),
            "code": described.code.as_str(),
            "people": sheet.number(described.population),
            "z": sheet.zones_of(unit).iter().map(|zone| zone.index()).collect::<Vec<_>>(),
            "before": before(unit),
            "at": [middle.x.round() as i64, middle.y.round() as i64],
        })
    };
    ground.middles.iter().map(unit).collect()
}
