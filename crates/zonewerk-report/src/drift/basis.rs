use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Drifted, listed};
use zonewerk_core::drift::{Drift, OwnCount, ZoneDrift};
use zonewerk_core::territory::{Reading, SummedMerger, Unit, UnitId};
use zonewerk_core::words::{Language, Value, date, say};

/// What the report rests on, a sentence each: the line that is drawn, which counts there
/// are, what was assumed and what was summed.
pub(super) fn basis(drifted: &Drifted, language: Language) -> Vec<String> {
    let Some((_, drift)) = drifted.drifts.first() else { return Vec::new() };
    let file = [("file", drifted.file.shown_name().into())];
    let mut items = vec![say(language, "drift-input", &file), trend(drift, language), own(drift, language)];
    let series = drifted.series;
    items.extend(series.summed.iter().filter_map(|summed| of_merger(drifted, summed, language)));
    items.extend(series.read_as_new.iter().map(|(reading, dates)| as_new(reading, dates, language)));
    let parts: BTreeSet<UnitId> =
        drift.zones.values().flat_map(|zone: &ZoneDrift| zone.parts.clone()).collect();
    let parts: Vec<String> =
        parts.into_iter().map(|unit| named(drifted.scenario.territory.unit(unit))).collect();
    if !parts.is_empty() {
        items.push(say(language, "drift-basis-parts", &[("units", listed(&parts, language).into())]));
    }
    items
}

fn trend(drift: &Drift, language: Language) -> String {
    match drift.dates[..] {
        [first, .., last] => {
            let days = u64::try_from(first.duration_until(last).as_hours() / 24).unwrap_or(0);
            let values = [
                ("first", date(language, first).into()),
                ("last", date(language, last).into()),
                ("days", days.into()),
            ];
            say(language, "drift-basis-trend", &values)
        }
        _ => say(language, "drift-basis-no-trend", &[]),
    }
}

fn own(drift: &Drift, language: Language) -> String {
    let day = |day: Date| ("date", Value::from(date(language, day)));
    match drift.own {
        OwnCount::Added(of) => say(language, "drift-basis-added", &[day(of)]),
        OwnCount::Same(of) => say(language, "drift-basis-same", &[day(of)]),
        OwnCount::Replaced { day: of, units, own, series } => {
            let values = [day(of), ("units", units.into()), ("own", own.into()), ("series", series.into())];
            say(language, "drift-basis-replaced", &values)
        }
        OwnCount::Undated => say(language, "drift-basis-undated", &[]),
    }
}

fn of_merger(drifted: &Drifted, summed: &SummedMerger, language: Language) -> Option<String> {
    let merger = drifted.scenario.territory.mergers.get(summed.merger)?;
    let old: Vec<String> = merger.old_units.iter().map(named).collect();
    let values = [
        ("old", old.join(" + ").into()),
        ("new", format!("{} ({})", merger.new_name, merger.new_code).into()),
        ("dates", dates(&summed.dates, language).into()),
    ];
    Some(say(language, "drift-basis-summed", &values))
}

fn as_new(reading: &Reading, of: &[Date], language: Language) -> String {
    let partners: Vec<String> = reading.partners.iter().map(named).collect();
    let values = [
        ("code", reading.code.as_str().into()),
        ("name", reading.name.as_str().into()),
        ("dates", dates(of, language).into()),
        ("partners", listed(&partners, language).into()),
    ];
    say(language, "drift-basis-as-new", &values)
}

fn dates(dates: &[Date], language: Language) -> String {
    match dates {
        [] => String::new(),
        [day] => date(language, *day),
        [first, .., last] => {
            let values = [
                ("count", dates.len().into()),
                ("first", date(language, *first).into()),
                ("last", date(language, *last).into()),
            ];
            say(language, "drift-dates", &values)
        }
    }
}

fn named(unit: &Unit) -> String {
    format!("{} ({})", unit.name, unit.code)
}
