//! A training pass on the CPU that records itself.
//!
//! Candle's own graph works with the ops of this crate too. But `Tensor::backward` starts every gradient as zeros
//! and adds to them on one thread, keeps every intermediate until the end, and takes fresh memory for each; with
//! fast convolutions that is most of a step. The tape knows what is coming, and so:
//!
//! - a batch normalisation and its LeakyReLU are never written to memory: the layer that reads them computes them
//!   from the convolution's result while it lays out its pixels, in both directions;
//! - the gradient of a convolution's result takes the place of the result, and memory goes from layer to layer and,
//!   in a [`Workspace`], from step to step;
//! - nothing is computed for inputs that need no gradient.

use crate::cpu::{self, Activation, Conv, Normal, Source, Windows};
use crate::slices::{require_f32, with_slice};
use crate::{BatchStatistics, ConvBatchNorm};
use candle_core::{Result, Tensor, TensorId, bail};
use std::collections::HashMap;
use std::rc::Rc;

/// Memory that one pass leaves to the next. Dropping it gives the memory back.
#[derive(Debug, Default)]
pub struct Workspace {
    free: Vec<Vec<f32>>,
}

impl Workspace {
    /// A buffer of `len` elements with whatever the last user left in it: the smallest that fits.
    fn take(&mut self, len: usize) -> Vec<f32> {
        let fits = |v: &Vec<f32>| v.capacity() >= len && v.capacity() / 4 <= len;
        let best = (0..self.free.len())
            .filter(|i| fits(&self.free[*i]))
            .min_by_key(|i| self.free[*i].capacity());
        let mut buffer = match best {
            Some(i) => self.free.swap_remove(i),
            None => return vec![0.0; len],
        };
        buffer.resize(len, 0.0);
        buffer
    }

    fn give(&mut self, buffer: Vec<f32>) {
        if buffer.capacity() > 0 {
            self.free.push(buffer);
        }
    }

    fn give_shared(&mut self, buffer: Rc<Vec<f32>>) {
        if let Ok(buffer) = Rc::try_unwrap(buffer) {
            self.give(buffer);
        }
    }
}

/// A value on a [`Tape`].
#[derive(Clone, Copy, Debug)]
pub struct Node(usize);

/// See the module's text.
#[derive(Debug, Default)]
pub struct Tape {
    values: Vec<Value>,
    steps: Vec<Step>,
    workspace: Workspace,
}

/// The gradients of a pass, by the tensors that were given to it.
#[derive(Debug, Default)]
pub struct Gradients(HashMap<TensorId, Tensor>);

impl Gradients {
    /// The gradient of the loss with respect to `tensor`, of its shape; `None` when the loss does not depend on it.
    pub fn get(&self, tensor: &Tensor) -> Option<&Tensor> {
        self.0.get(&tensor.id())
    }

    /// Puts in a gradient from elsewhere.
    pub fn insert(&mut self, tensor: &Tensor, gradient: Tensor) {
        self.0.insert(tensor.id(), gradient);
    }
}

#[derive(Debug)]
struct Value {
    /// `N C H W`.
    dims: [usize; 4],
    data: Vec<f32>,
    /// The batch normalisation and activation that readers still apply.
    pending: Option<Normal>,
    /// Whether anything before it has a gradient.
    tracked: bool,
}

impl Value {
    fn source(&self) -> Source<'_> {
        Source {
            data: &self.data,
            affine: self.pending.as_ref().map(Normal::affine),
        }
    }

    fn plane(&self) -> usize {
        self.dims[2] * self.dims[3]
    }
}

#[derive(Debug)]
enum Step {
    ConvBatchNorm {
        x: usize,
        y: usize,
        conv: Conv,
        kernel: Tensor,
        bias: Tensor,
        gamma: Tensor,
        beta: Tensor,
    },
    MaxPool {
        x: usize,
        y: usize,
        windows: Windows,
        winners: Vec<u8>,
    },
    Add {
        a: usize,
        b: usize,
        y: usize,
        slope: f32,
    },
}

impl Tape {
    /// An empty record that works in the memory of `workspace`.
    pub fn new(workspace: Workspace) -> Tape {
        Tape {
            workspace,
            ..Tape::default()
        }
    }

