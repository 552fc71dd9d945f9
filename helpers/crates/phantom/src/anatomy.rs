//! The anatomy of a patient's breast in one view: border, nipple, muscle.

use crate::chance::{Chance, Rng};
use crate::noise::Noise;
use crate::outline::{Outline, Point};
use density::data::Projection;

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
    /// How far the nipple stands out of the border, in radii; below -1 it is not seen in profile.
    profile: f32,
}

impl Shape {
    pub(crate) fn draw(rng: &mut Rng) -> Shape {
        Shape {
            reach: rng.within(0.38, 0.62),
            pointed: rng.within(0.0, 1.0),
            nipple: rng.within(-0.06, 0.06),
            bud: rng.within(0.008, 0.026),
            profile: if rng.happens(0.3) {
                -1.5
            } else {
                rng.within(-0.4, 0.5)
            },
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
    /// How far the picture has to reach to hold nipple and skin.
    pub(crate) width: f32,
    muscle: Option<Pectoral>,
    /// How the muscle's border bends outwards.
    bulge: f32,
}

/// The pectoral muscle's place.
#[derive(Clone, Copy, Debug)]
enum Pectoral {
    /// An oblique view's triangle: how far it reaches along the top and how far down the chest wall.
    Triangle(Point),
    /// A craniocaudal view's lens at the chest wall: its middle, half its height, and how far it reaches.
    Lens { middle: f32, half: f32, reach: f32 },
}

impl Anatomy {
    /// `rng` gives what differs from view to view: position and compression.
    pub(crate) fn new(shape: &Shape, view: Projection, rng: &mut Rng) -> Anatomy {
        let reach = shape.reach * (1.0 + rng.jitter(0.06));
        let bud = shape.bud * (1.0 + rng.jitter(0.3));
        let (border, nipple, muscle) = if view.is_oblique() {
            oblique(shape, reach, rng)
        } else {
            craniocaudal(shape, reach, rng)
        };
        let bud_at = [nipple[0] + shape.profile * bud, nipple[1]];
        let width = border.iter().map(|p| p[0]).fold(bud_at[0] + bud, f32::max) + 0.005;
        Anatomy {
            outline: Outline::new(&border, bud_at, bud, width + 0.15),
            nipple,
            reach,
            width,
            muscle,
            bulge: rng.within(-0.02, 0.05),
        }
    }

    /// How far inside the muscle a point lies; negative outside, and everywhere where there is none.
    pub(crate) fn muscle_depth(&self, [x, y]: Point, edge: &Noise) -> f32 {
        let [top, down] = match self.muscle {
            None => return -1.0,
            Some(Pectoral::Lens {
                middle,
                half,
                reach,
            }) => {
                let across = (y - middle) / half;
                return reach * (1.0 - across * across) - x;
            }
            Some(Pectoral::Triangle(sides)) => sides,
        };
        // The line from (top, 0) to (0, down), divided by its length, bent in its middle.
        let along = (y / down).clamp(0.0, 1.0);
        let bend = self.bulge * 4.0 * along * (1.0 - along) + 0.006 * edge.at(y * 6.0, 3.7);
        (top * down - x * down - y * top) / (top * top + down * down).sqrt() + bend
    }
}

type Drawn = (Vec<Point>, Point, Option<Pectoral>);

/// Mediolateral oblique: axilla above, muscle at the chest wall, the fold below.
fn oblique(shape: &Shape, reach: f32, rng: &mut Rng) -> Drawn {
    let y = rng.within(0.56, 0.72) + 0.5 * shape.nipple;
    let neck = (reach * rng.within(0.5, 0.85)).min(0.42);
    let sag = 0.03 * (1.0 - shape.pointed);
    let down = rng.within(0.8, 1.15);
    let fold = rng.within(-0.05, 0.1);
    let mut border = vec![
        [neck + 0.05, -0.12],
        [neck, 0.02 + rng.jitter(0.02)],
        [neck + rng.within(0.0, 0.03), 0.15],
        [reach * 0.86 + sag, y - 0.27],
        [reach * 0.98, y - 0.1],
        [reach, y],
        [reach * 0.94, y + 0.11 * down],
        [reach * 0.7 + sag, y + 0.22 * down],
        [reach * 0.35, y + 0.275 * down],
    ];
    if rng.happens(0.5) {
        // The fold and the belly under it.
        border.extend([
            [0.05, y + (0.25 + 0.1 * fold) * down],
            [0.05 + 0.4 * fold.max(0.0), y + 0.31 * down],
            [0.08 + fold.max(0.0), y + 0.5 * down],
            [0.1, 1.3],
            [-0.1, 1.6],
        ]);
    } else {
        border.extend([
            [0.03, y + (0.25 + fold) * down],
            [-0.1, y + (0.24 + fold) * down],
        ]);
    }
    let muscle = Pectoral::Triangle([rng.within(0.12, 0.4), rng.within(0.3, 0.95)]);
    (border, [reach, y], Some(muscle))
}

/// Craniocaudal: between half an ellipse and a parabola, sometimes with a bit of muscle at the chest wall.
fn craniocaudal(shape: &Shape, reach: f32, rng: &mut Rng) -> Drawn {
    let y = 0.5 + shape.nipple + rng.jitter(0.03);
    let (up, down) = (
        y * (1.05 + rng.jitter(0.14)),
        (1.0 - y) * (1.05 + rng.jitter(0.14)),
    );
    let tip = 0.45 * shape.pointed;
    let border = [1.0, 0.97, 0.88, 0.72, 0.5, 0.25, 0.0].map(|t: f32| {
        let rest = 1.0 - t * t;
        (t, reach * ((1.0 - tip) * rest.sqrt() + tip * rest))
    });
    let upper = border.iter().map(|(t, x)| [*x, y - t * up]);
    let lower = border.iter().rev().skip(1).map(|(t, x)| [*x, y + t * down]);
    let border = upper.chain(lower).collect::<Vec<_>>();
    let muscle = rng.happens(0.25).then(|| Pectoral::Lens {
        middle: 0.5 + rng.jitter(0.25),
        half: rng.within(0.08, 0.3),
        reach: rng.within(0.008, 0.05),
    });
    (border, [reach, y], muscle)
}
