use std::collections::BTreeSet;

use super::merged_holdings::{become_one, leave, move_up};
use super::{Change, ChangeError, ChangeNote, StatedChange};
use zonewerk_core::plan::{Holding, NoSuchZone, Plan, Zone, find_zone};
use zonewerk_core::territory::{Id, IdVec, Territory, UnitId, ZoneId};

/// A plan while changes are made to it, each to what the ones before made of it.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    territory: &'a Territory,
    before: Plan,
    plan: Plan,
    continues: IdVec<ZoneId, Option<ZoneId>>,
    stated: Vec<StatedChange>,
    notes: Vec<ChangeNote>,
}

/// A plan with all changes made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The plan that was changed.
    pub before: Plan,
    /// What became of it.
    pub after: Plan,
    /// For each zone of the plan after, the zone before that it continues.
    pub continues: IdVec<ZoneId, Option<ZoneId>>,
    /// The changes, in the order in which they were made.
    pub stated: Vec<StatedChange>,
    /// What there is to know of how they were made.
    pub notes: Vec<ChangeNote>,
}

impl<'a> Draft<'a> {
    /// The plan as it is.
    pub fn of(territory: &'a Territory, plan: Plan) -> Self {
        let continues = plan.zones.ids().map(Some).collect();
        Self { territory, before: plan.clone(), plan, continues, stated: Vec::new(), notes: Vec::new() }
    }

    /// The plan as it is by now.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Adds something to know.
    pub fn note(&mut self, note: ChangeNote) {
        self.notes.push(note);
    }

    /// Makes a change. What of it can be made is made, so that later changes that build on it are
    /// not wrong too.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    pub fn apply(&mut self, stated: StatedChange) -> Result<(), Vec<ChangeError>> {
        let mut faults = Vec::new();
        match &stated.change {
            Change::Move { unit, zone } => match find_zone(&self.plan, zone) {
                Ok(zone) => self.place(*unit, Some(zone)),
                Err(fault) => faults.push(fault.into()),
            },
            Change::Place { unit, zone } => {
                // A plan, whole or in part, also names units that stay where they are.
                let notes = self.notes.len();
                self.place_by_name(*unit, zone.as_deref(), &mut faults);
                let is_news = |note: &ChangeNote| !matches!(note, ChangeNote::AlreadyThere { .. });
                let news: Vec<ChangeNote> = self.notes.drain(notes..).filter(is_news).collect();
                self.notes.extend(news);
            }
            Change::Merge { zones, name } => self.merge(zones, name.as_deref(), &mut faults),
            Change::New { name, units } => self.open(name, units, &mut faults),
            Change::Dissolve { zone } => match find_zone(&self.plan, zone) {
                Ok(zone) => self.dissolve(zone),
                Err(fault) => faults.push(fault.into()),
            },
            Change::Swap { units } => self.swap(*units, &mut faults),
        }
        self.stated.push(stated);
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// The plan with all changes made; zones that hold nothing any more are gone.
    pub fn finish(mut self) -> Proposal {
        let members = self.plan.members();
        let held_before = self.before.members();
        let emptied: Vec<ZoneId> = members
            .iter()
            .filter(|(zone, units)| {
                let held = self.continues[*zone].is_none_or(|before| !held_before[before].is_empty());
                units.is_empty() && held
            })
            .map(|(zone, _)| zone)
            .collect();
        for &zone in emptied.iter().rev() {
            let name = self.plan.zones[zone].name.clone();
            self.remove(zone);
            self.notes.push(ChangeNote::Emptied { zone: name });
        }
        Proposal {
            before: self.before,
            after: self.plan,
            continues: self.continues,
            stated: self.stated,
            notes: self.notes,
        }
    }

    fn place(&mut self, unit: UnitId, zone: Option<ZoneId>) {
        let to = zone.map_or(Holding::Unassigned, Holding::Whole);
        let from = &self.plan.holdings[unit];
        let label = self.label(unit);
        if *from == to {
            let zone = zone.map(|zone| self.plan.zones[zone].name.clone());
            self.notes.push(ChangeNote::AlreadyThere { unit: label, zone });
            return;
        }
        if let Holding::Parts(_) | Holding::Shared(_) = from {
            let zones = from.zones().into_iter().map(|zone| self.plan.zones[zone].name.clone()).collect();
            self.notes.push(ChangeNote::MadeWhole { unit: label, zones });
        }
        self.plan.holdings[unit] = to;
    }

    fn place_by_name(&mut self, unit: UnitId, name: Option<&str>, faults: &mut Vec<ChangeError>) {
        let Some(name) = name else { return self.place(unit, None) };
        match find_zone(&self.plan, name) {
            Ok(zone) => self.place(unit, Some(zone)),
            Err(NoSuchZone::Unknown { text, near }) => {
                let zone = self.push(Zone::new(text.clone()));
                self.notes.push(ChangeNote::NewZone { zone: text, near });
                self.place(unit, Some(zone));
            }
            Err(ambiguous) => faults.push(ambiguous.into()),
        }
    }

