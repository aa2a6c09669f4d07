//! Changes to a plan: what becomes of it, and who moves.

mod changes;
mod moved;
mod unchecked;
