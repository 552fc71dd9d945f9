//! The density class, and how it follows from the amount of fibroglandular tissue.

use crate::chance::{Chance, Rng};
use ::density::data::value_named;
use ::density::error::{Error, Result};
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

    /// The least and the greatest percent density of the class, by area. The borders of 10, 25 and 50 % are borders of
    /// the six categories by which readers estimate the dense area (N. F. Boyd et al., J. Natl. Cancer Inst. 87 (1995)
    /// 670): 0, below 10, 10 to 25, 26 to 50, 51 to 75, above 75 %. They are lower than the quarters of the 4th edition
    /// of BI-RADS, as measured areas are.
    pub fn percent_range(self) -> (f64, f64) {
        match self {
            Density::A => (0.3, 10.0),
            Density::B => (10.0, 25.0),
            Density::C => (25.0, 50.0),
            Density::D => (50.0, 75.0),
        }
    }
}

impl AsRef<str> for Density {
    fn as_ref(&self) -> &str {
        self.name()
    }
}

impl std::str::FromStr for Density {
    type Err = Error;

    /// Reads a folder name, in any case.
    fn from_str(name: &str) -> Result<Density> {
        value_named("density", name, &Density::ALL)
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
    /// The share of the breast's area that is fibroglandular tissue in a craniocaudal view, in percent. The views lie
    /// within some 10 % of it; oblique ones, which show the axilla too, of 0.75 times it.
    pub percent_density: f64,
    /// What the reader saw, in percent: it lies in the range of the class.
    pub read: f64,
}

/// Standard deviation of a reader's error, in the logarithm of the density.
const READER: f32 = 0.06;

impl Reading {
    /// Readings of a class lie about the middle of its range, on a logarithmic scale, more often than at its ends; the
    /// truth lies about the reading, so it may be on the other side of a border.
    pub(crate) fn draw(class: Density, rng: &mut Rng) -> Reading {
        let (low, high) = class.percent_range();
        let place = (0..3).map(|_| rng.within(0.0, 1.0)).sum::<f32>() / 3.0;
        let read = low * (high / low).powf(f64::from(place));
        Reading {
            percent_density: read * f64::from((READER * rng.normal()).exp()),
            read,
        }
    }
}
