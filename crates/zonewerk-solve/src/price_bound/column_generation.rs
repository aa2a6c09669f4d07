//! Prices that prove much: a linear program over borders that were found, its prices kept near the
//! best so far (trust region; Marsten, Hogan and Blankenship 1975, "The boxstep method for
//! large-scale optimization", Operations Research 23).

use std::collections::BTreeMap;

use super::ZoneNetwork;
use super::border_graph::BorderGraph;
use super::price_certificate::{PriceCertificate, proven};
use super::pricing::{least_steps, price, price_around_others};
use crate::linear_program::{ColumnId, Lp, RowBounds};
use crate::{Progress, Stopped, Watch};

/// Steps of inhabitants in the largest zone, stage by stage.
const STEPS: [u64; 4] = [250, 1_250, 5_000, 25_000];
/// How far a price may move at first, as a share of itself, and where halving ends.
const FIRST_MOVE: f64 = 0.5;
const LAST_MOVE: f64 = 0.002;
/// The same at the beginning of later stages.
const NEXT_MOVE: f64 = 0.1;
/// The move is made smaller by this factor after so many rounds that raise nothing.
const SMALLER: f64 = 0.7;
const PATIENCE: usize = 4;
/// A stage ends when prices promise less than this share more.
const GAIN: f64 = 0.0002;
/// Prices are proved again once they promise so much more, as a share.
const WORTH_PROVING: f64 = 0.01;
/// What all edges cost together in the linear program.
const PROGRAM_TOTAL: f64 = 1e6;
/// Rounds of a stage, at most.
const ROUNDS: usize = 300;
/// Borders taken into the program in a round, at most: so many, or two for each point.
const COLUMNS: usize = 1_000;
/// Zones are looked for that cost up to this share of the mean zone more than the program thinks.
const MARGIN: f64 = 0.02;
/// A first price of each point: this share of what a plan costs, shared out by inhabitants and borders.
const FIRST_PRICES: f64 = 0.4;

/// How often a border goes around each point that it goes around at all.
type WindingNumbers = Vec<(usize, i32)>;

struct StopWatch<'a>(&'a (dyn Fn() -> bool + Sync));

impl Watch for StopWatch<'_> {
    fn stop(&self) -> Option<Stopped> {
        (self.0)().then_some(Stopped::Interrupted)
    }

    fn progress(&self, _: Progress) {}
}

pub(super) struct ColumnGeneration<'a> {
    network: &'a ZoneNetwork,
    ground: &'a BorderGraph,
    stop: &'a (dyn Fn() -> bool + Sync),
    seed: u64,
    known: BTreeMap<WindingNumbers, i64>,
    columns: Vec<(WindingNumbers, f64)>,
    /// The best prices so far, what a zone costs beyond them, and the bound that they would prove
    /// if no zone were around others.
    centre: Vec<f64>,
    best: Option<(Vec<i64>, i64, f64)>,
    /// The bound that the prices proved last would prove if no zone were around others.
    proved_value: f64,
    /// What 1 in the linear program is.
    unit: f64,
    movement: f64,
    threshold: i64,
    proved: Option<(u64, PriceCertificate)>,
}

impl<'a> ColumnGeneration<'a> {
    pub(super) fn new(
        (network, ground): (&'a ZoneNetwork, &'a BorderGraph),
        seed: u64,
        stop: &'a (dyn Fn() -> bool + Sync),
    ) -> Self {
        let mut border: Vec<f64> = ground.corners.iter().map(|&charge| charge as f64).collect();
        let scale = (1_u64 << ground.digits) as f64;
        for edge in &network.edges {
            edge.ends.iter().for_each(|&end| border[end] += edge.cost as f64 * scale);
        }
        let borders: f64 = border.iter().sum::<f64>().max(1.0);
        let everyone = network.people.iter().sum::<u64>().max(1) as f64;
        // Borders of zones are about as long as those of points by the root of their number.
        let points = network.people.len() as f64;
        let plan = borders * (network.zones[0] as f64 / points).sqrt().min(1.0);
        let first = |(&people, border): (&u64, &f64)| {
            FIRST_PRICES * plan * 0.5 * (border / borders + people as f64 / everyone)
        };
        let centre = network.people.iter().zip(&border).map(first).collect();
        Self {
            network,
            ground,
            stop,
            seed,
            known: BTreeMap::new(),
            columns: Vec::new(),
            centre,
            best: None,
            proved_value: 0.0,
            unit: ground.total as f64 / PROGRAM_TOTAL,
            movement: FIRST_MOVE,
            threshold: (plan / network.zones[0].max(1) as f64) as i64 / 10,
            proved: None,
        }
    }

