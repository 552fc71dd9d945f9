//! The learning rate from epoch to epoch, the best epoch, and when to stop.

use density::error::{Error, Result};
use density::history::History;
use serde::{Deserialize, Serialize};

/// How the learning rate goes on from the one the training starts with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Schedule {
    /// Stays as it is.
    Constant,
    /// Falls when the validation loss no longer does: the published training.
    Plateau(ReduceLrOnPlateau),
    /// Rises from zero in a straight line for some epochs, then falls along half a cosine to the last step
    /// (Loshchilov and Hutter 2017, without restarts).
    Cosine {
        /// Epochs of the rise (5 is usual; 0 for none).
        warm_up: f64,
        /// The rate at the last step (0 is usual).
        last: f64,
    },
}

impl Default for Schedule {
    fn default() -> Self {
        Schedule::Plateau(ReduceLrOnPlateau::default())
    }
}

impl Schedule {
    /// The rate of a step, from that of the epoch (which [`Schedule::after_epoch`] gave). `step` counts from 0 over
    /// the whole training of `epochs` times `steps` steps.
    pub fn rate(&self, rate: f64, step: usize, steps: usize, epochs: usize) -> f64 {
        let Schedule::Cosine { warm_up, last } = *self else {
            return rate;
        };
        let epoch = (step + 1) as f64 / steps as f64;
        if epoch <= warm_up {
            return rate * epoch / warm_up;
        }
        let share = (epoch - warm_up) / (epochs as f64 - warm_up);
        last + (rate - last) * 0.5 * (1.0 + (std::f64::consts::PI * share.min(1.0)).cos())
    }

    /// The rate of the next epoch, from that of the epoch that ended with this validation loss.
    pub fn after_epoch(&mut self, loss: f64, rate: f64) -> f64 {
        match self {
            Schedule::Plateau(plateau) => plateau.next_rate(loss, rate),
            Schedule::Constant | Schedule::Cosine { .. } => rate,
        }
    }

    /// Refuses numbers that lead nowhere.
    pub fn check(&self, epochs: usize) -> Result<()> {
        match self {
            Schedule::Constant => Ok(()),
            Schedule::Plateau(plateau) => {
                if !(plateau.factor > 0.0 && plateau.factor < 1.0) {
                    let problem = "use a share between 0 and 1 (0.1 as published)";
                    return Err(Error::parameter("factor", plateau.factor, problem));
                }
                Ok(())
            }
            Schedule::Cosine { warm_up, last } => {
                if !(*warm_up >= 0.0 && *warm_up < epochs as f64) {
                    let problem = format!("use 0 to below the {epochs} epochs there are");
                    return Err(Error::parameter("warm_up", warm_up, problem));
                }
                if !(*last >= 0.0 && last.is_finite()) {
                    return Err(Error::parameter("last", last, "use 0 or a small rate"));
                }
                Ok(())
            }
        }
    }
}

/// Ends a training when the validation loss no longer falls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EarlyStopping {
    /// Epochs without progress before the end (20).
    pub patience: usize,
    /// A loss counts as better when it is lower by more than this (0).
    pub min_delta: f64,
    /// Lowest loss so far.
    pub best: Option<f64>,
    /// Epochs since then.
    pub wait: usize,
}

impl Default for EarlyStopping {
    fn default() -> Self {
        EarlyStopping {
            patience: 20,
            min_delta: 0.0,
            best: None,
            wait: 0,
        }
    }
}

impl EarlyStopping {
    /// Takes the validation loss at the end of an epoch; true to end the training.
    pub fn ends(&mut self, loss: f64) -> bool {
        if self.best.is_none_or(|best| loss < best - self.min_delta) {
            self.best = Some(loss);
            self.wait = 0;
        } else {
            self.wait += 1;
        }
        self.wait >= self.patience
    }
}

/// Keras 2.2.4's `ReduceLROnPlateau` with `mode='min'` and no cooldown; the defaults are the tutorial's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReduceLrOnPlateau {
    /// What the rate is multiplied by (0.1).
    pub factor: f64,
    /// Epochs without progress before that happens (15).
    pub patience: usize,
    /// The rate never falls below this (0.001).
    pub min_lr: f64,
    /// A loss counts as better when it is lower by more than this (1e-4).
    pub min_delta: f64,
    /// Lowest loss so far.
    pub best: Option<f64>,
    /// Epochs since then.
    pub wait: usize,
}

impl Default for ReduceLrOnPlateau {
    fn default() -> Self {
        ReduceLrOnPlateau {
            factor: 0.1,
            patience: 15,
            min_lr: 0.001,
            min_delta: 1e-4,
            best: None,
            wait: 0,
        }
    }
}

impl ReduceLrOnPlateau {
    /// Takes the validation loss at the end of an epoch and gives the rate of the next one.
    ///
    /// ```
    /// use training::ReduceLrOnPlateau;
    /// let mut plateau = ReduceLrOnPlateau { patience: 2, ..Default::default() };
    /// let rates = [1.0, 1.0, 1.0].map(|loss| plateau.next_rate(loss, 0.01));
    /// assert_eq!(rates, [0.01, 0.01, 0.001]);
    /// ```
    pub fn next_rate(&mut self, loss: f64, rate: f64) -> f64 {
        if self.best.is_none_or(|best| loss < best - self.min_delta) {
            self.best = Some(loss);
            self.wait = 0;
            return rate;
        }
        self.wait += 1;
        if self.wait < self.patience || rate <= self.min_lr {
            return rate;
        }
        self.wait = 0;
        (rate * self.factor).max(self.min_lr)
    }
}

/// Fills in the learning rates of a training with the published schedule, of which only losses and accuracies are known:
/// [`ReduceLrOnPlateau`] from 0.01 on.
pub fn with_published_rates(mut history: History) -> History {
    let mut plateau = ReduceLrOnPlateau::default();
    let mut rate = 0.01;
    for epoch in &mut history.epochs {
        epoch.learning_rate = rate;
        rate = plateau.next_rate(epoch.val_loss, rate);
    }
    history
}

/// Keras' `ModelCheckpoint(monitor='val_acc', save_best_only=True)`: strictly better only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BestCheckpoint {
    /// Epoch (from 1) and validation accuracy of the best so far.
    pub best: Option<(usize, f64)>,
}

impl BestCheckpoint {
    /// Whether the epoch (from 1) is the best so far; never without an accuracy (NaN).
    pub fn is_better(&mut self, epoch: usize, accuracy: f64) -> bool {
        let better = !accuracy.is_nan() && self.best.is_none_or(|(_, best)| accuracy > best);
        if better {
            self.best = Some((epoch, accuracy));
        }
        better
    }

    /// The tutorial's file name: `weights-improvement-46-0.80`, without extension.
    pub fn file_stem(epoch: usize, accuracy: f64) -> String {
        format!("weights-improvement-{epoch:02}-{accuracy:.2}")
    }
}
