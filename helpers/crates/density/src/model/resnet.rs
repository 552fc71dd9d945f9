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

use crate::data::PLACE;
use crate::error::{Error, Result};
use crate::model::blocks::{Bottleneck, ConvBn, Head, Numbers};
use crate::model::config::{BLOCKS_PER_STAGE, LEAKY_SLOPE, STAGES, STEM_CHANNELS};
use crate::model::layers::{self, Layer, OutputShape};
use crate::model::pass::{Memory, Normalise, OnCpu, OnDevice, Ops, TrainPass};
use crate::model::source::{self, Made};
use crate::model::summary::Summary;
use crate::model::{Parameters, ResNetConfig};
use candle_core::{D, DType, Device, Tensor, Var};
use candle_keras_ops::{SharedBatch, Tape, Workspace, activation_dtype, leaky_relu};
use candle_nn::{Module, VarBuilder, ops};
use polars::prelude::DataFrame;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;
use std::sync::PoisonError;

/// The network with its weights.
#[derive(Clone, Debug)]
pub struct ResNet {
    config: ResNetConfig,
    stem: ConvBn,
    /// Four stages of three blocks.
    stages: Vec<Vec<Bottleneck>>,
    head: Head,
    parameters: Parameters,
    device: Device,
    memory: Memory,
}

/// A part of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The first convolution.
    Stem,
    /// A stage, from 1 to 4.
    Stage(usize),
    /// The dense layer.
    Head,
}

impl ResNet {
    /// A network with fresh weights: Glorot-uniform kernels, zero biases, batch norms that start as identity.
    /// The same seed gives the same weights on every machine.
    pub fn new(config: &ResNetConfig, seed: u64, device: &Device) -> Result<ResNet> {
        config.check()?;
        let (vb, made) = source::fresh(seed, device);
        ResNet::build(config, &vb, &made)
    }

    /// A network with the weights of a file, by their names. Every one of them must be used.
    pub(crate) fn with_weights(
        config: &ResNetConfig,
        weights: HashMap<String, Tensor>,
        device: &Device,
    ) -> Result<ResNet> {
        source::stored(weights, device, |vb, made| {
            ResNet::build(config, &vb, &made)
        })
    }

