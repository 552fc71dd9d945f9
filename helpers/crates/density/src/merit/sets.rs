//! Several sets of predictions side by side: the projections, and what their averages say.

use crate::data::{Classes, ImageFolder, Projection};
use crate::error::{Error, Result};
use crate::merit::{
    Bootstrap, ConfusionMatrix, Interval, Report, figures_of_merit, per_class_frame,
};
use crate::predict::{Predictions, TrueLabels, labels_from_counts, labels_from_folder};
use polars::prelude::{Column, DataFrame};
use std::path::{Path, PathBuf};

/// Where the true classes of prediction files come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// The files list the images class by class, so many of each.
    Counts {
        /// Class names in the order of the probabilities.
        classes: Classes,
        /// Images of each class.
        counts: Vec<usize>,
    },
    /// The folder that was predicted, `<folder>/<projection>/test/<class>/`.
    Folder(PathBuf),
}

impl Truth {
    /// Images listed class by class: `counts[0]` of the first class, then `counts[1]` of the second.
    pub fn counts(classes: impl Into<Classes>, counts: &[usize]) -> Truth {
        Truth::Counts {
            classes: classes.into(),
            counts: counts.to_vec(),
        }
    }

    /// The folder whose images were predicted.
    pub fn folder(path: impl Into<PathBuf>) -> Truth {
        Truth::Folder(path.into())
    }

    fn labels(&self, projection: Projection) -> Result<TrueLabels> {
        match self {
            Truth::Counts { classes, counts } => labels_from_counts(classes, counts),
            Truth::Folder(path) => {
                let folder = path.join(projection.name()).join("test");
                labels_from_folder(&ImageFolder::open(folder)?)
            }
        }
    }
}

/// Named sets of predictions of the same patients: the four projections and the averages of a breast's and of all views.
#[derive(Clone, Debug, PartialEq)]
pub struct PredictionSets(Vec<(String, Predictions)>);

impl PredictionSets {
    /// Reads `predictions_<projection>.txt` of the four projections and averages them: `CC_R`, `MLO_R`, `CC_L`, `MLO_L`,
    /// `right`, `left`, `total`, in the order of the published tables.
    ///
    /// # Errors
    /// As [`Predictions::read`] and [`Predictions::average`].
    pub fn read(folder: impl AsRef<Path>, truth: &Truth) -> Result<PredictionSets> {
        use Projection::{CcL, CcR, MloL, MloR};
        let mut sets = Vec::new();
        for projection in [CcR, MloR, CcL, MloL] {
            let file = folder.as_ref().join(projection.prediction_file());
            let read = Predictions::read(file, &truth.labels(projection)?)?;
            sets.push((projection.name().to_string(), read));
        }
        let averages = [
            ("right", vec![0, 1]),
            ("left", vec![2, 3]),
            ("total", vec![0, 1, 2, 3]),
        ];
        for (name, views) in averages {
            let views: Vec<&Predictions> = views.into_iter().map(|i| &sets[i].1).collect();
            let average = Predictions::average(&views)?;
            sets.push((name.to_string(), average));
        }
        Ok(PredictionSets(sets))
    }

    /// The names with their predictions.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Predictions)> {
        self.0.iter().map(|(name, p)| (name.as_str(), p))
    }

    /// A set by its name, `"total"`.
    ///
    /// # Errors
    /// [`Error::Parameter`] with the names there are.
    pub fn get(&self, name: &str) -> Result<&Predictions> {
        get(&self.0, name)
    }

    /// The figures of merit of every set.
    pub fn reports(&self) -> Result<Reports> {
        let reports = self
            .iter()
            .map(|(name, p)| Ok((name.to_string(), figures_of_merit(p)?)));
        Ok(Reports(reports.collect::<Result<Vec<_>>>()?))
    }
}

fn get<'a, T>(list: &'a [(String, T)], name: &str) -> Result<&'a T> {
    let found = list.iter().find(|(n, _)| n == name).map(|(_, value)| value);
    found.ok_or_else(|| {
        let names: Vec<&str> = list.iter().map(|(n, _)| n.as_str()).collect();
        Error::parameter("set", name, format!("there are {}", names.join(", ")))
    })
}

/// A figure of merit by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merit {
    /// Share of correctly classified images.
    Accuracy,
    /// Mean sensitivity of the classes.
    MacroRecall,
    /// Mean positive predictive value of the classes.
    MacroPrecision,
    /// Cohen's kappa.
    Kappa,
    /// Linearly weighted kappa.
    KappaLinear,
    /// Quadratically weighted kappa.
    KappaQuadratic,
    /// Share of images in their class or the one next to it.
    WithinOneClass,
    /// Accuracy of dense against non-dense.
    DenseAccuracy,
    /// Area under the ROC curve of dense against non-dense.
    DenseAuc,
    /// Mean of the classes' areas under the one-vs-rest ROC curve.
    MacroAuc,
    /// Mean negative log probability of the true class, in nats.
    LogLoss,
    /// Brier score, 0 to 2.
    Brier,
    /// Expected calibration error, 10 bins.
    Ece,
}

