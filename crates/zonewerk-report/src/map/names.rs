use std::collections::BTreeMap;

use super::Layer;
use super::layers::{backbone, straddles, verdicts};
use super::scene::Scene;
use crate::font::Weight;
use crate::labels::{Labels, Look, Named};
use crate::sign::Sign;
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::say;

/// Colour of names of regions.
pub(super) const REGION_INK: &str = "#1d2f6f";
const REGION_SIZES: [f64; 6] = [17.0, 15.0, 13.5, 12.0, 11.0, 10.0];

/// Names of zones, with signs; of units in several zones; of regions; and what layers name.
pub(super) fn names(scene: &Scene) -> Labels {
    let mut labels = Labels::default();
    let signs = if scene.has(&Layer::Verdicts) { verdicts::signs(scene) } else { BTreeMap::new() };
    let mut named = zones(scene, &signs);
    named.extend(parted(scene, &signs));
    labels.place(&named);
    let without = labels.place_between(regions(scene), &REGION_SIZES, true);
    let without = labels.place_between(without, &REGION_SIZES[3..], false);
    for region in &without {
        let number = labels.number(region);
        labels.placed.extend(number);
    }
    for layer in scene.layers {
        match layer {
            Layer::Straddles(family) => straddles::name(scene, family, &mut labels),
            Layer::Backbone => backbone::name(scene, &mut labels),
            _ => {}
        }
    }
    labels
}

fn zones(scene: &Scene, signs: &BTreeMap<ZoneId, Sign>) -> Vec<Named> {
    let named = |zone: &crate::ZoneResult| Named {
        name: zone.name.to_owned(),
        shape: scene.outline(&zone.undivided_units(scene.shown.plan)),
        look: Look { sign: signs.get(&zone.id).copied(), ..Look::default() },
    };
    scene.zones.iter().map(named).filter(|named| !named.shape.0.is_empty()).collect()
}

/// The units in several zones, with the worst sign of these.
fn parted(scene: &Scene, signs: &BTreeMap<ZoneId, Sign>) -> Vec<Named> {
    let parted = scene.shown.plan.holdings.iter().filter(|(_, holding)| holding.zones().len() > 1);
    let named = parted.map(|(unit, holding)| {
        let zones = say!(scene.shown.language, "found-zones", zones = holding.zones().len());
        let name = format!("{} ({zones})", scene.unit_name(unit));
        let sign = holding.zones().iter().filter_map(|zone| signs.get(zone)).min().copied();
        Named { name, shape: scene.shape(unit), look: Look { sign, ..Look::default() } }
    });
    named.filter(|named| !named.shape.0.is_empty()).collect()
}

fn regions(scene: &Scene) -> Vec<Named> {
    let plan = scene.shown.plan;
    let mut units: BTreeMap<&str, Vec<UnitId>> = BTreeMap::new();
    for (unit, holding) in plan.holdings.iter() {
        let region = |zone: &ZoneId| plan.zones[*zone].region();
        if let [Some(region)] = holding.zones().iter().map(region).collect::<Vec<_>>()[..] {
            units.entry(region).or_default().push(unit);
        }
    }
    let look = Look { weight: Weight::Bold, ink: Some(REGION_INK), sign: None };
    let named = |(region, units): (&str, Vec<UnitId>)| Named {
        name: region.to_owned(),
        shape: scene.outline(&units),
        look,
    };
    units.into_iter().map(named).collect()
}
