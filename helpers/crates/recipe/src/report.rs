//! How the networks read phantoms of which everything is known, in figures.

use density::cam::{TissueMasks, correlation, grad_cam, randomised_from_top};
use density::data::{ImageFolder, Projection, Resize, TextTable, load_grey, mask_path};
use density::error::{Error, Result};
use density::merit::{ConfusionMatrix, wilson_interval};
use density::predict::Classifier;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Prints how a network reads the test images of a set of phantoms, by class and by look, where the evidence lies that its maps show, and
/// what is left of a map when the last layer forgets; gathers what it says of the tissue.
pub fn phantoms_of(
    classifier: &Classifier,
    root: &str,
    projection: Projection,
    densities: &mut Densities,
) -> Result<()> {
    let images = classifier.open_folder(format!("{root}/{projection}/test"))?;
    let predictions = classifier.predict_images(images)?;
    let images = &predictions.images;
    let matrix = ConfusionMatrix::of(&predictions)?;
    let interval = wilson_interval(matrix.correct(), matrix.total())?;
    println!(
        "{projection} phantoms: {} of {} exact, {:.3} ({:.3} to {:.3}), within one {:.3} {:?}",
        matrix.correct(),
        matrix.total(),
        matrix.accuracy(),
        interval.low,
        interval.high,
        matrix.within_one_class(),
        matrix.counts()
    );
    let looks = looks(Path::new(root))?;
    let mut by_look = BTreeMap::<&str, (usize, usize)>::new();
    let rows = images.images().iter().zip(predictions.predicted());
    for ((path, truth), predicted) in rows {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some(look) = looks.get(name.as_ref()) {
            let (right, all) = by_look.entry(look).or_default();
            *right += usize::from(predicted == *truth);
            *all += 1;
        }
    }
    for (look, (right, all)) in by_look {
        println!("  {look}: {right} of {all}");
    }
    evidence(classifier, root, projection, images)?;
    forgotten(classifier, images)?;
    if classifier.card().tells_tissue {
        for (path, _) in images.images() {
            densities.add(classifier, path)?;
        }
    }
    Ok(())
}

/// Where the maps of the true class, and those of every class, have their evidence.
fn evidence(
    classifier: &Classifier,
    root: &str,
    projection: Projection,
    images: &ImageFolder,
) -> Result<()> {
    let masks = TissueMasks::of_projection(root, projection);
    let numbers = |table: &polars::frame::DataFrame, name: &str| -> Result<Vec<f64>> {
        let column = table.column(name)?.f64()?;
        Ok(column.into_no_null_iter().collect())
    };
    let truth = classifier.explain(images)?.energy_on(&masks)?;
    println!("  maps of the true class, {}:", classifier.classes());
    for name in [
        "energy ratio, dense tissue",
        "at most",
        "energy ratio, breast",
        "at most, breast",
        "beside the breast",
        "beside the breast, pooled",
    ] {
        println!("    {name}: {:.3?}", numbers(&truth, name)?);
    }
    let names = ["beside the breast", "beside the breast, pooled"];
    let mut beside = names.map(|_| Vec::new());
    for class in classifier.classes().iter() {
        let maps = classifier.explain_as(images, class)?;
        // No image may have any evidence for it.
        if let Ok(table) = maps.energy_on(&masks) {
            for (beside, name) in beside.iter_mut().zip(names) {
                beside.extend(numbers(&table, name)?);
            }
        }
    }
    for (beside, name) in beside.iter().zip(names) {
        println!("  maps of each class of all images, {name}: {beside:.3?}");
    }
    Ok(())
}

/// The correlation of maps before and after the last layer is random: over the picture, and within the breast.
fn forgotten(classifier: &Classifier, images: &ImageFolder) -> Result<()> {
    let (mut picture, mut breast) = (Vec::new(), Vec::new());
    for seed in 1..=2 {
        let forgetful = randomised_from_top(classifier.model(), 1, seed)?;
        for (path, class) in images.first(4).images() {
            let x = classifier.tensor(&classifier.read(path)?)?;
            let before = grad_cam(classifier.model(), &x, Some(*class))?.map;
            let after = grad_cam(&forgetful, &x, Some(*class))?.map;
            picture.push(correlation(&before, &after)?);
            let inside = breast_of(path, classifier.card().config.input_size)?;
            let within = |map: &[f64]| {
                let both = map.iter().zip(&inside);
                both.filter(|(_, inside)| **inside)
                    .map(|(v, _)| *v)
                    .collect::<Vec<_>>()
            };
            breast.push(correlation(&within(&before), &within(&after))?);
        }
    }
    for correlations in [&mut picture, &mut breast] {
        correlations.retain(|r| r.is_finite());
    }
    println!(
        "  maps with a random last layer correlate by {:.2} over the picture, {:.2} within the breast ({})",
        mean(&picture),
        mean(&breast),
        picture.len()
    );
    Ok(())
}

/// Where the breast of a phantom is in the network's input.
fn breast_of(image: &Path, side: usize) -> Result<Vec<bool>> {
    let none = || Error::parameter("image", image.display(), "has no mask of its tissue");
    let mask = load_grey(mask_path(image).ok_or_else(none)?)?;
    let mask = Resize::Nearest.apply(&mask, side as u32, side as u32);
    Ok(mask.iter().map(|kind| *kind > 0).collect())
}

/// The look of every image of a set of phantoms, by its file's name, as their `truth.csv` tells.
pub fn looks(root: &Path) -> Result<HashMap<String, String>> {
    truth(root, "look")
}

/// A column of the `truth.csv` of a set of phantoms, by the name of each image's file.
pub(crate) fn truth(root: &Path, column: &str) -> Result<HashMap<String, String>> {
    let table = TextTable::read(root.join("truth.csv"))?;
    let (files, values) = (table.column(&["file"])?, table.column(&[column])?);
    Ok(files.iter().cloned().zip(values.iter().cloned()).collect())
}

/// Percent densities that networks see in phantoms, beside the true ones.
#[derive(Debug, Default)]
pub struct Densities {
    seen: Vec<f64>,
    truth: Vec<f64>,
    /// Places of dense tissue that both, the network and the truth have.
    both: usize,
    each: usize,
}

impl Densities {
    fn add(&mut self, classifier: &Classifier, path: &Path) -> Result<()> {
        let seen = classifier.tissue(path)?;
        let Some(truth) = seen.truth(path)? else {
            return Ok(());
        };
        self.seen.push(seen.percent_density());
        self.truth.push(truth.percent_density());
        let (both, each) = seen.overlap(&truth);
        self.both += both;
        self.each += each;
        Ok(())
    }

    /// Prints the error, the rank correlation, and the Dice coefficient over the places of all images.
    pub fn tell(&self) -> Result<()> {
        if self.seen.is_empty() {
            return Ok(());
        }
        let errors = self
            .seen
            .iter()
            .zip(&self.truth)
            .map(|(a, b)| (a - b).abs());
        println!(
            "percent density: mean absolute error {:.2} %, rank correlation {:.3}, Dice of the dense tissue {:.3} ({} images)",
            mean(&errors.collect::<Vec<_>>()),
            correlation(&ranks(&self.seen), &ranks(&self.truth))?,
            2.0 * self.both as f64 / self.each as f64,
            self.seen.len()
        );
        Ok(())
    }
}

/// The rank of each value, from 0; of equal ones by their order.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order = (0..values.len()).collect::<Vec<_>>();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank as f64;
    }
    ranks
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
