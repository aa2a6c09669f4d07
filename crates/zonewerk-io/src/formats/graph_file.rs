//! A territory as a graph: a table of pairs, or the JSON that networkx writes and GerryChain takes:
//! node-link (`nodes`, `links` or `edges`) or adjacency (`nodes`, `adjacency`). An edge may also be an
//! array of two nodes and a length.
//!
//! By hand: the formats are a few keys of a JSON document, and every fault is told with its place.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::formats::csv_table::{DelimitedTable, utf8};
use crate::formats::file_faults::Faults;
use crate::formats::json;
use crate::{InputPlace, InputProblems};
use zonewerk_core::layer::{Attribute, Feature, MapLayer, Shape, StatedCrs};

/// A graph as its file says it.
#[derive(Clone, Debug)]
pub(crate) struct FileGraph {
    /// The nodes with their attributes, as features without a shape; `None` in a table of pairs.
    pub(crate) nodes: Option<MapLayer>,
    /// Every edge, in the order of the file.
    pub(crate) edges: Vec<FileEdge>,
}

/// An edge as its file says it.
#[derive(Clone, Debug)]
pub(crate) struct FileEdge {
    /// Where it stands.
    pub(crate) place: InputPlace,
    /// What it joins: places of nodes, counted from 0, or the codes of units in a table of pairs.
    pub(crate) ends: EdgeEnds,
    /// Its length, as it is written; blank where it has none.
    pub(crate) length: Attribute,
}

/// What an edge joins.
#[derive(Clone, Debug)]
pub(crate) enum EdgeEnds {
    Nodes([usize; 2]),
    Codes([String; 2]),
}

const EXPECTED: &str = "a graph: a table of pairs with the columns unit and neighbour, or JSON with nodes and \
                        links, edges or adjacency, as networkx writes it";

/// Reads a graph; `length` names the attribute, or the column, with the length of an edge.
///
/// # Errors
/// When the file is no such graph, with every fault.
pub(crate) fn read(file: &str, bytes: &[u8], length: Option<&str>) -> Result<FileGraph, InputProblems> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let is_json = text.trim_ascii_start().first().is_some_and(|first| b"{[".contains(first));
    match is_json {
        true => of_json(file, &json::parse(file, utf8(file, bytes)?)?, length),
        false => of_table(&DelimitedTable::read(file, bytes)?, length),
    }
}

fn of_table(table: &DelimitedTable, length: Option<&str>) -> Result<FileGraph, InputProblems> {
    let [unit, neighbour] = table.columns(["unit", "neighbour"])?;
    let length = length.map(|length| table.column(length)).transpose()?;
    let edges = table.rows().iter().map(|row| FileEdge {
        place: InputPlace::Line(row.line),
        ends: EdgeEnds::Codes([row.get(unit).to_owned(), row.get(neighbour).to_owned()]),
        length: length.map_or(Attribute::Blank, |length| Attribute::of_text(row.get(length))),
    });
    Ok(FileGraph { nodes: None, edges: edges.collect() })
}

fn of_json(file: &str, root: &Value, length: Option<&str>) -> Result<FileGraph, InputProblems> {
    let mut faults = Faults::of(file);
    let Some(nodes) = root.get("nodes").and_then(Value::as_array) else {
        faults.add("no-graph", InputPlace::File, Some("nodes"), "no list of nodes", EXPECTED);
        return Err(faults.or(()).expect_err("a fault was told"));
    };
    let layer = nodes_layer(file, nodes, &mut faults);
    let is_directed = root.get("directed") == Some(&Value::Bool(true));
    let mut reader = GraphFileReader {
        numbers: numbers(&layer),
        nodes: nodes.len(),
        length,
        is_directed,
        faults,
        edges: Vec::new(),
    };
    let lists = ["links", "edges", "adjacency"];
    let lists = lists.into_iter().filter_map(|key| Some((key, root.get(key)?.as_array()?)));
    match lists.collect::<Vec<_>>().as_slice() {
        [("adjacency", lists)] => reader.adjacency(lists),
        [(_, links)] => links.iter().enumerate().for_each(|(place, link)| reader.link(place, link)),
        [] => reader.faults.add("no-graph", InputPlace::File, Some("links"), "no list of edges", EXPECTED),
        [(one, _), (other, _), ..] => {
            let found = format!("both {one} and {other}");
            reader.faults.add("no-graph", InputPlace::File, Some("links"), found, "one list of edges");
        }
    }
    let GraphFileReader { mut faults, mut edges, .. } = reader;
    if is_directed {
        edges = both_ways(edges, &layer, &mut faults);
    }
    faults.or(FileGraph { nodes: Some(layer), edges })
}

