use std::fmt::Write;

use geo::Coord;

use crate::font::{FAMILIES, Weight, width};
use crate::projection::Projection;
use crate::sign::Sign;
use crate::svg_text::{escaped, px};

/// Width of the sheet and of the empty edge around it, in pixels.
pub(super) const WIDTH: f64 = 1200.0;
pub(super) const MARGIN: f64 = 32.0;
/// Colours of text.
pub(super) const INK: &str = "#222222";
pub(super) const FAINT: &str = "#666666";

/// How a text of the sheet is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) ink: &'static str,
    pub(super) weight: Weight,
}

impl Style {
    pub(super) const TITLE: Self = Self { size: 26.0, ink: INK, weight: Weight::Bold };
    pub(super) const VERDICT: Self = Self { size: 16.0, ink: INK, weight: Weight::Regular };
    pub(super) const BASIS: Self = Self { size: 13.0, ink: FAINT, weight: Weight::Regular };
    pub(super) const NOTE: Self = Self { size: 12.0, ink: INK, weight: Weight::Regular };
    pub(super) const CREDIT: Self = Self { size: 11.0, ink: FAINT, weight: Weight::Regular };
}

/// A drawing and what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// SVG elements in a box of 22 by 12 pixels; empty for words alone.
    pub(super) drawing: String,
    pub(super) words: String,
}

/// A sheet that grows downwards.
pub(super) struct Sheet {
    /// The elements so far.
    pub(super) svg: String,
    /// How far down the sheet is filled, in pixels.
    pub(super) y: f64,
}

impl Sheet {
    /// An empty sheet.
    pub(super) fn new() -> Self {
        Self { svg: String::new(), y: MARGIN }
    }

    /// Text from the left margin, broken into lines that fit the sheet.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        self.paragraph(text, style, None);
    }

    /// The same after a sign.
    pub(super) fn signed(&mut self, sign: Sign, text: &str) {
        self.paragraph(text, Style::NOTE, Some(sign));
    }

    fn paragraph(&mut self, text: &str, style: Style, sign: Option<Sign>) {
        let Style { size, ink, weight } = style;
        let left = MARGIN + if sign.is_some() { 17.0 } else { 0.0 };
        let bold = if weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
        if let Some(sign) = sign {
            let middle = Coord { x: MARGIN + 6.0, y: self.y + size * 0.62 };
            self.svg += &sign.drawing(middle, size * 0.95);
        }
        for line in broken(text, (WIDTH - MARGIN - left) / size, weight) {
            self.y += size;
            let _ = writeln!(
                self.svg,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{ink}\"{bold}>{}</text>",
                px(left),
                px(self.y),
                px(size),
                escaped(&line)
            );
            self.y += size * 0.45;
        }
    }

    /// Rows of swatches with words, broken where the sheet ends, and the scale bar at the right
    /// end of the first row.
    pub(super) fn legend(&mut self, entries: &[Entry], projection: &Projection) {
        let (kilometres, length) = scale_bar(projection.pixels_per_kilometre());
        let right = WIDTH - MARGIN;
        let _ = writeln!(
            self.svg,
            "<path fill=\"none\" stroke=\"{INK}\" d=\"M{},{}v5h{}v-5\"/>\n\
             <text x=\"{}\" y=\"{}\" font-size=\"12\" fill=\"{INK}\" text-anchor=\"end\">{kilometres} km</text>",
            px(right - length),
            px(self.y + 2.0),
            px(length),
            px(right - length - 6.0),
            px(self.y + 9.0),
        );
        let most = right - length - 70.0;
        let mut x = MARGIN;
        for Entry { drawing, words } in entries {
            let offset = if drawing.is_empty() { 0.0 } else { 28.0 };
            let taken = offset + width(words, Weight::Regular) * 12.0 + 20.0;
            if x + taken > most && x > MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            let _ = writeln!(
                self.svg,
                "<g transform=\"translate({},{})\">{drawing}<text x=\"{}\" y=\"10\" font-size=\"12\" fill=\"{INK}\">{}</text></g>",
                px(x),
                px(self.y),
                px(offset),
                escaped(words)
            );
            x += taken;
        }
        self.y += 26.0;
    }

    /// The whole document, with a title and a description for those who cannot see it.
    pub(super) fn finish(self, title: &str, description: &str, definitions: &str) -> String {
        let (width, height) = (px(WIDTH), px(self.y + MARGIN / 2.0));
        let (title, description) = (escaped(title), escaped(description));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}. {description}\" \
             font-family=\"{FAMILIES}\">\n\
             <title>{title}</title>\n<desc>{description}</desc>\n\
             <defs>\n{definitions}</defs>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{}</svg>\n",
            self.svg
        )
    }
}

/// A text in lines that are no wider than so many times the font size, where its words allow.
fn broken(text: &str, most: f64, weight: Weight) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or("", String::as_str);
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, weight) > most && !line.is_empty() {
            lines.push(word.to_owned());
        } else if let Some(line) = lines.last_mut() {
            *line = longer;
        }
    }
    lines
}

/// A round number of kilometres and its length in pixels, at most 160.
fn scale_bar(pixels_per_kilometre: f64) -> (f64, f64) {
    let most = 160.0 / pixels_per_kilometre;
    let power = 10.0_f64.powf(most.log10().floor());
    let kilometres = [5.0, 2.0, 1.0].map(|step| step * power).into_iter().find(|&length| length <= most);
    let kilometres = kilometres.unwrap_or(power);
    (kilometres, kilometres * pixels_per_kilometre)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_broken_between_words() {
        let text = "word ".repeat(40);
        let lines = broken(&text, 20.0, Weight::Bold);
        assert!(lines.len() > 3 && lines.iter().all(|line| width(line, Weight::Bold) <= 20.0));
        assert_eq!(lines.join(" "), text.trim_end());
    }

    #[test]
    fn scale_bar_is_a_round_number() {
        for (pixels, kilometres) in [(4.7, 20.0), (0.9, 100.0), (160.0, 1.0), (161.0, 0.5)] {
            let (found, length) = scale_bar(pixels);
            assert!((found - kilometres).abs() < 1e-9 && length <= 160.0, "{pixels}: {found}");
        }
    }
}
