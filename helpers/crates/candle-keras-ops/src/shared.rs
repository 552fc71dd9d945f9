//! A batch of which other processes compute other parts: batch normalisation over all of it.

use crate::cpu::Moments;
use candle_core::{Result, bail};

/// Communication between the parts of a batch. Every part makes the same calls in the same order, and a call returns
/// when all parts have made it; what it returns has the same bits everywhere.
///
/// Calls may come from a thread of the pool that runs the pass, one at a time, and hold that thread while they wait: parts
/// in one process need a pool each.
pub trait SharedBatch: Sync {
    /// Every part's `values`, one part after the other, in the order of the parts.
    fn gather(&self, values: &[f64]) -> Result<Vec<f64>>;

    /// The sum of the parts' `values`, written over them.
    fn sum(&self, values: &mut [f64]) -> Result<()>;
}

/// The moments of every channel over all parts, merged in their order.
pub(crate) fn merge(own: &[Moments], batch: &dyn SharedBatch) -> Result<Vec<Moments>> {
    // The count is one for all channels.
    let count = own.first().map_or(0.0, |m| m.count);
    let mut values = vec![count];
    values.extend(own.iter().flat_map(|m| [m.mean, m.squares]));
    let all = batch.gather(&values)?;
    if all.is_empty() || all.len() % values.len() != 0 {
        bail!(
            "batch_norm: {} numbers of this part of the batch, {} of all parts: the parts compute different networks",
            values.len(),
            all.len()
        )
    }
    let mut merged = vec![Moments::default(); own.len()];
    for part in all.chunks_exact(values.len()) {
        let (count, channels) = (part[0], part[1..].chunks_exact(2));
        for (sum, channel) in merged.iter_mut().zip(channels) {
            let (mean, squares) = (channel[0], channel[1]);
            *sum = sum.merge(Moments {
                count,
                mean,
                squares,
            });
        }
    }
    Ok(merged)
}
