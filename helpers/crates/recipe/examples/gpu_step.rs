//! Times a training step of the network on the GPU:
//!
//! `gpu_step [<input size> [<steps>]]`, 650 pixels and 20 steps unless given.
//!
//! For batches of 4 and 32 images in f32, TF32 and bf16: the median over the steps of a forward and a backward pass, the
//! weights' update and that of the moving averages, with tensors that are on the GPU already; and apart from it what a
//! step costs the host before, the dropout mask and the copies. `make cuda` builds it; on a GPU machine it needs the
//! libraries of CUDA 13 and cuDNN 9 where the loader finds them, and the driver. Without a GPU it times the CPU.

use candle_core::{Device, Tensor};
use candle_keras_ops::{Precision, set_precision};
use candle_nn::Optimizer as _;
use density::device::best_device;
use density::model::{ResNet, ResNetConfig};
use density::{Error, Result};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::time::{Duration, Instant};
use training::{
    KerasOptimizer, MovingAverage, OptimizerConfig, Together, Workspace, gradients,
    update_moving_averages,
};

/// Steps before the timed ones: kernels are compiled, algorithms chosen, memory is taken.
const WARM_UP: usize = 3;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    match run(&arguments) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let number = |i: usize, name: &str, default: usize| match arguments.get(i) {
        None => Ok(default),
        Some(text) => match text.parse() {
            Ok(0) | Err(_) => Err(Error::parameter(name, text, "give a positive whole number")),
            Ok(number) => Ok(number),
        },
    };
    let size = number(0, "input size", 650)?;
    let steps = number(1, "steps", 20)?;
    let device = best_device();
    let precisions: &[Precision] = if device.is_cuda() {
        &[Precision::F32, Precision::Tf32, Precision::Bf16]
    } else {
        println!("no GPU was found: these are times of the CPU");
        &[Precision::F32]
    };
    println!("{size} x {size} pixels, median of {steps} steps, in milliseconds");
    println!("images precision   step  images/s  mask and copies");
    for &precision in precisions {
        set_precision(precision);
        for batch in [4, 32] {
            let (step, host) = time(size, batch, steps, &device)?;
            println!(
                "{batch:6} {:9} {:6.1} {:9.0} {:16.1}",
                format!("{precision:?}"),
                step * 1e3,
                batch as f64 / step,
                host * 1e3
            );
        }
    }
    Ok(())
}

/// Median seconds of a step on the device, and of what the host does before.
fn time(size: usize, batch: usize, steps: usize, device: &Device) -> Result<(f64, f64)> {
    let config = ResNetConfig::with_input(size);
    let model = ResNet::new(&config, 1, device)?;
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let pixels = (0..batch * config.channels * size * size)
        .map(|_| rng.random::<f32>() - 0.5)
        .collect::<Vec<_>>();
    let images = Tensor::from_vec(pixels, (batch, config.channels, size, size), &Device::Cpu)?;
    let classes = config.classes;
    let targets = (0..batch * classes)
        .map(|i| f32::from(u8::from(i / classes % classes == i % classes)))
        .collect::<Vec<_>>();
    let targets = Tensor::from_vec(targets, (batch, classes), &Device::Cpu)?;
    let mut workspace = Workspace::default();
    let mut sgd = KerasOptimizer::new(
        model.parameters().trainable_vars(),
        OptimizerConfig::default(),
    )?;
    let (mut on_device, mut on_host) = (Vec::new(), Vec::new());
    for step in 1..=WARM_UP + steps {
        let started = Instant::now();
        let dropout = model.dropout_mask(batch, &mut rng)?;
        let (x, y) = (images.to_device(device)?, targets.to_device(device)?);
        device.synchronize()?;
        let ready = Instant::now();
        let (dropout, single) = (dropout.as_ref(), Together::single());
        let (_, pass, gradient) = gradients(&model, &x, &y, dropout, &mut workspace, single)?;
        sgd.step_along(&gradient)?;
        update_moving_averages(&model, &pass, step, MovingAverage::Debiased)?;
        device.synchronize()?;
        if step > WARM_UP {
            on_host.push(ready - started);
            on_device.push(ready.elapsed());
        }
    }
    Ok((median(on_device), median(on_host)))
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64()
}
