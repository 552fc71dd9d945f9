//! Which part of the world a picture shows: cropped to the breast as digital exports are, or a film's wide frame.

use crate::chance::{Chance, Rng};
use crate::outline::Point;

/// A picture's pixels in the breast's coordinates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Heights a pixel.
    pub(crate) unit: f32,
    /// Where the first pixel lies.
    origin: Point,
    /// What was exposed; the rest is background.
    field: [Point; 2],
    right: bool,
}

impl Frame {
    /// A picture of `height` pixels; the breast reaches to `reach`.
    pub(crate) fn draw(
        height: u32,
        reach: f32,
        right: bool,
        cropped: bool,
        rng: &mut Rng,
    ) -> Frame {
        let cropped = rng.happens(0.5) || cropped;
        // What is left of the breast's field, and its share of the picture's height.
        let top = rng.within(-0.01, 0.09).max(0.0);
        let bottom = 1.0 - rng.within(-0.01, 0.09).max(0.0);
        let end = reach + rng.within(-0.01, 0.06);
        let near = if rng.happens(0.3) {
            rng.within(0.0, 0.08)
        } else {
            0.0
        };
        let field = [[near, top], [end, bottom]];
        let share = if cropped { 1.0 } else { rng.within(0.62, 1.0) };
        let tall = (bottom - top) / share;
        let unit = tall / height as f32;
        // A strip of background behind the chest wall.
        let (wide, strip) = if cropped {
            (
                end - near,
                if rng.happens(0.15) {
                    rng.within(0.0, 0.04)
                } else {
                    0.0
                },
            )
        } else {
            let square = rng.happens(0.5);
            let wide = if square {
                tall
            } else {
                tall * rng.within(0.55, 1.0)
            };
            let wide = wide.max(end - near);
            let free = wide - (end - near);
            let strip = if rng.happens(0.55) {
                0.0
            } else {
                rng.within(0.0, 0.8) * free
            };
            (wide, strip)
        };
        let wide = wide.max(end - near + strip);
        let above = rng.within(0.0, 1.0) * (tall - (bottom - top));
        Frame {
            width: (wide / unit).round().max(1.0) as u32,
            height,
            unit,
            origin: [near - strip, top - above],
            field,
            right,
        }
    }

    /// The point under a pixel.
    pub(crate) fn point(&self, column: u32, row: u32) -> Point {
        // The chest wall is on the right edge for a right breast.
        let column = if self.right {
            self.width - 1 - column
        } else {
            column
        };
        [
            self.origin[0] + (column as f32 + 0.5) * self.unit,
            self.origin[1] + (row as f32 + 0.5) * self.unit,
        ]
    }

    /// The pixel over a point, with fractions; it may lie outside.
    pub(crate) fn pixel(&self, [x, y]: Point) -> [f32; 2] {
        let column = (x - self.origin[0]) / self.unit - 0.5;
        let row = (y - self.origin[1]) / self.unit - 0.5;
        if self.right {
            [self.width as f32 - 1.0 - column, row]
        } else {
            [column, row]
        }
    }

    /// Whether a point was exposed.
    pub(crate) fn exposed(&self, [x, y]: Point) -> bool {
        let [[x0, y0], [x1, y1]] = self.field;
        x >= x0 && x <= x1 && y >= y0 && y <= y1
    }
}
