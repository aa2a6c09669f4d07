use super::GraphReport;
use super::graph_report::edges;

/// The pairs of neighbours as a table, `unit,neighbour,border_m,kind`: each pair once, by
/// ascending codes; metres; `border`, `point` or `link`.
pub(super) fn edge_list(report: &GraphReport) -> Vec<u8> {
    let mut table = csv::WriterBuilder::new().from_writer(Vec::new());
    write(&mut table, report).expect("writing to memory succeeds");
    table.into_inner().expect("writing to memory succeeds")
}

fn write(table: &mut csv::Writer<Vec<u8>>, report: &GraphReport) -> csv::Result<()> {
    table.write_record(["unit", "neighbour", "border_m", "kind"])?;
    for edge in edges(report) {
        table.write_record([edge.unit, edge.neighbour, &edge.border_m.to_string(), edge.kind])?;
    }
    Ok(())
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
