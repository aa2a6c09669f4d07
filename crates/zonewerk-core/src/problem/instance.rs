//! A question that is checked: what solving, auditing and asking why begin with.

use std::fmt;

use super::{Excepted, Goal, PinKind, Problem, Regions};
use crate::graph::Graph;
use crate::plan::{Holding, Plan};
use crate::territory::{FamilyId, GroupFamily, Id, Territory, UnitId};

/// A territory, its graph and a problem that fit each other: every unit that is named is one of
/// the territory, every list of units is ascending, every family that a goal measures is there,
/// and the graph and the base plan are over the units of the territory.
///
/// ```
/// use zonewerk_core::graph::Graph;
/// use zonewerk_core::problem::{Goal, Instance, InstanceError, Objective, PopulationBounds, Problem};
/// use zonewerk_core::territory::{Territory, Unit, UnitCode};
///
/// let unit = |code: &str| Unit { code: UnitCode::new(code), name: code.into(), population: 10 };
/// let territory = Territory::new(["a", "b", "c"].map(unit).to_vec())?;
/// let mut problem = Problem::within(PopulationBounds::new(10, Some(20))?);
/// assert!(Instance::new(&territory, &Graph::grid(3, 1), &problem).is_ok());
///
/// problem.objective = Objective::in_order([Goal::PeopleMoved]);
/// let errors = Instance::new(&territory, &Graph::grid(2, 1), &problem).unwrap_err();
/// assert_eq!(
///     errors.0,
///     [
///         InstanceError::GraphOverOtherUnits { graph: 2, territory: 3 },
///         InstanceError::NoBase { goal: Goal::PeopleMoved },
///     ]
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Instance<'a> {
    territory: &'a Territory,
    graph: &'a Graph,
    problem: &'a Problem,
}

/// Everything that keeps a territory, a graph and a problem from being an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceErrors(pub Vec<InstanceError>);

/// Why a territory, a graph and a problem do not fit each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InstanceError {
    /// The graph has another number of units than the territory.
    #[error("the graph has {graph} units, the territory {territory}")]
    GraphOverOtherUnits {
        /// Units of the graph.
        graph: usize,
        /// Units of the territory.
        territory: usize,
    },
    /// A goal measures distances, and the graph has no centres of units.
    #[error("the goal {goal} measures distances: give the graph the centres of its units")]
    NoCentres {
        /// The goal.
        goal: Goal,
    },
    /// A goal measures borders, and the graph does not know how long they are.
    #[error("the goal {goal} measures borders: give the graph their lengths")]
    NoLengths {
        /// The goal.
        goal: Goal,
    },
    /// A goal, or the given regions, are about a family of groups that the territory has not.
    #[error("{of} is about the family {family:?}, and the territory has {known}")]
    UnknownFamily {
        /// What is about it.
        of: String,
        /// Name of the family.
        family: String,
        /// The families that there are, in words.
        known: String,
    },
    /// A goal is about people who move, and there is no plan that they move from.
    #[error("the goal {goal} needs the plan that people move from: set the problem's base")]
    NoBase {
        /// The goal.
        goal: Goal,
    },
    /// A goal is about regions, and none are drawn.
    #[error("the goal {goal} is about regions that are drawn, and none are")]
    NoRegions {
        /// The goal.
        goal: Goal,
    },
    /// A limit is on a goal about regions.
    #[error("the goal {goal} is about regions and cannot be limited")]
    LimitOnRegions {
        /// The goal.
        goal: Goal,
    },
    /// The base plan is over another number of units than the territory.
    #[error("the base plan has {plan} units, the territory {territory}")]
    BaseOverOtherUnits {
        /// Units of the plan.
        plan: usize,
        /// Units of the territory.
        territory: usize,
    },
    /// The base plan puts a unit into a zone that it has not.
    #[error("the base plan puts unit number {unit} into zone number {zone}, and has {zones} zones")]
    BaseOfUnknownZone {
        /// Number of the unit, counted from 0.
        unit: usize,
        /// Number of the zone, counted from 0.
        zone: usize,
        /// Number of zones.
        zones: usize,
    },
    /// A unit is named that the territory has not.
    #[error("{of} names unit number {unit}, and the territory has {territory} units, counted from 0")]
    UnknownUnit {
        /// What names it.
        of: String,
        /// Number of the unit, counted from 0.
        unit: usize,
        /// Units of the territory.
        territory: usize,
    },
    /// Two things that are told apart by their names have the same.
    #[error("two {what} are called {name:?}")]
    NameTwice {
        /// What they are.
        what: &'static str,
        /// Their name.
        name: String,
    },
    /// A pin gives a zone no unit.
    #[error("the pin on zone {zone} holds no unit")]
    EmptyPin {
        /// Name of the zone.
        zone: String,
    },
    /// An exception for the zone that holds some units names none.
    #[error("exception {exception} is for the zone that holds some units, and names none")]
    EmptyException {
        /// Number of the exception, counted from 1.
        exception: usize,
    },
    /// The units of a list are not ascending, or one stands twice.
    #[error("the units of {of} are to be ascending, each once")]
    NotAscending {
        /// What has them.
        of: String,
    },
}

