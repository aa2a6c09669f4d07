//! One world: what is found beside what the oracle says.

use zonewerk_audit::audit;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Instance;
use zonewerk_core::territory::{Id, UnitId};
use zonewerk_solve::{
    Alternative, Alternatives, Backbone, Beyond, Completeness, Options, Outcome, PairStatus, Stopped,
    UnitStatus, Unwatched, Wanted, Which, alternatives,
};

use crate::naive::goals::step_value;
use crate::naive::lists::{Lists, Set, members, set};
use crate::naive::plans::{NaivePlan, all_plans};
use crate::worlds::World;

/// What was seen in many worlds.
#[derive(Debug, Default)]
pub struct Seen {
    infeasible: usize,
    all: usize,
    more: usize,
    several: usize,
    diverse: usize,
    pairs: usize,
    settled: usize,
    contested: usize,
}

impl Seen {
    pub fn add(&mut self, one: Self) {
        self.infeasible += one.infeasible;
        self.all += one.all;
        self.more += one.more;
        self.several += one.several;
        self.diverse += one.diverse;
        self.pairs += one.pairs;
        self.settled += one.settled;
        self.contested += one.contested;
    }

    /// Whether so many worlds had enough of everything.
    pub fn is_telling(&self, worlds: usize) -> bool {
        let some = [self.infeasible, self.all, self.more, self.several, self.diverse];
        some.iter().all(|&seen| seen > worlds / 20) && self.settled > worlds && self.contested > worlds
    }
}

/// A plan within the margin, by the oracle.
struct Within {
    value: u64,
    zones: Vec<Vec<usize>>,
    plan: NaivePlan,
}

/// Compares what is found with every plan of the world.
pub fn compare(world: &World, wanted: Wanted) -> Result<Seen, String> {
    let World { territory, graph, problem, .. } = world;
    let lists = Lists::of(world);
    let found = alternatives(
        &Instance::new(territory, graph, problem).expect("an instance"),
        &Options::default(),
        wanted,
        &Unwatched,
    )
    .map_err(|refused| refused.to_string())?;
    let step = &problem.objective.steps()[0];
    let mut plans: Vec<Within> = all_plans(&lists)
        .into_iter()
        .map(|plan| Within { value: step_value(&lists, step, &plan), zones: zones(&plan), plan })
        .collect();
    plans.sort_by(|a, b| (a.value, &a.zones).cmp(&(b.value, &b.zones)));
    let Some(best) = plans.first().map(|plan| plan.value) else {
        let is_infeasible = match &found.best.outcome {
            Outcome::Infeasible { .. } => true,
            // The oracle asks for a zone in each region too, as what is drawn has.
            Outcome::Unknown { stopped: Stopped::NoneContiguous { beyond, .. }, .. } => {
                *beyond == [Beyond::RegionWithoutZone]
            }
            _ => false,
        };
        let said = format!("there is no plan, and yet {:?}", found.best.outcome);
        return if is_infeasible { Ok(Seen { infeasible: 1, ..Seen::default() }) } else { Err(said) };
    };
    let most = best + (u128::from(best) * u128::from(wanted.margin.millionths) / 1_000_000) as u64;
    plans.retain(|plan| plan.value <= most);
    if found.best.outcome.objective() != Some(best) || found.ceiling != Some(most) {
        return Err(format!("the best is {best}, the ceiling {most}, not {found:?}"));
    }
    each_is_one(world, &plans, &found.plans)?;
    let mut seen = Seen { several: usize::from(plans.len() > 1), ..Seen::default() };
    match wanted.which {
        Which::Best => best_in_order(&plans, &found, wanted)?,
        Which::MostDifferent => {
            most_different(&lists, &plans, &found, wanted)?;
            seen.diverse += 1;
        }
    }
    seen.all += usize::from(found.completeness == Completeness::All);
    seen.more += usize::from(found.completeness == Completeness::More);
    match &found.backbone {
        Some(backbone) => {
            each_is_one(world, &plans, &backbone.witnesses)?;
            same_backbone(&lists, &plans, backbone, &mut seen)?;
        }
        None if wanted.backbone || found.completeness == Completeness::All => {
            return Err("no backbone".into());
        }
        None => {}
    }
    Ok(seen)
}

/// The zones of a plan, as units, in ascending order.
fn zones(plan: &[Set]) -> Vec<Vec<usize>> {
    let mut zones: Vec<Vec<usize>> = plan.iter().map(|&zone| members(zone).collect()).collect();
    zones.sort();
    zones
}

fn zones_of(plan: &Plan) -> Vec<Vec<usize>> {
    let mut zones: Vec<Vec<usize>> =
        plan.members().values().map(|units| units.iter().map(|unit| unit.index()).collect()).collect();
    zones.sort();
    zones
}

/// Each plan is within the margin at its true value, passes its audit, and stands once.
fn each_is_one(world: &World, plans: &[Within], found: &[Alternative]) -> Result<(), String> {
    let mut before = Vec::new();
    for one in found {
        let zones = zones_of(&one.plan);
        let known = plans.iter().find(|plan| plan.zones == zones);
        if known.map(|plan| plan.value) != Some(one.value) {
            return Err(format!("{zones:?} at {} is not {:?}", one.value, known.map(|plan| plan.value)));
        }
        let findings = audit(
            &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
            &one.plan,
        );
        if !findings.is_compliant() {
            return Err(format!("the audit finds {findings:?}"));
        }
        if before.contains(&zones) {
            return Err(format!("{zones:?} stands twice"));
        }
        before.push(zones);
    }
    Ok(())
}

