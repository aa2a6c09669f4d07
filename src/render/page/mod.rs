//! The report of a plan as one web page that asks for nothing else.

use super::Shown;

/// The page, as HTML.
pub fn page(shown: &Shown) -> Vec<u8> {
    format!("<!DOCTYPE html>\n<html lang=\"{}\">\n", shown.language.code()).into_bytes()
}
