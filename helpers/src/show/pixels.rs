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

/// Draws a polyline of `width` pixels with round ends and joins; a single point is a dot.
///
/// A pixel is covered by its distance to the nearest segment, so that joins of a translucent line are not painted
/// twice.
pub(crate) fn stroke(
    picture: &mut RgbImage,
    points: &[(i32, i32)],
    width: f64,
    colour: Rgb<u8>,
    opacity: f64,
) {
    let Some(first) = points.first() else { return };
    let reach = (width / 2.0).ceil() as i32 + 1;
    let (limit_x, limit_y) = (picture.width() as i32 - 1, picture.height() as i32 - 1);
    let (mut low, mut high) = (*first, *first);
    for p in points {
        low = (low.0.min(p.0), low.1.min(p.1));
        high = (high.0.max(p.0), high.1.max(p.1));
    }
    let (left, right) = (
        (low.0.saturating_sub(reach)).max(0),
        high.0.saturating_add(reach).min(limit_x),
    );
    let (top, bottom) = (
        (low.1.saturating_sub(reach)).max(0),
        high.1.saturating_add(reach).min(limit_y),
    );
    if right < left || bottom < top {
        return;
    }
    let columns = (right - left + 1) as usize;
    let mut coverage = vec![0f32; columns * (bottom - top + 1) as usize];
    let alone = [(*first, *first)];
    let segments: Box<dyn Iterator<Item = ((i32, i32), (i32, i32))>> = if points.len() == 1 {
        Box::new(alone.into_iter())
    } else {
        Box::new(points.windows(2).map(|p| (p[0], p[1])))
    };
    for (from, to) in segments {
        for y in (from.1.min(to.1) - reach).max(top)..=(from.1.max(to.1) + reach).min(bottom) {
            for x in row_span(from, to, y, reach, left, right) {
                let covered =
                    (width / 2.0 + 0.5 - distance((x, y), from, to)).clamp(0.0, 1.0) as f32;
                let cell = &mut coverage[(y - top) as usize * columns + (x - left) as usize];
                *cell = cell.max(covered);
            }
        }
    }
    for (i, covered) in coverage.into_iter().enumerate() {
        if covered > 0.0 {
            let (x, y) = (left + (i % columns) as i32, top + (i / columns) as i32);
            blend(picture, x, y, colour, opacity * f64::from(covered));
        }
    }
}

/// The columns of row `y` that a segment can touch.
fn row_span(
    from: (i32, i32),
    to: (i32, i32),
    y: i32,
    reach: i32,
    left: i32,
    right: i32,
) -> std::ops::RangeInclusive<i32> {
    let (low, high) = (from.0.min(to.0), from.0.max(to.0));
    if from.1 == to.1 {
        return (low - reach).max(left)..=(high + reach).min(right);
    }
    // Where the segment's line crosses the rows y - reach and y + reach.
    let slope = f64::from(to.0 - from.0) / f64::from(to.1 - from.1);
    let at = |row: i32| f64::from(from.0) + f64::from(row - from.1) * slope;
    let (a, b) = (at(y - reach), at(y + reach));
    let start = (a.min(b).floor() as i32).max(low) - reach;
    let end = (a.max(b).ceil() as i32).min(high) + reach;
    start.max(left)..=end.min(right)
}

/// Distance of `point` to the segment `from`..`to`.
fn distance(point: (i32, i32), from: (i32, i32), to: (i32, i32)) -> f64 {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let (px, py) = (f64::from(point.0 - from.0), f64::from(point.1 - from.1));
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
        stroke(&mut picture, &[(2, 2), (6, 2)], 1.0, BLACK, 1.0);
        let row: Vec<u8> = (0..9).map(|x| picture.get_pixel(x, 2)[0]).collect();
        assert_eq!(row, [255, 255, 0, 0, 0, 0, 0, 255, 255]);
        assert!(
            (0..9).all(|x| *picture.get_pixel(x, 1) == WHITE && *picture.get_pixel(x, 3) == WHITE)
        );
    }

    #[test]
    fn a_translucent_corner_is_painted_once() {
        let mut picture = RgbImage::from_pixel(20, 20, WHITE);
        stroke(&mut picture, &[(4, 4), (14, 4), (14, 14)], 3.0, BLACK, 0.5);
        assert_eq!(picture.get_pixel(8, 4), picture.get_pixel(14, 4));
    }

    #[test]
    fn a_diagonal_is_continuous_in_both_directions() {
        for (from, to) in [((1, 1), (30, 12)), ((1, 12), (30, 1)), ((3, 1), (9, 30))] {
            let mut picture = RgbImage::from_pixel(32, 32, WHITE);
            stroke(&mut picture, &[from, to], 2.0, BLACK, 1.0);
            for step in 0..=10 {
                let (x, y) = (
                    (from.0 as f64 + (to.0 - from.0) as f64 * step as f64 / 10.0).round(),
                    (from.1 as f64 + (to.1 - from.1) as f64 * step as f64 / 10.0).round(),
                );
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
        stroke(&mut picture, &[(-50, -50), (50, 50)], 2.0, BLACK, 1.0);
        circle(&mut picture, (100, 100), 5.0, None, BLACK, 1.0);
        fill(&mut picture, (-5, 3), (50, 90), BLACK, 1.0);
        stroke(&mut picture, &[(9, 9)], 2.0, BLACK, 1.0);
        assert_eq!(*picture.get_pixel(0, 3), BLACK);
        assert_eq!(*picture.get_pixel(3, 0), WHITE);
    }
}
