//! Everything a notebook cell needs, in one `use helpers::prelude::*;`.

pub use crate::cam::*;
pub use crate::data::*;
pub use crate::error::{Error, Result};
pub use crate::jobs::*;
pub use crate::merit::*;
pub use crate::model::*;
pub use crate::parallel::{SlurmConfig, SlurmJob, SlurmState};
pub use crate::predict::*;
pub use crate::session::*;
pub use crate::show::*;
pub use crate::train::*;
pub use crate::{candle_core, image, phantom, plotters, polars};
pub use candle_core::{Device, Tensor};
pub use polars::prelude::DataFrame;
