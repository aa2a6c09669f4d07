//! The cheapest ways out of an impossible question: demands to drop, and zones to make an
//! exception for.
//!
//! By number, the fewest first: for each number, every set of demands is followed that hits a
//! conflict of what is left (hitting set tree, Reiter 1987, "A theory of diagnosis from first
//! principles", Artificial Intelligence 32), and for each of them the rest may be zones outside
//! their bounds or across limits, by the fewest inhabitants. A way of so many needs one zone that
//! touches the conflict, so that where there is one zone only those are tried.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::{RelaxedRules, ask_relaxed, ask_relaxed_shortly, bits, conflict};
use super::demands::Demand;
use super::exception_edits::ExceptionEdits;
use super::truth_query::Truth;
use super::why_question::{WhyQuestion, hull};
use super::{Conflict, WhySearch, WhyStage};
use crate::requirements::Requirements;
use crate::zone_rules::ZoneRules;
use crate::zones::Nesting;
use crate::{RuleBreaches, rule_breaches};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::PopulationBounds;
use zonewerk_core::territory::UnitId;

/// What to change, and that it is enough.
#[derive(Clone, Debug)]
pub struct WayOut {
    /// Demands to drop.
    pub drops: BTreeSet<Demand>,
    /// Of those that are numbers, what is allowed instead: the least that will do.
    pub allowed: BTreeMap<Demand, u64>,
    /// Zones to make an exception for, in the order of their units.
    pub zones: Vec<RelaxedZone>,
    /// What stands in the list of exceptions for that.
    pub exceptions: ExceptionEdits,
    /// Inhabitants by whom those are outside their bounds, all together.
    pub people: u64,
    /// Whether no plan with these drops and so many exceptions has fewer, and what is allowed of a
    /// number is proved to be the least.
    pub is_least: bool,
    /// The question with these changes.
    pub case: WhyQuestion,
    /// A plan of it: that it is enough.
    pub plan: Plan,
}

/// A zone that needs an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelaxedZone {
    /// Its units, ascending.
    pub units: Vec<UnitId>,
    /// Its inhabitants.
    pub population: u64,
    /// The bounds that it breaches, where it does.
    pub outside: Option<PopulationBounds>,
    /// Whether it crosses the limits of groups.
    pub crosses: bool,
    breaches: RuleBreaches,
}

impl WayOut {
    /// How many things it changes.
    pub fn changes(&self) -> u64 {
        self.drops.len() as u64 + self.zones.iter().map(|zone| zone.breaches.rules).sum::<u64>()
    }
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// The ways out, the best first: all have as many changes.
    pub ways: Vec<WayOut>,
    /// Proved: there is none with fewer changes than this, of those that were tried.
    pub fewest: u64,
    /// How far zones were tried outside their bounds, in percent of each bound.
    pub percent: u64,
    /// The demands that were tried without; all others were kept.
    pub candidates: BTreeSet<Demand>,
    /// Whether exceptions for zones were tried.
    pub may_relax: bool,
}

/// Looks for ways out with up to `most` changes.
pub(super) fn ways_out(search: &WhySearch<'_>, first: &Conflict, percent: u64, most: u64) -> Ways {
    let candidates = search.demands.iter().filter(|demand| search.may_drop(demand)).cloned().collect();
    let may_relax = search.may_relax();
    let mut ways = Ways { ways: Vec::new(), fewest: 1, percent, candidates, may_relax };
    for changes in 1..=most {
        let percent = ways.percent;
        let mut tree = HittingSetTree {
            search,
            changes,
            percent,
            seen: BTreeSet::new(),
            ways: Vec::new(),
            is_sure: true,
        };
        tree.follow(&BTreeSet::new(), Some(first));
        ways.percent = tree.percent;
        ways.ways = tree.ways;
        if !ways.ways.is_empty() || !tree.is_sure || search.query.is_stopped() {
            break;
        }
        ways.fewest = changes + 1;
    }
    ways.ways.sort_by(|a, b| {
        let key = |way: &WayOut| (way.changes(), way.people, !way.zones.is_empty());
        key(a).cmp(&key(b)).then_with(|| a.drops.cmp(&b.drops))
    });
    ways
}

