//! NCCL with one rank: it starts, and its collective calls leave what is theirs as it is. Where there is no GPU the test says so
//! and passes, or fails where `GPU_REQUIRED` is set.
#![cfg(feature = "nccl")]
#![allow(missing_docs)]

use candle_core::Tensor;
use density::Result;
use std::time::Duration;
use training::parallel::{Communicator as _, NcclCommunicator, ProcessInfo};

#[test]
fn one_rank_reduces_and_broadcasts_to_itself() -> Result<()> {
    let Some(gpu) = fixtures::tested_gpu(candle_keras_ops::gpu(0)) else {
        return Ok(());
    };
    let folder = tempfile::tempdir().expect("a folder for the meeting");
    let alone = ProcessInfo::alone();
    let ranks = NcclCommunicator::join(&alone, &gpu, folder.path(), Duration::from_secs(60))?;
    assert_eq!((ranks.rank(), ranks.size()), (0, 1));
    let values = (0..100_000).map(|i| i as f32 / 7.0).collect::<Vec<_>>();
    let on_gpu = Tensor::new(values.as_slice(), &gpu)?;
    assert!(ranks.mean(&on_gpu)?.to_vec1::<f32>()? == values);
    let mut sums = [1.5, -2.25e10];
    ranks.sum(&mut sums)?;
    assert_eq!(sums, [1.5, -2.25e10]);
    assert_eq!(ranks.broadcast(b"an id".to_vec())?, b"an id");
    assert_eq!(ranks.broadcast(Vec::new())?, b"");
    Ok(())
}
