//! Image files as people have them, decoded to 8-bit grey or refused by what they are.

use crate::error::{Error, Result};
use crate::said::say_once_for;
use dicom_grey::{Dicom, Window, is_dicom};
use image::codecs::pnm::PnmDecoder;
use image::{DynamicImage, GrayImage, ImageBuffer, ImageError, ImageFormat, ImageReader, Luma};
use std::cell::Cell;
use std::io::Cursor;
use std::path::Path;

type Deep = ImageBuffer<Luma<u16>, Vec<u16>>;

/// What to do about a picture in a format that is not read.
const CONVERT: &str = "convert it to PNG, 8-bit or 16-bit grey, or take it out of the folder";
/// What to do about a file that is damaged.
const FETCH: &str = "fetch it again or take it out of the folder";
/// What to do about a file that is no picture.
const REMOVE: &str = "take it out of the folder";

/// The last chunk of a PNG file, without which Pillow reads one that has all its pixels.
const PNG_END: [u8; 12] = *b"\0\0\0\0IEND\xaeB`\x82";

/// Magic numbers of what lies in folders of images: where they stand, the bytes, what the file is, what to do.
const KINDS: [(usize, &[u8], &str, &str); 24] = [
    (8, b"WEBP", "a WebP picture", CONVERT),
    (0, b"GIF8", "a GIF picture", CONVERT),
    (4, b"ftypavif", "an AVIF picture", CONVERT),
    (4, b"ftypavis", "an AVIF picture", CONVERT),
    (4, b"ftyphe", "a HEIC picture", CONVERT),
    (4, b"ftypmif1", "a HEIF picture", CONVERT),
    (4, b"jP  ", "a JPEG 2000 picture", CONVERT),
    (0, b"\xff\x4f\xff\x51", "a JPEG 2000 picture", CONVERT),
    (4, b"JXL ", "a JPEG XL picture", CONVERT),
    (0, b"\xff\x0a", "a JPEG XL picture", CONVERT),
    (0, b"8BPS", "a Photoshop picture", CONVERT),
    (0, b"\x76\x2f\x31\x01", "an OpenEXR picture", CONVERT),
    (344, b"n+1\0", "a NIfTI file", CONVERT),
    (0, b"\x89HDF", "an HDF5 file", REMOVE),
    (0, b"\x93NUMPY", "a NumPy array", CONVERT),
    (0, b"PK\x03\x04", "a ZIP archive", "unpack it"),
    (0, b"\x1f\x8b", "a gzip archive", "unpack it"),
    (0, b"%PDF", "a PDF document", REMOVE),
    (
        0,
        b"\0\x05\x16\x07",
        "a file that macOS keeps beside another",
        REMOVE,
    ),
    (
        0,
        b"version https://git-lfs",
        "a pointer of Git LFS to a picture",
        "run `git lfs pull` where it comes from",
    ),
    (
        0,
        b"<!DOC",
        "a web page, as a failed download leaves",
        FETCH,
    ),
    (
        0,
        b"<!doc",
        "a web page, as a failed download leaves",
        FETCH,
    ),
    (
        0,
        b"<html",
        "a web page, as a failed download leaves",
        FETCH,
    ),
    (0, b"<?xml", "an XML document", REMOVE),
];

