use zonewerk_core::territory::LinkChange;

use super::world::{World, plan};

/// Rule, claim, plan at the edge of the rule: no finding at all.
pub fn edges() -> Vec<(&'static str, &'static str, World)> {
    let add = LinkChange::Add;
    let remove = LinkChange::Remove;
    vec![
        ("plan-over-other-units", "as many units", plan("aab aab")),
        ("unit-in-unknown-zone", "the last zone is known", plan("aabb")),
        ("duplicate-zone-name", "names that differ in case", plan("aabb").zone_names(&["x", "X"])),
        ("empty-zone", "a zone with one unit", plan("aab").bounds(10, None)),
        ("empty-zone", "a zone with one part", plan("aab").bounds(10, None).parts(3, &[('b', Some(10))])),
        ("orphaned-unit", "a unit in one part", plan("aab aab").parts(5, &[('a', Some(10))])),
        ("split-unit", "two parts in one zone", plan("aab aab").parts(5, &[('a', Some(4)), ('a', Some(6))])),
        ("part-populations-differ", "known parts below the unit", {
            plan("aab aab").bounds(20, None).parts(6, &[('b', Some(9)), ('b', None)]).exception(&[3], 0, None)
        }),
        ("part-populations-differ", "known parts all of the unit", {
            plan("aab aab").parts(6, &[('b', Some(10)), ('b', None)])
        }),
        ("fixed-zone-changed", "another name", plan("aab aab").fixed("x", &[1, 2, 4, 5]).fixed("y", &[3, 6])),
        ("zone-not-contiguous", "a corridor of one unit", plan("aaab bbbb").bounds(0, None)),
        ("zone-not-contiguous", "held by a link", plan("aba bbb").bounds(0, None).link(add, 3, 1)),
        ("zone-not-contiguous", "a way around a removed border", plan("aab aab").link(remove, 1, 2)),
        ("zone-not-contiguous", "removed and added again", {
            plan("aabb").link(remove, 1, 2).link(add, 2, 1).link(add, 1, 4).link(remove, 1, 4)
        }),
        ("zone-not-contiguous", "a part touches all neighbours", {
            plan("aab aab")
                .bounds(0, None)
                .parts(5, &[('a', Some(10))])
                .link(remove, 1, 2)
                .link(remove, 1, 4)
                .link(add, 1, 5)
        }),
        ("zone-below-minimum-population", "the minimum itself", plan("aab aab")),
        (
            "zone-below-minimum-population",
            "the minimum by parts",
            plan("aab aab").parts(6, &[('b', Some(10))]),
        ),
        ("zone-above-maximum-population", "the maximum itself", plan("aab aab").bounds(20, Some(40))),
        (
            "zone-above-maximum-population",
            "the maximum by far",
            plan("aab aab").people(1, 1_000_000).bounds(20, Some(1_000_030)),
        ),
        ("exception-used", "not needed at the minimum", plan("aab aab").exception(&[3, 6], 10, None)),
        ("exception-used", "not needed at the maximum", plan("aab aab").exception(&[1, 2, 4, 5], 10, None)),
        ("exception-used", "made for other units", {
            plan("aab aab").exception(&[3], 10, None).exception(&[2, 3, 6], 10, None)
        }),
    ]
}
