//! Which part of the world a picture shows: cropped to the breast as digital exports are, or a film's wide frame.

use crate::chance::{Chance, Rng};
use crate::film::Look;
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

/// Width by height of flat-panel detectors, from 3,064 x 4,664 to 1,914 x 2,294 pixels.
const DETECTORS: [f32; 5] = [0.657, 0.769, 0.8125, 0.8125, 0.834];

impl Frame {
    /// A picture of `height` pixels; the breast reaches to `reach`.
    pub(crate) fn draw(
        height: u32,
        reach: f32,
        right: bool,
        cropped: bool,
        look: Look,
        oblique: bool,
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
        // A detector sees all there is, and an axilla reaches its edge.
        let detector = look.is_processed() && !cropped;
        let field = if detector {
            [[near, f32::MIN], [f32::MAX, f32::MAX]]
        } else {
            [[near, top], [end, bottom]]
        };
        // A small breast fills a quarter of a large detector.
        let least = if look.is_processed() { 0.5 } else { 0.62 };
        let share = if cropped { 1.0 } else { rng.within(least, 1.0) };
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
        } else if detector {
            // The breast lies at the detector's edge.
            let wide = tall * DETECTORS[rng.count(0, DETECTORS.len() - 1)];
            (wide.max(end - near), 0.0)
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
        let free = tall - (bottom - top);
        let above = if detector && oblique {
            0.0
        } else {
            rng.within(0.0, 1.0) * free
        };
        Frame {
            width: (wide / unit).round().max(1.0) as u32,
            height,
            unit,
            origin: [near - strip, top - above],
            field,
            right,
        }
    }

    /// Whether the chest wall is on the right.
    pub(crate) fn is_right(&self) -> bool {
        self.right
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
