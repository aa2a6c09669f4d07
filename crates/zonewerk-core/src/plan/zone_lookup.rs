use super::Plan;
use crate::territory::{SUGGESTED, ZoneId, or_is_it};
use crate::words::{folded, nearest};

/// Why a text stands for no zone of a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSuchZone {
    /// No zone has this name.
    #[error("no zone is called {text:?}{}", or_is_it(near))]
    Unknown {
        /// What was written.
        text: String,
        /// The zones that may be meant, three at most, the most likely first.
        near: Vec<String>,
    },
    /// Several zones have this name, case, accents and hyphens aside.
    #[error("{text:?} may be {}: write it as it stands there", zones.join(" or "))]
    Ambiguous {
        /// What was written.
        text: String,
        /// The zones, in the order of the plan.
        zones: Vec<String>,
    },
}

/// The zone of a name, case, accents and hyphens aside.
///
/// # Errors
/// When no zone is meant, or several may be.
pub fn find_zone(plan: &Plan, text: &str) -> Result<ZoneId, NoSuchZone> {
    let text = text.trim();
    if let Some((zone, _)) = plan.zones.iter().find(|(_, zone)| zone.name == text) {
        return Ok(zone);
    }
    let wanted = folded(text);
    let alike: Vec<ZoneId> =
        plan.zones.iter().filter(|(_, zone)| folded(&zone.name) == wanted).map(|(id, _)| id).collect();
    match alike[..] {
        [zone] => Ok(zone),
        [] => {
            let known: Vec<(String, &str)> =
                plan.zones.values().map(|zone| (folded(&zone.name), zone.name.as_str())).collect();
            let words = nearest(&wanted, known.iter().map(|(word, _)| word.as_str()), SUGGESTED);
            let names = words.into_iter().filter_map(|word| known.iter().find(|(known, _)| known == word));
            let near = names.map(|&(_, name)| format!("{name:?}")).collect();
            Err(NoSuchZone::Unknown { text: text.to_owned(), near })
        }
        _ => {
            let zones = alike.iter().map(|&zone| format!("{:?}", plan.zones[zone].name)).collect();
            Err(NoSuchZone::Ambiguous { text: text.to_owned(), zones })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_by_its_name_and_else_suggested() {
        let names = ["Nord-Est", "Süd", "sud", "Ouest"];
        let plan =
            Plan::from_zones(0, names.map(|name| (name.to_owned(), Vec::new()))).expect("each unit once");
        let found = |text: &str| find_zone(&plan, text).map(|zone| plan.zones[zone].name.clone());
        assert_eq!(found("nord est").as_deref(), Ok("Nord-Est"));
        assert_eq!(found("sud").as_deref(), Ok("sud"));
        for (text, expected) in [
            ("Sud", r#""Sud" may be "Süd" or "sud": write it as it stands there"#),
            ("Ouset", r#"no zone is called "Ouset" (is it "Ouest"?)"#),
            ("Centre", r#"no zone is called "Centre""#),
        ] {
            assert_eq!(found(text).expect_err(text).to_string(), expected);
        }
    }
}
