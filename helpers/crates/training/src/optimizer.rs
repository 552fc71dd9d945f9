//! Optimisers over all trainable weights as one vector ([`flat_weights`]).
//!
//! The formulas are those of Keras (`SGD`, `AdamW` with its defaults), so that runs can be compared.

use crate::flat::{flat_constants, flat_gradients, flat_weights, set_flat_weights};
use candle_core::backprop::GradStore;
use candle_core::{D, DType, Device, Tensor, Var};
use density::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// How gradients change the weights.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Optimizer {
    /// Gradient descent. With momentum `v = momentum v - rate g` and `w += v`, or with Nesterov's look ahead
    /// `w += momentum v - rate g`. The published training has no momentum.
    Sgd {
        /// Share of the last step that goes on (0; 0.9 is usual).
        momentum: f64,
        /// Nesterov's form of momentum.
        nesterov: bool,
    },
    /// Adam with decoupled weight decay (Loshchilov and Hutter 2019); usual rates are a tenth of gradient descent's.
    AdamW {
        /// Memory of the gradient's mean (0.9).
        beta_1: f64,
        /// Memory of the gradient's square (0.999).
        beta_2: f64,
        /// Added to the root of the square (1e-7).
        epsilon: f64,
    },
}

impl Default for Optimizer {
    fn default() -> Self {
        Optimizer::Sgd {
            momentum: 0.0,
            nesterov: false,
        }
    }
}

impl Optimizer {
    /// Gradient descent with momentum.
    pub fn momentum(momentum: f64, nesterov: bool) -> Optimizer {
        Optimizer::Sgd { momentum, nesterov }
    }

    /// AdamW with Keras' defaults.
    pub fn adam_w() -> Optimizer {
        Optimizer::AdamW {
            beta_1: 0.9,
            beta_2: 0.999,
            epsilon: 1e-7,
        }
    }

    /// Refuses numbers that lead nowhere.
    pub fn check(&self) -> Result<()> {
        let share = |name: &str, value: f64| {
            if (0.0..1.0).contains(&value) {
                Ok(())
            } else {
                Err(Error::parameter(name, value, "use 0 to below 1"))
            }
        };
        match *self {
            Optimizer::Sgd { momentum, nesterov } => {
                share("momentum", momentum)?;
                if nesterov && momentum == 0.0 {
                    Err(Error::parameter(
                        "nesterov",
                        nesterov,
                        "needs a momentum, 0.9 for instance",
                    ))
                } else {
                    Ok(())
                }
            }
            Optimizer::AdamW {
                beta_1,
                beta_2,
                epsilon,
            } => {
                share("beta_1", beta_1)?;
                share("beta_2", beta_2)?;
                if epsilon > 0.0 && epsilon.is_finite() {
                    Ok(())
                } else {
                    Err(Error::parameter(
                        "epsilon",
                        epsilon,
                        "use a small positive number (1e-7)",
                    ))
                }
            }
        }
    }
}

/// How a [`KerasOptimizer`] changes weights; the default is plain gradient descent at the published rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OptimizerConfig {
    /// The rule.
    pub rule: Optimizer,
    /// Learning rate of the first step (0.01).
    pub learning_rate: f64,
    /// Share of the kernels, times the learning rate, that is taken off in a step (0). Biases and batch normalisations do
    /// not decay.
    pub weight_decay: f64,
    /// Longest gradient, in the Euclidean norm over all weights; longer ones are scaled to it (no limit).
    pub clip_norm: Option<f64>,
}

impl Default for OptimizerConfig {
    fn default() -> Self {
        OptimizerConfig {
            rule: Optimizer::default(),
            learning_rate: 0.01,
            weight_decay: 0.0,
            clip_norm: None,
        }
    }
}

/// Keras' optimisers as a [`candle_nn::Optimizer`], with what candle-nn's own lack: momentum, weight decay of kernels
/// alone, clipping, and a state that resumes to the bit.
#[derive(Clone, Debug)]
pub struct KerasOptimizer {
    vars: Vec<Var>,
    config: OptimizerConfig,
    /// 1 for weights that decay.
    decays: Option<Tensor>,
    /// 1 for weights that change, 0 for those that stay.
    changes: Option<Tensor>,
    /// Steps taken.
    steps: u64,
    /// Velocity of gradient descent, or AdamW's means of gradient and square.
    memory: Vec<Tensor>,
}

