use jiff::civil::date;
use zonewerk_core::problem::{Excepted, Reading};
use zonewerk_core::territory::{LinkChange, MergerStatus};

use super::world::{World, full, square};

/// Rule, claim, plan at the edge of the rule under every rule there is: no finding at all.
pub fn edges() -> Vec<(&'static str, &'static str, World)> {
    let (add, remove) = (LinkChange::Add, LinkChange::Remove);
    let weak = |world: World| {
        world
            .setting("group-straddles-zones", |setting| setting.reading = Some(Reading::Weak))
            .off("group-not-aligned")
    };
    let exact = "the numbers themselves";
    vec![
        ("zone-bounds-contradict", exact, square()),
        ("zone-bounds-contradict", "an exception makes room", {
            square()
                .off("zone-above-maximum-population")
                .off("exception-used")
                .people(16, 50)
                .region_bounds(80, 120)
                .exception(&[11, 12, 15, 16], 0, None)
        }),
        ("region-bounds-contradict", exact, square()),
        ("region-bounds-contradict", "a region by itself is left alone", {
            full("aabb aabb ccdd ccdd", &[("R", "abc"), ("S", "d")])
                .people(16, 5)
                .bounds(35, Some(40))
                .region_bounds(120, 120)
                .region_zones(2, 3)
                .fixed("D", &[11, 12, 15, 16])
                .except("region-bounds-contradict", &[16])
                .except("region-below-minimum-population", &[16])
                .except("region-with-too-few-zones", &[16])
        }),
        ("zones-overlap", "two parts of one name in one zone", {
            square().named_parts(14, &[("north", 'c', 5), ("north", 'c', 5)])
        }),
        ("zones-overlap", "shared with itself", square().shared(14, "cc")),
        ("split-unit", "a unit that may be divided", {
            square()
                .named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)])
                .bounds(30, Some(50))
                .except("split-unit", &[14])
        }),
        ("decided-merger-split", "all in one zone", square().merger(MergerStatus::Decided, &[1, 2, 5, 6])),
        ("expected-merger-split", "all in one zone", square().merger(MergerStatus::Expected, &[12, 16])),
        ("zone-not-contiguous", "a unit that may lie apart", {
            square().link(remove, 1, 2).link(remove, 1, 5).link(add, 1, 3).except("zone-not-contiguous", &[1])
        }),
        ("zone-surrounds-others", "two zones around one", {
            full("aaab aebb aabb ccdd", &[("R", "aeb"), ("S", "cd")])
        }),
        ("zone-surrounds-others", "at the border of the territory", {
            full("aeab aaab aaab ccdd", &[("R", "aeb"), ("S", "cd")])
                .without_group("police", "first")
                .without_mergers()
        }),
        ("wrong-number-of-zones", exact, square()),
        ("zone-crosses-group", "inside one of two groups that overlap", {
            square().group("area", "R", &[1, 2, 3, 4, 5, 6, 7, 8]).group("area", "T", &[3, 4])
        }),
        ("zone-crosses-group", "outside every group", square().without_group("area", "S")),
        ("group-straddles-zones", "two whole zones", square()),
        ("group-straddles-zones", "inside one zone", {
            square().off("group-not-aligned").group("circle", "R", &[1])
        }),
        ("group-straddles-zones", "weakly, one zone and a part of another", {
            weak(square().group("circle", "R", &[1, 2, 3, 5, 6]))
        }),
        ("group-straddles-zones", "the same parts by name", {
            square()
                .named_parts(14, &[("north", 'c', 4), ("south", 'd', 6)])
                .bounds(30, Some(50))
                .except("split-unit", &[14])
                .without_group("circle", "S")
                .group_with_parts("circle", "T", &[9, 10, 13], &[(14, "north")])
        }),
        ("group-not-aligned", "one whole zone", square().group("circle", "R", &[1, 2, 5, 6])),
        ("network-cut", "one whole zone", square().group("network", "R", &[1, 2, 5, 6])),
        ("affinity-cut", "all of one zone", square().group("police", "first", &[1, 2, 5, 6])),
        ("zone-without-region", "every zone in one", square()),
        ("zone-in-several-regions", "every zone in one", square()),
        ("region-below-minimum-population", exact, square()),
        ("region-below-minimum-population", "an excepted region", {
            square()
                .people(16, 9)
                .people(1, 12)
                .bounds(30, Some(50))
                .region_bounds(80, 90)
                .except("region-below-minimum-population", &[9])
        }),
        ("region-above-maximum-population", exact, square()),
        ("region-with-too-few-zones", exact, square()),
        ("region-with-too-many-zones", exact, square()),
        ("region-not-contiguous", "held by a link", {
            full("aabb aabb ccdd ccdd", &[("R", "ad"), ("S", "bc")]).link(add, 6, 11).link(add, 7, 10)
        }),
        ("region-not-contiguous", "zones that may lie apart", {
            full("aabb aabb ccdd ccdd", &[("R", "ad"), ("S", "bc")])
                .except("region-not-contiguous", &[9, 10, 11, 12, 13, 14, 15, 16])
        }),
        ("wrong-number-of-regions", exact, square()),
        ("group-in-several-regions", "all of one region", square()),
        ("population-older-than-plan", "twelve months to the day", square()),
        ("population-older-than-plan", "younger than the plan", {
            square().counted_on(Some(date(2023, 1, 1)))
        }),
        ("exception-exceeded", "its bounds themselves", square().exception(&[11, 12, 15, 16], 40, Some(40))),
        ("exception-used", "not needed", square().exception(&[11, 12, 15, 16], 0, None)),
        ("exception-without-reason", "not needed", {
            square().exception(&[11, 12, 15, 16], 0, None).but(|exception| exception.reason = None)
        }),
        ("exception-expired", "not needed", {
            square()
                .waiver(Excepted::Zone("d".to_owned()), &["zone-crosses-group"])
                .but(|exception| exception.until = Some(date(2000, 1, 1)))
        }),
    ]
}
