//! A training from folders of images to weights, with everything kept in the run's folder.

use crate::check::{check_images, known_by_heart};
use crate::parallel::SingleProcess;
use crate::record::Record;
use crate::trainer::Trainer;
use crate::{DataConfig, RunConfig, RunFolder, RunState, RunStatus, TrainConfig};
use candle_core::Device;
use candle_keras_ops::Precision;
use density::data::ImageFolder;
use density::error::Result;
use density::history::History;
use density::interrupt::Interruptible;
use density::model::{ModelCard, ResNet};
use density::progress::duration;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Time between two lines of the log.
const LINE: Duration = Duration::from_secs(5);
/// Time between two writes of the status.
const STATUS: Duration = Duration::from_secs(1);

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
/// they are the best so far, so that an interrupted run keeps them; a job does the same in the
/// background.
///
/// # Errors
/// Besides broken images and parameters: [`Error::Training`](density::Error::Training) when the loss is no longer a finite number, with the
/// step and what to try.
pub fn train(
    train: &ImageFolder,
    validation: Option<&ImageFolder>,
    config: &TrainConfig,
    runs: impl AsRef<Path>,
    name: &str,
    device: &Device,
) -> Result<Trained> {
    let runs = runs.as_ref();
    let mut trainer = Trainer::new(config, train, validation, name, device, &SingleProcess)?;
    let folder = RunFolder::create(runs, name)?;
    let _lock = folder.lock()?;
    let data = DataConfig {
        train: vec![train.path().to_path_buf()],
        validation: validation
            .map(|v| v.path().to_path_buf())
            .into_iter()
            .collect(),
        folds: None,
    };
    RunConfig::new(name, data, config.clone()).save(&folder)?;
    let work = Interruptible::begin();
    run(&mut trainer, &folder, &|| work.is_interrupted(), true)?;
    work.check(|| format!("{} has a checkpoint, from which `Job::attach({:?})?.resume()?` goes on in the background", folder.name(), folder.path()))?;
    let best = trainer.state.best_weights.as_ref();
    Ok(Trained {
        history: trainer.history(),
        best_weights: best.map_or(folder.final_weights(), |file| folder.file(file)),
        model: trainer.model,
        card: trainer.card,
        folder: folder.path().to_path_buf(),
    })
}

/// Trains until the end or until `stop` says so, which is asked before every step; `aloud` prints the log's lines too.
/// What is there of the run already is gone on from. Only rank 0 writes.
///
/// The status says how it ended, also when that is an error.
pub fn run(
    trainer: &mut Trainer,
    folder: &RunFolder,
    stop: &dyn Fn() -> bool,
    aloud: bool,
) -> Result<RunState> {
    let mut reporter = StatusReporter::new(trainer, folder, aloud);
    let ended = go(trainer, folder, stop, &mut reporter);
    let (state, message) = match &ended {
        Ok(state) => (*state, String::new()),
        Err(e) => (RunState::Failed, advice(&e.to_string(), trainer)),
    };
    reporter.line(match state {
        RunState::Failed => message.clone(),
        _ => match trainer.state.history.len() {
            1 => format!("{state} after 1 epoch"),
            n => format!("{state} after {n} epochs"),
        },
    });
    let told = reporter.tell(trainer, state, message);
    ended.and_then(|state| told.map(|()| state))
}

fn go(
    trainer: &mut Trainer,
    folder: &RunFolder,
    stop: &dyn Fn() -> bool,
    reporter: &mut StatusReporter,
) -> Result<RunState> {
    let leads = trainer.ranks.rank() == 0;
    let resumed = folder.checkpoint().exists();
    if resumed {
        trainer.restore(&folder.checkpoint())?;
        reporter.start_over(trainer);
        reporter.line(format!(
            "resumed at epoch {}, step {}",
            trainer.epoch(),
            trainer.steps_done()
        ));
    }
    if !resumed && leads {
        let (train, validation) = trainer.images();
        check_images(train, validation, &trainer.config, stop, &|line| {
            reporter.line(line)
        })?;
        if let Some(validation) = validation
            && let Some(line) = known_by_heart(train, validation, stop)
        {
            reporter.line(line);
        }
    }
    let mut record = if leads {
        Some(Record::open(trainer, folder, resumed)?)
    } else {
        None
    };
    let every = Duration::from_secs_f64(reporter.checkpoint_seconds);
    let mut saved = Instant::now();
    while !trainer.is_over() {
        let step = trainer.step(stop())?;
        if let Some(record) = &mut record {
            record.step(trainer, &step)?;
        }
        reporter.step(trainer, step.result.images, step.rate)?;
        let epoch_ends = trainer.steps_done() == trainer.steps;
        if epoch_ends {
            let worse = trainer.state.best_weights.clone();
            let better = trainer.end_epoch(folder.path())?;
            // Whoever follows the run reads the log when it sees the history grow.
            reporter.epoch(trainer, better);
            if leads {
                trainer.history().save(folder.path())?;
                trainer.save(&folder.checkpoint())?;
                saved = Instant::now();
                // It takes 9 MB, and the checkpoint no longer speaks of it.
                if let Some(worse) = worse.filter(|_| better)
                    && trainer.state.best_weights.as_ref() != Some(&worse)
                {
                    let _ = std::fs::remove_file(folder.file(&worse));
                }
                if let Some(record) = &mut record {
                    record.epoch(trainer)?;
                }
            }
            reporter.tell(trainer, RunState::Running, String::new())?;
        }
        if trainer.is_between_changes() {
            if leads && !epoch_ends && (step.stop || saved.elapsed() > every) {
                trainer.save(&folder.checkpoint())?;
                saved = Instant::now();
            }
            if step.stop && !trainer.is_over() {
                return Ok(RunState::Stopped);
            }
        }
    }
    trainer.finish(&folder.final_weights())?;
    Ok(RunState::Finished)
}

