//! Every op against candle's own operations (forward) and against finite differences (backward).
#![allow(missing_docs)]

mod common;

use candle_core::{Device, Result, Tensor, Var};
use candle_keras_ops::*;
use common::{largest_difference, numbers};

const LEAKY: BatchNormConfig = BatchNormConfig {
    epsilon: 1e-3,
    slope: 0.3,
};

/// Candle's convolution on an explicitly padded picture.
fn candle_conv(x: &Tensor, k: &Tensor, b: &Tensor, stride: usize) -> Result<Tensor> {
    let (_, _, h, w) = x.dims4()?;
    let size = k.dim(2)?;
    let (r, c) = (
        SamePadding::new(h, size, stride),
        SamePadding::new(w, size, stride),
    );
    // Candle's gradient does not expect pixels that no window reaches.
    let reach = |p: SamePadding, input: usize| input.min((p.output - 1) * stride + size - p.before);
    x.narrow(2, 0, reach(r, h))?
        .narrow(3, 0, reach(c, w))?
        .pad_with_zeros(2, r.before, r.after)?
        .pad_with_zeros(3, c.before, c.after)?
        .conv2d(k, 0, stride, 1, 1)?
        .broadcast_add(&b.reshape((1, b.elem_count(), 1, 1))?)
}

/// Odd and even sizes, single pixels, batches of one, pictures larger than a tile.
const SHAPES: [(usize, usize, usize, usize, usize, usize, usize); 12] = [
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
    // Enough channels for Winograd's way.
    (2, 33, 40, 41, 35, 3, 1),
    (1, 32, 21, 23, 40, 3, 1),
    (3, 40, 66, 65, 33, 3, 1),
];

#[test]
fn convolution_and_its_gradients_equal_candles_own() -> Result<()> {
    for (n, c, h, w, o, k, stride) in SHAPES {
        let x = Var::from_tensor(&numbers(&[n, c, h, w], 0.1)?)?;
        let kernel = Var::from_tensor(&numbers(&[o, c, k, k], 0.23)?)?;
        let bias = Var::from_tensor(&numbers(&[o], 0.37)?)?;
        let ours = conv2d(&x, &kernel, &bias, Conv2dConfig { stride })?;
        let theirs = candle_conv(&x, &kernel, &bias, stride)?;
        let largest = |t: &Tensor| t.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>();
        // Winograd's way is exact to 1e-5 of the largest value, the direct way to 1e-6.
        assert!(
            largest_difference(&ours, &theirs)? < 1e-5 * largest(&theirs)?.max(1.0),
            "{n} {c} {h} {w} {o} {k} {stride}"
        );
        let weight = numbers(ours.dims(), 0.41)?;
        let g = (ours * &weight)?.sum_all()?.backward()?;
        let f = (theirs * &weight)?.sum_all()?.backward()?;
        for v in [&x, &kernel, &bias] {
            let (g, f) = (g.get(v).unwrap(), f.get(v).unwrap());
            let scale = largest(f)?.max(1.0);
            assert!(
                largest_difference(g, f)? < 1e-4 * scale,
                "{n} {c} {h} {w} {o} {k} {stride}: gradient of shape {:?}",
                v.dims()
            );
        }
    }
    Ok(())
}

/// Central differences of `sum(weight * f(x))` in every element of `x`, f32 with a step of 1e-2.
fn finite_differences(x: &Tensor, f: impl Fn(&Tensor) -> Result<Tensor>) -> Result<Vec<f64>> {
    let values = x.flatten_all()?.to_vec1::<f32>()?;
    let weighted = |values: Vec<f32>| -> Result<f64> {
        let y = f(&Tensor::from_vec(values, x.dims(), &Device::Cpu)?)?;
        let w = numbers(y.dims(), 0.41)?.flatten_all()?.to_vec1::<f32>()?;
        let y = y.flatten_all()?.to_vec1::<f32>()?;
        Ok(y.iter()
            .zip(&w)
            .map(|(y, w)| f64::from(*y) * f64::from(*w))
            .sum())
    };
    (0..values.len())
        .map(|i| {
            let step = 1e-2;
            let (mut up, mut down) = (values.clone(), values.clone());
            up[i] += step;
            down[i] -= step;
            Ok((weighted(up)? - weighted(down)?) / (2.0 * f64::from(step)))
        })
        .collect()
}

fn assert_gradient(
    x: &Tensor,
    tolerance: f64,
    f: impl Fn(&Tensor) -> Result<Tensor>,
) -> Result<()> {
    let var = Var::from_tensor(x)?;
    let y = f(&var)?;
    let loss = (&y * numbers(y.dims(), 0.41)?)?.sum_all()?;
    let gradient = loss
        .backward()?
        .get(&var)
        .unwrap()
        .flatten_all()?
        .to_vec1::<f32>()?;
    for (i, (ours, expected)) in gradient.iter().zip(finite_differences(x, f)?).enumerate() {
        assert!(
            (f64::from(*ours) - expected).abs() < tolerance * expected.abs().max(1.0),
            "element {i}: {ours} against {expected}"
        );
    }
    Ok(())
}

