//! What several tests use, each its part.
#![allow(dead_code)]

use candle_core::{Device, Result, Tensor};

/// Reproducible numbers in -1..1 without a generator: the fractional parts of multiples of an irrational number.
pub fn numbers(shape: &[usize], seed: f64) -> Result<Tensor> {
    let n = shape.iter().product::<usize>();
    let v = (0..n)
        .map(|i| (((i as f64 + 1.0) * (0.618_033_988_749 + seed)).fract() * 2.0 - 1.0) as f32)
        .collect::<Vec<_>>();
    Tensor::from_vec(v, shape, &Device::Cpu)
}

pub fn largest_difference(a: &Tensor, b: &Tensor) -> Result<f32> {
    assert_eq!(a.dims(), b.dims());
    (a - b)?.abs()?.flatten_all()?.max(0)?.to_scalar()
}
