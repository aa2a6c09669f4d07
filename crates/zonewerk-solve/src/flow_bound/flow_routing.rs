//! Flows from many roots that together load no edge beyond its cost, and leave zones as much as they
//! can: a packing program, solved roughly by prices that grow with the load (Garg and Könemann 2007,
//! "Faster and simpler algorithms for multicommodity flow and other fractional packing problems";
//! thresholds as in Fleischer 2000). [`super::flow_refinement`] begins with the result.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::flow_certificate::{FlowCertificate, verify};
use super::flow_network::FlowNetwork;
use super::flow_rounding::{FloatFlow, in_whole_numbers};
use super::shortest_paths::{PathScratch, PathTree, best_tree};

/// How much a full edge raises its price, and how far below the threshold a tree may be.
const STEP: f64 = 0.3;
/// The threshold is lowered once so small a share of the roots has a tree above it.
const FEW: f64 = 0.1;
/// The end is after so many passes that raise the bound by less than this share.
const PATIENCE: usize = 30;
const GAIN: f64 = 0.0005;
/// Roots for each zone, at most: more of them make passes longer and the bound hardly better.
const ROOTS_A_ZONE: u64 = 10;
/// So many roots are taken in any case.
const FEWEST_ROOTS: u64 = 300;
/// Roots whose trees are grown at the same prices.
const BATCH: usize = 32;
/// Roots that one thread takes at a time.
const SHARE: usize = 8;
/// Passes over all roots between two certificates.
const PASSES: usize = 10;
/// Times that flows are fitted to the edges.
const FITTINGS: usize = 12;

/// Flows under way.
pub(super) struct Routing<'a> {
    network: &'a FlowNetwork,
    around: &'a [Vec<(usize, usize)>],
    /// Price of a unit of flow on each edge.
    price: Vec<f64>,
    roots: Vec<usize>,
    runs: Vec<FloatFlow>,
    /// What a tree must show for its price; `None` before anything is known of that.
    threshold: Option<f64>,
}

/// The flows of a routing, and what they prove.
pub(super) struct Routed {
    /// What they prove.
    pub(super) bound: u64,
    pub(super) certificate: FlowCertificate,
    /// The price of each edge, for which the inhabitants around a root are about as many as there is room for.
    pub(super) prices: Vec<f64>,
    /// The roots, ascending.
    pub(super) roots: Vec<usize>,
}

impl<'a> Routing<'a> {
    /// Without flow; roots and their order are drawn by a seed.
    pub(super) fn new(network: &'a FlowNetwork, around: &'a [Vec<(usize, usize)>], seed: u64) -> Self {
        let limited =
            network.most.iter().copied().enumerate().filter_map(|(point, most)| Some((point, most?)));
        let mut roots: Vec<usize> = limited.map(|(point, _)| point).collect();
        let people: u64 = network.people.iter().sum();
        let smallest = network.most.iter().copied().flatten().min().unwrap_or(0);
        let zones = people.checked_div(smallest).unwrap_or(0);
        let most_roots = zones.saturating_mul(ROOTS_A_ZONE).max(FEWEST_ROOTS);
        roots.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
        roots.truncate(usize::try_from(most_roots).unwrap_or(usize::MAX));
        Self {
            around,
            price: network.edges.iter().map(|edge| 1.0 / edge.cost as f64).collect(),
            runs: vec![FloatFlow::new(); roots.len()],
            threshold: None,
            network,
            roots,
        }
    }

    /// The best flows until they hardly get better, or `stop` says so.
    pub(super) fn best(mut self, stop: &(dyn Fn() -> bool + Sync)) -> Routed {
        let mut best = FlowCertificate::default();
        let mut bound = verify(self.network, &best).unwrap_or(0);
        let (mut passes, mut mark, mut raised, mut ratio) = (0, 0, 0, 0.0);
        let can_rise = !self.roots.is_empty() && !self.network.edges.is_empty();
        while can_rise && passes - raised <= PATIENCE {
            let mean = self.pass(stop);
            ratio = mean.unwrap_or(ratio);
            passes += 1;
            if passes % PASSES != 0 && mean.is_some() {
                continue;
            }
            let found = self.certificate(&self.fitted());
            let proved = verify(self.network, &found).unwrap_or(0);
            if proved > mark + (GAIN * mark as f64) as u64 {
                (mark, raised) = (proved, passes);
            }
            if proved > bound {
                (bound, best) = (proved, found);
            }
            if mean.is_none() {
                break;
            }
        }
        let prices = self.price.iter().map(|price| price * ratio).collect();
        self.roots.sort_unstable();
        Routed { bound, certificate: best, prices, roots: self.roots }
    }

