//! The map in a map: fills, borders, links and names, each as SVG elements.

use std::fmt::Write;

use geo::{Coord, MultiPolygon};

use super::colours::zone_colours;
use super::label_fit::{LINE_HEIGHT, main_part, pole};
use super::labels::{Label, Labels, place};
use super::projection::Projection;
use super::svg_text::{escaped, px};
use super::text::{count, thousands};
use super::{Results, ZoneResult};
use crate::plan::{Holding, Plan};
use crate::territory::UnitId;

/// Fill of a unit that lies in several zones, and of one in none.
pub(super) const PARTED_FILL: &str = "#d9d9d9";
pub(super) const UNASSIGNED_FILL: &str = "#ffffff";
pub(super) const ZONE_BORDER: &str = "stroke=\"#2b2b2b\" stroke-width=\"1.7\"";
pub(super) const UNIT_BORDER: &str = "stroke=\"#000000\" stroke-opacity=\"0.4\" stroke-width=\"0.6\"";
pub(super) const LINK_LINE: &str = "stroke=\"#2b2b2b\" stroke-width=\"1.4\" stroke-dasharray=\"4 3\"";

/// Fills of the zones, hatched where an exception was made and dotted where given, and
/// of the units in several zones or none.
pub(super) fn fills(results: &Results, plan: &Plan, zones: &[ZoneResult], projection: &Projection) -> String {
    let topology = &results.scenario.topology;
    let scenario = results.scenario;
    let colours = zone_colours(&scenario.territory, results.graph, scenario.problem.base.as_ref(), plan);
    let mut svg = String::from("<g fill-rule=\"evenodd\">\n");
    for zone in zones {
        let outline = closed(&projection.shape(&topology.dissolve(&zone.undivided_units(plan))));
        if outline.is_empty() {
            continue;
        }
        let population = zone.measures.population.map_or("unknown number of".to_owned(), thousands);
        let tip =
            format!("{}: {population} inhabitants, {}", zone.name, count(zone.measures.units.len(), "unit"));
        let _ = writeln!(
            svg,
            "<path fill=\"{}\" d=\"{outline}\"><title>{}</title></path>",
            colours[zone.id],
            escaped(&tip)
        );
        for (wanted, pattern) in [(zone.exception.is_some(), "exception"), (zone.fixed.is_some(), "fixed")] {
            if wanted {
                let _ =
                    writeln!(svg, "<path fill=\"url(#{pattern})\" pointer-events=\"none\" d=\"{outline}\"/>");
            }
        }
    }
    for (unit, holding) in plan.holdings.iter() {
        let names = zone_names(plan, holding);
        let (fill, tip) = match names.len() {
            0 => (UNASSIGNED_FILL, "in no zone".to_owned()),
            1 => continue,
            _ => (PARTED_FILL, format!("in {}", names.join(", "))),
        };
        let outline = closed(&projection.shape(&topology.geometry(unit)));
        let tip = format!("{}: {tip}", results.scenario.territory.unit(unit).name);
        let _ =
            writeln!(svg, "<path fill=\"{fill}\" d=\"{outline}\"><title>{}</title></path>", escaped(&tip));
    }
    svg + "</g>\n"
}

/// The names of the zones that hold a unit or part of it.
pub(super) fn zone_names(plan: &Plan, holding: &Holding) -> Vec<String> {
    holding.zones().into_iter().map(|zone| plan.zones[zone].name.clone()).collect()
}

