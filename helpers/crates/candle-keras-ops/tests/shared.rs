//! A batch in two parts that share their batch normalisation, against the whole of it.
#![allow(missing_docs)]

mod common;

use candle_core::{Result, Tensor, Var};
use candle_keras_ops::*;
use common::{largest_difference, numbers};
use std::sync::{Barrier, Mutex};

const LEAKY: BatchNormConfig = BatchNormConfig {
    epsilon: 1e-3,
    slope: 0.3,
};

/// What the parts have in common.
struct Room {
    places: Mutex<Vec<Vec<f64>>>,
    barrier: Barrier,
}

struct Part<'a> {
    index: usize,
    room: &'a Room,
}

impl SharedBatch for Part<'_> {
    fn gather(&self, values: &[f64]) -> Result<Vec<f64>> {
        self.room.places.lock().unwrap()[self.index] = values.to_vec();
        self.room.barrier.wait();
        let all = self.room.places.lock().unwrap().concat();
        self.room.barrier.wait();
        Ok(all)
    }

    fn sum(&self, values: &mut [f64]) -> Result<()> {
        let all = self.gather(values)?;
        for (i, value) in values.iter_mut().enumerate() {
            *value = all.iter().skip(i).step_by(all.len() / 2).sum();
        }
        Ok(())
    }
}

/// Kernel, bias, gamma and beta of a layer.
type Layer = [Var; 4];

fn layer(c: usize, o: usize, seed: f64) -> Result<Layer> {
    Ok([
        Var::from_tensor(&numbers(&[o, c, 3, 3], seed)?)?,
        Var::from_tensor(&numbers(&[o], seed + 0.1)?)?,
        Var::from_tensor(&numbers(&[o], seed + 0.2)?)?,
        Var::from_tensor(&numbers(&[o], seed + 0.3)?)?,
    ])
}

/// Values, statistics of the last layer, and gradients of `sum(weight y)`.
fn pass(
    mut tape: Tape,
    x: &Tensor,
    weight: &Tensor,
    layers: &[Layer],
) -> Result<(Tensor, BatchStatistics, Vec<Tensor>)> {
    let mut node = tape.input(x)?;
    let mut last = None;
    for [kernel, bias, gamma, beta] in layers {
        let layer = ConvBatchNorm {
            kernel,
            bias,
            conv: Conv2dConfig { stride: 2 },
            gamma,
            beta,
            norm: LEAKY,
        };
        let (y, seen) = tape.conv_batch_norm_train(&node, &layer)?;
        (node, last) = (y, Some(seen));
    }
    let y = tape.value(&node)?;
    let mut gradients = weight.sum_all()?.backward()?;
    tape.backward(node, weight, &mut gradients)?;
    let gradients = layers.iter().flatten().map(|v| gradients.get(v).unwrap());
    Ok((y, last.unwrap(), gradients.cloned().collect()))
}

#[test]
fn two_unequal_parts_are_the_whole() -> Result<()> {
    let layers = [layer(3, 7, 0.1)?, layer(7, 5, 0.5)?];
    let x = numbers(&[4, 3, 21, 18], 0.7)?;
    let weight = numbers(&[4, 5, 6, 5], 0.9)?;
    let recording = || Tape::recording(Workspace::default());
    let (y, seen, expected) = pass(recording(), &x, &weight, &layers)?;
    let room = Room {
        places: Mutex::new(vec![Vec::new(); 2]),
        barrier: Barrier::new(2),
    };
    let cuts = [(0, 3), (3, 1)];
    let parts = std::thread::scope(|scope| {
        let (room, layers, x, weight) = (&room, &layers, &x, &weight);
        let parts = cuts.into_iter().enumerate().map(|(index, (start, n))| {
            scope.spawn(move || {
                let part = Part { index, room };
                let tape = Tape::recording_with(Workspace::default(), &part);
                let (x, weight) = (x.narrow(0, start, n)?, weight.narrow(0, start, n)?);
                pass(tape, &x, &weight, layers)
            })
        });
        let parts = parts.collect::<Vec<_>>();
        let joined = parts.into_iter().map(|part| part.join().unwrap());
        joined.collect::<Result<Vec<_>>>()
    })?;
    for ((part_y, part_seen, _), (start, n)) in parts.iter().zip(cuts) {
        assert!(largest_difference(part_y, &y.narrow(0, start, n)?)? < 1e-5);
        assert!(largest_difference(&part_seen.mean, &seen.mean)? < 1e-6);
        assert!(largest_difference(&part_seen.variance, &seen.variance)? < 1e-6);
        assert_eq!(part_seen.count, 4 * 6 * 5);
    }
    // The parts' own statistics would have been other ones.
    let (alone, ..) = pass(
        recording(),
        &x.narrow(0, 0, 3)?,
        &weight.narrow(0, 0, 3)?,
        &layers,
    )?;
    assert!(largest_difference(&alone, &parts[0].0)? > 1e-2);
    for (i, expected) in expected.iter().enumerate() {
        let sum = (&parts[0].2[i] + &parts[1].2[i])?;
        let scale = expected.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>()?;
        let difference = largest_difference(&sum, expected)?;
        assert!(
            difference < 1e-4 * scale.max(1.0),
            "{i}: {difference} of {scale}"
        );
    }
    Ok(())
}

/// An error of one of the parts reaches the pass, in both directions.
#[test]
fn errors_of_the_parts_are_passed_on() -> Result<()> {
    struct Silent(bool);
    impl SharedBatch for Silent {
        fn gather(&self, values: &[f64]) -> Result<Vec<f64>> {
            if self.0 {
                Ok([values, &[0.0]].concat())
            } else {
                Ok(values.to_vec())
            }
        }
        fn sum(&self, _: &mut [f64]) -> Result<()> {
            candle_core::bail!("the line is dead")
        }
    }
    let layers = [layer(3, 7, 0.1)?];
    let x = numbers(&[1, 3, 8, 8], 0.7)?;
    let weight = numbers(&[1, 7, 4, 4], 0.9)?;
    for (surplus, expected) in [(true, "different networks"), (false, "the line is dead")] {
        let batch = Silent(surplus);
        let tape = Tape::recording_with(Workspace::default(), &batch);
        let text = pass(tape, &x, &weight, &layers).unwrap_err().to_string();
        assert!(text.contains(expected), "{text}");
    }
    Ok(())
}
