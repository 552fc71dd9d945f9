//! The signatures of candle_core, for rust-analyzer alone: written by signatures.py.
impl crate::ToUsize2 for (usize, usize, ) {  }
impl crate::ToUsize2 for usize {  }
impl crate::backprop::GradStore {
pub fn get_id(&self, _: crate::tensor::TensorId) -> std::option::Option<&crate::tensor::Tensor> { loop {} }
pub fn get(&self, _: &crate::tensor::Tensor) -> std::option::Option<&crate::tensor::Tensor> { loop {} }
pub fn remove(&mut self, _: &crate::tensor::Tensor) -> std::option::Option<crate::tensor::Tensor> { loop {} }
pub fn insert(&mut self, _: &crate::tensor::Tensor, _: crate::tensor::Tensor) -> std::option::Option<crate::tensor::Tensor> { loop {} }
pub fn insert_id(&mut self, _: crate::tensor::TensorId, _: crate::tensor::Tensor) -> std::option::Option<crate::tensor::Tensor> { loop {} }
pub fn extend(&mut self, _: Self) -> crate::error::Result<()> { loop {} }
pub fn get_ids(&self) -> impl std::iter::Iterator<Item = &crate::tensor::TensorId> { loop {} }
}
impl crate::device::Device {
pub fn new_cuda(_: usize) -> crate::error::Result<Self> { loop {} }
pub fn new_cuda_with_stream(_: usize) -> crate::error::Result<Self> { loop {} }
pub fn new_metal(_: usize) -> crate::error::Result<Self> { loop {} }
pub fn with_context<F, R>(&self, _: F) -> R where F: std::ops::FnOnce() -> R + std::marker::Send, R: std::marker::Send { loop {} }
pub fn set_seed(&self, _: u64) -> crate::error::Result<()> { loop {} }
pub fn get_current_seed(&self) -> crate::error::Result<u64> { loop {} }
pub fn same_device(&self, _: &Self) -> bool { loop {} }
pub fn location(&self) -> crate::device::DeviceLocation { loop {} }
pub fn is_cpu(&self) -> bool { loop {} }
pub fn is_cuda(&self) -> bool { loop {} }
pub fn is_metal(&self) -> bool { loop {} }
pub fn supports_bf16(&self) -> bool { loop {} }
pub fn bf16_default_to_f32(&self) -> crate::dtype::DType { loop {} }
pub fn cuda_if_available(_: usize) -> crate::error::Result<Self> { loop {} }
pub fn metal_if_available(_: usize) -> crate::error::Result<Self> { loop {} }
pub fn synchronize(&self) -> crate::error::Result<()> { loop {} }
}
impl crate::dtype::DType {
pub fn as_str(&self) -> &'static str { loop {} }
pub fn size_in_bytes(&self) -> usize { loop {} }
pub fn is_int(&self) -> bool { loop {} }
pub fn is_float(&self) -> bool { loop {} }
}
impl crate::dtype::FloatDType for f32 {  }
impl crate::dtype::FloatDType for f64 {  }
impl crate::dtype::IntDType for i16 {  }
impl crate::dtype::IntDType for i32 {  }
impl crate::dtype::IntDType for i64 {  }
impl crate::dtype::IntDType for u32 {  }
impl crate::dtype::IntDType for u8 {  }
impl crate::dtype::WithDType for f32 {  }
impl crate::dtype::WithDType for f64 {  }
impl crate::dtype::WithDType for i16 {  }
impl crate::dtype::WithDType for i32 {  }
impl crate::dtype::WithDType for i64 {  }
impl crate::dtype::WithDType for u32 {  }
impl crate::dtype::WithDType for u8 {  }
impl crate::error::Error {
pub fn wrap(_: impl std::fmt::Display + std::marker::Send + std::marker::Sync + 'static) -> Self { loop {} }
pub fn msg(_: impl std::fmt::Display) -> Self { loop {} }
pub fn debug(_: impl std::marker::Sized) -> Self { loop {} }
pub fn bt(self) -> Self { loop {} }
pub fn with_path<P: std::convert::AsRef<std::path::Path>>(self, _: P) -> Self { loop {} }
pub fn context(self, _: impl std::fmt::Display + std::marker::Send + std::marker::Sync + 'static) -> Self { loop {} }
}
impl crate::layout::Layout {
pub fn new(_: crate::shape::Shape, _: std::vec::Vec<usize>, _: usize) -> Self { loop {} }
pub fn contiguous_with_offset<S: std::convert::Into<crate::shape::Shape>>(_: S, _: usize) -> Self { loop {} }
pub fn contiguous<S: std::convert::Into<crate::shape::Shape>>(_: S) -> Self { loop {} }
pub fn dims(&self) -> &[usize] { loop {} }
pub fn dim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<usize> { loop {} }
pub fn shape(&self) -> &crate::shape::Shape { loop {} }
pub fn stride(&self) -> &[usize] { loop {} }
pub fn start_offset(&self) -> usize { loop {} }
pub fn has_internal_overlap(&self) -> bool { loop {} }
pub fn relation(&self, _: &Self) -> crate::layout::LayoutRelation { loop {} }
pub fn contiguous_offsets(&self) -> std::option::Option<(usize, usize, )> { loop {} }
pub fn is_contiguous(&self) -> bool { loop {} }
pub fn is_fortran_contiguous(&self) -> bool { loop {} }
pub fn is_scalar(&self) -> bool { loop {} }
pub fn is_scalar_broadcast(&self) -> bool { loop {} }
pub fn is_scalar_like(&self) -> bool { loop {} }
pub fn narrow(&self, _: usize, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn transpose(&self, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn permute(&self, _: &[usize]) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_as<S: std::convert::Into<crate::shape::Shape>>(&self, _: S) -> crate::error::Result<Self> { loop {} }
}
impl crate::scalar::Scalar {
pub fn zero(_: crate::dtype::DType) -> Self { loop {} }
pub fn one(_: crate::dtype::DType) -> Self { loop {} }
pub fn dtype(&self) -> crate::dtype::DType { loop {} }
pub fn to_f64(&self) -> f64 { loop {} }
}
impl crate::scalar::TensorOrScalar for &crate::tensor::Tensor {  }
impl crate::shape::Dim for crate::shape::D {  }
impl crate::shape::Dim for usize {  }
impl crate::shape::Dims for &[usize] {  }
impl crate::shape::Dims for () {  }
impl crate::shape::Dims for std::vec::Vec<usize> {  }
impl crate::shape::Shape {
pub fn dims0(&self) -> crate::error::Result<()> { loop {} }
}
impl crate::shape::Shape {
pub fn dims1(&self) -> crate::error::Result<usize> { loop {} }
}
impl crate::shape::Shape {
pub fn dims2(&self) -> crate::error::Result<(usize, usize, )> { loop {} }
}
impl crate::shape::Shape {
pub fn dims3(&self) -> crate::error::Result<(usize, usize, usize, )> { loop {} }
}
impl crate::shape::Shape {
pub fn dims4(&self) -> crate::error::Result<(usize, usize, usize, usize, )> { loop {} }
}
impl crate::shape::Shape {
pub fn dims5(&self) -> crate::error::Result<(usize, usize, usize, usize, usize, )> { loop {} }
}
impl crate::shape::Shape {
pub fn from_dims(_: &[usize]) -> Self { loop {} }
pub fn rank(&self) -> usize { loop {} }
pub fn into_dims(self) -> std::vec::Vec<usize> { loop {} }
pub fn dims(&self) -> &[usize] { loop {} }
pub fn dim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<usize> { loop {} }
pub fn elem_count(&self) -> usize { loop {} }
pub fn is_contiguous(&self, _: &[usize]) -> bool { loop {} }
pub fn is_fortran_contiguous(&self, _: &[usize]) -> bool { loop {} }
pub fn extend(self, _: &[usize]) -> Self { loop {} }
pub fn broadcast_shape_binary_op(&self, _: &Self, _: &'static str) -> crate::error::Result<crate::shape::Shape> { loop {} }
}
impl crate::shape::ShapeWithOneHole for ((), ) {  }
impl crate::shape::ShapeWithOneHole for ((), usize, ) {  }
impl crate::shape::ShapeWithOneHole for ((), usize, usize, ) {  }
impl crate::shape::ShapeWithOneHole for ((), usize, usize, usize, ) {  }
impl crate::shape::ShapeWithOneHole for ((), usize, usize, usize, usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, (), ) {  }
impl crate::shape::ShapeWithOneHole for (usize, (), usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, (), usize, usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, (), usize, usize, usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, usize, (), ) {  }
impl crate::shape::ShapeWithOneHole for (usize, usize, (), usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, usize, (), usize, usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, usize, usize, (), ) {  }
impl crate::shape::ShapeWithOneHole for (usize, usize, usize, (), usize, ) {  }
impl crate::shape::ShapeWithOneHole for (usize, usize, usize, usize, (), ) {  }
impl crate::tensor::Tensor {
pub fn apply_op1_no_bwd<C>(&self, _: &C) -> crate::error::Result<Self> { loop {} }
pub fn apply_op2_no_bwd<C>(&self, _: &Self, _: &C) -> crate::error::Result<Self> { loop {} }
pub fn apply_op3_no_bwd<C>(&self, _: &Self, _: &Self, _: &C) -> crate::error::Result<Self> { loop {} }
pub fn apply_op1_arc(&self, _: impl std::marker::Sized) -> crate::error::Result<Self> { loop {} }
pub fn apply_op1<C: 'static + std::marker::Send + std::marker::Sync>(&self, _: C) -> crate::error::Result<Self> { loop {} }
pub fn apply_op2_arc(&self, _: &Self, _: impl std::marker::Sized) -> crate::error::Result<Self> { loop {} }
pub fn apply_op2<C: 'static + std::marker::Send + std::marker::Sync>(&self, _: &Self, _: C) -> crate::error::Result<Self> { loop {} }
pub fn apply_op3_arc(&self, _: &Self, _: &Self, _: impl std::marker::Sized) -> crate::error::Result<Self> { loop {} }
pub fn apply_op3<C: 'static + std::marker::Send + std::marker::Sync>(&self, _: &Self, _: &Self, _: C) -> crate::error::Result<Self> { loop {} }
}
impl crate::tensor::Tensor {
pub fn arg_sort_last_dim(&self, _: bool) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn sort_last_dim(&self, _: bool) -> crate::error::Result<(crate::tensor::Tensor, crate::tensor::Tensor, )> { loop {} }
}
impl crate::tensor::Tensor {
pub fn cat<A: std::convert::AsRef<crate::tensor::Tensor>, D: crate::shape::Dim>(_: &[A], _: D) -> crate::error::Result<Self> { loop {} }
pub fn slice_set<D: crate::shape::Dim>(&self, _: &Self, _: D, _: usize) -> crate::error::Result<()> { loop {} }
}
impl crate::tensor::Tensor {
pub fn conv1d(&self, _: &Self, _: usize, _: usize, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn conv1d_with_algo(&self, _: &Self, _: usize, _: usize, _: usize, _: usize, _: impl std::marker::Sized) -> crate::error::Result<Self> { loop {} }
pub fn conv_transpose1d(&self, _: &Self, _: usize, _: usize, _: usize, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn conv2d(&self, _: &Self, _: usize, _: usize, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn conv2d_with_algo(&self, _: &Self, _: usize, _: usize, _: usize, _: usize, _: impl std::marker::Sized) -> crate::error::Result<Self> { loop {} }
pub fn conv_transpose2d(&self, _: &Self, _: usize, _: usize, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
}
impl crate::tensor::Tensor {
pub fn dims0(&self) -> crate::error::Result<()> { loop {} }
}
impl crate::tensor::Tensor {
pub fn dims1(&self) -> crate::error::Result<usize> { loop {} }
}
impl crate::tensor::Tensor {
pub fn dims2(&self) -> crate::error::Result<(usize, usize, )> { loop {} }
}
impl crate::tensor::Tensor {
pub fn dims3(&self) -> crate::error::Result<(usize, usize, usize, )> { loop {} }
}
impl crate::tensor::Tensor {
pub fn dims4(&self) -> crate::error::Result<(usize, usize, usize, usize, )> { loop {} }
}
impl crate::tensor::Tensor {
pub fn dims5(&self) -> crate::error::Result<(usize, usize, usize, usize, usize, )> { loop {} }
}
impl crate::tensor::Tensor {
pub fn from_raw_buffer(_: &[u8], _: crate::dtype::DType, _: &[usize], _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
}
impl crate::tensor::Tensor {
pub fn inplace_op1<C>(&self, _: &C) -> crate::error::Result<()> { loop {} }
pub fn inplace_op2<C>(&self, _: &Self, _: &C) -> crate::error::Result<()> { loop {} }
pub fn inplace_op3<C>(&self, _: &Self, _: &Self, _: &C) -> crate::error::Result<()> { loop {} }
}
impl crate::tensor::Tensor {
pub fn ones<S: std::convert::Into<crate::shape::Shape>>(_: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn const_set(&self, _: crate::scalar::Scalar) -> crate::error::Result<()> { loop {} }
pub fn zero_set(&self) -> crate::error::Result<()> { loop {} }
pub fn one_set(&self) -> crate::error::Result<()> { loop {} }
pub fn ones_like(&self) -> crate::error::Result<Self> { loop {} }
pub fn zeros<S: std::convert::Into<crate::shape::Shape>>(_: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn zeros_like(&self) -> crate::error::Result<Self> { loop {} }
pub fn empty<S: std::convert::Into<crate::shape::Shape>>(_: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn empty_like(&self) -> crate::error::Result<Self> { loop {} }
pub fn rand<S: std::convert::Into<crate::shape::Shape>, T: crate::dtype::FloatDType>(_: T, _: T, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn rand_like(&self, _: f64, _: f64) -> crate::error::Result<Self> { loop {} }
pub fn randn_like(&self, _: f64, _: f64) -> crate::error::Result<Self> { loop {} }
pub fn randn<S: std::convert::Into<crate::shape::Shape>, T: crate::dtype::FloatDType>(_: T, _: T, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn new<A: crate::device::NdArray>(_: A, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn full<D: crate::dtype::WithDType, S: std::convert::Into<crate::shape::Shape>>(_: D, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn from_iter<D: crate::dtype::WithDType>(_: impl std::iter::IntoIterator<Item = D>, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn arange<D: crate::dtype::WithDType>(_: D, _: D, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn arange_step<D: crate::dtype::WithDType>(_: D, _: D, _: D, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn from_vec<S: crate::shape::ShapeWithOneHole, D: crate::dtype::WithDType>(_: std::vec::Vec<D>, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn from_slice<S: crate::shape::ShapeWithOneHole, D: crate::dtype::WithDType>(_: &[D], _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn track_op(&self) -> bool { loop {} }
pub fn from_storage<S: std::convert::Into<crate::shape::Shape>>(_: impl std::marker::Sized, _: S, _: impl std::marker::Sized, _: bool) -> crate::tensor::Tensor { loop {} }
pub fn add(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn mul(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn sub(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn div(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn maximum<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn minimum<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_add(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_mul(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_sub(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_div(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_maximum(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_minimum(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_eq(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_ne(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_lt(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_le(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_gt(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_ge(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn recip(&self) -> crate::error::Result<Self> { loop {} }
pub fn neg(&self) -> crate::error::Result<Self> { loop {} }
pub fn exp(&self) -> crate::error::Result<Self> { loop {} }
pub fn log(&self) -> crate::error::Result<Self> { loop {} }
pub fn sin(&self) -> crate::error::Result<Self> { loop {} }
pub fn cos(&self) -> crate::error::Result<Self> { loop {} }
pub fn tanh(&self) -> crate::error::Result<Self> { loop {} }
pub fn abs(&self) -> crate::error::Result<Self> { loop {} }
pub fn sqr(&self) -> crate::error::Result<Self> { loop {} }
pub fn sqrt(&self) -> crate::error::Result<Self> { loop {} }
pub fn gelu(&self) -> crate::error::Result<Self> { loop {} }
pub fn gelu_erf(&self) -> crate::error::Result<Self> { loop {} }
pub fn erf(&self) -> crate::error::Result<Self> { loop {} }
pub fn relu(&self) -> crate::error::Result<Self> { loop {} }
pub fn silu(&self) -> crate::error::Result<Self> { loop {} }
pub fn ceil(&self) -> crate::error::Result<Self> { loop {} }
pub fn floor(&self) -> crate::error::Result<Self> { loop {} }
pub fn round(&self) -> crate::error::Result<Self> { loop {} }
pub fn sign(&self) -> crate::error::Result<Self> { loop {} }
pub fn round_to(&self, _: i32) -> crate::error::Result<Self> { loop {} }
pub fn to_scalar<S: crate::dtype::WithDType>(&self) -> crate::error::Result<S> { loop {} }
pub fn to_vec0<S: crate::dtype::WithDType>(&self) -> crate::error::Result<S> { loop {} }
pub fn repeat<S: std::convert::Into<crate::shape::Shape>>(&self, _: S) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn meshgrid<A: std::convert::AsRef<crate::tensor::Tensor>>(_: &[A], _: bool) -> crate::error::Result<std::vec::Vec<Self>> { loop {} }
pub fn affine(&self, _: f64, _: f64) -> crate::error::Result<Self> { loop {} }
pub fn elu(&self, _: f64) -> crate::error::Result<Self> { loop {} }
pub fn powf(&self, _: f64) -> crate::error::Result<Self> { loop {} }
pub fn chunk<D: crate::shape::Dim>(&self, _: usize, _: D) -> crate::error::Result<std::vec::Vec<Self>> { loop {} }
pub fn narrow<D: crate::shape::Dim>(&self, _: D, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn roll<D>(&self, _: i32, _: D) -> crate::error::Result<Self> where D: crate::shape::Dim + std::clone::Clone { loop {} }
pub fn sum_keepdim<D: crate::shape::Dims>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn sum<D: crate::shape::Dims>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn mean_keepdim<D: crate::shape::Dims>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn mean<D: crate::shape::Dims>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn var_keepdim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn var<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn max_keepdim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn max<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn min_keepdim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn min<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn argmax_keepdim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn argmax<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn argmin_keepdim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn argmin<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn cmp<T: crate::scalar::TensorOrScalar>(&self, _: T, _: impl std::marker::Sized) -> crate::error::Result<Self> { loop {} }
pub fn eq<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn ne<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn lt<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn gt<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn ge<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn le<T: crate::scalar::TensorOrScalar>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn clamp<T1: crate::scalar::TensorOrScalar, T2: crate::scalar::TensorOrScalar>(&self, _: T1, _: T2) -> crate::error::Result<Self> { loop {} }
pub fn interpolate1d(&self, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn upsample_nearest1d(&self, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn interpolate2d(&self, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn upsample_nearest2d(&self, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn upsample_bilinear2d(&self, _: usize, _: usize, _: bool) -> crate::error::Result<Self> { loop {} }
pub fn upsample_bilinear2d_with_scale(&self, _: f64, _: f64, _: bool) -> crate::error::Result<Self> { loop {} }
pub fn avg_pool2d<T: crate::ToUsize2>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn avg_pool2d_with_stride<T: crate::ToUsize2>(&self, _: T, _: T) -> crate::error::Result<Self> { loop {} }
pub fn max_pool2d<T: crate::ToUsize2>(&self, _: T) -> crate::error::Result<Self> { loop {} }
pub fn max_pool2d_with_stride<T: crate::ToUsize2>(&self, _: T, _: T) -> crate::error::Result<Self> { loop {} }
pub fn dot(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn norm(&self) -> crate::error::Result<Self> { loop {} }
pub fn mv(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn matmul(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_matmul(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn where_cond(&self, _: &Self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn embedding(&self, _: &Self) -> crate::error::Result<Self> { loop {} }
pub fn scatter<D: crate::shape::Dim>(&self, _: &Self, _: &Self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn scatter_set<D: crate::shape::Dim>(&self, _: &Self, _: &Self, _: D) -> crate::error::Result<()> { loop {} }
pub fn scatter_add<D: crate::shape::Dim>(&self, _: &Self, _: &Self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn scatter_add_set<D: crate::shape::Dim>(&self, _: &Self, _: &Self, _: D) -> crate::error::Result<()> { loop {} }
pub fn slice_scatter<D: crate::shape::Dim>(&self, _: &Self, _: D, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn slice_scatter0(&self, _: &Self, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn index_add<D: crate::shape::Dim>(&self, _: &Self, _: &Self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn gather<D: crate::shape::Dim>(&self, _: &Self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn index_select<D: crate::shape::Dim>(&self, _: &Self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn to_vec1<S: crate::dtype::WithDType>(&self) -> crate::error::Result<std::vec::Vec<S>> { loop {} }
pub fn to_vec2<S: crate::dtype::WithDType>(&self) -> crate::error::Result<std::vec::Vec<std::vec::Vec<S>>> { loop {} }
pub fn to_vec3<S: crate::dtype::WithDType>(&self) -> crate::error::Result<std::vec::Vec<std::vec::Vec<std::vec::Vec<S>>>> { loop {} }
pub fn dtype(&self) -> crate::dtype::DType { loop {} }
pub fn device(&self) -> &crate::device::Device { loop {} }
pub fn shape(&self) -> &crate::shape::Shape { loop {} }
pub fn dims(&self) -> &[usize] { loop {} }
pub fn dim<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<usize> { loop {} }
pub fn layout(&self) -> &crate::layout::Layout { loop {} }
pub fn stride(&self) -> &[usize] { loop {} }
pub fn rank(&self) -> usize { loop {} }
pub fn elem_count(&self) -> usize { loop {} }
pub fn id(&self) -> crate::tensor::TensorId { loop {} }
pub fn is_variable(&self) -> bool { loop {} }
pub fn max_all(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn min_all(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn sum_all(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn mean_all(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn flatten<D1: crate::shape::Dim, D2: crate::shape::Dim>(&self, _: D1, _: D2) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn flatten_to<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn flatten_from<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn flatten_all(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn get(&self, _: usize) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn get_on_dim<D: crate::shape::Dim>(&self, _: D, _: usize) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn t(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn transpose<D1: crate::shape::Dim, D2: crate::shape::Dim>(&self, _: D1, _: D2) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn permute<D: crate::shape::Dims>(&self, _: D) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn is_contiguous(&self) -> bool { loop {} }
pub fn is_fortran_contiguous(&self) -> bool { loop {} }
pub fn copy(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn detach(&self) -> crate::tensor::Tensor { loop {} }
pub fn to_device(&self, _: &crate::device::Device) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn broadcast_left<S: std::convert::Into<crate::shape::Shape>>(&self, _: S) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_as<S: std::convert::Into<crate::shape::Shape>>(&self, _: S) -> crate::error::Result<Self> { loop {} }
pub fn expand<S: std::convert::Into<crate::shape::Shape>>(&self, _: S) -> crate::error::Result<Self> { loop {} }
pub fn to_dtype(&self, _: crate::dtype::DType) -> crate::error::Result<Self> { loop {} }
pub fn contiguous(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn force_contiguous(&self) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn reshape<S: crate::shape::ShapeWithOneHole>(&self, _: S) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn squeeze<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn unsqueeze<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn stack<A: std::convert::AsRef<crate::tensor::Tensor>, D: crate::shape::Dim>(_: &[A], _: D) -> crate::error::Result<Self> { loop {} }
pub fn pad_with_zeros<D: crate::shape::Dim>(&self, _: D, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn pad_with_same<D: crate::shape::Dim>(&self, _: D, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
pub fn apply<M: crate::Module>(&self, _: &M) -> crate::error::Result<Self> { loop {} }
pub fn apply_t<M: crate::ModuleT>(&self, _: &M, _: bool) -> crate::error::Result<Self> { loop {} }
pub fn normalize_axis(&self, _: i64) -> crate::error::Result<usize> { loop {} }
pub fn tril2(_: usize, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn triu2(_: usize, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn eye(_: usize, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn cumsum<D: crate::shape::Dim>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn slice_assign<D: std::ops::RangeBounds<usize>>(&self, _: &[D], _: &crate::tensor::Tensor) -> crate::error::Result<Self> { loop {} }
pub fn log_sum_exp<D: crate::shape::Dims>(&self, _: D) -> crate::error::Result<Self> { loop {} }
pub fn pow(&self, _: &crate::tensor::Tensor) -> crate::error::Result<Self> { loop {} }
pub fn broadcast_pow(&self, _: &crate::tensor::Tensor) -> crate::error::Result<Self> { loop {} }
pub fn flip(&self, _: &[usize]) -> crate::error::Result<crate::tensor::Tensor> { loop {} }
pub fn unfold<D: crate::shape::Dim>(&self, _: D, _: usize, _: usize) -> crate::error::Result<Self> { loop {} }
}
impl crate::tensor::Tensor {
pub fn read_npy<T: std::convert::AsRef<std::path::Path>>(_: T) -> crate::error::Result<Self> { loop {} }
pub fn read_npz<T: std::convert::AsRef<std::path::Path>>(_: T) -> crate::error::Result<std::vec::Vec<(std::string::String, Self, )>> { loop {} }
pub fn read_npz_by_name<T: std::convert::AsRef<std::path::Path>>(_: T, _: &[&str]) -> crate::error::Result<std::vec::Vec<Self>> { loop {} }
pub fn write_npy<T: std::convert::AsRef<std::path::Path>>(&self, _: T) -> crate::error::Result<()> { loop {} }
pub fn write_npz<S: std::convert::AsRef<str>, T: std::convert::AsRef<crate::tensor::Tensor>, P: std::convert::AsRef<std::path::Path>>(_: &[(S, T, )], _: P) -> crate::error::Result<()> { loop {} }
}
impl crate::tensor::Tensor {
pub fn save_safetensors<P: std::convert::AsRef<std::path::Path>>(&self, _: &str, _: P) -> crate::error::Result<()> { loop {} }
}
impl crate::tensor::Tensor {
pub fn sorted_nodes(&self) -> std::vec::Vec<&crate::tensor::Tensor> { loop {} }
pub fn backward(&self) -> crate::error::Result<crate::backprop::GradStore> { loop {} }
}
impl crate::tensor::Tensor {
pub fn write_bytes<W: std::io::Write>(&self, _: &mut W) -> crate::error::Result<()> { loop {} }
}
impl crate::variable::Var {
pub fn zeros<S: std::convert::Into<crate::shape::Shape>>(_: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn ones<S: std::convert::Into<crate::shape::Shape>>(_: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn from_tensor(_: &crate::tensor::Tensor) -> crate::error::Result<Self> { loop {} }
pub fn rand_f64<S: std::convert::Into<crate::shape::Shape>>(_: f64, _: f64, _: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn randn_f64<S: std::convert::Into<crate::shape::Shape>>(_: f64, _: f64, _: S, _: crate::dtype::DType, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn rand<S: std::convert::Into<crate::shape::Shape>, T: crate::dtype::FloatDType>(_: T, _: T, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn randn<S: std::convert::Into<crate::shape::Shape>, T: crate::dtype::FloatDType>(_: T, _: T, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn new<A: crate::device::NdArray>(_: A, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn from_vec<S: std::convert::Into<crate::shape::Shape>, D: crate::dtype::WithDType>(_: std::vec::Vec<D>, _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn from_slice<S: std::convert::Into<crate::shape::Shape>, D: crate::dtype::WithDType>(_: &[D], _: S, _: &crate::device::Device) -> crate::error::Result<Self> { loop {} }
pub fn as_detached_tensor(&self) -> crate::tensor::Tensor { loop {} }
pub fn as_tensor(&self) -> &crate::tensor::Tensor { loop {} }
pub fn into_inner(self) -> crate::tensor::Tensor { loop {} }
pub fn set(&self, _: &crate::tensor::Tensor) -> crate::error::Result<()> { loop {} }
}
impl std::clone::Clone for crate::device::Device {  }
impl std::clone::Clone for crate::device::DeviceLocation {  }
impl std::clone::Clone for crate::dtype::DType {  }
impl std::clone::Clone for crate::error::MatMulUnexpectedStriding {  }
impl std::clone::Clone for crate::layout::Layout {  }
impl std::clone::Clone for crate::layout::LayoutRelation {  }
impl std::clone::Clone for crate::scalar::Scalar {  }
impl std::clone::Clone for crate::shape::D {  }
impl std::clone::Clone for crate::shape::Shape {  }
impl std::clone::Clone for crate::tensor::Tensor {  }
impl std::clone::Clone for crate::tensor::TensorId {  }
impl std::clone::Clone for crate::variable::Var {  }
impl std::convert::AsRef<crate::tensor::Tensor> for crate::tensor::Tensor {  }
impl std::convert::From<&[u32]> for crate::indexer::TensorIndexer {  }
impl std::convert::From<&[usize]> for crate::shape::Shape {  }
impl std::convert::From<&crate::shape::Shape> for crate::shape::Shape {  }
impl std::convert::From<&crate::tensor::Tensor> for crate::indexer::TensorIndexer {  }
impl std::convert::From<()> for crate::shape::Shape {  }
impl std::convert::From<(usize, )> for crate::shape::Shape {  }
impl std::convert::From<(usize, usize, )> for crate::shape::Shape {  }
impl std::convert::From<(usize, usize, usize, )> for crate::shape::Shape {  }
impl std::convert::From<(usize, usize, usize, usize, )> for crate::shape::Shape {  }
impl std::convert::From<(usize, usize, usize, usize, usize, )> for crate::shape::Shape {  }
impl std::convert::From<(usize, usize, usize, usize, usize, usize, )> for crate::shape::Shape {  }
impl std::convert::From<std::error::Error> for crate::error::Error {  }
impl std::convert::From<std::vec::Vec<u32>> for crate::indexer::TensorIndexer {  }
impl std::convert::From<std::vec::Vec<usize>> for crate::shape::Shape {  }
impl std::convert::From<usize> for crate::indexer::TensorIndexer {  }
impl std::convert::From<usize> for crate::shape::Shape {  }
impl std::convert::TryFrom<&crate::tensor::Tensor> for f32 { type Error = crate::error::Error; }
impl std::convert::TryFrom<&crate::tensor::Tensor> for f64 { type Error = crate::error::Error; }
impl std::convert::TryFrom<&crate::tensor::Tensor> for i16 { type Error = crate::error::Error; }
impl std::convert::TryFrom<&crate::tensor::Tensor> for i32 { type Error = crate::error::Error; }
impl std::convert::TryFrom<&crate::tensor::Tensor> for i64 { type Error = crate::error::Error; }
impl std::convert::TryFrom<&crate::tensor::Tensor> for u32 { type Error = crate::error::Error; }
impl std::convert::TryFrom<&crate::tensor::Tensor> for u8 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for f32 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for f64 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for i16 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for i32 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for i64 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for u32 { type Error = crate::error::Error; }
impl std::convert::TryFrom<crate::tensor::Tensor> for u8 { type Error = crate::error::Error; }
impl std::convert::TryFrom<f32> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryFrom<f64> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryFrom<i16> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryFrom<i32> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryFrom<i64> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryFrom<u32> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryFrom<u8> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl std::convert::TryInto<()> for crate::shape::Shape { type Error = crate::error::Error; }
impl std::convert::TryInto<(usize, usize, )> for crate::shape::Shape { type Error = crate::error::Error; }
impl std::convert::TryInto<(usize, usize, usize, )> for crate::shape::Shape { type Error = crate::error::Error; }
impl std::convert::TryInto<(usize, usize, usize, usize, )> for crate::shape::Shape { type Error = crate::error::Error; }
impl std::convert::TryInto<(usize, usize, usize, usize, usize, )> for crate::shape::Shape { type Error = crate::error::Error; }
impl std::convert::TryInto<usize> for crate::shape::Shape { type Error = crate::error::Error; }
impl std::default::Default for crate::backprop::GradStore {  }
impl std::error::Error for crate::dtype::DTypeParseError {  }
impl std::error::Error for crate::error::Error {  }
impl std::fmt::Display for crate::dtype::DTypeParseError {  }
impl std::fmt::Display for crate::error::Error {  }
impl std::fmt::Display for crate::tensor::Tensor {  }
impl std::fmt::Display for crate::variable::Var {  }
impl std::marker::Copy for crate::device::DeviceLocation {  }
impl std::marker::Copy for crate::dtype::DType {  }
impl std::marker::Copy for crate::layout::LayoutRelation {  }
impl std::marker::Copy for crate::scalar::Scalar {  }
impl std::marker::Copy for crate::shape::D {  }
impl std::marker::Copy for crate::tensor::TensorId {  }
impl std::ops::Add<&crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Add<crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Add<f64> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Add<f64> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Deref for crate::tensor::Tensor { type Target = crate::tensor::Tensor_; }
impl std::ops::Deref for crate::variable::Var { type Target = crate::tensor::Tensor; }
impl std::ops::Div<&crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Div<crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Div<f64> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Div<f64> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Mul<&crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Mul<crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Mul<f64> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Mul<f64> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Sub<&crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Sub<crate::tensor::Tensor> for f64 { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Sub<f64> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::ops::Sub<f64> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl std::str::FromStr for crate::dtype::DType { type Err = crate::dtype::DTypeParseError; }
impl<A, B, C, D, E, F, G> crate::indexer::IndexOp<(A, B, C, D, E, F, G, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer>, B: std::convert::Into<crate::indexer::TensorIndexer>, C: std::convert::Into<crate::indexer::TensorIndexer>, D: std::convert::Into<crate::indexer::TensorIndexer>, E: std::convert::Into<crate::indexer::TensorIndexer>, F: std::convert::Into<crate::indexer::TensorIndexer>, G: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<A, B, C, D, E, F> crate::indexer::IndexOp<(A, B, C, D, E, F, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer>, B: std::convert::Into<crate::indexer::TensorIndexer>, C: std::convert::Into<crate::indexer::TensorIndexer>, D: std::convert::Into<crate::indexer::TensorIndexer>, E: std::convert::Into<crate::indexer::TensorIndexer>, F: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<A, B, C, D, E> crate::indexer::IndexOp<(A, B, C, D, E, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer>, B: std::convert::Into<crate::indexer::TensorIndexer>, C: std::convert::Into<crate::indexer::TensorIndexer>, D: std::convert::Into<crate::indexer::TensorIndexer>, E: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<A, B, C, D> crate::indexer::IndexOp<(A, B, C, D, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer>, B: std::convert::Into<crate::indexer::TensorIndexer>, C: std::convert::Into<crate::indexer::TensorIndexer>, D: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<A, B, C> crate::indexer::IndexOp<(A, B, C, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer>, B: std::convert::Into<crate::indexer::TensorIndexer>, C: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<A, B> crate::indexer::IndexOp<(A, B, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer>, B: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<A> crate::indexer::IndexOp<(A, )> for crate::tensor::Tensor where A: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Add<&crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Add<B> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Add<B> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Add<crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Add<std::result::Result<B, crate::error::Error>> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Add<std::result::Result<B, crate::error::Error>> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Div<&crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Div<B> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Div<B> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Div<crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Div<std::result::Result<B, crate::error::Error>> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Div<std::result::Result<B, crate::error::Error>> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Mul<&crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Mul<B> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Mul<B> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Mul<crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Mul<std::result::Result<B, crate::error::Error>> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Mul<std::result::Result<B, crate::error::Error>> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Sub<&crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Sub<B> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Sub<B> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Sub<crate::tensor::Tensor> for crate::error::Result<B> { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Sub<std::result::Result<B, crate::error::Error>> for &crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<B: std::borrow::Borrow<crate::tensor::Tensor>> std::ops::Sub<std::result::Result<B, crate::error::Error>> for crate::tensor::Tensor { type Output = std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
impl<D1: crate::shape::Dim, D2: crate::shape::Dim, D3: crate::shape::Dim, D4: crate::shape::Dim, D5: crate::shape::Dim, D6: crate::shape::Dim> crate::shape::Dims for (D1, D2, D3, D4, D5, D6, ) {  }
impl<D1: crate::shape::Dim, D2: crate::shape::Dim, D3: crate::shape::Dim, D4: crate::shape::Dim, D5: crate::shape::Dim> crate::shape::Dims for (D1, D2, D3, D4, D5, ) {  }
impl<D1: crate::shape::Dim, D2: crate::shape::Dim, D3: crate::shape::Dim, D4: crate::shape::Dim> crate::shape::Dims for (D1, D2, D3, D4, ) {  }
impl<D1: crate::shape::Dim, D2: crate::shape::Dim, D3: crate::shape::Dim> crate::shape::Dims for (D1, D2, D3, ) {  }
impl<D1: crate::shape::Dim, D2: crate::shape::Dim> crate::shape::Dims for (D1, D2, ) {  }
impl<D: crate::shape::Dim + std::marker::Sized> crate::shape::Dims for D {  }
impl<D: crate::shape::Dim> crate::shape::Dims for (D, ) {  }
impl<M: crate::Module> crate::Module for std::option::Option<&M> {  }
impl<M: crate::Module> crate::ModuleT for M {  }
impl<S: crate::dtype::WithDType, const N1: usize, const N2: usize, const N3: usize, const N4: usize> crate::device::NdArray for &[[[[S; N4]; N3]; N2]; N1] {  }
impl<S: crate::dtype::WithDType, const N1: usize, const N2: usize, const N3: usize> crate::device::NdArray for &[[[S; N3]; N2]; N1] {  }
impl<S: crate::dtype::WithDType, const N: usize, const M: usize> crate::device::NdArray for &[[S; N]; M] {  }
impl<S: crate::dtype::WithDType, const N: usize> crate::device::NdArray for &[S; N] {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for &[S] {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for S {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for std::vec::Vec<&[S]> {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for std::vec::Vec<S> {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for std::vec::Vec<std::vec::Vec<S>> {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for std::vec::Vec<std::vec::Vec<std::vec::Vec<S>>> {  }
impl<S: crate::dtype::WithDType> crate::device::NdArray for std::vec::Vec<std::vec::Vec<std::vec::Vec<std::vec::Vec<S>>>> {  }
impl<S: std::convert::Into<crate::shape::Shape>> crate::shape::ShapeWithOneHole for S {  }
impl<T, E> crate::error::Context<T, E> for std::result::Result<T, E> where E: std::error::Error + std::marker::Send + std::marker::Sync + 'static {  }
impl<T: crate::dtype::WithDType> crate::scalar::TensorOrScalar for T {  }
impl<T: crate::dtype::WithDType> std::convert::From<T> for crate::scalar::Scalar {  }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<&[T]> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<&crate::tensor::Tensor> for std::vec::Vec<T> { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<&crate::tensor::Tensor> for std::vec::Vec<std::vec::Vec<T>> { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<&crate::tensor::Tensor> for std::vec::Vec<std::vec::Vec<std::vec::Vec<T>>> { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<crate::tensor::Tensor> for std::vec::Vec<T> { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<crate::tensor::Tensor> for std::vec::Vec<std::vec::Vec<T>> { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<crate::tensor::Tensor> for std::vec::Vec<std::vec::Vec<std::vec::Vec<T>>> { type Error = crate::error::Error; }
impl<T: crate::dtype::WithDType> std::convert::TryFrom<std::vec::Vec<T>> for crate::tensor::Tensor { type Error = crate::error::Error; }
impl<T: std::ops::Fn(&crate::tensor::Tensor) -> crate::error::Result<crate::tensor::Tensor>> crate::Module for T {  }
impl<T> crate::indexer::IndexOp<T> for crate::tensor::Tensor where T: std::convert::Into<crate::indexer::TensorIndexer> {  }
impl<T> std::convert::From<T> for crate::indexer::TensorIndexer {  }
impl<const C: usize> std::convert::From<&[usize; C]> for crate::shape::Shape {  }
impl<const N: usize> crate::nditer::NdIter<N> {
pub fn new(_: [&crate::layout::Layout; N]) -> crate::nditer::NdIter<N> { loop {} }
}
impl<const N: usize> crate::shape::Dims for [usize; N] {  }
impl<const N: usize> std::iter::ExactSizeIterator for crate::nditer::NdIter<N> {  }
impl<const N: usize> std::iter::Iterator for crate::nditer::NdIter<N> { type Item = [usize; N]; }
pub trait Module { fn forward(&self, _: &crate::tensor::Tensor) -> crate::error::Result<crate::tensor::Tensor>; }
pub trait ModuleT { fn forward_t(&self, _: &crate::tensor::Tensor, _: bool) -> crate::error::Result<crate::tensor::Tensor>; }
pub trait ToUsize2 { fn to_usize2(self) -> (usize, usize, ); }
pub use crate::device::Device;
pub use crate::device::DeviceLocation;
pub use crate::device::NdArray;
pub use crate::dtype::DType;
pub use crate::dtype::DTypeParseError;
pub use crate::dtype::FloatDType;
pub use crate::dtype::IntDType;
pub use crate::dtype::WithDType;
pub use crate::error::Context;
pub use crate::error::Error;
pub use crate::error::Result;
pub use crate::indexer::IndexOp;
pub use crate::indexer::TensorIndexer;
pub use crate::layout::Layout;
pub use crate::nditer::NdIter;
pub use crate::shape::D;
pub use crate::shape::Shape;
pub use crate::tensor::Tensor;
pub use crate::tensor::TensorId;
pub use crate::variable::Var;
pub mod backprop {
pub struct GradStore(());
}
pub mod device {
pub enum Device { Cpu, Cuda(()), Metal(()) }
pub enum DeviceLocation { Cpu, Cuda { gpu_id: usize }, Metal { gpu_id: usize } }
pub trait NdArray { fn shape(&self) -> crate::error::Result<crate::shape::Shape>; }
}
pub mod dtype {
pub enum DType { U8, U32, I16, I32, I64, BF16, F16, F32, F64, F8E4M3, F6E2M3, F6E3M2, F4, F8E8M0 }
pub struct DTypeParseError(());
pub trait FloatDType: crate::dtype::WithDType {  }
pub trait IntDType: crate::dtype::WithDType { fn is_true(&self) -> bool; fn as_usize(&self) -> usize; }
pub trait WithDType: std::marker::Sized + std::marker::Copy + std::fmt::Display + 'static + std::marker::Send + std::marker::Sync { const DTYPE: crate::dtype::DType; fn from_f64(_: f64) -> Self; fn to_f64(self) -> f64; fn to_scalar(self) -> crate::scalar::Scalar; fn cpu_storage_as_slice(_: impl std::marker::Sized) -> crate::error::Result<&[Self]>; fn cpu_storage_data(_: impl std::marker::Sized) -> crate::error::Result<std::vec::Vec<Self>>; }
}
pub mod error {
pub enum Error { UnexpectedDType { msg: &'static str, expected: crate::dtype::DType, got: crate::dtype::DType }, DTypeMismatchBinaryOp { lhs: crate::dtype::DType, rhs: crate::dtype::DType, op: &'static str }, UnsupportedDTypeForOp(crate::dtype::DType, &'static str), DimOutOfRange { shape: crate::shape::Shape, dim: i32, op: &'static str }, DuplicateDimIndex { shape: crate::shape::Shape, dims: std::vec::Vec<usize>, op: &'static str }, UnexpectedNumberOfDims { expected: usize, got: usize, shape: crate::shape::Shape }, UnexpectedShape { msg: std::string::String, expected: crate::shape::Shape, got: crate::shape::Shape }, ShapeMismatch { buffer_size: usize, shape: crate::shape::Shape }, ShapeMismatchBinaryOp { lhs: crate::shape::Shape, rhs: crate::shape::Shape, op: &'static str }, ShapeMismatchCat { dim: usize, first_shape: crate::shape::Shape, n: usize, nth_shape: crate::shape::Shape }, ShapeMismatchSplit { shape: crate::shape::Shape, dim: usize, n_parts: usize }, OnlySingleDimension { op: &'static str, dims: std::vec::Vec<usize> }, EmptyTensor { op: &'static str }, DeviceMismatchBinaryOp { lhs: crate::device::DeviceLocation, rhs: crate::device::DeviceLocation, op: &'static str }, NarrowInvalidArgs { shape: crate::shape::Shape, dim: usize, start: usize, len: usize, msg: &'static str }, Conv1dInvalidArgs { inp_shape: crate::shape::Shape, k_shape: crate::shape::Shape, padding: usize, stride: usize, msg: &'static str }, InvalidIndex { op: &'static str, index: usize, size: usize }, BroadcastIncompatibleShapes { src_shape: crate::shape::Shape, dst_shape: crate::shape::Shape }, CannotSetVar { msg: &'static str }, MatMulUnexpectedStriding(std::boxed::Box<crate::error::MatMulUnexpectedStriding>), RequiresContiguous { op: &'static str }, OpRequiresAtLeastOneTensor { op: &'static str }, OpRequiresAtLeastTwoTensors { op: &'static str }, BackwardNotSupported { op: &'static str }, NotCompiledWithCudaSupport, NotCompiledWithMetalSupport, CannotFindTensor { path: std::string::String }, Cuda(std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>), Metal(()), TryFromIntError(()), Npy(std::string::String), Zip(()), ParseInt(()), FromUtf8(()), Io(std::error::Error), SafeTensor(()), UnsupportedSafeTensorDtype(()), Wrapped(std::boxed::Box<dyn std::fmt::Display + std::marker::Send + std::marker::Sync>), WrappedContext { wrapped: std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>, context: std::string::String }, Context { inner: std::boxed::Box<Self>, context: std::boxed::Box<dyn std::fmt::Display + std::marker::Send + std::marker::Sync> }, WithPath { inner: std::boxed::Box<Self>, path: std::path::PathBuf }, WithBacktrace { inner: std::boxed::Box<Self> }, Msg(std::string::String), UnwrapNone }
pub fn zip<T, U>(_: crate::error::Result<T>, _: crate::error::Result<U>) -> crate::error::Result<(T, U, )> { loop {} }
pub struct MatMulUnexpectedStriding { pub lhs_l: crate::layout::Layout, pub rhs_l: crate::layout::Layout, pub bmnk: (usize, usize, usize, usize, ), pub msg: &'static str }
pub trait Context<T, E>: crate::error::private::Sealed { fn context<C>(self, _: C) -> std::result::Result<T, crate::error::Error> where C: std::fmt::Display + std::marker::Send + std::marker::Sync + 'static; fn with_context<C, F>(self, _: F) -> std::result::Result<T, crate::error::Error> where C: std::fmt::Display + std::marker::Send + std::marker::Sync + 'static, F: std::ops::FnOnce() -> C; }
pub type Result<T> = std::result::Result<T, crate::error::Error>;
pub mod private {
pub trait Sealed {  }
}
}
pub mod indexer {
pub enum TensorIndexer { Select(usize), Narrow(std::ops::Bound<usize>, std::ops::Bound<usize>), IndexSelect(crate::tensor::Tensor), Err(crate::error::Error) }
pub trait IndexOp<T> { fn i(&self, _: T) -> std::result::Result<crate::tensor::Tensor, crate::error::Error>; }
}
pub mod layout {
pub enum LayoutRelation { Identical, Disjoint, Overlapping, Unknown }
pub struct Layout {  }
}
pub mod nditer {
pub const MAX_DIMS: usize = loop {};
pub struct NdIter<const N: usize> { pub inner_size: usize, pub inner_strides: [usize; N] }
}
pub mod scalar {
pub enum Scalar { U8(u8), U32(u32), I16(i16), I32(i32), I64(i64), BF16(()), F16(()), F32(f32), F64(f64), F8E4M3(()) }
pub enum TensorScalar { Tensor(crate::tensor::Tensor), Scalar(crate::tensor::Tensor) }
pub trait TensorOrScalar { fn to_tensor_scalar(self) -> crate::error::Result<crate::scalar::TensorScalar>; }
}
pub mod shape {
pub const SCALAR: crate::shape::Shape = loop {};
pub enum D { Minus1, Minus2, Minus(usize) }
pub fn dims0(_: &[usize]) -> crate::error::Result<()> { loop {} }
pub fn dims1(_: &[usize]) -> crate::error::Result<usize> { loop {} }
pub fn dims2(_: &[usize]) -> crate::error::Result<(usize, usize, )> { loop {} }
pub fn dims3(_: &[usize]) -> crate::error::Result<(usize, usize, usize, )> { loop {} }
pub fn dims4(_: &[usize]) -> crate::error::Result<(usize, usize, usize, usize, )> { loop {} }
pub fn dims5(_: &[usize]) -> crate::error::Result<(usize, usize, usize, usize, usize, )> { loop {} }
pub struct Shape(());
pub trait Dim { fn to_index(&self, _: &crate::shape::Shape, _: &'static str) -> crate::error::Result<usize>; fn to_index_plus_one(&self, _: &crate::shape::Shape, _: &'static str) -> crate::error::Result<usize>; }
pub trait Dims: std::marker::Sized { fn to_indexes_internal(self, _: &crate::shape::Shape, _: &'static str) -> crate::error::Result<std::vec::Vec<usize>>; fn to_indexes(self, _: &crate::shape::Shape, _: &'static str) -> crate::error::Result<std::vec::Vec<usize>> { loop {} } }
pub trait ShapeWithOneHole { fn into_shape(self, _: usize) -> crate::error::Result<crate::shape::Shape>; }
}
pub mod tensor {
pub struct Tensor(());
pub struct TensorId(());
pub struct Tensor_ {  }
}
pub mod variable {
pub struct Var(());
}
