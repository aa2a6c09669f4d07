//! Whether there is a plan at all, or zones for a part of the territory, where a few zones may
//! break what others keep: the question behind every "why not".

use super::candidate_pool::{CandidatePool, MOST_COLUMNS, most_zones};
use super::cover::{self, CoverColumns, CoverRows};
use super::objective_steps::Question;
use super::watch::{Quiet, UntilFound, Unwatched};
use super::zone_names::named_plan;
use super::{Engine, Infeasibility, NotTaken, Options, Outcome, Stopped, Watch};
use super::{given_regions, infeasible_by_population, question, unclear, unit_blocks, zone_count};
use crate::requirements::Requirements;
use crate::zones::{Among, Nesting, TooMany, feasible_zones_among};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, PopulationBounds, Problem, Regions, Step};
use zonewerk_core::territory::{Id, Territory, UnitId};

/// What is asked.
#[derive(Clone, Copy)]
pub struct FeasibilityQuery<'a> {
    /// Where.
    pub territory: &'a Territory,
    /// Its adjacency, links included.
    pub graph: &'a Graph,
    /// What zones and plans must keep.
    pub problem: &'a Problem,
    /// The graph that goals are measured on, and the bounds outside which they take a zone for one by
    /// exception, where those are others.
    pub measured: Option<(&'a Graph, PopulationBounds)>,
    /// The units that zones must hold, as bits; others lie in a zone or in none. All where `None`.
    pub part: Option<&'a [bool]>,
    /// Only zones of these units are tried, besides those that are given: what is found stands,
    /// and nothing is proved impossible.
    pub within: Option<&'a [bool]>,
    /// Zones that may break a rule.
    pub relaxation: Option<RuleRelaxation<'a>>,
    /// Branches to follow, at most, before the answer is left open.
    pub branches: usize,
}

impl<'a> FeasibilityQuery<'a> {
    /// Whether there is a plan of the whole territory, however many branches that takes. `graph` has
    /// the links in it.
    pub fn whole(territory: &'a Territory, graph: &'a Graph, problem: &'a Problem) -> Self {
        Self {
            territory,
            graph,
            problem,
            measured: None,
            part: None,
            within: None,
            relaxation: None,
            branches: usize::MAX,
        }
    }
}

/// A relaxation of the rules: zones that may break bounds and limits of groups that others keep.
#[derive(Clone, Copy)]
pub struct RuleRelaxation<'a> {
    /// What they must keep instead.
    pub problem: &'a Problem,
    /// Each of them holds one of these units, as bits.
    pub touching: &'a [bool],
    /// What they break, all together, at most: one for bounds, one for each family whose groups
    /// a zone crosses.
    pub most: u64,
    /// Inhabitants by whom they are outside their bounds, all together, at most; any number where `None`.
    pub people: Option<u64>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feasibility {
    /// These zones do, each ascending.
    Feasible(Vec<Vec<UnitId>>),
    /// Proved: there are none, of those that are drawn (see [`crate::beyond`]).
    Infeasible {
        /// Units that the nearest attempt left out, ascending: where to look first.
        left_over: Vec<UnitId>,
        /// The proof that there is no plan of the whole territory, where it is one of sums or of
        /// single units: it may hold for more plans than those that are drawn.
        proof: Option<Box<Infeasibility>>,
    },
    /// Neither was found in time, or the question is too large.
    Unknown(Stopped),
}

/// The rules that one zone breaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleBreaches {
    /// Rules: one for bounds, one for each family whose groups it crosses.
    pub rules: u64,
    /// Inhabitants by whom it is outside its bounds.
    pub people: u64,
}

/// The rules that a zone of these units (ascending) breaches.
pub fn rule_breaches(
    territory: &Territory,
    requirements: &Requirements,
    nesting: &Nesting<'_>,
    units: &[UnitId],
) -> RuleBreaches {
    let population = territory.population(units.iter().copied());
    let bounds = requirements.zone(units).population;
    let above = bounds.maximum().map_or(0, |maximum| population.saturating_sub(maximum));
    let people = bounds.minimum().saturating_sub(population).max(above);
    RuleBreaches { rules: u64::from(people > 0) + nesting.crossed(units) as u64, people }
}

