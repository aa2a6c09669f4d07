use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::font::FILES;

/// Pixels per unit of the drawing.
const SCALE: f32 = 2.0;

/// A drawing that did not become pixels.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// It is too high for a picture.
    #[error("{0} x {1} pixels are too many")]
    TooLarge(u32, u32),
    /// The drawing could not be read, or the picture not written.
    #[error("{0}")]
    Library(String),
}

/// The fonts of the program, and no other: the same pixels on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    FILES.iter().for_each(|file| fonts.load_font_data(file.to_vec()));
    fonts.set_sans_serif_family("Zonewerk Sans");
    Arc::new(fonts)
});

/// An SVG drawing as PNG, twice as large.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    let options =
        Options { fontdb: FONTS.clone(), font_family: "Zonewerk Sans".to_owned(), ..Options::default() };
    let library = |error: &dyn std::fmt::Display| PngError::Library(error.to_string());
    let tree = Tree::from_str(svg, &options).map_err(|error| library(&error))?;
    let size = tree.size();
    let [width, height] = [size.width(), size.height()].map(|side| (side * SCALE).ceil() as u32);
    let mut picture = Pixmap::new(width, height).ok_or(PngError::TooLarge(width, height))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    picture.encode_png().map_err(|error| library(&error))
}
