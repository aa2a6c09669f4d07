//! The audit and what it says of changes to a plan, against a second reading of the rules: one
//! program, a module for each question.

mod audit_random;
mod audit_rules;
mod in_pieces;
mod many;
mod proposal;
