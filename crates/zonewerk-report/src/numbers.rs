//! Numbers of people, units, zones and regions in words, exact or within bounds.

use zonewerk_core::problem::{CountBounds, PopulationBounds};
use zonewerk_core::words::{Language, say};

/// `1,234 inhabitants`
pub(crate) fn people(language: Language, number: u64) -> String {
    say!(language, "found-inhabitants", people = number)
}

/// `9 units`
pub(crate) fn units(language: Language, number: usize) -> String {
    say!(language, "found-units", units = number)
}

/// `1 zone`
pub(crate) fn zones(language: Language, number: u64) -> String {
    say!(language, "found-zones", zones = number)
}

/// `75,000 to 125,000`, and what stands before "inhabitants" where there is no upper end.
pub(crate) fn bounds(language: Language, bounds: PopulationBounds) -> String {
    match bounds.maximum() {
        Some(maximum) => say!(language, "bounds", minimum = bounds.minimum(), maximum = maximum),
        None if bounds.minimum() == 0 => say!(language, "bounds-any"),
        None => say!(language, "bounds-or-more", minimum = bounds.minimum()),
    }
}

/// `at least 3 zones`, `2 to 4 zones`; a minimum above the maximum is said as it is.
pub(crate) fn zones_within(language: Language, least: Option<u64>, most: Option<u64>) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => zones(language, least),
        (Some(least), Some(most)) if least > most => {
            say!(language, "count-zones-none", minimum = least, maximum = most)
        }
        (Some(least), Some(most)) => {
            say!(language, "count-zones-between", minimum = least, maximum = most)
        }
        (Some(least), None) => say!(language, "count-zones-at-least", minimum = least),
        (None, Some(most)) => say!(language, "count-zones-at-most", maximum = most),
        (None, None) => say!(language, "count-zones-any"),
    }
}

/// The same of bounds.
pub(crate) fn zones_of(language: Language, count: CountBounds) -> String {
    zones_within(language, count.minimum(), count.maximum())
}

/// `at most 1 region`, `any number of regions`.
pub(crate) fn regions_of(language: Language, count: CountBounds) -> String {
    match (count.minimum(), count.maximum()) {
        (Some(least), Some(most)) if least == most => say!(language, "found-regions", regions = least),
        (Some(least), Some(most)) => {
            say!(language, "count-regions-between", minimum = least, maximum = most)
        }
        (Some(least), None) => say!(language, "count-regions-at-least", minimum = least),
        (None, Some(most)) => say!(language, "count-regions-at-most", maximum = most),
        (None, None) => say!(language, "count-regions-any"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_thing_is_in_the_singular_in_each_language() {
        let count = |least, most| CountBounds::new(least, most).unwrap();
        for (least, most, english, dutch) in [
            (None, None, "any number of regions", "om het even hoeveel regio's"),
            (Some(1), None, "at least 1 region", "minstens 1 regio"),
            (None, Some(2_000), "at most 2,000 regions", "hoogstens 2.000 regio's"),
            (Some(3), Some(3), "3 regions", "3 regio's"),
            (Some(0), Some(1), "0 to 1 region", "0 tot 1 regio"),
        ] {
            let said = Language::ALL.map(|language| regions_of(language, count(least, most)));
            assert_eq!(said, [english, dutch]);
            let of_zones =
                [english, dutch].map(|said| said.replace("region", "zone").replace("regio's", "zones"));
            let of_zones = of_zones.map(|said| said.replace("regio", "zone"));
            assert_eq!(Language::ALL.map(|language| zones_of(language, count(least, most))), of_zones);
        }
        let none = zones_within(Language::English, Some(5), Some(1));
        assert_eq!(none, "at least 5 and at most 1 zone");
    }

    #[test]
    fn bounds_without_an_upper_end_say_so() {
        let said = |minimum, maximum| {
            let bounds_given = PopulationBounds::new(minimum, maximum).unwrap();
            Language::ALL.map(|language| bounds(language, bounds_given))
        };
        assert_eq!(said(75_000, Some(125_000)), ["75,000 to 125,000", "75.000 tot 125.000"]);
        assert_eq!(said(75_000, None), ["75,000 or more", "75.000 of meer"]);
        assert_eq!(said(0, None), ["any number of", "om het even hoeveel"]);
    }
}
