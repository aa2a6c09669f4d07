use super::{ZoneCost, ZoneView};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, Territory, UnitId};

/// Moment of inertia of a zone's population about its weighted centre `g`, in inhabitants times
/// square kilometres, rounded:
///
/// ```text
/// sum p_u |x_u - g|^2  =  sum p_u |x_u|^2 - |sum p_u x_u|^2 / P,   g = sum p_u x_u / P
/// ```
///
/// with `x_u` the centre of unit `u` in space, so that distances are chords and need no
/// map projection. The measure is that of Weaver and Hess (1963), "A procedure for
/// nonpartisan districting", Yale Law Journal 73. Sums are whole numbers.
pub(super) struct Inertia {
    moments: Vec<Moments>,
}

/// Sums over inhabitants: how many, where they live and the squares of that, in metres.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Moments {
    people: i128,
    first: [i128; 3],
    second: i128,
}

impl Moments {
    /// With those of others.
    pub(crate) fn add(&mut self, others: &Self) {
        self.people += others.people;
        self.second += others.second;
        self.first.iter_mut().zip(others.first).for_each(|(sum, first)| *sum += first);
    }

    /// Without those of some.
    pub(crate) fn take(&mut self, some: &Self) {
        self.people -= some.people;
        self.second -= some.second;
        self.first.iter_mut().zip(some.first).for_each(|(sum, first)| *sum -= first);
    }

    /// Moment of inertia in inhabitants times square kilometres; the largest number where it is larger.
    pub(crate) fn rounded(&self) -> u64 {
        if self.people == 0 {
            return 0;
        }
        // More inhabitants than the Earth has many times over make sums too large.
        self.inertia().map_or(u64::MAX, |inertia| u64::try_from(inertia.max(0)).unwrap_or(u64::MAX))
    }

    /// Sum of inhabitants times their squared distance to a place, in inhabitants times square kilometres, rounded;
    /// the largest number where it is larger.
    pub(super) fn about(&self, place: [i64; 3]) -> u64 {
        let place = place.map(i128::from);
        let times = |a: i128, b: i128| a.saturating_mul(b);
        let across = self.first.iter().zip(place).map(|(first, side)| times(*first, side));
        let across = across.fold(0, i128::saturating_add);
        let square = place.iter().map(|side| side * side).sum();
        let metres = self.second.saturating_sub(times(2, across)).saturating_add(times(self.people, square));
        u64::try_from((metres.max(0).saturating_add(SQUARE_METRES / 2)) / SQUARE_METRES).unwrap_or(u64::MAX)
    }

    /// About the weighted centre, rounded; `None` where the sums are too large.
    fn inertia(&self) -> Option<i128> {
        let about_origin =
            self.first.iter().try_fold(0_i128, |sum, first| sum.checked_add(first.checked_mul(*first)?));
        let above = self.second.checked_mul(self.people)?.checked_sub(about_origin?)?;
        let below = self.people.checked_mul(SQUARE_METRES)?;
        Some(above.checked_mul(2)?.checked_add(below)? / below.checked_mul(2)?)
    }
}

const SQUARE_METRES: i128 = 1_000_000;

impl Inertia {
    pub(super) fn new(territory: &Territory, graph: &Graph) -> Self {
        let of_unit = |unit| moments(territory, graph, &[unit]);
        Self { moments: territory.units().ids().map(of_unit).collect() }
    }
}

/// Moments of these units.
///
/// # Panics
/// When the graph has no [centres](Graph::centres).
pub(crate) fn moments(territory: &Territory, graph: &Graph, units: &[UnitId]) -> Moments {
    let centres = graph.centres();
    let mut sum = Moments::default();
    for &unit in units {
        let people = i128::from(territory.unit(unit).population);
        let centre = centres[unit].map(i128::from);
        sum.add(&Moments {
            people,
            first: centre.map(|metres| people * metres),
            second: people * centre.iter().map(|metres| metres * metres).sum::<i128>(),
        });
    }
    sum
}

impl ZoneCost for Inertia {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        let mut sum = Moments::default();
        for unit in zone.units {
            sum.add(&self.moments[unit.index()]);
        }
        sum.rounded()
    }
}
