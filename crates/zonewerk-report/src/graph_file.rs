use std::path::Path;

use super::GraphReport;
use super::graph_csv::edge_list;
use super::graph_graphml::graphml;
use super::graph_node_link::node_link;

/// A format of a graph file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GraphFile {
    /// A table of pairs, `unit,neighbour,border_m,kind`.
    EdgeList,
    /// GraphML 1.0.
    GraphMl,
    /// Node-link JSON, as networkx reads it with `edges="links"`.
    NodeLink,
}

impl GraphFile {
    /// Every format with its file name extension.
    pub const ALL: [(&'static str, Self); 3] =
        [("csv", Self::EdgeList), ("graphml", Self::GraphMl), ("json", Self::NodeLink)];

    /// The format that a file's name asks for by its extension, in whatever case.
    pub fn of(file: &Path) -> Option<Self> {
        let extension = file.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|(known, _)| *known == extension).map(|(_, format)| format)
    }

    /// The whole file.
    pub fn bytes(self, report: &GraphReport) -> Vec<u8> {
        match self {
            Self::EdgeList => edge_list(report),
            Self::GraphMl => graphml(report).into_bytes(),
            Self::NodeLink => node_link(report),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_names_the_format_in_whatever_case() {
        for (file, format) in [
            ("a.csv", Some(GraphFile::EdgeList)),
            ("b/c.GraphML", Some(GraphFile::GraphMl)),
            ("d.x.json", Some(GraphFile::NodeLink)),
            ("csv", None),
            (".csv", None),
            ("a.gml", None),
        ] {
            assert_eq!(GraphFile::of(Path::new(file)), format, "{file}");
        }
    }
}