/// The edges of a directed graph, each once; one without an edge back of the same length is told.
fn both_ways(edges: Vec<FileEdge>, nodes: &MapLayer, faults: &mut Faults) -> Vec<FileEdge> {
    let ends = |edge: &FileEdge| match edge.ends {
        EdgeEnds::Nodes(ends) => Some(ends),
        EdgeEnds::Codes(_) => None,
    };
    let lengths: BTreeMap<[usize; 2], Attribute> =
        edges.iter().filter_map(|edge| Some((ends(edge)?, edge.length.clone()))).collect();
    let id = |node: usize| nodes.features[node].id.as_ref().and_then(Attribute::text).unwrap_or_default();
    let mut kept = Vec::new();
    for edge in edges {
        let Some([from, to]) = ends(&edge) else { continue };
        let fault = match lengths.get(&[to, from]) {
            None => "no edge back",
            Some(length) if *length != edge.length => "an edge back of another length",
            Some(_) if from > to => continue,
            Some(_) => {
                kept.push(edge);
                continue;
            }
        };
        let found = format!("from {} to {}, and {fault}", id(from), id(to));
        let expected = "\"directed\": false, or each edge in both directions with the same length: neighbours \
                        are so of each other";
        faults.add("one-way-edge", edge.place, None, found, expected);
    }
    kept
}

/// The nodes as features; a node without an `id` is known by its place, as networkx knows it.
fn nodes_layer(file: &str, nodes: &[Value], faults: &mut Faults) -> MapLayer {
    let mut columns: Vec<String> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for key in nodes.iter().filter_map(Value::as_object).flat_map(Map::keys) {
        places.entry(key).or_insert_with(|| {
            columns.push(key.clone());
            columns.len() - 1
        });
    }
    let features = nodes.iter().enumerate().map(|(place, node)| {
        if !node.is_object() {
            let found = json::excerpt(node);
            faults.add(
                "no-node",
                InputPlace::Feature(place + 1),
                None,
                found,
                "an object with the node's attributes",
            );
        }
        let mut attributes = vec![Attribute::Blank; columns.len()];
        for (key, value) in node.as_object().into_iter().flatten() {
            attributes[places[key.as_str()]] = attribute(value);
        }
        let id = node.get("id").map(attribute).filter(|id| *id != Attribute::Blank);
        Feature {
            number: place + 1,
            id: id.or(Some(Attribute::Whole(place as i64))),
            attributes,
            shape: Shape::Empty,
        }
    });
    let features = features.collect();
    MapLayer { file: file.to_owned(), name: None, crs: StatedCrs::Nothing, columns, features, encoding: None }
}

/// The place of each node by its `id`, as text; `None` for one that several have.
fn numbers(nodes: &MapLayer) -> BTreeMap<String, Option<usize>> {
    let mut numbers = BTreeMap::new();
    for (place, node) in nodes.features.iter().enumerate() {
        let id = node.id.as_ref().and_then(Attribute::text).unwrap_or_default().into_owned();
        numbers.entry(id).and_modify(|known| *known = None).or_insert(Some(place));
    }
    numbers
}