#[test]
fn gradients_equal_finite_differences() -> Result<()> {
    let x = numbers(&[2, 3, 5, 4], 0.1)?;
    let (gamma, beta) = (numbers(&[3], 0.2)?, numbers(&[3], 0.3)?);
    // Away from the kink at zero, where a difference of finite step means nothing.
    let off_zero = ((&x * 0.9)? + (x.sign()? * 0.1)?)?;
    assert_gradient(&off_zero, 1e-3, |x| leaky_relu(x, 0.3))?;
    assert_gradient(&off_zero, 1e-3, |x| add_leaky_relu(x, x, 0.3))?;
    assert_gradient(&x, 1e-2, |x| max_pool2d(x, 3, 2))?;
    // A slope of 1 leaves out the kink.
    assert_gradient(&x, 1e-2, |x| {
        Ok(batch_norm_train(x, &gamma, &beta, BatchNormConfig::default())?.0)
    })?;
    assert_gradient(&gamma, 1e-3, |g| {
        Ok(batch_norm_train(&x, g, &beta, BatchNormConfig::default())?.0)
    })?;
    assert_gradient(&beta, 1e-3, |b| {
        Ok(batch_norm_train(&x, &gamma, b, BatchNormConfig::default())?.0)
    })?;
    let (mean, variance) = (numbers(&[3], 0.4)?, (numbers(&[3], 0.5)?.sqr()? + 0.1)?);
    assert_gradient(&x, 1e-3, |x| {
        batch_norm(
            x,
            &mean,
            &variance,
            &gamma,
            &beta,
            BatchNormConfig::default(),
        )
    })
}

#[test]
fn batch_norm_with_activation_equals_its_formula_in_candle() -> Result<()> {
    for shape in [[3, 4, 7, 5], [1, 2, 1, 1], [2, 3, 40, 33]] {
        let c = shape[1];
        let x = Var::from_tensor(&numbers(&shape, 0.11)?)?;
        let gamma = Var::from_tensor(&numbers(&[c], 0.2)?)?;
        let beta = Var::from_tensor(&numbers(&[c], 0.3)?)?;
        let (y, statistics) = batch_norm_train(&x, &gamma, &beta, LEAKY)?;
        let mean = x.mean_keepdim((0, 2, 3))?;
        let centred = x.broadcast_sub(&mean)?;
        let variance = centred.sqr()?.mean_keepdim((0, 2, 3))?;
        let z = centred
            .broadcast_div(&(&variance + 1e-3)?.sqrt()?)?
            .broadcast_mul(&gamma.reshape((1, c, 1, 1))?)?
            .broadcast_add(&beta.reshape((1, c, 1, 1))?)?;
        let expected = z.maximum(&(&z * 0.3)?)?;
        assert!(largest_difference(&y, &expected)? < 1e-5);
        assert!(largest_difference(&statistics.variance, &variance.flatten_all()?)? < 1e-6);
        let weight = numbers(&shape, 0.41)?;
        let g = (y * &weight)?.sum_all()?.backward()?;
        let f = (expected * &weight)?.sum_all()?.backward()?;
        for v in [&x, &gamma, &beta] {
            assert!(largest_difference(g.get(v).unwrap(), f.get(v).unwrap())? < 2e-3);
        }
    }
    Ok(())
}

#[test]
fn pooling_with_a_dense_layer_equals_candles_mean_and_product() -> Result<()> {
    for (n, c, h, w, o) in [(2, 5, 7, 9, 4), (1, 3, 1, 1, 2), (3, 40, 21, 21, 4)] {
        let x = Var::from_tensor(&numbers(&[n, c, h, w], 0.1)?)?;
        let kernel = Var::from_tensor(&numbers(&[c, o], 0.23)?)?;
        let bias = Var::from_tensor(&numbers(&[o], 0.37)?)?;
        let ours = global_average_dense(&x, &kernel, &bias)?;
        let theirs = x.mean((2, 3))?.matmul(&kernel)?.broadcast_add(&bias)?;
        assert!(largest_difference(&ours, &theirs)? < 1e-5);
        let weight = numbers(ours.dims(), 0.41)?;
        let g = (ours * &weight)?.sum_all()?.backward()?;
        let f = (theirs * &weight)?.sum_all()?.backward()?;
        for v in [&x, &kernel, &bias] {
            assert!(largest_difference(g.get(v).unwrap(), f.get(v).unwrap())? < 1e-5);
        }
    }
    let (x, kernel, bias) = (
        numbers(&[2, 3, 4, 3], 0.1)?,
        numbers(&[3, 2], 0.2)?,
        numbers(&[2], 0.3)?,
    );
    assert_gradient(&x, 1e-3, |x| global_average_dense(x, &kernel, &bias))?;
    assert_gradient(&kernel, 1e-3, |k| global_average_dense(&x, k, &bias))?;
    assert_gradient(&bias, 1e-3, |b| global_average_dense(&x, &kernel, b))
}

