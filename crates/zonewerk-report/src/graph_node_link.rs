use serde::Serialize;

use super::GraphReport;
use super::graph_report::{LinkFacts, edges};
use super::json_text::pretty;
use zonewerk_core::territory::Territory;

#[derive(Serialize)]
struct NodeLink<'a> {
    directed: bool,
    multigraph: bool,
    graph: Attributes<'a>,
    nodes: Vec<Node<'a>>,
    links: Vec<EdgeLink<'a>>,
}

#[derive(Serialize)]
struct Attributes<'a> {
    contiguity: Option<&'static str>,
    minimum_border_m: Option<u64>,
    removed_links: Vec<RemovedLink<'a>>,
}

/// A declared link that took adjacency away; the border stays on the map.
#[derive(Serialize)]
pub(super) struct RemovedLink<'a> {
    between: [&'a str; 2],
    border_m: Option<u64>,
    reason: &'a str,
    author: Option<&'a str>,
    date: Option<&'a str>,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    name: &'a str,
    population: u64,
}

#[derive(Serialize)]
struct EdgeLink<'a> {
    source: &'a str,
    target: &'a str,
    border_m: Option<u64>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
}

/// The graph as node-link JSON: nodes by code, edges under `links`. Removed links are an
/// attribute of the graph.
pub(super) fn node_link(report: &GraphReport) -> Vec<u8> {
    let nodes = report.territory.units().values().map(|unit| Node {
        id: unit.code.as_str(),
        name: &unit.name,
        population: unit.population,
    });
    let links = edges(report).map(|edge| EdgeLink {
        source: edge.unit,
        target: edge.neighbour,
        border_m: edge.border_m,
        kind: edge.kind,
        reason: edge.link.map(|link| link.reason.as_str()),
        author: edge.link.and_then(|link| link.author.as_deref()),
        date: edge.link.and_then(|link| link.date.as_deref()),
    });
    pretty(&NodeLink {
        directed: false,
        multigraph: false,
        graph: Attributes {
            contiguity: report.options.map(|options| options.contiguity.word()),
            minimum_border_m: report.options.map(|options| options.minimum_border_m),
            removed_links: removed_links(report),
        },
        nodes: nodes.collect(),
        links: links.collect(),
    })
}

/// The declared links that took adjacency away, in the order of the scenario.
pub(super) fn removed_links<'a>(report: &GraphReport<'a>) -> Vec<RemovedLink<'a>> {
    report.removed_links().map(|facts| removed_link(report.territory, facts)).collect()
}

fn removed_link<'a>(territory: &'a Territory, facts: &LinkFacts<'a>) -> RemovedLink<'a> {
    RemovedLink {
        between: facts.link.between.map(|unit| territory.unit(unit).code.as_str()),
        border_m: facts.border_m,
        reason: &facts.link.reason,
        author: facts.link.author.as_deref(),
        date: facts.link.date.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_sample::GraphSample;

    #[test]
    fn nodes_links_and_removed_links_stand_apart() {
        let file = String::from_utf8(node_link(&GraphSample::new().report())).unwrap();
        insta::assert_snapshot!(file, @r#"
        {
          "directed": false,
          "multigraph": false,
          "graph": {
            "contiguity": "queen",
            "minimum_border_m": 0,
            "removed_links": [
              {
                "between": [
                  "a1",
                  "a2"
                ],
                "border_m": 1106,
                "reason": "a river, no bridge < 5 km",
                "author": "J. & Co",
                "date": "2024-05-01"
              }
            ]
          },
          "nodes": [
            {
              "id": "a1",
              "name": "A & \"B\" <C>",
              "population": 100
            },
            {
              "id": "a2",
              "name": "Noord",
              "population": 101
            },
            {
              "id": "b1",
              "name": "Zuid",
              "population": 102
            },
            {
              "id": "b2",
              "name": "Zuidoost",
              "population": 103
            },
            {
              "id": "c1",
              "name": "Eiland",
              "population": 104
            },
            {
              "id": "d1",
              "name": "Ver",
              "population": 105
            },
            {
              "id": "d2",
              "name": "Verder",
              "population": 106
            }
          ],
          "links": [
            {
              "source": "a1",
              "target": "b1",
              "border_m": 1113,
              "kind": "border"
            },
            {
              "source": "a1",
              "target": "b2",
              "border_m": 0,
              "kind": "point"
            },
            {
              "source": "a2",
              "target": "b1",
              "border_m": 0,
              "kind": "point"
            },
            {
              "source": "a2",
              "target": "b2",
              "border_m": 1113,
              "kind": "border",
              "reason": "a tunnel",
              "author": "K",
              "date": "2024-05-01"
            },
            {
              "source": "b1",
              "target": "b2",
              "border_m": 1106,
              "kind": "border"
            },
            {
              "source": "b2",
              "target": "d1",
              "border_m": 0,
              "kind": "link",
              "reason": "a \"ferry\""
            },
            {
              "source": "d1",
              "target": "d2",
              "border_m": 1106,
              "kind": "border"
            }
          ]
        }
        "#);
    }
}
