//! What the tests share: where the fixtures made by others lie.
#![allow(dead_code, missing_docs)]

use candle_core::{Device, Tensor};
use std::path::PathBuf;

/// The folder of fixtures made by Keras, scikit-learn and the published tutorial: `SHARED_DIR`, or `../shared`
/// beside the repository. `None`, with a line that says so, where it is absent: fixtures are not part of the
/// repository, and a test that needs them then has nothing to compare with.
pub fn shared(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("SHARED_DIR").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")),
        PathBuf::from,
    );
    let file = root.join(path);
    if file.exists() {
        return Some(file);
    }
    eprintln!(
        "SKIPPED: {} is absent; set SHARED_DIR to the folder of fixtures to run this check",
        file.display()
    );
    None
}

/// `1 3 H W` from 8-bit grey values: x / 255 minus the mean of the image, summed in f64.
pub fn standardised(grey: &[u8], height: usize, width: usize) -> helpers::Result<Tensor> {
    let mean = grey.iter().map(|v| f64::from(*v)).sum::<f64>() / (255.0 * grey.len() as f64);
    let x = grey.iter().map(|v| f32::from(*v) / 255.0 - mean as f32);
    let x = Tensor::from_iter(x, &Device::Cpu)?.reshape((1, 1, height, width))?;
    Ok(x.broadcast_as((1, 3, height, width))?.contiguous()?)
}
