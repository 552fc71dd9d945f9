//! The ways to compute the network's body: inference, training on the CPU's tape, training on candle's graph.

use crate::error::Result;
use crate::model::Parameters;
use crate::model::builder::ConvBn;
use crate::model::config::BN_EPSILON;
use candle_core::{Tensor, Var};
use candle_keras_ops::{
    BatchStatistics, ConvBatchNorm, Gradients, Node, Tape, Workspace, add_leaky_relu,
    batch_norm_train, conv2d, max_pool2d,
};

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
}

/// With the moving averages.
pub(crate) struct Inference<'a>(pub(crate) &'a Parameters);

impl Ops for Inference<'_> {
    type Value = Tensor;

    fn conv_bn(&mut self, layer: &ConvBn, x: &Tensor) -> Result<Tensor> {
        let average = |w: &str| self.0.get(&format!("{}/{w}", layer.bn));
        let (mean, variance) = (average("moving_mean")?, average("moving_variance")?);
        Ok(weights(self.0, layer)?.infer(x, mean, variance)?)
    }

    fn max_pool(&mut self, x: &Tensor) -> Result<Tensor> {
        Ok(max_pool2d(x, 3, 2)?)
    }

    fn add_leaky_relu(&mut self, a: &Tensor, b: &Tensor, slope: f32) -> Result<Tensor> {
        Ok(add_leaky_relu(a, b, slope)?)
    }
}

/// With the batch's statistics, on candle's graph.
pub(crate) struct OnGraph<'a> {
    parameters: &'a Parameters,
    pub(crate) statistics: Vec<(String, BatchStatistics)>,
}

impl<'a> OnGraph<'a> {
    pub(crate) fn new(parameters: &'a Parameters) -> OnGraph<'a> {
        OnGraph {
            parameters,
            statistics: Vec::new(),
        }
    }
}

impl Ops for OnGraph<'_> {
    type Value = Tensor;

    fn conv_bn(&mut self, layer: &ConvBn, x: &Tensor) -> Result<Tensor> {
        let w = weights(self.parameters, layer)?;
        let y = conv2d(x, w.kernel, w.bias, w.stride)?;
        let (y, seen) = batch_norm_train(&y, w.gamma, w.beta, w.epsilon, w.slope)?;
        self.statistics.push((layer.bn.clone(), seen));
        Ok(y)
    }

    fn max_pool(&mut self, x: &Tensor) -> Result<Tensor> {
        Ok(max_pool2d(x, 3, 2)?)
    }

    fn add_leaky_relu(&mut self, a: &Tensor, b: &Tensor, slope: f32) -> Result<Tensor> {
        Ok(add_leaky_relu(a, b, slope)?)
    }
}

/// With the batch's statistics, on the CPU's tape.
pub(crate) struct Recorded<'a> {
    parameters: &'a Parameters,
    pub(crate) tape: Tape,
    pub(crate) statistics: Vec<(String, BatchStatistics)>,
}

impl<'a> Recorded<'a> {
    pub(crate) fn new(parameters: &'a Parameters, tape: Tape) -> Recorded<'a> {
        Recorded {
            parameters,
            tape,
            statistics: Vec::new(),
        }
    }
}

impl Ops for Recorded<'_> {
    type Value = Node;

    fn conv_bn(&mut self, layer: &ConvBn, x: &Node) -> Result<Node> {
        let weights = weights(self.parameters, layer)?;
        let (y, seen) = self.tape.conv_batch_norm(*x, &weights)?;
        self.statistics.push((layer.bn.clone(), seen));
        Ok(y)
    }

    fn max_pool(&mut self, x: &Node) -> Result<Node> {
        Ok(self.tape.max_pool2d(*x, 3, 2)?)
    }

    fn add_leaky_relu(&mut self, a: &Node, b: &Node, slope: f32) -> Result<Node> {
        Ok(self.tape.add_leaky_relu(*a, *b, slope)?)
    }
}

fn weights<'a>(parameters: &'a Parameters, layer: &ConvBn) -> Result<ConvBatchNorm<'a>> {
    let conv = |w: &str| parameters.get(&format!("{}/{w}", layer.conv));
    let norm = |w: &str| parameters.get(&format!("{}/{w}", layer.bn));
    Ok(ConvBatchNorm {
        kernel: conv("kernel")?,
        bias: conv("bias")?,
        stride: layer.stride,
        gamma: norm("gamma")?,
        beta: norm("beta")?,
        epsilon: BN_EPSILON,
        slope: layer.slope,
    })
}

/// A forward pass in training mode.
pub struct TrainPass {
    /// `N classes`, before softmax.
    pub logits: Tensor,
    /// Mean and variance of this batch at every batch normalisation, by layer name.
    pub statistics: Vec<(String, BatchStatistics)>,
    /// The body's record and its last value, which the head starts from; `None` where all is on candle's graph.
    pub(crate) recorded: Option<(Tape, Node, Var)>,
}

impl TrainPass {
    /// The gradients of `loss`, which was computed from [`TrainPass::logits`], with respect to the trainable weights
    /// of the network; and the memory for the next pass. A pass can be gone through once.
    pub fn backward(
        &mut self,
        loss: &Tensor,
        parameters: &Parameters,
    ) -> Result<(Gradients, Workspace)> {
        let head = loss.backward()?;
        let (mut gradients, workspace) = match self.recorded.take() {
            Some((tape, node, add_12)) => match head.get(&add_12) {
                Some(gradient) => tape.backward(node, gradient)?,
                None => Default::default(),
            },
            None => Default::default(),
        };
        for p in parameters.iter().filter(|p| p.trainable) {
            if let Some(gradient) = head.get(&p.var) {
                gradients.insert(&p.var, gradient.clone());
            }
        }
        Ok((gradients, workspace))
    }
}
