//! mini-MIAS trained on directly: three classes, five folds, patients kept together, left breasts flipped onto right ones.
//!
//! `cargo run --release --example mias_folds -- <folder> <work> <input size> <epochs> [<start> ...]`
//!
//! `<folder>` has `MLO_R` and `MLO_L` with the classes F, G and D and files `mdb001.png`; `<start>` are weights to start
//! from, whose last layer is replaced; from several, a network each, and their probabilities are averaged. The last epoch counts.

use helpers::prelude::*;
use std::path::{Path, PathBuf};

const FOLDS: usize = 5;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [folder, work, size, epochs, start @ ..] = arguments.as_slice() else {
        eprintln!("give <folder> <work> <input size> <epochs> [<start> ...]");
        return std::process::ExitCode::from(2);
    };
    let (Ok(size), Ok(epochs)) = (size.parse(), epochs.parse()) else {
        eprintln!("{size} and {epochs}: give whole numbers");
        return std::process::ExitCode::from(2);
    };
    match cross_validate(Path::new(folder), Path::new(work), size, epochs, start) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn cross_validate(
    folder: &Path,
    work: &Path,
    size: usize,
    epochs: usize,
    starts: &[String],
) -> Result<()> {
    let images = ImageFolder::open(flipped(folder, work)?)?;
    let (mut right, mut all) = (0, 0);
    let starts: Vec<Option<PathBuf>> = match starts {
        [] => vec![None],
        starts => starts.iter().map(|s| Some(s.into())).collect(),
    };
    for fold in 0..FOLDS {
        let (train_on, validate_on) = Folds::new(FOLDS, fold).split(&images, 1)?;
        let config = TrainConfig {
            network: ResNetConfig {
                classes: images.classes().len(),
                samplewise_std: true,
                ..ResNetConfig::with_input(size)
            },
            epochs,
            batch_size: 8,
            learning_rate: 4e-4,
            schedule: Schedule::Cosine {
                warm_up: 0.5,
                last: 0.0,
            },
            optimizer: Optimizer::adam_w(),
            weight_decay: 0.01,
            clip_norm: Some(5.0),
            label_smoothing: 0.1,
            augmentation: Some(AugmentConfig {
                rotation: 10.0,
                height_shift: 0.08,
                width_shift: 0.08,
                zoom: (0.85, 1.15),
            }),
            resize: Resize::Box,
            ..TrainConfig::default()
        };
        let mut answers = Vec::new();
        for (number, start) in starts.iter().enumerate() {
            let config = TrainConfig {
                initial_weights: start.clone(),
                ..config.clone()
            };
            let name = format!("fold{fold}-{number}");
            let device = best_device();
            let trained = train(&train_on, None, &config, work.join("runs"), &name, &device)?;
            let last = Classifier::new(trained.model, trained.card);
            let answer = last.predict_folder(&validate_on)?;
            println!(
                "fold {fold}, network {number}: {} right",
                ConfusionMatrix::of(&answer)?.correct()
            );
            answers.push(answer);
        }
        let together = Predictions::average(&answers.iter().collect::<Vec<_>>())?;
        let matrix = ConfusionMatrix::of(&together)?;
        println!(
            "fold {fold}: {} of {} right {:?}",
            matrix.correct(),
            matrix.total(),
            matrix.counts()
        );
        right += matrix.correct();
        all += matrix.total();
    }
    let interval = wilson_interval(right, all)?;
    println!(
        "{right} of {all} right: {:.3} ({:.3} to {:.3})",
        right as f64 / all as f64,
        interval.low,
        interval.high
    );
    Ok(())
}

/// All images as right breasts, named by their patients: `001_mdb002.png` for the second image.
fn flipped(folder: &Path, work: &Path) -> Result<PathBuf> {
    let target = work.join("flipped");
    for projection in [Projection::MloR, Projection::MloL] {
        let images = ImageFolder::open(folder.join(projection.name()))?;
        for (path, class) in images.images() {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let digits: String = name.chars().filter(char::is_ascii_digit).collect();
            let number: usize = digits.parse().map_err(|_| {
                Error::parameter(
                    "file name",
                    path.display(),
                    "mini-MIAS has mdb001 to mdb322",
                )
            })?;
            let place = target.join(&images.classes()[*class]);
            std::fs::create_dir_all(&place).map_err(Error::io(&place))?;
            let file = place.join(format!("{:03}_{name}.png", number.div_ceil(2)));
            if !file.exists() {
                let mut image = load_grey(path)?;
                if projection == Projection::MloL {
                    image::imageops::flip_horizontal_in_place(&mut image);
                }
                image.save(&file).map_err(|e| {
                    Error::parameter("image", file.display(), format!("cannot be written: {e}"))
                })?;
            }
        }
    }
    Ok(target)
}
