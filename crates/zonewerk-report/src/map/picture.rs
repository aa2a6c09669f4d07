//! The sheet from top to bottom: title, map, legend, notes, credits.

use super::Layer;
use super::scene::Scene;
use super::sheet::{Sheet, Style};
use super::{borders, fills, header, layers, legend, missing, names, notes, patterns};
use crate::Shown;

/// The map with these layers, as SVG.
pub(super) fn draw(shown: &Shown, asked: &[Layer]) -> String {
    let results = shown.results();
    let zones = results.zones();
    let (empty, drawn): (Vec<Layer>, Vec<Layer>) =
        asked.iter().cloned().partition(|layer| layer.is_empty(shown));
    let mut sheet = Sheet::new();
    let title = &shown.scenario.title;
    sheet.text(title, Style::TITLE);
    let verdict = header::verdict(shown, &results, &drawn);
    sheet.text(&verdict, Style::VERDICT);
    for line in header::basis(shown) {
        sheet.text(&line, Style::BASIS);
    }
    sheet.y += 10.0;

    let scene = Scene::new(shown, &results, &zones, &drawn, sheet.y);
    let drawings: Vec<layers::Drawing> = drawn.iter().map(|layer| layers::draw(&scene, layer)).collect();
    sheet.svg += &fills::fills(&scene);
    sheet.svg.extend(drawings.iter().map(|drawing| drawing.below.as_str()));
    sheet.svg += &borders::borders(&scene);
    sheet.svg.extend(drawings.iter().map(|drawing| drawing.above.as_str()));
    let labels = names::names(&scene);
    sheet.svg += &crate::svg_map::written(&labels);
    sheet.y += scene.height + 26.0;

    let mut entries = legend::legend(&scene);
    entries.extend(drawings.iter().flat_map(|drawing| drawing.legend.iter().cloned()));
    entries.extend(legend::colours(&scene));
    sheet.legend(&entries, &scene.projection);
    notes::key(&mut sheet, &labels.key);
    for drawing in drawings.iter().filter(|drawing| !drawing.notes.is_empty()) {
        drawing.notes.iter().for_each(|note| note.write(&mut sheet));
        sheet.y += 5.0;
    }
    for layer in &empty {
        sheet.text(&layer.nothing(shown), Style::NOTE);
    }
    notes::parted(&scene).iter().for_each(|note| note.write(&mut sheet));
    sheet.y += 4.0;
    for credit in &shown.scenario.credits {
        sheet.text(credit, Style::CREDIT);
    }
    if let Some(note) = missing::note(shown, &sheet.svg) {
        sheet.text(&note, Style::CREDIT);
    }
    sheet.finish(title, &verdict, &patterns::used(&sheet_patterns(&drawings)))
}

fn sheet_patterns(drawings: &[layers::Drawing]) -> String {
    drawings.iter().map(|drawing| drawing.below.as_str()).collect()
}