/// Whether it is possible.
pub fn feasibility(asked: &FeasibilityQuery<'_>, options: &Options, watch: &dyn Watch) -> Feasibility {
    if let Some(stopped) = unclear(asked.problem) {
        return Feasibility::Unknown(stopped);
    }
    let quiet = Quiet(watch);
    let until = UntilFound::new(&quiet);
    let requirements = Requirements::new(asked.territory, asked.problem);
    let territory = asked.territory;
    let question = question(territory, asked.graph, (asked.problem, &requirements), options, &until);
    let is_whole = asked.part.is_none() && asked.relaxation.is_none() && asked.within.is_none();
    if asked.relaxation.is_none()
        && let Some(why) = impossible_by_sums(question, asked.part)
    {
        let left_over = units_of(&why, question);
        return Feasibility::Infeasible { left_over, proof: is_whole.then(|| Box::new(why)) };
    }
    let may_solve = asked.measured.is_none() || asked.problem.limits.is_empty();
    if asked.problem.regions == Regions::Drawn {
        if !may_solve {
            return Feasibility::Unknown(Stopped::NotInThisEngine { what: NotTaken::LimitsOnAnotherMap });
        }
        return if is_whole { by_solving(question, options, None) } else { Feasibility::Unknown(no_part()) };
    }
    let prepared = match PreparedQuery::new(asked, question, options) {
        Ok(prepared) => prepared,
        Err(Stopped::TooManyZones { .. }) if is_whole && may_solve => {
            return by_solving(question, options, Some(Engine::Compact));
        }
        Err(stopped) => return Feasibility::Unknown(stopped),
    };
    if let Some(left_over) = prepared.uncovered(asked) {
        return match asked.within {
            None => {
                let proof =
                    is_whole.then(|| Box::new(given_regions::in_no_zone(question, left_over.clone())));
                Feasibility::Infeasible { left_over, proof }
            }
            Some(_) => Feasibility::Unknown(Stopped::Interrupted),
        };
    }
    if is_whole && prepared.breaks_limits {
        return Feasibility::Infeasible { left_over: Vec::new(), proof: None };
    }
    let PreparedQuery { candidates, rows, .. } = &prepared;
    let costs = candidates.costs(question, &Step::of(Goal::BorderLength));
    let columns = candidates.priced(question, &costs);
    if columns.len() == 0 {
        let is_enough = rows.are_kept(&columns, &[]);
        let no = Feasibility::Infeasible { left_over: Vec::new(), proof: None };
        return if is_enough { Feasibility::Feasible(Vec::new()) } else { no };
    }
    let most_branches = asked.branches;
    let asked_of_cover =
        cover::CoverQuestion { most_branches, ..candidates.cover_question(question, &columns, rows, 0) };
    let found = cover::search(&asked_of_cover, question.watch);
    match found.incumbent {
        Some(plan) if rows.are_kept(&columns, &plan.cover) => {
            let found = zones(&columns, &plan.cover);
            let named = || named_plan(territory, asked.problem, found.clone());
            if asked.part.is_none()
                && let Some(stopped) = given_regions::not_kept(question, &named())
            {
                return Feasibility::Unknown(stopped);
            }
            Feasibility::Feasible(found)
        }
        Some(_) => Feasibility::Unknown(found.stopped.unwrap_or(Stopped::Rounding)),
        None if found.bound >= found.cutoff && asked.within.is_none() => {
            Feasibility::Infeasible { left_over: found.left_over, proof: None }
        }
        None => Feasibility::Unknown(found.stopped.unwrap_or(Stopped::Rounding)),
    }
}

/// Whether sums of inhabitants alone rule out every plan: quickly answered.
pub fn is_impossible_by_sums(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    options: &Options,
) -> bool {
    if unclear(problem).is_some() {
        return false;
    }
    let requirements = Requirements::new(territory, problem);
    let question = question(territory, graph, (problem, &requirements), options, &Unwatched);
    impossible_by_sums(question, None).is_some()
}

/// Whether sums of inhabitants alone rule out the number of zones that is asked for.
pub(crate) fn is_impossible_number(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    options: &Options,
) -> bool {
    let requirements = Requirements::new(territory, problem);
    let question = question(territory, graph, (problem, &requirements), options, &Unwatched);
    unclear(problem).is_none() && zone_count::before_listing(question).is_some()
}

/// What is chosen from, and the rows to keep.
struct PreparedQuery {
    candidates: CandidatePool,
    rows: CoverRows,
    /// Whether sums rule out that all units lie in zones within the limits.
    breaks_limits: bool,
}

