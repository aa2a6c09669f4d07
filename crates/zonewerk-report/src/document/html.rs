use super::{Block, Cell, Document, Table, Tone};
use zonewerk_core::words::visible_lines;

const STYLE: &str = include_str!("page.css");

pub(super) fn html(document: &Document) -> String {
    let title = escaped(&document.title);
    let body = blocks(&document.blocks);
    let language = document.language.code();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Pieces of a report, without the page around them.
pub(super) fn blocks(blocks: &[Block]) -> String {
    let mut body = String::new();
    for block in blocks {
        body += &match block {
            Block::Verdict { good, text } => {
                let class = if *good { "good" } else { "error" };
                format!("<p class=\"verdict {class}\">{}</p>\n", escaped(text))
            }
            Block::Heading(level, heading) => format!("<h{level}>{}</h{level}>\n", escaped(heading)),
            Block::Paragraph(text) => format!("<p>{}</p>\n", escaped(text.trim())),
            Block::List(items) => {
                let items: String =
                    items.iter().map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
                format!("<ul>\n{items}</ul>\n")
            }
            Block::Code(code) => format!("<pre>{}</pre>\n", escaped(code)),
            Block::Table(content) => table(content),
        };
    }
    body
}

fn table(content: &Table) -> String {
    let header: String = content.header.iter().map(|cell| element("th", " scope=\"col\"", cell)).collect();
    let rows = content.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, cell)| match place {
            0 => element("th", " scope=\"row\"", cell),
            _ => element("td", "", cell),
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    });
    let rows: String = rows.collect();
    format!(
        "<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead>\n<tr>{header}</tr>\n</thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
}

fn element(name: &str, attributes: &str, cell: &Cell) -> String {
    let tone = match cell.tone {
        Tone::Plain if cell.number => "number",
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Error => "error",
        Tone::Warning => "warning",
        Tone::Note => "note",
        Tone::Open => "open",
    };
    let class = if tone.is_empty() { String::new() } else { format!(" class=\"{tone}\"") };
    let meaning = escaped(&cell.meaning);
    let (title, spoken) = if meaning.is_empty() {
        (String::new(), String::new())
    } else {
        (format!(" title=\"{meaning}\""), format!("<span class=\"spoken\"> {meaning}</span>"))
    };
    format!("<{name}{attributes}{class}{title}>{}{spoken}</{name}>", escaped(&cell.text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in visible_lines(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
