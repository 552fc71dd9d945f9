//! A training from folders of images to weights, with everything kept in the run's folder.

use crate::data::{Batch, BatchStream, ImageFolder, StreamConfig};
use crate::error::{Error, Result};
use crate::files::write_atomically;
use crate::model::{ModelCard, ResNet};
use crate::progress::Progress;
use crate::train::{
    BatchResult, BestCheckpoint, EpochRecord, History, TrainConfig, gradients, score, sgd,
    update_moving_averages,
};
use candle_core::Device;
use candle_keras_ops::Workspace;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A finished training.
#[derive(Debug)]
pub struct Trained {
    /// The network with the weights of the last epoch.
    pub model: ResNet,
    /// Its card.
    pub card: ModelCard,
    /// All epochs.
    pub history: History,
    /// The run's folder: `config.json`, `history.csv`, the four history text files, the best and the last weights.
    pub folder: PathBuf,
    /// The weights with the best validation accuracy, or the last ones when there was no validation.
    pub best_weights: PathBuf,
}

/// Trains a network on `train`, watches it on `validation` (when there are images), and keeps all of it in a new
/// folder `runs/<name>-1` (`-2`, ... where that exists: an earlier run is never touched).
///
/// Prints a line every few seconds and one an epoch. After every epoch the history is written, and the weights when
/// they are the best so far, so that an interrupted run keeps them.
///
/// # Errors
/// Besides broken images and parameters: [`Error::Training`] when the loss is no longer a finite number, with the
/// step and what to try.
pub fn train(
    train: &ImageFolder,
    validation: Option<&ImageFolder>,
    config: &TrainConfig,
    runs: impl AsRef<Path>,
    name: &str,
    device: &Device,
) -> Result<Trained> {
    train_in(train, validation, config, runs.as_ref(), name, device)
}

fn train_in(
    train: &ImageFolder,
    validation: Option<&ImageFolder>,
    config: &TrainConfig,
    runs: &Path,
    name: &str,
    device: &Device,
) -> Result<Trained> {
    config.check()?;
    let classes = train
        .classes()
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>();
    let mut card = ModelCard::new(config.network.clone(), &classes, name)?;
    if let Some(validation) = validation
        && validation.classes() != train.classes()
    {
        return Err(Error::Labels(format!(
            "training has the classes {:?}, validation {:?}; both need the same folders",
            train.classes(),
            validation.classes()
        )));
    }
    let folder = new_folder(runs, name)?;
    let json = serde_json::to_string_pretty(config).map_err(|e| Error::Training(e.to_string()))?;
    write_atomically(&folder.join("config.json"), json.as_bytes())?;

    let model = ResNet::new(&config.network, config.seed, device)?;
    if let Some(path) = &config.initial_weights {
        model.take_weights(path)?;
    }
    let mut stream = BatchStream::new(train, &stream_config(config))?;
    let steps = config
        .steps_per_epoch
        .unwrap_or(train.len() / config.batch_size)
        .max(1);
    let mut history = History::default();
    let mut schedule = config.schedule.clone();
    let mut rate = config.learning_rate;
    let mut rule = BestCheckpoint::default();
    let mut workspace = Workspace::default();
    let mut best_weights = None::<PathBuf>;
    let mut progress = Progress::new(
        format!("training {name}"),
        "images",
        config.epochs * steps * config.batch_size,
    );
    for epoch in 1..=config.epochs {
        let started = Instant::now();
        let mut sum = Mean::default();
        for step in 0..steps {
            let batch = stream.next_batch()?;
            let done = (epoch - 1) * steps + step + 1;
            let result = train_step(&model, &batch, config, rate, done, &mut workspace)?;
            sum.add(&result);
            progress.advance(result.images, || {
                format!(
                    " (epoch {epoch}, loss {:.3}, accuracy {:.2})",
                    sum.loss(),
                    sum.accuracy()
                )
            });
        }
        let (val_loss, val_accuracy) = match validation {
            Some(folder) => evaluate(&model, folder, config)?,
            None => (f64::NAN, f64::NAN),
        };
        history.epochs.push(EpochRecord {
            epoch,
            loss: sum.loss(),
            accuracy: sum.accuracy(),
            val_loss,
            val_accuracy,
            learning_rate: rate,
            seconds: started.elapsed().as_secs_f64(),
        });
        history.save(&folder)?;
        let better = rule.is_better(epoch, val_accuracy);
        let mark = if better { ", best so far" } else { "" };
        println!(
            "epoch {epoch} of {}: loss {:.3}, accuracy {:.2}; validation loss {val_loss:.3}, accuracy \
             {val_accuracy:.2}; rate {rate}{mark}",
            config.epochs,
            sum.loss(),
            sum.accuracy()
        );
        if better {
            describe(
                &mut card,
                config,
                train.len(),
                epoch,
                val_loss,
                val_accuracy,
            );
            let stem = BestCheckpoint::file_stem(epoch, val_accuracy);
            let path = folder.join(format!("{stem}.safetensors"));
            model.save(&path, &card)?;
            // The one before is worse and takes 9 MB.
            if let Some(old) = best_weights.replace(path) {
                let _ = std::fs::remove_file(old);
            }
        }
        rate = schedule.after_epoch(val_loss, rate);
    }
    let last = history.epochs.last();
    let (val_loss, val_accuracy) =
        last.map_or((f64::NAN, f64::NAN), |e| (e.val_loss, e.val_accuracy));
    describe(
        &mut card,
        config,
        train.len(),
        config.epochs,
        val_loss,
        val_accuracy,
    );
    let final_weights = folder.join("weights-final.safetensors");
    model.save(&final_weights, &card)?;
    Ok(Trained {
        model,
        card,
        history,
        folder,
        best_weights: best_weights.unwrap_or(final_weights),
    })
}

