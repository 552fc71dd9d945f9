//! The training itself: batches, steps, epochs.

use crate::flat::{flat_weights, set_flat_weights};
use crate::parallel::Communicator;
use crate::schedule::BestCheckpoint;
use crate::state::{Mean, State, read_checkpoint, write_checkpoint};
use crate::together::gradients_besides;
use crate::{
    BatchResult, KerasOptimizer, OptimizerConfig, Together, TrainConfig, score,
    update_moving_averages,
};
use candle_core::{Device, Tensor};
use candle_keras_ops::Workspace;
use candle_nn::Optimizer as _;
use density::data::{Batch, BatchStream, ImageFolder, StreamConfig};
use density::error::{Error, Result};
use density::history::{EpochRecord, History};
use density::model::{ModelCard, ResNet};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

/// A training at some point of its course.
pub struct Trainer<'a> {
    pub(crate) config: TrainConfig,
    pub(crate) model: ResNet,
    pub(crate) card: ModelCard,
    pub(crate) state: State,
    /// Batches an epoch, by each rank.
    pub(crate) steps: usize,
    pub(crate) ranks: &'a dyn Communicator,
    train: ImageFolder,
    /// This rank's share.
    validation: Option<ImageFolder>,
    stream: BatchStream,
    optimizer: KerasOptimizer,
    /// Moving average of the weights.
    average: Option<Tensor>,
    /// Accumulated gradients, and of how many batches.
    gathered: Option<(usize, Tensor)>,
    /// Class weights.
    factors: Vec<f32>,
    workspace: Workspace,
    epoch_started: Instant,
}

/// Result of one training step.
pub(crate) struct Step {
    /// Over all ranks.
    pub result: BatchResult,
    pub rate: f64,
    /// Whether any rank wants to stop.
    pub stop: bool,
    /// This rank's batch.
    pub batch: Batch,
}

impl<'a> Trainer<'a> {
    /// The images to train with and those that this rank validates with.
    pub(crate) fn images(&self) -> (&ImageFolder, Option<&ImageFolder>) {
        (&self.train, self.validation.as_ref())
    }

