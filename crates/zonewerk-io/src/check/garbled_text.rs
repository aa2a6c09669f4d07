//! Texts that were decoded wrongly.

/// What shows that a text was decoded wrongly, if anything does.
pub fn garbled(text: &str) -> Option<&'static str> {
    if text.contains('\u{FFFD}') {
        return Some("a letter that could not be decoded (U+FFFD)");
    }
    is_doubly_encoded(text).then_some("letters of UTF-8 that were taken for Latin-1")
}

/// Whether the letters, each taken for a byte of Latin-1, are UTF-8 with at least one
/// letter beyond ASCII: `LiÃ¨ge`.
fn is_doubly_encoded(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(latin_1).collect();
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

/// The byte that stands for a letter in Windows-1252.
fn latin_1(letter: char) -> Option<u8> {
    const FROM_0X80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match u32::from(letter) {
        code @ (0..=0x7F | 0xA0..=0xFF) => u8::try_from(code).ok(),
        _ => FROM_0X80
            .chars()
            .position(|other| other == letter)
            .and_then(|place| u8::try_from(0x80 + place).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_that_went_through_the_wrong_decoder_are_garbled() {
        for (text, expected) in [
            ("Liège", false),
            ("Mechelen", false),
            ("Sint-Katelijne-Waver", false),
            ("Ångström", false),
            ("Ille-et-Vilaine", false),
            ("Li\u{FFFD}ge", true),
            ("LiÃ¨ge", true),
            ("ItaliÃ«", true),
            ("CittÃ\u{a0}", true),
            ("Köln–Straße", false),
        ] {
            assert_eq!(garbled(text).is_some(), expected, "{text}");
        }
    }
}