impl<'a> Instance<'a> {
    /// Checks that a territory, its graph and a problem fit each other.
    ///
    /// # Errors
    /// Everything that does not, at once.
    pub fn new(
        territory: &'a Territory,
        graph: &'a Graph,
        problem: &'a Problem,
    ) -> Result<Self, InstanceErrors> {
        let mut check = Check { territory, graph, problem, errors: Vec::new() };
        check.sizes();
        check.goals();
        check.base();
        check.names();
        check.lists_of_the_problem();
        check.lists_of_the_territory();
        if check.errors.is_empty() {
            Ok(Self { territory, graph, problem })
        } else {
            Err(InstanceErrors(check.errors))
        }
    }

    /// Where zones are drawn.
    pub fn territory(&self) -> &'a Territory {
        self.territory
    }

    /// Which units are neighbours.
    pub fn graph(&self) -> &'a Graph {
        self.graph
    }

    /// What is asked.
    pub fn problem(&self) -> &'a Problem {
        self.problem
    }

    /// The family of groups that a goal is about, where it is about one.
    pub fn family(&self, goal: &Goal) -> Option<FamilyId> {
        goal.family().and_then(|name| self.territory.find_family(name))
    }
}

struct Check<'a> {
    territory: &'a Territory,
    graph: &'a Graph,
    problem: &'a Problem,
    errors: Vec<InstanceError>,
}

impl<'a> Check<'a> {
    fn sizes(&mut self) {
        let (graph, territory) = (self.graph.len(), self.territory.units().len());
        if graph != territory {
            self.errors.push(InstanceError::GraphOverOtherUnits { graph, territory });
        }
    }

    fn goals(&mut self) {
        let problem = self.problem;
        let limited = problem.limits.iter().map(|limit| &limit.goal);
        let mut seen: Vec<&Goal> = Vec::new();
        for goal in problem.objective.goals().chain(limited) {
            if seen.contains(&goal) {
                continue;
            }
            seen.push(goal);
            if goal.measures_distances() && !self.graph.has_centres() {
                self.errors.push(InstanceError::NoCentres { goal: goal.clone() });
            }
            if goal.measures_borders() && !self.graph.has_lengths() {
                self.errors.push(InstanceError::NoLengths { goal: goal.clone() });
            }
            if *goal == Goal::PeopleMoved && problem.base.is_none() {
                self.errors.push(InstanceError::NoBase { goal: goal.clone() });
            }
            if goal.is_about_regions() && problem.regions != Regions::Drawn {
                self.errors.push(InstanceError::NoRegions { goal: goal.clone() });
            }
            if let Some(family) = goal.family() {
                self.family(family, || format!("the goal {goal}"));
            }
        }
        for goal in problem.limits.iter().map(|limit| &limit.goal).filter(|goal| goal.is_about_regions()) {
            self.errors.push(InstanceError::LimitOnRegions { goal: goal.clone() });
        }
        if let Regions::Given { family } = &problem.regions {
            self.family(family, || "the level of regions".to_owned());
        }
    }

    fn family(&mut self, family: &str, of: impl FnOnce() -> String) {
        if self.territory.find_family(family).is_some() {
            return;
        }
        let names: Vec<&str> = self.territory.families.iter().map(|family| family.name.as_str()).collect();
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        self.errors.push(InstanceError::UnknownFamily { of: of(), family: family.to_owned(), known });
    }