impl PreparedQuery {
    fn new(asked: &FeasibilityQuery<'_>, question: Question<'_>, options: &Options) -> Result<Self, Stopped> {
        let FeasibilityQuery { territory, graph, problem, part, within, relaxation, .. } = *asked;
        let stop = || question.watch.stop().is_some();
        // Zones elsewhere count where there must be a number of them.
        let touching = part.filter(|_| problem.zone_count.minimum().is_none());
        let limit = options.limits.zones;
        let stopped = |too_many| match too_many {
            TooMany::OverLimit => Stopped::TooManyZones { limit },
            TooMany::Stopped => question.watch.stop().unwrap_or(Stopped::Interrupted),
        };
        let among = Among { touching, within };
        let asked_rules = (problem, question.requirements);
        let pool = feasible_zones_among(territory, graph, asked_rules, among, options.limits, &stop);
        let mut pool = pool.map_err(stopped)?;
        let nesting = Nesting::new(territory, question.requirements);
        let rules = &question.requirements.zones;
        let of = |units: &[UnitId]| rule_breaches(territory, question.requirements, &nesting, units);
        let is_fixed = |units: &[UnitId]| problem.fixed_zones.iter().any(|fixed| fixed.units == units);
        if !problem.fixed_zones.is_empty() {
            pool = pool.passing(|units| {
                !is_fixed(units) || of(units).rules == 0 && rules.is_contiguous(graph, units)
            });
        }
        if let Some(relaxation) = relaxation {
            let among = Among { touching: Some(relaxation.touching), within };
            let wider = Requirements::new(territory, relaxation.problem);
            let wider_rules = (relaxation.problem, &wider);
            let found = feasible_zones_among(territory, graph, wider_rules, among, options.limits, &stop);
            let touches =
                |units: &[UnitId]| touching.is_none_or(|part| units.iter().any(|unit| part[unit.index()]));
            pool.append(&found.map_err(stopped)?.passing(|units| {
                let RuleBreaches { rules: broken, people } = of(units);
                let is_within =
                    broken <= relaxation.most && relaxation.people.is_none_or(|most| people <= most);
                broken > 0 && is_within && touches(units) && rules.is_contiguous(graph, units)
            }));
        }
        if pool.len() > limit {
            return Err(Stopped::TooManyZones { limit });
        }
        let too_many = Stopped::TooManyZones { limit: MOST_COLUMNS };
        let mut candidates = CandidatePool::of_zones(question, pool).ok_or(too_many)?;
        let impossible = match asked.measured {
            None => candidates.limit(question),
            Some((graph, bounds)) => {
                let mut problem = problem.clone();
                problem.profile.zone.population = bounds;
                candidates.limit_as_measured(question, Question { graph, problem: &problem, ..question })
            }
        };
        if let Some(relaxation) = relaxation {
            candidates.count(relaxation.most, |units| of(units).rules);
            if let Some(most) = relaxation.people {
                candidates.count(most, |units| of(units).people);
            }
        }
        let mut rows = candidates.rows(question);
        rows.required = part.map(<[bool]>::to_vec);
        if let Some(relaxation) = relaxation {
            let wider = Requirements::new(territory, relaxation.problem);
            rows.most_zones = most_zones(territory, relaxation.problem, &wider);
        }
        Ok(Self { candidates, rows, breaks_limits: impossible.is_some() })
    }

    /// The units that must be held and that no column holds, where there are any.
    fn uncovered(&self, asked: &FeasibilityQuery<'_>) -> Option<Vec<UnitId>> {
        let mut held = vec![false; asked.graph.len()];
        for column in 0..self.candidates.len() {
            self.candidates.units(column).iter().for_each(|unit| held[unit.index()] = true);
        }
        let is_needed = |unit: &UnitId| asked.part.is_none_or(|part| part[unit.index()]);
        let left: Vec<UnitId> =
            asked.graph.units().filter(|unit| is_needed(unit) && !held[unit.index()]).collect();
        (!left.is_empty()).then_some(left)
    }
}

fn zones(columns: &CoverColumns, cover: &[usize]) -> Vec<Vec<UnitId>> {
    let mut zones: Vec<Vec<UnitId>> = cover.iter().map(|&column| columns.units(column).to_vec()).collect();
    zones.sort();
    zones
}

