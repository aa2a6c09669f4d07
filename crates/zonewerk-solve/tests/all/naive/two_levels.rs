//! Every way to put the zones of a plan into regions, and what regions come to.

use zonewerk_core::problem::{CountBounds, Excepted, Goal, Problem, RuleId, RuleWeight, Severity, Step};
use zonewerk_core::territory::Territory;

use super::families::NaiveGroup;
use super::goals::goal_value;
use super::lists::{Lists, Set, members, set};
use super::plans::{NaivePlan, all_plans, are_contiguous};

/// Zones, and their regions as sets of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoLevels {
    pub zones: NaivePlan,
    pub regions: Vec<Set>,
}

/// All plans of zones and regions.
pub fn all_two_level_plans(lists: &Lists, territory: &Territory, problem: &Problem) -> Vec<TwoLevels> {
    let rules = Rules { lists, territory, problem };
    let mut found = Vec::new();
    for zones in all_plans(lists) {
        let mut regions: Vec<Vec<Set>> = Vec::new();
        group(&rules, &zones, 0, &mut regions, &mut found);
    }
    found
}

fn group(
    rules: &Rules,
    zones: &NaivePlan,
    next: usize,
    regions: &mut Vec<Vec<Set>>,
    found: &mut Vec<TwoLevels>,
) {
    let Some(&zone) = zones.get(next) else {
        if rules.allow(regions) {
            let union = |region: &Vec<Set>| region.iter().fold(0, |units, zone| units | zone);
            let mut regions: Vec<Set> = regions.iter().map(union).collect();
            regions.sort_by_key(|region| region.trailing_zeros());
            found.push(TwoLevels { zones: zones.clone(), regions });
        }
        return;
    };
    for place in 0..regions.len() {
        regions[place].push(zone);
        group(rules, zones, next + 1, regions, found);
        regions[place].pop();
    }
    regions.push(vec![zone]);
    group(rules, zones, next + 1, regions, found);
    regions.pop();
}

struct Rules<'a> {
    lists: &'a Lists,
    territory: &'a Territory,
    problem: &'a Problem,
}

impl Rules<'_> {
    fn is_error(&self, rule: RuleId) -> bool {
        let weight = self.problem.profile.rules.get(&rule).and_then(|setting| setting.weight);
        weight == Some(RuleWeight::Finding(Severity::Error))
    }

    fn except(&self, rule: RuleId) -> Set {
        let setting = self.problem.profile.rules.get(&rule).filter(|_| self.is_error(rule));
        let units = setting.into_iter().flat_map(|setting| &setting.except);
        units.filter_map(|code| self.territory.find(code)).fold(0, |units, unit| units | set(&[unit]))
    }

    fn holds(&self, rule: RuleId, units: Set) -> bool {
        let is_waived = self.problem.exceptions.iter().any(|exception| {
            exception.waives.contains(&rule)
                && matches!(&exception.subject, Excepted::Units(own) if set(own) == units)
        });
        self.is_error(rule) && self.except(rule) & units == 0 && !is_waived
    }

    fn allow(&self, regions: &[Vec<Set>]) -> bool {
        let level = self.problem.profile.region;
        let count =
            if self.is_error(RuleId::WrongNumberOfRegions) { level.count } else { CountBounds::default() };
        within(count, regions.len()) && regions.iter().all(|region| self.is_region(region))
    }

    fn is_region(&self, zones: &[Set]) -> bool {
        let units = zones.iter().fold(0, |units, zone| units | zone);
        let level = self.problem.profile.region;
        let people = self.lists.people_of(units);
        let fewest = level.zones.minimum().filter(|_| self.holds(RuleId::RegionWithTooFewZones, units));
        let most = level.zones.maximum().filter(|_| self.holds(RuleId::RegionWithTooManyZones, units));
        let least = level.population.minimum();
        let most_people =
            level.population.maximum().filter(|_| self.holds(RuleId::RegionAboveMaximumPopulation, units));
        are_contiguous(self.lists, units)
            && (people >= least || !self.holds(RuleId::RegionBelowMinimumPopulation, units))
            && most_people.is_none_or(|most| people <= most)
            && fewest.is_none_or(|fewest| zones.len() as u64 >= fewest)
            && most.is_none_or(|most| zones.len() as u64 <= most)
            && (zones.len() == 1 || !zones.iter().any(|&zone| self.is_alone(zone)))
    }

    /// A fixed zone that a rule on regions leaves alone is a region by itself.
    fn is_alone(&self, zone: Set) -> bool {
        let rules = [
            RuleId::RegionNotContiguous,
            RuleId::RegionBelowMinimumPopulation,
            RuleId::RegionAboveMaximumPopulation,
            RuleId::RegionWithTooFewZones,
            RuleId::RegionWithTooManyZones,
        ];
        self.lists.fixed.contains(&zone) && rules.iter().any(|rule| self.except(*rule) & zone != 0)
    }
}

fn within(bounds: CountBounds, count: usize) -> bool {
    let count = count as u64;
    bounds.minimum().is_none_or(|least| count >= least) && bounds.maximum().is_none_or(|most| count <= most)
}

/// What a step comes to.
pub fn step_value(lists: &Lists, problem: &Problem, step: &Step, plan: &TwoLevels) -> u64 {
    step.terms.iter().map(|term| term.weight * value(lists, problem, &term.goal, plan)).sum()
}

fn value(lists: &Lists, problem: &Problem, goal: &Goal, plan: &TwoLevels) -> u64 {
    let families =
        |name: &str| lists.families.iter().find(|(family, _)| family == name).map(|(_, groups)| groups);
    let regions = plan.regions.iter();
    match goal {
        Goal::Regions => plan.regions.len() as u64,
        Goal::RegionBorderLength => goal_value(lists, &Goal::BorderLength, &plan.regions),
        Goal::RegionDeviation => {
            let level = problem.profile.region.population;
            let (least, most) = (level.minimum(), level.maximum());
            let ideal = problem.ideal_region.unwrap_or(most.map_or(least, |most| least.midpoint(most)));
            regions.map(|&region| lists.people_of(region).abs_diff(ideal)).sum()
        }
        Goal::RegionMismatch { family } => {
            let groups = families(family).unwrap();
            let inside = |region: Set, group: &NaiveGroup| -> u64 {
                members(region & group.whole).map(|unit| lists.people[unit]).sum()
            };
            let most = |region: Set| groups.iter().map(|group| inside(region, group)).max().unwrap_or(0);
            regions.map(|&region| lists.people_of(region) - most(region)).sum()
        }
        Goal::RegionGroups { family } => {
            let groups = families(family).unwrap();
            let touched =
                |region: Set| groups.iter().filter(|group| group.touched & region != 0).count() as u64;
            regions.map(|&region| touched(region).saturating_sub(1)).sum()
        }
        zones => goal_value(lists, zones, &plan.zones),
    }
}
