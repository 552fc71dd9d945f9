//! A training step of the whole network on the GPU against the same step on the CPU. Where there is no GPU the tests say so
//! and pass, or fail where `GPU_REQUIRED` is set.
#![cfg(feature = "cuda")]
#![allow(missing_docs)]

use candle_core::{DType, Device, Tensor};
use candle_keras_ops::{Precision, activation_dtype, set_precision};
use candle_nn::Optimizer as _;
use density::Result;
use density::model::{ResNet, ResNetConfig};
use std::hash::{DefaultHasher, Hasher};
use std::sync::{Mutex, PoisonError};
use training::{
    KerasOptimizer, MovingAverage, OptimizerConfig, Together, Workspace, flat_part, gradients,
    update_moving_averages,
};

/// Reproducible numbers in -1..1 without a generator: the fractional parts of multiples of an irrational number.
fn numbers(shape: &[usize]) -> Result<Tensor> {
    let n = shape.iter().product::<usize>();
    let v = (0..n)
        .map(|i| (((i as f64 + 1.0) * 0.718_033_988_749).fract() * 2.0 - 1.0) as f32)
        .collect::<Vec<_>>();
    Ok(Tensor::from_vec(v, shape, &Device::Cpu)?)
}

/// The precision is the process's: one test at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

struct Step {
    model: ResNet,
    loss: f64,
    /// By name, on the CPU.
    gradients: Vec<(String, Tensor)>,
    probabilities: Tensor,
}

/// One step on `device`, and the probabilities after it.
fn step(device: &Device) -> Result<Step> {
    let model = ResNet::new(&ResNetConfig::with_input(128), 3, device)?;
    let x = numbers(&[4, 3, 128, 128])?.to_device(device)?;
    let targets = Tensor::eye(4, DType::F32, &Device::Cpu)?.to_device(device)?;
    let (mut workspace, single) = (Workspace::default(), Together::single());
    let (result, pass, gradient) = gradients(&model, &x, &targets, None, &mut workspace, single)?;
    let vars = model.parameters().trainable_vars();
    KerasOptimizer::new(vars, OptimizerConfig::default())?.step_along(&gradient)?;
    update_moving_averages(&model, &pass, 1, MovingAverage::Debiased)?;
    let mut value_named = Vec::new();
    for p in model.parameters().iter().filter(|p| p.trainable) {
        let part = flat_part(model.parameters(), &gradient, &p.name)?;
        value_named.push((p.name.clone(), part.to_device(&Device::Cpu)?));
    }
    Ok(Step {
        loss: result.loss,
        gradients: value_named,
        probabilities: model.probabilities(&x)?.to_device(&Device::Cpu)?,
        model,
    })
}

fn norm(t: &Tensor) -> Result<f64> {
    Ok(f64::from(t.sqr()?.sum_all()?.to_scalar::<f32>()?).sqrt())
}

/// A number that changes with any bit of the gradients.
fn bits(gradients: &[(String, Tensor)]) -> Result<u64> {
    let mut hash = DefaultHasher::new();
    for (_, gradient) in gradients {
        for value in gradient.flatten_all()?.to_vec1::<f32>()? {
            hash.write_u32(value.to_bits());
        }
    }
    Ok(hash.finish())
}

