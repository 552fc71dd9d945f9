//! The signatures of polars, polars_core, polars_lazy, polars_plan, polars_ops, polars_io, polars_utils, polars_error, polars_buffer, polars_dtype, polars_schema, for rust-analyzer alone: written by signatures.py.
pub const VERSION: &str = loop {};
pub use crate::df;
pub use crate::polars_core::apply_method_all_arrow_series;
pub use crate::polars_core::chunked_array;
pub use crate::polars_core::datatypes;
pub use crate::polars_core::error;
pub use crate::polars_core::frame;
pub use crate::polars_core::functions;
pub use crate::polars_core::series;
pub use crate::polars_core::testing;
pub use crate::polars_io as io;
pub use crate::polars_lazy as lazy;
pub mod prelude {
pub use crate::polars_core::prelude::*;
pub use crate::polars_io::prelude::*;
pub use crate::polars_lazy::prelude::*;
pub use crate::polars_ops::prelude::*;
}
pub mod polars_core {
#[macro_export] macro_rules! df { ($($t:tt)*) => { { fn made() -> $crate::polars_error::PolarsResult<$crate::polars_core::frame::dataframe::DataFrame> { loop {} } made() } } }
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType> {
pub fn apply_mut<'a, F>(self: &'a Self, _: F) -> Self where F: std::ops::FnMut(&'a [u8]) -> &'a [u8] { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType> {
pub fn max_binary(&self) -> std::option::Option<&[u8]> { loop {} }
pub fn min_binary(&self) -> std::option::Option<&[u8]> { loop {} }
pub fn arg_min_binary(&self) -> std::option::Option<usize> { loop {} }
pub fn arg_max_binary(&self) -> std::option::Option<usize> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType> {
pub fn to_string_unchecked(&self) -> crate::polars_core::datatypes::StringChunked { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {
pub fn agg_any(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: bool) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn agg_all(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: bool) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {
pub fn any(&self) -> bool { loop {} }
pub fn all(&self) -> bool { loop {} }
pub fn any_kleene(&self) -> std::option::Option<bool> { loop {} }
pub fn all_kleene(&self) -> std::option::Option<bool> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {
pub fn min(&self) -> std::option::Option<bool> { loop {} }
pub fn max(&self) -> std::option::Option<bool> { loop {} }
pub fn mean(&self) -> std::option::Option<f64> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {
pub fn mmap_slice(_: crate::polars_utils::pl_str::PlSmallStr, _: &[u8], _: usize, _: usize) -> Self { loop {} }
pub fn from_bitmap(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized) -> Self { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {
pub fn num_trues(&self) -> usize { loop {} }
pub fn num_falses(&self) -> usize { loop {} }
pub fn first_true_idx(&self) -> std::option::Option<usize> { loop {} }
pub fn first_false_idx(&self) -> std::option::Option<usize> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {
pub fn rand_bernoulli(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: f64) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float32Type> {
pub fn apply_as_ints<F>(&self, _: F) -> crate::polars_core::series::Series where F: std::ops::Fn(&crate::polars_core::series::Series) -> crate::polars_core::series::Series { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float64Type> {
pub fn apply_as_ints<F>(&self, _: F) -> crate::polars_core::series::Series where F: std::ops::Fn(&crate::polars_core::series::Series) -> crate::polars_core::series::Series { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType> {
pub fn apply_amortized_generic<F, K, V>(&self, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where V: crate::polars_core::datatypes::PolarsDataType, F: std::marker::Copy { loop {} }
pub fn try_apply_amortized_generic<F, K, V>(&self, _: F) -> crate::polars_error::PolarsResult<crate::polars_core::chunked_array::ChunkedArray<V>> where V: crate::polars_core::datatypes::PolarsDataType, F: std::marker::Copy { loop {} }
pub fn for_each_amortized<F>(&self, _: F) { loop {} }
pub fn zip_and_apply_amortized<'a, T, F>(self: &'a Self, _: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> Self where T: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn binary_zip_and_apply_amortized<'a, T, U, F>(self: &'a Self, _: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: &'a crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> Self where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn try_binary_zip_and_apply_amortized<'a, T, U, F>(self: &'a Self, _: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: &'a crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_error::PolarsResult<Self> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn try_zip_and_apply_amortized<'a, T, F>(self: &'a Self, _: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_error::PolarsResult<Self> where T: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn apply_amortized_same_type<F>(&self, _: F) -> Self { loop {} }
pub fn try_apply_amortized<F>(&self, _: F) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn try_apply_amortized_same_type<F>(&self, _: F) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType> {
pub fn full_null_with_dtype(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::datatypes::ListChunked { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType> {
pub fn get_as_series(&self, _: usize) -> std::option::Option<crate::polars_core::series::Series> { loop {} }
pub fn has_empty_lists(&self) -> bool { loop {} }
pub fn has_masked_out_values(&self) -> bool { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType> {
pub fn inner_dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn set_inner_dtype(&mut self, _: crate::polars_core::datatypes::dtype::DataType) { loop {} }
pub fn set_fast_explode(&mut self) { loop {} }
pub fn _can_fast_explode(&self) -> bool { loop {} }
pub fn to_logical(&mut self, _: crate::polars_core::datatypes::dtype::DataType) { loop {} }
pub fn to_physical_repr(&self) -> std::borrow::Cow<'_, crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn from_physical_unchecked(&self, _: crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn get_inner(&self) -> crate::polars_core::series::Series { loop {} }
pub fn inner_length(&self) -> usize { loop {} }
pub fn apply_to_inner(&self, _: &dyn std::ops::Fn(crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn with_inner_values(&self, _: &crate::polars_core::series::Series) -> crate::polars_core::datatypes::ListChunked { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType> {
pub fn par_iter(&self) -> impl '_ { loop {} }
pub fn par_iter_indexed(&mut self) -> impl '_ { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType> {
pub fn series_iter(&self) -> impl crate::polars_core::chunked_array::iterator::PolarsIterator<Item = std::option::Option<crate::polars_core::series::Series>> { loop {} }
pub fn no_null_series_iter(&self) -> impl crate::polars_core::chunked_array::iterator::PolarsIterator<Item = crate::polars_core::series::Series> { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType> {
pub fn apply_mut<'a, F>(self: &'a Self, _: F) -> Self where F: std::ops::FnMut(&'a str) -> &'a str { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType> {
pub fn apply_views<F: std::marker::Copy>(&self, _: F) -> Self { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType> {
pub fn as_binary(&self) -> crate::polars_core::datatypes::BinaryChunked { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType> {
pub fn par_iter(&self) -> impl '_ { loop {} }
}
impl crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type> {
pub fn with_nullable_idx<T, F: std::ops::FnOnce(&crate::polars_core::datatypes::aliases::IdxCa) -> T>(_: impl std::marker::Sized, _: F) -> T { loop {} }
}
impl crate::polars_core::chunked_array::cast::CastOptions {
pub fn is_strict(&self) -> bool { loop {} }
}
impl crate::polars_core::chunked_array::float::Canonical for f32 {  }
impl crate::polars_core::chunked_array::float::Canonical for f64 {  }
impl crate::polars_core::chunked_array::ops::ChunkAnyValue for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkAnyValue for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkAnyValue for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkAnyValue for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkAnyValue for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkAnyValueBypassValidity for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkCast for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkCast for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkCast for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkCast for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkCast for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&[u8]> for crate::polars_core::datatypes::BinaryChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&[u8]> for crate::polars_core::datatypes::BinaryOffsetChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryOffsetType>> for crate::polars_core::datatypes::BinaryOffsetChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType>> for crate::polars_core::datatypes::BinaryChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>> for crate::polars_core::datatypes::BooleanChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType>> for crate::polars_core::datatypes::ListChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType>> for crate::polars_core::datatypes::StringChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::frame::column::Column> for crate::polars_core::frame::column::Column { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::series::Series> for crate::polars_core::series::Series { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&str> for crate::polars_core::datatypes::StringChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareEq<&str> for crate::polars_core::series::Series { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&[u8]> for crate::polars_core::datatypes::BinaryChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&[u8]> for crate::polars_core::datatypes::BinaryOffsetChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryOffsetType>> for crate::polars_core::datatypes::BinaryOffsetChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType>> for crate::polars_core::datatypes::BinaryChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>> for crate::polars_core::datatypes::BooleanChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType>> for crate::polars_core::datatypes::StringChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::frame::column::Column> for crate::polars_core::frame::column::Column { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::series::Series> for crate::polars_core::series::Series { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&str> for crate::polars_core::datatypes::StringChunked { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl crate::polars_core::chunked_array::ops::ChunkCompareIneq<&str> for crate::polars_core::series::Series { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<crate::polars_core::datatypes::BinaryOffsetType> for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<crate::polars_core::datatypes::BinaryType> for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<crate::polars_core::datatypes::BooleanType> for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<crate::polars_core::datatypes::ListType> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<crate::polars_core::datatypes::StringType> for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkExplode for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFillNullValue<&[u8]> for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFillNullValue<bool> for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFull<&crate::polars_core::series::Series> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFull<bool> for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFullNull for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFullNull for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFullNull for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFullNull for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkFullNull for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkQuantile<bool> for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkQuantile<crate::polars_core::series::Series> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkQuantile<f32> for crate::polars_core::datatypes::Float32Chunked {  }
impl crate::polars_core::chunked_array::ops::ChunkQuantile<f64> for crate::polars_core::datatypes::Float64Chunked {  }
impl crate::polars_core::chunked_array::ops::ChunkQuantile<std::string::String> for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkReverse for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkReverse for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkReverse for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkReverse for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkReverse for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkShift<crate::polars_core::datatypes::ListType> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkShiftFill<crate::polars_core::datatypes::ListType, std::option::Option<&crate::polars_core::series::Series>> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkSort<crate::polars_core::datatypes::BinaryOffsetType> for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkSort<crate::polars_core::datatypes::BinaryType> for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkSort<crate::polars_core::datatypes::BooleanType> for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkSort<crate::polars_core::datatypes::ListType> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkSort<crate::polars_core::datatypes::StringType> for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type>> for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type>> for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type>> for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkUnique for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkUnique for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkUnique for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkUnique for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkVar for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkVar for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::ChunkVar for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::FillNullStrategy {
pub fn is_elementwise(&self) -> bool { loop {} }
}
impl crate::polars_core::chunked_array::ops::aggregate::ChunkAggSeries for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::chunked_array::ops::aggregate::ChunkAggSeries for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::chunked_array::ops::aggregate::ChunkAggSeries for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for bool { type Sum = u32; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for f32 { type Sum = f32; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for f64 { type Sum = f64; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for i16 { type Sum = i64; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for i32 { type Sum = i32; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for i64 { type Sum = i64; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for i8 { type Sum = i64; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for u16 { type Sum = i64; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for u32 { type Sum = u32; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for u64 { type Sum = u64; }
impl crate::polars_core::chunked_array::ops::aggregate::SumCast for u8 { type Sum = i64; }
impl crate::polars_core::chunked_array::ops::aggregate::quantile::QuantileAggSeries for crate::polars_core::datatypes::Float32Chunked {  }
impl crate::polars_core::chunked_array::ops::aggregate::quantile::QuantileAggSeries for crate::polars_core::datatypes::Float64Chunked {  }
impl crate::polars_core::chunked_array::ops::aggregate::var::VarAggSeries for crate::polars_core::datatypes::Float32Chunked {  }
impl crate::polars_core::chunked_array::ops::aggregate::var::VarAggSeries for crate::polars_core::datatypes::Float64Chunked {  }
impl crate::polars_core::chunked_array::ops::nesting_utils::ChunkNestingUtils for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::chunked_array::ops::search_sorted::SearchSortedSide {
pub fn flip(self) -> Self { loop {} }
}
impl crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions {
pub fn new() -> Self { loop {} }
pub fn with_order_descending_multi(self, _: impl std::iter::IntoIterator<Item = bool>) -> Self { loop {} }
pub fn with_order_descending(self, _: bool) -> Self { loop {} }
pub fn with_nulls_last_multi(self, _: impl std::iter::IntoIterator<Item = bool>) -> Self { loop {} }
pub fn with_nulls_last(self, _: bool) -> Self { loop {} }
pub fn with_multithreaded(self, _: bool) -> Self { loop {} }
pub fn with_maintain_order(self, _: bool) -> Self { loop {} }
pub fn with_order_reversed(self) -> Self { loop {} }
}
impl crate::polars_core::chunked_array::ops::sort::options::SortOptions {
pub fn new() -> Self { loop {} }
pub fn with_order_descending(self, _: bool) -> Self { loop {} }
pub fn with_nulls_last(self, _: bool) -> Self { loop {} }
pub fn with_multithreaded(self, _: bool) -> Self { loop {} }
pub fn with_maintain_order(self, _: bool) -> Self { loop {} }
pub fn with_order_reversed(self) -> Self { loop {} }
}
impl crate::polars_core::datatypes::NumericNative for f32 { type PolarsType = crate::polars_core::datatypes::Float32Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float32Type; }
impl crate::polars_core::datatypes::NumericNative for f64 { type PolarsType = crate::polars_core::datatypes::Float64Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for i16 { type PolarsType = crate::polars_core::datatypes::Int16Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for i32 { type PolarsType = crate::polars_core::datatypes::Int32Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for i64 { type PolarsType = crate::polars_core::datatypes::Int64Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for i8 { type PolarsType = crate::polars_core::datatypes::Int8Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for u16 { type PolarsType = crate::polars_core::datatypes::UInt16Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for u32 { type PolarsType = crate::polars_core::datatypes::UInt32Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for u64 { type PolarsType = crate::polars_core::datatypes::UInt64Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::NumericNative for u8 { type PolarsType = crate::polars_core::datatypes::UInt8Type; type TrueDivPolarsType = crate::polars_core::datatypes::Float64Type; }
impl crate::polars_core::datatypes::PolarsFloatType for crate::polars_core::datatypes::Float32Type {  }
impl crate::polars_core::datatypes::PolarsFloatType for crate::polars_core::datatypes::Float64Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::Int16Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::Int32Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::Int64Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::Int8Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::UInt16Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::UInt32Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::UInt64Type {  }
impl crate::polars_core::datatypes::PolarsIntegerType for crate::polars_core::datatypes::UInt8Type {  }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::Float32Type { type Native = f32; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::Float64Type { type Native = f64; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::Int16Type { type Native = i16; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::Int32Type { type Native = i32; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::Int64Type { type Native = i64; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::Int8Type { type Native = i8; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::UInt16Type { type Native = u16; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::UInt32Type { type Native = u32; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::UInt64Type { type Native = u64; }
impl crate::polars_core::datatypes::PolarsNumericType for crate::polars_core::datatypes::UInt8Type { type Native = u8; }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::BinaryOffsetType {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::BinaryType {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::BooleanType {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::Float32Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::Float64Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::Int16Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::Int32Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::Int64Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::Int8Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::ListType {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::StringType {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::UInt16Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::UInt32Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::UInt64Type {  }
impl crate::polars_core::datatypes::PolarsPhysicalType for crate::polars_core::datatypes::UInt8Type {  }
impl crate::polars_core::datatypes::any_value::AnyValue<'_> {
pub fn eq_missing(&self, _: &Self, _: bool) -> bool { loop {} }
}
impl crate::polars_core::datatypes::any_value::AnyValue<'_> {
pub fn hash_impl<H>(&self, _: &mut H, _: bool) { loop {} }
}
impl crate::polars_core::datatypes::any_value::AnyValue<'static> {
pub fn zero_sum(_: &crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn can_have_dtype(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> bool { loop {} }
pub fn default_value(_: &crate::polars_core::datatypes::dtype::DataType, _: bool, _: usize) -> crate::polars_core::datatypes::any_value::AnyValue<'static> { loop {} }
}
impl crate::polars_core::datatypes::dtype::CompatLevel {
pub fn newest() -> crate::polars_core::datatypes::dtype::CompatLevel { loop {} }
pub fn oldest() -> crate::polars_core::datatypes::dtype::CompatLevel { loop {} }
pub fn uses_binview_types(&self) -> bool { loop {} }
}
impl crate::polars_core::datatypes::dtype::DataType {
pub const IDX_DTYPE: Self = loop {};
pub fn pretty_format(&self) -> std::string::String { loop {} }
pub fn value_within_range(&self, _: crate::polars_core::datatypes::any_value::AnyValue<'_>) -> bool { loop {} }
pub fn is_known(&self) -> bool { loop {} }
pub fn materialize_unknown(self, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn inner_dtype(&self) -> std::option::Option<&crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn into_inner_dtype(self) -> std::option::Option<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn try_into_inner_dtype(self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn leaf_dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn cast_leaf(&self, _: crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn map_leaves<F: std::ops::FnMut(crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::datatypes::dtype::DataType>(self, _: &mut F) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn can_cast_to(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> std::option::Option<bool> { loop {} }
pub fn implode(self) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn to_physical(&self) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn to_storage(&self) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn is_supported_list_arithmetic_input(&self) -> bool { loop {} }
pub fn is_logical(&self) -> bool { loop {} }
pub fn is_temporal(&self) -> bool { loop {} }
pub fn is_primitive(&self) -> bool { loop {} }
pub fn is_primitive_numeric(&self) -> bool { loop {} }
pub fn is_bool(&self) -> bool { loop {} }
pub fn is_list(&self) -> bool { loop {} }
pub fn is_array(&self) -> bool { loop {} }
pub fn is_nested(&self) -> bool { loop {} }
pub fn is_struct(&self) -> bool { loop {} }
pub fn is_binary(&self) -> bool { loop {} }
pub fn is_date(&self) -> bool { loop {} }
pub fn is_datetime(&self) -> bool { loop {} }
pub fn is_duration(&self) -> bool { loop {} }
pub fn is_object(&self) -> bool { loop {} }
pub fn is_null(&self) -> bool { loop {} }
pub fn contains_views(&self) -> bool { loop {} }
pub fn contains_categoricals(&self) -> bool { loop {} }
pub fn contains_enums(&self) -> bool { loop {} }
pub fn contains_objects(&self) -> bool { loop {} }
pub fn contains_list_recursive(&self) -> bool { loop {} }
pub fn contains_unknown(&self) -> bool { loop {} }
pub fn contains_dtype_recursive(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> bool { loop {} }
pub fn is_ord(&self) -> bool { loop {} }
pub fn is_decimal(&self) -> bool { loop {} }
pub fn is_float(&self) -> bool { loop {} }
pub fn is_integer(&self) -> bool { loop {} }
pub fn is_signed_integer(&self) -> bool { loop {} }
pub fn is_unsigned_integer(&self) -> bool { loop {} }
pub fn is_string(&self) -> bool { loop {} }
pub fn is_categorical(&self) -> bool { loop {} }
pub fn is_enum(&self) -> bool { loop {} }
pub fn is_extension(&self) -> bool { loop {} }
pub fn max(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn min(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn is_nested_null(&self) -> bool { loop {} }
pub fn matches_schema_type(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<bool> { loop {} }
pub fn is_unknown(&self) -> bool { loop {} }
pub fn nesting_level(&self) -> usize { loop {} }
pub fn is_numeric(&self) -> bool { loop {} }
pub fn numeric_to_unsigned_bit_repr(&self) -> std::option::Option<crate::polars_core::datatypes::dtype::DataType> { loop {} }
}
impl crate::polars_core::datatypes::dtype::DataType {
pub fn boxed(self) -> std::boxed::Box<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn from_arrow_field(_: impl std::marker::Sized) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn from_arrow_dtype(_: impl std::marker::Sized) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn from_arrow(_: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
}
impl crate::polars_core::datatypes::dtype::DataType {
pub fn visit_with(&self, _: impl std::ops::FnMut(&crate::polars_core::datatypes::dtype::DataType)) { loop {} }
pub fn try_visit_with(&self, _: impl std::ops::FnMut(&crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<()>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn try_mutate_with<'d>(_: std::borrow::Cow<'d, crate::polars_core::datatypes::dtype::DataType>, _: impl std::ops::FnMut(std::borrow::Cow<'d, crate::polars_core::datatypes::dtype::DataType>) -> crate::polars_error::PolarsResult<std::borrow::Cow<'d, crate::polars_core::datatypes::dtype::DataType>>) -> crate::polars_error::PolarsResult<std::borrow::Cow<'d, crate::polars_core::datatypes::dtype::DataType>> { loop {} }
}
impl crate::polars_core::datatypes::dtype::UnknownKind {
pub fn materialize(&self) -> std::option::Option<crate::polars_core::datatypes::dtype::DataType> { loop {} }
}
impl crate::polars_core::datatypes::field::Field {
pub fn new(_: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn name(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub fn dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn coerce(&mut self, _: crate::polars_core::datatypes::dtype::DataType) { loop {} }
pub fn set_name(&mut self, _: crate::polars_utils::pl_str::PlSmallStr) { loop {} }
pub fn with_name(self, _: crate::polars_utils::pl_str::PlSmallStr) -> Self { loop {} }
pub fn with_dtype(self, _: crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn to_physical(&self) -> crate::polars_core::datatypes::field::Field { loop {} }
}
impl crate::polars_core::datatypes::into_scalar::IntoScalar for bool {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for f32 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for f64 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for i16 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for i32 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for i64 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for i8 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for u16 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for u32 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for u64 {  }
impl crate::polars_core::datatypes::into_scalar::IntoScalar for u8 {  }
impl crate::polars_core::datatypes::schema::SchemaExtPl for crate::polars_core::schema::Schema {  }
impl crate::polars_core::datatypes::temporal::time_unit::TimeUnit {
pub fn to_ascii(self) -> &'static str { loop {} }
}
impl crate::polars_core::datatypes::temporal::time_zone::TimeZone {
pub const UTC: crate::polars_core::datatypes::temporal::time_zone::TimeZone = loop {};
pub fn from_static(_: &'static str) -> Self { loop {} }
pub fn new_unchecked(_: impl std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
pub fn opt_try_new(_: std::option::Option<impl std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>>) -> crate::polars_error::PolarsResult<std::option::Option<Self>> { loop {} }
pub fn eq_none_as_utc(_: std::option::Option<&crate::polars_core::datatypes::temporal::time_zone::TimeZone>, _: std::option::Option<&crate::polars_core::datatypes::temporal::time_zone::TimeZone>) -> bool { loop {} }
pub fn _canonical_timezone_impl(_: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>) -> std::option::Option<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
}
impl crate::polars_core::frame::column::Column {
pub fn new<T, Phantom>(_: crate::polars_utils::pl_str::PlSmallStr, _: T) -> Self where Phantom: ?std::marker::Sized, crate::polars_core::series::Series: crate::polars_core::named_from::NamedFrom<T, Phantom> { loop {} }
pub fn new_empty(_: crate::polars_utils::pl_str::PlSmallStr, _: &crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn new_scalar(_: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::scalar::Scalar, _: usize) -> Self { loop {} }
pub fn new_row_index(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn as_materialized_series(&self) -> &crate::polars_core::series::Series { loop {} }
pub fn as_materialized_series_maintain_scalar(&self) -> crate::polars_core::series::Series { loop {} }
pub fn _get_backing_series(&self) -> crate::polars_core::series::Series { loop {} }
pub fn _to_new_from_backing(&self, _: crate::polars_core::series::Series) -> Self { loop {} }
pub fn into_materialized_series(&mut self) -> &mut crate::polars_core::series::Series { loop {} }
pub fn take_materialized_series(self) -> crate::polars_core::series::Series { loop {} }
pub fn dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn field(&self) -> std::borrow::Cow<'_, crate::polars_core::datatypes::field::Field> { loop {} }
pub fn name(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub fn len(&self) -> usize { loop {} }
pub fn with_name(self, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::frame::column::Column { loop {} }
pub fn rename(&mut self, _: crate::polars_utils::pl_str::PlSmallStr) { loop {} }
pub fn as_series(&self) -> std::option::Option<&crate::polars_core::series::Series> { loop {} }
pub fn as_scalar_column(&self) -> std::option::Option<&crate::polars_core::frame::column::scalar::ScalarColumn> { loop {} }
pub fn as_scalar_column_mut(&mut self) -> std::option::Option<&mut crate::polars_core::frame::column::scalar::ScalarColumn> { loop {} }
pub fn try_bool(&self) -> std::option::Option<&crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn try_i8(&self) -> std::option::Option<&crate::polars_core::datatypes::Int8Chunked> { loop {} }
pub fn try_i16(&self) -> std::option::Option<&crate::polars_core::datatypes::Int16Chunked> { loop {} }
pub fn try_i32(&self) -> std::option::Option<&crate::polars_core::datatypes::Int32Chunked> { loop {} }
pub fn try_i64(&self) -> std::option::Option<&crate::polars_core::datatypes::Int64Chunked> { loop {} }
pub fn try_u8(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt8Chunked> { loop {} }
pub fn try_u16(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt16Chunked> { loop {} }
pub fn try_u32(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt32Chunked> { loop {} }
pub fn try_u64(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt64Chunked> { loop {} }
pub fn try_f32(&self) -> std::option::Option<&crate::polars_core::datatypes::Float32Chunked> { loop {} }
pub fn try_f64(&self) -> std::option::Option<&crate::polars_core::datatypes::Float64Chunked> { loop {} }
pub fn try_str(&self) -> std::option::Option<&crate::polars_core::datatypes::StringChunked> { loop {} }
pub fn try_list(&self) -> std::option::Option<&crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn try_binary(&self) -> std::option::Option<&crate::polars_core::datatypes::BinaryChunked> { loop {} }
pub fn try_idx(&self) -> std::option::Option<&crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn try_binary_offset(&self) -> std::option::Option<&crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn bool(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn i8(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int8Chunked> { loop {} }
pub fn i16(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int16Chunked> { loop {} }
pub fn i32(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int32Chunked> { loop {} }
pub fn i64(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int64Chunked> { loop {} }
pub fn u8(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt8Chunked> { loop {} }
pub fn u16(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt16Chunked> { loop {} }
pub fn u32(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt32Chunked> { loop {} }
pub fn u64(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt64Chunked> { loop {} }
pub fn f32(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Float32Chunked> { loop {} }
pub fn f64(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Float64Chunked> { loop {} }
pub fn str(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::StringChunked> { loop {} }
pub fn list(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn binary(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::BinaryChunked> { loop {} }
pub fn idx(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn binary_offset(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn cast_with_options(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn strict_cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn cast_unchecked(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn clear(&self) -> Self { loop {} }
pub fn shrink_to_fit(&mut self) { loop {} }
pub fn new_from_index(&self, _: usize, _: usize) -> Self { loop {} }
pub fn has_nulls(&self) -> bool { loop {} }
pub fn is_null(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn is_not_null(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn to_physical_repr(&self) -> crate::polars_core::frame::column::Column { loop {} }
pub fn from_physical_unchecked(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn head(&self, _: std::option::Option<usize>) -> crate::polars_core::frame::column::Column { loop {} }
pub fn tail(&self, _: std::option::Option<usize>) -> crate::polars_core::frame::column::Column { loop {} }
pub fn slice(&self, _: i64, _: usize) -> crate::polars_core::frame::column::Column { loop {} }
pub fn split_at(&self, _: i64) -> (crate::polars_core::frame::column::Column, crate::polars_core::frame::column::Column, ) { loop {} }
pub fn null_count(&self) -> usize { loop {} }
pub fn first_non_null(&self) -> std::option::Option<usize> { loop {} }
pub fn last_non_null(&self) -> std::option::Option<usize> { loop {} }
pub fn take(&self, _: &crate::polars_core::datatypes::aliases::IdxCa) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn take_slice(&self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn take_unchecked(&self, _: &crate::polars_core::datatypes::aliases::IdxCa) -> crate::polars_core::frame::column::Column { loop {} }
pub fn take_slice_unchecked(&self, _: impl std::marker::Sized) -> crate::polars_core::frame::column::Column { loop {} }
pub fn agg_min(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_max(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_mean(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_arg_min(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_arg_max(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_sum(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_first(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_first_non_null(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_last(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_last_non_null(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_n_unique(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_quantile(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: f64, _: impl std::marker::Sized) -> Self { loop {} }
pub fn agg_median(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_var(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: u8) -> Self { loop {} }
pub fn agg_std(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: u8) -> Self { loop {} }
pub fn agg_list(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn agg_valid_count(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> Self { loop {} }
pub fn full_null(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: &crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn is_full_null(&self) -> bool { loop {} }
pub fn reverse(&self) -> crate::polars_core::frame::column::Column { loop {} }
pub fn equals(&self, _: &crate::polars_core::frame::column::Column) -> bool { loop {} }
pub fn equals_missing(&self, _: &crate::polars_core::frame::column::Column) -> bool { loop {} }
pub fn set_sorted_flag(&mut self, _: crate::polars_core::series::series_trait::IsSorted) { loop {} }
pub fn set_flags(&mut self, _: impl std::marker::Sized) -> bool { loop {} }
pub fn vec_hash(&self, _: crate::polars_utils::aliases::PlSeedableRandomStateQuality, _: &mut std::vec::Vec<u64>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn vec_hash_combine(&self, _: crate::polars_utils::aliases::PlSeedableRandomStateQuality, _: &mut [u64]) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn append(&mut self, _: &crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn append_owned(&mut self, _: crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn arg_sort(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_core::datatypes::aliases::IdxCa { loop {} }
pub fn arg_sort_multiple(&self, _: &[crate::polars_core::frame::column::Column], _: &crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn arg_unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn bit_repr(&self) -> std::option::Option<crate::polars_core::series::series_trait::BitRepr> { loop {} }
pub fn into_frame(self) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn extend(&mut self, _: &crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn rechunk(&self) -> crate::polars_core::frame::column::Column { loop {} }
pub fn explode(&self, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn implode(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn fill_null(&self, _: crate::polars_core::chunked_array::ops::FillNullStrategy) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn divide(&self, _: &crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn shift(&self, _: i64) -> crate::polars_core::frame::column::Column { loop {} }
pub fn zip_with(&self, _: &crate::polars_core::datatypes::BooleanChunked, _: &Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn zip_with_same_type(&self, _: &crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, _: &crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn drop_nulls(&self) -> crate::polars_core::frame::column::Column { loop {} }
pub fn to_unit_list(&self) -> crate::polars_core::frame::column::Column { loop {} }
pub fn is_sorted_flag(&self) -> crate::polars_core::series::series_trait::IsSorted { loop {} }
pub fn unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn unique_stable(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn reshape_list(&self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sort(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn filter(&self, _: &crate::polars_core::datatypes::BooleanChunked) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn shuffle(&self, _: std::option::Option<u64>) -> Self { loop {} }
pub fn sample_frac(&self, _: f64, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sample_n(&self, _: usize, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn gather_every(&self, _: usize, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn extend_constant(&self, _: crate::polars_core::datatypes::any_value::AnyValue<'_>, _: usize) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn is_finite(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_infinite(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_nan(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_not_nan(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn wrapping_trunc_div_scalar<T>(&self, _: T) -> Self { loop {} }
pub fn product(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn phys_iter(&self) -> crate::polars_core::series::iterator::SeriesPhysIter<'_> { loop {} }
pub fn get(&self, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::any_value::AnyValue<'_>> { loop {} }
pub fn get_unchecked(&self, _: usize) -> crate::polars_core::datatypes::any_value::AnyValue<'_> { loop {} }
pub fn bitand(&self, _: &Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn bitor(&self, _: &Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn bitxor(&self, _: &Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn try_add_owned(self, _: Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn try_sub_owned(self, _: Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn try_mul_owned(self, _: Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn min_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn max_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn median_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn mean_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn std_reduce(&self, _: u8) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn var_reduce(&self, _: u8) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn sum_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn and_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn or_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn xor_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn n_unique(&self) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn quantile_reduce(&self, _: f64, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn quantiles_reduce(&self, _: &[f64], _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn sort_with(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn map_unary_elementwise_to_bool(&self, _: impl std::ops::Fn(&crate::polars_core::series::Series) -> crate::polars_core::datatypes::BooleanChunked) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn try_map_unary_elementwise_to_bool(&self, _: impl std::ops::Fn(&crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked>) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn apply_unary_elementwise(&self, _: impl std::ops::Fn(&crate::polars_core::series::Series) -> crate::polars_core::series::Series) -> crate::polars_core::frame::column::Column { loop {} }
pub fn try_apply_unary_elementwise(&self, _: impl std::ops::Fn(&crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn apply_broadcasting_binary_elementwise(&self, _: &Self, _: impl std::ops::Fn(&crate::polars_core::series::Series, &crate::polars_core::series::Series) -> crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn try_apply_broadcasting_binary_elementwise(&self, _: &Self, _: impl std::ops::Fn(&crate::polars_core::series::Series, &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn apply_binary_elementwise(&self, _: &Self, _: impl std::ops::Fn(&crate::polars_core::series::Series, &crate::polars_core::series::Series) -> crate::polars_core::series::Series, _: impl std::ops::Fn(&crate::polars_core::scalar::Scalar, &crate::polars_core::series::Series) -> crate::polars_core::series::Series, _: impl std::ops::Fn(&crate::polars_core::series::Series, &crate::polars_core::scalar::Scalar) -> crate::polars_core::series::Series) -> crate::polars_core::frame::column::Column { loop {} }
pub fn try_apply_binary_elementwise(&self, _: &Self, _: impl std::ops::Fn(&crate::polars_core::series::Series, &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>, _: impl std::ops::Fn(&crate::polars_core::scalar::Scalar, &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>, _: impl std::ops::Fn(&crate::polars_core::series::Series, &crate::polars_core::scalar::Scalar) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn n_chunks(&self) -> usize { loop {} }
pub fn trim_lists_to_normalized_offsets(&self) -> std::option::Option<crate::polars_core::frame::column::Column> { loop {} }
pub fn propagate_nulls(&self) -> std::option::Option<crate::polars_core::frame::column::Column> { loop {} }
pub fn deposit(&self, _: impl std::marker::Sized) -> crate::polars_core::frame::column::Column { loop {} }
}
impl crate::polars_core::frame::column::IntoColumn for crate::polars_core::frame::column::Column {  }
impl crate::polars_core::frame::column::IntoColumn for crate::polars_core::frame::column::scalar::ScalarColumn {  }
impl crate::polars_core::frame::column::scalar::ScalarColumn {
pub fn new(_: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::scalar::Scalar, _: usize) -> Self { loop {} }
pub fn new_empty(_: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn full_null(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn name(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub fn scalar(&self) -> &crate::polars_core::scalar::Scalar { loop {} }
pub fn dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn len(&self) -> usize { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn is_full_null(&self) -> bool { loop {} }
pub fn to_series(&self) -> crate::polars_core::series::Series { loop {} }
pub fn lazy_as_materialized_series(&self) -> std::option::Option<&crate::polars_core::series::Series> { loop {} }
pub fn as_materialized_series(&self) -> &crate::polars_core::series::Series { loop {} }
pub fn take_materialized_series(self) -> crate::polars_core::series::Series { loop {} }
pub fn as_single_value_series(&self) -> crate::polars_core::series::Series { loop {} }
pub fn as_n_values_series(&self, _: usize) -> crate::polars_core::series::Series { loop {} }
pub fn unit_scalar_from_series(_: crate::polars_core::series::Series) -> Self { loop {} }
pub fn from_single_value_series(_: crate::polars_core::series::Series, _: usize) -> Self { loop {} }
pub fn resize(&self, _: usize) -> crate::polars_core::frame::column::scalar::ScalarColumn { loop {} }
pub fn cast_with_options(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn strict_cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn cast_unchecked(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn rename(&mut self, _: crate::polars_utils::pl_str::PlSmallStr) -> &mut Self { loop {} }
pub fn has_nulls(&self) -> bool { loop {} }
pub fn drop_nulls(&self) -> Self { loop {} }
pub fn into_nulls(self) -> Self { loop {} }
pub fn to_unit_list(&self) -> Self { loop {} }
pub fn map_scalar(&mut self, _: impl std::ops::Fn(crate::polars_core::scalar::Scalar) -> crate::polars_core::scalar::Scalar) { loop {} }
pub fn with_value(&mut self, _: crate::polars_core::datatypes::any_value::AnyValue<'static>) -> &mut Self { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn empty() -> Self { loop {} }
pub fn empty_with_height(_: usize) -> Self { loop {} }
pub fn new(_: usize, _: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn new_infer_height(_: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn new_unchecked(_: usize, _: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn new_unchecked_infer_height(_: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn _new_unchecked_impl(_: usize, _: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn new_with_broadcast(_: usize, _: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn new_infer_broadcast(_: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn new_unchecked_with_broadcast(_: usize, _: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn new_unchecked_infer_broadcast(_: std::vec::Vec<crate::polars_core::frame::column::Column>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn empty_with_schema(_: &crate::polars_core::schema::Schema) -> Self { loop {} }
pub fn empty_with_arc_schema(_: crate::polars_core::schema::SchemaRef) -> Self { loop {} }
pub fn set_height(&mut self, _: usize) -> &mut Self { loop {} }
pub fn height(&self) -> usize { loop {} }
pub fn width(&self) -> usize { loop {} }
pub fn shape(&self) -> (usize, usize, ) { loop {} }
pub fn shape_has_zero(&self) -> bool { loop {} }
pub fn columns(&self) -> &[crate::polars_core::frame::column::Column] { loop {} }
pub fn into_columns(self) -> std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn columns_mut(&mut self) -> &mut std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn columns_mut_retain_schema(&mut self) -> &mut std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn schema(&self) -> &crate::polars_core::schema::SchemaRef { loop {} }
pub fn cached_schema(&self) -> std::option::Option<&crate::polars_core::schema::SchemaRef> { loop {} }
pub fn set_schema(&mut self, _: crate::polars_core::schema::SchemaRef) -> &mut Self { loop {} }
pub fn with_schema(self, _: crate::polars_core::schema::SchemaRef) -> Self { loop {} }
pub fn set_opt_schema(&mut self, _: std::option::Option<crate::polars_core::schema::SchemaRef>) -> &mut Self { loop {} }
pub fn set_schema_from(&mut self, _: &crate::polars_core::frame::dataframe::DataFrame) -> &mut Self { loop {} }
pub fn with_schema_from(self, _: &crate::polars_core::frame::dataframe::DataFrame) -> Self { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn explode_impl(&self, _: std::vec::Vec<crate::polars_core::frame::column::Column>, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn explode<I, S>(&self, _: I, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> where I: std::iter::IntoIterator<Item = S>, S: std::convert::AsRef<str> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn get_row(&self, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::frame::row::Row<'_>> { loop {} }
pub fn get_row_amortized<'a>(self: &'a Self, _: usize, _: &mut crate::polars_core::frame::row::Row<'a>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn get_row_amortized_unchecked<'a>(self: &'a Self, _: usize, _: &mut crate::polars_core::frame::row::Row<'a>) { loop {} }
pub fn from_rows_and_schema(_: &[crate::polars_core::frame::row::Row<'_>], _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn from_rows_iter_and_schema<'a, I>(_: I, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<Self> where I: std::iter::Iterator<Item = &'a crate::polars_core::frame::row::Row<'a>> { loop {} }
pub fn try_from_rows_iter_and_schema<'a, I>(_: I, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<Self> where I: std::iter::Iterator<Item = crate::polars_error::PolarsResult<&'a crate::polars_core::frame::row::Row<'a>>> { loop {} }
pub fn from_rows(_: &[crate::polars_core::frame::row::Row<'_>]) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn group_by_with_series(&self, _: std::vec::Vec<crate::polars_core::frame::column::Column>, _: bool, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::group_by::GroupBy<'_>> { loop {} }
pub fn group_by<I, S>(&self, _: I) -> crate::polars_error::PolarsResult<crate::polars_core::frame::group_by::GroupBy<'_>> where I: std::iter::IntoIterator<Item = S>, S: std::convert::AsRef<str> { loop {} }
pub fn group_by_stable<I, S>(&self, _: I) -> crate::polars_error::PolarsResult<crate::polars_core::frame::group_by::GroupBy<'_>> where I: std::iter::IntoIterator<Item = S>, S: std::convert::AsRef<str> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn hstack_mut_unchecked(&mut self, _: &[crate::polars_core::frame::column::Column]) -> &mut Self { loop {} }
pub fn hstack_mut(&mut self, _: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn materialized_column_iter(&self) -> impl std::iter::ExactSizeIterator<Item = &crate::polars_core::series::Series> { loop {} }
pub fn estimated_size(&self) -> usize { loop {} }
pub fn try_apply_columns(&self, _: impl std::ops::Fn(&crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + std::marker::Send + std::marker::Sync) -> crate::polars_error::PolarsResult<std::vec::Vec<crate::polars_core::frame::column::Column>> { loop {} }
pub fn apply_columns(&self, _: impl std::ops::Fn(&crate::polars_core::frame::column::Column) -> crate::polars_core::frame::column::Column + std::marker::Send + std::marker::Sync) -> std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn try_apply_columns_par(&self, _: impl std::ops::Fn(&crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + std::marker::Send + std::marker::Sync) -> crate::polars_error::PolarsResult<std::vec::Vec<crate::polars_core::frame::column::Column>> { loop {} }
pub fn apply_columns_par(&self, _: impl std::ops::Fn(&crate::polars_core::frame::column::Column) -> crate::polars_core::frame::column::Column + std::marker::Send + std::marker::Sync) -> std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn new_from_index(&self, _: usize, _: usize) -> Self { loop {} }
pub fn full_null(_: &crate::polars_core::schema::Schema, _: usize) -> Self { loop {} }
pub fn ensure_matches_schema(&mut self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn with_row_index(&self, _: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn with_row_index_mut(&mut self, _: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized) -> &mut Self { loop {} }
pub fn shrink_to_fit(&mut self) { loop {} }
pub fn rechunk_mut_par(&mut self) -> &mut Self { loop {} }
pub fn rechunk_mut(&mut self) -> &mut Self { loop {} }
pub fn should_rechunk(&self) -> bool { loop {} }
pub fn align_chunks_par(&mut self) -> &mut Self { loop {} }
pub fn align_chunks(&mut self) -> &mut Self { loop {} }
pub fn get_column_names(&self) -> std::vec::Vec<&crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn get_column_names_owned(&self) -> std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn set_column_names<T>(&mut self, _: &[T]) -> crate::polars_error::PolarsResult<()> where T: std::convert::AsRef<str> { loop {} }
pub fn dtypes(&self) -> std::vec::Vec<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn first_col_n_chunks(&self) -> usize { loop {} }
pub fn max_n_chunks(&self) -> usize { loop {} }
pub fn fields(&self) -> std::vec::Vec<crate::polars_core::datatypes::field::Field> { loop {} }
pub fn hstack(&self, _: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn vstack(&self, _: &crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn vstack_mut(&mut self, _: &crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn vstack_mut_owned(&mut self, _: crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn vstack_mut_unchecked(&mut self, _: &crate::polars_core::frame::dataframe::DataFrame) -> &mut Self { loop {} }
pub fn vstack_mut_owned_unchecked(&mut self, _: crate::polars_core::frame::dataframe::DataFrame) -> &mut Self { loop {} }
pub fn extend(&mut self, _: &crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn drop_in_place(&mut self, _: &str) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn drop_nulls<S>(&self, _: std::option::Option<&[S]>) -> crate::polars_error::PolarsResult<Self> where &'a S: std::convert::AsRef<str> { loop {} }
pub fn drop(&self, _: &str) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn drop_many<I, S>(&self, _: I) -> Self where I: std::iter::IntoIterator<Item = S>, S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn drop_many_amortized(&self, _: &crate::polars_utils::aliases::PlHashSet<crate::polars_utils::pl_str::PlSmallStr>) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn insert_column(&mut self, _: usize, _: crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn with_column(&mut self, _: crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn push_column_unchecked(&mut self, _: crate::polars_core::frame::column::Column) -> &mut Self { loop {} }
pub fn with_columns_mut(&mut self, _: impl std::iter::IntoIterator<Item = crate::polars_core::frame::column::Column>, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn get(&self, _: usize) -> std::option::Option<std::vec::Vec<crate::polars_core::datatypes::any_value::AnyValue<'_>>> { loop {} }
pub fn select_at_idx(&self, _: usize) -> std::option::Option<&crate::polars_core::frame::column::Column> { loop {} }
pub fn get_column_index(&self, _: &str) -> std::option::Option<usize> { loop {} }
pub fn try_get_column_index(&self, _: &str) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn column(&self, _: &str) -> crate::polars_error::PolarsResult<&crate::polars_core::frame::column::Column> { loop {} }
pub fn select<I, S>(&self, _: I) -> crate::polars_error::PolarsResult<Self> where I: std::iter::IntoIterator<Item = S>, S: std::convert::AsRef<str> { loop {} }
pub fn select_unchecked<I, S>(&self, _: I) -> crate::polars_error::PolarsResult<Self> where I: std::iter::IntoIterator<Item = S>, S: std::convert::AsRef<str> { loop {} }
pub fn select_to_vec(&self, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>) -> crate::polars_error::PolarsResult<std::vec::Vec<crate::polars_core::frame::column::Column>> { loop {} }
pub fn filter(&self, _: &crate::polars_core::datatypes::BooleanChunked) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn filter_seq(&self, _: &crate::polars_core::datatypes::BooleanChunked) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn take(&self, _: &crate::polars_core::datatypes::aliases::IdxCa) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn take_unchecked(&self, _: &crate::polars_core::datatypes::aliases::IdxCa) -> Self { loop {} }
pub fn gather_group_unchecked(&self, _: &crate::polars_core::frame::group_by::position::GroupsIndicator<'_>) -> Self { loop {} }
pub fn take_unchecked_impl(&self, _: &crate::polars_core::datatypes::aliases::IdxCa, _: bool) -> Self { loop {} }
pub fn take_slice_unchecked(&self, _: impl std::marker::Sized) -> Self { loop {} }
pub fn take_slice_unchecked_impl(&self, _: impl std::marker::Sized, _: bool) -> Self { loop {} }
pub fn rename(&mut self, _: &str, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn rename_many<'a>(&mut self, _: impl std::iter::Iterator<Item = (&'a str, crate::polars_utils::pl_str::PlSmallStr, )>) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn sort_in_place(&mut self, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn _to_metadata(&self) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn sort(&self, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn replace(&mut self, _: &str, _: crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn replace_column(&mut self, _: usize, _: crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn apply<F, C>(&mut self, _: &str, _: F) -> crate::polars_error::PolarsResult<&mut Self> where F: std::ops::FnOnce(&crate::polars_core::frame::column::Column) -> C, C: crate::polars_core::frame::column::IntoColumn { loop {} }
pub fn apply_at_idx<F, C>(&mut self, _: usize, _: F) -> crate::polars_error::PolarsResult<&mut Self> where F: std::ops::FnOnce(&crate::polars_core::frame::column::Column) -> C, C: crate::polars_core::frame::column::IntoColumn { loop {} }
pub fn try_apply_at_idx<F, C>(&mut self, _: usize, _: F) -> crate::polars_error::PolarsResult<&mut Self> where F: std::ops::FnOnce(&crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<C>, C: crate::polars_core::frame::column::IntoColumn { loop {} }
pub fn try_apply<F, C>(&mut self, _: &str, _: F) -> crate::polars_error::PolarsResult<&mut Self> where F: std::ops::FnOnce(&crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<C>, C: crate::polars_core::frame::column::IntoColumn { loop {} }
pub fn slice(&self, _: i64, _: usize) -> Self { loop {} }
pub fn split_at(&self, _: i64) -> (Self, Self, ) { loop {} }
pub fn clear(&self) -> Self { loop {} }
pub fn slice_par(&self, _: i64, _: usize) -> Self { loop {} }
pub fn _slice_and_realloc(&self, _: i64, _: usize) -> Self { loop {} }
pub fn head(&self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn tail(&self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn iter_chunks(&self, _: crate::polars_core::datatypes::dtype::CompatLevel, _: bool) -> impl '_ { loop {} }
pub fn iter_chunks_physical(&self) -> impl '_ { loop {} }
pub fn reverse(&self) -> Self { loop {} }
pub fn shift(&self, _: i64) -> Self { loop {} }
pub fn fill_null(&self, _: crate::polars_core::chunked_array::ops::FillNullStrategy) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn pipe<F, B>(self, _: F) -> crate::polars_error::PolarsResult<B> where F: std::ops::Fn(crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<B> { loop {} }
pub fn pipe_mut<F, B>(&mut self, _: F) -> crate::polars_error::PolarsResult<B> where F: std::ops::Fn(&mut crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<B> { loop {} }
pub fn pipe_with_args<F, B, Args>(self, _: F, _: Args) -> crate::polars_error::PolarsResult<B> where F: std::ops::Fn(crate::polars_core::frame::dataframe::DataFrame, Args) -> crate::polars_error::PolarsResult<B> { loop {} }
pub fn unique_stable(&self, _: std::option::Option<&[std::string::String]>, _: crate::polars_core::frame::UniqueKeepStrategy, _: std::option::Option<(i64, usize, )>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn unique<I, S>(&self, _: std::option::Option<&[std::string::String]>, _: crate::polars_core::frame::UniqueKeepStrategy, _: std::option::Option<(i64, usize, )>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn unique_impl(&self, _: bool, _: std::option::Option<std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>>, _: crate::polars_core::frame::UniqueKeepStrategy, _: std::option::Option<(i64, usize, )>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn is_unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_duplicated(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn null_count(&self) -> Self { loop {} }
pub fn get_supertype(&self) -> std::option::Option<crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType>> { loop {} }
pub fn append_record_batch(&mut self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn sample_n(&self, _: &crate::polars_core::series::Series, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sample_n_literal(&self, _: usize, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sample_frac(&self, _: &crate::polars_core::series::Series, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn schema_equal(&self, _: &crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn equals(&self, _: &crate::polars_core::frame::dataframe::DataFrame) -> bool { loop {} }
pub fn equals_missing(&self, _: &crate::polars_core::frame::dataframe::DataFrame) -> bool { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn split_chunks(&mut self) -> impl std::iter::Iterator<Item = crate::polars_core::frame::dataframe::DataFrame> + '_ { loop {} }
pub fn split_chunks_by_n(self, _: usize, _: bool) -> std::vec::Vec<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
}
impl crate::polars_core::frame::dataframe::DataFrame {
pub fn transpose(&mut self, _: std::option::Option<&str>, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn transpose_impl(&mut self, _: std::option::Option<&str>, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
}
impl crate::polars_core::frame::explode::UnpivotArgsIR {
pub fn new(_: std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>, _: std::option::Option<std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>>, _: std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
}
impl crate::polars_core::frame::group_by::aggregations::agg_list::AggList for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::frame::group_by::aggregations::agg_list::AggList for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::frame::group_by::aggregations::agg_list::AggList for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::frame::group_by::aggregations::agg_list::AggList for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::frame::group_by::into_groups::IntoGroupsType for crate::polars_core::datatypes::BinaryChunked {  }
impl crate::polars_core::frame::group_by::into_groups::IntoGroupsType for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl crate::polars_core::frame::group_by::into_groups::IntoGroupsType for crate::polars_core::datatypes::BooleanChunked {  }
impl crate::polars_core::frame::group_by::into_groups::IntoGroupsType for crate::polars_core::datatypes::ListChunked {  }
impl crate::polars_core::frame::group_by::into_groups::IntoGroupsType for crate::polars_core::datatypes::StringChunked {  }
impl crate::polars_core::frame::group_by::position::GroupPositions {
pub fn slice(&self, _: i64, _: usize) -> Self { loop {} }
pub fn sort_by_first_idx(&mut self) { loop {} }
pub fn unroll(self) -> crate::polars_core::frame::group_by::position::GroupPositions { loop {} }
pub fn as_unrolled_slice(&self) -> std::option::Option<&crate::polars_core::frame::group_by::position::GroupsSlice> { loop {} }
pub fn is_same(&self, _: &Self) -> bool { loop {} }
}
impl crate::polars_core::frame::group_by::position::GroupsIdx {
pub fn new(_: impl std::marker::Sized, _: impl std::marker::Sized, _: bool) -> Self { loop {} }
pub fn sort_by_first_idx(&mut self) { loop {} }
pub fn is_sorted_by_first_idx(&self) -> bool { loop {} }
pub fn new_empty() -> Self { loop {} }
}
impl crate::polars_core::frame::group_by::position::GroupsIndicator<'_> {
pub fn len(&self) -> usize { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
}
impl crate::polars_core::frame::group_by::position::GroupsType {
pub fn new_slice(_: crate::polars_core::frame::group_by::position::GroupsSlice, _: bool, _: bool) -> Self { loop {} }
pub fn into_idx(self) -> crate::polars_core::frame::group_by::position::GroupsIdx { loop {} }
pub fn iter(&self) -> crate::polars_core::frame::group_by::position::GroupsTypeIter<'_> { loop {} }
pub fn sort_by_first_idx(&mut self) { loop {} }
pub fn is_overlapping(&self) -> bool { loop {} }
pub fn is_monotonic(&self) -> bool { loop {} }
pub fn check_lengths(self: &crate::polars_core::frame::group_by::position::GroupsType, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn par_iter(&self) -> crate::polars_core::frame::group_by::position::GroupsTypeParIter<'_> { loop {} }
pub fn unwrap_idx(&self) -> &crate::polars_core::frame::group_by::position::GroupsIdx { loop {} }
pub fn unwrap_slice(&self) -> &crate::polars_core::frame::group_by::position::GroupsSlice { loop {} }
pub fn get(&self, _: usize) -> crate::polars_core::frame::group_by::position::GroupsIndicator<'_> { loop {} }
pub fn idx_mut(&mut self) -> &mut crate::polars_core::frame::group_by::position::GroupsIdx { loop {} }
pub fn len(&self) -> usize { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn group_count(&self) -> crate::polars_core::datatypes::aliases::IdxCa { loop {} }
pub fn as_list_chunked(&self) -> crate::polars_core::datatypes::ListChunked { loop {} }
pub fn into_sliceable(self) -> crate::polars_core::frame::group_by::position::GroupPositions { loop {} }
pub fn num_elements(&self) -> usize { loop {} }
}
impl crate::polars_core::named_from::NamedFrom<&crate::polars_core::series::Series, str> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<i32>, crate::polars_core::datatypes::Int32Type> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int32Type> {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<i32>, crate::polars_core::datatypes::Int32Type> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<i64>, crate::polars_core::datatypes::Int64Type> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int64Type> {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<i64>, crate::polars_core::datatypes::Int64Type> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<u32>, crate::polars_core::datatypes::UInt32Type> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type> {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<u32>, crate::polars_core::datatypes::UInt32Type> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<u64>, crate::polars_core::datatypes::UInt64Type> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt64Type> {  }
impl crate::polars_core::named_from::NamedFrom<std::ops::Range<u64>, crate::polars_core::datatypes::UInt64Type> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFromOwned<std::vec::Vec<f32>> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFromOwned<std::vec::Vec<f64>> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFromOwned<std::vec::Vec<i32>> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFromOwned<std::vec::Vec<i64>> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFromOwned<std::vec::Vec<u32>> for crate::polars_core::series::Series {  }
impl crate::polars_core::named_from::NamedFromOwned<std::vec::Vec<u64>> for crate::polars_core::series::Series {  }
impl crate::polars_core::query_result::QueryResult {
pub fn unwrap_single(self) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn unwrap_multiple(self) -> std::vec::Vec<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
}
impl crate::polars_core::scalar::Scalar {
pub fn new(_: crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::datatypes::any_value::AnyValue<'static>) -> Self { loop {} }
pub fn null(_: crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn new_idxsize(_: impl std::marker::Sized) -> Self { loop {} }
pub fn cast_with_options(self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn is_null(&self) -> bool { loop {} }
pub fn is_nan(&self) -> bool { loop {} }
pub fn into_value(self) -> crate::polars_core::datatypes::any_value::AnyValue<'static> { loop {} }
pub fn value(&self) -> &crate::polars_core::datatypes::any_value::AnyValue<'static> { loop {} }
pub fn as_any_value(&self) -> crate::polars_core::datatypes::any_value::AnyValue<'_> { loop {} }
pub fn into_series(self, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::series::Series { loop {} }
pub fn into_column(self, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::frame::column::Column { loop {} }
pub fn dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn update(&mut self, _: crate::polars_core::datatypes::any_value::AnyValue<'static>) { loop {} }
pub fn with_value(self, _: crate::polars_core::datatypes::any_value::AnyValue<'static>) -> Self { loop {} }
pub fn any_value_mut(&mut self) -> &mut crate::polars_core::datatypes::any_value::AnyValue<'static> { loop {} }
pub fn to_physical(self) -> crate::polars_core::scalar::Scalar { loop {} }
}
impl crate::polars_core::scalar::Scalar {
pub fn new_list(_: crate::polars_core::series::Series) -> Self { loop {} }
}
impl crate::polars_core::schema::SchemaExt for crate::polars_core::schema::Schema {  }
impl crate::polars_core::schema::SchemaNamesAndDtypes for crate::polars_core::schema::Schema { type DataType = crate::polars_core::datatypes::dtype::DataType; }
impl crate::polars_core::series::Series {
pub fn equals(&self, _: &crate::polars_core::series::Series) -> bool { loop {} }
pub fn equals_missing(&self, _: &crate::polars_core::series::Series) -> bool { loop {} }
}
impl crate::polars_core::series::Series {
pub fn extend_constant(&self, _: crate::polars_core::datatypes::any_value::AnyValue<'_>, _: usize) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn fill_null(&self, _: crate::polars_core::chunked_array::ops::FillNullStrategy) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn fmt_list(&self) -> std::string::String { loop {} }
}
impl crate::polars_core::series::Series {
pub fn from_any_values(_: crate::polars_utils::pl_str::PlSmallStr, _: &[crate::polars_core::datatypes::any_value::AnyValue<'_>], _: bool) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn from_any_values_and_dtype(_: crate::polars_utils::pl_str::PlSmallStr, _: &[crate::polars_core::datatypes::any_value::AnyValue<'_>], _: &crate::polars_core::datatypes::dtype::DataType, _: bool) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn from_array<A>(_: crate::polars_utils::pl_str::PlSmallStr, _: A) -> Self { loop {} }
pub fn from_chunk_and_dtype(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn from_chunks_and_dtype_unchecked(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized, _: &crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn _try_from_arrow_unchecked(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn _try_from_arrow_unchecked_with_md(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized, _: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn full_null(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: &crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
}
impl crate::polars_core::series::Series {
pub fn get_leaf_array(&self) -> crate::polars_core::series::Series { loop {} }
pub fn to_unit_list(&self) -> crate::polars_core::datatypes::ListChunked { loop {} }
pub fn implode(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn reshape_list(&self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn iter(&self) -> crate::polars_core::series::iterator::SeriesIter<'_> { loop {} }
pub fn phys_iter(&self) -> crate::polars_core::series::iterator::SeriesPhysIter<'_> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn new_empty(_: crate::polars_utils::pl_str::PlSmallStr, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::series::Series { loop {} }
pub fn clear(&self) -> crate::polars_core::series::Series { loop {} }
pub fn take_inner<T: crate::polars_core::datatypes::PolarsPhysicalType>(self) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} }
pub fn select_chunk(&self, _: usize) -> Self { loop {} }
pub fn is_sorted_flag(&self) -> crate::polars_core::series::series_trait::IsSorted { loop {} }
pub fn set_sorted_flag(&mut self, _: crate::polars_core::series::series_trait::IsSorted) { loop {} }
pub fn into_frame(self) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn rename(&mut self, _: crate::polars_utils::pl_str::PlSmallStr) -> &mut crate::polars_core::series::Series { loop {} }
pub fn with_name(self, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::series::Series { loop {} }
pub fn from_arrow_chunks(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn from_arrow(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn shrink_to_fit(&mut self) { loop {} }
pub fn append(&mut self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn append_owned(&mut self, _: crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn compute_len(&mut self) { loop {} }
pub fn extend(&mut self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<&mut Self> { loop {} }
pub fn sort(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn as_single_ptr(&mut self) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn cast_with_options(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn cast_unchecked(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn from_physical_unchecked(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn to_float(&self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn sum<T>(&self) -> crate::polars_error::PolarsResult<T> { loop {} }
pub fn min<T>(&self) -> crate::polars_error::PolarsResult<std::option::Option<T>> { loop {} }
pub fn max<T>(&self) -> crate::polars_error::PolarsResult<std::option::Option<T>> { loop {} }
pub fn explode(&self, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn is_nan(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_not_nan(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_finite(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn is_infinite(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn zip_with(&self, _: &crate::polars_core::datatypes::BooleanChunked, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn to_physical_repr(&self) -> std::borrow::Cow<'_, crate::polars_core::series::Series> { loop {} }
pub fn to_storage(&self) -> &crate::polars_core::series::Series { loop {} }
pub fn gather_every(&self, _: usize, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn sum_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn mean_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn product(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
pub fn strict_cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn into_date(self) -> crate::polars_core::series::Series { loop {} }
pub fn into_datetime(self, _: crate::polars_core::datatypes::temporal::time_unit::TimeUnit, _: std::option::Option<crate::polars_core::datatypes::temporal::time_zone::TimeZone>) -> crate::polars_core::series::Series { loop {} }
pub fn into_duration(self, _: crate::polars_core::datatypes::temporal::time_unit::TimeUnit) -> crate::polars_core::series::Series { loop {} }
pub fn str_value(&self, _: usize) -> crate::polars_error::PolarsResult<std::borrow::Cow<'_, str>> { loop {} }
pub fn head(&self, _: std::option::Option<usize>) -> crate::polars_core::series::Series { loop {} }
pub fn tail(&self, _: std::option::Option<usize>) -> crate::polars_core::series::Series { loop {} }
pub fn unique_stable(&self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn try_idx(&self) -> std::option::Option<&crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn idx(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn estimated_size(&self) -> usize { loop {} }
pub fn row_encode_unordered(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn row_encode_ordered(&self, _: bool, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn new_null(_: crate::polars_utils::pl_str::PlSmallStr, _: usize) -> crate::polars_core::series::Series { loop {} }
}
impl crate::polars_core::series::Series {
pub fn sample_n(&self, _: usize, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sample_frac(&self, _: f64, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn shuffle(&self, _: std::option::Option<u64>) -> Self { loop {} }
}
impl crate::polars_core::series::Series {
pub fn try_add_owned(self, _: Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn try_sub_owned(self, _: Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn try_mul_owned(self, _: Self) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn try_i8(&self) -> std::option::Option<&crate::polars_core::datatypes::Int8Chunked> { loop {} }
pub fn try_i16(&self) -> std::option::Option<&crate::polars_core::datatypes::Int16Chunked> { loop {} }
pub fn try_i32(&self) -> std::option::Option<&crate::polars_core::datatypes::Int32Chunked> { loop {} }
pub fn try_i64(&self) -> std::option::Option<&crate::polars_core::datatypes::Int64Chunked> { loop {} }
pub fn try_f32(&self) -> std::option::Option<&crate::polars_core::datatypes::Float32Chunked> { loop {} }
pub fn try_f64(&self) -> std::option::Option<&crate::polars_core::datatypes::Float64Chunked> { loop {} }
pub fn try_u8(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt8Chunked> { loop {} }
pub fn try_u16(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt16Chunked> { loop {} }
pub fn try_u32(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt32Chunked> { loop {} }
pub fn try_u64(&self) -> std::option::Option<&crate::polars_core::datatypes::UInt64Chunked> { loop {} }
pub fn try_bool(&self) -> std::option::Option<&crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn try_str(&self) -> std::option::Option<&crate::polars_core::datatypes::StringChunked> { loop {} }
pub fn try_binary(&self) -> std::option::Option<&crate::polars_core::datatypes::BinaryChunked> { loop {} }
pub fn try_binary_offset(&self) -> std::option::Option<&crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn try_list(&self) -> std::option::Option<&crate::polars_core::datatypes::ListChunked> { loop {} }
pub fn i8(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int8Chunked> { loop {} }
pub fn i16(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int16Chunked> { loop {} }
pub fn i32(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int32Chunked> { loop {} }
pub fn i64(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Int64Chunked> { loop {} }
pub fn f32(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Float32Chunked> { loop {} }
pub fn f64(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::Float64Chunked> { loop {} }
pub fn u8(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt8Chunked> { loop {} }
pub fn u16(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt16Chunked> { loop {} }
pub fn u32(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt32Chunked> { loop {} }
pub fn u64(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::UInt64Chunked> { loop {} }
pub fn bool(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::BooleanChunked> { loop {} }
pub fn str(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::StringChunked> { loop {} }
pub fn binary(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::BinaryChunked> { loop {} }
pub fn binary_offset(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn list(&self) -> crate::polars_error::PolarsResult<&crate::polars_core::datatypes::ListChunked> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn try_new<T>(_: crate::polars_utils::pl_str::PlSmallStr, _: T) -> std::result::Result<Self, <(crate::polars_utils::pl_str::PlSmallStr, T, ) as std::convert::TryInto<Self>>::Error> where (crate::polars_utils::pl_str::PlSmallStr, T, ): std::convert::TryInto<Self> { loop {} }
}
impl crate::polars_core::series::Series {
pub fn wrapping_trunc_div_scalar<T>(&self, _: T) -> Self { loop {} }
}
impl crate::polars_core::series::arithmetic::borrowed::NumOpsDispatchInner for crate::polars_core::datatypes::BinaryType {  }
impl crate::polars_core::series::arithmetic::borrowed::NumOpsDispatchInner for crate::polars_core::datatypes::BooleanType {  }
impl crate::polars_core::series::arithmetic::borrowed::NumOpsDispatchInner for crate::polars_core::datatypes::ListType {  }
impl crate::polars_core::series::arithmetic::borrowed::NumOpsDispatchInner for crate::polars_core::datatypes::StringType {  }
impl crate::polars_core::series::arithmetic::list::NumericListOp {
pub fn add() -> Self { loop {} }
pub fn sub() -> Self { loop {} }
pub fn mul() -> Self { loop {} }
pub fn div() -> Self { loop {} }
pub fn rem() -> Self { loop {} }
pub fn floor_div() -> Self { loop {} }
pub fn try_get_leaf_supertype(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
}
impl crate::polars_core::series::arithmetic::list::NumericListOp {
pub fn execute(&self, _: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
impl crate::polars_core::series::from::IntoSeries for crate::polars_core::series::Series {  }
impl crate::polars_core::series::from::IntoSeries for std::sync::Arc<dyn crate::polars_core::series::series_trait::SeriesTrait> {  }
impl crate::polars_core::series::series_trait::IsSorted {
pub fn reverse(self) -> Self { loop {} }
}
impl std::clone::Clone for crate::polars_core::chunked_array::cast::CastOptions {  }
impl std::clone::Clone for crate::polars_core::chunked_array::ops::ExplodeOptions {  }
impl std::clone::Clone for crate::polars_core::chunked_array::ops::FillNullStrategy {  }
impl std::clone::Clone for crate::polars_core::chunked_array::ops::search_sorted::SearchSortedSide {  }
impl std::clone::Clone for crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions {  }
impl std::clone::Clone for crate::polars_core::chunked_array::ops::sort::options::SortOptions {  }
impl std::clone::Clone for crate::polars_core::datatypes::BinaryOffsetType {  }
impl std::clone::Clone for crate::polars_core::datatypes::BinaryType {  }
impl std::clone::Clone for crate::polars_core::datatypes::BooleanType {  }
impl std::clone::Clone for crate::polars_core::datatypes::Categorical16Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Categorical32Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Categorical8Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::CategoricalType {  }
impl std::clone::Clone for crate::polars_core::datatypes::DateType {  }
impl std::clone::Clone for crate::polars_core::datatypes::DatetimeType {  }
impl std::clone::Clone for crate::polars_core::datatypes::DurationType {  }
impl std::clone::Clone for crate::polars_core::datatypes::Float32Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Float64Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Int16Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Int32Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Int64Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::Int8Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::StringType {  }
impl std::clone::Clone for crate::polars_core::datatypes::TimeType {  }
impl std::clone::Clone for crate::polars_core::datatypes::UInt16Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::UInt32Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::UInt64Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::UInt8Type {  }
impl std::clone::Clone for crate::polars_core::datatypes::dtype::CompatLevel {  }
impl std::clone::Clone for crate::polars_core::datatypes::dtype::DataType {  }
impl std::clone::Clone for crate::polars_core::datatypes::dtype::UnknownKind {  }
impl std::clone::Clone for crate::polars_core::datatypes::field::Field {  }
impl std::clone::Clone for crate::polars_core::datatypes::temporal::time_unit::TimeUnit {  }
impl std::clone::Clone for crate::polars_core::datatypes::temporal::time_zone::TimeZone {  }
impl std::clone::Clone for crate::polars_core::frame::PivotColumnNaming {  }
impl std::clone::Clone for crate::polars_core::frame::UniqueKeepStrategy {  }
impl std::clone::Clone for crate::polars_core::frame::column::Column {  }
impl std::clone::Clone for crate::polars_core::frame::column::scalar::ScalarColumn {  }
impl std::clone::Clone for crate::polars_core::frame::dataframe::DataFrame {  }
impl std::clone::Clone for crate::polars_core::frame::explode::UnpivotArgsIR {  }
impl std::clone::Clone for crate::polars_core::frame::group_by::GroupByMethod {  }
impl std::clone::Clone for crate::polars_core::frame::group_by::position::GroupPositions {  }
impl std::clone::Clone for crate::polars_core::frame::group_by::position::GroupsIdx {  }
impl std::clone::Clone for crate::polars_core::frame::group_by::position::GroupsType {  }
impl std::clone::Clone for crate::polars_core::scalar::Scalar {  }
impl std::clone::Clone for crate::polars_core::series::Series {  }
impl std::clone::Clone for crate::polars_core::series::arithmetic::list::NumericListOp {  }
impl std::clone::Clone for crate::polars_core::series::ops::NullBehavior {  }
impl std::clone::Clone for crate::polars_core::series::series_trait::IsSorted {  }
impl std::convert::AsRef<crate::polars_core::datatypes::dtype::DataType> for crate::polars_core::datatypes::dtype::DataType {  }
impl std::convert::AsRef<crate::polars_core::datatypes::dtype::DataType> for crate::polars_core::datatypes::field::Field {  }
impl std::convert::AsRef<crate::polars_core::frame::group_by::position::GroupsType> for crate::polars_core::frame::group_by::position::GroupPositions {  }
impl std::convert::From<&crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions> for crate::polars_core::chunked_array::ops::sort::options::SortOptions {  }
impl std::convert::From<&crate::polars_core::chunked_array::ops::sort::options::SortOptions> for crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions {  }
impl std::convert::From<&crate::polars_core::frame::row::Row<'_>> for crate::polars_core::schema::Schema {  }
impl std::convert::From<(&crate::polars_core::datatypes::dtype::DataType, usize, )> for crate::polars_core::frame::row::av_buffer::AnyValueBuffer<'_> {  }
impl std::convert::From<(&crate::polars_core::datatypes::dtype::DataType, usize, )> for crate::polars_core::frame::row::av_buffer::AnyValueBufferTrusted<'_> {  }
impl std::convert::From<bool> for crate::polars_core::datatypes::any_value::AnyValue<'static> {  }
impl std::convert::From<bool> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>> for std::vec::Vec<std::option::Option<bool>> {  }
impl std::convert::From<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType>> for std::vec::Vec<std::option::Option<std::string::String>> {  }
impl std::convert::From<crate::polars_core::datatypes::any_value::AnyValue<'_>> for crate::polars_core::datatypes::dtype::DataType {  }
impl std::convert::From<crate::polars_core::datatypes::field::Field> for (crate::polars_utils::pl_str::PlSmallStr, crate::polars_core::datatypes::dtype::DataType, ) {  }
impl std::convert::From<crate::polars_core::frame::PivotColumnNaming> for &'static str {  }
impl std::convert::From<crate::polars_core::frame::UniqueKeepStrategy> for &'static str {  }
impl std::convert::From<crate::polars_core::frame::column::scalar::ScalarColumn> for crate::polars_core::frame::column::Column {  }
impl std::convert::From<crate::polars_core::frame::group_by::position::GroupsIdx> for crate::polars_core::frame::group_by::position::GroupsType {  }
impl std::convert::From<crate::polars_core::series::Series> for crate::polars_core::frame::column::Column {  }
impl std::convert::From<crate::polars_utils::pl_str::PlSmallStr> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<f32> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<f64> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<i128> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<i16> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<i32> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<i64> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<i8> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<std::vec::Vec<u8>> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<u128> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<u16> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<u32> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<u64> for crate::polars_core::scalar::Scalar {  }
impl std::convert::From<u8> for crate::polars_core::scalar::Scalar {  }
impl std::default::Default for crate::polars_core::chunked_array::cast::CastOptions {  }
impl std::default::Default for crate::polars_core::chunked_array::ops::search_sorted::SearchSortedSide {  }
impl std::default::Default for crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions {  }
impl std::default::Default for crate::polars_core::chunked_array::ops::sort::options::SortOptions {  }
impl std::default::Default for crate::polars_core::datatypes::dtype::UnknownKind {  }
impl std::default::Default for crate::polars_core::frame::PivotColumnNaming {  }
impl std::default::Default for crate::polars_core::frame::UniqueKeepStrategy {  }
impl std::default::Default for crate::polars_core::frame::column::Column {  }
impl std::default::Default for crate::polars_core::frame::dataframe::DataFrame {  }
impl std::default::Default for crate::polars_core::frame::explode::UnpivotArgsIR {  }
impl std::default::Default for crate::polars_core::frame::group_by::position::GroupPositions {  }
impl std::default::Default for crate::polars_core::frame::group_by::position::GroupsIdx {  }
impl std::default::Default for crate::polars_core::frame::group_by::position::GroupsType {  }
impl std::default::Default for crate::polars_core::scalar::Scalar {  }
impl std::default::Default for crate::polars_core::series::Series {  }
impl std::default::Default for crate::polars_core::series::ops::NullBehavior {  }
impl std::fmt::Display for crate::polars_core::datatypes::any_value::AnyValue<'_> {  }
impl std::fmt::Display for crate::polars_core::datatypes::dtype::DataType {  }
impl std::fmt::Display for crate::polars_core::datatypes::temporal::time_unit::TimeUnit {  }
impl std::fmt::Display for crate::polars_core::datatypes::temporal::time_zone::TimeZone {  }
impl std::fmt::Display for crate::polars_core::frame::dataframe::DataFrame {  }
impl std::fmt::Display for crate::polars_core::frame::group_by::GroupByMethod {  }
impl std::fmt::Display for crate::polars_core::series::Series {  }
impl std::iter::ExactSizeIterator for crate::polars_core::series::iterator::SeriesIter<'_> {  }
impl std::iter::FromIterator<bool> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<f32> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<f64> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<i32> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<i64> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<bool>> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {  }
impl std::iter::FromIterator<std::option::Option<bool>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<f32>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<f64>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<i32>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<i64>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<std::string::String>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<u32>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::option::Option<u64>> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<std::string::String> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<u32> for crate::polars_core::series::Series {  }
impl std::iter::FromIterator<u64> for crate::polars_core::series::Series {  }
impl std::marker::Copy for crate::polars_core::chunked_array::cast::CastOptions {  }
impl std::marker::Copy for crate::polars_core::chunked_array::ops::ExplodeOptions {  }
impl std::marker::Copy for crate::polars_core::chunked_array::ops::FillNullStrategy {  }
impl std::marker::Copy for crate::polars_core::chunked_array::ops::search_sorted::SearchSortedSide {  }
impl std::marker::Copy for crate::polars_core::chunked_array::ops::sort::options::SortOptions {  }
impl std::marker::Copy for crate::polars_core::datatypes::BinaryOffsetType {  }
impl std::marker::Copy for crate::polars_core::datatypes::BinaryType {  }
impl std::marker::Copy for crate::polars_core::datatypes::BooleanType {  }
impl std::marker::Copy for crate::polars_core::datatypes::Categorical16Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Categorical32Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Categorical8Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::CategoricalType {  }
impl std::marker::Copy for crate::polars_core::datatypes::DateType {  }
impl std::marker::Copy for crate::polars_core::datatypes::DatetimeType {  }
impl std::marker::Copy for crate::polars_core::datatypes::DurationType {  }
impl std::marker::Copy for crate::polars_core::datatypes::Float32Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Float64Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Int16Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Int32Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Int64Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::Int8Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::StringType {  }
impl std::marker::Copy for crate::polars_core::datatypes::TimeType {  }
impl std::marker::Copy for crate::polars_core::datatypes::UInt16Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::UInt32Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::UInt64Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::UInt8Type {  }
impl std::marker::Copy for crate::polars_core::datatypes::dtype::CompatLevel {  }
impl std::marker::Copy for crate::polars_core::datatypes::dtype::UnknownKind {  }
impl std::marker::Copy for crate::polars_core::datatypes::temporal::time_unit::TimeUnit {  }
impl std::marker::Copy for crate::polars_core::frame::PivotColumnNaming {  }
impl std::marker::Copy for crate::polars_core::frame::UniqueKeepStrategy {  }
impl std::marker::Copy for crate::polars_core::frame::group_by::GroupByMethod {  }
impl std::marker::Copy for crate::polars_core::series::ops::NullBehavior {  }
impl std::marker::Copy for crate::polars_core::series::series_trait::IsSorted {  }
impl std::ops::Add for &crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Add for &crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Add for crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Add for crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Deref for crate::polars_core::datatypes::temporal::time_zone::TimeZone { type Target = crate::polars_utils::pl_str::PlSmallStr; }
impl std::ops::Deref for crate::polars_core::frame::group_by::position::GroupPositions { type Target = crate::polars_core::frame::group_by::position::GroupsType; }
impl std::ops::Deref for crate::polars_core::series::Series { type Target = dyn crate::polars_core::series::series_trait::SeriesTrait; }
impl std::ops::Div for &crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Div for &crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Div for crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Div for crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Index<&str> for crate::polars_core::frame::dataframe::DataFrame { type Output = crate::polars_core::frame::column::Column; }
impl std::ops::Index<std::ops::Range<usize>> for crate::polars_core::frame::dataframe::DataFrame { type Output = [crate::polars_core::frame::column::Column]; }
impl std::ops::Index<std::ops::RangeFrom<usize>> for crate::polars_core::frame::dataframe::DataFrame { type Output = [crate::polars_core::frame::column::Column]; }
impl std::ops::Index<std::ops::RangeFull> for crate::polars_core::frame::dataframe::DataFrame { type Output = [crate::polars_core::frame::column::Column]; }
impl std::ops::Index<std::ops::RangeInclusive<usize>> for crate::polars_core::frame::dataframe::DataFrame { type Output = [crate::polars_core::frame::column::Column]; }
impl std::ops::Index<std::ops::RangeTo<usize>> for crate::polars_core::frame::dataframe::DataFrame { type Output = [crate::polars_core::frame::column::Column]; }
impl std::ops::Index<std::ops::RangeToInclusive<usize>> for crate::polars_core::frame::dataframe::DataFrame { type Output = [crate::polars_core::frame::column::Column]; }
impl std::ops::Index<usize> for crate::polars_core::frame::dataframe::DataFrame { type Output = crate::polars_core::frame::column::Column; }
impl std::ops::Mul for &crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Mul for &crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Mul for crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Mul for crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Rem for &crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Rem for &crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Rem for crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Sub for &crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Sub for &crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl std::ops::Sub for crate::polars_core::frame::column::Column { type Output = std::result::Result<crate::polars_core::frame::column::Column, crate::polars_error::PolarsError>; }
impl std::ops::Sub for crate::polars_core::series::Series { type Output = std::result::Result<crate::polars_core::series::Series, crate::polars_error::PolarsError>; }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_core::frame::PivotColumnNaming> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_core::frame::UniqueKeepStrategy> for &'static str {  }
impl<'a, T: std::convert::AsRef<[&'a [u8]]>> crate::polars_core::named_from::NamedFrom<T, [&'a [u8]]> for crate::polars_core::datatypes::BinaryChunked {  }
impl<'a, T: std::convert::AsRef<[&'a [u8]]>> crate::polars_core::named_from::NamedFrom<T, [&'a [u8]]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[&'a str]>> crate::polars_core::named_from::NamedFrom<T, [&'a str]> for crate::polars_core::datatypes::StringChunked {  }
impl<'a, T: std::convert::AsRef<[&'a str]>> crate::polars_core::named_from::NamedFrom<T, [&'a str]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[crate::polars_core::datatypes::any_value::AnyValue<'a>]>> crate::polars_core::named_from::NamedFrom<T, [crate::polars_core::datatypes::any_value::AnyValue<'a>]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[std::borrow::Cow<'a, [u8]>]>> crate::polars_core::named_from::NamedFrom<T, [std::borrow::Cow<'a, [u8]>]> for crate::polars_core::datatypes::BinaryChunked {  }
impl<'a, T: std::convert::AsRef<[std::borrow::Cow<'a, [u8]>]>> crate::polars_core::named_from::NamedFrom<T, [std::borrow::Cow<'a, [u8]>]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[std::borrow::Cow<'a, str>]>> crate::polars_core::named_from::NamedFrom<T, [std::borrow::Cow<'a, str>]> for crate::polars_core::datatypes::StringChunked {  }
impl<'a, T: std::convert::AsRef<[std::borrow::Cow<'a, str>]>> crate::polars_core::named_from::NamedFrom<T, [std::borrow::Cow<'a, str>]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<&'a [u8]>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<&'a [u8]>]> for crate::polars_core::datatypes::BinaryChunked {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<&'a [u8]>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<&'a [u8]>]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<&'a str>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<&'a str>]> for crate::polars_core::datatypes::StringChunked {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<&'a str>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<&'a str>]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<std::borrow::Cow<'a, [u8]>>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::borrow::Cow<'a, [u8]>>]> for crate::polars_core::datatypes::BinaryChunked {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<std::borrow::Cow<'a, [u8]>>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::borrow::Cow<'a, [u8]>>]> for crate::polars_core::series::Series {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<std::borrow::Cow<'a, str>>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::borrow::Cow<'a, str>>]> for crate::polars_core::datatypes::StringChunked {  }
impl<'a, T: std::convert::AsRef<[std::option::Option<std::borrow::Cow<'a, str>>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::borrow::Cow<'a, str>>]> for crate::polars_core::series::Series {  }
impl<'a, T> crate::polars_core::chunked_array::ops::ChunkApply<'a, <T as crate::polars_core::datatypes::PolarsNumericType>::Native> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType { type FuncRet = <T as crate::polars_core::datatypes::PolarsNumericType>::Native; }
impl<'a, T> crate::polars_core::chunked_array::ops::ChunkSet<'a, <T as crate::polars_core::datatypes::PolarsNumericType>::Native, <T as crate::polars_core::datatypes::PolarsNumericType>::Native> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<'a, T> crate::polars_core::chunked_array::ops::ChunkShift<T> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<IsNested = crate::polars_core::datatypes::FalseT, IsObject = crate::polars_core::datatypes::FalseT>, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkFull<T::Physical> + crate::polars_core::chunked_array::ops::ChunkFullNull {  }
impl<'a, T> crate::polars_core::chunked_array::ops::ChunkShiftFill<T, std::option::Option<<T as crate::polars_core::datatypes::PolarsDataType>::Physical>> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<IsNested = crate::polars_core::datatypes::FalseT, IsObject = crate::polars_core::datatypes::FalseT>, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkFull<T::Physical> + crate::polars_core::chunked_array::ops::ChunkFullNull {  }
impl<'a, T> std::convert::From<&'a crate::polars_core::chunked_array::ChunkedArray<T>> for std::vec::Vec<std::option::Option<T::Physical>> where T: crate::polars_core::datatypes::PolarsDataType {  }
impl<'a, T> std::convert::From<std::option::Option<T>> for crate::polars_core::datatypes::any_value::AnyValue<'a> where T: std::convert::Into<crate::polars_core::datatypes::any_value::AnyValue<'a>> {  }
impl<'a> crate::polars_core::chunked_array::ops::ChunkApply<'a, &'a [u8]> for crate::polars_core::datatypes::BinaryChunked { type FuncRet = std::borrow::Cow<'a, [u8]>; }
impl<'a> crate::polars_core::chunked_array::ops::ChunkApply<'a, &'a str> for crate::polars_core::datatypes::StringChunked { type FuncRet = std::borrow::Cow<'a, str>; }
impl<'a> crate::polars_core::chunked_array::ops::ChunkApply<'a, bool> for crate::polars_core::datatypes::BooleanChunked { type FuncRet = bool; }
impl<'a> crate::polars_core::chunked_array::ops::ChunkApply<'a, crate::polars_core::series::Series> for crate::polars_core::datatypes::ListChunked { type FuncRet = crate::polars_core::series::Series; }
impl<'a> crate::polars_core::chunked_array::ops::ChunkFull<&'a [u8]> for crate::polars_core::datatypes::BinaryChunked {  }
impl<'a> crate::polars_core::chunked_array::ops::ChunkFull<&'a [u8]> for crate::polars_core::datatypes::BinaryOffsetChunked {  }
impl<'a> crate::polars_core::chunked_array::ops::ChunkFull<&'a str> for crate::polars_core::datatypes::StringChunked {  }
impl<'a> crate::polars_core::chunked_array::ops::ChunkSet<'a, &'a [u8], std::vec::Vec<u8>> for crate::polars_core::datatypes::BinaryChunked {  }
impl<'a> crate::polars_core::chunked_array::ops::ChunkSet<'a, &'a str, std::string::String> for crate::polars_core::datatypes::StringChunked {  }
impl<'a> crate::polars_core::chunked_array::ops::ChunkSet<'a, bool, bool> for crate::polars_core::datatypes::BooleanChunked {  }
impl<'a> crate::polars_core::datatypes::any_value::AnyValue<'a> {
pub fn add(&self, _: &crate::polars_core::datatypes::any_value::AnyValue<'_>) -> crate::polars_core::datatypes::any_value::AnyValue<'static> { loop {} }
pub fn as_borrowed(&self) -> crate::polars_core::datatypes::any_value::AnyValue<'_> { loop {} }
pub fn into_static(self) -> crate::polars_core::datatypes::any_value::AnyValue<'static> { loop {} }
pub fn get_str(&self) -> std::option::Option<&str> { loop {} }
}
impl<'a> crate::polars_core::datatypes::any_value::AnyValue<'a> {
pub fn dtype(&self) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn try_extract<T>(&self) -> crate::polars_error::PolarsResult<T> { loop {} }
pub fn is_boolean(&self) -> bool { loop {} }
pub fn is_primitive_numeric(&self) -> bool { loop {} }
pub fn is_float(&self) -> bool { loop {} }
pub fn is_integer(&self) -> bool { loop {} }
pub fn is_signed_integer(&self) -> bool { loop {} }
pub fn is_unsigned_integer(&self) -> bool { loop {} }
pub fn is_nan(&self) -> bool { loop {} }
pub fn is_null(&self) -> bool { loop {} }
pub fn is_nested_null(&self) -> bool { loop {} }
pub fn null_to_none(self) -> std::option::Option<Self> { loop {} }
pub fn strict_cast(&self, _: &'a crate::polars_core::datatypes::dtype::DataType) -> std::option::Option<crate::polars_core::datatypes::any_value::AnyValue<'a>> { loop {} }
pub fn try_strict_cast(&self, _: &'a crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::any_value::AnyValue<'a>> { loop {} }
pub fn cast(&self, _: &'a crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::datatypes::any_value::AnyValue<'a> { loop {} }
pub fn str_value(&self) -> std::borrow::Cow<'a, str> { loop {} }
pub fn to_physical(self) -> Self { loop {} }
pub fn extract_bool(&self) -> std::option::Option<bool> { loop {} }
pub fn extract_str(&self) -> std::option::Option<&str> { loop {} }
pub fn extract_bytes(&self) -> std::option::Option<&[u8]> { loop {} }
}
impl<'a> crate::polars_core::frame::group_by::GroupBy<'a> {
pub fn new(_: &'a crate::polars_core::frame::dataframe::DataFrame, _: std::vec::Vec<crate::polars_core::frame::column::Column>, _: crate::polars_core::frame::group_by::position::GroupPositions, _: std::option::Option<std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>>) -> Self { loop {} }
pub fn select<I: std::iter::IntoIterator<Item = S>, S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>>(self, _: I) -> Self { loop {} }
pub fn get_groups(&self) -> &crate::polars_core::frame::group_by::position::GroupPositions { loop {} }
pub fn get_groups_mut(&mut self) -> &mut crate::polars_core::frame::group_by::position::GroupPositions { loop {} }
pub fn into_groups(self) -> crate::polars_core::frame::group_by::position::GroupPositions { loop {} }
pub fn keys_sliced(&self, _: std::option::Option<(i64, usize, )>) -> std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn keys(&self) -> std::vec::Vec<crate::polars_core::frame::column::Column> { loop {} }
pub fn mean(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn sum(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn min(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn max(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn first(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn last(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn n_unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn quantile(&self, _: f64, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn median(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn var(&self, _: u8) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn std(&self, _: u8) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn count(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn groups(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn par_apply<F>(&self, _: F) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> where F: std::ops::Fn(crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> + std::marker::Send + std::marker::Sync { loop {} }
pub fn apply<F>(&self, _: F) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> where F: std::ops::FnMut(crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> + std::marker::Send + std::marker::Sync { loop {} }
pub fn apply_sliced<F>(&self, _: std::option::Option<(i64, usize, )>, _: F, _: std::option::Option<&crate::polars_core::schema::SchemaRef>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> where F: std::ops::FnMut(crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> + std::marker::Send + std::marker::Sync { loop {} }
pub fn sliced(self, _: std::option::Option<(i64, usize, )>) -> Self { loop {} }
}
impl<'a> crate::polars_core::frame::row::Row<'a> {
pub fn new(_: std::vec::Vec<crate::polars_core::datatypes::any_value::AnyValue<'a>>) -> Self { loop {} }
}
impl<'a> crate::polars_core::frame::row::av_buffer::AnyValueBuffer<'a> {
pub fn add(&mut self, _: crate::polars_core::datatypes::any_value::AnyValue<'a>) -> std::option::Option<()> { loop {} }
pub fn reset(&mut self, _: usize, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn into_series(self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn new(_: &crate::polars_core::datatypes::dtype::DataType, _: usize) -> crate::polars_core::frame::row::av_buffer::AnyValueBuffer<'a> { loop {} }
}
impl<'a> crate::polars_core::frame::row::av_buffer::AnyValueBufferTrusted<'a> {
pub fn new(_: &crate::polars_core::datatypes::dtype::DataType, _: usize) -> Self { loop {} }
pub fn add_unchecked_owned_physical(&mut self, _: &crate::polars_core::datatypes::any_value::AnyValue<'a>) { loop {} }
pub fn add_unchecked_borrowed_physical(&mut self, _: &crate::polars_core::datatypes::any_value::AnyValue<'a>) { loop {} }
pub fn reset(&mut self, _: usize, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn into_series(self) -> crate::polars_core::series::Series { loop {} }
}
impl<'a> std::clone::Clone for crate::polars_core::datatypes::any_value::AnyValue<'a> {  }
impl<'a> std::clone::Clone for crate::polars_core::frame::group_by::GroupBy<'a> {  }
impl<'a> std::clone::Clone for crate::polars_core::frame::row::Row<'a> {  }
impl<'a> std::clone::Clone for crate::polars_core::frame::row::av_buffer::AnyValueBuffer<'a> {  }
impl<'a> std::clone::Clone for crate::polars_core::frame::row::av_buffer::AnyValueBufferTrusted<'a> {  }
impl<'a> std::convert::AsRef<dyn crate::polars_core::series::series_trait::SeriesTrait + 'a> for crate::polars_core::series::Series {  }
impl<'a> std::convert::From<&'a [u8]> for crate::polars_core::datatypes::any_value::AnyValue<'a> {  }
impl<'a> std::convert::From<&'a str> for crate::polars_core::datatypes::any_value::AnyValue<'a> {  }
impl<'a> std::convert::From<&crate::polars_core::datatypes::any_value::AnyValue<'a>> for crate::polars_core::datatypes::dtype::DataType {  }
impl<'a> std::convert::From<&crate::polars_core::datatypes::any_value::AnyValue<'a>> for crate::polars_core::datatypes::field::Field {  }
impl<'a> std::convert::From<crate::polars_core::datatypes::any_value::AnyValue<'a>> for std::option::Option<i64> {  }
impl<'a> std::default::Default for crate::polars_core::datatypes::any_value::AnyValue<'a> {  }
impl<'a> std::default::Default for crate::polars_core::frame::row::Row<'a> {  }
impl<'a> std::iter::FromIterator<&'a bool> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a f32> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a f64> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a i32> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a i64> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a str> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a u32> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<&'a u64> for crate::polars_core::series::Series {  }
impl<'a> std::iter::FromIterator<std::option::Option<&'a str>> for crate::polars_core::series::Series {  }
impl<'a> std::iter::Iterator for crate::polars_core::frame::group_by::position::GroupsTypeIter<'a> { type Item = crate::polars_core::frame::group_by::position::GroupsIndicator<'a>; }
impl<'a> std::iter::Iterator for crate::polars_core::series::iterator::SeriesIter<'a> { type Item = crate::polars_core::datatypes::any_value::AnyValue<'a>; }
impl<A1, A2, A3, R, T: std::ops::FnMut(A1, A2, A3) -> R> crate::polars_core::chunked_array::ops::arity::TernaryFnMut<A1, A2, A3> for T { type Ret = R; }
impl<A1, A2, R, T: std::ops::FnMut(A1, A2) -> R> crate::polars_core::chunked_array::ops::arity::BinaryFnMut<A1, A2> for T { type Ret = R; }
impl<A1, R, T: std::ops::FnMut(A1) -> R> crate::polars_core::chunked_array::ops::arity::UnaryFnMut<A1> for T { type Ret = R; }
impl<I: ?std::marker::Sized> crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<I> for crate::polars_core::datatypes::BinaryChunked {  }
impl<I: ?std::marker::Sized> crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<I> for crate::polars_core::datatypes::ListChunked {  }
impl<I: ?std::marker::Sized> crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<I> for crate::polars_core::datatypes::StringChunked {  }
impl<K: crate::polars_core::datatypes::NumericNative> std::convert::From<K> for crate::polars_core::datatypes::any_value::AnyValue<'static> {  }
impl<Rhs> crate::polars_core::chunked_array::ops::ChunkCompareEq<Rhs> for crate::polars_core::series::Series where Rhs: crate::polars_core::datatypes::NumericNative { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl<Rhs> crate::polars_core::chunked_array::ops::ChunkCompareIneq<Rhs> for crate::polars_core::series::Series where Rhs: crate::polars_core::datatypes::NumericNative { type Item = std::result::Result<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>, crate::polars_error::PolarsError>; }
impl<T, A> std::convert::From<A> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<Array = A> {  }
impl<T, I: ?std::marker::Sized> crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<I> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<HasViews = crate::polars_core::datatypes::FalseT, IsStruct = crate::polars_core::datatypes::FalseT, IsNested = crate::polars_core::datatypes::FalseT> + crate::polars_core::datatypes::PolarsDataType {  }
impl<T, Rhs> crate::polars_core::chunked_array::ops::ChunkCompareEq<Rhs> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl<T, Rhs> crate::polars_core::chunked_array::ops::ChunkCompareIneq<Rhs> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl<T: crate::polars_core::datatypes::PolarsDataType, I: ?std::marker::Sized> crate::polars_core::chunked_array::ops::ChunkTake<I> for crate::polars_core::chunked_array::ChunkedArray<T> where crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<I> {  }
impl<T: crate::polars_core::datatypes::PolarsDataType, I: std::iter::Iterator> crate::polars_core::chunked_array::collect::ChunkedCollectInferIterExt<T> for I {  }
impl<T: crate::polars_core::datatypes::PolarsDataType, I: std::iter::Iterator> crate::polars_core::chunked_array::collect::ChunkedCollectIterExt<T> for I {  }
impl<T: crate::polars_core::datatypes::PolarsDataType<IsNested = crate::polars_core::datatypes::FalseT>> crate::polars_core::chunked_array::ops::nesting_utils::ChunkNestingUtils for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsDataType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn is_null(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn is_not_null(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsDataType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn len(&self) -> usize { loop {} }
pub fn null_count(&self) -> usize { loop {} }
pub fn set_null_count(&mut self, _: usize) { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn rechunk(&self) -> std::borrow::Cow<'_, Self> { loop {} }
pub fn rechunk_mut(&mut self) { loop {} }
pub fn with_validities(&mut self, _: impl std::marker::Sized) { loop {} }
pub fn split_at(&self, _: i64) -> (Self, Self, ) { loop {} }
pub fn slice(&self, _: i64, _: usize) -> Self { loop {} }
pub fn limit(&self, _: usize) -> Self where Self: std::marker::Sized { loop {} }
pub fn head(&self, _: std::option::Option<usize>) -> Self where Self: std::marker::Sized { loop {} }
pub fn tail(&self, _: std::option::Option<usize>) -> Self where Self: std::marker::Sized { loop {} }
pub fn prune_empty_chunks(&mut self) { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsDataType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn unpack_series_matching_type<'a>(&self, _: &'a crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<&'a crate::polars_core::chunked_array::ChunkedArray<T>> { loop {} }
pub fn new_with_dims(_: std::sync::Arc<crate::polars_core::datatypes::field::Field>, _: impl std::marker::Sized, _: usize, _: usize) -> Self { loop {} }
pub fn unset_fast_explode_list(&mut self) { loop {} }
pub fn set_fast_explode_list(&mut self, _: bool) { loop {} }
pub fn get_fast_explode_list(&self) -> bool { loop {} }
pub fn set_flags(&mut self, _: impl std::marker::Sized) { loop {} }
pub fn is_sorted_flag(&self) -> crate::polars_core::series::series_trait::IsSorted { loop {} }
pub fn retain_flags_from<U: crate::polars_core::datatypes::PolarsDataType>(&mut self, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: impl std::marker::Sized) { loop {} }
pub fn set_sorted_flag(&mut self, _: crate::polars_core::series::series_trait::IsSorted) { loop {} }
pub fn with_sorted_flag(&self, _: crate::polars_core::series::series_trait::IsSorted) -> Self { loop {} }
pub fn first_null(&self) -> std::option::Option<usize> { loop {} }
pub fn first_non_null(&self) -> std::option::Option<usize> { loop {} }
pub fn last_non_null(&self) -> std::option::Option<usize> { loop {} }
pub fn drop_nulls(&self) -> Self { loop {} }
pub fn iter_validities(&self) -> impl std::iter::DoubleEndedIterator { loop {} }
pub fn has_nulls(&self) -> bool { loop {} }
pub fn shrink_to_fit(&mut self) { loop {} }
pub fn clear(&self) -> Self { loop {} }
pub fn chunk_lengths(&self) -> crate::polars_core::chunked_array::ChunkLenIter<'_> { loop {} }
pub fn is_optimal_aligned(&self) -> bool { loop {} }
pub fn dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn name(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub fn ref_field(&self) -> &crate::polars_core::datatypes::field::Field { loop {} }
pub fn rename(&mut self, _: crate::polars_utils::pl_str::PlSmallStr) { loop {} }
pub fn with_name(self, _: crate::polars_utils::pl_str::PlSmallStr) -> Self { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsDataType> crate::polars_core::chunked_array::ops::ChunkTake<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type>> for crate::polars_core::chunked_array::ChunkedArray<T> where crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<crate::polars_core::datatypes::aliases::IdxCa> {  }
impl<T: crate::polars_core::datatypes::PolarsDataType> crate::polars_core::datatypes::dtype::AsRefDataType for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsDataType> std::clone::Clone for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsDataType> std::convert::AsRef<crate::polars_core::chunked_array::ChunkedArray<T>> for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsDataType> std::default::Default for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Add<N> for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Add<N> for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Div<N> for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Div<N> for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Mul<N> for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Mul<N> for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Rem<N> for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Rem<N> for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Sub<N> for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType, N> std::ops::Sub<N> for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn apply_mut<F>(&mut self, _: F) where F: std::ops::Fn(T::Native) -> T::Native + std::marker::Copy { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn cast_and_apply_in_place<F, S>(&self, _: F) -> crate::polars_core::chunked_array::ChunkedArray<S> where F: std::ops::Fn(S::Native) -> S::Native + std::marker::Copy, S: crate::polars_core::datatypes::PolarsNumericType { loop {} }
pub fn apply_in_place<F>(self, _: F) -> Self where F: std::ops::Fn(T::Native) -> T::Native + std::marker::Copy { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn lhs_sub<N>(&self, _: N) -> Self { loop {} }
pub fn lhs_div<N>(&self, _: N) -> Self { loop {} }
pub fn lhs_rem<N>(&self, _: N) -> Self { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn new_vec(_: crate::polars_utils::pl_str::PlSmallStr, _: std::vec::Vec<T::Native>) -> Self { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::ChunkedArray<T> {
pub fn to_vec(&self) -> std::vec::Vec<std::option::Option<T::Native>> { loop {} }
}
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::arithmetic::numeric::ArithmeticChunked for &crate::polars_core::chunked_array::ChunkedArray<T> { type Scalar = <T as crate::polars_core::datatypes::PolarsNumericType>::Native; type Out = crate::polars_core::chunked_array::ChunkedArray<T>; type TrueDivOut = crate::polars_core::chunked_array::ChunkedArray<<<T as crate::polars_core::datatypes::PolarsNumericType>::Native as crate::polars_core::datatypes::NumericNative>::TrueDivPolarsType>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::arithmetic::numeric::ArithmeticChunked for crate::polars_core::chunked_array::ChunkedArray<T> { type Scalar = <T as crate::polars_core::datatypes::PolarsNumericType>::Native; type Out = crate::polars_core::chunked_array::ChunkedArray<T>; type TrueDivOut = crate::polars_core::chunked_array::ChunkedArray<<<T as crate::polars_core::datatypes::PolarsNumericType>::Native as crate::polars_core::datatypes::NumericNative>::TrueDivPolarsType>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<T> for crate::polars_core::chunked_array::ChunkedArray<T> where crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkFull<T::Native> {  }
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::frame::group_by::aggregations::agg_list::AggList for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsNumericType> crate::polars_core::series::arithmetic::borrowed::NumOpsDispatchInner for T {  }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Add for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Add for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Div for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Div for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Mul for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Mul for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Rem for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Rem for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Sub for &crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsNumericType> std::ops::Sub for crate::polars_core::chunked_array::ChunkedArray<T> { type Output = crate::polars_core::chunked_array::ChunkedArray<T>; }
impl<T: crate::polars_core::datatypes::PolarsPhysicalType> crate::polars_core::series::from::IntoSeries for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::datatypes::PolarsPhysicalType> std::convert::AsMut<crate::polars_core::chunked_array::ChunkedArray<T>> for dyn crate::polars_core::series::series_trait::SeriesTrait + '_ {  }
impl<T: crate::polars_core::datatypes::PolarsPhysicalType> std::convert::AsRef<crate::polars_core::chunked_array::ChunkedArray<T>> for dyn crate::polars_core::series::series_trait::SeriesTrait + '_ {  }
impl<T: crate::polars_core::series::arithmetic::borrowed::NumOpsDispatchInner> crate::polars_core::series::arithmetic::borrowed::NumOpsDispatch for crate::polars_core::chunked_array::ChunkedArray<T> {  }
impl<T: crate::polars_core::series::from::IntoSeries> crate::polars_core::frame::column::IntoColumn for T {  }
impl<T: crate::polars_core::series::from::IntoSeries> crate::polars_core::named_from::NamedFrom<T, T> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[bool]>> crate::polars_core::named_from::NamedFrom<T, [bool]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {  }
impl<T: std::convert::AsRef<[bool]>> crate::polars_core::named_from::NamedFrom<T, [bool]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[crate::polars_core::series::Series]>> crate::polars_core::named_from::NamedFrom<T, crate::polars_core::datatypes::ListType> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[f32]>> crate::polars_core::named_from::NamedFrom<T, [f32]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float32Type> {  }
impl<T: std::convert::AsRef<[f32]>> crate::polars_core::named_from::NamedFrom<T, [f32]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[f64]>> crate::polars_core::named_from::NamedFrom<T, [f64]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float64Type> {  }
impl<T: std::convert::AsRef<[f64]>> crate::polars_core::named_from::NamedFrom<T, [f64]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[i32]>> crate::polars_core::named_from::NamedFrom<T, [i32]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int32Type> {  }
impl<T: std::convert::AsRef<[i32]>> crate::polars_core::named_from::NamedFrom<T, [i32]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[i64]>> crate::polars_core::named_from::NamedFrom<T, [i64]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int64Type> {  }
impl<T: std::convert::AsRef<[i64]>> crate::polars_core::named_from::NamedFrom<T, [i64]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<bool>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<bool>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType> {  }
impl<T: std::convert::AsRef<[std::option::Option<bool>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<bool>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<crate::polars_core::series::Series>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<crate::polars_core::series::Series>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<f32>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<f32>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float32Type> {  }
impl<T: std::convert::AsRef<[std::option::Option<f32>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<f32>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<f64>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<f64>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float64Type> {  }
impl<T: std::convert::AsRef<[std::option::Option<f64>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<f64>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<i32>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<i32>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int32Type> {  }
impl<T: std::convert::AsRef<[std::option::Option<i32>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<i32>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<i64>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<i64>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int64Type> {  }
impl<T: std::convert::AsRef<[std::option::Option<i64>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<i64>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<std::string::String>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::string::String>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType> {  }
impl<T: std::convert::AsRef<[std::option::Option<std::string::String>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::string::String>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<std::vec::Vec<u8>>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::vec::Vec<u8>>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType> {  }
impl<T: std::convert::AsRef<[std::option::Option<std::vec::Vec<u8>>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<std::vec::Vec<u8>>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<u32>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<u32>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type> {  }
impl<T: std::convert::AsRef<[std::option::Option<u32>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<u32>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::option::Option<u64>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<u64>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt64Type> {  }
impl<T: std::convert::AsRef<[std::option::Option<u64>]>> crate::polars_core::named_from::NamedFrom<T, [std::option::Option<u64>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::string::String]>> crate::polars_core::named_from::NamedFrom<T, [std::string::String]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType> {  }
impl<T: std::convert::AsRef<[std::string::String]>> crate::polars_core::named_from::NamedFrom<T, [std::string::String]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[std::vec::Vec<u8>]>> crate::polars_core::named_from::NamedFrom<T, [std::vec::Vec<u8>]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType> {  }
impl<T: std::convert::AsRef<[std::vec::Vec<u8>]>> crate::polars_core::named_from::NamedFrom<T, [std::vec::Vec<u8>]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[u32]>> crate::polars_core::named_from::NamedFrom<T, [u32]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type> {  }
impl<T: std::convert::AsRef<[u32]>> crate::polars_core::named_from::NamedFrom<T, [u32]> for crate::polars_core::series::Series {  }
impl<T: std::convert::AsRef<[u64]>> crate::polars_core::named_from::NamedFrom<T, [u64]> for crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt64Type> {  }
impl<T: std::convert::AsRef<[u64]>> crate::polars_core::named_from::NamedFrom<T, [u64]> for crate::polars_core::series::Series {  }
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn apply_nonnull_values_generic<'a, U, K, F>(self: &'a Self, _: crate::polars_core::datatypes::dtype::DataType, _: F) -> crate::polars_core::chunked_array::ChunkedArray<U> where U: crate::polars_core::datatypes::PolarsDataType, F: std::ops::FnMut(T::Physical) -> K { loop {} }
pub fn try_apply_nonnull_values_generic<'a, U, K, F, E>(self: &'a Self, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<U>, E> where U: crate::polars_core::datatypes::PolarsDataType, F: std::ops::FnMut(T::Physical) -> std::result::Result<K, E> { loop {} }
pub fn apply_into_string_amortized<'a, F>(self: &'a Self, _: F) -> crate::polars_core::datatypes::StringChunked where F: std::ops::FnMut(T::Physical, &mut std::string::String) { loop {} }
pub fn try_apply_into_string_amortized<'a, F, E>(self: &'a Self, _: F) -> std::result::Result<crate::polars_core::datatypes::StringChunked, E> where F: std::ops::FnMut(T::Physical, &mut std::string::String) -> std::result::Result<(), E> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn deposit(&self, _: impl std::marker::Sized) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn for_each<'a, F>(self: &'a Self, _: F) where F: std::ops::FnMut(std::option::Option<T::Physical>) { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn get(&self, _: usize) -> std::option::Option<T::Physical> { loop {} }
pub fn get_unchecked(&self, _: usize) -> std::option::Option<T::Physical> { loop {} }
pub fn value_unchecked(&self, _: usize) -> T::Physical { loop {} }
pub fn first(&self) -> std::option::Option<T::Physical> { loop {} }
pub fn last(&self) -> std::option::Option<T::Physical> { loop {} }
pub fn set_validity(&mut self, _: impl std::marker::Sized) { loop {} }
pub fn with_validity(self, _: impl std::marker::Sized) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn iter(&self) -> impl crate::polars_core::chunked_array::iterator::PolarsIterator<Item = std::option::Option<T::Physical>> { loop {} }
pub fn no_null_iter(&self) -> impl crate::polars_core::chunked_array::iterator::PolarsIterator<Item = T::Physical> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn layout(&self) -> crate::polars_core::chunked_array::ChunkedArrayLayout<'_, T> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn match_chunks<I>(&self, _: I) -> Self where I: std::iter::Iterator<Item = usize> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType {
pub fn with_chunk<A>(_: crate::polars_utils::pl_str::PlSmallStr, _: A) -> Self where T: crate::polars_core::datatypes::PolarsDataType<Array = A> { loop {} }
pub fn with_chunk_like<A>(_: &Self, _: A) -> Self where T: crate::polars_core::datatypes::PolarsDataType<Array = A> { loop {} }
pub fn from_chunk_iter<I>(_: crate::polars_utils::pl_str::PlSmallStr, _: I) -> Self where I: std::iter::IntoIterator, T: crate::polars_core::datatypes::PolarsDataType<Array = <I as std::iter::IntoIterator>::Item> { loop {} }
pub fn from_chunk_iter_like<I>(_: &Self, _: I) -> Self where I: std::iter::IntoIterator, T: crate::polars_core::datatypes::PolarsDataType<Array = <I as std::iter::IntoIterator>::Item> { loop {} }
pub fn try_from_chunk_iter<I, A, E>(_: crate::polars_utils::pl_str::PlSmallStr, _: I) -> std::result::Result<Self, E> where I: std::iter::IntoIterator<Item = std::result::Result<A, E>>, T: crate::polars_core::datatypes::PolarsDataType<Array = A> { loop {} }
pub fn from_chunks(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized) -> Self { loop {} }
pub fn with_chunks(&self, _: impl std::marker::Sized) -> Self { loop {} }
pub fn from_chunks_and_dtype(_: crate::polars_utils::pl_str::PlSmallStr, _: impl std::marker::Sized, _: crate::polars_core::datatypes::dtype::DataType) -> Self { loop {} }
pub fn full_null_like(_: &Self, _: usize) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkTake<crate::polars_core::datatypes::aliases::IdxCa> {
pub fn sample_n(&self, _: usize, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sample_frac(&self, _: f64, _: bool, _: std::option::Option<bool>, _: std::option::Option<u64>) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<IsNested = crate::polars_core::datatypes::FalseT, IsObject = crate::polars_core::datatypes::FalseT> {
pub fn append(&mut self, _: &Self) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn append_owned(&mut self, _: Self) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsFloatType {
pub fn is_nan(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn is_not_nan(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn is_finite(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn is_infinite(&self) -> crate::polars_core::datatypes::BooleanChunked { loop {} }
pub fn none_to_nan(&self) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsFloatType, T::Native: crate::polars_core::chunked_array::float::Canonical {
pub fn to_canonical(&self) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {
pub fn cont_slice(&self) -> crate::polars_error::PolarsResult<&[T::Native]> { loop {} }
pub fn data_views(&self) -> impl std::iter::DoubleEndedIterator<Item = &[T::Native]> { loop {} }
pub fn into_no_null_iter(&self) -> impl '_ + std::marker::Send + std::marker::Sync + std::iter::ExactSizeIterator<Item = T::Native> + std::iter::DoubleEndedIterator { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {
pub fn extend(&mut self, _: &Self) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {
pub fn from_vec(_: crate::polars_utils::pl_str::PlSmallStr, _: std::vec::Vec<T::Native>) -> Self { loop {} }
pub fn from_vec_validity(_: crate::polars_utils::pl_str::PlSmallStr, _: std::vec::Vec<T::Native>, _: impl std::marker::Sized) -> Self { loop {} }
pub fn mmap_slice(_: crate::polars_utils::pl_str::PlSmallStr, _: &[T::Native]) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {
pub fn init_rand(_: usize, _: f32, _: std::option::Option<u64>) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {
pub fn rand_normal(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: f64, _: f64) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn rand_standard_normal(_: crate::polars_utils::pl_str::PlSmallStr, _: usize) -> Self { loop {} }
pub fn rand_uniform(_: crate::polars_utils::pl_str::PlSmallStr, _: usize, _: f64, _: f64) -> Self { loop {} }
}
impl<T> crate::polars_core::chunked_array::iterator::PolarsIterator for T where T: std::iter::ExactSizeIterator + std::iter::DoubleEndedIterator + std::marker::Send + std::marker::Sync + ?std::marker::Sized {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkAgg<<T as crate::polars_core::datatypes::PolarsNumericType>::Native> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkAnyValue for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkCast for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkCompareEq<&crate::polars_core::chunked_array::ChunkedArray<T>> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl<T> crate::polars_core::chunked_array::ops::ChunkCompareIneq<&crate::polars_core::chunked_array::ChunkedArray<T>> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType { type Item = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>; }
impl<T> crate::polars_core::chunked_array::ops::ChunkFillNullValue<<T as crate::polars_core::datatypes::PolarsNumericType>::Native> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkFilter<T> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<IsObject = crate::polars_core::datatypes::FalseT> {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkFull<<T as crate::polars_core::datatypes::PolarsNumericType>::Native> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkFullNull for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkQuantile<f64> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsIntegerType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkReverse for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkSort<T> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type>> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<HasViews = crate::polars_core::datatypes::FalseT, IsStruct = crate::polars_core::datatypes::FalseT, IsNested = crate::polars_core::datatypes::FalseT> + crate::polars_core::datatypes::PolarsDataType {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkUnique for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType, crate::polars_core::chunked_array::ChunkedArray<T>: for<'a> crate::polars_core::chunked_array::ops::ChunkCompareEq<&'a crate::polars_core::chunked_array::ChunkedArray<T>, Item = crate::polars_core::datatypes::BooleanChunked> {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkVar for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkAgg<T::Native> {  }
impl<T> crate::polars_core::chunked_array::ops::ChunkZip<T> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType<IsStruct = crate::polars_core::datatypes::FalseT>, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkExpandAtIndex<T> {  }
impl<T> crate::polars_core::chunked_array::ops::aggregate::ChunkAggSeries for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType, T::Native: crate::polars_core::chunked_array::ops::aggregate::SumCast {  }
impl<T> crate::polars_core::chunked_array::ops::aggregate::quantile::QuantileAggSeries for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsIntegerType {  }
impl<T> crate::polars_core::chunked_array::ops::aggregate::var::VarAggSeries for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsIntegerType, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::chunked_array::ops::ChunkVar {  }
impl<T> crate::polars_core::frame::group_by::into_groups::IntoGroupsType for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> crate::polars_core::series::arithmetic::borrowed::LhsNumOps for T { type Output = crate::polars_core::series::Series; }
impl<T> std::convert::From<crate::polars_core::chunked_array::ChunkedArray<T>> for crate::polars_core::series::Series where T: crate::polars_core::datatypes::PolarsDataType, crate::polars_core::chunked_array::ChunkedArray<T>: crate::polars_core::series::from::IntoSeries {  }
impl<T> std::iter::FromIterator<std::option::Option<<T as crate::polars_core::datatypes::PolarsNumericType>::Native>> for crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsNumericType {  }
impl<T> std::ops::Add<T> for &crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Add<T> for &crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Add<T> for crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Add<T> for crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Div<T> for &crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Div<T> for &crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Div<T> for crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Div<T> for crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Mul<T> for &crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Mul<T> for &crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Mul<T> for crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Mul<T> for crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Rem<T> for &crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Rem<T> for &crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Rem<T> for crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Rem<T> for crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Sub<T> for &crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Sub<T> for &crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
impl<T> std::ops::Sub<T> for crate::polars_core::frame::column::Column { type Output = crate::polars_core::frame::column::Column; }
impl<T> std::ops::Sub<T> for crate::polars_core::series::Series { type Output = crate::polars_core::series::Series; }
pub const CHEAP_SERIES_HASH_LIMIT: usize = loop {};
pub use crate::polars_core::datatypes::schema::SchemaExtPl;
pub use crate::polars_core::datatypes::temporal::time_unit::TimeUnit;
pub use crate::polars_core::datatypes::temporal::time_zone::TimeZone;
pub use crate::polars_utils::aliases::InitHashMaps;
pub use crate::polars_utils::aliases::PlHashMap;
pub use crate::polars_utils::aliases::PlHashSet;
pub use crate::polars_utils::aliases::PlIndexMap;
pub use crate::polars_utils::aliases::PlIndexSet;
pub use crate::polars_utils::aliases::PlRandomState;
pub use crate::polars_utils::pl_str::PlSmallStr;
pub mod chunked_array {
pub enum ChunkedArrayLayout<'a, T: crate::polars_core::datatypes::PolarsDataType> { SingleNoNull(&'a T::Array), Single(&'a T::Array), MultiNoNull(&'a crate::polars_core::chunked_array::ChunkedArray<T>), Multi(&'a crate::polars_core::chunked_array::ChunkedArray<T>) }
pub struct ChunkedArray<T: crate::polars_core::datatypes::PolarsDataType> {  }
pub mod arithmetic {
pub use crate::polars_core::chunked_array::arithmetic::numeric::ArithmeticChunked;
pub mod numeric {
pub trait ArithmeticChunked { type Scalar; type Out; type TrueDivOut; fn wrapping_abs(self) -> Self::Out; fn wrapping_neg(self) -> Self::Out; fn wrapping_add(self, _: Self) -> Self::Out; fn wrapping_sub(self, _: Self) -> Self::Out; fn wrapping_mul(self, _: Self) -> Self::Out; fn wrapping_floor_div(self, _: Self) -> Self::Out; fn wrapping_trunc_div(self, _: Self) -> Self::Out; fn wrapping_mod(self, _: Self) -> Self::Out; fn wrapping_add_scalar(self, _: Self::Scalar) -> Self::Out; fn wrapping_sub_scalar(self, _: Self::Scalar) -> Self::Out; fn wrapping_sub_scalar_lhs(_: Self::Scalar, _: Self) -> Self::Out; fn wrapping_mul_scalar(self, _: Self::Scalar) -> Self::Out; fn wrapping_floor_div_scalar(self, _: Self::Scalar) -> Self::Out; fn wrapping_floor_div_scalar_lhs(_: Self::Scalar, _: Self) -> Self::Out; fn wrapping_trunc_div_scalar(self, _: Self::Scalar) -> Self::Out; fn wrapping_trunc_div_scalar_lhs(_: Self::Scalar, _: Self) -> Self::Out; fn wrapping_mod_scalar(self, _: Self::Scalar) -> Self::Out; fn wrapping_mod_scalar_lhs(_: Self::Scalar, _: Self) -> Self::Out; fn checked_mul_scalar(self, _: Self::Scalar) -> Self::Out; fn true_div(self, _: Self) -> Self::TrueDivOut; fn true_div_scalar(self, _: Self::Scalar) -> Self::TrueDivOut; fn true_div_scalar_lhs(_: Self::Scalar, _: Self) -> Self::TrueDivOut; fn legacy_div(self, _: Self) -> Self::Out; fn legacy_div_scalar(self, _: Self::Scalar) -> Self::Out; fn legacy_div_scalar_lhs(_: Self::Scalar, _: Self) -> Self::Out; }
}
}
pub mod cast {
pub enum CastOptions { Strict, NonStrict, Overflowing }
}
pub mod collect {
pub trait ChunkedCollectInferIterExt<T: crate::polars_core::datatypes::PolarsDataType>: std::iter::Iterator + std::marker::Sized { fn collect_ca(self, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} } fn collect_ca_trusted(self, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} } fn try_collect_ca<U, E>(self, _: crate::polars_utils::pl_str::PlSmallStr) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where Self: std::iter::Iterator<Item = std::result::Result<U, E>> { loop {} } fn try_collect_ca_trusted<U, E>(self, _: crate::polars_utils::pl_str::PlSmallStr) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where Self: std::iter::Iterator<Item = std::result::Result<U, E>> { loop {} } }
pub trait ChunkedCollectIterExt<T: crate::polars_core::datatypes::PolarsDataType>: std::iter::Iterator + std::marker::Sized { fn collect_ca_with_dtype(self, _: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} } fn collect_ca_like(self, _: &crate::polars_core::chunked_array::ChunkedArray<T>) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} } fn collect_ca_trusted_with_dtype(self, _: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} } fn collect_ca_trusted_like(self, _: &crate::polars_core::chunked_array::ChunkedArray<T>) -> crate::polars_core::chunked_array::ChunkedArray<T> { loop {} } fn try_collect_ca_with_dtype<U, E>(self, _: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::datatypes::dtype::DataType) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where Self: std::iter::Iterator<Item = std::result::Result<U, E>> { loop {} } fn try_collect_ca_like<U, E>(self, _: &crate::polars_core::chunked_array::ChunkedArray<T>) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where Self: std::iter::Iterator<Item = std::result::Result<U, E>> { loop {} } fn try_collect_ca_trusted_with_dtype<U, E>(self, _: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_core::datatypes::dtype::DataType) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where Self: std::iter::Iterator<Item = std::result::Result<U, E>> { loop {} } fn try_collect_ca_trusted_like<U, E>(self, _: &crate::polars_core::chunked_array::ChunkedArray<T>) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where Self: std::iter::Iterator<Item = std::result::Result<U, E>> { loop {} } }
}
pub mod float {
pub trait Canonical { fn canonical(self) -> Self; }
}
pub mod from_iterator {
pub trait PolarsAsRef<T: ?std::marker::Sized>: std::convert::AsRef<T> {  }
}
pub mod iterator {
pub trait PolarsIterator: std::iter::ExactSizeIterator + std::iter::DoubleEndedIterator + std::marker::Send + std::marker::Sync {  }
}
pub mod ops {
pub enum FillNullStrategy { Backward(crate::polars_core::chunked_array::ops::FillNullLimit), Forward(crate::polars_core::chunked_array::ops::FillNullLimit), Mean, Min, Max, Zero, One }
pub struct ExplodeOptions { pub empty_as_null: bool, pub keep_nulls: bool }
pub trait ChunkAgg<T> { fn sum(&self) -> std::option::Option<T> { loop {} } fn _sum_as_f64(&self) -> f64; fn min(&self) -> std::option::Option<T> { loop {} } fn max(&self) -> std::option::Option<T> { loop {} } fn min_max(&self) -> std::option::Option<(T, T, )> { loop {} } fn mean(&self) -> std::option::Option<f64> { loop {} } }
pub trait ChunkAnyValue { fn get_any_value_unchecked(&self, _: usize) -> crate::polars_core::datatypes::any_value::AnyValue<'_>; fn get_any_value(&self, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::any_value::AnyValue<'_>>; }
pub trait ChunkAnyValueBypassValidity { fn get_any_value_bypass_validity(&self, _: usize) -> crate::polars_core::datatypes::any_value::AnyValue<'_>; }
pub trait ChunkApply<'a, T> { type FuncRet; fn apply_values<F>(self: &'a Self, _: F) -> Self where F: std::ops::Fn(T) -> Self::FuncRet + std::marker::Copy; fn apply<F>(self: &'a Self, _: F) -> Self where F: std::ops::Fn(std::option::Option<T>) -> std::option::Option<Self::FuncRet> + std::marker::Copy; fn apply_to_slice<F, S>(self: &'a Self, _: F, _: &mut [S]) where F: std::ops::Fn(std::option::Option<T>, &S) -> S; }
pub trait ChunkApplyKernel<A> { fn apply_kernel(&self, _: impl std::marker::Sized) -> Self; fn apply_kernel_cast<S>(&self, _: impl std::marker::Sized) -> crate::polars_core::chunked_array::ChunkedArray<S> where S: crate::polars_core::datatypes::PolarsDataType; }
pub trait ChunkBytes { fn to_byte_slices(&self) -> std::vec::Vec<&[u8]>; }
pub trait ChunkCast { fn cast(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn cast_with_options(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn cast_unchecked(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; }
pub trait ChunkCompareEq<Rhs> { type Item; fn equal(&self, _: Rhs) -> Self::Item; fn equal_missing(&self, _: Rhs) -> Self::Item; fn not_equal(&self, _: Rhs) -> Self::Item; fn not_equal_missing(&self, _: Rhs) -> Self::Item; }
pub trait ChunkCompareIneq<Rhs> { type Item; fn gt(&self, _: Rhs) -> Self::Item; fn gt_eq(&self, _: Rhs) -> Self::Item; fn lt(&self, _: Rhs) -> Self::Item; fn lt_eq(&self, _: Rhs) -> Self::Item; }
pub trait ChunkExpandAtIndex<T: crate::polars_core::datatypes::PolarsDataType> { fn new_from_index(&self, _: usize, _: usize) -> crate::polars_core::chunked_array::ChunkedArray<T>; }
pub trait ChunkExplode { fn explode(&self, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } }
pub trait ChunkFillNullValue<T> { fn fill_null_with_values(&self, _: T) -> crate::polars_error::PolarsResult<Self> where Self: std::marker::Sized; }
pub trait ChunkFilter<T: crate::polars_core::datatypes::PolarsDataType> { fn filter(&self, _: &crate::polars_core::datatypes::BooleanChunked) -> crate::polars_error::PolarsResult<crate::polars_core::chunked_array::ChunkedArray<T>> where Self: std::marker::Sized; }
pub trait ChunkFull<T> { fn full(_: crate::polars_utils::pl_str::PlSmallStr, _: T, _: usize) -> Self where Self: std::marker::Sized; }
pub trait ChunkFullNull { fn full_null(_: crate::polars_utils::pl_str::PlSmallStr, _: usize) -> Self where Self: std::marker::Sized; }
pub trait ChunkQuantile<T> { fn median(&self) -> std::option::Option<T> { loop {} } fn quantile(&self, _: f64, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<std::option::Option<T>> { loop {} } fn quantiles(&self, _: &[f64], _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<std::vec::Vec<std::option::Option<T>>> where T: std::clone::Clone { loop {} } }
pub trait ChunkReverse { fn reverse(&self) -> Self; }
pub trait ChunkSet<'a, A, B> { fn scatter_single<I>(self: &'a Self, _: I, _: std::option::Option<A>) -> crate::polars_error::PolarsResult<Self> where Self: std::marker::Sized; fn scatter_with<I, F>(self: &'a Self, _: I, _: F) -> crate::polars_error::PolarsResult<Self> where Self: std::marker::Sized, F: std::ops::Fn(std::option::Option<A>) -> std::option::Option<B>; fn set(self: &'a Self, _: &crate::polars_core::datatypes::BooleanChunked, _: std::option::Option<A>) -> crate::polars_error::PolarsResult<Self> where Self: std::marker::Sized; }
pub trait ChunkShift<T: crate::polars_core::datatypes::PolarsDataType> { fn shift(&self, _: i64) -> crate::polars_core::chunked_array::ChunkedArray<T>; }
pub trait ChunkShiftFill<T: crate::polars_core::datatypes::PolarsDataType, V> { fn shift_and_fill(&self, _: i64, _: V) -> crate::polars_core::chunked_array::ChunkedArray<T>; }
pub trait ChunkSort<T: crate::polars_core::datatypes::PolarsDataType> { fn sort_with(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_core::chunked_array::ChunkedArray<T>; fn sort(&self, _: bool) -> crate::polars_core::chunked_array::ChunkedArray<T>; fn arg_sort(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_core::datatypes::aliases::IdxCa; fn arg_sort_multiple(&self, _: &[crate::polars_core::frame::column::Column], _: &crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} } }
pub trait ChunkTake<Idx: ?std::marker::Sized>: crate::polars_core::chunked_array::ops::ChunkTakeUnchecked<Idx> { fn take(&self, _: &Idx) -> crate::polars_error::PolarsResult<Self> where Self: std::marker::Sized; }
pub trait ChunkTakeUnchecked<Idx: ?std::marker::Sized> { fn take_unchecked(&self, _: &Idx) -> Self; }
pub trait ChunkUnique { fn unique(&self) -> crate::polars_error::PolarsResult<Self> where Self: std::marker::Sized; fn arg_unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa>; fn n_unique(&self) -> crate::polars_error::PolarsResult<usize> { loop {} } }
pub trait ChunkVar { fn var(&self, _: u8) -> std::option::Option<f64> { loop {} } fn std(&self, _: u8) -> std::option::Option<f64> { loop {} } }
pub trait ChunkZip<T: crate::polars_core::datatypes::PolarsDataType> { fn zip_with(&self, _: &crate::polars_core::datatypes::BooleanChunked, _: &crate::polars_core::chunked_array::ChunkedArray<T>) -> crate::polars_error::PolarsResult<crate::polars_core::chunked_array::ChunkedArray<T>>; }
pub use crate::polars_core::chunked_array::ops::bit_repr::reinterpret;
pub use crate::polars_core::chunked_array::ops::chunkops::_set_check_length;
pub use crate::polars_core::chunked_array::ops::nesting_utils::ChunkNestingUtils;
pub use crate::polars_core::chunked_array::ops::sort::options::*;
pub mod aggregate {
pub fn sum_output_dtype(_: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub trait ChunkAggSeries { fn sum_reduce(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn max_reduce(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn min_reduce(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn prod_reduce(&self) -> crate::polars_core::scalar::Scalar { loop {} } }
pub trait SumCast: std::marker::Sized { type Sum: crate::polars_core::datatypes::NumericNative + std::convert::From<Self>; }
pub mod quantile {
pub trait QuantileAggSeries { fn median_reduce(&self) -> crate::polars_core::scalar::Scalar; fn quantile_reduce(&self, _: f64, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar>; fn quantiles_reduce(&self, _: &[f64], _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar>; }
}
pub mod var {
pub trait VarAggSeries { fn var_reduce(&self, _: u8) -> crate::polars_core::scalar::Scalar; fn std_reduce(&self, _: u8) -> crate::polars_core::scalar::Scalar; }
}
}
pub mod arity {
pub fn apply_binary_kernel_broadcast<'l, 'r, L, R, O, K, LK, RK>(_: &'l crate::polars_core::chunked_array::ChunkedArray<L>, _: &'r crate::polars_core::chunked_array::ChunkedArray<R>, _: K, _: LK, _: RK) -> crate::polars_core::chunked_array::ChunkedArray<O> where L: crate::polars_core::datatypes::PolarsDataType, R: crate::polars_core::datatypes::PolarsDataType, O: crate::polars_core::datatypes::PolarsDataType, K: std::ops::Fn(&L::Array, &R::Array) -> O::Array, LK: std::ops::Fn(L::Physical, &R::Array) -> O::Array, RK: std::ops::Fn(&L::Array, R::Physical) -> O::Array { loop {} }
pub fn apply_binary_kernel_broadcast_owned<L, R, O, K, LK, RK>(_: crate::polars_core::chunked_array::ChunkedArray<L>, _: crate::polars_core::chunked_array::ChunkedArray<R>, _: K, _: LK, _: RK) -> crate::polars_core::chunked_array::ChunkedArray<O> where L: crate::polars_core::datatypes::PolarsDataType, R: crate::polars_core::datatypes::PolarsDataType, O: crate::polars_core::datatypes::PolarsDataType, K: std::ops::Fn(L::Array, R::Array) -> O::Array, LK: std::ops::Fn(L::Physical, R::Array) -> O::Array, RK: std::ops::Fn(L::Array, R::Physical) -> O::Array { loop {} }
pub fn binary<T, U, V, F, Arr>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array, &U::Array) -> Arr { loop {} }
pub fn binary_elementwise<T, U, V, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> crate::polars_core::chunked_array::ops::arity::BinaryFnMut<std::option::Option<T::Physical>, std::option::Option<U::Physical>> { loop {} }
pub fn binary_elementwise_for_each<'a, 'b, T, U, F>(_: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: &'b crate::polars_core::chunked_array::ChunkedArray<U>, _: F) where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, F: std::ops::FnMut(std::option::Option<T::Physical>, std::option::Option<U::Physical>) { loop {} }
pub fn binary_elementwise_into_string_amortized<T, U, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_core::datatypes::StringChunked where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, F: for<'a> std::ops::FnMut(T::Physical, U::Physical, &mut std::string::String) { loop {} }
pub fn binary_elementwise_values<T, U, V, F, K>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> std::ops::FnMut(T::Physical, U::Physical) -> K { loop {} }
pub fn binary_mut_values<T, U, V, F, Arr>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array, &U::Array) -> Arr { loop {} }
pub fn binary_mut_with_options<T, U, V, F, Arr>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array, &U::Array) -> Arr { loop {} }
pub fn binary_owned<L, R, V, F, Arr>(_: crate::polars_core::chunked_array::ChunkedArray<L>, _: crate::polars_core::chunked_array::ChunkedArray<R>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where L: crate::polars_core::datatypes::PolarsDataType, R: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(L::Array, R::Array) -> Arr { loop {} }
pub fn binary_to_series<T, U, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn binary_unchecked_same_type<T, U, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F, _: bool, _: bool) -> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn broadcast_binary_elementwise<T, U, V, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> crate::polars_core::chunked_array::ops::arity::BinaryFnMut<std::option::Option<T::Physical>, std::option::Option<U::Physical>> { loop {} }
pub fn broadcast_binary_elementwise_values<T, U, V, F, K>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> std::ops::FnMut(T::Physical, U::Physical) -> K { loop {} }
pub fn broadcast_try_binary_elementwise<T, U, V, F, K, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> std::ops::FnMut(std::option::Option<T::Physical>, std::option::Option<U::Physical>) -> std::result::Result<std::option::Option<K>, E> { loop {} }
pub fn ternary_elementwise<T, U, V, G, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: &crate::polars_core::chunked_array::ChunkedArray<G>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, G: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> crate::polars_core::chunked_array::ops::arity::TernaryFnMut<std::option::Option<T::Physical>, std::option::Option<U::Physical>, std::option::Option<G::Physical>> { loop {} }
pub fn try_binary<T, U, V, F, Arr, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array, &U::Array) -> std::result::Result<Arr, E>, E: std::error::Error { loop {} }
pub fn try_binary_elementwise<T, U, V, F, K, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: for<'a> std::ops::FnMut(std::option::Option<T::Physical>, std::option::Option<U::Physical>) -> std::result::Result<std::option::Option<K>, E> { loop {} }
pub fn try_binary_mut_with_options<T, U, V, F, Arr, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F, _: crate::polars_utils::pl_str::PlSmallStr) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array, &U::Array) -> std::result::Result<Arr, E>, E: std::error::Error { loop {} }
pub fn try_binary_to_series<T, U, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn try_binary_unchecked_same_type<T, U, F, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: F, _: bool, _: bool) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<T>, E> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, E: std::error::Error { loop {} }
pub fn try_ternary_elementwise<T, U, V, G, F, K, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: &crate::polars_core::chunked_array::ChunkedArray<U>, _: &crate::polars_core::chunked_array::ChunkedArray<G>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, U: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, G: crate::polars_core::datatypes::PolarsDataType, F: for<'a> std::ops::FnMut(std::option::Option<T::Physical>, std::option::Option<U::Physical>, std::option::Option<G::Physical>) -> std::result::Result<std::option::Option<K>, E> { loop {} }
pub fn try_unary_elementwise<'a, T, V, F, K, E>(_: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: std::ops::FnMut(std::option::Option<T::Physical>) -> std::result::Result<std::option::Option<K>, E> { loop {} }
pub fn try_unary_elementwise_values<'a, T, V, F, K, E>(_: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: std::ops::FnMut(T::Physical) -> std::result::Result<K, E> { loop {} }
pub fn try_unary_mut_with_options<T, V, F, Arr, E>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> std::result::Result<crate::polars_core::chunked_array::ChunkedArray<V>, E> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array) -> std::result::Result<Arr, E>, E: std::error::Error { loop {} }
pub fn try_unary_to_series<T, F>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> where T: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn unary_elementwise<'a, T, V, F>(_: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: crate::polars_core::chunked_array::ops::arity::UnaryFnMut<std::option::Option<T::Physical>> { loop {} }
pub fn unary_elementwise_values<'a, T, V, F>(_: &'a crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType, F: crate::polars_core::chunked_array::ops::arity::UnaryFnMut<T::Physical> { loop {} }
pub fn unary_kernel<T, V, F, Arr>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array) -> Arr { loop {} }
pub fn unary_kernel_owned<T, V, F, Arr>(_: crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(T::Array) -> Arr { loop {} }
pub fn unary_mut_values<T, V, F, Arr>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array) -> Arr { loop {} }
pub fn unary_mut_with_options<T, V, F, Arr>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: F) -> crate::polars_core::chunked_array::ChunkedArray<V> where T: crate::polars_core::datatypes::PolarsDataType, V: crate::polars_core::datatypes::PolarsDataType<Array = Arr>, F: std::ops::FnMut(&T::Array) -> Arr { loop {} }
pub trait BinaryFnMut<A1, A2>: std::ops::FnMut(A1, A2) -> Self::Ret { type Ret; }
pub trait TernaryFnMut<A1, A2, A3>: std::ops::FnMut(A1, A2, A3) -> Self::Ret { type Ret; }
pub trait UnaryFnMut<A1>: std::ops::FnMut(A1) -> Self::Ret { type Ret; }
}
pub mod bit_repr {
pub fn reinterpret(_: &crate::polars_core::series::Series, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
pub mod chunkops {
pub fn _set_check_length(_: bool) { loop {} }
}
pub mod compare_inner {
pub trait GetInner { type Item; fn get_unchecked(&self, _: usize) -> Self::Item; }
pub trait TotalEqInner: std::marker::Send + std::marker::Sync { fn eq_element_unchecked(&self, _: usize, _: usize) -> bool; }
pub trait TotalOrdInner: std::marker::Send + std::marker::Sync { fn cmp_element_unchecked(&self, _: usize, _: usize, _: bool, _: bool) -> std::cmp::Ordering; }
}
pub mod downcast {
pub struct Chunks<'a, T> {  }
}
pub mod float_sorted_arg_max {
pub fn float_arg_max_sorted_ascending<T>(_: &crate::polars_core::chunked_array::ChunkedArray<T>) -> usize where T: crate::polars_core::datatypes::PolarsNumericType { loop {} }
pub fn float_arg_max_sorted_descending<T>(_: &crate::polars_core::chunked_array::ChunkedArray<T>) -> usize where T: crate::polars_core::datatypes::PolarsNumericType { loop {} }
}
pub mod gather {
pub fn _update_gather_sorted_flag(_: crate::polars_core::series::series_trait::IsSorted, _: crate::polars_core::series::series_trait::IsSorted) -> crate::polars_core::series::series_trait::IsSorted { loop {} }
pub fn check_bounds_ca(_: &crate::polars_core::datatypes::aliases::IdxCa, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn check_bounds_nulls(_: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<()> { loop {} }
}
pub mod nesting_utils {
pub trait ChunkNestingUtils: std::marker::Sized { fn propagate_nulls(&self) -> std::option::Option<Self>; fn trim_lists_to_normalized_offsets(&self) -> std::option::Option<Self>; fn find_validity_mismatch(&self, _: &crate::polars_core::series::Series, _: impl std::marker::Sized); }
}
pub mod row_encode {
pub fn _get_rows_encoded_ca(_: crate::polars_utils::pl_str::PlSmallStr, _: &[crate::polars_core::frame::column::Column], _: &[bool], _: &[bool], _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn _get_rows_encoded_ca_unordered(_: crate::polars_utils::pl_str::PlSmallStr, _: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn encode_rows_unordered(_: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn encode_rows_vertical_par_unordered(_: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
pub fn encode_rows_vertical_par_unordered_broadcast_nulls(_: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::BinaryOffsetChunked> { loop {} }
}
pub mod search_sorted {
pub enum SearchSortedSide { Any, Left, Right }
}
pub mod sort {
pub fn _broadcast_bools(_: usize, _: &mut std::vec::Vec<bool>) { loop {} }
pub fn arg_sort(_: &[crate::polars_core::frame::column::Column], _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
pub fn perfect_sort(_: impl std::marker::Sized, _: impl std::marker::Sized) { loop {} }
pub mod options {
pub struct SortMultipleOptions { pub descending: std::vec::Vec<bool>, pub nulls_last: std::vec::Vec<bool>, pub multithreaded: bool, pub maintain_order: bool }
pub struct SortOptions { pub descending: bool, pub nulls_last: bool, pub multithreaded: bool, pub maintain_order: bool }
}
}
}
}
pub mod datatypes {
pub struct BinaryOffsetType {  }
pub struct BinaryType {  }
pub struct BooleanType {  }
pub struct Categorical16Type {  }
pub struct Categorical32Type {  }
pub struct Categorical8Type {  }
pub struct CategoricalType {  }
pub struct DateType {  }
pub struct DatetimeType {  }
pub struct DurationType {  }
pub struct FalseT;
pub struct Float32Type {  }
pub struct Float64Type {  }
pub struct Int16Type {  }
pub struct Int32Type {  }
pub struct Int64Type {  }
pub struct Int8Type {  }
pub struct ListType {  }
pub struct StringType {  }
pub struct TimeType {  }
pub struct TrueT;
pub struct UInt16Type {  }
pub struct UInt32Type {  }
pub struct UInt64Type {  }
pub struct UInt8Type {  }
pub trait NumericNative: std::iter::Sum<Self> + std::ops::Add<Output = Self> + std::ops::Sub<Output = Self> + std::ops::Mul<Output = Self> + std::ops::Div<Output = Self> + std::ops::Rem<Output = Self> + std::ops::AddAssign + std::ops::SubAssign { type PolarsType: crate::polars_core::datatypes::PolarsNumericType; type TrueDivPolarsType: crate::polars_core::datatypes::PolarsNumericType; }
pub trait PolarsDataType: std::marker::Send + std::marker::Sync + std::marker::Sized + 'static { type Physical<'a>: std::clone::Clone; type OwnedPhysical: std::marker::Send + std::marker::Sync + std::clone::Clone; type ZeroablePhysical<'a>: std::convert::From<Self::Physical>; type Array; type IsNested; type HasViews; type IsStruct; type IsObject; fn get_static_dtype() -> crate::polars_core::datatypes::dtype::DataType where Self: std::marker::Sized; }
pub trait PolarsFloatType: crate::polars_core::datatypes::PolarsNumericType {  }
pub trait PolarsIntegerType: crate::polars_core::datatypes::PolarsNumericType {  }
pub trait PolarsNumericType: crate::polars_core::datatypes::PolarsPhysicalType + 'static { type Native: crate::polars_core::datatypes::NumericNative; }
pub trait PolarsPhysicalType: crate::polars_core::datatypes::PolarsDataType { fn ca_into_series(_: crate::polars_core::chunked_array::ChunkedArray<Self>) -> crate::polars_core::series::Series; }
pub type BinaryChunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryType>;
pub type BinaryOffsetChunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BinaryOffsetType>;
pub type BooleanChunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::BooleanType>;
pub type Float32Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float32Type>;
pub type Float64Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Float64Type>;
pub type Int16Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int16Type>;
pub type Int32Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int32Type>;
pub type Int64Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int64Type>;
pub type Int8Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::Int8Type>;
pub type ListChunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::ListType>;
pub type StringChunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::StringType>;
pub type UInt16Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt16Type>;
pub type UInt32Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt32Type>;
pub type UInt64Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt64Type>;
pub type UInt8Chunked = crate::polars_core::chunked_array::ChunkedArray<crate::polars_core::datatypes::UInt8Type>;
pub use crate::polars_core::datatypes::schema::SchemaExtPl;
pub mod aliases {
pub const IDX_DTYPE: crate::polars_core::datatypes::dtype::DataType = loop {};
pub trait InitHashMaps2 { type HashMap; fn new() -> Self::HashMap; fn with_capacity(_: usize) -> Self::HashMap; }
pub type IdxCa = crate::polars_core::datatypes::UInt32Chunked;
pub type IdxType = crate::polars_core::datatypes::UInt32Type;
}
pub mod any_value {
pub enum AnyValue<'a> { Null, Boolean(bool), String(&'a str), UInt8(u8), UInt16(u16), UInt32(u32), UInt64(u64), UInt128(u128), Int8(i8), Int16(i16), Int32(i32), Int64(i64), Int128(i128), Float16(()), Float32(f32), Float64(f64), List(crate::polars_core::series::Series), StringOwned(crate::polars_utils::pl_str::PlSmallStr), Binary(&'a [u8]), BinaryOwned(std::vec::Vec<u8>) }
pub trait GetAnyValue { fn get_unchecked(&self, _: usize) -> crate::polars_core::datatypes::any_value::AnyValue<'_>; }
}
pub mod dtype {
pub enum DataType { Boolean, UInt8, UInt16, UInt32, UInt64, UInt128, Int8, Int16, Int32, Int64, Int128, Float16, Float32, Float64, String, Binary, BinaryOffset, Date, Datetime(crate::polars_core::datatypes::temporal::time_unit::TimeUnit, std::option::Option<crate::polars_core::datatypes::temporal::time_zone::TimeZone>), Duration(crate::polars_core::datatypes::temporal::time_unit::TimeUnit), Time, List(std::boxed::Box<crate::polars_core::datatypes::dtype::DataType>), Null, Unknown(crate::polars_core::datatypes::dtype::UnknownKind) }
pub enum UnknownKind { Int(i128), Float, Str, Any }
pub fn merge_dtypes(_: &crate::polars_core::datatypes::dtype::DataType, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn unpack_dtypes(_: &crate::polars_core::datatypes::dtype::DataType, _: bool) -> crate::polars_utils::aliases::PlHashSet<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub struct CompatLevel(());
pub trait AsRefDataType { fn as_ref_dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType; }
pub trait IntoMetadata {  }
pub trait MetaDataExt: crate::polars_core::datatypes::dtype::IntoMetadata { fn pl_enum_metadata(&self) -> std::option::Option<&str> { loop {} } fn pl_categorical_metadata(&self) -> std::option::Option<&str> { loop {} } fn maintain_type(&self) -> bool { loop {} } }
}
pub mod field {
pub struct Field { pub name: crate::polars_utils::pl_str::PlSmallStr, pub dtype: crate::polars_core::datatypes::dtype::DataType }
pub type FieldRef = std::sync::Arc<crate::polars_core::datatypes::field::Field>;
}
pub mod into_scalar {
pub trait IntoScalar { fn into_scalar(self, _: crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar>; }
}
pub mod schema {
pub trait SchemaExtPl { fn matches_schema(&self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<bool>; fn ensure_is_exact_match(&self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<()>; }
}
pub mod temporal {
pub mod time_unit {
pub enum TimeUnit { Nanoseconds, Microseconds, Milliseconds }
}
pub mod time_zone {
pub struct TimeZone {  }
}
}
}
pub mod error {
pub use crate::polars_error::*;
}
pub mod frame {
pub enum PivotColumnNaming { Combine, Auto }
pub enum RecordBatchIterWrap<'a> { ZeroWidth { remaining_height: usize, chunk_size: usize }, Batches(crate::polars_core::frame::RecordBatchIter<'a>), PhysicalBatches(crate::polars_core::frame::PhysRecordBatchIter<'a>) }
pub enum UniqueKeepStrategy { First, Last, None, Any }
pub struct PhysRecordBatchIter<'a> {  }
pub struct RecordBatchIter<'a> {  }
pub use crate::polars_core::frame::dataframe::DataFrame;
pub mod column {
pub enum Column { Series(crate::polars_core::frame::column::series::SeriesColumn), Scalar(crate::polars_core::frame::column::scalar::ScalarColumn) }
pub trait IntoColumn: std::marker::Sized { fn into_column(self) -> crate::polars_core::frame::column::Column; }
pub use crate::polars_core::frame::column::scalar::ScalarColumn;
pub mod scalar {
pub struct ScalarColumn {  }
}
pub mod series {
pub struct SeriesColumn {  }
}
}
pub mod dataframe {
pub struct DataFrame {  }
}
pub mod explode {
pub struct UnpivotArgsIR { pub on: std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>, pub index: std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>, pub variable_name: crate::polars_utils::pl_str::PlSmallStr, pub value_name: crate::polars_utils::pl_str::PlSmallStr }
}
pub mod group_by {
pub enum GroupByMethod { Min, NanMin, Max, NanMax, Median, Mean, First, FirstNonNull, Last, LastNonNull, Item { allow_empty: bool }, Sum, Groups, NUnique, Quantile(f64, ()), Count { include_nulls: bool }, Implode { maintain_order: bool }, Std(u8), Var(u8), ArgMin, ArgMax }
pub fn fmt_group_by_column(_: &str, _: crate::polars_core::frame::group_by::GroupByMethod) -> crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub struct GroupBy<'a> { pub df: &'a crate::polars_core::frame::dataframe::DataFrame }
pub mod aggregations {
pub fn _agg_helper_idx<T, F>(_: &crate::polars_core::frame::group_by::position::GroupsIdx, _: F) -> crate::polars_core::series::Series where F: std::marker::Send + std::marker::Sync, T: crate::polars_core::datatypes::PolarsNumericType { loop {} }
pub fn _agg_helper_idx_idx<'a, F>(_: &'a crate::polars_core::frame::group_by::position::GroupsIdx, _: F) -> crate::polars_core::series::Series where F: std::marker::Send + std::marker::Sync { loop {} }
pub fn _agg_helper_idx_no_null<T, F>(_: &crate::polars_core::frame::group_by::position::GroupsIdx, _: F) -> crate::polars_core::series::Series where F: std::marker::Send + std::marker::Sync, T: crate::polars_core::datatypes::PolarsNumericType { loop {} }
pub fn _agg_helper_slice<T, F>(_: impl std::marker::Sized, _: F) -> crate::polars_core::series::Series where F: std::marker::Send + std::marker::Sync, T: crate::polars_core::datatypes::PolarsNumericType { loop {} }
pub fn _agg_helper_slice_idx<F>(_: impl std::marker::Sized, _: F) -> crate::polars_core::series::Series where F: std::marker::Send + std::marker::Sync { loop {} }
pub fn _agg_helper_slice_no_null<T, F>(_: impl std::marker::Sized, _: F) -> crate::polars_core::series::Series where F: std::marker::Send + std::marker::Sync, T: crate::polars_core::datatypes::PolarsNumericType { loop {} }
pub fn _slice_from_offsets<T>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_core::chunked_array::ChunkedArray<T> where T: crate::polars_core::datatypes::PolarsDataType { loop {} }
pub fn _use_rolling_kernels(_: &crate::polars_core::frame::group_by::position::GroupsSlice, _: bool, _: bool, _: impl std::marker::Sized) -> bool { loop {} }
pub fn rolling_numeric_minmax_by(_: &crate::polars_core::frame::column::Column, _: &crate::polars_core::frame::group_by::position::GroupsSlice, _: bool) -> crate::polars_core::datatypes::aliases::IdxCa { loop {} }
pub mod agg_list {
pub trait AggList { fn agg_list(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series; }
}
}
pub mod into_groups {
pub trait IntoGroupsType { fn group_tuples(&self, _: bool, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::group_by::position::GroupsType> { loop {} } }
}
pub mod position {
pub enum GroupsIndicator<'a> { Idx(crate::polars_core::frame::group_by::position::BorrowIdxItem<'a>), Slice(()) }
pub enum GroupsType { Idx(crate::polars_core::frame::group_by::position::GroupsIdx), Slice { groups: crate::polars_core::frame::group_by::position::GroupsSlice, overlapping: bool, monotonic: bool } }
pub struct GroupPositions {  }
pub struct GroupsIdx {  }
pub struct GroupsTypeIter<'a> {  }
pub struct GroupsTypeParIter<'a> {  }
}
}
pub mod horizontal {
pub fn concat_df_horizontal(_: &[crate::polars_core::frame::dataframe::DataFrame], _: bool, _: bool, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
}
pub mod row {
pub fn coerce_dtype<A: std::borrow::Borrow<crate::polars_core::datatypes::dtype::DataType>>(_: &[A]) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn infer_schema(_: impl std::iter::Iterator<Item = std::vec::Vec<(impl std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>, impl std::convert::Into<crate::polars_core::datatypes::dtype::DataType>, )>>, _: usize) -> crate::polars_core::schema::Schema { loop {} }
pub fn rows_to_schema_first_non_null(_: &[crate::polars_core::frame::row::Row<'_>], _: std::option::Option<usize>) -> crate::polars_error::PolarsResult<crate::polars_core::schema::Schema> { loop {} }
pub fn rows_to_schema_supertypes(_: &[crate::polars_core::frame::row::Row<'_>], _: std::option::Option<usize>) -> crate::polars_error::PolarsResult<crate::polars_core::schema::Schema> { loop {} }
pub fn rows_to_supertypes(_: &[crate::polars_core::frame::row::Row<'_>], _: std::option::Option<usize>) -> crate::polars_error::PolarsResult<std::vec::Vec<crate::polars_core::datatypes::dtype::DataType>> { loop {} }
pub struct Row<'a>(pub std::vec::Vec<crate::polars_core::datatypes::any_value::AnyValue<'a>>);
pub mod av_buffer {
pub enum AnyValueBuffer<'a> { Boolean(()), Int32(()), Int64(()), UInt32(()), UInt64(()), Float32(()), Float64(()), String(()), Null(()), All(crate::polars_core::datatypes::dtype::DataType, std::vec::Vec<crate::polars_core::datatypes::any_value::AnyValue<'a>>) }
pub enum AnyValueBufferTrusted<'a> { Boolean(()), Int32(()), Int64(()), UInt32(()), UInt64(()), Float32(()), Float64(()), String(()), Null(()), All(crate::polars_core::datatypes::dtype::DataType, std::vec::Vec<crate::polars_core::datatypes::any_value::AnyValue<'a>>) }
}
}
}
pub mod named_from {
pub trait NamedFrom<T, Phantom: ?std::marker::Sized> { fn new(_: crate::polars_utils::pl_str::PlSmallStr, _: T) -> Self; }
pub trait NamedFromOwned<T> { fn from_vec(_: crate::polars_utils::pl_str::PlSmallStr, _: T) -> Self; }
}
pub mod prelude {
pub use crate::df;
pub use crate::polars_core::chunked_array::ChunkedArray;
pub use crate::polars_core::chunked_array::arithmetic::numeric::ArithmeticChunked;
pub use crate::polars_core::chunked_array::collect::ChunkedCollectInferIterExt;
pub use crate::polars_core::chunked_array::collect::ChunkedCollectIterExt;
pub use crate::polars_core::chunked_array::ops::*;
pub use crate::polars_core::datatypes::*;
pub use crate::polars_core::datatypes;
pub use crate::polars_core::frame::UniqueKeepStrategy;
pub use crate::polars_core::frame::column::Column;
pub use crate::polars_core::frame::column::IntoColumn;
pub use crate::polars_core::frame::dataframe::DataFrame;
pub use crate::polars_core::frame::explode::UnpivotArgsIR;
pub use crate::polars_core::frame::group_by::*;
pub use crate::polars_core::named_from::NamedFrom;
pub use crate::polars_core::named_from::NamedFromOwned;
pub use crate::polars_core::scalar::Scalar;
pub use crate::polars_core::schema::*;
pub use crate::polars_core::series::Series;
pub use crate::polars_core::series::arithmetic::borrowed::LhsNumOps;
pub use crate::polars_core::series::arithmetic::borrowed::NumOpsDispatch;
pub use crate::polars_core::series::from::IntoSeries;
pub use crate::polars_core::series::series_trait::SeriesTrait;
pub use crate::polars_core::with_match_categorical_physical_type;
pub use crate::polars_error::PolarsContext;
pub use crate::polars_error::PolarsError;
pub use crate::polars_error::PolarsResult;
pub use crate::polars_error::abort::try_raise_polars_abort;
pub use crate::polars_error::polars_bail;
pub use crate::polars_error::polars_ensure;
pub use crate::polars_error::polars_err;
pub use crate::polars_error::polars_warn;
pub use crate::polars_utils::aliases::*;
pub use crate::polars_utils::pl_str::PlSmallStr;
pub use std::sync::Arc;
}
pub mod query_result {
pub enum QueryResult { Single(crate::polars_core::frame::dataframe::DataFrame), Multiple(std::vec::Vec<crate::polars_core::frame::dataframe::DataFrame>) }
}
pub mod scalar {
pub struct Scalar {  }
}
pub mod schema {
pub fn ensure_matching_schema<F, M>(_: &crate::polars_schema::schema::Schema<F, M>, _: &crate::polars_schema::schema::Schema<F, M>) -> crate::polars_error::PolarsResult<()> where crate::polars_schema::schema::Schema<F, M>: crate::polars_core::schema::SchemaNamesAndDtypes { loop {} }
pub trait SchemaExt { fn from_arrow_schema(_: impl std::marker::Sized) -> Self; fn get_field(&self, _: &str) -> std::option::Option<crate::polars_core::datatypes::field::Field>; fn try_get_field(&self, _: &str) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field>; fn iter_fields(&self) -> impl std::iter::ExactSizeIterator<Item = crate::polars_core::datatypes::field::Field> + '_; fn to_supertype(&mut self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<bool>; fn project_select(&self, _: impl std::marker::Sized) -> Self; fn contains_dtype(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: bool) -> bool; }
pub trait SchemaNamesAndDtypes { const IS_ARROW: bool; type DataType: std::clone::Clone; fn iter_names_and_dtypes(&self) -> impl std::iter::ExactSizeIterator<Item = (&crate::polars_utils::pl_str::PlSmallStr, &Self::DataType, )>; }
pub type Schema = crate::polars_schema::schema::Schema<crate::polars_core::datatypes::dtype::DataType, ()>;
pub type SchemaRef = std::sync::Arc<crate::polars_core::schema::Schema>;
}
pub mod series {
pub struct Series(pub std::sync::Arc<dyn crate::polars_core::series::series_trait::SeriesTrait>);
pub use crate::polars_core::chunked_array::ops::ChunkCompareEq;
pub use crate::polars_core::series::iterator::SeriesIter;
pub use crate::polars_core::series::iterator::SeriesPhysIter;
pub use crate::polars_core::series::series_trait::IsSorted;
pub mod arithmetic {
pub use crate::polars_core::series::arithmetic::list::NumericListOp;
pub mod borrowed {
pub fn coerce_lhs_rhs<'a>(_: &'a crate::polars_core::series::Series, _: &'a crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<(std::borrow::Cow<'a, crate::polars_core::series::Series>, std::borrow::Cow<'a, crate::polars_core::series::Series>, )> { loop {} }
pub trait LhsNumOps { type Output; fn add(self, _: &crate::polars_core::series::Series) -> Self::Output; fn sub(self, _: &crate::polars_core::series::Series) -> Self::Output; fn div(self, _: &crate::polars_core::series::Series) -> Self::Output; fn mul(self, _: &crate::polars_core::series::Series) -> Self::Output; fn rem(self, _: &crate::polars_core::series::Series) -> Self::Output; }
pub trait NumOpsDispatch { fn subtract(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn add_to(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn multiply(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn divide(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn remainder(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; }
pub trait NumOpsDispatchInner: crate::polars_core::datatypes::PolarsDataType + std::marker::Sized { fn subtract(_: &crate::polars_core::chunked_array::ChunkedArray<Self>, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn add_to(_: &crate::polars_core::chunked_array::ChunkedArray<Self>, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn multiply(_: &crate::polars_core::chunked_array::ChunkedArray<Self>, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn divide(_: &crate::polars_core::chunked_array::ChunkedArray<Self>, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn remainder(_: &crate::polars_core::chunked_array::ChunkedArray<Self>, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } }
}
pub mod list {
pub struct NumericListOp(());
}
}
pub mod from {
pub trait IntoSeries { fn is_series() -> bool { loop {} } fn into_series(self) -> crate::polars_core::series::Series where Self: std::marker::Sized; }
}
pub mod iterator {
pub struct SeriesIter<'a> {  }
pub type SeriesPhysIter<'a> = std::boxed::Box<dyn std::iter::ExactSizeIterator<Item = crate::polars_core::datatypes::any_value::AnyValue<'a>> + 'a>;
}
pub mod ops {
pub enum NullBehavior { Drop, Ignore }
}
pub mod series_trait {
pub enum BitRepr { U8(crate::polars_core::datatypes::UInt8Chunked), U16(crate::polars_core::datatypes::UInt16Chunked), U32(crate::polars_core::datatypes::UInt32Chunked), U64(crate::polars_core::datatypes::UInt64Chunked) }
pub enum IsSorted { Ascending, Descending, Not }
pub trait SeriesTrait: std::marker::Send + std::marker::Sync + crate::polars_core::series::series_trait::private::PrivateSeries + crate::polars_core::series::series_trait::private::PrivateSeriesNumeric { fn rename(&mut self, _: crate::polars_utils::pl_str::PlSmallStr); fn chunk_lengths(&self) -> crate::polars_core::chunked_array::ChunkLenIter<'_>; fn name(&self) -> &crate::polars_utils::pl_str::PlSmallStr; fn field(&self) -> std::borrow::Cow<'_, crate::polars_core::datatypes::field::Field> { loop {} } fn dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType { loop {} } fn n_chunks(&self) -> usize { loop {} } fn shrink_to_fit(&mut self) { loop {} } fn limit(&self, _: usize) -> crate::polars_core::series::Series { loop {} } fn slice(&self, _: i64, _: usize) -> crate::polars_core::series::Series; fn split_at(&self, _: i64) -> (crate::polars_core::series::Series, crate::polars_core::series::Series, ); fn append(&mut self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<()>; fn append_owned(&mut self, _: crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<()>; fn filter(&self, _: &crate::polars_core::datatypes::BooleanChunked) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn take(&self, _: &crate::polars_core::datatypes::aliases::IdxCa) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn take_unchecked(&self, _: &crate::polars_core::datatypes::aliases::IdxCa) -> crate::polars_core::series::Series; fn take_slice(&self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn take_slice_unchecked(&self, _: impl std::marker::Sized) -> crate::polars_core::series::Series; fn len(&self) -> usize; fn is_empty(&self) -> bool { loop {} } fn is_full_null(&self) -> bool { loop {} } fn rechunk(&self) -> crate::polars_core::series::Series; fn with_validity(&self, _: impl std::marker::Sized) -> crate::polars_core::series::Series; fn drop_nulls(&self) -> crate::polars_core::series::Series { loop {} } fn _sum_as_f64(&self) -> f64 { loop {} } fn mean(&self) -> std::option::Option<f64> { loop {} } fn std(&self, _: u8) -> std::option::Option<f64> { loop {} } fn var(&self, _: u8) -> std::option::Option<f64> { loop {} } fn median(&self) -> std::option::Option<f64> { loop {} } fn new_from_index(&self, _: usize, _: usize) -> crate::polars_core::series::Series; fn trim_lists_to_normalized_offsets(&self) -> std::option::Option<crate::polars_core::series::Series> { loop {} } fn propagate_nulls(&self) -> std::option::Option<crate::polars_core::series::Series> { loop {} } fn deposit(&self, _: impl std::marker::Sized) -> crate::polars_core::series::Series; fn find_validity_mismatch(&self, _: &crate::polars_core::series::Series, _: impl std::marker::Sized); fn cast(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; fn get(&self, _: usize) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::any_value::AnyValue<'_>> { loop {} } fn get_unchecked(&self, _: usize) -> crate::polars_core::datatypes::any_value::AnyValue<'_>; fn sort_with(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn arg_sort(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_core::datatypes::aliases::IdxCa { loop {} } fn null_count(&self) -> usize; fn has_nulls(&self) -> bool; fn unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn n_unique(&self) -> crate::polars_error::PolarsResult<usize> { loop {} } fn arg_unique(&self) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} } fn is_null(&self) -> crate::polars_core::datatypes::BooleanChunked; fn is_not_null(&self) -> crate::polars_core::datatypes::BooleanChunked; fn reverse(&self) -> crate::polars_core::series::Series; fn as_single_ptr(&mut self) -> crate::polars_error::PolarsResult<usize> { loop {} } fn shift(&self, _: i64) -> crate::polars_core::series::Series; fn sum_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn max_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn min_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn median_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn mean_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn var_reduce(&self, _: u8) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn std_reduce(&self, _: u8) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn quantile_reduce(&self, _: f64, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn quantiles_reduce(&self, _: &[f64], _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn and_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn or_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn xor_reduce(&self) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} } fn first(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn first_non_null(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn last(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn last_non_null(&self) -> crate::polars_core::scalar::Scalar { loop {} } fn clone_inner(&self) -> std::sync::Arc<dyn crate::polars_core::series::series_trait::SeriesTrait>; }
pub mod private {
pub trait PrivateSeries { fn _field(&self) -> std::borrow::Cow<'_, crate::polars_core::datatypes::field::Field>; fn _dtype(&self) -> &crate::polars_core::datatypes::dtype::DataType; fn compute_len(&mut self); fn _set_flags(&mut self, _: impl std::marker::Sized); fn into_total_eq_inner<'a>(self: &'a Self) -> std::boxed::Box<dyn crate::polars_core::chunked_array::ops::compare_inner::TotalEqInner + 'a>; fn into_total_ord_inner<'a>(self: &'a Self) -> std::boxed::Box<dyn crate::polars_core::chunked_array::ops::compare_inner::TotalOrdInner + 'a>; fn vec_hash(&self, _: crate::polars_utils::aliases::PlSeedableRandomStateQuality, _: &mut std::vec::Vec<u64>) -> crate::polars_error::PolarsResult<()>; fn vec_hash_combine(&self, _: crate::polars_utils::aliases::PlSeedableRandomStateQuality, _: &mut [u64]) -> crate::polars_error::PolarsResult<()>; fn agg_min(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series { loop {} } fn agg_max(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series { loop {} } fn agg_arg_min(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series { loop {} } fn agg_arg_max(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series { loop {} } fn agg_sum(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series { loop {} } fn agg_std(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: u8) -> crate::polars_core::series::Series { loop {} } fn agg_var(&self, _: &crate::polars_core::frame::group_by::position::GroupsType, _: u8) -> crate::polars_core::series::Series { loop {} } fn agg_list(&self, _: &crate::polars_core::frame::group_by::position::GroupsType) -> crate::polars_core::series::Series { loop {} } fn subtract(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn add_to(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn multiply(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn divide(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn remainder(&self, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn group_tuples(&self, _: bool, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::group_by::position::GroupsType> { loop {} } fn zip_with_same_type(&self, _: &crate::polars_core::datatypes::BooleanChunked, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn arg_sort_multiple(&self, _: &[crate::polars_core::frame::column::Column], _: &crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} } }
pub trait PrivateSeriesNumeric { fn bit_repr(&self) -> std::option::Option<crate::polars_core::series::series_trait::BitRepr>; }
}
}
}
}
pub mod polars_lazy {
impl crate::polars_lazy::frame::CollectBatches {
pub fn start(&mut self) { loop {} }
}
impl crate::polars_lazy::frame::IntoLazy for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_lazy::frame::IntoLazy for crate::polars_lazy::frame::LazyFrame {  }
impl crate::polars_lazy::frame::JoinBuilder {
pub fn new(_: crate::polars_lazy::frame::LazyFrame) -> Self { loop {} }
pub fn with(self, _: crate::polars_lazy::frame::LazyFrame) -> Self { loop {} }
pub fn how(self, _: crate::polars_ops::frame::join::args::JoinType) -> Self { loop {} }
pub fn validate(self, _: crate::polars_ops::frame::join::args::JoinValidation) -> Self { loop {} }
pub fn on<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> Self { loop {} }
pub fn left_on<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> Self { loop {} }
pub fn right_on<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> Self { loop {} }
pub fn allow_parallel(self, _: bool) -> Self { loop {} }
pub fn force_parallel(self, _: bool) -> Self { loop {} }
pub fn join_nulls(self, _: bool) -> Self { loop {} }
pub fn suffix<S>(self, _: S) -> Self where S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn coalesce(self, _: crate::polars_ops::frame::join::args::JoinCoalesce) -> Self { loop {} }
pub fn maintain_order(self, _: crate::polars_ops::frame::join::args::MaintainOrderJoin) -> Self { loop {} }
pub fn build_side(self, _: std::option::Option<crate::polars_ops::frame::join::args::JoinBuildSide>) -> Self { loop {} }
pub fn finish(self) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn join_where(self, _: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>) -> crate::polars_lazy::frame::LazyFrame { loop {} }
}
impl crate::polars_lazy::frame::LazyFrame {
pub fn anonymous_scan(_: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_lazy::frame::LazyFrame {
pub fn collect_concurrently(self) -> crate::polars_error::PolarsResult<crate::polars_lazy::frame::exitable::InProcessQuery> { loop {} }
}
impl crate::polars_lazy::frame::LazyFrame {
pub fn from_logical_plan(_: impl std::marker::Sized, _: crate::polars_plan::frame::opt_state::OptFlags) -> Self { loop {} }
pub fn get_current_optimizations(&self) -> crate::polars_plan::frame::opt_state::OptFlags { loop {} }
pub fn with_optimizations(self, _: crate::polars_plan::frame::opt_state::OptFlags) -> Self { loop {} }
pub fn without_optimizations(self) -> Self { loop {} }
pub fn with_projection_pushdown(self, _: bool) -> Self { loop {} }
pub fn with_cluster_with_columns(self, _: bool) -> Self { loop {} }
pub fn with_check_order(self, _: bool) -> Self { loop {} }
pub fn with_predicate_pushdown(self, _: bool) -> Self { loop {} }
pub fn with_type_coercion(self, _: bool) -> Self { loop {} }
pub fn with_type_check(self, _: bool) -> Self { loop {} }
pub fn with_simplify_expr(self, _: bool) -> Self { loop {} }
pub fn with_slice_pushdown(self, _: bool) -> Self { loop {} }
pub fn with_gpu(self, _: bool) -> Self { loop {} }
pub fn with_row_estimate(self, _: bool) -> Self { loop {} }
pub fn _with_eager(self, _: bool) -> Self { loop {} }
pub fn describe_plan(&self) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
pub fn describe_plan_tree(&self) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
pub fn describe_optimized_plan(&self) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
pub fn describe_optimized_plan_tree(&self) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
pub fn explain(&self, _: bool) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
pub fn sort(self, _: impl std::marker::Sized, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> Self { loop {} }
pub fn sort_by_exprs<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> Self { loop {} }
pub fn top_k<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: impl std::marker::Sized, _: E, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> Self { loop {} }
pub fn bottom_k<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: impl std::marker::Sized, _: E, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> Self { loop {} }
pub fn reverse(self) -> Self { loop {} }
pub fn rename<I, J, T, S>(self, _: I, _: J, _: bool) -> Self where I: std::iter::IntoIterator<Item = T>, J: std::iter::IntoIterator<Item = S>, T: std::convert::AsRef<str>, S: std::convert::AsRef<str> { loop {} }
pub fn drop(self, _: crate::polars_plan::dsl::selector::Selector) -> Self { loop {} }
pub fn shift<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn shift_and_fill<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E, _: IE) -> Self { loop {} }
pub fn fill_null<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn fill_nan<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn cache(self) -> Self { loop {} }
pub fn cast(self, _: crate::polars_utils::aliases::PlHashMap<&str, crate::polars_core::datatypes::dtype::DataType>, _: bool) -> Self { loop {} }
pub fn cast_all(self, _: impl std::convert::Into<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>, _: bool) -> Self { loop {} }
pub fn _collect_post_opt<P>(self, _: P) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn collect_with_engine(self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::query_result::QueryResult> { loop {} }
pub fn explain_all(_: impl std::marker::Sized, _: crate::polars_plan::frame::opt_state::OptFlags) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
pub fn collect_all_with_engine(_: impl std::marker::Sized, _: impl std::marker::Sized, _: crate::polars_plan::frame::opt_state::OptFlags) -> crate::polars_error::PolarsResult<std::vec::Vec<crate::polars_core::frame::dataframe::DataFrame>> { loop {} }
pub fn collect(self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn _profile_post_opt<P>(self, _: P) -> crate::polars_error::PolarsResult<(crate::polars_core::frame::dataframe::DataFrame, crate::polars_core::frame::dataframe::DataFrame, )> { loop {} }
pub fn profile(self) -> crate::polars_error::PolarsResult<(crate::polars_core::frame::dataframe::DataFrame, crate::polars_core::frame::dataframe::DataFrame, )> { loop {} }
pub fn sink_batches(self, _: impl std::marker::Sized, _: bool, _: std::option::Option<std::num::NonZeroUsize>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sink(self, _: crate::polars_plan::dsl::options::sink::SinkDestination, _: crate::polars_plan::dsl::options::FileWriteFormat, _: crate::polars_plan::dsl::options::sink::UnifiedSinkArgs) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn filter(self, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn remove(self, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn select<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> Self { loop {} }
pub fn select_seq<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> Self { loop {} }
pub fn group_by<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(self, _: E) -> crate::polars_lazy::frame::LazyGroupBy { loop {} }
pub fn group_by_stable<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(self, _: E) -> crate::polars_lazy::frame::LazyGroupBy { loop {} }
pub fn left_join<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: crate::polars_lazy::frame::LazyFrame, _: E, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn inner_join<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: crate::polars_lazy::frame::LazyFrame, _: E, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn full_join<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: crate::polars_lazy::frame::LazyFrame, _: E, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn join<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: crate::polars_lazy::frame::LazyFrame, _: E, _: E, _: crate::polars_ops::frame::join::args::JoinArgs) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn join_builder(self) -> crate::polars_lazy::frame::JoinBuilder { loop {} }
pub fn gather(self, _: crate::polars_lazy::frame::LazyFrame, _: bool) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn with_column(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn with_columns<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn with_columns_seq<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn match_to_schema(self, _: crate::polars_core::schema::SchemaRef, _: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn pipe_with_schema(self, _: impl std::marker::Sized) -> Self { loop {} }
pub fn pipe_with_schemas(self, _: std::vec::Vec<crate::polars_lazy::frame::LazyFrame>, _: impl std::marker::Sized) -> Self { loop {} }
pub fn with_context<C: std::convert::AsRef<[crate::polars_lazy::frame::LazyFrame]>>(self, _: C) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn max(self) -> Self { loop {} }
pub fn min(self) -> Self { loop {} }
pub fn sum(self) -> Self { loop {} }
pub fn mean(self) -> Self { loop {} }
pub fn median(self) -> Self { loop {} }
pub fn quantile(self, _: crate::polars_plan::dsl::expr::Expr, _: impl std::marker::Sized) -> Self { loop {} }
pub fn std(self, _: u8) -> Self { loop {} }
pub fn var(self, _: u8) -> Self { loop {} }
pub fn explode(self, _: crate::polars_plan::dsl::selector::Selector, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn null_count(self) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn unique_stable(self, _: std::option::Option<crate::polars_plan::dsl::selector::Selector>, _: crate::polars_core::frame::UniqueKeepStrategy) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn unique_stable_generic(self, _: std::option::Option<std::vec::Vec<crate::polars_plan::dsl::expr::Expr>>, _: crate::polars_core::frame::UniqueKeepStrategy) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn unique(self, _: std::option::Option<crate::polars_plan::dsl::selector::Selector>, _: crate::polars_core::frame::UniqueKeepStrategy) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn unique_generic(self, _: std::option::Option<std::vec::Vec<crate::polars_plan::dsl::expr::Expr>>, _: crate::polars_core::frame::UniqueKeepStrategy) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn drop_nans(self, _: std::option::Option<crate::polars_plan::dsl::selector::Selector>) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn drop_nulls(self, _: std::option::Option<crate::polars_plan::dsl::selector::Selector>) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn slice(self, _: i64, _: impl std::marker::Sized) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn clear(self) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn first(self) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn last(self) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn tail(self, _: impl std::marker::Sized) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn limit(self, _: impl std::marker::Sized) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn map<F>(self, _: F, _: crate::polars_plan::frame::opt_state::AllowedOptimizations, _: impl std::marker::Sized, _: std::option::Option<&'static str>) -> crate::polars_lazy::frame::LazyFrame where F: 'static + std::ops::Fn(crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> + std::marker::Send + std::marker::Sync { loop {} }
pub fn with_row_index<S>(self, _: S, _: impl std::marker::Sized) -> crate::polars_lazy::frame::LazyFrame where S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn count(self) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn hint(self, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_lazy::frame::LazyFrame> { loop {} }
}
impl crate::polars_lazy::frame::LazyFrame {
pub fn set_cached_arena(&self, _: impl std::marker::Sized, _: impl std::marker::Sized) { loop {} }
pub fn schema_with_arenas(&mut self, _: impl std::marker::Sized, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<crate::polars_core::schema::SchemaRef> { loop {} }
pub fn collect_schema(&mut self) -> crate::polars_error::PolarsResult<crate::polars_core::schema::SchemaRef> { loop {} }
}
impl crate::polars_lazy::frame::LazyGroupBy {
pub fn having(self, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn agg<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(self, _: E) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn head(self, _: std::option::Option<usize>) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn tail(self, _: std::option::Option<usize>) -> crate::polars_lazy::frame::LazyFrame { loop {} }
pub fn apply(self, _: impl std::marker::Sized, _: crate::polars_core::schema::SchemaRef) -> crate::polars_lazy::frame::LazyFrame { loop {} }
}
impl crate::polars_lazy::frame::exitable::InProcessQuery {
pub fn cancel(&self) { loop {} }
pub fn fetch(&self) -> std::option::Option<crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame>> { loop {} }
pub fn fetch_blocking(&self) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
}
impl std::clone::Clone for crate::polars_lazy::frame::LazyFrame {  }
impl std::clone::Clone for crate::polars_lazy::frame::LazyGroupBy {  }
impl std::clone::Clone for crate::polars_lazy::frame::exitable::InProcessQuery {  }
impl std::convert::From<crate::polars_lazy::frame::LazyGroupBy> for crate::polars_lazy::frame::LazyFrame {  }
impl std::default::Default for crate::polars_lazy::frame::LazyFrame {  }
impl std::iter::Iterator for crate::polars_lazy::frame::CollectBatches { type Item = std::result::Result<crate::polars_core::frame::dataframe::DataFrame, crate::polars_error::PolarsError>; }
pub mod dsl {
pub use crate::polars_lazy::dsl::functions::*;
pub use crate::polars_plan::dsl::*;
pub mod functions {
pub fn concat<L: std::convert::AsRef<[crate::polars_lazy::frame::LazyFrame]>>(_: L, _: crate::polars_plan::dsl::options::UnionArgs) -> crate::polars_error::PolarsResult<crate::polars_lazy::frame::LazyFrame> { loop {} }
pub fn concat_lf_horizontal<L: std::convert::AsRef<[crate::polars_lazy::frame::LazyFrame]>>(_: L, _: crate::polars_plan::dsl::options::HConcatOptions) -> crate::polars_error::PolarsResult<crate::polars_lazy::frame::LazyFrame> { loop {} }
pub use crate::polars_plan::dsl::functions::*;
}
}
pub mod frame {
pub struct CollectBatches {  }
pub struct JoinBuilder {  }
pub struct LazyFrame {  }
pub struct LazyGroupBy {  }
pub trait IntoLazy { fn lazy(self) -> crate::polars_lazy::frame::LazyFrame; }
pub use crate::polars_plan::frame::opt_state::AllowedOptimizations;
pub use crate::polars_plan::frame::opt_state::OptFlags;
pub mod exitable {
pub struct InProcessQuery {  }
}
}
pub mod prelude {
pub use crate::polars_lazy::dsl::*;
pub use crate::polars_lazy::frame::*;
pub use crate::polars_ops::frame::join::args::JoinArgs;
pub use crate::polars_ops::frame::join::args::JoinType;
pub use crate::polars_ops::frame::join::args::JoinValidation;
pub use crate::polars_plan::dsl::options::AnonymousScanOptions;
pub use crate::polars_plan::dsl::options::UnionArgs;
pub use crate::polars_plan::plans::lit::Literal;
pub use crate::polars_plan::plans::lit::LiteralValue;
pub use crate::polars_plan::plans::lit::NULL;
pub use crate::polars_plan::plans::lit::Null;
}
}
pub mod polars_plan {
impl crate::polars_plan::dsl::arity::ChainedThen {
pub fn when<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::arity::ChainedWhen { loop {} }
pub fn otherwise<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
impl crate::polars_plan::dsl::arity::ChainedWhen {
pub fn then<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::arity::ChainedThen { loop {} }
}
impl crate::polars_plan::dsl::arity::Then {
pub fn when<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::arity::ChainedWhen { loop {} }
pub fn otherwise<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
impl crate::polars_plan::dsl::arity::When {
pub fn then<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::arity::Then { loop {} }
}
impl crate::polars_plan::dsl::binary::BinaryNameSpace {
pub fn contains_literal(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn ends_with(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn starts_with(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn size_bytes(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn slice(self, _: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn head(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn tail(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn get(self, _: crate::polars_plan::dsl::expr::Expr, _: bool) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
impl crate::polars_plan::dsl::datatype_expr::DataTypeExpr {
pub fn into_datatype(self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn into_datatype_with_self(self, _: &crate::polars_core::schema::Schema, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn into_datatype_with_opt_self(self, _: &crate::polars_core::schema::Schema, _: std::option::Option<&crate::polars_core::datatypes::dtype::DataType>) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn as_literal(&self) -> std::option::Option<&crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn into_literal(self) -> std::option::Option<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn inner_dtype(self) -> Self { loop {} }
pub fn equals(self, _: Self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn display(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn matches(self, _: crate::polars_plan::dsl::selector::DataTypeSelector) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn wrap_in_list(self) -> Self { loop {} }
pub fn wrap_in_array(self, _: usize) -> Self { loop {} }
pub fn default_value(self, _: usize, _: bool, _: usize) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn int(self) -> crate::polars_plan::dsl::datatype_expr::DataTypeExprIntNameSpace { loop {} }
pub fn list(self) -> crate::polars_plan::dsl::datatype_expr::DataTypeExprListNameSpace { loop {} }
pub fn arr(self) -> crate::polars_plan::dsl::datatype_expr::DataTypeExprArrNameSpace { loop {} }
pub fn struct_(self) -> crate::polars_plan::dsl::datatype_expr::DataTypeExprStructNameSpace { loop {} }
}
impl crate::polars_plan::dsl::expr::EvalVariant {
pub fn to_name(&self) -> &'static str { loop {} }
pub fn element_dtype<'a>(&self, _: &'a crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<&'a crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn output_dtype(&self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::datatypes::dtype::DataType, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::dtype::DataType> { loop {} }
pub fn is_elementwise(&self) -> bool { loop {} }
pub fn is_row_separable(&self) -> bool { loop {} }
}
impl crate::polars_plan::dsl::expr::Expr {
pub fn eq<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn eq_missing<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn neq<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn neq_missing<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn lt<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn gt<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn gt_eq<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn lt_eq<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn not(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn alias<S>(self, _: S) -> crate::polars_plan::dsl::expr::Expr where S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn is_null(self) -> Self { loop {} }
pub fn is_not_null(self) -> Self { loop {} }
pub fn drop_nulls(self) -> Self { loop {} }
pub fn drop_nans(self) -> Self { loop {} }
pub fn n_unique(self) -> Self { loop {} }
pub fn first(self) -> Self { loop {} }
pub fn first_non_null(self) -> Self { loop {} }
pub fn last(self) -> Self { loop {} }
pub fn last_non_null(self) -> Self { loop {} }
pub fn item(self, _: bool) -> Self { loop {} }
pub fn implode(self, _: bool) -> Self { loop {} }
pub fn quantile(self, _: crate::polars_plan::dsl::expr::Expr, _: impl std::marker::Sized) -> Self { loop {} }
pub fn agg_groups(self) -> Self { loop {} }
pub fn explode(self, _: crate::polars_core::chunked_array::ops::ExplodeOptions) -> Self { loop {} }
pub fn slice<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>, F: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E, _: F) -> Self { loop {} }
pub fn append<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E, _: bool) -> Self { loop {} }
pub fn rechunk(self) -> Self { loop {} }
pub fn head(self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn tail(self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn unique(self) -> Self { loop {} }
pub fn unique_stable(self) -> Self { loop {} }
pub fn arg_unique(self) -> Self { loop {} }
pub fn arg_min(self) -> Self { loop {} }
pub fn arg_max(self) -> Self { loop {} }
pub fn arg_sort(self, _: bool, _: bool) -> Self { loop {} }
pub fn strict_cast(self, _: impl std::convert::Into<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>) -> Self { loop {} }
pub fn cast(self, _: impl std::convert::Into<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>) -> Self { loop {} }
pub fn cast_with_options(self, _: impl std::convert::Into<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>, _: crate::polars_core::chunked_array::cast::CastOptions) -> Self { loop {} }
pub fn gather<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E, _: bool) -> Self { loop {} }
pub fn get<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E, _: bool) -> Self { loop {} }
pub fn sort(self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> Self { loop {} }
pub fn reverse(self) -> Self { loop {} }
pub fn map<F, DT>(self, _: F, _: DT) -> Self where F: std::ops::Fn(crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &crate::polars_core::datatypes::field::Field) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn map_with_fmt_str<F, DT>(self, _: F, _: DT, _: impl std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>) -> Self where F: std::ops::Fn(crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &crate::polars_core::datatypes::field::Field) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn agg_with_fmt_str<F, DT>(self, _: F, _: DT, _: impl std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>) -> Self where F: std::ops::Fn(crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &crate::polars_core::datatypes::field::Field) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn apply_with_fmt_str<F, DT>(self, _: F, _: DT, _: impl std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>) -> Self where F: std::ops::Fn(crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &crate::polars_core::datatypes::field::Field) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn map_many<F, DT>(self, _: F, _: &[crate::polars_plan::dsl::expr::Expr], _: DT) -> Self where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn apply<F, DT>(self, _: F, _: DT) -> Self where F: std::ops::Fn(crate::polars_core::frame::column::Column) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &crate::polars_core::datatypes::field::Field) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn apply_many<F, DT>(self, _: F, _: &[crate::polars_plan::dsl::expr::Expr], _: DT) -> Self where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync { loop {} }
pub fn is_finite(self) -> Self { loop {} }
pub fn is_infinite(self) -> Self { loop {} }
pub fn is_nan(self) -> Self { loop {} }
pub fn is_not_nan(self) -> Self { loop {} }
pub fn shift(self, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn shift_and_fill<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E, _: IE) -> Self { loop {} }
pub fn product(self) -> Self { loop {} }
pub fn round(self, _: u32, _: crate::polars_ops::series::ops::round::RoundMode) -> Self { loop {} }
pub fn round_sig_figs(self, _: i32) -> Self { loop {} }
pub fn truncate(self, _: u32) -> Self { loop {} }
pub fn floor(self) -> Self { loop {} }
pub fn pi() -> Self { loop {} }
pub fn ceil(self) -> Self { loop {} }
pub fn clip(self, _: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn clip_max(self, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn clip_min(self, _: crate::polars_plan::dsl::expr::Expr) -> Self { loop {} }
pub fn over<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(self, _: E) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn over_with_options<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(self, _: std::option::Option<E>, _: std::option::Option<(E, crate::polars_core::chunked_array::ops::sort::options::SortOptions, )>, _: crate::polars_plan::dsl::options::WindowMapping) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn fill_null<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn fill_null_with_strategy(self, _: crate::polars_core::chunked_array::ops::FillNullStrategy) -> Self { loop {} }
pub fn fill_nan<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn count(self) -> Self { loop {} }
pub fn len(self) -> Self { loop {} }
pub fn is_sorted(self, _: std::option::Option<bool>, _: std::option::Option<bool>) -> Self { loop {} }
pub fn and<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn xor<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn or<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn logical_or<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn logical_and<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn filter<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn sort_by<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(self, _: E, _: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn dot<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn upper_bound(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn lower_bound(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn any(self, _: bool) -> Self { loop {} }
pub fn all(self, _: bool) -> Self { loop {} }
pub fn is_empty(self, _: bool) -> Self { loop {} }
pub fn has_nulls(self) -> Self { loop {} }
pub fn null_count(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn set_sorted_flag(self, _: impl std::marker::Sized) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn to_physical(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn gather_every(self, _: usize, _: usize) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn extend_constant(self, _: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn binary(self) -> crate::polars_plan::dsl::binary::BinaryNameSpace { loop {} }
pub fn list(self) -> crate::polars_plan::dsl::list::ListNameSpace { loop {} }
pub fn name(self) -> crate::polars_plan::dsl::name::ExprNameNameSpace { loop {} }
}
impl crate::polars_plan::dsl::expr::Expr {
pub fn floor_div(self, _: Self) -> Self { loop {} }
pub fn true_div(self, _: Self) -> Self { loop {} }
pub fn pow<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> Self { loop {} }
pub fn sqrt(self) -> Self { loop {} }
pub fn cbrt(self) -> Self { loop {} }
}
impl crate::polars_plan::dsl::expr::Expr {
pub fn nodes<'a>(self: &'a Self, _: impl std::marker::Sized) { loop {} }
pub fn nodes_owned(self, _: &mut std::vec::Vec<crate::polars_plan::dsl::expr::Expr>) { loop {} }
pub fn map_expr<F: std::ops::FnMut(Self) -> Self>(self, _: F) -> Self { loop {} }
pub fn try_map_expr<F: std::ops::FnMut(Self) -> crate::polars_error::PolarsResult<Self>>(self, _: F) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_plan::dsl::expr::Expr {
pub fn std(self, _: u8) -> Self { loop {} }
pub fn var(self, _: u8) -> Self { loop {} }
pub fn min(self) -> Self { loop {} }
pub fn max(self) -> Self { loop {} }
pub fn min_by(self, _: Self) -> Self { loop {} }
pub fn max_by(self, _: Self) -> Self { loop {} }
pub fn nan_min(self) -> Self { loop {} }
pub fn nan_max(self) -> Self { loop {} }
pub fn mean(self) -> Self { loop {} }
pub fn median(self) -> Self { loop {} }
pub fn sum(self) -> Self { loop {} }
}
impl crate::polars_plan::dsl::expr::Expr {
pub fn to_field(&self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> { loop {} }
pub fn into_selector(self) -> std::option::Option<crate::polars_plan::dsl::selector::Selector> { loop {} }
pub fn try_into_selector(self) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::selector::Selector> { loop {} }
pub fn extract_usize(&self) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn extract_i64(&self) -> crate::polars_error::PolarsResult<i64> { loop {} }
pub fn map_unary(self, _: impl std::convert::Into<crate::polars_plan::dsl::function_expr::FunctionExpr>) -> Self { loop {} }
pub fn map_binary(self, _: impl std::convert::Into<crate::polars_plan::dsl::function_expr::FunctionExpr>, _: Self) -> Self { loop {} }
pub fn map_ternary(self, _: impl std::convert::Into<crate::polars_plan::dsl::function_expr::FunctionExpr>, _: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn try_map_n_ary(self, _: impl std::convert::Into<crate::polars_plan::dsl::function_expr::FunctionExpr>, _: impl std::iter::IntoIterator<Item = crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr>>) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn map_n_ary(self, _: impl std::convert::Into<crate::polars_plan::dsl::function_expr::FunctionExpr>, _: impl std::iter::IntoIterator<Item = crate::polars_plan::dsl::expr::Expr>) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn n_ary(_: impl std::convert::Into<crate::polars_plan::dsl::function_expr::FunctionExpr>, _: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
impl crate::polars_plan::dsl::expr::LazySerde<crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::agg::AnonymousAgg>>> {
pub fn materialize(&self) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::agg::AnonymousAgg>>> { loop {} }
}
impl crate::polars_plan::dsl::expr::LazySerde<crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf>>> {
pub fn materialize(self) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf>>> { loop {} }
}
impl crate::polars_plan::dsl::expr::Operator {
pub fn is_comparison(&self) -> bool { loop {} }
pub fn is_null_propagating_comparison(&self) -> bool { loop {} }
pub fn is_bitwise(&self) -> bool { loop {} }
pub fn is_comparison_or_bitwise(&self) -> bool { loop {} }
pub fn swap_operands(self) -> std::option::Option<Self> { loop {} }
pub fn negate(self) -> std::option::Option<Self> { loop {} }
pub fn is_arithmetic(&self) -> bool { loop {} }
}
impl crate::polars_plan::dsl::expr::RenameAliasFn {
pub fn call(&self, _: &crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_error::PolarsResult<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
}
impl crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf>> {
pub fn deep_clone(self) -> Self { loop {} }
}
impl crate::polars_plan::dsl::list::ListNameSpace {
pub fn len(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn max(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn min(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn sum(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn mean(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn median(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn std(self, _: u8) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn var(self, _: u8) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn sort(self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn get(self, _: crate::polars_plan::dsl::expr::Expr, _: bool) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn first(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn last(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn join(self, _: crate::polars_plan::dsl::expr::Expr, _: bool) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn arg_min(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn arg_max(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn shift(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn slice(self, _: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn head(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn tail(self, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn eval<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn agg<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(self, _: E) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
impl crate::polars_plan::dsl::name::ExprNameNameSpace {
pub fn keep(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn map(self, _: impl std::marker::Sized) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn prefix(self, _: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn suffix(self, _: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn to_lowercase(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn to_uppercase(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
impl crate::polars_plan::dsl::options::FileWriteFormat {
pub fn extension(&self) -> &'static str { loop {} }
}
impl crate::polars_plan::dsl::options::GroupbyOptions {
pub fn is_rolling(&self) -> bool { loop {} }
pub fn is_dynamic(&self) -> bool { loop {} }
}
impl crate::polars_plan::dsl::options::JoinTypeOptionsIR {
pub fn compile<C>(self, _: C) -> crate::polars_error::PolarsResult<crate::polars_ops::frame::join::args::JoinTypeOptions> { loop {} }
}
impl crate::polars_plan::dsl::options::file_provider::FileProviderType {
pub fn file_part_prefix_mut(&mut self) -> std::option::Option<&mut std::string::String> { loop {} }
pub fn get_path_or_file(&self, _: crate::polars_plan::dsl::options::file_provider::FileProviderArgs) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::options::file_provider::FileProviderReturn> { loop {} }
}
impl crate::polars_plan::dsl::options::file_provider::HivePathProvider {
pub fn get_path(&self, _: crate::polars_plan::dsl::options::file_provider::FileProviderArgs) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
}
impl crate::polars_plan::dsl::options::file_provider::IcebergPathProvider {
pub fn file_part_prefix_mut(&mut self) -> &mut std::string::String { loop {} }
pub fn get_path(&self, _: crate::polars_plan::dsl::options::file_provider::FileProviderArgs) -> crate::polars_error::PolarsResult<std::string::String> { loop {} }
}
impl crate::polars_plan::dsl::options::sink::PartitionedSinkOptionsIR {
pub fn file_output_schema<'a>(&self, _: &'a crate::polars_core::schema::Schema, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<std::borrow::Cow<'a, crate::polars_core::schema::Schema>> { loop {} }
}
impl crate::polars_plan::dsl::options::sink::SinkTarget {
pub fn to_display_string(&self) -> std::string::String { loop {} }
}
impl crate::polars_plan::dsl::options::sink::SinkTypeIR {
pub fn maintain_order(&self) -> bool { loop {} }
pub fn set_maintain_order(&mut self, _: bool) { loop {} }
}
impl crate::polars_plan::dsl::options::sink::SinkedPathsCallback {
pub fn call(&self, _: crate::polars_plan::dsl::options::sink::SinkedPathsCallbackArgs) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl crate::polars_plan::dsl::selector::DataTypeSelector {
pub fn matches(&self, _: &crate::polars_core::datatypes::dtype::DataType) -> bool { loop {} }
pub fn as_selector(self) -> crate::polars_plan::dsl::selector::Selector { loop {} }
}
impl crate::polars_plan::dsl::selector::Selector {
pub fn into_columns(&self, _: &crate::polars_core::schema::Schema, _: &crate::polars_utils::aliases::PlIndexSet<crate::polars_utils::pl_str::PlSmallStr>) -> crate::polars_error::PolarsResult<crate::polars_utils::aliases::PlIndexSet<crate::polars_utils::pl_str::PlSmallStr>> { loop {} }
pub fn as_expr(self) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn to_dtype_selector(&self) -> std::option::Option<crate::polars_plan::dsl::selector::DataTypeSelector> { loop {} }
pub fn exclude_cols(self, _: impl std::marker::Sized) -> Self { loop {} }
pub fn exclude_dtype<D: std::convert::AsRef<[crate::polars_core::datatypes::dtype::DataType]>>(self, _: D) -> Self { loop {} }
}
impl crate::polars_plan::dsl::selector::TimeUnitSet {
pub const NANO_SECONDS: Self = loop {};
pub const MICRO_SECONDS: Self = loop {};
pub const MILLI_SECONDS: Self = loop {};
}
impl crate::polars_plan::dsl::selector::TimeUnitSet {
pub fn empty() -> Self { loop {} }
pub fn all() -> Self { loop {} }
pub fn bits(&self) -> u8 { loop {} }
pub fn from_bits(_: u8) -> std::option::Option<Self> { loop {} }
pub fn from_bits_truncate(_: u8) -> Self { loop {} }
pub fn from_bits_retain(_: u8) -> Self { loop {} }
pub fn from_name(_: &str) -> std::option::Option<Self> { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn is_all(&self) -> bool { loop {} }
pub fn intersects(&self, _: Self) -> bool { loop {} }
pub fn contains(&self, _: Self) -> bool { loop {} }
pub fn insert(&mut self, _: Self) { loop {} }
pub fn remove(&mut self, _: Self) { loop {} }
pub fn toggle(&mut self, _: Self) { loop {} }
pub fn set(&mut self, _: Self, _: bool) { loop {} }
pub fn intersection(self, _: Self) -> Self { loop {} }
pub fn union(self, _: Self) -> Self { loop {} }
pub fn difference(self, _: Self) -> Self { loop {} }
pub fn symmetric_difference(self, _: Self) -> Self { loop {} }
pub fn complement(self) -> Self { loop {} }
}
impl crate::polars_plan::frame::opt_state::OptFlags {
pub const PROJECTION_PUSHDOWN: Self = loop {};
pub const PREDICATE_PUSHDOWN: Self = loop {};
pub const CLUSTER_WITH_COLUMNS: Self = loop {};
pub const TYPE_COERCION: Self = loop {};
pub const SIMPLIFY_EXPR: Self = loop {};
pub const TYPE_CHECK: Self = loop {};
pub const SLICE_PUSHDOWN: Self = loop {};
pub const COMM_SUBPLAN_ELIM: Self = loop {};
pub const COMM_SUBEXPR_ELIM: Self = loop {};
pub const GPU: Self = loop {};
pub const STREAMING: Self = loop {};
pub const EAGER: Self = loop {};
pub const ROW_ESTIMATE: Self = loop {};
pub const FAST_PROJECTION: Self = loop {};
pub const CHECK_ORDER_OBSERVE: Self = loop {};
pub const SORT_COLLAPSE: Self = loop {};
pub const PARTITION_HIVE: Self = loop {};
}
impl crate::polars_plan::frame::opt_state::OptFlags {
pub fn cluster_with_columns(&self) -> bool { loop {} }
pub fn cover_ir_conversion(&self, _: crate::polars_plan::frame::opt_state::OptFlags) -> bool { loop {} }
pub fn eager(&self) -> bool { loop {} }
pub fn fast_projection(&self) -> bool { loop {} }
pub fn gpu(&self) -> bool { loop {} }
pub fn predicate_pushdown(&self) -> bool { loop {} }
pub fn projection_pushdown(&self) -> bool { loop {} }
pub fn schema_only() -> Self { loop {} }
pub fn simplify_expr(&self) -> bool { loop {} }
pub fn slice_pushdown(&self) -> bool { loop {} }
pub fn streaming(&self) -> bool { loop {} }
pub fn partition_hive(&self) -> bool { loop {} }
}
impl crate::polars_plan::frame::opt_state::OptFlags {
pub fn empty() -> Self { loop {} }
pub fn all() -> Self { loop {} }
pub fn bits(&self) -> u32 { loop {} }
pub fn from_bits(_: u32) -> std::option::Option<Self> { loop {} }
pub fn from_bits_truncate(_: u32) -> Self { loop {} }
pub fn from_bits_retain(_: u32) -> Self { loop {} }
pub fn from_name(_: &str) -> std::option::Option<Self> { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn is_all(&self) -> bool { loop {} }
pub fn intersects(&self, _: Self) -> bool { loop {} }
pub fn contains(&self, _: Self) -> bool { loop {} }
pub fn insert(&mut self, _: Self) { loop {} }
pub fn remove(&mut self, _: Self) { loop {} }
pub fn toggle(&mut self, _: Self) { loop {} }
pub fn set(&mut self, _: Self, _: bool) { loop {} }
pub fn intersection(self, _: Self) -> Self { loop {} }
pub fn union(self, _: Self) -> Self { loop {} }
pub fn difference(self, _: Self) -> Self { loop {} }
pub fn symmetric_difference(self, _: Self) -> Self { loop {} }
pub fn complement(self) -> Self { loop {} }
}
impl crate::polars_plan::plans::lit::DynListLiteralValue {
pub fn try_materialize_to_dtype(self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
}
impl crate::polars_plan::plans::lit::DynLiteralValue {
pub fn try_materialize_to_dtype(self, _: &crate::polars_core::datatypes::dtype::DataType, _: crate::polars_core::chunked_array::cast::CastOptions) -> crate::polars_error::PolarsResult<crate::polars_core::scalar::Scalar> { loop {} }
}
impl crate::polars_plan::plans::lit::Literal for &[u8] {  }
impl crate::polars_plan::plans::lit::Literal for &str {  }
impl crate::polars_plan::plans::lit::Literal for bool {  }
impl crate::polars_plan::plans::lit::Literal for crate::polars_core::scalar::Scalar {  }
impl crate::polars_plan::plans::lit::Literal for crate::polars_core::series::Series {  }
impl crate::polars_plan::plans::lit::Literal for crate::polars_plan::plans::lit::LiteralValue {  }
impl crate::polars_plan::plans::lit::Literal for crate::polars_plan::plans::lit::Null {  }
impl crate::polars_plan::plans::lit::Literal for crate::polars_utils::pl_str::PlSmallStr {  }
impl crate::polars_plan::plans::lit::Literal for f32 {  }
impl crate::polars_plan::plans::lit::Literal for f64 {  }
impl crate::polars_plan::plans::lit::Literal for i128 {  }
impl crate::polars_plan::plans::lit::Literal for i16 {  }
impl crate::polars_plan::plans::lit::Literal for i32 {  }
impl crate::polars_plan::plans::lit::Literal for i64 {  }
impl crate::polars_plan::plans::lit::Literal for i8 {  }
impl crate::polars_plan::plans::lit::Literal for std::string::String {  }
impl crate::polars_plan::plans::lit::Literal for std::vec::Vec<u8> {  }
impl crate::polars_plan::plans::lit::Literal for u128 {  }
impl crate::polars_plan::plans::lit::Literal for u16 {  }
impl crate::polars_plan::plans::lit::Literal for u32 {  }
impl crate::polars_plan::plans::lit::Literal for u64 {  }
impl crate::polars_plan::plans::lit::Literal for u8 {  }
impl crate::polars_plan::plans::lit::LiteralValue {
pub fn extract_usize(&self) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn extract_i64(&self) -> crate::polars_error::PolarsResult<i64> { loop {} }
pub fn materialize(self) -> Self { loop {} }
pub fn is_scalar(&self) -> bool { loop {} }
pub fn is_nan(&self) -> bool { loop {} }
pub fn to_any_value(&self) -> std::option::Option<crate::polars_core::datatypes::any_value::AnyValue<'_>> { loop {} }
pub fn get_datatype(&self) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn new_idxsize(_: impl std::marker::Sized) -> Self { loop {} }
pub fn extract_str(&self) -> std::option::Option<&str> { loop {} }
pub fn extract_binary(&self) -> std::option::Option<&[u8]> { loop {} }
pub fn is_null(&self) -> bool { loop {} }
pub fn bool(&self) -> std::option::Option<bool> { loop {} }
pub fn untyped_null() -> Self { loop {} }
pub fn implode(self) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_plan::plans::lit::RangeLiteralValue {
pub fn try_materialize_to_series(self, _: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
impl crate::polars_plan::plans::lit::TypedLiteral for &str {  }
impl crate::polars_plan::plans::lit::TypedLiteral for f32 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for f64 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for i128 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for i16 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for i32 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for i64 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for i8 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for std::string::String {  }
impl crate::polars_plan::plans::lit::TypedLiteral for u128 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for u16 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for u32 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for u64 {  }
impl crate::polars_plan::plans::lit::TypedLiteral for u8 {  }
impl crate::polars_plan::plans::schema::CachedSchema {
pub fn get(&self) -> std::option::Option<crate::polars_core::schema::SchemaRef> { loop {} }
}
impl crate::polars_plan::plans::schema::FileInfo {
pub fn new(_: crate::polars_core::schema::SchemaRef, _: impl std::marker::Sized, _: (std::option::Option<usize>, usize, )) -> Self { loop {} }
pub fn update_schema_with_hive_schema(&mut self, _: crate::polars_core::schema::SchemaRef) { loop {} }
pub fn iter_reader_schema_names(&self) -> std::option::Option<impl '_ + std::iter::ExactSizeIterator<Item = &crate::polars_utils::pl_str::PlSmallStr>> { loop {} }
}
impl std::clone::Clone for crate::polars_plan::dsl::arity::ChainedThen {  }
impl std::clone::Clone for crate::polars_plan::dsl::arity::ChainedWhen {  }
impl std::clone::Clone for crate::polars_plan::dsl::arity::Then {  }
impl std::clone::Clone for crate::polars_plan::dsl::arity::When {  }
impl std::clone::Clone for crate::polars_plan::dsl::datatype_expr::DataTypeExpr {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::AggExpr {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::EvalVariant {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::Excluded {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::Expr {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::Operator {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::RenameAliasFn {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::datatype_fn::ArrayDataTypeFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::datatype_fn::DataTypeFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::expr::datatype_fn::StructDataTypeFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::function_expr::FunctionExpr {  }
impl std::clone::Clone for crate::polars_plan::dsl::function_expr::binary::BinaryFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::function_expr::boolean::BooleanFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::function_expr::list::ListFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::function_expr::pow::PowFunction {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::AnonymousScanOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::DistinctOptionsDSL {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::FileWriteFormat {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::GroupbyOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::HConcatOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::JoinOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::JoinOptionsIR {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::JoinTypeOptionsIR {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::LogicalPlanUdfOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::RollingCovOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::StrptimeOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::UnionArgs {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::UnionOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::UnpivotArgsDSL {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::WindowMapping {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::file_provider::FileProviderType {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::file_provider::HivePathProvider {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::file_provider::IcebergPathProvider {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::iceberg_sink_state::IcebergCommitMode {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::iceberg_sink_state::IcebergSinkState {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::CallbackSinkType {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::FileSinkOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::PartitionStrategy {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::PartitionStrategyIR {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::PartitionedSinkOptions {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::PartitionedSinkOptionsIR {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkDestination {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkTarget {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkType {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkTypeIR {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkedPathInfo {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkedPathsCallback {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::SinkedPathsCallbackArgs {  }
impl std::clone::Clone for crate::polars_plan::dsl::options::sink::UnifiedSinkArgs {  }
impl std::clone::Clone for crate::polars_plan::dsl::selector::DataTypeSelector {  }
impl std::clone::Clone for crate::polars_plan::dsl::selector::Selector {  }
impl std::clone::Clone for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::clone::Clone for crate::polars_plan::dsl::selector::TimeZoneSet {  }
impl std::clone::Clone for crate::polars_plan::frame::opt_state::OptFlags {  }
impl std::clone::Clone for crate::polars_plan::plans::lit::DynListLiteralValue {  }
impl std::clone::Clone for crate::polars_plan::plans::lit::DynLiteralValue {  }
impl std::clone::Clone for crate::polars_plan::plans::lit::LiteralValue {  }
impl std::clone::Clone for crate::polars_plan::plans::lit::RangeLiteralValue {  }
impl std::clone::Clone for crate::polars_plan::plans::schema::CachedSchema {  }
impl std::clone::Clone for crate::polars_plan::plans::schema::FileInfo {  }
impl std::convert::AsRef<std::sync::Mutex<std::option::Option<std::sync::Arc<crate::polars_schema::schema::Schema<crate::polars_core::datatypes::dtype::DataType, ()>>>>> for crate::polars_plan::plans::schema::CachedSchema {  }
impl std::convert::From<&str> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<bool> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<crate::polars_core::datatypes::any_value::AnyValue<'_>> for crate::polars_plan::plans::lit::LiteralValue {  }
impl std::convert::From<crate::polars_core::datatypes::dtype::DataType> for crate::polars_plan::dsl::datatype_expr::DataTypeExpr {  }
impl std::convert::From<crate::polars_core::datatypes::temporal::time_unit::TimeUnit> for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::convert::From<crate::polars_core::scalar::Scalar> for crate::polars_plan::plans::lit::LiteralValue {  }
impl std::convert::From<crate::polars_plan::dsl::expr::AggExpr> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<crate::polars_plan::dsl::function_expr::boolean::BooleanFunction> for crate::polars_plan::dsl::function_expr::FunctionExpr {  }
impl std::convert::From<crate::polars_plan::dsl::function_expr::list::ListFunction> for crate::polars_plan::dsl::function_expr::FunctionExpr {  }
impl std::convert::From<crate::polars_plan::dsl::function_expr::pow::PowFunction> for crate::polars_plan::dsl::function_expr::FunctionExpr {  }
impl std::convert::From<crate::polars_plan::dsl::options::FileWriteFormat> for &'static str {  }
impl std::convert::From<crate::polars_plan::dsl::options::JoinOptions> for crate::polars_plan::dsl::options::JoinOptionsIR {  }
impl std::convert::From<crate::polars_plan::dsl::options::JoinOptionsIR> for crate::polars_plan::dsl::options::JoinOptions {  }
impl std::convert::From<crate::polars_plan::dsl::options::JoinTypeOptionsIR> for &'static str {  }
impl std::convert::From<crate::polars_plan::dsl::options::UnionArgs> for crate::polars_plan::dsl::options::UnionOptions {  }
impl std::convert::From<crate::polars_plan::dsl::options::WindowMapping> for &'static str {  }
impl std::convert::From<crate::polars_plan::dsl::options::sink::PartitionStrategyIR> for &'static str {  }
impl std::convert::From<crate::polars_plan::dsl::selector::Selector> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<f32> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<f64> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<i32> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<i64> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<u32> for crate::polars_plan::dsl::expr::Expr {  }
impl std::convert::From<u64> for crate::polars_plan::dsl::expr::Expr {  }
impl std::default::Default for crate::polars_plan::dsl::expr::Expr {  }
impl std::default::Default for crate::polars_plan::dsl::options::AnonymousScanOptions {  }
impl std::default::Default for crate::polars_plan::dsl::options::DistinctOptionsDSL {  }
impl std::default::Default for crate::polars_plan::dsl::options::GroupbyOptions {  }
impl std::default::Default for crate::polars_plan::dsl::options::HConcatOptions {  }
impl std::default::Default for crate::polars_plan::dsl::options::JoinOptions {  }
impl std::default::Default for crate::polars_plan::dsl::options::StrptimeOptions {  }
impl std::default::Default for crate::polars_plan::dsl::options::UnionArgs {  }
impl std::default::Default for crate::polars_plan::dsl::options::UnionOptions {  }
impl std::default::Default for crate::polars_plan::dsl::options::WindowMapping {  }
impl std::default::Default for crate::polars_plan::dsl::options::sink::UnifiedSinkArgs {  }
impl std::default::Default for crate::polars_plan::frame::opt_state::OptFlags {  }
impl std::default::Default for crate::polars_plan::plans::schema::CachedSchema {  }
impl std::default::Default for crate::polars_plan::plans::schema::FileInfo {  }
impl std::fmt::Display for crate::polars_plan::dsl::expr::Excluded {  }
impl std::fmt::Display for crate::polars_plan::dsl::expr::Expr {  }
impl std::fmt::Display for crate::polars_plan::dsl::expr::Operator {  }
impl std::fmt::Display for crate::polars_plan::dsl::function_expr::FunctionExpr {  }
impl std::fmt::Display for crate::polars_plan::dsl::function_expr::binary::BinaryFunction {  }
impl std::fmt::Display for crate::polars_plan::dsl::function_expr::boolean::BooleanFunction {  }
impl std::fmt::Display for crate::polars_plan::dsl::function_expr::list::ListFunction {  }
impl std::fmt::Display for crate::polars_plan::dsl::function_expr::pow::PowFunction {  }
impl std::fmt::Display for crate::polars_plan::dsl::selector::DataTypeSelector {  }
impl std::fmt::Display for crate::polars_plan::dsl::selector::Selector {  }
impl std::fmt::Display for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::iter::Extend<crate::polars_plan::dsl::selector::TimeUnitSet> for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::iter::Extend<crate::polars_plan::frame::opt_state::OptFlags> for crate::polars_plan::frame::opt_state::OptFlags {  }
impl std::iter::FromIterator<crate::polars_plan::dsl::selector::TimeUnitSet> for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::iter::FromIterator<crate::polars_plan::frame::opt_state::OptFlags> for crate::polars_plan::frame::opt_state::OptFlags {  }
impl std::marker::Copy for crate::polars_plan::dsl::expr::EvalVariant {  }
impl std::marker::Copy for crate::polars_plan::dsl::expr::Operator {  }
impl std::marker::Copy for crate::polars_plan::dsl::function_expr::pow::PowFunction {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::HConcatOptions {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::LogicalPlanUdfOptions {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::RollingCovOptions {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::UnionArgs {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::UnionOptions {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::WindowMapping {  }
impl std::marker::Copy for crate::polars_plan::dsl::options::iceberg_sink_state::IcebergCommitMode {  }
impl std::marker::Copy for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::marker::Copy for crate::polars_plan::frame::opt_state::OptFlags {  }
impl std::ops::Add for crate::polars_plan::dsl::expr::Expr { type Output = crate::polars_plan::dsl::expr::Expr; }
impl std::ops::Deref for crate::polars_plan::plans::schema::CachedSchema { type Target = std::sync::Mutex<std::option::Option<std::sync::Arc<crate::polars_schema::schema::Schema<crate::polars_core::datatypes::dtype::DataType, ()>>>>; }
impl std::ops::Div for crate::polars_plan::dsl::expr::Expr { type Output = crate::polars_plan::dsl::expr::Expr; }
impl std::ops::Mul for crate::polars_plan::dsl::expr::Expr { type Output = crate::polars_plan::dsl::expr::Expr; }
impl std::ops::Neg for crate::polars_plan::dsl::expr::Expr { type Output = crate::polars_plan::dsl::expr::Expr; }
impl std::ops::Not for crate::polars_plan::dsl::selector::DataTypeSelector { type Output = crate::polars_plan::dsl::selector::DataTypeSelector; }
impl std::ops::Not for crate::polars_plan::dsl::selector::Selector { type Output = crate::polars_plan::dsl::selector::Selector; }
impl std::ops::Not for crate::polars_plan::dsl::selector::TimeUnitSet { type Output = crate::polars_plan::dsl::selector::TimeUnitSet; }
impl std::ops::Not for crate::polars_plan::frame::opt_state::OptFlags { type Output = crate::polars_plan::frame::opt_state::OptFlags; }
impl std::ops::Rem for crate::polars_plan::dsl::expr::Expr { type Output = crate::polars_plan::dsl::expr::Expr; }
impl std::ops::Sub for crate::polars_plan::dsl::expr::Expr { type Output = crate::polars_plan::dsl::expr::Expr; }
impl std::ops::Sub for crate::polars_plan::dsl::selector::DataTypeSelector { type Output = crate::polars_plan::dsl::selector::DataTypeSelector; }
impl std::ops::Sub for crate::polars_plan::dsl::selector::Selector { type Output = crate::polars_plan::dsl::selector::Selector; }
impl std::ops::Sub for crate::polars_plan::dsl::selector::TimeUnitSet { type Output = crate::polars_plan::dsl::selector::TimeUnitSet; }
impl std::ops::Sub for crate::polars_plan::frame::opt_state::OptFlags { type Output = crate::polars_plan::frame::opt_state::OptFlags; }
impl std::ops::SubAssign for crate::polars_plan::dsl::selector::DataTypeSelector {  }
impl std::ops::SubAssign for crate::polars_plan::dsl::selector::Selector {  }
impl std::ops::SubAssign for crate::polars_plan::dsl::selector::TimeUnitSet {  }
impl std::ops::SubAssign for crate::polars_plan::frame::opt_state::OptFlags {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_plan::dsl::options::FileWriteFormat> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_plan::dsl::options::JoinTypeOptionsIR> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_plan::dsl::options::WindowMapping> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_plan::dsl::options::sink::PartitionStrategyIR> for &'static str {  }
impl<F, DT> crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf for crate::polars_plan::dsl::expr::anonymous::expr::BaseColumnUdf<F, DT> where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync {  }
impl<F, DT> crate::polars_plan::dsl::expr::anonymous::expr::BaseColumnUdf<F, DT> {
pub fn new(_: F, _: DT) -> Self { loop {} }
}
impl<F, DT> crate::polars_plan::dsl::expr::anonymous::expr::ColumnsUdf for crate::polars_plan::dsl::expr::anonymous::expr::BaseColumnUdf<F, DT> where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + std::marker::Send + std::marker::Sync {  }
impl<F> crate::polars_plan::dsl::expr::anonymous::expr::ColumnsUdf for F where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + std::marker::Send + std::marker::Sync {  }
impl<T: std::clone::Clone + std::clone::Clone> std::clone::Clone for crate::polars_plan::dsl::expr::LazySerde<T> {  }
impl<T: std::clone::Clone> std::clone::Clone for crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<T> {  }
impl<T> crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<T> {
pub fn new(_: T) -> Self { loop {} }
pub fn into_inner(self) -> T { loop {} }
}
impl<T> std::ops::Deref for crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<T> { type Target = T; }
pub use crate::polars_plan::dsl::expr::anonymous::*;
pub use crate::polars_plan::dsl::options::sink::CallbackSinkType;
pub use crate::polars_plan::dsl::options::sink::FileSinkOptions;
pub use crate::polars_plan::dsl::options::sink::PartitionStrategy;
pub use crate::polars_plan::dsl::options::sink::PartitionStrategyIR;
pub use crate::polars_plan::dsl::options::sink::PartitionedSinkOptions;
pub use crate::polars_plan::dsl::options::sink::PartitionedSinkOptionsIR;
pub use crate::polars_plan::dsl::options::sink::SinkDestination;
pub use crate::polars_plan::dsl::options::sink::SinkTarget;
pub use crate::polars_plan::dsl::options::sink::SinkType;
pub use crate::polars_plan::dsl::options::sink::SinkTypeIR;
pub use crate::polars_plan::dsl::options::sink::UnifiedSinkArgs;
pub use crate::polars_plan::frame::opt_state::AllowedOptimizations;
pub use crate::polars_plan::frame::opt_state::OptFlags;
pub mod dsl {
pub fn apply_multiple<F, DT, E>(_: F, _: E, _: DT, _: bool) -> crate::polars_plan::dsl::expr::Expr where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync, E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]> { loop {} }
pub fn map_multiple<F, DT, E>(_: F, _: E, _: DT) -> crate::polars_plan::dsl::expr::Expr where F: std::ops::Fn(&mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> + 'static + std::marker::Send + std::marker::Sync, DT: std::ops::Fn(&crate::polars_core::schema::Schema, &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field> + 'static + std::marker::Send + std::marker::Sync, E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]> { loop {} }
pub use crate::polars_plan::dsl::datatype_expr::DataTypeExpr;
pub use crate::polars_plan::dsl::function_expr::*;
pub use crate::polars_plan::dsl::selector::DataTypeSelector;
pub use crate::polars_plan::dsl::selector::Selector;
pub use crate::polars_plan::dsl::selector::TimeUnitSet;
pub use crate::polars_plan::dsl::selector::TimeZoneSet;
pub mod arity {
pub fn binary_expr(_: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Operator, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn ternary_expr(_: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn when<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(_: E) -> crate::polars_plan::dsl::arity::When { loop {} }
pub struct ChainedThen {  }
pub struct ChainedWhen {  }
pub struct Then {  }
pub struct When {  }
}
pub mod binary {
pub struct BinaryNameSpace(());
}
pub mod datatype_expr {
pub enum DataTypeExpr { Literal(crate::polars_core::datatypes::dtype::DataType), OfExpr(std::boxed::Box<crate::polars_plan::dsl::expr::Expr>), InnerDataType { input: std::boxed::Box<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>, validation: std::option::Option<crate::polars_plan::dsl::datatype_expr::SequenceKind> }, Int(std::boxed::Box<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>, crate::polars_plan::dsl::datatype_expr::IntDataTypeExpr), Struct(std::boxed::Box<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>, crate::polars_plan::dsl::datatype_expr::StructDataTypeExpr), WrapInList(std::boxed::Box<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>), WrapInArray(std::boxed::Box<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>, usize), StructWithFields(std::vec::Vec<(crate::polars_utils::pl_str::PlSmallStr, crate::polars_plan::dsl::datatype_expr::DataTypeExpr, )>), SelfDtype }
pub enum IntDataTypeExpr { ToUnsigned, ToSigned }
pub enum SequenceKind { List, Array }
pub enum StructDataTypeExpr { FieldDataTypeByIndex(i64), FieldDataTypeByName(crate::polars_utils::pl_str::PlSmallStr) }
pub struct DataTypeExprArrNameSpace(());
pub struct DataTypeExprIntNameSpace(());
pub struct DataTypeExprListNameSpace(());
pub struct DataTypeExprStructNameSpace(());
}
pub mod expr {
pub enum AggExpr { Min { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, propagate_nans: bool }, Max { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, propagate_nans: bool }, Median(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), NUnique(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), First(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), FirstNonNull(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), Last(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), LastNonNull(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), Item { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, allow_empty: bool }, Mean(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), Implode { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, maintain_order: bool }, Count { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, include_nulls: bool }, Sum(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), AggGroups(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), Std(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, u8), Var(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, u8) }
pub enum EvalVariant { List, ListAgg, Array { as_list: bool }, ArrayAgg, Cumulative { min_samples: usize } }
pub enum Excluded { Name(crate::polars_utils::pl_str::PlSmallStr), Dtype(crate::polars_core::datatypes::dtype::DataType) }
pub enum Expr { Element, Alias(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, crate::polars_utils::pl_str::PlSmallStr), Column(crate::polars_utils::pl_str::PlSmallStr), Selector(crate::polars_plan::dsl::selector::Selector), Literal(crate::polars_plan::plans::lit::LiteralValue), DataTypeFunction(crate::polars_plan::dsl::expr::datatype_fn::DataTypeFunction), BinaryExpr { left: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, op: crate::polars_plan::dsl::expr::Operator, right: std::sync::Arc<crate::polars_plan::dsl::expr::Expr> }, Cast { expr: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, dtype: crate::polars_plan::dsl::datatype_expr::DataTypeExpr, options: crate::polars_core::chunked_array::cast::CastOptions }, Sort { expr: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, options: crate::polars_core::chunked_array::ops::sort::options::SortOptions }, Gather { expr: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, idx: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, returns_scalar: bool, null_on_oob: bool }, SortBy { expr: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, by: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>, sort_options: crate::polars_core::chunked_array::ops::sort::options::SortMultipleOptions }, Agg(crate::polars_plan::dsl::expr::AggExpr), Ternary { predicate: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, truthy: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, falsy: std::sync::Arc<crate::polars_plan::dsl::expr::Expr> }, Function { input: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>, function: crate::polars_plan::dsl::function_expr::FunctionExpr }, Explode { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, options: crate::polars_core::chunked_array::ops::ExplodeOptions }, Filter { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, by: std::sync::Arc<crate::polars_plan::dsl::expr::Expr> }, Over { function: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, partition_by: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>, order_by: std::option::Option<(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, crate::polars_core::chunked_array::ops::sort::options::SortOptions, )>, mapping: crate::polars_plan::dsl::options::WindowMapping }, Slice { input: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, offset: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, length: std::sync::Arc<crate::polars_plan::dsl::expr::Expr> }, KeepName(std::sync::Arc<crate::polars_plan::dsl::expr::Expr>), Len, AnonymousFunction { input: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>, function: crate::polars_plan::dsl::expr::anonymous::expr::OpaqueColumnUdf, fmt_str: std::boxed::Box<crate::polars_utils::pl_str::PlSmallStr> }, Eval { expr: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, evaluation: std::sync::Arc<crate::polars_plan::dsl::expr::Expr>, variant: crate::polars_plan::dsl::expr::EvalVariant }, SubPlan((), std::vec::Vec<(crate::polars_utils::pl_str::PlSmallStr, crate::polars_plan::dsl::expr::Expr, )>), RenameAlias { function: crate::polars_plan::dsl::expr::RenameAliasFn, expr: std::sync::Arc<crate::polars_plan::dsl::expr::Expr> }, Display { inputs: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>, fmt_str: std::boxed::Box<crate::polars_utils::pl_str::PlSmallStr> } }
pub enum LazySerde<T: std::clone::Clone> { Deserialized(T), Bytes(()), Named { name: std::string::String, value: std::option::Option<T> } }
pub enum Operator { Eq, EqValidity, NotEq, NotEqValidity, Lt, LtEq, Gt, GtEq, Plus, Minus, Multiply, RustDivide, TrueDivide, FloorDivide, Modulus, And, Or, Xor, LogicalAnd, LogicalOr }
pub enum RenameAliasFn { Prefix(crate::polars_utils::pl_str::PlSmallStr), Suffix(crate::polars_utils::pl_str::PlSmallStr), ToLowercase, ToUppercase, Map(()), Replace { pattern: crate::polars_utils::pl_str::PlSmallStr, value: crate::polars_utils::pl_str::PlSmallStr, literal: bool } }
pub type RenameAliasRustFn = dyn std::ops::Fn(&crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_error::PolarsResult<crate::polars_utils::pl_str::PlSmallStr> + std::marker::Send + std::marker::Sync + 'static;
pub mod anonymous {
pub use crate::polars_plan::dsl::expr::anonymous::agg::AnonymousAgg;
pub use crate::polars_plan::dsl::expr::anonymous::agg::OpaqueStreamingAgg;
pub mod agg {
pub trait AnonymousAgg: std::marker::Send + std::marker::Sync { fn get_field(&self, _: &crate::polars_core::schema::Schema, _: &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field>; }
pub type OpaqueStreamingAgg = crate::polars_plan::dsl::expr::LazySerde<crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::agg::AnonymousAgg>>>;
}
pub mod expr {
pub fn new_column_udf<F: crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf + 'static>(_: F) -> crate::polars_plan::dsl::expr::anonymous::expr::OpaqueColumnUdf { loop {} }
pub struct BaseColumnUdf<F, DT> {  }
pub struct SpecialEq<T>(());
pub trait AnonymousColumnsUdf: crate::polars_plan::dsl::expr::anonymous::expr::ColumnsUdf { fn as_column_udf(self: std::sync::Arc<Self>) -> std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::expr::ColumnsUdf>; fn deep_clone(self: std::sync::Arc<Self>) -> std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf>; fn try_serialize(&self, _: &mut std::vec::Vec<u8>) -> crate::polars_error::PolarsResult<()> { loop {} } fn get_field(&self, _: &crate::polars_core::schema::Schema, _: &[crate::polars_core::datatypes::field::Field]) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::field::Field>; }
pub trait ColumnsUdf: std::marker::Send + std::marker::Sync { fn call_udf(&self, _: &mut [crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column>; }
pub type OpaqueColumnUdf = crate::polars_plan::dsl::expr::LazySerde<crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<std::sync::Arc<dyn crate::polars_plan::dsl::expr::anonymous::expr::AnonymousColumnsUdf>>>;
}
}
pub mod datatype_fn {
pub enum ArrayDataTypeFunction { Width, Shape }
pub enum DataTypeFunction { Display(crate::polars_plan::dsl::datatype_expr::DataTypeExpr), Eq(crate::polars_plan::dsl::datatype_expr::DataTypeExpr, crate::polars_plan::dsl::datatype_expr::DataTypeExpr), Matches(crate::polars_plan::dsl::datatype_expr::DataTypeExpr, crate::polars_plan::dsl::selector::DataTypeSelector), DefaultValue { dt_expr: crate::polars_plan::dsl::datatype_expr::DataTypeExpr, n: usize, numeric_to_one: bool, num_list_values: usize }, Array(crate::polars_plan::dsl::datatype_expr::DataTypeExpr, crate::polars_plan::dsl::expr::datatype_fn::ArrayDataTypeFunction), Struct(crate::polars_plan::dsl::datatype_expr::DataTypeExpr, crate::polars_plan::dsl::expr::datatype_fn::StructDataTypeFunction) }
pub enum StructDataTypeFunction { FieldNames }
}
}
pub mod function_expr {
pub enum FunctionExpr { BinaryExpr(crate::polars_plan::dsl::function_expr::binary::BinaryFunction), ListExpr(crate::polars_plan::dsl::function_expr::list::ListFunction), Boolean(crate::polars_plan::dsl::function_expr::boolean::BooleanFunction), Negate, NullCount, Pow(crate::polars_plan::dsl::function_expr::pow::PowFunction), FillNull, FillNullWithStrategy(crate::polars_core::chunked_array::ops::FillNullStrategy), Rechunk, Append { upcast: bool }, ShiftAndFill, Shift, DropNans, DropNulls, Quantile {  }, ArgUnique, ArgMin, ArgMax, ArgSort { descending: bool, nulls_last: bool }, MinBy, MaxBy, Product, Repeat, Clip { has_min: bool, has_max: bool }, AsList, Reverse, Coalesce, Unique(bool), Round { decimals: u32, mode: crate::polars_ops::series::ops::round::RoundMode }, RoundSF { digits: i32 }, Truncate { decimals: u32 }, Floor, Ceil, UpperBound, LowerBound, ConcatExpr(bool), ToPhysical, SetSortedFlag(()), FoldHorizontal { returns_scalar: bool, return_dtype: std::option::Option<crate::polars_plan::dsl::datatype_expr::DataTypeExpr> }, ReduceHorizontal { returns_scalar: bool, return_dtype: std::option::Option<crate::polars_plan::dsl::datatype_expr::DataTypeExpr> }, MaxHorizontal, MinHorizontal, SumHorizontal { ignore_nulls: bool }, MeanHorizontal { ignore_nulls: bool }, GatherEvery { n: usize, offset: usize }, ExtendConstant, RowEncode(()) }
pub use crate::polars_plan::dsl::function_expr::binary::BinaryFunction;
pub use crate::polars_plan::dsl::function_expr::boolean::BooleanFunction;
pub use crate::polars_plan::dsl::function_expr::list::ListFunction;
pub use crate::polars_plan::dsl::function_expr::pow::PowFunction;
pub mod binary {
pub enum BinaryFunction { Contains, StartsWith, EndsWith, Size, Slice, Head, Tail, Get(bool) }
}
pub mod boolean {
pub enum BooleanFunction { Any { ignore_nulls: bool }, All { ignore_nulls: bool }, IsEmpty { ignore_nulls: bool }, HasNulls, IsNull, IsNotNull, IsFinite, IsInfinite, IsNan, IsNotNan, IsSorted { descending: std::option::Option<bool>, nulls_last: std::option::Option<bool> }, AllHorizontal, AnyHorizontal, Not }
}
pub mod list {
pub enum ListFunction { Concat, Slice, Shift, Get(bool), Sum, Length, Max, Min, Mean, Median, Std(u8), Var(u8), ArgMin, ArgMax, Sort(crate::polars_core::chunked_array::ops::sort::options::SortOptions), Join(bool) }
}
pub mod pow {
pub enum PowFunction { Generic, Sqrt, Cbrt }
}
}
pub mod functions {
pub fn first() -> crate::polars_plan::dsl::selector::Selector { loop {} }
pub fn last() -> crate::polars_plan::dsl::selector::Selector { loop {} }
pub fn len() -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn lit<L: crate::polars_plan::plans::lit::Literal>(_: L) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn nth(_: i64) -> crate::polars_plan::dsl::selector::Selector { loop {} }
pub use crate::polars_plan::dsl::functions::horizontal::all_horizontal;
pub use crate::polars_plan::dsl::functions::horizontal::any_horizontal;
pub use crate::polars_plan::dsl::functions::horizontal::coalesce;
pub use crate::polars_plan::dsl::functions::horizontal::fold_exprs;
pub use crate::polars_plan::dsl::functions::horizontal::max_horizontal;
pub use crate::polars_plan::dsl::functions::horizontal::mean_horizontal;
pub use crate::polars_plan::dsl::functions::horizontal::min_horizontal;
pub use crate::polars_plan::dsl::functions::horizontal::reduce_exprs;
pub use crate::polars_plan::dsl::functions::horizontal::sum_horizontal;
pub mod concat {
pub fn as_list<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(_: E) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn concat_arr(_: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn concat_expr<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(_: E, _: bool) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn concat_list<E: std::convert::AsRef<[IE]>, IE: std::convert::Into<crate::polars_plan::dsl::expr::Expr> + std::clone::Clone>(_: E) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
}
pub mod horizontal {
pub fn all_horizontal<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(_: E) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn any_horizontal<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(_: E) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn coalesce(_: &[crate::polars_plan::dsl::expr::Expr]) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn fold_exprs<E>(_: crate::polars_plan::dsl::expr::Expr, _: impl std::marker::Sized, _: E, _: bool, _: std::option::Option<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>) -> crate::polars_plan::dsl::expr::Expr where E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]> { loop {} }
pub fn max_horizontal<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(_: E) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn mean_horizontal<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(_: E, _: bool) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn min_horizontal<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(_: E) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
pub fn reduce_exprs<E>(_: impl std::marker::Sized, _: E, _: bool, _: std::option::Option<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>) -> crate::polars_plan::dsl::expr::Expr where E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]> { loop {} }
pub fn sum_horizontal<E: std::convert::AsRef<[crate::polars_plan::dsl::expr::Expr]>>(_: E, _: bool) -> crate::polars_error::PolarsResult<crate::polars_plan::dsl::expr::Expr> { loop {} }
}
pub mod repeat {
pub fn repeat<E: std::convert::Into<crate::polars_plan::dsl::expr::Expr>>(_: E, _: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
pub mod selectors {
pub fn all() -> crate::polars_plan::dsl::selector::Selector { loop {} }
pub fn by_name<S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr>, I: std::iter::IntoIterator<Item = S>>(_: I, _: bool, _: bool) -> crate::polars_plan::dsl::selector::Selector { loop {} }
pub fn col<S>(_: S) -> crate::polars_plan::dsl::expr::Expr where S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn cols<I, S>(_: I) -> crate::polars_plan::dsl::selector::Selector where I: std::iter::IntoIterator<Item = S>, S: std::convert::Into<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn dtype_col(_: &crate::polars_core::datatypes::dtype::DataType) -> crate::polars_plan::dsl::selector::DataTypeSelector { loop {} }
pub fn dtype_cols<DT: std::convert::AsRef<[crate::polars_core::datatypes::dtype::DataType]>>(_: DT) -> crate::polars_plan::dsl::selector::DataTypeSelector { loop {} }
pub fn element() -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn empty() -> crate::polars_plan::dsl::selector::Selector { loop {} }
pub fn index_cols<N: std::convert::AsRef<[i64]>>(_: N) -> crate::polars_plan::dsl::selector::Selector { loop {} }
}
pub mod syntactic_sugar {
pub fn avg(_: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn cast(_: crate::polars_plan::dsl::expr::Expr, _: impl std::convert::Into<crate::polars_plan::dsl::datatype_expr::DataTypeExpr>) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn is_not_null(_: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn is_null(_: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn max(_: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn mean(_: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn median(_: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn min(_: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn not(_: crate::polars_plan::dsl::expr::Expr) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn quantile(_: &str, _: crate::polars_plan::dsl::expr::Expr, _: impl std::marker::Sized) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub fn sum(_: &str) -> crate::polars_plan::dsl::expr::Expr { loop {} }
}
}
pub mod list {
pub struct ListNameSpace(pub crate::polars_plan::dsl::expr::Expr);
}
pub mod name {
pub struct ExprNameNameSpace(());
}
pub mod options {
pub enum FileWriteFormat {  }
pub enum JoinTypeOptionsIR { CrossAndFilter {  } }
pub enum WindowMapping { GroupsToRows, Explode, Join }
pub struct AnonymousScanOptions { pub skip_rows: std::option::Option<usize>, pub fmt_str: &'static str }
pub struct DistinctOptionsDSL { pub subset: std::option::Option<std::vec::Vec<crate::polars_plan::dsl::expr::Expr>>, pub maintain_order: bool, pub keep_strategy: crate::polars_core::frame::UniqueKeepStrategy }
pub struct GroupbyOptions { pub slice: std::option::Option<(i64, usize, )> }
pub struct HConcatOptions { pub parallel: bool, pub strict: bool, pub broadcast_unit_length: bool }
pub struct JoinOptions { pub allow_parallel: bool, pub force_parallel: bool, pub args: crate::polars_ops::frame::join::args::JoinArgs }
pub struct JoinOptionsIR { pub allow_parallel: bool, pub force_parallel: bool, pub args: crate::polars_ops::frame::join::args::JoinArgs, pub options: std::option::Option<crate::polars_plan::dsl::options::JoinTypeOptionsIR> }
pub struct LogicalPlanUdfOptions { pub predicate_pd: bool, pub projection_pd: bool, pub fmt_str: &'static str }
pub struct RollingCovOptions { pub ddof: u8 }
pub struct StrptimeOptions { pub format: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, pub strict: bool, pub exact: bool, pub cache: bool }
pub struct UnionArgs { pub parallel: bool, pub rechunk: bool, pub to_supertypes: bool, pub diagonal: bool, pub strict: bool, pub from_partitioned_ds: bool, pub maintain_order: bool }
pub struct UnionOptions { pub slice: std::option::Option<(i64, usize, )>, pub rows: (std::option::Option<usize>, usize, ), pub parallel: bool, pub from_partitioned_ds: bool, pub flattened_by_opt: bool, pub rechunk: bool, pub maintain_order: bool }
pub struct UnpivotArgsDSL { pub on: std::option::Option<crate::polars_plan::dsl::selector::Selector>, pub index: crate::polars_plan::dsl::selector::Selector, pub variable_name: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, pub value_name: std::option::Option<crate::polars_utils::pl_str::PlSmallStr> }
pub mod file_provider {
pub enum FileProviderReturn { Path(std::string::String), Writable(()) }
pub enum FileProviderType { Hive(crate::polars_plan::dsl::options::file_provider::HivePathProvider), Iceberg(crate::polars_plan::dsl::options::file_provider::IcebergPathProvider), Function(crate::polars_plan::dsl::options::file_provider::FileProviderFunction) }
pub struct FileProviderArgs { pub index_in_partition: usize, pub partition_keys: std::sync::Arc<crate::polars_core::frame::dataframe::DataFrame> }
pub struct HivePathProvider { pub extension: crate::polars_utils::pl_str::PlSmallStr }
pub struct IcebergPathProvider { pub extension: crate::polars_utils::pl_str::PlSmallStr, pub file_part_prefix: std::string::String }
}
pub mod iceberg_sink_state {
pub enum IcebergCommitMode { Append, Overwrite }
pub struct IcebergSinkState { pub py_catalog_class_module: crate::polars_utils::pl_str::PlSmallStr, pub py_catalog_class_qualname: crate::polars_utils::pl_str::PlSmallStr, pub catalog_name: crate::polars_utils::pl_str::PlSmallStr, pub catalog_properties: std::collections::BTreeMap<crate::polars_utils::pl_str::PlSmallStr, crate::polars_utils::pl_str::PlSmallStr>, pub table_name: crate::polars_utils::pl_str::PlSmallStr, pub mode: crate::polars_plan::dsl::options::iceberg_sink_state::IcebergCommitMode, pub iceberg_storage_properties: std::collections::BTreeMap<crate::polars_utils::pl_str::PlSmallStr, crate::polars_utils::pl_str::PlSmallStr>, pub sink_uuid_str: std::string::String }
}
pub mod sink {
pub enum PartitionStrategy { Keyed { keys: std::vec::Vec<crate::polars_plan::dsl::expr::Expr>, include_keys: bool, keys_pre_grouped: bool }, FileSize }
pub enum PartitionStrategyIR { Keyed { include_keys: bool, keys_pre_grouped: bool }, FileSize }
pub enum SinkDestination { File { target: crate::polars_plan::dsl::options::sink::SinkTarget }, Partitioned { file_path_provider: std::option::Option<crate::polars_plan::dsl::options::file_provider::FileProviderType>, partition_strategy: crate::polars_plan::dsl::options::sink::PartitionStrategy, approximate_bytes_per_file: u64 } }
pub enum SinkTarget { Path(()), Dyn(()) }
pub enum SinkType { Memory, Callback(crate::polars_plan::dsl::options::sink::CallbackSinkType), File(crate::polars_plan::dsl::options::sink::FileSinkOptions), Partitioned(crate::polars_plan::dsl::options::sink::PartitionedSinkOptions), Iceberg(crate::polars_plan::dsl::options::iceberg_sink_state::IcebergSinkState) }
pub enum SinkTypeIR { Memory, Callback(crate::polars_plan::dsl::options::sink::CallbackSinkType), File(crate::polars_plan::dsl::options::sink::FileSinkOptions), Partitioned(crate::polars_plan::dsl::options::sink::PartitionedSinkOptionsIR) }
pub enum SinkedPathsCallback { IcebergCommit(crate::polars_plan::dsl::options::iceberg_sink_state::IcebergSinkState), Callback(()) }
pub struct CallbackSinkType { pub maintain_order: bool, pub chunk_size: std::option::Option<std::num::NonZeroUsize> }
pub struct FileSinkOptions { pub target: crate::polars_plan::dsl::options::sink::SinkTarget, pub file_format: crate::polars_plan::dsl::options::FileWriteFormat, pub unified_sink_args: crate::polars_plan::dsl::options::sink::UnifiedSinkArgs }
pub struct PartitionedSinkOptions { pub file_path_provider: std::option::Option<crate::polars_plan::dsl::options::file_provider::FileProviderType>, pub partition_strategy: crate::polars_plan::dsl::options::sink::PartitionStrategy, pub file_format: crate::polars_plan::dsl::options::FileWriteFormat, pub unified_sink_args: crate::polars_plan::dsl::options::sink::UnifiedSinkArgs, pub approximate_bytes_per_file: u64 }
pub struct PartitionedSinkOptionsIR { pub file_path_provider: crate::polars_plan::dsl::options::file_provider::FileProviderType, pub partition_strategy: crate::polars_plan::dsl::options::sink::PartitionStrategyIR, pub file_format: crate::polars_plan::dsl::options::FileWriteFormat, pub unified_sink_args: crate::polars_plan::dsl::options::sink::UnifiedSinkArgs, pub approximate_bytes_per_file: u64 }
pub struct SinkedPathInfo {  }
pub struct SinkedPathsCallbackArgs { pub path_info_list: std::vec::Vec<crate::polars_plan::dsl::options::sink::SinkedPathInfo> }
pub struct UnifiedSinkArgs { pub mkdir: bool, pub maintain_order: bool, pub sinked_paths_callback: std::option::Option<crate::polars_plan::dsl::options::sink::SinkedPathsCallback> }
}
}
pub mod selector {
pub enum DataTypeSelector { Union(std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>, std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>), Difference(std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>, std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>), ExclusiveOr(std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>, std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>), Intersect(std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>, std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>), Wildcard, Empty, AnyOf(std::sync::Arc<[crate::polars_core::datatypes::dtype::DataType]>), Integer, UnsignedInteger, SignedInteger, Float, Enum, Categorical, Nested, List(std::option::Option<std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>>), Array(std::option::Option<std::sync::Arc<crate::polars_plan::dsl::selector::DataTypeSelector>>, std::option::Option<usize>), Struct, Decimal, Numeric, Temporal, Datetime(crate::polars_plan::dsl::selector::TimeUnitSet, crate::polars_plan::dsl::selector::TimeZoneSet), Duration(crate::polars_plan::dsl::selector::TimeUnitSet), Object }
pub enum Selector { Union(std::sync::Arc<crate::polars_plan::dsl::selector::Selector>, std::sync::Arc<crate::polars_plan::dsl::selector::Selector>), Difference(std::sync::Arc<crate::polars_plan::dsl::selector::Selector>, std::sync::Arc<crate::polars_plan::dsl::selector::Selector>), ExclusiveOr(std::sync::Arc<crate::polars_plan::dsl::selector::Selector>, std::sync::Arc<crate::polars_plan::dsl::selector::Selector>), Intersect(std::sync::Arc<crate::polars_plan::dsl::selector::Selector>, std::sync::Arc<crate::polars_plan::dsl::selector::Selector>), ByName { names: std::sync::Arc<[crate::polars_utils::pl_str::PlSmallStr]>, strict: bool }, ByIndex { indices: std::sync::Arc<[i64]>, strict: bool }, Matches(crate::polars_utils::pl_str::PlSmallStr), ByDType(crate::polars_plan::dsl::selector::DataTypeSelector), Wildcard, Empty }
pub enum TimeZoneSet { Any, AnySet, Unset, UnsetOrAnyOf(std::sync::Arc<[crate::polars_core::datatypes::temporal::time_zone::TimeZone]>), AnyOf(std::sync::Arc<[crate::polars_core::datatypes::temporal::time_zone::TimeZone]>) }
pub struct TimeUnitSet(());
}
}
pub mod frame {
pub mod opt_state {
pub struct OptFlags(());
pub type AllowedOptimizations = crate::polars_plan::frame::opt_state::OptFlags;
}
}
pub mod plans {
pub mod lit {
pub const NULL: crate::polars_plan::plans::lit::Null = loop {};
pub enum DynListLiteralValue { Str(std::boxed::Box<[std::option::Option<crate::polars_utils::pl_str::PlSmallStr>]>), Int(std::boxed::Box<[std::option::Option<i128>]>), Float(std::boxed::Box<[std::option::Option<f64>]>), List(std::boxed::Box<[std::option::Option<crate::polars_plan::plans::lit::DynListLiteralValue>]>) }
pub enum DynLiteralValue { Str(crate::polars_utils::pl_str::PlSmallStr), Int(i128), Float(f64), List(crate::polars_plan::plans::lit::DynListLiteralValue) }
pub enum LiteralValue { Dyn(crate::polars_plan::plans::lit::DynLiteralValue), Scalar(crate::polars_core::scalar::Scalar), Series(crate::polars_plan::dsl::expr::anonymous::expr::SpecialEq<crate::polars_core::series::Series>), Range(crate::polars_plan::plans::lit::RangeLiteralValue) }
pub enum MaterializedLiteralValue { Scalar(crate::polars_core::scalar::Scalar), Series(crate::polars_core::series::Series) }
pub fn typed_lit<L: crate::polars_plan::plans::lit::TypedLiteral>(_: L) -> crate::polars_plan::dsl::expr::Expr { loop {} }
pub struct Null {  }
pub struct RangeLiteralValue { pub low: i128, pub high: i128, pub dtype: crate::polars_core::datatypes::dtype::DataType }
pub trait Literal { fn lit(self) -> crate::polars_plan::dsl::expr::Expr; }
pub trait TypedLiteral: crate::polars_plan::plans::lit::Literal { fn typed_lit(self) -> crate::polars_plan::dsl::expr::Expr where Self: std::marker::Sized { loop {} } }
}
pub mod schema {
pub fn get_input_schema(_: impl std::marker::Sized, _: impl std::marker::Sized) -> std::borrow::Cow<'_, crate::polars_core::schema::SchemaRef> { loop {} }
pub struct CachedSchema(());
pub struct FileInfo { pub schema: crate::polars_core::schema::SchemaRef, pub row_estimation: (std::option::Option<usize>, usize, ) }
}
}
pub mod prelude {
pub use crate::polars_plan::dsl::*;
pub use crate::polars_plan::dsl::functions::*;
pub use crate::polars_plan::plans::*;
}
}
pub mod polars_ops {
impl crate::polars_ops::frame::IntoDf for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::frame::gather::GatherDf for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::frame::is_sorted::DataFrameIsSorted for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::frame::join::DataFrameJoinOps for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::frame::join::args::JoinArgs {
pub fn new(_: crate::polars_ops::frame::join::args::JoinType) -> Self { loop {} }
pub fn with_coalesce(self, _: crate::polars_ops::frame::join::args::JoinCoalesce) -> Self { loop {} }
pub fn with_suffix(self, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
pub fn with_build_side(self, _: std::option::Option<crate::polars_ops::frame::join::args::JoinBuildSide>) -> Self { loop {} }
pub fn suffix(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
}
impl crate::polars_ops::frame::join::args::JoinArgs {
pub fn should_coalesce(&self) -> bool { loop {} }
}
impl crate::polars_ops::frame::join::args::JoinCoalesce {
pub fn coalesce(&self, _: &crate::polars_ops::frame::join::args::JoinType) -> bool { loop {} }
}
impl crate::polars_ops::frame::join::args::JoinType {
pub fn is_equi(&self) -> bool { loop {} }
pub fn is_semi_anti(&self) -> bool { loop {} }
pub fn is_semi(&self) -> bool { loop {} }
pub fn is_anti(&self) -> bool { loop {} }
pub fn is_asof(&self) -> bool { loop {} }
pub fn is_cross(&self) -> bool { loop {} }
pub fn is_ie(&self) -> bool { loop {} }
pub fn is_range(&self) -> bool { loop {} }
}
impl crate::polars_ops::frame::join::args::JoinValidation {
pub fn needs_checks(&self) -> bool { loop {} }
pub fn is_valid_join(&self, _: &crate::polars_ops::frame::join::args::JoinType) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl crate::polars_ops::frame::join::cross_join::CrossJoin for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::frame::join::hash_join::JoinDispatch for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::frame::join::hash_join::single_keys_dispatch::SeriesJoin for crate::polars_core::series::Series {  }
impl crate::polars_ops::series::ops::SeriesSealed for crate::polars_core::series::Series {  }
impl crate::polars_ops::series::ops::arg_min_max::ArgAgg for crate::polars_core::series::Series {  }
impl crate::polars_ops::series::ops::eager::ShrinkType for crate::polars_core::series::Series {  }
impl crate::polars_ops::series::ops::horizontal::MinMaxHorizontal for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::series::ops::horizontal::SumMeanHorizontal for crate::polars_core::frame::dataframe::DataFrame {  }
impl crate::polars_ops::series::ops::round::RoundSeries for crate::polars_core::series::Series {  }
impl crate::polars_ops::series::ops::various::SeriesMethods for crate::polars_core::series::Series {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::CrossJoinOptions {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::JoinArgs {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::JoinBuildSide {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::JoinCoalesce {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::JoinType {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::JoinTypeOptions {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::JoinValidation {  }
impl std::clone::Clone for crate::polars_ops::frame::join::args::MaintainOrderJoin {  }
impl std::clone::Clone for crate::polars_ops::series::ops::horizontal::NullStrategy {  }
impl std::clone::Clone for crate::polars_ops::series::ops::linear_space::ClosedInterval {  }
impl std::clone::Clone for crate::polars_ops::series::ops::round::RoundMode {  }
impl std::convert::From<crate::polars_ops::frame::join::args::JoinType> for &'static str {  }
impl std::convert::From<crate::polars_ops::frame::join::args::JoinType> for crate::polars_ops::frame::join::args::JoinArgs {  }
impl std::convert::From<crate::polars_ops::frame::join::args::JoinTypeOptions> for &'static str {  }
impl std::convert::From<crate::polars_ops::frame::join::args::MaintainOrderJoin> for &'static str {  }
impl std::convert::From<crate::polars_ops::series::ops::linear_space::ClosedInterval> for &'static str {  }
impl std::convert::From<crate::polars_ops::series::ops::round::RoundMode> for &'static str {  }
impl std::default::Default for crate::polars_ops::frame::join::args::JoinArgs {  }
impl std::default::Default for crate::polars_ops::frame::join::args::JoinCoalesce {  }
impl std::default::Default for crate::polars_ops::frame::join::args::JoinType {  }
impl std::default::Default for crate::polars_ops::frame::join::args::JoinValidation {  }
impl std::default::Default for crate::polars_ops::frame::join::args::MaintainOrderJoin {  }
impl std::default::Default for crate::polars_ops::series::ops::linear_space::ClosedInterval {  }
impl std::default::Default for crate::polars_ops::series::ops::round::RoundMode {  }
impl std::fmt::Display for crate::polars_ops::frame::join::args::JoinType {  }
impl std::fmt::Display for crate::polars_ops::frame::join::args::JoinValidation {  }
impl std::marker::Copy for crate::polars_ops::frame::join::args::JoinCoalesce {  }
impl std::marker::Copy for crate::polars_ops::frame::join::args::JoinValidation {  }
impl std::marker::Copy for crate::polars_ops::frame::join::args::MaintainOrderJoin {  }
impl std::marker::Copy for crate::polars_ops::series::ops::horizontal::NullStrategy {  }
impl std::marker::Copy for crate::polars_ops::series::ops::linear_space::ClosedInterval {  }
impl std::marker::Copy for crate::polars_ops::series::ops::round::RoundMode {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_ops::frame::join::args::JoinType> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_ops::frame::join::args::JoinTypeOptions> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_ops::frame::join::args::MaintainOrderJoin> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_ops::series::ops::linear_space::ClosedInterval> for &'static str {  }
impl<'_derivative_strum> std::convert::From<&'_derivative_strum crate::polars_ops::series::ops::round::RoundMode> for &'static str {  }
impl<T: crate::polars_ops::frame::IntoDf> crate::polars_ops::frame::DataFrameOps for T {  }
impl<T> crate::polars_ops::frame::join::args::CrossJoinFilter for T where T: std::ops::Fn(crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> + std::marker::Send + std::marker::Sync {  }
pub use crate::polars_core::chunked_array::ops::search_sorted::SearchSortedSide;
pub use crate::polars_ops::frame::join::*;
pub use crate::polars_ops::frame::join::hash_join::single_keys_dispatch::SeriesJoin;
pub use crate::polars_ops::series::ops::arg_min_max::ArgAgg;
pub use crate::polars_ops::series::ops::round::*;
pub mod frame {
pub trait DataFrameOps: crate::polars_ops::frame::IntoDf {  }
pub trait IntoDf { fn to_df(&self) -> &crate::polars_core::frame::dataframe::DataFrame; }
pub use crate::polars_ops::frame::join::*;
pub mod gather {
pub trait GatherDf { fn gather_with_column(&self, _: &crate::polars_core::frame::column::Column, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame>; fn gather_with_series(&self, _: &crate::polars_core::series::Series, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame>; }
}
pub mod is_sorted {
pub trait DataFrameIsSorted { fn is_sorted(&self, _: &[crate::polars_utils::pl_str::PlSmallStr], _: &[bool], _: &[bool]) -> crate::polars_error::PolarsResult<bool>; }
}
pub mod join {
pub fn private_left_join_multiple_keys(_: &[crate::polars_core::frame::column::Column], _: &[crate::polars_core::frame::column::Column], _: bool) -> crate::polars_error::PolarsResult<crate::polars_ops::frame::join::args::LeftJoinIds> { loop {} }
pub trait DataFrameJoinOps: crate::polars_ops::frame::IntoDf { fn join(&self, _: &crate::polars_core::frame::dataframe::DataFrame, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: crate::polars_ops::frame::join::args::JoinArgs, _: std::option::Option<crate::polars_ops::frame::join::args::JoinTypeOptions>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } fn inner_join(&self, _: &crate::polars_core::frame::dataframe::DataFrame, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } fn left_join(&self, _: &crate::polars_core::frame::dataframe::DataFrame, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } fn full_join(&self, _: &crate::polars_core::frame::dataframe::DataFrame, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>, _: impl std::iter::IntoIterator<Item = impl std::convert::AsRef<str>>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } }
pub use crate::polars_ops::frame::join::cross_join::CrossJoin;
pub use crate::polars_ops::frame::join::general::_coalesce_full_join;
pub use crate::polars_ops::frame::join::general::_join_suffix_name;
pub mod args {
pub enum JoinBuildSide { PreferLeft, ForceLeft, PreferRight, ForceRight }
pub enum JoinCoalesce { JoinSpecific, CoalesceColumns, KeepColumns }
pub enum JoinType { Inner, Left, Right, Full, Cross }
pub enum JoinTypeOptions { Cross(crate::polars_ops::frame::join::args::CrossJoinOptions) }
pub enum JoinValidation { ManyToMany, ManyToOne, OneToMany, OneToOne }
pub enum MaintainOrderJoin { None, Left, Right, LeftRight, RightLeft }
pub struct CrossJoinOptions { pub predicate: std::sync::Arc<dyn crate::polars_ops::frame::join::args::CrossJoinFilter> }
pub struct JoinArgs { pub how: crate::polars_ops::frame::join::args::JoinType, pub validation: crate::polars_ops::frame::join::args::JoinValidation, pub suffix: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, pub slice: std::option::Option<(i64, usize, )>, pub nulls_equal: bool, pub coalesce: crate::polars_ops::frame::join::args::JoinCoalesce, pub maintain_order: crate::polars_ops::frame::join::args::MaintainOrderJoin, pub build_side: std::option::Option<crate::polars_ops::frame::join::args::JoinBuildSide> }
pub trait CrossJoinFilter: std::marker::Send + std::marker::Sync { fn apply(&self, _: crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame>; }
}
pub mod cross_join {
pub trait CrossJoin: crate::polars_ops::frame::IntoDf { fn cross_join(&self, _: &crate::polars_core::frame::dataframe::DataFrame, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, _: std::option::Option<(i64, usize, )>, _: crate::polars_ops::frame::join::args::MaintainOrderJoin) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } }
}
pub mod general {
pub fn _coalesce_full_join(_: crate::polars_core::frame::dataframe::DataFrame, _: &[crate::polars_utils::pl_str::PlSmallStr], _: &[crate::polars_utils::pl_str::PlSmallStr], _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, _: &crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_core::frame::dataframe::DataFrame { loop {} }
pub fn _join_suffix_name(_: &str, _: &str) -> crate::polars_utils::pl_str::PlSmallStr { loop {} }
}
pub mod hash_join {
pub fn default_join_ids() -> crate::polars_ops::frame::join::args::ChunkJoinOptIds { loop {} }
pub trait JoinDispatch: crate::polars_ops::frame::IntoDf { fn create_left_df_chunked(&self, _: impl std::marker::Sized, _: bool, _: bool) -> crate::polars_core::frame::dataframe::DataFrame { loop {} } fn _create_left_df_from_slice(&self, _: impl std::marker::Sized, _: bool, _: bool, _: bool) -> crate::polars_core::frame::dataframe::DataFrame { loop {} } fn _full_join_from_series(&self, _: &crate::polars_core::frame::dataframe::DataFrame, _: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series, _: crate::polars_ops::frame::join::args::JoinArgs) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } }
pub mod single_keys_dispatch {
pub trait SeriesJoin: crate::polars_ops::series::ops::SeriesSealed + std::marker::Sized { fn hash_join_inner(&self, _: &crate::polars_core::series::Series, _: crate::polars_ops::frame::join::args::JoinValidation, _: bool) -> crate::polars_error::PolarsResult<(crate::polars_ops::frame::join::args::InnerJoinIds, bool, )> { loop {} } }
}
}
pub mod merge_join {
pub fn gather_and_postprocess(_: crate::polars_core::frame::dataframe::DataFrame, _: crate::polars_core::frame::dataframe::DataFrame, _: impl std::marker::Sized, _: impl std::marker::Sized, _: impl std::marker::Sized, _: &crate::polars_ops::frame::join::args::JoinArgs, _: &[crate::polars_utils::pl_str::PlSmallStr], _: &[crate::polars_utils::pl_str::PlSmallStr], _: bool, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
pub fn match_keys(_: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series, _: impl std::marker::Sized, _: impl std::marker::Sized, _: impl std::marker::Sized, _: bool, _: bool, _: bool, _: usize, _: &mut usize, _: &mut usize, _: &mut usize) { loop {} }
}
}
}
pub mod prelude {
pub use crate::polars_ops::frame::DataFrameOps;
pub use crate::polars_ops::frame::is_sorted::DataFrameIsSorted;
pub use crate::polars_ops::frame::join::*;
pub use crate::polars_ops::frame::join::DataFrameJoinOps;
pub use crate::polars_ops::series::*;
}
pub mod series {
pub mod ops {
pub trait SeriesSealed { fn as_series(&self) -> &crate::polars_core::series::Series; }
pub mod arg_min_max {
pub trait ArgAgg { fn arg_min(&self) -> std::option::Option<usize>; fn arg_max(&self) -> std::option::Option<usize>; }
}
pub mod bitwise {
pub fn count_ones(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn count_zeros(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn leading_ones(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn leading_zeros(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn trailing_ones(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn trailing_zeros(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
pub mod clip {
pub fn clip(_: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn clip_max(_: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn clip_min(_: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
pub mod eager {
pub trait ShrinkType { fn shrink_type(&self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series>; }
}
pub mod floor_divide {
pub fn floor_div_series(_: &crate::polars_core::series::Series, _: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
pub mod horizontal {
pub enum NullStrategy { Ignore, Propagate }
pub fn coalesce_columns(_: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
pub fn max_horizontal(_: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>> { loop {} }
pub fn mean_horizontal(_: &[crate::polars_core::frame::column::Column], _: crate::polars_ops::series::ops::horizontal::NullStrategy) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>> { loop {} }
pub fn min_horizontal(_: &[crate::polars_core::frame::column::Column]) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>> { loop {} }
pub fn sum_horizontal(_: &[crate::polars_core::frame::column::Column], _: crate::polars_ops::series::ops::horizontal::NullStrategy) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>> { loop {} }
pub trait MinMaxHorizontal { fn min_horizontal(&self) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>>; fn max_horizontal(&self) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>>; }
pub trait SumMeanHorizontal { fn sum_horizontal(&self, _: crate::polars_ops::series::ops::horizontal::NullStrategy) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>>; fn mean_horizontal(&self, _: crate::polars_ops::series::ops::horizontal::NullStrategy) -> crate::polars_error::PolarsResult<std::option::Option<crate::polars_core::frame::column::Column>>; }
}
pub mod index {
pub fn convert_and_bound_idx_ca<T>(_: &crate::polars_core::chunked_array::ChunkedArray<T>, _: usize, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> where T: crate::polars_core::datatypes::PolarsIntegerType { loop {} }
pub fn convert_and_bound_index(_: &crate::polars_core::series::Series, _: usize, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::aliases::IdxCa> { loop {} }
}
pub mod int_range {
pub fn new_int_range<T>(_: T::Native, _: T::Native, _: i64, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> where T: crate::polars_core::datatypes::PolarsIntegerType, std::ops::Range<T::Native>: std::iter::DoubleEndedIterator<Item = T::Native> { loop {} }
}
pub mod linear_space {
pub enum ClosedInterval { Both, Left, Right, None }
pub fn new_linear_space_f32(_: f32, _: f32, _: u64, _: crate::polars_ops::series::ops::linear_space::ClosedInterval, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::Float32Chunked> { loop {} }
pub fn new_linear_space_f64(_: f64, _: f64, _: u64, _: crate::polars_ops::series::ops::linear_space::ClosedInterval, _: crate::polars_utils::pl_str::PlSmallStr) -> crate::polars_error::PolarsResult<crate::polars_core::datatypes::Float64Chunked> { loop {} }
}
pub mod negate {
pub fn negate(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
pub mod not {
pub fn negate_bitwise(_: &crate::polars_core::series::Series) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
}
pub mod round {
pub enum RoundMode { HalfToEven, HalfAwayFromZero, ToZero }
pub trait RoundSeries: crate::polars_ops::series::ops::SeriesSealed { fn round(&self, _: u32, _: crate::polars_ops::series::ops::round::RoundMode) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn round_sig_figs(&self, _: i32) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn truncate(&self, _: u32) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn floor(&self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } fn ceil(&self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} } }
}
pub mod strings {
pub fn str_format(_: &mut [crate::polars_core::frame::column::Column], _: &str, _: &[usize]) -> crate::polars_error::PolarsResult<crate::polars_core::frame::column::Column> { loop {} }
}
pub mod various {
pub fn resolve_sort_options(_: &crate::polars_core::series::Series, _: std::option::Option<bool>, _: std::option::Option<bool>) -> crate::polars_error::PolarsResult<(std::option::Option<bool>, std::option::Option<bool>, )> { loop {} }
pub trait SeriesMethods: crate::polars_ops::series::ops::SeriesSealed { fn value_counts(&self, _: bool, _: bool, _: crate::polars_utils::pl_str::PlSmallStr, _: bool) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} } fn ensure_sorted_arg(&self, _: &str) -> crate::polars_error::PolarsResult<()> { loop {} } fn is_sorted(&self, _: crate::polars_core::chunked_array::ops::sort::options::SortOptions) -> crate::polars_error::PolarsResult<bool> { loop {} } fn is_sorted_any(&self, _: std::option::Option<bool>, _: std::option::Option<bool>) -> crate::polars_error::PolarsResult<bool> { loop {} } }
}
}
}
}
pub mod polars_io {
impl crate::polars_io::csv::read::builder::Builder {
pub fn into_series(self) -> crate::polars_error::PolarsResult<crate::polars_core::series::Series> { loop {} }
pub fn add_null(&mut self, _: bool) { loop {} }
pub fn dtype(&self) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn add(&mut self, _: &[u8], _: bool, _: bool, _: bool) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl crate::polars_io::csv::read::options::CommentPrefix {
pub fn new_single(_: u8) -> Self { loop {} }
pub fn new_multi(_: crate::polars_utils::pl_str::PlSmallStr) -> Self { loop {} }
pub fn new_from_str(_: &str) -> Self { loop {} }
}
impl crate::polars_io::csv::read::options::CsvParseOptions {
pub fn with_separator(self, _: u8) -> Self { loop {} }
pub fn with_quote_char(self, _: std::option::Option<u8>) -> Self { loop {} }
pub fn with_eol_char(self, _: u8) -> Self { loop {} }
pub fn with_encoding(self, _: crate::polars_io::csv::read::options::CsvEncoding) -> Self { loop {} }
pub fn with_null_values(self, _: std::option::Option<crate::polars_io::csv::read::options::NullValues>) -> Self { loop {} }
pub fn with_missing_is_null(self, _: bool) -> Self { loop {} }
pub fn with_truncate_ragged_lines(self, _: bool) -> Self { loop {} }
pub fn with_comment_prefix<T: std::convert::Into<crate::polars_io::csv::read::options::CommentPrefix>>(self, _: std::option::Option<T>) -> Self { loop {} }
pub fn with_try_parse_dates(self, _: bool) -> Self { loop {} }
pub fn with_decimal_comma(self, _: bool) -> Self { loop {} }
}
impl crate::polars_io::csv::read::options::CsvReadOptions {
pub fn get_parse_options(&self) -> std::sync::Arc<crate::polars_io::csv::read::options::CsvParseOptions> { loop {} }
pub fn with_path<P: std::convert::Into<std::path::PathBuf>>(self, _: std::option::Option<P>) -> Self { loop {} }
pub fn with_rechunk(self, _: bool) -> Self { loop {} }
pub fn with_n_threads(self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn with_low_memory(self, _: bool) -> Self { loop {} }
pub fn with_n_rows(self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn with_row_index(self, _: std::option::Option<crate::polars_io::options::RowIndex>) -> Self { loop {} }
pub fn with_columns(self, _: std::option::Option<std::sync::Arc<[crate::polars_utils::pl_str::PlSmallStr]>>) -> Self { loop {} }
pub fn with_projection(self, _: std::option::Option<std::sync::Arc<std::vec::Vec<usize>>>) -> Self { loop {} }
pub fn with_schema(self, _: std::option::Option<crate::polars_core::schema::SchemaRef>) -> Self { loop {} }
pub fn with_schema_overwrite(self, _: std::option::Option<crate::polars_core::schema::SchemaRef>) -> Self { loop {} }
pub fn with_column_names_overwrite(self, _: crate::polars_buffer::buffer::Buffer<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
pub fn with_dtype_overwrite(self, _: std::option::Option<std::sync::Arc<std::vec::Vec<crate::polars_core::datatypes::dtype::DataType>>>) -> Self { loop {} }
pub fn with_parse_options(self, _: crate::polars_io::csv::read::options::CsvParseOptions) -> Self { loop {} }
pub fn with_has_header(self, _: bool) -> Self { loop {} }
pub fn with_chunk_size(self, _: usize) -> Self { loop {} }
pub fn with_skip_rows(self, _: usize) -> Self { loop {} }
pub fn with_skip_lines(self, _: usize) -> Self { loop {} }
pub fn with_skip_rows_after_header(self, _: usize) -> Self { loop {} }
pub fn with_infer_schema_length(self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn with_infer_schema_files(self, _: std::num::NonZeroUsize) -> Self { loop {} }
pub fn with_raise_if_empty(self, _: bool) -> Self { loop {} }
pub fn with_ignore_errors(self, _: bool) -> Self { loop {} }
pub fn map_parse_options<F: std::ops::Fn(crate::polars_io::csv::read::options::CsvParseOptions) -> crate::polars_io::csv::read::options::CsvParseOptions>(self, _: F) -> Self { loop {} }
}
impl crate::polars_io::csv::read::options::CsvReadOptions {
pub fn try_into_reader_with_file_path(self, _: std::option::Option<std::path::PathBuf>) -> crate::polars_error::PolarsResult<crate::polars_io::csv::read::reader::CsvReader<std::fs::File>> { loop {} }
pub fn into_reader_with_file_handle<R>(self, _: R) -> crate::polars_io::csv::read::reader::CsvReader<R> { loop {} }
}
impl crate::polars_io::csv::read::options::NullValues {
pub fn compile(self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<crate::polars_io::csv::read::options::NullValuesCompiled> { loop {} }
}
impl crate::polars_io::csv::read::parser::CountLines {
pub fn new(_: std::option::Option<u8>, _: u8, _: std::option::Option<crate::polars_io::csv::read::options::CommentPrefix>) -> Self { loop {} }
pub fn analyze_chunk(&self, _: &[u8]) -> [crate::polars_io::csv::read::parser::LineStats; 2] { loop {} }
pub fn find_next(&self, _: &[u8], _: &mut usize) -> (usize, usize, ) { loop {} }
pub fn count_rows(&self, _: &[u8], _: bool) -> (usize, usize, ) { loop {} }
pub fn count(&self, _: &[u8]) -> (usize, usize, ) { loop {} }
}
impl crate::polars_io::csv::write::write_impl::CsvSerializer {
pub fn new(_: crate::polars_core::schema::SchemaRef, _: std::sync::Arc<crate::polars_io::csv::write::options::SerializeOptions>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn serialize_to_csv<'a>(self: &'a mut Self, _: &'a crate::polars_core::frame::dataframe::DataFrame, _: &mut std::vec::Vec<u8>) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl crate::polars_io::options::ExternalCompression {
pub fn file_suffix(self) -> std::option::Option<&'static str> { loop {} }
pub fn try_from(_: &str, _: std::option::Option<u32>) -> crate::polars_error::PolarsResult<Self> { loop {} }
}
impl crate::polars_io::options::HiveOptions {
pub fn new_enabled() -> Self { loop {} }
pub fn new_disabled() -> Self { loop {} }
}
impl std::clone::Clone for crate::polars_io::csv::read::options::CommentPrefix {  }
impl std::clone::Clone for crate::polars_io::csv::read::options::CsvEncoding {  }
impl std::clone::Clone for crate::polars_io::csv::read::options::CsvParseOptions {  }
impl std::clone::Clone for crate::polars_io::csv::read::options::CsvReadOptions {  }
impl std::clone::Clone for crate::polars_io::csv::read::options::NullValues {  }
impl std::clone::Clone for crate::polars_io::csv::read::options::NullValuesCompiled {  }
impl std::clone::Clone for crate::polars_io::csv::write::options::CsvWriterOptions {  }
impl std::clone::Clone for crate::polars_io::csv::write::options::QuoteStyle {  }
impl std::clone::Clone for crate::polars_io::csv::write::options::SerializeOptions {  }
impl std::clone::Clone for crate::polars_io::csv::write::write_impl::CsvSerializer {  }
impl std::clone::Clone for crate::polars_io::options::ExternalCompression {  }
impl std::clone::Clone for crate::polars_io::options::HiveOptions {  }
impl std::clone::Clone for crate::polars_io::options::RowIndex {  }
impl std::convert::From<&str> for crate::polars_io::csv::read::options::CommentPrefix {  }
impl std::default::Default for crate::polars_io::csv::read::options::CsvEncoding {  }
impl std::default::Default for crate::polars_io::csv::read::options::CsvParseOptions {  }
impl std::default::Default for crate::polars_io::csv::read::options::CsvReadOptions {  }
impl std::default::Default for crate::polars_io::csv::write::options::CsvWriterOptions {  }
impl std::default::Default for crate::polars_io::csv::write::options::QuoteStyle {  }
impl std::default::Default for crate::polars_io::csv::write::options::SerializeOptions {  }
impl std::default::Default for crate::polars_io::options::ExternalCompression {  }
impl std::default::Default for crate::polars_io::options::HiveOptions {  }
impl std::marker::Copy for crate::polars_io::csv::read::options::CsvEncoding {  }
impl std::marker::Copy for crate::polars_io::csv::write::options::QuoteStyle {  }
impl std::marker::Copy for crate::polars_io::options::ExternalCompression {  }
impl<'a> crate::polars_io::csv::read::parser::SplitLines<'a> {
pub fn new(_: &'a [u8], _: std::option::Option<u8>, _: u8, _: std::option::Option<&'a crate::polars_io::csv::read::options::CommentPrefix>) -> Self { loop {} }
}
impl<'a> std::iter::Iterator for crate::polars_io::csv::read::parser::SplitLines<'a> { type Item = &'a [u8]; }
impl<R> crate::polars_io::csv::read::reader::CsvReader<R> {
pub fn _with_predicate(self, _: impl std::marker::Sized) -> Self { loop {} }
}
impl<R> crate::polars_io::csv::read::reader::CsvReader<R> {
pub fn with_options(self, _: crate::polars_io::csv::read::options::CsvReadOptions) -> Self { loop {} }
}
impl<W: std::io::Write> crate::polars_io::csv::write::writer::BatchedWriter<W> {
pub fn write_batch(&mut self, _: &crate::polars_core::frame::dataframe::DataFrame) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn finish(&mut self) -> crate::polars_error::PolarsResult<()> { loop {} }
}
impl<W> crate::polars_io::csv::write::writer::CsvWriter<W> where W: std::io::Write {
pub fn include_bom(self, _: bool) -> Self { loop {} }
pub fn include_header(self, _: bool) -> Self { loop {} }
pub fn with_separator(self, _: u8) -> Self { loop {} }
pub fn with_batch_size(self, _: std::num::NonZeroUsize) -> Self { loop {} }
pub fn with_date_format(self, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
pub fn with_time_format(self, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
pub fn with_datetime_format(self, _: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>) -> Self { loop {} }
pub fn with_float_scientific(self, _: std::option::Option<bool>) -> Self { loop {} }
pub fn with_float_precision(self, _: std::option::Option<usize>) -> Self { loop {} }
pub fn with_decimal_comma(self, _: bool) -> Self { loop {} }
pub fn with_quote_char(self, _: u8) -> Self { loop {} }
pub fn with_null_value(self, _: crate::polars_utils::pl_str::PlSmallStr) -> Self { loop {} }
pub fn with_line_terminator(self, _: crate::polars_utils::pl_str::PlSmallStr) -> Self { loop {} }
pub fn with_quote_style(self, _: crate::polars_io::csv::write::options::QuoteStyle) -> Self { loop {} }
pub fn n_threads(self, _: usize) -> Self { loop {} }
pub fn batched(self, _: &crate::polars_core::schema::Schema) -> crate::polars_error::PolarsResult<crate::polars_io::csv::write::writer::BatchedWriter<W>> { loop {} }
}
pub mod csv {
pub mod read {
pub use crate::polars_io::csv::read::options::CommentPrefix;
pub use crate::polars_io::csv::read::options::CsvEncoding;
pub use crate::polars_io::csv::read::options::CsvParseOptions;
pub use crate::polars_io::csv::read::options::CsvReadOptions;
pub use crate::polars_io::csv::read::options::NullValues;
pub use crate::polars_io::csv::read::parser::SplitLines;
pub use crate::polars_io::csv::read::parser::count_rows;
pub use crate::polars_io::csv::read::parser::count_rows_from_reader_par;
pub use crate::polars_io::csv::read::parser::count_rows_from_slice_par;
pub use crate::polars_io::csv::read::reader::CsvReader;
pub use crate::polars_io::csv::read::streaming::read_until_start_and_infer_schema_from_compressed_reader;
pub mod _csv_read_internal {
pub use crate::polars_io::csv::read::builder::validate_utf8;
pub use crate::polars_io::csv::read::options::CommentPrefix;
pub use crate::polars_io::csv::read::options::NullValuesCompiled;
pub use crate::polars_io::csv::read::parser::CountLines;
pub use crate::polars_io::csv::read::parser::SplitLines;
pub use crate::polars_io::csv::read::parser::is_comment_line;
pub use crate::polars_io::csv::read::read_impl::cast_columns;
pub use crate::polars_io::csv::read::read_impl::read_chunk;
pub use crate::polars_io::csv::read::reader::prepare_csv_schema;
}
pub mod builder {
pub enum Builder { Boolean(()), Int32(()), Int64(()), UInt32(()), UInt64(()), Float32(()), Float64(()), Utf8(crate::polars_io::csv::read::builder::Utf8Field), DecimalFloat32((), std::vec::Vec<u8>), DecimalFloat64((), std::vec::Vec<u8>) }
pub fn init_builders(_: &[usize], _: usize, _: &crate::polars_core::schema::Schema, _: std::option::Option<u8>, _: crate::polars_io::csv::read::options::CsvEncoding, _: bool) -> crate::polars_error::PolarsResult<std::vec::Vec<crate::polars_io::csv::read::builder::Builder>> { loop {} }
pub fn validate_utf8(_: &[u8]) -> bool { loop {} }
pub struct Utf8Field {  }
}
pub mod options {
pub enum CommentPrefix { Single(u8), Multi(crate::polars_utils::pl_str::PlSmallStr) }
pub enum CsvEncoding { Utf8, LossyUtf8 }
pub enum NullValues { AllColumnsSingle(crate::polars_utils::pl_str::PlSmallStr), AllColumns(std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>), Named(std::vec::Vec<(crate::polars_utils::pl_str::PlSmallStr, crate::polars_utils::pl_str::PlSmallStr, )>) }
pub enum NullValuesCompiled { AllColumnsSingle(crate::polars_utils::pl_str::PlSmallStr), AllColumns(std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>), Columns(std::vec::Vec<crate::polars_utils::pl_str::PlSmallStr>) }
pub struct CsvParseOptions { pub separator: u8, pub quote_char: std::option::Option<u8>, pub eol_char: u8, pub encoding: crate::polars_io::csv::read::options::CsvEncoding, pub null_values: std::option::Option<crate::polars_io::csv::read::options::NullValues>, pub missing_is_null: bool, pub truncate_ragged_lines: bool, pub comment_prefix: std::option::Option<crate::polars_io::csv::read::options::CommentPrefix>, pub try_parse_dates: bool, pub decimal_comma: bool }
pub struct CsvReadOptions { pub path: std::option::Option<std::path::PathBuf>, pub rechunk: bool, pub n_threads: std::option::Option<usize>, pub low_memory: bool, pub n_rows: std::option::Option<usize>, pub row_index: std::option::Option<crate::polars_io::options::RowIndex>, pub columns: std::option::Option<std::sync::Arc<[crate::polars_utils::pl_str::PlSmallStr]>>, pub projection: std::option::Option<std::sync::Arc<std::vec::Vec<usize>>>, pub schema: std::option::Option<crate::polars_core::schema::SchemaRef>, pub schema_overwrite: std::option::Option<crate::polars_core::schema::SchemaRef>, pub column_names_overwrite: std::option::Option<crate::polars_buffer::buffer::Buffer<crate::polars_utils::pl_str::PlSmallStr>>, pub dtype_overwrite: std::option::Option<std::sync::Arc<std::vec::Vec<crate::polars_core::datatypes::dtype::DataType>>>, pub parse_options: std::sync::Arc<crate::polars_io::csv::read::options::CsvParseOptions>, pub has_header: bool, pub chunk_size: usize, pub skip_rows: usize, pub skip_lines: usize, pub skip_rows_after_header: usize, pub infer_schema_length: std::option::Option<usize>, pub infer_schema_files: std::num::NonZeroUsize, pub raise_if_empty: bool, pub ignore_errors: bool, pub fields_to_cast: std::vec::Vec<crate::polars_core::datatypes::field::Field> }
}
pub mod parser {
pub fn count_rows(_: impl std::marker::Sized, _: std::option::Option<u8>, _: std::option::Option<&crate::polars_io::csv::read::options::CommentPrefix>, _: u8, _: bool, _: usize, _: usize, _: usize, _: bool) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn count_rows_from_reader_par(_: impl std::marker::Sized, _: std::option::Option<u8>, _: std::option::Option<&crate::polars_io::csv::read::options::CommentPrefix>, _: u8, _: bool, _: usize, _: usize, _: usize, _: bool, _: std::option::Option<usize>) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn count_rows_from_slice_par(_: crate::polars_buffer::buffer::Buffer<u8>, _: std::option::Option<u8>, _: std::option::Option<&crate::polars_io::csv::read::options::CommentPrefix>, _: u8, _: bool, _: usize, _: usize, _: usize, _: bool) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn is_comment_line(_: &[u8], _: std::option::Option<&crate::polars_io::csv::read::options::CommentPrefix>) -> bool { loop {} }
pub struct CountLines {  }
pub struct LineStats { pub newline_count: usize, pub last_newline_offset: usize, pub end_inside_string: bool }
pub struct SplitLines<'a> {  }
}
pub mod read_impl {
pub fn cast_columns(_: &mut crate::polars_core::frame::dataframe::DataFrame, _: &[crate::polars_core::datatypes::field::Field], _: bool, _: bool) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn read_chunk(_: &[u8], _: &crate::polars_io::csv::read::options::CsvParseOptions, _: &crate::polars_core::schema::Schema, _: bool, _: &[usize], _: usize, _: usize, _: std::option::Option<&crate::polars_io::csv::read::options::NullValuesCompiled>, _: usize, _: usize, _: std::option::Option<usize>) -> crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame> { loop {} }
}
pub mod reader {
pub fn prepare_csv_schema(_: &mut crate::polars_core::schema::SchemaRef, _: &mut std::vec::Vec<crate::polars_core::datatypes::field::Field>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub struct CsvReader<R> {  }
}
pub mod schema_inference {
pub fn finish_infer_field_schema(_: &crate::polars_utils::aliases::PlIndexSet<crate::polars_core::datatypes::dtype::DataType>) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
pub fn infer_field_schema(_: &str, _: bool, _: bool) -> crate::polars_core::datatypes::dtype::DataType { loop {} }
}
pub mod streaming {
pub fn read_until_start_and_infer_schema(_: &crate::polars_io::csv::read::options::CsvReadOptions, _: std::option::Option<crate::polars_core::schema::SchemaRef>, _: std::option::Option<usize>, _: std::option::Option<crate::polars_io::csv::read::streaming::InspectContentFn<'_>>, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<(crate::polars_core::schema::Schema, crate::polars_buffer::buffer::Buffer<u8>, )> { loop {} }
pub fn read_until_start_and_infer_schema_from_compressed_reader(_: &crate::polars_io::csv::read::options::CsvReadOptions, _: std::option::Option<crate::polars_core::schema::SchemaRef>, _: std::option::Option<crate::polars_io::csv::read::streaming::InspectContentFn<'_>>, _: impl std::marker::Sized) -> crate::polars_error::PolarsResult<(crate::polars_core::schema::Schema, crate::polars_buffer::buffer::Buffer<u8>, )> { loop {} }
pub type InspectContentFn<'a> = std::boxed::Box<dyn std::ops::FnMut(&[u8]) + 'a>;
}
}
pub mod write {
pub use crate::polars_io::csv::write::options::CsvWriterOptions;
pub use crate::polars_io::csv::write::options::QuoteStyle;
pub use crate::polars_io::csv::write::options::SerializeOptions;
pub use crate::polars_io::csv::write::write_impl::CsvSerializer;
pub use crate::polars_io::csv::write::write_impl::UTF8_BOM;
pub use crate::polars_io::csv::write::write_impl::csv_header;
pub use crate::polars_io::csv::write::writer::BatchedWriter;
pub use crate::polars_io::csv::write::writer::CsvWriter;
pub mod options {
pub enum QuoteStyle { Necessary, Always, NonNumeric, Never }
pub struct CsvWriterOptions { pub include_bom: bool, pub compression: crate::polars_io::options::ExternalCompression, pub check_extension: bool, pub include_header: bool, pub batch_size: std::num::NonZeroUsize, pub serialize_options: std::sync::Arc<crate::polars_io::csv::write::options::SerializeOptions> }
pub struct SerializeOptions { pub date_format: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, pub time_format: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, pub datetime_format: std::option::Option<crate::polars_utils::pl_str::PlSmallStr>, pub float_scientific: std::option::Option<bool>, pub float_precision: std::option::Option<usize>, pub decimal_comma: bool, pub separator: u8, pub quote_char: u8, pub null: crate::polars_utils::pl_str::PlSmallStr, pub line_terminator: crate::polars_utils::pl_str::PlSmallStr, pub quote_style: crate::polars_io::csv::write::options::QuoteStyle }
}
pub mod write_impl {
pub const UTF8_BOM: [u8; 3] = loop {};
pub fn csv_header(_: &[&str], _: &crate::polars_io::csv::write::options::SerializeOptions) -> crate::polars_error::PolarsResult<std::vec::Vec<u8>> { loop {} }
pub struct CsvSerializer {  }
}
pub mod writer {
pub struct BatchedWriter<W: std::io::Write> {  }
pub struct CsvWriter<W: std::io::Write> {  }
}
}
}
pub mod options {
pub enum ExternalCompression { Uncompressed, Gzip { level: std::option::Option<u32> }, Zstd { level: std::option::Option<u32> } }
pub struct HiveOptions { pub enabled: std::option::Option<bool>, pub hive_start_idx: usize, pub schema: std::option::Option<crate::polars_core::schema::SchemaRef>, pub try_parse_dates: bool }
pub struct RowIndex { pub name: crate::polars_utils::pl_str::PlSmallStr }
}
pub mod prelude {
pub use crate::polars_io::csv::read::*;
pub use crate::polars_io::csv::write::*;
}
}
pub mod polars_utils {
impl crate::polars_utils::aliases::SeedableFromU64SeedExt for crate::polars_utils::aliases::PlSeedableRandomStateQuality {  }
impl crate::polars_utils::bool::UnsafeBool {
pub fn new_false() -> Self { loop {} }
}
impl crate::polars_utils::pl_str::PlSmallStr {
pub const EMPTY: Self = loop {};
pub const EMPTY_REF: &'static Self = loop {};
pub fn from_static(_: &'static str) -> Self { loop {} }
pub fn from_str(_: &str) -> Self { loop {} }
pub fn from_string(_: std::string::String) -> Self { loop {} }
pub fn as_str(&self) -> &str { loop {} }
pub fn as_mut_str(&mut self) -> &mut str { loop {} }
pub fn to_string(&self) -> std::string::String { loop {} }
pub fn into_string(self) -> std::string::String { loop {} }
}
impl std::borrow::Borrow<str> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::clone::Clone for crate::polars_utils::bool::UnsafeBool {  }
impl std::clone::Clone for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::AsRef<[u8]> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::AsRef<bool> for crate::polars_utils::bool::UnsafeBool {  }
impl std::convert::AsRef<std::path::Path> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::AsRef<str> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::From<&std::string::String> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::From<&str> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::From<crate::polars_utils::pl_str::PlSmallStr> for std::string::String {  }
impl std::convert::From<std::borrow::Cow<'_, str>> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::convert::From<std::string::String> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::default::Default for crate::polars_utils::bool::UnsafeBool {  }
impl std::default::Default for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::fmt::Display for crate::polars_utils::error::PolarsUtilsError {  }
impl std::fmt::Display for crate::polars_utils::error::TruncateErrorDetail<'_> {  }
impl std::fmt::Display for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::io::Write for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::iter::FromIterator<char> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::iter::FromIterator<crate::polars_utils::pl_str::PlSmallStr> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::iter::FromIterator<std::boxed::Box<str>> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::iter::FromIterator<std::string::String> for crate::polars_utils::pl_str::PlSmallStr {  }
impl std::marker::Copy for crate::polars_utils::bool::UnsafeBool {  }
impl std::ops::Deref for crate::polars_utils::bool::UnsafeBool { type Target = bool; }
impl std::ops::Deref for crate::polars_utils::pl_str::PlSmallStr { type Target = str; }
impl std::ops::DerefMut for crate::polars_utils::pl_str::PlSmallStr {  }
impl<'a> std::iter::FromIterator<&'a char> for crate::polars_utils::pl_str::PlSmallStr {  }
impl<'a> std::iter::FromIterator<&'a crate::polars_utils::pl_str::PlSmallStr> for crate::polars_utils::pl_str::PlSmallStr {  }
impl<'a> std::iter::FromIterator<&'a str> for crate::polars_utils::pl_str::PlSmallStr {  }
impl<'a> std::iter::FromIterator<std::borrow::Cow<'a, str>> for crate::polars_utils::pl_str::PlSmallStr {  }
impl<K, V> crate::polars_utils::aliases::ScratchHashMap<K, V> {
pub fn get(&mut self) -> &mut crate::polars_utils::aliases::PlHashMap<K, V> { loop {} }
}
impl<K, V> crate::polars_utils::aliases::ScratchIndexMap<K, V> {
pub fn get(&mut self) -> &mut crate::polars_utils::aliases::PlIndexMap<K, V> { loop {} }
}
impl<K, V> std::ops::DerefMut for crate::polars_utils::aliases::PlIndexMapHashable<K, V> {  }
impl<K: std::clone::Clone, V: std::clone::Clone> std::clone::Clone for crate::polars_utils::aliases::PlIndexMapHashable<K, V> {  }
impl<K: std::default::Default, V: std::default::Default> std::default::Default for crate::polars_utils::aliases::ScratchHashMap<K, V> {  }
impl<K: std::default::Default, V: std::default::Default> std::default::Default for crate::polars_utils::aliases::ScratchIndexMap<K, V> {  }
impl<K: std::default::Default> std::default::Default for crate::polars_utils::aliases::ScratchHashSet<K> {  }
impl<K: std::default::Default> std::default::Default for crate::polars_utils::aliases::ScratchIndexSet<K> {  }
impl<K> crate::polars_utils::aliases::ScratchHashSet<K> {
pub fn get(&mut self) -> &mut crate::polars_utils::aliases::PlHashSet<K> { loop {} }
}
impl<K> crate::polars_utils::aliases::ScratchIndexSet<K> {
pub fn get(&mut self) -> &mut crate::polars_utils::aliases::PlIndexSet<K> { loop {} }
}
pub use crate::polars_utils::pl_str::unique_column_name;
pub mod aliases {
pub struct PlIndexMapHashable<K, V>(pub crate::polars_utils::aliases::PlIndexMap<K, V>);
pub struct ScratchHashMap<K, V>(());
pub struct ScratchHashSet<K>(());
pub struct ScratchIndexMap<K, V>(());
pub struct ScratchIndexSet<K>(());
pub trait InitHashMaps { type HashMap; fn new() -> Self::HashMap; fn with_capacity(_: usize) -> Self::HashMap; }
pub trait SeedableFromU64SeedExt { fn seed_from_u64(_: u64) -> Self; }
}
pub mod arc {
pub fn arc_map<T: std::clone::Clone, F: std::ops::FnMut(T) -> T>(_: std::sync::Arc<T>, _: F) -> std::sync::Arc<T> { loop {} }
pub fn try_arc_map<T: std::clone::Clone, E, F: std::ops::FnMut(T) -> std::result::Result<T, E>>(_: std::sync::Arc<T>, _: F) -> std::result::Result<std::sync::Arc<T>, E> { loop {} }
}
pub mod bool {
pub struct UnsafeBool(());
}
pub mod error {
pub enum PolarsUtilsError { ComputeError(std::borrow::Cow<'static, str>) }
pub struct TruncateErrorDetail<'a>(pub &'a str);
pub type Result<T> = std::result::Result<T, crate::polars_utils::error::PolarsUtilsError>;
}
pub mod pl_str {
pub fn unique_column_name() -> crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub struct PlSmallStr(());
}
}
pub mod polars_error {
impl crate::polars_error::ErrString {
pub fn new_static(_: &'static str) -> Self { loop {} }
}
impl crate::polars_error::PolarsError {
pub fn context_trace(self) -> Self { loop {} }
pub fn wrap_msg<F: std::ops::FnOnce(&str) -> std::string::String>(&self, _: F) -> Self { loop {} }
pub fn context(self, _: crate::polars_error::ErrString) -> Self { loop {} }
pub fn remove_context(self) -> Self { loop {} }
pub fn with_expr_context(self, _: crate::polars_error::ErrString) -> Self { loop {} }
}
impl std::clone::Clone for crate::polars_error::ErrString {  }
impl std::clone::Clone for crate::polars_error::PolarsError {  }
impl std::convert::AsRef<str> for crate::polars_error::ErrString {  }
impl std::convert::From<crate::polars_error::PolarsError> for std::error::Error {  }
impl std::convert::From<std::error::Error> for crate::polars_error::PolarsError {  }
impl std::error::Error for crate::polars_error::PolarsError {  }
impl std::fmt::Display for crate::polars_error::ErrString {  }
impl std::fmt::Display for crate::polars_error::PolarsError {  }
impl std::ops::Deref for crate::polars_error::ErrString { type Target = str; }
impl<T> crate::polars_error::PolarsContext<T> for crate::polars_error::PolarsResult<T> {  }
impl<T> std::convert::From<T> for crate::polars_error::ErrString where T: std::convert::Into<std::borrow::Cow<'static, str>> {  }
pub enum PolarsError { AssertionError(crate::polars_error::ErrString), ColumnNotFound(crate::polars_error::ErrString), ComputeError(crate::polars_error::ErrString), Duplicate(crate::polars_error::ErrString), InvalidOperation(crate::polars_error::ErrString), IO { error: std::sync::Arc<std::error::Error>, msg: std::option::Option<crate::polars_error::ErrString> }, NoData(crate::polars_error::ErrString), OutOfBounds(crate::polars_error::ErrString), SchemaFieldNotFound(crate::polars_error::ErrString), SchemaMismatch(crate::polars_error::ErrString), ShapeMismatch(crate::polars_error::ErrString), SQLInterface(crate::polars_error::ErrString), SQLSyntax(crate::polars_error::ErrString), StringCacheMismatch(crate::polars_error::ErrString), StructFieldNotFound(crate::polars_error::ErrString), Context { error: std::boxed::Box<crate::polars_error::PolarsError>, msg: crate::polars_error::ErrString }, ExprContext { error: std::boxed::Box<crate::polars_error::PolarsError>, expr: crate::polars_error::ErrString } }
pub fn map_err<E: std::error::Error>(_: E) -> crate::polars_error::PolarsError { loop {} }
pub fn to_compute_err(_: impl std::fmt::Display) -> crate::polars_error::PolarsError { loop {} }
pub struct ErrString(());
pub trait PolarsContext<T> { fn context(self, _: &'static str) -> crate::polars_error::PolarsResult<T>; fn with_context<F>(self, _: F) -> crate::polars_error::PolarsResult<T> where F: std::ops::FnOnce() -> std::string::String; }
pub type PolarsResult<T> = std::result::Result<T, crate::polars_error::PolarsError>;
pub mod abort {
pub enum QueryAborted { KeyboardInterrupt, OocOutOfDisk }
pub fn catch_polars_abort<R, F: std::ops::FnOnce() -> R>(_: F) -> std::result::Result<R, crate::polars_error::abort::QueryAborted> { loop {} }
pub fn polars_abort_ooc_out_of_disk() -> ! { loop {} }
pub fn register_polars_abort_mechanism() { loop {} }
pub fn try_raise_polars_abort() { loop {} }
}
pub mod warning {
pub enum PolarsWarning { Deprecation, UserWarning, CategoricalRemappingWarning, MapWithoutReturnDtypeWarning }
pub fn get_warning_function() -> fn(&str, crate::polars_error::warning::PolarsWarning) { loop {} }
pub fn set_warning_function(_: fn(&str, crate::polars_error::warning::PolarsWarning)) { loop {} }
}
}
pub mod polars_buffer {
impl crate::polars_buffer::storage::SharedStorage<u8> {
pub fn bytes_from_pod_vec<T>(_: std::vec::Vec<T>) -> Self { loop {} }
}
impl<T: std::clone::Clone + std::marker::Copy> std::clone::Clone for crate::polars_buffer::buffer::IntoIter<T> {  }
impl<T: std::clone::Clone> crate::polars_buffer::buffer::Buffer<T> {
pub fn to_vec(self) -> std::vec::Vec<T> { loop {} }
}
impl<T: std::marker::Copy> std::iter::DoubleEndedIterator for crate::polars_buffer::buffer::IntoIter<T> {  }
impl<T: std::marker::Copy> std::iter::ExactSizeIterator for crate::polars_buffer::buffer::IntoIter<T> {  }
impl<T: std::marker::Copy> std::iter::IntoIterator for crate::polars_buffer::buffer::Buffer<T> { type Item = T; type IntoIter = crate::polars_buffer::buffer::IntoIter<T>; }
impl<T: std::marker::Copy> std::iter::Iterator for crate::polars_buffer::buffer::IntoIter<T> { type Item = T; }
impl<T: std::marker::Send + std::marker::Sync> std::marker::Send for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T: std::marker::Send + std::marker::Sync> std::marker::Sync for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T: std::marker::Sync + std::marker::Send> std::marker::Send for crate::polars_buffer::storage::SharedStorage<T> {  }
impl<T: std::marker::Sync + std::marker::Send> std::marker::Sync for crate::polars_buffer::storage::SharedStorage<T> {  }
impl<T> crate::polars_buffer::buffer::Buffer<T> {
pub fn new() -> Self { loop {} }
pub fn from_storage(_: crate::polars_buffer::storage::SharedStorage<T>) -> Self { loop {} }
pub fn from_static(_: &'static [T]) -> Self { loop {} }
pub fn from_vec(_: std::vec::Vec<T>) -> Self { loop {} }
pub fn from_owner<O: std::marker::Send + std::convert::AsRef<[T]> + 'static>(_: O) -> Self { loop {} }
pub fn with_slice<R, F: std::ops::FnOnce(crate::polars_buffer::buffer::Buffer<T>) -> R>(_: &[T], _: F) -> R { loop {} }
pub fn with_vec<R, F: std::ops::FnOnce(crate::polars_buffer::buffer::Buffer<T>) -> R>(_: &mut std::vec::Vec<T>, _: F) -> R { loop {} }
pub fn into_storage(self) -> crate::polars_buffer::storage::SharedStorage<T> { loop {} }
pub fn len(&self) -> usize { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn is_sliced(&self) -> bool { loop {} }
pub fn expand_end_to_storage(self) -> Self { loop {} }
pub fn as_slice(&self) -> &[T] { loop {} }
pub fn sliced<R: std::ops::RangeBounds<usize>>(self, _: R) -> Self { loop {} }
pub fn sliced_unchecked<R: std::ops::RangeBounds<usize>>(self, _: R) -> Self { loop {} }
pub fn slice_in_place<R: std::ops::RangeBounds<usize>>(&mut self, _: R) { loop {} }
pub fn slice_in_place_unchecked<R: std::ops::RangeBounds<usize>>(&mut self, _: R) { loop {} }
pub fn split_at(self, _: usize) -> (Self, Self, ) { loop {} }
pub fn split_off(&mut self, _: usize) -> Self { loop {} }
pub fn storage_ptr(&self) -> *const T { loop {} }
pub fn offset(&self) -> usize { loop {} }
pub fn set_len(&mut self, _: usize) { loop {} }
pub fn get_mut_slice(&mut self) -> std::option::Option<&mut [T]> { loop {} }
pub fn storage_refcount(&self) -> u64 { loop {} }
pub fn is_same_buffer(&self, _: &Self) -> bool { loop {} }
}
impl<T> crate::polars_buffer::buffer::Buffer<T> {
pub fn try_transmute<U>(self) -> std::result::Result<crate::polars_buffer::buffer::Buffer<U>, Self> { loop {} }
}
impl<T> crate::polars_buffer::buffer::Buffer<T> {
pub fn zeroed(_: usize) -> Self { loop {} }
}
impl<T> crate::polars_buffer::storage::SharedStorage<T> {
pub fn empty() -> Self { loop {} }
pub fn from_static(_: &'static [T]) -> Self { loop {} }
pub fn from_slice_unchecked(_: &[T]) -> Self { loop {} }
pub fn with_slice<R, F: std::ops::FnOnce(crate::polars_buffer::storage::SharedStorage<T>) -> R>(_: &[T], _: F) -> R { loop {} }
pub fn with_vec<R, F: std::ops::FnOnce(crate::polars_buffer::storage::SharedStorage<T>) -> R>(_: &mut std::vec::Vec<T>, _: F) -> R { loop {} }
pub fn from_slice_with_owner<O: std::marker::Send + 'static>(_: &[T], _: O) -> Self { loop {} }
pub fn from_owner<O: std::marker::Send + std::convert::AsRef<[T]> + 'static>(_: O) -> Self { loop {} }
pub fn from_vec(_: std::vec::Vec<T>) -> Self { loop {} }
pub fn leak(&mut self) { loop {} }
pub fn transmute_unchecked<U>(self) -> crate::polars_buffer::storage::SharedStorage<U> { loop {} }
}
impl<T> crate::polars_buffer::storage::SharedStorage<T> {
pub fn len(&self) -> usize { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn as_ptr(&self) -> *const T { loop {} }
pub fn is_exclusive(&self) -> bool { loop {} }
pub fn refcount(&self) -> u64 { loop {} }
pub fn try_as_mut_slice(&mut self) -> std::option::Option<&mut [T]> { loop {} }
pub fn try_take_vec(&mut self) -> std::option::Option<std::vec::Vec<T>> { loop {} }
pub fn try_as_mut_vec(&mut self) -> std::option::Option<crate::polars_buffer::storage::SharedStorageAsVecMut<'_, T>> { loop {} }
pub fn try_into_vec(self) -> std::result::Result<std::vec::Vec<T>, Self> { loop {} }
}
impl<T> crate::polars_buffer::storage::SharedStorage<T> {
pub fn try_transmute<U>(self) -> std::result::Result<crate::polars_buffer::storage::SharedStorage<U>, Self> { loop {} }
}
impl<T> std::clone::Clone for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T> std::clone::Clone for crate::polars_buffer::storage::SharedStorage<T> {  }
impl<T> std::convert::AsRef<[T]> for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T> std::convert::From<std::vec::Vec<T>> for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T> std::default::Default for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T> std::default::Default for crate::polars_buffer::storage::SharedStorage<T> {  }
impl<T> std::iter::FromIterator<T> for crate::polars_buffer::buffer::Buffer<T> {  }
impl<T> std::ops::Deref for crate::polars_buffer::buffer::Buffer<T> { type Target = [T]; }
impl<T> std::ops::Deref for crate::polars_buffer::storage::SharedStorage<T> { type Target = [T]; }
impl<T> std::ops::Deref for crate::polars_buffer::storage::SharedStorageAsVecMut<'_, T> { type Target = std::vec::Vec<T>; }
impl<T> std::ops::DerefMut for crate::polars_buffer::storage::SharedStorageAsVecMut<'_, T> {  }
pub use crate::polars_buffer::buffer::Buffer;
pub use crate::polars_buffer::storage::SharedStorage;
pub mod buffer {
pub struct Buffer<T> {  }
pub struct IntoIter<T: std::marker::Copy> {  }
}
pub mod storage {
pub struct SharedStorage<T> {  }
pub struct SharedStorageAsVecMut<'a, T> {  }
}
}
pub mod polars_dtype {
impl crate::polars_dtype::categorical::CategoricalPhysical {
pub fn max_categories(&self) -> usize { loop {} }
pub fn smallest_physical(_: usize) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn as_str(&self) -> &'static str { loop {} }
}
impl crate::polars_dtype::categorical::Categories {
pub fn new(_: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_dtype::categorical::CategoricalPhysical) -> std::sync::Arc<Self> { loop {} }
pub fn global() -> std::sync::Arc<Self> { loop {} }
pub fn is_global(self: &std::sync::Arc<Self>) -> bool { loop {} }
pub fn random(_: crate::polars_utils::pl_str::PlSmallStr, _: crate::polars_dtype::categorical::CategoricalPhysical) -> std::sync::Arc<Self> { loop {} }
pub fn name(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub fn namespace(&self) -> &crate::polars_utils::pl_str::PlSmallStr { loop {} }
pub fn physical(&self) -> crate::polars_dtype::categorical::CategoricalPhysical { loop {} }
pub fn hash(&self) -> u64 { loop {} }
pub fn mapping(&self) -> std::sync::Arc<crate::polars_dtype::categorical::mapping::CategoricalMapping> { loop {} }
pub fn freeze(&self) -> std::sync::Arc<crate::polars_dtype::categorical::FrozenCategories> { loop {} }
}
impl crate::polars_dtype::categorical::FrozenCategories {
pub fn new<'a, I: std::iter::IntoIterator<Item = &'a str>>(_: I) -> crate::polars_error::PolarsResult<std::sync::Arc<Self>> { loop {} }
pub fn physical(&self) -> crate::polars_dtype::categorical::CategoricalPhysical { loop {} }
pub fn mapping(&self) -> &std::sync::Arc<crate::polars_dtype::categorical::mapping::CategoricalMapping> { loop {} }
pub fn hash(&self) -> u64 { loop {} }
}
impl crate::polars_dtype::categorical::catsize::CatNative for u16 {  }
impl crate::polars_dtype::categorical::catsize::CatNative for u32 {  }
impl crate::polars_dtype::categorical::catsize::CatNative for u8 {  }
impl crate::polars_dtype::categorical::mapping::CategoricalMapping {
pub fn with_hasher(_: usize, _: crate::polars_utils::aliases::PlSeedableRandomStateQuality) -> Self { loop {} }
pub fn hasher(&self) -> &crate::polars_utils::aliases::PlSeedableRandomStateQuality { loop {} }
pub fn max_categories(&self) -> usize { loop {} }
pub fn set_max_categories(&mut self, _: usize) { loop {} }
pub fn get_cat(&self, _: &str) -> std::option::Option<crate::polars_dtype::categorical::catsize::CatSize> { loop {} }
pub fn get_cat_with_hash(&self, _: &str, _: u64) -> std::option::Option<crate::polars_dtype::categorical::catsize::CatSize> { loop {} }
pub fn insert_cat(&self, _: &str) -> crate::polars_error::PolarsResult<crate::polars_dtype::categorical::catsize::CatSize> { loop {} }
pub fn insert_cat_with_hash(&self, _: &str, _: u64) -> crate::polars_error::PolarsResult<crate::polars_dtype::categorical::catsize::CatSize> { loop {} }
pub fn cat_to_str(&self, _: crate::polars_dtype::categorical::catsize::CatSize) -> std::option::Option<&str> { loop {} }
pub fn cat_to_str_unchecked(&self, _: crate::polars_dtype::categorical::catsize::CatSize) -> &str { loop {} }
pub fn cat_to_hash(&self, _: crate::polars_dtype::categorical::catsize::CatSize) -> std::option::Option<u64> { loop {} }
pub fn cat_to_hash_unchecked(&self, _: crate::polars_dtype::categorical::catsize::CatSize) -> u64 { loop {} }
pub fn num_cats_upper_bound(&self) -> usize { loop {} }
pub fn len(&mut self) -> usize { loop {} }
pub fn is_empty(&mut self) -> bool { loop {} }
}
impl std::clone::Clone for crate::polars_dtype::categorical::CategoricalPhysical {  }
impl std::marker::Copy for crate::polars_dtype::categorical::CategoricalPhysical {  }
impl std::str::FromStr for crate::polars_dtype::categorical::CategoricalPhysical { type Err = (); }
pub mod categorical {
pub enum CategoricalPhysical { U8, U16, U32 }
pub fn ensure_same_categories(_: &std::sync::Arc<crate::polars_dtype::categorical::Categories>, _: &std::sync::Arc<crate::polars_dtype::categorical::Categories>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn ensure_same_frozen_categories(_: &std::sync::Arc<crate::polars_dtype::categorical::FrozenCategories>, _: &std::sync::Arc<crate::polars_dtype::categorical::FrozenCategories>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub struct Categories {  }
pub struct FrozenCategories {  }
pub use crate::polars_dtype::categorical::catsize::CatNative;
pub use crate::polars_dtype::categorical::catsize::CatSize;
pub use crate::polars_dtype::categorical::mapping::CategoricalMapping;
pub mod catsize {
pub trait CatNative { fn as_cat(&self) -> crate::polars_dtype::categorical::catsize::CatSize; fn from_cat(_: crate::polars_dtype::categorical::catsize::CatSize) -> Self; }
pub type CatSize = u32;
}
pub mod mapping {
pub struct CategoricalMapping {  }
}
}
}
pub mod polars_schema {
impl<'a, Field, Metadata> std::fmt::Display for crate::polars_schema::schema::display::NamesDisplay<'a, Field, Metadata> {  }
impl<'a, Field, Metadata> std::fmt::Display for crate::polars_schema::schema::display::ValuesDisplay<'a, Field, Metadata> {  }
impl<F, Field, Metadata: std::default::Default> std::iter::FromIterator<F> for crate::polars_schema::schema::Schema<Field, Metadata> where F: std::convert::Into<(crate::polars_utils::pl_str::PlSmallStr, Field, )> {  }
impl<F, Field, Metadata> std::iter::Extend<F> for crate::polars_schema::schema::Schema<Field, Metadata> where F: std::convert::Into<(crate::polars_utils::pl_str::PlSmallStr, Field, )> {  }
impl<Field, Metadata: std::default::Default> crate::polars_schema::schema::Schema<Field, Metadata> {
pub fn with_capacity(_: usize) -> Self { loop {} }
pub fn from_iter_check_duplicates<I, F>(_: I) -> crate::polars_error::PolarsResult<Self> where I: std::iter::IntoIterator<Item = F>, F: std::convert::Into<(crate::polars_utils::pl_str::PlSmallStr, Field, )> { loop {} }
pub fn try_from_iter_check_duplicates<I, F, E>(_: I, _: E) -> crate::polars_error::PolarsResult<Self> where I: std::iter::IntoIterator<Item = crate::polars_error::PolarsResult<F>>, F: std::convert::Into<(crate::polars_utils::pl_str::PlSmallStr, Field, )>, E: std::ops::Fn(&str) -> crate::polars_error::PolarsError { loop {} }
}
impl<Field, Metadata: std::default::Default> std::default::Default for crate::polars_schema::schema::Schema<Field, Metadata> {  }
impl<Field, Metadata> crate::polars_schema::schema::Schema<Field, Metadata> where Field: std::clone::Clone, Metadata: std::clone::Clone {
pub fn new_inserting_at_index(&self, _: usize, _: crate::polars_utils::pl_str::PlSmallStr, _: Field) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn merge_from_ref(&mut self, _: &Self) { loop {} }
pub fn try_project<I>(&self, _: I) -> crate::polars_error::PolarsResult<Self> where I: std::iter::IntoIterator, I::Item: std::convert::AsRef<str> { loop {} }
pub fn try_project_with_alias<I, O, C>(&self, _: I) -> crate::polars_error::PolarsResult<Self> where I: std::iter::IntoIterator<Item = (O, C, )>, O: std::convert::AsRef<str>, C: std::convert::AsRef<str> { loop {} }
pub fn try_project_indices(&self, _: &[usize]) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn retain<F>(&mut self, _: F) where F: std::ops::FnMut(&crate::polars_utils::pl_str::PlSmallStr, &Field) -> bool { loop {} }
pub fn retain_mut<F>(&mut self, _: F) where F: std::ops::FnMut(&mut crate::polars_utils::pl_str::PlSmallStr, &mut Field) -> bool { loop {} }
}
impl<Field, Metadata> crate::polars_schema::schema::Schema<Field, Metadata> {
pub fn names_display(&self) -> impl std::fmt::Display + '_ { loop {} }
}
impl<Field, Metadata> crate::polars_schema::schema::Schema<Field, Metadata> {
pub fn reserve(&mut self, _: usize) { loop {} }
pub fn len(&self) -> usize { loop {} }
pub fn is_empty(&self) -> bool { loop {} }
pub fn metadata(&self) -> &Metadata { loop {} }
pub fn metadata_mut(&mut self) -> &mut Metadata { loop {} }
pub fn rename(&mut self, _: &str, _: crate::polars_utils::pl_str::PlSmallStr) -> std::option::Option<crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn insert(&mut self, _: crate::polars_utils::pl_str::PlSmallStr, _: Field) -> std::option::Option<Field> { loop {} }
pub fn insert_at_index(&mut self, _: usize, _: crate::polars_utils::pl_str::PlSmallStr, _: Field) -> crate::polars_error::PolarsResult<std::option::Option<Field>> { loop {} }
pub fn get(&self, _: &str) -> std::option::Option<&Field> { loop {} }
pub fn get_mut(&mut self, _: &str) -> std::option::Option<&mut Field> { loop {} }
pub fn try_get(&self, _: &str) -> crate::polars_error::PolarsResult<&Field> { loop {} }
pub fn try_get_mut(&mut self, _: &str) -> crate::polars_error::PolarsResult<&mut Field> { loop {} }
pub fn get_full(&self, _: &str) -> std::option::Option<(usize, &crate::polars_utils::pl_str::PlSmallStr, &Field, )> { loop {} }
pub fn try_get_full(&self, _: &str) -> crate::polars_error::PolarsResult<(usize, &crate::polars_utils::pl_str::PlSmallStr, &Field, )> { loop {} }
pub fn get_at_index(&self, _: usize) -> std::option::Option<(&crate::polars_utils::pl_str::PlSmallStr, &Field, )> { loop {} }
pub fn try_get_at_index(&self, _: usize) -> crate::polars_error::PolarsResult<(&crate::polars_utils::pl_str::PlSmallStr, &Field, )> { loop {} }
pub fn get_at_index_mut(&mut self, _: usize) -> std::option::Option<(&mut crate::polars_utils::pl_str::PlSmallStr, &mut Field, )> { loop {} }
pub fn remove(&mut self, _: &str) -> std::option::Option<Field> { loop {} }
pub fn shift_remove(&mut self, _: &str) -> std::option::Option<Field> { loop {} }
pub fn shift_remove_index(&mut self, _: usize) -> std::option::Option<(crate::polars_utils::pl_str::PlSmallStr, Field, )> { loop {} }
pub fn contains(&self, _: &str) -> bool { loop {} }
pub fn set_dtype(&mut self, _: &str, _: Field) -> std::option::Option<Field> { loop {} }
pub fn set_dtype_at_index(&mut self, _: usize, _: Field) -> std::option::Option<Field> { loop {} }
pub fn with_column(&mut self, _: crate::polars_utils::pl_str::PlSmallStr, _: Field) -> std::option::Option<Field> { loop {} }
pub fn try_insert(&mut self, _: crate::polars_utils::pl_str::PlSmallStr, _: Field) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn hstack_mut(&mut self, _: impl std::iter::IntoIterator<Item = impl std::convert::Into<(crate::polars_utils::pl_str::PlSmallStr, Field, )>>) -> crate::polars_error::PolarsResult<()> { loop {} }
pub fn hstack(self, _: impl std::iter::IntoIterator<Item = impl std::convert::Into<(crate::polars_utils::pl_str::PlSmallStr, Field, )>>) -> crate::polars_error::PolarsResult<Self> { loop {} }
pub fn sort_by_key<T, F>(&mut self, _: F) where F: std::ops::FnMut(&crate::polars_utils::pl_str::PlSmallStr, &Field) -> T { loop {} }
pub fn merge(&mut self, _: Self) { loop {} }
pub fn iter(&self) -> impl std::iter::ExactSizeIterator<Item = (&crate::polars_utils::pl_str::PlSmallStr, &Field, )> + '_ { loop {} }
pub fn iter_mut(&mut self) -> impl std::iter::ExactSizeIterator<Item = (&crate::polars_utils::pl_str::PlSmallStr, &mut Field, )> + '_ { loop {} }
pub fn iter_names(&self) -> impl '_ + std::iter::ExactSizeIterator<Item = &crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn iter_names_cloned(&self) -> impl '_ + std::iter::ExactSizeIterator<Item = crate::polars_utils::pl_str::PlSmallStr> { loop {} }
pub fn iter_values(&self) -> impl '_ + std::iter::ExactSizeIterator<Item = &Field> { loop {} }
pub fn into_iter_values(self) -> impl std::iter::ExactSizeIterator<Item = Field> { loop {} }
pub fn iter_values_mut(&mut self) -> impl '_ + std::iter::ExactSizeIterator<Item = &mut Field> { loop {} }
pub fn index_of(&self, _: &str) -> std::option::Option<usize> { loop {} }
pub fn try_index_of(&self, _: &str) -> crate::polars_error::PolarsResult<usize> { loop {} }
pub fn column_not_found_err(&self, _: &str) -> crate::polars_error::PolarsError { loop {} }
pub fn field_compare<'a, 'b>(self: &'a Self, _: &'b Self, _: &mut std::vec::Vec<(usize, (&'a crate::polars_utils::pl_str::PlSmallStr, &'a Field, ), )>, _: &mut std::vec::Vec<(usize, (&'b crate::polars_utils::pl_str::PlSmallStr, &'b Field, ), )>) { loop {} }
}
impl<Field, Metadata> crate::polars_schema::schema::Schema<Field, Metadata> {
pub fn values_display(&self) -> impl std::fmt::Display + '_ { loop {} }
}
impl<Field: std::clone::Clone, Metadata: std::clone::Clone> std::clone::Clone for crate::polars_schema::schema::Schema<Field, Metadata> {  }
pub use crate::polars_schema::schema::Schema;
pub mod schema {
pub struct Schema<Field, Metadata> {  }
pub use crate::polars_schema::schema::display::NamesDisplay;
pub use crate::polars_schema::schema::display::ValuesDisplay;
pub mod display {
pub struct NamesDisplay<'a, Field, Metadata>(());
pub struct ValuesDisplay<'a, Field, Metadata>(());
}
}
}