    /// One tree for each root, where it shows enough for its price: what trees show for their price, in the
    /// mean of all roots, or `None` when asked to stop.
    fn pass(&mut self, stop: &(dyn Fn() -> bool + Sync)) -> Option<f64> {
        let mut ratios = Vec::with_capacity(self.roots.len());
        let mut pushed = 0_usize;
        let places: Vec<usize> = (0..self.roots.len()).collect();
        for batch in places.chunks(BATCH) {
            if stop() {
                return None;
            }
            let (network, around, price) = (self.network, self.around, &self.price);
            let trees: Vec<Option<PathTree>> = batch
                .par_iter()
                .with_min_len(SHARE)
                .map_init(
                    || PathScratch::new(network.people.len()),
                    |scratch, &place| best_tree(network, around, price, self.roots[place], scratch),
                )
                .collect();
            for (&place, tree) in batch.iter().zip(&trees) {
                let Some(tree) = tree else { continue };
                ratios.push(tree.ratio);
                if self.threshold.is_some_and(|threshold| tree.ratio >= threshold * (1.0 - STEP)) {
                    self.push(place, tree);
                    pushed += 1;
                }
            }
        }
        self.threshold = match self.threshold {
            None => {
                ratios.sort_by(|a, b| b.total_cmp(a));
                ratios.get((FEW * ratios.len() as f64) as usize).copied()
            }
            Some(threshold) if (pushed as f64) < FEW * ratios.len() as f64 => Some(threshold * (1.0 - STEP)),
            threshold => threshold,
        };
        let mean = ratios.iter().sum::<f64>() / ratios.len().max(1) as f64;
        Some(mean / self.rescale())
    }

    /// Keeps prices away from the ends of what a number can be, only their ratios matter: by what they are
    /// multiplied.
    fn rescale(&mut self) -> f64 {
        let largest = self.price.iter().copied().fold(0.0, f64::max);
        if largest <= 1e100 {
            return 1.0;
        }
        self.price.iter_mut().for_each(|price| *price = (*price / largest).max(1e-100));
        self.threshold = None;
        largest.recip()
    }

    /// Sends along a tree what fills the first of its edges.
    fn push(&mut self, place: usize, tree: &PathTree) {
        let cost = |edge: usize| self.network.edges[edge].cost as f64;
        let fills = tree.branches.iter().map(|branch| cost(branch.edge) / branch.beyond as f64);
        let each = fills.fold(f64::INFINITY, f64::min);
        if !each.is_finite() {
            return;
        }
        let mut added = Vec::with_capacity(tree.branches.len());
        for branch in &tree.branches {
            let amount = each * branch.beyond as f64;
            self.price[branch.edge] *= 1.0 + STEP * amount / cost(branch.edge);
            let forward = self.network.edges[branch.edge].ends[1] == branch.far;
            added.push((branch.edge, if forward { amount } else { -amount }));
        }
        added.sort_unstable_by_key(|&(edge, _)| edge);
        self.runs[place] = merged(&self.runs[place], &added);
    }

    /// The factor of each root with which the flows load no edge beyond its cost. Each root is fitted to
    /// the fullest of its edges, again and again.
    fn fitted(&self) -> Vec<f64> {
        let mut factors = vec![1.0; self.runs.len()];
        for _ in 0..FITTINGS {
            let mut load = vec![0.0; self.price.len()];
            for (run, factor) in self.runs.iter().zip(&factors) {
                run.iter().for_each(|&(edge, amount)| load[edge] += factor * amount.abs());
            }
            for (run, factor) in self.runs.iter().zip(&mut factors) {
                let full = run.iter().map(|&(edge, _)| load[edge] / self.network.edges[edge].cost as f64);
                let fullest = full.fold(0.0, f64::max);
                if fullest > 0.0 {
                    *factor /= fullest;
                }
            }
        }
        factors
    }

    /// The flows in whole numbers.
    fn certificate(&self, factors: &[f64]) -> FlowCertificate {
        let fitted = self.runs.iter().zip(factors).map(|(run, factor)| {
            run.iter().map(|&(edge, amount)| (edge, amount * factor)).collect::<FloatFlow>()
        });
        in_whole_numbers(self.network, self.roots.iter().copied().zip(fitted).collect())
    }
}

/// Two lists of flows by ascending edges, added up.
fn merged(a: &[(usize, f64)], b: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => (all.push(a[i]), i += 1).1,
            std::cmp::Ordering::Greater => (all.push(b[j]), j += 1).1,
            std::cmp::Ordering::Equal => {
                all.push((a[i].0, a[i].1 + b[j].1));
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    all.extend_from_slice(&a[i..]);
    all.extend_from_slice(&b[j..]);
    all
}
