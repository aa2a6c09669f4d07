//! What is asked of a plan: the rules of a profile, exceptions, fixed zones and the goal,
//! with every name resolved to a unit. Built from a scenario by a reader, or in code.

mod count_bounds;
mod exception;
mod goal;
mod goal_limit;
mod instance;
mod objective;
mod pin;
mod population_bounds;
mod profile;
mod regions;
mod rule_id;
mod rule_parameter;
mod subject_kind;

pub use count_bounds::CountBounds;
pub use exception::{Excepted, Exception};
pub use goal::{Counted, Goal, GoalError};
pub use goal_limit::Limit;
pub use instance::{Instance, InstanceError, InstanceErrors};
pub use objective::{Objective, ObjectiveError, Step, Term, Tolerance};
pub use pin::{Pin, PinKind};
pub use population_bounds::{BoundsError, PopulationBounds};
pub use profile::{
    GroupReading, Period, Profile, ProfileWords, RegionLevel, RuleSetting, RuleWeight, Severity, ZoneLevel,
};
pub use regions::Regions;
pub use rule_id::{Applies, RuleId, UnknownRule};
pub use rule_parameter::Parameter;
pub use subject_kind::SubjectKind;

use jiff::civil::Date;

use crate::plan::Plan;
use crate::territory::UnitId;

/// A validated question: draw zones under these rules, best by this goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rules, and the numbers they go by.
    pub profile: Profile,
    /// What may break a rule or have other bounds, each with its reason.
    pub exceptions: Vec<Exception>,
    /// Zones that are given and stay as they are.
    pub fixed_zones: Vec<FixedZone>,
    /// How many zones a plan must have; what the profile says of their number is a rule
    /// of its own, which may weigh less.
    pub zone_count: CountBounds,
    /// Where the regions come from.
    pub regions: Regions,
    /// Pins: demands on units that every plan must keep.
    pub pins: Vec<Pin>,
    /// The largest value that every plan may have in some goals.
    pub limits: Vec<Limit>,
    /// What the best plan has least of.
    pub objective: Objective,
    /// Inhabitants of an ideal zone, where the scenario names a number.
    pub ideal: Option<u64>,
    /// Inhabitants of an ideal region, where the scenario names a number.
    pub ideal_region: Option<u64>,
    /// The plan that people move from.
    pub base: Option<Plan>,
    /// The first day that the plan holds, where it is known: an exception that has ended by then
    /// is none.
    pub day: Option<Date>,
}

/// A zone that is given: the optimiser draws around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedZone {
    /// Name of the zone.
    pub name: String,
    /// Its units, ascending, each once. Where a unit lies in two fixed zones there is no plan.
    pub units: Vec<UnitId>,
    /// Why it is given.
    pub reason: String,
}

impl Problem {
    /// A question with bounds only: shortest total border, no exception, nothing fixed.
    pub fn within(bounds: PopulationBounds) -> Self {
        Self {
            profile: Profile::plain(bounds),
            exceptions: Vec::new(),
            fixed_zones: Vec::new(),
            zone_count: CountBounds::default(),
            regions: Regions::None,
            pins: Vec::new(),
            limits: Vec::new(),
            objective: Objective::in_order([Goal::BorderLength]),
            ideal: None,
            ideal_region: None,
            base: None,
            day: None,
        }
    }

    /// The same question under the rules of another profile.
    pub fn under(&self, profile: Profile) -> Self {
        Self { profile, ..self.clone() }
    }

    /// The same question for plans of so many zones.
    #[must_use]
    pub fn with_zone_count(self, count: CountBounds) -> Self {
        Self { zone_count: count, profile: self.profile.with_zone_count(count), ..self }
    }

    /// Inhabitants of a zone without an exception, as numbers: whether a plan must keep them, the
    /// rules of the profile say.
    pub fn bounds(&self) -> PopulationBounds {
        self.profile.zone.population
    }

    /// Inhabitants of an ideal zone: as the scenario says; else the middle of the bounds;
    /// the minimum where there is no maximum.
    pub fn ideal_population(&self) -> u64 {
        self.ideal.unwrap_or(self.bounds().middle())
    }

    /// Inhabitants of an ideal region: as the scenario says; else the middle of the bounds;
    /// the minimum where there is no maximum.
    pub fn ideal_region_population(&self) -> u64 {
        self.ideal_region.unwrap_or(self.profile.region.population.middle())
    }
}
