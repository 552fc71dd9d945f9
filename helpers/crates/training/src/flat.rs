//! All trainable weights, or their gradients, as one vector: what optimisers and ranks work on.

use candle_core::{DType, Tensor};
use candle_keras_ops::Gradients;
use density::error::{Error, Result};
use density::model::Parameters;

/// The gradients of all trainable weights in the order of the parameters, f32, zeros where there is none.
pub fn flat_gradients(parameters: &Parameters, gradients: &Gradients) -> Result<Tensor> {
    concatenate(parameters, |var| match gradients.get(var) {
        Some(gradient) => Ok(gradient.clone()),
        None => Ok(var.zeros_like()?),
    })
}

/// All trainable weights in the order of the parameters, f32.
pub fn flat_weights(parameters: &Parameters) -> Result<Tensor> {
    concatenate(parameters, |var| Ok(var.clone()))
}

/// The part of a vector in the order of [`flat_weights`] that belongs to the weight `name`, in its shape.
///
/// # Errors
/// [`Error::Parameter`] when there is no trainable weight of this name.
pub fn flat_part(parameters: &Parameters, flat: &Tensor, name: &str) -> Result<Tensor> {
    let mut start = 0;
    for p in parameters.iter().filter(|p| p.trainable) {
        let count = p.var.elem_count();
        if p.name == name {
            return Ok(flat.narrow(0, start, count)?.reshape(p.var.shape())?);
        }
        start += count;
    }
    Err(Error::parameter("weight", name, "is not trainable"))
}

/// A number for each trainable weight: `value` by the parameter's name.
pub(crate) fn flat_constants(
    parameters: &Parameters,
    value: impl Fn(&str) -> f32,
) -> Result<Tensor> {
    let mut values = Vec::new();
    let mut device = None;
    for p in parameters.iter().filter(|p| p.trainable) {
        values.resize(values.len() + p.var.elem_count(), value(&p.name));
        device.get_or_insert(p.var.device());
    }
    let n = values.len();
    Ok(Tensor::from_vec(values, n, device.ok_or_else(nothing)?)?)
}

/// Sets all trainable weights from a vector of [`flat_weights`]' order.
pub fn set_flat_weights(parameters: &Parameters, flat: &Tensor) -> Result<()> {
    let mut start = 0;
    for p in parameters.iter().filter(|p| p.trainable) {
        let n = p.var.elem_count();
        p.var
            .set(&flat.narrow(0, start, n)?.reshape(p.var.shape())?)?;
        start += n;
    }
    Ok(())
}

fn concatenate(
    parameters: &Parameters,
    part: impl Fn(&Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    let parts = parameters
        .iter()
        .filter(|p| p.trainable)
        .map(|p| {
            let part = part(p.var.as_tensor())?;
            Ok(part.detach().flatten_all()?.to_dtype(DType::F32)?)
        })
        .collect::<Result<Vec<_>>>()?;
    if parts.is_empty() {
        return Err(nothing());
    }
    Ok(Tensor::cat(&parts, 0)?)
}

fn nothing() -> Error {
    Error::Training("the network has no weights to train".into())
}
