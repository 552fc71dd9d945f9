//! The learning rate: constant until the validation loss stops falling.

use serde::{Deserialize, Serialize};

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
    /// use helpers::train::ReduceLrOnPlateau;
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

/// Keras' `ModelCheckpoint(monitor='val_acc', save_best_only=True)`: strictly better only.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BestCheckpoint {
    /// Epoch (from 1) and validation accuracy of the best so far.
    pub best: Option<(usize, f64)>,
}

impl BestCheckpoint {
    /// Whether the epoch (from 1) is the best so far.
    pub fn is_better(&mut self, epoch: usize, accuracy: f64) -> bool {
        let better = self.best.is_none_or(|(_, best)| accuracy > best);
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
