//! The rules as a catalogue: all of them in a table, one in full, or the whole reference;
//! with what each profile makes of them.

mod asked;
mod guide;
mod json;
mod markdown;
mod text;
mod value;
mod words;

use zonewerk_audit::{RULES, Rule};
use zonewerk_core::problem::Profile;
use zonewerk_core::words::Language;

/// Rules to explain, and the profiles to show them under.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// The only rule to explain; all of them where `None`.
    pub rule: Option<&'static Rule>,
    /// The profiles, side by side.
    pub profiles: Vec<Profile>,
}

/// How rules are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesForm {
    /// For a terminal, 100 columns wide.
    Text,
    /// For programs.
    Json,
    /// Markdown: a reference of all rules and profiles, or the section of one rule.
    Markdown,
}

/// The rules in one form.
pub fn rule_book(book: &RuleBook, form: RulesForm, language: Language) -> Vec<u8> {
    match form {
        RulesForm::Text => text::text(book, language).into_bytes(),
        RulesForm::Json => json::json(book, language),
        RulesForm::Markdown => markdown::markdown(book, language).into_bytes(),
    }
}

/// The JSON Schema of [`RulesForm::Json`].
pub fn rules_schema() -> Vec<u8> {
    json::schema()
}

impl RuleBook {
    fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let all = RULES.iter().copied();
        all.filter(|rule| self.rule.is_none_or(|only| only.id.name() == rule.id.name()))
    }
}
