//! One step that ranks compute together, each with its part of the batch.

use crate::flat::flat_gradients;
use crate::parallel::{Communicator, SingleProcess};
use crate::step::{BatchResult, cross_entropy, loss_gradients, result_of};
use candle_core::Tensor;
use candle_keras_ops::{BatchStatistics, SharedBatch, Workspace};
use density::error::{Error, Result};
use density::model::{ResNet, TrainPass};

/// The ranks of a step, and what they share in it.
#[derive(Clone, Copy)]
pub struct Together<'a> {
    /// All of them, seen from this one.
    pub ranks: &'a dyn Communicator,
    /// Whether batch normalisation uses mean and variance over all ranks' images, on CPUs alone. The step is then that
    /// of one process with the whole batch. Otherwise each rank normalises with the statistics of its own images, as
    /// is usual on GPUs.
    pub sync_batch_norm: bool,
}

impl Together<'_> {
    /// One process that has the whole batch.
    pub fn single() -> Together<'static> {
        Together {
            ranks: &SingleProcess,
            sync_batch_norm: false,
        }
    }
}

/// The gradient of the cross-entropy of a batch of which every process has a part: the result of the whole batch, what
/// the batch normalisations saw, and the gradient of the whole batch as a vector in the order of [`crate::flat_weights`],
/// for [`crate::KerasOptimizer::step_along`]. All three have the same bits in every process, but for the logits, which are of its own
/// images. Arguments as in [`ResNet::forward_train`] and [`cross_entropy`].
///
/// Parts need not have the same size, but none may be empty. Without `sync_batch_norm` the statistics for the moving
/// averages are the mean over the ranks: rank 0's alone would do, but the mean has seen every image and costs nothing,
/// as it travels with the gradients. There is one vector for all of them: 9 MB go at once, and would not go faster in
/// pieces.
///
/// # Errors
/// Those of the pass and of the ranks, and `sync_batch_norm` on a GPU.
pub fn gradients(
    model: &ResNet,
    x: &Tensor,
    targets: &Tensor,
    dropout: Option<&Tensor>,
    workspace: &mut Workspace,
    together: Together,
) -> Result<(BatchResult, TrainPass<'static>, Tensor)> {
    let nothing = |_: &TrainPass| Ok(None);
    gradients_besides(model, x, targets, dropout, workspace, together, nothing)
}

/// [`gradients`] of the cross-entropy and of what `besides` adds to it, a mean over this rank's images. The result tells the
/// cross-entropy alone; it is NaN where the other is no finite number.
pub(crate) fn gradients_besides(
    model: &ResNet,
    x: &Tensor,
    targets: &Tensor,
    dropout: Option<&Tensor>,
    workspace: &mut Workspace,
    together: Together,
    besides: impl FnOnce(&TrainPass) -> Result<Option<Tensor>> + Send,
) -> Result<(BatchResult, TrainPass<'static>, Tensor)> {
    let ranks = together.ranks;
    let own = x.dim(0)?;
    let mut images = [own as f64];
    ranks.sum(&mut images)?;
    let all = images[0] as usize;
    // The loss is a mean over this rank's images; so weighted, the mean over the ranks is one over all images.
    let weight = (own * ranks.size()) as f64 / all as f64;
    let batch = OfRanks(ranks);
    let is_shared = together.sync_batch_norm && ranks.size() > 1;
    let shared = is_shared.then_some(&batch as &(dyn SharedBatch + Sync));
    let (result, mut pass, gradients) =
        loss_gradients(model, x, dropout, workspace, shared, |pass| {
            let mut loss = cross_entropy(&pass.logits, targets)?;
            let mut told = loss.clone();
            if let Some(other) = besides(pass)? {
                told = (told + (other.detach() * 0.0)?)?;
                loss = (loss + other)?;
            }
            let result = result_of(&told, &pass.logits, targets)?;
            let weighted = if weight == 1.0 {
                loss
            } else {
                (loss * weight)?
            };
            Ok((weighted, result))
        })?;
    let gradient = flat_gradients(&model.parameters().trainable_vars(), &gradients)?;
    let gradient = if together.sync_batch_norm {
        ranks.mean(&gradient)?
    } else {
        let seen = std::mem::take(&mut pass.statistics);
        let (gradient, seen) = mean_with_statistics(ranks, &gradient, seen, (own, all))?;
        pass.statistics = seen;
        gradient
    };
    Ok((over_ranks(ranks, result, all)?, pass, gradient))
}

/// The batch of all ranks.
struct OfRanks<'a>(&'a dyn Communicator);

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

type Statistics = Vec<(String, BatchStatistics)>;

/// Gradients and statistics in one vector through one mean; a rank's statistics count by its images.
fn mean_with_statistics(
    ranks: &dyn Communicator,
    gradients: &Tensor,
    mut statistics: Statistics,
    (own, all_images): (usize, usize),
) -> Result<(Tensor, Statistics)> {
    if ranks.size() == 1 {
        return Ok((gradients.clone(), statistics));
    }
    let weight = (own * ranks.size()) as f64 / all_images as f64;
    let mut parts = vec![gradients.clone()];
    for (_, seen) in &statistics {
        parts.push((&seen.mean * weight)?);
        parts.push((&seen.variance * weight)?);
    }
    let all = ranks.mean(&Tensor::cat(&parts, 0)?)?;
    let mut start = 0;
    let mut next = |n| {
        start += n;
        all.narrow(0, start - n, n)
    };
    let gradients = next(gradients.elem_count())?;
    for (_, seen) in &mut statistics {
        let channels = seen.mean.elem_count();
        seen.mean = next(channels)?;
        seen.variance = next(channels)?;
        // Of a rank of middle size, so that all ranks correct the variance alike.
        seen.count = seen.count / own * all_images / ranks.size();
    }
    Ok((gradients, statistics))
}

/// Loss and hits of the whole batch.
fn over_ranks(ranks: &dyn Communicator, own: BatchResult, images: usize) -> Result<BatchResult> {
    if ranks.size() == 1 {
        return Ok(own);
    }
    let mut sums = [own.loss * own.images as f64, own.correct as f64];
    ranks.sum(&mut sums)?;
    Ok(BatchResult {
        loss: sums[0] / images as f64,
        correct: sums[1] as usize,
        images,
    })
}
