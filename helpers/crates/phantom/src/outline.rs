//! The breast's border: a smooth curve through a few points, and the distance of every pixel from it.

use crate::noise::smoothstep;

/// A point: `[towards the nipple, down]`, both in heights of the image; the chest wall is at 0, the top at 0.
pub(crate) type Point = [f32; 2];

/// Pieces of the curve between two given points.
const PIECES: usize = 6;
/// Nodes of the distance field along a height of 1.
const NODES: usize = 96;
/// What the field covers above and below the height of 1: a detector may be larger than the breast.
const ABOVE: f32 = 0.25;
const BELOW: f32 = 0.75;

/// A breast: the border, the nipple on it, and the distance field made from both.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    columns: usize,
    rows: usize,
    distance: Vec<f32>,
}

impl Outline {
    /// The smooth curve (Catmull-Rom) through `border`, from above the image round to below it, with a nipple of
    /// radius `radius` on it; `width` is how far the image reaches.
    pub(crate) fn new(border: &[Point], nipple: Point, radius: f32, width: f32) -> Outline {
        let curve = catmull_rom(border);
        let columns = (width * NODES as f32).ceil() as usize + 2;
        let rows = ((1.0 + ABOVE + BELOW) * NODES as f32) as usize + 2;
        let mut distance = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let at = [
                    column as f32 / NODES as f32,
                    row as f32 / NODES as f32 - ABOVE,
                ];
                let skin = signed_distance(&curve, at);
                let bud = radius - length(at, nipple);
                distance.push(smooth_max(skin, bud, 0.025));
            }
        }
        Outline {
            columns,
            rows,
            distance,
        }
    }

    /// How deep a point lies under the skin, in heights of the image; negative outside.
    pub(crate) fn depth(&self, [x, y]: Point) -> f32 {
        let (x, y) = (
            x.max(0.0) * NODES as f32,
            (y + ABOVE).max(0.0) * NODES as f32,
        );
        let column = (x as usize).min(self.columns - 2);
        let row = (y as usize).min(self.rows - 2);
        let (tx, ty) = (x - column as f32, y - row as f32);
        let at = |r: usize, c: usize| self.distance[r * self.columns + c];
        let top = at(row, column) + (at(row, column + 1) - at(row, column)) * tx;
        let bottom = at(row + 1, column) + (at(row + 1, column + 1) - at(row + 1, column)) * tx;
        top + (bottom - top) * ty
    }
}

/// The nearest distance to the curve, positive on the chest wall's side of it.
fn signed_distance(curve: &[Point], at: Point) -> f32 {
    let mut nearest = f32::MAX;
    let mut inside = false;
    for pair in curve.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        let (ab, ap) = ([b[0] - a[0], b[1] - a[1]], [at[0] - a[0], at[1] - a[1]]);
        let along = (ab[0] * ap[0] + ab[1] * ap[1]) / (ab[0] * ab[0] + ab[1] * ab[1]);
        let t = along.clamp(0.0, 1.0);
        let (dx, dy) = (ap[0] - t * ab[0], ap[1] - t * ab[1]);
        nearest = nearest.min(dx * dx + dy * dy);
        // A ray away from the chest wall crosses the border an odd number of times from inside.
        if (a[1] > at[1]) != (b[1] > at[1]) {
            let crossing = a[0] + (at[1] - a[1]) / (b[1] - a[1]) * ab[0];
            inside ^= crossing > at[0];
        }
    }
    if inside {
        nearest.sqrt()
    } else {
        -nearest.sqrt()
    }
}

fn catmull_rom(points: &[Point]) -> Vec<Point> {
    let mut curve = Vec::with_capacity(points.len() * PIECES + 1);
    let last = points.len() - 1;
    for i in 0..last {
        let [p0, p1, p2, p3] = [
            points[i.saturating_sub(1)],
            points[i],
            points[i + 1],
            points[(i + 2).min(last)],
        ];
        for piece in 0..PIECES {
            let t = piece as f32 / PIECES as f32;
            curve.push([0, 1].map(|k| {
                let (a, b, c, d) = (p0[k], p1[k], p2[k], p3[k]);
                let linear = (c - a) * t;
                let square = (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t;
                let cube = (3.0 * b - a - 3.0 * c + d) * t * t * t;
                b + 0.5 * (linear + square + cube)
            }));
        }
    }
    curve.push(points[last]);
    curve
}

/// The larger of two numbers, rounded off where they are within `width` of each other.
fn smooth_max(a: f32, b: f32, width: f32) -> f32 {
    let t = smoothstep(-width, width, a - b);
    b + (a - b) * t + width * t * (1.0 - t)
}

fn length(a: Point, b: Point) -> f32 {
    ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_the_distance_to_a_straight_border() {
        let outline = Outline::new(
            &[[0.3, -0.5], [0.3, 0.5], [0.3, 1.5]],
            [0.3, 9.0],
            0.01,
            0.6,
        );
        for (x, depth) in [(0.1, 0.2), (0.3, 0.0), (0.5, -0.2)] {
            assert!((outline.depth([x, 0.4]) - depth).abs() < 1e-3, "{x}");
        }
    }
}
