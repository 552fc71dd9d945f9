//! The tape and the folded convolution against the ops that they are made of, which `against_candle` tests against
//! candle and finite differences.
#![allow(missing_docs)]

mod common;

use candle_core::{Device, Result, Tensor, Var};
use candle_keras_ops::*;
use common::{largest_difference, numbers};

struct Layer {
    kernel: Var,
    bias: Var,
    gamma: Var,
    beta: Var,
    stride: usize,
    slope: f32,
}

impl Layer {
    fn new(c: usize, o: usize, k: usize, stride: usize, slope: f32, seed: f64) -> Result<Layer> {
        Ok(Layer {
            kernel: Var::from_tensor(&(numbers(&[o, c, k, k], seed)? / (c * k) as f64)?)?,
            bias: Var::from_tensor(&numbers(&[o], seed + 0.11)?)?,
            gamma: Var::from_tensor(&numbers(&[o], seed + 0.23)?)?,
            beta: Var::from_tensor(&numbers(&[o], seed + 0.37)?)?,
            stride,
            slope,
        })
    }

    fn weights(&self) -> ConvBatchNorm<'_> {
        ConvBatchNorm {
            kernel: &self.kernel,
            bias: &self.bias,
            conv: Conv2dConfig {
                stride: self.stride,
            },
            gamma: &self.gamma,
            beta: &self.beta,
            norm: BatchNormConfig {
                slope: self.slope,
                ..Default::default()
            },
        }
    }

    fn on_graph(&self, x: &Tensor) -> Result<Tensor> {
        let y = conv2d(
            x,
            &self.kernel,
            &self.bias,
            Conv2dConfig {
                stride: self.stride,
            },
        )?;
        Ok(batch_norm_train(
            &y,
            &self.gamma,
            &self.beta,
            BatchNormConfig {
                slope: self.slope,
                ..Default::default()
            },
        )?
        .0)
    }
}

/// A stem, a block with a projection and a block with an identity shortcut.
fn layers() -> Result<Vec<Layer>> {
    Ok(vec![
        Layer::new(3, 9, 3, 2, 0.3, 0.1)?,
        Layer::new(9, 4, 3, 2, 0.3, 0.2)?,
        Layer::new(4, 12, 1, 1, 1.0, 0.3)?,
        Layer::new(9, 12, 1, 2, 1.0, 0.4)?,
        Layer::new(12, 5, 3, 1, 0.3, 0.5)?,
        Layer::new(5, 12, 1, 1, 1.0, 0.6)?,
    ])
}

fn on_graph(x: &Tensor, l: &[Layer]) -> Result<Tensor> {
    let x = max_pool2d(&l[0].on_graph(x)?, 3, 2)?;
    let y = l[2].on_graph(&l[1].on_graph(&x)?)?;
    let x = add_leaky_relu(&l[3].on_graph(&x)?, &y, 0.3)?;
    let y = l[5].on_graph(&l[4].on_graph(&x)?)?;
    x + y
}

fn on_tape(x: &Tensor, l: &[Layer], workspace: Workspace) -> Result<(Tape<'static>, Node)> {
    let mut t = Tape::recording(workspace);
    let x = t.input(x)?;
    let layer = |t: &mut Tape, i: usize, x: &Node| {
        Ok::<_, candle_core::Error>(t.conv_batch_norm_train(x, &l[i].weights())?.0)
    };
    let x = layer(&mut t, 0, &x)?;
    let x = t.max_pool2d(&x, 3, 2)?;
    let y = layer(&mut t, 1, &x)?;
    let y = layer(&mut t, 2, &y)?;
    let shortcut = layer(&mut t, 3, &x)?;
    let x = t.add_leaky_relu(&shortcut, &y, 0.3)?;
    let y = layer(&mut t, 4, &x)?;
    let y = layer(&mut t, 5, &y)?;
    let end = t.add_leaky_relu(&x, &y, 1.0)?;
    Ok((t, end))
}

