//! Findings in the shapes: rings that bound no area, overlaps, gaps, slivers.

use geo::{Coord, MultiPolygon};

use super::checkup::{Placing, named};
use super::finding::{Finding, NamedUnit, Weight};
use super::{Extent, ShapeFaultKind, gaps, overlaps, shape_faults, slivers};
use crate::graph::{Graph, from_topology};
use crate::load::Survey;
use crate::territory::{IdVec, UnitId};

type Shapes = IdVec<UnitId, MultiPolygon<f64>>;

/// Faults of one unit's shape.
pub(super) fn faults(survey: &Survey, shapes: &Shapes, place: &Placing) -> Vec<Finding> {
    let told = |fault: &super::ShapeFault| {
        let (size, area_m2, length_m) = match fault.extent {
            Extent::AreaM2(area) => (format!("{} m2", figures(area)), Some(area), None),
            Extent::LengthM(length) => (format!("{} m", figures(length)), None, Some(length)),
        };
        let found = format!("{}, {size}", words(fault.kind));
        let effect = "borders are read edge by edge; area and inside of the unit are in doubt";
        let mut finding = Finding::problem(fault.kind.code(), found, effect);
        finding.size.area_m2 = area_m2;
        finding.size.length_m = length_m;
        place.put_plane(finding.about(vec![named(&survey.units, fault.unit)]), Some(fault.at))
    };
    let thin = |sliver: &super::Sliver| {
        let what = if sliver.is_whole_unit { "the unit is" } else { "a part of it is" };
        let found = format!(
            "{what} a sliver of {} m2, {} m wide",
            figures(sliver.area_m2),
            figures(sliver.width_m)
        );
        let effect = "it may border units that are no neighbours, or part those that are";
        let mut finding = Finding::problem("sliver", found, effect);
        finding.size.area_m2 = Some(sliver.area_m2);
        finding.size.width_m = Some(sliver.width_m);
        place.put_plane(finding.about(vec![named(&survey.units, sliver.unit)]), Some(sliver.at))
    };
    let faults = shape_faults(shapes);
    faults.iter().map(told).chain(slivers(shapes).iter().map(thin)).collect()
}

fn words(kind: ShapeFaultKind) -> &'static str {
    match kind {
        ShapeFaultKind::SelfIntersection => "a ring crosses itself",
        ShapeFaultKind::SelfTouch => "a ring passes the same point twice",
        ShapeFaultKind::Spike => "a ring runs forth and back over the same edge",
        ShapeFaultKind::CrossingRings => "two rings of one part cross",
        ShapeFaultKind::SharedEdge => "two rings share a stretch",
        ShapeFaultKind::HoleOutside => "a hole lies outside its exterior",
        ShapeFaultKind::HoleInHole => "a hole lies in another hole",
        ShapeFaultKind::SplitInterior => "rings that touch cut the inside in two",
        ShapeFaultKind::PartsOverlap => "two parts of the unit overlap",
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
