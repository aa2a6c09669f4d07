use super::groups::Groups;
use zonewerk_core::problem::{Asked, Excepted, Problem, Reading};
use zonewerk_core::territory::{Group, GroupFamily, Territory, UnitId};

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
    derogations: Vec<Derogation<'a>>,
}

/// Zones that a waiver is made for.
enum Derogation<'a> {
    Exactly(&'a [UnitId]),
    Holding(&'a [UnitId]),
}

impl<'a> Nesting<'a> {
    /// What the profile of a problem asks as an error.
    pub fn new(territory: &'a Territory, problem: &'a Problem) -> Self {
        let families = |rule: &str| -> Vec<&'a GroupFamily> {
            let setting = problem.profile.kept(rule);
            let is_named = |family: &&GroupFamily| setting.is_some_and(|setting| setting.binds(&family.name));
            territory.families.iter().filter(is_named).collect()
        };
        let laminar: Vec<&Group> = families("group-straddles-zones")
            .into_iter()
            .flat_map(|family| &family.groups)
            .filter(|group| !may_straddle(problem, group))
            .collect();
        let reading = problem.profile.kept("group-straddles-zones").and_then(|setting| setting.reading);
        let groups = (!laminar.is_empty()).then(|| Groups::all(territory, laminar));
        let (strict, weak) = match reading.unwrap_or_default() {
            Reading::Strict => (groups, None),
            Reading::Weak => (None, groups),
        };
        let inside = families("zone-crosses-group").into_iter();
        let inside = inside.map(|family| Groups::all(territory, &family.groups)).collect();
        Self { strict, weak, inside, derogations: derogations(problem) }
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
        self.derogations.iter().any(|derogation| match derogation {
            Derogation::Exactly(units) => *units == zone,
            Derogation::Holding(units) => units.iter().all(|unit| zone.binary_search(unit).is_ok()),
        })
    }
}

/// Whether an exception lets a group straddle zones.
fn may_straddle(problem: &Problem, group: &Group) -> bool {
    problem.exceptions.iter().any(|exception| {
        matches!(&exception.subject, Excepted::Group(name) if *name == group.name)
            && exception.waives.iter().any(|rule| rule == "group-straddles-zones")
    })
}

/// The zones that may cross: of exactly these units, fixed under this name, or pinned to it.
fn derogations(problem: &Problem) -> Vec<Derogation<'_>> {
    let waiving = problem
        .exceptions
        .iter()
        .filter(|exception| exception.waives.iter().any(|rule| rule == "zone-crosses-group"));
    let mut derogations = Vec::new();
    for exception in waiving {
        match &exception.subject {
            Excepted::Units(units) => derogations.push(Derogation::Exactly(units)),
            Excepted::Zone(wanted) => {
                let fixed = problem.fixed_zones.iter().filter(|fixed| fixed.name == *wanted);
                derogations.extend(fixed.map(|fixed| Derogation::Exactly(&fixed.units)));
                let pinned = problem.pins.iter().filter_map(|pin| match &pin.asks {
                    Asked::Zone { name, holds, .. } if name == wanted => Some(Derogation::Holding(holds)),
                    _ => None,
                });
                derogations.extend(pinned);
            }
            Excepted::Region(_) | Excepted::Group(_) => {}
        }
    }
    derogations
}
