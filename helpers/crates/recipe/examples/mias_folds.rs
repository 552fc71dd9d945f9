//! mini-MIAS trained on directly: three classes, five folds, patients kept together, left breasts flipped onto right ones.
//!
//! `cargo run --release --example mias_folds -- <folder> <work> <input sizes> <epochs> [<start> ...]`
//!
//! `<folder>` has `MLO_R` and `MLO_L` with the classes F, G and D and files `mdb001.png`; `<start>` are weights to start
//! from, whose last layer is replaced; from several, a network each, and their probabilities are averaged. The last
//! epoch counts.
//!
//! With 0 epochs the networks stay as they are. A new last layer alone is fitted to the pooled features of all starts at
//! all input sizes (`128,160,224`): logistic regression with an L2 penalty, which has one solution, in several partitions.

use candle_core::{D, Device, Tensor};
use density::data::{AugmentConfig, Folds, ImageFolder, Projection, Resize, load_grey};
use density::device::best_device;
use density::merit::{ConfusionMatrix, wilson_interval};
use density::model::{LEAKY_SLOPE, ResNetConfig};
use density::predict::{Classifier, Predictions};
use density::{Error, Result};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use training::{Optimizer, Schedule, TrainConfig, train};

const FOLDS: usize = 5;
/// Partitions into folds that the last layer is fitted in; the first is the one that whole networks are trained in.
const PARTITIONS: u64 = 5;
/// Of the squared weights of the last layer, beside the mean cross entropy; results are the same from a third to three times it.
const PENALTY: f64 = 1.0;
/// Steps of Nesterov's accelerated gradient; the loss no longer changes in f64 long before.
const STEPS: usize = 1000;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [folder, work, sizes, epochs, start @ ..] = arguments.as_slice() else {
        eprintln!("give <folder> <work> <input sizes> <epochs> [<start> ...]");
        return std::process::ExitCode::from(2);
    };
    let numbers: std::result::Result<Vec<usize>, _> = sizes.split(',').map(str::parse).collect();
    let (Ok(sizes), Ok(epochs)) = (numbers, epochs.parse::<usize>()) else {
        eprintln!("{sizes} and {epochs}: give whole numbers, such as 128,160 and 0");
        return std::process::ExitCode::from(2);
    };
    let done = flipped(Path::new(folder), Path::new(work))
        .and_then(ImageFolder::open)
        .and_then(|images| match (epochs, sizes.as_slice()) {
            (0, sizes) => fit_last_layer(&images, sizes, start),
            (_, [size]) => cross_validate(&images, Path::new(work), *size, epochs, start),
            _ => Err(Error::parameter(
                "input sizes",
                sizes.len(),
                "a network is trained at one",
            )),
        });
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn cross_validate(
    images: &ImageFolder,
    work: &Path,
    size: usize,
    epochs: usize,
    starts: &[String],
) -> Result<()> {
    let (mut right, mut all) = (0, 0);
    let starts: Vec<Option<PathBuf>> = match starts {
        [] => vec![None],
        starts => starts.iter().map(|s| Some(s.into())).collect(),
    };
    for fold in 0..FOLDS {
        let (train_on, validate_on) = Folds::new(FOLDS, fold).split(images, 1)?;
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
    report(right, all)
}

fn report(right: usize, all: usize) -> Result<()> {
    let interval = wilson_interval(right, all)?;
    println!(
        "{right} of {all} right: {:.3} ({:.3} to {:.3})",
        right as f64 / all as f64,
        interval.low,
        interval.high
    );
    Ok(())
}

fn fit_last_layer(images: &ImageFolder, sizes: &[usize], starts: &[String]) -> Result<()> {
    let features = pooled_features(images, sizes, starts)?;
    for partition in 1..=PARTITIONS {
        let (mut right, mut all) = (0, 0);
        let mut counts = vec![vec![0; images.classes().len()]; images.classes().len()];
        for fold in 0..FOLDS {
            let (train_on, validate_on) = Folds::new(FOLDS, fold).split(images, partition)?;
            for (truth, said) in fitted(&features, &train_on, &validate_on)? {
                counts[truth][said] += 1;
                right += usize::from(truth == said);
                all += 1;
            }
        }
        print!("partition {partition}: {counts:?} ");
        report(right, all)?;
    }
    Ok(())
}

/// What the last layers of the networks see of each image: the averages of 256 channels a network and size.
fn pooled_features(
    images: &ImageFolder,
    sizes: &[usize],
    starts: &[String],
) -> Result<HashMap<PathBuf, Vec<f64>>> {
    if starts.is_empty() {
        return Err(Error::parameter(
            "starts",
            0,
            "a last layer alone needs weights below it",
        ));
    }
    let mut features: HashMap<PathBuf, Vec<f64>> = HashMap::new();
    for start in starts {
        // A network of left views reads a right one in the mirror.
        let left = Path::new(start)
            .file_stem()
            .is_some_and(|s| s.to_string_lossy().ends_with("_L"));
        for &size in sizes {
            let network = Classifier::load(start, &best_device())?.with_input_size(size)?;
            for (path, _) in images.images() {
                let mut image = network.read(path)?;
                if left {
                    image::imageops::flip_horizontal_in_place(&mut image);
                }
                let map = network.model().features(&network.tensor(&image)?)?;
                let active = map.maximum(&(&map * f64::from(LEAKY_SLOPE))?)?;
                let pooled = active.mean((2, 3))?.squeeze(0)?.to_vec1::<f32>()?;
                features
                    .entry(path.clone())
                    .or_default()
                    .extend(pooled.into_iter().map(f64::from));
            }
        }
    }
    Ok(features)
}

/// Fits a last layer to `train_on`; the true and the predicted class of each image of `validate_on`.
fn fitted(
    features: &HashMap<PathBuf, Vec<f64>>,
    train_on: &ImageFolder,
    validate_on: &ImageFolder,
) -> Result<Vec<(usize, usize)>> {
    let matrix = |folder: &ImageFolder| -> Result<Tensor> {
        let rows: Vec<f64> = folder
            .images()
            .iter()
            .flat_map(|(path, _)| features[path].clone())
            .collect();
        let columns = rows.len() / folder.len();
        Ok(Tensor::from_vec(
            rows,
            (folder.len(), columns),
            &Device::Cpu,
        )?)
    };
    let x = matrix(train_on)?;
    let mean = x.mean_keepdim(0)?;
    let deviation = (x.broadcast_sub(&mean)?.sqr()?.mean_keepdim(0)?.sqrt()? + 1e-9)?;
    // A column of ones for the bias, which is not penalised.
    let with_bias = |x: Tensor| -> Result<Tensor> {
        let x = x.broadcast_sub(&mean)?.broadcast_div(&deviation)?;
        Ok(x.pad_with_zeros(1, 0, 1)?
            .broadcast_add(&bias_column(x.dim(1)? + 1)?)?)
    };
    let x = with_bias(x)?;
    let (n, columns) = x.dims2()?;
    let classes = train_on.classes().len();
    let mut truth = vec![0.0; n * classes];
    for (row, (_, class)) in train_on.images().iter().enumerate() {
        truth[row * classes + class] = 1.0;
    }
    let truth = Tensor::from_vec(truth, (n, classes), &Device::Cpu)?;
    let penalised = bias_column(columns)?.affine(-PENALTY, PENALTY)?.t()?;
    // The curvature is at most half the largest eigenvalue of X'X / n, which is at most its trace, plus the penalty.
    let steepest = columns as f64 / 2.0 + PENALTY;
    let xt = x.t()?.contiguous()?;
    let mut weights = Tensor::zeros((columns, classes), candle_core::DType::F64, &Device::Cpu)?;
    let mut ahead = weights.clone();
    for step in 0..STEPS {
        let error = (softmax(&x.matmul(&ahead)?)? - &truth)?;
        let gradient = ((xt.matmul(&error)? / n as f64)? + ahead.broadcast_mul(&penalised)?)?;
        let next = (&ahead - (gradient / steepest)?)?;
        let momentum = step as f64 / (step as f64 + 3.0);
        ahead = (&next + ((&next - &weights)? * momentum)?)?;
        weights = next;
    }
    let said = with_bias(matrix(validate_on)?)?
        .matmul(&weights)?
        .argmax(1)?
        .to_vec1::<u32>()?;
    let truths = validate_on.images().iter().map(|(_, class)| *class);
    Ok(truths.zip(said.into_iter().map(|s| s as usize)).collect())
}

/// `1 columns`: one in the last column, zero in the others.
fn bias_column(columns: usize) -> Result<Tensor> {
    let mut row = vec![0.0; columns];
    row[columns - 1] = 1.0;
    Ok(Tensor::from_vec(row, (1, columns), &Device::Cpu)?)
}

fn softmax(logits: &Tensor) -> Result<Tensor> {
    let e = logits
        .broadcast_sub(&logits.max_keepdim(D::Minus1)?)?
        .exp()?;
    Ok(e.broadcast_div(&e.sum_keepdim(D::Minus1)?)?)
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
