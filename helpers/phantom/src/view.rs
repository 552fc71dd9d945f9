//! What is drawn: the view and the density class.

use std::fmt;

/// A mammographic view: craniocaudal (CC) or mediolateral oblique (MLO), of the right (R) or left (L) breast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Craniocaudal, right: the chest wall is on the right edge.
    CcR,
    /// Craniocaudal, left: the chest wall is on the left edge.
    CcL,
    /// Mediolateral oblique, right.
    MloR,
    /// Mediolateral oblique, left.
    MloL,
}

impl View {
    /// All four.
    pub const ALL: [View; 4] = [View::CcR, View::CcL, View::MloR, View::MloL];

    /// The folder name: `CC_R`, `CC_L`, `MLO_R`, `MLO_L`.
    pub fn name(self) -> &'static str {
        match self {
            View::CcR => "CC_R",
            View::CcL => "CC_L",
            View::MloR => "MLO_R",
            View::MloL => "MLO_L",
        }
    }

    /// Is it the right breast?
    pub fn is_right(self) -> bool {
        matches!(self, View::CcR | View::MloR)
    }

    /// Is it a mediolateral oblique view?
    pub fn is_oblique(self) -> bool {
        matches!(self, View::MloR | View::MloL)
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

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

    /// The least and the greatest percent density of a patient of this class. Neighbours overlap, as readings of
    /// radiologists do, so that a phantom can lie between two classes: with percent densities uniform in these
    /// ranges, the best possible guess from the exact percentage is right for 85 % of the patients.
    pub fn percent_range(self) -> (f64, f64) {
        match self {
            Density::A => (2.0, 20.0),
            Density::B => (15.0, 45.0),
            Density::C => (40.0, 75.0),
            Density::D => (65.0, 95.0),
        }
    }
}

impl fmt::Display for Density {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