    /// The best prices until no round raises the bound, or it is asked to stop.
    pub(super) fn best(mut self) -> Option<(u64, PriceCertificate)> {
        let mut grains: Vec<u64> = STEPS.iter().map(|steps| (self.network.most / steps).max(1)).collect();
        grains.dedup();
        for grain in grains {
            self.stage(grain);
            self.prove(grain);
            if (self.stop)() {
                break;
            }
            self.best = None;
            self.movement = NEXT_MOVE;
        }
        self.proved
    }

    fn stage(&mut self, grain: u64) {
        let mut lp = self.program(grain);
        let mut boxes: Vec<ColumnId> = Vec::new();
        let mut prices: Vec<f64> = self.centre.clone();
        let mut promised = f64::INFINITY;
        let mut nulls = 0;
        for _ in 0..ROUNDS {
            let whole: Vec<i64> = prices.iter().map(|price| price.round() as i64).collect();
            let of = (self.network, self.ground);
            let Some(priced) = price(of, (&whole, grain), self.threshold, self.stop) else {
                if (self.stop)() || self.movement < LAST_MOVE {
                    return;
                }
                // Prices that are too uneven: nearer to those that were not.
                prices
                    .iter_mut()
                    .zip(&self.centre)
                    .for_each(|(price, centre)| *price = (*price + centre) / 2.0);
                if self.best.is_none() {
                    self.centre.iter_mut().for_each(|price| *price *= 0.8);
                    prices.clone_from(&self.centre);
                }
                self.movement *= SMALLER;
                continue;
            };
            let value = self.value(&whole, priced.least);
            let before = self.best.as_ref().map_or(f64::NEG_INFINITY, |best| best.2);
            if value > before {
                if value > before + (promised - before) / 2.0 {
                    self.movement = (self.movement * 1.5).min(FIRST_MOVE);
                }
                self.centre.clone_from(&prices);
                self.best = Some((whole.clone(), priced.least, value));
                nulls = 0;
                if value > self.proved_value * (1.0 + WORTH_PROVING) {
                    self.prove(grain);
                }
            } else {
                nulls += 1;
                if nulls > PATIENCE || value < 2.0 * before - promised {
                    (self.movement, nulls) = (self.movement * SMALLER, 0);
                }
            }
            let best = value.max(before);
            if promised - before < GAIN * best.abs() || self.movement < LAST_MOVE {
                return;
            }
            self.take(&priced.walks, &whole, (&mut lp, grain));
            boxes.drain(..).for_each(|column| lp.set_open(column, false));
            self.fence(&mut lp, &mut boxes);
            let Ok(solution) = lp.solve(&StopWatch(self.stop)) else { return };
            let points = self.network.people.len();
            prices = solution.row_duals[..points].iter().map(|dual| dual * self.unit).collect();
            let each = solution.row_duals[points] * self.unit;
            let zones = if each > 0.0 { self.network.zones[0] } else { self.network.zones[1] } as f64;
            promised = prices.iter().sum::<f64>() + zones * each;
            let mean = self.centre.iter().sum::<f64>() / self.network.zones[0].max(1) as f64;
            self.threshold = (each.clamp(0.0, 4.0 * mean.abs()) + MARGIN * mean.abs()) as i64 + 1;
        }
    }

