//! Predictions together with the images they belong to.

use super::predictions::argmax;
use crate::data::{Classes, Dataset, ImageFolder, Projection};
use crate::error::{Error, Result};
use crate::predict::{Classifier, Predictions};
use candle_core::Device;
use polars::prelude::{Column, DataFrame};
use std::fmt;
use std::path::{Path, PathBuf};

/// Width of the bar that stands for probability 1.
const BAR: f64 = 40.0;

/// A network's prediction for one image.
///
/// Prints one line per class: its name, its probability, a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ImagePrediction {
    /// The image file.
    pub path: PathBuf,
    /// Class names in the order of the probabilities.
    pub classes: Classes,
    /// One probability per class.
    pub probabilities: Vec<f64>,
    /// The true class, where it is known, as an index into `classes`.
    pub truth: Option<usize>,
}

impl ImagePrediction {
    /// The class with the highest probability, the first one on ties (as `numpy.argmax`).
    pub fn predicted(&self) -> usize {
        argmax(&self.probabilities)
    }

    /// The probability of the predicted class.
    pub fn confidence(&self) -> f64 {
        self.probabilities[self.predicted()]
    }

    /// Whether the predicted class is the true one; `None` where that is not known.
    pub fn is_right(&self) -> Option<bool> {
        self.truth.map(|truth| truth == self.predicted())
    }

    /// `A as B (0.71)`: the true class, the predicted one, its probability.
    pub fn summary(&self) -> String {
        let predicted = &self.classes[self.predicted()];
        match self.truth {
            Some(truth) => format!(
                "{} as {predicted} ({:.2})",
                self.classes[truth],
                self.confidence()
            ),
            None => format!("{predicted} ({:.2})", self.confidence()),
        }
    }
}

impl fmt::Display for ImagePrediction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (class, p) in self.classes.iter().zip(&self.probabilities) {
            writeln!(
                f,
                "{class}  {p:.4}  {}",
                "▪".repeat((p * BAR).round() as usize)
            )?;
        }
        match self.truth {
            Some(truth) => write!(f, "true class: {}", self.classes[truth]),
            None => write!(f, "predicted class: {}", self.classes[self.predicted()]),
        }
    }
}

/// The predictions of a folder of images, with the images; reads like [`Predictions`].
#[derive(Clone, Debug)]
pub struct FolderPredictions {
    /// The images, in the order of the predictions' rows.
    pub images: ImageFolder,
    /// One row per image.
    pub predictions: Predictions,
}

impl std::ops::Deref for FolderPredictions {
    type Target = Predictions;

    fn deref(&self) -> &Predictions {
        &self.predictions
    }
}

impl FolderPredictions {
    /// One prediction per image, in the order of the rows.
    pub fn each(&self) -> Vec<ImagePrediction> {
        let rows = self.images.images().iter().zip(&self.probabilities);
        rows.map(|((path, truth), row)| ImagePrediction {
            path: path.clone(),
            classes: self.classes.clone(),
            probabilities: row.clone(),
            truth: Some(*truth),
        })
        .collect()
    }

    /// The `count` wrong predictions with the highest probability, the surest first.
    pub fn surest_errors(&self, count: usize) -> Vec<ImagePrediction> {
        let all = self.each();
        let surest = self.wrong_rows().into_iter().take(count);
        surest.map(|row| all[row].clone()).collect()
    }

    /// Number of images that `other`, predictions of the same images, puts into another class.
    pub fn changed(&self, other: &Predictions) -> usize {
        let pairs = self.predicted().into_iter().zip(other.predicted());
        pairs.filter(|(a, b)| a != b).count()
    }

    /// Share of the images whose predicted class is the true one.
    pub fn accuracy(&self) -> f64 {
        let predicted = self.predicted();
        let right = predicted.iter().zip(&self.labels).filter(|(p, t)| p == t);
        right.count() as f64 / self.len() as f64
    }
}

/// The networks of the projections, from one folder of weights.
#[derive(Clone, Debug)]
pub struct Classifiers(Vec<(Projection, Classifier)>);

