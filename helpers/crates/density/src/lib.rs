//! Breast density from mammograms: images, the network, predictions, figures of merit, class activation maps.
//!
//! Data flows one way: [`data`] -> [`model`] -> [`predict`] -> [`merit`] | [`cam`].

pub mod cam;
pub mod data;
pub mod device;
pub mod error;
pub mod files;
pub mod history;
pub mod interrupt;
pub mod merit;
pub mod model;
pub mod predict;
pub mod progress;
mod said;

pub use error::{Error, Result};

pub use {candle_core, candle_nn, image, polars};
