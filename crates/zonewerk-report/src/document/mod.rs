//! A report as headings, paragraphs, lists and tables, written once and shown as text,
//! Markdown or HTML.

mod html;
mod markdown;
mod text;

use super::ink::Ink;
use zonewerk_core::words::Language;

/// A report.
pub(super) struct Document {
    pub(super) title: String,
    pub(super) language: Language,
    pub(super) blocks: Vec<Block>,
}

/// Pieces of a report as HTML, without a page around them.
pub(super) fn blocks_html(blocks: &[Block]) -> String {
    html::blocks(blocks)
}

/// One piece of a report, top to bottom.
pub(super) enum Block {
    /// The answer, which every other piece explains.
    Verdict {
        good: bool,
        text: String,
    },
    /// A heading of level 2 or 3, below the title.
    Heading(u8, String),
    Paragraph(String),
    List(Vec<String>),
    /// Text to be copied as it is.
    Code(String),
    Table(Table),
}

/// A table; the first column names the row.
pub(super) struct Table {
    pub(super) header: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// One field of a table.
#[derive(Clone, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// What it stands for, where the text is only a mark.
    pub(super) meaning: String,
    pub(super) tone: Tone,
    /// Whether it is a number, set to the right.
    pub(super) number: bool,
}

/// How a field is coloured where there is colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    #[default]
    Plain,
    Good,
    Error,
    Warning,
    Note,
    Open,
}

impl Document {
    /// For a terminal, at most 100 columns wide.
    pub(super) fn to_text(&self, ink: Ink) -> String {
        text::text(self, ink)
    }

    /// As Markdown.
    pub(super) fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// As one HTML page that asks for nothing else.
    pub(super) fn to_html(&self) -> String {
        html::html(self)
    }
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn number(text: impl Into<String>) -> Self {
        Self { text: text.into(), number: true, ..Self::default() }
    }

    pub(super) fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone, ..Self::default() }
    }

    pub(super) fn meaning(mut self, meaning: impl Into<String>) -> Self {
        self.meaning = meaning.into();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Document {
        let header =
            vec![Cell::text("Zone"), Cell::number("Inhabitants"), Cell::text("A").meaning("too-few")];
        let row = |name: &str, people: &str, cell: Cell| vec![Cell::text(name), Cell::number(people), cell];
        let mark = Cell::toned("✗", Tone::Error).meaning("error");
        let table = Table {
            header,
            rows: vec![row("Noord | <Oost>", "1,234", mark), row("Zuid", "12", Cell::text("·"))],
        };
        Document {
            title: "Audit of *a* & b".to_owned(),
            language: Language::English,
            blocks: vec![
                Block::Verdict { good: false, text: "Not compliant: 1 finding".to_owned() },
                Block::Heading(2, "Zones".to_owned()),
                Block::Table(table),
                Block::Heading(3, "too-few".to_owned()),
                Block::Paragraph("word ".repeat(30)),
                Block::List(vec!["zone Noord | <Oost>: 1_234 # inhabitants".to_owned()]),
            ],
        }
    }

    #[test]
    fn text_fits_a_terminal() {
        insta::assert_snapshot!(sample().to_text(Ink::Plain), @r#"
        Not compliant: 1 finding

        Zones
         Zone             Inhabitants   A
        ──────────────────────────────────
         Noord | <Oost>         1,234   ✗
         Zuid                      12   ·
        ──────────────────────────────────

          too-few
          word word word word word word word word word word word word word word word word word word word
          word word word word word word word word word word word
          - zone Noord | <Oost>: 1_234 # inhabitants
        "#);
        assert!(sample().to_text(Ink::Plain).lines().all(|line| line.chars().count() <= 100));
    }

    #[test]
    fn markdown_keeps_what_people_wrote_literal() {
        insta::assert_snapshot!(sample().to_markdown(), @r#"
        # Audit of \*a\* & b

        **Not compliant: 1 finding**

        ## Zones

        | Zone | Inhabitants | A |
        | --- | ---: | --- |
        | Noord \| \<Oost\> | 1,234 | ✗ |
        | Zuid | 12 | · |

        ### too-few

        word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word

        - zone Noord \| \<Oost\>: 1\_234 \# inhabitants
        "#);
    }

    #[test]
    fn html_page_says_its_language_and_escapes_names() {
        let page = sample().to_html();
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
        assert!(page.contains("<title>Audit of *a* &amp; b</title>"));
        assert!(page.contains("<th scope=\"row\">Noord | &lt;Oost&gt;</th>"));
        assert!(page.contains("<td class=\"error\" title=\"error\">"));
        assert!(!page.contains("<Oost>") && !page.contains("http"), "nothing from elsewhere");
    }
}
