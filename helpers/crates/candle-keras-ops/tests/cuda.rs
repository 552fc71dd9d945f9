//! Every operation on the GPU against the same operation on the CPU: forward, gradients, odd sizes, single pixels,
//! batches of one, NaN. Where there is no GPU the tests say so and pass, or fail where `GPU_REQUIRED` is set; so do those of
//! bf16 on GPUs before Ampere, which always pass.
#![cfg(feature = "cuda")]
#![allow(missing_docs)]

mod common;

use candle_core::{DType, Device, Result, Tensor, Var};
use candle_keras_ops::*;
use common::numbers;
use std::sync::{Mutex, MutexGuard};

const LEAKY: BatchNormConfig = BatchNormConfig {
    epsilon: 1e-3,
    slope: 0.3,
};

/// The precision is the process's: one test at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The first GPU with f32 set; none, with a line of explanation, where there is none.
fn gpu() -> Option<(Device, MutexGuard<'static, ()>)> {
    let guard = ONE_AT_A_TIME.lock().unwrap_or_else(|e| e.into_inner());
    set_precision(Precision::F32);
    fixtures::tested_gpu(candle_keras_ops::gpu(0)).map(|gpu| (gpu, guard))
}

/// Whether this GPU computes with bf16; says so where it does not.
fn has_bf16(gpu: &Device) -> bool {
    let before = precision();
    set_precision(Precision::Bf16);
    let found = activation_dtype(gpu);
    set_precision(before);
    if let Err(why) = &found {
        eprintln!("SKIPPED: bf16: {why}");
    }
    found.is_ok()
}

/// The types to test with on this GPU, with their tolerances.
fn kinds(gpu: &Device, f32_tolerance: f32) -> Vec<(DType, f32)> {
    let mut kinds = vec![(DType::F32, f32_tolerance)];
    if has_bf16(gpu) {
        kinds.push(BF16);
    }
    kinds
}

fn values(t: &Tensor) -> Result<Vec<f32>> {
    t.to_dtype(DType::F32)?.flatten_all()?.to_vec1()
}

/// Asserts that `a` and `b` differ by less than `tolerance` of the largest value of `b`, and in no NaN.
fn assert_close(a: &Tensor, b: &Tensor, tolerance: f32, what: &str) -> Result<()> {
    assert_eq!(a.dims(), b.dims(), "{what}");
    let (a, b) = (values(a)?, values(b)?);
    let scale = b.iter().fold(1f32, |m, v| m.max(v.abs()));
    for (i, (a, b)) in a.iter().zip(&b).enumerate() {
        assert_eq!(
            a.is_nan(),
            b.is_nan(),
            "{what}, element {i}: {a} against {b}"
        );
        assert!(
            a.is_nan() || a == b || (a - b).abs() < tolerance * scale,
            "{what}, element {i}: {a} against {b}"
        );
    }
    Ok(())
}

/// The nearest values that bf16 holds, in f32: TF32 and bf16 then multiply without an error of their own.
fn rounded(t: &Tensor) -> Result<Tensor> {
    t.to_dtype(DType::BF16)?.to_dtype(DType::F32)
}

/// Computes `f` of the arguments on a device, in `dtype` for the first argument, and the gradients of all arguments
/// of the sum of the result times fixed weights.
fn with_gradients(
    arguments: &[Tensor],
    device: &Device,
    dtype: DType,
    f: &dyn Fn(&[Tensor]) -> Result<Tensor>,
) -> Result<Vec<Tensor>> {
    let vars = arguments
        .iter()
        .map(|a| Var::from_tensor(&a.to_device(device)?))
        .collect::<Result<Vec<_>>>()?;
    let mut given = vars
        .iter()
        .map(|v| v.as_tensor().clone())
        .collect::<Vec<_>>();
    given[0] = given[0].to_dtype(dtype)?;
    let y = f(&given)?;
    assert_eq!(y.dtype(), dtype);
    let weights = rounded(&numbers(y.dims(), 0.41)?)?.to_device(device)?;
    let grads = (y.to_dtype(DType::F32)? * weights)?.sum_all()?.backward()?;
    let mut results = vec![y];
    for var in &vars {
        let grad = grads.get(var).expect("a gradient of each argument");
        assert_eq!(grad.dtype(), DType::F32);
        results.push(grad.clone());
    }
    Ok(results)
}

