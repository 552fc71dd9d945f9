//! The signatures of image, for rust-analyzer alone: written by signatures.py.
impl crate::color::ColorType {
pub fn bytes_per_pixel(self) -> u8 { loop {} }
pub fn has_alpha(self) -> bool { loop {} }
pub fn has_color(self) -> bool { loop {} }
pub fn bits_per_pixel(self) -> u16 { loop {} }
pub fn channel_count(self) -> u8 { loop {} }
}
impl crate::color::ExtendedColorType {
pub fn channel_count(self) -> u8 { loop {} }
pub fn bits_per_pixel(&self) -> u16 { loop {} }
pub fn color_type(&self) -> std::option::Option<crate::color::ColorType> { loop {} }
}
impl crate::error::DecodingError {
pub fn new(_: crate::error::ImageFormatHint, _: impl std::convert::Into<std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>>) -> Self { loop {} }
pub fn from_format_hint(_: crate::error::ImageFormatHint) -> Self { loop {} }
pub fn format_hint(&self) -> crate::error::ImageFormatHint { loop {} }
}
impl crate::error::EncodingError {
pub fn new(_: crate::error::ImageFormatHint, _: impl std::convert::Into<std::boxed::Box<dyn std::error::Error + std::marker::Send + std::marker::Sync>>) -> Self { loop {} }
pub fn from_format_hint(_: crate::error::ImageFormatHint) -> Self { loop {} }
pub fn format_hint(&self) -> crate::error::ImageFormatHint { loop {} }
}
impl crate::error::LimitError {
pub fn from_kind(_: crate::error::LimitErrorKind) -> Self { loop {} }
pub fn kind(&self) -> crate::error::LimitErrorKind { loop {} }
}
impl crate::error::ParameterError {
pub fn from_kind(_: crate::error::ParameterErrorKind) -> Self { loop {} }
pub fn kind(&self) -> crate::error::ParameterErrorKind { loop {} }
}
impl crate::error::UnsupportedError {
pub fn from_format_and_kind(_: crate::error::ImageFormatHint, _: crate::error::UnsupportedErrorKind) -> Self { loop {} }
pub fn kind(&self) -> crate::error::UnsupportedErrorKind { loop {} }
pub fn format_hint(&self) -> crate::error::ImageFormatHint { loop {} }
}
impl crate::imageops::colorops::ColorMap for crate::imageops::colorops::BiLevel { type Color = crate::color::Luma<u8>; }
impl crate::imageops::sample::GaussianBlurParameters {
pub const SMOOTHING_3: crate::imageops::sample::GaussianBlurParameters = loop {};
pub const SMOOTHING_5: crate::imageops::sample::GaussianBlurParameters = loop {};
pub const SMOOTHING_7: crate::imageops::sample::GaussianBlurParameters = loop {};
pub fn new_from_radius(_: f32) -> crate::imageops::sample::GaussianBlurParameters { loop {} }
pub fn new_from_kernel_size(_: f32) -> crate::imageops::sample::GaussianBlurParameters { loop {} }
pub fn new_anisotropic_kernel_size(_: f32, _: f32) -> crate::imageops::sample::GaussianBlurParameters { loop {} }
pub fn new_from_sigma(_: f32) -> crate::imageops::sample::GaussianBlurParameters { loop {} }
}
impl crate::images::buffer::ImageBuffer<crate::color::Luma<u8>, std::vec::Vec<u8>> {
pub fn expand_palette(self, _: &[(u8, u8, u8, )], _: std::option::Option<u8>) -> crate::images::buffer::RgbaImage { loop {} }
}
impl crate::images::dynimage::DynamicImage {
pub fn new(_: u32, _: u32, _: crate::color::ColorType) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_luma8(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_luma_a8(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_rgb8(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_rgba8(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_luma16(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_luma_a16(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_rgb16(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_rgba16(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_rgb32f(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn new_rgba32f(_: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn from_decoder(_: impl crate::io::decoder::ImageDecoder) -> crate::error::ImageResult<Self> { loop {} }
pub fn to<T: crate::traits::Pixel + crate::color::FromColor<crate::color::Rgb<u8>> + crate::color::FromColor<crate::color::Rgb<f32>> + crate::color::FromColor<crate::color::Rgba<u8>> + crate::color::FromColor<crate::color::Rgba<u16>> + crate::color::FromColor<crate::color::Rgba<f32>> + crate::color::FromColor<crate::color::Rgb<u16>> + crate::color::FromColor<crate::color::Luma<u8>> + crate::color::FromColor<crate::color::Luma<u16>> + crate::color::FromColor<crate::color::LumaA<u16>> + crate::color::FromColor<crate::color::LumaA<u8>>>(&self) -> crate::images::buffer::ImageBuffer<T, std::vec::Vec<T::Subpixel>> { loop {} }
pub fn to_rgb8(&self) -> crate::images::buffer::RgbImage { loop {} }
pub fn to_rgb16(&self) -> crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>> { loop {} }
pub fn to_rgb32f(&self) -> crate::images::buffer::Rgb32FImage { loop {} }
pub fn to_rgba8(&self) -> crate::images::buffer::RgbaImage { loop {} }
pub fn to_rgba16(&self) -> crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>> { loop {} }
pub fn to_rgba32f(&self) -> crate::images::buffer::Rgba32FImage { loop {} }
pub fn to_luma8(&self) -> crate::images::buffer::GrayImage { loop {} }
pub fn to_luma16(&self) -> crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>> { loop {} }
pub fn to_luma32f(&self) -> crate::images::buffer::ImageBuffer<crate::color::Luma<f32>, std::vec::Vec<f32>> { loop {} }
pub fn to_luma_alpha8(&self) -> crate::images::buffer::GrayAlphaImage { loop {} }
pub fn to_luma_alpha16(&self) -> crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>> { loop {} }
pub fn to_luma_alpha32f(&self) -> crate::images::buffer::ImageBuffer<crate::color::LumaA<f32>, std::vec::Vec<f32>> { loop {} }
pub fn into_rgb8(self) -> crate::images::buffer::RgbImage { loop {} }
pub fn into_rgb16(self) -> crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>> { loop {} }
pub fn into_rgb32f(self) -> crate::images::buffer::Rgb32FImage { loop {} }
pub fn into_rgba8(self) -> crate::images::buffer::RgbaImage { loop {} }
pub fn into_rgba16(self) -> crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>> { loop {} }
pub fn into_rgba32f(self) -> crate::images::buffer::Rgba32FImage { loop {} }
pub fn into_luma8(self) -> crate::images::buffer::GrayImage { loop {} }
pub fn into_luma16(self) -> crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>> { loop {} }
pub fn into_luma_alpha8(self) -> crate::images::buffer::GrayAlphaImage { loop {} }
pub fn into_luma_alpha16(self) -> crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>> { loop {} }
pub fn crop(&mut self, _: u32, _: u32, _: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn crop_imm(&self, _: u32, _: u32, _: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn as_rgb8(&self) -> std::option::Option<&crate::images::buffer::RgbImage> { loop {} }
pub fn as_mut_rgb8(&mut self) -> std::option::Option<&mut crate::images::buffer::RgbImage> { loop {} }
pub fn as_rgba8(&self) -> std::option::Option<&crate::images::buffer::RgbaImage> { loop {} }
pub fn as_mut_rgba8(&mut self) -> std::option::Option<&mut crate::images::buffer::RgbaImage> { loop {} }
pub fn as_luma8(&self) -> std::option::Option<&crate::images::buffer::GrayImage> { loop {} }
pub fn as_mut_luma8(&mut self) -> std::option::Option<&mut crate::images::buffer::GrayImage> { loop {} }
pub fn as_luma_alpha8(&self) -> std::option::Option<&crate::images::buffer::GrayAlphaImage> { loop {} }
pub fn as_mut_luma_alpha8(&mut self) -> std::option::Option<&mut crate::images::buffer::GrayAlphaImage> { loop {} }
pub fn as_rgb16(&self) -> std::option::Option<&crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_mut_rgb16(&mut self) -> std::option::Option<&mut crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_rgba16(&self) -> std::option::Option<&crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_mut_rgba16(&mut self) -> std::option::Option<&mut crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_rgb32f(&self) -> std::option::Option<&crate::images::buffer::Rgb32FImage> { loop {} }
pub fn as_mut_rgb32f(&mut self) -> std::option::Option<&mut crate::images::buffer::Rgb32FImage> { loop {} }
pub fn as_rgba32f(&self) -> std::option::Option<&crate::images::buffer::Rgba32FImage> { loop {} }
pub fn as_mut_rgba32f(&mut self) -> std::option::Option<&mut crate::images::buffer::Rgba32FImage> { loop {} }
pub fn as_luma16(&self) -> std::option::Option<&crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_mut_luma16(&mut self) -> std::option::Option<&mut crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_luma_alpha16(&self) -> std::option::Option<&crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_mut_luma_alpha16(&mut self) -> std::option::Option<&mut crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>>> { loop {} }
pub fn as_flat_samples_u8(&self) -> std::option::Option<crate::images::flat::FlatSamples<&[u8]>> { loop {} }
pub fn as_flat_samples_u16(&self) -> std::option::Option<crate::images::flat::FlatSamples<&[u16]>> { loop {} }
pub fn as_flat_samples_f32(&self) -> std::option::Option<crate::images::flat::FlatSamples<&[f32]>> { loop {} }
pub fn as_bytes(&self) -> &[u8] { loop {} }
pub fn into_bytes(self) -> std::vec::Vec<u8> { loop {} }
pub fn color(&self) -> crate::color::ColorType { loop {} }
pub fn width(&self) -> u32 { loop {} }
pub fn height(&self) -> u32 { loop {} }
pub fn has_alpha(&self) -> bool { loop {} }
pub fn grayscale(&self) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn invert(&mut self) { loop {} }
pub fn resize(&self, _: u32, _: u32, _: crate::imageops::sample::FilterType) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn resize_exact(&self, _: u32, _: u32, _: crate::imageops::sample::FilterType) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn thumbnail(&self, _: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn thumbnail_exact(&self, _: u32, _: u32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn resize_to_fill(&self, _: u32, _: u32, _: crate::imageops::sample::FilterType) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn blur(&self, _: f32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn blur_advanced(&self, _: crate::imageops::sample::GaussianBlurParameters) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn fast_blur(&self, _: f32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn unsharpen(&self, _: f32, _: i32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn filter3x3(&self, _: &[f32]) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn adjust_contrast(&self, _: f32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn brighten(&self, _: i32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn huerotate(&self, _: i32) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn flipv(&self) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn fliph(&self) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn rotate90(&self) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn rotate180(&self) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn rotate270(&self) -> crate::images::dynimage::DynamicImage { loop {} }
pub fn copy_from_color_space(&mut self, _: &crate::images::dynimage::DynamicImage, _: crate::images::buffer::ConvertColorOptions) -> crate::error::ImageResult<()> { loop {} }
pub fn write_to<W: std::io::Write + std::io::Seek>(&self, _: W, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<()> { loop {} }
pub fn write_with_encoder(&self, _: impl crate::io::encoder::ImageEncoder) -> crate::error::ImageResult<()> { loop {} }
pub fn save<Q>(&self, _: Q) -> crate::error::ImageResult<()> where Q: std::convert::AsRef<std::path::Path> { loop {} }
pub fn save_with_format<Q>(&self, _: Q, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<()> where Q: std::convert::AsRef<std::path::Path> { loop {} }
}
impl crate::images::flat::SampleLayout {
pub fn row_major_packed(_: u8, _: u32, _: u32) -> Self { loop {} }
pub fn column_major_packed(_: u8, _: u32, _: u32) -> Self { loop {} }
pub fn strides_cwh(&self) -> (usize, usize, usize, ) { loop {} }
pub fn extents(&self) -> (usize, usize, usize, ) { loop {} }
pub fn bounds(&self) -> (u8, u32, u32, ) { loop {} }
pub fn min_length(&self) -> std::option::Option<usize> { loop {} }
pub fn fits(&self, _: usize) -> bool { loop {} }
pub fn has_aliased_samples(&self) -> bool { loop {} }
pub fn is_normal(&self, _: crate::images::flat::NormalForm) -> bool { loop {} }
pub fn in_bounds(&self, _: u8, _: u32, _: u32) -> bool { loop {} }
pub fn index(&self, _: u8, _: u32, _: u32) -> std::option::Option<usize> { loop {} }
pub fn index_ignoring_bounds(&self, _: usize, _: usize, _: usize) -> std::option::Option<usize> { loop {} }
pub fn in_bounds_index(&self, _: u8, _: u32, _: u32) -> usize { loop {} }
pub fn shrink_to(&mut self, _: u8, _: u32, _: u32) { loop {} }
}
impl crate::images::generic_image::GenericImage for crate::images::dynimage::DynamicImage {  }
impl crate::images::generic_image::GenericImageView for crate::images::dynimage::DynamicImage { type Pixel = crate::color::Rgba<u8>; }
impl crate::io::format::ImageFormat {
pub fn from_extension<S>(_: S) -> std::option::Option<Self> { loop {} }
pub fn from_path<P>(_: P) -> crate::error::ImageResult<Self> where P: std::convert::AsRef<std::path::Path> { loop {} }
pub fn from_mime_type<M>(_: M) -> std::option::Option<Self> where M: std::convert::AsRef<str> { loop {} }
pub fn to_mime_type(&self) -> &'static str { loop {} }
pub fn can_read(&self) -> bool { loop {} }
pub fn can_write(&self) -> bool { loop {} }
pub fn extensions_str(self) -> &'static [&'static str] { loop {} }
pub fn reading_enabled(&self) -> bool { loop {} }
pub fn writing_enabled(&self) -> bool { loop {} }
pub fn all() -> impl std::iter::Iterator<Item = crate::io::format::ImageFormat> { loop {} }
}
impl crate::io::image_reader_type::ImageReader<std::io::BufReader<std::fs::File>> {
pub fn open<P>(_: P) -> std::result::Result<Self> where P: std::convert::AsRef<std::path::Path> { loop {} }
}
impl crate::io::limits::Limits {
pub fn no_limits() -> crate::io::limits::Limits { loop {} }
pub fn check_support(&self, _: &crate::io::limits::LimitSupport) -> crate::error::ImageResult<()> { loop {} }
pub fn check_dimensions(&self, _: u32, _: u32) -> crate::error::ImageResult<()> { loop {} }
pub fn reserve(&mut self, _: u64) -> crate::error::ImageResult<()> { loop {} }
pub fn reserve_usize(&mut self, _: usize) -> crate::error::ImageResult<()> { loop {} }
pub fn reserve_buffer(&mut self, _: u32, _: u32, _: crate::color::ColorType) -> crate::error::ImageResult<()> { loop {} }
pub fn free(&mut self, _: u64) { loop {} }
pub fn free_usize(&mut self, _: usize) { loop {} }
}
impl crate::traits::EncodableLayout for [f32] {  }
impl crate::traits::EncodableLayout for [u16] {  }
impl crate::traits::EncodableLayout for [u8] {  }
impl crate::traits::PixelWithColorType for crate::color::Luma<u16> {  }
impl crate::traits::PixelWithColorType for crate::color::Luma<u8> {  }
impl crate::traits::PixelWithColorType for crate::color::LumaA<u16> {  }
impl crate::traits::PixelWithColorType for crate::color::LumaA<u8> {  }
impl crate::traits::PixelWithColorType for crate::color::Rgb<f32> {  }
impl crate::traits::PixelWithColorType for crate::color::Rgb<u16> {  }
impl crate::traits::PixelWithColorType for crate::color::Rgb<u8> {  }
impl crate::traits::PixelWithColorType for crate::color::Rgba<f32> {  }
impl crate::traits::PixelWithColorType for crate::color::Rgba<u16> {  }
impl crate::traits::PixelWithColorType for crate::color::Rgba<u8> {  }
impl crate::traits::Primitive for f32 {  }
impl crate::traits::Primitive for f64 {  }
impl crate::traits::Primitive for i16 {  }
impl crate::traits::Primitive for i32 {  }
impl crate::traits::Primitive for i64 {  }
impl crate::traits::Primitive for i8 {  }
impl crate::traits::Primitive for isize {  }
impl crate::traits::Primitive for u16 {  }
impl crate::traits::Primitive for u32 {  }
impl crate::traits::Primitive for u64 {  }
impl crate::traits::Primitive for u8 {  }
impl crate::traits::Primitive for usize {  }
impl std::clone::Clone for crate::color::ColorType {  }
impl std::clone::Clone for crate::color::ExtendedColorType {  }
impl std::clone::Clone for crate::error::ImageFormatHint {  }
impl std::clone::Clone for crate::error::LimitErrorKind {  }
impl std::clone::Clone for crate::error::ParameterErrorKind {  }
impl std::clone::Clone for crate::error::TryFromExtendedColorError {  }
impl std::clone::Clone for crate::error::UnsupportedErrorKind {  }
impl std::clone::Clone for crate::imageops::colorops::BiLevel {  }
impl std::clone::Clone for crate::imageops::sample::FilterType {  }
impl std::clone::Clone for crate::imageops::sample::GaussianBlurParameters {  }
impl std::clone::Clone for crate::images::dynimage::DynamicImage {  }
impl std::clone::Clone for crate::images::flat::Error {  }
impl std::clone::Clone for crate::images::flat::NormalForm {  }
impl std::clone::Clone for crate::images::flat::SampleLayout {  }
impl std::clone::Clone for crate::io::format::ImageFormat {  }
impl std::clone::Clone for crate::io::limits::LimitSupport {  }
impl std::clone::Clone for crate::io::limits::Limits {  }
impl std::convert::From<&std::path::Path> for crate::error::ImageFormatHint {  }
impl std::convert::From<crate::color::ColorType> for crate::color::ExtendedColorType {  }
impl std::convert::From<crate::error::ImageFormatHint> for crate::error::UnsupportedError {  }
impl std::convert::From<crate::error::LimitErrorKind> for crate::error::LimitError {  }
impl std::convert::From<crate::error::TryFromExtendedColorError> for crate::error::ImageError {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Luma<f32>, std::vec::Vec<f32>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Luma<u8>, std::vec::Vec<u8>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::LumaA<f32>, std::vec::Vec<f32>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::LumaA<u8>, std::vec::Vec<u8>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Rgb<f32>, std::vec::Vec<f32>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Rgb<u8>, std::vec::Vec<u8>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Rgba<f32>, std::vec::Vec<f32>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::buffer::ImageBuffer<crate::color::Rgba<u8>, std::vec::Vec<u8>>> for crate::images::dynimage::DynamicImage {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::GrayAlphaImage {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::GrayImage {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>> {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>> {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>> {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>> {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::RgbImage {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::Rgba32FImage {  }
impl std::convert::From<crate::images::dynimage::DynamicImage> for crate::images::buffer::RgbaImage {  }
impl std::convert::From<crate::images::flat::Error> for crate::error::ImageError {  }
impl std::convert::From<crate::io::format::ImageFormat> for crate::error::ImageFormatHint {  }
impl std::convert::From<std::error::Error> for crate::error::ImageError {  }
impl std::convert::TryFrom<crate::color::ExtendedColorType> for crate::color::ColorType { type Error = crate::error::TryFromExtendedColorError; }
impl std::default::Default for crate::images::buffer::ConvertColorOptions {  }
impl std::default::Default for crate::images::dynimage::DynamicImage {  }
impl std::default::Default for crate::io::limits::LimitSupport {  }
impl std::default::Default for crate::io::limits::Limits {  }
impl std::error::Error for crate::error::DecodingError {  }
impl std::error::Error for crate::error::EncodingError {  }
impl std::error::Error for crate::error::ImageError {  }
impl std::error::Error for crate::error::LimitError {  }
impl std::error::Error for crate::error::ParameterError {  }
impl std::error::Error for crate::error::TryFromExtendedColorError {  }
impl std::error::Error for crate::error::UnsupportedError {  }
impl std::error::Error for crate::images::flat::Error {  }
impl std::fmt::Display for crate::error::DecodingError {  }
impl std::fmt::Display for crate::error::EncodingError {  }
impl std::fmt::Display for crate::error::ImageError {  }
impl std::fmt::Display for crate::error::ImageFormatHint {  }
impl std::fmt::Display for crate::error::LimitError {  }
impl std::fmt::Display for crate::error::ParameterError {  }
impl std::fmt::Display for crate::error::TryFromExtendedColorError {  }
impl std::fmt::Display for crate::error::UnsupportedError {  }
impl std::fmt::Display for crate::images::flat::Error {  }
impl std::marker::Copy for crate::color::ColorType {  }
impl std::marker::Copy for crate::color::ExtendedColorType {  }
impl std::marker::Copy for crate::imageops::colorops::BiLevel {  }
impl std::marker::Copy for crate::imageops::sample::FilterType {  }
impl std::marker::Copy for crate::imageops::sample::GaussianBlurParameters {  }
impl std::marker::Copy for crate::images::flat::Error {  }
impl std::marker::Copy for crate::images::flat::NormalForm {  }
impl std::marker::Copy for crate::images::flat::SampleLayout {  }
impl std::marker::Copy for crate::io::format::ImageFormat {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::DoubleEndedIterator for crate::images::buffer::Pixels<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::DoubleEndedIterator for crate::images::buffer::PixelsMut<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::DoubleEndedIterator for crate::images::buffer::Rows<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::DoubleEndedIterator for crate::images::buffer::RowsMut<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::EnumeratePixels<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::EnumeratePixelsMut<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::EnumerateRows<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::EnumerateRowsMut<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::Pixels<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::PixelsMut<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::Rows<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::ExactSizeIterator for crate::images::buffer::RowsMut<'a, P> where P::Subpixel: 'a {  }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::EnumeratePixels<'a, P> where P::Subpixel: 'a { type Item = (u32, u32, &'a P, ); }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::EnumeratePixelsMut<'a, P> where P::Subpixel: 'a { type Item = (u32, u32, &'a mut P, ); }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::EnumerateRows<'a, P> where P::Subpixel: 'a { type Item = (u32, crate::images::buffer::EnumeratePixels<'a, P>, ); }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::EnumerateRowsMut<'a, P> where P::Subpixel: 'a { type Item = (u32, crate::images::buffer::EnumeratePixelsMut<'a, P>, ); }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::Pixels<'a, P> where P::Subpixel: 'a { type Item = &'a P; }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::PixelsMut<'a, P> where P::Subpixel: 'a { type Item = &'a mut P; }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::Rows<'a, P> where P::Subpixel: 'a { type Item = crate::images::buffer::Pixels<'a, P>; }
impl<'a, P: crate::traits::Pixel + 'a> std::iter::Iterator for crate::images::buffer::RowsMut<'a, P> where P::Subpixel: 'a { type Item = crate::images::buffer::PixelsMut<'a, P>; }
impl<'a, R: 'a + std::io::BufRead + std::io::Seek> crate::io::image_reader_type::ImageReader<R> {
pub fn new(_: R) -> Self { loop {} }
pub fn with_format(_: R, _: crate::io::format::ImageFormat) -> Self { loop {} }
pub fn format(&self) -> std::option::Option<crate::io::format::ImageFormat> { loop {} }
pub fn set_format(&mut self, _: crate::io::format::ImageFormat) { loop {} }
pub fn clear_format(&mut self) { loop {} }
pub fn no_limits(&mut self) { loop {} }
pub fn limits(&mut self, _: crate::io::limits::Limits) { loop {} }
pub fn into_inner(self) -> R { loop {} }
pub fn into_decoder(self) -> crate::error::ImageResult<impl crate::io::decoder::ImageDecoder + 'a> { loop {} }
pub fn with_guessed_format(self) -> std::result::Result<Self> { loop {} }
pub fn into_dimensions(self) -> crate::error::ImageResult<(u32, u32, )> { loop {} }
pub fn decode(self) -> crate::error::ImageResult<crate::images::dynimage::DynamicImage> { loop {} }
}
impl<'buf, Subpixel> crate::images::flat::FlatSamples<&'buf [Subpixel]> {
pub fn with_monocolor<P>(_: &'buf P, _: u32, _: u32) -> Self where P: crate::traits::Pixel<Subpixel = Subpixel>, Subpixel: crate::traits::Primitive { loop {} }
}
impl<Buffer, P: crate::traits::Pixel> crate::images::flat::View<Buffer, P> where Buffer: std::convert::AsRef<[P::Subpixel]> {
pub fn into_inner(self) -> crate::images::flat::FlatSamples<Buffer> { loop {} }
pub fn flat(&self) -> &crate::images::flat::FlatSamples<Buffer> { loop {} }
pub fn samples(&self) -> &Buffer { loop {} }
pub fn get_sample(&self, _: u8, _: u32, _: u32) -> std::option::Option<&P::Subpixel> { loop {} }
pub fn get_mut_sample(&mut self, _: u8, _: u32, _: u32) -> std::option::Option<&mut P::Subpixel> where Buffer: std::convert::AsMut<[P::Subpixel]> { loop {} }
pub fn min_length(&self) -> usize { loop {} }
pub fn image_slice(&self) -> &[P::Subpixel] { loop {} }
pub fn image_mut_slice(&mut self) -> &mut [P::Subpixel] where Buffer: std::convert::AsMut<[P::Subpixel]> { loop {} }
pub fn shrink_to(&mut self, _: u32, _: u32) { loop {} }
pub fn try_upgrade(self) -> std::result::Result<crate::images::flat::ViewMut<Buffer, P>, (crate::images::flat::Error, Self, )> where Buffer: std::convert::AsMut<[P::Subpixel]> { loop {} }
}
impl<Buffer, P: crate::traits::Pixel> crate::images::flat::ViewMut<Buffer, P> where Buffer: std::convert::AsMut<[P::Subpixel]> {
pub fn into_inner(self) -> crate::images::flat::FlatSamples<Buffer> { loop {} }
pub fn flat(&self) -> &crate::images::flat::FlatSamples<Buffer> { loop {} }
pub fn samples(&self) -> &Buffer { loop {} }
pub fn min_length(&self) -> usize { loop {} }
pub fn get_sample(&self, _: u8, _: u32, _: u32) -> std::option::Option<&P::Subpixel> where Buffer: std::convert::AsRef<[P::Subpixel]> { loop {} }
pub fn get_mut_sample(&mut self, _: u8, _: u32, _: u32) -> std::option::Option<&mut P::Subpixel> { loop {} }
pub fn image_slice(&self) -> &[P::Subpixel] where Buffer: std::convert::AsRef<[P::Subpixel]> { loop {} }
pub fn image_mut_slice(&mut self) -> &mut [P::Subpixel] { loop {} }
pub fn shrink_to(&mut self, _: u32, _: u32) { loop {} }
}
impl<Buffer, P: crate::traits::Pixel> crate::images::generic_image::GenericImage for crate::images::flat::ViewMut<Buffer, P> where Buffer: std::convert::AsMut<[P::Subpixel]> + std::convert::AsRef<[P::Subpixel]> {  }
impl<Buffer, P: crate::traits::Pixel> crate::images::generic_image::GenericImageView for crate::images::flat::View<Buffer, P> where Buffer: std::convert::AsRef<[P::Subpixel]> { type Pixel = P; }
impl<Buffer, P: crate::traits::Pixel> crate::images::generic_image::GenericImageView for crate::images::flat::ViewMut<Buffer, P> where Buffer: std::convert::AsMut<[P::Subpixel]> + std::convert::AsRef<[P::Subpixel]> { type Pixel = P; }
impl<Buffer, P: std::clone::Clone + crate::traits::Pixel> std::clone::Clone for crate::images::flat::View<Buffer, P> where Buffer: std::convert::AsRef<[P::Subpixel]> + std::clone::Clone {  }
impl<Buffer, P: std::clone::Clone + crate::traits::Pixel> std::clone::Clone for crate::images::flat::ViewMut<Buffer, P> where Buffer: std::convert::AsMut<[P::Subpixel]> + std::clone::Clone {  }
impl<Buffer: std::clone::Clone> std::clone::Clone for crate::images::flat::FlatSamples<Buffer> {  }
impl<Buffer> crate::images::flat::FlatSamples<Buffer> {
pub fn strides_cwh(&self) -> (usize, usize, usize, ) { loop {} }
pub fn extents(&self) -> (usize, usize, usize, ) { loop {} }
pub fn bounds(&self) -> (u8, u32, u32, ) { loop {} }
pub fn as_ref<T>(&self) -> crate::images::flat::FlatSamples<&[T]> where Buffer: std::convert::AsRef<[T]> { loop {} }
pub fn as_mut<T>(&mut self) -> crate::images::flat::FlatSamples<&mut [T]> where Buffer: std::convert::AsMut<[T]> { loop {} }
pub fn to_vec<T>(&self) -> crate::images::flat::FlatSamples<std::vec::Vec<T>> where T: std::clone::Clone, Buffer: std::convert::AsRef<[T]> { loop {} }
pub fn get_sample<T>(&self, _: u8, _: u32, _: u32) -> std::option::Option<&T> where Buffer: std::convert::AsRef<[T]> { loop {} }
pub fn get_mut_sample<T>(&mut self, _: u8, _: u32, _: u32) -> std::option::Option<&mut T> where Buffer: std::convert::AsMut<[T]> { loop {} }
pub fn as_view<P>(&self) -> std::result::Result<crate::images::flat::View<&[P::Subpixel], P>, crate::images::flat::Error> where P: crate::traits::Pixel, Buffer: std::convert::AsRef<[P::Subpixel]> { loop {} }
pub fn as_view_with_mut_samples<P>(&mut self) -> std::result::Result<crate::images::flat::View<&mut [P::Subpixel], P>, crate::images::flat::Error> where P: crate::traits::Pixel, Buffer: std::convert::AsMut<[P::Subpixel]> { loop {} }
pub fn as_view_mut<P>(&mut self) -> std::result::Result<crate::images::flat::ViewMut<&mut [P::Subpixel], P>, crate::images::flat::Error> where P: crate::traits::Pixel, Buffer: std::convert::AsMut<[P::Subpixel]> { loop {} }
pub fn as_slice<T>(&self) -> &[T] where Buffer: std::convert::AsRef<[T]> { loop {} }
pub fn as_mut_slice<T>(&mut self) -> &mut [T] where Buffer: std::convert::AsMut<[T]> { loop {} }
pub fn image_slice<T>(&self) -> std::option::Option<&[T]> where Buffer: std::convert::AsRef<[T]> { loop {} }
pub fn image_mut_slice<T>(&mut self) -> std::option::Option<&mut [T]> where Buffer: std::convert::AsMut<[T]> { loop {} }
pub fn try_into_buffer<P>(self) -> std::result::Result<crate::images::buffer::ImageBuffer<P, Buffer>, (crate::images::flat::Error, Self, )> where P: crate::traits::Pixel + 'static, P::Subpixel: 'static, Buffer: std::ops::Deref<Target = [P::Subpixel]> { loop {} }
pub fn min_length(&self) -> std::option::Option<usize> { loop {} }
pub fn fits(&self, _: usize) -> bool { loop {} }
pub fn has_aliased_samples(&self) -> bool { loop {} }
pub fn is_normal(&self, _: crate::images::flat::NormalForm) -> bool { loop {} }
pub fn in_bounds(&self, _: u8, _: u32, _: u32) -> bool { loop {} }
pub fn index(&self, _: u8, _: u32, _: u32) -> std::option::Option<usize> { loop {} }
pub fn index_ignoring_bounds(&self, _: usize, _: usize, _: usize) -> std::option::Option<usize> { loop {} }
pub fn in_bounds_index(&self, _: u8, _: u32, _: u32) -> usize { loop {} }
pub fn shrink_to(&mut self, _: u8, _: u32, _: u32) { loop {} }
}
impl<Buffer> std::ops::Index<(u8, u32, u32, )> for crate::images::flat::FlatSamples<Buffer> where Buffer: std::ops::Index<usize> { type Output = <Buffer as std::ops::Index<usize>>::Output; }
impl<Buffer> std::ops::IndexMut<(u8, u32, u32, )> for crate::images::flat::FlatSamples<Buffer> where Buffer: std::ops::IndexMut<usize> {  }
impl<C, SelfPixel> crate::images::buffer::ImageBuffer<SelfPixel, C> where SelfPixel: crate::traits::PixelWithColorType + crate::traits::Pixel, C: std::ops::Deref<Target = [SelfPixel::Subpixel]> + std::ops::DerefMut {
pub fn copy_from_color_space<FromType, D>(&mut self, _: &crate::images::buffer::ImageBuffer<FromType, D>, _: crate::images::buffer::ConvertColorOptions) -> crate::error::ImageResult<()> where FromType: crate::traits::Pixel<Subpixel = SelfPixel::Subpixel> + crate::traits::PixelWithColorType, D: std::ops::Deref<Target = [SelfPixel::Subpixel]> { loop {} }
}
impl<Container, FromType: crate::traits::Pixel, ToType> crate::images::buffer::ConvertBuffer<crate::images::buffer::ImageBuffer<ToType, std::vec::Vec<<ToType as crate::traits::Pixel>::Subpixel>>> for crate::images::buffer::ImageBuffer<FromType, Container> where Container: std::ops::Deref<Target = [FromType::Subpixel]>, ToType: crate::color::FromColor<FromType> + crate::traits::Pixel {  }
impl<I: ?std::marker::Sized> std::clone::Clone for crate::images::generic_image::Pixels<'_, I> {  }
impl<I: crate::images::generic_image::GenericImageView> std::iter::Iterator for crate::images::generic_image::Pixels<'_, I> { type Item = (u32, u32, <I as crate::images::generic_image::GenericImageView>::Pixel, ); }
impl<I: std::clone::Clone> std::clone::Clone for crate::images::sub_image::SubImage<I> {  }
impl<I: std::marker::Copy> std::marker::Copy for crate::images::sub_image::SubImage<I> {  }
impl<I> crate::images::sub_image::SubImage<I> where I: std::ops::Deref, I::Target: crate::images::generic_image::GenericImageView {
pub fn view(&self, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<&I::Target> { loop {} }
pub fn inner(&self) -> &I::Target { loop {} }
}
impl<I> crate::images::sub_image::SubImage<I> where I: std::ops::DerefMut, I::Target: crate::images::generic_image::GenericImage {
pub fn sub_image(&mut self, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<&mut I::Target> { loop {} }
pub fn inner_mut(&mut self) -> &mut I::Target { loop {} }
}
impl<I> crate::images::sub_image::SubImage<I> {
pub fn new(_: I, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<I> { loop {} }
pub fn change_bounds(&mut self, _: u32, _: u32, _: u32, _: u32) { loop {} }
pub fn offsets(&self) -> (u32, u32, ) { loop {} }
pub fn to_image(&self) -> crate::images::buffer::ImageBuffer<<<I as std::ops::Deref>::Target as crate::images::generic_image::GenericImageView>::Pixel, std::vec::Vec<<<<I as std::ops::Deref>::Target as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>> where I: std::ops::Deref, I::Target: crate::images::generic_image::GenericImageView + 'static { loop {} }
}
impl<I> std::ops::Deref for crate::images::sub_image::SubImage<I> where I: std::ops::Deref { type Target = crate::images::sub_image::SubImageInner<I>; }
impl<I> std::ops::DerefMut for crate::images::sub_image::SubImage<I> where I: std::ops::DerefMut {  }
impl<P, Container> crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> + std::ops::DerefMut {
pub fn pixels_mut(&mut self) -> crate::images::buffer::PixelsMut<'_, P> { loop {} }
pub fn rows_mut(&mut self) -> crate::images::buffer::RowsMut<'_, P> { loop {} }
pub fn enumerate_pixels_mut(&mut self) -> crate::images::buffer::EnumeratePixelsMut<'_, P> { loop {} }
pub fn enumerate_rows_mut(&mut self) -> crate::images::buffer::EnumerateRowsMut<'_, P> { loop {} }
pub fn get_pixel_mut(&mut self, _: u32, _: u32) -> &mut P { loop {} }
pub fn get_pixel_mut_checked(&mut self, _: u32, _: u32) -> std::option::Option<&mut P> { loop {} }
pub fn put_pixel(&mut self, _: u32, _: u32, _: P) { loop {} }
}
impl<P, Container> crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> {
pub fn from_raw(_: u32, _: u32, _: Container) -> std::option::Option<crate::images::buffer::ImageBuffer<P, Container>> { loop {} }
pub fn into_raw(self) -> Container { loop {} }
pub fn as_raw(&self) -> &Container { loop {} }
pub fn dimensions(&self) -> (u32, u32, ) { loop {} }
pub fn width(&self) -> u32 { loop {} }
pub fn height(&self) -> u32 { loop {} }
pub fn pixels(&self) -> crate::images::buffer::Pixels<'_, P> { loop {} }
pub fn rows(&self) -> crate::images::buffer::Rows<'_, P> { loop {} }
pub fn enumerate_pixels(&self) -> crate::images::buffer::EnumeratePixels<'_, P> { loop {} }
pub fn enumerate_rows(&self) -> crate::images::buffer::EnumerateRows<'_, P> { loop {} }
pub fn get_pixel(&self, _: u32, _: u32) -> &P { loop {} }
pub fn get_pixel_checked(&self, _: u32, _: u32) -> std::option::Option<&P> { loop {} }
pub fn sample_layout(&self) -> crate::images::flat::SampleLayout { loop {} }
pub fn into_flat_samples(self) -> crate::images::flat::FlatSamples<Container> where Container: std::convert::AsRef<[P::Subpixel]> { loop {} }
pub fn as_flat_samples(&self) -> crate::images::flat::FlatSamples<&[P::Subpixel]> { loop {} }
pub fn as_flat_samples_mut(&mut self) -> crate::images::flat::FlatSamples<&mut [P::Subpixel]> where Container: std::convert::AsMut<[P::Subpixel]> { loop {} }
}
impl<P, Container> crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, [P::Subpixel]: crate::traits::EncodableLayout, Container: std::ops::Deref<Target = [P::Subpixel]> {
pub fn save<Q>(&self, _: Q) -> crate::error::ImageResult<()> where Q: std::convert::AsRef<std::path::Path>, P: crate::traits::PixelWithColorType { loop {} }
}
impl<P, Container> crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, [P::Subpixel]: crate::traits::EncodableLayout, Container: std::ops::Deref<Target = [P::Subpixel]> {
pub fn save_with_format<Q>(&self, _: Q, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<()> where Q: std::convert::AsRef<std::path::Path>, P: crate::traits::PixelWithColorType { loop {} }
}
impl<P, Container> crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, [P::Subpixel]: crate::traits::EncodableLayout, Container: std::ops::Deref<Target = [P::Subpixel]> {
pub fn write_to<W>(&self, _: &mut W, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<()> where W: std::io::Write + std::io::Seek, P: crate::traits::PixelWithColorType { loop {} }
}
impl<P, Container> crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, [P::Subpixel]: crate::traits::EncodableLayout, Container: std::ops::Deref<Target = [P::Subpixel]> {
pub fn write_with_encoder<E>(&self, _: E) -> crate::error::ImageResult<()> where E: crate::io::encoder::ImageEncoder, P: crate::traits::PixelWithColorType { loop {} }
}
impl<P, Container> crate::images::generic_image::GenericImage for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> + std::ops::DerefMut {  }
impl<P, Container> crate::images::generic_image::GenericImageView for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> + std::ops::Deref { type Pixel = P; }
impl<P, Container> std::clone::Clone for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> + std::clone::Clone {  }
impl<P, Container> std::default::Default for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::default::Default {  }
impl<P, Container> std::ops::Deref for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> { type Target = [<P as crate::traits::Pixel>::Subpixel]; }
impl<P, Container> std::ops::DerefMut for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> + std::ops::DerefMut {  }
impl<P, Container> std::ops::Index<(u32, u32, )> for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> { type Output = P; }
impl<P, Container> std::ops::IndexMut<(u32, u32, )> for crate::images::buffer::ImageBuffer<P, Container> where P: crate::traits::Pixel, Container: std::ops::Deref<Target = [P::Subpixel]> + std::ops::DerefMut {  }
impl<P: crate::traits::Pixel> crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>> {
pub fn new(_: u32, _: u32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>> { loop {} }
pub fn from_pixel(_: u32, _: u32, _: P) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>> { loop {} }
pub fn from_fn<F>(_: u32, _: u32, _: F) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>> where F: std::ops::FnMut(u32, u32) -> P { loop {} }
pub fn from_vec(_: u32, _: u32, _: std::vec::Vec<P::Subpixel>) -> std::option::Option<crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>>> { loop {} }
pub fn into_vec(self) -> std::vec::Vec<P::Subpixel> { loop {} }
}
impl<P: crate::traits::Pixel> std::clone::Clone for crate::images::buffer::EnumeratePixels<'_, P> {  }
impl<P: crate::traits::Pixel> std::clone::Clone for crate::images::buffer::EnumerateRows<'_, P> {  }
impl<P: crate::traits::Pixel> std::clone::Clone for crate::images::buffer::Pixels<'_, P> {  }
impl<P: crate::traits::Pixel> std::clone::Clone for crate::images::buffer::Rows<'_, P> {  }
impl<S, Container> crate::images::buffer::ImageBuffer<crate::color::Rgb<S>, Container> where crate::color::Rgb<S>: crate::traits::PixelWithColorType<Subpixel = S>, Container: std::ops::DerefMut<Target = [S]> {
pub fn from_raw_bgr(_: u32, _: u32, _: Container) -> std::option::Option<Self> { loop {} }
pub fn into_raw_bgr(self) -> Container { loop {} }
}
impl<S, Container> crate::images::buffer::ImageBuffer<crate::color::Rgba<S>, Container> where crate::color::Rgba<S>: crate::traits::PixelWithColorType<Subpixel = S>, Container: std::ops::DerefMut<Target = [S]> {
pub fn from_raw_bgra(_: u32, _: u32, _: Container) -> std::option::Option<Self> { loop {} }
pub fn into_raw_bgra(self) -> Container { loop {} }
}
impl<T: ?std::marker::Sized + crate::io::decoder::ImageDecoder> crate::io::decoder::ImageDecoder for std::boxed::Box<T> {  }
impl<T: crate::traits::Primitive + crate::traits::Enlargeable> crate::traits::Pixel for crate::color::Rgb<T> { type Subpixel = T; }
impl<T: crate::traits::Primitive + crate::traits::Enlargeable> crate::traits::Pixel for crate::color::Rgba<T> { type Subpixel = T; }
impl<T: crate::traits::Primitive> crate::traits::Pixel for crate::color::Luma<T> { type Subpixel = T; }
impl<T: crate::traits::Primitive> crate::traits::Pixel for crate::color::LumaA<T> { type Subpixel = T; }
impl<T: std::clone::Clone> std::clone::Clone for crate::color::Luma<T> {  }
impl<T: std::clone::Clone> std::clone::Clone for crate::color::LumaA<T> {  }
impl<T: std::clone::Clone> std::clone::Clone for crate::color::Rgb<T> {  }
impl<T: std::clone::Clone> std::clone::Clone for crate::color::Rgba<T> {  }
impl<T: std::marker::Copy> std::marker::Copy for crate::color::Luma<T> {  }
impl<T: std::marker::Copy> std::marker::Copy for crate::color::LumaA<T> {  }
impl<T: std::marker::Copy> std::marker::Copy for crate::color::Rgb<T> {  }
impl<T: std::marker::Copy> std::marker::Copy for crate::color::Rgba<T> {  }
impl<T> std::convert::From<[T; 1]> for crate::color::Luma<T> {  }
impl<T> std::convert::From<[T; 2]> for crate::color::LumaA<T> {  }
impl<T> std::convert::From<[T; 3]> for crate::color::Rgb<T> {  }
impl<T> std::convert::From<[T; 4]> for crate::color::Rgba<T> {  }
impl<T> std::ops::Index<usize> for crate::color::Luma<T> { type Output = T; }
impl<T> std::ops::Index<usize> for crate::color::LumaA<T> { type Output = T; }
impl<T> std::ops::Index<usize> for crate::color::Rgb<T> { type Output = T; }
impl<T> std::ops::Index<usize> for crate::color::Rgba<T> { type Output = T; }
impl<T> std::ops::IndexMut<usize> for crate::color::Luma<T> {  }
impl<T> std::ops::IndexMut<usize> for crate::color::LumaA<T> {  }
impl<T> std::ops::IndexMut<usize> for crate::color::Rgb<T> {  }
impl<T> std::ops::IndexMut<usize> for crate::color::Rgba<T> {  }
pub use crate::color::ColorType;
pub use crate::color::ExtendedColorType;
pub use crate::color::Luma;
pub use crate::color::LumaA;
pub use crate::color::Rgb;
pub use crate::color::Rgba;
pub use crate::error::ImageError;
pub use crate::error::ImageResult;
pub use crate::images::buffer::ConvertColorOptions;
pub use crate::images::buffer::GrayAlphaImage;
pub use crate::images::buffer::GrayImage;
pub use crate::images::buffer::ImageBuffer;
pub use crate::images::buffer::Rgb32FImage;
pub use crate::images::buffer::RgbImage;
pub use crate::images::buffer::Rgba32FImage;
pub use crate::images::buffer::RgbaImage;
pub use crate::images::dynimage::DynamicImage;
pub use crate::images::dynimage::image_dimensions;
pub use crate::images::dynimage::load_from_memory;
pub use crate::images::dynimage::load_from_memory_with_format;
pub use crate::images::dynimage::open;
pub use crate::images::dynimage::write_buffer_with_format;
pub use crate::images::flat::FlatSamples;
pub use crate::images::flat;
pub use crate::images::generic_image::GenericImage;
pub use crate::images::generic_image::GenericImageView;
pub use crate::images::generic_image::Pixels;
pub use crate::images::sub_image::SubImage;
pub use crate::io::decoder::AnimationDecoder;
pub use crate::io::decoder::ImageDecoder;
pub use crate::io::decoder::ImageDecoderRect;
pub use crate::io::encoder::ImageEncoder;
pub use crate::io::format::ImageFormat;
pub use crate::io::free_functions::guess_format;
pub use crate::io::free_functions::load;
pub use crate::io::free_functions::save_buffer;
pub use crate::io::free_functions::save_buffer_with_format;
pub use crate::io::image_reader_type::ImageReader;
pub use crate::io::limits::LimitSupport;
pub use crate::io::limits::Limits;
pub use crate::traits::EncodableLayout;
pub use crate::traits::Pixel;
pub use crate::traits::PixelWithColorType;
pub use crate::traits::Primitive;
pub mod buffer {
pub use crate::images::buffer::ConvertBuffer;
pub use crate::images::buffer::EnumeratePixels;
pub use crate::images::buffer::EnumeratePixelsMut;
pub use crate::images::buffer::EnumerateRows;
pub use crate::images::buffer::EnumerateRowsMut;
pub use crate::images::buffer::Pixels;
pub use crate::images::buffer::PixelsMut;
pub use crate::images::buffer::Rows;
pub use crate::images::buffer::RowsMut;
}
pub mod color {
pub enum ColorType { L8, La8, Rgb8, Rgba8, L16, La16, Rgb16, Rgba16, Rgb32F, Rgba32F }
pub enum ExtendedColorType { A8, L1, La1, Rgb1, Rgba1, L2, La2, Rgb2, Rgba2, L4, La4, Rgb4, Rgba4, Rgb5x1, L8, La8, Rgb8, Rgba8, L16, La16, Rgb16, Rgba16, Bgr8, Bgra8, Rgb32F, Rgba32F, Cmyk8, Cmyk16, Unknown(u8) }
pub struct Luma<T>(pub [T; 1]);
pub struct LumaA<T>(pub [T; 2]);
pub struct Rgb<T>(pub [T; 3]);
pub struct Rgba<T>(pub [T; 4]);
pub trait FromColor<Other> { fn from_color(&mut self, _: &Other); }
pub trait FromPrimitive<Component> { fn from_primitive(_: Component) -> Self; }
}
pub mod error {
pub enum ImageError { Decoding(crate::error::DecodingError), Encoding(crate::error::EncodingError), Parameter(crate::error::ParameterError), Limits(crate::error::LimitError), Unsupported(crate::error::UnsupportedError), IoError(std::error::Error) }
pub enum ImageFormatHint { Exact(crate::io::format::ImageFormat), Name(std::string::String), PathExtension(std::path::PathBuf), Unknown }
pub enum LimitErrorKind { DimensionError, InsufficientMemory, Unsupported { limits: crate::io::limits::Limits, supported: crate::io::limits::LimitSupport } }
pub enum ParameterErrorKind { DimensionMismatch, FailedAlready, RgbCicpRequired(()), Generic(std::string::String), NoMoreData, CicpMismatch {  } }
pub enum UnsupportedErrorKind { Color(crate::color::ExtendedColorType), ColorLayout(crate::color::ExtendedColorType), ColorspaceCicp(()), Format(crate::error::ImageFormatHint), GenericFeature(std::string::String) }
pub struct DecodingError {  }
pub struct EncodingError {  }
pub struct LimitError {  }
pub struct ParameterError {  }
pub struct TryFromExtendedColorError {  }
pub struct UnsupportedError {  }
pub type ImageResult<T> = std::result::Result<T, crate::error::ImageError>;
}
pub mod imageops {
pub fn crop<I: crate::images::generic_image::GenericImageView>(_: &mut I, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<&mut I> { loop {} }
pub fn crop_imm<I: crate::images::generic_image::GenericImageView>(_: &I, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<&I> { loop {} }
pub fn horizontal_gradient<S, P, I>(_: &mut I, _: &P, _: &P) where I: crate::images::generic_image::GenericImage<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + crate::traits::Lerp + 'static { loop {} }
pub fn overlay<I, J>(_: &mut I, _: &J, _: i64, _: i64) where I: crate::images::generic_image::GenericImage, J: crate::images::generic_image::GenericImageView<Pixel = I::Pixel> { loop {} }
pub fn overlay_bounds(_: (u32, u32, ), _: (u32, u32, ), _: u32, _: u32) -> (u32, u32, ) { loop {} }
pub fn replace<I, J>(_: &mut I, _: &J, _: i64, _: i64) where I: crate::images::generic_image::GenericImage, J: crate::images::generic_image::GenericImageView<Pixel = I::Pixel> { loop {} }
pub fn tile<I, J>(_: &mut I, _: &J) where I: crate::images::generic_image::GenericImage, J: crate::images::generic_image::GenericImageView<Pixel = I::Pixel> { loop {} }
pub fn vertical_gradient<S, P, I>(_: &mut I, _: &P, _: &P) where I: crate::images::generic_image::GenericImage<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + crate::traits::Lerp + 'static { loop {} }
pub use crate::imageops::affine::flip_horizontal;
pub use crate::imageops::affine::flip_horizontal_in;
pub use crate::imageops::affine::flip_horizontal_in_place;
pub use crate::imageops::affine::flip_vertical;
pub use crate::imageops::affine::flip_vertical_in;
pub use crate::imageops::affine::flip_vertical_in_place;
pub use crate::imageops::affine::rotate180;
pub use crate::imageops::affine::rotate180_in;
pub use crate::imageops::affine::rotate180_in_place;
pub use crate::imageops::affine::rotate270;
pub use crate::imageops::affine::rotate270_in;
pub use crate::imageops::affine::rotate90;
pub use crate::imageops::affine::rotate90_in;
pub use crate::imageops::colorops::BiLevel;
pub use crate::imageops::colorops::ColorMap;
pub use crate::imageops::colorops::brighten;
pub use crate::imageops::colorops::contrast;
pub use crate::imageops::colorops::dither;
pub use crate::imageops::colorops::grayscale;
pub use crate::imageops::colorops::grayscale_alpha;
pub use crate::imageops::colorops::grayscale_with_type;
pub use crate::imageops::colorops::grayscale_with_type_alpha;
pub use crate::imageops::colorops::huerotate;
pub use crate::imageops::colorops::index_colors;
pub use crate::imageops::colorops::invert;
pub use crate::imageops::fast_blur::fast_blur;
pub use crate::imageops::sample::FilterType::CatmullRom;
pub use crate::imageops::sample::FilterType::Gaussian;
pub use crate::imageops::sample::FilterType::Lanczos3;
pub use crate::imageops::sample::FilterType::Nearest;
pub use crate::imageops::sample::FilterType::Triangle;
pub use crate::imageops::sample::FilterType;
pub use crate::imageops::sample::GaussianBlurParameters;
pub use crate::imageops::sample::blur;
pub use crate::imageops::sample::blur_advanced;
pub use crate::imageops::sample::filter3x3;
pub use crate::imageops::sample::interpolate_bilinear;
pub use crate::imageops::sample::interpolate_nearest;
pub use crate::imageops::sample::resize;
pub use crate::imageops::sample::sample_bilinear;
pub use crate::imageops::sample::sample_nearest;
pub use crate::imageops::sample::thumbnail;
pub use crate::imageops::sample::unsharpen;
pub mod affine {
pub fn flip_horizontal<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn flip_horizontal_in<I, Container>(_: &I, _: &mut crate::images::buffer::ImageBuffer<I::Pixel, Container>) -> crate::error::ImageResult<()> where I: crate::images::generic_image::GenericImageView, I::Pixel: 'static, Container: std::ops::DerefMut<Target = [<I::Pixel as crate::traits::Pixel>::Subpixel]> { loop {} }
pub fn flip_horizontal_in_place<I: crate::images::generic_image::GenericImage>(_: &mut I) { loop {} }
pub fn flip_vertical<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn flip_vertical_in<I, Container>(_: &I, _: &mut crate::images::buffer::ImageBuffer<I::Pixel, Container>) -> crate::error::ImageResult<()> where I: crate::images::generic_image::GenericImageView, I::Pixel: 'static, Container: std::ops::DerefMut<Target = [<I::Pixel as crate::traits::Pixel>::Subpixel]> { loop {} }
pub fn flip_vertical_in_place<I: crate::images::generic_image::GenericImage>(_: &mut I) { loop {} }
pub fn rotate180<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn rotate180_in<I, Container>(_: &I, _: &mut crate::images::buffer::ImageBuffer<I::Pixel, Container>) -> crate::error::ImageResult<()> where I: crate::images::generic_image::GenericImageView, I::Pixel: 'static, Container: std::ops::DerefMut<Target = [<I::Pixel as crate::traits::Pixel>::Subpixel]> { loop {} }
pub fn rotate180_in_place<I: crate::images::generic_image::GenericImage>(_: &mut I) { loop {} }
pub fn rotate270<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn rotate270_in<I, Container>(_: &I, _: &mut crate::images::buffer::ImageBuffer<I::Pixel, Container>) -> crate::error::ImageResult<()> where I: crate::images::generic_image::GenericImageView, I::Pixel: 'static, Container: std::ops::DerefMut<Target = [<I::Pixel as crate::traits::Pixel>::Subpixel]> { loop {} }
pub fn rotate90<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn rotate90_in<I, Container>(_: &I, _: &mut crate::images::buffer::ImageBuffer<I::Pixel, Container>) -> crate::error::ImageResult<()> where I: crate::images::generic_image::GenericImageView, I::Pixel: 'static, Container: std::ops::DerefMut<Target = [<I::Pixel as crate::traits::Pixel>::Subpixel]> { loop {} }
}
pub mod colorops {
pub fn brighten<I, P, S>(_: &I, _: i32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<S>> where I: crate::images::generic_image::GenericImageView<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + 'static { loop {} }
pub fn brighten_in_place<I>(_: &mut I, _: i32) where I: crate::images::generic_image::GenericImage { loop {} }
pub fn contrast<I, P, S>(_: &I, _: f32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<S>> where I: crate::images::generic_image::GenericImageView<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + 'static { loop {} }
pub fn contrast_in_place<I>(_: &mut I, _: f32) where I: crate::images::generic_image::GenericImage { loop {} }
pub fn dither<Pix, Map>(_: &mut crate::images::buffer::ImageBuffer<Pix, std::vec::Vec<u8>>, _: &Map) where Map: crate::imageops::colorops::ColorMap<Color = Pix> + ?std::marker::Sized, Pix: crate::traits::Pixel<Subpixel = u8> + 'static { loop {} }
pub fn grayscale<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<crate::color::Luma<<<I as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>, std::vec::Vec<<<I as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>> { loop {} }
pub fn grayscale_alpha<I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<crate::color::LumaA<<<I as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>, std::vec::Vec<<<I as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>> { loop {} }
pub fn grayscale_with_type<NewPixel, I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<NewPixel, std::vec::Vec<NewPixel::Subpixel>> where NewPixel: crate::traits::Pixel + crate::color::FromColor<crate::color::Luma<<<I as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>> { loop {} }
pub fn grayscale_with_type_alpha<NewPixel, I: crate::images::generic_image::GenericImageView>(_: &I) -> crate::images::buffer::ImageBuffer<NewPixel, std::vec::Vec<NewPixel::Subpixel>> where NewPixel: crate::traits::Pixel + crate::color::FromColor<crate::color::LumaA<<<I as crate::images::generic_image::GenericImageView>::Pixel as crate::traits::Pixel>::Subpixel>> { loop {} }
pub fn huerotate<I, P, S>(_: &I, _: i32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<S>> where I: crate::images::generic_image::GenericImageView<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + 'static { loop {} }
pub fn huerotate_in_place<I>(_: &mut I, _: i32) where I: crate::images::generic_image::GenericImage { loop {} }
pub fn index_colors<Pix, Map>(_: &crate::images::buffer::ImageBuffer<Pix, std::vec::Vec<u8>>, _: &Map) -> crate::images::buffer::ImageBuffer<crate::color::Luma<u8>, std::vec::Vec<u8>> where Map: crate::imageops::colorops::ColorMap<Color = Pix> + ?std::marker::Sized, Pix: crate::traits::Pixel<Subpixel = u8> + 'static { loop {} }
pub fn invert<I: crate::images::generic_image::GenericImage>(_: &mut I) { loop {} }
pub struct BiLevel;
pub trait ColorMap { type Color; fn index_of(&self, _: &Self::Color) -> usize; fn lookup(&self, _: usize) -> std::option::Option<Self::Color> { loop {} } fn has_lookup(&self) -> bool { loop {} } fn map_color(&self, _: &mut Self::Color); }
}
pub mod fast_blur {
pub fn fast_blur<P: crate::traits::Pixel>(_: &crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>>, _: f32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<P::Subpixel>> { loop {} }
}
pub mod sample {
pub enum FilterType { Nearest, Triangle, CatmullRom, Gaussian, Lanczos3 }
pub fn blur<I: crate::images::generic_image::GenericImageView>(_: &I, _: f32) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn blur_advanced<I: crate::images::generic_image::GenericImageView>(_: &I, _: crate::imageops::sample::GaussianBlurParameters) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static { loop {} }
pub fn filter3x3<I, P, S>(_: &I, _: &[f32]) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<S>> where I: crate::images::generic_image::GenericImageView<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + 'static { loop {} }
pub fn interpolate_bilinear<P: crate::traits::Pixel>(_: &impl crate::images::generic_image::GenericImageView<Pixel = P>, _: f32, _: f32) -> std::option::Option<P> { loop {} }
pub fn interpolate_nearest<P: crate::traits::Pixel>(_: &impl crate::images::generic_image::GenericImageView<Pixel = P>, _: f32, _: f32) -> std::option::Option<P> { loop {} }
pub fn resize<I: crate::images::generic_image::GenericImageView>(_: &I, _: u32, _: u32, _: crate::imageops::sample::FilterType) -> crate::images::buffer::ImageBuffer<I::Pixel, std::vec::Vec<<I::Pixel as crate::traits::Pixel>::Subpixel>> where I::Pixel: 'static, <I::Pixel as crate::traits::Pixel>::Subpixel: 'static { loop {} }
pub fn sample_bilinear<P: crate::traits::Pixel>(_: &impl crate::images::generic_image::GenericImageView<Pixel = P>, _: f32, _: f32) -> std::option::Option<P> { loop {} }
pub fn sample_nearest<P: crate::traits::Pixel>(_: &impl crate::images::generic_image::GenericImageView<Pixel = P>, _: f32, _: f32) -> std::option::Option<P> { loop {} }
pub fn thumbnail<I, P, S>(_: &I, _: u32, _: u32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<S>> where I: crate::images::generic_image::GenericImageView<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + crate::traits::Enlargeable + 'static { loop {} }
pub fn unsharpen<I, P, S>(_: &I, _: f32, _: i32) -> crate::images::buffer::ImageBuffer<P, std::vec::Vec<S>> where I: crate::images::generic_image::GenericImageView<Pixel = P>, P: crate::traits::Pixel<Subpixel = S> + 'static, S: crate::traits::Primitive + 'static { loop {} }
pub struct GaussianBlurParameters {  }
}
}
pub mod images {
pub mod buffer {
pub struct ConvertColorOptions {  }
pub struct EnumeratePixels<'a, P: crate::traits::Pixel + 'a> where <P as crate::traits::Pixel>::Subpixel: 'a {  }
pub struct EnumeratePixelsMut<'a, P: crate::traits::Pixel + 'a> where <P as crate::traits::Pixel>::Subpixel: 'a {  }
pub struct EnumerateRows<'a, P: crate::traits::Pixel + 'a> where <P as crate::traits::Pixel>::Subpixel: 'a {  }
pub struct EnumerateRowsMut<'a, P: crate::traits::Pixel + 'a> where <P as crate::traits::Pixel>::Subpixel: 'a {  }
pub struct ImageBuffer<P: crate::traits::Pixel, Container> {  }
pub struct Pixels<'a, P: crate::traits::Pixel + 'a> where P::Subpixel: 'a {  }
pub struct PixelsMut<'a, P: crate::traits::Pixel + 'a> where P::Subpixel: 'a {  }
pub struct Rows<'a, P: crate::traits::Pixel + 'a> where <P as crate::traits::Pixel>::Subpixel: 'a {  }
pub struct RowsMut<'a, P: crate::traits::Pixel + 'a> where <P as crate::traits::Pixel>::Subpixel: 'a {  }
pub trait ConvertBuffer<T> { fn convert(&self) -> T; }
pub type GrayAlphaImage = crate::images::buffer::ImageBuffer<crate::color::LumaA<u8>, std::vec::Vec<u8>>;
pub type GrayImage = crate::images::buffer::ImageBuffer<crate::color::Luma<u8>, std::vec::Vec<u8>>;
pub type Rgb32FImage = crate::images::buffer::ImageBuffer<crate::color::Rgb<f32>, std::vec::Vec<f32>>;
pub type RgbImage = crate::images::buffer::ImageBuffer<crate::color::Rgb<u8>, std::vec::Vec<u8>>;
pub type Rgba32FImage = crate::images::buffer::ImageBuffer<crate::color::Rgba<f32>, std::vec::Vec<f32>>;
pub type RgbaImage = crate::images::buffer::ImageBuffer<crate::color::Rgba<u8>, std::vec::Vec<u8>>;
}
pub mod dynimage {
pub enum DynamicImage { ImageLuma8(crate::images::buffer::GrayImage), ImageLumaA8(crate::images::buffer::GrayAlphaImage), ImageRgb8(crate::images::buffer::RgbImage), ImageRgba8(crate::images::buffer::RgbaImage), ImageLuma16(crate::images::buffer::ImageBuffer<crate::color::Luma<u16>, std::vec::Vec<u16>>), ImageLumaA16(crate::images::buffer::ImageBuffer<crate::color::LumaA<u16>, std::vec::Vec<u16>>), ImageRgb16(crate::images::buffer::ImageBuffer<crate::color::Rgb<u16>, std::vec::Vec<u16>>), ImageRgba16(crate::images::buffer::ImageBuffer<crate::color::Rgba<u16>, std::vec::Vec<u16>>), ImageRgb32F(crate::images::buffer::Rgb32FImage), ImageRgba32F(crate::images::buffer::Rgba32FImage) }
pub fn image_dimensions<P>(_: P) -> crate::error::ImageResult<(u32, u32, )> where P: std::convert::AsRef<std::path::Path> { loop {} }
pub fn load_from_memory(_: &[u8]) -> crate::error::ImageResult<crate::images::dynimage::DynamicImage> { loop {} }
pub fn load_from_memory_with_format(_: &[u8], _: crate::io::format::ImageFormat) -> crate::error::ImageResult<crate::images::dynimage::DynamicImage> { loop {} }
pub fn open<P>(_: P) -> crate::error::ImageResult<crate::images::dynimage::DynamicImage> where P: std::convert::AsRef<std::path::Path> { loop {} }
pub fn write_buffer_with_format<W: std::io::Write + std::io::Seek>(_: &mut W, _: &[u8], _: u32, _: u32, _: impl std::convert::Into<crate::color::ExtendedColorType>, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<()> { loop {} }
}
pub mod flat {
pub enum Error { TooLarge, NormalFormRequired(crate::images::flat::NormalForm), ChannelCountMismatch(u8, u8), WrongColor(crate::color::ColorType) }
pub enum NormalForm { Unaliased, PixelPacked, ImagePacked, RowMajorPacked, ColumnMajorPacked }
pub struct FlatSamples<Buffer> { pub samples: Buffer, pub layout: crate::images::flat::SampleLayout, pub color_hint: std::option::Option<crate::color::ColorType> }
pub struct SampleLayout { pub channels: u8, pub channel_stride: usize, pub width: u32, pub width_stride: usize, pub height: u32, pub height_stride: usize }
pub struct View<Buffer, P: crate::traits::Pixel> where Buffer: std::convert::AsRef<[P::Subpixel]> {  }
pub struct ViewMut<Buffer, P: crate::traits::Pixel> where Buffer: std::convert::AsMut<[P::Subpixel]> {  }
pub type ViewMutOfPixel<'lt, P> = crate::images::flat::ViewMut<&'lt mut [<P as crate::traits::Pixel>::Subpixel], P>;
pub type ViewOfPixel<'lt, P> = crate::images::flat::View<&'lt [<P as crate::traits::Pixel>::Subpixel], P>;
}
pub mod generic_image {
pub struct Pixels<'a, I: ?std::marker::Sized + 'a> {  }
pub trait GenericImage: crate::images::generic_image::GenericImageView { fn get_pixel_mut(&mut self, _: u32, _: u32) -> &mut Self::Pixel; fn put_pixel(&mut self, _: u32, _: u32, _: Self::Pixel); fn unsafe_put_pixel(&mut self, _: u32, _: u32, _: Self::Pixel) { loop {} } fn blend_pixel(&mut self, _: u32, _: u32, _: Self::Pixel); fn copy_from<O>(&mut self, _: &O, _: u32, _: u32) -> crate::error::ImageResult<()> where O: crate::images::generic_image::GenericImageView<Pixel = Self::Pixel> { loop {} } fn copy_from_samples(&mut self, _: crate::images::flat::ViewOfPixel<'_, Self::Pixel>, _: u32, _: u32) -> crate::error::ImageResult<()> { loop {} } fn sub_image(&mut self, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<&mut Self> where Self: std::marker::Sized { loop {} } }
pub trait GenericImageView { type Pixel: crate::traits::Pixel; fn dimensions(&self) -> (u32, u32, ); fn width(&self) -> u32 { loop {} } fn height(&self) -> u32 { loop {} } fn in_bounds(&self, _: u32, _: u32) -> bool { loop {} } fn get_pixel(&self, _: u32, _: u32) -> Self::Pixel; fn unsafe_get_pixel(&self, _: u32, _: u32) -> Self::Pixel { loop {} } fn pixels(&self) -> crate::images::generic_image::Pixels<'_, Self> where Self: std::marker::Sized { loop {} } fn view(&self, _: u32, _: u32, _: u32, _: u32) -> crate::images::sub_image::SubImage<&Self> where Self: std::marker::Sized { loop {} } fn try_view(&self, _: u32, _: u32, _: u32, _: u32) -> std::result::Result<crate::images::sub_image::SubImage<&Self>, crate::error::ImageError> where Self: std::marker::Sized { loop {} } fn buffer_like(&self) -> crate::images::buffer::ImageBuffer<Self::Pixel, std::vec::Vec<<Self::Pixel as crate::traits::Pixel>::Subpixel>> { loop {} } fn buffer_with_dimensions(&self, _: u32, _: u32) -> crate::images::buffer::ImageBuffer<Self::Pixel, std::vec::Vec<<Self::Pixel as crate::traits::Pixel>::Subpixel>> { loop {} } fn to_pixel_view(&self) -> std::option::Option<crate::images::flat::ViewOfPixel<'_, Self::Pixel>> { loop {} } }
}
pub mod sub_image {
pub struct SubImage<I> {  }
pub struct SubImageInner<I> {  }
}
}
pub mod io {
pub type LimitSupport = crate::io::limits::LimitSupport;
pub type Limits = crate::io::limits::Limits;
pub type Reader<R> = crate::io::image_reader_type::ImageReader<R>;
pub mod decoder {
pub trait AnimationDecoder<'a> {  }
pub trait ImageDecoder { fn dimensions(&self) -> (u32, u32, ); fn color_type(&self) -> crate::color::ColorType; fn original_color_type(&self) -> crate::color::ExtendedColorType { loop {} } fn icc_profile(&mut self) -> crate::error::ImageResult<std::option::Option<std::vec::Vec<u8>>> { loop {} } fn exif_metadata(&mut self) -> crate::error::ImageResult<std::option::Option<std::vec::Vec<u8>>> { loop {} } fn xmp_metadata(&mut self) -> crate::error::ImageResult<std::option::Option<std::vec::Vec<u8>>> { loop {} } fn iptc_metadata(&mut self) -> crate::error::ImageResult<std::option::Option<std::vec::Vec<u8>>> { loop {} } fn total_bytes(&self) -> u64 { loop {} } fn read_image(self, _: &mut [u8]) -> crate::error::ImageResult<()> where Self: std::marker::Sized; fn set_limits(&mut self, _: crate::io::limits::Limits) -> crate::error::ImageResult<()> { loop {} } fn read_image_boxed(self: std::boxed::Box<Self>, _: &mut [u8]) -> crate::error::ImageResult<()>; }
pub trait ImageDecoderRect: crate::io::decoder::ImageDecoder { fn read_rect(&mut self, _: u32, _: u32, _: u32, _: u32, _: &mut [u8], _: usize) -> crate::error::ImageResult<()>; }
}
pub mod encoder {
pub struct MethodSealedToImage;
pub trait ImageEncoder { fn write_image(self, _: &[u8], _: u32, _: u32, _: crate::color::ExtendedColorType) -> crate::error::ImageResult<()>; fn set_icc_profile(&mut self, _: std::vec::Vec<u8>) -> std::result::Result<(), crate::error::UnsupportedError> { loop {} } fn set_exif_metadata(&mut self, _: std::vec::Vec<u8>) -> std::result::Result<(), crate::error::UnsupportedError> { loop {} } }
}
pub mod format {
pub enum ImageFormat { Png, Jpeg, Gif, WebP, Pnm, Tiff, Tga, Dds, Bmp, Ico, Hdr, OpenExr, Farbfeld, Avif, Qoi }
}
pub mod free_functions {
pub fn guess_format(_: &[u8]) -> crate::error::ImageResult<crate::io::format::ImageFormat> { loop {} }
pub fn load<R: std::io::BufRead + std::io::Seek>(_: R, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<crate::images::dynimage::DynamicImage> { loop {} }
pub fn save_buffer(_: impl std::convert::AsRef<std::path::Path>, _: &[u8], _: u32, _: u32, _: impl std::convert::Into<crate::color::ExtendedColorType>) -> crate::error::ImageResult<()> { loop {} }
pub fn save_buffer_with_format(_: impl std::convert::AsRef<std::path::Path>, _: &[u8], _: u32, _: u32, _: impl std::convert::Into<crate::color::ExtendedColorType>, _: crate::io::format::ImageFormat) -> crate::error::ImageResult<()> { loop {} }
}
pub mod image_reader_type {
pub struct ImageReader<R: std::io::Read + std::io::Seek> {  }
}
pub mod limits {
pub struct LimitSupport {  }
pub struct Limits { pub max_image_width: std::option::Option<u32>, pub max_image_height: std::option::Option<u32>, pub max_alloc: std::option::Option<u64> }
}
}
pub mod traits {
pub trait EncodableLayout: crate::traits::seals::EncodableLayout { fn as_bytes(&self) -> &[u8]; }
pub trait Enlargeable: std::marker::Sized { type Larger: std::marker::Copy + std::clone::Clone + std::ops::AddAssign; fn clamp_from(_: Self::Larger) -> Self { loop {} } fn to_larger(self) -> Self::Larger { loop {} } }
pub trait Lerp { type Ratio: crate::traits::Primitive; fn lerp(_: Self, _: Self, _: Self::Ratio) -> Self { loop {} } }
pub trait Pixel: std::marker::Copy + std::clone::Clone { type Subpixel: crate::traits::Primitive; const CHANNEL_COUNT: u8; fn channels(&self) -> &[Self::Subpixel]; fn channels_mut(&mut self) -> &mut [Self::Subpixel]; const COLOR_MODEL: &'static str; const HAS_ALPHA: bool = loop {}; fn alpha(&self) -> Self::Subpixel { loop {} } fn channels4(&self) -> (Self::Subpixel, Self::Subpixel, Self::Subpixel, Self::Subpixel, ); fn from_channels(_: Self::Subpixel, _: Self::Subpixel, _: Self::Subpixel, _: Self::Subpixel) -> Self; fn from_slice(_: &[Self::Subpixel]) -> &Self; fn from_slice_mut(_: &mut [Self::Subpixel]) -> &mut Self; fn to_rgb(&self) -> crate::color::Rgb<Self::Subpixel>; fn to_rgba(&self) -> crate::color::Rgba<Self::Subpixel>; fn to_luma(&self) -> crate::color::Luma<Self::Subpixel>; fn to_luma_alpha(&self) -> crate::color::LumaA<Self::Subpixel>; fn map<F>(&self, _: F) -> Self where F: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel; fn apply<F>(&mut self, _: F) where F: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel; fn map_with_alpha<F, G>(&self, _: F, _: G) -> Self where F: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel, G: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel; fn apply_with_alpha<F, G>(&mut self, _: F, _: G) where F: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel, G: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel; fn map_without_alpha<F>(&self, _: F) -> Self where F: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel { loop {} } fn apply_without_alpha<F>(&mut self, _: F) where F: std::ops::FnMut(Self::Subpixel) -> Self::Subpixel { loop {} } fn map2<F>(&self, _: &Self, _: F) -> Self where F: std::ops::FnMut(Self::Subpixel, Self::Subpixel) -> Self::Subpixel; fn apply2<F>(&mut self, _: &Self, _: F) where F: std::ops::FnMut(Self::Subpixel, Self::Subpixel) -> Self::Subpixel; fn invert(&mut self); fn blend(&mut self, _: &Self); }
pub trait PixelWithColorType: crate::traits::Pixel + crate::traits::private::SealedPixelWithColorType<TransformableSubpixel = <Self as crate::traits::Pixel>::Subpixel> { const COLOR_TYPE: crate::color::ExtendedColorType; }
pub trait Primitive: std::marker::Copy + std::clone::Clone { const DEFAULT_MAX_VALUE: Self; const DEFAULT_MIN_VALUE: Self; }
pub mod private {
pub enum LayoutWithColor { Rgb, Rgba, Luma, LumaAlpha }
pub struct PrivateToken;
pub trait SealedPixelWithColorType { type TransformableSubpixel; fn layout(_: crate::traits::private::PrivateToken) -> crate::traits::private::LayoutWithColor; }
}
pub mod seals {
pub trait EncodableLayout {  }
}
}
