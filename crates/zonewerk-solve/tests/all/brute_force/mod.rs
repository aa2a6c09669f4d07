//! The solver against an oracle that shares no code with it: from plain lists it tries every
//! plan of small worlds, and asks each what its goals come to, by their definitions.
//! `ZONEWERK_WORLDS=100000` tries so many worlds of families, and of two levels.

mod apart;
mod at_a_glance;
pub mod combined;
mod extremes;
pub mod families;
mod grid_counts;
mod impossible;
mod one_piece;
mod relabelling;
mod same_on_threads;
mod single;
mod two_levels;
mod verdict;