/// Decodes `bytes`, those of the file `path`, as [`load_grey`](crate::data::load_grey) tells. Also the bits that its pixels use, where it has 16 and they use fewer.
pub(super) fn decode(path: &Path, mut bytes: Vec<u8>) -> Result<(GrayImage, Option<u32>)> {
    let problem = |problem: String| Error::Image {
        path: path.to_path_buf(),
        problem,
    };
    if bytes.is_empty() {
        return Err(problem(format!("is empty, 0 bytes: {FETCH}")));
    }
    if is_dicom(&bytes) {
        let grey = Dicom::from_bytes(&bytes).and_then(|file| file.grey(Window::Viewer));
        return Ok((grey.map_err(|e| problem(e.to_string()))?, None));
    }
    let known = [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Bmp,
        ImageFormat::Pnm,
        ImageFormat::Tiff,
    ];
    let big_tiff = bytes.starts_with(b"II+\0") || bytes.starts_with(b"MM\0+");
    let format = if big_tiff {
        Some(ImageFormat::Tiff)
    } else {
        image::guess_format(&bytes).ok()
    };
    let Some(format) = format.filter(|format| known.contains(format)) else {
        return Err(problem(what_it_is(&bytes)));
    };
    let name = format!("{format:?}").to_uppercase();
    if format == ImageFormat::Jpeg {
        match jpeg_kind(&bytes) {
            JpegKind::Ordinary => {}
            JpegKind::Cut => {
                return Err(problem(format!(
                    "is a JPEG file that was cut short: its end is missing; {FETCH}"
                )));
            }
            JpegKind::Other(kind) => {
                return Err(problem(format!(
                    "is a {kind} JPEG file, which is not read; {CONVERT}"
                )));
            }
        }
    }
    if format == ImageFormat::Tiff && pages(&bytes) > 1 {
        return Err(problem(format!(
            "is a TIFF file of several pages; save each as a file of its own, or {REMOVE}"
        )));
    }
    if format == ImageFormat::Png && !bytes.ends_with(&PNG_END) {
        bytes.extend(PNG_END);
    }
    let reader = ImageReader::with_format(Cursor::new(&bytes), format);
    let decoded = reader.decode().map_err(|e| match e {
        ImageError::Unsupported(e) => problem(format!(
            "is a {name} file of a kind that is not read ({e}); {CONVERT}"
        )),
        ImageError::Limits(e) => problem(format!(
            "is a {name} file that is too large ({e}); {CONVERT}"
        )),
        e => problem(format!(
            "is a {name} file that cannot be decoded ({e}), damaged or cut short: {FETCH}"
        )),
    })?;
    let bits = Cell::new(None);
    let grey = match decoded {
        // `image` has scaled it by the white that its header tells.
        deep if format == ImageFormat::Pnm && !is_full(&bytes) => grey(deep, |deep| divided(&deep)),
        deep => grey(deep, |deep| {
            let (grey, used) = from_16_bits(&deep, path);
            bits.set(used);
            grey
        }),
    };
    Ok((grey, bits.get()))
}

/// What a file is that is no picture of ours, by its first bytes, and what to do.
fn what_it_is(bytes: &[u8]) -> String {
    let named = |(at, magic, _, _): &&(usize, &[u8], &str, &str)| {
        bytes.get(*at..at + magic.len()) == Some(*magic)
    };
    match KINDS.iter().find(named) {
        Some((_, _, kind, remedy)) => {
            format!("is {kind}, no PNG, JPEG, BMP, PNM, TIFF or DICOM; {remedy}")
        }
        None => format!("is no PNG, JPEG, BMP, PNM, TIFF or DICOM; {CONVERT}"),
    }
}

/// What a JPEG file is, as far as its markers tell.
#[derive(Debug, PartialEq)]
enum JpegKind {
    Ordinary,
    /// Its end-of-image marker is missing.
    Cut,
    Other(&'static str),
}

/// Goes through a JPEG file from segment to segment (ITU-T T.81, annex B): thumbnails within segments have an end of their own.
fn jpeg_kind(bytes: &[u8]) -> JpegKind {
    let mut at = 2;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2) {
        at += 2;
        match marker {
            0xd9 => return JpegKind::Ordinary,
            // Fill bytes before a marker, and markers without a segment.
            0xff => at -= 1,
            0x01 | 0xd0..=0xd7 => {}
            0xc3 => return JpegKind::Other("lossless"),
            0xf7 => return JpegKind::Other("JPEG-LS"),
            0xc5..=0xc7 => return JpegKind::Other("hierarchical"),
            0xc9..=0xcb | 0xcd..=0xcf => return JpegKind::Other("arithmetic-coded"),
            _ => {
                let Some(&[high, low]) = bytes.get(at..at + 2) else {
                    return JpegKind::Cut;
                };
                if matches!(marker, 0xc0..=0xc2) && bytes.get(at + 2) == Some(&12) {
                    return JpegKind::Other("12-bit");
                }
                at += usize::from(u16::from_be_bytes([high, low]));
            }
        }
        // Coded data: a marker in them is followed by 0, or restarts them.
        while let Some(pair) = bytes.get(at..at + 2) {
            if pair[0] == 0xff && pair[1] != 0 && !(0xd0..=0xd7).contains(&pair[1]) {
                break;
            }
            at += 1;
        }
    }
    JpegKind::Cut
}

/// The number of pages of a TIFF file, or 1 where that cannot be told.
fn pages(bytes: &[u8]) -> usize {
    let count = || -> Option<usize> {
        let mut decoder = tiff::decoder::Decoder::new(Cursor::new(bytes)).ok()?;
        let mut pages = 1;
        while pages < 2 && decoder.more_images() {
            decoder.next_image().ok()?;
            pages += 1;
        }
        Some(pages)
    };
    count().unwrap_or(1)
}

/// Whether the white of a PNM file is all that 16 bits hold, which programs write without asking what is used.
fn is_full(bytes: &[u8]) -> bool {
    let decoder = PnmDecoder::new(Cursor::new(bytes));
    decoder.is_ok_and(|d| d.into_inner().1.maximal_sample() == 65535)
}

