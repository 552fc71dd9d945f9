//! The course of a training, epoch by epoch, and its files.

use crate::error::{Error, Result};
use crate::files::write_atomically;
use crate::predict::{loadtxt_column, savetxt_column};
use polars::prelude::*;
use std::path::Path;

/// One epoch.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EpochRecord {
    /// From 1.
    pub epoch: usize,
    /// Mean training loss over the epoch's images, in nats, each measured before the step it leads to.
    #[serde(deserialize_with = "null_is_nan")]
    pub loss: f64,
    /// Share of training images classified right, likewise.
    #[serde(deserialize_with = "null_is_nan")]
    pub accuracy: f64,
    /// Loss over the validation images at the end of the epoch; NaN without validation.
    #[serde(deserialize_with = "null_is_nan")]
    pub val_loss: f64,
    /// Accuracy over the validation images; NaN without validation.
    #[serde(deserialize_with = "null_is_nan")]
    pub val_accuracy: f64,
    /// The learning rate of the epoch.
    pub learning_rate: f64,
    /// How long the epoch took; 0 when unknown.
    pub seconds: f64,
}

/// JSON has no NaN and writes null.
fn null_is_nan<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = <Option<f64> as serde::Deserialize>::deserialize(deserializer)?;
    Ok(value.unwrap_or(f64::NAN))
}

/// All epochs so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// In order, the first is epoch 1.
    pub epochs: Vec<EpochRecord>,
}

/// A text file of the published history and the column it holds.
type TextFile = (&'static str, fn(&EpochRecord) -> f64);

/// All four.
const TEXT_FILES: [TextFile; 4] = [
    ("loss_train.txt", |e| e.loss),
    ("acc_train.txt", |e| e.accuracy),
    ("loss_val.txt", |e| e.val_loss),
    ("acc_val.txt", |e| e.val_accuracy),
];

impl History {
    /// One column of all epochs.
    fn column(&self, value: impl Fn(&EpochRecord) -> f64) -> Vec<f64> {
        self.epochs.iter().map(value).collect()
    }

    /// The epoch whose weights are kept: the first one with the highest validation accuracy.
    pub fn best(&self) -> Option<&EpochRecord> {
        let known = self.epochs.iter().filter(|e| !e.val_accuracy.is_nan());
        known.reduce(|best, e| {
            if e.val_accuracy > best.val_accuracy {
                e
            } else {
                best
            }
        })
    }

    /// One row per epoch.
    pub fn to_frame(&self) -> Result<DataFrame> {
        Ok(df!(
            "epoch" => self.epochs.iter().map(|e| e.epoch as u32).collect::<Vec<_>>(),
            "loss" => self.column(|e| e.loss),
            "accuracy" => self.column(|e| e.accuracy),
            "validation loss" => self.column(|e| e.val_loss),
            "validation accuracy" => self.column(|e| e.val_accuracy),
            "learning rate" => self.column(|e| e.learning_rate),
            "seconds" => self.column(|e| e.seconds),
        )?)
    }

    /// Writes `history.csv` and the tutorial's four text files (`loss_train.txt`, `acc_train.txt`, `loss_val.txt`,
    /// `acc_val.txt`, one number per line) into `folder`.
    pub fn save(&self, folder: impl AsRef<Path>) -> Result<()> {
        let folder = folder.as_ref();
        let mut csv = Vec::new();
        CsvWriter::new(&mut csv).finish(&mut self.to_frame()?)?;
        write_atomically(&folder.join("history.csv"), &csv)?;
        for (name, value) in TEXT_FILES {
            // Without validation there is nothing to write.
            if self.epochs.iter().all(|e| value(e).is_finite()) {
                savetxt_column(folder.join(name), &self.column(value))?;
            }
        }
        Ok(())
    }

    /// Reads a `history.csv` that [`History::save`] wrote.
    pub fn read_csv(path: impl AsRef<Path>) -> Result<History> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(Error::io(path))?;
        let frame = CsvReader::new(std::io::Cursor::new(bytes)).finish()?;
        let column = |name: &str| -> Result<Vec<f64>> {
            let column = frame.column(name)?.cast(&DataType::Float64)?;
            let values = column.f64()?.iter().map(|v| v.unwrap_or(f64::NAN));
            Ok(values.collect())
        };
        let epoch = column("epoch")?;
        let (loss, accuracy) = (column("loss")?, column("accuracy")?);
        let (val_loss, val_accuracy) = (column("validation loss")?, column("validation accuracy")?);
        let (rate, seconds) = (column("learning rate")?, column("seconds")?);
        let epochs = (0..epoch.len()).map(|i| EpochRecord {
            epoch: epoch[i] as usize,
            loss: loss[i],
            accuracy: accuracy[i],
            val_loss: val_loss[i],
            val_accuracy: val_accuracy[i],
            learning_rate: rate[i],
            seconds: seconds[i],
        });
        Ok(History {
            epochs: epochs.collect(),
        })
    }

    /// Reads a history in the tutorial's four text files, such as the published 100 epochs.
    ///
    /// They do not hold the learning rate, which is NaN then, nor the seconds.
    pub fn read(folder: impl AsRef<Path>) -> Result<History> {
        let folder = folder.as_ref();
        let [loss, accuracy, val_loss, val_accuracy] =
            TEXT_FILES.map(|(name, _)| loadtxt_column(folder.join(name)));
        let (loss, accuracy) = (loss?, accuracy?);
        let (val_loss, val_accuracy) = (val_loss?, val_accuracy?);
        for (name, column) in [
            ("acc_train.txt", &accuracy),
            ("loss_val.txt", &val_loss),
            ("acc_val.txt", &val_accuracy),
        ] {
            if column.len() != loss.len() {
                return Err(Error::Text {
                    path: folder.join(name),
                    line: column.len(),
                    problem: format!(
                        "{} epochs here, {} in loss_train.txt; the four files must be of one training",
                        column.len(),
                        loss.len()
                    ),
                });
            }
        }
        let epochs = (0..loss.len())
            .map(|i| EpochRecord {
                epoch: i + 1,
                loss: loss[i],
                accuracy: accuracy[i],
                val_loss: val_loss[i],
                val_accuracy: val_accuracy[i],
                learning_rate: f64::NAN,
                seconds: f64::NAN,
            })
            .collect();
        Ok(History { epochs })
    }
}
