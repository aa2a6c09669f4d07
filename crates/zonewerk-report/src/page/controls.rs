use std::collections::BTreeSet;

use super::layers::Layer;
use super::sheet::Sheet;
use crate::svg_text::escaped;
use zonewerk_core::words::{Message, message, say};

/// Search, and the switches of the layers; without the script there is nothing to control.
pub(super) fn controls(sheet: &Sheet, layers: &[Layer]) -> String {
    let territory = &sheet.shown.scenario.territory;
    let mut names: BTreeSet<&str> = territory.units().values().map(|unit| unit.name.as_str()).collect();
    names.extend(territory.other_names.values().flatten().map(String::as_str));
    names.extend(sheet.zones.iter().map(|zone| zone.name));
    let options: String = names.iter().map(|name| format!("<option value=\"{}\">", escaped(name))).collect();
    let switch = |id: &str, name: &str, on: bool| {
        let checked = if on { " checked" } else { "" };
        format!(
            "<label><input type=\"checkbox\" data-switch=\"{}\"{checked}> {}</label>\n",
            escaped(id),
            escaped(name)
        )
    };
    let mut switches = switch("names", &say!(sheet.language, "page-layer-names"), true);
    let plain = layers.iter().filter(|layer| layer.family.is_none());
    switches.extend(plain.map(|layer| switch(&layer.id, &layer.name, layer.on)));
    let families: String = layers
        .iter()
        .filter(|layer| layer.family.is_some())
        .map(|layer| format!("<option value=\"{}\">{}</option>", escaped(&layer.id), escaped(&layer.name)))
        .collect();
    if !families.is_empty() {
        switches += &format!(
            "<label class=\"pick\">{} <select id=\"family\"><option value=\"\">{}</option>{families}</select></label>\n",
            escaped(&say!(sheet.language, "page-layer-straddles")),
            escaped(&say!(sheet.language, "page-no-family"))
        );
    }
    format!(
        "<div class=\"controls scripted\">\n<form id=\"search\" role=\"search\"><label for=\"find\">{}</label> \
         <input id=\"find\" list=\"places\" autocomplete=\"off\" spellcheck=\"false\"> \
         <button>{}</button><datalist id=\"places\">{options}</datalist></form>\n\
         <fieldset id=\"switches\"><legend>{}</legend>\n{switches}</fieldset>\n\
         <p id=\"keys\" class=\"help\">{}</p>\n</div>\n",
        escaped(&say!(sheet.language, "page-search")),
        escaped(&say!(sheet.language, "page-search-go")),
        escaped(&say!(sheet.language, "page-layers")),
        escaped(&say!(sheet.language, "page-keys"))
    )
}

/// The buttons on the map.
pub(super) fn buttons(sheet: &Sheet) -> String {
    let button = |(id, sign, message): (&str, &str, Message)| {
        let name = escaped(&message.say(sheet.language));
        format!("<button type=\"button\" id=\"{id}\" aria-label=\"{name}\" title=\"{name}\">{sign}</button>")
    };
    let buttons = [
        ("closer", "+", message!("page-zoom-in")),
        ("farther", "−", message!("page-zoom-out")),
        ("whole", "⤢", message!("page-zoom-reset")),
    ];
    format!("<div class=\"zoom scripted\">{}</div>\n", buttons.map(button).concat())
}

/// Where the script tells of what is selected.
pub(super) fn details(sheet: &Sheet) -> String {
    format!(
        "<p id=\"status\" class=\"spoken\" role=\"status\"></p>\n<div id=\"details\" class=\"scripted\" role=\"region\" aria-label=\"{}\"><p class=\"help\">{}</p></div>\n",
        escaped(&say!(sheet.language, "page-details")),
        escaped(&say!(sheet.language, "page-nothing-selected"))
    )
}
