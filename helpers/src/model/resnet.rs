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
use crate::model::config::{BLOCKS_PER_STAGE, BN_EPSILON, LEAKY_SLOPE, STAGES, STEM_CHANNELS};
use crate::model::layers::{self, Layer, OutputShape};
use crate::model::{Parameters, ResNetConfig};
use candle_core::{D, DType, Device, Tensor, Var};
use candle_keras_ops::{
    BatchStatistics, add_leaky_relu, batch_norm, batch_norm_train, conv2d, leaky_relu, max_pool2d,
};
use polars::prelude::DataFrame;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// A convolution with the batch normalisation and the activation that follow it.
#[derive(Clone, Debug)]
struct ConvBn {
    conv: String,
    bn: String,
    stride: usize,
    /// LeakyReLU's slope, 1 where none follows.
    slope: f32,
}

/// Two or three convolutions around which the input is added back.
#[derive(Clone, Debug)]
struct Bottleneck {
    a: ConvBn,
    b: ConvBn,
    c: ConvBn,
    /// Fits the input to the sum where channels or size change.
    projection: Option<ConvBn>,
}

/// The network with its weights.
#[derive(Clone, Debug)]
pub struct ResNet {
    config: ResNetConfig,
    parameters: Parameters,
    layers: Vec<Layer>,
    stem: ConvBn,
    blocks: Vec<Bottleneck>,
    device: Device,
}

