//! Borders between classes, moved to where another hospital's readers draw them.

use super::{Bootstrap, ConfusionMatrix, Interval};
use crate::data::Classes;
use crate::error::{Error, Result};
use crate::predict::Predictions;
use polars::prelude::{Column, DataFrame};
use std::collections::BTreeMap;

/// Fewer images of a class than this, and the borders beside it are guesses.
const FEW: usize = 10;

/// From a border to the lowest score, when all lie above it.
const NEXT_TO: f64 = 1e-6;

/// Borders between neighbouring classes on the expected class: the mean of the class numbers, 0 for A to 3 for D, weighted by their probabilities.
#[derive(Clone, Debug, PartialEq)]
pub struct Borders {
    /// The classes in their order.
    pub classes: Classes,
    /// One less than there are classes, rising. Those of a network that is as sure of one class as of the next are 0.5, 1.5, 2.5.
    pub thresholds: Vec<f64>,
}

impl Borders {
    /// The class of each image, by its expected class.
    pub fn classes_of(&self, predictions: &Predictions) -> Vec<usize> {
        let scores = expected(predictions).into_iter();
        scores.map(|score| self.class(score)).collect()
    }

    /// The predictions by these borders. They tell a class and no probability: each row has a 1 and else 0.
    ///
    /// # Errors
    /// [`Error::Labels`] for predictions of other classes.
    pub fn apply(&self, predictions: &Predictions) -> Result<Predictions> {
        predictions.check()?;
        if predictions.classes != self.classes {
            let (theirs, ours) = (&predictions.classes, &self.classes);
            let problem = format!("predictions of classes {theirs}, borders between {ours}");
            return Err(Error::Labels(problem));
        }
        Ok(of_classes(predictions, &self.classes_of(predictions)))
    }

    fn class(&self, score: f64) -> usize {
        self.thresholds
            .iter()
            .filter(|border| score > **border)
            .count()
    }

    /// Each border where the fewest labels are on its wrong side: the network's own, where none is better, else the middle one of the best. A border that has
    /// labels on one side alone stays.
    ///
    /// `images`: the expected class and the label of each, by rising expected class.
    fn fit(classes: &Classes, images: impl Iterator<Item = (f64, usize)>) -> Borders {
        let images = images.collect::<Vec<_>>();
        let mut thresholds = Vec::<f64>::new();
        for below in 0..classes.len() - 1 {
            let own = below as f64 + 0.5;
            let is_above = |place: usize| images[place].1 > below;
            let above = images.iter().filter(|(_, label)| *label > below).count();
            // Wrong when all lie above the border, and then one by one below it.
            let mut wrong = images.len() - above;
            let (mut fewest, mut best) = (usize::MAX, Vec::new());
            for cut in 0..=images.len() {
                if cut > 0 {
                    wrong = if is_above(cut - 1) {
                        wrong + 1
                    } else {
                        wrong - 1
                    };
                }
                let score = |place: usize| images[place].0;
                let low = cut.checked_sub(1).map_or(f64::NEG_INFINITY, score);
                let high = if cut < images.len() {
                    score(cut)
                } else {
                    f64::INFINITY
                };
                if low == high || wrong > fewest {
                    continue;
                }
                if wrong < fewest {
                    best.clear();
                }
                fewest = wrong;
                best.push(match () {
                    () if (low..high).contains(&own) => own,
                    () if low.is_infinite() => high - NEXT_TO,
                    () if high.is_infinite() => low,
                    () => (low + high) / 2.0,
                });
            }
            let told = above > 0 && above < images.len();
            let border = if !told || best.contains(&own) {
                own
            } else {
                best[best.len() / 2]
            };
            thresholds.push(border.max(thresholds.last().copied().unwrap_or(border)));
        }
        Borders {
            classes: classes.clone(),
            thresholds,
        }
    }
}

/// `A | 0.43 | B | 1.50 | C | 2.71 | D`
impl std::fmt::Display for Borders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (class, name) in self.classes.iter().enumerate() {
            write!(f, "{name}")?;
            if let Some(border) = self.thresholds.get(class) {
                write!(f, " | {border:.2} | ")?;
            }
        }
        Ok(())
    }
}

/// What [`adapt_borders`] found, and what it is worth.
#[derive(Clone, Debug)]
pub struct AdaptedBorders {
    /// Fitted on all images.
    pub borders: Borders,
    /// Images of each class that they were fitted on.
    pub images: Vec<usize>,
    /// Accuracy of the network by its own borders, and its quadratic kappa.
    pub own: [Interval; 2],
    /// The same by borders that were fitted without the patient they are tried on.
    pub adapted: [Interval; 2],
    /// The class of most images, and the accuracy of who always says it.
    pub majority: (String, f64),
}