struct HittingSetTree<'a> {
    search: &'a WhySearch<'a>,
    /// How many changes a way has.
    changes: u64,
    percent: u64,
    seen: BTreeSet<BTreeSet<Demand>>,
    ways: Vec<WayOut>,
    /// Whether every answer was found.
    is_sure: bool,
}

impl HittingSetTree<'_> {
    /// Follows the ways that drop these demands, and perhaps more.
    fn follow(&mut self, drops: &BTreeSet<Demand>, known: Option<&Conflict>) {
        if !self.seen.insert(drops.clone()) || self.search.query.is_stopped() {
            return;
        }
        let WhySearch { query, case, demands, .. } = *self.search;
        self.search.tell(WhyStage::WaysOut { changes: self.changes, found: self.ways.len() });
        let relaxed = case.without(drops);
        let left: BTreeSet<Demand> = demands.difference(drops).cloned().collect();
        let budget = self.changes - drops.len() as u64;
        if budget == 0 {
            match query.ask(&relaxed, None, None) {
                Truth::Yes(zones) => self.take(drops, relaxed, zones, true),
                Truth::No(_) => {}
                Truth::TooLarge | Truth::Unknown => self.is_sure = false,
            }
            return;
        }
        // What is left without any exception is impossible, or fewer changes would do.
        let own;
        let core = match known {
            Some(known) => known,
            None => {
                let Some(found) = conflict(query, case, demands, &left, None) else {
                    self.is_sure = false;
                    return;
                };
                own = found;
                &own
            }
        };
        if self.search.may_relax() {
            self.loosen(drops, &relaxed, core, budget);
        }
        // With one exception fewer there is no plan: one more demand must go, of those that stand
        // in the way of that.
        let branching = if budget == 1 {
            Some(core.clone())
        } else {
            let mut rules = self.rules_touching(vec![true; relaxed.graph.len()], budget - 1);
            // Narrows the rules to what can be listed.
            self.ask_within_reach(&relaxed, &mut rules);
            conflict(query, case, demands, &left, Some(&rules))
        };
        let Some(branching) = branching else {
            self.is_sure = false;
            return;
        };
        let may_drop = |demand: &&Demand| self.search.may_drop(demand);
        let mut droppable: Vec<&Demand> = branching.demands.iter().filter(may_drop).collect();
        if !self.search.may_relax() {
            // Numbers of regions are soonest found out without.
            droppable.reverse();
        }
        for (behind, demand) in droppable.iter().enumerate() {
            query.watch.begins(behind as u32, droppable.len() as u32);
            let mut more = drops.clone();
            more.insert((*demand).clone());
            self.follow(&more, None);
        }
    }

    /// One exception alone is for a zone that touches the conflict, unless zones elsewhere count.
    fn rules(&self, case: &WhyQuestion, core: &Conflict, most: u64) -> RelaxedRules {
        let all = case.graph.len();
        let is_near = most == 1 && !core.demands.contains(&Demand::FewestZones);
        let touching = if is_near { bits(all, &core.units) } else { vec![true; all] };
        self.rules_touching(touching, most)
    }

    fn rules_touching(&self, touching: Vec<bool>, most: u64) -> RelaxedRules {
        let fixed = self.search.case.problem.fixed_zones.iter();
        let given = fixed.map(|fixed| fixed.units.clone()).collect();
        RelaxedRules { percent: self.percent, touching, most, people: None, given }
    }

    /// Asks with exceptions, within a reach for which the zones are not too many to list; that is
    /// the reach from here on.
    fn ask_within_reach(&mut self, case: &WhyQuestion, rules: &mut RelaxedRules) -> Truth {
        loop {
            rules.percent = self.percent;
            let truth = ask_relaxed(self.search.query, case, None, rules);
            if truth != Truth::TooLarge || self.percent == 0 {
                return truth;
            }
            self.percent /= 2;
        }
    }

    /// Exceptions for zones, by the fewest inhabitants, found by halving.
    fn loosen(&mut self, drops: &BTreeSet<Demand>, relaxed: &WhyQuestion, core: &Conflict, budget: u64) {
        let query = self.search.query;
        let mut rules = self.rules(relaxed, core, budget);
        let mut best = match self.ask_within_reach(relaxed, &mut rules) {
            Truth::Yes(zones) => zones,
            Truth::No(_) => return,
            Truth::TooLarge | Truth::Unknown => {
                self.is_sure = false;
                return;
            }
        };
        let people = |zones: &[Vec<UnitId>]| -> u64 {
            self.search.relaxed_zones(relaxed, zones).iter().map(|zone| zone.breaches.people).sum()
        };
        let (mut low, mut high) = (0, people(&best));
        let mut is_least = true;
        while low < high {
            let middle = low.midpoint(high);
            rules.people = Some(middle);
            match ask_relaxed_shortly(query, relaxed, &rules) {
                Truth::Yes(zones) => {
                    high = people(&zones);
                    best = zones;
                }
                Truth::No(_) => low = middle + 1,
                Truth::TooLarge | Truth::Unknown => {
                    is_least = false;
                    break;
                }
            }
        }
        self.take(drops, relaxed.clone(), best, is_least);
    }

    fn take(
        &mut self,
        drops: &BTreeSet<Demand>,
        mut case: WhyQuestion,
        plan: Vec<Vec<UnitId>>,
        mut is_least: bool,
    ) {
        let zones = self.search.relaxed_zones(&case, &plan);
        let asked = &self.search.case.problem;
        let exceptions = ExceptionEdits::new(asked, &case.problem, &zones);
        case.problem.exceptions = exceptions.apply(&asked.exceptions);
        let people = zones.iter().map(|zone| zone.breaches.people).sum();
        let mut allowed = BTreeMap::new();
        let mut plan = plan;
        if let Some(least) = self.search.least_number(drops, &case, &plan) {
            allowed.insert(least.demand, least.number);
            is_least &= least.is_least;
            (case, plan) = (least.case, least.plan);
        }
        let plan = self.search.named(&case, plan);
        let drops = drops.clone();
        self.ways.push(WayOut { drops, allowed, zones, exceptions, people, is_least, case, plan });
    }
}

