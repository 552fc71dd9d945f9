//! Figures of merit in f64, from predictions.
