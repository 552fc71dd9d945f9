//! Lists a network's layers in the order of Keras' `model.summary()`.

use crate::model::blocks::{Bottleneck, ConvBn, Head};
use crate::model::layers::{Layer, OutputShape};
use std::collections::BTreeMap;

/// The lines so far.
#[derive(Default)]
pub(crate) struct Summary {
    layers: Vec<Layer>,
    counters: BTreeMap<&'static str, usize>,
}

impl Summary {
    /// The lines.
    pub(crate) fn finish(self) -> Vec<Layer> {
        self.layers
    }

    fn push(
        &mut self,
        name: String,
        kind: &'static str,
        output: OutputShape,
        parameters: usize,
        inputs: &[&str],
    ) -> String {
        self.layers.push(Layer {
            name: name.clone(),
            kind,
            output,
            parameters,
            connected_to: inputs.iter().map(|i| i.to_string()).collect(),
        });
        name
    }

    /// A layer without weights, under the next name of its kind: `add_1`, `add_2`, ...
    pub(crate) fn next(
        &mut self,
        base: &'static str,
        kind: &'static str,
        output: OutputShape,
        inputs: &[&str],
    ) -> String {
        let count = self.counters.entry(base).or_insert(0);
        *count += 1;
        let name = format!("{base}_{count}");
        self.push(name, kind, output, 0, inputs)
    }

    fn shape(&self, layer: &str) -> OutputShape {
        let found = self.layers.iter().find(|l| l.name == layer);
        found.map_or(OutputShape::Vector(0), |l| l.output)
    }

    /// The shape of `layer` after a stride, with other channels where given.
    fn strided(&self, layer: &str, stride: usize, outputs: Option<usize>) -> OutputShape {
        match self.shape(layer) {
            OutputShape::Image(h, w, c) => {
                let channels = outputs.unwrap_or(c);
                OutputShape::Image(h.div_ceil(stride), w.div_ceil(stride), channels)
            }
            vector => vector,
        }
    }

    /// A layer that keeps the shape.
    pub(crate) fn same(&mut self, input: &str, base: &'static str, kind: &'static str) -> String {
        self.next(base, kind, self.shape(input), &[input])
    }

    /// 3x3 max pooling of stride 2.
    pub(crate) fn max_pool(&mut self, input: &str) -> String {
        let output = self.strided(input, 2, None);
        self.next("max_pooling2d", "MaxPooling2D", output, &[input])
    }

    fn conv(&mut self, layer: &ConvBn, input: &str) {
        let output = self.strided(input, layer.stride, Some(layer.outputs()));
        let (count, _) = layer.counts();
        self.push(layer.conv.clone(), "Conv2D", output, count, &[input]);
    }

    fn bn(&mut self, layer: &ConvBn) {
        let output = self.shape(&layer.conv);
        let (_, count) = layer.counts();
        let name = layer.bn.clone();
        self.push(name, "BatchNormalization", output, count, &[&layer.conv]);
    }

    /// Convolution, batch normalisation and LeakyReLU.
    pub(crate) fn conv_bn(&mut self, layer: &ConvBn, input: &str) -> String {
        self.conv(layer, input);
        self.bn(layer);
        self.same(&layer.bn, "leaky_re_lu", "LeakyReLU")
    }

    /// A block up to its LeakyReLU. Keras lists the projection's convolution before the third one, and their batch
    /// normalisations after both.
    pub(crate) fn bottleneck(&mut self, block: &Bottleneck, input: &str) -> String {
        let x = self.conv_bn(&block.reduce, input);
        let x = self.conv_bn(&block.middle, &x);
        if let Some(p) = &block.projection {
            self.conv(p, input);
        }
        self.conv(&block.expand, &x);
        if let Some(p) = &block.projection {
            self.bn(p);
        }
        self.bn(&block.expand);
        let shortcut = block.projection.as_ref().map_or(input, |p| &p.bn);
        let shape = self.shape(&block.expand.bn);
        let sum = self.next("add", "Add", shape, &[shortcut, &block.expand.bn]);
        self.same(&sum, "leaky_re_lu", "LeakyReLU")
    }

    /// Dropout, global average pooling and the dense layer.
    pub(crate) fn head(&mut self, head: &Head, classes: usize, input: &str) {
        let x = self.same(input, "dropout", "Dropout");
        let pooled = match self.shape(&x) {
            OutputShape::Image(_, _, c) | OutputShape::Vector(c) => OutputShape::Vector(c),
        };
        let base = "global_average_pooling2d";
        let x = self.next(base, "GlobalAveragePooling2D", pooled, &[&x]);
        let output = OutputShape::Vector(classes);
        self.push(Head::NAME.into(), "Dense", output, head.count(), &[&x]);
    }
}
