//! The files that are part of the program, each under its name alone.

/// A folder of the source tree whose files are compiled in.
macro_rules! embed {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../data/", $folder, "/", $name)))),*]
    };
}

type Files = &'static [(&'static str, &'static [u8])];

const FLANDERS: Files = embed!("flanders":
    "README.md",
    "circles_2019.csv",
    "circles_2025.csv",
    "flanders-2019.toml",
    "flanders-2025.toml",
    "logos.csv",
    "mergers_2025.csv",
    "municipalities.csv",
    "municipalities.topojson",
    "official_plan_2019.csv",
    "official_plan_2025.csv",
    "police_zones_2019.csv",
    "police_zones_2025.csv",
    "provinces_2019.csv",
    "provinces_2025.csv",
    "reference_regions_2019.csv",
    "reference_regions_2025.csv",
);

const PROFILES: Files = embed!("profiles":
    "call-2017.toml",
    "decree-2019.toml",
    "decree-2024.toml",
);

const SCENARIOS: [&str; 2] = ["flanders-2025", "flanders-2019"];

/// Every embedded file, name and bytes, that a scenario needs.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FLANDERS.iter().chain(PROFILES).copied()
}

/// One embedded file.
pub(crate) fn file(name: &str) -> Option<&'static [u8]> {
    files().find(|(other, _)| *other == name).map(|(_, bytes)| bytes)
}

/// Names of the built-in scenarios, the default first.
pub fn scenario_names() -> impl Iterator<Item = &'static str> {
    SCENARIOS.into_iter()
}

/// Names of the built-in rule profiles.
pub fn profile_names() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|(file, _)| file.strip_suffix(".toml").unwrap_or(file))
}
