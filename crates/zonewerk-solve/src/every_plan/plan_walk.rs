//! A walk through all plans that begin with certain zones: the first unit that is free gets each zone that
//! begins with it in turn (algorithm X of Knuth 2000, "Dancing links", with the first unit in place of
//! the one with the fewest choices). A walk can be left at any look at a zone and taken up again.

use super::ordered_zones::OrderedZones;

/// Plans, or beginnings of plans: the places of their zones.
#[derive(Default)]
pub(super) struct PartialPlans {
    ends: Vec<usize>,
    places: Vec<u32>,
}

impl PartialPlans {
    pub(super) fn push(&mut self, places: &[u32]) {
        self.places.extend_from_slice(places);
        self.ends.push(self.places.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.places[start..end])
    }

    pub(super) fn clear(&mut self) {
        self.ends.clear();
        self.places.clear();
    }
}

/// Where a walk stands.
pub(super) struct PlanWalk {
    /// Per zone that may still be another: the places to try.
    open: Vec<[usize; 2]>,
    /// The zones so far.
    places: Vec<u32>,
    /// Per open zone, the units before it.
    taken: Vec<u64>,
    /// Per open zone, what those before it add up to in each side.
    sums: Vec<u128>,
    /// Beginnings of so many zones are told and not walked on.
    most_zones: usize,
    /// Zones that were taken.
    pub(super) steps: u64,
}

impl PlanWalk {
    /// Through all plans that begin with these zones; `None` where they are a plan.
    pub(super) fn from(ground: &OrderedZones, begun: &[u32], most_zones: usize) -> Option<Self> {
        let mut taken = vec![0; ground.words];
        let mut sums = vec![0; ground.sides.len()];
        for &place in begun {
            taken.iter_mut().zip(ground.mask(place as usize)).for_each(|(taken, mask)| *taken |= mask);
            sums.iter_mut().zip(&ground.sides).for_each(|(sum, side)| *sum += side.adds[place as usize]);
        }
        let open = vec![ground.of_first(ground.first_free(&taken)?)];
        Some(Self { open, places: begun.to_vec(), taken, sums, most_zones, steps: 0 })
    }

    /// Walks on for so many looks at a zone, or until so many are found; `true` at the end.
    pub(super) fn run(
        &mut self,
        ground: &OrderedZones,
        looks: usize,
        most: usize,
        found: &mut PartialPlans,
    ) -> bool {
        let (words, sides) = (ground.words, ground.sides.len());
        for _ in 0..looks {
            let Some([next, end]) = self.open.last_mut() else { return true };
            if next == end {
                self.open.pop();
                self.taken.truncate(self.open.len() * words);
                self.sums.truncate(self.open.len() * sides);
                if !self.open.is_empty() {
                    self.places.pop();
                }
                continue;
            }
            let place = *next;
            if let Some(rank) = ground.conflict(place, &self.taken[self.taken.len() - words..]) {
                *next = ground.past(place, rank, *end);
                continue;
            }
            *next += 1;
            if self.take(ground, place) {
                found.push(&self.places);
                self.places.pop();
                if found.len() >= most {
                    return false;
                }
            }
        }
        self.open.is_empty()
    }

    /// Whether everything was walked through.
    pub(super) fn is_at_end(&self) -> bool {
        self.open.is_empty()
    }

    /// Takes a zone of units that are free where it fits, and opens what follows it; whether it is to be told as the last.
    fn take(&mut self, ground: &OrderedZones, place: usize) -> bool {
        let (words, sides) = (ground.words, ground.sides.len());
        let taken = self.taken.len() - words;
        let sums = self.sums.len() - sides;
        let with =
            |before: &[u128], side: usize| before[sums + side].saturating_add(ground.sides[side].adds[place]);
        let zones = self.places.len() as u64 + 1;
        if zones > ground.count[1] || (0..sides).any(|side| with(&self.sums, side) > ground.sides[side].most)
        {
            return false;
        }
        for (word, mask) in ground.mask(place).iter().enumerate() {
            let both = self.taken[taken + word] | mask;
            self.taken.push(both);
        }
        self.steps += 1;
        let next = ground.first_free(&self.taken[taken + words..]);
        let is_plan = next.is_none() && zones >= ground.count[0];
        let more = next.and_then(|_| ground.more_zones(&self.taken[taken + words..], zones));
        let goes_on = more.is_some();
        let is_told = is_plan || goes_on && self.places.len() + 1 >= self.most_zones;
        if is_told || goes_on {
            self.places.push(place as u32);
        }
        match next.filter(|_| goes_on && !is_told) {
            Some(rank) => {
                for side in 0..sides {
                    let sum = with(&self.sums, side);
                    self.sums.push(sum);
                }
                self.open.push(match more {
                    Some(1) => ground.of_all_free(&self.taken[taken + words..], rank),
                    _ => ground.of_first(rank),
                });
            }
            None => self.taken.truncate(taken + words),
        }
        is_told
    }
}
