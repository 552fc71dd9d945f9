//! Everything a notebook cell needs, in one `use helpers::prelude::*;`.

pub use crate::data::*;
pub use crate::error::{Error, Result};
pub use crate::model::*;
pub use crate::{candle_core, image, phantom, plotters, polars};
