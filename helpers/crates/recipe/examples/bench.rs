//! Our side of `make bench`: `bench <work>` repeats a work as often as standard input asks for and answers with the
//! seconds of each repetition, as JSON. `helpers/bench/run.py` starts it beside its peers.

use candle_core::{Device, Tensor};
use candle_keras_ops::{Precision, set_precision};
use candle_nn::Optimizer as _;
use density::cam::grad_cam;
use density::data::{
    BatchStream, ImageFolder, Resize, StreamConfig, load_resized, standardize_into, to_tensor,
};
use density::device::best_device;
use density::model::{ResNet, ResNetConfig};
use density::{Error, Result};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::time::Instant;
use training::{
    KerasOptimizer, OptimizerConfig, Together, flat_part, gradients, update_moving_averages,
};
use training::{MovingAverage, Workspace};

/// A repetition; it may return the seconds it wants counted, where not all of it counts.
type Step = Box<dyn FnMut() -> Result<Option<f64>>>;

fn main() -> std::process::ExitCode {
    match run(&std::env::args().nth(1).unwrap_or_default()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run(work: &str) -> Result<()> {
    let mut parts = work.split('-');
    let name = parts.next().unwrap_or_default();
    let mut number = |default: usize| match parts.next() {
        None => Ok(default),
        Some(text) => text.parse::<usize>().map_err(|_| {
            Error::parameter("work", work, "its first parts behind a dash are numbers")
        }),
    };
    let (size, batch) = (number(1)?, number(4)?);
    set_precision(match parts.next() {
        None | Some("f32") => Precision::F32,
        Some("tf32") => Precision::Tf32,
        Some("bf16") => Precision::Bf16,
        Some(_) => {
            return Err(Error::parameter(
                "work",
                work,
                "it ends with f32, tf32 or bf16",
            ));
        }
    });
    let step = match name {
        "check" => return check(),
        "inference" => inference(size)?,
        "limit" => inference(1)?,
        "train" => training(size, batch)?,
        "gradcam" => grad_cam_of_a_file()?,
        "decode" => decode()?,
        "augment" => augmentation()?,
        _ => return Err(Error::parameter("work", work, "see helpers/bench/run.py")),
    };
    serve(step)
}

fn serve(mut step: Step) -> Result<()> {
    let stdout = Error::io("standard output");
    answer(r#"{"versions":{}}"#).map_err(stdout)?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(Error::io("standard input"))?;
        let count = line
            .trim()
            .parse::<usize>()
            .map_err(|_| Error::parameter("repetitions", &line, "give a whole number"))?;
        let mut seconds = Vec::new();
        for _ in 0..count {
            let start = Instant::now();
            let counted = step()?;
            seconds.push(counted.unwrap_or_else(|| start.elapsed().as_secs_f64()));
        }
        answer(&format!("{seconds:?}")).map_err(Error::io("standard output"))?;
    }
    Ok(())
}

fn answer(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// A setting that the driver makes.
fn setting(name: &str) -> Result<String> {
    std::env::var(name).map_err(|_| Error::parameter(name, "", "is set by helpers/bench/run.py"))
}

fn number(name: &str) -> Result<usize> {
    let value = setting(name)?;
    value
        .parse()
        .map_err(|_| Error::parameter(name, value, "give a whole number"))
}

fn model() -> Result<ResNet> {
    let (model, _) = ResNet::load(setting("BENCH_WEIGHTS")?, &best_device())?;
    Ok(model)
}

/// Synthetic input, resident in memory.
fn images(n: usize, size: usize, device: &Device) -> Result<Tensor> {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let values = (0..n * 3 * size * size)
        .map(|_| rng.random::<f32>() - 0.5)
        .collect();
    Ok(Tensor::from_vec(values, (n, 3, size, size), device)?)
}

/// Image `i` of class `i`, and from the start again.
fn targets(n: usize, classes: usize, device: &Device) -> Result<Tensor> {
    let one = |i: usize| f32::from(i / classes % classes == i % classes);
    let values = (0..n * classes).map(one).collect();
    Ok(Tensor::from_vec(values, (n, classes), device)?)
}

fn inference(batch: usize) -> Result<Step> {
    let model = model()?;
    let x = images(batch, 650, model.device())?;
    Ok(Box::new(move || {
        model.probabilities(&x)?.to_vec2::<f32>()?;
        Ok(None)
    }))
}

fn training(size: usize, batch: usize) -> Result<Step> {
    let weights = setting("BENCH_WEIGHTS")?;
    let model = ResNet::new(&ResNetConfig::with_input(size), 1, &best_device())?;
    model.take_weights(weights)?;
    let x = images(batch, size, model.device())?;
    let y = targets(batch, model.config().classes, model.device())?;
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut steps = 0;
    let mut workspace = Workspace::default();
    let mut sgd = KerasOptimizer::new(
        model.parameters().trainable_vars(),
        OptimizerConfig::default(),
    )?;
    Ok(Box::new(move || {
        steps += 1;
        let dropout = model.dropout_mask(batch, &mut rng)?;
        let (dropout, single) = (dropout.as_ref(), Together::single());
        let (_, pass, gradient) = gradients(&model, &x, &y, dropout, &mut workspace, single)?;
        sgd.step_along(&gradient)?;
        update_moving_averages(&model, &pass, steps, MovingAverage::Plain)?;
        model.device().synchronize()?;
        Ok(None)
    }))
}

/// PNG in, overlay PNG out.
fn grad_cam_of_a_file() -> Result<Step> {
    let (source, model) = (setting("BENCH_IMAGE")?, model()?);
    let target = PathBuf::from(setting("BENCH_OUT")?).join("grad-cam-ours.png");
    let size = 650;
    Ok(Box::new(move || {
        let grey = load_resized(&source, Resize::Nearest, size, size)?;
        let x = to_tensor(&grey, model.config().channels, model.device())?;
        let cam = grad_cam(&model, &x, None)?;
        figures::readable_overlay(&grey, &cam)?
            .save(&target)
            .map_err(|e| Error::Figure(e.to_string()))?;
        Ok(None)
    }))
}

/// Files to standardised planes, in memory that is kept, as the peer's is.
fn decode() -> Result<Step> {
    let files = files()?;
    let mut planes = vec![0f32; files.len() * 650 * 650];
    Ok(Box::new(move || {
        planes
            .par_chunks_mut(650 * 650)
            .zip(&files)
            .try_for_each(|(plane, file)| {
                standardize_into(&load_resized(file, Resize::Nearest, 650, 650)?, plane)
            })?;
        Ok(None)
    }))
}

fn files() -> Result<Vec<PathBuf>> {
    let list = setting("BENCH_IMAGES")?;
    Ok(std::env::split_paths(&list).collect())
}

/// Batches of augmented images from images in memory, made by worker threads.
fn augmentation() -> Result<Step> {
    let folder = ImageFolder::open(setting("BENCH_FOLDER")?)?;
    let config = StreamConfig {
        workers: number("BENCH_THREADS")?,
        ..StreamConfig::default()
    };
    let (batches, skipped) = (number("BENCH_BATCHES")?, number("BENCH_SKIPPED")?);
    // One pass reads the files; what follows finds them in memory, as the peer does.
    let mut stream = BatchStream::new(&folder, &config)?;
    let pass = folder.len().div_ceil(config.batch_size) + 2 * config.workers;
    Ok(Box::new(move || {
        // Anew in every turn: workers must not work ahead in the others' time.
        stream.seek(stream.position())?;
        for _ in 0..skipped.max(pass) {
            stream.next_batch()?;
        }
        let start = Instant::now();
        for _ in 0..batches {
            stream.next_batch()?;
        }
        let seconds = start.elapsed().as_secs_f64();
        Ok(Some(seconds / (batches * config.batch_size) as f64))
    }))
}

/// What the network computes, for the driver to compare with the peers.
fn check() -> Result<()> {
    let path = setting("BENCH_CHECK")?;
    let bytes = std::fs::read(&path).map_err(Error::io(&path))?;
    let values = bytes
        .chunks_exact(4)
        .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let model = model()?;
    let x = Tensor::from_iter(values, model.device())?.reshape((4, 3, 128, 128))?;
    let probabilities = model.probabilities(&x)?.flatten_all()?.to_vec1::<f32>()?;
    let y = targets(4, 4, model.device())?;
    let workspace = &mut Workspace::default();
    let (result, _, all) = gradients(&model, &x, &y, None, workspace, Together::single())?;
    let norms = ["conv2d_1/kernel", "conv2d_20/kernel", "dense_1/kernel"]
        .into_iter()
        .map(|name| {
            let gradient = flat_part(model.parameters(), &all, name)?;
            Ok(gradient.sqr()?.sum_all()?.sqrt()?.to_scalar::<f32>()?)
        })
        .collect::<Result<Vec<_>>>()?;
    let line = format!(
        r#"{{"probabilities":{probabilities:?},"loss":{},"gradients":{norms:?}}}"#,
        result.loss
    );
    answer(&line).map_err(Error::io("standard output"))
}
