//! The residual network of the tutorial: 41 convolutions in 12 bottleneck blocks, 2,262,660 parameters.
//!
//! | part | what | at 650 pixels |
//! |---|---|---|
//! | stem | 3x3/2 convolution to 64 channels, batch norm, LeakyReLU; 3x3/2 max pooling | 325, 163 |
//! | stages | four stages of three bottlenecks 1x1, 3x3, 1x1: (64, 128), (128, 256) three times; stride 2 from the second on | 163, 82, 41, 21 |
//! | head | LeakyReLU, dropout 0.2, global average pooling, dense, softmax | 4 |
//!
//! Names and numbers of the layers are those that Keras 2.2.4 gives; `add_12`, the last residual sum, is what
//! class activation maps look at.

use crate::error::{Error, Result};
use crate::model::builder::{Bottleneck, Builder, ConvBn};
use crate::model::config::{BLOCKS_PER_STAGE, LEAKY_SLOPE, STAGES, STEM_CHANNELS};
use crate::model::layers::{self, Layer, OutputShape};
use crate::model::pass::{Memory, Normalise, OnCpu, OnDevice, Ops, TrainPass};
use crate::model::{Parameters, ResNetConfig};
use candle_core::{D, DType, Device, Tensor, Var};
use candle_keras_ops::{
    SharedBatch, Tape, Workspace, activation_dtype, global_average_dense, leaky_relu,
};
use polars::prelude::DataFrame;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// The network with its weights.
#[derive(Clone, Debug)]
pub struct ResNet {
    config: ResNetConfig,
    parameters: Parameters,
    layers: Vec<Layer>,
    stem: ConvBn,
    blocks: Vec<Bottleneck>,
    device: Device,
    memory: Memory,
}

impl ResNet {
    /// A network with fresh weights: Glorot-uniform kernels, zero biases, batch norms that start as identity.
    /// The same seed gives the same weights on every machine.
    pub fn new(config: &ResNetConfig, seed: u64, device: &Device) -> Result<ResNet> {
        config.check()?;
        let mut b = Builder::new(seed, device);
        let side = config.input_size;
        let input = b.list(
            "input",
            "InputLayer",
            OutputShape::Image(side, side, config.channels),
            &[],
        );
        let stem = b.conv_bn(&input, STEM_CHANNELS, 3, 2)?;
        let mut x = b.window(&stem.1, "max_pooling2d", "MaxPooling2D", 2);
        let mut blocks = Vec::new();
        for (inner, out, stride) in STAGES {
            for block in 0..BLOCKS_PER_STAGE {
                let stride = if block == 0 { stride } else { 1 };
                let (bottleneck, sum) = b.bottleneck(&x, inner, out, stride, block == 0)?;
                blocks.push(bottleneck);
                x = b.same_shape(&sum, "leaky_re_lu", "LeakyReLU");
            }
        }
        let x = b.same_shape(&x, "dropout", "Dropout");
        let pooled = OutputShape::Vector(b.channels(&x));
        let x = b.list(
            "global_average_pooling2d",
            "GlobalAveragePooling2D",
            pooled,
            &[&x],
        );
        b.dense(&x, config.classes)?;
        Ok(ResNet {
            config: config.clone(),
            parameters: b.parameters,
            layers: b.layers,
            stem: stem.0,
            blocks,
            device: device.clone(),
            memory: Memory::default(),
        })
    }

    /// The sizes it was built with.
    pub fn config(&self) -> &ResNetConfig {
        &self.config
    }

    /// The device its weights are on.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// Its weights.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// Its layers in Keras' order.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Keras' `model.summary()`: a row a layer with output shape, parameters and the layers it reads.
    pub fn summary(&self) -> Result<DataFrame> {
        layers::frame(&self.layers)
    }

