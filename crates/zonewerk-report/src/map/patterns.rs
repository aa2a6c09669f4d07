//! Patterns for areas, so that nothing is told by colour alone.

/// Name and definition of each pattern.
const PATTERNS: [(&str, &str); 6] = [
    (
        "exception",
        "width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path d=\"M0,0V7\" stroke=\"#000000\" stroke-opacity=\"0.35\" stroke-width=\"1.6\"/>",
    ),
    (
        "fixed",
        "width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">\
         <circle cx=\"3.5\" cy=\"3.5\" r=\"1.1\" fill=\"#000000\" fill-opacity=\"0.4\"/>",
    ),
    (
        "error",
        "width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path d=\"M0,0V9M0,0H9\" stroke=\"#a4161a\" stroke-opacity=\"0.5\" stroke-width=\"1.4\"/>",
    ),
    (
        "warning",
        "width=\"8\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <path d=\"M0,3H8\" stroke=\"#b35c00\" stroke-opacity=\"0.55\" stroke-width=\"1.2\"/>",
    ),
    (
        "open",
        "width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\">\
         <path d=\"M3,4.5H6M4.5,3V6\" stroke=\"#555555\" stroke-opacity=\"0.6\" stroke-width=\"0.9\"/>",
    ),
    (
        "moved",
        "width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
         <rect width=\"8\" height=\"8\" fill=\"#ffffff\" fill-opacity=\"0.65\"/>\
         <path d=\"M4,0V8\" stroke=\"#4b1d7a\" stroke-opacity=\"0.85\" stroke-width=\"2.8\"/>",
    ),
];

/// The definitions of the patterns that a drawing fills areas with.
pub(super) fn used(svg: &str) -> String {
    let used = PATTERNS.iter().filter(|(name, _)| svg.contains(&format!("url(#{name})")));
    used.map(|(name, rest)| format!("<pattern id=\"{name}\" {rest}</pattern>\n")).collect()
}

/// The value of `fill` that paints with a pattern.
pub(super) fn painted(name: &str) -> String {
    format!("url(#{name})")
}
