//! The least that a zone costs beyond the prices of its points, proved in whole numbers.

use rayon::prelude::*;

use super::ZoneNetwork;
use super::border_graph::BorderGraph;
use super::cheapest_walks::{FAR, Prices, WalkScratch};

/// Binary digits behind the point of the price of a person.
const PERSON_DIGITS: u32 = 20;
/// Steps of inhabitants in the largest zone where borders that go around others are looked for.
const COARSE: u64 = 64;
/// Unfinished walks are judged also at these shares of the mean price of a person.
const OTHERS: [[i64; 2]; 4] = [[1, 2], [3, 4], [5, 4], [2, 1]];
/// Columns are taken from so many ranges of inhabitants.
const RANGES: usize = 6;
/// Starts that one thread takes at a time.
const SHARE: usize = 4;
/// More than prices may add up to.
const MOST_PRICES: i64 = 1 << 46;

/// What a zone costs at least beyond the prices of its points.
pub(super) struct ZonePricing {
    /// No zone whose border is one walk costs less.
    pub(super) least: i64,
    /// Walks that cost little.
    pub(super) walks: Vec<Vec<usize>>,
}

/// The arcs of the ground with what they cost less prices, shifted so that none is below 0; `None`
/// where a set of any size is worth more than its border.
fn reduced(ground: &BorderGraph, prices: &[i64]) -> Option<Vec<i64>> {
    let arcs = &ground.surface.arcs;
    let flux = ground.flux(prices);
    let cost: Vec<i64> = ground.costs.iter().zip(&flux).map(|(cost, price)| cost - price).collect();
    let mut shift = vec![0_i64; ground.surface.nodes];
    let mut queue: std::collections::VecDeque<usize> = ground.order.iter().copied().collect();
    let mut waits = vec![true; ground.surface.nodes];
    let mut looks = 0;
    while let Some(node) = queue.pop_front() {
        waits[node] = false;
        looks += 1;
        if looks > 100 * ground.surface.nodes + 1_000 {
            return None;
        }
        for arc in ground.from(node) {
            let to = arcs[arc].to;
            let next = shift[node] + cost[arc];
            if next < shift[to] {
                shift[to] = next;
                if !std::mem::replace(&mut waits[to], true) {
                    queue.push_back(to);
                }
            }
        }
    }
    Some(arcs.iter().zip(&cost).map(|(arc, cost)| cost + shift[arc.from] - shift[arc.to]).collect())
}

fn add_up(prices: &[i64]) -> Option<i64> {
    let sum: i128 = prices.iter().map(|&price| i128::from(price).abs()).sum();
    (sum < i128::from(MOST_PRICES)).then(|| prices.iter().sum())
}

/// The least number of steps of inhabitants, each rounded down, in a zone of at least `least` inhabitants:
/// the best choice of points, parts of points included (Dantzig 1957).
pub(super) fn least_steps(people: &[u64], grain: u64, least: u64) -> i64 {
    let mut points: Vec<(u64, u64)> = people.iter().map(|&people| (people / grain, people)).collect();
    let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
    points.sort_unstable_by(|a, b| product(a.0, b.1).cmp(&product(b.0, a.1)).then(a.cmp(b)));
    let (mut left, mut steps) = (least, 0);
    for (of_point, people) in points {
        if people >= left {
            steps += product(of_point, left).checked_div(u128::from(people)).unwrap_or(0) as i64;
            break;
        }
        left -= people;
        steps += of_point as i64;
    }
    steps
}

