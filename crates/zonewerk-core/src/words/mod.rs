//! What people read, in each language. Sentences stand in one file a language
//! (`en.ftl`, `nl.ftl`, in Fluent's format); what a rule says of itself stands with the
//! rule, as [`Words`]. A test keeps the files equal in messages and variables.

mod bundle;
mod date;
mod language;
mod phrases;
mod spelling;
mod visible;

pub use bundle::{Value, say};
pub use date::date;
pub use language::Language;
pub use phrases::{bounds, listed, number, strung};
pub use spelling::{closest, folded, nearest};
pub use visible::{is_unseen, visible, visible_lines};

/// A text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// In English.
    pub en: &'static str,
    /// In Dutch.
    pub nl: &'static str,
}

impl Words {
    /// The text in one language.
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::Dutch => self.nl,
        }
    }
}
