//! What rust-analyzer reads in place of candle-nn: the declarations of what cells are likely to call.
#![allow(unused_variables, missing_docs)]

use candle_core::{Result, Tensor};

pub mod ops {
    use candle_core::{Result, Tensor};

    pub fn softmax<D>(xs: &Tensor, dim: D) -> Result<Tensor> {
        loop {}
    }
    pub fn log_softmax<D>(xs: &Tensor, d: D) -> Result<Tensor> {
        loop {}
    }
    pub fn sigmoid(xs: &Tensor) -> Result<Tensor> {
        loop {}
    }
}

pub mod loss {
    use candle_core::{Result, Tensor};

    pub fn cross_entropy(inp: &Tensor, target: &Tensor) -> Result<Tensor> {
        loop {}
    }
    pub fn nll(inp: &Tensor, target: &Tensor) -> Result<Tensor> {
        loop {}
    }
    pub fn mse(inp: &Tensor, target: &Tensor) -> Result<Tensor> {
        loop {}
    }
}

pub trait Module {
    fn forward(&self, xs: &Tensor) -> Result<Tensor>;
}

pub struct Linear;

impl Linear {
    pub fn new(weight: Tensor, bias: Option<Tensor>) -> Linear {
        loop {}
    }
    pub fn weight(&self) -> &Tensor {
        loop {}
    }
    pub fn bias(&self) -> Option<&Tensor> {
        loop {}
    }
}

impl Module for Linear {
    fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        loop {}
    }
}
