//! Findings in the shapes: rings that bound no area, overlaps, gaps, slivers.

use geo::MultiPolygon;

use super::map_checkup::{Placing, named};
use super::map_finding::{FindingWeight, MapFinding};
use super::{
    ClosedGap, FaultExtent, OpenBorders, OpenGap, ShapeFault, ShapeFaultKind, UnitOverlap, gaps, overlaps,
    slivers,
};
use crate::Survey;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{IdVec, UnitId};

type UnitShapes = IdVec<UnitId, MultiPolygon<f64>>;

/// Faults of one unit's shape.
pub(super) fn faults(
    survey: &Survey,
    shapes: &UnitShapes,
    faults: &[ShapeFault],
    place: &Placing,
) -> Vec<MapFinding> {
    let told = |fault: &ShapeFault| {
        let (size, area_m2, length_m) = match fault.extent {
            FaultExtent::AreaM2(area) => (format!("{} m2", figures(area)), Some(area), None),
            FaultExtent::LengthM(length) => (format!("{} m", figures(length)), None, Some(length)),
        };
        let found = format!("{}, {size}", words(fault.kind));
        let effect = "borders are read edge by edge; area and inside of the unit are in doubt";
        let mut finding = MapFinding::problem(fault.kind.code(), found, effect);
        finding.size.area_m2 = area_m2;
        finding.size.length_m = length_m;
        place.put(finding.about(vec![named(&survey.units, fault.unit)]), Some(fault.at))
    };
    let thin = |sliver: &super::Sliver| {
        let what = if sliver.is_whole_unit { "the unit is" } else { "a part of it is" };
        let found =
            format!("{what} a sliver of {} m2, {} m wide", figures(sliver.area_m2), figures(sliver.width_m));
        let effect = "it may border units that are no neighbours, or part those that are";
        let mut finding = MapFinding::problem("sliver", found, effect);
        finding.size.area_m2 = Some(sliver.area_m2);
        finding.size.width_m = Some(sliver.width_m);
        place.put(finding.about(vec![named(&survey.units, sliver.unit)]), Some(sliver.at))
    };
    faults.iter().map(told).chain(slivers(shapes, faults, &survey.ground).iter().map(thin)).collect()
}

/// Overlaps and gaps between units; `graph` is that of the units of the files.
pub(super) fn between(
    survey: &Survey,
    shapes: &UnitShapes,
    faults: &[ShapeFault],
    graph: &Graph,
    gap_width_m: f64,
    place: &Placing,
) -> Vec<MapFinding> {
    let borders = OpenBorders::new(shapes, faults);
    let overlaps = overlaps(shapes, &borders, survey.snap_m, &survey.ground);
    let gaps = gaps(shapes, &borders, gap_width_m, &survey.ground);
    let overlaps = overlaps.iter().map(|overlap| of_overlap(survey, graph, overlap, place));
    let open = gaps.open.iter().map(|gap| of_open_gap(survey, graph, gap, place));
    let closed = gaps.closed.iter().map(|gap| of_closed_gap(survey, graph, gap, place));
    overlaps.chain(open).chain(closed).collect()
}

fn of_overlap(survey: &Survey, graph: &Graph, overlap: &UnitOverlap, place: &Placing) -> MapFinding {
    let found = format!("they share {} m2, {} m wide", figures(overlap.area_m2), figures(overlap.width_m));
    let mut finding = MapFinding::problem("overlap", found, border_of(graph, overlap.units));
    finding.size.area_m2 = Some(overlap.area_m2);
    finding.size.width_m = Some(overlap.width_m);
    let units = overlap.units.map(|unit| named(&survey.units, unit));
    place.put(finding.about(units.into()), Some(overlap.at))
}

fn of_open_gap(survey: &Survey, graph: &Graph, gap: &OpenGap, place: &Placing) -> MapFinding {
    let found = format!(
        "a strip of no unit between them, {} m long and up to {} m wide, {} m2",
        figures(gap.length_m),
        figures(gap.greatest_width_m),
        figures(gap.area_m2)
    );
    let mut finding = MapFinding::problem("gap", found, border_of(graph, gap.units));
    finding.size.area_m2 = Some(gap.area_m2);
    finding.size.width_m = Some(gap.width_m);
    finding.size.length_m = Some(gap.length_m);
    let units = gap.units.map(|unit| named(&survey.units, unit));
    place.put(finding.about(units.into()), Some(gap.at))
}

fn of_closed_gap(survey: &Survey, graph: &Graph, gap: &ClosedGap, place: &Placing) -> MapFinding {
    let (area, width) = (figures(gap.area_m2), figures(gap.width_m));
    let mut finding = if gap.is_narrow {
        let effect = match gap.units[..] {
            [a, b] => border_of(graph, [a, b]),
            _ => "borders across it are not in the graph".to_owned(),
        };
        MapFinding::problem("gap", format!("{area} m2 of no unit between them, {width} m wide"), effect)
    } else {
        let found = format!("{area} m2 of no unit inside the map, {width} m wide");
        let effect = "outer border for the units around it";
        MapFinding { weight: FindingWeight::Note, ..MapFinding::problem("hole", found, effect) }
    };
    finding.size.area_m2 = Some(gap.area_m2);
    finding.size.width_m = Some(gap.width_m);
    let units = gap.units.iter().map(|&unit| named(&survey.units, unit)).collect();
    place.put(finding.about(units), Some(gap.at))
}

/// What border two units have in the graph.
fn border_of(graph: &Graph, [a, b]: [UnitId; 2]) -> String {
    match graph.shared_borders(a).find(|neighbour| neighbour.unit == b) {
        Some(border) => format!("neighbours over {} m of border, but not where this is", border.border_m),
        None => "no neighbours in the graph".to_owned(),
    }
}

fn words(kind: ShapeFaultKind) -> &'static str {
    match kind {
        ShapeFaultKind::SelfIntersection => "a ring crosses itself",
        ShapeFaultKind::SelfTouch => "a ring passes the same point twice",
        ShapeFaultKind::Spike => "a ring runs forth and back over the same edge",
        ShapeFaultKind::CrossingRings => "two rings of one part cross",
        ShapeFaultKind::SharedEdge => "two rings of the unit share a stretch, as adjoining parts do",
        ShapeFaultKind::HoleOutside => "a hole lies outside its exterior",
        ShapeFaultKind::HoleInHole => "a hole lies in another hole",
        ShapeFaultKind::SplitInterior => "rings that touch cut the inside in two",
        ShapeFaultKind::PartsOverlap => "two parts of the unit overlap",
        ShapeFaultKind::Tangle => "rings cross in more than ten thousand places, all other checks left out",
    }
}

/// A size with as many digits as it deserves.
fn figures(size: f64) -> String {
    match size {
        size if size >= 100.0 => format!("{size:.0}"),
        size if size >= 1.0 => format!("{size:.1}"),
        size => format!("{size:.3}"),
    }
}
