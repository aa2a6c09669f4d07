//! The faults of a map that can change an answer, as every command tells them of the scenario it
//! reads.

use std::collections::BTreeSet;

use geo::{BoundingRect, Coord, MultiPolygon, Rect};

use super::{FaultExtent, OpenBorders, ShapeFaultKind, default_gap_width_m, gaps, overlaps, shape_faults};
use crate::Accepted;
use zonewerk_core::crs::{Crs, MapScale};
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::territory::{Id, IdVec, Territory, UnitId};
use zonewerk_core::topology::{NumberedMap, Topology};

/// With more faults than this a map is not worth trying what would close its gaps.
const MOST_TO_CLOSE: usize = 500;

type Shapes = IdVec<UnitId, MultiPolygon<f64>>;

/// The faults of a map that can change who is whose neighbour, or how long a border is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapFaults {
    /// Those, by kind and units; what the scenario accepts is none.
    pub faults: Vec<MapFault>,
    /// Within so many metres borders would have to be one for every gap to be closed, where that
    /// does it.
    pub closing_snap_m: Option<u32>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFault {
    /// What it is.
    pub kind: MapFaultKind,
    /// The units that it is about, ascending.
    pub units: Vec<UnitId>,
    /// How wide it is at most, in metres, where it has a width.
    pub width_m: Option<f64>,
    /// Its area in m2, where it has one.
    pub area_m2: Option<f64>,
}

/// What is wrong with a map between its units, or with a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapFaultKind {
    /// No unit lies there.
    Gap,
    /// Two units lie over each other.
    Overlap,
    /// Rings of a unit cross or lie where they bound no area: its inside is in doubt.
    CrossingRings,
}

impl MapFaultKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Gap, Self::Overlap, Self::CrossingRings];

    /// Kebab-case name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Overlap => "overlap",
            Self::CrossingRings => "crossing-rings",
        }
    }
}

