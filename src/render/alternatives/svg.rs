//! The backbone as a picture: what is settled pale, what is contested strong.

use std::fmt::Write;

use geo::{Coord, MultiPolygon, Rect};

use super::Nearby;
use super::facts::Counts;
use super::json::status_word;
use super::text::{margin, zone_name};
use crate::render::amounts::amount;
use crate::render::labels::{Labels, place};
use crate::render::layer_facts::{contested_shares, pair_statuses};
use crate::render::projection::{Projection, extent};
use crate::render::svg_map::{UNIT_BORDER, closed, line, written};
use crate::render::svg_page::{BOLD, FAINT, INK, MARGIN, PAGE_WIDTH, Page};
use crate::render::svg_text::escaped;
use crate::solve::{Backbone, PairStatus, Standing};

const MOST_MAP_HEIGHT: f64 = 1000.0;
/// Fills: a zone that is in all plans, a settled unit, one of which is not known.
const ZONE_FILL: &str = "#bfe0d6";
const SETTLED_FILL: &str = "#e4eef0";
const UNKNOWN_FILL: &str = "#ffffff";
/// Fills of contested units: few, some, most of their neighbours (ColorBrewer "Oranges").
const CONTESTED_FILLS: [&str; 3] = ["#fdd9b5", "#fba45c", "#e5701f"];
const APART: &str = "stroke=\"#2b2b2b\" stroke-width=\"2.2\"";
const CONTESTED: &str = "stroke=\"#8a2d04\" stroke-width=\"1.3\" stroke-dasharray=\"3.5 2.5\"";
const UNKNOWN: &str = "stroke=\"#777777\" stroke-width=\"1.3\" stroke-dasharray=\"1 2.5\"";

/// `backbone.svg`; `None` where no backbone is known.
pub(super) fn backbone_svg(nearby: &Nearby<'_>) -> Option<Vec<u8>> {
    nearby.found.backbone.as_ref().map(|backbone| draw(nearby, backbone).into_bytes())
}

fn draw(nearby: &Nearby<'_>, backbone: &Backbone) -> String {
    let scenario = nearby.scenario;
    let step = &scenario.problem.objective.steps()[0];
    let mut page = Page::new();
    page.text(&scenario.title, 26.0, INK, BOLD);
    let what = format!(
        "What all plans within {} of the best have in common ({step}: at most {})",
        margin(nearby),
        amount(step, nearby.found.ceiling.unwrap_or(0))
    );
    page.text(&what, 16.0, INK, "");
    let counts = Counts::of(nearby, backbone);
    page.text(&format!("{}. {}", counts.pairs(), counts.units()), 13.0, FAINT, "");
    page.y += 10.0;
    let shapes: Vec<MultiPolygon<f64>> =
        nearby.graph.units().map(|unit| scenario.topology.geometry(unit)).collect();
    let around = extent(shapes.iter()).unwrap_or_else(|| Rect::new((0.0, 0.0), (0.0, 0.0)));
    let height = ((PAGE_WIDTH - 2.0 * MARGIN) * Projection::aspect(around)).min(MOST_MAP_HEIGHT);
    let frame = Rect::new((MARGIN, page.y), (PAGE_WIDTH - MARGIN, page.y + height));
    let projection = Projection::fit(around, frame);
    page.svg += &fills(nearby, backbone, &projection);
    page.svg += &borders(nearby, backbone, &projection);
    page.svg += &names(nearby, backbone, &projection);
    page.y += height + 26.0;
    page.legend(&legend(&counts, backbone), &projection);
    for credit in &scenario.credits {
        page.text(credit, 11.0, FAINT, "");
    }
    page.finish(&scenario.title, &what)
}

fn fills(nearby: &Nearby<'_>, backbone: &Backbone, projection: &Projection) -> String {
    let territory = &nearby.scenario.territory;
    let standings = backbone.units(nearby.graph.len());
    let in_all = backbone.zones.concat();
    let shares = contested_shares(nearby.graph, backbone);
    let mut svg = String::from("<g fill-rule=\"evenodd\">\n");
    for (unit, &standing) in standings.iter() {
        let (share, of) = shares[unit];
        let (fill, words) = match standing {
            _ if in_all.contains(&unit) => (ZONE_FILL, "its zone is in all plans".to_owned()),
            Standing::Settled => (SETTLED_FILL, "settled".to_owned()),
            Standing::Unknown => (UNKNOWN_FILL, "not found out".to_owned()),
            Standing::Contested => {
                let level = (3 * share - 1) / of.max(1);
                let fill = CONTESTED_FILLS[level.min(2)];
                (fill, format!("contested with {share} of {of} neighbours"))
            }
        };
        let outline = closed(&projection.shape(&nearby.scenario.topology.geometry(unit)));
        let tip = format!("{}: {words}", territory.unit(unit).name);
        let _ =
            writeln!(svg, "<path fill=\"{fill}\" d=\"{outline}\"><title>{}</title></path>", escaped(&tip));
    }
    svg + "</g>\n"
}

