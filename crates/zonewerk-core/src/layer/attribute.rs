use std::borrow::Cow;

/// An attribute of a feature, as the file types it.
#[derive(Clone, Debug, PartialEq)]
pub enum Attribute {
    /// Nothing: null, an absent property, an empty field.
    Blank,
    /// Text, without blanks around it; never empty.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Another number; may be no number at all.
    Number(f64),
    /// Anything else, as the file writes it: `true`, `[1,2]`, a date.
    Other(String),
}

impl Attribute {
    /// A text with the blanks around it taken off; blank when nothing is left.
    pub fn of_text(text: &str) -> Self {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }

    /// The value in words a table would use: `11002` for the number 11002.0. `None` when blank.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Blank => None,
            Self::Text(text) | Self::Other(text) => Some(Cow::Borrowed(text)),
            Self::Whole(number) => Some(Cow::Owned(number.to_string())),
            Self::Number(number) => Some(Cow::Owned(number.to_string())),
        }
    }
}
