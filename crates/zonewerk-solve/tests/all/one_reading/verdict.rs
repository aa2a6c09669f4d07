//! One scenario: every partition of its units, judged by the audit, beside every answer of the
//! solver.

use zonewerk_audit::audit;
use zonewerk_core::graph::components;
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::problem::{
    Excepted, Goal, Instance, PinKind, Problem, Regions, RuleId, RuleWeight, Severity, Tolerance,
};
use zonewerk_core::territory::{Id, UnitId};
use zonewerk_solve::zones::value;
use zonewerk_solve::{
    Beyond, ContiguityFormulation, Engine, Feasibility, FeasibilityQuery as Question, NotTaken, Options,
    Outcome, Stopped, Unwatched, Wanted, Which, alternatives, beyond, feasibility, solve, unclear_exceptions,
};

use super::draw::Drawn;
use super::levels::{are_drawn, in_regions, ways};

/// What the solver came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Plan,
    Impossible,
    Refused,
}

type Zones = Vec<Vec<UnitId>>;

/// What brute force knows of a scenario.
struct Known<'a> {
    drawn: &'a Drawn,
    instance: Instance<'a>,
    /// What is the least that a compliant plan of contiguous zones comes to.
    best: Option<u64>,
    /// The best of those with a zone in each given region.
    best_in_all: Option<u64>,
    /// A compliant plan, whatever its zones and regions.
    any: Option<Plan>,
}

/// Compares all answers; what is wrong, where something is.
pub fn verdict(drawn: &Drawn) -> Result<Kind, String> {
    let Drawn { territory, graph, problem } = drawn;
    let instance = Instance::new(territory, graph, problem).map_err(|errors| errors.to_string())?;
    let is_refused = !unclear_exceptions(problem).is_empty();
    if is_refused {
        refused_by_all(&instance)?;
        return Ok(Kind::Refused);
    }
    let known = Known::of(drawn, instance);
    let mut kind = Kind::Impossible;
    let engines =
        [(None, ContiguityFormulation::default()), (Some(Engine::Compact), ContiguityFormulation::Flow)];
    for (engine, contiguity) in engines {
        let options = Options { engine, contiguity, ..Options::default() };
        let outcome = solve(&instance, &options, &Unwatched).outcome;
        if outcome.plan().is_some() {
            kind = Kind::Plan;
        }
        known.judge(&outcome, engine.is_none()).map_err(|said| format!("{engine:?}: {said}; {drawn:#?}"))?;
    }
    known.judge_possible().map_err(|said| format!("possible: {said}; {drawn:#?}"))?;
    known.judge_alternatives().map_err(|said| format!("alternatives: {said}; {drawn:#?}"))?;
    Ok(kind)
}

fn refused_by_all(instance: &Instance<'_>) -> Result<(), String> {
    let is_refused = |stopped: &Stopped| matches!(stopped, Stopped::UnclearExceptions { .. });
    for engine in [None, Some(Engine::Cover), Some(Engine::Compact)] {
        let outcome = solve(instance, &Options { engine, ..Options::default() }, &Unwatched).outcome;
        if !matches!(&outcome, Outcome::Unknown { stopped, .. } if is_refused(stopped)) {
            return Err(format!("to be refused, and yet {outcome:?}"));
        }
    }
    let answer = ask(instance);
    if !matches!(&answer, Feasibility::Unknown(stopped) if is_refused(stopped)) {
        return Err(format!("to be refused, and yet {answer:?}"));
    }
    if let Ok(listed) = alternatives(instance, &Options::default(), wanted(), &Unwatched)
        && !matches!(&listed.best.outcome, Outcome::Unknown { stopped, .. } if is_refused(stopped))
    {
        return Err(format!("to be refused, and yet {:?}", listed.best.outcome));
    }
    Ok(())
}

fn ask(instance: &Instance<'_>) -> Feasibility {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    let question = Question::whole(territory, graph, problem);
    feasibility(&question, &Options::default(), &Unwatched)
}

fn wanted() -> Wanted {
    Wanted { margin: Tolerance { millionths: 100_000 }, count: 4, which: Which::Best, backbone: false }
}

