use jiff::civil::Date;

use super::{Language, say};

/// A day in words: `1 January 2022`.
pub fn date(language: Language, day: Date) -> String {
    let number = |number: i8| u64::from(number.unsigned_abs());
    let year = day.year().to_string();
    say!(language, "date", day = number(day.day()), month = number(day.month()), year = year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_is_in_the_words_of_the_language() {
        let days = [jiff::civil::date(2022, 1, 1), jiff::civil::date(1999, 12, 31)];
        assert_eq!(days.map(|day| date(Language::English, day)), ["1 January 2022", "31 December 1999"]);
        assert_eq!(days.map(|day| date(Language::Dutch, day)), ["1 januari 2022", "31 december 1999"]);
    }
}
