//! The solver against an oracle that shares no code with it: from plain lists it tries every
//! plan of small worlds, and asks each what its goals come to, by their definitions.
//! `ZONEWERK_WORLDS=100000` tries so many worlds of families, and of two levels.

mod combined;
mod families;
mod grid_counts;
mod impossible;
mod naive_best;
mod naive_distances;
mod naive_families;
mod naive_goals;
mod naive_lists;
mod naive_moved;
mod naive_plans;
mod naive_regions;
mod naive_two_levels;
mod relabelling;
mod same_on_threads;
mod single;
mod two_levels;
mod verdict;
#[path = "../worlds/mod.rs"]
mod worlds;

/// Seeds of worlds from a first one: as many as usual, or as `ZONEWERK_WORLDS=100000` says.
fn seeds(first: u64, usual: u64) -> std::ops::Range<u64> {
    let asked = std::env::var("ZONEWERK_WORLDS").ok().and_then(|text| text.parse().ok());
    first..first + asked.unwrap_or(usual)
}
