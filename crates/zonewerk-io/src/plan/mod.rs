//! Plans: as tables and as maps, in codes of today and from before a merger.

pub mod old_table;
pub mod plan_map;
pub mod plan_note;
pub mod plan_rows;
pub mod plan_shapes;
pub mod plan_table;
