use super::{Block, Cell, Document, Table};
use zonewerk_core::words::visible_lines;

pub(super) fn markdown(document: &Document) -> String {
    let mut text = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        text += &match block {
            Block::Verdict { text, .. } => format!("\n**{}**\n", escaped(text)),
            Block::Heading(level, heading) => {
                format!("\n{} {}\n", "#".repeat((*level).into()), escaped(heading))
            }
            Block::Paragraph(text) => format!("\n{}\n", escaped(text.trim())),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("- {}\n", escaped(item))).collect();
                format!("\n{items}")
            }
            Block::Code(code) => format!("\n```\n{}\n```\n", code.trim_end()),
            Block::Table(content) => table(content),
        };
    }
    text
}

fn table(content: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = String::from("\n");
    text += &line(content.header.iter().map(|cell| escaped(&cell.text)).collect());
    let rule = |cell: &Cell| if cell.number { "---:" } else { "---" }.to_owned();
    text += &line(content.header.iter().map(rule).collect());
    for row in &content.rows {
        text += &line(row.iter().map(|cell| escaped(&cell.text)).collect());
    }
    text
}

/// Text in which nothing is taken for Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in visible_lines(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            escaped.push('\\');
        }
        escaped.push(if letter == '\n' { ' ' } else { letter });
    }
    escaped
}