/// Compares results and gradients of the two devices.
fn compare(
    what: &str,
    gpu: &Device,
    arguments: &[Tensor],
    (dtype, tolerance): (DType, f32),
    f: &dyn Fn(&[Tensor]) -> Result<Tensor>,
) -> Result<()> {
    let mut arguments = arguments.to_vec();
    if dtype == DType::BF16 {
        arguments[0] = rounded(&arguments[0])?;
    }
    let cpu = with_gradients(&arguments, &Device::Cpu, DType::F32, f)?;
    let ours = with_gradients(&arguments, gpu, dtype, f)?;
    for (i, (ours, cpu)) in ours.iter().zip(&cpu).enumerate() {
        let part = match i {
            0 => "result".into(),
            _ => format!("gradient of argument {i}"),
        };
        assert_close(ours, cpu, tolerance, &format!("{what}: {part}"))?;
    }
    Ok(())
}

const F32: (DType, f32) = (DType::F32, 1e-4);
const BF16: (DType, f32) = (DType::BF16, 3e-2);

/// Odd and even sizes (both kinds of padding, also one on each axis), single pixels, batches of one.
const CONVOLUTIONS: [(usize, usize, usize, usize, usize, usize, usize); 12] = [
    // n, c, h, w, o, kernel, stride
    (2, 3, 13, 10, 5, 3, 2),
    (1, 4, 12, 11, 6, 3, 1),
    (2, 5, 9, 9, 7, 1, 1),
    (2, 5, 10, 9, 7, 1, 2),
    (1, 3, 1, 1, 2, 3, 1),
    (1, 3, 1, 1, 2, 3, 2),
    (1, 2, 2, 3, 2, 3, 2),
    (1, 33, 40, 41, 3, 3, 1),
    (3, 40, 21, 21, 8, 3, 2),
    (2, 3, 66, 66, 64, 3, 2),
    (2, 64, 41, 41, 64, 3, 1),
    (2, 128, 21, 21, 256, 1, 1),
];

fn convolution(precision: Precision, (dtype, tolerance): (DType, f32)) -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    if precision == Precision::Bf16 && !has_bf16(&gpu) {
        return Ok(());
    }
    set_precision(precision);
    for (n, c, h, w, o, k, stride) in CONVOLUTIONS {
        let arguments = [
            rounded(&numbers(&[n, c, h, w], 0.1)?)?,
            rounded(&(numbers(&[o, c, k, k], 0.23)? / ((c * k * k) as f64).sqrt())?)?,
            numbers(&[o], 0.37)?,
        ];
        let what = format!("conv2d {precision:?} {:?}", (n, c, h, w, o, k, stride));
        compare(&what, &gpu, &arguments, (dtype, tolerance), &|a| {
            conv2d(&a[0], &a[1], &a[2], Conv2dConfig { stride })
        })?;
    }
    set_precision(Precision::F32);
    Ok(())
}

#[test]
fn convolution_in_f32() -> Result<()> {
    // Winograd's transforms cost digits.
    convolution(Precision::F32, (DType::F32, 1e-3))
}

#[test]
fn convolution_in_tf32() -> Result<()> {
    convolution(Precision::Tf32, (DType::F32, 2e-3))
}

#[test]
fn convolution_in_bf16() -> Result<()> {
    convolution(Precision::Bf16, BF16)
}

#[test]
fn an_image_without_gradient_is_convolved_alike() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    let x = numbers(&[2, 3, 14, 14], 0.1)?;
    compare(
        "conv2d of a constant",
        &gpu,
        &[numbers(&[4, 3, 3, 3], 0.2)?, numbers(&[4], 0.3)?],
        F32,
        &|a| {
            conv2d(
                &x.to_device(a[0].device())?,
                &a[0],
                &a[1],
                Conv2dConfig { stride: 2 },
            )
        },
    )
}

