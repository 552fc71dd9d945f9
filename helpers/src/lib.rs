//! What the breast-density notebooks call: `use helpers::prelude::*;` in their first cell.
//!
//! For the compiler, the crates named here are the release build that `build.rs` finds; for rust-analyzer, which tells
//! the kernel the type of each `let`, they are the sources under `notebook/analysis`.

pub extern crate datasets;
pub extern crate density;
pub extern crate figures;
pub extern crate jobs;
pub extern crate phantom;
pub extern crate recipe;
pub extern crate session;
pub extern crate training;

pub mod loaded;
pub mod prelude;

pub use density::{Error, Result, candle_core, candle_nn, image, polars};
pub use figures::plotters;
