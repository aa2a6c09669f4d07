use zonewerk_core::problem::Period;
use zonewerk_core::words::{Language, date, say};

/// `from 1 July 2017 until 31 December 2017`; `None` where it is open at both ends.
pub(super) fn period(period: Period, language: Language) -> Option<String> {
    let day = |day| date(language, day);
    Some(match (period.from, period.until) {
        (Some(from), Some(until)) => {
            say!(language, "period-between", from = day(from), until = day(until))
        }
        (Some(from), None) => say!(language, "period-from", from = day(from)),
        (None, Some(until)) => say!(language, "period-until", until = day(until)),
        (None, None) => return None,
    })
}
