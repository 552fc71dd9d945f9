//! Anti-aliased marks on an RGB picture: everything that figures are made of, except text.
//!
//! Coordinates are pixels from the top left; what lies outside of the picture is cut off.

use image::{Rgb, RgbImage};

/// Mixes `colour` into a pixel; `coverage` 0 leaves it, 1 replaces it.
pub(crate) fn blend(picture: &mut RgbImage, x: i32, y: i32, colour: Rgb<u8>, coverage: f64) {
    let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
        return;
    };
    let Some(pixel) = picture.get_pixel_mut_checked(x, y) else {
        return;
    };
    let coverage = coverage.clamp(0.0, 1.0);
    for (old, new) in pixel.0.iter_mut().zip(colour.0) {
        let (from, to) = (f64::from(*old), f64::from(new));
        *old = (from + (to - from) * coverage).round() as u8;
    }
}

/// Fills the pixels `left..right`, `top..bottom`.
pub(crate) fn fill(
    picture: &mut RgbImage,
    (left, top): (i32, i32),
    (right, bottom): (i32, i32),
    colour: Rgb<u8>,
    coverage: f64,
) {
    let (width, height) = (picture.width() as i32, picture.height() as i32);
    for y in top.max(0)..bottom.min(height) {
        for x in left.max(0)..right.min(width) {
            blend(picture, x, y, colour, coverage);
        }
    }
}

/// Draws a frame of `thickness` pixels inside of `left..right`, `top..bottom`.
pub(crate) fn frame(
    picture: &mut RgbImage,
    (left, top): (i32, i32),
    (right, bottom): (i32, i32),
    thickness: i32,
    colour: Rgb<u8>,
    coverage: f64,
) {
    let t = thickness
        .min((right - left) / 2)
        .min((bottom - top) / 2)
        .max(0);
    fill(picture, (left, top), (right, top + t), colour, coverage);
    fill(
        picture,
        (left, bottom - t),
        (right, bottom),
        colour,
        coverage,
    );
    fill(
        picture,
        (left, top + t),
        (left + t, bottom - t),
        colour,
        coverage,
    );
    fill(
        picture,
        (right - t, top + t),
        (right, bottom - t),
        colour,
        coverage,
    );
}

/// Draws a polyline of `width` pixels with round ends and joins; a single point is a dot. The middle of the pixel
/// `x, y` lies at the point `x, y`.
///
/// A pixel is covered by its distance to the nearest segment, so that joins of a translucent line are not painted
/// twice.
pub(crate) fn stroke(
    picture: &mut RgbImage,
    points: &[(f64, f64)],
    width: f64,
    colour: Rgb<u8>,
    opacity: f64,
) {
    let reach = width / 2.0 + 1.0;
    let mut area = Window::around(picture, points, reach);
    if area.is_empty() {
        return;
    }
    let columns = area.columns();
    let mut coverage = vec![0f32; columns * area.rows()];
    let mut cover = |from: (f64, f64), to: (f64, f64)| {
        let part = Window::around(picture, &[from, to], reach);
        for y in part.top..=part.bottom {
            let (left, right) = span(from, to, f64::from(y), reach);
            for x in (left as i32).max(part.left)..=(right as i32).min(part.right) {
                let distance = distance((f64::from(x), f64::from(y)), from, to);
                let covered = (width / 2.0 + 0.5 - distance).clamp(0.0, 1.0) as f32;
                let cell = (y - area.top) as usize * columns + (x - area.left) as usize;
                coverage[cell] = coverage[cell].max(covered);
            }
        }
    };
    match points {
        [point] => cover(*point, *point),
        _ => points.windows(2).for_each(|p| cover(p[0], p[1])),
    }
    for row in coverage.chunks(columns) {
        for (x, covered) in (area.left..).zip(row) {
            if *covered > 0.0 {
                blend(picture, x, area.top, colour, opacity * f64::from(*covered));
            }
        }
        area.top += 1;
    }
}

/// The pixels that marks around some points can touch, both ends included.
struct Window {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Window {
    fn around(picture: &RgbImage, points: &[(f64, f64)], reach: f64) -> Window {
        let side = |pick: fn(&(f64, f64)) -> f64, size: u32| {
            let low = points.iter().map(pick).fold(f64::INFINITY, f64::min) - reach;
            let high = points.iter().map(pick).fold(f64::NEG_INFINITY, f64::max) + reach;
            let last = f64::from(size) - 1.0;
            (
                low.floor().clamp(0.0, last + 1.0) as i32,
                high.ceil().clamp(-1.0, last) as i32,
            )
        };
        let (left, right) = side(|p| p.0, picture.width());
        let (top, bottom) = side(|p| p.1, picture.height());
        Window {
            left,
            right,
            top,
            bottom,
        }
    }

    fn is_empty(&self) -> bool {
        self.left > self.right || self.top > self.bottom
    }