/// Planes below, at and above the block's 4096 values; single pixels; more channels than a block has threads.
const PLANES: [[usize; 4]; 7] = [
    [1, 2, 1, 1],
    [2, 3, 7, 5],
    [3, 4, 21, 21],
    [1, 5, 64, 64],
    [2, 3, 81, 83],
    [2, 300, 3, 2],
    [1, 1, 1, 9],
];

#[test]
fn batch_norm_of_the_batch() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    for shape in PLANES {
        let c = shape[1];
        for (dtype, tolerance) in kinds(&gpu, 1e-3) {
            // Far from zero, where a variance as a difference of sums would lose its digits; bf16 would lose them
            // before.
            let offset = if dtype == DType::F32 { 20.0 } else { 0.0 };
            let arguments = [
                (numbers(&shape, 0.1)? + offset)?,
                numbers(&[c], 0.2)?,
                numbers(&[c], 0.3)?,
            ];
            // A slope of 1 is without the kink, beside which rounding decides the gradient.
            compare(
                &format!("batch_norm_train {shape:?} {dtype:?}"),
                &gpu,
                &arguments,
                (dtype, tolerance),
                &|a| Ok(batch_norm_train(&a[0], &a[1], &a[2], BatchNormConfig::default())?.0),
            )?;
            let x = arguments[0].to_dtype(dtype)?;
            let on = |device: &Device, dtype: DType| -> Result<(Tensor, BatchStatistics)> {
                let to = |t: &Tensor| t.to_device(device);
                let x = to(&x)?.to_dtype(dtype)?;
                batch_norm_train(&x, &to(&arguments[1])?, &to(&arguments[2])?, LEAKY)
            };
            let ((ours, seen), (cpu, expected)) = (on(&gpu, dtype)?, on(&Device::Cpu, DType::F32)?);
            assert_close(&ours, &cpu, tolerance, "batch_norm_train with LeakyReLU")?;
            assert_eq!(seen.count, expected.count);
            assert!(seen.mean.device().is_cuda() && seen.variance.device().is_cuda());
            assert_close(&seen.mean, &expected.mean, 1e-5, "mean")?;
            assert_close(&seen.variance, &expected.variance, 1e-4, "variance")?;
        }
    }
    Ok(())
}

#[test]
fn batch_norm_with_given_statistics() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    for shape in PLANES {
        let c = shape[1];
        let (mean, variance) = (numbers(&[c], 0.4)?, (numbers(&[c], 0.5)?.sqr()? + 0.1)?);
        let arguments = [
            numbers(&shape, 0.1)?,
            numbers(&[c], 0.2)?,
            numbers(&[c], 0.3)?,
        ];
        for (dtype, tolerance) in kinds(&gpu, 1e-4) {
            compare(
                &format!("batch_norm {shape:?} {dtype:?}"),
                &gpu,
                &arguments,
                (dtype, tolerance),
                &|a| {
                    let device = a[0].device();
                    let (mean, variance) = (mean.to_device(device)?, variance.to_device(device)?);
                    batch_norm(&a[0], &mean, &variance, &a[1], &a[2], LEAKY)
                },
            )?;
        }
    }
    Ok(())
}

#[test]
fn activations() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    for shape in [[1, 1, 1, 1], [2, 3, 7, 5], [2, 16, 90, 91]] {
        let (a, b) = (numbers(&shape, 0.1)?, numbers(&shape, 0.2)?);
        for kind in kinds(&gpu, 1e-4) {
            compare("leaky_relu", &gpu, std::slice::from_ref(&a), kind, &|a| {
                leaky_relu(&a[0], 0.3)
            })?;
        }
        compare("add_leaky_relu", &gpu, &[a, b], F32, &|a| {
            add_leaky_relu(&a[0], &a[1], 0.3)
        })?;
        let both = [numbers(&shape, 0.1)?];
        for kind in kinds(&gpu, 1e-4) {
            compare("add_leaky_relu to itself", &gpu, &both, kind, &|a| {
                add_leaky_relu(&a[0], &a[0], 0.3)
            })?;
        }
    }
    Ok(())
}

