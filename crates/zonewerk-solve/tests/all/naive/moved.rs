//! People who do not stay with their zone, over all ways to say which zone is which.

use super::lists::{Lists, Set};

/// The fewest people who move: each zone is at most one zone of the base plan, and each of
/// those is at most one zone. Table over the sets of zones of the base plan that are taken.
pub fn people_moved(lists: &Lists, plan: &[Set]) -> u64 {
    let mut most = vec![Some(0)];
    most.resize(1 << lists.base.len(), None);
    for &zone in plan {
        let before = most.clone();
        for (base, people) in lists.base.iter().enumerate() {
            let stay: u64 =
                people.iter().filter(|(unit, _)| zone >> unit & 1 == 1).map(|(_, people)| people).sum();
            for (taken, known) in before.iter().enumerate() {
                if let (Some(known), 0) = (known, taken >> base & 1) {
                    let with = &mut most[taken | 1 << base];
                    *with = Some(with.unwrap_or(0).max(known + stay));
                }
            }
        }
    }
    let stay = most.into_iter().flatten().max().unwrap();
    lists.people.iter().sum::<u64>() - stay
}
