use super::{Language, say};

/// A number with its thousands set apart: `6,698,876`.
pub fn number(language: Language, number: u64) -> String {
    say!(language, "number", number = number)
}

/// Names one after the other; of a list longer than `most` the first, and how many follow.
pub fn listed<T: ToString>(language: Language, items: &[T], most: usize) -> String {
    joined(language, items, most, ", ")
}

/// Phrases one after the other, as [`listed`] does with names.
pub fn strung(language: Language, phrases: &[String], most: usize) -> String {
    joined(language, phrases, most, "; ")
}

/// Names within a sentence: `A, B and C`; of a list longer than `most` the first, and how many follow.
pub fn sentence_list<T: ToString>(language: Language, items: &[T], most: usize) -> String {
    match items {
        [before @ .., last] if !before.is_empty() && items.len() <= most => {
            let before = listed(language, before, most);
            say!(language, "list-last", before = before, last = last.to_string())
        }
        _ => listed(language, items, most),
    }
}

fn joined<T: ToString>(language: Language, items: &[T], most: usize, between: &str) -> String {
    let names: Vec<String> = items.iter().take(most).map(T::to_string).collect();
    let names = names.join(between);
    match items.len().saturating_sub(most) {
        0 => names,
        more => say!(language, "listed-more", names = names, more = more),
    }
}

/// Bounds with both ends included: `75,000 to 125,000`, `at least 75,000`; `None` where there
/// is no end.
pub fn bounds(language: Language, minimum: Option<u64>, maximum: Option<u64>) -> Option<String> {
    Some(match (minimum, maximum) {
        (Some(minimum), Some(maximum)) => {
            say!(language, "bounds", minimum = minimum, maximum = maximum)
        }
        (Some(minimum), None) => say!(language, "bounds-minimum", minimum = minimum),
        (None, Some(maximum)) => say!(language, "bounds-maximum", maximum = maximum),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_list_is_cut_after_so_many() {
        let numbers: Vec<u32> = (1..=12).collect();
        let english = |items: &[u32]| listed(Language::English, items, 10);
        assert_eq!(english(&numbers[..3]), "1, 2, 3");
        assert_eq!(english(&numbers[..10]), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assert_eq!(english(&numbers), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
        assert_eq!(english(&[]), "");
        let phrases = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(strung(Language::Dutch, &phrases, 2), "a; b en nog 1");
    }

    #[test]
    fn list_in_a_sentence_has_a_word_before_its_last_name() {
        let list = |names: &[&str]| sentence_list(Language::English, names, 3);
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(list(&["A", "B", "C", "D"]), "A, B, C and 1 more");
        assert_eq!(sentence_list(Language::Dutch, &["A", "B"], 3), "A en B");
    }

    #[test]
    fn bounds_name_the_ends_that_are_there() {
        let english = |minimum, maximum| bounds(Language::English, minimum, maximum);
        assert_eq!(english(Some(75_000), Some(125_000)).as_deref(), Some("75,000 to 125,000"));
        assert_eq!(english(Some(75_000), None).as_deref(), Some("at least 75,000"));
        assert_eq!(english(None, Some(1)).as_deref(), Some("at most 1"));
        assert_eq!(english(None, None), None);
    }
}
