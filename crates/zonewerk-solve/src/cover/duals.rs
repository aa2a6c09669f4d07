use super::cover_columns::CoverColumns;
use super::cover_rows::CoverRows;
use super::exact_bound::{Fixed, Precision, SideDual};
use super::subset_row_cuts::SubsetRowCut;

/// Duals in fixed point, and the exact bound that they prove: see [`super::exact_bound`].
#[derive(Clone, Debug)]
pub(super) struct Duals {
    precision: Precision,
    /// Per unit, then per conflict row (never positive).
    sets: Vec<Fixed>,
    /// For each zone alike.
    zones: Fixed,
    /// Per ceiling, never positive.
    ceilings: Vec<SideDual>,
    /// Per cut, never positive.
    cuts: Vec<Fixed>,
}

impl Duals {
    /// The duals of a program's rows, in the order of [`CoverRows::ends`] and then the cuts, in
    /// the goal's unit; `scales` are those of the ceilings.
    pub(super) fn of(rows: &CoverRows, scales: &[f64], precision: Precision, values: &[f64]) -> Self {
        let (sets, rest) = values.split_at(rows.sets());
        let nearest = |(row, &value): (usize, &f64)| match precision.nearest(value) {
            dual if row >= rows.units || !rows.is_required(row) => dual.min(0),
            dual => dual,
        };
        let sets = sets.iter().enumerate().map(nearest).collect();
        let (count, rest) = rest.split_at(usize::from(rows.counts_zones()));
        let zones = match count.first().map_or(0, |&value| precision.nearest(value)) {
            dual if dual < 0 && rows.zones.1.is_none() => 0,
            dual if dual > 0 && rows.zones.0.is_none() => 0,
            dual => dual,
        };
        let (sides, cuts) = rest.split_at(rows.ceilings.len());
        let side = |(&value, scale): (&f64, &f64)| precision.side((value / scale).min(0.0));
        Self {
            precision,
            sets,
            zones,
            ceilings: sides.iter().zip(scales).map(side).collect(),
            cuts: cuts.iter().map(|&value| precision.nearest(value).min(0)).collect(),
        }
    }

    /// Duals of the units alone.
    pub(super) fn of_units(rows: &CoverRows, precision: Precision, values: &[f64]) -> Self {
        let mut sets: Vec<Fixed> = values.iter().map(|&value| precision.nearest(value)).collect();
        sets.resize(rows.sets(), 0);
        Self {
            precision,
            sets,
            zones: 0,
            ceilings: vec![SideDual::default(); rows.ceilings.len()],
            cuts: Vec::new(),
        }
    }

    /// Reduced cost of a column that these cuts count, each with its coefficient.
    pub(super) fn reduced_cost(
        &self,
        columns: &CoverColumns,
        column: usize,
        cuts: &[(u32, u8)],
        units: usize,
    ) -> Fixed {
        let sets: Fixed = columns.rows(column, units).map(|row| self.sets[row]).sum();
        let cut = |&(cut, times): &(u32, u8)| i128::from(times) * i128::from(self.cuts[cut as usize]);
        let cuts: i128 = cuts.iter().map(cut).sum();
        let sides: i128 = if self.ceilings.is_empty() {
            0
        } else {
            self.ceilings.iter().zip(columns.sides(column)).map(|(dual, factor)| dual.times(factor)).sum()
        };
        let reduced = self.precision.fixed(columns.cost(column)) - sets - self.zones;
        Fixed::try_from(i128::from(reduced) - sides - cuts).unwrap_or(Fixed::MAX)
    }

    /// The lower bound, in fixed point, for plans whose reduced costs are all at least
    /// `least_reduced_cost`.
    pub(super) fn bound(&self, rows: &CoverRows, cuts: &[SubsetRowCut], least_reduced_cost: Fixed) -> i128 {
        let sets: i128 = self.sets.iter().map(|&dual| i128::from(dual)).sum();
        let cuts = cuts.iter().zip(&self.cuts);
        let cuts: i128 = cuts.map(|(cut, &dual)| i128::from(cut.most) * i128::from(dual)).sum();
        let end = if self.zones < 0 { rows.zones.1 } else { rows.zones.0 };
        let zones = i128::from(self.zones) * i128::from(end.unwrap_or(0));
        let ceilings = self.ceilings.iter().zip(&rows.ceilings);
        let ceilings: i128 = ceilings.map(|(dual, &most)| dual.times(most)).sum();
        let most_zones = rows.most_zones as i128;
        let rounded = most_zones * self.ceilings.len() as i128;
        sets + cuts + zones + ceilings - rounded + most_zones * i128::from(least_reduced_cost.min(0))
    }
}
