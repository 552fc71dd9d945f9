//! What else is on a mammogram and says nothing about density: muscle, nodes, masses, calcifications, folds, labels,
//! scratches, borders.

use crate::anatomy::Anatomy;
use crate::chance::{Chance, Rng};
use crate::film::Look;
use crate::frame::Frame;
use crate::noise::{Noise, smoothstep};
use crate::outline::Point;

/// What has become of the pectoral muscle.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Muscle {
    /// As it is.
    Seen { strength: f32 },
    /// Painted over with one grey: the breast's mean, as in the published images, or where there is one, between fat and
    /// fully dense tissue.
    Painted { grey: Option<f32> },
    /// Cut out with a ragged border.
    Cut,
}

/// A soft bright disc.
struct Spot {
    centre: Point,
    radii: [f32; 2],
    strength: f32,
    edge: f32,
    /// How hollow it is: a node has fat in its middle.
    hollow: f32,
}

/// A long soft line over the whole breast, dark on one side.
struct Fold {
    at: Point,
    normal: Point,
    width: f32,
    strength: f32,
}

pub(crate) struct Extras {
    pub(crate) muscle: Muscle,
    spots: Vec<Spot>,
    folds: Vec<Fold>,
    streaks: Noise,
}

impl Extras {
    pub(crate) fn draw(
        anatomy: &Anatomy,
        oblique: bool,
        look: Look,
        style: &mut Rng,
        rng: &mut Rng,
        seed: u64,
    ) -> Extras {
        // What was processed for reading has its muscle, mostly.
        let (seen, painted) = if look.is_processed() {
            (0.75, 0.88)
        } else {
            (0.4, 0.75)
        };
        let muscle = match style.within(0.0, 1.0) {
            p if p < seen => Muscle::Seen {
                strength: rng.within(0.15, if look.is_processed() { 1.9 } else { 1.2 }),
            },
            p if p < painted => Muscle::Painted {
                grey: if style.happens(0.6) {
                    None
                } else {
                    Some(rng.within(0.0, 1.0))
                },
            },
            _ => Muscle::Cut,
        };
        let mut spots = Vec::new();
        if rng.happens(0.08) {
            spots.push(Spot::mass(anatomy, rng));
        }
        if rng.happens(0.12) {
            // Calcifications, alone or in a heap.
            let middle = inside(anatomy, rng);
            for _ in 0..rng.count(1, 14) {
                let size = rng.scale(0.0008, 0.005);
                spots.push(Spot {
                    centre: [
                        middle[0] + 0.03 * rng.normal(),
                        middle[1] + 0.03 * rng.normal(),
                    ],
                    radii: [size, size],
                    strength: rng.within(0.4, 1.5),
                    edge: 0.5,
                    hollow: 0.0,
                });
            }
        }
        if oblique && rng.happens(0.35) {
            for _ in 0..rng.count(1, 4) {
                spots.push(Spot {
                    centre: [rng.within(0.05, 0.35), rng.within(0.0, 0.25)],
                    radii: [rng.within(0.01, 0.03), rng.within(0.015, 0.045)],
                    strength: rng.within(0.2, 0.9),
                    edge: rng.within(0.2, 0.6),
                    hollow: rng.within(0.0, 0.9),
                });
            }
        }
        let mut folds = Vec::new();
        if rng.happens(0.07) {
            let angle = rng.within(0.0, std::f32::consts::PI);
            folds.push(Fold {
                at: [
                    rng.within(0.0, 0.2),
                    if rng.happens(0.5) {
                        rng.within(0.0, 0.15)
                    } else {
                        rng.within(0.8, 1.0)
                    },
                ],
                normal: [angle.sin(), angle.cos()],
                width: rng.scale(0.003, 0.02),
                strength: rng.within(0.15, 0.8),
            });
        }
        Extras {
            muscle,
            spots,
            folds,
            streaks: Noise::new(seed),
        }
    }

    /// What the spots and folds add over a point, in units of a fully dense pixel.
    pub(crate) fn over(&self, point: Point) -> f32 {
        let spots = self.spots.iter().map(|s| s.over(point)).sum::<f32>();
        spots + self.folds.iter().map(|f| f.over(point)).sum::<f32>()
    }

    /// The muscle's fibres, around 1.
    pub(crate) fn fibres(&self, [x, y]: Point) -> f32 {
        // Fibres run along the muscle's border, about from upper right to lower left.
        let (along, across) = (0.5 * x - 0.86 * y, 0.86 * x + 0.5 * y);
        1.0 + 0.25 * self.streaks.fractal(along * 4.0, across * 22.0, 4, 0.7)
    }

    /// How ragged a cut is at a point, in heights.
    pub(crate) fn ragged(&self, [x, y]: Point) -> f32 {
        0.02 * self.streaks.fractal(x * 12.0, y * 12.0, 4, 0.6)
    }
}

fn inside(anatomy: &Anatomy, rng: &mut Rng) -> Point {
    [
        anatomy.reach * rng.within(0.1, 0.85),
        anatomy.nipple[1] + rng.jitter(0.28),
    ]
}

impl Spot {
    fn mass(anatomy: &Anatomy, rng: &mut Rng) -> Spot {
        let size = rng.scale(0.008, 0.05);
        Spot {
            centre: inside(anatomy, rng),
            radii: [size, size * rng.within(0.7, 1.4)],
            strength: rng.within(0.2, 1.0),
            edge: rng.within(0.2, 0.9),
            hollow: 0.0,
        }
    }

