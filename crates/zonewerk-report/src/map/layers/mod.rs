//! What a map shows besides zones, units and regions: one file a layer.

pub(super) mod backbone;
mod change;
mod exceptions;
mod links;
pub(super) mod straddles;
pub(super) mod verdicts;

use super::Layer;
use super::notes::Note;
use super::scene::Scene;
use super::sheet::Entry;

/// What one layer adds to a map.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    /// Elements over the fills and under all borders.
    pub(super) below: String,
    /// Elements over the borders and under the names.
    pub(super) above: String,
    /// What they mean.
    pub(super) legend: Vec<Entry>,
    /// Sentences below the map.
    pub(super) notes: Vec<Note>,
}

/// Draws a layer that has something to show.
pub(super) fn draw(scene: &Scene, layer: &Layer) -> Drawing {
    match layer {
        Layer::Verdicts => verdicts::draw(scene),
        Layer::Change => change::draw(scene),
        Layer::Backbone => backbone::draw(scene),
        Layer::Straddles(family) => straddles::draw(scene, family),
        Layer::Links => links::draw(scene),
        Layer::Exceptions => exceptions::draw(scene),
    }
}
