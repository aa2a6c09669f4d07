//! What is drawn, against oracles that share no code with the solver, against the audit and against
//! published optima: one program, a module for each question.

mod alternatives;
mod brute_force;
mod counties;
mod early_stop;
mod engines_agree;
mod every_plan;
mod few_zones;
mod flanders;
mod flow_bound;
mod naive;
mod one_reading;
mod price_bound;
mod regions_beyond;
mod repaired;
mod search;
mod why;
mod why_real;
mod worlds;
