//! A pass through a network on the CPU, in memory that goes from layer to layer; in training it records itself.
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

use crate::cpu::{self, Activation, Conv, Normal, Prepared, Source, Windows};
use crate::slices::{require_f32, with_slice};
use crate::{BatchStatistics, ConvBatchNorm, SharedBatch, shared};
use candle_core::backprop::GradStore;
use candle_core::{Device, Result, Tensor, TensorId, bail};
use std::cell::{Ref, RefCell};
use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use std::sync::Arc;

/// What one pass leaves to the next: its memory, and in inference the kernels as they were laid out for it.
/// Dropping it gives the memory back.
#[derive(Debug, Default)]
pub struct Workspace {
    free: Vec<Vec<f32>>,
    kernels: HashMap<TensorId, Kept>,
}

/// A kernel that was laid out, with the weights it was made of: those of a variable may have been changed since.
#[derive(Debug)]
struct Kept {
    kernel: Vec<f32>,
    scale: Vec<f32>,
    prepared: Arc<Prepared>,
    /// In this pass.
    used: bool,
}

impl Workspace {
    /// A buffer of `len` elements or more with whatever the last user left in it: the smallest that fits.
    fn take(&mut self, len: usize) -> Vec<f32> {
        let fits = |v: &Vec<f32>| v.len() >= len && v.len() / 4 <= len;
        let best = (0..self.free.len())
            .filter(|i| fits(&self.free[*i]))
            .min_by_key(|i| self.free[*i].len());
        match best {
            Some(i) => self.free.swap_remove(i),
            None => vec![0.0; len],
        }
    }

    /// The kernel of `conv` times `scale`, laid out in this pass or before.
    fn prepared(&mut self, conv: &Conv, kernel: &Tensor, scale: &[f32]) -> Result<Arc<Prepared>> {
        with_slice(kernel, |weights| {
            if let Some(kept) = self.kernels.get_mut(&kernel.id())
                && conv.takes(&kept.prepared)
                && cpu::same(&kept.scale, scale)
                && cpu::same(&kept.kernel, weights)
            {
                kept.used = true;
                return kept.prepared.clone();
            }
            let prepared = Arc::new(conv.prepare(weights, Some(scale)));
            let kept = Kept {
                kernel: weights.to_vec(),
                scale: scale.to_vec(),
                prepared: prepared.clone(),
                used: true,
            };
            self.kernels.insert(kernel.id(), kept);
            prepared
        })
    }

    fn give(&mut self, buffer: Vec<f32>) {
        if !buffer.is_empty() {
            self.free.push(buffer);
        }
    }
}

/// The workspace of a pass and of its values.
type Memory = Rc<RefCell<Workspace>>;

/// A buffer that goes back to the workspace when it is dropped.
#[derive(Debug)]
struct Buffer {
    data: Vec<f32>,
    /// Elements in use.
    len: usize,
    memory: Memory,
}

impl Buffer {
    fn new(len: usize, memory: &Memory) -> Buffer {
        Buffer {
            data: memory.borrow_mut().take(len),
            len,
            memory: memory.clone(),
        }
    }
}

impl Deref for Buffer {
    type Target = [f32];
    fn deref(&self) -> &[f32] {
        &self.data[..self.len]
    }
}

impl DerefMut for Buffer {
    fn deref_mut(&mut self) -> &mut [f32] {
        &mut self.data[..self.len]
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        self.memory
            .borrow_mut()
            .give(std::mem::take(&mut self.data));
    }
}

/// A value on a [`Tape`], `N C H W`. Cloning it copies nothing; its memory is free when nothing refers to it.
#[derive(Clone, Debug)]
pub struct Node(Rc<Value>);

#[derive(Debug)]
struct Value {
    id: usize,
    /// `N C H W`.
    dims: [usize; 4],
    /// The backward pass takes the buffer out.
    data: RefCell<Option<Buffer>>,
    /// The batch normalisation and activation that readers still apply.
    pending: Option<Normal>,
    /// Whether anything before it has a gradient.
    tracked: bool,
}

impl Value {
    fn data(&self) -> Result<Ref<'_, [f32]>> {
        Ref::filter_map(self.data.borrow(), |d| d.as_deref())
            .or_else(|_| bail!("tape: a value is used after the backward pass"))
    }

    fn source<'a>(&'a self, data: &'a [f32]) -> Source<'a> {
        Source {
            data,
            affine: self.pending.as_ref().map(Normal::affine),
        }
    }

    fn plane(&self) -> usize {
        self.dims[2] * self.dims[3]
    }

    fn len(&self) -> usize {
        self.dims.iter().product()
    }
}