impl candle_nn::Optimizer for KerasOptimizer {
    type Config = OptimizerConfig;

    fn new(vars: Vec<Var>, config: OptimizerConfig) -> candle_core::Result<KerasOptimizer> {
        // Kernels have two dimensions (dense) or four (convolution), all else has one.
        let is_kernel = |var: &Var| f32::from(u8::from(var.rank() > 1));
        let decays = (config.weight_decay > 0.0)
            .then(|| flat_constants(&vars, is_kernel))
            .transpose()?;
        let memories = match config.rule {
            Optimizer::Sgd { momentum: 0.0, .. } => 0,
            Optimizer::Sgd { .. } => 1,
            Optimizer::AdamW { .. } => 2,
        };
        let zeros = flat_weights(&vars)?.zeros_like()?;
        Ok(KerasOptimizer {
            vars,
            config,
            decays,
            changes: None,
            steps: 0,
            memory: vec![zeros; memories],
        })
    }

    fn step(&mut self, gradients: &GradStore) -> candle_core::Result<()> {
        self.step_along(&flat_gradients(&self.vars, gradients)?)
    }

    fn learning_rate(&self) -> f64 {
        self.config.learning_rate
    }

    fn set_learning_rate(&mut self, rate: f64) {
        self.config.learning_rate = rate;
    }
}

impl KerasOptimizer {
    /// The weights that it changes, in the order of its vectors.
    pub fn vars(&self) -> &[Var] {
        &self.vars
    }

    /// The same, where weights of which `changes` is false stay as they are, one for each of the variables.
    pub fn freezing(self, changes: &[bool]) -> candle_core::Result<KerasOptimizer> {
        let mut changes = changes.iter();
        let changes = flat_constants(&self.vars, |_| {
            f32::from(u8::from(changes.next() != Some(&false)))
        })?;
        Ok(KerasOptimizer {
            changes: Some(changes),
            ..self
        })
    }

    /// One step along a gradient of all weights as one vector, in the order of the variables: what ranks average.
    pub fn step_along(&mut self, gradient: &Tensor) -> candle_core::Result<()> {
        let gradient = match &self.changes {
            Some(changes) => self.clipped(&(gradient * changes)?)?,
            None => self.clipped(gradient)?,
        };
        let rate = self.config.learning_rate;
        let before = flat_weights(&self.vars)?;
        let mut w = before.clone();
        if let Some(decays) = &self.decays {
            w = (&w - ((&w * decays)? * (self.config.weight_decay * rate))?)?;
        }
        self.steps += 1;
        match self.config.rule {
            Optimizer::Sgd { momentum, nesterov } => {
                let step = (gradient * rate)?;
                w = match self.memory.first_mut() {
                    None => (w - step)?,
                    Some(velocity) => {
                        *velocity = ((&*velocity * momentum)? - &step)?;
                        if nesterov {
                            (w + ((&*velocity * momentum)? - step)?)?
                        } else {
                            (w + &*velocity)?
                        }
                    }
                };
            }
            Optimizer::AdamW {
                beta_1,
                beta_2,
                epsilon,
            } => {
                if let [mean, square] = self.memory.as_mut_slice() {
                    *mean = (&*mean + ((&gradient - &*mean)? * (1.0 - beta_1))?)?;
                    *square = (&*square + ((gradient.sqr()? - &*square)? * (1.0 - beta_2))?)?;
                    let t = self.steps as f64;
                    let rate = rate * (1.0 - beta_2.powf(t)).sqrt() / (1.0 - beta_1.powf(t));
                    w = (w - ((&*mean * rate)? / (square.sqrt()? + epsilon)?)?)?;
                }
            }
        }
        if let Some(changes) = &self.changes {
            // Nothing is added to what stays, to the bit.
            w = (&before + ((w - &before)? * changes)?)?;
        }
        set_flat_weights(&self.vars, &w)
    }

    /// The gradient, no longer than the longest allowed.
    fn clipped(&self, gradient: &Tensor) -> candle_core::Result<Tensor> {
        let Some(longest) = self.config.clip_norm else {
            return Ok(gradient.clone());
        };
        // Stays on the device: no copy to the host in a step.
        let norm = gradient.sqr()?.sum_keepdim(D::Minus1)?.sqrt()?;
        let scale = (norm.clamp(longest, f64::INFINITY)?.recip()? * longest)?;
        gradient.broadcast_mul(&scale)
    }

