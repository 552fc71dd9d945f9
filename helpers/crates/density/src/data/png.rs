//! Grey PNG files, resized row by row while they are decoded.

use crate::data::resize::Nearest;
use image::GrayImage;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Enough to hold what a decoder asks for at once; larger ones leave the cache.
const BUFFER: usize = 1 << 16;

/// The 8-bit grey PNG `path`, resized to the nearest pixels. `None` for any other file, for broken ones, and for those
/// with a side below `smallest`: what is wrong with them, the general decoder says.
pub(crate) fn load_nearest(
    path: &Path,
    smallest: u32,
    width: u32,
    height: u32,
) -> Option<GrayImage> {
    let file = BufReader::with_capacity(BUFFER, File::open(path).ok()?);
    let mut reader = png::Decoder::new(file).read_info().ok()?;
    let info = reader.info();
    let from = info.size();
    let grey = info.color_type == png::ColorType::Grayscale
        && info.bit_depth == png::BitDepth::Eight
        && !info.interlaced;
    if !grey || from.0 < smallest || from.1 < smallest {
        return None;
    }
    let mut rows = Nearest::new(from, (width, height));
    while let Some(row) = reader.next_row().ok()? {
        rows.push(row.data());
    }
    reader.finish().ok()?;
    Some(rows.finish())
}
