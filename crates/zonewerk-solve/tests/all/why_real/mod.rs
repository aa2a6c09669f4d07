//! Conflicts planted on real territories: each is found, irreducible and with ways out that are
//! enough, by dropping each member and asking again.

mod checks;
mod places;
mod plants;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use places::{Country, any_place};
use plants::{Kind, Planter};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_solve::why::{Diagnosis, Looking, WhyStage, WhyWatch, why};
use zonewerk_solve::{Options, Unwatched};

struct Nobody;

impl WhyWatch for Nobody {
    fn step(&self, _: WhyStage) {}
}

/// What became of one planted conflict.
struct Seen {
    kind: Kind,
    place: String,
    time: Duration,
    demands: usize,
    units: usize,
    unsure: usize,
    changes: u64,
    ways: usize,
    not_least: usize,
    open: checks::Open,
}

fn look(seed: u64, countries: &[Country]) -> Seen {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let kind = Kind::ALL[seed as usize % Kind::ALL.len()];
    let (place, planted) = loop {
        let place = any_place(countries, &mut random);
        if let Some(planted) = (Planter { place: &place, random: &mut random }).plant(kind) {
            break (place.name, planted);
        }
    };
    let here = format!("seed {seed}, {kind:?} in {place}");
    let options = Options::default();
    let looking =
        Looking { options: &options, watch: &Unwatched, tell: &Nobody, percent: 25, most_changes: 3 };
    let start = Instant::now();
    let answer = why(&planted.case.instance().expect("an instance"), &planted.links, looking);
    let time = start.elapsed();

    let Diagnosis::Impossible { conflict, ways, .. } = answer else { panic!("{here}: {answer:?}") };
    let here = format!("{here}: {conflict:?}");
    let demands = planted.case.demands(&planted.links);
    let is_in = planted.demands.is_empty() || !planted.demands.is_disjoint(&conflict.demands);
    assert!(is_in, "{here}: not {:?}", planted.demands);
    let is_there = planted.units.is_empty() || conflict.units.iter().any(|unit| planted.units.contains(unit));
    assert!(is_there, "{here}: not at {:?}", planted.units);
    let mut open = checks::Open::default();
    checks::conflict(&here, &planted.case, &demands, &conflict, &mut open);
    checks::ways(&here, &planted.case, &demands, &ways, &mut open);
    eprintln!(
        "{seed} {kind:?} {}: {} units, unsure {:?}, {} ways of {}, why {time:?}, checks {:?}",
        place,
        conflict.units.len(),
        conflict.unsure,
        ways.ways.len(),
        ways.fewest,
        start.elapsed() - time
    );
    Seen {
        kind,
        place,
        time,
        demands: conflict.demands.len(),
        units: conflict.units.len(),
        unsure: conflict.unsure.len(),
        changes: ways.fewest,
        ways: ways.ways.len(),
        not_least: ways.ways.iter().filter(|way| !way.is_least).count(),
        open,
    }
}

#[test]
fn planted_conflicts_are_found_and_every_way_out_is_enough() {
    let worlds = std::env::var("ZONEWERK_WORLDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let first = std::env::var("ZONEWERK_FIRST").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let countries = [Country::new("flanders-2025"), Country::new("flanders-2019")];
    let seen: Vec<Seen> =
        (first..first + worlds).into_par_iter().map(|seed| look(seed, &countries)).collect();
    let mut by_kind: BTreeMap<Kind, Vec<&Seen>> = BTreeMap::new();
    seen.iter().for_each(|one| by_kind.entry(one.kind).or_default().push(one));
    for (kind, seen) in &by_kind {
        let mut times: Vec<Duration> = seen.iter().map(|one| one.time).collect();
        times.sort_unstable();
        let sum = |count: &dyn Fn(&Seen) -> usize| seen.iter().map(|one| count(one)).sum::<usize>();
        println!(
            "{kind:?}: {} planted, {} without a way, {} unsure, {} not least, {} open; median {:?}, worst {:?}",
            seen.len(),
            sum(&|one| usize::from(one.ways == 0)),
            sum(&|one| one.unsure),
            sum(&|one| one.not_least),
            sum(&|one| one.open.0.len()),
            times[times.len() / 2],
            times[times.len() - 1],
        );
    }
    for one in &seen {
        let Seen { kind, place, time, demands, units, changes, ways, .. } = one;
        println!("{kind:?} in {place}: {demands} demands, {units} units, {ways} ways of {changes}, {time:?}");
        one.open.0.iter().for_each(|open| println!("  open: {open}"));
    }
}
