use crate::objective_steps::Question;
use crate::requirements::{ON_REGIONS, RegionNeeds};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{CountBounds, PopulationBounds, RuleId};
use zonewerk_core::territory::{Id, Territory, UnitId};

/// A set of units as bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitSet(Box<[u64]>);

impl UnitSet {
    pub(super) fn of(units: impl IntoIterator<Item = UnitId>, all: usize) -> Self {
        let mut words = vec![0_u64; all.div_ceil(64)];
        units.into_iter().for_each(|unit| words[unit.index() / 64] |= 1 << (unit.index() % 64));
        Self(words.into())
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    fn holds(&self, unit: UnitId) -> bool {
        self.0[unit.index() / 64] >> (unit.index() % 64) & 1 == 1
    }

    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & !b).collect())
    }

    fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & b).collect())
    }

    fn first(&self) -> Option<UnitId> {
        let word = self.0.iter().position(|&word| word != 0)?;
        Some(UnitId::new(word * 64 + self.0[word].trailing_zeros() as usize))
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
    }

    /// The units, ascending.
    pub(super) fn units(&self) -> Vec<UnitId> {
        let bits = |(word, &bits): (usize, &u64)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| UnitId::new(word * 64 + bit))
        };
        self.0.iter().enumerate().flat_map(bits).collect()
    }
}

/// What listing regions needs to know of a zone.
pub(super) struct ZoneFacts {
    /// Its number among the choices.
    pub(super) choice: u32,
    pub(super) units: UnitSet,
    /// The units that border it.
    pub(super) beside: UnitSet,
    pub(super) people: u64,
    /// Its reduced cost, in fixed point.
    pub(super) reduced_cost: u128,
    /// Whether a region with it may become larger than others.
    pub(super) exempt: bool,
}

impl ZoneFacts {
    pub(super) fn new(
        territory: &Territory,
        graph: &Graph,
        choice: u32,
        units: &[UnitId],
        reduced_cost: u128,
    ) -> Self {
        let all = territory.units().len();
        let inside = UnitSet::of(units.iter().copied(), all);
        let around = units.iter().flat_map(|&unit| graph.neighbours(unit).iter().map(|beside| beside.unit));
        let around = around.filter(|unit| units.binary_search(unit).is_err());
        Self {
            choice,
            beside: UnitSet::of(around, all),
            units: inside,
            people: territory.population(units.iter().copied()),
            reduced_cost,
            exempt: false,
        }
    }
}

/// What regions must be like.
pub(super) struct Needs<'a> {
    question: Question<'a>,
    /// Inhabitants that a region may have too many or too few.
    slack: u64,
    /// Where no rule leaves anything alone.
    ordinary: RegionNeeds,
    /// Units that some rule on regions leaves alone.
    special: UnitSet,
    /// With one of these units, a region may have any number of inhabitants.
    any_people: UnitSet,
    /// With one of these units, a region may have any number of zones.
    any_zones: UnitSet,
    /// Whether a zone may be in several parts: a region of it need not be contiguous then.
    in_parts: bool,
    /// Per unit, those that border it.
    beside: Vec<UnitSet>,
    /// Regions by exception: exactly these units.
    excepted: Vec<UnitSet>,
    /// Fixed zones that are regions by themselves, since a rule leaves them alone.
    alone: Vec<UnitSet>,
}

impl<'a> Needs<'a> {
    /// What the rules ask of regions, but for `slack` inhabitants too many or too few.
    pub(super) fn new(question: Question<'a>, slack: u64) -> Self {
        let Question { territory, problem, requirements, .. } = question;
        let all = territory.units().len();
        let required = &requirements.regions;
        let special = required.left_alone_by(&ON_REGIONS);
        let excepted = required.excepted().into_iter().map(|units| UnitSet::of(units.iter().copied(), all));
        let alone = problem.fixed_zones.iter().map(|fixed| &fixed.units);
        let alone: Vec<&Vec<UnitId>> =
            alone.filter(|units| units.iter().any(|unit| special.contains(unit))).collect();
        let grows = |rule| {
            let units = required.left_alone_by(&[rule]).into_iter();
            UnitSet::of(units.filter(|unit| !alone.iter().any(|units| units.contains(unit))), all)
        };
        Self {
            slack,
            ordinary: required.needs(None, &[]),
            any_people: grows(RuleId::RegionAboveMaximumPopulation),
            any_zones: grows(RuleId::RegionWithTooManyZones),
            excepted: excepted.collect(),
            alone: alone.into_iter().map(|units| UnitSet::of(units.iter().copied(), all)).collect(),
            special: UnitSet::of(special, all),
            in_parts: question.has_zones_in_parts(),
            beside: question
                .graph
                .units()
                .map(|unit| UnitSet::of(question.graph.neighbours(unit).iter().map(|to| to.unit), all))
                .collect(),
            question,
        }
    }

    /// Whether a rule leaves some region alone, or an exception is made for one.
    pub(super) fn is_lenient(&self) -> bool {
        self.special.first().is_some() || !self.excepted.is_empty() || !self.alone.is_empty()
    }

    /// Zones of a region that no rule leaves alone.
    pub(super) fn zones(&self) -> CountBounds {
        self.ordinary.zones
    }

