//! What a proposal comes to: verdict before and after, who moves, what is touched, whom it
//! concerns; as text, Markdown or JSON.

mod changes;
mod concerned;
mod document;
mod drawn;
mod json;
mod json_fields;
mod moves;
mod remainder;
#[cfg(test)]
mod tests;
mod tried;
mod verdict;
mod zones;

pub use drawn::{Drawing, Drawn, DrawnPlan};
pub use remainder::{Remainder, open_zone_notes};
pub use tried::Tried;

use super::document::Block;
use super::ink::Ink;

/// How a report on a proposal is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriedForm {
    /// For a terminal, 100 columns wide.
    Text(Ink),
    /// Markdown.
    Markdown,
    /// Everything, for programs.
    Json,
}

/// The report on a proposal in pieces, for a page: everything that text and Markdown may list.
pub(super) fn tried_blocks(tried: &Tried, drawn: Option<&Drawn>) -> Vec<Block> {
    document::whole_blocks(tried, drawn)
}

/// The report on a proposal in one form; JSON is always complete.
pub fn tried_report(tried: &Tried, drawn: Option<&Drawn>, form: TriedForm) -> Vec<u8> {
    match form {
        TriedForm::Text(ink) => document::text(tried, drawn, ink).into_bytes(),
        TriedForm::Markdown => document::markdown(tried, drawn).into_bytes(),
        TriedForm::Json => json::json(tried, drawn),
    }
}