/// Fits borders between classes on the expected class to the labels of a few images of a hospital of one's own, of which the network saw none, and says what that is worth
/// there: leaving out one patient after the other, the borders of all others classify hers. Intervals are over patients, 95 %.
///
/// The order of the images stays the network's; borders cannot mend what it puts in the wrong order.
///
/// # Errors
/// As [`Predictions::check`] and [`Bootstrap::replicates`]; [`Error::Labels`] for one patient alone, or images of one class alone.
pub fn adapt_borders(predictions: &Predictions) -> Result<AdaptedBorders> {
    predictions.check()?;
    let classes = &predictions.classes;
    let mut images = vec![0; classes.len()];
    for label in &predictions.labels {
        images[*label] += 1;
    }
    if images.iter().filter(|count| **count > 0).count() < 2 {
        let problem = "borders need images of two classes at least; label some of another class";
        return Err(Error::Labels(problem.into()));
    }
    let mut patients = BTreeMap::<String, Vec<usize>>::new();
    for (row, patient) in predictions.patients().into_iter().enumerate() {
        // Of whom nothing is known, each image is a patient.
        let patient = patient.unwrap_or_else(|| format!("image {row}"));
        patients.entry(patient).or_default().push(row);
    }
    if patients.len() < 2 {
        let problem = "all images are of one patient; leaving her out leaves nobody";
        return Err(Error::Labels(problem.into()));
    }
    let scores = expected(predictions);
    let mut order = (0..scores.len()).collect::<Vec<_>>();
    order.sort_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    let mut left_out = vec![0; predictions.len()];
    for rows in patients.values() {
        let others = order.iter().copied().filter(|row| !rows.contains(row));
        let borders = Borders::fit(
            classes,
            others.map(|row| (scores[row], predictions.labels[row])),
        );
        for row in rows {
            left_out[*row] = borders.class(scores[*row]);
        }
    }
    let all = order
        .iter()
        .map(|row| (scores[*row], predictions.labels[*row]));
    let figures = |predictions: &Predictions| -> Result<[Interval; 2]> {
        let interval = |figure: fn(&ConfusionMatrix) -> f64| {
            let statistic = |p: &Predictions| Ok(figure(&ConfusionMatrix::of(p)?));
            Bootstrap::default().interval(predictions, statistic)
        };
        Ok([
            interval(ConfusionMatrix::accuracy)?,
            interval(ConfusionMatrix::kappa_quadratic)?,
        ])
    };
    let most = (0..classes.len())
        .max_by_key(|class| images[*class])
        .unwrap_or(0);
    Ok(AdaptedBorders {
        borders: Borders::fit(classes, all),
        own: figures(predictions)?,
        adapted: figures(&of_classes(predictions, &left_out))?,
        majority: (
            classes[most].clone(),
            images[most] as f64 / predictions.len() as f64,
        ),
        images,
    })
}

impl AdaptedBorders {
    /// The classes with fewer than 10 images.
    pub fn few(&self) -> Vec<(&str, usize)> {
        let classes = self.borders.classes.iter().zip(&self.images);
        let few = classes.filter(|(_, count)| **count < FEW);
        few.map(|(class, count)| (class.as_str(), *count)).collect()
    }

    /// A row for the network's own borders, the adapted ones and the commonest class: accuracy and quadratic kappa with their bounds.
    ///
    /// # Errors
    /// None in practice.
    pub fn to_frame(&self) -> Result<DataFrame> {
        let (class, share) = &self.majority;
        let exactly = |estimate: f64| Interval {
            estimate,
            low: f64::NAN,
            high: f64::NAN,
        };
        let always = [exactly(*share), exactly(0.0)];
        let rows = [
            ("as the network has them".to_string(), self.own),
            ("adapted, without the patient".into(), self.adapted),
            (format!("always {class}"), always),
        ];
        let names = rows
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>();
        let mut columns = vec![Column::new("borders".into(), names)];
        for (place, figure) in ["accuracy", "kappa"].into_iter().enumerate() {
            for part in ["", " low", " high"] {
                let values = rows.iter().map(|(_, figures)| {
                    let interval = figures[place];
                    let value = match part {
                        "" => interval.estimate,
                        " low" => interval.low,
                        _ => interval.high,
                    };
                    Some(value).filter(|value| value.is_finite())
                });
                columns.push(Column::new(
                    format!("{figure}{part}").into(),
                    values.collect::<Vec<_>>(),
                ));
            }
        }
        Ok(DataFrame::new(rows.len(), columns)?)
    }
}

/// The borders, both accuracies, the commonest class, and a warning where images are few.
impl std::fmt::Display for AdaptedBorders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (class, share) = &self.majority;
        let lines = [
            ("own borders", self.own),
            ("adapted, each patient by the others'", self.adapted),
        ];
        write!(f, "borders on the expected class: {}", self.borders)?;
        for (name, [accuracy, kappa]) in lines {
            write!(
                f,
                "\n  {name}: accuracy {accuracy:.2}, quadratic kappa {kappa:.2}"
            )?;
        }
        write!(f, "\n  always {class}: accuracy {share:.2}")?;
        let few = self.few();
        if !few.is_empty() {
            let few = few.iter().map(|(class, count)| format!("{class} {count}"));
            let few = few.collect::<Vec<_>>().join(", ");
            write!(
                f,
                "\n  few images ({few}): below {FEW} of a class its borders are guesses; label more"
            )?;
        }
        Ok(())
    }
}

/// The mean class number of each row.
fn expected(predictions: &Predictions) -> Vec<f64> {
    let rows = predictions.probabilities.iter();
    rows.map(|row| {
        let mean = row.iter().zip(0..).map(|(p, class)| p * f64::from(class));
        mean.sum::<f64>() / row.iter().sum::<f64>()
    })
    .collect()
}

/// The same images, each certainly of the class that it is given.
fn of_classes(predictions: &Predictions, classes: &[usize]) -> Predictions {
    let certain = |class: &usize| {
        let mut row = vec![0.0; predictions.classes.len()];
        row[*class] = 1.0;
        row
    };
    Predictions {
        probabilities: classes.iter().map(certain).collect(),
        ..predictions.clone()
    }
}
