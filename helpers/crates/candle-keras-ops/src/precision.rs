//! How exactly a GPU computes.

use candle_core::{DType, Device, Error, Result};
use std::sync::atomic::{AtomicU8, Ordering};

/// What convolutions on a GPU compute with. The CPU always computes in f32.
///
/// Weights, statistics of batch normalisation, loss and optimiser are f32 in all three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// f32 throughout, as the CPU.
    #[default]
    F32,
    /// f32 tensors; the products in TF32 (10 bits of mantissa), the sums in f32. Needs an Ampere GPU or later to differ
    /// from [`Precision::F32`].
    Tf32,
    /// Activations and the kernels of convolutions in bf16 (7 bits of mantissa), sums in f32. Half the memory.
    Bf16,
}

static PRECISION: AtomicU8 = AtomicU8::new(Precision::F32 as u8);

/// Sets the precision of every later call in this process, on any thread.
///
/// Backward passes compute with what is set when they run: set it before the forward pass and leave it.
pub fn set_precision(precision: Precision) {
    PRECISION.store(precision as u8, Ordering::Relaxed);
}

/// The precision that is set; [`Precision::F32`] at the start.
pub fn precision() -> Precision {
    match PRECISION.load(Ordering::Relaxed) {
        v if v == Precision::Tf32 as u8 => Precision::Tf32,
        v if v == Precision::Bf16 as u8 => Precision::Bf16,
        _ => Precision::F32,
    }
}

/// The type that a network's input is to be cast to on this device: bf16 under [`Precision::Bf16`] on an NVIDIA GPU,
/// f32 elsewhere. Refuses bf16 on a GPU, or in a program, that does not have it. The operations of this crate keep the type of their input, so the head of a network casts back:
///
/// ```
/// use candle_core::{DType, Device, Tensor};
/// # fn main() -> candle_core::Result<()> {
/// # let image = Tensor::ones((1, 1, 8, 8), DType::F32, &Device::Cpu)?;
/// let x = image.to_dtype(candle_keras_ops::activation_dtype(image.device())?)?;
/// // ... convolutions, batch normalisations, poolings ...
/// let features = x.to_dtype(DType::F32)?;
/// # assert_eq!(features.dtype(), DType::F32);
/// # Ok(())
/// # }
/// ```
pub fn activation_dtype(device: &Device) -> Result<DType> {
    if precision() != Precision::Bf16 || !device.is_cuda() {
        return Ok(DType::F32);
    }
    match crate::gpu::bf16_problem(device) {
        Some(problem) => Err(Error::Msg(problem)),
        None => Ok(DType::BF16),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cpu_computes_in_f32_whatever_is_set() {
        assert_eq!(precision(), Precision::F32);
        set_precision(Precision::Bf16);
        assert_eq!(precision(), Precision::Bf16);
        assert_eq!(activation_dtype(&Device::Cpu).unwrap(), DType::F32);
        set_precision(Precision::F32);
    }
}