#[test]
fn the_tape_computes_values_and_gradients_of_candles_graph() -> Result<()> {
    let layers = layers()?;
    let mut workspace = Workspace::default();
    for shape in [[2, 3, 33, 30], [1, 3, 9, 12], [4, 3, 64, 64]] {
        let x = numbers(&shape, 0.7)?;
        let expected = on_graph(&x, &layers)?;
        let weight = numbers(expected.dims(), 0.9)?;
        let theirs = (&expected * &weight)?.sum_all()?.backward()?;
        // Twice: the second pass works in the memory of the first.
        let mut first = Vec::new();
        for _ in 0..2 {
            let (tape, end) = on_tape(&x, &layers, std::mem::take(&mut workspace))?;
            assert!(largest_difference(&tape.value(&end)?, &expected)? < 1e-5);
            // As in a network: candle's gradients of what follows the tape, then the tape's.
            let y = Var::from_tensor(&tape.value(&end)?)?;
            let mut ours = (y.as_tensor() * &weight)?.sum_all()?.backward()?;
            let gradient = ours.remove(&y).unwrap();
            workspace = tape.backward(end, &gradient, &mut ours)?;
            let mut bits = Vec::new();
            for l in &layers {
                for v in [&l.kernel, &l.bias, &l.gamma, &l.beta] {
                    let (ours, theirs) = (ours.get(v).unwrap(), theirs.get(v).unwrap());
                    let scale = theirs.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>()?;
                    let difference = largest_difference(ours, theirs)?;
                    assert!(
                        difference < 1e-4 * scale.max(1.0),
                        "{difference} of {scale}"
                    );
                    bits.extend(
                        ours.flatten_all()?
                            .to_vec1::<f32>()?
                            .iter()
                            .map(|v| v.to_bits()),
                    );
                }
            }
            if first.is_empty() {
                first = bits;
            } else {
                assert!(first == bits);
            }
        }
    }
    Ok(())
}

#[test]
fn the_folded_convolution_equals_batch_norm_after_convolution() -> Result<()> {
    // The last is computed by Winograd's larger tile.
    for (c, o, k, stride, slope) in [
        (5, 11, 3, 1, 0.3),
        (5, 11, 3, 2, 1.0),
        (5, 11, 1, 2, 0.3),
        (5, 11, 1, 1, 1.0),
        (40, 37, 3, 1, 0.3),
    ] {
        let l = Layer::new(c, o, k, stride, slope, 0.2)?;
        let x = Var::from_tensor(&numbers(&[2, c, 49, 52], 0.3)?)?;
        let (mean, variance) = (numbers(&[o], 0.4)?, (numbers(&[o], 0.5)?.sqr()? + 0.1)?);
        let ours = l.weights().infer(&x, &mean, &variance)?;
        let y = conv2d(&x, &l.kernel, &l.bias, Conv2dConfig { stride })?;
        let theirs = batch_norm(
            &y,
            &mean,
            &variance,
            &l.gamma,
            &l.beta,
            BatchNormConfig {
                slope,
                ..Default::default()
            },
        )?;
        assert!(largest_difference(&ours, &theirs)? < 1e-5);
        let mut tape = Tape::inference(Workspace::default());
        let input = tape.input(&x)?;
        let on_tape = tape.conv_batch_norm(&input, &l.weights(), &mean, &variance)?;
        assert_eq!(largest_difference(&tape.value(&on_tape)?, &ours)?, 0.0);
        let (sum, residual) = (numbers(ours.dims(), 0.8)?, numbers(ours.dims(), 0.8)?);
        let shortcut = tape.input(&residual)?;
        let (weights, averages) = (l.weights(), (&mean, &variance));
        let added = tape.conv_batch_norm_add(&input, &weights, averages, &shortcut, 0.3)?;
        let expected = add_leaky_relu(&sum, &theirs, 0.3)?;
        assert!(largest_difference(&tape.value(&added)?, &expected)? < 1e-5);
        let weight = numbers(ours.dims(), 0.6)?;
        let ours = (ours * &weight)?.sum_all()?.backward()?;
        let theirs = (theirs * &weight)?.sum_all()?.backward()?;
        for v in [&x, &l.kernel] {
            let scale = theirs
                .get(v)
                .unwrap()
                .abs()?
                .flatten_all()?
                .max(0)?
                .to_scalar::<f32>()?;
            let difference = largest_difference(ours.get(v).unwrap(), theirs.get(v).unwrap())?;
            assert!(
                difference < 1e-4 * scale.max(1.0),
                "{difference} of {scale}"
            );
        }
    }
    Ok(())
}

