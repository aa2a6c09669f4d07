//! The font of maps: its files, and how wide its letters are.

use std::collections::HashMap;
use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Zonewerk Sans: as wide as Arial, letter by letter, so that a picture looks alike where a
/// program has only that. See `tools/subset_fonts.py`.
pub(super) const FILES: [&[u8]; 2] = [
    include_bytes!("../../../assets/fonts/ZonewerkSans-Regular.ttf"),
    include_bytes!("../../../assets/fonts/ZonewerkSans-Bold.ttf"),
];

/// The families that a picture asks for, in this order.
pub(super) const FAMILIES: &str = "Zonewerk Sans, Liberation Sans, Arimo, Arial, Helvetica, sans-serif";

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Weight {
    /// Regular.
    #[default]
    Regular,
    /// Bold.
    Bold,
}

/// Width of each letter over the font size.
static WIDTHS: LazyLock<[HashMap<char, f64>; 2]> = LazyLock::new(|| FILES.map(widths));

/// What a letter takes that the font lacks: the widest of other scripts.
const LACKING: f64 = 1.0;

fn widths(file: &[u8]) -> HashMap<char, f64> {
    let Ok(font) = FontRef::new(file) else { return HashMap::new() };
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let letters = font.charmap().mappings().collect::<Vec<_>>().into_iter();
    let width = |(code, glyph)| Some((char::from_u32(code)?, f64::from(metrics.advance_width(glyph)?)));
    letters.filter_map(width).collect()
}

/// Width of a text over its font size.
pub(super) fn width(text: &str, weight: Weight) -> f64 {
    let widths = &WIDTHS[weight as usize];
    text.chars().map(|letter| widths.get(&letter).copied().unwrap_or(LACKING)).sum()
}

/// The letters of a text that the font lacks, each once, ascending.
pub(super) fn lacking(text: &str) -> Vec<char> {
    let has = |letter: &char| letter.is_control() || WIDTHS[0].contains_key(letter);
    let mut letters: Vec<char> = text.chars().filter(|letter| !has(letter)).collect();
    letters.sort_unstable();
    letters.dedup();
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_wide_as_arial() {
        for (text, regular, bold) in [("i", 0.222, 0.278), ("W", 0.944, 0.944), ("Gent", 2.168, 2.278)] {
            assert!((width(text, Weight::Regular) - regular).abs() < 0.01, "{text}");
            assert!((width(text, Weight::Bold) - bold).abs() < 0.01, "{text}");
        }
        assert_eq!(width("", Weight::Bold), 0.0);
    }

    #[test]
    fn scripts_of_europe_are_there_and_others_are_seen_to_lack() {
        assert_eq!(lacking("Łódź, Αθήνα, Ћуприја, Tielt-Winge – 1 × 2 −3…"), []);
        assert_eq!(lacking("東京 en 京都"), ['京', '東', '都']);
    }
}
