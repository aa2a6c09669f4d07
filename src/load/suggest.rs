/// The word nearest to `wanted` by edit distance, where one is near enough to be meant.
pub(super) fn closest<'a>(wanted: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near_enough = (wanted.chars().count() / 3).max(1);
    let distances = words.into_iter().map(|word| (distance(wanted, word), word));
    distances.filter(|&(distance, _)| distance <= near_enough).min().map(|(_, word)| word)
}

/// Edits of one letter, case aside, that turn one word into the other (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.to_lowercase().chars().collect(), b.to_lowercase().chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let words = ["population_2021", "population_2022", "name_nl"];
        for (wanted, expected) in [
            ("Population_2022", Some("population_2022")),
            ("population2022", Some("population_2022")),
            ("name_fr", Some("name_nl")),
            ("nis", None),
        ] {
            assert_eq!(closest(wanted, words), expected, "{wanted}");
        }
    }
}
