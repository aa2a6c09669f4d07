use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use super::{Block, Cell, Document, Table, Tone};
use crate::ink::Ink;
use crate::text::{LONGEST, WIDTH, paragraph, shortened};
use zonewerk_core::words::visible;

pub(super) fn text(document: &Document, ink: Ink) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        text += &match block {
            Block::Verdict { good, text } => {
                ink.paint(&paragraph("", text), if *good { Tone::Good } else { Tone::Error })
            }
            Block::Heading(2, heading) => format!("\n{}\n", visible(heading)),
            Block::Heading(_, heading) => format!("\n  {}\n", visible(heading)),
            Block::Paragraph(text) => paragraph("  ", text),
            Block::List(items) => items.iter().map(|item| paragraph("  - ", item)).collect(),
            Block::Code(code) => code.lines().map(|line| format!("    {}\n", visible(line))).collect(),
            Block::Table(content) => table(content, ink),
        };
    }
    text
}

fn table(content: &Table, ink: Ink) -> String {
    const RULE: LineStyle = LineStyle::none().fill('─').junction('─');
    let mut table = comfy_table::Table::new();
    table.load_style(TableStyle::new().header_separator(RULE).bottom_border(RULE));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(WIDTH).unwrap_or(u16::MAX));
    ink.apply(&mut table);
    table.set_header(content.header.iter().map(|one| cell(one, ink)));
    for row in &content.rows {
        table.add_row(row.iter().map(|one| cell(one, ink)));
    }
    format!("{}\n", table.trim_fmt())
}

fn cell(cell: &Cell, ink: Ink) -> comfy_table::Cell {
    let alignment = if cell.number { CellAlignment::Right } else { CellAlignment::Left };
    ink.cell(comfy_table::Cell::new(shortened(&cell.text, LONGEST)).set_alignment(alignment), cell.tone)
}
