/// The word nearest to `wanted` by edit distance, where one is near enough to be meant.
pub(crate) fn closest<'a>(wanted: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near_enough = (wanted.chars().count() / 3).max(1);
    let distances = words.into_iter().map(|word| (distance(wanted, word), word));
    distances.filter(|&(distance, _)| distance <= near_enough).min().map(|(_, word)| word)
}

/// Edits of one letter and swaps of two neighbours, case aside, that turn one word into
/// the other (Levenshtein 1966; Damerau 1964, no letter moved twice).
fn distance(a: &str, b: &str) -> usize {
    let [a, b] = [a, b].map(|word| word.to_lowercase().chars().collect::<Vec<char>>());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let mut edits = (rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                .min(rows[i - 1][j] + 1)
                .min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                edits = edits.min(rows[i - 2][j - 2] + 1);
            }
            row.push(edits);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
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
            ("naem_nl", Some("name_nl")),
            ("nis", None),
            ("", None),
        ] {
            assert_eq!(closest(wanted, words), expected, "{wanted}");
        }
    }
}
