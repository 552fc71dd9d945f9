//! The layers that the network is made of; each holds its tensors.

use crate::model::config::{BN_EPSILON, LEAKY_SLOPE};
use candle_core::{Result, Tensor};
use candle_keras_ops::{
    BatchNormConfig, Conv2dConfig, ConvBatchNorm, add_leaky_relu, global_average_dense,
};
use candle_nn::{Init, Module, ModuleT, VarBuilder};

/// Numbers the convolutions of a network from 1, as Keras does.
#[derive(Default)]
pub(crate) struct Numbers(usize);

/// A convolution with the batch normalisation and the activation that follow it. Tensors are `O C K K` for the kernel
/// and `O` else.
#[derive(Clone, Debug)]
pub(crate) struct ConvBn {
    /// Keras' names of the two layers, `conv2d_1` and `batch_normalization_1`.
    pub(crate) conv: String,
    pub(crate) bn: String,
    kernel: Tensor,
    bias: Tensor,
    gamma: Tensor,
    beta: Tensor,
    moving_mean: Tensor,
    moving_variance: Tensor,
    pub(crate) stride: usize,
    /// LeakyReLU's slope, 1 where none follows.
    pub(crate) slope: f32,
}

impl ConvBn {
    /// The next convolution, `k` x `k` from `inputs` to `outputs` channels.
    pub(crate) fn new(
        vb: &VarBuilder,
        numbers: &mut Numbers,
        (inputs, outputs): (usize, usize),
        k: usize,
        stride: usize,
    ) -> Result<ConvBn> {
        numbers.0 += 1;
        let conv = format!("conv2d_{}", numbers.0);
        let bn = format!("batch_normalization_{}", numbers.0);
        let glorot = glorot_uniform(inputs * k * k, outputs * k * k);
        let constant = |layer: &str, name: &str, value: f64| {
            vb.pp(layer)
                .get_with_hints(outputs, name, Init::Const(value))
        };
        Ok(ConvBn {
            kernel: vb
                .pp(&conv)
                .get_with_hints((outputs, inputs, k, k), "kernel", glorot)?,
            bias: constant(&conv, "bias", 0.0)?,
            gamma: constant(&bn, "gamma", 1.0)?,
            beta: constant(&bn, "beta", 0.0)?,
            moving_mean: constant(&bn, "moving_mean", 0.0)?,
            moving_variance: constant(&bn, "moving_variance", 1.0)?,
            conv,
            bn,
            stride,
            slope: LEAKY_SLOPE,
        })
    }

    /// Without the activation.
    fn linear(self) -> ConvBn {
        ConvBn { slope: 1.0, ..self }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.bias.elem_count()
    }

    /// Weights of the convolution, and of both layers.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let conv = self.kernel.elem_count() + self.bias.elem_count();
        (conv, 4 * self.gamma.elem_count())
    }

    pub(crate) fn weights(&self) -> ConvBatchNorm<'_> {
        ConvBatchNorm {
            kernel: &self.kernel,
            bias: &self.bias,
            conv: Conv2dConfig {
                stride: self.stride,
            },
            gamma: &self.gamma,
            beta: &self.beta,
            norm: BatchNormConfig {
                epsilon: BN_EPSILON,
                slope: self.slope,
            },
        }
    }

    pub(crate) fn moving_averages(&self) -> (&Tensor, &Tensor) {
        (&self.moving_mean, &self.moving_variance)
    }
}

impl ModuleT for ConvBn {
    /// `N C H W` on candle's graph. In training mode it normalises with the statistics of the batch.
    fn forward_t(&self, x: &Tensor, train: bool) -> Result<Tensor> {
        let w = self.weights();
        if train {
            return Ok(w.train(x)?.0);
        }
        w.infer(x, &self.moving_mean, &self.moving_variance)
    }
}

/// Convolutions 1x1, 3x3 and 1x1, around which the input is added back.
#[derive(Clone, Debug)]
pub(crate) struct Bottleneck {
    pub(crate) reduce: ConvBn,
    pub(crate) middle: ConvBn,
    pub(crate) expand: ConvBn,
    /// Fits the input to the sum where channels or size change.
    pub(crate) projection: Option<ConvBn>,
    /// LeakyReLU's slope after the sum; 1 for the last block, whose sum class activation maps look at.
    pub(crate) slope: f32,
}

impl Bottleneck {
    /// A block from `inputs` through `inner` to `out` channels. The projection is made last, which fixes its number.
    pub(crate) fn new(
        vb: &VarBuilder,
        numbers: &mut Numbers,
        (inputs, inner, out): (usize, usize, usize),
        stride: usize,
        project: bool,
    ) -> Result<Bottleneck> {
        Ok(Bottleneck {
            reduce: ConvBn::new(vb, numbers, (inputs, inner), 1, 1)?,
            middle: ConvBn::new(vb, numbers, (inner, inner), 3, stride)?,
            expand: ConvBn::new(vb, numbers, (inner, out), 1, 1)?.linear(),
            projection: if project {
                Some(ConvBn::new(vb, numbers, (inputs, out), 1, stride)?.linear())
            } else {
                None
            },
            slope: LEAKY_SLOPE,
        })
    }

    /// Its convolutions.
    pub(crate) fn convolutions(&self) -> impl Iterator<Item = &ConvBn> {
        let path = [&self.reduce, &self.middle, &self.expand];
        path.into_iter().chain(&self.projection)
    }
}

impl ModuleT for Bottleneck {
    /// `N C H W` on candle's graph.
    fn forward_t(&self, x: &Tensor, train: bool) -> Result<Tensor> {
        let y = self.reduce.forward_t(x, train)?;
        let y = self.middle.forward_t(&y, train)?;
        let y = self.expand.forward_t(&y, train)?;
        let shortcut = match &self.projection {
            Some(projection) => projection.forward_t(x, train)?,
            None => x.clone(),
        };
        add_leaky_relu(&shortcut, &y, self.slope)
    }
}

/// Global average pooling and the dense layer `dense_1`.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// `in out`, as Keras has it.
    kernel: Tensor,
    bias: Tensor,
}

impl Head {
    pub(crate) fn new(vb: &VarBuilder, inputs: usize, outputs: usize) -> Result<Head> {
        let vb = vb.pp(Head::NAME);
        let glorot = glorot_uniform(inputs, outputs);
        Ok(Head {
            kernel: vb.get_with_hints((inputs, outputs), "kernel", glorot)?,
            bias: vb.get_with_hints(outputs, "bias", Init::Const(0.0))?,
        })
    }

    /// Keras' name of the dense layer.
    pub(crate) const NAME: &str = "dense_1";

    pub(crate) fn count(&self) -> usize {
        self.kernel.elem_count() + self.bias.elem_count()
    }
}

impl Module for Head {
    /// `N C H W` to `N classes`.
    fn forward(&self, x: &Tensor) -> Result<Tensor> {
        global_average_dense(x, &self.kernel, &self.bias)
    }
}

/// Uniform within `sqrt(6 / (fan_in + fan_out))` (Glorot and Bengio 2010; Keras' `glorot_uniform`).
fn glorot_uniform(fan_in: usize, fan_out: usize) -> Init {
    let limit = f64::from((6.0 / (fan_in + fan_out) as f32).sqrt());
    Init::Uniform {
        lo: -limit,
        up: limit,
    }
}
