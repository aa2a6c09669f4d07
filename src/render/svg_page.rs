use std::fmt::Write;

use super::label_fit::text_width;
use super::projection::Projection;
use super::svg_text::{escaped, px};

/// Width of the page and of the empty edge around it, in pixels.
pub(super) const PAGE_WIDTH: f64 = 1200.0;
pub(super) const MARGIN: f64 = 32.0;
/// Colours of text.
pub(super) const INK: &str = "#222222";
pub(super) const FAINT: &str = "#666666";
/// Style of a title: bold letters are a fifth wider.
pub(super) const BOLD: &str = " font-weight=\"bold\"";

/// A page that grows downwards.
pub(super) struct Page {
    /// The elements so far.
    pub(super) svg: String,
    /// How far down the page is filled, in pixels.
    pub(super) y: f64,
}

impl Page {
    /// An empty page.
    pub(super) fn new() -> Self {
        Self { svg: String::new(), y: MARGIN }
    }

    /// Text from the left margin, broken into lines that fit the page.
    pub(super) fn text(&mut self, text: &str, size: f64, fill: &str, style: &str) {
        let bold = if style == BOLD { 1.2 } else { 1.0 };
        let most = (PAGE_WIDTH - 2.0 * MARGIN) / size / bold;
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let line = lines.last().map_or("", String::as_str);
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if text_width(&longer) > most && !line.is_empty() {
                lines.push(word.to_owned());
            } else if let Some(line) = lines.last_mut() {
                *line = longer;
            }
        }
        for line in lines {
            self.y += size;
            let _ = writeln!(
                self.svg,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{fill}\"{style}>{}</text>",
                px(MARGIN),
                px(self.y),
                px(size),
                escaped(&line)
            );
            self.y += size * 0.45;
        }
    }

    /// One row of swatches with words, broken where the page ends, and the scale bar at
    /// the right end of the first row.
    pub(super) fn legend(&mut self, entries: &[(String, &'static str)], projection: &Projection) {
        let (kilometres, length) = scale_bar(projection.pixels_per_kilometre());
        let right = PAGE_WIDTH - MARGIN;
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
        for (drawing, words) in entries {
            let offset = if drawing.is_empty() { 0.0 } else { 28.0 };
            let width = offset + text_width(words) * 12.0 + 20.0;
            if x + width > most && x > MARGIN {
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
            x += width;
        }
        self.y += 24.0;
    }

    /// The whole document, with a title and a description for those who cannot see it.
    pub(super) fn finish(self, title: &str, description: &str) -> String {
        let (width, height) = (px(PAGE_WIDTH), px(self.y + MARGIN / 2.0));
        let (title, description) = (escaped(title), escaped(description));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}. {description}\" \
             font-family=\"sans-serif\">\n\
             <title>{title}</title>\n<desc>{description}</desc>\n\
             <defs>\n\
             <pattern id=\"exception\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><path d=\"M0,0V7\" stroke=\"#000000\" stroke-opacity=\"0.35\" \
             stroke-width=\"1.6\"/></pattern>\n\
             <pattern id=\"fixed\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">\
             <circle cx=\"3.5\" cy=\"3.5\" r=\"1.1\" fill=\"#000000\" fill-opacity=\"0.4\"/></pattern>\n\
             </defs>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{}</svg>\n",
            self.svg
        )
    }
}

/// A round number of kilometres and its length in pixels, at most 160.
fn scale_bar(pixels_per_kilometre: f64) -> (f64, f64) {
    let most = 160.0 / pixels_per_kilometre;
    let power = 10.0_f64.powf(most.log10().floor());
    let kilometres = [5.0, 2.0, 1.0].map(|step| step * power).into_iter().find(|&length| length <= most);
    let kilometres = kilometres.unwrap_or(power);
    (kilometres, kilometres * pixels_per_kilometre)
}
