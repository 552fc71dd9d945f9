//! Learning from phantoms where the dense tissue is, along with how much of it there is.

use candle_core::{Device, Tensor};
use candle_keras_ops::Workspace;
use candle_nn::Optimizer as _;
use density::data::{Projection, Resize, TISSUES, divide_by_std, standardize, tissue_shares};
use density::error::{Error, Result};
use density::model::{ModelCard, ResNet, ResNetConfig, TrainPass};
use image::GrayImage;
use phantom::{Density, Plan, PlannedPhantom};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use std::path::PathBuf;
use training::{BatchResult, MovingAverage, cross_entropy, loss_gradients, result_of, tissue_loss};
use training::{KerasOptimizer, Optimizer, OptimizerConfig, Schedule, update_moving_averages};

/// Longer gradients are scaled to this length.
const LONGEST_GRADIENT: f64 = 5.0;
/// Pixels of the input along a side of a pixel of the last feature map.
const STRIDE: usize = 32;

/// A training on phantoms drawn for it, with the truth about every place as well as the class.
///
/// The last feature map has a place for every 32 by 32 pixels of the input. Its channels are read in four equal groups: the
/// sum over a group, divided by 8, is the logit of *background*, *fat*, *fibroglandular tissue* or *muscle*, and the loss is
/// the cross-entropy against the shares of the four at that place, averaged over all places, plus that of the class. The read-out
/// has no weights of its own, so the result is an ordinary network: it classifies, and nothing has to be taken off.
///
/// A class tells two bits an image; the map of the tissue tells what these bits are about.
#[derive(Clone, Debug)]
pub struct TissueTraining {
    /// The network. Its input must be a multiple of 32 pixels.
    pub network: ResNetConfig,
    /// Patients of each class.
    pub patients: usize,
    /// Their views that are trained on.
    pub views: Vec<Projection>,
    /// Height at which phantoms are drawn, before they are resized to the input by [`Resize::Box`].
    pub height: u32,
    /// Seed of the phantoms.
    pub phantom_seed: u64,
    /// Passes over all images.
    pub epochs: usize,
    /// Images a step.
    pub batch_size: usize,
    /// Rate of AdamW at the start; it falls to zero along a cosine.
    pub learning_rate: f64,
    /// Weight decay.
    pub weight_decay: f64,
    /// Seed of the first weights, the order and the dropout.
    pub seed: u64,
    /// Weights to start from.
    pub initial_weights: Option<PathBuf>,
}

/// An epoch of a [`TissueTraining`]: means over its images.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TissueEpoch {
    /// From 1.
    pub epoch: usize,
    /// Cross-entropy of the class, in nats.
    pub class_loss: f64,
    /// Share of images whose most probable class is the true one.
    pub accuracy: f64,
    /// Cross-entropy of the tissue's shares, in nats, averaged over the places.
    pub tissue_loss: f64,
}

/// A drawn phantom, ready for the network.
struct Sample {
    /// Square, of the input's size.
    image: GrayImage,
    /// Shares of [`TISSUES`] for each place, kind by kind.
    shares: Vec<f32>,
    label: usize,
}

impl TissueTraining {
    /// Draws the phantoms and trains; `each` hears of every epoch. The card's projection is `all`.
    ///
    /// # Errors
    /// An input that is no multiple of 32 pixels, another number of classes than four, nothing to train on, weights that do not
    /// fit; and a loss that is no finite number.
    pub fn run(
        &self,
        device: &Device,
        mut each: impl FnMut(&TissueEpoch),
    ) -> Result<(ResNet, ModelCard)> {
        self.check()?;
        let mut card =
            ModelCard::new(self.network.clone(), Density::ALL.map(Density::name), "all")?;
        card.resize = Resize::Box;
        card.tells_tissue = true;
        let model = ResNet::new(&self.network, self.seed, device)?;
        if let Some(path) = &self.initial_weights {
            model.take_weights(path)?;
        }
        let config = OptimizerConfig {
            rule: Optimizer::adam_w(),
            learning_rate: self.learning_rate,
            weight_decay: self.weight_decay,
            clip_norm: Some(LONGEST_GRADIENT),
        };
        let mut optimizer = KerasOptimizer::new(model.parameters().trainable_vars(), config)?;
        let schedule = Schedule::Cosine {
            warm_up: 0.25,
            last: 0.0,
        };
        let samples = self.samples();
        let steps = samples.len() / self.batch_size;
        let mut order = (0..samples.len()).collect::<Vec<_>>();
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        let mut workspace = Workspace::default();
        let mut step = 0;
        for epoch in 1..=self.epochs {
            order.shuffle(&mut rng);
            let mut sums = TissueEpoch::default();
            for batch in order.chunks_exact(self.batch_size) {
                let batch = batch.iter().map(|i| &samples[*i]).collect::<Vec<_>>();
                let [x, y, shares] = self.tensors(&batch)?.map(|t| t.to_device(device));
                let (y, shares) = (y?, shares?);
                let dropout = model.dropout_mask(batch.len(), &mut rng)?;
                let loss = |pass: &TrainPass| {
                    let class = cross_entropy(&pass.logits, &y)?;
                    let tissue = tissue_loss(&pass.features, &shares)?;
                    let result = result_of(&class, &pass.logits, &y)?;
                    let tissue_loss = f64::from(tissue.to_scalar::<f32>()?);
                    Ok(((class + tissue)?, (result, tissue_loss)))
                };
                let ((result, tissue_loss), pass, gradients) =
                    loss_gradients(&model, &x?, dropout.as_ref(), &mut workspace, None, loss)?;
                if !(result.loss + tissue_loss).is_finite() {
                    return Err(Error::Training(format!(
                        "the loss is {} in epoch {epoch}: try a lower learning rate than {}",
                        result.loss + tissue_loss,
                        self.learning_rate
                    )));
                }
                let rate = schedule.rate(self.learning_rate, step, steps, self.epochs);
                step += 1;
                update_moving_averages(&model, &pass, step, MovingAverage::Debiased)?;
                optimizer.set_learning_rate(rate);
                optimizer.step(&gradients)?;
                sums.add(&result, tissue_loss, steps);
            }
            each(&TissueEpoch { epoch, ..sums });
        }
        Ok((model, card))
    }

