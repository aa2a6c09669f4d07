//! Files as people have them, right and wrong: one program, a module for each kind.

mod check_faults;
mod flanders;
mod large_files;
mod load_faults;
mod map_edges;
mod map_readers;
mod plan_map;
mod read_plan;
mod reader_fuzz;