    fn columns(&self) -> usize {
        (self.right - self.left + 1) as usize
    }

    fn rows(&self) -> usize {
        (self.bottom - self.top + 1) as usize
    }
}

/// Where on the row `y` the segment can leave paint: around the piece of it between `y - reach` and `y + reach`.
fn span(from: (f64, f64), to: (f64, f64), y: f64, reach: f64) -> (f64, f64) {
    let (low, high) = (from.0.min(to.0), from.0.max(to.0));
    let (a, b) = if from.1 == to.1 {
        (low, high)
    } else {
        let at = |row: f64| {
            (from.0 + (row - from.1) * (to.0 - from.0) / (to.1 - from.1)).clamp(low, high)
        };
        (at(y - reach), at(y + reach))
    };
    ((a.min(b) - reach).floor(), (a.max(b) + reach).ceil())
}

/// Distance of `point` to the segment `from`..`to`.
fn distance(point: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (px, py) = (point.0 - from.0, point.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = if length == 0.0 {
        0.0
    } else {
        ((px * dx + py * dy) / length).clamp(0.0, 1.0)
    };
    (px - along * dx).hypot(py - along * dy)
}

/// Draws a circle around `centre`: filled, or as a line of `width` pixels.
pub(crate) fn circle(
    picture: &mut RgbImage,
    centre: (i32, i32),
    radius: f64,
    line: Option<f64>,
    colour: Rgb<u8>,
    opacity: f64,
) {
    let reach = (radius + line.unwrap_or(0.0)).ceil() as i32 + 1;
    for dy in -reach..=reach {
        for dx in -reach..=reach {
            let from_centre = f64::from(dx).hypot(f64::from(dy));
            let covered = match line {
                None => radius + 0.5 - from_centre,
                Some(width) => width / 2.0 + 0.5 - (from_centre - radius).abs(),
            };
            if covered > 0.0 {
                blend(
                    picture,
                    centre.0 + dx,
                    centre.1 + dy,
                    colour,
                    opacity * covered.min(1.0),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Rgb<u8> = Rgb([255; 3]);
    const BLACK: Rgb<u8> = Rgb([0; 3]);

    #[test]
    fn a_horizontal_line_of_one_pixel_is_crisp() {
        let mut picture = RgbImage::from_pixel(9, 5, WHITE);
        stroke(&mut picture, &[(2.0, 2.0), (6.0, 2.0)], 1.0, BLACK, 1.0);
        let row: Vec<u8> = (0..9).map(|x| picture.get_pixel(x, 2)[0]).collect();
        assert_eq!(row, [255, 255, 0, 0, 0, 0, 0, 255, 255]);
        assert!(
            (0..9).all(|x| *picture.get_pixel(x, 1) == WHITE && *picture.get_pixel(x, 3) == WHITE)
        );
    }

    #[test]
    fn a_translucent_corner_is_painted_once() {
        let mut picture = RgbImage::from_pixel(20, 20, WHITE);
        stroke(
            &mut picture,
            &[(4.0, 4.0), (14.0, 4.0), (14.0, 14.0)],
            3.0,
            BLACK,
            0.5,
        );
        assert_eq!(picture.get_pixel(8, 4), picture.get_pixel(14, 4));
    }

    #[test]
    fn a_diagonal_is_continuous_in_both_directions() {
        for (from, to) in [
            ((1.0, 1.0), (30.0, 12.0)),
            ((1.0, 12.0), (30.0, 1.0)),
            ((3.0, 1.0), (9.0, 30.0)),
        ] {
            let mut picture = RgbImage::from_pixel(32, 32, WHITE);
            stroke(&mut picture, &[from, to], 2.0, BLACK, 1.0);
            for step in 0..=10 {
                let at = |a: f64, b: f64| (a + (b - a) * f64::from(step) / 10.0).round();
                let (x, y) = (at(from.0, to.0), at(from.1, to.1));
                assert!(
                    picture.get_pixel(x as u32, y as u32)[0] < 80,
                    "{from:?} {to:?} at {x}, {y}"
                );
            }
        }
    }

    #[test]
    fn marks_outside_of_the_picture_are_cut_off() {
        let mut picture = RgbImage::from_pixel(4, 4, WHITE);
        stroke(
            &mut picture,
            &[(-50.0, -50.0), (50.0, 50.0)],
            2.0,
            BLACK,
            1.0,
        );
        circle(&mut picture, (100, 100), 5.0, None, BLACK, 1.0);
        fill(&mut picture, (-5, 3), (50, 90), BLACK, 1.0);
        stroke(&mut picture, &[], 2.0, BLACK, 1.0);
        stroke(&mut picture, &[(9.0, 9.0)], 2.0, BLACK, 1.0);
        assert_eq!(*picture.get_pixel(0, 3), BLACK);
        assert_eq!(*picture.get_pixel(3, 0), WHITE);
    }
}
