//! Whether people with each kind of colour vision tell the colours of zones apart.
//!
//! Seen by dichromats: Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for
//! Simulation of Color Vision Deficiency", IEEE Trans. Vis. Comput. Graph. 15(6), the matrices
//! of severity 1.0, on linear sRGB (IEC 61966-2-1). Distance: CIEDE2000 as Sharma, Wu and Dalal
//! 2005 give it, "The CIEDE2000 Color-Difference Formula", Color Res. Appl. 30(1), under D65.

use super::colours::PALETTE;

type Matrix = [[f64; 3]; 3];

const VISIONS: [(&str, Matrix); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

const TO_XYZ: Matrix = [
    [0.412_456_4, 0.357_576_1, 0.180_437_5],
    [0.212_672_9, 0.715_152_2, 0.072_175_0],
    [0.019_333_9, 0.119_192_0, 0.950_304_1],
];

fn times(matrix: &Matrix, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// CIELAB of what somebody sees.
fn lab(colour: [u8; 3], vision: &Matrix) -> [f64; 3] {
    let seen = times(vision, colour.map(linear)).map(|part| part.clamp(0.0, 1.0));
    let (xyz, white) = (times(&TO_XYZ, seen), times(&TO_XYZ, [1.0; 3]));
    let f = |place: usize| {
        let share = xyz[place] / white[place];
        if share > 216.0 / 24_389.0 { share.cbrt() } else { (24_389.0 / 27.0 * share + 16.0) / 116.0 }
    };
    [116.0 * f(1) - 16.0, 500.0 * (f(0) - f(1)), 200.0 * (f(1) - f(2))]
}

fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let g = 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let is_grey = c1 * c2 == 0.0;
    let turn = if is_grey { 0.0 } else { 180.0 - (180.0 - (h2 - h1)).rem_euclid(360.0) };
    let mean_hue = if is_grey { h1 + h2 } else { (h1 + turn / 2.0).rem_euclid(360.0) };
    let (mean_l, mean_c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(mean_hue - 30.0) + 0.24 * cos(2.0 * mean_hue) + 0.32 * cos(3.0 * mean_hue + 6.0)
        - 0.20 * cos(4.0 * mean_hue - 63.0);
    let rotation = 30.0 * (-((mean_hue - 275.0) / 25.0).powi(2)).exp();
    let from_middle = (mean_l - 50.0).powi(2);
    let dl = (l2 - l1) / (1.0 + 0.015 * from_middle / (20.0 + from_middle).sqrt());
    let dc = (c2 - c1) / (1.0 + 0.045 * mean_c);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / (1.0 + 0.015 * mean_c * t);
    let rt = -(2.0 * rotation).to_radians().sin() * 2.0 * seventh(mean_c);
    (dl * dl + dc * dc + dh * dh + rt * dc * dh).sqrt()
}

#[test]
fn distance_is_that_of_the_published_pairs() {
    for (a, b, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, -0.001, 2.49], [50.0, 0.0009, -2.49], 4.8045),
        ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        assert!((ciede2000(a, b) - expected).abs() < 5e-5, "{a:?} {b:?}");
    }
}

#[test]
fn colours_of_zones_are_told_apart_with_every_vision() {
    // About 2.3 is just noticeable side by side; names of colours differ from about 10.
    for (vision, least) in [("normal", 14.0), ("protanopia", 9.0), ("deuteranopia", 9.0), ("tritanopia", 9.0)]
    {
        let matrix = VISIONS.iter().find(|(name, _)| *name == vision).map(|(_, matrix)| matrix).unwrap();
        for (place, one) in PALETTE.iter().enumerate() {
            for other in &PALETTE[place + 1..] {
                let distance = ciede2000(lab(*one, matrix), lab(*other, matrix));
                assert!(distance >= least, "{vision}: {one:x?} and {other:x?} are {distance:.1} apart");
            }
        }
    }
}

#[test]
fn black_text_is_legible_on_every_colour() {
    // WCAG 2 asks for a contrast of 7 at its highest level; the text is #111111.
    let luminance = |colour: [u8; 3]| times(&TO_XYZ, colour.map(linear))[1];
    for colour in PALETTE {
        let contrast = (luminance(colour) + 0.05) / (luminance([0x11; 3]) + 0.05);
        assert!(contrast >= 7.0, "{colour:x?}: {contrast:.1}");
    }
}