    /// Starts from `x`, `N C H W`. No gradient reaches it.
    pub fn input(&mut self, x: &Tensor) -> Result<Node> {
        let (n, c, h, w) = x.dims4()?;
        if !x.device().is_cpu() {
            bail!("tape: a CPU tensor is needed, x is on {:?}", x.device())
        }
        require_f32("tape", &[x])?;
        let mut data = self.workspace.take(x.elem_count());
        with_slice(x, |x| data.copy_from_slice(x))?;
        Ok(self.push([n, c, h, w], data, None, false))
    }

    /// `leaky_relu(batch_norm_train(conv2d(x)))`: see [`crate::conv2d`] and [`crate::batch_norm_train`].
    pub fn conv_batch_norm(
        &mut self,
        x: Node,
        layer: &ConvBatchNorm,
    ) -> Result<(Node, BatchStatistics)> {
        let input = &self.values[x.0];
        let [n, c, h, w] = input.dims;
        let (o, k) = layer.check(&input.dims)?;
        let conv = Conv::same(c, o, (h, w), k, layer.stride);
        let (rows, columns) = conv.windows.output();
        let mut y = self.workspace.take(n * o * rows * columns);
        let bias = layer.bias.to_vec1::<f32>()?;
        let activation = Activation {
            scale: None,
            shift: &bias,
            slope: 1.0,
        };
        let moments = with_slice(layer.kernel, |kernel| {
            conv.forward(input.source(), kernel, activation, &mut y, true)
        })?;
        let mean = moments.iter().map(|m| m.mean as f32).collect::<Vec<_>>();
        let variance = moments
            .iter()
            .map(cpu::Moments::variance)
            .collect::<Vec<_>>();
        let device = layer.kernel.device();
        let statistics = BatchStatistics {
            mean: Tensor::new(mean.as_slice(), device)?,
            variance: Tensor::new(variance.as_slice(), device)?,
            count: n * rows * columns,
        };
        let normal = Normal::new(
            mean,
            &variance,
            &layer.gamma.to_vec1::<f32>()?,
            &layer.beta.to_vec1::<f32>()?,
            layer.epsilon,
            layer.slope,
        );
        let node = self.push([n, o, rows, columns], y, Some(normal), true);
        self.steps.push(Step::ConvBatchNorm {
            x: x.0,
            y: node.0,
            conv,
            kernel: layer.kernel.clone(),
            bias: layer.bias.clone(),
            gamma: layer.gamma.clone(),
            beta: layer.beta.clone(),
        });
        Ok((node, statistics))
    }

    /// See [`crate::max_pool2d`].
    pub fn max_pool2d(&mut self, x: Node, kernel: usize, stride: usize) -> Result<Node> {
        let input = &self.values[x.0];
        let [n, c, h, w] = input.dims;
        let windows = crate::pool::windows((h, w), kernel, stride)?;
        let (rows, columns) = windows.output();
        let mut y = self.workspace.take(n * c * rows * columns);
        let mut winners = vec![0u8; y.len()];
        windows.max(input.source(), c, &mut y, &mut winners);
        let tracked = input.tracked;
        let node = self.push([n, c, rows, columns], y, None, tracked);
        self.steps.push(Step::MaxPool {
            x: x.0,
            y: node.0,
            windows,
            winners,
        });
        Ok(node)
    }

    /// See [`crate::add_leaky_relu`]; a slope of 1 is the sum alone.
    pub fn add_leaky_relu(&mut self, a: Node, b: Node, slope: f32) -> Result<Node> {
        let (left, right) = (&self.values[a.0], &self.values[b.0]);
        if left.dims != right.dims {
            bail!(
                "add_leaky_relu: shapes {:?} and {:?} differ",
                left.dims,
                right.dims
            )
        }
        let mut y = self.workspace.take(left.data.len());
        cpu::add(
            left.source(),
            Some(right.source()),
            left.dims[1],
            left.plane(),
            slope,
            &mut y,
        );
        let (dims, tracked) = (left.dims, left.tracked || right.tracked);
        let node = self.push(dims, y, None, tracked);
        self.steps.push(Step::Add {
            a: a.0,
            b: b.0,
            y: node.0,
            slope,
        });
        Ok(node)
    }

    /// A value as a tensor, `N C H W`.
    pub fn value(&self, node: Node) -> Result<Tensor> {
        let value = &self.values[node.0];
        let mut data = vec![0f32; value.data.len()];
        cpu::add(
            value.source(),
            None,
            value.dims[1],
            value.plane(),
            1.0,
            &mut data,
        );
        Tensor::from_vec(data, &value.dims, &candle_core::Device::Cpu)
    }

