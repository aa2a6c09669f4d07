use crate::Shown;
use crate::font::lacking;
use zonewerk_core::words::{listed, say};

const MOST: usize = 40;

/// Says which letters of the sheet the font of PNG pictures lacks: they show as empty boxes.
pub(super) fn note(shown: &Shown, svg: &str) -> Option<String> {
    let letters = lacking(svg);
    if letters.is_empty() {
        return None;
    }
    let letters = listed(shown.language, &letters, MOST);
    Some(say!(shown.language, "map-missing-letters", letters = letters))
}