impl<'a> Known<'a> {
    fn of(drawn: &'a Drawn, instance: Instance<'a>) -> Self {
        let mut known = Self { drawn, instance, best: None, best_in_all: None, any: None };
        let units: Vec<UnitId> = drawn.territory.units().ids().collect();
        partitions(&units, &mut Vec::new(), &mut |zones: &Zones| {
            let are_drawn = zones.iter().all(|zone| known.is_drawn(zone));
            for (plan, has_drawn_regions) in known.plans(zones) {
                if !known.is_kept(zones, &plan) {
                    continue;
                }
                if are_drawn && has_drawn_regions {
                    let value = known.value(&plan);
                    known.best = Some(known.best.map_or(value, |best| best.min(value)));
                    if known.has_all_regions(&plan) {
                        known.best_in_all =
                            Some(known.best_in_all.map_or(value, |best: u64| best.min(value)));
                    }
                }
                known.any = Some(plan);
            }
        });
        if known.any.is_none() && known.may_divide() {
            partitions(&units, &mut Vec::new(), &mut |zones: &Zones| known.divide(zones));
        }
        known
    }

    /// Whether a unit may be divided: always an error, but for what is said of it.
    fn may_divide(&self) -> bool {
        let Problem { profile, exceptions, .. } = &self.drawn.problem;
        profile.rules.contains_key(&RuleId::SplitUnit)
            || exceptions.iter().any(|exception| exception.waives(RuleId::SplitUnit))
    }

    /// Looks for a compliant plan of these zones with one of the units divided over two of them.
    fn divide(&mut self, zones: &Zones) {
        let whole = self.plan(zones);
        let ids: Vec<_> = whole.zones.ids().collect();
        for (zone, &from) in zones.iter().zip(&ids) {
            for (&unit, &to) in zone.iter().flat_map(|unit| ids.iter().map(move |to| (unit, to))) {
                let population = self.drawn.territory.unit(unit).population;
                if from == to || population == 0 || self.any.is_some() {
                    continue;
                }
                let part = |name: &str, population, zone| UnitPart {
                    name: name.to_owned(),
                    population: Some(population),
                    zone,
                };
                let mut plan = whole.clone();
                let parts = vec![part("a", population - 1, from), part("b", 1, to)];
                plan.holdings[unit] = Holding::Parts(parts);
                let compliant = self.regions_of(zones, plan).into_iter().map(|(plan, _)| plan);
                self.any = { compliant }.find(|plan| audit(&self.instance, plan).is_compliant());
            }
        }
    }

    /// Every plan of these zones, and whether its regions are such as are drawn.
    fn plans(&self, zones: &Zones) -> Vec<(Plan, bool)> {
        self.regions_of(zones, self.plan(zones))
    }

    fn regions_of(&self, zones: &Zones, plan: Plan) -> Vec<(Plan, bool)> {
        if self.drawn.problem.regions != Regions::Drawn {
            return vec![(plan, true)];
        }
        let with = |way| (in_regions(&plan, &way), are_drawn(&self.drawn.graph, zones, &way));
        ways(zones.len()).into_iter().map(with).collect()
    }

    /// A plan of these zones, each in the region that most of its people lie in.
    fn plan(&self, zones: &Zones) -> Plan {
        let Drawn { territory, problem, .. } = self.drawn;
        let named = zones.iter().enumerate().map(|(place, zone)| (format!("z{place}"), zone.clone()));
        let mut plan = Plan::from_zones(territory.units().len(), named).unwrap();
        plan.date = problem.day;
        if let Regions::Given { family } = &problem.regions {
            let family = territory.families.iter().find(|known| known.name == *family).unwrap();
            for (place, zone) in zones.iter().enumerate() {
                let share = |units: &[UnitId]| {
                    let inside: Vec<UnitId> =
                        zone.iter().copied().filter(|unit| units.contains(unit)).collect();
                    (territory.population(inside.iter().copied()), inside.len())
                };
                let touched = family.groups.iter().filter(|group| share(&group.units).1 > 0);
                let main = touched.rev().max_by_key(|group| share(&group.units));
                let id = plan.zones.ids().nth(place).unwrap();
                plan.zones[id].regions.extend(main.map(|group| group.name.clone()));
            }
        }
        plan
    }

    /// Whether each region that is given and has a whole unit has a zone.
    fn has_all_regions(&self, plan: &Plan) -> bool {
        let Drawn { territory, problem, .. } = self.drawn;
        let Regions::Given { family } = &problem.regions else { return true };
        let family = territory.families.iter().find(|known| known.name == *family).unwrap();
        let has_zone = |name: &String| plan.zones.values().any(|zone| zone.regions.contains(name));
        family.groups.iter().all(|group| group.units.is_empty() || has_zone(&group.name))
    }

