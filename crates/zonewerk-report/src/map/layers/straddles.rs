//! The groups of a family that several zones straddle: tinted, outlined and named.

use super::Drawing;
use crate::labels::{Labels, Look, Named};
use crate::layer_facts;
use crate::map::borders::strokes;
use crate::map::legend::stroke;
use crate::map::notes::{Note, cut};
use crate::map::scene::Scene;
use crate::map::sheet::Entry;
use crate::svg_map::closed;
use crate::svg_text::escaped;
use zonewerk_core::territory::{Group, UnitId, ZoneId};
use zonewerk_core::words::{listed, say};

const TINT: &str = "#00616b";
const OUTLINE: &str = "stroke=\"#00616b\" stroke-width=\"2.6\" stroke-dasharray=\"8 2.5 2 2.5\"";
const SIZES: [f64; 3] = [10.5, 9.5, 8.5];
const MOST_ZONES: usize = 8;

/// The straddled groups with the zones that straddle them.
fn straddled<'s>(scene: &Scene<'s>, family: &str) -> Vec<(&'s Group, Vec<ZoneId>)> {
    let Some((family, straddled)) = layer_facts::straddles(scene.shown, family) else { return Vec::new() };
    straddled.into_iter().map(|one| (&family.groups[one.group], one.zones)).collect()
}

/// The units that a group holds, wholly or in part.
fn units(group: &Group) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = group.parts.iter().map(|(unit, _)| *unit).collect();
    units.extend(&group.units);
    units.sort_unstable();
    units.dedup();
    units
}

pub(super) fn draw(scene: &Scene, family: &str) -> Drawing {
    let straddled = straddled(scene, family);
    let [mut tints, mut outlines] = [const { String::new() }; 2];
    let mut notes = Vec::new();
    for (group, zones) in &straddled {
        let outline = closed(&scene.outline(&units(group)));
        let names: Vec<&str> = zones.iter().map(|zone| scene.shown.plan.zones[*zone].name.as_str()).collect();
        let names = listed(scene.shown.language, &names, MOST_ZONES);
        let words = say!(
            scene.shown.language,
            "map-straddled-group",
            group = group.name.as_str(),
            zones = zones.len(),
            names = names
        );
        tints += &format!(
            "<path fill=\"{TINT}\" fill-opacity=\"0.22\" d=\"{outline}\"><title>{}</title></path>\n",
            escaped(&words)
        );
        outlines += &outline;
        notes.push(Note::plain(words));
    }
    let all = scene.shown.scenario.territory.families.iter().find(|known| known.name == family);
    let mut said = vec![Note::plain(say!(
        scene.shown.language,
        "map-straddles",
        family = family,
        groups = straddled.len(),
        all = all.map_or(0, |family| family.groups.len())
    ))];
    said.extend(cut(scene, notes));
    let drawing = format!(
        "<rect width=\"22\" height=\"12\" fill=\"{TINT}\" fill-opacity=\"0.22\"/>{}",
        stroke(OUTLINE)
    );
    let words = say!(scene.shown.language, "map-straddled", family = family);
    Drawing {
        below: format!("<g fill-rule=\"evenodd\">\n{tints}</g>\n"),
        above: strokes([(OUTLINE, outlines)]),
        legend: vec![Entry { drawing, words }],
        notes: said,
    }
}

/// The names of the groups where there is room between those of zones.
pub(in crate::map) fn name(scene: &Scene, family: &str, labels: &mut Labels) {
    let look = Look { ink: Some(TINT), ..Look::default() };
    let named = straddled(scene, family).into_iter().map(|(group, _)| Named {
        name: group.name.clone(),
        shape: scene.outline(&units(group)),
        look,
    });
    labels.place_between(named.collect(), &SIZES, true);
}