#[test]
fn pooling() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    let sizes = [(1, 1), (2, 3), (7, 8), (4, 4), (65, 66), (70, 81)];
    for (h, w) in sizes {
        for (kernel, stride) in [(3, 2), (3, 1), (2, 2), (5, 3), (2, 3)] {
            // Negative everywhere, so that padding with zeros would win.
            let x = (numbers(&[2, 3, h, w], 0.1)? - 2.0)?;
            // Few levels, so that there are ties.
            let levels = (x.affine(3.0, 0.0)?.round()? / 3.0)?;
            let mut cases = vec![(&x, F32)];
            cases.extend(kinds(&gpu, 1e-4).into_iter().map(|kind| (&levels, kind)));
            for (x, kind) in cases {
                compare(
                    &format!("max_pool2d {h} x {w}, {kernel}/{stride}"),
                    &gpu,
                    std::slice::from_ref(x),
                    kind,
                    &|a| max_pool2d(&a[0], kernel, stride),
                )?;
            }
        }
    }
    Ok(())
}

#[test]
fn nan_and_infinity_pass_through() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let mut v = vec![0.5f32; 2 * 25];
        v[12] = value;
        let x = Tensor::from_vec(v, (1, 2, 5, 5), &Device::Cpu)?;
        let (kernel, bias) = (numbers(&[2, 2, 3, 3], 0.2)?, numbers(&[2], 0.3)?);
        let on = |device: &Device| -> Result<Vec<Tensor>> {
            let (x, bias) = (x.to_device(device)?, bias.to_device(device)?);
            Ok(vec![
                conv2d(
                    &x,
                    &kernel.to_device(device)?,
                    &bias,
                    Conv2dConfig::default(),
                )?,
                max_pool2d(&x, 3, 2)?,
                leaky_relu(&x, 0.3)?,
                add_leaky_relu(&x, &x, 0.3)?,
                batch_norm_train(&x, &bias, &bias, LEAKY)?.0,
            ])
        };
        for (i, (ours, cpu)) in on(&gpu)?.iter().zip(on(&Device::Cpu)?).enumerate() {
            if i == 0 {
                // By Winograd or a Fourier transform it spreads over its tile.
                let (ours, cpu) = (values(ours)?, values(&cpu)?);
                let mut both = ours.iter().zip(&cpu);
                assert!(
                    both.all(|(a, b)| b.is_finite() || !a.is_finite()),
                    "{value}"
                );
                continue;
            }
            assert_close(ours, &cpu, 1e-4, &format!("{value} through operation {i}"))?;
        }
    }
    Ok(())
}

#[test]
fn views_of_tensors_are_read_from_where_they_start() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    let x = numbers(&[4, 3, 9, 8], 0.1)?;
    let kernel = numbers(&[6, 3, 3, 3], 0.2)?;
    let bias = numbers(&[6], 0.3)?;
    let on = |device: &Device| -> Result<Tensor> {
        let x = x.to_device(device)?.narrow(0, 1, 2)?;
        let kernel = kernel.to_device(device)?.narrow(0, 2, 3)?;
        let bias = bias.to_device(device)?.narrow(0, 3, 3)?;
        let y = conv2d(&x, &kernel, &bias, Conv2dConfig { stride: 2 })?;
        let (y, _) = batch_norm_train(&y.narrow(0, 1, 1)?, &bias, &bias, LEAKY)?;
        max_pool2d(&y.transpose(2, 3)?, 3, 2)
    };
    assert_close(&on(&gpu)?, &on(&Device::Cpu)?, 1e-4, "views")
}