    /// Whether plans may leave a given region without a zone, so that solve speaks of others alone.
    fn may_leave_a_region(&self) -> bool {
        beyond(&self.instance).contains(&Beyond::RegionWithoutZone)
    }

    /// The best of the plans that solve speaks of.
    fn best_drawn(&self) -> Option<u64> {
        if self.may_leave_a_region() { self.best_in_all } else { self.best }
    }

    /// Whether the audit finds no error, and what the scenario demands is kept.
    fn is_kept(&self, zones: &Zones, plan: &Plan) -> bool {
        keeps_demands(self.drawn, zones, &|goal| self.value_of(goal, plan))
            && audit(&self.instance, plan).is_compliant()
    }

    /// The same, in some regions where those are drawn.
    fn is_compliant(&self, zones: &Zones) -> bool {
        self.plans(zones).iter().any(|(plan, _)| self.is_kept(zones, plan))
    }

    /// Whether solve draws such zones: contiguous ones, or any where that rule is off, and those that are
    /// given or excepted one by one.
    fn is_drawn(&self, zone: &Vec<UnitId>) -> bool {
        let Problem { fixed_zones, exceptions, day, profile, .. } = &self.drawn.problem;
        let expires = profile.rules.get(&RuleId::ExceptionExpired).and_then(|setting| setting.weight);
        let expires = expires.is_none_or(|weight| weight == RuleWeight::Finding(Severity::Error));
        let contiguity = profile.rules.get(&RuleId::ZoneNotContiguous).and_then(|setting| setting.weight);
        contiguity == Some(RuleWeight::Off)
            || components(&self.drawn.graph, zone).len() == 1
            || fixed_zones.iter().any(|fixed| fixed.units == *zone)
            || exceptions.iter().any(|exception| {
                let is_over = exception.until.is_some_and(|until| day.is_some_and(|day| until < day));
                exception.subject == Excepted::Units(zone.clone()) && !(is_over && expires)
            })
    }

    fn value_of(&self, goal: &Goal, plan: &Plan) -> u64 {
        let Drawn { territory, graph, problem } = self.drawn;
        value(territory, graph, problem, goal, plan).unwrap()
    }

    fn value(&self, plan: &Plan) -> u64 {
        let goal = self.drawn.problem.objective.goals().next().unwrap();
        self.value_of(goal, plan)
    }

    fn judge_plan(&self, plan: &Plan, objective: u64) -> Result<(), String> {
        let audited = audit(&self.instance, plan);
        if !audited.is_compliant() {
            return Err(format!("the audit finds {:?} in {plan:?}", audited.findings));
        }
        let zones: Zones = plan.members().values().cloned().collect();
        if !keeps_demands(self.drawn, &zones, &|goal| self.value_of(goal, plan)) {
            return Err(format!("{zones:?} breaks a demand"));
        }
        match self.value(plan) {
            value if value == objective => Ok(()),
            value => Err(format!("{zones:?} comes to {value}, not {objective}")),
        }
    }

    fn judge(&self, outcome: &Outcome, must_decide: bool) -> Result<(), String> {
        match outcome {
            Outcome::Optimal { plan, objective } => {
                self.judge_plan(plan, *objective)?;
                match self.best {
                    Some(best) if best == *objective => Ok(()),
                    Some(best) if self.may_leave_a_region() && best < *objective => match self.best_in_all {
                        Some(best) if best < *objective => {
                            Err(format!("the best with a zone in each region is {best}, not {objective}"))
                        }
                        _ => Ok(()),
                    },
                    best => Err(format!("the best is {best:?}, not {objective}")),
                }
            }
            Outcome::Feasible { plan, objective, bound, .. } => {
                self.judge_plan(plan, *objective)?;
                if self.best.is_none_or(|best| *bound > best) || must_decide {
                    return Err(format!("the best is {:?}, the bound {bound}", self.best));
                }
                Ok(())
            }
            Outcome::Infeasible { why } => match &self.any {
                Some(plan) => Err(format!("impossible ({why}), and yet {plan:?}")),
                None => Ok(()),
            },
            Outcome::Unknown { stopped: Stopped::NoneContiguous { why, .. }, .. } => {
                match self.best_drawn() {
                    None => Ok(()),
                    Some(best) => Err(format!("none contiguous ({why}), and yet one comes to {best}")),
                }
            }
            // Given regions whose contiguity depends on zones that cross them are not solved, nor are regions
            // drawn of zones that may lie apart.
            Outcome::Unknown {
                stopped:
                    Stopped::NotInThisEngine {
                        what: NotTaken::ContiguousRegions | NotTaken::DrawnRegionsOfZonesApart,
                    },
                ..
            } => Ok(()),
            Outcome::Unknown { bound, stopped } => {
                let is_bound = self.best.is_none_or(|best| bound.is_none_or(|bound| bound <= best));
                if must_decide || !is_bound {
                    return Err(format!("not found out: {stopped}, bound {bound:?}, best {:?}", self.best));
                }
                Ok(())
            }
        }
    }

