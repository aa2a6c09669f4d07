//! Whether an answer is what it says, by asking again: without each member of the conflict, and
//! with all changes of a way out but one.

use std::collections::BTreeSet;

use zonewerk_audit::audit;
use zonewerk_core::problem::{Excepted, Instance, PopulationBounds};
use zonewerk_core::territory::{Id, UnitId};
use zonewerk_solve::why::{Conflict, Demand, WayOut, Ways, WhyQuestion};
use zonewerk_solve::{
    Feasibility, FeasibilityQuery, Options, Outcome, RuleRelaxation, UntilFound, Unwatched, feasibility,
    solve,
};

use super::places::ask;

/// What could not be asked again, for zones are too many.
#[derive(Clone, Debug, Default)]
pub struct Open(pub Vec<String>);

impl Open {
    fn expect(&mut self, found: Option<bool>, expected: bool, what: &str) {
        match found {
            Some(found) => assert_eq!(found, expected, "{what}"),
            None => self.0.push(what.to_owned()),
        }
    }
}

/// Whether zones hold these units, as far as it is found out.
fn holds(case: &WhyQuestion, units: &[UnitId]) -> Option<bool> {
    let WhyQuestion { territory, graph, problem, .. } = case;
    let bits = |units: &mut dyn Iterator<Item = UnitId>| {
        let mut bits = vec![false; graph.len()];
        units.for_each(|unit| bits[unit.index()] = true);
        bits
    };
    let part = bits(&mut units.iter().copied());
    let plain = FeasibilityQuery::whole(territory, graph, problem);
    let part = (units.len() < graph.len()).then_some(part.as_slice());
    // Near the units first: that is less to list.
    let mut near: BTreeSet<UnitId> = units.iter().copied().collect();
    let mut few = Options::default();
    few.limits.zones = 300_000;
    few.limits.visits = 3_000_000;
    for _ in 0..3 {
        let within = bits(&mut near.iter().copied());
        let asked = FeasibilityQuery { part, within: Some(&within), branches: 200, ..plain };
        if let Feasibility::Feasible(_) = feasibility(&asked, &few, &Unwatched) {
            return Some(true);
        }
        let beside: Vec<_> = near.iter().flat_map(|&unit| graph.neighbours(unit)).collect();
        near.extend(beside.iter().map(|other| other.unit));
    }
    is_yes(&feasibility(&FeasibilityQuery { part, ..plain }, &Options::default(), &Unwatched))
}

fn is_yes(answer: &Feasibility) -> Option<bool> {
    match answer {
        Feasibility::Feasible(_) => Some(true),
        Feasibility::Infeasible { .. } => Some(false),
        Feasibility::Unknown(_) => None,
    }
}

/// Whether a conflict is one, and none of it can be missed.
pub fn conflict(here: &str, case: &WhyQuestion, all: &BTreeSet<Demand>, found: &Conflict, open: &mut Open) {
    let Conflict { demands, unsure, units, each_unit } = found;
    let with = |demands: &BTreeSet<Demand>, units: &[UnitId]| {
        holds(&case.without(&all.difference(demands).cloned().collect()), units)
    };
    open.expect(with(demands, units), false, &format!("{here}: no conflict"));
    for demand in demands.difference(unsure) {
        let fewer = demands.iter().filter(|other| *other != demand).cloned().collect();
        open.expect(with(&fewer, units), true, &format!("{here}: {demand:?} is not needed"));
    }
    for unit in units.iter().filter(|_| *each_unit) {
        let fewer: Vec<UnitId> = units.iter().filter(|other| *other != unit).copied().collect();
        open.expect(with(demands, &fewer), true, &format!("{here}: {unit:?} is not needed"));
    }
}

/// One change of a way out.
#[derive(Clone, Debug)]
enum Change {
    Drop(Demand),
    /// The bounds of an exception.
    Bounds(Vec<UnitId>),
    /// A waiver to cross.
    Crossing(Vec<UnitId>),
}

