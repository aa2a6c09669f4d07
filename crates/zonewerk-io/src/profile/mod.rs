//! Profiles: named sets of rules.

pub mod profile_file;
pub mod read_profile;