    fn base(&mut self) {
        let Some(Plan { zones, holdings, .. }) = &self.problem.base else { return };
        let territory = self.territory.units().len();
        if holdings.len() != territory {
            self.errors.push(InstanceError::BaseOverOtherUnits { plan: holdings.len(), territory });
        }
        for (unit, holding) in holdings.iter() {
            let beyond = Holding::zones(holding).into_iter().find(|zone| zone.index() >= zones.len());
            if let Some(zone) = beyond {
                let (unit, zone) = (unit.index(), zone.index());
                self.errors.push(InstanceError::BaseOfUnknownZone { unit, zone, zones: zones.len() });
                return;
            }
        }
    }

    fn lists_of_the_problem(&mut self) {
        let problem = self.problem;
        for (place, exception) in problem.exceptions.iter().enumerate() {
            let of = || format!("exception {}", place + 1);
            match &exception.subject {
                Excepted::Units(units) => self.list(units, of),
                Excepted::Holding { units, without } => {
                    if units.is_empty() {
                        self.errors.push(InstanceError::EmptyException { exception: place + 1 });
                    }
                    self.list(units, of);
                    self.list(without, of);
                }
                Excepted::Zone(_) | Excepted::Region(_) | Excepted::Group(_) => {}
            }
        }
        for fixed in &problem.fixed_zones {
            self.list(&fixed.units, || format!("the fixed zone {}", fixed.name));
        }
        for (place, pin) in problem.pins.iter().enumerate() {
            let of = || format!("pin {}", place + 1);
            match &pin.asks {
                PinKind::Together(units) | PinKind::Apart(units) => self.list(units, of),
                PinKind::Zone { name, holds, without } => {
                    if holds.is_empty() {
                        self.errors.push(InstanceError::EmptyPin { zone: name.clone() });
                    }
                    self.list(holds, of);
                    self.list(without, of);
                }
            }
        }
    }

    fn names(&mut self) {
        let problem = self.problem;
        let pinned = problem.pins.iter().filter_map(|pin| match &pin.asks {
            PinKind::Zone { name, .. } => Some(name),
            PinKind::Together(_) | PinKind::Apart(_) => None,
        });
        let zones = problem.fixed_zones.iter().map(|fixed| &fixed.name).chain(pinned).collect();
        self.each_once("zones that are fixed or pinned", zones);
        self.each_once("families", self.territory.families.iter().map(|family| &family.name).collect());
    }

    fn each_once(&mut self, what: &'static str, mut names: Vec<&String>) {
        names.sort();
        for pair in names.windows(2).filter(|pair| pair[0] == pair[1]) {
            self.errors.push(InstanceError::NameTwice { what, name: pair[0].clone() });
        }
    }

    fn lists_of_the_territory(&mut self) {
        let territory = self.territory;
        for GroupFamily { name: family, groups, .. } in &territory.families {
            for group in groups {
                let of = || format!("the group {} of {family}", group.name);
                self.list(&group.units, of);
                let parts: Vec<UnitId> = group.parts.iter().map(|(unit, _)| *unit).collect();
                self.known(&parts, of);
                if !parts.is_sorted() {
                    self.errors.push(InstanceError::NotAscending { of: of() });
                }
            }
        }
        for merger in &territory.planned_mergers {
            self.list(&merger.units, || format!("the merger {}", merger.name));
        }
        for (place, link) in territory.links.iter().enumerate() {
            self.known(&link.between, || format!("link {}", place + 1));
        }
    }

    /// A list of units of the territory, ascending, each once.
    fn list(&mut self, units: &[UnitId], of: impl Fn() -> String) {
        self.known(units, &of);
        if !units.is_sorted_by(|a, b| a < b) {
            self.errors.push(InstanceError::NotAscending { of: of() });
        }
    }

    fn known(&mut self, units: &[UnitId], of: impl Fn() -> String) {
        let territory = self.territory.units().len();
        if let Some(unit) = units.iter().map(|unit| unit.index()).find(|&unit| unit >= territory) {
            self.errors.push(InstanceError::UnknownUnit { of: of(), unit, territory });
        }
    }
}

impl fmt::Display for InstanceErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&errors.join("; "))
    }
}

impl std::error::Error for InstanceErrors {}
