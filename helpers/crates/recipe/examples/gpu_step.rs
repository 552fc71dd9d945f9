//! Times inference and a training step of the network on the GPU, and tells the memory that they take:
//!
//! `gpu_step [<input size> [<steps>]]`, 650 pixels and 20 steps unless given.
//!
//! Medians, in f32, TF32 and bf16 where the GPU has it. Inference is of images that are on the GPU already; a step of 4 and
//! of 32 images is forward, backward, the weights' update and that of the moving averages, and apart from it what a step
//! costs the host before, the dropout mask and the copies. `make cuda` builds it. Without a GPU it times the CPU.

use candle_core::{Device, Tensor};
use candle_keras_ops::{Precision, activation_dtype, gpu_memory, set_precision};
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
    println!("{size} x {size} pixels, median of {steps} repetitions, in milliseconds");
    println!("what       images precision     ms  images/s  GB on the GPU  mask and copies");
    let line = |what: &str, batch: usize, precision, (seconds, host): (f64, f64)| {
        println!(
            "{what:10} {batch:6} {:9} {:6.1} {:9.0} {:>14} {:16.1}",
            format!("{precision:?}"),
            seconds * 1e3,
            batch as f64 / seconds,
            memory(&device),
            host * 1e3
        );
    };
    for &precision in precisions {
        set_precision(precision);
        if let Err(why) = activation_dtype(&device) {
            println!("{precision:?}: {why}");
            continue;
        }
        // Inference first: the process gives no memory back, so that its highest need is seen.
        for batch in [1, 32] {
            line(
                "inference",
                batch,
                precision,
                (infer(size, batch, steps, &device)?, 0.0),
            );
        }
        for batch in [4, 32] {
            line("step", batch, precision, time(size, batch, steps, &device)?);
        }
    }
    Ok(())
}

/// Gigabytes in use on a GPU, by all programs.
fn memory(device: &Device) -> String {
    gpu_memory(device).map_or("–".into(), |(free, all)| {
        format!("{:.2}", (all - free) as f64 / 1e9)
    })
}

/// `N C H W` between -0.5 and 0.5, on the CPU.
fn images(batch: usize, config: &ResNetConfig, rng: &mut ChaCha8Rng) -> Result<Tensor> {
    let shape = (batch, config.channels, config.input_size, config.input_size);
    let pixels = (0..shape.0 * shape.1 * shape.2 * shape.3).map(|_| rng.random::<f32>() - 0.5);
    Ok(Tensor::from_iter(pixels, &Device::Cpu)?.reshape(shape)?)
}

/// Median seconds of the probabilities of a batch.
fn infer(size: usize, batch: usize, steps: usize, device: &Device) -> Result<f64> {
    let config = ResNetConfig::with_input(size);
    let model = ResNet::new(&config, 1, device)?;
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let x = images(batch, &config, &mut rng)?.to_device(device)?;
    let mut times = Vec::new();
    for step in 1..=WARM_UP + steps {
        let started = Instant::now();
        model.probabilities(&x)?.to_vec2::<f32>()?;
        if step > WARM_UP {
            times.push(started.elapsed());
        }
    }
    Ok(median(times))
}

/// Median seconds of a step on the device, and of what the host does before.
fn time(size: usize, batch: usize, steps: usize, device: &Device) -> Result<(f64, f64)> {
    let config = ResNetConfig::with_input(size);
    let model = ResNet::new(&config, 1, device)?;
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let images = images(batch, &config, &mut rng)?;
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
