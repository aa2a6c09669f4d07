use super::cover_columns::CoverColumns;
use crate::linear_program::RowBounds;

/// The rows of the exact cover: each unit once, each conflict row at most once, and side rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CoverRows {
    /// Number of units.
    pub(crate) units: usize,
    /// Which units must be held by a zone; all where `None`. No unit may be held twice.
    pub(crate) required: Option<Vec<bool>>,
    /// Number of conflict rows.
    pub(crate) conflict_rows: usize,
    /// Fewest and most zones.
    pub(crate) zones: (Option<u64>, Option<u64>),
    /// An upper bound on the number of zones of every plan.
    pub(crate) most_zones: usize,
    /// The ceiling of each side row.
    pub(crate) ceilings: Vec<u64>,
}

impl CoverRows {
    /// Number of units and conflict rows: the rows that cuts and branches are made of.
    pub(super) fn sets(&self) -> usize {
        self.units + self.conflict_rows
    }

    /// Whether a plan must hold a unit.
    pub(super) fn is_required(&self, unit: usize) -> bool {
        self.required.as_ref().is_none_or(|required| required[unit])
    }

    /// Whether the number of zones has a row.
    pub(super) fn counts_zones(&self) -> bool {
        self.zones.0.is_some() || self.zones.1.is_some()
    }

    /// The ends of all rows, in order: units, conflict rows, number of zones, ceilings in parts of
    /// `scales`.
    pub(super) fn ends<'a>(&'a self, scales: &'a [f64]) -> impl Iterator<Item = RowBounds> + 'a {
        let one = Some(1.0);
        let units = (0..self.units).map(move |unit| (one.filter(|_| self.is_required(unit)), one));
        let conflict_rows = std::iter::repeat_n((None, one), self.conflict_rows);
        let count = |end: Option<u64>| end.map(|end| end as f64);
        let zones = self.counts_zones().then(|| (count(self.zones.0), count(self.zones.1)));
        let ceilings =
            self.ceilings.iter().zip(scales).map(|(&most, scale)| (None, Some(most as f64 / scale)));
        units.chain(conflict_rows).chain(zones).chain(ceilings)
    }
}

impl CoverRows {
    /// The rows that are left for the columns that take the place of `part`, where the
    /// columns of `rest` stay; `None` where `rest` alone breaks a row.
    pub(super) fn without(&self, columns: &CoverColumns, rest: &[usize], part: &[usize]) -> Option<Self> {
        let count = rest.len() as u64;
        let least = self.zones.0.map(|least| least.saturating_sub(count));
        let most = match self.zones.1 {
            Some(most) => Some(most.checked_sub(count)?),
            None => None,
        };
        let ceilings = self.ceilings.iter().enumerate().map(|(side, &most)| {
            let used: u64 = rest.iter().filter_map(|&column| columns.sides(column).nth(side)).sum();
            most.checked_sub(used)
        });
        let units = part.iter().map(|&column| columns.units(column).len()).sum();
        let taken: usize = rest.iter().map(|&column| columns.conflict_rows(column).len()).sum();
        Some(Self {
            units,
            required: None,
            conflict_rows: self.conflict_rows - taken,
            zones: (least, most),
            most_zones: self.most_zones.min(units),
            ceilings: ceilings.collect::<Option<_>>()?,
        })
    }

    /// Whether these columns are a plan: all rows are kept, in whole numbers.
    pub(crate) fn are_kept(&self, columns: &CoverColumns, cover: &[usize]) -> bool {
        let mut times = vec![0_u32; self.sets()];
        for &column in cover {
            columns.rows(column, self.units).for_each(|row| times[row] += 1);
        }
        let (units, conflict_rows) = times.split_at(self.units);
        let count = cover.len() as u64;
        let in_count =
            self.zones.0.is_none_or(|least| count >= least) && self.zones.1.is_none_or(|most| count <= most);
        let below = self.ceilings.iter().enumerate().all(|(side, &most)| {
            let sum = cover.iter().filter_map(|&column| columns.sides(column).nth(side));
            sum.map(u128::from).sum::<u128>() <= u128::from(most)
        });
        units.iter().enumerate().all(|(unit, &times)| times == 1 || times == 0 && !self.is_required(unit))
            && conflict_rows.iter().all(|&times| times <= 1)
            && in_count
            && below
    }
}
