//! A stage of the shipped networks' training: phantoms of its own, and a run of the trainer on them.

use candle_core::Device;
use density::data::{AugmentConfig, Projection, Resize};
use density::error::{Error, Result};
use density::merit::temperature;
use density::model::ResNetConfig;
use density::predict::Classifier;
use jobs::{Follow, Job, Training};
use phantom::{Plan, write_dataset};
use std::path::{Path, PathBuf};
use training::{Optimizer, RightReasons, RunState, Schedule, TrainConfig};

/// Longer gradients are scaled to this length.
const LONGEST_GRADIENT: f64 = 5.0;

/// Phantoms of one size, and how long a network for all projections learns from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Name of the run.
    pub name: String,
    /// Side of the input in pixels.
    pub size: usize,
    /// Height at which phantoms are drawn.
    pub height: u32,
    /// Seed of the phantoms: no stage sees those of another seed.
    pub seed: u64,
    /// Patients of each class to train with, and to look at after every epoch.
    pub patients: usize,
    /// Patients of each class that are held out.
    pub held_out: usize,
    /// Passes over the images.
    pub epochs: usize,
    /// Images per batch.
    pub batch_size: usize,
    /// Rate of AdamW at its highest; it rises for a quarter of an epoch and falls to zero along a cosine.
    pub learning_rate: f64,
    /// Weights of what it asks about the tissue, beside the class.
    pub right_reasons: RightReasons,
    /// Random rotations, shifts and zooms; `None` where phantoms vary enough by themselves.
    pub augmentation: Option<AugmentConfig>,
}

impl Stage {
    /// Images that it learns from in an epoch.
    pub fn images(&self) -> usize {
        phantom::Density::ALL.len() * self.patients * Projection::ALL.len()
    }

    /// Where its phantoms are: stages that draw the same ones share them.
    pub fn phantoms(&self, work: &Path) -> PathBuf {
        work.join(format!("phantoms-{}-{}", self.seed, self.height))
    }

    /// Draws its phantoms and trains in the background, from `start` or from fresh weights, or goes on with what is there; prints what
    /// the run says until its end. An interrupt ends the printing, not the run.
    ///
    /// The weights of the last epoch: none is chosen by any score.
    ///
    /// # Errors
    /// Those of drawing and of the run, and of one that was stopped.
    pub fn train(&self, work: &Path, start: Option<&Path>) -> Result<PathBuf> {
        let folder = work.join("runs").join(&self.name);
        let job = if folder.is_dir() {
            let job = Job::attach(&folder)?;
            job.resume()?;
            job
        } else {
            self.draw(work)?;
            self.launch(work, start)?
        };
        job.follow(Follow::End)?;
        match job.state()? {
            RunState::Finished => Ok(folder.join("weights-final.safetensors")),
            state => Err(Error::Training(format!(
                "{} is {state}; the same command goes on with it",
                folder.display()
            ))),
        }
    }

    /// Draws its phantoms; those that are there stay.
    ///
    /// # Errors
    /// As [`write_dataset`].
    pub fn draw(&self, work: &Path) -> Result<()> {
        let plan = Plan {
            train: self.patients,
            validation: self.held_out,
            jpeg: true,
            ..Plan::default()
        };
        println!(
            "{}: drawing {} images of {} patients",
            self.name,
            plan.phantoms(self.seed).len(),
            4 * (self.patients + self.held_out)
        );
        let written = write_dataset(
            self.phantoms(work),
            &plan.with_masks(),
            self.seed,
            self.height,
        )?;
        println!("{}: {written}", self.name);
        Ok(())
    }

    fn launch(&self, work: &Path, start: Option<&Path>) -> Result<Job> {
        let data = self.phantoms(work);
        let training = Training::shared(data)?;
        let training = match start {
            Some(weights) => training.initial_weights(weights),
            None => training,
        };
        let training = training.config(self.config());
        training.runs(work.join("runs")).name(&self.name).launch()
    }

    /// How long its run has trained, in hours, and on what.
    pub fn spent(&self, work: &Path) -> Result<(f64, String)> {
        let job = Job::attach(work.join("runs").join(&self.name))?;
        let seconds = job
            .history()?
            .epochs
            .iter()
            .map(|epoch| epoch.seconds)
            .sum::<f64>();
        Ok((seconds / 3600.0, job.progress()?.device))
    }

    /// The network of these weights with probabilities that are calibrated on the held-out phantoms, and the temperature that does it.
    pub fn calibrated(
        &self,
        work: &Path,
        weights: &Path,
        device: &Device,
    ) -> Result<(Classifier, f64)> {
        let classifier = Classifier::load(weights, device)?;
        let of = |projection: Projection| {
            let images = self.phantoms(work).join(projection.name()).join("val");
            classifier.open_folder(images)
        };
        let [first, others @ ..] = Projection::ALL;
        let mut held_out = of(first)?;
        for projection in others {
            held_out = held_out.and(&of(projection)?)?;
        }
        let temperature = temperature(&classifier.predict_folder(&held_out)?)?;
        Ok((classifier.with_temperature(temperature)?, temperature))
    }

    /// The options of its run.
    pub fn config(&self) -> TrainConfig {
        TrainConfig {
            network: ResNetConfig {
                samplewise_std: true,
                ..ResNetConfig::with_input(self.size)
            },
            epochs: self.epochs,
            batch_size: self.batch_size,
            learning_rate: self.learning_rate,
            schedule: Schedule::Cosine {
                warm_up: 0.25,
                last: 0.0,
            },
            optimizer: Optimizer::adam_w(),
            weight_decay: 0.01,
            clip_norm: Some(LONGEST_GRADIENT),
            right_reasons: Some(self.right_reasons),
            augmentation: self.augmentation.clone(),
            resize: Resize::Box,
            ..TrainConfig::default()
        }
    }
}

impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} phantoms (seed {}) at {} pixels, {} epoch{}",
            self.images(),
            self.seed,
            self.size,
            self.epochs,
            if self.epochs == 1 { "" } else { "s" }
        )
    }
}
