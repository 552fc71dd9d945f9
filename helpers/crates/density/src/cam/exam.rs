//! The views of one patient, read together.

use crate::cam::{Explanation, TissueMap, grad_cam};
use crate::data::{AugmentConfig, Classes, Dataset, ImageFolder, Patients, Projection, augment};
use crate::error::{Error, Result};
use crate::predict::{Classifier, Classifiers, argmax};
use image::GrayImage;
use polars::prelude::{Column, DataFrame};
use std::path::{Path, PathBuf};

/// Moved copies of a view that its interval is made of.
const COPIES: u64 = 8;
/// How far the copies are moved: what another positioning, or another crop, might have been.
const MOVES: AugmentConfig = AugmentConfig {
    rotation: 5.0,
    height_shift: 0.03,
    width_shift: 0.03,
    zoom: (0.95, 1.05),
};

/// One view of an [`Exam`].
#[derive(Clone, Debug)]
pub struct ExamView {
    /// The projection.
    pub projection: Projection,
    /// The image, its probabilities, and the map of the exam's class.
    pub explanation: Explanation,
    /// The probabilities of slightly moved copies of the image, a row per copy.
    pub moved: Vec<Vec<f64>>,
    /// The tissue that the network sees, where it was trained to tell it.
    pub tissue: Option<TissueMap>,
}

impl ExamView {
    /// Probabilities of the classes.
    pub fn probabilities(&self) -> Vec<f64> {
        let map = &self.explanation.map;
        map.probabilities.iter().map(|p| f64::from(*p)).collect()
    }

    /// The most probable class, as an index.
    pub fn class(&self) -> usize {
        argmax(&self.probabilities())
    }

    /// The lowest and the highest probability of a class among the image and its moved copies.
    pub fn interval(&self, class: usize) -> (f64, f64) {
        extent(&self.probabilities(), &self.moved, class)
    }
}

/// What the networks of the projections say of one patient.
///
/// Together is the mean of the views' probabilities, as the tutorial combines projections. An interval is the range of a
/// probability over copies of the images that are turned by up to 5 degrees, shifted by up to 3 % and scaled by up to 5 %: how
/// much of it hangs on how the breast lay. It says nothing of whether the class is right.
#[derive(Clone, Debug)]
pub struct Exam {
    /// Class names in the order of the outputs.
    pub classes: Classes,
    /// The views, in the order of [`Projection::ALL`].
    pub views: Vec<ExamView>,
}

impl Exam {
    /// The mean of the views' probabilities.
    pub fn probabilities(&self) -> Vec<f64> {
        mean(self.views.iter().map(ExamView::probabilities))
    }

    /// The most probable class, as an index.
    pub fn class(&self) -> usize {
        argmax(&self.probabilities())
    }

    /// The lowest and the highest mean probability of a class over the moved copies.
    pub fn interval(&self, class: usize) -> (f64, f64) {
        let copies = self.views.iter().map(|v| v.moved.len()).min().unwrap_or(0);
        let means = (0..copies).map(|copy| mean(self.views.iter().map(|v| v.moved[copy].clone())));
        extent(&self.probabilities(), &means.collect::<Vec<_>>(), class)
    }

    /// The mean of the percent densities that the views' networks see, where all of them tell the tissue.
    pub fn percent_density(&self) -> Option<f64> {
        let seen = self
            .views
            .iter()
            .map(|view| Some(view.tissue.as_ref()?.percent_density()));
        let seen = seen.collect::<Option<Vec<_>>>()?;
        Some(seen.iter().sum::<f64>() / seen.len() as f64)
    }

    /// How far the two views are apart that differ most: half of the sum of the differences of their probabilities, from 0
    /// (all say the same) to 1; with their projections. `None` for a single view.
    pub fn disagreement(&self) -> Option<(f64, Projection, Projection)> {
        let mut worst = None::<(f64, Projection, Projection)>;
        for (place, a) in self.views.iter().enumerate() {
            for b in &self.views[place + 1..] {
                let pairs = a.probabilities().into_iter().zip(b.probabilities());
                let distance = pairs.map(|(p, q)| (p - q).abs()).sum::<f64>() / 2.0;
                if worst.is_none_or(|(most, ..)| distance > most) {
                    worst = Some((distance, a.projection, b.projection));
                }
            }
        }
        worst
    }

    /// A row per view and one for all together: class, its probability with its interval, and the probabilities of all classes.
    pub fn to_frame(&self) -> Result<DataFrame> {
        let mut rows = Vec::new();
        for view in &self.views {
            let class = view.class();
            rows.push(Row {
                view: view.projection.name(),
                class,
                probabilities: view.probabilities(),
                interval: view.interval(class),
            });
        }
        let class = self.class();
        rows.push(Row {
            view: "together",
            class,
            probabilities: self.probabilities(),
            interval: self.interval(class),
        });
        let numbers = |name: &str, value: &dyn Fn(&Row) -> f64| {
            Column::new(name.into(), rows.iter().map(value).collect::<Vec<_>>())
        };
        let texts = |name: &str, value: &dyn Fn(&Row) -> String| {
            Column::new(name.into(), rows.iter().map(value).collect::<Vec<_>>())
        };
        let mut columns = vec![
            texts("view", &|row| row.view.into()),
            texts("class", &|row| self.classes[row.class].clone()),
            numbers("probability", &|row| row.probabilities[row.class]),
            numbers("lowest", &|row| row.interval.0),
            numbers("highest", &|row| row.interval.1),
        ];
        if let Some(together) = self.percent_density() {
            let views = self.views.iter().filter_map(|view| view.tissue.as_ref());
            let mut seen = views.map(TissueMap::percent_density).collect::<Vec<_>>();
            seen.push(together);
            columns.push(Column::new("percent density".into(), seen));
        }
        for (class, name) in self.classes.iter().enumerate() {
            columns.push(numbers(&format!("P({name})"), &|row| {
                row.probabilities[class]
            }));
        }
        Ok(DataFrame::new(rows.len(), columns)?)
    }
}

