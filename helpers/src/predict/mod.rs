//! Predictions: a table of images, true classes and probabilities.

mod predictions;

pub use predictions::Predictions;