fn attribute(value: &Value) -> Attribute {
    match value {
        Value::Null => Attribute::Blank,
        Value::String(text) => Attribute::of_text(text),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Attribute::Whole(whole),
            (None, Some(number)) if number.fract() == 0.0 && number.abs() < 1e15 => {
                Attribute::Whole(number as i64)
            }
            (None, Some(number)) => Attribute::Number(number),
            (None, None) => Attribute::Other(number.to_string()),
        },
        other => Attribute::Other(json::excerpt(other)),
    }
}

struct GraphFileReader<'a> {
    numbers: BTreeMap<String, Option<usize>>,
    nodes: usize,
    length: Option<&'a str>,
    is_directed: bool,
    faults: Faults,
    edges: Vec<FileEdge>,
}

impl GraphFileReader<'_> {
    /// An edge of a list of edges.
    fn link(&mut self, place: usize, link: &Value) {
        let entry = InputPlace::Entry(format!("edge {}", place + 1));
        let [source, target] = match link {
            Value::Array(parts) => [parts.first(), parts.get(1)],
            link => [link.get("source"), link.get("target")],
        };
        let length = match link {
            Value::Array(parts) => parts.get(2),
            link => self.length.and_then(|length| link.get(length)),
        };
        let length = length.filter(|_| self.length.is_some()).map_or(Attribute::Blank, attribute);
        let ends = [("source", source), ("target", target)].map(|(field, end)| self.node(&entry, field, end));
        if let [Some(source), Some(target)] = ends {
            self.edges.push(FileEdge { place: entry, ends: EdgeEnds::Nodes([source, target]), length });
        }
    }

    /// A list for each node of those that it is joined to: each edge stands in two lists, and counts
    /// once where both agree.
    fn adjacency(&mut self, lists: &[Value]) {
        if lists.len() != self.nodes {
            let expected = format!("{} lists, one for each node", self.nodes);
            self.faults.add(
                "wrong-number-of-lists",
                InputPlace::File,
                Some("adjacency"),
                lists.len().to_string(),
                expected,
            );
            return;
        }
        let mut seen: BTreeMap<[usize; 2], (usize, Attribute)> = BTreeMap::new();
        for (from, list) in lists.iter().enumerate() {
            let entry = InputPlace::Entry(format!("adjacency {}", from + 1));
            let Some(list) = list.as_array() else {
                let found = json::excerpt(list);
                self.faults.add("no-list", entry, None, found, "a list of the nodes it is joined to");
                continue;
            };
            for other in list {
                let Some(to) = self.node(&entry, "id", other.get("id")) else { continue };
                let length =
                    self.length.and_then(|length| other.get(length)).map_or(Attribute::Blank, attribute);
                let pair = [from.min(to), from.max(to)];
                match seen.get(&pair) {
                    Some((first, known))
                        if !self.is_directed && *first != from && from != to && *known == length =>
                    {
                        continue;
                    }
                    Some(_) | None => {}
                }
                seen.insert(pair, (from, length.clone()));
                self.edges.push(FileEdge { place: entry.clone(), ends: EdgeEnds::Nodes([from, to]), length });
            }
        }
    }

    /// The place of a node that an edge names.
    fn node(&mut self, entry: &InputPlace, field: &str, id: Option<&Value>) -> Option<usize> {
        let expected = "the id of a node";
        let Some(id) = id else {
            self.faults.add("no-node", entry.clone(), Some(field), "nothing", expected);
            return None;
        };
        let id = attribute(id).text().unwrap_or_default().into_owned();
        match self.numbers.get(&id) {
            Some(Some(place)) => Some(*place),
            Some(None) => {
                let found = format!("{id}, which several nodes have");
                self.faults.add("no-node", entry.clone(), Some(field), found, "an id that one node has");
                None
            }
            None => {
                self.faults.add("no-node", entry.clone(), Some(field), id, expected);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(graph: &FileGraph) -> Vec<([usize; 2], Attribute)> {
        let ends = |edge: &FileEdge| match &edge.ends {
            EdgeEnds::Nodes(nodes) => *nodes,
            EdgeEnds::Codes(_) => panic!("nodes are meant"),
        };
        graph.edges.iter().map(|edge| (ends(edge), edge.length.clone())).collect()
    }

    fn json(text: &str) -> Result<FileGraph, InputProblems> {
        read("g.json", text.as_bytes(), Some("shared_perim"))
    }

    #[test]
    fn every_form_of_networkx_says_the_same() {
        let nodes = r#""nodes":[{"id":"x","POP":4},{"id":"y","POP":5.0},{"id":7,"POP":6}]"#;
        let links =
            r#"[{"source":"x","target":"y","shared_perim":2.5},{"source":"y","target":7,"shared_perim":3}]"#;
        let lists = r#"[[{"id":"y","shared_perim":2.5}],[{"id":"x","shared_perim":2.5},{"id":7,"shared_perim":3}],[{"id":"y","shared_perim":3}]]"#;
        let expected = [([0, 1], Attribute::Number(2.5)), ([1, 2], Attribute::Whole(3))];
        for text in [
            format!("{{{nodes},\"links\":{links}}}"),
            format!("{{{nodes},\"edges\":{links}}}"),
            format!("{{{nodes},\"adjacency\":{lists}}}"),
            format!("{{{nodes},\"edges\":[[\"x\",\"y\",2.5],[\"y\",7,3]]}}"),
        ] {
            let graph = json(&text).unwrap();
            assert_eq!(pairs(&graph), expected, "{text}");
            let nodes = graph.nodes.unwrap();
            let people: Vec<&Attribute> =
                nodes.features.iter().map(|node| node.attribute(nodes.column("POP").unwrap())).collect();
            assert_eq!(people, [4, 5, 6].map(Attribute::Whole).each_ref());
        }
    }

    #[test]
    fn directed_edges_count_where_both_directions_agree() {
        let nodes = r#""directed":true,"nodes":[{"id":"x"},{"id":"y"}]"#;
        let link = |from: &str, to: &str, metres: u32| {
            format!(r#"{{"source":"{from}","target":"{to}","shared_perim":{metres}}}"#)
        };
        let links = |links: &[String]| json(&format!("{{{nodes},\"links\":[{}]}}", links.join(",")));
        let both = links(&[link("y", "x", 2), link("x", "y", 2)]).unwrap();
        assert_eq!(pairs(&both), [([0, 1], Attribute::Whole(2))]);
        let lists = r#"[[{"id":"y","shared_perim":2}],[{"id":"x","shared_perim":2}]]"#;
        assert_eq!(pairs(&json(&format!("{{{nodes},\"adjacency\":{lists}}}")).unwrap()), pairs(&both));
        let said = links(&[link("x", "y", 2)]).unwrap_err().to_string();
        assert!(said.contains("edge 1") && said.contains("from x to y, and no edge back"), "{said}");
        let said = links(&[link("x", "y", 2), link("y", "x", 3)]).unwrap_err().to_string();
        assert!(said.contains("an edge back of another length"), "{said}");
        let lists = r#"[[{"id":"y","shared_perim":2}],[]]"#;
        let said = json(&format!("{{{nodes},\"adjacency\":{lists}}}")).unwrap_err().to_string();
        assert!(said.contains("no edge back"), "{said}");
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_graph() {
        let text = "\u{feff}{\"nodes\":[{\"id\":1},{\"id\":2}],\"links\":[{\"source\":1,\"target\":2}]}";
        assert_eq!(pairs(&json(text).unwrap()).len(), 1);
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let text = r#"{"nodes":[{"id":1},{"id":1},{"id":2},5],"links":[{"source":1,"target":2},{"source":9,"target":2},{"target":2},3]}"#;
        let said = json(text).unwrap_err().to_string();
        for part in ["feature 4", "edge 1", "which several nodes have", "edge 2", "edge 3", "edge 4"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        let said = json(r#"{"nodes":[{}],"adjacency":[]}"#).unwrap_err().to_string();
        assert!(said.contains("1 lists"), "{said}");
        assert!(json("{}").unwrap_err().to_string().contains("networkx"));
        assert!(read("g.csv", b"a,b\n", None).unwrap_err().to_string().contains("neighbour"));
    }
}