    /// Inference up to `add_12`, the last residual sum, before its LeakyReLU.
    ///
    /// `x`: `N C H W` f32, standardised; result `N 256 ceil(H/32) ceil(W/32)`.
    pub fn features(&self, x: &Tensor) -> Result<Tensor> {
        self.check_input(x)?;
        let (parameters, normalise) = (&self.parameters, Normalise::MovingAverages);
        if !x.device().is_cpu() {
            let mut ops = OnDevice {
                parameters,
                normalise,
            };
            return self.on_device(x, &mut ops);
        }
        // From within the pool, each layer's tasks start without waking anybody.
        rayon::scope(|_| {
            let mut ops = OnCpu {
                parameters,
                normalise,
                tape: Tape::inference(self.memory.take()),
            };
            let x = ops.tape.input(x)?;
            let add_12 = self.to_add_12(x, &mut ops)?;
            let value = ops.tape.value(&add_12)?;
            drop(add_12);
            self.memory.give(ops.tape.finish());
            Ok(value)
        })
    }

    /// From `add_12` to the logits, inference: LeakyReLU, global average pooling, dense. Result `N classes`.
    pub fn head(&self, add_12: &Tensor) -> Result<Tensor> {
        self.dense(&leaky_relu(add_12, LEAKY_SLOPE)?)
    }

    /// Logits (before softmax) in inference mode, `N classes`. `x` as in [`ResNet::features`].
    pub fn logits(&self, x: &Tensor) -> Result<Tensor> {
        self.head(&self.features(x)?)
    }

    /// Probabilities in inference mode, `N classes`, rows that sum to 1. `x` as in [`ResNet::features`].
    pub fn probabilities(&self, x: &Tensor) -> Result<Tensor> {
        softmax(&self.logits(x)?)
    }

