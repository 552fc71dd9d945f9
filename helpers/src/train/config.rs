//! What a training is told.

use crate::data::{AugmentConfig, Resize};
use crate::error::{Error, Result};
use crate::model::ResNetConfig;
use crate::train::{MovingAverage, ReduceLrOnPlateau};
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
    /// Images a step (4).
    pub batch_size: usize,
    /// Steps an epoch; `None` for as many whole batches as there are images (published: 227 of 910 images). The
    /// stream of images is endless, so the end of an epoch need not be the end of a pass.
    pub steps_per_epoch: Option<usize>,
    /// Learning rate to start with (0.01).
    pub learning_rate: f64,
    /// When the learning rate falls.
    pub plateau: ReduceLrOnPlateau,
    /// How batch normalisation's averages forget their start.
    pub moving_average: MovingAverage,
    /// Random rotations, shifts and zooms of the training images; `None` for none.
    pub augmentation: Option<AugmentConfig>,
    /// How images are brought to the input size.
    pub resize: Resize,
    /// A weights file to start from instead of fresh weights, of any input size but the same channels and classes.
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
            plateau: ReduceLrOnPlateau::default(),
            moving_average: MovingAverage::Debiased,
            augmentation: Some(AugmentConfig::default()),
            resize: Resize::default(),
            initial_weights: None,
            seed: 1,
        }
    }
}

impl TrainConfig {
    /// For a few hundred images and minutes instead of hours: a rate of 0.03 that falls to a third after 4 epochs
    /// without progress, and no augmentation, which pays over many epochs only.
    pub fn short() -> TrainConfig {
        TrainConfig {
            epochs: 8,
            learning_rate: 0.03,
            plateau: ReduceLrOnPlateau {
                factor: 1.0 / 3.0,
                patience: 4,
                ..ReduceLrOnPlateau::default()
            },
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
        Ok(())
    }
}
