//! What of a list is needed for something to be impossible, by halving (QuickXplain, Junker 2004,
//! "QuickXplain: preferred explanations and relaxations for over-constrained problems", AAAI).

/// A smallest part of `list` that is impossible as a whole: none of it can be missed.
pub(super) fn needed_of<T: Clone>(list: &[T], is_impossible: &mut dyn FnMut(&[T]) -> bool) -> Vec<T> {
    quick_explain(&[], list, is_impossible)
}

/// Of `list` what is needed for `is_impossible`, beside `given`: with all of it that holds.
pub(super) fn quick_explain<T: Clone>(
    given: &[T],
    list: &[T],
    is_impossible: &mut dyn FnMut(&[T]) -> bool,
) -> Vec<T> {
    if list.is_empty() || is_impossible(given) {
        return Vec::new();
    }
    explain(given, list, is_impossible)
}

/// `given` alone is possible, with `list` it is not.
fn explain<T: Clone>(given: &[T], list: &[T], is_impossible: &mut dyn FnMut(&[T]) -> bool) -> Vec<T> {
    if list.len() == 1 {
        return list.to_vec();
    }
    let (first, second) = list.split_at(list.len() / 2);
    let with = |more: &[T]| -> Vec<T> { given.iter().chain(more).cloned().collect() };
    let with_first = with(first);
    let of_second = quick_explain(&with_first, second, is_impossible);
    let with_second = with(&of_second);
    let of_first = if of_second.is_empty() {
        explain(given, first, is_impossible)
    } else {
        quick_explain(&with_second, first, is_impossible)
    };
    of_first.into_iter().chain(of_second).collect()
}

#[cfg(test)]
mod tests {
    use super::quick_explain;

    #[test]
    fn what_is_needed_is_found_and_nothing_else() {
        for core in [vec![3], vec![0, 9], vec![1, 4, 5], (0..10).collect()] {
            let list: Vec<usize> = (0..10).collect();
            let found = quick_explain(&[], &list, &mut |active| core.iter().all(|one| active.contains(one)));
            assert_eq!(found, core);
        }
        assert!(quick_explain(&[], &[1, 2], &mut |_| true).is_empty());
    }
}
