//! What the core promises, against every way to say it.

mod instance;
mod matching;