#[test]
fn pooling_pads_with_minus_infinity_and_takes_one_winner() -> Result<()> {
    // Negative everywhere: zero padding would win at the border.
    let x = Var::from_tensor(&Tensor::full(-2f32, (1, 1, 4, 4), &Device::Cpu)?)?;
    let y = max_pool2d(&x, 3, 2)?;
    assert_eq!(y.flatten_all()?.to_vec1::<f32>()?, [-2.0; 4]);
    // All pixels tie; the first of each window gets the gradient (padding stands after the image: 0, 1).
    let g = y.sum_all()?.backward()?;
    let g = g.get(&x).unwrap().reshape((4, 4))?.to_vec2::<f32>()?;
    assert_eq!(g[0], [1.0, 0.0, 1.0, 0.0]);
    assert_eq!(g[1], [0.0; 4]);
    assert_eq!(g[2], [1.0, 0.0, 1.0, 0.0]);
    assert_eq!(g[3], [0.0; 4]);
    Ok(())
}

#[test]
fn nan_and_infinity_pass_through() -> Result<()> {
    let at = |value: f32| -> Result<Tensor> {
        let mut v = vec![0.5f32; 2 * 25];
        v[12] = value;
        Tensor::from_vec(v, (1, 2, 5, 5), &Device::Cpu)
    };
    let count_nan = |t: &Tensor| -> Result<usize> {
        Ok(t.flatten_all()?
            .to_vec1::<f32>()?
            .iter()
            .filter(|v| v.is_nan())
            .count())
    };
    let (kernel, bias) = (numbers(&[2, 2, 3, 3], 0.2)?, numbers(&[2], 0.3)?);
    let nan = at(f32::NAN)?;
    assert_eq!(
        count_nan(&conv2d(&nan, &kernel, &bias, Conv2dConfig::default())?)?,
        18
    );
    assert_eq!(count_nan(&max_pool2d(&nan, 3, 2)?)?, 1);
    assert_eq!(count_nan(&leaky_relu(&nan, 0.3)?)?, 1);
    let one = numbers(&[2], 0.1)?;
    assert_eq!(
        count_nan(&batch_norm_train(&nan, &one, &one, LEAKY)?.0)?,
        25
    );
    let infinite = leaky_relu(&at(f32::NEG_INFINITY)?, 0.3)?;
    assert!(
        infinite
            .flatten_all()?
            .to_vec1::<f32>()?
            .contains(&f32::NEG_INFINITY)
    );
    Ok(())
}

#[test]
fn wrong_shapes_are_named_in_the_error() -> Result<()> {
    let x = numbers(&[1, 3, 8, 8], 0.1)?;
    let (kernel, bias) = (numbers(&[4, 2, 3, 3], 0.2)?, numbers(&[4], 0.3)?);
    let message = conv2d(&x, &kernel, &bias, Conv2dConfig::default())
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("[1, 3, 8, 8]") && message.contains("[4, 2, 3, 3]"),
        "{message}"
    );
    let message = batch_norm_train(&x, &bias, &bias, LEAKY)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("3 channels") && message.contains("[4]"),
        "{message}"
    );
    assert!(max_pool2d(&x, 0, 1).is_err());
    Ok(())
}

#[test]
fn results_do_not_depend_on_the_number_of_threads() -> Result<()> {
    let run = |threads: usize| -> Result<Vec<Vec<u32>>> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            let x = Var::from_tensor(&numbers(&[3, 20, 37, 35], 0.1)?)?;
            let kernel = Var::from_tensor(&numbers(&[16, 20, 3, 3], 0.2)?)?;
            let bias = Var::from_tensor(&numbers(&[16], 0.3)?)?;
            let gamma = Var::from_tensor(&numbers(&[16], 0.7)?)?;
            let y = conv2d(&x, &kernel, &bias, Conv2dConfig { stride: 2 })?;
            let (y, _) = batch_norm_train(&y, &gamma, &bias, LEAKY)?;
            let y = max_pool2d(&y, 3, 2)?;
            let g = y.sqr()?.sum_all()?.backward()?;
            [
                &y,
                g.get(&x).unwrap(),
                g.get(&kernel).unwrap(),
                g.get(&gamma).unwrap(),
            ]
            .iter()
            .map(|t| {
                Ok(t.flatten_all()?
                    .to_vec1::<f32>()?
                    .iter()
                    .map(|v| v.to_bits())
                    .collect())
            })
            .collect()
        })
    };
    let one = run(1)?;
    assert!(one == run(2)? && one == run(5)?);
    Ok(())
}
