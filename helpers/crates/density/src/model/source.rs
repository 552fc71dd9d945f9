//! Where a network's weights come from: two backends of candle-nn's `VarBuilder`.
//!
//! Both make variables in the order in which the layers ask for them, so that an optimiser, a checkpoint and every rank of
//! a training see the same order; candle-nn's own `VarMap` has none. And fresh weights follow from a seed, which
//! candle's random numbers on the CPU cannot.

use crate::model::Parameters;
use candle_core::{DType, Device, Error, Result, Shape, Tensor, Var};
use candle_nn::var_builder::SimpleBackend;
use candle_nn::{Init, VarBuilder};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The weights that a network's layers have asked for, in that order.
pub(crate) type Made = Arc<Mutex<Parameters>>;

/// The answer of a source to a layer's request for a weight.
enum Values {
    /// Random numbers from a seed.
    Fresh(Box<ChaCha8Rng>),
    /// Tensors by name; those that were asked for are gone.
    Stored(HashMap<String, Tensor>),
}

/// A backend that lists what it makes.
struct Source {
    values: Arc<Mutex<Values>>,
    made: Made,
}

/// A builder of fresh weights, which are the same for the same seed on every machine.
pub(crate) fn fresh(seed: u64, device: &Device) -> (VarBuilder<'static>, Made) {
    let rng = Box::new(ChaCha8Rng::seed_from_u64(seed));
    let (builder, made, _) = source(Values::Fresh(rng), device);
    (builder, made)
}

/// Builds with stored weights: `build` makes a network, and every tensor of `weights` must be used by it.
///
/// # Errors
/// Names the first weight that is missing, has another shape, or that the network does not have.
pub(crate) fn stored<T>(
    weights: HashMap<String, Tensor>,
    device: &Device,
    build: impl FnOnce(VarBuilder<'static>, Made) -> crate::Result<T>,
) -> crate::Result<T> {
    let (builder, made, values) = source(Values::Stored(weights), device);
    let network = build(builder, made)?;
    if let Values::Stored(left) = &*values.lock().unwrap_or_else(PoisonError::into_inner)
        && let Some(name) = left.keys().min()
    {
        return Err(Error::Msg(format!(
            "holds {name}, which this network does not have; these are weights of another network"
        ))
        .into());
    }
    Ok(network)
}

fn source(values: Values, device: &Device) -> (VarBuilder<'static>, Made, Arc<Mutex<Values>>) {
    let (values, made) = (Arc::new(Mutex::new(values)), Made::default());
    let source = Source {
        values: values.clone(),
        made: made.clone(),
    };
    let builder = VarBuilder::from_backend(Box::new(source), DType::F32, device.clone());
    (builder, made, values)
}

impl SimpleBackend for Source {
    fn get(&self, shape: Shape, name: &str, init: Init, _: DType, to: &Device) -> Result<Tensor> {
        // candle-nn joins names with dots, Keras with slashes.
        let name = name.replace('.', "/");
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        let tensor = match &mut *values {
            Values::Fresh(rng) => draw(rng, &shape, init)?,
            Values::Stored(weights) => take(weights, &shape, &name)?,
        };
        let var = Var::from_tensor(&tensor.to_device(to)?)?;
        let tensor = var.as_tensor().clone();
        let trainable = !name.ends_with("/moving_mean") && !name.ends_with("/moving_variance");
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.push(name, var, trainable);
        Ok(tensor)
    }

    fn get_unchecked(&self, name: &str, _: DType, _: &Device) -> Result<Tensor> {
        candle_core::bail!("{name}: a weight is asked for with its shape")
    }

    fn contains_tensor(&self, name: &str) -> bool {
        let name = name.replace('.', "/");
        match &*self.values.lock().unwrap_or_else(PoisonError::into_inner) {
            Values::Fresh(_) => true,
            Values::Stored(weights) => weights.contains_key(&name),
        }
    }
}

fn draw(rng: &mut ChaCha8Rng, shape: &Shape, init: Init) -> Result<Tensor> {
    match init {
        Init::Const(value) => Tensor::full(value as f32, shape, &Device::Cpu),
        Init::Uniform { lo, up } if lo == -up => {
            let values = (0..shape.elem_count())
                .map(|_| (rng.random::<f32>() * 2.0 - 1.0) * up as f32)
                .collect::<Vec<f32>>();
            Tensor::from_vec(values, shape, &Device::Cpu)
        }
        other => {
            candle_core::bail!("{other:?}: this network starts with uniform or constant weights")
        }
    }
}

fn take(weights: &mut HashMap<String, Tensor>, shape: &Shape, name: &str) -> Result<Tensor> {
    let Some(tensor) = weights.remove(name) else {
        return Err(Error::Msg(format!(
            "has no {name}; these are weights of another network"
        )));
    };
    if tensor.dims() != shape.dims() {
        return Err(Error::Msg(format!(
            "{name} has shape {:?} where {:?} is needed; these are weights of another network",
            tensor.dims(),
            shape.dims()
        )));
    }
    Ok(tensor)
}
