//! The program as a user runs it, the examples, and what holds for the whole source: one program, a
//! module for each question.

mod alternatives_command;
mod audit;
mod audit_samples;
mod check_command;
mod compare;
mod console;
mod demands;
mod drift;
mod examples;
mod file_schemas;
mod graph;
mod graph_units;
mod guide;
mod luxembourg;
mod map;
mod map_faults;
mod memory;
mod messages;
mod one_reading;
mod page;
mod program;
mod proposal;
mod publishing;
mod rooms;
mod rules_command;
mod session;
mod shells_and_manual;
mod signals;
mod solve_goals;
mod solve_groups;
mod squares;
mod third_party;
mod translate;
mod whole_results;
mod why_command;
