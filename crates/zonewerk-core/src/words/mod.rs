//! What people read, in each language. Sentences stand in one file a language (`i18n` beside `src`, in
//! Fluent's format) and are said with [`say!`](crate::say); what a rule says of itself stands with the
//! rule, as [`Words`]. A test keeps the files equal in messages and variables.

mod bundle;
mod date;
mod language;
mod phrases;
mod spelling;
mod visible;

pub use crate::{message, say};
pub use bundle::{Message, Value};
pub use date::date;
#[doc(hidden)]
pub use i18n_embed_fl::fl;
pub use language::Language;
pub use phrases::{bounds, listed, number, sentence_list, strung};
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
            Language::Dutch => self.nl,
            // What a language does not say is said in English.
            _ => self.en,
        }
    }
}
