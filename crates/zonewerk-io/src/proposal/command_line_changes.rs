//! Changes as they stand on the command line.

use super::unit;
use zonewerk_audit::proposal::{Change, ChangeError, Draft, StatedChange};
use zonewerk_core::plan::find_zone;
use zonewerk_core::territory::{Territory, UnitId, find_unit};

/// What kind of change a text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// `UNIT[,UNIT...]=ZONE`
    Move,
    /// `ZONE+ZONE[+ZONE...][=NAME]`
    Merge,
    /// `NAME=UNIT[,UNIT...]`
    New,
    /// `ZONE`
    Dissolve,
    /// `UNIT,UNIT`
    Swap,
}

impl ChangeKind {
    /// How it is named: `move`, `merge`, `new`, `dissolve` or `swap`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Merge => "merge",
            Self::New => "new",
            Self::Dissolve => "dissolve",
            Self::Swap => "swap",
        }
    }
}

/// Makes the change that a text states. Names that hold `=`, `+` or `,` themselves are taken as
/// long as there is a unit or zone of that name.
///
/// # Errors
/// Everything that is wrong with it. What can be made of it is made all the same.
pub fn read_change(
    kind: ChangeKind,
    text: &str,
    territory: &Territory,
    draft: &mut Draft<'_>,
) -> Result<(), Vec<ChangeError>> {
    let (changes, mut faults) = changes(kind, text, territory, draft);
    for change in changes {
        let written = format!("--{} {text}", kind.name());
        let made = draft.apply(StatedChange { written, change, reason: None });
        faults.extend(made.err().into_iter().flatten());
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn changes(
    kind: ChangeKind,
    text: &str,
    territory: &Territory,
    draft: &mut Draft<'_>,
) -> (Vec<Change>, Vec<ChangeError>) {
    let mut faults = Vec::new();
    let changes = match kind {
        ChangeKind::Move => {
            let is_unit = |text: &str| listed(text, ',', |one| is_unit(territory, one)).is_some();
            let known = |units: &str, zone: &str| [is_unit(units), is_zone(draft, zone)];
            let Some((names, zone)) = parted(text, known) else {
                return (Vec::new(), vec![ChangeError::Unreadable(format!("{text:?} is not UNIT=ZONE"))]);
            };
            let mut moves = Vec::new();
            for unit in units(names, territory, draft, &mut faults) {
                moves.push(Change::Move { unit, zone: zone.trim().to_owned() });
            }
            if moves.is_empty() {
                faults.extend(find_zone(draft.plan(), zone).err().map(ChangeError::from));
            }
            moves
        }
        ChangeKind::Merge => {
            let whole = zones(text, draft).map(|zones| (zones, None));
            let named = || {
                let (names, name) = text.rsplit_once('=')?;
                Some((zones(names, draft).unwrap_or_else(|| names.split('+').collect()), Some(name)))
            };
            let (zones, name) = whole.or_else(named).unwrap_or_else(|| (text.split('+').collect(), None));
            let zones = zones.into_iter().map(|zone| zone.trim().to_owned()).collect();
            vec![Change::Merge { zones, name: name.map(|name| name.trim().to_owned()) }]
        }
        ChangeKind::New => {
            let is_unit = |text: &str| listed(text, ',', |one| is_unit(territory, one)).is_some();
            let Some((name, names)) = parted(text, |_, units| [is_unit(units), true]) else {
                let wrong = format!("{text:?} is not NAME=UNIT,UNIT,...");
                return (Vec::new(), vec![ChangeError::Unreadable(wrong)]);
            };
            let units = units(names, territory, draft, &mut faults);
            if units.is_empty() && !faults.is_empty() {
                return (Vec::new(), faults);
            }
            vec![Change::New { name: name.trim().to_owned(), units }]
        }
        ChangeKind::Dissolve => vec![Change::Dissolve { zone: text.trim().to_owned() }],
        ChangeKind::Swap => match units(text, territory, draft, &mut faults)[..] {
            [a, b] => vec![Change::Swap { units: [a, b] }],
            _ if faults.is_empty() => {
                faults.push(ChangeError::Unreadable(format!("{text:?} is not UNIT,UNIT")));
                Vec::new()
            }
            _ => Vec::new(),
        },
    };
    (changes, faults)
}

fn is_zone(draft: &Draft<'_>, text: &str) -> bool {
    find_zone(draft.plan(), text).is_ok()
}

/// The zones of a list; `None` where one is not known.
fn zones<'t>(text: &'t str, draft: &Draft<'_>) -> Option<Vec<&'t str>> {
    listed(text, '+', |one| is_zone(draft, one))
}

fn is_unit(territory: &Territory, text: &str) -> bool {
    find_unit(territory, text).is_ok()
}

/// The text parted at a `=`: where most of the two sides is known, the first among equals;
/// `None` where there is none.
fn parted(text: &str, known: impl Fn(&str, &str) -> [bool; 2]) -> Option<(&str, &str)> {
    let parts = text.match_indices('=').map(|(place, _)| (&text[..place], &text[place + 1..]));
    let ranked = parts.enumerate().map(|(place, (left, right))| {
        let known = known(left, right).into_iter().filter(|known| *known).count();
        ((known, std::cmp::Reverse(place)), (left, right))
    });
    ranked.max_by_key(|(rank, _)| *rank).map(|(_, parts)| parts)
}

/// The names of a list, each as long as one can be; `None` where one is not known.
fn listed(text: &str, separator: char, is_known: impl Fn(&str) -> bool) -> Option<Vec<&str>> {
    let (names, all_known) = names(text, separator, is_known);
    all_known.then_some(names)
}

/// The names of a list, each as long as one that is known can be; an unknown one ends at the next
/// separator. And whether all are known.
fn names(text: &str, separator: char, is_known: impl Fn(&str) -> bool) -> (Vec<&str>, bool) {
    let (mut names, mut rest, mut all_known) = (Vec::new(), Some(text), true);
    while let Some(text) = rest {
        let ends = text.match_indices(separator).map(|(place, _)| place).chain([text.len()]);
        let ends: Vec<usize> = ends.collect();
        let longest = ends.iter().rev().find(|&&end| is_known(&text[..end]));
        all_known &= longest.is_some();
        let end = longest.copied().unwrap_or(ends[0]);
        names.push(text[..end].trim());
        rest = text.get(end + separator.len_utf8()..);
    }
    (names, all_known)
}

/// The units of a list of codes and names.
fn units(
    text: &str,
    territory: &Territory,
    draft: &mut Draft<'_>,
    faults: &mut Vec<ChangeError>,
) -> Vec<UnitId> {
    let (names, _) = names(text, ',', |one| is_unit(territory, one));
    let mut units = Vec::new();
    for name in names {
        match unit(territory, draft, name) {
            Ok(unit) => units.push(unit),
            Err(fault) => faults.push(fault.into()),
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_long_as_it_can_be() {
        let known = ["a", "b", "a,b", "c"];
        let names = |text| names(text, ',', |one| known.contains(&one.trim()));
        assert_eq!(names("a,b,c"), (vec!["a,b", "c"], true));
        assert_eq!(names("a, c"), (vec!["a", "c"], true));
        assert_eq!(names("x,b"), (vec!["x", "b"], false));
        assert_eq!(names("a,"), (vec!["a", ""], false));
    }

    #[test]
    fn a_text_is_parted_where_both_sides_are_known() {
        let known = |left: &str, right: &str| [left == "a=b", right == "c"];
        assert_eq!(parted("a=b=c", known), Some(("a=b", "c")));
        assert_eq!(parted("x=y=z", known), Some(("x", "y=z")));
        assert_eq!(parted("x", known), None);
    }
}
