use super::restricted_master::{Halt, Master};
use crate::Watch;

/// Times a dive may take back a choice that led nowhere.
const SECOND_THOUGHTS: usize = 12;
/// Columns that the relaxation wants at least this much are taken together.
const WANTED: f64 = 0.85;

/// Looks for a plan: takes the columns that the relaxation wants most, closes what
/// overlaps them, solves again, until the cover is whole. Returns a cover that costs
/// less than `limit`, or `None`.
pub(super) fn dive(
    master: &mut Master<'_>,
    open: &[bool],
    limit: u64,
    watch: &dyn Watch,
) -> Result<Option<Vec<usize>>, Halt> {
    let columns = master.columns();
    let rows = master.frame().rows;
    let mut open = open.to_vec();
    let mut before: Vec<(usize, Vec<bool>)> = Vec::new();
    let mut second_thoughts = 0;
    let mut is_stuck = false;
    loop {
        let relaxed = master.relax(&open, limit, watch)?;
        if relaxed.bound >= limit || is_stuck {
            is_stuck = false;
            let Some((choice, earlier)) = before.pop() else { return Ok(None) };
            if second_thoughts == SECOND_THOUGHTS {
                return Ok(None);
            }
            second_thoughts += 1;
            open = earlier;
            open[choice] = false;
            continue;
        }
        if let Some(cover) = master.whole(&relaxed.solution) {
            return Ok(Some(cover));
        }
        let mut chosen: Vec<(usize, f64)> = relaxed.solution;
        chosen.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let Some(&(choice, _)) = chosen.iter().find(|(_, value)| *value < 1.0 - 1e-6) else {
            return Ok(None);
        };
        before.push((choice, open.clone()));
        let mut taken = vec![false; rows.sets()];
        let mut kept = vec![false; columns.len()];
        for &(column, value) in &chosen {
            let overlaps = columns.rows(column, rows.units).any(|row| taken[row]);
            if (value > WANTED || column == choice) && !overlaps {
                columns.rows(column, rows.units).for_each(|row| taken[row] = true);
                kept[column] = true;
            }
        }
        // Under a ceiling a relaxation may leave a little of a unit out rather than take a
        // column in full: closing its rivals, long closed, would go on for ever.
        is_stuck = true;
        for column in 0..columns.len() {
            let stays = kept[column] || !columns.rows(column, rows.units).any(|row| taken[row]);
            is_stuck &= stays || !open[column];
            open[column] &= stays;
        }
    }
}
