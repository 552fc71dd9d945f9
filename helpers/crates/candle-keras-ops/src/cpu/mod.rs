//! The CPU kernels: slices in, slices out. `conv` cuts the work into tasks, `patch` lays a task's pixels out for
//! `kernel`, which multiplies.

mod conv;
mod kernel;
mod kernel_gradient;
mod norm;
mod patch;
mod pool;
mod scratch;
mod sum;
mod tiles;
mod vectorised;
mod winograd;

pub(crate) use conv::{Activation, Conv, Prepared};
pub(crate) use norm::{CHUNK, Normal, add, add_to, copy, leaky_backward, moments, same};
pub(crate) use patch::{Source, Windows};
pub(crate) use sum::{Moments, sum_of};
