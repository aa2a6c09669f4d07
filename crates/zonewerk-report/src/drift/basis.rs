use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Drifted, listed};
use zonewerk_core::drift::{Drift, OwnCount, ZoneDrift};
use zonewerk_core::territory::{CodeReading, SummedMerger, Unit, UnitId};
use zonewerk_core::words::{Language, date, say};

/// What the report rests on, a sentence each: the line that is drawn, which counts there
/// are, what was assumed and what was summed.
pub(super) fn basis(drifted: &Drifted, language: Language) -> Vec<String> {
    let Some((_, drift)) = drifted.drifts.first() else { return Vec::new() };
    let mut items = vec![
        say!(language, "drift-input", file = drifted.file.shown_name()),
        trend(drift, language),
        own(drift, language),
    ];
    let series = drifted.series;
    items.extend(series.summed.iter().filter_map(|summed| of_merger(drifted, summed, language)));
    items.extend(series.read_as_new.iter().map(|(reading, dates)| as_new(reading, dates, language)));
    let parts: BTreeSet<UnitId> =
        drift.zones.values().flat_map(|zone: &ZoneDrift| zone.parts.clone()).collect();
    let parts: Vec<String> =
        parts.into_iter().map(|unit| named(drifted.scenario.territory.unit(unit))).collect();
    if !parts.is_empty() {
        items.push(say!(language, "drift-basis-parts", units = listed(&parts, language)));
    }
    items
}

fn trend(drift: &Drift, language: Language) -> String {
    match drift.dates[..] {
        [first, .., last] => {
            let days = u64::try_from(first.duration_until(last).as_hours() / 24).unwrap_or(0);
            say!(
                language,
                "drift-basis-trend",
                first = date(language, first),
                last = date(language, last),
                days = days
            )
        }
        _ => say!(language, "drift-basis-no-trend"),
    }
}

fn own(drift: &Drift, language: Language) -> String {
    match drift.own {
        OwnCount::Added(of) => say!(language, "drift-basis-added", date = date(language, of)),
        OwnCount::Same(of) => say!(language, "drift-basis-same", date = date(language, of)),
        OwnCount::Replaced { day: of, units, own, series } => {
            let of = date(language, of);
            say!(language, "drift-basis-replaced", date = of, units = units, own = own, series = series)
        }
        OwnCount::Undated => say!(language, "drift-basis-undated"),
    }
}

fn of_merger(drifted: &Drifted, summed: &SummedMerger, language: Language) -> Option<String> {
    let merger = drifted.scenario.territory.mergers.get(summed.merger)?;
    let old: Vec<String> = merger.old_units.iter().map(named).collect();
    Some(say!(
        language,
        "drift-basis-summed",
        old = old.join(" + "),
        new = format!("{} ({})", merger.new_name, merger.new_code),
        dates = dates(&summed.dates, language)
    ))
}

fn as_new(reading: &CodeReading, of: &[Date], language: Language) -> String {
    let partners: Vec<String> = reading.partners.iter().map(named).collect();
    say!(
        language,
        "drift-basis-as-new",
        code = reading.code.as_str(),
        name = reading.name.as_str(),
        dates = dates(of, language),
        partners = listed(&partners, language)
    )
}

fn dates(dates: &[Date], language: Language) -> String {
    match dates {
        [] => String::new(),
        [day] => date(language, *day),
        [first, .., last] => {
            say!(
                language,
                "drift-dates",
                count = dates.len(),
                first = date(language, *first),
                last = date(language, *last)
            )
        }
    }
}

fn named(unit: &Unit) -> String {
    format!("{} ({})", unit.name, unit.code)
}
