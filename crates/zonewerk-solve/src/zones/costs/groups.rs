//! Groups that borders of zones cut.

use super::{ZoneCost, ZoneView};
use crate::zones::group_shares::Groups;
use zonewerk_core::problem::Counted;

/// Groups that a zone touches without holding their lowest unit. Added up: for each group,
/// the number of zones it lies in, less one. Whole units count: a part of a unit lies where
/// its unit lies.
pub(super) struct Crossings(pub(super) Groups);

impl ZoneCost for Crossings {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        self.0.shares(zone.units).iter().filter(|share| !share.first).count() as u64
    }
}

/// For each group that a zone touches, the inhabitants of the group inside it or outside it,
/// whichever are fewer. Added up, a group cut in two counts its smaller side twice, once
/// from each zone.
pub(super) struct PeopleCut(pub(super) Groups);

impl ZoneCost for PeopleCut {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        self.0.shares(zone.units).iter().map(|share| self.0.smaller_side(share)).sum()
    }
}

/// Groups that overlap a zone, neither of them inside the other; or the inhabitants of such a
/// group inside or outside the zone, whichever are fewer. A group that holds part of a unit
/// lies in the zone of that unit, and never holds such a zone whole; its inhabitants are those of
/// its whole units.
pub(super) struct Straddles {
    pub(super) groups: Groups,
    pub(super) by: Counted,
}

impl ZoneCost for Straddles {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        let straddles = self.groups.straddles(zone.units);
        match self.by {
            Counted::Cuts => straddles.count() as u64,
            Counted::People => straddles.map(|share| self.groups.smaller_side(&share)).sum(),
        }
    }
}

/// 1 for a zone that touches groups and lies inside none; or its inhabitants outside the group
/// that most of them lie in.
pub(super) struct ZonesCrossing {
    pub(super) groups: Groups,
    pub(super) by: Counted,
}

impl ZoneCost for ZonesCrossing {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        if !self.groups.is_crossed_by(zone.units) {
            return 0;
        }
        match self.by {
            Counted::Cuts => 1,
            Counted::People => zone.population - self.groups.main(zone.units).map_or(0, |share| share.people),
        }
    }
}
