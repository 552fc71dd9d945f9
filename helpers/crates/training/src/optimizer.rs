//! Optimisers on all trainable weights as one vector ([`flat_weights`]).
//!
//! The formulas are those of Keras (`SGD`, `AdamW` with its defaults), so that runs can be compared.

use crate::flat::{flat_constants, flat_weights, set_flat_weights};
use candle_core::{D, DType, Device, Tensor};
use density::error::{Error, Result};
use density::model::Parameters;
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
        let share = |name: &str, value: f64| match (0.0..1.0).contains(&value) {
            true => Ok(()),
            false => Err(Error::parameter(name, value, "use 0 to below 1")),
        };
        match *self {
            Optimizer::Sgd { momentum, nesterov } => {
                share("momentum", momentum)?;
                match nesterov && momentum == 0.0 {
                    true => Err(Error::parameter(
                        "nesterov",
                        nesterov,
                        "needs a momentum, 0.9 for instance",
                    )),
                    false => Ok(()),
                }
            }
            Optimizer::AdamW {
                beta_1,
                beta_2,
                epsilon,
            } => {
                share("beta_1", beta_1)?;
                share("beta_2", beta_2)?;
                match epsilon > 0.0 && epsilon.is_finite() {
                    true => Ok(()),
                    false => Err(Error::parameter(
                        "epsilon",
                        epsilon,
                        "use a small positive number (1e-7)",
                    )),
                }
            }
        }
    }
}

/// What an optimiser remembers from step to step, and what else happens to gradients and weights in a step.
#[derive(Clone, Debug)]
pub struct Stepper {
    optimizer: Optimizer,
    /// Share of the weights, times the rate, that is taken off in a step.
    weight_decay: f64,
    /// Longest gradient.
    clip_norm: Option<f64>,
    /// 1 for weights that decay: kernels. Biases and batch normalisations do not.
    decays: Option<Tensor>,
    /// Steps taken.
    steps: u64,
    /// Velocity of gradient descent, or AdamW's means of gradient and square.
    memory: Vec<Tensor>,
}

impl Stepper {
    /// At the start of a training of `parameters`.
    pub fn new(
        optimizer: Optimizer,
        weight_decay: f64,
        clip_norm: Option<f64>,
        parameters: &Parameters,
    ) -> Result<Stepper> {
        let decays = match weight_decay > 0.0 {
            true => Some(flat_constants(parameters, |name| {
                f32::from(u8::from(name.ends_with("/kernel")))
            })?),
            false => None,
        };
        let memories = match optimizer {
            Optimizer::Sgd { momentum: 0.0, .. } => 0,
            Optimizer::Sgd { .. } => 1,
            Optimizer::AdamW { .. } => 2,
        };
        let zeros = flat_weights(parameters)?.zeros_like()?;
        Ok(Stepper {
            optimizer,
            weight_decay,
            clip_norm,
            decays,
            steps: 0,
            memory: vec![zeros; memories],
        })
    }

    /// One step along `gradient`, a vector in the order of [`flat_weights`], at that learning rate.
    pub fn step(&mut self, parameters: &Parameters, gradient: &Tensor, rate: f64) -> Result<()> {
        let gradient = self.clipped(gradient)?;
        let mut w = flat_weights(parameters)?;
        if let Some(decays) = &self.decays {
            w = (&w - ((&w * decays)? * (self.weight_decay * rate))?)?;
        }
        self.steps += 1;
        match self.optimizer {
            Optimizer::Sgd { momentum, nesterov } => {
                let step = (gradient * rate)?;
                w = match self.memory.first_mut() {
                    None => (w - step)?,
                    Some(velocity) => {
                        *velocity = ((&*velocity * momentum)? - &step)?;
                        match nesterov {
                            true => (w + ((&*velocity * momentum)? - step)?)?,
                            false => (w + &*velocity)?,
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
        set_flat_weights(parameters, &w)
    }

    /// The gradient, no longer than the longest allowed.
    fn clipped(&self, gradient: &Tensor) -> Result<Tensor> {
        let Some(longest) = self.clip_norm else {
            return Ok(gradient.clone());
        };
        // Stays on the device: no copy to the host in a step.
        let norm = gradient.sqr()?.sum_keepdim(D::Minus1)?.sqrt()?;
        let scale = (norm.clamp(longest, f64::INFINITY)?.recip()? * longest)?;
        Ok(gradient.broadcast_mul(&scale)?)
    }

    /// All that changes from step to step, on the CPU.
    pub(crate) fn state(&self) -> Result<(u64, Vec<Tensor>)> {
        let memory = self.memory.iter().map(|t| Ok(t.to_device(&Device::Cpu)?));
        Ok((self.steps, memory.collect::<Result<_>>()?))
    }

    /// Takes up what [`Stepper::state`] gave.
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
    use candle_core::Var;

    /// Four steps of rate 0.1 from these weights, with the gradients 0.5 w^2 of a kernel and 3 b of a bias.
    fn after_four_steps(optimizer: Optimizer, decay: f64, clip: Option<f64>) -> Result<Vec<f32>> {
        let mut parameters = Parameters::default();
        for (name, values) in [
            ("layer/kernel", &[1f32, -2.0, 0.5][..]),
            ("layer/bias", &[0.25]),
        ] {
            let var = Var::from_tensor(&Tensor::new(values, &Device::Cpu)?)?;
            parameters.push(name.into(), var, true);
        }
        let mut stepper = Stepper::new(optimizer, decay, clip, &parameters)?;
        for _ in 0..4 {
            let w = parameters.get("layer/kernel")?;
            let gradient = [(w.sqr()? * 0.5)?, (parameters.get("layer/bias")? * 3.0)?];
            stepper.step(&parameters, &Tensor::cat(&gradient, 0)?, 0.1)?;
        }
        Ok(flat_weights(&parameters)?.to_vec1()?)
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
        let mut parameters = Parameters::default();
        let var = Var::from_tensor(&Tensor::new(&[1f32], &Device::Cpu)?)?;
        parameters.push("layer/kernel".into(), var, true);
        let adam = Stepper::new(Optimizer::adam_w(), 0.0, None, &parameters)?;
        let (steps, memory) = adam.state()?;
        let mut plain = Stepper::new(Optimizer::default(), 0.0, None, &parameters)?;
        let refused = plain.restore(steps, memory).unwrap_err().to_string();
        assert!(refused.contains("another optimiser"), "{refused}");
        Ok(())
    }
}
