//! Text and numbers as SVG writes them.

use zonewerk_core::words::visible_lines;

/// Text with everything escaped that XML takes for markup; the control characters that it forbids,
/// and others that are not seen, are shown as their number, and the end of a line is a space.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in visible_lines(text).chars() {
        match letter {
            '\n' => safe.push(' '),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

/// Pixels to one decimal.
pub(super) fn px(pixels: f64) -> String {
    let tenths = (pixels * 10.0).round() as i64;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{:.1}", tenths as f64 / 10.0) }
}