/// What to do about errors that say little themselves.
fn advice(message: &str, trainer: &Trainer) -> String {
    let low = message.to_lowercase();
    let hint = if low.contains("out of memory") || low.contains("out_of_memory") {
        let memory = candle_keras_ops::gpu_memory(trainer.model.device());
        smaller_batch(&trainer.config, memory.map(|(_, all)| all as f64))
    } else if low.contains("no space left") || low.contains("file too large") {
        "; the disk is full: make room, then resume".into()
    } else {
        String::new()
    };
    format!("{message}{hint}")
}

/// Bytes per pixel of the input and image of the batch that a step needs on a GPU in f32, 588 MB for one image of 650 x 650:
/// 480 MB are the results of all convolutions, normalisations and sums, and in the backward pass of the first layers
/// there are four gradients of 27 MB beside them.
const PER_PIXEL: f64 = 1390.0;
/// Bytes of a process on a GPU before its first batch: CUDA's own, the libraries' code, weights.
const BASE: f64 = 1e9;
/// The part of the memory that cuDNN's algorithms may take besides.
const SCRATCH: f64 = 1.0 / 16.0;

/// What to do when the memory of a GPU with so many bytes is full.
fn smaller_batch(config: &TrainConfig, memory: Option<f64>) -> String {
    let side = config.network.input_size;
    let bf16 = config.precision == Precision::Bf16;
    let image = PER_PIXEL * (side * side) as f64 * if bf16 { 0.5 } else { 1.0 };
    let other = if bf16 {
        "a smaller input_size"
    } else {
        "a smaller input_size or Precision::Bf16 (Ampere GPUs and later)"
    };
    let fits = memory.map(|bytes| ((bytes * (1.0 - SCRATCH) - BASE) / image).max(0.0) as usize);
    let batch = match fits {
        Some(fits) if fits >= config.batch_size => {
            return "; the GPU's memory is full, though this batch should fit: `nvidia-smi` shows which other program \
                    uses it, then resume"
                .into();
        }
        Some(fits) if fits > 0 => format!(
            "about {fits} images of {side} x {side} pixels fit: use batch_size {fits} (accumulate makes up for it)"
        ),
        Some(_) => {
            return format!("; not one image fits into the GPU's memory: use {other}, then resume");
        }
        None => "use a smaller batch_size (accumulate makes up for it)".into(),
    };
    format!("; the GPU's memory is full: {batch}, {other}, then resume")
}

/// Writes status and log of rank 0.
struct StatusReporter<'a> {
    folder: &'a RunFolder,
    writes: bool,
    aloud: bool,
    status: RunStatus,
    checkpoint_seconds: f64,
    started: Instant,
    images: usize,
    /// Epochs and steps that were there before.
    before: f64,
    last_line: Instant,
    last_status: Instant,
}

