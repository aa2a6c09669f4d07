//! What prices prove, against every contiguous set of points of small worlds.

use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::ground::Ground;
use super::pricing::{price, price_around_others};
use super::{Edge, ZoneNetwork};

/// A grid with some diagonals, without some edges.
fn network(random: &mut ChaCha8Rng) -> ZoneNetwork {
    let (columns, rows) = (random.random_range(1..=4), random.random_range(2..=4));
    let mut ends: Vec<[usize; 2]> = Vec::new();
    for point in 0..columns * rows {
        let (column, row) = (point % columns, point / columns);
        if column + 1 < columns {
            ends.push([point, point + 1]);
        }
        if row + 1 < rows {
            ends.push([point, point + columns]);
        }
        if column + 1 < columns && row + 1 < rows && random.random_bool(0.4) {
            ends.push([point, point + columns + 1]);
        }
    }
    ends.shuffle(random);
    ends.truncate((ends.len() - random.random_range(0..=ends.len() / 4)).max(1));
    let mut seen = vec![false; columns * rows];
    ends.iter().flatten().for_each(|&end| seen[end] = true);
    let kept: Vec<usize> = (0..columns * rows).filter(|&point| seen[point]).collect();
    let place = |point: usize| kept.iter().position(|&one| one == point).unwrap();
    let mut network = ZoneNetwork { zones: [1, 9], ..ZoneNetwork::default() };
    network.people = kept.iter().map(|_| random.random_range(0..=9)).collect();
    for [a, b] in ends {
        let ends = [place(a).min(place(b)), place(a).max(place(b))];
        match random.random_range(0..=9) {
            0 => network.touching.push(ends),
            cost => network.edges.push(Edge { ends, cost }),
        }
    }
    network.least = random.random_range(0..=12);
    network.most = network.least.max(1) + random.random_range(0..=15);
    network
}

/// Whether points hang together.
fn hang_together(network: &ZoneNetwork, set: u32) -> bool {
    let pairs = network.edges.iter().map(|edge| edge.ends).chain(network.touching.iter().copied());
    let pairs: Vec<[usize; 2]> = pairs.collect();
    let mut reached = set & set.wrapping_neg();
    loop {
        let next = pairs.iter().fold(reached, |reached, &[a, b]| {
            let both = 1 << a | 1 << b;
            if set & both == both && reached & both != 0 { reached | both } else { reached }
        });
        if next == reached {
            return reached == set;
        }
        reached = next;
    }
}

#[test]
fn no_contiguous_set_costs_less_than_is_proved() {
    let (mut proved, mut exact, mut tried) = (0, 0, 0);
    for seed in 0..600 {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let network = network(random);
        let Some(ground) = Ground::new(&network) else { continue };
        let mean = ground.costs.iter().sum::<i64>() / ground.costs.len() as i64;
        let prices: Vec<i64> = (0..network.people.len())
            .map(|point| ground.corners[point] + random.random_range(-mean / 4..=mean))
            .collect();
        let cost = |set: u32| {
            let is_parted = |edge: &&Edge| (set >> edge.ends[0] ^ set >> edge.ends[1]) & 1 == 1;
            let border: u64 =
                network.edges.iter().filter(is_parted).map(|edge| edge.cost << ground.digits).sum();
            let points = (0..network.people.len()).filter(|point| set >> point & 1 == 1);
            border as i64 - points.map(|point| prices[point] - ground.corners[point]).sum::<i64>()
        };
        let people = |set: u32| -> u64 {
            (0..network.people.len())
                .filter(|point| set >> point & 1 == 1)
                .map(|point| network.people[point])
                .sum()
        };
        // Every part of what is left is a zone at least.
        let is_left = |set: u32| {
            let mut rest = ((1 << network.people.len()) - 1) & !set;
            while rest != 0 {
                let mut part = rest & rest.wrapping_neg();
                while let Some(next) = (0..network.people.len())
                    .map(|point| part | 1 << point)
                    .find(|&next| next != part && next & rest == next && hang_together(&network, next))
                {
                    part = next;
                }
                if people(part) < network.least {
                    return false;
                }
                rest &= !part;
            }
            true
        };
        let is_zone = |set: &u32| {
            (network.least..=network.most).contains(&people(*set))
                && hang_together(&network, *set)
                && is_left(*set)
        };
        let least = (1..1_u32 << network.people.len()).filter(is_zone).map(cost).min();
        let threshold = mean * 4;
        for grain in [1, 3] {
            tried += 1;
            let of = (&network, &ground);
            let simple = price(of, (&prices, grain), threshold, &|| false).map(|priced| priced.least);
            let around = price_around_others(of, &prices, threshold, &|| false);
            let (Some(simple), Some(around)) = (simple, around) else { continue };
            proved += 1;
            let found = simple.min(around);
            let least = least.map_or(threshold, |least| least.min(threshold));
            assert!(found <= least, "seed {seed}: {found} is not proved, a zone costs {least}");
            exact += i32::from(simple == least);
        }
    }
    assert!(proved * 2 > tried && exact * 10 > proved, "{proved} of {tried} are proved, {exact} exactly");
}