/// Whether the ways are enough, none of their changes can be missed, and no fewer do.
pub fn ways(here: &str, case: &WhyQuestion, all: &BTreeSet<Demand>, found: &Ways, open: &mut Open) {
    for way in &found.ways {
        let here = format!("{here}, way {:?} {:?} {:?}", way.drops, way.allowed, way.zones);
        assert_eq!(way.changes(), found.fewest, "{here}");
        let WhyQuestion { territory, graph, problem, .. } = &way.case;
        let audit = audit(&Instance::new(territory, graph, problem).expect("an instance"), &way.plan);
        let errors: Vec<String> = audit.findings.iter().map(ToString::to_string).collect();
        assert!(audit.is_compliant(), "{here}: {errors:?}");
        let until = UntilFound::new(&Unwatched);
        let solved = solve(
            &Instance::new(territory, graph, problem).expect("an instance"),
            &Options::default(),
            &until,
        )
        .outcome;
        let is_solved = match solved {
            Outcome::Optimal { .. } | Outcome::Feasible { .. } => Some(true),
            Outcome::Infeasible { .. } => Some(false),
            Outcome::Unknown { .. } => None,
        };
        open.expect(is_solved, true, &format!("{here}: not solved"));
        let changes = changes(way);
        assert_eq!(changes.len() as u64, way.changes(), "{here}");
        for missed in &changes {
            let fewer = without_change(case, way, missed);
            open.expect(is_yes(&ask(&fewer)), false, &format!("{here}: {missed:?} is not needed"));
        }
        for (demand, number) in way.allowed.iter().filter(|_| way.is_least) {
            let nearer = with_nearer(way, demand, *number);
            open.expect(
                is_yes(&ask(&nearer)),
                false,
                &format!("{here}: {demand:?} {number} is not the least"),
            );
        }
    }
    if found.fewest == 2 {
        for demand in all.iter().filter(|demand| ![Demand::Minimum, Demand::Maximum].contains(demand)) {
            let dropped = case.without(&BTreeSet::from([demand.clone()]));
            open.expect(is_yes(&ask(&dropped)), false, &format!("{here}: {demand:?} alone is a way out"));
        }
        let one = one_exception(case, found.percent);
        open.expect(one, false, &format!("{here}: an exception alone is a way out"));
    }
}

fn changes(way: &WayOut) -> Vec<Change> {
    let drops = way.drops.iter().cloned().map(Change::Drop);
    let bounds = way.zones.iter().filter(|zone| zone.outside.is_some());
    let crossings = way.zones.iter().filter(|zone| zone.crosses);
    let zones = bounds.map(|zone| Change::Bounds(zone.units.clone()));
    drops.chain(zones).chain(crossings.map(|zone| Change::Crossing(zone.units.clone()))).collect()
}

/// The question with all changes of a way but one.
fn without_change(case: &WhyQuestion, way: &WayOut, missed: &Change) -> WhyQuestion {
    let is_kept = |demand: &&Demand| !matches!(missed, Change::Drop(dropped) if dropped == *demand);
    let mut fewer = case.without(&way.drops.iter().filter(is_kept).cloned().collect());
    for zone in &way.zones {
        let subject = Excepted::Units(zone.units.clone());
        let own = way.case.problem.exceptions.iter().find(|exception| exception.subject == subject);
        let mut own = own.unwrap().clone();
        match missed {
            Change::Bounds(units) if *units == zone.units => own.bounds = None,
            Change::Crossing(units) if *units == zone.units => own.waives.clear(),
            _ => {}
        }
        fewer.problem.exceptions.insert(0, own);
    }
    fewer
}

/// The question of a way where the number is one nearer to what was asked.
fn with_nearer(way: &WayOut, demand: &Demand, number: u64) -> WhyQuestion {
    use zonewerk_core::problem::CountBounds;
    let mut case = way.case.clone();
    let count = case.problem.zone_count;
    match demand {
        Demand::FewestZones => {
            let count = CountBounds::new(Some(number + 1), count.maximum()).unwrap();
            case.problem = case.problem.with_zone_count(count);
        }
        Demand::MostZones => {
            let count = CountBounds::new(count.minimum(), Some(number - 1)).unwrap();
            case.problem = case.problem.with_zone_count(count);
        }
        Demand::Goal(_) => case.problem.limits.last_mut().unwrap().most = number - 1,
        _ => unreachable!("{demand:?} is no number"),
    }
    case
}

/// Whether one zone outside its bounds by so many percent, or across limits, is enough.
fn one_exception(case: &WhyQuestion, percent: u64) -> Option<bool> {
    let WhyQuestion { territory, graph, problem, .. } = case;
    let mut wide = case.widened(percent).problem;
    for fixed in &problem.fixed_zones {
        let any = PopulationBounds::any();
        let own = zonewerk_core::problem::Exception::bounds_for(fixed.units.clone(), any, "given");
        wide.exceptions.insert(0, own);
    }
    let everywhere = vec![true; graph.len()];
    let loose = RuleRelaxation { problem: &wide, touching: &everywhere, most: 1, people: None };
    let asked =
        FeasibilityQuery { relaxation: Some(loose), ..FeasibilityQuery::whole(territory, graph, problem) };
    is_yes(&feasibility(&asked, &Options::default(), &Unwatched))
}
