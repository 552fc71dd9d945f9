//! What [`plot_history`](super::plot_history) draws.

use super::check::{finite, not_empty, same_length, unit};
use density::error::{Error, Result};
use density::history::{EpochRecord, History};

/// One number per epoch for each curve; the first is epoch 1. Leave a curve empty when it was not recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HistoryCurves {
    /// Title of the figure, such as the projection.
    pub title: String,
    /// Training loss.
    pub loss: Vec<f64>,
    /// Training accuracy, 0..1.
    pub accuracy: Vec<f64>,
    /// Validation loss; may be empty.
    pub validation_loss: Vec<f64>,
    /// Validation accuracy, 0..1; may be empty.
    pub validation_accuracy: Vec<f64>,
    /// Learning rate; may be empty. Its steps are marked.
    pub learning_rate: Vec<f64>,
    /// The epoch (from 1) whose weights were kept; `None` takes the first one with the highest validation accuracy.
    pub best_epoch: Option<usize>,
}

impl HistoryCurves {
    /// The curves of a training; epochs without validation leave its curves empty.
    pub fn of(title: impl Into<String>, history: &History) -> HistoryCurves {
        let column = |value: fn(&EpochRecord) -> f64| {
            let values = history.epochs.iter().map(value).collect::<Vec<_>>();
            if values.iter().any(|v| v.is_nan()) {
                Vec::new()
            } else {
                values
            }
        };
        HistoryCurves {
            title: title.into(),
            loss: column(|e| e.loss),
            accuracy: column(|e| e.accuracy),
            validation_loss: column(|e| e.val_loss),
            validation_accuracy: column(|e| e.val_accuracy),
            learning_rate: column(|e| e.learning_rate),
            best_epoch: None,
        }
    }

    /// The epoch that is marked as best, from 1.
    pub fn best(&self) -> Option<usize> {
        self.best_epoch.or_else(|| {
            let highest = self.validation_accuracy.iter().copied().reduce(f64::max)?;
            self.validation_accuracy
                .iter()
                .position(|a| *a == highest)
                .map(|i| i + 1)
        })
    }

    /// Epochs (from 1) that began with another learning rate than the epoch before, and that rate.
    pub fn learning_rate_steps(&self) -> Vec<(usize, f64)> {
        let pairs = self.learning_rate.windows(2).enumerate();
        pairs
            .filter(|(_, p)| p[0] != p[1])
            .map(|(i, p)| (i + 2, p[1]))
            .collect()
    }

    pub(crate) fn check(&self) -> Result<()> {
        not_empty("training loss", &self.loss)?;
        let epochs = self.loss.len();
        same_length(
            "training accuracy",
            self.accuracy.len(),
            "training loss",
            epochs,
        )?;
        for (what, values) in [
            ("validation loss", &self.validation_loss),
            ("validation accuracy", &self.validation_accuracy),
            ("learning rate", &self.learning_rate),
        ] {
            if !values.is_empty() {
                same_length(what, values.len(), "training loss", epochs)?;
            }
            finite(what, values)?;
        }
        finite("training loss", &self.loss)?;
        unit("training accuracy", &self.accuracy)?;
        unit("validation accuracy", &self.validation_accuracy)?;
        if let Some(rate) = self.learning_rate.iter().find(|r| **r < 0.0) {
            return Err(Error::Figure(format!("learning rate {rate} is below 0")));
        }
        match self.best_epoch {
            Some(best) if !(1..=epochs).contains(&best) => Err(Error::Figure(format!(
                "best epoch {best} is none of the {epochs} epochs; epochs count from 1"
            ))),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equal_accuracies_is_the_best() {
        let curves = HistoryCurves {
            validation_accuracy: vec![0.5, 0.75, 0.25, 0.75],
            ..HistoryCurves::default()
        };
        assert_eq!(curves.best(), Some(2));
        assert_eq!(
            HistoryCurves {
                best_epoch: Some(4),
                ..curves
            }
            .best(),
            Some(4)
        );
        assert_eq!(HistoryCurves::default().best(), None);
    }

    #[test]
    fn a_step_belongs_to_the_first_epoch_with_the_new_rate() {
        let curves = HistoryCurves {
            learning_rate: vec![0.01, 0.01, 0.001, 0.001, 0.0001],
            ..HistoryCurves::default()
        };
        assert_eq!(curves.learning_rate_steps(), [(3, 0.001), (5, 0.0001)]);
    }
}