    fn value(&self, prices: &[i64], each: i64) -> f64 {
        let zones = if each > 0 { self.network.zones[0] } else { self.network.zones[1] };
        prices.iter().map(|&price| price as f64).sum::<f64>() + zones as f64 * each as f64
    }

    /// Proves the best prices so far for zones that others lie within, too.
    fn prove(&mut self, grain: u64) {
        let Some((prices, each, value)) = &self.best else { return };
        self.proved_value = *value;
        let of = (self.network, self.ground);
        let Some(around) = price_around_others(of, prices, *each, self.stop) else { return };
        let each = around.min(*each);
        let Some(bound) = proven(self.network, self.ground, prices, each) else { return };
        if self.proved.as_ref().is_none_or(|(before, _)| *before < bound) {
            self.proved = Some((bound, PriceCertificate { prices: prices.clone(), each, grain }));
        }
    }

    /// The linear program with the borders that fit inhabitants in steps of `grain`.
    fn program(&self, grain: u64) -> Lp {
        let points = self.network.people.len();
        let mut rows: Vec<RowBounds> = vec![(Some(1.0), Some(1.0)); points];
        let [least, most] = self.network.zones.map(|zones| zones as f64);
        rows.push((Some(least), Some(most)));
        let mut lp = Lp::new(rows, PROGRAM_TOTAL, self.seed);
        for (column, cost) in &self.columns {
            if self.fits(column, grain) {
                Self::add(&mut lp, points, column, cost / self.unit);
            }
        }
        lp
    }

    fn fits(&self, column: &WindingNumbers, grain: u64) -> bool {
        let steps = column
            .iter()
            .map(|&(point, times)| i64::from(times) * (self.network.people[point] / grain) as i64);
        let least = least_steps(&self.network.people, grain, self.network.least);
        (least..=(self.network.most / grain) as i64).contains(&steps.sum())
    }

    fn add(lp: &mut Lp, points: usize, column: &WindingNumbers, cost: f64) {
        let mut factors: Vec<_> =
            column.iter().map(|&(point, times)| (lp.row(point), f64::from(times))).collect();
        factors.push((lp.row(points), 1.0));
        lp.add_column(cost, factors);
    }

    /// Takes the best of new borders into the program.
    fn take(&mut self, walks: &[Vec<usize>], prices: &[i64], (lp, grain): (&mut Lp, u64)) {
        let points = self.network.people.len();
        let mut found: Vec<(i64, i64, WindingNumbers)> = Vec::with_capacity(walks.len());
        for walk in walks {
            let times = self.ground.windings(walk);
            let column: WindingNumbers =
                times.into_iter().enumerate().filter(|&(_, times)| times != 0).collect();
            let cost: i64 = walk.iter().map(|&arc| self.ground.costs[arc]).sum();
            let price: i64 = column.iter().map(|&(point, times)| i64::from(times) * prices[point]).sum();
            found.push((cost - price, cost, column));
        }
        found.sort_unstable();
        for (_, cost, column) in found.into_iter().take(COLUMNS.max(2 * points)) {
            let is_cheaper = self.known.get(&column).is_none_or(|&known| cost < known);
            if is_cheaper && self.fits(&column, grain) {
                self.known.insert(column.clone(), cost);
                Self::add(lp, points, &column, cost as f64 / self.unit);
                self.columns.push((column, cost as f64));
            }
        }
    }

    /// Keeps each price within a share of the best so far: what is beyond costs a column.
    fn fence(&self, lp: &mut Lp, boxes: &mut Vec<ColumnId>) {
        let points = self.centre.len();
        let mean = self.centre.iter().map(|price| price.abs()).sum::<f64>() / points as f64;
        for (point, &price) in self.centre.iter().enumerate() {
            let far = self.movement * price.abs().max(0.3 * mean);
            let row = lp.row(point);
            boxes.push(lp.add_column((price + far) / self.unit, [(row, 1.0)]));
            boxes.push(lp.add_column((far - price) / self.unit, [(row, -1.0)]));
        }
    }
}