#[derive(Debug)]
enum Step {
    ConvBatchNorm {
        x: Node,
        y: Node,
        conv: Conv,
        /// Values per channel, of all parts of the batch.
        count: usize,
        kernel: Tensor,
        bias: Tensor,
        gamma: Tensor,
        beta: Tensor,
    },
    MaxPool {
        x: Node,
        y: Node,
        windows: Windows,
        winners: Vec<u8>,
    },
    Add {
        a: Node,
        b: Node,
        y: Node,
        slope: f32,
    },
}

/// See the module's text.
pub struct Tape<'a> {
    memory: Memory,
    recording: bool,
    /// Where the other parts of the batch are, if there are any.
    batch: Option<&'a dyn SharedBatch>,
    values: usize,
    steps: Vec<Step>,
}

impl<'a> Tape<'a> {
    /// A pass that records itself for its backward pass, in the memory of `workspace`.
    pub fn recording(workspace: Workspace) -> Tape<'a> {
        Tape {
            memory: Rc::new(RefCell::new(workspace)),
            recording: true,
            batch: None,
            values: 0,
            steps: Vec::new(),
        }
    }

    /// As [`Tape::recording`], for one part of a batch of which others compute the rest: every batch normalisation uses
    /// mean and variance of all parts, and its backward pass the sums over all parts.
    ///
    /// The loss of a part must be a mean over its own images. The mean of the parts' gradients is then the gradient of
    /// the mean of their losses, as one pass over the whole batch has it where all parts have as many images.
    pub fn recording_with(workspace: Workspace, batch: &'a dyn SharedBatch) -> Tape<'a> {
        Tape {
            batch: Some(batch),
            ..Tape::recording(workspace)
        }
    }

    /// A pass forwards only: a value's memory is free as soon as its node is dropped.
    pub fn inference(workspace: Workspace) -> Tape<'a> {
        Tape {
            recording: false,
            ..Tape::recording(workspace)
        }
    }

    /// Starts from `x`, `N C H W`. No gradient reaches it.
    pub fn input(&mut self, x: &Tensor) -> Result<Node> {
        let (n, c, h, w) = x.dims4()?;
        if !x.device().is_cpu() {
            bail!("tape: a CPU tensor is needed, x is on {:?}", x.device())
        }
        require_f32("tape", &[x])?;
        let mut y = Buffer::new(x.elem_count(), &self.memory);
        with_slice(x, |x| cpu::copy(x, &mut y))?;
        Ok(self.push([n, c, h, w], y, None, false))
    }

    /// `leaky_relu(batch_norm_train(conv2d(x)))`: see [`crate::conv2d`] and [`crate::batch_norm_train`].
    pub fn conv_batch_norm_train(
        &mut self,
        x: &Node,
        layer: &ConvBatchNorm,
    ) -> Result<(Node, BatchStatistics)> {
        let activation = Activation {
            shift: &layer.bias.to_vec1::<f32>()?,
            slope: 1.0,
            residual: None,
        };
        let (conv, dims, y, mut moments) = self.convolve(x, layer, None, activation)?;
        let mut count = dims[0] * dims[2] * dims[3];
        if let Some(batch) = self.batch {
            moments = shared::merge(&moments, batch)?;
            count = moments.first().map_or(count, |m| m.count as usize);
        }
        let mean = moments.iter().map(|m| m.mean as f32).collect::<Vec<_>>();
        let variance = moments
            .iter()
            .map(cpu::Moments::variance)
            .collect::<Vec<_>>();
        let device = layer.kernel.device();
        let statistics = BatchStatistics {
            mean: Tensor::new(mean.as_slice(), device)?,
            variance: Tensor::new(variance.as_slice(), device)?,
            count,
        };
        let normal = layer.normal(mean, &variance)?;
        let y = self.push(dims, y, Some(normal), true);
        self.record(|| Step::ConvBatchNorm {
            x: x.clone(),
            y: y.clone(),
            conv,
            count,
            kernel: layer.kernel.clone(),
            bias: layer.bias.clone(),
            gamma: layer.gamma.clone(),
            beta: layer.beta.clone(),
        });
        Ok((y, statistics))
    }

    /// [`ConvBatchNorm::infer`]; no gradient goes through it.
    pub fn conv_batch_norm(
        &mut self,
        x: &Node,
        layer: &ConvBatchNorm,
        mean: &Tensor,
        variance: &Tensor,
    ) -> Result<Node> {
        let (scale, shift) = layer.fold(mean, variance)?;
        let activation = Activation {
            shift: &shift,
            slope: layer.norm.slope,
            residual: None,
        };
        let (_, dims, y, _) = self.convolve(x, layer, Some(&scale), activation)?;
        Ok(self.push(dims, y, None, false))
    }

    /// `leaky_relu(shortcut + conv_batch_norm(x), slope)` in one pass over the memory; the layer itself has no
    /// activation. No gradient goes through it.
    pub fn conv_batch_norm_add(
        &mut self,
        x: &Node,
        layer: &ConvBatchNorm,
        (mean, variance): (&Tensor, &Tensor),
        shortcut: &Node,
        slope: f32,
    ) -> Result<Node> {
        let conv = self.conv(x, layer)?;
        let (h, w) = conv.windows.output();
        let dims = [x.0.dims[0], conv.o, h, w];
        let fused = layer.norm.slope == 1.0 && conv.adds_residual();
        if !fused || shortcut.0.dims != dims || shortcut.0.pending.is_some() {
            let y = self.conv_batch_norm(x, layer, mean, variance)?;
            return self.add_leaky_relu(shortcut, &y, slope);
        }
        let (scale, shift) = layer.fold(mean, variance)?;
        let residual = shortcut.0.data()?;
        let activation = Activation {
            shift: &shift,
            slope,
            residual: Some(&residual),
        };
        let (_, dims, y, _) = self.convolve(x, layer, Some(&scale), activation)?;
        Ok(self.push(dims, y, None, false))
    }

    fn conv(&self, x: &Node, layer: &ConvBatchNorm) -> Result<Conv> {
        let [_, c, h, w] = x.0.dims;
        let (o, k) = layer.check(&x.0.dims)?;
        let conv = Conv::same(c, o, (h, w), k, layer.conv.stride);
        Ok(if self.recording {
            conv
        } else {
            conv.for_inference()
        })
    }

    /// With the moments of the result in training, where the kernel has no `scale`.
    fn convolve(
        &self,
        x: &Node,
        layer: &ConvBatchNorm,
        scale: Option<&[f32]>,
        activation: Activation,
    ) -> Result<(Conv, [usize; 4], Buffer, Vec<cpu::Moments>)> {
        let conv = self.conv(x, layer)?;
        let (rows, columns) = conv.windows.output();
        let dims = [x.0.dims[0], conv.o, rows, columns];
        let mut y = Buffer::new(dims.iter().product(), &self.memory);
        let data = x.0.data()?;
        let kernel = match scale {
            Some(scale) => self
                .memory
                .borrow_mut()
                .prepared(&conv, layer.kernel, scale)?,
            None => with_slice(layer.kernel, |kernel| Arc::new(conv.prepare(kernel, None)))?,
        };
        let source = x.0.source(&data);
        let moments = conv.forward(source, &kernel, activation, &mut y, scale.is_none());
        Ok((conv, dims, y, moments))
    }

    /// See [`crate::max_pool2d`].
    pub fn max_pool2d(&mut self, x: &Node, kernel: usize, stride: usize) -> Result<Node> {
        let [n, c, h, w] = x.0.dims;
        let windows = crate::pool::windows((h, w), kernel, stride)?;
        let (rows, columns) = windows.output();
        let mut y = Buffer::new(n * c * rows * columns, &self.memory);
        let mut winners = Vec::new();
        if self.recording || x.0.pending.is_some() {
            winners.resize(y.len(), 0u8);
            windows.max(x.0.source(&x.0.data()?), c, &mut y, &mut winners);
        } else {
            windows.max_values(&x.0.data()?, &mut y);
        }
        let y = self.push([n, c, rows, columns], y, None, x.0.tracked);
        self.record(|| Step::MaxPool {
            x: x.clone(),
            y: y.clone(),
            windows,
            winners,
        });
        Ok(y)
    }

    /// See [`crate::add_leaky_relu`]; a slope of 1 is the sum alone.
    pub fn add_leaky_relu(&mut self, a: &Node, b: &Node, slope: f32) -> Result<Node> {
        let (left, right) = (&a.0, &b.0);
        if left.dims != right.dims {
            bail!(
                "add_leaky_relu: shapes {:?} and {:?} differ",
                left.dims,
                right.dims
            )
        }
        let mut y = Buffer::new(left.len(), &self.memory);
        {
            let (a, b) = (left.data()?, right.data()?);
            let (a, b) = (left.source(&a), right.source(&b));
            cpu::add(a, Some(b), left.dims[1], left.plane(), slope, &mut y);
        }
        let y = self.push(left.dims, y, None, left.tracked || right.tracked);
        self.record(|| Step::Add {
            a: a.clone(),
            b: b.clone(),
            y: y.clone(),
            slope,
        });
        Ok(y)
    }

    /// A value as a tensor, `N C H W`.
    pub fn value(&self, node: &Node) -> Result<Tensor> {
        let value = &node.0;
        let mut data = vec![0f32; value.len()];
        let source = value.data()?;
        cpu::add(
            value.source(&source),
            None,
            value.dims[1],
            value.plane(),
            1.0,
            &mut data,
        );
        Tensor::from_vec(data, &value.dims, &Device::Cpu)
    }

    /// Ends the pass; its memory comes back for the next one. What nodes still hold is lost to it.
    pub fn finish(self) -> Workspace {
        drop(self.steps);
        let mut workspace = std::mem::take(&mut *self.memory.borrow_mut());
        // Kernels of another network, or those that were replaced by others.
        workspace
            .kernels
            .retain(|_, kept| std::mem::take(&mut kept.used));
        workspace
    }

    /// Adds the gradients of every kernel, bias, gamma and beta to `found`, such as the gradients that candle computed of
    /// what follows the tape, from the loss's `gradient` with respect to `end`. The memory comes back for the next pass.
    pub fn backward(
        mut self,
        end: Node,
        gradient: &Tensor,
        found: &mut GradStore,
    ) -> Result<Workspace> {
        if gradient.dims() != end.0.dims {
            bail!(
                "tape: the gradient has shape {:?}, the value {:?}",
                gradient.dims(),
                end.0.dims
            )
        }
        let mut pending = Pending((0..self.values).map(|_| None).collect());
        let mut start = Buffer::new(gradient.elem_count(), &self.memory);
        with_slice(gradient, |g| start.copy_from_slice(g))?;
        pending.add(&end, Rc::new(start), &self.memory);
        drop(end);
        // A step that is done is dropped, and its values with it.
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Add { a, b, y, slope } => {
                    let Some(mut dy) = pending.take(&y) else {
                        continue;
                    };
                    if slope != 1.0 {
                        let dy = writable(&mut dy, &self.memory);
                        cpu::leaky_backward(&y.0.data()?, slope, dy);
                    }
                    pending.add(&a, dy.clone(), &self.memory);
                    pending.add(&b, dy, &self.memory);
                }
                Step::MaxPool {
                    x,
                    y,
                    windows,
                    winners,
                } => {
                    let Some(dy) = pending.take(&y) else { continue };
                    let mut dx = Buffer::new(x.0.len(), &self.memory);
                    windows.max_backward(&winners, &dy, &mut dx);
                    pending.add(&x, Rc::new(dx), &self.memory);
                }
                Step::ConvBatchNorm {
                    x,
                    y,
                    conv,
                    count,
                    kernel,
                    bias,
                    gamma,
                    beta,
                } => {
                    let (Some(dz), Some(mut dy), Some(normal)) =
                        (pending.take(&y), y.0.data.take(), &y.0.pending)
                    else {
                        continue;
                    };
                    let plane = y.0.plane();
                    let (dgamma, dbeta) = match self.batch {
                        None => normal.backward(&mut dy, &dz, plane, true),
                        Some(batch) => {
                            let all = (count as f64, batch);
                            normal.backward_shared(&mut dy, &dz, plane, all)?
                        }
                    };
                    drop(dz);
                    let (dkernel, dbias) = conv.kernel_gradient(x.0.source(&x.0.data()?), &dy);
                    if x.0.tracked {
                        let (mut dx, accumulate) = match pending.take(&x) {
                            Some(dx) => (dx, true),
                            None => (Rc::new(Buffer::new(x.0.len(), &self.memory)), false),
                        };
                        let target = writable(&mut dx, &self.memory);
                        with_slice(&kernel, |k| conv.input_gradient(k, &dy, target, accumulate))?;
                        pending.add(&x, dx, &self.memory);
                    }
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
        drop(pending);
        Ok(self.finish())
    }

    fn push(
        &mut self,
        dims: [usize; 4],
        data: Buffer,
        pending: Option<Normal>,
        tracked: bool,
    ) -> Node {
        self.values += 1;
        Node(Rc::new(Value {
            id: self.values - 1,
            dims,
            data: RefCell::new(Some(data)),
            pending,
            tracked,
        }))
    }

    fn record(&mut self, step: impl FnOnce() -> Step) {
        if self.recording {
            self.steps.push(step());
        }
    }
}

/// Gradients on their way, by value; one buffer may stand for several.
struct Pending(Vec<Option<Rc<Buffer>>>);

impl Pending {
    fn take(&mut self, node: &Node) -> Option<Rc<Buffer>> {
        self.0[node.0.id].take()
    }

    fn add(&mut self, node: &Node, gradient: Rc<Buffer>, memory: &Memory) {
        if !node.0.tracked {
            return;
        }
        match &mut self.0[node.0.id] {
            Some(sum) => cpu::add_to(writable(sum, memory), &gradient),
            none => *none = Some(gradient),
        }
    }
}

/// The elements of a buffer, copied first if others read them.
fn writable<'a>(buffer: &'a mut Rc<Buffer>, memory: &Memory) -> &'a mut [f32] {
    if Rc::get_mut(buffer).is_none() {
        let mut copy = Buffer::new(buffer.len(), memory);
        copy.copy_from_slice(buffer);
        *buffer = Rc::new(copy);
    }
    match Rc::get_mut(buffer) {
        Some(buffer) => buffer,
        None => unreachable!("the buffer was just made"),
    }
}