/// Every border once: heavy where it is one of zones in all plans, dashed where it is contested.
fn borders(nearby: &Nearby<'_>, backbone: &Backbone, projection: &Projection) -> String {
    let topology = &nearby.scenario.topology;
    let status = pair_statuses(backbone);
    let [mut light, mut apart, mut contested, mut unknown] = [const { String::new() }; 4];
    for (arc, users) in topology.arc_users() {
        let path = match users {
            [] => continue,
            &[a, b] => match status.get(&[a.min(b), a.max(b)]) {
                Some(PairStatus::Apart) => &mut apart,
                Some(PairStatus::Contested { .. }) => &mut contested,
                Some(PairStatus::Unknown) => &mut unknown,
                Some(PairStatus::Together) | None => &mut light,
            },
            _ => &mut apart,
        };
        let points: Vec<Coord<f64>> =
            topology.arc(arc).iter().map(|&place| projection.point(place)).collect();
        line(path, &points);
    }
    let mut svg = String::from("<g fill=\"none\" stroke-linejoin=\"round\">\n");
    for (style, path) in [(UNIT_BORDER, light), (UNKNOWN, unknown), (CONTESTED, contested), (APART, apart)] {
        let _ = writeln!(svg, "<path {style} d=\"{path}\"/>");
    }
    svg + "</g>\n"
}

/// The names of zones that are in all plans, and of other units where there is room.
fn names(nearby: &Nearby<'_>, backbone: &Backbone, projection: &Projection) -> String {
    let topology = &nearby.scenario.topology;
    let in_all = backbone.zones.concat();
    let zones = backbone.zones.iter().map(|zone| (zone_name(nearby, zone), topology.dissolve(zone)));
    let units = nearby
        .graph
        .units()
        .filter(|unit| !in_all.contains(unit))
        .map(|unit| (nearby.scenario.territory.unit(unit).name.clone(), topology.geometry(unit)));
    let named = zones.chain(units).map(|(name, shape)| (name, projection.shape(&shape)));
    let mut labels: Labels = place(&named.filter(|(_, shape)| !shape.0.is_empty()).collect::<Vec<_>>());
    labels.placed.retain(|label| !label.is_number);
    written(&labels)
}

fn legend(counts: &Counts, backbone: &Backbone) -> Vec<(String, &'static str)> {
    let swatch = |fill: &str| {
        format!("<rect width=\"22\" height=\"12\" fill=\"{fill}\" stroke=\"#888888\" stroke-width=\"0.6\"/>")
    };
    let stroke = |style: &str| format!("<path fill=\"none\" {style} d=\"M0,6H22\"/>");
    let has = |word: &str| backbone.pairs.iter().any(|pair| status_word(pair.status) == word);
    let contested = has("contested");
    let entries = [
        (!backbone.zones.is_empty(), swatch(ZONE_FILL), "zone that is in all plans"),
        (counts.units[Standing::Settled as usize].0 > 0, swatch(SETTLED_FILL), "settled unit"),
        (contested, swatch(CONTESTED_FILLS[0]), "contested with up to a third of its neighbours"),
        (contested, swatch(CONTESTED_FILLS[1]), "with up to two thirds"),
        (contested, swatch(CONTESTED_FILLS[2]), "with more"),
        (counts.units[Standing::Unknown as usize].0 > 0, swatch(UNKNOWN_FILL), "not found out"),
        (has("apart"), stroke(APART), "border of zones in all plans"),
        (contested, stroke(CONTESTED), "in some plans"),
        (has("together"), stroke(UNIT_BORDER), "in none"),
        (has("unknown"), stroke(UNKNOWN), "not found out"),
    ];
    entries.into_iter().filter(|(shown, ..)| *shown).map(|(_, drawing, words)| (drawing, words)).collect()
}
