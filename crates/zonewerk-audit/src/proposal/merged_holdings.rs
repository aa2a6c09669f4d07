//! What becomes of where a unit lies, when zones merge or go.

use zonewerk_core::plan::Holding;
use zonewerk_core::territory::{Id, ZoneId};

/// What lay in several zones lies in one.
pub(super) fn become_one(holding: &mut Holding, zones: &[ZoneId], one: ZoneId) {
    match holding {
        Holding::Unassigned => {}
        Holding::Whole(zone) => {
            if zones.contains(zone) {
                *zone = one;
            }
        }
        Holding::Shared(places) => {
            places.iter_mut().filter(|zone| zones.contains(zone)).for_each(|zone| *zone = one);
            places.sort_unstable();
            places.dedup();
            if let [zone] = places[..] {
                *holding = Holding::Whole(zone);
            }
        }
        Holding::Parts(parts) => {
            parts.iter_mut().filter(|part| zones.contains(&part.zone)).for_each(|part| part.zone = one);
        }
    }
}

/// What lay in a zone lies in none; a unit of which a part is left stays divided.
pub(super) fn leave(holding: &mut Holding, gone: ZoneId) {
    match holding {
        Holding::Unassigned => {}
        Holding::Whole(zone) => {
            if *zone == gone {
                *holding = Holding::Unassigned;
            }
        }
        Holding::Shared(zones) => {
            zones.retain(|zone| *zone != gone);
            match zones[..] {
                [] => *holding = Holding::Unassigned,
                [zone] => *holding = Holding::Whole(zone),
                _ => {}
            }
        }
        Holding::Parts(parts) => {
            parts.retain(|part| part.zone != gone);
            if parts.is_empty() {
                *holding = Holding::Unassigned;
            }
        }
    }
}

/// A zone before this one is gone, so its number is one lower.
pub(super) fn move_up(holding: &mut Holding, gone: ZoneId) {
    let up = |zone: &mut ZoneId| {
        if *zone > gone {
            *zone = ZoneId::new(zone.index() - 1);
        }
    };
    match holding {
        Holding::Unassigned => {}
        Holding::Whole(zone) => up(zone),
        Holding::Shared(zones) => zones.iter_mut().for_each(up),
        Holding::Parts(parts) => parts.iter_mut().for_each(|part| up(&mut part.zone)),
    }
}