    /// Inhabitants of a region that no rule leaves alone.
    pub(super) fn population(&self) -> PopulationBounds {
        self.ordinary.population
    }

    /// Inhabitants of each fixed zone that is a region by itself.
    pub(super) fn people_alone(&self) -> Vec<u64> {
        self.alone.iter().map(|units| self.people(units)).collect()
    }

    /// Inhabitants of each region by exception.
    pub(super) fn people_excepted(&self) -> Vec<u64> {
        self.excepted.iter().map(|units| self.people(units)).collect()
    }

    /// Whether a region may have any number of inhabitants for the sake of a unit.
    pub(super) fn allows_any_people(&self) -> bool {
        self.any_people.first().is_some()
    }

    /// Number of units for whose sake a region may have fewer inhabitants than others.
    pub(super) fn without_minimum(&self) -> usize {
        let required = &self.question.requirements.regions;
        let units = required.left_alone_by(&[RuleId::RegionBelowMinimumPopulation]);
        let is_alone = |unit: &UnitId| self.alone.iter().any(|zone| zone.holds(*unit));
        units.iter().filter(|unit| !is_alone(unit)).count()
    }

    fn people(&self, units: &UnitSet) -> u64 {
        self.question.territory.population(units.units())
    }

    /// Whether these units, in so many zones, may be a region.
    pub(super) fn allow(&self, units: &UnitSet, people: u64, zones: u64) -> bool {
        let needs = self.of(units);
        outside(&needs, people) <= self.slack
            && needs.zones.minimum().is_none_or(|least| zones >= least)
            && needs.zones.maximum().is_none_or(|most| zones <= most)
            && self.alone.iter().all(|other| !units.meets(other) || units == other)
            && (!self.in_parts || self.are_contiguous(units))
    }

    /// Whether units could be regions, as far as the number of inhabitants of each connected part
    /// tells.
    pub(super) fn may_be_regions(&self, units: &UnitSet) -> bool {
        let mut left = units.clone();
        while let Some(first) = left.first() {
            let part = self.part_of(first, &left);
            let is_free = part.meets(&self.special) || self.excepted.iter().any(|region| part.meets(region));
            if !is_free && !self.adds_up(self.question.territory.population(part.units())) {
                return false;
            }
            left = left.without(&part);
        }
        true
    }

    fn are_contiguous(&self, units: &UnitSet) -> bool {
        let Question { graph, requirements, .. } = self.question;
        requirements.regions.are_contiguous(graph, None, &units.units())
    }

    /// The connected component of a unit among others.
    fn part_of(&self, unit: UnitId, among: &UnitSet) -> UnitSet {
        let mut part = UnitSet::of([unit], self.beside.len());
        let mut newest = part.clone();
        while newest.first().is_some() {
            let mut around = UnitSet::of([], self.beside.len());
            newest.units().iter().for_each(|unit| around.add(&self.beside[unit.index()]));
            newest = around.and(among).without(&part);
            part.add(&newest);
        }
        part
    }

    /// Whether some number of ordinary regions has so many inhabitants.
    fn adds_up(&self, people: u64) -> bool {
        let bounds = self.ordinary.population;
        let most = bounds.maximum().map(|most| most.saturating_add(self.slack));
        let fewest = match most {
            Some(0) => return people == 0,
            Some(most) => people.div_ceil(most),
            None => 1,
        };
        fewest.max(1).saturating_mul(bounds.minimum().saturating_sub(self.slack)) <= people
    }

    /// Inhabitants that a region of these units has too many or too few.
    pub(super) fn people_outside(&self, units: &[UnitId]) -> u64 {
        let territory = self.question.territory;
        let marks = UnitSet::of(units.iter().copied(), territory.units().len());
        outside(&self.of(&marks), territory.population(units.iter().copied()))
    }

    fn of(&self, units: &UnitSet) -> RegionNeeds {
        if units.meets(&self.special) || self.excepted.contains(units) {
            self.question.requirements.regions.needs(None, &units.units())
        } else {
            self.ordinary
        }
    }

    /// Whether a region may hold these units and others, or be these: `false` only if none may.
    pub(super) fn may_be_held(&self, units: &UnitSet, people: u64, zones: u64) -> bool {
        // Exempt zones stand first: a set with one may still get another, a set without may not.
        let may_get =
            |exempt: &UnitSet| units.meets(exempt) || exempt.first().is_some() && self.is_exempt(units);
        let too_many_people = self.ordinary.population.exceeded_by(people.saturating_sub(self.slack))
            && !may_get(&self.any_people);
        let too_many_zones =
            self.ordinary.zones.maximum().is_some_and(|most| zones > most) && !may_get(&self.any_zones);
        match self.alone.iter().find(|zone| units.meets(zone)) {
            Some(zone) => units == zone,
            None => {
                !too_many_people && !too_many_zones
                    || self.excepted.iter().any(|region| units.is_within(region))
            }
        }
    }

    /// Whether with this zone a region may become larger than others.
    pub(super) fn is_exempt(&self, units: &UnitSet) -> bool {
        units.meets(&self.any_people) || units.meets(&self.any_zones)
    }
}

fn outside(needs: &RegionNeeds, people: u64) -> u64 {
    let over = needs.population.maximum().map_or(0, |most| people.saturating_sub(most));
    over.max(needs.population.minimum().saturating_sub(people))
}
