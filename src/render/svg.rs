use geo::{MultiPolygon, Rect};

use super::infeasibility::bounds;
use super::projection::{Projection, extent};
use super::summary::verdict_line;
use super::svg_map::{
    LINK_LINE, PARTED_FILL, UNASSIGNED_FILL, UNIT_BORDER, ZONE_BORDER, borders, fills, links, names,
    zone_names,
};
use super::svg_page::{BOLD, FAINT, INK, MARGIN, PAGE_WIDTH, Page};
use super::text::{NO_REASON, count, date, list, thousands};
use super::{FileFormat, Results, ZoneResult, audit};
use crate::plan::{Holding, Plan};
use crate::words::Language;

/// `map.svg`: the zones on a map with their names, a title that says how good the plan
/// is, a legend, what the plan rests on, a scale bar and the credits. Stands alone:
/// no script, no font, no reference outside the file.
#[derive(Clone, Copy, Debug)]
pub struct MapSvg;

const MOST_MAP_HEIGHT: f64 = 1000.0;

impl FileFormat for MapSvg {
    fn bytes(&self, results: &Results) -> Option<Vec<u8>> {
        results.plan().map(|plan| draw(results, plan).into_bytes())
    }
}

fn draw(results: &Results, plan: &Plan) -> String {
    let scenario = results.scenario;
    let zones = results.zones();
    let mut page = Page::new();
    page.text(&scenario.title, 26.0, INK, BOLD);
    let verdict = verdict(results, &zones);
    page.text(&verdict, 16.0, INK, "");
    page.text(&basis(results, plan), 13.0, FAINT, "");
    page.y += 10.0;

    let shapes: Vec<MultiPolygon<f64>> =
        results.graph.units().map(|unit| scenario.topology.geometry(unit)).collect();
    let around = extent(shapes.iter()).unwrap_or_else(|| Rect::new((0.0, 0.0), (0.0, 0.0)));
    let width = PAGE_WIDTH - 2.0 * MARGIN;
    let height = (width * Projection::aspect(around)).min(MOST_MAP_HEIGHT);
    let frame = Rect::new((MARGIN, page.y), (PAGE_WIDTH - MARGIN, page.y + height));
    let projection = Projection::fit(around, frame);
    page.svg += &fills(results, plan, &zones, &projection);
    page.svg += &borders(results, plan, &projection);
    page.svg += &links(results, &projection);
    let (names, key) = names(results, plan, &zones, &projection);
    page.svg += &names;
    page.y += height + 26.0;

    page.legend(&legend(results, plan, &zones), &projection);
    for note in notes(results, plan, &zones, &key) {
        page.text(&note, 12.0, INK, "");
    }
    page.y += 4.0;
    for credit in &scenario.credits {
        page.text(credit, 11.0, FAINT, "");
    }
    page.finish(&scenario.title, &verdict)
}

fn verdict(results: &Results, zones: &[ZoneResult]) -> String {
    match (results.solved, results.audit) {
        (Some(solved), _) => verdict_line(results, solved),
        (None, Some(audit)) => {
            format!("{}. {}", count(zones.len(), "zone"), audit::verdict(audit, Language::English))
        }
        (None, None) => count(zones.len(), "zone"),
    }
}

fn basis(results: &Results, plan: &Plan) -> String {
    let scenario = results.scenario;
    let held = plan.holdings.iter().filter(|(_, holding)| **holding != Holding::Unassigned);
    format!(
        "{} inhabitants on {}; a zone has {} unless marked. Scenario {}, profile {}",
        thousands(scenario.territory.population(held.map(|(unit, _)| unit))),
        date(&scenario.population_date),
        bounds(scenario.problem.bounds()),
        scenario.name,
        scenario.problem.profile.name
    )
}

