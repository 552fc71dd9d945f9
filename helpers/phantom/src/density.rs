//! The density class, and how it follows from the amount of fibroglandular tissue.

use crate::chance::{Chance, Rng};
use std::fmt;

/// The four BI-RADS classes of breast density.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Density {
    /// Almost entirely fat.
    A,
    /// Scattered fibroglandular tissue.
    B,
    /// Heterogeneously dense.
    C,
    /// Extremely dense.
    D,
}

impl Density {
    /// All four, from fat to dense.
    pub const ALL: [Density; 4] = [Density::A, Density::B, Density::C, Density::D];

    /// The folder name: `A`, `B`, `C`, `D`.
    pub fn name(self) -> &'static str {
        match self {
            Density::A => "A",
            Density::B => "B",
            Density::C => "C",
            Density::D => "D",
        }
    }

    /// The least and the greatest volumetric density of the class, in percent. The thresholds of 3.5, 7.5 and 15.5 %
    /// are those by which the software Volpara grades density to match the 5th edition of BI-RADS; the outer ends are
    /// about the extremes that it measures.
    pub fn volumetric_range(self) -> (f64, f64) {
        match self {
            Density::A => (0.8, 3.5),
            Density::B => (3.5, 7.5),
            Density::C => (7.5, 15.5),
            Density::D => (15.5, 32.0),
        }
    }
}

impl fmt::Display for Density {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A patient's density, and what a reader took it for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The patient's fibroglandular volume by that of the breast, in percent. The views lie within some 10 % of it.
    pub volumetric_density: f64,
    /// What the reader saw, in percent: it lies in the range of the class.
    pub read: f64,
}

/// Standard deviation of a reader's error, in the logarithm of the density.
const READER: f32 = 0.06;

impl Reading {
    /// Readings of a class lie about the middle of its range, on a logarithmic scale, more often than at its ends; the
    /// truth lies about the reading, so it may be on the other side of a border.
    pub(crate) fn draw(class: Density, rng: &mut Rng) -> Reading {
        let (low, high) = class.volumetric_range();
        let place = (rng.within(0.0, 1.0) + rng.within(0.0, 1.0)) / 2.0;
        let read = low * (high / low).powf(f64::from(place));
        Reading {
            volumetric_density: read * f64::from((READER * rng.normal()).exp()),
            read,
        }
    }
}
