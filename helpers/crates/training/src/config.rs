//! Training options.

use crate::{EarlyStopping, MovingAverage, Optimizer, ReduceLrOnPlateau, RightReasons, Schedule};
use candle_keras_ops::Precision;
use density::data::{AugmentConfig, Resize};
use density::error::{Error, Result};
use density::model::ResNetConfig;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// A training; the default is the published one. Saved as `config.json` in the run's folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrainConfig {
    /// Sizes of the network.
    pub network: ResNetConfig,
    /// Epochs (100).
    pub epochs: usize,
    /// Images per batch (4).
    pub batch_size: usize,
    /// Steps per epoch; `None` for as many whole batches as there are images (published: 227 of 910 images). The
    /// stream of images is endless, so the end of an epoch need not be the end of a pass.
    pub steps_per_epoch: Option<usize>,
    /// Learning rate to start with (0.01).
    pub learning_rate: f64,
    /// How the learning rate goes on (published: falls when the validation loss no longer does).
    pub schedule: Schedule,
    /// How gradients change the weights (published: plain gradient descent).
    pub optimizer: Optimizer,
    /// Share of each kernel that is taken off in a step, times the learning rate (0; 1e-4 is usual with gradient
    /// descent, 1e-2 with AdamW).
    pub weight_decay: f64,
    /// Longest gradient: a longer one is shortened to it; `None` for any length.
    pub clip_norm: Option<f64>,
    /// Batches whose gradients are averaged for one change of the weights (1). A step of the epoch is one batch; what is
    /// left over at its end makes one change too.
    pub accumulate: usize,
    /// Memory of the moving average of the weights that is validated and saved instead of them (0.999 is usual);
    /// `None` for the weights themselves.
    pub weight_average: Option<f64>,
    /// Weights that stay as they are, by kind of layer, layer or weight: `["conv2d"]` trains batch normalisations and the last layer alone,
    /// `["conv2d_1", "batch_normalization_1/gamma"]` all but these. A batch normalisation of which both stay keeps its averages as well, as in
    /// Keras from 2.1.3 on.
    pub frozen: Vec<String>,
    /// What each class counts in the loss.
    pub class_weights: ClassWeights,
    /// Whether rare classes are drawn as often as frequent ones.
    pub balanced_sampling: bool,
    /// Share of the certainty that targets give up to all classes alike (0; 0.1 is usual).
    pub label_smoothing: f64,
    /// What is asked of the network besides the class, where every training image has a mask of its tissue; `None` for nothing.
    pub right_reasons: Option<RightReasons>,
    /// When to stop before the last epoch; `None` for never.
    pub early_stopping: Option<EarlyStopping>,
    /// Whether several processes on CPUs normalise with the statistics of all their images together, so that they
    /// compute what one process with the whole batch would. Otherwise each has the statistics of its own images.
    pub sync_batch_norm: bool,
    /// What an NVIDIA GPU computes with; the CPU knows f32 alone.
    pub precision: Precision,
    /// How batch normalisation's averages forget their start.
    pub moving_average: MovingAverage,
    /// Random rotations, shifts and zooms of the training images; `None` for none.
    pub augmentation: Option<AugmentConfig>,
    /// How images are brought to the input size.
    pub resize: Resize,
    /// A weights file to start from instead of fresh weights, of any input size but the same channels. If it knows
    /// another number of classes, the last layer starts afresh.
    pub initial_weights: Option<PathBuf>,
    /// Seed of weights, order, augmentation and dropout: the same seed gives the same training.
    pub seed: u64,
}

impl Default for TrainConfig {
    fn default() -> Self {
        TrainConfig {
            network: ResNetConfig::default(),
            epochs: 100,
            batch_size: 4,
            steps_per_epoch: None,
            learning_rate: 0.01,
            schedule: Schedule::default(),
            optimizer: Optimizer::default(),
            weight_decay: 0.0,
            clip_norm: None,
            accumulate: 1,
            weight_average: None,
            frozen: Vec::new(),
            class_weights: ClassWeights::Equal,
            balanced_sampling: false,
            label_smoothing: 0.0,
            right_reasons: None,
            early_stopping: None,
            sync_batch_norm: false,
            precision: Precision::F32,
            moving_average: MovingAverage::Debiased,
            augmentation: Some(AugmentConfig::default()),
            resize: Resize::default(),
            initial_weights: None,
            seed: 1,
        }
    }
}

