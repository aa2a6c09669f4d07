use super::layers::Layer;
use super::sheet::Sheet;
use crate::svg_text::escaped;
use zonewerk_core::words::say;

/// What the signs on the map mean, layer by layer, and the names that found no room on it.
pub(super) fn legend(sheet: &Sheet, layers: &[Layer], key: &[String]) -> String {
    let mut items = String::new();
    for layer in layers {
        let off = if layer.on { "" } else { " class=\"off\"" };
        for (class, words) in &layer.signs {
            let drawing = match *class {
                "hatch" | "dots" | "moved" | "v-error" | "v-warning" | "share" => {
                    format!(
                        "<g class=\"{class}{}\"><rect x=\"10\" y=\"10\" width=\"260\" height=\"120\" class=\"swatch\" transform=\"scale(.1)\"/></g>",
                        if *class == "share" { " s4" } else { "" }
                    )
                }
                _ => format!("<path class=\"{class}\" d=\"M1 7h26\"/>"),
            };
            items += &format!(
                "<li data-sign=\"{}\"{off}><svg viewBox=\"0 0 28 14\" width=\"28\" height=\"14\" aria-hidden=\"true\">{drawing}</svg> {}</li>\n",
                escaped(&layer.id),
                escaped(words)
            );
        }
    }
    let colours = if sheet.shown.has_plan() {
        sheet.paragraph(&say!(sheet.language, "page-colours"))
    } else {
        String::new()
    };
    let key: String = key.iter().map(|name| format!("<li>{}</li>\n", escaped(name))).collect();
    let key = if key.is_empty() { key } else { format!("<ol class=\"key\">\n{key}</ol>\n") };
    format!(
        "<div class=\"legend\">\n<h3>{}</h3>\n{colours}<ul>\n{items}</ul>\n{key}</div>\n",
        escaped(&say!(sheet.language, "page-legend"))
    )
}
