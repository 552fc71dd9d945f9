//! The values of the pixels as they are stored.

use crate::codestream;
use crate::error::DicomError;
use crate::header::{number, text};
use dicom_core::{DataElement, PrimitiveValue, VR};
use dicom_dictionary_std::tags;
use dicom_object::{DefaultDicomObject, InMemDicomObject, Tag};
use dicom_pixeldata::PixelDecoder;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// More pixels than any detector has: the largest have 30 million.
const MOST_PIXELS: u64 = 64_000_000;

/// The values of the pixels as they are stored: row-major, in 16 bits each, whatever their sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Bits of a value that are used, 1 to 16.
    pub bits: u32,
    /// Whether the highest of these is the sign.
    pub signed: bool,
    /// The used bits of each pixel, shifted to the lowest place.
    pub pixels: Vec<u16>,
}

impl Stored {
    /// The value that the bits of a pixel stand for.
    pub fn value(&self, bits: u16) -> i32 {
        signed(bits, self.bits, self.signed)
    }

    /// The least and the largest value that the bits can stand for.
    pub fn range(&self) -> (i32, i32) {
        if self.signed {
            (-(1 << (self.bits - 1)), (1 << (self.bits - 1)) - 1)
        } else {
            (0, (1 << self.bits) - 1)
        }
    }

    pub(crate) fn of(object: &DefaultDicomObject) -> Result<Stored, DicomError> {
        let (width, height, used, shift, is_signed) = check(object)?;
        let bytes_per_pixel = 1 + usize::from(number(object, tags::BITS_ALLOCATED) == Some(16));
        let pixels = pixels_alone(object, used, shift, is_signed);
        // Decoders of damaged files may panic.
        let decoded = quietly(|| {
            let decoded = pixels.decode_pixel_data_frame(0)?;
            Ok::<_, dicom_pixeldata::Error>(decoded.into_data())
        });
        let bytes = match decoded {
            None => return Err(DicomError::Damaged("its decoder gave up".into())),
            Some(decoded) => decoded.map_err(|e| DicomError::Damaged(chain(&e)))?,
        };
        let pixels = width as usize * height as usize;
        if bytes.len() < pixels * bytes_per_pixel {
            let problem = format!(
                "{} bytes where {width} x {height} pixels take {}",
                bytes.len(),
                pixels * bytes_per_pixel
            );
            return Err(DicomError::Damaged(problem));
        }
        let mask = ((1u32 << used) - 1) as u16;
        let values = bytes.chunks_exact(bytes_per_pixel).take(pixels);
        let pixels = values.map(|bytes| {
            let value = match bytes {
                [low, high] => u16::from_le_bytes([*low, *high]),
                _ => u16::from(bytes[0]),
            };
            (value >> shift) & mask
        });
        Ok(Stored {
            width,
            height,
            bits: used,
            signed: is_signed,
            pixels: pixels.collect(),
        })
    }
}

/// The elements of the object that its decoder needs, those that may be absent as well: what else is odd about it does not matter to its pixels.
fn pixels_alone(
    object: &DefaultDicomObject,
    used: u32,
    shift: u32,
    is_signed: bool,
) -> DefaultDicomObject {
    let needed = [
        tags::SAMPLES_PER_PIXEL,
        tags::PHOTOMETRIC_INTERPRETATION,
        tags::NUMBER_OF_FRAMES,
        tags::ROWS,
        tags::COLUMNS,
        tags::BITS_ALLOCATED,
        tags::PIXEL_DATA,
    ];
    let mut pixels = InMemDicomObject::new_empty();
    for element in needed.iter().filter_map(|tag| object.get(*tag)) {
        pixels.put(element.clone());
    }
    for (tag, value) in [
        (tags::BITS_STORED, used),
        (tags::HIGH_BIT, shift + used - 1),
        (tags::PIXEL_REPRESENTATION, u32::from(is_signed)),
    ] {
        let value = PrimitiveValue::from(value as u16);
        pixels.put(DataElement::new(tag, VR::US, value));
    }
    if pixels.get(tags::SAMPLES_PER_PIXEL).is_none() {
        pixels.put(DataElement::new(
            tags::SAMPLES_PER_PIXEL,
            VR::US,
            PrimitiveValue::from(1u16),
        ));
    }
    pixels.with_exact_meta(object.meta().clone())
}

/// `bits` as a number of `used` bits.
fn signed(bits: u16, used: u32, is_signed: bool) -> i32 {
    let value = i32::from(bits);
    if is_signed && value >> (used - 1) & 1 == 1 {
        value - (1 << used)
    } else {
        value
    }
}

