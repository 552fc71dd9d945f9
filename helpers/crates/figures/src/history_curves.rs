//! The columns of a history as curves.

use super::check::{finite, not_empty, unit};
use density::error::{Error, Result};
use density::history::{EpochRecord, History};

/// One number per epoch for each curve; the first is epoch 1. What was not recorded is empty.
pub(crate) struct HistoryCurves {
    pub loss: Vec<f64>,
    pub accuracy: Vec<f64>,
    pub validation_loss: Vec<f64>,
    pub validation_accuracy: Vec<f64>,
    pub learning_rate: Vec<f64>,
    /// The epoch whose weights were kept, from 1.
    pub best: Option<usize>,
}

impl HistoryCurves {
    pub fn of(history: &History) -> Result<HistoryCurves> {
        let column =
            |value: fn(&EpochRecord) -> f64| history.epochs.iter().map(value).collect::<Vec<_>>();
        // Validation and learning rate may be unknown.
        let known = |value: fn(&EpochRecord) -> f64| {
            let values = column(value);
            if values.iter().any(|v| v.is_nan()) {
                Vec::new()
            } else {
                values
            }
        };
        let curves = HistoryCurves {
            loss: column(|e| e.loss),
            accuracy: column(|e| e.accuracy),
            validation_loss: known(|e| e.val_loss),
            validation_accuracy: known(|e| e.val_accuracy),
            learning_rate: known(|e| e.learning_rate),
            best: history.best().map(|e| e.epoch),
        };
        not_empty("training loss", &curves.loss)?;
        for (what, values) in [
            ("training loss", &curves.loss),
            ("validation loss", &curves.validation_loss),
            ("learning rate", &curves.learning_rate),
        ] {
            finite(what, values)?;
        }
        unit("training accuracy", &curves.accuracy)?;
        unit("validation accuracy", &curves.validation_accuracy)?;
        match curves.learning_rate.iter().find(|r| **r < 0.0) {
            Some(rate) => Err(Error::Figure(format!("learning rate {rate} is below 0"))),
            None => Ok(curves),
        }
    }

    /// Epochs (from 1) that began with another learning rate than the epoch before, and that rate.
    pub fn learning_rate_steps(&self) -> Vec<(usize, f64)> {
        let pairs = self.learning_rate.windows(2).enumerate();
        pairs
            .filter(|(_, p)| p[0] != p[1])
            .map(|(i, p)| (i + 2, p[1]))
            .collect()
    }
}
