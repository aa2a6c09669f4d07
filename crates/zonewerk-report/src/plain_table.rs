use comfy_table::{Cell, ContentArrangement, LineStyle, Table, TableStyle};

const RULE: LineStyle = LineStyle::none().fill('─').junction('─');

/// A table without lines between columns, ruled under its header and its last row.
pub(super) fn plain_table(header: impl IntoIterator<Item = impl Into<Cell>>) -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(RULE).bottom_border(RULE));
    table.set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(header.into_iter().map(Into::into).collect::<Vec<Cell>>());
    table
}
