use geo::{MultiPolygon, Polygon, Rect};

use super::*;
use crate::graph::{AdjacencyKind, Graph, GraphOptions, build, from_topology};
use crate::territory::Id;

/// Squares with a side of a tenth of a degree on the 51st parallel, at these columns and rows.
fn shape(squares: &[(u32, u32)]) -> MultiPolygon<f64> {
    let corner = |x: u32, y: u32| (5.0 + f64::from(x) / 10.0, 51.0 + f64::from(y) / 10.0);
    let square = |&(x, y): &(u32, u32)| Rect::new(corner(x, y), corner(x + 1, y + 1)).to_polygon();
    MultiPolygon::new(squares.iter().map(square).collect::<Vec<Polygon<f64>>>())
}

fn map(shapes: &[&[(u32, u32)]]) -> Topology {
    Topology::from_polygons(shapes.iter().map(|squares| shape(squares)).collect())
}

/// A row of five units, and one above it that lies over the first and over the last of them.
fn bridge() -> Topology {
    map(&[&[(0, 0)], &[(1, 0)], &[(2, 0)], &[(3, 0)], &[(4, 0)], &[(0, 1), (4, 1)]])
}

fn unit(number: usize) -> UnitId {
    UnitId::new(number)
}

fn parts_of(graph: &Graph) -> &MapParts {
    graph.map_parts().expect("a map was read")
}

#[test]
fn parts_touch_what_lies_along_their_border() {
    let graph = from_topology(&bridge());
    let parts = parts_of(&graph);
    assert_eq!(parts.in_several().collect::<Vec<_>>(), [unit(5)]);
    assert_eq!(parts.joints(unit(0), unit(5)), [[0, 0]]);
    assert_eq!(parts.joints(unit(5), unit(4)), [[1, 0]]);
    assert_eq!(parts.joints(unit(0), unit(1)), [[0, 0]]);
}

#[test]
fn squares_of_a_unit_that_share_a_border_are_one_part_and_those_that_meet_in_a_point_are_two() {
    let shapes: &[&[(u32, u32)]] = &[&[(0, 0), (1, 0), (2, 1)], &[(3, 0)]];
    let options = |contiguity, minimum_border_m| GraphOptions { contiguity, minimum_border_m };
    for (contiguity, minimum, number) in
        [(AdjacencyKind::Rook, 0, 2), (AdjacencyKind::Queen, 0, 1), (AdjacencyKind::Queen, 1, 2)]
    {
        let graph = build(&map(shapes), &options(contiguity, minimum));
        assert_eq!(parts_of(&graph).number(unit(0)), number, "{contiguity:?}, {minimum} m");
    }
}

#[test]
fn parts_that_meet_in_a_point_touch_where_points_make_neighbours() {
    // The second unit meets the first in a point by one part, and along a border by the other.
    let shapes: &[&[(u32, u32)]] = &[&[(0, 0)], &[(1, 1), (0, 2), (1, 3), (0, 4)], &[(0, 1)]];
    let queen = GraphOptions { contiguity: AdjacencyKind::Queen, minimum_border_m: 0 };
    let by_border = from_topology(&map(shapes));
    assert_eq!(parts_of(&by_border).number(unit(1)), 4);
    assert_eq!(parts_of(&by_border).joints(unit(1), unit(2)), [[0, 0], [1, 0]]);
    let by_points = build(&map(shapes), &queen);
    assert_eq!(parts_of(&by_points).number(unit(1)), 1);
    let apart: &[&[(u32, u32)]] = &[&[(0, 0)], &[(1, 1), (5, 5)]];
    assert_eq!(parts_of(&build(&map(apart), &queen)).joints(unit(0), unit(1)), [[0, 0]]);
}

#[test]
fn link_joins_the_parts_that_lie_nearest() {
    let map = map(&[&[(0, 0), (9, 0)], &[(3, 5), (6, 0)]]);
    let graph = from_topology(&map);
    assert_eq!(parts_of(&graph).joints(unit(0), unit(1)), [[1, 1]]);
    assert_eq!(parts_of(&graph).joints(unit(1), unit(0)), [[1, 1]]);
}

#[test]
fn main_part_is_the_largest_on_the_ground() {
    // Of squares of a tenth of a degree, the one nearer to the equator is the larger.
    let graph = from_topology(&map(&[&[(0, 7), (0, 0), (3, 3)]]));
    assert_eq!(parts_of(&graph).main(unit(0)), 1);
}