/// One step of the training: gradients, weights, moving averages. `step` counts from 1 over the whole training.
fn train_step(
    model: &ResNet,
    batch: &Batch,
    config: &TrainConfig,
    rate: f64,
    step: usize,
    workspace: &mut Workspace,
) -> Result<BatchResult> {
    let (x, y) = (
        batch.x.to_device(model.device())?,
        batch.y.to_device(model.device())?,
    );
    // Each step has a stream of its own, so that a step's mask does not depend on the steps before it.
    let mut rng = ChaCha8Rng::seed_from_u64(config.seed);
    rng.set_stream(step as u64);
    let dropout = model.dropout_mask(x.dim(0)?, &mut rng)?;
    let (result, pass, grads) = gradients(model, &x, &y, dropout.as_ref(), workspace)?;
    if !result.loss.is_finite() {
        return Err(Error::Training(format!(
            "the loss is {} at step {step}; the weights of the best epoch so far are kept. Try a lower \
             learning rate than {rate}, and look at the images of this batch: {}",
            result.loss,
            batch
                .paths
                .iter()
                .map(|p| p.display().to_string())
                .collect::<Vec<_>>()
                .join(", ")
        )));
    }
    sgd(model, &grads, rate)?;
    update_moving_averages(model, &pass, step, config.moving_average)?;
    Ok(result)
}

/// Loss and accuracy over all images of a folder, in inference mode.
fn evaluate(model: &ResNet, folder: &ImageFolder, config: &TrainConfig) -> Result<(f64, f64)> {
    let mut sum = Mean::default();
    for batch in BatchStream::once(folder, &stream_config(config))? {
        let batch = batch?;
        let logits = model.logits(&batch.x.to_device(model.device())?)?;
        sum.add(&score(&logits, &batch.y.to_device(model.device())?)?);
    }
    Ok((sum.loss(), sum.accuracy()))
}

fn stream_config(config: &TrainConfig) -> StreamConfig {
    StreamConfig {
        size: config.network.input_size,
        channels: config.network.channels,
        batch_size: config.batch_size,
        resize: config.resize,
        augmentation: config.augmentation.clone(),
        seed: config.seed,
        ..StreamConfig::default()
    }
}

/// Means over images.
#[derive(Default)]
struct Mean {
    loss: f64,
    correct: usize,
    images: usize,
}

impl Mean {
    fn add(&mut self, batch: &BatchResult) {
        self.loss += batch.loss * batch.images as f64;
        self.correct += batch.correct;
        self.images += batch.images;
    }

    fn loss(&self) -> f64 {
        self.loss / self.images as f64
    }

    fn accuracy(&self) -> f64 {
        self.correct as f64 / self.images as f64
    }
}

fn describe(
    card: &mut ModelCard,
    config: &TrainConfig,
    images: usize,
    epoch: usize,
    val_loss: f64,
    val_accuracy: f64,
) {
    for (key, value) in [
        ("epoch", epoch.to_string()),
        ("training images", images.to_string()),
        ("batch size", config.batch_size.to_string()),
        ("validation loss", format!("{val_loss:.4}")),
        ("validation accuracy", format!("{val_accuracy:.4}")),
        ("seed", config.seed.to_string()),
    ] {
        card.training.insert(key.into(), value);
    }
}

/// The first of `runs/<name>-1`, `-2`, ... that does not exist, made.
fn new_folder(runs: &Path, name: &str) -> Result<PathBuf> {
    std::fs::create_dir_all(runs).map_err(Error::io(runs))?;
    for number in 1.. {
        let folder = runs.join(format!("{name}-{number}"));
        match std::fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(Error::io(&folder)(e)),
        }
    }
    unreachable!("the numbers do not end")
}
