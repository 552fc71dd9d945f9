//! Ranks that train together against one process with the whole batch.
#![allow(missing_docs)]

#[path = "common/short.rs"]
mod short;
#[path = "common/threads.rs"]
mod threads;

use candle_core::Tensor;
use density::Result;
use short::{batch, distances, network, train, values};
use std::slice::from_ref;
use training::parallel::{Communicator, SingleProcess};
use training::{Together, Workspace, gradients};

const SIZE: usize = 128;

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|v| v.to_bits()).collect()
}

#[test]
fn two_ranks_follow_one_with_twice_the_batch_if_they_share_batch_norm() -> Result<()> {
    let whole = network(SIZE)?;
    let expected = train(&whole, from_ref(&(0..4)), &SingleProcess, true)?;
    for (cuts, sync) in [
        ([0..2, 2..4], true),
        ([0..3, 3..4], true),
        ([0..2, 2..4], false),
    ] {
        let ranks = threads::run(2, |rank| {
            let model = network(SIZE)?;
            let results = train(&model, &cuts, rank, sync)?;
            Ok((model, results))
        });
        let ranks = ranks.into_iter().collect::<Result<Vec<_>>>()?;
        let [(first, results), (second, seconds)] = &ranks[..] else {
            unreachable!("two ranks")
        };
        for trainable in [true, false] {
            let (a, b) = (values(first, trainable)?, values(second, trainable)?);
            assert!(bits(&a) == bits(&b), "the ranks' weights have other bits");
        }
        assert_eq!(results, seconds);
        assert!(results.iter().all(|r| r.images == 4));
        let [weights, way, averages] = distances(first, &whole)?;
        let loss = results
            .iter()
            .zip(&expected)
            .map(|(ours, one)| (ours.loss - one.loss).abs() / one.loss)
            .fold(0.0, f64::max);
        println!(
            "{cuts:?}, shared {sync}: weights {weights:.1e}, of the way gone {way:.1e}, moving averages {averages:.1e}, \
             losses {loss:.1e}"
        );
        if sync {
            assert!(weights < 1e-4 && averages < 1e-4, "{weights} {averages}");
            assert!(way < 0.05 && loss < 0.01, "{way} {loss}");
        } else {
            assert!(weights > 1e-4 && averages > 1e-4, "{weights} {averages}");
            assert!(way > 0.2 && loss > 0.1, "{way} {loss}");
        }
    }
    Ok(())
}

#[test]
fn a_single_rank_computes_the_bits_of_a_step_alone() -> Result<()> {
    let model = network(SIZE)?;
    let (x, y) = batch(SIZE, 1)?;
    let workspace = &mut Workspace::default();
    let (result, pass, found) = gradients(&model, &x, &y, None, workspace, Together::single())?;
    let expected = found.to_vec1::<f32>()?;
    for sync_batch_norm in [true, false] {
        let together = Together {
            ranks: &SingleProcess,
            sync_batch_norm,
        };
        let (same, seen, flat) =
            gradients(&model, &x, &y, None, &mut Workspace::default(), together)?;
        assert_eq!(result, same);
        assert!(bits(&flat.to_vec1::<f32>()?) == bits(&expected));
        for ((_, a), (_, b)) in pass.statistics.iter().zip(&seen.statistics) {
            assert_eq!(
                bits(&a.mean.to_vec1::<f32>()?),
                bits(&b.mean.to_vec1::<f32>()?)
            );
            assert_eq!(a.count, b.count);
        }
    }
    Ok(())
}

/// What the trait itself supplies.
#[test]
fn numbers_are_gathered_in_the_order_of_the_ranks() -> Result<()> {
    let gathered = threads::run(3, |rank| {
        let own = [rank.rank() as f64 + 0.1, -1e300 * rank.rank() as f64];
        let mean = rank.mean(&Tensor::new(
            &[rank.rank() as f32 * 3.0],
            &candle_core::Device::Cpu,
        )?)?;
        Ok::<_, density::Error>((rank.gather(&own)?, mean.to_vec1::<f32>()?))
    });
    for rank in gathered {
        let (all, mean) = rank?;
        assert_eq!(all, [0.1, 0.0, 1.1, -1e300, 2.1, -2e300]);
        assert_eq!(mean, [3.0]);
    }
    Ok(())
}
