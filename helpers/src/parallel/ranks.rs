//! What ranks do together.

use crate::error::Result;
use candle_core::Tensor;

/// The processes of one training, seen from one of them. Every rank must make the same calls in the same order.
pub trait Ranks {
    /// This process, from 0.
    fn rank(&self) -> usize;

    /// Processes in all.
    fn size(&self) -> usize;

    /// The mean of the ranks' tensors, the same bits on every rank. `flat`: one dimension, f32, on this rank's device,
    /// of the same length everywhere.
    fn mean(&self, flat: &Tensor) -> Result<Tensor>;

    /// The sum of the ranks' numbers, the same bits on every rank, written over `values`.
    fn sum(&self, values: &mut [f64]) -> Result<()>;

    /// Rank 0's bytes, on every rank.
    fn broadcast(&self, bytes: Vec<u8>) -> Result<Vec<u8>>;
}

/// The only process.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Ranks for Alone {
    fn rank(&self) -> usize {
        0
    }

    fn size(&self) -> usize {
        1
    }

    fn mean(&self, flat: &Tensor) -> Result<Tensor> {
        Ok(flat.clone())
    }

    fn sum(&self, _: &mut [f64]) -> Result<()> {
        Ok(())
    }

    fn broadcast(&self, bytes: Vec<u8>) -> Result<Vec<u8>> {
        Ok(bytes)
    }
}
