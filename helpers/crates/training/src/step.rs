//! One step of gradient descent, as Keras 2.2.4 takes it.

use candle_core::backprop::GradStore;
use candle_core::{D, DType, Device, Tensor};
use candle_keras_ops::{SharedBatch, Workspace};
use density::error::{Error, Result};
use density::model::{BN_MOMENTUM, ResNet, TrainPass};

/// Probabilities are kept this far from 0 and 1 before the logarithm (Keras' `epsilon()`).
const PROBABILITY_CLIP: f64 = 1e-7;

/// Loss and hits of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BatchResult {
    /// Mean categorical cross-entropy over the batch, in nats.
    pub loss: f64,
    /// Images whose most probable class is the true one.
    pub correct: usize,
    /// Images in the batch.
    pub images: usize,
}

/// How the moving averages of batch normalisation forget where they started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum MovingAverage {
    /// Keras 2.2.4: divided by `1 - momentum^t`, so the start (0 and 1) is gone after the first step.
    Debiased,
    /// tf.keras and PyTorch: the start fades with `momentum^t`, 37 % of it is left after 100 steps.
    Plain,
}

/// Mean categorical cross-entropy of one-hot `targets` (`N classes`) under the softmax of `logits`, a scalar.
///
/// Probabilities are clipped to `[1e-7, 1 - 1e-7]` as Keras does, so a hopeless image costs at most 16.1.
pub fn cross_entropy(logits: &Tensor, targets: &Tensor) -> Result<Tensor> {
    let p = candle_nn::ops::softmax(logits, candle_core::D::Minus1)?
        .clamp(PROBABILITY_CLIP, 1.0 - PROBABILITY_CLIP)?;
    Ok((targets * p.log()?)?.sum(D::Minus1)?.mean_all()?.neg()?)
}

/// Loss and hits of a batch from its logits.
pub fn score(logits: &Tensor, targets: &Tensor) -> Result<BatchResult> {
    result_of(&cross_entropy(logits, targets)?, logits, targets)
}

/// Both figures come from the device in one copy: it waits for all that was asked of the device before. The loss is NaN
/// where a logit is not finite: the clip of [`cross_entropy`] may make a number of NaN, GPUs do.
pub fn result_of(loss: &Tensor, logits: &Tensor, targets: &Tensor) -> Result<BatchResult> {
    let hits = logits
        .argmax(D::Minus1)?
        .eq(&targets.argmax(D::Minus1)?)?
        .to_dtype(DType::F32)?
        .sum_all()?;
    let unless_finite = (logits.detach().sum_all()? * 0.0)?;
    let loss = (loss.detach() + unless_finite)?;
    let figures = Tensor::stack(&[&loss, &hits], 0)?.to_vec1::<f32>()?;
    Ok(BatchResult {
        loss: f64::from(figures[0]),
        correct: figures[1] as usize,
        images: logits.dim(0)?,
    })
}

/// A forward and a backward pass of one process: what `loss` returns beside the scalar to differentiate, what the batch
/// normalisations saw, and the gradients, for a [`candle_nn::Optimizer`]. Nothing in the network changes.
///
/// This is the one place that differentiates the network; [`crate::gradients`] is it with the cross-entropy of a batch that
/// several processes may share. `x` and `dropout` as in [`ResNet::forward_train`]; `shared` is asked for the statistics of
/// the whole batch where this is a part of one; `workspace` keeps the memory from step to step.
pub fn loss_gradients<R: Send>(
    model: &ResNet,
    x: &Tensor,
    dropout: Option<&Tensor>,
    workspace: &mut Workspace,
    shared: Option<&(dyn SharedBatch + Sync)>,
    loss: impl FnOnce(&TrainPass) -> Result<(Tensor, R)> + Send,
) -> Result<(R, TrainPass<'static>, GradStore)> {
    let memory = std::mem::take(workspace);
    let pass = || {
        let mut pass = match shared {
            Some(batch) => model.forward_train_shared(x, dropout, memory, batch)?,
            None => model.forward_train(x, dropout, memory)?,
        };
        let (loss, result) = loss(&pass)?;
        let (gradients, memory) = pass.backward(&loss)?;
        let outputs = (pass.logits, pass.features);
        Ok::<_, Error>((result, outputs, pass.statistics, gradients, memory))
    };
    // From within the pool, each layer's tasks start without waking anybody.
    let (result, outputs, statistics, gradients, memory) = match x.device() {
        Device::Cpu => rayon::scope(|_| pass())?,
        _ => pass()?,
    };
    *workspace = memory;
    Ok((result, TrainPass::finished(outputs, statistics), gradients))
}

/// Moves the moving averages of every batch normalisation towards the statistics of step number `step` (from 1).
///
/// As Keras, the variance that is averaged is the unbiased one (divided by the count less one).
pub fn update_moving_averages(
    model: &ResNet,
    pass: &TrainPass,
    step: usize,
    kind: MovingAverage,
) -> Result<()> {
    let momentum = f64::from(BN_MOMENTUM);
    let rate = match kind {
        MovingAverage::Plain => 1.0 - momentum,
        MovingAverage::Debiased => (1.0 - momentum) / (1.0 - momentum.powf(step as f64)),
    };
    for (layer, batch) in &pass.statistics {
        let n = batch.count as f64;
        let variance = (&batch.variance * (n / (n - 1.0).max(1.0)))?;
        for (name, seen) in [("moving_mean", &batch.mean), ("moving_variance", &variance)] {
            let var = model.parameters().var(&format!("{layer}/{name}"))?;
            let old = var.as_tensor();
            var.set(&(old + ((seen - old)? * rate)?)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// GPUs' `fmaxf` makes the clip's 1e-7 of NaN, and 16.1 of the loss.
    #[test]
    fn a_loss_is_no_number_where_a_logit_is_none_whatever_the_clip_made_of_it() -> Result<()> {
        let targets = Tensor::new(&[[1f32, 0.0], [0.0, 1.0]], &Device::Cpu)?;
        let clipped = Tensor::new(16.1f32, &Device::Cpu)?;
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let logits = Tensor::new(&[[1f32, 2.0], [bad, 0.5]], &Device::Cpu)?;
            assert!(
                result_of(&clipped, &logits, &targets)?.loss.is_nan(),
                "{bad}"
            );
            assert!(score(&logits, &targets)?.loss.is_nan(), "{bad}");
        }
        let logits = Tensor::new(&[[1f32, 2.0], [-3.0, 0.5]], &Device::Cpu)?;
        let result = result_of(&clipped, &logits, &targets)?;
        assert_eq!((result.loss as f32, result.correct), (16.1, 1));
        Ok(())
    }
}
