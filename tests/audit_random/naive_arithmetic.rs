use crate::naive::Tray;
use crate::naive_look::Look;

pub fn zone_bounds_contradict(_: &Look, _: &'static str, _: &mut Tray) {}

pub fn region_bounds_contradict(_: &Look, _: &'static str, _: &mut Tray) {}
