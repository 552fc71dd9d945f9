//! A mammogram as it comes, made what the tutorial's networks read: cut to the breast, turned, alone on black.

use crate::import::holds_dicom;
use crate::{Breast, muscle};
use density::data::{Projection, load_grey};
use density::error::{Error, Result as FileResult};
use density::files::write_atomically;
use dicom_grey::{Dicom, DicomError, Header, Window};
use image::{GrayImage, ImageFormat, imageops};
use std::io::Cursor;
use std::path::Path;

/// What becomes of the pectoral muscle in oblique views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Muscle {
    /// It stays (default): the shipped networks know it from phantoms.
    #[default]
    AsItIs,
    /// It is painted black behind a straight line, as in the published images; left where no line is clear.
    Painted,
}

/// How a mammogram becomes a picture for the tutorial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureOptions {
    /// Which values of a DICOM file are black and white.
    pub window: Window,
    /// Cuts to the breast (default); what else is bright, as markers and labels, turns black either way.
    pub crop: bool,
    /// The pectoral muscle.
    pub muscle: Muscle,
}

impl Default for PictureOptions {
    fn default() -> PictureOptions {
        PictureOptions {
            window: Window::default(),
            crop: true,
            muscle: Muscle::default(),
        }
    }
}

/// The picture of a file of this projection, or why there is none.
pub(crate) fn picture(
    path: &Path,
    projection: Projection,
    options: PictureOptions,
) -> Result<GrayImage, String> {
    let (grey, header) = if holds_dicom(path) {
        let told = |e: DicomError| e.to_string();
        let file = Dicom::open(path).map_err(told)?;
        let grey = file.grey(options.window).map_err(told)?;
        (grey, Some(file.header().clone()))
    } else {
        let grey = load_grey(path).map_err(|e| {
            let told = e.to_string();
            let name = format!("{}: ", path.display());
            told.strip_prefix(&name).unwrap_or(&told).to_string()
        })?;
        (grey, None)
    };
    let breast = Breast::find_on_any_ground(&grey).ok_or("is black: there is no breast in it")?;
    let points_left = points_left(&breast, header.as_ref());
    let mut image = breast.alone(&grey);
    if options.crop {
        let (left, top, width, height) = breast.bounds(&image);
        image = imageops::crop_imm(&image, left, top, width, height).to_image();
    }
    if is_upside_down(header.as_ref(), projection) {
        imageops::flip_vertical_in_place(&mut image);
    }
    if points_left != projection.is_right() {
        imageops::flip_horizontal_in_place(&mut image);
    }
    if options.muscle == Muscle::Painted && projection.is_oblique() {
        muscle::paint(&mut image, projection.is_right());
    }
    Ok(image)
}

/// Writes a picture as PNG, whole or not at all.
pub(crate) fn write_png(image: &GrayImage, path: &Path) -> FileResult<()> {
    let mut png = Cursor::new(Vec::new());
    let written = image.write_to(&mut png, ImageFormat::Png);
    written.map_err(|e| Error::Image {
        path: path.to_path_buf(),
        problem: format!("cannot be written as PNG: {e}"),
    })?;
    write_atomically(path, png.get_ref())
}

/// Whether the rows go from the foot to the head, or from the inner to the outer side.
fn is_upside_down(header: Option<&Header>, projection: Projection) -> bool {
    let down = header.and_then(|h| h.orientation.as_ref());
    match down.and_then(|[_, down]| down.chars().next()) {
        Some('H') => true,
        // Craniocaudal views have the outer side of the breast on top.
        Some('R') => projection.is_right() && !projection.is_oblique(),
        Some('L') => !projection.is_right() && !projection.is_oblique(),
        _ => false,
    }
}

/// Whether the nipple is on the left: the breast fills more of the border at the chest wall. Where both borders are much alike, the header tells.
fn points_left(breast: &Breast, header: Option<&Header>) -> bool {
    let (left, right) = breast.borders();
    let told = header.and_then(|h| h.orientation.as_ref());
    let told = told.and_then(|[along, _]| along.chars().next());
    match told {
        Some('P') if (left - right).abs() < CLEARLY => true,
        Some('A') if (left - right).abs() < CLEARLY => false,
        _ => left < right,
    }
}

/// By how much the borders differ, as shares, before the picture is believed rather than its header.
const CLEARLY: f64 = 0.1;
