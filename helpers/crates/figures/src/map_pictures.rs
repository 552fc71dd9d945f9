//! The four pictures of a class activation map: image, map, overlay, contours.

use crate::canvas::stroke;
use crate::{Colormap, Contour, find_contours};
use density::cam::ActivationMap;
use density::data::Projection;
use density::error::{Error, Result};
use image::{DynamicImage, GrayImage, Rgb, RgbImage};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Share of its largest value above which a map counts as hot.
pub const HOT: f64 = 0.5;
/// How much of the image the overlay may hide where the map is 1.
const OPACITY: f64 = 0.6;
/// matplotlib's default line colours, of which the published contours take one after the other.
const TABLEAU: [[u8; 3]; 10] = [
    [0x1f, 0x77, 0xb4],
    [0xff, 0x7f, 0x0e],
    [0x2c, 0xa0, 0x2c],
    [0xd6, 0x27, 0x28],
    [0x94, 0x67, 0xbd],
    [0x8c, 0x56, 0x4b],
    [0xe3, 0x77, 0xc2],
    [0x7f, 0x7f, 0x7f],
    [0xbc, 0xbd, 0x22],
    [0x17, 0xbe, 0xcf],
];
/// The red value (0..255) at which the published tutorial draws its contours.
const PUBLISHED_RED: f64 = 250.0;
/// Pixels of the image per pixel of line width; thin lines would be lost when the picture is shown small.
const SIDE_PER_LINE: f64 = 110.0;
const THINNEST_LINE: f64 = 3.0;
const YELLOW: [u8; 3] = [255, 221, 0];

/// How overlay and contours are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureStyle {
    /// The image stays visible under the overlay; one contour encloses the hot region, where the map is above half
    /// of its largest value.
    #[default]
    Readable,
    /// As the published tutorial draws them: image and map are *added*, so bright tissue burns out to white, and
    /// contours follow the *red* of the coloured map. Red is low in blue and in dark red, so each hot region gets
    /// two rings, at map values of about 0.495 and 0.757, and neither is its border.
    Published,
}

/// Image, map, overlay and contours, all of one size.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPictures {
    /// The mammogram as the network saw it.
    pub image: RgbImage,
    /// The map in seismic colours.
    pub map: RgbImage,
    /// Image and map in one.
    pub overlay: RgbImage,
    /// Image with the contours of the map.
    pub contours: RgbImage,
}

impl MapPictures {
    /// Draws the pictures of `cam` over `image`, which must be the resized image the map was made from.
    pub fn new(image: &GrayImage, cam: &ActivationMap, style: PictureStyle) -> Result<MapPictures> {
        check_size(image, cam)?;
        let grey = DynamicImage::from(image.clone()).to_rgb8();
        let map = map_picture(cam, Colormap::Seismic);
        let line_width = (f64::from(image.width()) / SIDE_PER_LINE).max(THINNEST_LINE);
        let (overlay, contours) = match style {
            PictureStyle::Readable => {
                let mut contours = grey.clone();
                for line in find_contours(&cam.map, cam.size, HOT) {
                    stroke(&mut contours, &line.points, line_width + 2.0, [0, 0, 0]);
                    stroke(&mut contours, &line.points, line_width, YELLOW);
                }
                (readable_overlay(image, cam)?, contours)
            }
            PictureStyle::Published => {
                let mut contours = grey.clone();
                for (i, line) in published_contours(&map).iter().enumerate() {
                    stroke(
                        &mut contours,
                        &line.points,
                        line_width,
                        TABLEAU[i % TABLEAU.len()],
                    );
                }
                (published_overlay(&grey, &map), contours)
            }
        };
        Ok(MapPictures {
            image: grey,
            map,
            overlay,
            contours,
        })
    }

