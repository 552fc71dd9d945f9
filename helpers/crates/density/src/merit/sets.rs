//! Several sets of predictions side by side: the projections, and what their averages say.

use crate::data::{Classes, ImageFolder, Projection};
use crate::error::{Error, Result};
use crate::merit::{
    Bootstrap, ConfusionMatrix, Interval, Report, figures_of_merit, per_class_frame,
    wilson_interval,
};
use crate::predict::{
    Predictions, ProjectionPredictions, TrueLabels, labels_from_counts, labels_from_folder,
};
use polars::prelude::{Column, DataFrame};
use std::fmt;
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

/// The sets of the published tables, in their order, with the views that each averages.
const SETS: [(&str, &[Projection]); 7] = {
    use Projection::{CcL, CcR, MloL, MloR};
    [
        ("CC_R", &[CcR]),
        ("MLO_R", &[MloR]),
        ("CC_L", &[CcL]),
        ("MLO_L", &[MloL]),
        ("right", &[CcR, MloR]),
        ("left", &[CcL, MloL]),
        ("total", &[CcR, MloR, CcL, MloL]),
    ]
};

/// Named sets of predictions: the projections, and the averages of a breast's and of all views where these are of the
/// same patients.
#[derive(Clone, Debug, PartialEq)]
pub struct PredictionSets {
    sets: Vec<(String, Predictions)>,
    /// Sets of the published tables that cannot be made, and why.
    missing: Vec<(String, String)>,
}

impl PredictionSets {
    /// Reads `predictions_<projection>.txt` of the projections that are there and averages them: `CC_R`, `MLO_R`, `CC_L`,
    /// `MLO_L`, `right`, `left`, `total`, in the order of the published tables. Averages that cannot be made, such as those
    /// of views of different patients, are left out with a line that tells why.
    ///
    /// # Errors
    /// As [`Predictions::read`]; when there is no file of any projection.
    pub fn read(folder: impl AsRef<Path>, truth: &Truth) -> Result<PredictionSets> {
        let folder = folder.as_ref();
        let mut all = PredictionSets {
            sets: Vec::new(),
            missing: Vec::new(),
        };
        let mut absent = None;
        for (name, views) in SETS {
            let made = if let [projection] = views {
                let file = folder.join(projection.prediction_file());
                if file.exists() {
                    Ok(Predictions::read(file, &truth.labels(*projection)?)?)
                } else {
                    let why = format!("there is no {}", projection.prediction_file());
                    absent.get_or_insert(Error::Folder {
                        path: folder.to_path_buf(),
                        problem: format!("holds no predictions: {why}, and none of another view"),
                    });
                    Err(why)
                }
            } else {
                all.average(views)
            };
            match made {
                Ok(set) => all.sets.push((name.to_string(), set)),
                Err(why) => all.missing.push((name.to_string(), why)),
            }
        }
        if let (true, Some(error)) = (all.sets.is_empty(), absent) {
            return Err(error);
        }
        for (name, why) in &all.missing {
            println!("{name} is left out: {why}");
        }
        Ok(all)
    }

    /// The average of those views, or why there is none.
    fn average(&self, views: &[Projection]) -> Result<Predictions, String> {
        let names: Vec<&str> = views.iter().map(|p| p.name()).collect();
        let there = |name: &&str| get(&self.sets, name).map_err(|_| format!("{name} is missing"));
        let sets = names.iter().map(there).collect::<Result<Vec<_>, _>>()?;
        Predictions::average(&sets).map_err(|error| {
            let error = error.to_string();
            let short = error.split([';', ',']).next().unwrap_or_default();
            format!("{} do not go together ({short})", names.join(", "))
        })
    }

    /// The names with their predictions.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Predictions)> {
        self.sets.iter().map(|(name, p)| (name.as_str(), p))
    }

    /// A set by its name, `"total"`.
    ///
    /// # Errors
    /// [`Error::Parameter`] with the names there are, [`Error::Labels`] with why this one is left out.
    pub fn get(&self, name: &str) -> Result<&Predictions> {
        match self.missing.iter().find(|(n, _)| n == name) {
            Some((_, why)) => Err(Error::Labels(format!("{name} is left out: {why}"))),
            None => get(&self.sets, name),
        }
    }

    /// The name of the set that says most: `total`, or else the last one there is.
    pub fn widest(&self) -> &str {
        self.sets.last().map_or("", |(name, _)| name)
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

/// The number of images and the accuracy, with Wilson's 95 % interval.
impl fmt::Display for Predictions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let matrix = ConfusionMatrix::of(self);
        match matrix.and_then(|m| wilson_interval(m.correct(), m.total())) {
            Ok(accuracy) => write!(f, "{} images, accuracy {accuracy}", self.len()),
            Err(_) => write!(f, "{} images", self.len()),
        }
    }
}

/// A line per projection, as [`Predictions`] print.
impl fmt::Display for ProjectionPredictions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (projection, p)) in self.iter().enumerate() {
            let newline = if i > 0 { "\n" } else { "" };
            write!(f, "{newline}{projection:5} {}", p.predictions)?;
        }
        Ok(())
    }
}

/// Every figure of merit with its value; those that are not defined for the classes are left out.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "images            {}", self.images)?;
        for merit in Merit::ALL {
            match merit {
                Merit::Accuracy => write!(f, "\naccuracy          {}", self.accuracy)?,
                _ if merit.of(self).is_nan() => {}
                _ => write!(f, "\n{:18}{:.3}", merit.name(), merit.of(self))?,
            }
        }
        Ok(())
    }
}

impl Merit {
    /// All of them.
    pub const ALL: [Merit; 13] = [
        Merit::Accuracy,
        Merit::MacroRecall,
        Merit::MacroPrecision,
        Merit::Kappa,
        Merit::KappaLinear,
        Merit::KappaQuadratic,
        Merit::WithinOneClass,
        Merit::DenseAccuracy,
        Merit::DenseAuc,
        Merit::MacroAuc,
        Merit::LogLoss,
        Merit::Brier,
        Merit::Ece,
    ];

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
        Ok(DataFrame::new(sets.sets.len(), columns)?)
    }

    /// One row per pair of sets: the difference of a figure, the first less the second, with its interval; a pair that
    /// cannot be compared has the reason in place of the interval.
    ///
    /// # Errors
    /// As [`Bootstrap::replicates`] but for what lies with a pair.
    pub fn differences(
        &self,
        sets: &PredictionSets,
        pairs: &[(&str, &str)],
        merit: Merit,
    ) -> Result<DataFrame> {
        let texts = pairs.iter().map(|(a, b)| {
            let pair = sets.get(a).and_then(|a| Ok((a, sets.get(b)?)));
            match pair.and_then(|(a, b)| self.difference(a, b, |p| merit.compute(p))) {
                Ok(difference) => Ok(format!("{difference:+.3}")),
                Err(Error::Labels(why)) => Ok(why),
                Err(error) => Err(error),
            }
        });
        let texts = texts.collect::<Result<Vec<String>>>()?;
        let names: Vec<String> = pairs.iter().map(|(a, b)| format!("{a} − {b}")).collect();
        Ok(DataFrame::new(
            pairs.len(),
            vec![
                Column::new("difference".into(), names),
                Column::new(merit.name().into(), texts),
            ],
        )?)
    }
}
