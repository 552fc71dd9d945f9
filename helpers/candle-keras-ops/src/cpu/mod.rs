//! The CPU kernels: slices in, slices out. `conv` cuts the work into tasks, `patch` lays a task's pixels out for
//! `kernel`, which multiplies.

pub(crate) mod conv;
mod kernel;
mod patch;
mod scratch;

pub(crate) use conv::{Activation, Conv};
pub(crate) use patch::Source;