    /// Writes the four as `root/<projection>/<class>/<class>_<stem>_650.png`, `_map.png`, `_overlay.png` and
    /// `_contours.png`, the names of the published maps (650 being the size), and returns the paths. A stem that makes a name longer than files may
    /// have is cut, with a number behind it that its end gives.
    pub fn save(
        &self,
        root: impl AsRef<Path>,
        projection: impl AsRef<str>,
        class: &str,
        stem: &str,
    ) -> Result<Vec<PathBuf>> {
        let projection: Projection = projection.as_ref().parse()?;
        let folder = root.as_ref().join(projection.name()).join(class);
        std::fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
        let size = self.image.height().to_string();
        [
            (size.as_str(), &self.image),
            ("map", &self.map),
            ("overlay", &self.overlay),
            ("contours", &self.contours),
        ]
        .into_iter()
        .map(|(what, picture)| {
            let around = class.len() + what.len() + "__.png".len();
            let stem = shortened(stem, LONGEST_NAME.saturating_sub(around));
            let path = folder.join(format!("{class}_{stem}_{what}.png"));
            picture.save(&path).map_err(|e| Error::Image {
                path: path.clone(),
                problem: format!("cannot be written: {e}"),
            })?;
            Ok(path)
        })
        .collect()
    }
}

/// Bytes that the name of a file may have on all usual file systems.
const LONGEST_NAME: usize = 255;

/// The first `bytes` bytes of a stem, or as many as end at a letter, the last of them a number by which it differs from others that begin alike.
fn shortened(stem: &str, bytes: usize) -> String {
    if stem.len() <= bytes {
        return stem.to_string();
    }
    let mut hasher = DefaultHasher::new();
    stem.hash(&mut hasher);
    let number = format!("~{:08x}", hasher.finish() as u32);
    let room = bytes.saturating_sub(number.len());
    let end = (0..=room).rev().find(|end| stem.is_char_boundary(*end));
    format!("{}{number}", &stem[..end.unwrap_or(0)])
}

/// The map in colours.
pub(crate) fn map_picture(cam: &ActivationMap, colormap: Colormap) -> RgbImage {
    let (height, width) = cam.size;
    let mut picture = RgbImage::new(width as u32, height as u32);
    for (pixel, value) in picture.pixels_mut().zip(&cam.map) {
        *pixel = Rgb(colormap.rgb(*value as f32));
    }
    picture
}

fn check_size(image: &GrayImage, cam: &ActivationMap) -> Result<()> {
    let (height, width) = cam.size;
    if (image.width() as usize, image.height() as usize) == (width, height) {
        return Ok(());
    }
    Err(Error::Figure(format!(
        "the image has {} x {} pixels, its map {width} x {height}; give the image that the network read",
        image.width(),
        image.height()
    )))
}

/// The readable overlay alone: the colours of [`Colormap::Inferno`] over `image`, the more opaque the higher the map;
/// where the map is zero the image is untouched. `image` is the resized image that the map was made from.
pub fn readable_overlay(image: &GrayImage, cam: &ActivationMap) -> Result<RgbImage> {
    check_size(image, cam)?;
    let mut overlay = RgbImage::new(image.width(), image.height());
    let below_and_value = image.iter().zip(&cam.map);
    for (pixel, (below, value)) in overlay.pixels_mut().zip(below_and_value) {
        let alpha = OPACITY * value.clamp(0.0, 1.0);
        let kept = f64::from(*below) * (1.0 - alpha);
        let above = Colormap::Inferno.rgb(*value as f32);
        // Half a level more, cut: rounded.
        *pixel = Rgb(above.map(|above| (kept + f64::from(above) * alpha + 0.5) as u8));
    }
    Ok(overlay)
}

/// The published overlay: the sum of image and coloured map, cut at 255.
pub fn published_overlay(image: &RgbImage, map: &RgbImage) -> RgbImage {
    let mut sum = image.clone();
    for (s, m) in sum.iter_mut().zip(map.iter()) {
        *s = s.saturating_add(*m);
    }
    sum
}

/// The published contours: lines where the red channel of the coloured map is 250.
pub fn published_contours(map: &RgbImage) -> Vec<Contour> {
    let red = map.pixels().map(|p| f64::from(p.0[0])).collect::<Vec<_>>();
    find_contours(
        &red,
        (map.height() as usize, map.width() as usize),
        PUBLISHED_RED,
    )
}
