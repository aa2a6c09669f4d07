//! A plan as a picture: SVG or PNG, with the layers that are asked for. One drawing code for
//! every picture of a plan.

mod borders;
mod fills;
mod header;
mod layer;
mod layers;
mod legend;
mod missing;
mod names;
mod notes;
mod patterns;
mod picture;
mod png;
mod scene;
mod sheet;

#[cfg(test)]
mod tests;

pub use layer::{Layer, UnknownFamily};
pub use png::PngError;

use super::Shown;

/// How a map is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapForm {
    /// Lines and text, for any size.
    Svg,
    /// Pixels: 2,400 across, with letters of a font that is part of the program.
    Png,
}

/// A map that cannot be drawn as asked.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// A layer names groups that are not there.
    #[error(transparent)]
    UnknownFamily(#[from] UnknownFamily),
    /// The picture could not be made of pixels.
    #[error("the map cannot be drawn as PNG: {0}; take .svg")]
    Png(#[from] PngError),
}

/// The map of a plan. Without `layers`, those that there is something to show of, but no
/// straddles; of a layer that is asked for and has nothing, the notes say so.
///
/// # Errors
/// When a layer names a family that the scenario does not have, or pixels cannot be made.
///
/// # Panics
/// When the plan was drawn and the graph has no [centres](zonewerk_core::graph::Graph::centres).
pub fn map(shown: &Shown, form: MapForm, layers: Option<&[Layer]>) -> Result<Vec<u8>, MapError> {
    for layer in layers.unwrap_or_default() {
        layer.look_up(&shown.scenario.territory)?;
    }
    let svg = picture::draw(shown, &layers.map_or_else(|| Layer::usual(shown), <[Layer]>::to_vec));
    Ok(match form {
        MapForm::Svg => svg.into_bytes(),
        MapForm::Png => png::png(&svg)?,
    })
}

/// `map.svg`: the zones with their names, a title that says how good the plan is, which zones
/// break what, exceptions and links, a legend, a scale bar and the credits. Stands alone: no
/// script, no reference outside the file.
pub(super) fn map_svg(shown: &Shown) -> Vec<u8> {
    let layers = [Layer::Verdicts, Layer::Exceptions, Layer::Links];
    let layers: Vec<Layer> = layers.into_iter().filter(|layer| !layer.is_empty(shown)).collect();
    picture::draw(shown, &layers).into_bytes()
}