    /// At the start. `name`: the projection, for the card.
    pub fn new(
        config: &TrainConfig,
        train: &ImageFolder,
        validation: Option<&ImageFolder>,
        name: &str,
        device: &Device,
        ranks: &'a dyn Communicator,
    ) -> Result<Trainer<'a>> {
        config.check()?;
        // The same classes in the same order, or it says what differs.
        let validation = validation
            .map(|v| v.with_classes(train.classes()))
            .transpose()?;
        let mut card = ModelCard::new(config.network.clone(), train.classes(), name)?;
        card.resize = config.resize;
        card.tells_tissue = config
            .right_reasons
            .is_some_and(|reasons| reasons.tissue > 0.0);
        candle_keras_ops::set_precision(config.precision);
        // Refused now, not by the first layer.
        candle_keras_ops::activation_dtype(device)?;
        let model = ResNet::new(&config.network, config.seed, device)?;
        if let Some(path) = &config.initial_weights {
            model.take_weights(path)?;
        }
        let vars = model.parameters().trainable_vars();
        let average = match config.weight_average {
            Some(_) => Some(flat_weights(&vars)?),
            None => None,
        };
        let optimizer = KerasOptimizer::new(
            vars,
            OptimizerConfig {
                rule: config.optimizer,
                learning_rate: config.learning_rate,
                weight_decay: config.weight_decay,
                clip_norm: config.clip_norm,
            },
        )?;
        let optimizer = match changes(&model, &config.frozen)? {
            Some(changes) => optimizer.freezing(&changes)?,
            None => optimizer,
        };
        let (rank, size) = (ranks.rank(), ranks.size());
        let stream = BatchStream::new(
            train,
            &StreamConfig {
                shard: (rank, size),
                balanced: config.balanced_sampling,
                tissue: config.right_reasons.is_some(),
                ..stream_config(config)
            },
        )?;
        let whole = train.len() / (config.batch_size * size);
        Ok(Trainer {
            state: State {
                batches: 0,
                changes: 0,
                rate: config.learning_rate,
                schedule: config.schedule.clone(),
                early_stopping: config.early_stopping.clone(),
                best: BestCheckpoint::default(),
                best_weights: None,
                sum: Mean::default(),
                seconds: 0.0,
                history: Vec::new(),
                ended_early: false,
            },
            steps: config.steps_per_epoch.unwrap_or(whole).max(1),
            factors: config.class_weights.factors(&train.counts()),
            train: train.clone(),
            validation: validation.map(|v| v.subset(|place| place % size == rank)),
            config: config.clone(),
            model,
            card,
            ranks,
            stream,
            optimizer,
            average,
            gathered: None,
            workspace: Workspace::default(),
            epoch_started: Instant::now(),
        })
    }

    /// The epoch that is under way, from 1.
    pub fn epoch(&self) -> usize {
        self.state.history.len() + 1
    }

    /// Batches of the epoch that were taken.
    pub fn steps_done(&self) -> usize {
        self.state.batches - self.state.history.len() * self.steps
    }

    /// Whether there is nothing left to do.
    pub fn is_over(&self) -> bool {
        self.state.ended_early || self.state.history.len() >= self.config.epochs
    }

    /// Whether a checkpoint can be written: not between the batches of one change of the weights.
    pub fn is_between_changes(&self) -> bool {
        self.gathered.is_none()
    }

    /// One batch. `stop` is a stop request, which is shared by all ranks.
    ///
    /// # Errors
    /// [`Error::Training`] when the loss is no finite number; the weights are then as before the step.
    pub(crate) fn step(&mut self, stop: bool) -> Result<Step> {
        let batch = self.stream.next_batch()?;
        let device = self.model.device();
        let x = batch.x.to_device(device)?;
        let y = self.targets(&batch)?.to_device(device)?;
        let (rank, size) = (self.ranks.rank(), self.ranks.size());
        // Each batch has a stream of its own, so that a mask does not depend on the batches before it.
        let number = self.state.batches + 1;
        let mut rng = ChaCha8Rng::seed_from_u64(self.config.seed);
        rng.set_stream(((number - 1) * size + rank + 1) as u64);
        let dropout = self.model.dropout_mask(x.dim(0)?, &mut rng)?;
        let together = Together {
            ranks: self.ranks,
            sync_batch_norm: self.config.sync_batch_norm,
        };
        let shares = match &batch.tissue {
            Some(shares) => Some(shares.to_device(device)?),
            None => None,
        };
        let kernel = self.model.parameters().get("dense_1/kernel")?;
        let reasons = self.config.right_reasons.zip(shares.as_ref());
        let (result, mut pass, gradient) = gradients_besides(
            &self.model,
            &x,
            &y,
            dropout.as_ref(),
            &mut self.workspace,
            together,
            |pass| {
                let loss = reasons.map(|(reasons, shares)| reasons.loss(pass, kernel, shares));
                loss.transpose()
            },
        )?;
        let mut requests = [f64::from(u8::from(stop))];
        self.ranks.sum(&mut requests)?;
        let rate = self.rate();
        if !result.loss.is_finite() {
            return Err(self.diverged(result.loss, rate, &batch));
        }
        pass.statistics
            .retain(|(layer, _)| !is_frozen(layer, &self.config.frozen));
        update_moving_averages(&self.model, &pass, number, self.config.moving_average)?;
        self.descend(gradient, rate)?;
        self.state.batches = number;
        self.state.sum.add(&result);
        Ok(Step {
            result,
            rate,
            stop: requests[0] > 0.0,
            batch,
        })
    }

    /// The learning rate of the next step.
    pub fn rate(&self) -> f64 {
        let (steps, epochs) = (self.steps, self.config.epochs);
        let state = &self.state;
        state
            .schedule
            .rate(state.rate, state.batches, steps, epochs)
    }

    /// The targets of a batch, smoothed and weighted: the loss is linear in them.
    fn targets(&self, batch: &Batch) -> Result<Tensor> {
        let smoothing = self.config.label_smoothing;
        let equal = self.factors.iter().all(|f| *f == 1.0);
        if smoothing == 0.0 && equal {
            return Ok(batch.y.clone());
        }
        let y = ((&batch.y * (1.0 - smoothing))? + smoothing / self.factors.len() as f64)?;
        let factors = batch.labels.iter().map(|l| self.factors[*l]);
        let n = batch.labels.len();
        let factors = Tensor::from_vec(factors.collect::<Vec<_>>(), (n, 1), &Device::Cpu)?;
        Ok(y.broadcast_mul(&factors)?)
    }

    /// Changes the weights along the gradient, or gathers it until there are enough.
    fn descend(&mut self, gradient: Tensor, rate: f64) -> Result<()> {
        let (count, sum) = match self.gathered.take() {
            Some((count, sum)) => (count + 1, (sum + gradient)?),
            None => (1, gradient),
        };
        // An epoch's end is one too: what is left over would be lost to a run that goes on from there.
        let ends_epoch = self.steps_done() + 1 == self.steps;
        if count < self.config.accumulate && !ends_epoch {
            self.gathered = Some((count, sum));
            return Ok(());
        }
        let mean = match count {
            1 => sum,
            _ => (sum / count as f64)?,
        };
        self.optimizer.set_learning_rate(rate);
        self.optimizer.step_along(&mean)?;
        self.state.changes += 1;
        if let (Some(average), Some(memory)) = (&mut self.average, self.config.weight_average) {
            let new = flat_weights(self.optimizer.vars())?;
            // At the start the average is as young as the training.
            let memory =
                memory.min((1.0 + self.state.changes as f64) / (10.0 + self.state.changes as f64));
            *average = (&*average + ((new - &*average)? * (1.0 - memory))?)?;
        }
        Ok(())
    }

    /// Ends the epoch: validation, history, schedule, and the weights if they are the best so far. True for those.
    ///
    /// The file of the best weights before stays until the checkpoint no longer speaks of it.
    pub fn end_epoch(&mut self, folder: &Path) -> Result<bool> {
        let rate = self.rate_of_last_step();
        let own = match self.average.clone() {
            Some(average) => {
                let own = flat_weights(self.optimizer.vars())?;
                set_flat_weights(self.optimizer.vars(), &average)?;
                Some(own)
            }
            None => None,
        };
        let (val_loss, val_accuracy) = self.evaluate()?;
        let epoch = self.epoch();
        if self.validation.is_some() && !val_loss.is_finite() {
            return Err(Error::Training(format!(
                "the validation loss is {val_loss} after epoch {epoch}; the weights of the best epoch and the last \
                 checkpoint are kept. Try a lower learning rate than {rate}, or clip_norm 1"
            )));
        }
        self.check_weights()?;
        let better = self.state.best.is_better(epoch, val_accuracy);
        if better {
            let stem = BestCheckpoint::file_stem(epoch, val_accuracy);
            let file = format!("{stem}.safetensors");
            self.describe(epoch, val_loss, val_accuracy);
            if self.ranks.rank() == 0 {
                self.model.save(folder.join(&file), &self.card)?;
            }
            self.state.best_weights = Some(file);
        }
        if let Some(own) = own {
            set_flat_weights(self.optimizer.vars(), &own)?;
        }
        let state = &mut self.state;
        state.history.push(EpochRecord {
            epoch,
            loss: state.sum.loss(),
            accuracy: state.sum.accuracy(),
            val_loss,
            val_accuracy,
            learning_rate: rate,
            seconds: state.seconds + self.epoch_started.elapsed().as_secs_f64(),
        });
        // Without validation there is nothing to judge by.
        if !val_loss.is_nan() {
            state.rate = state.schedule.after_epoch(val_loss, state.rate);
            if let Some(rule) = &mut state.early_stopping {
                state.ended_early = rule.ends(val_loss);
            }
        }
        state.sum = Mean::default();
        state.seconds = 0.0;
        self.epoch_started = Instant::now();
        Ok(better)
    }

    /// Refuses weights and moving averages that are no longer numbers.
    fn check_weights(&self) -> Result<()> {
        // One number of each comes from the device, all in one copy.
        let sums = self
            .model
            .parameters()
            .iter()
            .map(|p| p.var.as_detached_tensor().sqr()?.sum_all());
        let sums = sums.collect::<candle_core::Result<Vec<_>>>()?;
        let sums = Tensor::stack(&sums, 0)?.to_vec1::<f32>()?;
        let mut named = self.model.parameters().iter().zip(sums);
        match named.find(|(_, sum)| !sum.is_finite()) {
            None => Ok(()),
            Some((p, _)) => Err(Error::Training(format!(
                "{} is no longer finite after step {}; the best weights and the last checkpoint are kept. Try a lower \
                 learning rate than {}, or clip_norm 1",
                p.name,
                self.state.batches,
                self.rate_of_last_step()
            ))),
        }
    }

    fn rate_of_last_step(&self) -> f64 {
        let state = &self.state;
        let last = state.batches.saturating_sub(1);
        state
            .schedule
            .rate(state.rate, last, self.steps, self.config.epochs)
    }

    /// Loss and accuracy over the validation images, in inference mode; NaN without any.
    fn evaluate(&self) -> Result<(f64, f64)> {
        let Some(validation) = &self.validation else {
            return Ok((f64::NAN, f64::NAN));
        };
        let mut sum = Mean::default();
        if !validation.is_empty() {
            for batch in BatchStream::once(validation, &stream_config(&self.config))? {
                let batch = batch?;
                let device = self.model.device();
                let logits = self.model.logits(&batch.x.to_device(device)?)?;
                sum.add(&score(&logits, &batch.y.to_device(device)?)?);
            }
        }
        let mut sums = [sum.loss, sum.correct as f64, sum.images as f64];
        self.ranks.sum(&mut sums)?;
        Ok((sums[0] / sums[2], sums[1] / sums[2]))
    }

    /// The weights of the end: those that were validated last.
    pub fn finish(&mut self, path: &Path) -> Result<()> {
        if let Some(average) = &self.average {
            set_flat_weights(self.optimizer.vars(), average)?;
        }
        let last = self.state.history.last();
        let (loss, accuracy) = last.map_or((f64::NAN, f64::NAN), |e| (e.val_loss, e.val_accuracy));
        self.describe(self.state.history.len(), loss, accuracy);
        match self.ranks.rank() {
            0 => self.model.save(path, &self.card),
            _ => Ok(()),
        }
    }

    /// All epochs so far.
    pub fn history(&self) -> History {
        History {
            epochs: self.state.history.clone(),
        }
    }

    fn describe(&mut self, epoch: usize, val_loss: f64, val_accuracy: f64) {
        for (key, value) in [
            ("epoch", epoch.to_string()),
            ("training images", self.train.len().to_string()),
            ("batch size", self.config.batch_size.to_string()),
            ("validation loss", format!("{val_loss:.4}")),
            ("validation accuracy", format!("{val_accuracy:.4}")),
            ("seed", self.config.seed.to_string()),
        ] {
            self.card.training.insert(key.into(), value);
        }
    }

    fn diverged(&self, loss: f64, rate: f64, batch: &Batch) -> Error {
        let paths = batch.paths.iter().map(|p| p.display().to_string());
        Error::Training(format!(
            "the loss is {loss} at step {} (epoch {}); the weights of the best epoch and the last checkpoint are \
             kept. Try a lower learning rate than {rate}, or clip_norm 1, and look at the images of this batch: {}",
            self.state.batches + 1,
            self.epoch(),
            paths.collect::<Vec<_>>().join(", ")
        ))
    }

    /// Writes everything that a resumed training needs. Weights that are no numbers are not written.
    pub fn save(&mut self, path: &Path) -> Result<()> {
        let now = Instant::now();
        self.state.seconds += (now - self.epoch_started).as_secs_f64();
        self.epoch_started = now;
        self.check_weights()?;
        let mut tensors = BTreeMap::new();
        for p in self.model.parameters().iter() {
            let w = p.var.as_tensor().to_device(&Device::Cpu)?;
            tensors.insert(format!("weights/{}", p.name), w);
        }
        let (_, memory) = self.optimizer.state()?;
        for (i, t) in memory.into_iter().enumerate() {
            tensors.insert(format!("optimizer/{i}"), t);
        }
        if let Some(average) = &self.average {
            tensors.insert("average".into(), average.to_device(&Device::Cpu)?);
        }
        write_checkpoint(path, &self.state, &tensors)
    }

    /// Goes on from what [`Trainer::save`] wrote.
    pub fn restore(&mut self, path: &Path) -> Result<()> {
        let (state, mut tensors) = read_checkpoint(path)?;
        let missing = |name: &str| {
            Error::Training(format!(
                "{}: has no {name}; it is of another training",
                path.display()
            ))
        };
        for p in self.model.parameters().iter() {
            let name = format!("weights/{}", p.name);
            let w = tensors.remove(&name).ok_or_else(|| missing(&name))?;
            if w.dims() != p.var.dims() {
                return Err(missing(&format!("{name} of shape {:?}", p.var.dims())));
            }
            p.var.set(&w.to_device(self.model.device())?)?;
        }
        let mut memory = Vec::new();
        while let Some(t) = tensors.remove(&format!("optimizer/{}", memory.len())) {
            memory.push(t);
        }
        self.optimizer.restore(state.changes, memory)?;
        if let Some(average) = &mut self.average {
            let saved = tensors
                .remove("average")
                .ok_or_else(|| missing("average"))?;
            *average = saved.to_device(self.model.device())?;
        }
        self.stream.seek(state.batches)?;
        self.state = state;
        if self.config.early_stopping.is_none() {
            // Early stopping was taken back in the meantime.
            self.state.early_stopping = None;
            self.state.ended_early = false;
        }
        self.gathered = None;
        self.epoch_started = Instant::now();
        Ok(())
    }
}

