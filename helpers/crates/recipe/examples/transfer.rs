//! How networks trained on phantoms read real mammograms:
//!
//! `cargo run --release --example transfer -- <weights> <TestSet> <mini-MIAS> [<phantoms>]`
//!
//! `<weights>` is a folder with one file per projection (`MLO_R.safetensors`), or one file for all projections; the others are
//! folders in the tutorial's layout, mini-MIAS with the classes F, G and D under `MLO_R` and `MLO_L`. Any of them may be `-`
//! for none. Nothing here chooses anything: it only counts.

use density::Result;
use density::data::{ImageFolder, Projection};
use density::device::best_device;
use density::merit::RocCurve;
use density::predict::Classifier;
use recipe::{Densities, phantoms_of};
use std::path::Path;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [weights, rest @ ..] = arguments.as_slice() else {
        eprintln!("give <weights> <TestSet> <mini-MIAS> [<phantoms>]");
        return std::process::ExitCode::from(2);
    };
    let folder = |place: usize| rest.get(place).map(String::as_str).filter(|f| *f != "-");
    match report(weights, folder(0), folder(1), folder(2)) {
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
    let mut densities = Densities::default();
    for projection in Projection::ALL {
        let classifier = if Path::new(weights).is_dir() {
            Classifier::for_projection(weights, projection, &best_device())?
        } else {
            Classifier::load(weights, &best_device())?
        };
        if let Some(phantoms) = phantoms {
            phantoms_of(&classifier, phantoms, projection, &mut densities)?;
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
    densities.tell()?;
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

/// Standard error of an area under the curve (J. A. Hanley, B. J. McNeil, Radiology 143 (1982) 29), for images that have
/// nothing to do with each other: the two breasts of a patient do, so it is somewhat too small.
fn auc_error(auc: f64, positives: f64, negatives: f64) -> f64 {
    let (q1, q2) = (auc / (2.0 - auc), 2.0 * auc * auc / (1.0 + auc));
    let variance = auc * (1.0 - auc)
        + (positives - 1.0) * (q1 - auc * auc)
        + (negatives - 1.0) * (q2 - auc * auc);
    (variance / (positives * negatives)).max(0.0).sqrt()
}

/// The mean class, A 0 to D 3.
fn expected(p: &[f64]) -> f64 {
    p.iter()
        .enumerate()
        .map(|(class, p)| class as f64 * p)
        .sum()
}