#[test]
fn two_runs_give_the_same_bits() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    for precision in [Precision::F32, Precision::Tf32, Precision::Bf16] {
        if precision == Precision::Bf16 && !has_bf16(&gpu) {
            continue;
        }
        set_precision(precision);
        let run = || -> Result<Vec<Vec<u32>>> {
            let arguments = [
                numbers(&[4, 32, 37, 36], 0.1)?,
                numbers(&[64, 32, 3, 3], 0.2)?,
                numbers(&[64], 0.3)?,
                numbers(&[64], 0.7)?,
            ];
            let dtype = activation_dtype(&gpu)?;
            let all = with_gradients(&arguments, &gpu, dtype, &|a| {
                let y = conv2d(&a[0], &a[1], &a[2], Conv2dConfig { stride: 2 })?;
                let (y, _) = batch_norm_train(&y, &a[3], &a[2], LEAKY)?;
                max_pool2d(&y, 3, 2)
            })?;
            all.iter()
                .map(|t| Ok(values(t)?.iter().map(|v| v.to_bits()).collect()))
                .collect()
        };
        assert!(run()? == run()?, "{precision:?}");
    }
    set_precision(Precision::F32);
    Ok(())
}

/// What the GPU leaves out of a layer, the bias before a batch normalisation, changes nothing.
#[test]
fn a_layer_in_training_and_in_inference() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    let on = |device: &Device| -> Result<Vec<Tensor>> {
        let given = |shape: &[usize], seed| numbers(shape, seed)?.to_device(device);
        let x = given(&[2, 3, 20, 21], 0.1)?;
        let (kernel, bias) = (given(&[8, 3, 3, 3], 0.2)?, given(&[8], 0.3)?);
        let (gamma, beta) = (given(&[8], 0.4)?, given(&[8], 0.5)?);
        let layer = ConvBatchNorm {
            kernel: &kernel,
            bias: &bias,
            conv: Conv2dConfig { stride: 2 },
            gamma: &gamma,
            beta: &beta,
            norm: LEAKY,
        };
        let (y, seen) = layer.train(&x)?;
        let inferred = layer.infer(&x, &given(&[8], 0.6)?, &seen.variance)?;
        Ok(vec![y, seen.mean, seen.variance, inferred])
    };
    for (i, (ours, cpu)) in on(&gpu)?.iter().zip(on(&Device::Cpu)?).enumerate() {
        assert_close(ours, &cpu, 1e-3, &format!("part {i}"))?;
    }
    Ok(())
}

/// With a stream for each thread the second would read what the first has not written yet.
#[test]
fn a_thread_goes_on_where_another_one_stopped() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    assert!(candle_keras_ops::gpu(0)?.same_device(&gpu));
    let x = numbers(&[8, 16, 80, 80], 0.1)?;
    let kernel = numbers(&[16, 16, 3, 3], 0.2)?;
    let bias = numbers(&[16], 0.3)?;
    let layers = |mut x: Tensor| -> Result<Tensor> {
        let (kernel, bias) = (kernel.to_device(x.device())?, bias.to_device(x.device())?);
        for _ in 0..4 {
            x = leaky_relu(&conv2d(&x, &kernel, &bias, Conv2dConfig::default())?, 0.3)?;
        }
        Ok(x)
    };
    let expected = values(&layers(layers(x.to_device(&gpu)?)?)?)?;
    let half = layers(x.to_device(&gpu)?)?;
    let ours = std::thread::scope(|s| s.spawn(|| layers(half)).join().unwrap())?;
    assert!(values(&ours)? == expected);
    Ok(())
}

#[test]
fn what_does_not_fit_is_refused() -> Result<()> {
    let Some((gpu, _guard)) = gpu() else {
        return Ok(());
    };
    let x = numbers(&[1, 3, 8, 8], 0.1)?;
    let (kernel, bias) = (numbers(&[4, 3, 3, 3], 0.2)?, numbers(&[4], 0.3)?);
    // A parameter on the other device.
    assert!(
        conv2d(
            &x.to_device(&gpu)?,
            &kernel.to_device(&gpu)?,
            &bias,
            Conv2dConfig::default()
        )
        .is_err()
    );
    // A type that the kernels do not read.
    let doubles = x.to_device(&gpu)?.to_dtype(DType::F64)?;
    assert!(leaky_relu(&doubles, 0.3).is_err());
    assert!(max_pool2d(&doubles, 3, 2).is_err());
    Ok(())
}
