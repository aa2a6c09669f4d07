//! How well-known text names projections and their parameters, in the words of ESRI, OGC
//! (WKT1) and ISO (WKT2).

/// The projection of PROJ for a method of well-known text, by its name in small letters and
/// digits. Variants of a method share a projection and differ by their parameters.
pub(super) fn projection(method: &str) -> Option<&'static str> {
    let found = METHODS.iter().find(|(_, names)| names.contains(&method));
    found.map(|(projection, _)| *projection)
}

/// The parameter of PROJ for one of well-known text, by its name in small letters and digits.
pub(super) fn parameter(name: &str) -> Option<&'static str> {
    let found = PARAMETERS.iter().find(|(_, names)| names.contains(&name));
    found.map(|(parameter, _)| *parameter)
}

/// A name in small letters and digits.
pub(super) fn plain(name: &str) -> String {
    let kept = name.chars().filter(|letter| letter.is_alphanumeric() || *letter == '+');
    kept.flat_map(char::to_lowercase).collect()
}

const METHODS: [(&str, &[&str]); 23] = [
    (
        "lcc",
        &[
            "lambertconformalconic",
            "lambertconformalconic1sp",
            "lambertconformalconic2sp",
            "lambertconformalconic2spbelgium",
            "lambertconicconformal1sp",
            "lambertconicconformal2sp",
            "lambertconicconformal1spvariantb",
        ],
    ),
    ("tmerc", &["transversemercator", "gausskruger", "transversemercatorcomplex"]),
    ("tmerc-south", &["transversemercatorsouthorientated", "transversemercatorsouthoriented"]),
    ("laea", &["lambertazimuthalequalarea"]),
    ("aea", &["albers", "albersequalarea", "albersconicequalarea"]),
    ("webmerc", &["mercatorauxiliarysphere", "popularvisualisationpseudomercator"]),
    ("merc", &["mercator", "mercator1sp", "mercator2sp", "mercatorvarianta", "mercatorvariantb"]),
    ("sterea", &["doublestereographic", "obliquestereographic"]),
    ("stere", &["polarstereographic", "polarstereographicvarianta", "polarstereographicvariantb"]),
    ("stere-north", &["stereographicnorthpole"]),
    ("stere-south", &["stereographicsouthpole"]),
    ("stere-free", &["stereographic"]),
    (
        "omerc-natural",
        &[
            "hotineobliquemercator",
            "hotineobliquemercatorvarianta",
            "hotineobliquemercatorazimuthnaturalorigin",
            "rectifiedskeworthomorphicnaturalorigin",
        ],
    ),
    (
        "omerc",
        &[
            "hotineobliquemercatorazimuthcenter",
            "hotineobliquemercatorvariantb",
            "rectifiedskeworthomorphiccenter",
            "obliquemercator",
        ],
    ),
    ("krovak", &["krovak", "krovaknorthorientated"]),
    ("cass", &["cassini", "cassinisoldner"]),
    ("poly", &["polyconic", "americanpolyconic"]),
    ("aeqd", &["azimuthalequidistant", "modifiedazimuthalequidistant"]),
    ("eqdc", &["equidistantconic"]),
    ("eqc", &["equirectangular", "platecarree", "equidistantcylindrical"]),
    ("cea", &["cylindricalequalarea", "lambertcylindricalequalarea"]),
    ("sinu", &["sinusoidal"]),
    ("eqearth", &["equalearth"]),
];

const PARAMETERS: [(&str, &[&str]); 12] = [
    (
        "x_0",
        &["falseeasting", "eastingatfalseorigin", "eastingatprojectioncentre", "eastingatprojectioncenter"],
    ),
    (
        "y_0",
        &[
            "falsenorthing",
            "northingatfalseorigin",
            "northingatprojectioncentre",
            "northingatprojectioncenter",
        ],
    ),
    (
        "lon_0",
        &[
            "centralmeridian",
            "longitudeofcenter",
            "longitudeofcentre",
            "longitudeoforigin",
            "longitudeofnaturalorigin",
            "longitudeoffalseorigin",
            "longitudeofprojectioncentre",
            "longitudeofprojectioncenter",
        ],
    ),
    (
        "lat_0",
        &[
            "latitudeoforigin",
            "latitudeofcenter",
            "latitudeofcentre",
            "latitudeofnaturalorigin",
            "latitudeoffalseorigin",
            "latitudeofprojectioncentre",
            "latitudeofprojectioncenter",
            "centralparallel",
        ],
    ),
    ("lat_1", &["standardparallel1", "latitudeof1ststandardparallel"]),
    ("lat_2", &["standardparallel2", "latitudeof2ndstandardparallel"]),
    ("lat_ts", &["latitudeofstandardparallel", "standardparallel", "latitudeoftruescale"]),
    (
        "k",
        &[
            "scalefactor",
            "scalefactoratnaturalorigin",
            "scalefactoratprojectioncentre",
            "scalefactoroninitialline",
            "scalefactoronpseudostandardparallel",
        ],
    ),
    ("alpha", &["azimuth", "azimuthofinitialline", "azimuthatprojectioncentre", "colatitudeofconeaxis"]),
    ("gamma", &["rectifiedgridangle", "anglefromrectifiedtoskewgrid"]),
    ("pseudo", &["pseudostandardparallel1", "latitudeofpseudostandardparallel"]),
    ("ignored", &["auxiliaryspheretype", "xscale", "yscale", "xyplanerotation", "semimajor", "semiminor"]),
];
