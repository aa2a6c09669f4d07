use super::GraphReport;
use super::graph_node_link::removed_links;
use super::graph_report::edges;
use super::svg_text::escaped;

/// Keys of all that is told: key and name, what it is told of, type.
const KEYS: [(&str, &str, &str); 11] = [
    ("contiguity", "graph", "string"),
    ("minimum_border_m", "graph", "long"),
    ("removed_links", "graph", "string"),
    ("code", "node", "string"),
    ("name", "node", "string"),
    ("population", "node", "long"),
    ("border_m", "edge", "long"),
    ("kind", "edge", "string"),
    ("reason", "edge", "string"),
    ("author", "edge", "string"),
    ("date", "edge", "string"),
];

/// The graph as GraphML 1.0, nodes by code. GraphML has no lists: the removed links are
/// a graph attribute that holds JSON.
pub(super) fn graphml(report: &GraphReport) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    for (name, of, kind) in KEYS {
        text += &format!("  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n");
    }
    text += "  <graph edgedefault=\"undirected\">\n";
    let removed = serde_json::to_string(&removed_links(report)).unwrap_or_default();
    if let Some(options) = report.options {
        text += &data("    ", "contiguity", options.contiguity.word());
        text += &data("    ", "minimum_border_m", &options.minimum_border_m.to_string());
    }
    text += &data("    ", "removed_links", &removed);
    for unit in report.territory.units().values() {
        let code = unit.code.as_str();
        text += &format!("    <node id=\"{}\">\n", escaped(code));
        text += &data("      ", "code", code);
        text += &data("      ", "name", &unit.name);
        text += &data("      ", "population", &unit.population.to_string());
        text += "    </node>\n";
    }
    for edge in edges(report) {
        let [source, target] = [edge.unit, edge.neighbour].map(escaped);
        text += &format!("    <edge source=\"{source}\" target=\"{target}\">\n");
        if let Some(metres) = edge.border_m {
            text += &data("      ", "border_m", &metres.to_string());
        }
        text += &data("      ", "kind", edge.kind);
        if let Some(link) = edge.link {
            let told = [
                ("reason", Some(&link.reason)),
                ("author", link.author.as_ref()),
                ("date", link.date.as_ref()),
            ];
            for (key, words) in told {
                text += &words.map_or(String::new(), |words| data("      ", key, words));
            }
        }
        text += "    </edge>\n";
    }
    text + "  </graph>\n</graphml>\n"
}

fn data(indent: &str, key: &str, value: &str) -> String {
    format!("{indent}<data key=\"{key}\">{}</data>\n", escaped(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_sample::GraphSample;

    #[test]
    fn names_are_escaped_and_every_key_is_declared() {
        let file = graphml(&GraphSample::new().report());
        let options = roxmltree::ParsingOptions::default();
        let xml = roxmltree::Document::parse_with_options(&file, options).unwrap();
        let told: Vec<(&str, &str)> = xml
            .descendants()
            .filter(|node| node.has_tag_name("data"))
            .map(|data| (data.attribute("key").unwrap(), data.parent().unwrap().tag_name().name()))
            .collect();
        assert!(told.iter().all(|(key, of)| KEYS.iter().any(|(name, whose, _)| (name, whose) == (key, of))));
        assert!(KEYS.iter().all(|(name, of, _)| told.contains(&(*name, *of))));
        insta::assert_snapshot!(file, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
          <key id="contiguity" for="graph" attr.name="contiguity" attr.type="string"/>
          <key id="minimum_border_m" for="graph" attr.name="minimum_border_m" attr.type="long"/>
          <key id="removed_links" for="graph" attr.name="removed_links" attr.type="string"/>
          <key id="code" for="node" attr.name="code" attr.type="string"/>
          <key id="name" for="node" attr.name="name" attr.type="string"/>
          <key id="population" for="node" attr.name="population" attr.type="long"/>
          <key id="border_m" for="edge" attr.name="border_m" attr.type="long"/>
          <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
          <key id="reason" for="edge" attr.name="reason" attr.type="string"/>
          <key id="author" for="edge" attr.name="author" attr.type="string"/>
          <key id="date" for="edge" attr.name="date" attr.type="string"/>
          <graph edgedefault="undirected">
            <data key="contiguity">queen</data>
            <data key="minimum_border_m">0</data>
            <data key="removed_links">[{&quot;between&quot;:[&quot;a1&quot;,&quot;a2&quot;],&quot;border_m&quot;:1106,&quot;reason&quot;:&quot;a river, no bridge &lt; 5 km&quot;,&quot;author&quot;:&quot;J. &amp; Co&quot;,&quot;date&quot;:&quot;2024-05-01&quot;}]</data>
            <node id="a1">
              <data key="code">a1</data>
              <data key="name">A &amp; &quot;B&quot; &lt;C&gt;</data>
              <data key="population">100</data>
            </node>
            <node id="a2">
              <data key="code">a2</data>
              <data key="name">Noord</data>
              <data key="population">101</data>
            </node>
            <node id="b1">
              <data key="code">b1</data>
              <data key="name">Zuid</data>
              <data key="population">102</data>
            </node>
            <node id="b2">
              <data key="code">b2</data>
              <data key="name">Zuidoost</data>
              <data key="population">103</data>
            </node>
            <node id="c1">
              <data key="code">c1</data>
              <data key="name">Eiland</data>
              <data key="population">104</data>
            </node>
            <node id="d1">
              <data key="code">d1</data>
              <data key="name">Ver</data>
              <data key="population">105</data>
            </node>
            <node id="d2">
              <data key="code">d2</data>
              <data key="name">Verder</data>
              <data key="population">106</data>
            </node>
            <edge source="a1" target="b1">
              <data key="border_m">1113</data>
              <data key="kind">border</data>
            </edge>
            <edge source="a1" target="b2">
              <data key="border_m">0</data>
              <data key="kind">point</data>
            </edge>
            <edge source="a2" target="b1">
              <data key="border_m">0</data>
              <data key="kind">point</data>
            </edge>
            <edge source="a2" target="b2">
              <data key="border_m">1113</data>
              <data key="kind">border</data>
              <data key="reason">a tunnel</data>
              <data key="author">K</data>
              <data key="date">2024-05-01</data>
            </edge>
            <edge source="b1" target="b2">
              <data key="border_m">1106</data>
              <data key="kind">border</data>
            </edge>
            <edge source="b2" target="d1">
              <data key="border_m">0</data>
              <data key="kind">link</data>
              <data key="reason">a &quot;ferry&quot;</data>
            </edge>
            <edge source="d1" target="d2">
              <data key="border_m">1106</data>
              <data key="kind">border</data>
            </edge>
          </graph>
        </graphml>
        "#);
    }
}