/// Which of the trainable weights change where those that `frozen` names stay; `None` for all.
fn changes(model: &ResNet, frozen: &[String]) -> Result<Option<Vec<bool>>> {
    if frozen.is_empty() {
        return Ok(None);
    }
    let trainable = || model.parameters().iter().filter(|p| p.trainable);
    for named in frozen {
        if !trainable().any(|p| is_named(&p.name, named)) {
            let problem = "is the name of no trainable weight; give kinds of layers (conv2d), layers (conv2d_1) or weights (conv2d_1/kernel, \
                           batch_normalization_1/gamma, dense_1/bias)";
            return Err(Error::parameter("frozen", named, problem));
        }
    }
    let changes = trainable().map(|p| !frozen.iter().any(|named| is_named(&p.name, named)));
    let changes = changes.collect::<Vec<_>>();
    if changes.contains(&true) {
        return Ok(Some(changes));
    }
    let problem = "all weights stay as they are; leave some to train";
    Err(Error::parameter("frozen", format!("{frozen:?}"), problem))
}

/// Whether all weights of a batch normalisation stay as they are: its averages then do too, as in Keras from 2.1.3 on.
fn is_frozen(layer: &str, frozen: &[String]) -> bool {
    ["gamma", "beta"].iter().all(|weight| {
        let name = format!("{layer}/{weight}");
        frozen.iter().any(|named| is_named(&name, named))
    })
}

/// Whether `named` is the weight `name` (`conv2d_1/kernel`), its layer (`conv2d_1`) or its kind of layer (`conv2d`).
fn is_named(name: &str, named: &str) -> bool {
    let Some((layer, _)) = name.split_once('/') else {
        return name == named;
    };
    let kind = layer.trim_end_matches(|c: char| c.is_ascii_digit());
    [name, layer, kind.trim_end_matches('_')].contains(&named)
}

fn stream_config(config: &TrainConfig) -> StreamConfig {
    StreamConfig {
        size: config.network.input_size,
        channels: config.network.channels,
        samplewise_std: config.network.samplewise_std,
        batch_size: config.batch_size,
        resize: config.resize,
        augmentation: config.augmentation.clone(),
        seed: config.seed,
        ..StreamConfig::default()
    }
}
