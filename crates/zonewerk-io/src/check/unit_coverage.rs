//! Where no unit lies and where more than one does, from the loose edges alone.

use std::collections::BTreeMap;

use geo::bool_ops::FillRule;
use geo::{BooleanOps, Coord, LineString, MultiPolygon, OpType, Polygon};

use super::edge_tree::EdgeBox;
use super::open_borders::OpenBorders;
use super::unit_ring::PointKey;

/// The loose edges as rings around the places where a number of units other than one lies.
pub(super) struct Cover {
    rings: MultiPolygon,
    /// A rectangle around everything, clockwise.
    frame: Polygon,
    /// Points closer than this are the same after the computation on its grid, in coordinates of
    /// the map.
    pub grain: f64,
}

impl Cover {
    pub fn new(borders: &OpenBorders) -> Self {
        let bounds = EdgeBox::of(borders.loose.iter().flat_map(|edge| [edge.line.start, edge.line.end]));
        let (min, max) = if borders.loose.is_empty() {
            (Coord::default(), Coord::default())
        } else {
            (bounds.min, bounds.max)
        };
        let extent = (max.x - min.x).max(max.y - min.y);
        let (left, right) = (min.x - extent / 16.0, max.x + extent / 16.0);
        let (low, high) = (min.y - extent / 16.0, max.y + extent / 16.0);
        let corners = vec![(left, low), (left, high), (right, high), (right, low), (left, low)];
        Self {
            rings: walks(borders),
            frame: Polygon::new(LineString::from(corners), Vec::new()),
            // The overlay rounds to 2^-29 of half the extent.
            grain: extent / f64::from(1 << 27),
        }
    }

    /// The areas over which two or more units lie.
    pub fn deep(&self) -> MultiPolygon {
        if self.rings.0.is_empty() {
            return self.rings.clone();
        }
        // The frame lowers all winding numbers by one.
        let mut lowered = self.rings.clone();
        lowered.0.push(self.frame.clone());
        let nothing = MultiPolygon::new(Vec::new());
        lowered.boolean_op_with_fill_rule(&nothing, OpType::Union, FillRule::Positive)
    }

    /// The areas without a unit that are enclosed by units.
    pub fn bare(&self) -> Vec<Polygon> {
        if self.rings.0.is_empty() {
            return Vec::new();
        }
        let mut raised = self.frame.clone();
        raised.exterior_mut(|ring| ring.0.reverse());
        let bare = raised.boolean_op_with_fill_rule(&self.rings, OpType::Difference, FillRule::Positive);
        let left = self.frame.exterior().0[0].x;
        let outside =
            |area: &Polygon| area.exterior().0.iter().any(|point| (point.x - left).abs() <= self.grain);
        bare.into_iter().filter(|area| !outside(area)).collect()
    }
}

/// Closed walks that use each loose edge once.
fn walks(borders: &OpenBorders) -> MultiPolygon {
    let mut onward: BTreeMap<PointKey, Vec<Coord>> = BTreeMap::new();
    for edge in borders.loose.iter().rev() {
        onward.entry(edge.line.start.into()).or_default().push(edge.line.end);
    }
    let mut rings = Vec::new();
    for edge in &borders.loose {
        let mut walk = vec![edge.line.start];
        while let Some(next) = onward.get_mut(&walk[walk.len() - 1].into()).and_then(Vec::pop) {
            walk.push(next);
            if next == edge.line.start {
                break;
            }
        }
        if walk.len() > 3 {
            rings.push(Polygon::new(LineString::new(walk), Vec::new()));
        }
    }
    MultiPolygon::new(rings)
}