fn best_in_order(plans: &[Within], found: &Alternatives, wanted: Wanted) -> Result<(), String> {
    let of_plan = |one: &Alternative| (one.value, zones_of(&one.plan));
    let listed: Vec<(u64, Vec<Vec<usize>>)> = found.plans.iter().map(of_plan).collect();
    let expected: Vec<(u64, Vec<Vec<usize>>)> =
        plans.iter().map(|plan| (plan.value, plan.zones.clone())).collect();
    let count = wanted.count.min(plans.len());
    let completeness = if plans.len() <= wanted.count { Completeness::All } else { Completeness::More };
    if found.completeness != completeness || listed.len() != count {
        return Err(format!("{} of {}: {:?}", listed.len(), plans.len(), found.completeness));
    }
    if found.plans.iter().any(|one| !one.is_proved) || !listed.is_sorted() {
        return Err(format!("not proved, or not in order: {listed:?}"));
    }
    // Of plans as good as the last, any may be left out.
    let last = listed[count - 1].0;
    let sure = expected.iter().filter(|plan| plan.0 < last || count == plans.len()).count();
    let values = |plans: &[(u64, Vec<Vec<usize>>)]| plans.iter().map(|plan| plan.0).collect::<Vec<u64>>();
    if listed[..sure] != expected[..sure] || values(&listed) != values(&expected[..count]) {
        return Err(format!("{listed:?} are not the first of {expected:?}"));
    }
    Ok(())
}

/// Pairs of neighbours that are together in one plan and apart in the other.
fn differing(lists: &Lists, a: &[Set], b: &[Set]) -> usize {
    lists.neighbours.iter().filter(|&&pair| together(a, pair) != together(b, pair)).count()
}

fn together(plan: &[Set], (a, b): (usize, usize)) -> bool {
    plan.iter().any(|zone| zone >> a & 1 == 1 && zone >> b & 1 == 1)
}

/// Each next plan differs most, in all, from those before.
fn most_different(
    lists: &Lists,
    plans: &[Within],
    found: &Alternatives,
    wanted: Wanted,
) -> Result<(), String> {
    let known = |one: &Alternative| {
        plans.iter().find(|plan| plan.zones == zones_of(&one.plan)).expect("each is one of them")
    };
    let listed: Vec<&Within> = found.plans.iter().map(known).collect();
    if listed.first().map(|plan| plan.value) != plans.first().map(|plan| plan.value) {
        return Err("the first is not the best".into());
    }
    for place in 1..listed.len() {
        let before = &listed[..place];
        let sum = |plan: &Within| before.iter().map(|other| differing(lists, &other.plan, &plan.plan)).sum();
        let left = plans.iter().filter(|plan| before.iter().all(|other| other.zones != plan.zones));
        let most: usize = left.map(sum).max().expect("one is left");
        if sum(listed[place]) != most {
            return Err(format!("plan {place} differs in {}, another in {most}", sum(listed[place])));
        }
    }
    let completeness = if plans.len() < wanted.count { Completeness::All } else { Completeness::Enough };
    if listed.len() != wanted.count.min(plans.len()) || found.completeness != completeness {
        return Err(format!("{} of {}: {:?}", listed.len(), plans.len(), found.completeness));
    }
    Ok(())
}

fn same_backbone(
    lists: &Lists,
    plans: &[Within],
    backbone: &Backbone,
    seen: &mut Seen,
) -> Result<(), String> {
    let pairs: Vec<(usize, usize)> =
        backbone.pairs.iter().map(|pair| (pair.units[0].index(), pair.units[1].index())).collect();
    if pairs != lists.neighbours || backbone.stopped.is_some() {
        return Err(format!("{pairs:?} of {:?}", lists.neighbours));
    }
    let mut settled = vec![true; lists.people.len()];
    for (pair, &(a, b)) in backbone.pairs.iter().zip(&pairs) {
        let times = plans.iter().filter(|plan| together(&plan.plan, (a, b))).count();
        let is_right = match pair.status {
            PairStatus::Together => times == plans.len(),
            PairStatus::Apart => times == 0,
            PairStatus::Contested { together, apart } => {
                let lies = |witness: usize| {
                    let plan = &backbone.witnesses[witness].plan;
                    plan.holdings[UnitId::new(a)] == plan.holdings[UnitId::new(b)]
                };
                lies(together) && !lies(apart)
            }
            PairStatus::Unknown => false,
        };
        if !is_right {
            return Err(format!("{a} and {b} in {times} of {} plans: {pair:?}", plans.len()));
        }
        let is_settled = times == 0 || times == plans.len();
        seen.pairs += 1;
        seen.settled += usize::from(is_settled);
        seen.contested += usize::from(!is_settled);
        settled[a] &= is_settled;
        settled[b] &= is_settled;
    }
    let standings = backbone.units(settled.len());
    let found: Vec<bool> = standings.values().map(|&standing| standing == UnitStatus::Settled).collect();
    if found != settled {
        return Err(format!("units are settled {settled:?}, not {found:?}"));
    }
    let mut in_all: Vec<Set> = plans[0].plan.clone();
    in_all.retain(|zone| plans.iter().all(|plan| plan.plan.contains(zone)));
    let mut found: Vec<Set> = backbone.zones.iter().map(|units| set(units)).collect();
    in_all.sort_unstable();
    found.sort_unstable();
    if in_all != found {
        return Err(format!("zones in all plans are {in_all:?}, not {found:?}"));
    }
    Ok(())
}
