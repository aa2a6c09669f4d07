//! What people type: whether two texts are spelt alike, and which known word is near one.

/// The word nearest to `wanted` by edit distance, where one is near enough to be meant.
pub fn closest<'a>(wanted: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(wanted, words, 1).first().copied()
}

/// Texts of more letters are no words that somebody mistyped; comparing two takes the square of
/// their length.
const LONGEST: usize = 100;

/// The words nearest to `wanted` by edit distance that are near enough to be meant: so many at
/// most, each once, the nearest first.
pub fn nearest<'a>(wanted: &str, words: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let letters = wanted.chars().take(LONGEST + 1).count();
    if letters > LONGEST {
        return Vec::new();
    }
    // Of a single letter every other is one edit away.
    let near_enough = (letters / 3).max(1).min(letters.saturating_sub(1));
    // Each edit changes the length by one at most.
    let may_be_near =
        |word: &&str| word.chars().take(2 * LONGEST).count().abs_diff(letters) <= near_enough.max(1);
    let words = words.into_iter().filter(may_be_near);
    let distances = words.map(|word| (distance(wanted, word), word));
    let mut near: Vec<(usize, &str)> = distances.filter(|&(distance, _)| distance <= near_enough).collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(most).map(|(_, word)| word).collect()
}

/// A text as far as it tells names apart: in lower case, letters without their marks, and one
/// blank for hyphens, apostrophes and blanks.
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            '-' | '\u{2010}'..='\u{2015}' | '\'' | '\u{2018}' | '\u{2019}' | '`' => folded.push(' '),
            blank if blank.is_whitespace() => folded.push(' '),
            letter => folded.push_str(unmarked(&letter.to_string())),
        }
    }
    folded.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A small letter without its mark; itself where it has none.
fn unmarked(letter: &str) -> &str {
    const MARKED: [(&str, &str); 24] = [
        ("a", "àáâãäåāăą"),
        ("ae", "æ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęě"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"),
        ("ij", "ĳ"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("n", "ñńņň"),
        ("o", "òóôõöøōŏő"),
        ("oe", "œ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("ss", "ß"),
        ("t", "ţťŧț"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűų"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "źżž"),
    ];
    MARKED.iter().find(|(_, marked)| marked.contains(letter)).map_or(letter, |(plain, _)| plain)
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

    #[test]
    fn texts_that_are_no_words_are_not_compared() {
        let text = "a".repeat(1_000_000);
        let nearly = format!("{}b", &text[1..]);
        assert_eq!(closest(&text, [nearly.as_str()]), None);
        assert_eq!(closest(&text[..90], [text.as_str()]), None);
        assert_eq!(closest(&text[..90], [&text[..88], "b"]), Some(&text[..88]));
    }

    #[test]
    fn the_nearest_words_come_first_and_each_once() {
        let words = ["Norton", "Nortom", "Morton", "Norton", "Weston"];
        assert_eq!(nearest("Nortan", words, 3), ["Norton", "Morton", "Nortom"]);
        assert_eq!(nearest("Nortan", words, 1), ["Norton"]);
        assert_eq!(nearest("Easter", words, 3), Vec::<&str>::new());
    }

    #[test]
    fn names_are_told_apart_without_case_marks_and_hyphens() {
        for (one, other) in [
            ("Saint-Élie l’Ancien", "saint elie l'ancien"),
            ("  ÅRHUS ", "århus"),
            ("Straße", "STRASSE"),
            ("E\u{301}le\u{301}", "Éle"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("Norton"), folded("Nortons"));
    }
}
