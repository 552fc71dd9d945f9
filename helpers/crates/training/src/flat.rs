//! All trainable weights, or their gradients, as one vector: what optimisers and ranks work on.

use candle_core::backprop::GradStore;
use candle_core::{DType, Result, Tensor, Var, bail};
use density::error::Error;
use density::model::Parameters;

/// The gradients of all `vars` in their order, f32, zeros where there is none.
pub fn flat_gradients(vars: &[Var], gradients: &GradStore) -> Result<Tensor> {
    concatenate(vars, |var| match gradients.get(var) {
        Some(gradient) => Ok(gradient.clone()),
        None => var.zeros_like(),
    })
}

/// The values of all `vars` in their order, f32.
pub fn flat_weights(vars: &[Var]) -> Result<Tensor> {
    concatenate(vars, |var| Ok(var.clone()))
}

/// The part of a vector of all trainable weights ([`Parameters::trainable_vars`]) that belongs to the weight `name`, in its
/// shape.
///
/// # Errors
/// [`Error::Parameter`] when there is no trainable weight of this name.
pub fn flat_part(parameters: &Parameters, flat: &Tensor, name: &str) -> density::Result<Tensor> {
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

/// A number for each value: what `value` says of its variable.
pub(crate) fn flat_constants(vars: &[Var], mut value: impl FnMut(&Var) -> f32) -> Result<Tensor> {
    let constants = vars
        .iter()
        .flat_map(|var| vec![value(var); var.elem_count()]);
    Tensor::from_iter(constants, first(vars)?.device())
}

/// Sets all `vars` from a vector of [`flat_weights`]' order.
pub fn set_flat_weights(vars: &[Var], flat: &Tensor) -> Result<()> {
    let mut start = 0;
    for var in vars {
        let count = var.elem_count();
        var.set(&flat.narrow(0, start, count)?.reshape(var.shape())?)?;
        start += count;
    }
    Ok(())
}

fn concatenate(vars: &[Var], part: impl Fn(&Tensor) -> Result<Tensor>) -> Result<Tensor> {
    first(vars)?;
    let parts = vars
        .iter()
        .map(|var| part(var)?.detach().flatten_all()?.to_dtype(DType::F32))
        .collect::<Result<Vec<_>>>()?;
    Tensor::cat(&parts, 0)
}

fn first(vars: &[Var]) -> Result<&Var> {
    match vars.first() {
        Some(var) => Ok(var),
        None => bail!("the network has no weights to train"),
    }
}
