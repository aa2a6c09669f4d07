//! What differs from the base plan: who moves, and which borders.

use std::collections::BTreeMap;

use super::Drawing;
use crate::layer_facts::changes;
use crate::layer_facts::is_border;
use crate::map::borders::strokes;
use crate::map::fills::over;
use crate::map::legend::{stroke, swatch};
use crate::map::notes::{Note, cut};
use crate::map::patterns::painted;
use crate::map::scene::Scene;
use crate::map::sheet::Entry;
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::{listed, message, number, say};

const NEW: &str = "stroke=\"#4b1d7a\" stroke-width=\"3.2\"";
const GONE: &str = "stroke=\"#4b1d7a\" stroke-width=\"2\" stroke-dasharray=\"6 4\"";
const MOST_NAMES: usize = 12;

/// A zone before and one after.
type Way = (Option<ZoneId>, Option<ZoneId>);

pub(super) fn draw(scene: &Scene) -> Drawing {
    let Some((base, (_, moves))) = scene.shown.base.as_ref().zip(changes(scene.shown)) else {
        return Drawing::default();
    };
    let mut moved: Vec<UnitId> = moves.moves.iter().map(|one| one.unit).collect();
    moved.dedup();
    let below: String = moved.iter().map(|&unit| over("moved", &scene.shape(unit))).collect();
    let [gone, new] =
        scene.arcs(|users| match [base.plan, scene.shown.plan].map(|plan| is_border(plan, users)) {
            [true, false] => Some(0),
            [false, true] => Some(1),
            _ => None,
        });
    let entries = [
        (!below.is_empty(), swatch(&painted("moved")), message!("map-moved")),
        (!gone.is_empty(), stroke(GONE), message!("map-border-gone")),
        (!new.is_empty(), stroke(NEW), message!("map-border-new")),
    ];
    let legend = entries.into_iter().filter(|(is_drawn, ..)| *is_drawn);
    let mut notes = vec![Note::plain(say!(
        scene.shown.language,
        "map-change",
        base = base.name.as_str(),
        people = moves.people,
        units = moves.units
    ))];
    let mut ways: BTreeMap<Way, (u64, Vec<UnitId>)> = BTreeMap::new();
    for one in &moves.moves {
        let (people, units) = ways.entry((one.from, one.to)).or_default();
        *people += one.people;
        units.push(one.unit);
    }
    let mut ways: Vec<(Way, (u64, Vec<UnitId>))> = ways.into_iter().collect();
    ways.sort_by_key(|(way, (people, _))| (std::cmp::Reverse(*people), *way));
    let ways = ways.into_iter().map(|((from, to), (people, units))| {
        let none = || say!(scene.shown.language, "area-no-zone");
        let names: Vec<&str> = units.iter().map(|&unit| scene.unit_name(unit)).collect();
        Note::plain(say!(
            scene.shown.language,
            "map-way",
            units = listed(scene.shown.language, &names, MOST_NAMES),
            people = number(scene.shown.language, people),
            from = from.map_or_else(none, |zone| base.plan.zones[zone].name.clone()),
            to = to.map_or_else(none, |zone| scene.shown.plan.zones[zone].name.clone())
        ))
    });
    notes.extend(cut(scene, ways.collect()));
    Drawing {
        below: format!("<g fill-rule=\"evenodd\">\n{below}</g>\n"),
        above: strokes([(GONE, gone), (NEW, new)]),
        legend: legend
            .map(|(_, drawing, message)| Entry { drawing, words: message.say(scene.shown.language) })
            .collect(),
        notes,
    }
}