impl TrainConfig {
    /// For a few hundred images and minutes instead of hours: images of 128 x 128 pixels, a rate of 0.03 that falls to a third after 4 epochs
    /// without progress, and no augmentation, which pays over many epochs only.
    pub fn short() -> TrainConfig {
        TrainConfig {
            network: ResNetConfig::with_input(128),
            epochs: 8,
            learning_rate: 0.03,
            schedule: Schedule::Plateau(ReduceLrOnPlateau {
                factor: 1.0 / 3.0,
                patience: 4,
                ..ReduceLrOnPlateau::default()
            }),
            augmentation: None,
            ..TrainConfig::default()
        }
    }

    /// Refuses values that cannot be trained with.
    pub fn check(&self) -> Result<()> {
        self.network.check()?;
        let positive = |name: &str, value: usize| match value {
            0 => Err(Error::parameter(name, value, "use 1 or more")),
            _ => Ok(()),
        };
        positive("epochs", self.epochs)?;
        positive("batch_size", self.batch_size)?;
        positive("steps_per_epoch", self.steps_per_epoch.unwrap_or(1))?;
        if !(self.learning_rate > 0.0 && self.learning_rate.is_finite()) {
            return Err(Error::parameter(
                "learning_rate",
                self.learning_rate,
                "use a positive number (0.01 as published)",
            ));
        }
        positive("accumulate", self.accumulate)?;
        self.optimizer.check()?;
        self.schedule.check(self.epochs)?;
        let within = |name: &str, value: f64, range: std::ops::Range<f64>| {
            if range.contains(&value) {
                return Ok(());
            }
            let problem = format!("use {} to below {}", range.start, range.end);
            Err(Error::parameter(name, value, problem))
        };
        within("weight_decay", self.weight_decay, 0.0..1.0)?;
        within("label_smoothing", self.label_smoothing, 0.0..1.0)?;
        within(
            "weight_average",
            self.weight_average.unwrap_or(0.0),
            0.0..1.0,
        )?;
        if let Some(norm) = self.clip_norm
            && !(norm > 0.0 && norm.is_finite())
        {
            let problem = "use a positive number (1 is usual)";
            return Err(Error::parameter("clip_norm", norm, problem));
        }
        if let ClassWeights::Given(weights) = &self.class_weights
            && (weights.len() != self.network.classes
                || weights.iter().any(|w| !(*w > 0.0 && w.is_finite())))
        {
            let problem = format!("give {} positive numbers", self.network.classes);
            return Err(Error::parameter(
                "class_weights",
                format!("{weights:?}"),
                problem,
            ));
        }
        if let Some(reasons) = &self.right_reasons {
            reasons.check()?;
        }
        if let Some(augmentation) = &self.augmentation {
            augmentation.check()?;
        }
        Ok(())
    }
}

/// What each class counts in the loss.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClassWeights {
    /// The same.
    #[default]
    Equal,
    /// As much in all as every other class: `images / (classes images_of_class)`, scikit-learn's `balanced`.
    Balanced,
    /// These, in the order of the classes.
    Given(Vec<f32>),
}

impl ClassWeights {
    /// A factor a class, for a training set with so many images of each.
    pub fn factors(&self, counts: &[usize]) -> Vec<f32> {
        let images = counts.iter().sum::<usize>() as f32;
        match self {
            ClassWeights::Equal => vec![1.0; counts.len()],
            ClassWeights::Balanced => counts
                .iter()
                .map(|n| images / (counts.len() * (*n).max(1)) as f32)
                .collect(),
            ClassWeights::Given(weights) => weights.clone(),
        }
    }
}
