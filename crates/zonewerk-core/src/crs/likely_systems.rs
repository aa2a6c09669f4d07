use geo::Coord;

use super::Crs;
use super::area_of_use::AREAS;

impl Crs {
    /// Systems in which a map of this place is likely to be: longitude and latitude, those of
    /// the countries around it, and those of the world.
    pub fn likely_at(at: Coord<f64>) -> Vec<Self> {
        let used = AREAS.iter().filter(|(_, [west, south, east, north])| {
            (*west..=*east).contains(&at.x) && (*south..=*north).contains(&at.y)
        });
        let national = used.flat_map(|(codes, _)| codes.iter().copied());
        // Zones of the universal transverse Mercator projection, of ETRS89 and WGS 84.
        let zone = ((at.x + 180.0) / 6.0).floor().clamp(0.0, 59.0) as u32 + 1;
        let north = [32_600 + zone, 25_800 + zone];
        let utm = if at.y < 0.0 { vec![32_700 + zone] } else { north.to_vec() };
        let projected = national.chain(utm).filter_map(|code| Self::from_epsg(code).ok());
        let mut systems = vec![Self::wgs84()];
        systems.extend(projected.filter(|crs| !crs.is_geographic()));
        systems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_the_systems_of_its_country_and_zone() {
        for (x, y, expected) in [(4.4, 50.8, [4326, 31370, 32631]), (-0.1, 51.5, [4326, 27700, 32630])] {
            let codes: Vec<u32> = Crs::likely_at(Coord { x, y }).iter().filter_map(Crs::epsg).collect();
            assert!(expected.iter().all(|code| codes.contains(code)), "{x}, {y}: {codes:?}");
            assert!(codes.len() < 20);
        }
    }
}
