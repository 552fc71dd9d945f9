//! How networks trained on phantoms read real mammograms:
//!
//! `cargo run --release --example transfer -- <weights> <TestSet> <mini-MIAS> [<phantoms> [<figure.png>]]`
//!
//! `<weights>` is a folder with one file per projection (`MLO_R.safetensors`), or one file for all projections; the others are
//! folders in the tutorial's layout, mini-MIAS with the classes F, G and D under `MLO_R` and `MLO_L`. Any of them may be `-`
//! for none. Nothing here chooses anything: it only counts. The figure compares grey levels and texture of the sets.

use density::Result;
use density::cam::{FROM_TOP, correlation, energy_in_mask, grad_cam, randomised_from_top};
use density::data::{ImageFolder, Projection, Resize, load_grey};
use density::device::best_device;
use density::merit::{ConfusionMatrix, RocCurve, wilson_interval};
use density::model::ResNet;
use density::predict::Classifier;
use recipe::plot_appearance;
use std::path::Path;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [weights, rest @ ..] = arguments.as_slice() else {
        eprintln!("give <weights> <TestSet> <mini-MIAS> [<phantoms>]");
        return std::process::ExitCode::from(2);
    };
    let folder = |place: usize| rest.get(place).map(String::as_str).filter(|f| *f != "-");
    let done = report(weights, folder(0), folder(1), folder(2)).and_then(|()| match folder(3) {
        Some(figure) => appearance(folder(0), folder(1), folder(2), figure),
        None => Ok(()),
    });
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn report(
    weights: &str,
    real: Option<&str>,
    mias: Option<&str>,
    phantoms: Option<&str>,
) -> Result<()> {
    let (mut exact, mut near, mut all) = (0, 0, 0);
    let mut scores: Vec<(String, f64)> = Vec::new();
    for projection in Projection::ALL {
        let classifier = if Path::new(weights).is_dir() {
            Classifier::for_projection(weights, projection, &best_device())?
        } else {
            Classifier::load(weights, &best_device())?
        };
        if let Some(phantoms) = phantoms {
            let images = classifier.open_folder(format!("{phantoms}/{projection}/test"))?;
            let matrix = ConfusionMatrix::of(&classifier.predict_folder(&images)?)?;
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
            maps(
                &classifier,
                &images,
                &format!("{phantoms}/{projection}/masks"),
            )?;
        }
        if let Some(real) = real {
            let images = classifier.open_folder(format!("{real}/{projection}/test"))?;
            for (path, class) in images.images() {
                let p = classifier.predict_image(path)?;
                let predicted = (0..p.len())
                    .max_by(|a, b| p[*a].total_cmp(&p[*b]))
                    .unwrap_or(0);
                println!(
                    "{projection} {}: predicted {}, expected {:.2}  {:.2?}",
                    images.classes()[*class],
                    images.classes()[predicted],
                    expected(&p),
                    p
                );
                all += 1;
                exact += usize::from(predicted == *class);
                near += usize::from(predicted.abs_diff(*class) <= 1);
            }
        }
        let folder = |mias: &str| Path::new(mias).join(projection.name());
        if let Some(mias) = mias.filter(|m| folder(m).is_dir()) {
            let images = ImageFolder::open(folder(mias))?;
            for (path, class) in images.images() {
                scores.push((
                    images.classes()[*class].clone(),
                    expected(&classifier.predict_image(path)?),
                ));
            }
        }
    }
    if all > 0 {
        println!("real mammograms: {exact} of {all} exact, {near} within one class");
    }
    if !scores.is_empty() {
        for class in ["F", "G", "D"] {
            let of: Vec<f64> = scores
                .iter()
                .filter(|s| s.0 == class)
                .map(|s| s.1)
                .collect();
            println!(
                "mini-MIAS {class}: {} images, expected class {:.2}",
                of.len(),
                of.iter().sum::<f64>() / of.len().max(1) as f64
            );
        }
        for (one, other) in [("F", "D"), ("F", "G"), ("G", "D")] {
            let two = scores.iter().filter(|s| s.0 == one || s.0 == other);
            let (values, positive): (Vec<f64>, Vec<bool>) =
                two.map(|(class, score)| (*score, class == other)).unzip();
            let auc = RocCurve::of(&values, &positive)?.auc;
            let dense = positive.iter().filter(|p| **p).count() as f64;
            let error = auc_error(auc, dense, positive.len() as f64 - dense);
            println!(
                "mini-MIAS {one} against {other}: AUC {auc:.3} +- {:.3}",
                1.96 * error
            );
        }
    }
    Ok(())
}

