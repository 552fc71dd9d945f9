//! The operations on NVIDIA GPUs (feature `cuda`).
//!
//! | operation | computed by |
//! |---|---|
//! | convolution, its two gradients | cuDNN: forward, backward data, backward filter (`conv.rs`, `dnn.rs`) |
//! | padding | own kernel |
//! | batch normalisation with LeakyReLU, forward and backward | own kernels (`norm.rs`) |
//! | LeakyReLU, alone and after a sum | own kernels (`activation.rs`) |
//! | max pooling, forward and backward | own kernels (`pool.rs`) |
//!
//! The own kernels are one CUDA source, `kernels.cu`; they read and write f32 or bf16, compute in f32 and add up in f64.
//!
//! - **Layout.** Tensors stay `N C H W`. cuDNN's tensor-core algorithms work on `N H W C` inside and transpose at the
//!   border; to keep tensors that way would save this, but candle adds gradients into contiguous tensors of the
//!   shape's own order, so that each would be transposed there instead.
//! - **Padding.** cuDNN pads both sides alike. Where Keras' `same` does not (an even picture under stride 2), the
//!   picture is padded by a kernel first and the gradient cropped after.
//! - **Algorithms** are cuDNN's own first choice for the sizes among the deterministic ones (among all where none is),
//!   asked once for each set of sizes and kept, so a training is the same in every run on one GPU. Timing them instead
//!   would be a little faster and differ from run to run.
//! - **Precision**: see [`crate::Precision`].
//! - **Copies.** Nothing is copied between GPU and host: the statistics of a batch stay on the GPU as tensors.
//! - **Memory** that was freed stays with the process (the driver's pool would give it back at every
//!   synchronisation). cuDNN's scratch memory is one block a GPU, as large as the largest need so far. An algorithm that has
//!   no room, or that cuDNN after all does not have for the sizes, makes way for the next one.
//! - **Bias.** There is none here: behind a convolution comes a batch normalisation, from which a bias is gone; what it
//!   does to the mean is added there ([`crate::ConvBatchNorm`]).
//!
//! # What has been run
//!
//! This module was written where there was no GPU, and has NOT been run on one. It compiles and links against CUDA 12 and 13
//! and cuDNN 9, and the kernels' arithmetic passes on the CPU (`helpers/cuda/tests`). `tests/cuda.rs` compares each operation and each gradient with the CPU's;
//! `helpers/cuda/first_hour.sh` runs all that is to be run on a GPU first.

mod activation;
mod conv;
mod dnn;
mod kernels;
mod norm;
mod pool;
mod storage;

pub(crate) use activation::{add_leaky_relu, leaky_relu};
pub(crate) use conv::conv2d;
pub(crate) use norm::{batch_norm, batch_norm_train};
pub(crate) use pool::max_pool2d;
