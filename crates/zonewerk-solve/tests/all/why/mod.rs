//! Conflicts and ways out of small worlds against trying everything; every plan is audited.

mod naive;

use std::collections::BTreeSet;
use std::ops::Range;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_audit::audit;
use zonewerk_core::problem::{Exception, Goal, GroupReading, Instance, Limit, PopulationBounds};
use zonewerk_core::territory::UnitId;
use zonewerk_solve::why::{Demand, Diagnosis, Looking, WhyQuestion, WhyStage, WhyWatch, why};
use zonewerk_solve::{Options, Unwatched};

use crate::naive::pieces::NaivePieces;
use crate::worlds::filters::Filter;
use crate::worlds::{self, World, families, pieces};
use naive::Naive;

struct Nobody;

impl WhyWatch for Nobody {
    fn step(&self, _: WhyStage) {}
}

const MOST_CHANGES: u64 = 3;
const PERCENT: u64 = 25;

/// A world with something in it that may leave no plan.
fn world(seed: u64, is_apart: bool) -> (WhyQuestion, Vec<(UnitId, UnitId)>, Option<NaivePieces>) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut world = loop {
        let world = World::plain(&mut random);
        if world.graph.len() <= 7 {
            break world;
        }
    };
    world.territory.families.clear();
    world.territory.planned_mergers.clear();
    let filters = [
        Filter::Together,
        Filter::Apart,
        Filter::ZonePin,
        Filter::DecidedMerger,
        Filter::Exception,
        Filter::FixedZone,
        Filter::LeastCount,
        Filter::MostCount,
    ];
    for _ in 0..random.random_range(0..=3) {
        filters[random.random_range(0..filters.len())].put_into(&mut world, &mut random);
    }
    if random.random_bool(0.4) {
        let names = families::add_families(&mut world, &mut random);
        families::ask_laminar(&mut world, &mut random, names, GroupReading::Strict);
    }
    if random.random_bool(0.3) {
        let area = families::add_areas(&mut world, &mut random);
        families::ask_inside(&mut world, &mut random, vec![area]);
    }
    if random.random_bool(0.25) {
        pieces::ask_one_piece(&mut world, &mut random);
    }
    world
        .problem
        .exceptions
        .retain(|exception| !matches!(exception.subject, zonewerk_core::problem::Excepted::Zone(_)));
    let bounds = world.problem.bounds();
    if random.random_bool(0.3) {
        let maximum = bounds.maximum().map(|maximum| maximum.min(bounds.minimum() + bounds.minimum() / 8));
        world.problem.profile.zone.population = PopulationBounds::new(bounds.minimum(), maximum).unwrap();
    }
    if random.random_bool(0.5) {
        let goal = if random.random_bool(0.8) { Goal::CutEdges } else { Goal::AbsoluteDeviation };
        let most = match goal {
            Goal::CutEdges => random.random_range(0..=4),
            _ => random.random_range(0..=bounds.minimum()),
        };
        world.problem.limits.push(Limit { goal, most });
    }
    narrow_exception(&mut world, &mut random);
    if is_apart {
        world = world.with_zones_apart();
    }
    let one_piece = world.pieces.as_ref().map(|pieces| NaivePieces::of(pieces, &world.problem));
    let case = WhyQuestion {
        territory: world.territory,
        graph: world.graph,
        problem: world.problem,
        measured: None,
    };
    let units: Vec<UnitId> = case.graph.units().collect();
    let pair = (random.random_range(0..units.len() - 1), units.len() - 1);
    let links = if random.random_bool(0.4) { vec![(units[pair.0], units[pair.1])] } else { Vec::new() };
    let links = links
        .into_iter()
        .filter(|(a, b)| {
            let beside = case.graph.neighbours(*a).iter().any(|beside| beside.unit == *b);
            let linked = case.territory.links.iter();
            !beside && !linked.into_iter().any(|link| link.between.contains(a) && link.between.contains(b))
        })
        .collect();
    (case, links, one_piece)
}

/// Gives a zone that is given, now and then, bounds that are narrower than the ordinary ones.
fn narrow_exception(world: &mut World, random: &mut ChaCha8Rng) {
    let Some(fixed) = world.problem.fixed_zones.first().filter(|_| random.random_bool(0.5)) else { return };
    let population = world.territory.population(fixed.units.iter().copied());
    let minimum = random.random_range(0..=population + 3);
    let maximum = random.random_bool(0.7).then(|| minimum + random.random_range(0..=4));
    let bounds = PopulationBounds::new(minimum, maximum).unwrap();
    let units = fixed.units.clone();
    world.problem.exceptions.retain(|exception| exception.zone().is_none_or(|(zone, _)| zone != units));
    world.problem.exceptions.push(Exception::bounds_for(units, bounds, "trial"));
}

