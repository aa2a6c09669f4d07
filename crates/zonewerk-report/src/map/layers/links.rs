//! Declared links that the plan rests on: a dashed line from unit to unit.

use std::fmt::Write;

use super::Drawing;
use crate::label_fit::{main_part, pole};
use crate::map::legend::stroke;
use crate::map::notes::{Note, cut};
use crate::map::scene::Scene;
use crate::map::sheet::Entry;
use crate::svg_map::line;
use crate::svg_text::{escaped, px};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::say;

const LINE: &str = "stroke=\"#2b2b2b\" stroke-width=\"1.4\" stroke-dasharray=\"4 3\"";

pub(super) fn draw(scene: &Scene) -> Drawing {
    let middle = |unit: UnitId| main_part(&scene.shape(unit)).map(|polygon| pole(polygon, 1.0));
    let links = scene.results.links_used();
    let mut above = String::new();
    for link in &links {
        let [Some(a), Some(b)] = link.between.map(middle) else { continue };
        let mut path = String::new();
        line(&mut path, &[a, b]);
        let reason = escaped(&link.reason);
        let _ = writeln!(above, "<path fill=\"none\" {LINE} d=\"{path}\"><title>{reason}</title></path>");
        for end in [a, b] {
            let (x, y) = (px(end.x), px(end.y));
            let _ = writeln!(above, "<circle cx=\"{x}\" cy=\"{y}\" r=\"2.2\" fill=\"#2b2b2b\"/>");
        }
    }
    let notes = links.iter().map(|link| {
        let units = link.between.map(|unit| scene.unit_name(unit)).join(" – ");
        Note::plain(say!(scene.shown.language, "basis-link", units = units, reason = link.reason.as_str()))
    });
    Drawing {
        above,
        legend: vec![Entry { drawing: stroke(LINE), words: say!(scene.shown.language, "map-link") }],
        notes: cut(scene, notes.collect()),
        ..Drawing::default()
    }
}