/// Width, height, used bits, the place of the lowest of them, and whether they have a sign; refuses what cannot be decoded before
/// any memory is asked for.
fn check(object: &DefaultDicomObject) -> Result<(u32, u32, u32, u32, bool), DicomError> {
    let Some(pixels) = object.get(tags::PIXEL_DATA) else {
        let class = text(object, tags::MODALITY);
        return Err(DicomError::NoPixels(format!("of modality `{class}`")));
    };
    let count = |tag: Tag, name: &str| {
        number(object, tag).ok_or_else(|| DicomError::Pixels(format!("without {name}")))
    };
    let (width, height) = (count(tags::COLUMNS, "Columns")?, count(tags::ROWS, "Rows")?);
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(DicomError::Pixels(format!("{width} x {height} of them")));
    }
    let samples = number(object, tags::SAMPLES_PER_PIXEL).unwrap_or(1);
    let colours = text(object, tags::PHOTOMETRIC_INTERPRETATION);
    if samples != 1 || !colours.to_uppercase().starts_with("MONOCHROME") {
        return Err(DicomError::Pixels(format!(
            "{colours}, {samples} values each"
        )));
    }
    let allocated = count(tags::BITS_ALLOCATED, "Bits Allocated")?;
    let used = number(object, tags::BITS_STORED).unwrap_or(allocated);
    let high = number(object, tags::HIGH_BIT).unwrap_or(used.saturating_sub(1));
    if ![8, 16].contains(&allocated)
        || !(1..=allocated).contains(&used)
        || !(used - 1..allocated).contains(&high)
    {
        return Err(DicomError::Pixels(format!(
            "{used} bits up to bit {high} of {allocated}"
        )));
    }
    if let Some(fragments) = pixels.fragments() {
        let first = fragments
            .first()
            .map_or(&[][..], |fragment| fragment.as_slice());
        // PS3.5, G.5: up to 15 segments, one for each byte of a value.
        let segments = first
            .get(..4)
            .map(|four| [four[0], four[1], four[2], four[3]]);
        let segments = segments.map_or(0, u32::from_le_bytes);
        if is_run_lengths(object) && (segments != allocated / 8 || first.len() < 64) {
            return Err(DicomError::Damaged(format!(
                "{segments} segments of run lengths"
            )));
        }
        if let Some(size) = codestream::size(first)
            && size != (width, height)
        {
            return Err(DicomError::Damaged(format!(
                "{} x {} pixels are compressed, the header tells of {width} x {height}",
                size.0, size.1
            )));
        }
    }
    let is_signed = number(object, tags::PIXEL_REPRESENTATION) == Some(1);
    Ok((width, height, used, high + 1 - used, is_signed))
}

fn is_run_lengths(object: &DefaultDicomObject) -> bool {
    uid(object) == "1.2.840.10008.1.2.5"
}

/// Of the transfer syntax.
fn uid(object: &DefaultDicomObject) -> &str {
    let uid = object.meta().transfer_syntax();
    uid.trim_end_matches(['\0', ' '])
}

/// The texts of an error and of those behind it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        let next = error.to_string();
        if !text.contains(&next) {
            text += &format!(": {next}");
        }
        behind = error.source();
    }
    text
}

/// What `work` gives, `None` where it panics; the panic says nothing.
pub(crate) fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    use std::cell::Cell;
    use std::sync::Once;
    thread_local!(static QUIET: Cell<bool> = const { Cell::new(false) });
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                before(panic);
            }
        }));
    });
    QUIET.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    done.ok()
}

/// The transfer syntaxes that nothing in pure Rust decodes, or that mammograms do not have, by their names.
pub(crate) fn compression(object: &DefaultDicomObject) -> Result<(), DicomError> {
    let name = match uid(object) {
        "1.2.840.10008.1.2.4.51" => "JPEG of 12 bits (process 4)",
        "1.2.840.10008.1.2.4.80" => "JPEG-LS, lossless",
        "1.2.840.10008.1.2.4.81" => "JPEG-LS, near-lossless",
        "1.2.840.10008.1.2.1.99" => "deflated bytes",
        "1.2.840.10008.1.2.4.201" | "1.2.840.10008.1.2.4.202" | "1.2.840.10008.1.2.4.203" => {
            "High-Throughput JPEG 2000"
        }
        "1.2.840.10008.1.2"
        | "1.2.840.10008.1.2.1"
        | "1.2.840.10008.1.2.2"
        | "1.2.840.10008.1.2.5"
        | "1.2.840.10008.1.2.4.50"
        | "1.2.840.10008.1.2.4.57"
        | "1.2.840.10008.1.2.4.70"
        | "1.2.840.10008.1.2.4.90"
        | "1.2.840.10008.1.2.4.91"
        | "1.2.840.10008.1.2.1.98" => return Ok(()),
        other => return Err(DicomError::Compression(format!("transfer syntax {other}"))),
    };
    Err(DicomError::Compression(name.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_the_highest_bit_that_is_used() {
        assert_eq!(signed(0xfff, 12, true), -1);
        assert_eq!(signed(0x800, 12, true), -2048);
        assert_eq!(signed(0x7ff, 12, true), 2047);
        assert_eq!(signed(0xfff, 12, false), 4095);
        assert_eq!(signed(0xffff, 16, true), -1);
    }

    #[test]
    fn a_panic_of_a_decoder_is_no_panic_of_the_reader() {
        assert_eq!(quietly(|| 3), Some(3));
        assert_eq!(
            quietly(|| -> u8 { panic!("nothing of this is printed") }),
            None
        );
    }
}