/// A forward pass in training mode.
pub struct TrainPass {
    /// `N classes`, before softmax.
    pub logits: Tensor,
    /// Mean and variance of this batch at every batch normalisation, by layer name.
    pub statistics: Vec<(String, BatchStatistics)>,
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
        self.to_add_12(x, &mut |layer, x| self.conv_bn(layer, x))
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
    /// left as they are: the trainer moves them when the step has succeeded.
    pub fn forward_train(&self, x: &Tensor, dropout: Option<&Tensor>) -> Result<TrainPass> {
        let mut statistics = Vec::new();
        let add_12 = self.to_add_12(x, &mut |layer, x| {
            let x = self.convolve(layer, x)?;
            let weight = |w: &str| self.parameters.get(&format!("{}/{w}", layer.bn));
            let (y, batch) = batch_norm_train(
                &x,
                weight("gamma")?,
                weight("beta")?,
                BN_EPSILON,
                layer.slope,
            )?;
            statistics.push((layer.bn.clone(), batch));
            Ok(y)
        })?;
        let mut y = leaky_relu(&add_12, LEAKY_SLOPE)?;
        if let Some(mask) = dropout {
            y = (y * mask)?;
        }
        Ok(TrainPass {
            logits: self.dense(&y)?,
            statistics,
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

    /// The network up to `add_12`, with `conv_bn` standing for inference or training.
    fn to_add_12(
        &self,
        x: &Tensor,
        conv_bn: &mut dyn FnMut(&ConvBn, &Tensor) -> Result<Tensor>,
    ) -> Result<Tensor> {
        self.check_input(x)?;
        let mut x = max_pool2d(&conv_bn(&self.stem, x)?, 3, 2)?;
        for (i, block) in self.blocks.iter().enumerate() {
            let a = conv_bn(&block.a, &x)?;
            let b = conv_bn(&block.b, &a)?;
            let c = conv_bn(&block.c, &b)?;
            let shortcut = match &block.projection {
                Some(projection) => conv_bn(projection, &x)?,
                None => x,
            };
            x = if i + 1 == self.blocks.len() {
                (shortcut + c)?
            } else {
                add_leaky_relu(&shortcut, &c, LEAKY_SLOPE)?
            };
        }
        Ok(x)
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

    fn convolve(&self, layer: &ConvBn, x: &Tensor) -> Result<Tensor> {
        let weight = |w: &str| self.parameters.get(&format!("{}/{w}", layer.conv));
        Ok(conv2d(x, weight("kernel")?, weight("bias")?, layer.stride)?)
    }

    fn conv_bn(&self, layer: &ConvBn, x: &Tensor) -> Result<Tensor> {
        let x = self.convolve(layer, x)?;
        let weight = |w: &str| self.parameters.get(&format!("{}/{w}", layer.bn));
        Ok(batch_norm(
            &x,
            weight("moving_mean")?,
            weight("moving_variance")?,
            weight("gamma")?,
            weight("beta")?,
            BN_EPSILON,
            layer.slope,
        )?)
    }

    fn dense(&self, x: &Tensor) -> Result<Tensor> {
        let pooled = x.mean((2, 3))?;
        let kernel = self.parameters.get("dense_1/kernel")?;
        Ok(pooled
            .matmul(kernel)?
            .broadcast_add(self.parameters.get("dense_1/bias")?)?)
    }
}

/// Softmax over the last axis, shifted by the maximum against overflow.
pub(crate) fn softmax(logits: &Tensor) -> Result<Tensor> {
    let exp = logits
        .broadcast_sub(&logits.max_keepdim(D::Minus1)?)?
        .exp()?;
    Ok(exp.broadcast_div(&exp.sum_keepdim(D::Minus1)?)?)
}

/// Numbers the layers as Keras does, draws the weights and writes the summary.
struct Builder<'a> {
    parameters: Parameters,
    layers: Vec<Layer>,
    counters: BTreeMap<&'static str, usize>,
    rng: ChaCha8Rng,
    device: &'a Device,
}

impl<'a> Builder<'a> {
    fn new(seed: u64, device: &'a Device) -> Builder<'a> {
        Builder {
            parameters: Parameters::default(),
            layers: Vec::new(),
            counters: BTreeMap::new(),
            rng: ChaCha8Rng::seed_from_u64(seed),
            device,
        }
    }

    /// The next name of a kind of layer: `conv2d_1`, `conv2d_2`, ...
    fn name(&mut self, base: &'static str) -> String {
        let count = self.counters.entry(base).or_insert(0);
        *count += 1;
        format!("{base}_{count}")
    }

    /// Adds a line under the next name of its kind and returns the name.
    fn list(
        &mut self,
        base: &'static str,
        kind: &'static str,
        output: OutputShape,
        inputs: &[&str],
    ) -> String {
        let name = self.name(base);
        self.list_as(name, kind, output, inputs)
    }

    fn list_as(
        &mut self,
        name: String,
        kind: &'static str,
        output: OutputShape,
        inputs: &[&str],
    ) -> String {
        let prefix = format!("{name}/");
        let parameters = self
            .parameters
            .iter()
            .filter(|p| p.name.starts_with(&prefix))
            .map(|p| p.var.elem_count())
            .sum();
        self.layers.push(Layer {
            name: name.clone(),
            kind,
            output,
            parameters,
            connected_to: inputs.iter().map(|i| i.to_string()).collect(),
        });
        name
    }

    fn shape(&self, layer: &str) -> OutputShape {
        self.layers
            .iter()
            .find(|l| l.name == layer)
            .map_or(OutputShape::Vector(0), |l| l.output)
    }

    fn channels(&self, layer: &str) -> usize {
        match self.shape(layer) {
            OutputShape::Image(_, _, c) | OutputShape::Vector(c) => c,
        }
    }

    /// The shape of `layer` after a stride, with other channels.
    fn strided(&self, layer: &str, stride: usize, channels: usize) -> OutputShape {
        match self.shape(layer) {
            OutputShape::Image(h, w, _) => {
                OutputShape::Image(h.div_ceil(stride), w.div_ceil(stride), channels)
            }
            vector => vector,
        }
    }

    fn same_shape(&mut self, input: &str, base: &'static str, kind: &'static str) -> String {
        let shape = self.shape(input);
        self.list(base, kind, shape, &[input])
    }

    fn window(
        &mut self,
        input: &str,
        base: &'static str,
        kind: &'static str,
        stride: usize,
    ) -> String {
        let shape = self.strided(input, stride, self.channels(input));
        self.list(base, kind, shape, &[input])
    }

    /// Creates the weights of a convolution and its batch norm and numbers both; they are listed later.
    fn create(&mut self, inputs: usize, outputs: usize, k: usize, stride: usize) -> Result<ConvBn> {
        let (conv, bn) = (self.name("conv2d"), self.name("batch_normalization"));
        let kernel = self.glorot(&[outputs, inputs, k, k], inputs * k * k, outputs * k * k)?;
        self.parameters.push(format!("{conv}/kernel"), kernel, true);
        self.constant(format!("{conv}/bias"), outputs, 0.0, true)?;
        self.constant(format!("{bn}/gamma"), outputs, 1.0, true)?;
        self.constant(format!("{bn}/beta"), outputs, 0.0, true)?;
        self.constant(format!("{bn}/moving_mean"), outputs, 0.0, false)?;
        self.constant(format!("{bn}/moving_variance"), outputs, 1.0, false)?;
        Ok(ConvBn {
            conv,
            bn,
            stride,
            slope: 1.0,
        })
    }

    fn list_conv(&mut self, layer: &ConvBn, input: &str) {
        let channels = self
            .parameters
            .get(&format!("{}/bias", layer.conv))
            .map_or(0, Tensor::elem_count);
        let shape = self.strided(input, layer.stride, channels);
        self.list_as(layer.conv.clone(), "Conv2D", shape, &[input]);
    }

    fn list_bn(&mut self, layer: &ConvBn) {
        let shape = self.shape(&layer.conv);
        self.list_as(
            layer.bn.clone(),
            "BatchNormalization",
            shape,
            &[&layer.conv],
        );
    }

    /// Convolution, batch norm and LeakyReLU, listed one after the other; with the activation's name.
    fn conv_bn(
        &mut self,
        input: &str,
        outputs: usize,
        k: usize,
        stride: usize,
    ) -> Result<(ConvBn, String)> {
        let inputs = self.channels(input);
        let layer = ConvBn {
            slope: LEAKY_SLOPE,
            ..self.create(inputs, outputs, k, stride)?
        };
        self.list_conv(&layer, input);
        self.list_bn(&layer);
        let activation = self.same_shape(&layer.bn, "leaky_re_lu", "LeakyReLU");
        Ok((layer, activation))
    }

    /// A bottleneck block up to its sum; with the sum's name. The projection is created after the third
    /// convolution, which fixes its number, and listed before it, as Keras does.
    fn bottleneck(
        &mut self,
        input: &str,
        inner: usize,
        out: usize,
        stride: usize,
        project: bool,
    ) -> Result<(Bottleneck, String)> {
        let (a, x) = self.conv_bn(input, inner, 1, 1)?;
        let (b, x) = self.conv_bn(&x, inner, 3, stride)?;
        let c = self.create(inner, out, 1, 1)?;
        let projection = if project {
            Some(self.create(self.channels(input), out, 1, stride)?)
        } else {
            None
        };
        if let Some(p) = &projection {
            self.list_conv(p, input);
        }
        self.list_conv(&c, &x);
        if let Some(p) = &projection {
            self.list_bn(p);
        }
        self.list_bn(&c);
        let shape = self.shape(&c.bn);
        let shortcut = projection.as_ref().map_or(input, |p| &p.bn).to_owned();
        let sum = self.list("add", "Add", shape, &[&shortcut, &c.bn]);
        let block = Bottleneck {
            a,
            b,
            c,
            projection,
        };
        Ok((block, sum))
    }

    fn dense(&mut self, input: &str, outputs: usize) -> Result<()> {
        let inputs = self.channels(input);
        let name = self.name("dense");
        let kernel = self.glorot(&[inputs, outputs], inputs, outputs)?;
        self.parameters.push(format!("{name}/kernel"), kernel, true);
        self.constant(format!("{name}/bias"), outputs, 0.0, true)?;
        self.list_as(name, "Dense", OutputShape::Vector(outputs), &[input]);
        Ok(())
    }

    /// Uniform within `sqrt(6 / (fan_in + fan_out))` (Glorot and Bengio 2010; Keras' `glorot_uniform`).
    fn glorot(&mut self, shape: &[usize], fan_in: usize, fan_out: usize) -> Result<Var> {
        let limit = (6.0 / (fan_in + fan_out) as f32).sqrt();
        let values = (0..shape.iter().product())
            .map(|_| (self.rng.random::<f32>() * 2.0 - 1.0) * limit)
            .collect::<Vec<f32>>();
        Ok(Var::from_vec(values, shape, self.device)?)
    }

    fn constant(&mut self, name: String, n: usize, value: f32, trainable: bool) -> Result<()> {
        let values = Tensor::full(value, n, self.device)?.to_dtype(DType::F32)?;
        self.parameters
            .push(name, Var::from_tensor(&values)?, trainable);
        Ok(())
    }
}
