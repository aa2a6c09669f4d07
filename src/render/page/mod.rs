//! The report of a plan as one web page that asks for nothing else: no file, no network.
//! Text and map are made here; the script only moves, sorts, selects and looks up.

mod basis;
mod change;
mod chart;
mod controls;
mod data;
mod findings;
mod frame;
mod goals;
mod ground;
mod head;
mod layers;
mod legend;
mod map;
mod optimal;
mod outline;
mod sheet;
mod zones;

use super::Shown;
use sheet::Sheet;

/// The page, as HTML.
///
/// # Panics
/// When the plan was drawn and the graph has no [centres](crate::graph::Graph::centres).
pub fn page(shown: &Shown) -> Vec<u8> {
    let results = shown.results();
    let sheet = Sheet::new(shown, &results);
    let ground = ground::Ground::new(&sheet);
    let sections = [
        ("map", "page-heading-map", map::section(&sheet, ground.as_ref())),
        ("zones", "page-heading-zones", zones::section(&sheet)),
        ("chart", "page-heading-chart", chart::section(&sheet)),
        ("findings", "page-heading-findings", findings::section(&sheet)),
        ("change", "page-heading-change", change::section(&sheet)),
        ("optimal", "page-heading-optimal", optimal::section(&sheet)),
        ("basis", "page-heading-basis", basis::section(&sheet)),
    ];
    let sections: Vec<_> = sections
        .into_iter()
        .filter_map(|(id, heading, body)| Some((id, sheet.say(heading, &[]), body?)))
        .collect();
    let data = data::data(&sheet, ground.as_ref());
    frame::frame(&sheet, &head::head(&sheet), &sections, &data).into_bytes()
}