    /// The gradients of every kernel, bias, gamma and beta, from the loss's `gradient` with respect to `node`. The
    /// memory comes back for the next pass.
    pub fn backward(mut self, node: Node, gradient: &Tensor) -> Result<(Gradients, Workspace)> {
        if gradient.dims() != self.values[node.0].dims {
            bail!(
                "tape: the gradient has shape {:?}, the value {:?}",
                gradient.dims(),
                self.values[node.0].dims
            )
        }
        let mut found = Gradients::default();
        let mut pending = (0..self.values.len())
            .map(|_| None)
            .collect::<Vec<Option<Rc<Vec<f32>>>>>();
        pending[node.0] = Some(Rc::new(with_slice(gradient, <[f32]>::to_vec)?));
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Add { a, b, y, slope } => {
                    let Some(mut dy) = pending[y].take() else {
                        continue;
                    };
                    if slope != 1.0 {
                        let dy: &mut Vec<f32> = Rc::make_mut(&mut dy);
                        cpu::leaky_backward(&self.values[y].data, slope, dy);
                    }
                    self.release(y);
                    self.accumulate(&mut pending, a, dy.clone());
                    self.accumulate(&mut pending, b, dy);
                }
                Step::MaxPool {
                    x,
                    y,
                    windows,
                    winners,
                } => {
                    let Some(dy) = pending[y].take() else {
                        continue;
                    };
                    self.release(y);
                    let mut dx = self.workspace.take(self.values[x].data.len());
                    windows.max_backward(&winners, &dy, &mut dx);
                    self.workspace.give_shared(dy);
                    self.accumulate(&mut pending, x, Rc::new(dx));
                }
                Step::ConvBatchNorm {
                    x,
                    y,
                    conv,
                    kernel,
                    bias,
                    gamma,
                    beta,
                } => {
                    let Some(dz) = pending[y].take() else {
                        continue;
                    };
                    let plane = self.values[y].plane();
                    let mut dy = std::mem::take(&mut self.values[y].data);
                    let Some(normal) = self.values[y].pending.take() else {
                        continue;
                    };
                    let (dgamma, dbeta) = normal.backward(&mut dy, &dz, plane, true);
                    self.workspace.give_shared(dz);
                    let input = &self.values[x];
                    let (dkernel, dbias) = conv.kernel_gradient(input.source(), &dy);
                    if input.tracked {
                        let (mut dx, accumulate) = match pending[x].take() {
                            Some(dx) => (dx, true),
                            None => (Rc::new(self.workspace.take(input.data.len())), false),
                        };
                        let target = Rc::make_mut(&mut dx);
                        with_slice(&kernel, |k| conv.input_gradient(k, &dy, target, accumulate))?;
                        pending[x] = Some(dx);
                    }
                    self.workspace.give(dy);
                    for (tensor, gradient) in [
                        (&kernel, dkernel),
                        (&bias, dbias),
                        (&gamma, dgamma),
                        (&beta, dbeta),
                    ] {
                        let gradient = Tensor::from_vec(gradient, tensor.dims(), tensor.device())?;
                        found.insert(tensor, gradient);
                    }
                }
            }
        }
        for value in self.values {
            self.workspace.give(value.data);
        }
        Ok((found, self.workspace))
    }

    fn push(
        &mut self,
        dims: [usize; 4],
        data: Vec<f32>,
        pending: Option<Normal>,
        tracked: bool,
    ) -> Node {
        self.values.push(Value {
            dims,
            data,
            pending,
            tracked,
        });
        Node(self.values.len() - 1)
    }

    /// Every reader of the value is behind us.
    fn release(&mut self, value: usize) {
        self.workspace
            .give(std::mem::take(&mut self.values[value].data));
    }

    fn accumulate(
        &mut self,
        pending: &mut [Option<Rc<Vec<f32>>>],
        value: usize,
        gradient: Rc<Vec<f32>>,
    ) {
        if !self.values[value].tracked {
            return self.workspace.give_shared(gradient);
        }
        match &mut pending[value] {
            Some(sum) => {
                let sum: &mut Vec<f32> = Rc::make_mut(sum);
                cpu::add_to(sum, &gradient);
                self.workspace.give_shared(gradient);
            }
            none => *none = Some(gradient),
        }
    }
}
