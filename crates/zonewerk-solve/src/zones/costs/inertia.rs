use super::{Sight, ZoneCost};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, Territory};

/// Moment of inertia of a zone's population about its weighted centre `g`, in people times
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

#[derive(Clone, Copy, Debug, Default)]
struct Moments {
    people: i128,
    first: [i128; 3],
    second: i128,
}

const SQUARE_METRES: i128 = 1_000_000;

impl Inertia {
    pub(super) fn new(territory: &Territory, graph: &Graph) -> Self {
        let centres = graph.centres();
        let moments = territory.units().iter().map(|(unit, facts)| {
            let people = i128::from(facts.population);
            let centre = centres[unit].map(i128::from);
            Moments {
                people,
                first: centre.map(|metres| people * metres),
                second: people * centre.iter().map(|metres| metres * metres).sum::<i128>(),
            }
        });
        Self { moments: moments.collect() }
    }
}

impl ZoneCost for Inertia {
    fn of(&self, zone: &Sight<'_>) -> u64 {
        let mut sum = Moments::default();
        for unit in zone.units {
            let moments = &self.moments[unit.index()];
            sum.people += moments.people;
            sum.second += moments.second;
            sum.first.iter_mut().zip(moments.first).for_each(|(sum, first)| *sum += first);
        }
        if sum.people == 0 {
            return 0;
        }
        let about_origin: i128 = sum.first.iter().map(|first| first * first).sum();
        let (above, below) = (sum.second * sum.people - about_origin, sum.people * SQUARE_METRES);
        u64::try_from((2 * above + below) / (2 * below)).unwrap_or(0)
    }
}