    fn check(&self) -> Result<()> {
        let size = self.network.input_size;
        if !size.is_multiple_of(STRIDE) || size == 0 {
            let problem = "the truth is told for places of 32 pixels: use a multiple of 32";
            return Err(Error::parameter("input_size", size, problem));
        }
        let images = self.patients * Density::ALL.len() * self.views.len();
        if self.batch_size == 0 || images < self.batch_size || self.epochs == 0 {
            return Err(Error::parameter(
                "patients, batch_size, epochs",
                format!("{}, {}, {}", self.patients, self.batch_size, self.epochs),
                "use 1 or more each, and no larger batch than there are images: 4 views of 4 patients, at most, for each patient of a class",
            ));
        }
        Ok(())
    }

    /// All phantoms, drawn on all cores.
    fn samples(&self) -> Vec<Sample> {
        let plan = Plan {
            train: self.patients,
            ..Plan::default()
        };
        let planned = plan.phantoms(self.phantom_seed);
        let wanted = |p: &&PlannedPhantom| self.views.contains(&p.phantom.view);
        let planned: Vec<_> = planned.iter().filter(wanted).collect();
        planned.par_iter().map(|p| self.sample(p)).collect()
    }

    fn sample(&self, planned: &PlannedPhantom) -> Sample {
        let drawing = planned.phantom.draw(self.height);
        let size = self.network.input_size;
        let (width, height) = drawing.tissue.dimensions();
        Sample {
            image: Resize::Box.apply(&drawing.image, size as u32, size as u32),
            shares: tissue_shares(
                &drawing.tissue,
                (height as usize, width as usize),
                size / STRIDE,
            ),
            label: planned.phantom.density as usize,
        }
    }

    /// Input, one-hot classes and shares of a batch, on the CPU.
    fn tensors(&self, batch: &[&Sample]) -> Result<[Tensor; 3]> {
        let (n, size, channels) = (batch.len(), self.network.input_size, self.network.channels);
        let mut x = Vec::with_capacity(n * channels * size * size);
        let mut y = vec![0f32; n * Density::ALL.len()];
        for (row, sample) in batch.iter().enumerate() {
            let mut plane = standardize(&sample.image);
            if self.network.samplewise_std {
                divide_by_std(&mut plane);
            }
            (0..channels).for_each(|_| x.extend_from_slice(&plane));
            y[row * Density::ALL.len() + sample.label] = 1.0;
        }
        let shares = batch.iter().flat_map(|s| s.shares.iter().copied());
        let (cpu, side) = (&Device::Cpu, size / STRIDE);
        Ok([
            Tensor::from_vec(x, (n, channels, size, size), cpu)?,
            Tensor::from_vec(y, (n, Density::ALL.len()), cpu)?,
            Tensor::from_iter(shares, cpu)?.reshape((n, TISSUES.len(), side, side))?,
        ])
    }
}

impl TissueEpoch {
    fn add(&mut self, result: &BatchResult, tissue_loss: f64, steps: usize) {
        let weight = 1.0 / steps as f64;
        self.class_loss += weight * result.loss;
        self.accuracy += weight * result.correct as f64 / result.images as f64;
        self.tissue_loss += weight * tissue_loss;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> TissueTraining {
        TissueTraining {
            network: ResNetConfig::with_input(64),
            patients: 1,
            views: Projection::ALL.to_vec(),
            height: 64,
            phantom_seed: 5,
            epochs: 3,
            batch_size: 8,
            learning_rate: 1e-3,
            weight_decay: 0.0,
            seed: 1,
            initial_weights: None,
        }
    }

    #[test]
    fn both_losses_fall_and_the_same_seed_gives_the_same_network() -> Result<()> {
        let mut epochs = Vec::new();
        let (one, card) = small().run(&Device::Cpu, |e| epochs.push(*e))?;
        assert_eq!(card.classes, ["A", "B", "C", "D"]);
        let (first, last) = (epochs[0], epochs[2]);
        assert!(last.tissue_loss < 0.9 * first.tissue_loss, "{epochs:?}");
        assert!(last.class_loss < first.class_loss, "{epochs:?}");
        let (two, _) = small().run(&Device::Cpu, |_| ())?;
        let weights = |m: &ResNet| -> Result<Vec<f32>> {
            Ok(training::flat_weights(&m.parameters().trainable_vars())?.to_vec1()?)
        };
        assert_eq!(weights(&one)?, weights(&two)?);
        Ok(())
    }

    #[test]
    fn an_input_that_has_no_whole_places_is_refused_by_its_size() {
        let odd = TissueTraining {
            network: ResNetConfig::with_input(100),
            ..small()
        };
        let message = odd.run(&Device::Cpu, |_| ()).unwrap_err().to_string();
        assert!(
            message.contains("100") && message.contains("multiple of 32"),
            "{message}"
        );
    }
}