    /// All that changes from step to step, on the CPU.
    pub(crate) fn state(&self) -> Result<(u64, Vec<Tensor>)> {
        let memory = self.memory.iter().map(|t| Ok(t.to_device(&Device::Cpu)?));
        Ok((self.steps, memory.collect::<Result<_>>()?))
    }

    /// Takes up what [`KerasOptimizer::state`] gave.
    pub(crate) fn restore(&mut self, steps: u64, memory: Vec<Tensor>) -> Result<()> {
        if memory.len() != self.memory.len()
            || memory
                .iter()
                .zip(&self.memory)
                .any(|(a, b)| a.dims() != b.dims() || a.dtype() != DType::F32)
        {
            return Err(Error::Training(
                "the checkpoint is of another optimiser or network".into(),
            ));
        }
        self.steps = steps;
        for (own, saved) in self.memory.iter_mut().zip(memory) {
            *own = saved.to_device(own.device())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_nn::Optimizer as _;

    fn var(values: Tensor) -> Result<Var> {
        Ok(Var::from_tensor(&values)?)
    }

    /// Four steps of rate 0.1 from these weights, with the gradients 0.5 w^2 of a kernel and 3 b of a bias.
    fn after_four_steps(rule: Optimizer, decay: f64, clip: Option<f64>) -> Result<Vec<f32>> {
        let kernel = var(Tensor::new(&[[1f32, -2.0, 0.5]], &Device::Cpu)?)?;
        let bias = var(Tensor::new(&[0.25f32], &Device::Cpu)?)?;
        let vars = [kernel.clone(), bias.clone()];
        let config = OptimizerConfig {
            rule,
            learning_rate: 0.1,
            weight_decay: decay,
            clip_norm: clip,
        };
        let mut optimizer = KerasOptimizer::new(vars.to_vec(), config)?;
        for _ in 0..4 {
            let cube = (kernel.powf(3.0)? / 6.0)?.sum_all()?;
            let loss = (cube + (bias.sqr()? * 1.5)?.sum_all()?)?;
            optimizer.backward_step(&loss)?;
        }
        Ok(flat_weights(&vars)?.to_vec1()?)
    }

    #[test]
    fn four_steps_of_every_optimiser_are_those_of_keras() -> Result<()> {
        let nesterov = Optimizer::momentum(0.9, true);
        // By tf-keras 2.21.0: SGD(0.1, ..) and AdamW(0.1, weight_decay=0.01), the bias excluded from weight decay.
        for (optimizer, decay, clip, expected) in [
            (
                Optimizer::default(),
                0.0,
                None,
                [0.82661587, -3.1155944, 0.4535276, 0.060025],
            ),
            (
                Optimizer::momentum(0.9, false),
                0.0,
                None,
                [0.6080068, -4.556367, 0.39496028, -0.1607],
            ),
            (
                nesterov,
                0.0,
                None,
                [0.5293883, -6.8816195, 0.36725354, -0.10661677],
            ),
            (
                nesterov,
                0.01,
                None,
                [0.52699614, -6.853999, 0.36572045, -0.10661677],
            ),
            (
                Optimizer::adam_w(),
                0.01,
                None,
                [0.6068906, -2.3925648, 0.13049914, -0.09313574],
            ),
            // global_clipnorm=0.5
            (
                Optimizer::default(),
                0.0,
                Some(0.5),
                [0.9578998, -2.185906, 0.48930487, 0.19088574],
            ),
        ] {
            let ours = after_four_steps(optimizer, decay, clip)?;
            for (ours, theirs) in ours.iter().zip(expected) {
                assert!(
                    (ours - theirs).abs() < 5e-6 * theirs.abs().max(1.0),
                    "{optimizer:?}: {ours} {theirs}"
                );
            }
        }
        Ok(())
    }

    #[test]
    fn a_checkpoint_of_another_optimiser_is_refused() -> Result<()> {
        let vars = vec![var(Tensor::new(&[1f32], &Device::Cpu)?)?];
        let of = |rule| OptimizerConfig {
            rule,
            ..OptimizerConfig::default()
        };
        let adam = KerasOptimizer::new(vars.clone(), of(Optimizer::adam_w()))?;
        let (steps, memory) = adam.state()?;
        let mut plain = KerasOptimizer::new(vars, OptimizerConfig::default())?;
        let refused = plain.restore(steps, memory).unwrap_err().to_string();
        assert!(refused.contains("another optimiser"), "{refused}");
        Ok(())
    }
}
