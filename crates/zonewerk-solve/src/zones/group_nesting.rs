use super::group_shares::Groups;
use crate::requirements::Requirements;
use crate::waivers::ExceptedZone;
use zonewerk_core::problem::GroupReading;
use zonewerk_core::territory::{Territory, UnitId};

/// What families of groups ask of every zone: to be laminar with a group, that is apart from
/// it, inside it or around it (rule `group-straddles-zones`), and to lie inside one group
/// (rule `zone-crosses-group`). Exceptions waive it for a group or a zone.
pub struct Nesting<'a> {
    /// Groups that no zone may straddle.
    strict: Option<Groups>,
    /// Groups that one zone may straddle, and no more.
    weak: Option<Groups>,
    /// Families of which each zone lies inside one group.
    inside: Vec<Groups>,
    /// Zones that may cross those.
    may_cross: &'a [ExceptedZone],
}

impl<'a> Nesting<'a> {
    /// Makes ready what families of groups require of zones.
    pub fn new(territory: &Territory, requirements: &'a Requirements) -> Self {
        let required = &requirements.groups;
        let [strict, weak] = [GroupReading::Strict, GroupReading::Weak].map(|reading| {
            let laminar = required.laminar_groups(territory, reading);
            (!laminar.is_empty()).then(|| Groups::all(territory, laminar))
        });
        let inside = required.inside.iter().map(|&id| Groups::all(territory, &territory.family(id).groups));
        Self { strict, weak, inside: inside.collect(), may_cross: &required.may_cross }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.strict.is_none() && self.weak.is_none() && self.inside.is_empty()
    }

    /// Whether a plan may have a zone of exactly these units (ascending).
    pub fn allows(&self, zone: &[UnitId]) -> bool {
        let straddles = |groups: &Groups| groups.straddles(zone).next().is_some();
        !self.strict.as_ref().is_some_and(straddles)
            && (!self.inside.iter().any(|groups| groups.is_crossed_by(zone)) || self.may_cross(zone))
    }

    /// Of how many families a zone of exactly these units (ascending) lies inside no group and
    /// was to.
    pub fn crossed(&self, zone: &[UnitId]) -> usize {
        let crossed = self.inside.iter().filter(|groups| groups.is_crossed_by(zone)).count();
        if crossed > 0 && self.may_cross(zone) { 0 } else { crossed }
    }

    /// Whether a zone that holds two units (ascending), whatever else, lies inside no group of a family
    /// and was to, unless that is waived for it.
    pub fn crosses(&self, pair: &[UnitId; 2]) -> bool {
        self.inside.iter().any(|groups| groups.is_crossed_by(pair))
    }

    /// How many groups may be straddled by one zone each.
    pub fn weak_groups(&self) -> usize {
        self.weak.as_ref().map_or(0, Groups::len)
    }

    /// Those of them that a zone of these units (ascending) straddles, ascending.
    pub fn weakly_straddled(&self, zone: &[UnitId]) -> Vec<usize> {
        let straddles = self.weak.iter().flat_map(|groups| groups.straddles(zone));
        let mut groups: Vec<usize> = straddles.map(|share| share.group).collect();
        groups.sort_unstable();
        groups
    }

    fn may_cross(&self, zone: &[UnitId]) -> bool {
        self.may_cross.iter().any(|one| one.is(zone))
    }
}