/// Sums of inhabitants that rule out every plan, or all zones for a part.
fn impossible_by_sums(question: Question<'_>, part: Option<&[bool]>) -> Option<Infeasibility> {
    let Question { territory, graph, problem, requirements, .. } = question;
    let asked = (problem, requirements);
    let impossible = match part {
        None => infeasible_by_population::before_listing(territory, graph, asked)
            .or_else(|| zone_count::before_listing(question)),
        Some(_) => infeasible_by_population::indivisible_part(territory, graph, asked, part),
    };
    let impossible = impossible.or_else(|| match problem.regions {
        Regions::Given { .. } => given_regions::before_listing(question, part),
        Regions::Drawn if part.is_none() => super::joint_design::before_listing(question),
        Regions::None | Regions::Drawn => None,
    });
    impossible.or_else(|| part.is_none().then(|| unit_blocks::before_listing(question)).flatten())
}

/// The units that a proof is about; empty for all.
fn units_of(why: &Infeasibility, question: Question<'_>) -> Vec<UnitId> {
    match why {
        Infeasibility::Arithmetic { units, .. }
        | Infeasibility::AboveMaximum { units, .. }
        | Infeasibility::BelowMinimum { units, .. }
        | Infeasibility::UnitsInNoZone { units, .. }
        | Infeasibility::UnitsInNoRegion { units }
        | Infeasibility::UnitsOutsideLimits { units } => units.clone(),
        Infeasibility::Exhausted { left_over, .. } => left_over.clone(),
        Infeasibility::FixedZoneOutOfBounds { zone, .. }
        | Infeasibility::FixedZoneNotContiguous { zone, .. } => {
            let fixed = question.problem.fixed_zones.iter().find(|fixed| fixed.name == *zone);
            fixed.map(|fixed| fixed.units.clone()).unwrap_or_default()
        }
        Infeasibility::InRegions(each) => each.first().map(|why| units_of(why, question)).unwrap_or_default(),
        Infeasibility::RegionOutOfBounds { region, .. }
        | Infeasibility::RegionNotContiguous { region, .. } => {
            let families = question.territory.families.iter().flat_map(|family| &family.groups);
            let group = families.into_iter().find(|group| group.name == *region);
            group.map(|group| group.units.clone()).unwrap_or_default()
        }
        Infeasibility::NumberOfZones(_)
        | Infeasibility::NumberOfRegions(_)
        | Infeasibility::NumberOfGivenRegions { .. }
        | Infeasibility::LevelsContradict(_)
        | Infeasibility::LimitBelowAll { .. }
        | Infeasibility::Peeled { .. }
        | Infeasibility::EachUnitTried { .. } => Vec::new(),
    }
}

/// Asks the engines for a plan, as good as any.
fn by_solving(question: Question<'_>, options: &Options, engine: Option<Engine>) -> Feasibility {
    let Question { territory, graph, problem, watch, .. } = question;
    let options = Options { engine: engine.or(options.engine), ..*options };
    match super::solve_from((territory, graph, problem), &options, &[], watch).outcome {
        Outcome::Optimal { plan, .. } | Outcome::Feasible { plan, .. } => {
            let mut zones: Vec<Vec<UnitId>> = plan.members().values().cloned().collect();
            zones.sort();
            Feasibility::Feasible(zones)
        }
        Outcome::Infeasible { why } => {
            Feasibility::Infeasible { left_over: units_of(&why, question), proof: Some(Box::new(why)) }
        }
        Outcome::Unknown { stopped: Stopped::NoneContiguous { why, .. }, .. } => {
            Feasibility::Infeasible { left_over: units_of(&why, question), proof: Some(why) }
        }
        Outcome::Unknown { stopped, .. } => Feasibility::Unknown(stopped),
    }
}

fn no_part() -> Stopped {
    Stopped::NotInThisEngine { what: NotTaken::PartOfDrawnRegions }
}

/// A plan of these zones, with the names that a solve would give them, each in its given region.
pub fn plan_of_zones(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    zones: Vec<Vec<UnitId>>,
) -> Plan {
    let unwatched = Unwatched;
    let requirements = Requirements::new(territory, problem);
    let question = question(territory, graph, (problem, &requirements), &Options::default(), &unwatched);
    let mut plan = named_plan(territory, problem, zones);
    given_regions::name(question, &mut plan);
    plan
}
