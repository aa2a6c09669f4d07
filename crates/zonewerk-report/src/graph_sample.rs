//! A 2 x 2 grid near the equator with an island east of it, for the tests of every graph
//! format: a name that needs escaping, a link taken away, one that is added, and one
//! that was never needed.

use geo::{MultiPolygon, Rect};

use super::GraphReport;
use zonewerk_core::graph::{AdjacencyKind, Graph, GraphOptions, Suggestion, build, suggestions};
use zonewerk_core::territory::{Id, Link, LinkChange, Territory, Unit, UnitCode, UnitId};
use zonewerk_core::topology::Topology;

pub(super) struct GraphSample {
    territory: Territory,
    graph: Graph,
    options: GraphOptions,
    suggestions: Vec<Suggestion>,
}

impl GraphSample {
    pub(super) fn new() -> Self {
        let unit = |(place, name): (usize, &str)| Unit {
            code: UnitCode::new(["a1", "a2", "b1", "b2", "c1", "d1", "d2"][place]),
            name: name.to_owned(),
            population: 100 + place as u64,
        };
        let names = ["A & \"B\" <C>", "Noord", "Zuid", "Zuidoost", "Eiland", "Ver", "Verder"];
        let mut territory =
            Territory::new(names.into_iter().enumerate().map(unit).collect()).expect("codes differ");
        let link = |between: [usize; 2], change: LinkChange, reason: &str, author: Option<&str>| Link {
            between: between.map(UnitId::new),
            change,
            reason: reason.to_owned(),
            author: author.map(str::to_owned),
            date: author.map(|_| "2024-05-01".to_owned()),
        };
        territory.links = vec![
            link([0, 1], LinkChange::Remove, "a river, no bridge < 5 km", Some("J. & Co")),
            link([3, 5], LinkChange::Add, "a \"ferry\"", None),
            link([1, 3], LinkChange::Add, "a tunnel", Some("K")),
        ];
        let at = |(x, y): (f64, f64)| {
            let corner = |x: f64, y: f64| (x / 100.0, y / 100.0);
            MultiPolygon::from(Rect::new(corner(x, y), corner(x + 1.0, y + 1.0)).to_polygon())
        };
        let corners = [(0., 1.), (1., 1.), (0., 0.), (1., 0.), (1., 4.), (5., 0.), (6., 0.)];
        let topology = Topology::from_polygons(corners.into_iter().map(at).collect());
        let options = GraphOptions { contiguity: AdjacencyKind::Queen, minimum_border_m: 0 };
        let graph = build(&topology, &options).with_links(&territory);
        let suggestions = suggestions(&topology, &graph, &territory);
        Self { territory, graph, options, suggestions }
    }

    pub(super) fn report(&self) -> GraphReport<'_> {
        GraphReport::new(&self.territory, &self.graph, self.options, &self.suggestions)
    }
}
