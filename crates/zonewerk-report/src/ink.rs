//! Colours of text for people: the one place that knows them.

use anstyle::{AnsiColor, Style};
use comfy_table::{Cell, Color, Table};

use super::document::Tone;

/// Whether text for people has colours. Whoever prints on a terminal knows; a file has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Letters only.
    #[default]
    Plain,
    /// With the escape codes of a terminal (ANSI).
    Coloured,
}

impl Ink {
    /// Lines in the colour of a tone, each by itself, so that one can be cut out.
    pub(super) fn paint(self, lines: &str, tone: Tone) -> String {
        let Some(colour) = colour(tone).filter(|_| self == Self::Coloured) else { return lines.to_owned() };
        let style = Style::new().fg_color(Some(colour.into()));
        let paint = |line: &str| match line.trim_end_matches('\n') {
            "" => line.to_owned(),
            letters => format!("{style}{letters}{style:#}{}", &line[letters.len()..]),
        };
        lines.split_inclusive('\n').map(paint).collect()
    }

    /// A field of a table in the colour of a tone.
    pub(super) fn cell(self, cell: Cell, tone: Tone) -> Cell {
        match colour(tone).filter(|_| self == Self::Coloured) {
            Some(AnsiColor::Green) => cell.fg(Color::DarkGreen),
            Some(AnsiColor::Red) => cell.fg(Color::DarkRed),
            Some(AnsiColor::Yellow) => cell.fg(Color::DarkYellow),
            Some(AnsiColor::Cyan) => cell.fg(Color::DarkCyan),
            _ => cell,
        }
    }

    /// Makes a table show its colours, or none, whatever it is printed on.
    pub(super) fn apply(self, table: &mut Table) {
        match self {
            Self::Plain => table.force_no_tty(),
            Self::Coloured => table.enforce_styling(),
        };
    }
}

fn colour(tone: Tone) -> Option<AnsiColor> {
    match tone {
        Tone::Good => Some(AnsiColor::Green),
        Tone::Error => Some(AnsiColor::Red),
        Tone::Warning => Some(AnsiColor::Yellow),
        Tone::Note | Tone::Open => Some(AnsiColor::Cyan),
        Tone::Plain => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_coloured_by_itself_and_plain_ink_changes_nothing() {
        let lines = "Not compliant\n\n  second line\n";
        assert_eq!(Ink::Plain.paint(lines, Tone::Error), lines);
        assert_eq!(
            Ink::Coloured.paint(lines, Tone::Error),
            "\u{1b}[31mNot compliant\u{1b}[0m\n\n\u{1b}[31m  second line\u{1b}[0m\n"
        );
        assert_eq!(Ink::Coloured.paint(lines, Tone::Plain), lines);
    }
}
