//! Files of plans, read back and looked over: one program, a module for each kind.

mod flanders_map;
mod gis;
mod read_back;
mod rules_reference;
mod translated_tables;
