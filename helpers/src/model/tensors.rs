//! Tensors of f32 in safetensors files: what weights and checkpoints share.

use crate::error::{Error, Result};
use crate::files::write_atomically;
use candle_core::{Device, Tensor};
use safetensors::tensor::{Dtype, TensorView};
use std::collections::HashMap;
use std::path::Path;

/// Writes tensors by name, and `json` under `key` in the header, to a file that appears whole or not at all.
pub(crate) fn write_tensors<'a>(
    path: &Path,
    tensors: impl IntoIterator<Item = (&'a str, &'a Tensor)>,
    key: &str,
    json: String,
) -> Result<()> {
    let problem = |problem: String| Error::Weights {
        path: path.to_path_buf(),
        problem,
    };
    let mut data = Vec::new();
    for (name, tensor) in tensors {
        let values = tensor.flatten_all()?.to_vec1::<f32>()?;
        let bytes = values
            .iter()
            .flat_map(|v| v.to_le_bytes())
            .collect::<Vec<u8>>();
        data.push((name, tensor.dims().to_vec(), bytes));
    }
    let views = data
        .iter()
        .map(|(name, shape, bytes)| {
            let view = TensorView::new(Dtype::F32, shape.clone(), bytes);
            Ok((*name, view.map_err(|e| problem(format!("{name}: {e}")))?))
        })
        .collect::<Result<Vec<_>>>()?;
    let header = HashMap::from([(key.to_string(), json)]);
    let bytes = safetensors::serialize(views, Some(header)).map_err(|e| problem(e.to_string()))?;
    write_atomically(path, &bytes)
}

/// A tensor of such a file, on the CPU.
pub(crate) fn tensor_of(view: &TensorView) -> Result<Tensor> {
    let values = view.data().as_chunks::<4>().0.iter();
    let values = values.map(|b| f32::from_le_bytes(*b)).collect::<Vec<_>>();
    Ok(Tensor::from_vec(values, view.shape(), &Device::Cpu)?)
}