/// Prints how much of the maps of C and D lies on the dense tissue, and what is left of maps when the network forgets.
fn maps(classifier: &Classifier, images: &ImageFolder, masks: &str) -> Result<()> {
    let (model, names) = (classifier.model(), images.classes());
    let explain = |model: &ResNet, path: &Path, class: usize| {
        grad_cam(
            model,
            &classifier.tensor(&classifier.read(path)?)?,
            Some(class),
        )
    };
    for class in ["C", "D"] {
        let mut ratios = Vec::new();
        for path in images.of_class(class)? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let mask = load_grey(format!("{masks}/{class}/{stem}.png"))?;
            let size = classifier.model().config().input_size as u32;
            let tissue = Resize::Nearest.apply(&mask, size, size);
            let dense = tissue.as_raw().iter().map(|t| *t == 160);
            let number = names.iter().position(|n| n == class).unwrap_or(0);
            let map = explain(model, &path, number)?.map;
            // A map that is zero everywhere has no place.
            ratios.extend(energy_in_mask(&map, &dense.collect::<Vec<_>>()));
        }
        let n = ratios.len() as f64;
        let mean = ratios.iter().sum::<f64>() / n;
        let variance = ratios.iter().map(|r| (r - mean).powi(2)).sum::<f64>() / (n - 1.0);
        println!(
            "  map of {class} on the dense tissue: {mean:.2} +- {:.2} times its share of the picture ({n} maps)",
            1.96 * (variance / n).sqrt()
        );
    }
    let some = images.first(4);
    for parts in 1..=FROM_TOP.len() {
        let mut r = Vec::new();
        for seed in 1..=2 {
            let forgetful = randomised_from_top(model, parts, seed)?;
            for (path, class) in some.images() {
                let (before, after) = (
                    explain(model, path, *class)?.map,
                    explain(&forgetful, path, *class)?.map,
                );
                r.extend(correlation(&before, &after).ok().filter(|r| r.is_finite()));
            }
        }
        println!(
            "  random from the last layer to {}: maps correlate by {:.2} ({})",
            FROM_TOP[parts - 1],
            r.iter().sum::<f64>() / r.len() as f64,
            r.len()
        );
    }
    Ok(())
}

/// Standard error of an area under the curve (J. A. Hanley, B. J. McNeil, Radiology 143 (1982) 29), for images that have
/// nothing to do with each other: the two breasts of a patient do, so it is somewhat too small.
fn auc_error(auc: f64, positives: f64, negatives: f64) -> f64 {
    let (q1, q2) = (auc / (2.0 - auc), 2.0 * auc * auc / (1.0 + auc));
    let variance = auc * (1.0 - auc)
        + (positives - 1.0) * (q1 - auc * auc)
        + (negatives - 1.0) * (q2 - auc * auc);
    (variance / (positives * negatives)).max(0.0).sqrt()
}

/// Draws how the sets look in numbers.
fn appearance(
    real: Option<&str>,
    mias: Option<&str>,
    phantoms: Option<&str>,
    figure: &str,
) -> Result<()> {
    let mut sets = Vec::new();
    for (name, folder, split) in [
        ("published TestSet", real, "test"),
        ("mini-MIAS", mias, ""),
        ("phantoms", phantoms, "test"),
    ] {
        let mut paths = Vec::new();
        for projection in Projection::ALL {
            let place = Path::new(folder.unwrap_or(""))
                .join(projection.name())
                .join(split);
            if folder.is_some() && place.is_dir() {
                let images = ImageFolder::open(place)?;
                paths.extend(images.images().iter().map(|(path, _)| path.clone()));
            }
        }
        if !paths.is_empty() {
            sets.push((format!("{name} ({})", paths.len()), paths));
        }
    }
    plot_appearance("Real mammograms and phantoms", &sets)?.save(figure)
}

/// The mean class, A 0 to D 3.
fn expected(p: &[f64]) -> f64 {
    p.iter()
        .enumerate()
        .map(|(class, p)| class as f64 * p)
        .sum()
}