#[test]
fn gap_is_geodesic_and_area_that_of_all_parts() {
    let graph = from_topology(&bridge());
    let parts = parts_of(&graph);
    let pieces = [vec![(unit(0), 0), (unit(5), 0)], vec![(unit(4), 0), (unit(5), 1)]];
    // Three tenths of a degree on the 51.2th parallel, on WGS 84.
    let expected = 0.3 * 111_412.84 * 51.2_f64.to_radians().cos() - 0.3 * 93.5 * 153.6_f64.to_radians().cos();
    let gaps = parts.gaps_m(&pieces).unwrap();
    assert!(gaps.iter().all(|&gap| (gap as f64 - expected).abs() < 2.0), "{gaps:?}, not {expected}");
    let area = parts.area_m2(&pieces[0]).unwrap() as f64;
    let by_hand = 0.2 * 111_250.0 * expected / 3.0;
    assert!((area / by_hand - 1.0).abs() < 0.01, "{area}, not {by_hand}");
    assert_eq!(parts.gaps_m(&pieces[..1]), None);
}

#[test]
fn long_edge_is_straight_in_longitude_and_latitude() {
    // An edge of ten degrees along the 60th parallel: the chord runs kilometres north of it.
    let rect =
        |south: f64, north: f64| MultiPolygon::from(Rect::new((0.0, south), (10.0, north)).to_polygon());
    let map = Topology::from_polygons([rect(59.0, 60.0), rect(60.01, 61.0)].into_iter().collect());
    let gaps = parts_of(&from_topology(&map)).gaps_m(&[vec![(unit(0), 0)], vec![(unit(1), 0)]]).unwrap();
    assert!(gaps.iter().all(|&gap| (gap as f64 - 1_114.2).abs() < 2.0), "{gaps:?}");
}

#[test]
fn a_graph_made_of_borders_knows_no_parts_and_a_grid_knows_that_there_are_none() {
    assert!(Graph::new(vec![0; 2], []).map_parts().is_none());
    assert_eq!(parts_of(&Graph::grid(2, 2)).in_several().count(), 0);
}

#[test]
fn main_part_is_the_largest_and_of_equals_the_first() {
    let parts = MapParts::new([(unit(0), vec![3, 7, 7]), (unit(1), vec![5])], []);
    assert_eq!((parts.main(unit(0)), parts.main(unit(1)), parts.number(unit(1))), (1, 0, 1));
    assert_eq!(parts.in_several().collect::<Vec<_>>(), [unit(0)]);
}

#[test]
fn link_without_shapes_joins_the_main_parts() {
    let parts = MapParts::new([(unit(1), vec![1, 2])], []);
    assert_eq!(parts.joints(unit(0), unit(1)), [[0, 1]]);
    assert_eq!(parts.joints(unit(1), unit(0)), [[1, 0]]);
}

/// Rectangles of one unit: west, south, east, north.
fn rectangles(of_unit: &[[f64; 4]]) -> MultiPolygon<f64> {
    let rectangle =
        |&[west, south, east, north]: &[f64; 4]| Rect::new((west, south), (east, north)).to_polygon();
    MultiPolygon::new(of_unit.iter().map(rectangle).collect())
}

#[test]
fn unit_cut_at_180_degrees_is_one_part() {
    let whole: &[[f64; 4]] = &[[179.9, 0.0, 180.0, 0.1], [-180.0, 0.0, -179.9, 0.1]];
    // Side by side at the meridian for nothing, or in a point.
    let passing: &[[f64; 4]] = &[[179.9, 1.0, 180.0, 1.1], [-180.0, 1.2, -179.9, 1.3]];
    let corner: &[[f64; 4]] = &[[179.9, 2.0, 180.0, 2.1], [-180.0, 2.1, -179.9, 2.2]];
    let map = Topology::from_polygons([whole, passing, corner].into_iter().map(rectangles).collect());
    for (contiguity, expected) in [(AdjacencyKind::Rook, [1, 2, 2]), (AdjacencyKind::Queen, [1, 2, 1])] {
        let graph = build(&map, &GraphOptions { contiguity, minimum_border_m: 0 });
        let numbers = [0, 1, 2].map(|place| parts_of(&graph).number(unit(place)));
        assert_eq!(numbers, expected, "{contiguity:?}");
    }
}

#[test]
fn parts_touch_over_180_degrees() {
    let map = Topology::from_polygons(
        [
            &[[170.0, 0.0, 170.1, 0.1], [179.9, 0.0, 180.0, 0.1]][..],
            &[[170.1, 0.0, 170.2, 0.1], [-180.0, 0.0, -179.9, 0.1]],
            // Beside the second part of the first unit in a point alone.
            &[[-180.0, 0.1, -179.9, 0.2]],
        ]
        .into_iter()
        .map(rectangles)
        .collect(),
    );
    let joints = |contiguity, a, b| {
        let graph = build(&map, &GraphOptions { contiguity, minimum_border_m: 0 });
        parts_of(&graph).joints(unit(a), unit(b))
    };
    assert_eq!(joints(AdjacencyKind::Rook, 0, 1), [[0, 0], [1, 1]]);
    assert_eq!(joints(AdjacencyKind::Queen, 0, 1), [[0, 0], [1, 1]]);
    assert_eq!(joints(AdjacencyKind::Queen, 0, 2), [[1, 0]]);
}
