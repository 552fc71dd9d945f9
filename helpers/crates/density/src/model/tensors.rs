//! Tensors in safetensors files: what weights and checkpoints share.

use crate::error::{Error, Result};
use crate::files::write_atomically;
use candle_core::{DType, Device, Tensor};
use safetensors::tensor::{Dtype, TensorView};
use std::collections::HashMap;
use std::path::Path;

/// Writes tensors by name, each in its own type, and `json` under `key` in the header, to a file that appears whole or
/// not at all.
pub fn write_tensors<'a>(
    path: &Path,
    tensors: impl IntoIterator<Item = (&'a str, &'a Tensor)>,
    key: &str,
    json: String,
) -> Result<()> {
    let tensors = tensors
        .into_iter()
        .map(|(name, tensor)| Ok((name, tensor.to_device(&Device::Cpu)?)))
        .collect::<Result<Vec<_>>>()?;
    let header = HashMap::from([(key.to_string(), json)]);
    let bytes = safetensors::serialize(tensors, Some(header)).map_err(|e| Error::Weights {
        path: path.to_path_buf(),
        problem: e.to_string(),
    })?;
    write_atomically(path, &bytes)
}

/// A tensor of such a file as f32, on the CPU; `None` when it is of another type than F32, F16 and BF16, whose every
/// value f32 holds.
pub fn tensor_of(view: &TensorView) -> Result<Option<Tensor>> {
    let dtype = match view.dtype() {
        Dtype::F32 => DType::F32,
        Dtype::F16 => DType::F16,
        Dtype::BF16 => DType::BF16,
        _ => return Ok(None),
    };
    let tensor = Tensor::from_raw_buffer(view.data(), dtype, view.shape(), &Device::Cpu)?;
    Ok(Some(tensor.to_dtype(DType::F32)?))
}