    fn build(config: &ResNetConfig, vb: &VarBuilder, made: &Made) -> Result<ResNet> {
        let n = &mut Numbers::default();
        let stem = ConvBn::new(vb, n, (config.channels, STEM_CHANNELS), 3, 2)?;
        let (mut stages, mut channels) = (Vec::new(), STEM_CHANNELS);
        for (inner, out, stride) in STAGES {
            let mut blocks = vec![Bottleneck::new(
                vb,
                n,
                (channels, inner, out),
                stride,
                true,
            )?];
            for _ in 1..BLOCKS_PER_STAGE {
                blocks.push(Bottleneck::new(vb, n, (out, inner, out), 1, false)?);
            }
            stages.push(blocks);
            channels = out;
        }
        if let Some(last) = stages.last_mut().and_then(|blocks| blocks.last_mut()) {
            last.slope = 1.0;
        }
        let head = Head::new(vb, channels, config.classes)?;
        let parameters = std::mem::take(&mut *made.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(ResNet {
            config: config.clone(),
            stem,
            stages,
            head,
            parameters,
            device: vb.device().clone(),
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
    pub fn layers(&self) -> Vec<Layer> {
        let mut s = Summary::default();
        let (side, channels) = (self.config.input_size, self.config.channels);
        let input = OutputShape::Image(side, side, channels);
        let input = s.next("input", "InputLayer", input, &[]);
        let mut x = s.conv_bn(&self.stem, &input);
        x = s.max_pool(&x);
        for block in self.stages.iter().flatten() {
            x = s.bottleneck(block, &x);
        }
        s.head(&self.head, self.config.classes, &x);
        s.finish()
    }

    /// Keras' `model.summary()`: one row per layer with output shape, parameters and the layers it reads.
    pub fn summary(&self) -> Result<DataFrame> {
        layers::frame(&self.layers())
    }

    /// The part that a layer's weight belongs to, by its name (`conv2d_1/kernel`).
    pub fn part(&self, weight: &str) -> Part {
        let layer = weight.split('/').next().unwrap_or(weight);
        let has = |c: &ConvBn| c.conv == layer || c.bn == layer;
        if has(&self.stem) {
            return Part::Stem;
        }
        let stage = self
            .stages
            .iter()
            .position(|blocks| blocks.iter().flat_map(Bottleneck::convolutions).any(has));
        stage.map_or(Part::Head, |i| Part::Stage(i + 1))
    }

    /// Inference up to `add_12`, the last residual sum, before its LeakyReLU.
    ///
    /// `x`: `N C H W` f32, standardised; result `N 256 ceil(H/32) ceil(W/32)`.
    pub fn features(&self, x: &Tensor) -> Result<Tensor> {
        self.check_input(x)?;
        let normalise = Normalise::MovingAverages;
        if !x.device().is_cpu() {
            return self.on_device(x, &mut OnDevice { normalise });
        }
        // From within the pool, each layer's tasks start without waking anybody.
        rayon::scope(|_| {
            let mut ops = OnCpu {
                tape: Tape::inference(self.memory.take()),
                normalise,
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
        Ok(self.head.forward(&self.activation(add_12)?)?)
    }

    /// What the dense layer reads, inference: `add_12` after its LeakyReLU, averaged over the image. Result `N 256`.
    ///
    /// A last layer of one's own goes behind it:
    ///
    /// ```
    /// use candle_core::{Device, Tensor};
    /// use candle_nn::{Linear, Module};
    /// use density::model::{ResNet, ResNetConfig};
    ///
    /// let network = ResNet::new(&ResNetConfig::with_input(64), 1, &Device::Cpu)?;
    /// let x = Tensor::zeros((2, 3, 64, 64), candle_core::DType::F32, &Device::Cpu)?;
    /// let features = network.pooled(&x)?;
    /// assert_eq!(features.dims(), [2, 256]);
    ///
    /// let weight = Tensor::randn(0f32, 0.1, (3, 256), &Device::Cpu)?; // fatty, glandular, dense
    /// let last = Linear::new(weight, None);
    /// assert_eq!(last.forward(&features)?.dims(), [2, 3]);
    /// # Ok::<(), density::Error>(())
    /// ```
    pub fn pooled(&self, x: &Tensor) -> Result<Tensor> {
        Ok(self.activated(x)?.mean((D::Minus2, D::Minus1))?)
    }

    /// What global average pooling reads, inference: `add_12` after its LeakyReLU. Result `N 256 h w`.
    pub fn activated(&self, x: &Tensor) -> Result<Tensor> {
        self.activation(&self.features(x)?)
    }

    /// `add_12` after its LeakyReLU.
    pub(crate) fn activation(&self, add_12: &Tensor) -> Result<Tensor> {
        Ok(leaky_relu(add_12, LEAKY_SLOPE)?)
    }

    /// Logits (before softmax) in inference mode, `N classes`. `x` as in [`ResNet::features`].
    pub fn logits(&self, x: &Tensor) -> Result<Tensor> {
        self.head(&self.features(x)?)
    }

    /// Probabilities in inference mode, `N classes`, rows that sum to 1. `x` as in [`ResNet::features`].
    pub fn probabilities(&self, x: &Tensor) -> Result<Tensor> {
        Ok(ops::softmax(&self.logits(x)?, D::Minus1)?)
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
        let normalise = Normalise::Batch(Vec::new());
        let (add_12, recorded, seen) = if x.device().is_cpu() {
            let mut ops = OnCpu { tape, normalise };
            let x = ops.tape.input(x)?;
            let node = self.to_add_12(x, &mut ops)?;
            let value = Var::from_tensor(&ops.tape.value(&node)?)?;
            let add_12 = value.as_tensor().clone();
            (add_12, Some((ops.tape, node, value)), ops.normalise)
        } else {
            let mut ops = OnDevice { normalise };
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
            logits: self.head.forward(&y)?,
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
        let side = self.config.input_size.div_ceil(PLACE);
        let (h, w, c) = (side, side, STAGES[STAGES.len() - 1].1);
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
        let x = ops.conv_bn(&self.stem, &x)?;
        let mut x = ops.max_pool(&x)?;
        for block in self.stages.iter().flatten() {
            let y = ops.conv_bn(&block.reduce, &x)?;
            let y = ops.conv_bn(&block.middle, &y)?;
            let shortcut = match &block.projection {
                Some(projection) => ops.conv_bn(projection, &x)?,
                None => x,
            };
            x = ops.conv_bn_add(&block.expand, &y, &shortcut, block.slope)?;
        }
        Ok(x)
    }

    /// The body on a device: in bf16 on a GPU where that precision is set. What follows add_12 is f32 again.
    fn on_device(&self, x: &Tensor, ops: &mut OnDevice) -> Result<Tensor> {
        let x = x.to_dtype(activation_dtype(x.device())?)?;
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
}

impl Module for ResNet {
    /// The logits in inference mode, see [`ResNet::logits`].
    fn forward(&self, x: &Tensor) -> candle_core::Result<Tensor> {
        self.logits(x).map_err(candle_core::Error::wrap)
    }
}
