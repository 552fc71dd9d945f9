//! The two ways to compute the network's body: in the CPU's own memory, and as tensors of any device.

use crate::error::Result;
use crate::model::blocks::ConvBn;
use candle_core::backprop::GradStore;
use candle_core::{Tensor, Var};
use candle_keras_ops::{BatchStatistics, Node, Tape, Workspace, add_leaky_relu, max_pool2d};
use std::sync::{Mutex, PoisonError};

/// What the body of the network is composed of.
pub(crate) trait Ops {
    /// An intermediate result.
    type Value: Clone;

    /// Convolution, batch normalisation and, if the layer has one, LeakyReLU.
    fn conv_bn(&mut self, layer: &ConvBn, x: &Self::Value) -> Result<Self::Value>;

    /// 3x3 max pooling of stride 2.
    fn max_pool(&mut self, x: &Self::Value) -> Result<Self::Value>;

    /// The residual sum; a slope of 1 leaves it as it is.
    fn add_leaky_relu(
        &mut self,
        a: &Self::Value,
        b: &Self::Value,
        slope: f32,
    ) -> Result<Self::Value>;

    /// The end of a block: the residual sum of the shortcut and its last convolution.
    fn conv_bn_add(
        &mut self,
        layer: &ConvBn,
        x: &Self::Value,
        shortcut: &Self::Value,
        slope: f32,
    ) -> Result<Self::Value> {
        let y = self.conv_bn(layer, x)?;
        self.add_leaky_relu(shortcut, &y, slope)
    }
}

/// The statistics a pass normalises with: those of its batch, which it collects, or the moving averages.
pub(crate) enum Normalise {
    Batch(Vec<(String, BatchStatistics)>),
    MovingAverages,
}

/// On the CPU, in memory that goes from layer to layer; the tape records a training.
pub(crate) struct OnCpu<'a> {
    pub(crate) tape: Tape<'a>,
    pub(crate) normalise: Normalise,
}

impl Ops for OnCpu<'_> {
    type Value = Node;

    fn conv_bn(&mut self, layer: &ConvBn, x: &Node) -> Result<Node> {
        let weights = layer.weights();
        match &mut self.normalise {
            Normalise::Batch(statistics) => {
                let (y, seen) = self.tape.conv_batch_norm_train(x, &weights)?;
                statistics.push((layer.bn.clone(), seen));
                Ok(y)
            }
            Normalise::MovingAverages => {
                let (mean, variance) = layer.moving_averages();
                Ok(self.tape.conv_batch_norm(x, &weights, mean, variance)?)
            }
        }
    }

    fn max_pool(&mut self, x: &Node) -> Result<Node> {
        Ok(self.tape.max_pool2d(x, 3, 2)?)
    }

    fn add_leaky_relu(&mut self, a: &Node, b: &Node, slope: f32) -> Result<Node> {
        Ok(self.tape.add_leaky_relu(a, b, slope)?)
    }

    fn conv_bn_add(
        &mut self,
        layer: &ConvBn,
        x: &Node,
        shortcut: &Node,
        slope: f32,
    ) -> Result<Node> {
        if let Normalise::Batch(_) = self.normalise {
            let y = self.conv_bn(layer, x)?;
            return self.add_leaky_relu(shortcut, &y, slope);
        }
        let weights = layer.weights();
        let averages = layer.moving_averages();
        Ok(self
            .tape
            .conv_batch_norm_add(x, &weights, averages, shortcut, slope)?)
    }
}

/// On any device, as tensors on candle's graph.
pub(crate) struct OnDevice {
    pub(crate) normalise: Normalise,
}

impl Ops for OnDevice {
    type Value = Tensor;

    fn conv_bn(&mut self, layer: &ConvBn, x: &Tensor) -> Result<Tensor> {
        let w = layer.weights();
        match &mut self.normalise {
            Normalise::Batch(statistics) => {
                let (y, seen) = w.train(x)?;
                statistics.push((layer.bn.clone(), seen));
                Ok(y)
            }
            Normalise::MovingAverages => {
                let (mean, variance) = layer.moving_averages();
                Ok(w.infer(x, mean, variance)?)
            }
        }
    }

    fn max_pool(&mut self, x: &Tensor) -> Result<Tensor> {
        Ok(max_pool2d(x, 3, 2)?)
    }

    fn add_leaky_relu(&mut self, a: &Tensor, b: &Tensor, slope: f32) -> Result<Tensor> {
        Ok(add_leaky_relu(a, b, slope)?)
    }
}

/// What one inference on the CPU leaves to the next, so that it need not ask the system for memory again. A copy of
/// the network starts with none.
#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Workspace>);

impl Memory {
    /// Empty while another thread uses it.
    pub(crate) fn take(&self) -> Workspace {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn give(&self, workspace: Workspace) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = workspace;
    }
}

impl Clone for Memory {
    fn clone(&self) -> Memory {
        Memory::default()
    }
}

/// A forward pass in training mode.
pub struct TrainPass<'a> {
    /// `N classes`, before softmax.
    pub logits: Tensor,
    /// What global average pooling reads: `add_12` after its LeakyReLU and dropout, `N 256 h w`.
    pub features: Tensor,
    /// Mean and variance of this batch at every batch normalisation, by layer name; where a pass shares its batch with
    /// others ([`crate::model::ResNet::forward_train_shared`]), of the whole batch.
    pub statistics: Vec<(String, BatchStatistics)>,
    /// The body's record and its last value, which the head starts from; `None` where all is on candle's graph.
    pub(crate) recorded: Option<(Tape<'a>, Node, Var)>,
}

impl TrainPass<'_> {
    /// What is left of a pass after its gradients were taken.
    pub fn finished(
        (logits, features): (Tensor, Tensor),
        statistics: Vec<(String, BatchStatistics)>,
    ) -> TrainPass<'static> {
        TrainPass {
            logits,
            features,
            statistics,
            recorded: None,
        }
    }

    /// The gradients of `loss`, which was computed from [`TrainPass::logits`] and [`TrainPass::features`], with respect to the trainable weights
    /// of the network; and the memory for the next pass. A pass can be differentiated once.
    pub fn backward(&mut self, loss: &Tensor) -> Result<(GradStore, Workspace)> {
        let mut gradients = loss.backward()?;
        let workspace = match self.recorded.take() {
            Some((tape, node, add_12)) => match gradients.remove(&add_12) {
                Some(gradient) => tape.backward(node, &gradient, &mut gradients)?,
                None => Workspace::default(),
            },
            None => Workspace::default(),
        };
        Ok((gradients, workspace))
    }
}
