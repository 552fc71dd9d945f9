//! Thin bright lines in the fat: Cooper's ligaments, ducts and vessels, drawn as curves that are thick in the middle.

use crate::chance::{Chance, Rng};
use crate::outline::Point;

/// A curve to draw: where it starts, where it goes, how it bends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strand {
    pub(crate) start: Point,
    /// Direction in radians.
    pub(crate) angle: f32,
    /// Length in heights.
    pub(crate) length: f32,
    /// Change of the direction over its length, in radians.
    pub(crate) bend: f32,
    /// How much it wanders, in radians for a tenth of the height.
    pub(crate) wander: f32,
    /// Standard deviation of its profile, in heights.
    pub(crate) width: f32,
    /// What it adds in its middle.
    pub(crate) strength: f32,
}

/// The strands of a breast, by how many there are and how strong: none of it depends on density.
pub(crate) fn strands(nipple: Point, reach: f32, amount: f32, rng: &mut Rng) -> Vec<Strand> {
    let mut drawn = Vec::new();
    let towards = |[x, y]: Point| (nipple[1] - y).atan2(nipple[0] - x);
    // Ligaments: short arcs everywhere, along the way to the nipple, more or less.
    let spread = rng.within(0.15, 0.7);
    let finest = rng.scale(0.0004, 0.0012);
    for _ in 0..(amount * rng.scale(40.0, 500.0)) as usize {
        let start = [reach * rng.within(-0.05, 1.0), rng.within(0.0, 1.0)];
        drawn.push(Strand {
            start,
            angle: towards(start) + spread * rng.normal(),
            length: rng.scale(0.03, 0.3),
            bend: 0.5 * rng.normal(),
            wander: 0.4,
            width: rng.scale(finest, 0.0025),
            strength: rng.scale(0.03, 0.2),
        });
    }
    // Ducts: a fan behind the nipple.
    for _ in 0..rng.count(0, 12) {
        let angle = std::f32::consts::PI + rng.within(-0.9, 0.9);
        drawn.push(Strand {
            start: [nipple[0] - 0.01, nipple[1]],
            angle,
            length: rng.within(0.06, 0.4),
            bend: 0.4 * rng.normal(),
            wander: 0.5,
            width: rng.scale(0.001, 0.004),
            strength: rng.scale(0.02, 0.1),
        });
    }
    // Vessels: few, long, winding, with branches.
    for _ in 0..rng.count(0, 7) {
        let start = [reach * rng.within(0.0, 0.5), rng.within(0.05, 0.95)];
        let vessel = Strand {
            start,
            angle: towards(start) + 0.7 * rng.normal(),
            length: rng.within(0.2, 0.7),
            bend: 0.5 * rng.normal(),
            wander: rng.within(0.3, 1.2),
            width: rng.scale(0.0012, 0.0045),
            strength: rng.scale(0.04, 0.16),
        };
        drawn.push(vessel);
        if rng.happens(0.5) {
            drawn.push(Strand {
                angle: vessel.angle + 0.5 * rng.normal(),
                length: vessel.length * 0.7,
                width: vessel.width * 0.7,
                ..vessel
            });
        }
    }
    drawn
}

impl Strand {
    /// Calls `splat` with points along the curve, `step` apart, and the strength there.
    pub(crate) fn trace(&self, step: f32, rng: &mut Rng, mut splat: impl FnMut(Point, f32)) {
        let steps = (self.length / step).ceil().max(1.0) as usize;
        let [mut x, mut y] = self.start;
        let mut angle = self.angle;
        let mut wind = 0.0f32;
        // A wind that forgets over about a twentieth of the height.
        let keep = 1.0 - (step / 0.05).min(1.0);
        for i in 0..steps {
            let t = i as f32 / steps as f32;
            wind = keep * wind + (1.0 - keep * keep).sqrt() * rng.normal();
            angle += self.bend * step / self.length + self.wander * wind * step * 10.0;
            x += step * angle.cos();
            y += step * angle.sin();
            splat([x, y], self.strength * (4.0 * t * (1.0 - t)).sqrt());
        }
    }
}