    fn merge(&mut self, names: &[String], name: Option<&str>, faults: &mut Vec<ChangeError>) {
        let mut zones: Vec<ZoneId> = Vec::new();
        for name in names {
            match find_zone(&self.plan, name) {
                Ok(zone) if zones.contains(&zone) => faults.push(ChangeError::ZoneTwice(name.clone())),
                Ok(zone) => zones.push(zone),
                Err(fault) => faults.push(fault.into()),
            }
        }
        if let (true, [] | [_]) = (faults.is_empty(), &zones[..]) {
            faults.push(ChangeError::OneZone);
        }
        let people = |zone: &ZoneId| (self.people(*zone), std::cmp::Reverse(*zone));
        let Some(largest) = zones.iter().copied().max_by_key(people) else { return };
        let name = name.map(str::trim).unwrap_or(&self.plan.zones[largest].name).to_owned();
        let taken = find_zone(&self.plan, &name).is_ok_and(|zone| !zones.contains(&zone));
        if name.is_empty() {
            faults.push(ChangeError::NoName);
        } else if taken {
            faults.push(ChangeError::NameTaken(name.clone()));
        }
        if !faults.is_empty() {
            return;
        }
        let regions: BTreeSet<String> =
            zones.iter().flat_map(|&zone| self.plan.zones[zone].regions.clone()).collect();
        if regions.len() > 1 {
            self.notes.push(ChangeNote::RegionChosen {
                zone: name.clone(),
                regions: regions.into_iter().collect(),
            });
        }
        self.plan.zones[largest].name = name;
        let mut absorbed: Vec<ZoneId> = zones.into_iter().filter(|&zone| zone != largest).collect();
        absorbed.sort_unstable();
        for holding in self.plan.holdings.values_mut() {
            become_one(holding, &absorbed, largest);
        }
        for zone in absorbed.into_iter().rev() {
            self.remove(zone);
        }
    }

    fn open(&mut self, name: &str, units: &[UnitId], faults: &mut Vec<ChangeError>) {
        let name = name.trim();
        if name.is_empty() {
            faults.push(ChangeError::NoName);
            return;
        }
        if find_zone(&self.plan, name).is_ok() {
            faults.push(ChangeError::NameTaken(name.to_owned()));
            return;
        }
        if units.is_empty() {
            faults.push(ChangeError::NoUnits(name.to_owned()));
        }
        let mut regions: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for &unit in units {
            for zone in self.plan.holdings[unit].zones() {
                regions.insert(self.plan.zones[zone].regions.clone());
            }
        }
        // A zone of units of one region lies in that region; of several, it is not known.
        let regions = regions.pop_first().filter(|_| regions.is_empty()).unwrap_or_default();
        let zone = self.push(Zone { name: name.to_owned(), regions });
        let mut seen = BTreeSet::new();
        for &unit in units {
            if seen.insert(unit) {
                self.place(unit, Some(zone));
            } else {
                faults.push(ChangeError::UnitTwice(self.label(unit)));
            }
        }
    }

    fn dissolve(&mut self, zone: ZoneId) {
        for holding in self.plan.holdings.values_mut() {
            leave(holding, zone);
        }
        self.remove(zone);
    }

    fn swap(&mut self, [a, b]: [UnitId; 2], faults: &mut Vec<ChangeError>) {
        if a == b {
            faults.push(ChangeError::UnitTwice(self.label(a)));
            return;
        }
        let place = |unit: UnitId| match &self.plan.holdings[unit] {
            Holding::Whole(zone) => Ok(*zone),
            Holding::Unassigned => Err(ChangeError::InNoZone(self.label(unit))),
            divided @ (Holding::Shared(_) | Holding::Parts(_)) => {
                let zones = divided.zones();
                let zones: Vec<&str> =
                    zones.iter().map(|&zone| self.plan.zones[zone].name.as_str()).collect();
                Err(ChangeError::Divided(self.label(unit), zones.join(", ")))
            }
        };
        match (place(a), place(b)) {
            (Ok(of_a), Ok(of_b)) if of_a == of_b => {
                let zone = self.plan.zones[of_a].name.clone();
                faults.push(ChangeError::SameZone(self.label(a), self.label(b), zone));
            }
            (Ok(of_a), Ok(of_b)) => {
                self.place(a, Some(of_b));
                self.place(b, Some(of_a));
            }
            (of_a, of_b) => faults.extend([of_a.err(), of_b.err()].into_iter().flatten()),
        }
    }

    fn push(&mut self, zone: Zone) -> ZoneId {
        self.continues.push(None);
        self.plan.zones.push(zone)
    }

    /// Takes out a zone that holds nothing; the zones after it move up.
    fn remove(&mut self, gone: ZoneId) {
        let without = |place: usize| place != gone.index();
        let zones = self.plan.zones.values().enumerate().filter(|(place, _)| without(*place));
        self.plan.zones = zones.map(|(_, zone)| zone.clone()).collect();
        let continues = self.continues.values().enumerate().filter(|(place, _)| without(*place));
        self.continues = continues.map(|(_, before)| *before).collect();
        for holding in self.plan.holdings.values_mut() {
            move_up(holding, gone);
        }
    }

    /// Inhabitants of a zone, those of parts of unknown population aside.
    fn people(&self, zone: ZoneId) -> u64 {
        let of_unit = |(unit, holding): (UnitId, &Holding)| match holding {
            Holding::Whole(of) if *of == zone => self.territory.unit(unit).population,
            Holding::Shared(zones) if zones.contains(&zone) => self.territory.unit(unit).population,
            Holding::Parts(parts) => {
                parts.iter().filter(|part| part.zone == zone).filter_map(|part| part.population).sum()
            }
            _ => 0,
        };
        self.plan.holdings.iter().map(of_unit).sum()
    }

    fn label(&self, unit: UnitId) -> String {
        self.territory.label(unit)
    }
}
