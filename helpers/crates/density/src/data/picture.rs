//! One image, from the file to the numbers the network reads.

use crate::data::decode::decode;
use crate::data::{Resize, png};
use crate::error::{Error, Result};
use candle_core::{Device, Tensor};
use image::GrayImage;
use std::path::Path;

/// Below this side an image holds nothing to classify.
const SMALLEST_SIDE: u32 = 8;

/// Decodes an image to 8-bit grey; PNG, JPEG, BMP, PNM, TIFF and DICOM, by content rather than by name.
///
/// * 8-bit grey is taken as it is. Transparency is left out.
/// * Colour becomes luma as Pillow's `convert("L")` makes it: `(19595 R + 38470 G + 7471 B + 32768) >> 16`. Mammograms
///   are grey; colour here comes from programs that save grey as RGB, for which this is exact.
/// * 16 bits are divided by 257, so the full range stays. (Pillow cuts 16-bit values at 255, which turns most
///   mammograms white: the published tutorial needs 8-bit files.) Where no pixel needs more than 14 bits, the largest number of
///   8, 10, 12 or 14 bits is white, and a line says so once.
/// * A DICOM file becomes what a viewer shows of it ([`Dicom::grey`](dicom_grey::Dicom::grey)), as it lies, with all that is beside the breast: `import_dicom`
///   cuts and turns.
///
/// # Errors
/// [`Error::Io`] for a file that cannot be opened; [`Error::Image`] for one that is broken or cut short, in a format or kind that is not
/// read, or smaller than 8 pixels: it says what the file is and what to do.
pub fn load_grey(path: impl AsRef<Path>) -> Result<GrayImage> {
    load(path.as_ref())
}

/// [`load_grey`] and [`Resize::apply`] in one, with the same result, to `width` x `height` pixels. Grey PNG files,
/// which mammograms mostly are, are resized while they are decoded, without the whole image in memory.
///
/// # Errors
/// As [`load_grey`], and [`Error::Image`] for a picture that is even at that size, of which a network would tell a class all the
/// same.
pub fn load_resized(
    path: impl AsRef<Path>,
    resize: Resize,
    width: u32,
    height: u32,
) -> Result<GrayImage> {
    let path = path.as_ref();
    if resize == Resize::Nearest
        && let Some(image) = png::load_nearest(path, SMALLEST_SIDE, width, height)
        && only_value(&image).is_none()
    {
        return Ok(image);
    }
    let resized = resize.apply(&load(path)?, width, height);
    match only_value(&resized) {
        None => Ok(resized),
        Some(value) => Err(Error::Image {
            path: path.to_path_buf(),
            problem: format!(
                "has the same grey, {value} of 255, everywhere at {width} x {height} pixels: there is nothing to see in it; take it \
                 out of the folder"
            ),
        }),
    }
}

fn load(path: &Path) -> Result<GrayImage> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    Ok(load_used(path, bytes)?.0)
}

/// [`load_grey`] of the file's bytes, and the bits that the pixels of a 16-bit file use, where these are fewer.
pub(super) fn load_used(path: &Path, bytes: Vec<u8>) -> Result<(GrayImage, Option<u32>)> {
    let (grey, bits) = decode(path, bytes)?;
    if grey.width() < SMALLEST_SIDE || grey.height() < SMALLEST_SIDE {
        return Err(Error::Image {
            path: path.to_path_buf(),
            problem: format!(
                "has {} x {} pixels; a mammogram of at least {SMALLEST_SIDE} x {SMALLEST_SIDE} is needed",
                grey.width(),
                grey.height()
            ),
        });
    }
    Ok((grey, bits))
}

/// The value that all pixels have, where there are several and they all have the same.
pub(super) fn only_value(image: &GrayImage) -> Option<u8> {
    let (first, rest) = image.as_raw().split_first()?;
    (!rest.is_empty() && rest.iter().all(|v| v == first)).then_some(*first)
}

/// What the network reads: `x / 255` minus the mean of the image (Keras' `rescale` and `samplewise_center`). Row-major.
///
/// The mean is summed in f64: it decides the fifth digit of a probability.
pub fn standardize(image: &GrayImage) -> Vec<f32> {
    let value = standardized_values(image);
    image.iter().map(|v| value[usize::from(*v)]).collect()
}

/// [`standardize`] into memory that is there already, such as a batch's: new memory costs more than the arithmetic.
///
/// # Errors
/// [`Error::Parameter`] when `out` has not as many values as the image has pixels.
pub fn standardize_into(image: &GrayImage, out: &mut [f32]) -> Result<()> {
    if out.len() != image.len() {
        return Err(Error::parameter(
            "out",
            format!("{} values", out.len()),
            format!("the image has {} pixels", image.len()),
        ));
    }
    let value = standardized_values(image);
    for (out, v) in out.iter_mut().zip(image.iter()) {
        *out = value[usize::from(*v)];
    }
    Ok(())
}

/// Divides a centred image by its standard deviation plus 1e-7 (Keras' `samplewise_std_normalization`, in
/// keras-preprocessing 1.0.5).
pub fn divide_by_std(centred: &mut [f32]) {
    let squares = centred.iter().map(|v| f64::from(*v).powi(2)).sum::<f64>();
    let std = (squares / centred.len().max(1) as f64).sqrt() + 1e-7;
    centred.iter_mut().for_each(|v| *v /= std as f32);
}

/// What each of the 256 grey levels becomes in `image`.
fn standardized_values(image: &GrayImage) -> [f32; 256] {
    let pixels = image.as_raw();
    // Short parts, so that their sums fit 32 bits, which are added many at a time.
    let sum = pixels
        .chunks(1 << 16)
        .map(|part| u64::from(part.iter().map(|v| u32::from(*v)).sum::<u32>()))
        .sum::<u64>();
    let mean = (sum as f64 / (255.0 * pixels.len().max(1) as f64)) as f32;
    std::array::from_fn(|v| v as f32 / 255.0 - mean)
}

/// `1 C H W` on `device` from one standardised image, the same in all `channels`.
pub fn to_tensor(image: &GrayImage, channels: usize, device: &Device) -> Result<Tensor> {
    plane_to_tensor(standardize(image), image, channels, device)
}

/// An image's standardised values as [`to_tensor`] shapes them.
pub(crate) fn plane_to_tensor(
    values: Vec<f32>,
    image: &GrayImage,
    channels: usize,
    device: &Device,
) -> Result<Tensor> {
    let (w, h) = (image.width() as usize, image.height() as usize);
    let plane = Tensor::from_vec(values, (1, 1, h, w), device)?;
    Ok(plane.broadcast_as((1, channels, h, w))?.contiguous()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// tf-keras 2.21: `ImageDataGenerator(rescale=1/255, samplewise_center=True,
    /// samplewise_std_normalization=True).standardize(x)`.
    #[test]
    fn centred_images_are_divided_by_their_standard_deviation() {
        let image = GrayImage::from_raw(3, 2, vec![0, 40, 90, 200, 255, 13]).unwrap_or_default();
        let mut values = standardize(&image);
        divide_by_std(&mut values);
        let keras = [
            -1.0382167, -0.6215411, -0.1006966, 1.0451615, 1.6180902, -0.9027972,
        ];
        for (ours, keras) in values.iter().zip(keras) {
            assert!((ours - keras).abs() < 1e-5, "{ours} {keras}");
        }
    }
}
