//! The plain domain types that everything else shares: units, their codes and
//! populations, declared links, mergers and groups. No geometry, no rules, no I/O.

mod group;
mod group_table;
mod id_vec;
mod link;
mod merger;
mod planned_merger;
mod population_series;
mod table_layout;
mod unit;
mod unit_and_zone_ids;
mod unit_lookup;

pub use group::{Group, GroupFamily, GroupRole};
pub use group_table::{GroupRow, GroupTable};
pub use id_vec::{Id, IdVec};
pub use link::{Link, LinkChange};
pub use merger::Merger;
pub use planned_merger::{MergerStatus, PlannedMerger};
pub use population_series::{PopulationSeries, SummedMerger};
pub use table_layout::{CodeReading, Mixed, TableLayout};
pub use unit::Unit;
pub use unit_and_zone_ids::{FamilyId, UnitCode, UnitId, ZoneId};
pub use unit_lookup::{NoSuchUnit, UnitMatch, find_named_unit, find_unit};
pub use unit_lookup::{SUGGESTED, or_is_it};

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::words::visible;

/// The units of a scenario with what is known of them, geometry apart.
///
/// Units stand in ascending order of their code, so the same input in another row
/// order is the same territory.
#[derive(Clone, Debug, Default)]
pub struct Territory {
    units: IdVec<UnitId, Unit>,
    by_code: BTreeMap<UnitCode, UnitId>,
    /// Names of units in other languages, where there are any; a merged unit has those of the
    /// units that carried its code or name.
    pub other_names: BTreeMap<UnitId, Vec<String>>,
    /// Adjacency declared by hand, each with its reason.
    pub links: Vec<Link>,
    /// Families of unit sets: provinces, circles, police zones.
    pub families: Vec<GroupFamily>,
    /// The mergers that were carried out to arrive at these units.
    pub mergers: Vec<Merger>,
    /// Mergers that are still to come, decided or expected.
    pub planned_mergers: Vec<PlannedMerger>,
    /// The day the inhabitants were counted, where known.
    pub population_date: Option<Date>,
}

/// Two units of one territory carry the same code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unit code {0} stands twice")]
pub struct DuplicateCode(pub UnitCode);

impl Territory {
    /// Sorts the units by code and numbers them.
    ///
    /// # Errors
    /// When two units carry the same code.
    pub fn new(mut units: Vec<Unit>) -> Result<Self, DuplicateCode> {
        units.sort_by(|a, b| a.code.cmp(&b.code));
        if let Some(pair) = units.windows(2).find(|pair| pair[0].code == pair[1].code) {
            return Err(DuplicateCode(pair[0].code.clone()));
        }
        let units: IdVec<UnitId, Unit> = units.into();
        let by_code = units.iter().map(|(id, unit)| (unit.code.clone(), id)).collect();
        Ok(Self { units, by_code, ..Self::default() })
    }

    /// All units, in ascending order of code.
    pub fn units(&self) -> &IdVec<UnitId, Unit> {
        &self.units
    }

    /// One unit.
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id]
    }

    /// The unit that carries this code.
    pub fn find(&self, code: &str) -> Option<UnitId> {
        self.by_code.get(code).copied()
    }

    /// The units of these codes; a code from before a merger is that of the merged unit, and
    /// one that the territory does not know is nobody's.
    pub fn find_all(&self, codes: &[String]) -> BTreeSet<UnitId> {
        let find = |code: &String| {
            self.find(code).or_else(|| {
                let merger = self.mergers.iter().find(|merger| merger.took_in(code))?;
                self.find(merger.new_code.as_str())
            })
        };
        codes.iter().filter_map(find).collect()
    }

    /// One family of groups.
    pub fn family(&self, id: FamilyId) -> &GroupFamily {
        &self.families[id.index()]
    }

    /// The family of groups of this name.
    pub fn find_family(&self, name: &str) -> Option<FamilyId> {
        self.families.iter().position(|family| family.name == name).map(FamilyId::new)
    }

    /// A unit's name, and its code in brackets.
    pub fn label(&self, unit: UnitId) -> String {
        let unit = self.unit(unit);
        format!("{} ({})", visible(&unit.name), visible(unit.code.as_str()))
    }

    /// Inhabitants of a set of units.
    pub fn population(&self, units: impl IntoIterator<Item = UnitId>) -> u64 {
        units.into_iter().map(|id| self.units[id].population).sum()
    }
}
