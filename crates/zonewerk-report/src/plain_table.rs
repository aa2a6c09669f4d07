use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};

const RULE: LineStyle = LineStyle::none().fill('─').junction('─');

/// A table without lines between columns, ruled under its header and its last row.
pub(super) fn plain_table(header: impl IntoIterator<Item = &'static str>) -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(RULE).bottom_border(RULE));
    table.set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(header);
    table
}
