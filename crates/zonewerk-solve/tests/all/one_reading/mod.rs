//! One reading of a scenario: what the solver says of random scenarios beside what the audit says
//! of every partition of their units.

mod draw;
mod verdict;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;

use crate::worlds::seeds;
use verdict::{Kind, verdict};

#[test]
fn solver_and_audit_never_contradict_each_other() {
    let verdicts: Vec<(u64, Result<Kind, String>)> = seeds(7_000_000, 10_000)
        .into_par_iter()
        .map(|seed| (seed, verdict(&draw::scenario(&mut ChaCha8Rng::seed_from_u64(seed)))))
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