/// What became of a world.
#[derive(Default)]
struct Counts {
    possible: usize,
    impossible: usize,
    ways: usize,
    without_way: usize,
}

fn look(seed: u64, is_apart: bool) -> Counts {
    let (case, links, one_piece) = world(seed, is_apart);
    let options = Options::default();
    let looking = Looking {
        options: &options,
        watch: &Unwatched,
        tell: &Nobody,
        percent: PERCENT,
        most_changes: MOST_CHANGES,
    };
    let demands = case.demands(&links);
    let naive = Naive::new(&case, one_piece.as_ref());
    let all: Vec<UnitId> = case.graph.units().collect();
    let is_possible = naive.is_possible(&demands, &demands, &all);
    let mut counts = Counts::default();
    match why(&case.instance().expect("an instance"), &links, looking) {
        Diagnosis::Possible(_) => {
            assert!(is_possible, "seed {seed}: said to be possible");
            counts.possible += 1;
        }
        Diagnosis::Unknown => panic!("seed {seed}: not found out"),
        Diagnosis::Impossible { conflict, ways, .. } => {
            assert!(!is_possible, "seed {seed}: said to be impossible");
            counts.impossible += 1;
            let here = format!("seed {seed}: {conflict:?}");
            assert!(conflict.unsure.is_empty(), "{here}");
            assert!(!naive.is_possible(&conflict.demands, &demands, &conflict.units), "{here}: no conflict");
            for demand in &conflict.demands {
                let fewer: BTreeSet<Demand> =
                    conflict.demands.iter().filter(|other| *other != demand).cloned().collect();
                let possible = naive.is_possible(&fewer, &demands, &conflict.units);
                assert!(possible, "{here}: {demand:?} is not needed");
            }
            for unit in conflict.units.iter().filter(|_| conflict.each_unit) {
                let fewer: Vec<UnitId> =
                    conflict.units.iter().filter(|other| *other != unit).copied().collect();
                let possible = naive.is_possible(&conflict.demands, &demands, &fewer);
                assert!(possible, "{here}: {unit:?} is not needed");
            }
            let least = naive.least(&demands, PERCENT, MOST_CHANGES);
            let first = ways.ways.first().map(|way| (way.changes(), way.people));
            assert_eq!(first, least, "{here}");
            for way in &ways.ways {
                let audit = audit(
                    &Instance::new(&way.case.territory, &way.case.graph, &way.case.problem)
                        .expect("an instance"),
                    &way.plan,
                );
                let errors: Vec<String> = audit.findings.iter().map(ToString::to_string).collect();
                assert!(audit.is_compliant(), "{here}: {errors:?} {way:?}");
                assert!(way.is_least);
                for (place, one) in way.case.problem.exceptions.iter().enumerate() {
                    let mut before = way.case.problem.exceptions[..place].iter();
                    let twice = before
                        .any(|other| other.subject == one.subject && one.bounds.and(other.bounds).is_some());
                    assert!(!twice, "{here}: a scenario refuses {one:?}");
                }
            }
            counts.ways += usize::from(!ways.ways.is_empty());
            counts.without_way += usize::from(ways.ways.is_empty());
        }
    }
    counts
}

#[test]
fn conflicts_cannot_miss_a_member_and_the_first_way_out_is_the_cheapest() {
    are_right(worlds::seeds(0, 600), false, 3);
}

#[test]
fn nor_where_zones_may_lie_apart() {
    are_right(worlds::seeds(1_000_000, 600), true, 5);
}

/// Looks at these worlds, of which one in so many has no plan.
fn are_right(seeds: Range<u64>, is_apart: bool, share: usize) {
    let worlds = seeds.end - seeds.start;
    let sum = |a: Counts, b: Counts| Counts {
        possible: a.possible + b.possible,
        impossible: a.impossible + b.impossible,
        ways: a.ways + b.ways,
        without_way: a.without_way + b.without_way,
    };
    let counts = seeds.into_par_iter().map(|seed| look(seed, is_apart)).reduce(Counts::default, sum);
    let Counts { possible, impossible, ways, without_way } = counts;
    println!("{possible} possible, {impossible} impossible, {ways} with a way out, {without_way} without");
    assert!(impossible >= worlds as usize / share, "{impossible} of {worlds} are impossible");
    assert!(ways > 0 && without_way > 0);
}
