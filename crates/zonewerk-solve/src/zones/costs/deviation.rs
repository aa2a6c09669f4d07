use super::ZoneView;

/// `|P - ideal|` in inhabitants; 0 for a zone that only an exception allows.
pub(super) fn absolute(ideal: u64, zone: &ZoneView<'_>) -> u64 {
    if zone.excepted { 0 } else { zone.population.abs_diff(ideal) }
}

/// `(P - ideal)^2` in inhabitants squared; 0 for a zone that only an exception allows.
pub(super) fn squared(ideal: u64, zone: &ZoneView<'_>) -> u64 {
    absolute(ideal, zone).saturating_pow(2)
}
