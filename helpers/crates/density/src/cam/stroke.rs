//! Smooth lines on a picture.

use image::{DynamicImage, RgbImage};
use tiny_skia::{LineCap, LineJoin, Paint, PathBuilder, PixmapMut, Stroke, Transform};

/// Draws a line through `points` (x, y in pixels, pixel centres at whole numbers) `width` pixels wide.
pub(crate) fn stroke(picture: &mut RgbImage, points: &[(f64, f64)], width: f64, colour: [u8; 3]) {
    let mut path = PathBuilder::new();
    for (x, y) in points.iter().map(|p| (p.0 as f32, p.1 as f32)) {
        if path.is_empty() {
            path.move_to(x, y);
        }
        path.line_to(x, y);
    }
    let ([r, g, b], mut paint) = (colour, Paint::default());
    paint.set_color_rgba8(r, g, b, 255);
    let line = Stroke {
        width: width as f32,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    };
    let (columns, rows) = picture.dimensions();
    let mut pixels = DynamicImage::from(std::mem::take(picture)).into_rgba8();
    if let Some(mut pixmap) = PixmapMut::from_bytes(&mut pixels, columns, rows)
        && let Some(path) = path.finish()
    {
        // A pixel's centre lies half a pixel from its corner, where tiny-skia counts from.
        let centres = Transform::from_translate(0.5, 0.5);
        pixmap.stroke_path(&path, &paint, &line, centres, None);
    }
    *picture = DynamicImage::from(pixels).into_rgb8();
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
