//! The oracle: from plain lists, every plan of a small world, and what goals come to by their
//! definitions. It shares no code with the solver.

pub mod best;
pub mod distances;
pub mod families;
pub mod goals;
pub mod lists;
pub mod moved;
pub mod pieces;
pub mod plans;
pub mod regions;
pub mod two_levels;
