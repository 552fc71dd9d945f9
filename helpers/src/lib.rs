//! What the breast-density notebooks call.
//!
//! Data flows one way: [`data`] -> [`model`] -> [`train`] | [`predict`] -> [`merit`] | [`cam`] -> [`show`].
//! A cell needs one line, `use helpers::prelude::*;`.

pub mod cam;
pub mod data;
pub mod error;
mod files;
pub mod jobs;
pub mod merit;
pub mod model;
pub mod parallel;
pub mod predict;
pub mod prelude;
pub mod progress;
pub mod session;
pub mod show;
pub mod train;

pub use error::{Error, Result};

pub use candle_core;
pub use image;
pub use phantom;
pub use plotters;
pub use polars;