impl Merit {
    /// As the head of a column.
    pub fn name(self) -> &'static str {
        match self {
            Merit::Accuracy => "accuracy",
            Merit::MacroRecall => "macro recall",
            Merit::MacroPrecision => "macro precision",
            Merit::Kappa => "kappa",
            Merit::KappaLinear => "linear kappa",
            Merit::KappaQuadratic => "quadratic kappa",
            Merit::WithinOneClass => "within one class",
            Merit::DenseAccuracy => "dense accuracy",
            Merit::DenseAuc => "dense AUC",
            Merit::MacroAuc => "macro AUC",
            Merit::LogLoss => "log loss",
            Merit::Brier => "Brier",
            Merit::Ece => "ECE",
        }
    }

    /// Refuses a figure that needs an order for classes that have none.
    ///
    /// # Errors
    /// [`Error::Labels`] with the figure and the classes.
    pub fn check(self, classes: &Classes) -> Result<()> {
        match self {
            Merit::KappaLinear
            | Merit::KappaQuadratic
            | Merit::WithinOneClass
            | Merit::DenseAccuracy
            | Merit::DenseAuc => classes.check_ordinal(self.name()),
            _ => Ok(()),
        }
    }

    /// Its value in a report.
    pub fn of(self, report: &Report) -> f64 {
        match self {
            Merit::Accuracy => report.accuracy.estimate,
            Merit::MacroRecall => report.macro_recall,
            Merit::MacroPrecision => report.macro_precision,
            Merit::Kappa => report.kappa,
            Merit::KappaLinear => report.kappa_linear,
            Merit::KappaQuadratic => report.kappa_quadratic,
            Merit::WithinOneClass => report.within_one_class,
            Merit::DenseAccuracy => report.dense_accuracy.estimate,
            Merit::DenseAuc => report.dense_auc,
            Merit::MacroAuc => report.macro_auc,
            Merit::LogLoss => report.log_loss,
            Merit::Brier => report.brier,
            Merit::Ece => report.ece,
        }
    }

    /// Its value for `predictions`.
    ///
    /// # Errors
    /// As [`Predictions::check`] and [`Merit::check`].
    pub fn compute(self, predictions: &Predictions) -> Result<f64> {
        self.check(&predictions.classes)?;
        // What a confusion matrix tells need not wait for the rest of a report, thousands of times in a bootstrap.
        let matrix = || ConfusionMatrix::of(predictions);
        Ok(match self {
            Merit::Accuracy => matrix()?.accuracy(),
            Merit::MacroRecall => matrix()?.macro_recall(),
            Merit::MacroPrecision => matrix()?.macro_precision(),
            Merit::Kappa => matrix()?.kappa(),
            Merit::KappaLinear => matrix()?.kappa_linear(),
            Merit::KappaQuadratic => matrix()?.kappa_quadratic(),
            Merit::WithinOneClass => matrix()?.within_one_class(),
            _ => self.of(&figures_of_merit(predictions)?),
        })
    }
}

/// Named reports: the figures of merit of several sets of predictions.
#[derive(Clone, Debug, PartialEq)]
pub struct Reports(Vec<(String, Report)>);

impl Reports {
    /// The names with their reports.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Report)> {
        self.0.iter().map(|(name, r)| (name.as_str(), r))
    }

    /// A report by the name of its set.
    ///
    /// # Errors
    /// [`Error::Parameter`] with the names there are.
    pub fn get(&self, name: &str) -> Result<&Report> {
        get(&self.0, name)
    }

    /// One row per set: its number of images and the figures asked for; an undefined one is null.
    ///
    /// # Errors
    /// As [`Merit::check`].
    pub fn to_frame(&self, merits: &[Merit]) -> Result<DataFrame> {
        for (merit, (_, report)) in merits.iter().flat_map(|m| self.iter().map(move |r| (m, r))) {
            merit.check(report.confusion.classes())?;
        }
        let names: Vec<&str> = self.iter().map(|(name, _)| name).collect();
        let images: Vec<u32> = self.iter().map(|(_, r)| r.images as u32).collect();
        let mut columns = vec![
            Column::new("set".into(), names),
            Column::new("images".into(), images),
        ];
        for merit in merits {
            let values = self
                .iter()
                .map(|(_, r)| Some(merit.of(r)).filter(|v| v.is_finite()));
            columns.push(Column::new(
                merit.name().into(),
                values.collect::<Vec<Option<f64>>>(),
            ));
        }
        Ok(DataFrame::new(self.0.len(), columns)?)
    }

    /// One row per set and class, see [`per_class_frame`].
    pub fn per_class(&self) -> Result<DataFrame> {
        per_class_frame(&self.iter().collect::<Vec<_>>())
    }

    /// The confusion matrix of every set.
    pub fn confusions(&self) -> Vec<(String, ConfusionMatrix)> {
        let all = self.iter();
        all.map(|(name, r)| (name.to_string(), r.confusion.clone()))
            .collect()
    }

    /// The accuracy of every set, with Wilson's 95 % interval.
    pub fn accuracies(&self) -> Vec<(String, Interval)> {
        let all = self.iter();
        all.map(|(name, r)| (name.to_string(), r.accuracy))
            .collect()
    }
}

impl Bootstrap {
    /// One row per set: each figure with its interval, `0.773 [0.694, 0.837]`.
    ///
    /// # Errors
    /// As [`Bootstrap::interval`].
    pub fn to_frame(&self, sets: &PredictionSets, merits: &[Merit]) -> Result<DataFrame> {
        let names: Vec<&str> = sets.iter().map(|(name, _)| name).collect();
        let mut columns = vec![Column::new("set".into(), names)];
        for merit in merits {
            let intervals = sets.iter().map(|(_, p)| {
                let interval = self.interval(p, |p| merit.compute(p))?;
                Ok(interval.to_string())
            });
            let intervals = intervals.collect::<Result<Vec<String>>>()?;
            columns.push(Column::new(merit.name().into(), intervals));
        }
        Ok(DataFrame::new(sets.0.len(), columns)?)
    }
}
