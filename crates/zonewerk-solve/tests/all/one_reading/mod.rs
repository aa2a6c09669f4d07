//! One reading of a scenario: what the solver says of random scenarios beside what the audit says
//! of every partition of their units, of every way to put zones into regions where those are drawn,
//! and of plans that divide a unit.

mod draw;
mod levels;
mod verdict;

use std::ops::Range;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;

use crate::worlds::seeds;
use draw::Drawn;
use verdict::{Kind, verdict};

#[test]
fn solver_and_audit_never_contradict_each_other() {
    compare(seeds(7_000_000, 10_000), draw::scenario);
}

#[test]
fn nor_where_regions_are_drawn() {
    compare(seeds(8_000_000, 3_000), draw::with_drawn_regions);
}

fn compare(seeds: Range<u64>, draw: fn(&mut ChaCha8Rng) -> Drawn) {
    let verdicts: Vec<(u64, Result<Kind, String>)> = seeds
        .into_par_iter()
        .map(|seed| (seed, verdict(&draw(&mut ChaCha8Rng::seed_from_u64(seed)))))
        .collect();
    let wrong: Vec<String> = verdicts
        .iter()
        .filter_map(|(seed, verdict)| Some(format!("{seed}: {}", verdict.as_ref().err()?)))
        .collect();
    let some: Vec<&String> = wrong.iter().take(10).collect();
    assert!(wrong.is_empty(), "{} of {} are wrong, among them {some:#?}", wrong.len(), verdicts.len());
    for kind in [Kind::Plan, Kind::Impossible, Kind::Refused] {
        let seen = verdicts.iter().filter(|(_, verdict)| *verdict == Ok(kind)).count();
        println!("{kind:?}: {seen} of {}", verdicts.len());
        assert!(seen * 20 > verdicts.len(), "{kind:?}: {seen} of {}", verdicts.len());
    }
}
