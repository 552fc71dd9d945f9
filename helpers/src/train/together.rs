//! The gradients of a batch of which every rank has a part.

use crate::error::{Error, Result};
use crate::model::{ResNet, TrainPass};
use crate::parallel::Ranks;
use crate::train::step::{BatchResult, cross_entropy, gradients, result_of};
use candle_core::Tensor;
use candle_keras_ops::{BatchStatistics, Gradients, SharedBatch, Workspace};

/// The ranks of a step, and what they share in it.
#[derive(Clone, Copy)]
pub struct Together<'a> {
    /// All of them, seen from this one.
    pub ranks: &'a dyn Ranks,
    /// Whether batch normalisation uses mean and variance over all ranks' images, on CPUs alone. The step is then that
    /// of one process with the whole batch. Otherwise each rank normalises with the statistics of its own images, as
    /// is usual on GPUs.
    pub sync_batch_norm: bool,
}

/// As [`crate::train::gradients`], of a batch of which every rank has a part.
///
/// The result is that of this rank's images. The mean of the ranks' gradients is the gradient of the mean loss over all
/// images, also where parts have unequal sizes, none of them empty: [`Ranks::mean`] of
/// [`crate::train::flat_gradients`] is what an optimiser is to be given. All weights travel as one vector, because 9 MB
/// would not go faster in pieces.
///
/// The statistics for [`crate::train::update_moving_averages`] have the same bits on every rank: those of the whole
/// batch with `sync_batch_norm`, otherwise the mean of the ranks' statistics. (Rank 0's alone would do too, but the mean
/// has seen every image, for 51 KB a step.)
///
/// # Errors
/// Those of `gradients`, those of the ranks, and [`Error::Training`] for `sync_batch_norm` on a GPU.
pub fn gradients_over_ranks(
    model: &ResNet,
    x: &Tensor,
    targets: &Tensor,
    dropout: Option<&Tensor>,
    workspace: &mut Workspace,
    together: Together,
) -> Result<(BatchResult, TrainPass<'static>, Gradients)> {
    let ranks = together.ranks;
    if ranks.size() == 1 {
        return gradients(model, x, targets, dropout, workspace);
    }
    let images = x.dim(0)?;
    let mut sum = [images as f64];
    ranks.sum(&mut sum)?;
    let part = Part {
        images,
        all: sum[0] as usize,
        ranks: ranks.size(),
    };
    let memory = std::mem::take(workspace);
    let batch = OfRanks(ranks);
    // From within the pool, each layer's tasks start without waking anybody.
    let (result, logits, mut statistics, gradients, memory) = rayon::scope(|_| {
        let mut pass = match together.sync_batch_norm {
            true => model.forward_train_shared(x, dropout, memory, &batch)?,
            false => model.forward_train(x, dropout, memory)?,
        };
        let loss = cross_entropy(&pass.logits, targets)?;
        let weighted = match part.weight() {
            1.0 => loss.clone(),
            weight => (&loss * weight)?,
        };
        let (gradients, memory) = pass.backward(&weighted, model.parameters())?;
        let result = result_of(&loss, &pass.logits, targets)?;
        Ok::<_, Error>((result, pass.logits, pass.statistics, gradients, memory))
    })?;
    *workspace = memory;
    if !together.sync_batch_norm {
        mean_statistics(ranks, &mut statistics, part)?;
    }
    let pass = TrainPass::gone_through(logits, statistics);
    Ok((result, pass, gradients))
}

/// This rank's share of the batch.
#[derive(Clone, Copy)]
struct Part {
    images: usize,
    all: usize,
    ranks: usize,
}

impl Part {
    /// What a mean over this rank's images is multiplied with, so that the mean over the ranks is one over all images.
    fn weight(self) -> f64 {
        (self.images * self.ranks) as f64 / self.all as f64
    }
}

/// The batch of all ranks.
struct OfRanks<'a>(&'a dyn Ranks);

impl SharedBatch for OfRanks<'_> {
    fn gather(&self, values: &[f64]) -> candle_core::Result<Vec<f64>> {
        self.0.gather(values).map_err(of_ranks)
    }

    fn sum(&self, values: &mut [f64]) -> candle_core::Result<()> {
        self.0.sum(values).map_err(of_ranks)
    }
}

fn of_ranks(error: Error) -> candle_core::Error {
    candle_core::Error::Msg(error.to_string())
}

/// The means over the ranks, written over this rank's statistics; a rank's count by its images.
fn mean_statistics(
    ranks: &dyn Ranks,
    statistics: &mut [(String, BatchStatistics)],
    part: Part,
) -> Result<()> {
    let own = statistics
        .iter()
        .flat_map(|(_, seen)| [seen.mean.clone(), seen.variance.clone()]);
    let own = (Tensor::cat(&own.collect::<Vec<_>>(), 0)? * part.weight())?;
    let mean = ranks.mean(&own)?;
    let mut start = 0;
    for (_, seen) in statistics {
        let channels = seen.mean.elem_count();
        seen.mean = mean.narrow(0, start, channels)?;
        seen.variance = mean.narrow(0, start + channels, channels)?;
        start += 2 * channels;
        // Of a rank of mean size, so that all ranks correct the variance alike.
        seen.count = seen.count / part.images * part.all / part.ranks;
    }
    Ok(())
}
