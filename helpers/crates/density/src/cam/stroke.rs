//! Smooth lines on a picture.

use image::{Rgb, RgbImage};

/// Draws a line through `points` (x, y in pixels, pixel centres at whole numbers) `width` pixels wide, its border
/// blended over one pixel.
pub(crate) fn stroke(picture: &mut RgbImage, points: &[(f64, f64)], width: f64, colour: [u8; 3]) {
    let reach = width / 2.0 + 0.5;
    let (columns, rows) = (picture.width(), picture.height());
    // A pixel near a joint belongs to two pieces and must not be blended twice.
    let mut cover = vec![0f32; columns as usize * rows as usize];
    for piece in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (piece[0], piece[1]);
        let range = |a: f64, b: f64, n: u32| {
            let low = (a.min(b) - reach).ceil().max(0.0) as u32;
            let high = (a.max(b) + reach).floor().min(f64::from(n) - 1.0);
            low..(high + 1.0).max(0.0) as u32
        };
        for y in range(y0, y1, rows) {
            for x in range(x0, x1, columns) {
                let distance = distance((f64::from(x), f64::from(y)), (x0, y0), (x1, y1));
                let c = (reach - distance).clamp(0.0, 1.0) as f32;
                let at = &mut cover[(y * columns + x) as usize];
                *at = at.max(c);
            }
        }
    }
    for (pixel, c) in picture.pixels_mut().zip(cover) {
        if c > 0.0 {
            let blend = |below: u8, above: u8| {
                (f32::from(below) * (1.0 - c) + f32::from(above) * c).round() as u8
            };
            let [r, g, b] = pixel.0;
            *pixel = Rgb([
                blend(r, colour[0]),
                blend(g, colour[1]),
                blend(b, colour[2]),
            ]);
        }
    }
}

/// From a point to the line between two others.
fn distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let t = if length > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (p.0 - a.0 - t * dx).hypot(p.1 - a.1 - t * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_covers_its_width_and_nothing_else() {
        let mut picture = RgbImage::new(9, 9);
        stroke(&mut picture, &[(4.0, -3.0), (4.0, 20.0)], 3.0, [255, 0, 0]);
        let row = (0..9)
            .map(|x| picture.get_pixel(x, 5).0[0])
            .collect::<Vec<_>>();
        assert_eq!(row, [0, 0, 0, 255, 255, 255, 0, 0, 0]);
        assert!(picture.pixels().all(|p| p.0[1] == 0));
    }
}