fn legend(results: &Results, plan: &Plan, zones: &[ZoneResult]) -> Vec<(String, &'static str)> {
    let swatch = |fill: &str| {
        format!("<rect width=\"22\" height=\"12\" fill=\"{fill}\" stroke=\"#888888\" stroke-width=\"0.6\"/>")
    };
    let stroke = |style: &str| format!("<path fill=\"none\" {style} d=\"M0,6H22\"/>");
    let any = |wanted: fn(&Holding) -> bool| plan.holdings.values().any(wanted);
    let entries = [
        (true, stroke(ZONE_BORDER), "border of a zone"),
        (true, stroke(UNIT_BORDER), "border of a unit"),
        (zones.iter().any(|zone| zone.exception.is_some()), swatch("url(#exception)"), "zone by exception"),
        (zones.iter().any(|zone| zone.fixed.is_some()), swatch("url(#fixed)"), "given zone"),
        (any(|holding| holding.zones().len() > 1), swatch(PARTED_FILL), "unit in several zones"),
        (any(|holding| *holding == Holding::Unassigned), swatch(UNASSIGNED_FILL), "unit in no zone"),
        (!results.links_used().is_empty(), stroke(LINK_LINE), "declared link"),
        (true, String::new(), "Colours only tell neighbours apart."),
    ];
    entries.into_iter().filter(|(shown, ..)| *shown).map(|(_, drawing, words)| (drawing, words)).collect()
}

fn notes(results: &Results, plan: &Plan, zones: &[ZoneResult], key: &[String]) -> Vec<String> {
    let unit_name = |unit| results.scenario.territory.unit(unit).name.clone();
    let mut notes = Vec::new();
    if !key.is_empty() {
        let numbered = key.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1));
        notes.push(numbered.collect::<Vec<_>>().join(" · "));
    }
    for zone in zones {
        if let Some(exception) = zone.exception {
            let reason = exception.reason.as_deref().unwrap_or(NO_REASON);
            notes.push(format!("{}, by exception: {}", zone.name, reason));
        }
        if let Some(fixed) = zone.fixed {
            notes.push(format!("{}, given: {}", zone.name, fixed.reason));
        }
    }
    for (unit, holding) in plan.holdings.iter() {
        let names = zone_names(plan, holding);
        if names.len() > 1 {
            let zones = count(names.len(), "zone");
            notes.push(format!("{} lies in {zones}: {}", unit_name(unit), list(&names, 12)));
        }
    }
    for link in results.links_used() {
        notes.push(format!("Link {}: {}", link.between.map(unit_name).join(" – "), link.reason));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample::Sample;

    fn drawn(sample: &Sample) -> String {
        String::from_utf8(MapSvg.bytes(&sample.results()).unwrap()).unwrap()
    }

    #[test]
    fn the_map_is_well_formed_and_stands_alone() {
        for sample in [Sample::solved(), Sample::official()] {
            let svg = drawn(&sample);
            let document = roxmltree::Document::parse(&svg).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("role"), Some("img"));
            let title =
                root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
            assert_eq!(title.and_then(|title| title.text()), Some("A 3 x 3 grid & <more>"));
            assert!(document.descendants().all(|node| !node.attributes().any(|it| it.name() == "href")));
        }
    }

    #[test]
    fn the_same_results_are_the_same_bytes() {
        assert_eq!(drawn(&Sample::solved()), drawn(&Sample::solved()));
    }

    #[test]
    fn each_border_is_drawn_once() {
        let svg = drawn(&Sample::solved());
        let document = roxmltree::Document::parse(&svg).unwrap();
        let of = |stroke: &str| {
            let style = format!("<path {stroke} d=");
            let start = svg.find(&style).expect("borders are drawn") + style.len();
            svg[start..].split('"').nth(1).unwrap().matches('M').count()
        };
        let arcs = Sample::solved().scenario.topology.arc_users().count();
        assert_eq!(of(ZONE_BORDER) + of(UNIT_BORDER), arcs);
        assert!(document.descendants().count() > 30);
    }

    #[test]
    fn every_zone_is_named_and_its_state_explained() {
        let words = |sample: &Sample| {
            let svg = drawn(sample);
            let document = roxmltree::Document::parse(&svg).unwrap();
            let texts = document.descendants().filter(|node| node.has_tag_name("text"));
            texts.filter_map(|node| node.text().map(str::to_owned)).collect::<Vec<_>>().join(" ")
        };
        let solved = words(&Sample::solved());
        for expected in
            ["Proven optimal: 3 zones", "zone by exception", "given zone", "declared link", "Midden", "CC BY"]
        {
            assert!(solved.contains(expected), "{expected} in {solved}");
        }
        let official = words(&Sample::official());
        for expected in ["unit in several zones", "unit in no zone", "Midden lies in 2 zones: Oost and Kern"]
        {
            assert!(official.contains(expected), "{expected} in {official}");
        }
    }
}