impl WhySearch<'_> {
    /// Whether ways out may drop a demand: bounds are never dropped for all zones.
    fn may_drop(&self, demand: &Demand) -> bool {
        let narrows = |place: usize| {
            let own = self.case.problem.exceptions[place].bounds;
            own.is_some_and(|own| hull(own, self.ordinary_bounds()) != own)
        };
        let may = match demand {
            Demand::Minimum | Demand::Maximum => false,
            Demand::Exception(place) => narrows(*place),
            _ => true,
        };
        may && !self.is_fixed(demand)
    }

    /// The bounds of a zone without an exception.
    fn ordinary_bounds(&self) -> PopulationBounds {
        ZoneRules::new(&self.case.territory, &self.case.problem).bounds()
    }

    /// The zones that need an exception.
    fn relaxed_zones(&self, case: &WhyQuestion, zones: &[Vec<UnitId>]) -> Vec<RelaxedZone> {
        let WhyQuestion { territory, problem, .. } = case;
        let requirements = Requirements::new(territory, problem);
        let nesting = Nesting::new(territory, &requirements);
        let relaxation = zones.iter().filter_map(|units| {
            let breaches = rule_breaches(territory, &requirements, &nesting, units);
            (breaches.rules > 0).then(|| RelaxedZone {
                units: units.clone(),
                population: territory.population(units.iter().copied()),
                outside: (breaches.people > 0).then(|| requirements.zone(units).population),
                crosses: nesting.crossed(units) > 0,
                breaches,
            })
        });
        relaxation.collect()
    }
}
