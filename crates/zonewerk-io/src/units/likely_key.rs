use std::collections::BTreeSet;

use zonewerk_core::layer::MapLayer;
use zonewerk_core::words::closest;

/// The column of a map that most likely holds the unit codes: the one that agrees with the
/// most of `wanted`, else one that has a different value in every feature.
pub(crate) fn likely_key<'a>(layer: &'a MapLayer, wanted: Option<&BTreeSet<&str>>) -> Option<&'a str> {
    let agreeing = |column: usize| {
        let wanted = wanted?;
        let agrees = |value: &str| wanted.contains(value) || wanted.contains(value.trim_start_matches('0'));
        let count = values(layer, column).flatten().filter(|value| agrees(value)).count();
        (2 * count >= wanted.len().max(1)).then_some(count)
    };
    let columns = 0..layer.columns.len();
    let best = columns.clone().filter_map(|column| Some((agreeing(column)?, column)));
    // The first of equals.
    if let Some((_, column)) = best.max_by_key(|&(count, column)| (count, usize::MAX - column)) {
        return Some(&layer.columns[column]);
    }
    let unique = columns.filter(|&column| is_unique(layer, column));
    let best = unique.min_by_key(|&column| {
        (!sounds_like_key(&layer.columns[column]), is_row_number(layer, column), column)
    });
    best.map(|column| layer.columns[column].as_str())
}

/// The column that is meant by a name that the map does not have.
pub(crate) fn meant_key<'a>(
    layer: &'a MapLayer,
    name: &str,
    wanted: Option<&BTreeSet<&str>>,
) -> Option<&'a str> {
    let near = closest(name, layer.columns.iter().map(String::as_str));
    near.or_else(|| likely_key(layer, wanted))
}

fn values(layer: &MapLayer, column: usize) -> impl Iterator<Item = Option<String>> + '_ {
    layer.features.iter().map(move |feature| feature.attribute(column).text().map(|text| text.into_owned()))
}

fn is_unique(layer: &MapLayer, column: usize) -> bool {
    let mut seen = BTreeSet::new();
    values(layer, column).all(|value| value.is_some_and(|value| seen.insert(value)))
}

/// Whether a column only counts the features.
fn is_row_number(layer: &MapLayer, column: usize) -> bool {
    let number = |value: Option<String>| value.and_then(|value| value.parse::<usize>().ok());
    values(layer, column)
        .enumerate()
        .all(|(row, value)| number(value).is_some_and(|n| n == row || n == row + 1))
}

fn sounds_like_key(name: &str) -> bool {
    let name = name.to_lowercase();
    ["code", "nis", "key", "fips", "geoid", "sleutel"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::layer::{Attribute, Feature, Shape, StatedCrs};

    fn layer(columns: &[(&str, &[&str])]) -> MapLayer {
        let rows = columns[0].1.len();
        let feature = |row: usize| Feature {
            number: row + 1,
            id: None,
            attributes: columns.iter().map(|(_, values)| Attribute::of_text(values[row])).collect(),
            shape: Shape::Empty,
        };
        MapLayer {
            file: "map".to_owned(),
            name: None,
            crs: StatedCrs::Nothing,
            columns: columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
            features: (0..rows).map(feature).collect(),
            encoding: None,
        }
    }

    #[test]
    fn the_column_that_tells_units_apart_is_the_key() {
        let map = layer(&[
            ("fid", &["1", "2", "3"]),
            ("province", &["A", "A", "B"]),
            ("name", &["x", "y", "z"]),
            ("NISCODE", &["11", "12", "21"]),
        ]);
        assert_eq!(likely_key(&map, None), Some("NISCODE"));
        assert_eq!(likely_key(&map, Some(&["x", "y", "q"].into())), Some("name"));
        assert_eq!(meant_key(&map, "NISCOD", None), Some("NISCODE"));
        assert_eq!(meant_key(&map, "something", Some(&["11", "12"].into())), Some("NISCODE"));
        let names = layer(&[("fid", &["1", "2", "3"]), ("name", &["x", "y", "z"])]);
        assert_eq!(likely_key(&names, None), Some("name"));
        assert_eq!(likely_key(&layer(&[("a", &["1", "1", "2"])]), None), None);
    }
}
