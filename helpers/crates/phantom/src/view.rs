//! The view that is drawn.

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