/// Every arc of the map once: lightly between units of one zone, heavily elsewhere.
pub(super) fn borders(results: &Results, plan: &Plan, projection: &Projection) -> String {
    let topology = &results.scenario.topology;
    let (mut light, mut heavy) = (String::new(), String::new());
    for (arc, users) in topology.arc_users() {
        let within = match users {
            [] => continue,
            [a, b] => {
                let [a, b] = [a, b].map(|unit| plan.holdings[*unit].zones());
                a.len() < 2 && a == b
            }
            _ => false,
        };
        let points: Vec<Coord<f64>> =
            topology.arc(arc).iter().map(|&place| projection.point(place)).collect();
        line(if within { &mut light } else { &mut heavy }, &points);
    }
    let mut svg = String::from("<g fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
    let _ = writeln!(svg, "<path {UNIT_BORDER} d=\"{light}\"/>");
    let _ = writeln!(svg, "<path {ZONE_BORDER} d=\"{heavy}\"/>");
    svg + "</g>\n"
}

/// The declared links within one zone: a dashed line from unit to unit.
pub(super) fn links(results: &Results, projection: &Projection) -> String {
    let middle = |unit: UnitId| {
        let shape = projection.shape(&results.scenario.topology.geometry(unit));
        main_part(&shape).map(|polygon| pole(polygon, 1.0))
    };
    let mut svg = String::new();
    for link in results.links_used() {
        let [Some(a), Some(b)] = link.between.map(middle) else { continue };
        let mut path = String::new();
        line(&mut path, &[a, b]);
        let _ = writeln!(
            svg,
            "<path fill=\"none\" {LINK_LINE} d=\"{path}\"><title>{}</title></path>",
            escaped(&link.reason)
        );
        for end in [a, b] {
            let _ = writeln!(
                svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"2.2\" fill=\"#2b2b2b\"/>",
                px(end.x),
                px(end.y)
            );
        }
    }
    svg
}

/// The names of the zones, and of the units that lie in several, with a white halo.
pub(super) fn names(
    results: &Results,
    plan: &Plan,
    zones: &[ZoneResult],
    projection: &Projection,
) -> (String, Vec<String>) {
    let topology = &results.scenario.topology;
    let drawn =
        zones.iter().map(|zone| (zone.name.to_owned(), topology.dissolve(&zone.undivided_units(plan))));
    let parted = plan.holdings.iter().filter(|(_, holding)| holding.zones().len() > 1);
    let parted = parted.map(|(unit, holding)| {
        let name = &results.scenario.territory.unit(unit).name;
        (format!("{name} ({})", count(holding.zones().len(), "zone")), topology.geometry(unit))
    });
    let drawn = drawn.chain(parted).map(|(name, shape)| (name, projection.shape(&shape)));
    let labels = place(&drawn.filter(|(_, shape)| !shape.0.is_empty()).collect::<Vec<_>>());
    (written(&labels), labels.key)
}

/// Each name twice, because not every program that draws SVG can put an outline behind
/// the letters: first its halo, then itself.
pub(super) fn written(labels: &Labels) -> String {
    let texts: String = labels.placed.iter().map(lines).collect();
    format!(
        "<g text-anchor=\"middle\" pointer-events=\"none\">\n\
         <g aria-hidden=\"true\" fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"2.6\" \
         stroke-opacity=\"0.8\" stroke-linejoin=\"round\">\n{texts}</g>\n\
         <g fill=\"#111111\">\n{texts}</g>\n</g>\n"
    )
}

fn lines(label: &Label) -> String {
    let mut svg = String::new();
    let weight = if label.is_number { " font-weight=\"bold\"" } else { "" };
    for (place, text) in label.lines.iter().enumerate() {
        let from_middle = place as f64 - (label.lines.len() - 1) as f64 / 2.0;
        let baseline = label.middle.y + (from_middle * LINE_HEIGHT + 0.35) * label.size;
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}>{}</text>",
            px(label.middle.x),
            px(baseline),
            px(label.size),
            escaped(text)
        );
    }
    svg
}

/// A shape as an SVG path.
pub(super) fn closed(shape: &MultiPolygon<f64>) -> String {
    let mut path = String::new();
    for polygon in shape {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            let open = ring.0.split_last().map_or(&[][..], |(_, open)| open);
            line(&mut path, open);
            path.push('Z');
        }
    }
    path
}

/// Adds a line to an SVG path.
pub(super) fn line(path: &mut String, points: &[Coord<f64>]) {
    let mut last = None;
    for point in points {
        let here = (px(point.x), px(point.y));
        if last.as_ref() != Some(&here) {
            let _ = write!(path, "{}{},{}", if last.is_none() { "M" } else { "L" }, here.0, here.1);
        }
        last = Some(here);
    }
}
