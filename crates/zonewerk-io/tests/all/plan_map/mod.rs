//! Plans read from maps: units by their code, and zones by nothing but their shape.

mod by_code;
mod faults;
mod random;
mod shapes;
mod world;