impl Classifiers {
    /// Reads the weights of every projection that `folder` has, see [`Classifier::for_projection`].
    ///
    /// # Errors
    /// [`Error::Weights`] when there is no weights file of any projection, and as [`Classifier::load`].
    pub fn open(folder: impl AsRef<Path>, device: &Device) -> Result<Classifiers> {
        let folder = folder.as_ref();
        let mut networks = Vec::new();
        let mut missing = None;
        for projection in Projection::ALL {
            match Classifier::for_projection(folder, projection, device) {
                Ok(network) => networks.push((projection, network)),
                Err(Error::Weights { path, problem }) if path == folder => {
                    missing = Some(Error::Weights { path, problem });
                }
                Err(e) => return Err(e),
            }
        }
        match missing {
            Some(e) if networks.is_empty() => Err(e),
            _ => Ok(Classifiers(networks)),
        }
    }

    /// The network of a projection.
    ///
    /// # Errors
    /// [`Error::Parameter`] when the folder has no weights of it.
    pub fn get(&self, projection: impl AsRef<str>) -> Result<&Classifier> {
        let projection: Projection = projection.as_ref().parse()?;
        let found = self.0.iter().find(|(p, _)| *p == projection);
        found.map(|(_, network)| network).ok_or_else(|| {
            let there: Vec<&str> = self.0.iter().map(|(p, _)| p.name()).collect();
            let problem = format!("there are weights of {}", there.join(", "));
            Error::parameter("projection", projection, problem)
        })
    }

    /// Predicts a split of every projection that `dataset` has, each with the network of its projection.
    pub fn predict(
        &self,
        dataset: &Dataset,
        split: impl AsRef<str>,
    ) -> Result<ProjectionPredictions> {
        self.predict_first(dataset, split, usize::MAX)
    }

    /// Predicts the first `per_class` images of each class and projection.
    ///
    /// # Errors
    /// As [`Dataset::folder`], [`Classifiers::get`] and [`Classifier::predict_folder`].
    pub fn predict_first(
        &self,
        dataset: &Dataset,
        split: impl AsRef<str>,
        per_class: usize,
    ) -> Result<ProjectionPredictions> {
        let mut all = Vec::new();
        for projection in dataset.projections() {
            let network = self.get(projection)?;
            let folder = dataset.folder(projection, &split)?;
            let images = network.open_folder(folder)?.first(per_class);
            all.push((projection, network.predict_images(images)?));
        }
        Ok(ProjectionPredictions(all))
    }
}

/// The predictions of several projections.
#[derive(Clone, Debug)]
pub struct ProjectionPredictions(Vec<(Projection, FolderPredictions)>);

impl ProjectionPredictions {
    /// The projections with their predictions.
    pub fn iter(&self) -> impl Iterator<Item = (Projection, &FolderPredictions)> {
        self.0.iter().map(|(projection, p)| (*projection, p))
    }

    /// The predictions of one projection.
    ///
    /// # Errors
    /// [`Error::Parameter`] when it was not predicted.
    pub fn get(&self, projection: impl AsRef<str>) -> Result<&FolderPredictions> {
        let projection: Projection = projection.as_ref().parse()?;
        let found = self.0.iter().find(|(p, _)| *p == projection);
        found.map(|(_, predictions)| predictions).ok_or_else(|| {
            let there: Vec<&str> = self.0.iter().map(|(p, _)| p.name()).collect();
            let problem = format!("there are predictions of {}", there.join(", "));
            Error::parameter("projection", projection, problem)
        })
    }

    /// Writes `predictions_<projection>.txt` of every projection into `folder`, in the published format.
    ///
    /// # Errors
    /// [`Error::Io`] with the path that cannot be written.
    pub fn write(&self, folder: impl AsRef<Path>) -> Result<()> {
        let folder = folder.as_ref();
        std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
        for (projection, p) in &self.0 {
            p.write(folder.join(projection.prediction_file()))?;
        }
        Ok(())
    }

    /// One row per projection: its number of images and its accuracy.
    pub fn to_frame(&self) -> Result<DataFrame> {
        let names: Vec<&str> = self.0.iter().map(|(p, _)| p.name()).collect();
        let images: Vec<u32> = self.0.iter().map(|(_, p)| p.len() as u32).collect();
        let accuracy: Vec<f64> = self.0.iter().map(|(_, p)| p.accuracy()).collect();
        Ok(DataFrame::new(
            self.0.len(),
            vec![
                Column::new("projection".into(), names),
                Column::new("images".into(), images),
                Column::new("accuracy".into(), accuracy),
            ],
        )?)
    }
}