#[test]
fn inference_sees_weights_that_were_changed_since_the_last_pass() -> Result<()> {
    let layer = Layer::new(5, 11, 3, 1, 0.3, 0.2)?;
    let x = numbers(&[1, 5, 20, 17], 0.3)?;
    let (mean, variance) = (numbers(&[11], 0.4)?, (numbers(&[11], 0.5)?.sqr()? + 0.1)?);
    let mut workspace = Workspace::default();
    let changes: [&dyn Fn() -> Result<()>; 4] = [
        &|| Ok(()),
        &|| Ok(()),
        &|| layer.kernel.set(&numbers(&[11, 5, 3, 3], 0.9)?),
        &|| layer.gamma.set(&numbers(&[11], 0.8)?),
    ];
    for change in changes {
        change()?;
        let mut tape = Tape::inference(workspace);
        let input = tape.input(&x)?;
        let y = tape.conv_batch_norm(&input, &layer.weights(), &mean, &variance)?;
        let expected = layer.weights().infer(&x, &mean, &variance)?;
        assert_eq!(largest_difference(&tape.value(&y)?, &expected)?, 0.0);
        drop((input, y));
        workspace = tape.finish();
    }
    Ok(())
}

#[test]
fn pooling_without_winners_equals_pooling_with_them() -> Result<()> {
    for (h, w, kernel, stride) in [(9, 12, 3, 2), (1, 1, 3, 2), (7, 6, 2, 3), (33, 50, 3, 1)] {
        let mut x = numbers(&[2, 3, h, w], 0.7)?
            .flatten_all()?
            .to_vec1::<f32>()?;
        if x.len() > 40 {
            x[20] = f32::NAN;
            x[30] = f32::NEG_INFINITY;
        }
        let x = Tensor::from_vec(x, (2, 3, h, w), &Device::Cpu)?;
        let mut tape = Tape::inference(Workspace::default());
        let input = tape.input(&x)?;
        let ours = tape.max_pool2d(&input, kernel, stride)?;
        let bits = |t: &Tensor| -> Result<Vec<u32>> {
            let values = t.flatten_all()?.to_vec1::<f32>()?;
            Ok(values.into_iter().map(f32::to_bits).collect())
        };
        let expected = max_pool2d(&x, kernel, stride)?;
        assert_eq!(bits(&tape.value(&ours)?)?, bits(&expected)?);
    }
    Ok(())
}

#[test]
fn the_tape_names_what_does_not_fit() -> Result<()> {
    let mut tape = Tape::recording(Workspace::default());
    let x = tape.input(&Tensor::zeros(
        (1, 4, 8, 8),
        candle_core::DType::F32,
        &Device::Cpu,
    )?)?;
    let layer = Layer::new(3, 2, 3, 1, 0.3, 0.1)?;
    let message = tape
        .conv_batch_norm_train(&x, &layer.weights())
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("[1, 4, 8, 8]") && message.contains("[2, 3, 3, 3]"),
        "{message}"
    );
    let pooled = tape.max_pool2d(&x, 3, 2)?;
    let message = tape
        .add_leaky_relu(&x, &pooled, 0.3)
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("[1, 4, 8, 8]") && message.contains("[1, 4, 4, 4]"),
        "{message}"
    );
    Ok(())
}