    fn over(&self, [x, y]: Point) -> f32 {
        let (dx, dy) = (
            (x - self.centre[0]) / self.radii[0],
            (y - self.centre[1]) / self.radii[1],
        );
        let r = dx * dx + dy * dy;
        if r > 1.5 {
            return 0.0;
        }
        let r = r.sqrt();
        self.strength
            * (1.0 - smoothstep(1.0 - self.edge, 1.2, r))
            * (1.0 - self.hollow * (1.0 - smoothstep(0.2, 0.7, r)))
    }
}

impl Fold {
    fn over(&self, [x, y]: Point) -> f32 {
        let d =
            ((x - self.at[0]) * self.normal[0] + (y - self.at[1]) * self.normal[1]) / self.width;
        if d.abs() > 4.0 {
            return 0.0;
        }
        self.strength * ((-0.5 * d * d).exp() - 0.5 * (-0.5 * (d - 1.6) * (d - 1.6)).exp())
    }
}

/// Writes onto the finished picture what lies outside the breast: labels, scratches, borders. `free` says whether a pixel
/// is background.
pub(crate) fn deface(
    pixels: &mut [f32],
    frame: &Frame,
    nipple: Point,
    look: Look,
    rng: &mut Rng,
    free: impl Fn(usize) -> bool,
) {
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut fill = |x: f32, y: f32, w: f32, h: f32, grey: f32, everywhere: bool| {
        let columns =
            (x.max(0.0) as usize).min(width)..((x + w).max(0.0).ceil() as usize).min(width);
        for row in (y.max(0.0) as usize).min(height)..((y + h).max(0.0).ceil() as usize).min(height)
        {
            for column in columns.clone() {
                let index = row * width + column;
                if everywhere || free(index) {
                    pixels[index] = grey;
                }
            }
        }
    };
    let (w, h) = (width as f32, height as f32);
    if look.is_processed() && rng.happens(0.25) {
        // The white edge of the detector at the chest wall.
        let thick = rng.within(0.001, 0.012) * h;
        let x = if frame.is_right() { w - thick } else { 0.0 };
        fill(x, 0.0, thick, h, rng.within(150.0, 255.0), true);
    }
    if look.is_processed() && rng.happens(0.2) {
        // A ball of metal taped to the nipple.
        let radius = rng.within(0.004, 0.011) * h;
        let [x, y] = frame.pixel([nipple[0] + rng.jitter(0.012), nipple[1] + rng.jitter(0.012)]);
        let grey = rng.within(225.0, 255.0);
        for step in 0..=(2.0 * radius) as i32 {
            let aside = step as f32 - radius;
            let half = (radius * radius - aside * aside).max(0.0).sqrt();
            fill(x - half, y + aside, 2.0 * half, 1.0, grey, true);
        }
    }
    if look.is_processed() && rng.happens(0.4) {
        // The corners of a marker's frame.
        let [x, y] = [rng.within(0.55, 0.95), rng.within(0.0, 0.1)];
        let x = if frame.is_right() { 1.0 - x } else { x } * w;
        let (y, size, thick) = (y * h, rng.within(0.02, 0.06) * h, (0.0012 * h).max(1.0));
        let grey = rng.within(150.0, 255.0);
        for (dx, dy) in [(0.0, 0.0), (size, 0.0), (0.0, size), (size, size)] {
            fill(
                x + dx - if dx > 0.0 { 0.2 * size } else { 0.0 },
                y + dy,
                0.2 * size,
                thick,
                grey,
                false,
            );
            fill(
                x + dx,
                y + dy - if dy > 0.0 { 0.2 * size } else { 0.0 },
                thick,
                0.2 * size,
                grey,
                false,
            );
        }
    }
    if rng.happens(if look.is_processed() { 0.6 } else { 0.3 }) {
        // A label: bars like letters, on the background alone.
        let (x, y) = (rng.within(0.0, 0.85) * w, rng.within(0.0, 0.95) * h);
        let size = rng.within(0.012, 0.03) * h;
        let grey = rng.within(120.0, 255.0);
        if rng.happens(0.3) {
            fill(
                x - size,
                y - size,
                9.0 * size,
                4.0 * size,
                0.55 * grey,
                false,
            );
        }
        for letter in 0..rng.count(2, 7) {
            let x = x + letter as f32 * size;
            fill(x, y, 0.25 * size, 1.4 * size, grey, false);
            if rng.happens(0.6) {
                fill(
                    x,
                    y + 0.7 * size * rng.count(0, 1) as f32,
                    0.7 * size,
                    0.25 * size,
                    grey,
                    false,
                );
            }
        }
    }
    if rng.happens(0.08) {
        // A scratch or a seam of the digitiser.
        let y = rng.within(0.0, 1.0) * h;
        fill(
            rng.within(0.0, 0.6) * w,
            y,
            rng.within(0.1, 0.5) * w,
            1.0,
            rng.within(100.0, 250.0),
            true,
        );
    }
    for side in 0..4 {
        if rng.happens(0.03) {
            let thick = rng.within(0.003, 0.02) * h;
            let grey = if rng.happens(0.6) {
                rng.within(0.0, 40.0)
            } else {
                rng.within(120.0, 255.0)
            };
            match side {
                0 => fill(0.0, 0.0, w, thick, grey, true),
                1 => fill(0.0, h - thick, w, thick, grey, true),
                2 => fill(0.0, 0.0, thick, h, grey, true),
                _ => fill(w - thick, 0.0, thick, h, grey, true),
            }
        }
    }
}
