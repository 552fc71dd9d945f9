//! The named weights of a network.

use crate::error::{Error, Result};
use candle_core::{Tensor, Var};
use std::collections::HashMap;

/// One weight tensor.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Keras' layer and weight names, `conv2d_1/kernel`, `batch_normalization_1/moving_mean`.
    pub name: String,
    /// The values, f32. Kernels are `O C K K` (Keras: `K K C O`), the dense kernel is `in, out` as in Keras.
    pub var: Var,
    /// Whether the optimiser changes it; moving averages are not trainable.
    pub trainable: bool,
}

/// All weights of a network, in the order the layers are created.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    list: Vec<Parameter>,
    index: HashMap<String, usize>,
}

impl Parameters {
    /// Adds a parameter at the end.
    pub fn push(&mut self, name: String, var: Var, trainable: bool) {
        self.index.insert(name.clone(), self.list.len());
        self.list.push(Parameter {
            name,
            var,
            trainable,
        });
    }

    /// In the order of creation, the same in every process.
    pub fn iter(&self) -> std::slice::Iter<'_, Parameter> {
        self.list.iter()
    }

    /// The weight of that name.
    pub fn get(&self, name: &str) -> Result<&Tensor> {
        Ok(self.var(name)?.as_tensor())
    }

    /// The variable of that name.
    pub fn var(&self, name: &str) -> Result<&Var> {
        self.index
            .get(name)
            .map(|i| &self.list[*i].var)
            .ok_or_else(|| {
                Error::parameter("weight", name, "the network has no weight of this name")
            })
    }

    /// The variables that an optimiser changes, in the order of creation; for
    /// [`candle_nn::Optimizer::new`].
    pub fn trainable_vars(&self) -> Vec<Var> {
        let trainable = self.list.iter().filter(|p| p.trainable);
        trainable.map(|p| p.var.clone()).collect()
    }

    /// Number of values, of all weights or of the trainable ones alone.
    pub fn count(&self, trainable_only: bool) -> usize {
        self.list
            .iter()
            .filter(|p| p.trainable || !trainable_only)
            .map(|p| p.var.elem_count())
            .sum()
    }
}
