//! Differentiable layers' operations for candle, with the semantics of Keras (TensorFlow back end).
//!
//! Every function takes and returns tensors in candle's layout `N C H W`, and pads as Keras'
//! `padding='same'` does: an output of `ceil(size / stride)` pixels, the odd pixel of padding after the image.
//!
//! - On the CPU each one is a custom op with a forward and a backward pass of its own, compiled for AVX-512, AVX2, NEON
//!   and for processors without them, which are found at run time (`pulp`); threads by `rayon`. A result does not
//!   depend on the number of threads: sums are cut by the shapes alone, and partial sums are added in a fixed order.
//! - [`Tape`] runs a whole network on the CPU in memory that goes from layer to layer, and trains it in half the time
//!   and memory of candle's graph, alone or as one of several processes that share a batch ([`SharedBatch`]);
//!   [`ConvBatchNorm::infer`] folds a batch normalisation into its convolution.
//! - With the feature `cuda`, NVIDIA GPUs ([`gpu`]) have cuDNN and kernels of their own, in the precision of
//!   [`set_precision`].
//! - On any other device the same functions are composed of candle's own operations.
//!
//! ```
//! use candle_core::{Device, Tensor};
//! use candle_keras_ops::{Conv2dConfig, conv2d};
//! # fn main() -> candle_core::Result<()> {
//! let x = Tensor::ones((1, 3, 650, 650), candle_core::DType::F32, &Device::Cpu)?;
//! let kernel = Tensor::ones((8, 3, 3, 3), candle_core::DType::F32, &Device::Cpu)?;
//! let bias = Tensor::zeros(8, candle_core::DType::F32, &Device::Cpu)?;
//! let y = conv2d(&x, &kernel, &bias, Conv2dConfig { stride: 2 })?;
//! assert_eq!(y.dims(), [1, 8, 325, 325]);
//! assert_eq!(candle_keras_ops::max_pool2d(&y, 3, 2)?.dims(), [1, 8, 163, 163]);
//! # Ok(())
//! # }
//! ```

mod activation;
mod conv;
mod cpu;
#[cfg(feature = "cuda")]
pub mod cuda;
mod fused;
mod gpu;
mod head;
mod norm;
mod pad;
mod pool;
mod precision;
mod shared;
mod slices;
mod tape;

pub use activation::{add_leaky_relu, leaky_relu};
pub use conv::{Conv2dConfig, conv2d};
pub use fused::ConvBatchNorm;
pub use gpu::{OLDEST_CAPABILITY, gpu, gpu_memory, gpus};
pub use head::global_average_dense;
pub use norm::{BatchNormConfig, BatchStatistics, batch_norm, batch_norm_train};
pub use pad::SamePadding;
pub use pool::max_pool2d;
pub use precision::{Precision, activation_dtype, precision, set_precision};
pub use shared::SharedBatch;
pub use tape::{Node, Tape, Workspace};
