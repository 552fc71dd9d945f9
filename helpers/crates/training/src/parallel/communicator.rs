//! What ranks do together.

use candle_core::Tensor;
use density::error::Result;

/// The processes of one training, seen from one of them. Every rank must make the same calls in the same order, one at a
/// time; a call returns when all ranks have made it. A rank that stops without [`Communicator::abort`] leaves the others
/// waiting.
///
/// A call may come from a thread of rayon's pool and holds it while it waits: ranks that share a process, as in tests,
/// need a pool each.
pub trait Communicator: Send + Sync {
    /// This process, from 0.
    fn rank(&self) -> usize;

    /// Processes in all.
    fn size(&self) -> usize;

    /// The mean of the ranks' tensors, the same bits on every rank. `flat`: one dimension, f32, on this rank's device,
    /// of the same length everywhere.
    fn mean(&self, flat: &Tensor) -> Result<Tensor>;

    /// The sum of the ranks' numbers, the same bits on every rank, written over `values`.
    fn sum(&self, values: &mut [f64]) -> Result<()>;

    /// The ranks' numbers, of the same length everywhere, rank 0's first.
    fn gather(&self, values: &[f64]) -> Result<Vec<f64>> {
        // Every place has one rank's number and zeros, so that the sum is exact.
        let mut all = vec![0.0; values.len() * self.size()];
        all[values.len() * self.rank()..][..values.len()].copy_from_slice(values);
        self.sum(&mut all)?;
        Ok(all)
    }

    /// Rank 0's bytes, on every rank.
    fn broadcast(&self, bytes: Vec<u8>) -> Result<Vec<u8>>;

    /// Ends this process after an error, and the others with it as far as the engine can.
    fn abort(&self) -> ! {
        std::process::exit(1)
    }
}

/// The only process.
#[derive(Clone, Copy, Debug, Default)]
pub struct SingleProcess;

impl Communicator for SingleProcess {
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