impl<'a> StatusReporter<'a> {
    fn new(trainer: &Trainer, folder: &'a RunFolder, aloud: bool) -> StatusReporter<'a> {
        let now = Instant::now();
        let config = RunConfig::read(folder).ok();
        StatusReporter {
            folder,
            writes: trainer.ranks.rank() == 0,
            aloud,
            status: RunStatus {
                epochs: trainer.config.epochs,
                steps: trainer.steps,
                device: describe(trainer.model.device()),
                ranks: trainer.ranks.size(),
                slurm: folder.status().ok().and_then(|s| s.slurm),
                ..RunStatus::default()
            },
            checkpoint_seconds: config.map_or(300.0, |c| c.checkpoint_seconds),
            started: now,
            images: 0,
            before: 0.0,
            last_line: now,
            last_status: now - STATUS,
        }
    }

    fn start_over(&mut self, trainer: &Trainer) {
        self.before = trainer.state.batches as f64;
    }

    fn line(&self, line: String) {
        if self.writes {
            self.folder.log(&line);
            if self.aloud {
                // Whoever listened may have gone; that is no reason to stop.
                let _ = writeln!(std::io::stdout(), "{line}");
            }
        }
    }

    fn step(&mut self, trainer: &Trainer, images: usize, rate: f64) -> Result<()> {
        self.images += images;
        self.status.learning_rate = rate;
        if self.writes && self.last_status.elapsed() >= STATUS {
            self.last_status = Instant::now();
            self.tell(trainer, RunState::Running, String::new())?;
        }
        if self.last_line.elapsed() >= LINE {
            self.last_line = Instant::now();
            self.update(trainer);
            let s = &self.status;
            let sum = &trainer.state.sum;
            self.line(format!(
                "epoch {} of {}, step {} of {}: loss {:.3}, accuracy {:.2}; {:.1} images/s, {} left",
                s.epoch,
                s.epochs,
                s.step,
                s.steps,
                sum.loss(),
                sum.accuracy(),
                s.images_per_second,
                duration(s.seconds_left)
            ));
        }
        Ok(())
    }

    fn epoch(&self, trainer: &Trainer, better: bool) {
        let Some(e) = trainer.state.history.last() else {
            return;
        };
        let validation = if e.val_loss.is_nan() {
            String::new()
        } else {
            format!(
                "; validation loss {:.3}, accuracy {:.2}",
                e.val_loss, e.val_accuracy
            )
        };
        self.line(format!(
            "epoch {} of {}: loss {:.3}, accuracy {:.2}{validation}; rate {}{}",
            e.epoch,
            trainer.config.epochs,
            e.loss,
            e.accuracy,
            rate_text(e.learning_rate),
            if better { ", best so far" } else { "" }
        ));
    }

    fn update(&mut self, trainer: &Trainer) {
        let seconds = self.started.elapsed().as_secs_f64().max(1e-9);
        let all = (trainer.config.epochs * trainer.steps) as f64;
        let done = trainer.state.batches as f64;
        let pace = (done - self.before) / seconds;
        let status = &mut self.status;
        status.epoch = trainer.epoch().min(trainer.config.epochs);
        status.step = trainer.steps_done();
        if status.epoch < trainer.epoch() {
            status.step = trainer.steps;
        }
        status.images_per_second = self.images as f64 / seconds;
        status.seconds_left = if trainer.is_over() || pace <= 0.0 {
            0.0
        } else {
            (all - done) / pace
        };
        let sum = &trainer.state.sum;
        let last = trainer.state.history.last();
        let some = |v: f64| v.is_finite().then_some(v);
        (status.loss, status.accuracy) = match sum.images {
            0 => (
                last.and_then(|e| some(e.loss)),
                last.and_then(|e| some(e.accuracy)),
            ),
            _ => (some(sum.loss()), some(sum.accuracy())),
        };
        status.val_loss = last.and_then(|e| some(e.val_loss));
        status.val_accuracy = last.and_then(|e| some(e.val_accuracy));
    }

    fn tell(&mut self, trainer: &Trainer, state: RunState, message: String) -> Result<()> {
        self.update(trainer);
        self.status.state = state;
        self.status.message = message;
        if self.writes {
            self.folder.write_status(&self.status)
        } else {
            Ok(())
        }
    }
}

/// `CPU, 2 threads` or `GPU 0`.
fn describe(device: &Device) -> String {
    match device.location() {
        candle_core::DeviceLocation::Cuda { gpu_id } => format!("GPU {gpu_id}"),
        candle_core::DeviceLocation::Metal { gpu_id } => format!("Metal GPU {gpu_id}"),
        candle_core::DeviceLocation::Cpu => match rayon::current_num_threads() {
            1 => "CPU, 1 thread".into(),
            n => format!("CPU, {n} threads"),
        },
    }
}

/// Three digits: `0.03`, `0.00975`, `4.1e-5`.
pub fn rate_text(rate: f64) -> String {
    if rate != 0.0 && rate.abs() < 1e-3 {
        return format!("{rate:.1e}");
    }
    let text = format!("{rate:.5}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use density::model::ResNetConfig;

    #[test]
    fn advice_on_a_full_gpu_names_a_batch_that_fits() {
        let config = |batch_size, precision| TrainConfig {
            network: ResNetConfig::with_input(650),
            batch_size,
            precision,
            ..TrainConfig::default()
        };
        let t4 = Some(15.8e9);
        let text = smaller_batch(&config(32, Precision::F32), t4);
        assert!(
            text.contains("batch_size 23") && text.contains("Bf16"),
            "{text}"
        );
        let text = smaller_batch(&config(64, Precision::Bf16), t4);
        assert!(text.contains("batch_size 47"), "{text}");
        assert!(smaller_batch(&config(8, Precision::F32), t4).contains("other program"));
        assert!(smaller_batch(&config(4, Precision::F32), Some(1.2e9)).contains("not one image"));
        assert!(smaller_batch(&config(4, Precision::F32), None).contains("smaller batch_size"));
    }
}