    fn judge_possible(&self) -> Result<(), String> {
        match (ask(&self.instance), self.best_drawn()) {
            (Feasibility::Feasible(zones), _) if self.is_compliant(&zones) => Ok(()),
            (Feasibility::Infeasible { .. }, None) => Ok(()),
            (Feasibility::Unknown(Stopped::NotInThisEngine { .. }), _) => Ok(()),
            (answer, best) => Err(format!("{answer:?}, and the best is {best:?}")),
        }
    }

    fn judge_alternatives(&self) -> Result<(), String> {
        let Ok(listed) = alternatives(&self.instance, &Options::default(), wanted(), &Unwatched) else {
            return Ok(());
        };
        self.judge(&listed.best.outcome, true)?;
        listed.plans.iter().try_for_each(|other| self.judge_plan(&other.plan, other.value))
    }
}

/// Pins, fixed zones, the number of zones and limits, read from the scenario alone.
fn keeps_demands(drawn: &Drawn, zones: &Zones, value: &dyn Fn(&Goal) -> u64) -> bool {
    let problem = &drawn.problem;
    let zone_of = |unit: &UnitId| zones.iter().position(|zone| zone.contains(unit)).unwrap();
    let mut pinned: Vec<usize> = Vec::new();
    let pins = problem.pins.iter().all(|pin| match &pin.asks {
        PinKind::Together(units) => units.iter().all(|unit| zone_of(unit) == zone_of(&units[0])),
        PinKind::Apart(units) => {
            let mut of: Vec<usize> = units.iter().map(zone_of).collect();
            of.sort_unstable();
            of.windows(2).all(|pair| pair[0] != pair[1])
        }
        PinKind::Zone { holds, without, .. } => {
            let zone = zone_of(&holds[0]);
            let is_new = !pinned.contains(&zone);
            pinned.push(zone);
            is_new
                && holds.iter().all(|unit| zone_of(unit) == zone)
                && without.iter().all(|unit| zone_of(unit) != zone)
        }
    });
    let count = problem.zone_count;
    let number = zones.len() as u64;
    pins && problem.fixed_zones.iter().all(|fixed| zones.contains(&fixed.units))
        && count.minimum().is_none_or(|least| number >= least)
        && count.maximum().is_none_or(|most| number <= most)
        && problem.limits.iter().all(|limit| value(&limit.goal) <= limit.most)
}

/// Every partition of these.
pub fn partitions<T: Copy>(units: &[T], zones: &mut Vec<Vec<T>>, take: &mut dyn FnMut(&Vec<Vec<T>>)) {
    let Some((&unit, rest)) = units.split_first() else { return take(zones) };
    for place in 0..zones.len() {
        zones[place].push(unit);
        partitions(rest, zones, take);
        zones[place].pop();
    }
    zones.push(vec![unit]);
    partitions(rest, zones, take);
    zones.pop();
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { territory, graph, problem } = self;
        let people: Vec<u64> = territory.units().values().map(|unit| unit.population).collect();
        let pairs: Vec<String> =
            graph.borders().map(|(a, b, _)| format!("{}-{}", a.index(), b.index())).collect();
        writeln!(f, "people {people:?}, neighbours {pairs:?}, day {:?}", problem.day)?;
        writeln!(f, "bounds {}, zones {}", problem.bounds(), problem.zone_count)?;
        for (rule, setting) in &problem.profile.rules {
            writeln!(f, "{rule}: {:?} {:?} {:?}", setting.weight, setting.families, setting.except)?;
        }
        writeln!(f, "exceptions {:?}", problem.exceptions)?;
        writeln!(f, "fixed {:?}, pins {:?}", problem.fixed_zones, problem.pins)?;
        writeln!(f, "limits {:?}, mergers {:?}", problem.limits, territory.planned_mergers)?;
        writeln!(
            f,
            "regions {:?}, {:?}, families {:?}",
            problem.regions, problem.profile.region, territory.families
        )
    }
}
