//! Figures of merit in f64, from predictions.
//!
//! [`figures_of_merit`] computes all of them; [`ConfusionMatrix`], [`RocCurve`] and [`reliability`] are its parts,
//! [`wilson_interval`] and [`Bootstrap`] say how far to trust a figure. Definitions are scikit-learn's, and the tests
//! compare every figure of the published predictions with it.
//!
//! A figure that is not defined, such as the sensitivity of a class without images, is NaN; tables show it as null.

mod bootstrap;
mod borders;
mod calibration;
mod confusion;
mod frames;
mod interval;
mod kappa;
mod report;
mod roc;
mod sets;

pub use bootstrap::Bootstrap;
pub use borders::{AdaptedBorders, Borders, adapt_borders};
pub use calibration::{
    ReliabilityBin, brier_score, expected_calibration_error, log_loss, reliability, temperature,
};
pub use confusion::ConfusionMatrix;
pub use frames::per_class_frame;
pub use interval::{Interval, wilson_interval};
pub use report::{ClassReport, Report, figures_of_merit};
pub use roc::RocCurve;
pub use sets::{Merit, PredictionSets, Reports, Truth};

/// `part / whole`, NaN for 0 / 0.
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
