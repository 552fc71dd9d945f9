//! Builds the network: numbers its layers, draws its weights, lists it.

use crate::error::Result;
use crate::model::Parameters;
use crate::model::config::LEAKY_SLOPE;
use crate::model::layers::{Layer, OutputShape};
use candle_core::{DType, Device, Tensor, Var};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// A convolution with the batch normalisation and the activation that follow it.
#[derive(Clone, Debug)]
pub(crate) struct ConvBn {
    pub(crate) conv: String,
    pub(crate) bn: String,
    pub(crate) stride: usize,
    /// LeakyReLU's slope, 1 where none follows.
    pub(crate) slope: f32,
}

/// Two or three convolutions around which the input is added back.
#[derive(Clone, Debug)]
pub(crate) struct Bottleneck {
    pub(crate) a: ConvBn,
    pub(crate) b: ConvBn,
    pub(crate) c: ConvBn,
    /// Fits the input to the sum where channels or size change.
    pub(crate) projection: Option<ConvBn>,
}

/// Numbers the layers as Keras does, draws the weights and writes the summary.
pub(crate) struct Builder<'a> {
    pub(crate) parameters: Parameters,
    pub(crate) layers: Vec<Layer>,
    counters: BTreeMap<&'static str, usize>,
    rng: ChaCha8Rng,
    device: &'a Device,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(seed: u64, device: &'a Device) -> Builder<'a> {
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
    pub(crate) fn list(
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

    pub(crate) fn channels(&self, layer: &str) -> usize {
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

    pub(crate) fn same_shape(
        &mut self,
        input: &str,
        base: &'static str,
        kind: &'static str,
    ) -> String {
        let shape = self.shape(input);
        self.list(base, kind, shape, &[input])
    }

    pub(crate) fn window(
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
    pub(crate) fn conv_bn(
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
    pub(crate) fn bottleneck(
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

    pub(crate) fn dense(&mut self, input: &str, outputs: usize) -> Result<()> {
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
