//! The signatures of candle_nn, for rust-analyzer alone: written by signatures.py.
impl candle_core::Module for crate::activation::Activation {  }
impl candle_core::Module for crate::activation::PReLU {  }
impl candle_core::Module for crate::conv::Conv1d {  }
impl candle_core::Module for crate::conv::Conv2d {  }
impl candle_core::Module for crate::conv::ConvTranspose1d {  }
impl candle_core::Module for crate::conv::ConvTranspose2d {  }
impl candle_core::Module for crate::embedding::Embedding {  }
impl candle_core::Module for crate::group_norm::GroupNorm {  }
impl candle_core::Module for crate::layer_norm::LayerNorm {  }
impl candle_core::Module for crate::layer_norm::RmsNorm {  }
impl candle_core::Module for crate::linear::Linear {  }
impl candle_core::Module for crate::ops::Identity {  }
impl candle_core::Module for crate::sequential::Sequential {  }
impl candle_core::ModuleT for crate::batch_norm::BatchNorm {  }
impl candle_core::ModuleT for crate::ops::Dropout {  }
impl crate::activation::PReLU {
pub fn new(_: candle_core::tensor::Tensor, _: bool) -> Self { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn is_scalar(&self) -> bool { loop {} }
}
impl crate::attention::AttnMask {
pub fn causal() -> Self { loop {} }
pub fn causal_with_offset(_: usize) -> Self { loop {} }
pub fn is_causal(&self) -> bool { loop {} }
pub fn kv_offset(&self) -> usize { loop {} }
}
impl crate::batch_norm::BatchNorm {
pub fn new(_: usize, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: f64) -> candle_core::error::Result<Self> { loop {} }
pub fn new_no_bias(_: usize, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: f64) -> candle_core::error::Result<Self> { loop {} }
pub fn new_with_momentum(_: usize, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: f64, _: f64) -> candle_core::error::Result<Self> { loop {} }
pub fn new_no_bias_with_momentum(_: usize, _: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: f64, _: f64) -> candle_core::error::Result<Self> { loop {} }
pub fn running_mean(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn running_var(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn eps(&self) -> f64 { loop {} }
pub fn weight_and_bias(&self) -> std::option::Option<(&candle_core::tensor::Tensor, &candle_core::tensor::Tensor, )> { loop {} }
pub fn momentum(&self) -> f64 { loop {} }
pub fn forward_train(&self, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
}
impl crate::conv::Conv1d {
pub fn new(_: candle_core::tensor::Tensor, _: std::option::Option<candle_core::tensor::Tensor>, _: crate::conv::Conv1dConfig) -> Self { loop {} }
pub fn config(&self) -> &crate::conv::Conv1dConfig { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn bias(&self) -> std::option::Option<&candle_core::tensor::Tensor> { loop {} }
}
impl crate::conv::Conv2d {
pub fn new(_: candle_core::tensor::Tensor, _: std::option::Option<candle_core::tensor::Tensor>, _: crate::conv::Conv2dConfig) -> Self { loop {} }
pub fn config(&self) -> &crate::conv::Conv2dConfig { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn bias(&self) -> std::option::Option<&candle_core::tensor::Tensor> { loop {} }
pub fn absorb_bn(&self, _: &crate::batch_norm::BatchNorm) -> candle_core::error::Result<Self> { loop {} }
}
impl crate::conv::ConvTranspose1d {
pub fn new(_: candle_core::tensor::Tensor, _: std::option::Option<candle_core::tensor::Tensor>, _: crate::conv::ConvTranspose1dConfig) -> Self { loop {} }
pub fn config(&self) -> &crate::conv::ConvTranspose1dConfig { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn bias(&self) -> std::option::Option<&candle_core::tensor::Tensor> { loop {} }
}
impl crate::conv::ConvTranspose2d {
pub fn new(_: candle_core::tensor::Tensor, _: std::option::Option<candle_core::tensor::Tensor>, _: crate::conv::ConvTranspose2dConfig) -> Self { loop {} }
pub fn config(&self) -> &crate::conv::ConvTranspose2dConfig { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn bias(&self) -> std::option::Option<&candle_core::tensor::Tensor> { loop {} }
}
impl crate::embedding::Embedding {
pub fn new(_: candle_core::tensor::Tensor, _: usize) -> Self { loop {} }
pub fn embeddings(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn hidden_size(&self) -> usize { loop {} }
}
impl crate::group_norm::GroupNorm {
pub fn new(_: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: usize, _: usize, _: f64) -> candle_core::error::Result<Self> { loop {} }
}
impl crate::init::FanInOut {
pub fn for_shape(&self, _: &candle_core::shape::Shape) -> usize { loop {} }
}
impl crate::init::Init {
pub fn var<S: std::convert::Into<candle_core::shape::Shape>>(&self, _: S, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<candle_core::variable::Var> { loop {} }
}
impl crate::init::NonLinearity {
pub fn gain(&self) -> f64 { loop {} }
}
impl crate::layer_norm::LayerNorm {
pub fn new(_: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor, _: f64) -> Self { loop {} }
pub fn new_no_bias(_: candle_core::tensor::Tensor, _: f64) -> Self { loop {} }
pub fn rms_norm(_: candle_core::tensor::Tensor, _: f64) -> Self { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn bias(&self) -> std::option::Option<&candle_core::tensor::Tensor> { loop {} }
pub fn eps(&self) -> f64 { loop {} }
pub fn remove_mean(&self) -> bool { loop {} }
}
impl crate::layer_norm::RmsNorm {
pub fn new(_: candle_core::tensor::Tensor, _: f64) -> Self { loop {} }
pub fn into_inner(self) -> crate::layer_norm::LayerNorm { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn eps(&self) -> f64 { loop {} }
pub fn forward_diff(&self, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
}
impl crate::linear::Linear {
pub fn new(_: candle_core::tensor::Tensor, _: std::option::Option<candle_core::tensor::Tensor>) -> Self { loop {} }
pub fn weight(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn bias(&self) -> std::option::Option<&candle_core::tensor::Tensor> { loop {} }
}
impl crate::ops::Dropout {
pub fn new(_: f32) -> crate::ops::Dropout { loop {} }
pub fn forward(&self, _: &candle_core::tensor::Tensor, _: bool) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
}
impl crate::ops::Identity {
pub fn new() -> crate::ops::Identity { loop {} }
}
impl crate::optim::AdamW {
pub fn new_lr(_: std::vec::Vec<candle_core::variable::Var>, _: f64) -> candle_core::error::Result<Self> { loop {} }
pub fn params(&self) -> &crate::optim::ParamsAdamW { loop {} }
pub fn set_params(&mut self, _: crate::optim::ParamsAdamW) { loop {} }
}
impl crate::optim::Optimizer for crate::optim::AdamW { type Config = crate::optim::ParamsAdamW; }
impl crate::optim::Optimizer for crate::optim::SGD { type Config = f64; }
impl crate::optim::SGD {
pub fn into_inner(self) -> std::vec::Vec<candle_core::variable::Var> { loop {} }
pub fn push(&mut self, _: &candle_core::variable::Var) { loop {} }
}
impl crate::rnn::GRU {
pub fn new(_: usize, _: usize, _: crate::rnn::GRUConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<Self> { loop {} }
pub fn config(&self) -> &crate::rnn::GRUConfig { loop {} }
}
impl crate::rnn::GRUConfig {
pub fn default_no_bias() -> Self { loop {} }
}
impl crate::rnn::GRUState {
pub fn h(&self) -> &candle_core::tensor::Tensor { loop {} }
}
impl crate::rnn::LSTM {
pub fn new(_: usize, _: usize, _: crate::rnn::LSTMConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<Self> { loop {} }
pub fn config(&self) -> &crate::rnn::LSTMConfig { loop {} }
}
impl crate::rnn::LSTMConfig {
pub fn default_no_bias() -> Self { loop {} }
}
impl crate::rnn::LSTMState {
pub fn new(_: candle_core::tensor::Tensor, _: candle_core::tensor::Tensor) -> Self { loop {} }
pub fn h(&self) -> &candle_core::tensor::Tensor { loop {} }
pub fn c(&self) -> &candle_core::tensor::Tensor { loop {} }
}
impl crate::rnn::RNN for crate::rnn::GRU { type State = crate::rnn::GRUState; }
impl crate::rnn::RNN for crate::rnn::LSTM { type State = crate::rnn::LSTMState; }
impl crate::sequential::Sequential {
pub fn add<M: candle_core::Module + 'static>(self, _: M) -> Self { loop {} }
pub fn add_fn<F>(self, _: F) -> Self where F: 'static + std::ops::Fn(&candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> + std::marker::Send + std::marker::Sync { loop {} }
pub fn forward_all(&self, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<std::vec::Vec<candle_core::tensor::Tensor>> { loop {} }
}
impl crate::sequential::Sequential {
pub fn len(&self) -> i64 { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
}
impl crate::var_builder::Backend for crate::var_builder::ShardedSafeTensors { type Hints = crate::var_builder::Shard; }
impl crate::var_builder::Backend for std::boxed::Box<dyn crate::var_builder::SimpleBackend + '_> { type Hints = crate::init::Init; }
impl crate::var_builder::Renamer for std::boxed::Box<dyn std::ops::Fn(&str) -> std::string::String + std::marker::Sync + std::marker::Send> {  }
impl crate::var_builder::ShardedSafeTensors {
pub fn var_builder<P: std::convert::AsRef<std::path::Path>>(_: &[P], _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<crate::var_builder::ShardedVarBuilder<'static>> { loop {} }
}
impl crate::var_builder::SimpleBackend for crate::var_builder::SafeTensorWithRouting<'_> {  }
impl crate::var_builder::SimpleBackend for crate::var_map::VarMap {  }
impl crate::var_builder::SimpleBackend for std::collections::HashMap<std::string::String, candle_core::tensor::Tensor> {  }
impl crate::var_map::VarMap {
pub fn new() -> Self { loop {} }
pub fn all_vars(&self) -> std::vec::Vec<candle_core::variable::Var> { loop {} }
pub fn save<P: std::convert::AsRef<std::path::Path>>(&self, _: P) -> candle_core::error::Result<()> { loop {} }
pub fn load<P: std::convert::AsRef<std::path::Path>>(&mut self, _: P) -> candle_core::error::Result<()> { loop {} }
pub fn set_one<K: std::convert::AsRef<str>, V: std::convert::AsRef<candle_core::tensor::Tensor>>(&mut self, _: K, _: V) -> candle_core::error::Result<()> { loop {} }
pub fn set<I: std::iter::Iterator<Item = (K, V, )>, K: std::convert::AsRef<str>, V: std::convert::AsRef<candle_core::tensor::Tensor>>(&mut self, _: I) -> candle_core::error::Result<()> { loop {} }
pub fn get<S: std::convert::Into<candle_core::shape::Shape>>(&self, _: S, _: &str, _: crate::init::Init, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn data(&self) -> &std::sync::Mutex<std::collections::HashMap<std::string::String, candle_core::variable::Var>> { loop {} }
}
impl std::clone::Clone for crate::activation::Activation {  }
impl std::clone::Clone for crate::activation::PReLU {  }
impl std::clone::Clone for crate::attention::AttnMask {  }
impl std::clone::Clone for crate::batch_norm::BatchNorm {  }
impl std::clone::Clone for crate::batch_norm::BatchNormConfig {  }
impl std::clone::Clone for crate::conv::Conv1d {  }
impl std::clone::Clone for crate::conv::Conv1dConfig {  }
impl std::clone::Clone for crate::conv::Conv2d {  }
impl std::clone::Clone for crate::conv::Conv2dConfig {  }
impl std::clone::Clone for crate::conv::ConvTranspose1d {  }
impl std::clone::Clone for crate::conv::ConvTranspose1dConfig {  }
impl std::clone::Clone for crate::conv::ConvTranspose2d {  }
impl std::clone::Clone for crate::conv::ConvTranspose2dConfig {  }
impl std::clone::Clone for crate::embedding::Embedding {  }
impl std::clone::Clone for crate::group_norm::GroupNorm {  }
impl std::clone::Clone for crate::init::FanInOut {  }
impl std::clone::Clone for crate::init::Init {  }
impl std::clone::Clone for crate::init::NonLinearity {  }
impl std::clone::Clone for crate::init::NormalOrUniform {  }
impl std::clone::Clone for crate::layer_norm::LayerNorm {  }
impl std::clone::Clone for crate::layer_norm::LayerNormConfig {  }
impl std::clone::Clone for crate::layer_norm::RmsNorm {  }
impl std::clone::Clone for crate::linear::Linear {  }
impl std::clone::Clone for crate::ops::Dropout {  }
impl std::clone::Clone for crate::ops::Identity {  }
impl std::clone::Clone for crate::optim::ParamsAdamW {  }
impl std::clone::Clone for crate::rnn::Direction {  }
impl std::clone::Clone for crate::rnn::GRU {  }
impl std::clone::Clone for crate::rnn::GRUConfig {  }
impl std::clone::Clone for crate::rnn::GRUState {  }
impl std::clone::Clone for crate::rnn::LSTM {  }
impl std::clone::Clone for crate::rnn::LSTMConfig {  }
impl std::clone::Clone for crate::rnn::LSTMState {  }
impl std::clone::Clone for crate::var_builder::Shard {  }
impl std::clone::Clone for crate::var_map::VarMap {  }
impl std::convert::From<f64> for crate::batch_norm::BatchNormConfig {  }
impl std::convert::From<f64> for crate::layer_norm::LayerNormConfig {  }
impl std::default::Default for crate::activation::Activation {  }
impl std::default::Default for crate::attention::AttnMask {  }
impl std::default::Default for crate::batch_norm::BatchNormConfig {  }
impl std::default::Default for crate::conv::Conv1dConfig {  }
impl std::default::Default for crate::conv::Conv2dConfig {  }
impl std::default::Default for crate::conv::ConvTranspose1dConfig {  }
impl std::default::Default for crate::conv::ConvTranspose2dConfig {  }
impl std::default::Default for crate::init::Init {  }
impl std::default::Default for crate::layer_norm::LayerNormConfig {  }
impl std::default::Default for crate::ops::Identity {  }
impl std::default::Default for crate::optim::ParamsAdamW {  }
impl std::default::Default for crate::rnn::GRUConfig {  }
impl std::default::Default for crate::rnn::LSTMConfig {  }
impl std::default::Default for crate::var_builder::Shard {  }
impl std::marker::Copy for crate::activation::Activation {  }
impl std::marker::Copy for crate::batch_norm::BatchNormConfig {  }
impl std::marker::Copy for crate::conv::Conv1dConfig {  }
impl std::marker::Copy for crate::conv::Conv2dConfig {  }
impl std::marker::Copy for crate::conv::ConvTranspose1dConfig {  }
impl std::marker::Copy for crate::conv::ConvTranspose2dConfig {  }
impl std::marker::Copy for crate::init::FanInOut {  }
impl std::marker::Copy for crate::init::Init {  }
impl std::marker::Copy for crate::init::NonLinearity {  }
impl std::marker::Copy for crate::init::NormalOrUniform {  }
impl std::marker::Copy for crate::layer_norm::LayerNormConfig {  }
impl std::marker::Copy for crate::rnn::Direction {  }
impl std::marker::Copy for crate::rnn::GRUConfig {  }
impl std::marker::Copy for crate::rnn::LSTMConfig {  }
impl std::marker::Copy for crate::var_builder::Shard {  }
impl<'a, R: crate::var_builder::Renamer> crate::var_builder::Rename<'a, R> {
pub fn new(_: crate::var_builder::VarBuilder<'a>, _: R) -> Self { loop {} }
}
impl<'a> crate::var_builder::VarBuilderArgs<'a, std::boxed::Box<dyn crate::var_builder::SimpleBackend + 'a>> {
pub fn from_backend(_: std::boxed::Box<dyn crate::var_builder::SimpleBackend + 'a>, _: candle_core::dtype::DType, _: candle_core::device::Device) -> Self { loop {} }
pub fn zeros(_: candle_core::dtype::DType, _: &candle_core::device::Device) -> Self { loop {} }
pub fn from_tensors(_: std::collections::HashMap<std::string::String, candle_core::tensor::Tensor>, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> Self { loop {} }
pub fn from_varmap(_: &crate::var_map::VarMap, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> Self { loop {} }
pub fn from_mmaped_safetensors<P: std::convert::AsRef<std::path::Path>>(_: &[P], _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<Self> { loop {} }
pub fn from_buffered_safetensors(_: std::vec::Vec<u8>, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<Self> { loop {} }
pub fn from_slice_safetensors(_: &'a [u8], _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<Self> { loop {} }
pub fn from_npz<P: std::convert::AsRef<std::path::Path>>(_: P, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<Self> { loop {} }
pub fn from_pth<P: std::convert::AsRef<std::path::Path>>(_: P, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<Self> { loop {} }
pub fn from_pth_with_state<P: std::convert::AsRef<std::path::Path>>(_: P, _: candle_core::dtype::DType, _: &str, _: &candle_core::device::Device) -> candle_core::error::Result<Self> { loop {} }
pub fn rename_f<F: std::ops::Fn(&str) -> std::string::String + std::marker::Sync + std::marker::Send + 'static>(self, _: F) -> Self { loop {} }
pub fn rename<R: crate::var_builder::Renamer + std::marker::Send + std::marker::Sync + 'a>(self, _: R) -> Self { loop {} }
}
impl<B: crate::var_builder::Backend> crate::var_builder::VarBuilderArgs<'_, B> {
pub fn new_with_args(_: B, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> Self { loop {} }
pub fn prefix(&self) -> std::string::String { loop {} }
pub fn root(&self) -> Self { loop {} }
pub fn set_prefix(&self, _: impl std::string::ToString) -> Self { loop {} }
pub fn push_prefix<S: std::string::ToString>(&self, _: S) -> Self { loop {} }
pub fn pp<S: std::string::ToString>(&self, _: S) -> Self { loop {} }
pub fn device(&self) -> &candle_core::device::Device { loop {} }
pub fn dtype(&self) -> candle_core::dtype::DType { loop {} }
pub fn to_dtype(&self, _: candle_core::dtype::DType) -> Self { loop {} }
pub fn contains_tensor(&self, _: &str) -> bool { loop {} }
pub fn get_with_hints<S: std::convert::Into<candle_core::shape::Shape>>(&self, _: S, _: &str, _: B::Hints) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn get<S: std::convert::Into<candle_core::shape::Shape>>(&self, _: S, _: &str) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn get_unchecked(&self, _: &str) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn get_unchecked_dtype(&self, _: &str, _: candle_core::dtype::DType) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn get_with_hints_dtype<S: std::convert::Into<candle_core::shape::Shape>>(&self, _: S, _: &str, _: B::Hints, _: candle_core::dtype::DType) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn set_device(self, _: candle_core::device::Device) -> Self { loop {} }
pub fn set_dtype(self, _: candle_core::dtype::DType) -> Self { loop {} }
}
impl<B: crate::var_builder::Backend> std::clone::Clone for crate::var_builder::VarBuilderArgs<'_, B> {  }
impl<R: crate::var_builder::Renamer + std::marker::Sync + std::marker::Send> crate::var_builder::SimpleBackend for crate::var_builder::Rename<'_, R> {  }
pub use candle_core::Module;
pub use candle_core::ModuleT;
pub use crate::activation::Activation;
pub use crate::activation::PReLU;
pub use crate::activation::prelu;
pub use crate::batch_norm::BatchNorm;
pub use crate::batch_norm::BatchNormConfig;
pub use crate::batch_norm::batch_norm;
pub use crate::conv::Conv1d;
pub use crate::conv::Conv1dConfig;
pub use crate::conv::Conv2d;
pub use crate::conv::Conv2dConfig;
pub use crate::conv::ConvTranspose1d;
pub use crate::conv::ConvTranspose1dConfig;
pub use crate::conv::ConvTranspose2d;
pub use crate::conv::ConvTranspose2dConfig;
pub use crate::conv::conv1d;
pub use crate::conv::conv1d_no_bias;
pub use crate::conv::conv2d;
pub use crate::conv::conv2d_no_bias;
pub use crate::conv::conv_transpose1d;
pub use crate::conv::conv_transpose1d_no_bias;
pub use crate::conv::conv_transpose2d;
pub use crate::conv::conv_transpose2d_no_bias;
pub use crate::embedding::Embedding;
pub use crate::embedding::embedding;
pub use crate::group_norm::GroupNorm;
pub use crate::group_norm::group_norm;
pub use crate::init::Init;
pub use crate::layer_norm::LayerNorm;
pub use crate::layer_norm::LayerNormConfig;
pub use crate::layer_norm::RmsNorm;
pub use crate::layer_norm::layer_norm;
pub use crate::layer_norm::layer_norm_no_bias;
pub use crate::layer_norm::rms_norm;
pub use crate::linear::Linear;
pub use crate::linear::linear;
pub use crate::linear::linear_b;
pub use crate::linear::linear_no_bias;
pub use crate::ops::Dropout;
pub use crate::optim::AdamW;
pub use crate::optim::Optimizer;
pub use crate::optim::ParamsAdamW;
pub use crate::optim::SGD;
pub use crate::rnn::GRU;
pub use crate::rnn::GRUConfig;
pub use crate::rnn::LSTM;
pub use crate::rnn::LSTMConfig;
pub use crate::rnn::RNN;
pub use crate::rnn::gru;
pub use crate::rnn::lstm;
pub use crate::sequential::Sequential;
pub use crate::sequential::seq;
pub use crate::var_builder::VarBuilder;
pub use crate::var_map::VarMap;
pub mod activation {
pub enum Activation { Gelu, NewGelu, Relu, Relu2, Relu6, Silu, Sigmoid, HardSigmoid, Swiglu, Swish, Mish, HardSwish, Elu(f64), LeakyRelu(f64), GeluPytorchTanh }
pub fn prelu(_: std::option::Option<usize>, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::activation::PReLU> { loop {} }
pub struct PReLU {  }
}
pub mod attention {
pub enum AttnMask { None, Causal { kv_offset: usize }, Mask(candle_core::tensor::Tensor) }
pub use crate::attention::cpu_flash::flash_attn;
pub use crate::attention::cpu_flash::varlen::flash_attn_varlen_cpu;
pub use crate::attention::varlen::flash_attn_varlen_unfused;
pub mod cpu_flash {
pub fn flash_attn<T>(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f32, _: crate::attention::AttnMask, _: std::option::Option<f32>, _: std::option::Option<f32>) -> candle_core::error::Result<candle_core::tensor::Tensor> where T: candle_core::dtype::WithDType { loop {} }
pub mod causal {
pub fn causal_decode_f32_interleaved(_: &[f32], _: &[f32], _: usize, _: usize, _: usize, _: usize, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn run_causal_attn_cpu<T>(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f32, _: usize, _: std::option::Option<f32>, _: std::option::Option<f32>) -> candle_core::error::Result<candle_core::tensor::Tensor> where T: candle_core::dtype::WithDType { loop {} }
}
pub mod standard {
pub fn run_flash_attn_cpu<T>(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: std::option::Option<&candle_core::tensor::Tensor>, _: f32, _: std::option::Option<f32>, _: std::option::Option<f32>) -> candle_core::error::Result<candle_core::tensor::Tensor> where T: candle_core::dtype::WithDType { loop {} }
}
pub mod varlen {
pub fn flash_attn_varlen_cpu(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: std::option::Option<&candle_core::tensor::Tensor>, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: usize, _: usize, _: f32, _: bool, _: std::option::Option<usize>, _: std::option::Option<usize>) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
}
}
pub mod varlen {
pub fn flash_attn_varlen_unfused(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: std::option::Option<&candle_core::tensor::Tensor>, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: usize, _: usize, _: f32, _: bool, _: std::option::Option<usize>, _: std::option::Option<usize>) -> std::result::Result<candle_core::tensor::Tensor, candle_core::error::Error> { loop {} }
}
}
pub mod batch_norm {
pub fn batch_norm<C: std::convert::Into<crate::batch_norm::BatchNormConfig>>(_: usize, _: C, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::batch_norm::BatchNorm> { loop {} }
pub struct BatchNorm {  }
pub struct BatchNormConfig { pub eps: f64, pub remove_mean: bool, pub affine: bool, pub momentum: f64 }
}
pub mod conv {
pub fn conv1d(_: usize, _: usize, _: usize, _: crate::conv::Conv1dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::Conv1d> { loop {} }
pub fn conv1d_no_bias(_: usize, _: usize, _: usize, _: crate::conv::Conv1dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::Conv1d> { loop {} }
pub fn conv2d(_: usize, _: usize, _: usize, _: crate::conv::Conv2dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::Conv2d> { loop {} }
pub fn conv2d_no_bias(_: usize, _: usize, _: usize, _: crate::conv::Conv2dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::Conv2d> { loop {} }
pub fn conv_transpose1d(_: usize, _: usize, _: usize, _: crate::conv::ConvTranspose1dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::ConvTranspose1d> { loop {} }
pub fn conv_transpose1d_no_bias(_: usize, _: usize, _: usize, _: crate::conv::ConvTranspose1dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::ConvTranspose1d> { loop {} }
pub fn conv_transpose2d(_: usize, _: usize, _: usize, _: crate::conv::ConvTranspose2dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::ConvTranspose2d> { loop {} }
pub fn conv_transpose2d_no_bias(_: usize, _: usize, _: usize, _: crate::conv::ConvTranspose2dConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::conv::ConvTranspose2d> { loop {} }
pub struct Conv1d {  }
pub struct Conv1dConfig { pub padding: usize, pub stride: usize, pub dilation: usize, pub groups: usize }
pub struct Conv2d {  }
pub struct Conv2dConfig { pub padding: usize, pub stride: usize, pub dilation: usize, pub groups: usize }
pub struct ConvTranspose1d {  }
pub struct ConvTranspose1dConfig { pub padding: usize, pub output_padding: usize, pub stride: usize, pub dilation: usize, pub groups: usize }
pub struct ConvTranspose2d {  }
pub struct ConvTranspose2dConfig { pub padding: usize, pub output_padding: usize, pub stride: usize, pub dilation: usize }
}
pub mod embedding {
pub fn embedding(_: usize, _: usize, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::embedding::Embedding> { loop {} }
pub struct Embedding {  }
}
pub mod encoding {
pub fn one_hot<D: candle_core::dtype::WithDType>(_: candle_core::tensor::Tensor, _: usize, _: D, _: D) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
}
pub mod group_norm {
pub fn group_norm(_: usize, _: usize, _: f64, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::group_norm::GroupNorm> { loop {} }
pub struct GroupNorm {  }
}
pub mod init {
pub const DEFAULT_KAIMING_NORMAL: crate::init::Init = loop {};
pub const DEFAULT_KAIMING_UNIFORM: crate::init::Init = loop {};
pub const ONE: crate::init::Init = loop {};
pub const ZERO: crate::init::Init = loop {};
pub enum FanInOut { FanIn, FanOut }
pub enum Init { Const(f64), Randn { mean: f64, stdev: f64 }, Uniform { lo: f64, up: f64 }, Kaiming { dist: crate::init::NormalOrUniform, fan: crate::init::FanInOut, non_linearity: crate::init::NonLinearity } }
pub enum NonLinearity { ReLU, Linear, Sigmoid, Tanh, SELU, ExplicitGain(f64) }
pub enum NormalOrUniform { Normal, Uniform }
}
pub mod layer_norm {
pub fn layer_norm<C: std::convert::Into<crate::layer_norm::LayerNormConfig>>(_: usize, _: C, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::layer_norm::LayerNorm> { loop {} }
pub fn layer_norm_no_bias(_: usize, _: f64, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::layer_norm::LayerNorm> { loop {} }
pub fn rms_norm(_: usize, _: f64, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::layer_norm::RmsNorm> { loop {} }
pub struct LayerNorm {  }
pub struct LayerNormConfig { pub eps: f64, pub remove_mean: bool, pub affine: bool }
pub struct RmsNorm(());
}
pub mod linear {
pub fn linear(_: usize, _: usize, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::linear::Linear> { loop {} }
pub fn linear_b(_: usize, _: usize, _: bool, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::linear::Linear> { loop {} }
pub fn linear_no_bias(_: usize, _: usize, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::linear::Linear> { loop {} }
pub struct Linear {  }
}
pub mod loss {
pub fn binary_cross_entropy_with_logit(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn cross_entropy(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn huber(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f64) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn mse(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn nll(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
}
pub mod ops {
pub fn dropout(_: &candle_core::tensor::Tensor, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn hard_sigmoid(_: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn layer_norm(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn layer_norm_slow(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn leaky_relu(_: &candle_core::tensor::Tensor, _: f64) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn log_softmax<D: candle_core::shape::Dim>(_: &candle_core::tensor::Tensor, _: D) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn mish(_: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn pixel_shuffle(_: &candle_core::tensor::Tensor, _: usize) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn pixel_unshuffle(_: &candle_core::tensor::Tensor, _: usize) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn replication_pad2d(_: &candle_core::tensor::Tensor, _: usize) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn rms_norm(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn rms_norm_slow(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn sdpa(_: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: &candle_core::tensor::Tensor, _: std::option::Option<&candle_core::tensor::Tensor>, _: bool, _: f32, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn selu(_: &candle_core::tensor::Tensor, _: f32, _: f32) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn sigmoid(_: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn silu(_: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn softmax<D: candle_core::shape::Dim>(_: &candle_core::tensor::Tensor, _: D) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn softmax_last_dim(_: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub fn swiglu(_: &candle_core::tensor::Tensor) -> candle_core::error::Result<candle_core::tensor::Tensor> { loop {} }
pub struct Dropout {  }
pub struct Identity;
}
pub mod optim {
pub struct AdamW {  }
pub struct ParamsAdamW { pub lr: f64, pub beta1: f64, pub beta2: f64, pub eps: f64, pub weight_decay: f64 }
pub struct SGD {  }
pub trait Optimizer: std::marker::Sized { type Config: std::marker::Sized; fn new(_: std::vec::Vec<candle_core::variable::Var>, _: Self::Config) -> candle_core::error::Result<Self>; fn step(&mut self, _: &candle_core::backprop::GradStore) -> candle_core::error::Result<()>; fn learning_rate(&self) -> f64; fn set_learning_rate(&mut self, _: f64); fn empty(_: Self::Config) -> candle_core::error::Result<Self> { loop {} } fn backward_step(&mut self, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<()> { loop {} } fn from_slice(_: &[&candle_core::variable::Var], _: Self::Config) -> candle_core::error::Result<Self> { loop {} } }
}
pub mod rnn {
pub enum Direction { Forward, Backward }
pub fn gru(_: usize, _: usize, _: crate::rnn::GRUConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::rnn::GRU> { loop {} }
pub fn lstm(_: usize, _: usize, _: crate::rnn::LSTMConfig, _: crate::var_builder::VarBuilder<'_>) -> candle_core::error::Result<crate::rnn::LSTM> { loop {} }
pub struct GRU {  }
pub struct GRUConfig { pub w_ih_init: crate::init::Init, pub w_hh_init: crate::init::Init, pub b_ih_init: std::option::Option<crate::init::Init>, pub b_hh_init: std::option::Option<crate::init::Init> }
pub struct GRUState { pub h: candle_core::tensor::Tensor }
pub struct LSTM {  }
pub struct LSTMConfig { pub w_ih_init: crate::init::Init, pub w_hh_init: crate::init::Init, pub b_ih_init: std::option::Option<crate::init::Init>, pub b_hh_init: std::option::Option<crate::init::Init>, pub layer_idx: usize, pub direction: crate::rnn::Direction }
pub struct LSTMState { pub h: candle_core::tensor::Tensor, pub c: candle_core::tensor::Tensor }
pub trait RNN { type State: std::clone::Clone; fn zero_state(&self, _: usize) -> candle_core::error::Result<Self::State>; fn step(&self, _: &candle_core::tensor::Tensor, _: &Self::State) -> candle_core::error::Result<Self::State>; fn seq(&self, _: &candle_core::tensor::Tensor) -> candle_core::error::Result<std::vec::Vec<Self::State>> { loop {} } fn seq_init(&self, _: &candle_core::tensor::Tensor, _: &Self::State) -> candle_core::error::Result<std::vec::Vec<Self::State>> { loop {} } fn states_to_tensor(&self, _: &[Self::State]) -> candle_core::error::Result<candle_core::tensor::Tensor>; }
}
pub mod sequential {
pub fn seq() -> crate::sequential::Sequential { loop {} }
pub struct Sequential {  }
}
pub mod var_builder {
pub struct Rename<'a, R: crate::var_builder::Renamer> {  }
pub struct SafeTensorWithRouting<'a> {  }
pub struct Shard { pub dim: usize, pub rank: usize, pub world_size: usize }
pub struct ShardedSafeTensors(());
pub struct VarBuilderArgs<'a, B: crate::var_builder::Backend> { pub dtype: candle_core::dtype::DType }
pub trait Backend: std::marker::Send + std::marker::Sync { type Hints: std::default::Default; fn get(&self, _: candle_core::shape::Shape, _: &str, _: Self::Hints, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<candle_core::tensor::Tensor>; fn get_unchecked(&self, _: &str, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<candle_core::tensor::Tensor>; fn contains_tensor(&self, _: &str) -> bool; }
pub trait Renamer { fn rename(&self, _: &str) -> std::borrow::Cow<'_, str>; }
pub trait SimpleBackend: std::marker::Send + std::marker::Sync { fn get(&self, _: candle_core::shape::Shape, _: &str, _: crate::init::Init, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<candle_core::tensor::Tensor>; fn get_unchecked(&self, _: &str, _: candle_core::dtype::DType, _: &candle_core::device::Device) -> candle_core::error::Result<candle_core::tensor::Tensor>; fn contains_tensor(&self, _: &str) -> bool; }
pub type ShardedVarBuilder<'a> = crate::var_builder::VarBuilderArgs<'a, crate::var_builder::ShardedSafeTensors>;
pub type VarBuilder<'a> = crate::var_builder::VarBuilderArgs<'a, std::boxed::Box<dyn crate::var_builder::SimpleBackend + 'a>>;
}
pub mod var_map {
pub struct VarMap {  }
}
pub mod varlen_attention {
pub use crate::attention::varlen::*;
}