/// A row of [`Exam::to_frame`].
struct Row {
    view: &'static str,
    class: usize,
    probabilities: Vec<f64>,
    interval: (f64, f64),
}

impl std::fmt::Display for Exam {
    /// The class of all views together, and how far they agree.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let class = self.class();
        let (low, high) = self.interval(class);
        let p = self.probabilities()[class];
        write!(
            f,
            "class {}, probability {p:.2} ({low:.2} to {high:.2})",
            self.classes[class]
        )?;
        match self.disagreement() {
            Some((far, a, b)) => write!(f, "; {a} and {b} differ most, by {far:.2} of 1"),
            None => Ok(()),
        }
    }
}

impl Classifiers {
    /// Reads the views of one patient, each with the network of its projection: `[("CC_R", path), ("MLO_R", path)]`. One view
    /// is enough.
    ///
    /// # Errors
    /// No view, a projection that comes twice or has no network, networks of different classes, and images that cannot be read.
    pub fn exam<P: AsRef<str>, F: AsRef<Path>>(
        &self,
        views: impl IntoIterator<Item = (P, F)>,
    ) -> Result<Exam> {
        let mut found = Vec::new();
        for (projection, path) in views {
            let projection: Projection = projection.as_ref().parse()?;
            if found.iter().any(|(other, _)| *other == projection) {
                let problem = "comes twice: give one image per view";
                return Err(Error::parameter("projection", projection, problem));
            }
            found.push((projection, path.as_ref().to_path_buf()));
        }
        found.sort_by_key(|(projection, _)| *projection as usize);
        let Some((first, _)) = found.first() else {
            return Err(Error::parameter("views", 0, "give one view at least"));
        };
        let classes = self.get(first)?.classes().clone();
        let mut read = Vec::new();
        for (projection, path) in &found {
            let network = self.get(projection)?;
            if network.classes() != &classes {
                return Err(Error::Labels(format!(
                    "the networks of {first} and {projection} tell other classes: {classes} and {}",
                    network.classes()
                )));
            }
            let image = network.read(path)?;
            let (p, moved) = (network.predict_picture(&image)?, network.moved(&image)?);
            read.push((network, image, p, moved));
        }
        let class = argmax(&mean(read.iter().map(|(_, _, p, _)| p.clone())));
        let views = found.into_iter().zip(read);
        let views = views.map(|((projection, path), (network, image, _, moved))| {
            let explanation = Explanation {
                map: grad_cam(network.model(), &network.tensor(&image)?, Some(class))?,
                path,
                image,
                classes: classes.clone(),
                truth: None,
            };
            Ok(ExamView {
                projection,
                tissue: (network.card().tells_tissue)
                    .then(|| network.tissue_in(&explanation))
                    .transpose()?,
                explanation,
                moved,
            })
        });
        Ok(Exam {
            views: views.collect::<Result<_>>()?,
            classes,
        })
    }

    /// The views of a patient in a split of a dataset, by the patient's name in the file names ([`Patients`]).
    ///
    /// # Errors
    /// When the split has no image of the patient, or two of one view; and as [`Classifiers::exam`].
    pub fn exam_of(&self, dataset: &Dataset, split: &str, patient: &str) -> Result<Exam> {
        let mut views = Vec::<(Projection, PathBuf)>::new();
        let mut naming = Patients::default();
        for projection in dataset.projections() {
            let folder = dataset.folder(projection, split)?;
            let images = ImageFolder::open(folder)?;
            naming = images.naming()?;
            for ((path, _), told) in images.images().iter().zip(images.patients_by(&naming)) {
                if told.as_deref() == Some(patient) {
                    views.push((projection, path.clone()));
                }
            }
        }
        if views.is_empty() {
            let problem = format!("has no image in `{split}`: {naming} tells the patient");
            return Err(Error::parameter("patient", patient, problem));
        }
        self.exam(views)
    }
}

impl Classifier {
    /// The probabilities of slightly moved copies of an image.
    fn moved(&self, image: &GrayImage) -> Result<Vec<Vec<f64>>> {
        let copies =
            (1..=COPIES).map(|seed| self.predict_picture(&augment(image, &MOVES, seed)?.0));
        copies.collect()
    }
}

fn mean(rows: impl IntoIterator<Item = Vec<f64>>) -> Vec<f64> {
    let mut count = 0.0;
    let mut sums = Vec::<f64>::new();
    for row in rows {
        count += 1.0;
        sums.resize(row.len(), 0.0);
        sums.iter_mut().zip(row).for_each(|(sum, p)| *sum += p);
    }
    sums.iter().map(|sum| sum / count).collect()
}

fn extent(own: &[f64], others: &[Vec<f64>], class: usize) -> (f64, f64) {
    let all = others.iter().map(|row| row[class]).chain([own[class]]);
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), p| {
        (low.min(p), high.max(p))
    })
}
