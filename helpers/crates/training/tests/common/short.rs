//! A short training, alone or over ranks, and how far two of them are apart. Used by the test of threads and by the
//! example that runs under MPI.
#![allow(dead_code, missing_docs)]

use candle_core::{Device, Tensor};
use candle_nn::Optimizer as _;
use density::Result;
use density::data::{Dataset, Projection, Resize, Split, divide_by_std, load_resized, standardize};
use density::model::{ResNet, ResNetConfig};
use std::ops::Range;
use training::parallel::Communicator;
use training::{
    BatchResult, KerasOptimizer, MovingAverage, OptimizerConfig, Together, Workspace, gradients,
    update_moving_averages,
};

/// Rounding grows from step to step, in some networks a hundredfold within twenty.
pub const STEPS: usize = 6;
pub const RATE: f64 = 0.001;
pub const CLASSES: usize = 4;

/// The shipped phantoms of one projection after the other, a class each, `4 3 size size` and `4 4`.
pub fn batch(size: usize, step: usize) -> Result<(Tensor, Tensor)> {
    let dataset = Dataset::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../testset"))?;
    let projection = Projection::ALL[step % Projection::ALL.len()];
    let mut x = Vec::new();
    let mut y = vec![0f32; CLASSES * CLASSES];
    for (image, (path, class)) in dataset
        .split(projection, Split::Test)?
        .first(1)
        .images()
        .iter()
        .enumerate()
    {
        let grey = load_resized(path, Resize::Box, size as u32, size as u32)?;
        let mut plane = standardize(&grey);
        divide_by_std(&mut plane);
        let plane = Tensor::from_vec(plane, (1, 1, size, size), &Device::Cpu)?;
        x.push(plane.repeat((1, 3, 1, 1))?);
        y[image * CLASSES + *class] = 1.0;
    }
    Ok((
        Tensor::cat(&x, 0)?,
        Tensor::from_vec(y, (CLASSES, CLASSES), &Device::Cpu)?,
    ))
}

/// The shipped network, without dropout.
///
/// Not a fresh one: with its first steps any rounding grows within 20 steps to 5 % of the weights, also that of one
/// process which sees the images of a batch in another order. This network trains calmly at first.
pub fn network(size: usize) -> Result<ResNet> {
    let config = ResNetConfig {
        dropout: 0.0,
        ..ResNetConfig::with_input(size)
    };
    let model = ResNet::new(&config, 5, &Device::Cpu)?;
    model.take_weights(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../weights/CC_R.safetensors"
    ))?;
    Ok(model)
}

/// Steps of plain gradient descent on the batches of [`batch`] in turn, of each of which the ranks take their `cuts`,
/// rank 0's first. The results of the steps.
pub fn train(
    model: &ResNet,
    cuts: &[Range<usize>],
    ranks: &dyn Communicator,
    sync_batch_norm: bool,
) -> Result<Vec<BatchResult>> {
    let together = Together {
        ranks,
        sync_batch_norm,
    };
    let own = &cuts[ranks.rank()];
    let mut workspace = Workspace::default();
    let mut optimizer = KerasOptimizer::new(
        model.parameters().trainable_vars(),
        OptimizerConfig {
            learning_rate: RATE,
            ..OptimizerConfig::default()
        },
    )?;
    let mut results = Vec::new();
    for step in 1..=STEPS {
        let (x, y) = batch(model.config().input_size, step)?;
        let x = x.narrow(0, own.start, own.len())?;
        let y = y.narrow(0, own.start, own.len())?;
        let (result, pass, gradient) = gradients(model, &x, &y, None, &mut workspace, together)?;
        optimizer.step_along(&gradient)?;
        update_moving_averages(model, &pass, step, MovingAverage::Plain)?;
        results.push(result);
    }
    Ok(results)
}

/// All weights of a network in one row, or its moving averages.
pub fn values(model: &ResNet, trainable: bool) -> Result<Vec<f32>> {
    let mut all = Vec::new();
    for p in model
        .parameters()
        .iter()
        .filter(|p| p.trainable == trainable)
    {
        all.extend(p.var.flatten_all()?.to_vec1::<f32>()?);
    }
    Ok(all)
}

/// The distance of `a` and `b`, by the length of `b - origin`.
pub fn distance(a: &[f32], b: &[f32], origin: &[f32]) -> f64 {
    assert!(a.len() == b.len() && b.len() == origin.len());
    let length = |v: &mut dyn Iterator<Item = f32>| v.map(|v| f64::from(v).powi(2)).sum::<f64>();
    let apart = length(&mut a.iter().zip(b).map(|(a, b)| a - b));
    let whole = length(&mut b.iter().zip(origin).map(|(b, o)| b - o));
    (apart / whole).sqrt()
}

/// How far the weights are apart by their size and by the way they went in training, and the moving averages by their
/// size.
pub fn distances(ours: &ResNet, theirs: &ResNet) -> Result<[f64; 3]> {
    let start = values(&network(theirs.config().input_size)?, true)?;
    let (a, b) = (values(ours, true)?, values(theirs, true)?);
    let zero = vec![0.0; a.len()];
    let averages = (values(ours, false)?, values(theirs, false)?);
    Ok([
        distance(&a, &b, &zero),
        distance(&a, &b, &start),
        distance(&averages.0, &averages.1, &zero[..averages.0.len()]),
    ])
}