    /// A forward pass with the statistics of the batch and, when `dropout` gives the mask, with dropout.
    ///
    /// `dropout`: `N 256 h w` of zeros and `1 / (1 - rate)`, from [`ResNet::dropout_mask`]. The moving averages are
    /// left as they are: the trainer moves them when the step has succeeded. On the CPU the pass is recorded in the
    /// memory of `workspace`, elsewhere on candle's graph.
    pub fn forward_train(
        &self,
        x: &Tensor,
        dropout: Option<&Tensor>,
        workspace: Workspace,
    ) -> Result<TrainPass<'static>> {
        self.train_on_tape(x, dropout, Tape::recording(workspace))
    }

    /// As [`ResNet::forward_train`], of one part of a batch whose other parts are computed elsewhere: every batch
    /// normalisation uses the mean and variance of the whole batch.
    ///
    /// On the CPU alone: elsewhere an error, because cuDNN and candle's graph know nothing of other parts.
    pub fn forward_train_shared<'a>(
        &self,
        x: &Tensor,
        dropout: Option<&Tensor>,
        workspace: Workspace,
        batch: &'a dyn SharedBatch,
    ) -> Result<TrainPass<'a>> {
        if !x.device().is_cpu() {
            return Err(Error::Training(
                "batch normalisation over all ranks is computed on CPUs alone: on GPUs let every rank normalise its \
                 own part of the batch"
                    .into(),
            ));
        }
        self.train_on_tape(x, dropout, Tape::recording_with(workspace, batch))
    }

    fn train_on_tape<'a>(
        &self,
        x: &Tensor,
        dropout: Option<&Tensor>,
        tape: Tape<'a>,
    ) -> Result<TrainPass<'a>> {
        self.check_input(x)?;
        let (parameters, normalise) = (&self.parameters, Normalise::Batch(Vec::new()));
        let (add_12, recorded, seen) = if x.device().is_cpu() {
            let mut ops = OnCpu {
                parameters,
                normalise,
                tape,
            };
            let x = ops.tape.input(x)?;
            let node = self.to_add_12(x, &mut ops)?;
            let value = Var::from_tensor(&ops.tape.value(&node)?)?;
            let add_12 = value.as_tensor().clone();
            (add_12, Some((ops.tape, node, value)), ops.normalise)
        } else {
            let mut ops = OnDevice {
                parameters,
                normalise,
            };
            let add_12 = self.on_device(x, &mut ops)?;
            (add_12, None, ops.normalise)
        };
        let statistics = match seen {
            Normalise::Batch(statistics) => statistics,
            Normalise::MovingAverages => Vec::new(),
        };
        let mut y = leaky_relu(&add_12, LEAKY_SLOPE)?;
        if let Some(mask) = dropout {
            y = (y * mask)?;
        }
        Ok(TrainPass {
            logits: self.dense(&y)?,
            features: y,
            statistics,
            recorded,
        })
    }

    /// A dropout mask for a batch of `n` images, drawn from `rng`; `None` when the rate is zero.
    pub fn dropout_mask(&self, n: usize, rng: &mut ChaCha8Rng) -> Result<Option<Tensor>> {
        let rate = self.config.dropout;
        if rate == 0.0 {
            return Ok(None);
        }
        let Some(OutputShape::Image(h, w, c)) = self
            .layers
            .iter()
            .find(|l| l.kind == "Dropout")
            .map(|l| l.output)
        else {
            return Ok(None);
        };
        let keep = 1.0 / (1.0 - rate);
        let mask = (0..n * c * h * w)
            .map(|_| {
                if rng.random::<f32>() < rate {
                    0.0
                } else {
                    keep
                }
            })
            .collect::<Vec<f32>>();
        Ok(Some(Tensor::from_vec(mask, (n, c, h, w), &self.device)?))
    }

    /// The network up to `add_12`, computed by `ops`.
    fn to_add_12<O: Ops>(&self, x: O::Value, ops: &mut O) -> Result<O::Value> {
        let mut x = ops.conv_bn(&self.stem, &x)?;
        x = ops.max_pool(&x)?;
        for (i, block) in self.blocks.iter().enumerate() {
            let a = ops.conv_bn(&block.a, &x)?;
            let b = ops.conv_bn(&block.b, &a)?;
            let shortcut = match &block.projection {
                Some(projection) => ops.conv_bn(projection, &x)?,
                None => x,
            };
            let last = i + 1 == self.blocks.len();
            let slope = if last { 1.0 } else { LEAKY_SLOPE };
            x = ops.conv_bn_add(&block.c, &b, &shortcut, slope)?;
        }
        Ok(x)
    }

    /// The body on a device: in bf16 on a GPU that is told so. What follows add_12 is f32 again.
    fn on_device(&self, x: &Tensor, ops: &mut OnDevice) -> Result<Tensor> {
        let x = x.to_dtype(activation_dtype(x.device()))?;
        Ok(self.to_add_12(x, ops)?.to_dtype(DType::F32)?)
    }

    fn check_input(&self, x: &Tensor) -> Result<()> {
        match x.dims() {
            [n, c, h, w] if *c == self.config.channels && *n > 0 && *h >= 32 && *w >= 32 => Ok(()),
            dims => Err(Error::parameter(
                "x",
                format!("{dims:?}"),
                format!(
                    "the network reads N {} H W, with at least one image of 32 pixels or more",
                    self.config.channels
                ),
            )),
        }
    }

    fn dense(&self, x: &Tensor) -> Result<Tensor> {
        let weight = |w: &str| self.parameters.get(&format!("dense_1/{w}"));
        Ok(global_average_dense(x, weight("kernel")?, weight("bias")?)?)
    }
}

/// Softmax over the last axis, shifted by the maximum against overflow.
pub fn softmax(logits: &Tensor) -> Result<Tensor> {
    let exp = logits
        .broadcast_sub(&logits.max_keepdim(D::Minus1)?)?
        .exp()?;
    Ok(exp.broadcast_div(&exp.sum_keepdim(D::Minus1)?)?)
}