impl MapFaults {
    /// The faults of a map whose borders were fitted within `snap_m`, without those that are accepted.
    pub fn of(
        (topology, crs): (&Topology, &Crs),
        territory: &Territory,
        accepted: &[Accepted],
        snap_m: f64,
    ) -> Self {
        let source: Shapes = topology.units().map(|unit| topology.source_geometry(unit)).collect();
        let ground = MapScale::of(crs, bounds(&source));
        let sheet = NumberedMap::new(&source);
        let shapes = sheet.shapes();
        let gap_width_m = default_gap_width_m(&shapes, &ground);
        let mut found = faults(&shapes, snap_m, gap_width_m, &ground);
        found.retain(|(code, fault)| !is_accepted(accepted, territory, code, &fault.units));
        let faults: Vec<MapFault> = found.into_iter().map(|(_, fault)| fault).collect();
        let closes = |snap: &u32| {
            let (snap, mut sheet) = (f64::from(*snap), sheet.clone());
            sheet.fit(snap, &ground);
            let left = self::faults(&sheet.shapes(), snap, gap_width_m, &ground);
            left.iter().all(|(_, fault)| fault.kind != MapFaultKind::Gap)
                && sheet.topology_on(crs).sides().over_each_other().is_empty()
        };
        // A strip that tapers is twice as wide as its mean width at one end.
        let widest = widest(&faults).filter(|_| faults.len() <= MOST_TO_CLOSE).into_iter();
        let tried = widest.flat_map(|widest| [round_up(widest), round_up(2.0 * widest)]).flatten();
        let closing_snap_m = tried.into_iter().find(closes);
        Self { faults, closing_snap_m }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// Those of a kind.
    pub fn of_kind(&self, kind: MapFaultKind) -> impl Iterator<Item = &MapFault> {
        self.faults.iter().filter(move |fault| fault.kind == kind)
    }

    /// The units that stand apart with a fault beside them, so that they may do so only because
    /// of it, ascending: those of every part of the map but the largest, where one is.
    pub fn apart(&self, graph: &Graph) -> Vec<UnitId> {
        let units: Vec<UnitId> = graph.units().collect();
        let parts = components(graph, &units);
        let mut part_of = vec![0; graph.len()];
        for (number, part) in parts.iter().enumerate() {
            part.iter().for_each(|unit| part_of[unit.index()] = number);
        }
        let size = parts.iter().map(Vec::len).max().unwrap_or_default();
        let largest = parts.iter().filter(|part| part.len() == size).count() == 1;
        let is_map = |part: usize| largest && parts[part].len() == size;
        let mut apart = BTreeSet::new();
        for fault in &self.faults {
            let touched: BTreeSet<usize> = fault.units.iter().map(|unit| part_of[unit.index()]).collect();
            if touched.len() > 1 {
                let set_apart = touched.into_iter().filter(|&part| !is_map(part));
                apart.extend(set_apart.flat_map(|part| parts[part].iter().copied()));
            }
        }
        apart.into_iter().collect()
    }
}

/// Each with the name that the check gives it.
fn faults(
    shapes: &Shapes,
    snap_m: f64,
    gap_width_m: f64,
    ground: &MapScale,
) -> Vec<(&'static str, MapFault)> {
    let shape_faults = shape_faults(shapes, ground);
    let borders = OpenBorders::new(shapes, &shape_faults);
    let gaps = gaps(shapes, &borders, gap_width_m, ground);
    let mut found = Vec::new();
    let mut add = |code, kind, units: Vec<UnitId>, width_m, area_m2| {
        found.push((code, MapFault { kind, units, width_m, area_m2 }));
    };
    for gap in gaps.closed.into_iter().filter(|gap| gap.is_narrow) {
        add("gap", MapFaultKind::Gap, gap.units, Some(gap.width_m), Some(gap.area_m2));
    }
    for gap in gaps.open {
        add("gap", MapFaultKind::Gap, gap.units.into(), Some(gap.greatest_width_m), Some(gap.area_m2));
    }
    for overlap in overlaps(shapes, &borders, snap_m, ground) {
        let (width, area) = (Some(overlap.width_m), Some(overlap.area_m2));
        add("overlap", MapFaultKind::Overlap, overlap.units.into(), width, area);
    }
    for fault in shape_faults.iter().filter(|fault| is_in_doubt(fault.kind)) {
        let area = match fault.extent {
            FaultExtent::AreaM2(area) => Some(area),
            FaultExtent::LengthM(_) => None,
        };
        add(fault.kind.code(), MapFaultKind::CrossingRings, vec![fault.unit], None, area);
    }
    found.sort_by(|(_, a), (_, b)| (a.kind, &a.units).cmp(&(b.kind, &b.units)));
    found
}

/// Whether area and borders of a unit are in doubt by such a fault.
fn is_in_doubt(kind: ShapeFaultKind) -> bool {
    match kind {
        ShapeFaultKind::SelfIntersection
        | ShapeFaultKind::CrossingRings
        | ShapeFaultKind::HoleOutside
        | ShapeFaultKind::HoleInHole
        | ShapeFaultKind::PartsOverlap
        | ShapeFaultKind::Tangle => true,
        ShapeFaultKind::SelfTouch
        | ShapeFaultKind::Spike
        | ShapeFaultKind::SharedEdge
        | ShapeFaultKind::SplitInterior => false,
    }
}

fn is_accepted(accepted: &[Accepted], territory: &Territory, code: &str, units: &[UnitId]) -> bool {
    let is_named = |one: &Accepted, unit: &UnitId| {
        let code = &territory.unit(*unit).code;
        one.units.is_empty() || one.units.contains(code)
    };
    accepted.iter().any(|one| one.fault == code && units.iter().all(|unit| is_named(one, unit)))
}

fn widest(faults: &[MapFault]) -> Option<f64> {
    let gaps = faults.iter().filter(|fault| fault.kind == MapFaultKind::Gap);
    gaps.filter_map(|gap| gap.width_m).max_by(f64::total_cmp)
}

/// A width rounded up to one digit: 98.3 to 100, 212 to 300.
fn round_up(width_m: f64) -> Option<u32> {
    let digit = 10_f64.powf(width_m.max(1.0).log10().floor());
    let rounded = (width_m / digit).ceil() * digit;
    (rounded.is_finite() && rounded < 1e9).then_some(rounded.max(1.0) as u32)
}

fn bounds(shapes: &Shapes) -> Option<Rect<f64>> {
    let boxes = shapes.values().filter_map(BoundingRect::bounding_rect);
    boxes.reduce(|a, b| {
        let min = Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) };
        let max = Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) };
        Rect::new(min, max)
    })
}
