//! How many zones a plan may have in each connected component of what is drawn, by sums and as asked.

use std::ops::RangeInclusive;

use rand::{Rng, RngExt};

use super::contiguity_graph::Nodes;
use super::zone_bounds::ZoneBounds;
use zonewerk_core::territory::UnitId;

/// The components, and the numbers of zones that they may have.
pub(super) struct ZoneCounts {
    /// Per component: its nodes, ascending.
    pub(super) components: Vec<Vec<u32>>,
    /// Per component: its inhabitants.
    populations: Vec<i64>,
    /// Per component: at least and at most so many zones.
    each: Vec<[usize; 2]>,
    /// All zones that are drawn.
    all: RangeInclusive<usize>,
}

impl ZoneCounts {
    /// Of these nodes, where `asked` zones are to be drawn; `of_component` tells what else is asked of
    /// the number of zones that some units (ascending) are to be. `None` where sums allow none.
    pub(super) fn new(
        nodes: &Nodes,
        bounds: ZoneBounds,
        asked: RangeInclusive<usize>,
        of_component: impl Fn(&[UnitId]) -> Option<[usize; 2]>,
    ) -> Option<Self> {
        let components = nodes.components();
        let people =
            |component: &Vec<u32>| component.iter().map(|&node| nodes.population[node as usize]).sum();
        let populations: Vec<i64> = components.iter().map(people).collect();
        let each = components.iter().zip(&populations);
        let each: Vec<[usize; 2]> = each
            .map(|(component, &people)| {
                let [least, most] = bounds.numbers(people, component.len())?;
                let units = component.iter().flat_map(|&node| &nodes.units[node as usize]).copied();
                let mut units: Vec<UnitId> = units.collect();
                units.sort_unstable();
                let [asked_least, asked_most] = of_component(&units).unwrap_or([0, usize::MAX]);
                let both = [least.max(asked_least), most.min(asked_most)];
                (both[0] <= both[1]).then_some(both)
            })
            .collect::<Option<_>>()?;
        let sum = |end: usize| each.iter().map(|numbers| numbers[end]).sum::<usize>();
        let (least, most) = (sum(0).max(*asked.start()), sum(1).min(*asked.end()));
        (least <= most).then_some(Self { components, populations, each, all: least..=most })
    }

    /// All zones that are drawn.
    pub(super) fn zones(&self) -> RangeInclusive<usize> {
        self.all.clone()
    }

    /// Whether the components may have as many zones as a partition has in them.
    pub(super) fn allow(&self, zone_of: &[u32]) -> bool {
        let zones = |component: &Vec<u32>| {
            let mut zones: Vec<u32> = component.iter().map(|&node| zone_of[node as usize]).collect();
            zones.sort_unstable();
            zones.dedup();
            zones.len()
        };
        let mut all = 0;
        let each = self.components.iter().zip(&self.each).all(|(component, [least, most])| {
            let zones = zones(component);
            all += zones;
            (*least..=*most).contains(&zones)
        });
        each && self.all.contains(&all)
    }

    /// A number of zones for each component, where zones of about `ideal` inhabitants are wanted.
    pub(super) fn near(&self, ideal: i64) -> Vec<usize> {
        let near = |(people, &[least, most]): (&i64, &[usize; 2])| {
            let zones = (people + ideal / 2).checked_div(ideal).unwrap_or(i64::MAX);
            usize::try_from(zones).unwrap_or(most).clamp(least, most)
        };
        self.balanced(self.populations.iter().zip(&self.each).map(near).collect())
    }

    /// Any numbers that sums allow.
    pub(super) fn any(&self, random: &mut impl Rng) -> Vec<usize> {
        let any = self.each.iter().map(|&[least, most]| random.random_range(least..=most));
        self.balanced(any.collect())
    }

    /// The same, with as many more or fewer as are asked for in all: where zones are largest first,
    /// or smallest.
    fn balanced(&self, mut zones: Vec<usize>) -> Vec<usize> {
        let mean = |component: usize, zones: usize| self.populations[component] / zones.max(1) as i64;
        loop {
            let all: usize = zones.iter().sum();
            let places = 0..zones.len();
            let changed = if all < *self.all.start() {
                let open = places.filter(|&at| zones[at] < self.each[at][1]);
                open.max_by_key(|&at| mean(at, zones[at] + 1)).map(|at| zones[at] += 1)
            } else if all > *self.all.end() {
                let open = places.filter(|&at| zones[at] > self.each[at][0]);
                open.min_by_key(|&at| mean(at, zones[at])).map(|at| zones[at] -= 1)
            } else {
                None
            };
            if changed.is_none() {
                return zones;
            }
        }
    }
}