#[test]
fn a_step_on_the_gpu_equals_a_step_on_the_cpu() -> Result<()> {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(gpu) = fixtures::tested_gpu(candle_keras_ops::gpu(0)) else {
        return Ok(());
    };
    let cpu = step(&Device::Cpu)?;
    set_precision(Precision::F32);
    let ours = step(&gpu)?;
    // The same in every run, which `helpers/cuda/first_hour.sh` looks at.
    println!("gradient bits: {:016x}", bits(&ours.gradients)?);
    assert!(
        (ours.loss - cpu.loss).abs() < 1e-4,
        "loss {} against {}",
        ours.loss,
        cpu.loss
    );
    for ((name, a), (_, b)) in ours.gradients.iter().zip(&cpu.gradients) {
        let (difference, size) = (norm(&(a - b)?)?, norm(b)?);
        // The gradient of a bias in front of a batch norm is zero up to rounding.
        assert!(
            difference < 1e-2 * size + 1e-4,
            "gradient of {name}: {difference} of {size}"
        );
    }
    for (a, b) in ours
        .model
        .parameters()
        .iter()
        .zip(cpu.model.parameters().iter())
    {
        let a_on_cpu = a.var.to_device(&Device::Cpu)?;
        let (difference, size) = (norm(&(a_on_cpu - b.var.as_tensor())?)?, norm(&b.var)?);
        assert!(
            difference < 1e-3 * size + 1e-4,
            "{} after the step: {difference} of {size}",
            a.name
        );
    }
    assert!(norm(&(&ours.probabilities - &cpu.probabilities)?)? < 1e-2);

    // Coarser arithmetic goes the same way.
    for (precision, least) in [(Precision::Tf32, 0.98), (Precision::Bf16, 0.8)] {
        set_precision(precision);
        if let Err(why) = activation_dtype(&gpu) {
            eprintln!("SKIPPED: {precision:?}: {why}");
            continue;
        }
        let ours = step(&gpu)?;
        assert!((ours.loss - cpu.loss).abs() < 0.1, "{precision:?}");
        for ((name, a), (_, b)) in ours.gradients.iter().zip(&cpu.gradients) {
            if !name.ends_with("/kernel") {
                continue;
            }
            let product = f64::from((a * b)?.sum_all()?.to_scalar::<f32>()?);
            let cosine = product / (norm(a)? * norm(b)?);
            assert!(
                cosine > least,
                "{precision:?}, gradient of {name}: {cosine}"
            );
        }
    }
    set_precision(Precision::F32);
    Ok(())
}

/// The losses of `STEPS` steps of gradient descent on eight images.
fn losses(device: &Device) -> Result<Vec<f64>> {
    let model = ResNet::new(&ResNetConfig::with_input(64), 3, device)?;
    let x = numbers(&[8, 3, 64, 64])?.to_device(device)?;
    let classes = Tensor::eye(4, DType::F32, &Device::Cpu)?;
    let targets = Tensor::cat(&[&classes, &classes], 0)?.to_device(device)?;
    let config = OptimizerConfig {
        learning_rate: 1e-4,
        ..OptimizerConfig::default()
    };
    let mut sgd = KerasOptimizer::new(model.parameters().trainable_vars(), config)?;
    let (mut workspace, single) = (Workspace::default(), Together::single());
    let mut losses = Vec::new();
    for step in 1..=STEPS {
        let (result, pass, gradient) =
            gradients(&model, &x, &targets, None, &mut workspace, single)?;
        sgd.step_along(&gradient)?;
        update_moving_averages(&model, &pass, step, MovingAverage::Debiased)?;
        losses.push(result.loss);
    }
    Ok(losses)
}

const STEPS: usize = 50;

/// Rounding grows from step to step: on the CPU, images that differ by 1e-5 of their values end up to 1.5 % apart. An error of
/// a gradient would part the curves at once.
#[test]
fn fifty_steps_on_the_gpu_follow_the_cpus_loss() -> Result<()> {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(gpu) = fixtures::tested_gpu(candle_keras_ops::gpu(0)) else {
        return Ok(());
    };
    set_precision(Precision::F32);
    let (cpu, ours) = (losses(&Device::Cpu)?, losses(&gpu)?);
    println!("step, loss on the CPU, loss on the GPU:");
    for step in [1, 2, 5, 10, 20, 35, 50] {
        println!("{step:4} {:9.5} {:9.5}", cpu[step - 1], ours[step - 1]);
    }
    for (step, (ours, cpu)) in ours.iter().zip(&cpu).enumerate() {
        let allowed = [1e-4, 1e-2].get(step).unwrap_or(&0.1) * cpu.max(0.05);
        assert!(
            (ours - cpu).abs() < allowed,
            "step {}: {ours} against {cpu}",
            step + 1
        );
    }
    Ok(())
}