/// 8-bit grey; `shorten` makes it of 16-bit grey.
fn grey(image: DynamicImage, shorten: impl Fn(Deep) -> GrayImage) -> GrayImage {
    let luma = |[r, g, b]: [u64; 3]| (19595 * r + 38470 * g + 7471 * b + 0x8000) >> 16;
    match image {
        DynamicImage::ImageLuma8(grey) => grey,
        DynamicImage::ImageLuma16(deep) => shorten(deep),
        DynamicImage::ImageLumaA16(deep) => {
            shorten(Deep::from_fn(deep.width(), deep.height(), |x, y| {
                Luma([deep.get_pixel(x, y).0[0]])
            }))
        }
        deep @ (DynamicImage::ImageRgb16(_) | DynamicImage::ImageRgba16(_)) => {
            let rgb = deep.into_rgb16();
            shorten(Deep::from_fn(rgb.width(), rgb.height(), |x, y| {
                Luma([luma(rgb.get_pixel(x, y).0.map(u64::from)) as u16])
            }))
        }
        colour => {
            let rgb = colour.to_rgb8();
            GrayImage::from_fn(rgb.width(), rgb.height(), |x, y| {
                Luma([luma(rgb.get_pixel(x, y).0.map(u64::from)) as u8])
            })
        }
    }
}

/// 16 bits to 8 by the bits that are used, and these where they are fewer. Fewer than 15 are what a detector gives (10, 12, 14); a dark picture may well use 15 of 16.
fn from_16_bits(deep: &Deep, path: &Path) -> (GrayImage, Option<u32>) {
    let largest = deep.iter().copied().max().unwrap_or(0);
    let Some(bits) = [8, 10, 12, 14].into_iter().find(|bits| largest < 1 << bits) else {
        return (divided(deep), None);
    };
    tell_bits(path, bits);
    let white = (1 << bits) - 1;
    let grey = GrayImage::from_fn(deep.width(), deep.height(), |x, y| {
        Luma([(u32::from(deep.get_pixel(x, y).0[0]) * 255 / white) as u8])
    });
    (grey, Some(bits))
}

fn divided(deep: &Deep) -> GrayImage {
    GrayImage::from_fn(deep.width(), deep.height(), |x, y| {
        Luma([(deep.get_pixel(x, y).0[0] / 257) as u8])
    })
}

/// Says once that images use `bits` of 16.
fn tell_bits(path: &Path, bits: u32) {
    say_once_for(
        &format!("{bits} of 16 bits"),
        &format!(
            "{}: its values need {bits} of 16 bits, so {} is taken as white, as in further images like it",
            path.display(),
            (1 << bits) - 1
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_ends_after_its_scans_and_not_in_a_thumbnail() {
        // A segment that holds an end marker, a scan with a stuffed byte and a restart, then the end.
        let file = b"\xff\xd8\xff\xe1\x00\x06\xff\xd8\xff\xd9\xff\xda\x00\x02\x11\xff\x00\x22\xff\xd0\x33\xff\xd9";
        assert_eq!(jpeg_kind(file), JpegKind::Ordinary);
        for cut in 2..file.len() {
            assert_eq!(jpeg_kind(&file[..cut]), JpegKind::Cut, "{cut}");
        }
    }

    #[test]
    fn jpeg_files_of_other_kinds_are_told() {
        for (frame, name) in [
            (&b"\xff\xd8\xff\xc3\x00\x0b\x0c"[..], "lossless"),
            (b"\xff\xd8\xff\xc1\x00\x0b\x0c", "12-bit"),
            (b"\xff\xd8\xff\xf7\x00\x0b\x08", "JPEG-LS"),
            (b"\xff\xd8\xff\xc9\x00\x0b\x08", "arithmetic-coded"),
        ] {
            assert_eq!(jpeg_kind(frame), JpegKind::Other(name));
        }
    }

    #[test]
    fn what_is_no_picture_of_ours_is_called_by_its_name() {
        for (bytes, name) in [
            (&b"RIFF\0\0\0\0WEBPVP8 "[..], "WebP"),
            (b"GIF89a", "GIF"),
            (b"\0\0\0\x1cftypavif", "AVIF"),
            (b"\0\0\0\x0cjP  ", "JPEG 2000"),
            (b"<!DOCTYPE html>", "web page"),
            (
                b"version https://git-lfs.github.com/spec/v1",
                "git lfs pull",
            ),
            (b"nothing known", "no PNG"),
        ] {
            assert!(what_it_is(bytes).contains(name), "{}", what_it_is(bytes));
        }
    }
}
