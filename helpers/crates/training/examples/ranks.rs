//! Several processes that train together, on CPUs under MPI:
//!
//!     mpirun -n 2 target/release/examples/ranks check
//!     mpirun -n 2 target/release/examples/ranks time 256 4
//!
//! `check` compares a few steps of all ranks with those of one process that has the whole batch, and fails when the weights
//! differ by 1e-4 of their size. `time` measures the steps at that size with so many images per rank, and the mean over
//! the ranks of what travels in a step.
#![allow(missing_docs)]

#[path = "../tests/common/short.rs"]
mod short;

use candle_core::{DType, Device, Tensor};
use candle_nn::Optimizer as _;
use density::model::{ResNet, ResNetConfig};
use density::{Error, Result};
use std::path::Path;
use std::slice::from_ref;
use std::time::{Duration, Instant};
use training::parallel::{Communicator, ProcessInfo, SingleProcess, ranks};
use training::{
    KerasOptimizer, MovingAverage, OptimizerConfig, Together, Workspace, flat_weights, gradients,
    update_moving_averages,
};

fn main() {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let joined = ProcessInfo::from_env().and_then(|launched| {
        let timeout = Duration::from_secs(60);
        ranks(&launched, &Device::Cpu, Path::new("ranks"), timeout)
    });
    let ranks = joined.unwrap_or_else(|error| {
        eprintln!("{error}");
        std::process::exit(1)
    });
    let number = |i: usize, default| arguments.get(i).map_or(Ok(default), |a| a.parse::<usize>());
    let done = match (
        arguments.first().map(String::as_str),
        number(1, 256),
        number(2, 4),
    ) {
        (Some("check"), ..) => check(&*ranks),
        (Some("time"), Ok(size), Ok(images)) => time(&*ranks, size, images),
        _ => Err(Error::Training("say `check`, or `time SIZE IMAGES`".into())),
    };
    if let Err(error) = done {
        eprintln!("rank {}: {error}", ranks.rank());
        ranks.abort();
    }
}

fn check(ranks: &dyn Communicator) -> Result<()> {
    let (n, size) = (ranks.size(), 128);
    if n > short::CLASSES {
        return Err(Error::Training(format!(
            "a batch has {} images, so that there can be no {n} ranks",
            short::CLASSES
        )));
    }
    let start = |rank: usize| rank * short::CLASSES / n;
    let cuts = (0..n).map(|r| start(r)..start(r + 1)).collect::<Vec<_>>();
    let model = short::network(size)?;
    short::train(&model, &cuts, ranks, true)?;
    let weights = short::values(&model, true)?;
    // Rank 0's bits, to be compared with those of the others.
    let own = weights
        .iter()
        .flat_map(|v| v.to_le_bytes())
        .collect::<Vec<_>>();
    if ranks.broadcast(own.clone())? != own {
        return Err(Error::Training(
            "the weights have other bits than rank 0's".into(),
        ));
    }
    if ranks.rank() > 0 {
        return Ok(());
    }
    let whole = short::network(size)?;
    short::train(&whole, from_ref(&(0..short::CLASSES)), &SingleProcess, true)?;
    let [apart, way, averages] = short::distances(&model, &whole)?;
    println!(
        "{n} ranks against one process, {} steps: weights apart by {apart:.1e}, by {way:.1e} of the way gone, moving \
         averages by {averages:.1e}; the same bits on all ranks",
        short::STEPS
    );
    if apart < 1e-4 && averages < 1e-4 && way < 0.05 {
        Ok(())
    } else {
        Err(Error::Training("too far apart".into()))
    }
}

/// The shortest of some runs of `work`, in milliseconds: the one least disturbed by what else the machine does.
fn shortest(runs: usize, mut work: impl FnMut() -> Result<()>) -> Result<f64> {
    let mut shortest = f64::INFINITY;
    for _ in 0..runs {
        let start = Instant::now();
        work()?;
        shortest = shortest.min(1e3 * start.elapsed().as_secs_f64());
    }
    Ok(shortest)
}

fn time(ranks: &dyn Communicator, size: usize, images: usize) -> Result<()> {
    let model = ResNet::new(&ResNetConfig::with_input(size), 1, &Device::Cpu)?;
    let flat = flat_weights(&model.parameters().trainable_vars())?;
    let bytes = flat.elem_count() * size_of::<f32>();
    let mean = shortest(51, || ranks.mean(&flat).map(drop))?;
    let small = shortest(501, || ranks.sum(&mut [1.0; 512]))?;
    let x = Tensor::rand(-0.5f32, 0.5, (images, 3, size, size), &Device::Cpu)?;
    let y = Tensor::zeros((images, 4), DType::F32, &Device::Cpu)?;
    let y = y.slice_assign(
        &[0..images, 0..1],
        &Tensor::ones((images, 1), DType::F32, &Device::Cpu)?,
    )?;
    let mut steps = [0.0; 2];
    for (step, sync_batch_norm) in steps.iter_mut().zip([false, true]) {
        let together = Together {
            ranks,
            sync_batch_norm,
        };
        let mut optimizer = KerasOptimizer::new(
            model.parameters().trainable_vars(),
            OptimizerConfig {
                learning_rate: 1e-3,
                ..OptimizerConfig::default()
            },
        )?;
        let mut workspace = Workspace::default();
        *step = shortest(15, || {
            let (_, pass, gradient) = gradients(&model, &x, &y, None, &mut workspace, together)?;
            optimizer.step_along(&gradient)?;
            update_moving_averages(&model, &pass, 1, MovingAverage::Plain)
        })?;
    }
    if ranks.rank() == 0 {
        println!(
            "{} ranks, {images} images of {size} x {size} each: step {:.0} ms, with batch norm over all ranks {:.0} ms; \
             mean of {bytes} bytes {mean:.2} ms; sum of 512 numbers {:.0} us",
            ranks.size(),
            steps[0],
            steps[1],
            1e3 * small
        );
    }
    Ok(())
}
