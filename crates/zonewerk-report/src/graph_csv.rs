use super::GraphReport;
use super::csv_table::csv_table;
use super::graph_report::edges;

/// The pairs of neighbours as a table, `unit,neighbour,border_m,kind`: each pair once, by
/// ascending codes; metres, and nothing where no length is known; `border`, `point` or `link`.
pub(super) fn edge_list(report: &GraphReport) -> Vec<u8> {
    csv_table(|table| {
        table.row(["unit", "neighbour", "border_m", "kind"]);
        for edge in edges(report) {
            let border_m = edge.border_m.map_or(String::new(), |metres| metres.to_string());
            table.row([edge.unit, edge.neighbour, &border_m, edge.kind]);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_sample::GraphSample;

    #[test]
    fn each_pair_stands_once_with_its_kind() {
        let table = String::from_utf8(edge_list(&GraphSample::new().report())).unwrap();
        insta::assert_snapshot!(table, @r#"
        unit,neighbour,border_m,kind
        a1,b1,1113,border
        a1,b2,0,point
        a2,b1,0,point
        a2,b2,1113,border
        b1,b2,1106,border
        b2,d1,0,link
        d1,d2,1106,border
        "#);
    }
}
