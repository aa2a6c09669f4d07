use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::territory::{IdVec, PopulationSeries, Territory, UnitId};

/// What became of the populations of the territory itself, beside those of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnCount {
    /// They are one more count, of this day.
    Added(Date),
    /// The series has them too.
    Same(Date),
    /// The series has others of the same day, and those were used.
    Replaced {
        /// The day.
        day: Date,
        /// How many units differ.
        units: usize,
        /// Inhabitants of all units in the territory.
        own: u64,
        /// Inhabitants of all units in the series.
        series: u64,
    },
    /// Their day is not known, so they are no count.
    Undated,
}

/// Every count there is, by date.
pub(super) struct Timeline<'a> {
    counts: BTreeMap<Date, Count<'a>>,
    pub own: OwnCount,
}

/// Inhabitants of each unit on one day.
pub(super) enum Count<'a> {
    Own(&'a Territory),
    Series(&'a IdVec<UnitId, u64>),
}

impl Count<'_> {
    /// Inhabitants of a unit; none of a unit that the series does not have.
    pub fn of(&self, unit: UnitId) -> u64 {
        match self {
            Self::Own(territory) => territory.unit(unit).population,
            Self::Series(counts) => counts.get(unit).copied().unwrap_or(0),
        }
    }
}

impl<'a> Timeline<'a> {
    pub fn new(territory: &'a Territory, series: &'a PopulationSeries) -> Self {
        let counts = series.counts.iter().map(|(&day, counts)| (day, Count::Series(counts)));
        let mut counts: BTreeMap<Date, Count> = counts.collect();
        let own = match territory.population_date {
            None => OwnCount::Undated,
            Some(day) => match counts.get(&day) {
                Some(other) => compared(territory, day, other),
                None => {
                    counts.insert(day, Count::Own(territory));
                    OwnCount::Added(day)
                }
            },
        };
        Self { counts, own }
    }

    pub fn dates(&self) -> Vec<Date> {
        self.counts.keys().copied().collect()
    }

    /// The counts, by date ascending.
    pub fn counts(&self) -> impl Iterator<Item = &Count<'a>> {
        self.counts.values()
    }
}

fn compared(territory: &Territory, day: Date, series: &Count) -> OwnCount {
    let units = || territory.units().iter();
    match units().filter(|(id, unit)| series.of(*id) != unit.population).count() {
        0 => OwnCount::Same(day),
        differ => OwnCount::Replaced {
            day,
            units: differ,
            own: units().fold(0, |sum, (_, unit)| sum.saturating_add(unit.population)),
            series: units().fold(0, |sum, (id, _)| sum.saturating_add(series.of(id))),
        },
    }
}
