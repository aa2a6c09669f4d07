use geo::{BoundingRect, Coord, MapCoords, MultiPolygon, Rect};

/// Longitude and latitude to pixels, y downwards: the equirectangular projection true
/// to scale along the middle latitude of the map (plate carrée squeezed by the cosine of
/// that latitude). Distances are off by about 1 % at one degree from it, at 51 degrees
/// north by 2 %; enough for a picture, never used to measure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Projection {
    west: f64,
    north: f64,
    squeeze: f64,
    pixels_per_degree: f64,
    offset: Coord<f64>,
}

/// Length of one degree of latitude on WGS 84 at 45 degrees, in kilometres.
const KILOMETRES_PER_DEGREE: f64 = 111.132;

impl Projection {
    /// Fits `extent` (degrees) into `frame` (pixels), in the middle and as large as goes.
    pub(super) fn fit(extent: Rect<f64>, frame: Rect<f64>) -> Self {
        let squeeze = extent.center().y.to_radians().cos().max(0.01);
        let width = (extent.width() * squeeze).max(1e-9);
        let height = extent.height().max(1e-9);
        let pixels_per_degree = (frame.width() / width).min(frame.height() / height);
        let offset = Coord {
            x: frame.min().x + (frame.width() - width * pixels_per_degree) / 2.0,
            y: frame.min().y + (frame.height() - height * pixels_per_degree) / 2.0,
        };
        Self { west: extent.min().x, north: extent.max().y, squeeze, pixels_per_degree, offset }
    }

    /// Height over width that `extent` takes on the page.
    pub(super) fn aspect(extent: Rect<f64>) -> f64 {
        let squeeze = extent.center().y.to_radians().cos().max(0.01);
        extent.height().max(1e-9) / (extent.width() * squeeze).max(1e-9)
    }

    /// A place as pixels.
    pub(super) fn point(&self, place: Coord<f64>) -> Coord<f64> {
        Coord {
            x: self.offset.x + (place.x - self.west) * self.squeeze * self.pixels_per_degree,
            y: self.offset.y + (self.north - place.y) * self.pixels_per_degree,
        }
    }

    /// A shape as pixels.
    pub(super) fn shape(&self, shape: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        shape.map_coords(|place| self.point(place))
    }

    /// Pixels per kilometre.
    pub(super) fn pixels_per_kilometre(&self) -> f64 {
        self.pixels_per_degree / KILOMETRES_PER_DEGREE
    }
}

/// The smallest box around all shapes.
pub(super) fn extent<'a>(shapes: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Option<Rect<f64>> {
    shapes.filter_map(|shape| shape.bounding_rect()).reduce(|a, b| {
        let min = Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) };
        let max = Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) };
        Rect::new(min, max)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_kilometre_is_square_and_fits_the_frame() {
        let squeeze = 51.0_f64.to_radians().cos();
        let extent = Rect::new((4.0, 50.5), (4.0 + 1.0 / squeeze, 51.5));
        let projection = Projection::fit(extent, Rect::new((10.0, 20.0), (210.0, 120.0)));
        let [a, b] = [extent.min(), extent.max()].map(|corner| projection.point(corner));
        assert!(((b.x - a.x) - (a.y - b.y)).abs() < 1e-9);
        assert!((a.y - 120.0).abs() < 1e-9 && (b.y - 20.0).abs() < 1e-9);
        assert!(((a.x + b.x) / 2.0 - 110.0).abs() < 1e-9);
        assert!((Projection::aspect(extent) - 1.0).abs() < 1e-12);
    }
}
