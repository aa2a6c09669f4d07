//! Zones by exception, hatched, and given ones, dotted, each with its reason.

use super::Drawing;
use crate::map::fills::over;
use crate::map::legend::swatch;
use crate::map::notes::{Note, cut};
use crate::map::patterns::painted;
use crate::map::scene::Scene;
use crate::map::sheet::Entry;
use zonewerk_core::words::{message, say};

pub(super) fn draw(scene: &Scene) -> Drawing {
    let mut drawing = Drawing::default();
    let [mut has_exception, mut has_fixed] = [false; 2];
    for zone in scene.zones {
        let outline = || scene.outline(&zone.undivided_units(scene.shown.plan));
        if let Some(exception) = zone.exception {
            has_exception = true;
            drawing.below += &over("exception", &outline());
            let reason =
                exception.reason.clone().unwrap_or_else(|| say!(scene.shown.language, "map-no-reason"));
            drawing.notes.push(Note::plain(say!(
                scene.shown.language,
                "map-by-exception",
                zone = zone.name,
                reason = reason
            )));
        }
        if let Some(fixed) = zone.fixed {
            has_fixed = true;
            drawing.below += &over("fixed", &outline());
            drawing.notes.push(Note::plain(say!(
                scene.shown.language,
                "map-given",
                zone = zone.name,
                reason = fixed.reason.as_str()
            )));
        }
    }
    drawing.below = format!("<g fill-rule=\"evenodd\">\n{}</g>\n", drawing.below);
    drawing.notes = cut(scene, drawing.notes);
    for (pattern, is_drawn, message) in
        [("exception", has_exception, message!("map-exception")), ("fixed", has_fixed, message!("map-fixed"))]
    {
        if is_drawn {
            let words = message.say(scene.shown.language);
            drawing.legend.push(Entry { drawing: swatch(&painted(pattern)), words });
        }
    }
    drawing
}
