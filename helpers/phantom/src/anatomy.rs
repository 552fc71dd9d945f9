//! What a patient's breast looks like in one view: border, nipple, muscle.

use crate::View;
use crate::outline::{Outline, Point};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Width of the image in heights.
pub(crate) const WIDTH: f32 = 0.625;

/// Size and shape, the same in all views of a patient.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// How far the breast reaches from the chest wall, in heights.
    reach: f32,
    /// How pointed it is, from 0 to 1.
    pointed: f32,
    /// Height of the nipple over or under the middle.
    nipple: f32,
    /// Radius of the nipple.
    bud: f32,
}

impl Shape {
    pub(crate) fn draw(rng: &mut ChaCha8Rng) -> Shape {
        Shape {
            reach: rng.random_range(0.44..0.58),
            pointed: rng.random_range(0.0..1.0),
            nipple: rng.random_range(-0.05..0.05),
            bud: rng.random_range(0.012..0.026),
        }
    }
}

/// A breast in a view.
#[derive(Clone, Debug)]
pub(crate) struct Anatomy {
    pub(crate) outline: Outline,
    pub(crate) nipple: Point,
    /// How far the breast reaches from the chest wall.
    pub(crate) reach: f32,
    /// The muscle's triangle: how far it reaches along the top and how far down the chest wall; 0 for none.
    pub(crate) muscle: Point,
}

impl Anatomy {
    /// `rng` gives what differs from view to view: position and compression.
    pub(crate) fn new(shape: &Shape, view: View, rng: &mut ChaCha8Rng) -> Anatomy {
        let mut jitter = |size: f32| rng.random_range(-size..size);
        let reach = shape.reach * (1.0 + jitter(0.04));
        let bud = shape.bud * (1.0 + jitter(0.3));
        let (border, nipple, muscle) = if view.is_oblique() {
            let y = 0.66 + 0.6 * shape.nipple + jitter(0.02);
            let neck = reach * 0.66 + jitter(0.03);
            let sag = 0.02 * (1.0 - shape.pointed);
            let border = [
                [neck + 0.05, -0.12],
                [neck, 0.02 + jitter(0.02)],
                [neck + 0.02, 0.16],
                [reach * 0.86 + sag, y - 0.27],
                [reach * 0.98, y - 0.1],
                [reach, y],
                [reach * 0.94, y + 0.11],
                [reach * 0.7 + sag, y + 0.22],
                [reach * 0.35, y + 0.275],
                [0.03, y + 0.25 + jitter(0.02)],
                [-0.1, y + 0.24],
            ];
            let top = rng.random_range(0.22..0.36);
            let down = rng.random_range(0.5..0.8);
            (border.to_vec(), [reach, y], [top, down])
        } else {
            let y = 0.52 + shape.nipple + jitter(0.02);
            let (up, down) = (y * (1.05 + jitter(0.09)), (1.0 - y) * (1.05 + jitter(0.09)));
            // Between half an ellipse and a parabola.
            let tip = 0.45 * shape.pointed;
            let border = [1.0, 0.97, 0.88, 0.72, 0.5, 0.25, 0.0].map(|t: f32| {
                let rest = 1.0 - t * t;
                (t, reach * ((1.0 - tip) * rest.sqrt() + tip * rest))
            });
            let upper = border.iter().map(|(t, x)| [*x, y - t * up]);
            let lower = border.iter().rev().skip(1).map(|(t, x)| [*x, y + t * down]);
            let border = upper.chain(lower).collect::<Vec<_>>();
            (border, [reach, y], [0.0, 0.0])
        };
        let bud_at = [nipple[0] + 0.1 * bud, nipple[1]];
        Anatomy {
            outline: Outline::new(&border, bud_at, bud, WIDTH),
            nipple,
            reach,
            muscle,
        }
    }

    /// How far inside the muscle's triangle a point lies; negative outside, and everywhere where there is none.
    pub(crate) fn muscle_depth(&self, [x, y]: Point) -> f32 {
        let [top, down] = self.muscle;
        if down <= 0.0 {
            return -1.0;
        }
        // The line from (top, 0) to (0, down), divided by its length.
        (top * down - x * down - y * top) / (top * top + down * down).sqrt()
    }
}