/// What every zone whose border is one walk costs at least beyond the prices of its points, but no
/// more than `threshold` is looked for; inhabitants are counted in steps of `grain`, rounded down.
/// `None` where nothing can be told, or `stop` says so.
pub(super) fn price(
    (network, ground): (&ZoneNetwork, &BorderGraph),
    (prices, grain): (&[i64], u64),
    threshold: i64,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<ZonePricing> {
    let sum = add_up(prices)?;
    let of_point: Vec<i64> = network.people.iter().map(|&people| (people / grain) as i64).collect();
    let step_price = sum.checked_div(of_point.iter().sum()).unwrap_or(0).max(0);
    let rest: Vec<i64> =
        prices.iter().zip(&of_point).map(|(price, steps)| price - step_price * steps).collect();
    let cost = reduced(ground, &rest)?;
    let most = (network.most / grain) as i64;
    step_price.checked_mul(most.checked_add(1)?).filter(|&all| all < MOST_PRICES)?;
    let pricing = Prices {
        ground,
        cost: &cost,
        steps: &ground.flux(&of_point),
        step_price,
        threshold,
        least: least_steps(&network.people, grain, network.least),
        most,
        kept: -3 * most - 1..=4 * most + 1,
        others: &OTHERS.map(|[times, over]| step_price * times / over),
    };
    let none = usize::try_from(-pricing.kept.start()).ok()?;
    let found: Vec<Option<(i64, Vec<Vec<usize>>)>> = ground
        .order
        .par_iter()
        .with_min_len(SHARE)
        .map_init(
            || WalkScratch::new(ground.surface.nodes),
            |scratch, &start| {
                if stop() {
                    return None;
                }
                let walks = pricing.from(start, scratch);
                let places = none + pricing.least as usize..none + most as usize + 1;
                let worth = |place: usize| match walks.cost[place] {
                    FAR => threshold,
                    cost => cost - step_price * (place - none) as i64,
                };
                let cheapest = |places: std::ops::Range<usize>| places.min_by_key(|&place| worth(place));
                let least =
                    cheapest(places.clone()).map_or(threshold, worth).min(walks.beyond).min(threshold);
                let span = places.len().div_ceil(RANGES).max(1);
                let ranges = (0..RANGES).map(|range| places.start + range * span);
                let ranges = ranges.map(|from| from.min(places.end)..(from + span).min(places.end));
                let columns = ranges.filter_map(cheapest).filter(|&place| worth(place) < threshold);
                let columns = columns
                    .map(|place| walks.walk((place - none) as i64, place))
                    .filter(|walk| !walk.is_empty());
                let columns = columns.collect();
                scratch.reuse(walks);
                Some((least, columns))
            },
        )
        .collect();
    let mut priced = ZonePricing { least: threshold, walks: Vec::new() };
    for found in found {
        let (least, walks) = found?;
        priced.least = priced.least.min(least);
        priced.walks.extend(walks);
    }
    Some(priced)
}

/// What every zone that others lie within costs at least beyond the prices of its points, but no
/// more than `threshold` is looked for. `None` where nothing can be told, or `stop` says so.
///
/// Its border is a walk around it and all that lies within, and another around what lies within, of
/// which each part is a zone at least. Let `w` be a price for each person, and let walks cost
/// less by the prices of the points on their left, but `w` more for each person there: both walks
/// together cost at least the zone less the price of its points plus `w` times the most inhabitants that
/// it may have.
pub(super) fn price_around_others(
    (network, ground): (&ZoneNetwork, &BorderGraph),
    prices: &[i64],
    threshold: i64,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<i64> {
    let sum = i128::from(add_up(prices)?.max(0));
    let everyone = i128::from(network.people.iter().sum::<u64>()).max(1);
    let person = (sum << PERSON_DIGITS) / everyone;
    let of_people = |people: u64| (person * i128::from(people)) >> PERSON_DIGITS;
    let rest: Option<Vec<i64>> = prices
        .iter()
        .zip(&network.people)
        .map(|(&price, &people)| i64::try_from(i128::from(price) - of_people(people)).ok())
        .collect();
    let full = i64::try_from(of_people(network.most) + 1).ok()?;
    let cost = reduced(ground, &rest?)?;
    let grain = (network.most / COARSE).max(1);
    let of_point: Vec<i64> = network.people.iter().map(|&people| people.div_ceil(grain) as i64).collect();
    let [one, two] = [network.least, network.least.checked_mul(2)?].map(|least| least.div_ceil(grain) as i64);
    let most = (network.most / grain) as i64;
    let wanted = threshold.checked_add(full)?.max(1);
    let pricing = Prices {
        ground,
        cost: &cost,
        steps: &ground.flux(&of_point),
        step_price: 0,
        threshold: wanted,
        least: 0,
        most,
        kept: -one - 2 * most - 1..=two + 2 * most + 1,
        others: &[],
    };
    let none = -pricing.kept.start();
    let found: Vec<Option<[i64; 2]>> = ground
        .order
        .par_iter()
        .with_min_len(SHARE)
        .map_init(
            || WalkScratch::new(ground.surface.nodes),
            |scratch, &start| {
                if stop() {
                    return None;
                }
                let walks = pricing.from(start, scratch);
                let least = |costs: &[i64]| costs.iter().copied().min().unwrap_or(FAR).min(walks.beyond);
                let within = least(&walks.cost[..=(none - one) as usize]);
                let all = least(&walks.cost[(none + two) as usize..]);
                scratch.reuse(walks);
                Some([within, all])
            },
        )
        .collect();
    let mut least = [wanted; 2];
    for found in found {
        let found = found?;
        least.iter_mut().zip(found).for_each(|(least, found)| *least = (*least).min(found));
    }
    Some((least[0] + least[1] - full).min(threshold))
}
