//! Flows that are nearly the best of all: the program of [`super::primal_dual`], from the prices of a rough
//! solution, over more and more roots.
//!
//! A root is taken where the prices so far leave more inhabitants around it than there is room for (column
//! generation, Dantzig and Wolfe 1960): only there flow from it would show more than it costs.

use rayon::prelude::*;

use super::flow_certificate::{FlowCertificate, verify};
use super::flow_network::FlowNetwork;
use super::flow_rounding::in_whole_numbers;
use super::flow_routing::Routed;
use super::primal_dual::PrimalDual;
use super::shortest_paths::{NearPoint, PathScratch, near};

/// Edges are taken for a root up to points at this distance; those at 1 and beyond leave any zone.
const REACH: f64 = 1.1;
/// And while they have no more inhabitants than so many zones: prices that are too low reach too far.
const MOST_ZONES_AROUND: u64 = 4;
/// A root is taken where it has more inhabitants around it than there is room for, by this share.
const EXCESS: f64 = 0.01;
/// Edges of all roots together, at most.
const MOST_EDGES: usize = 3_000_000;
/// Iterations before roots are looked for the first time, and how much longer it is from time to time.
const FIRST_ROUND: usize = 300;
const LONGER: f64 = 1.25;
/// Iterations between two certificates.
const LOOK: usize = 100;
/// The end is where a round raises the bound by less than this share, and took no new root or is one of the
/// later; or after so many rounds.
const GAIN: f64 = 0.0002;
const ROUNDS_OF_NEW_ROOTS: usize = 3;
const MOST_ROUNDS: usize = 20;

/// Better flows than rough ones, until they hardly get better or `stop` says so, with what they prove.
pub(super) fn refined(
    network: &FlowNetwork,
    around: &[Vec<(usize, usize)>],
    rough: Routed,
    stop: &(dyn Fn() -> bool + Sync),
) -> (u64, FlowCertificate) {
    let Routed { mut bound, mut certificate, prices, roots } = rough;
    if roots.is_empty() || network.edges.is_empty() {
        return (bound, certificate);
    }
    let mut program = PrimalDual::new(network, around, &prices);
    let mut candidates = roots;
    let mut iterations = FIRST_ROUND;
    for round in 0..MOST_ROUNDS {
        let new = take(&mut program, network, around, &candidates, round == 0, stop);
        if round == 0 {
            candidates = (0..network.people.len()).filter(|&point| network.most[point].is_some()).collect();
        }
        let before = bound;
        for iteration in 1..=iterations {
            let goes_on = !stop();
            if goes_on {
                program.iterate();
            }
            if iteration % LOOK == 0 || !goes_on {
                let found = in_whole_numbers(network, program.flows());
                let proved = verify(network, &found).unwrap_or(0);
                if proved > bound {
                    (bound, certificate) = (proved, found);
                }
            }
            if !goes_on {
                return (bound, certificate);
            }
        }
        let is_settled = new == 0 || round >= ROUNDS_OF_NEW_ROOTS;
        if round > 0 && is_settled && bound - before <= (GAIN * before as f64) as u64 {
            break;
        }
        iterations = (iterations as f64 * LONGER) as usize;
    }
    (bound, certificate)
}

/// Takes roots of those that are named, the first time all of them: how many are new.
fn take(
    program: &mut PrimalDual<'_>,
    network: &FlowNetwork,
    around: &[Vec<(usize, usize)>],
    candidates: &[usize],
    takes_all: bool,
    stop: &(dyn Fn() -> bool + Sync),
) -> usize {
    let prices = program.prices();
    let near = |root: usize, scratch: &mut PathScratch| {
        let most = network.most[root].unwrap_or(0).saturating_mul(MOST_ZONES_AROUND);
        near(network, around, &prices, root, (REACH, most), scratch)
    };
    let look = |scratch: &mut PathScratch, &root: &usize| {
        if stop() {
            return None;
        }
        let near = near(root, scratch);
        let edges = near.iter().map(|near| around[near.point].len()).sum::<usize>() / 2;
        let excess = excess(network, root, &near);
        (takes_all || excess > EXCESS).then_some(Candidate { excess, root, edges })
    };
    let scratch = || PathScratch::new(network.people.len());
    let mut found: Vec<Candidate> = candidates.par_iter().map_init(scratch, look).flatten().collect();
    found.sort_by(|a, b| b.excess.total_cmp(&a.excess).then(a.root.cmp(&b.root)));
    let mut size = program.size();
    found.retain(|candidate| {
        let with = size - program.size_of(candidate.root) + candidate.edges;
        let fits = with <= MOST_EDGES;
        if fits {
            size = with;
        }
        fits
    });
    let new = found.iter().filter(|candidate| program.size_of(candidate.root) == 0).count();
    // What is near is looked for once more: that of all candidates would be a lot to hold.
    let near =
        |scratch: &mut PathScratch, candidate: &Candidate| (candidate.root, near(candidate.root, scratch));
    program.take(found.par_iter().map_init(scratch, near).collect());
    new
}

/// A root that may be taken.
struct Candidate {
    excess: f64,
    root: usize,
    /// Edges near it, about.
    edges: usize,
}

/// By what share the inhabitants around a root are more than there is room for.
fn excess(network: &FlowNetwork, root: usize, near: &[NearPoint]) -> f64 {
    let Some(most) = network.most[root] else { return 0.0 };
    let room = most.saturating_sub(network.people[root]).max(1) as f64;
    let others = near.iter().filter(|near| near.point != root && near.distance < 1.0);
    let people: f64 = others.map(|near| network.people[near.point] as f64 * (1.0 - near.distance)).sum();
    people / room - 1.0
}
