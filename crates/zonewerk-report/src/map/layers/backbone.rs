//! What all plans within a margin have in common: what is settled pale, what is contested
//! strong, whatever the zones of the plan.

use super::Drawing;
use crate::labels::{Labels, Look, Named};
use crate::layer_facts::is_border;
use crate::layer_facts::{contested_shares, pair_statuses};
use crate::map::borders::{UNIT, strokes};
use crate::map::fills::area;
use crate::map::legend::{stroke, swatch};
use crate::map::notes::Note;
use crate::map::scene::Scene;
use crate::map::sheet::Entry;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{message, say};
use zonewerk_solve::{Backbone, PairStatus, UnitStatus};

/// Fills: a zone that is in all plans, a settled unit, one of which is not known.
const ZONE_FILL: &str = "#bfe0d6";
const SETTLED_FILL: &str = "#e9eff1";
const UNKNOWN_FILL: &str = "#ffffff";
/// Fills of contested units: few, some, most of their neighbours (ColorBrewer "Oranges").
const CONTESTED_FILLS: [&str; 3] = ["#fdd9b5", "#fba45c", "#e5701f"];
const APART: &str = "stroke=\"#2b2b2b\" stroke-width=\"2.2\"";
/// Contested borders that the plan has, and that it does not have.
const HERE: &str = "stroke=\"#7a2503\" stroke-width=\"2.2\" stroke-dasharray=\"6 3\"";
const ELSEWHERE: &str = "stroke=\"#8a2d04\" stroke-width=\"1.1\" stroke-dasharray=\"2.5 2.5\"";
const UNKNOWN: &str = "stroke=\"#777777\" stroke-width=\"1.3\" stroke-dasharray=\"1 2.5\"";
const UNIT_SIZES: [f64; 3] = [9.5, 8.5, 7.5];
const UNIT_INK: &str = "#6b2a0a";

/// Every unit as far as it is settled.
pub(in crate::map) fn fills(scene: &Scene, backbone: &Backbone) -> String {
    let graph = scene.shown.graph;
    let in_all = backbone.zones.concat();
    let shares = contested_shares(graph, backbone);
    let mut svg = String::new();
    for (unit, &standing) in backbone.units(graph.len()).iter() {
        let (share, of) = shares[unit];
        let (fill, found) = match standing {
            _ if in_all.contains(&unit) => (ZONE_FILL, say!(scene.shown.language, "map-tip-in-all")),
            UnitStatus::Settled => (SETTLED_FILL, say!(scene.shown.language, "map-tip-settled")),
            UnitStatus::Unknown => (UNKNOWN_FILL, say!(scene.shown.language, "map-not-found-out")),
            UnitStatus::Contested => {
                let level = (3 * share).saturating_sub(1) / of.max(1);
                (
                    CONTESTED_FILLS[level.min(2)],
                    say!(scene.shown.language, "map-tip-contested", share = share, of = of),
                )
            }
        };
        svg += &area(fill, &scene.shape(unit), &format!("{}: {found}", scene.unit_name(unit)));
    }
    svg
}

/// Every border once: heavy where all plans have it, dashed where some have it.
pub(in crate::map) fn borders(scene: &Scene, backbone: &Backbone) -> String {
    let plan = scene.shown.plan;
    let status = pair_statuses(backbone);
    let kind = |users: &[UnitId]| match users {
        &[a, b] => match status.get(&[a.min(b), a.max(b)]) {
            Some(PairStatus::Apart) => 4,
            Some(PairStatus::Contested { .. }) if is_border(plan, users) => 3,
            Some(PairStatus::Contested { .. }) => 2,
            Some(PairStatus::Unknown) => 1,
            Some(PairStatus::Together) | None => 0,
        },
        _ => 4,
    };
    let [light, unknown, elsewhere, here, apart] = scene.arcs(|users| Some(kind(users)));
    let paths = [(UNIT, light), (UNKNOWN, unknown), (ELSEWHERE, elsewhere), (HERE, here), (APART, apart)];
    strokes(paths)
}

/// The names of contested units where there is room between those of zones.
pub(in crate::map) fn name(scene: &Scene, labels: &mut Labels) {
    let Some(known) = scene.shown.backbone else { return };
    let standings = known.backbone.units(scene.shown.graph.len());
    let contested = standings.iter().filter(|(_, standing)| **standing != UnitStatus::Settled);
    let look = Look { ink: Some(UNIT_INK), ..Look::default() };
    let named = contested.map(|(unit, _)| Named {
        name: scene.unit_name(unit).to_owned(),
        shape: scene.shape(unit),
        look,
    });
    labels.place_between(named.collect(), &UNIT_SIZES, true);
}

/// The legend and the numbers; what is drawn takes the place of fills and borders.
pub(super) fn draw(scene: &Scene) -> Drawing {
    let Some(known) = scene.shown.backbone else { return Drawing::default() };
    let backbone = known.backbone;
    let territory = &scene.shown.scenario.territory;
    let mut units = [0_u64; 3];
    let mut people = [0_u64; 3];
    for (unit, &standing) in backbone.units(scene.shown.graph.len()).iter() {
        units[standing as usize] += 1;
        people[standing as usize] += territory.unit(unit).population;
    }
    let of = |standing: UnitStatus| (units[standing as usize], people[standing as usize]);
    let has = |wanted: fn(PairStatus) -> bool| backbone.pairs.iter().any(|pair| wanted(pair.status));
    let is_contested = has(|status| matches!(status, PairStatus::Contested { .. }));
    let entries = [
        (!backbone.zones.is_empty(), swatch(ZONE_FILL), message!("map-in-all")),
        (of(UnitStatus::Settled).0 > 0, swatch(SETTLED_FILL), message!("map-settled")),
        (is_contested, swatch(CONTESTED_FILLS[0]), message!("map-contested-third")),
        (is_contested, swatch(CONTESTED_FILLS[1]), message!("map-contested-two-thirds")),
        (is_contested, swatch(CONTESTED_FILLS[2]), message!("map-contested-more")),
        (of(UnitStatus::Unknown).0 > 0, swatch(UNKNOWN_FILL), message!("map-not-found-out")),
        (has(|status| status == PairStatus::Apart), stroke(APART), message!("map-border-in-all")),
        (is_contested, stroke(HERE), message!("map-border-here")),
        (is_contested, stroke(ELSEWHERE), message!("map-border-elsewhere")),
        (has(|status| status == PairStatus::Together), stroke(UNIT), message!("map-border-in-none")),
        (has(|status| status == PairStatus::Unknown), stroke(UNKNOWN), message!("map-not-found-out")),
    ];
    let entries = entries.into_iter().filter(|(is_drawn, ..)| *is_drawn);
    let mut notes = vec![Note::plain(say!(
        scene.shown.language,
        "map-backbone-units",
        zones = backbone.zones.len(),
        settled = of(UnitStatus::Settled).0,
        settled_people = of(UnitStatus::Settled).1,
        contested = of(UnitStatus::Contested).0,
        contested_people = of(UnitStatus::Contested).1,
    ))];
    if of(UnitStatus::Unknown).0 > 0 {
        notes.push(Note::plain(say!(
            scene.shown.language,
            "map-backbone-unknown",
            units = of(UnitStatus::Unknown).0
        )));
    }
    Drawing {
        legend: entries
            .map(|(_, drawing, message)| Entry { drawing, words: message.say(scene.shown.language) })
            .collect(),
        notes,
        ..Drawing::default()
    }
}
