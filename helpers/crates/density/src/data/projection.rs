//! The four standard views of a screening examination.

use super::value_named;
use crate::error::{Error, Result};

/// A mammographic projection: craniocaudal (CC) or mediolateral oblique (MLO), of the right or left breast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Projection {
    /// Craniocaudal, right.
    CcR,
    /// Craniocaudal, left.
    CcL,
    /// Mediolateral oblique, right.
    MloR,
    /// Mediolateral oblique, left.
    MloL,
}

impl Projection {
    /// All four, in the order of the tutorial's figures of merit.
    pub const ALL: [Projection; 4] = [
        Projection::CcR,
        Projection::CcL,
        Projection::MloR,
        Projection::MloL,
    ];

    /// The folder name: `CC_R`, `CC_L`, `MLO_R`, `MLO_L`.
    pub fn name(self) -> &'static str {
        match self {
            Projection::CcR => "CC_R",
            Projection::CcL => "CC_L",
            Projection::MloR => "MLO_R",
            Projection::MloL => "MLO_L",
        }
    }

    /// Is it the right breast?
    pub fn is_right(self) -> bool {
        matches!(self, Projection::CcR | Projection::MloR)
    }

    /// Is it a mediolateral oblique view?
    pub fn is_oblique(self) -> bool {
        matches!(self, Projection::MloR | Projection::MloL)
    }

    /// The prediction file of the published tutorial: `predictions_ccr.txt` and its siblings.
    pub fn prediction_file(self) -> String {
        format!(
            "predictions_{}.txt",
            self.name().replace('_', "").to_lowercase()
        )
    }
}

impl AsRef<str> for Projection {
    fn as_ref(&self) -> &str {
        self.name()
    }
}

impl std::fmt::Display for Projection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

impl std::str::FromStr for Projection {
    type Err = Error;

    /// Reads a folder name, in any case.
    fn from_str(name: &str) -> Result<Projection> {
        value_named("projection", name, &Projection::ALL)
    }
}
