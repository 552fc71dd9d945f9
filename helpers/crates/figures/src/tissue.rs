//! What a network sees, beside what its class rests on.

use super::figure::Figure;
use super::gallery::{GalleryItem, gallery};
use super::map_pictures::readable_overlay;
use super::style::okabe_ito::{BLUE, ORANGE};
use density::cam::TissueMap;
use density::data::ImageFolder;
use density::error::Result;
use density::predict::Classifier;
use image::{Rgb, RgbImage};
use plotters::style::RGBColor;

/// How opaque the colour of a place is that is one kind of tissue altogether.
const OPACITY: f32 = 0.65;

/// The image with the tissue in colours, a square per place: orange where it is fibroglandular, blue where it is muscle, the stronger the
/// larger its share; fat and background are left as they are.
pub fn tissue_overlay(map: &TissueMap) -> RgbImage {
    let (rows, columns) = map.size;
    let (width, height) = map.image.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let row = y as usize * rows / height as usize;
        let column = x as usize * columns / width as usize;
        let place = row * columns + column;
        let [dense, muscle] = [2, 3].map(|kind: usize| OPACITY * map.shares[kind][place]);
        let grey = f32::from(map.image.get_pixel(x, y).0[0]) * (1.0 - dense - muscle);
        let channels = |colour: RGBColor| [colour.0, colour.1, colour.2].map(f32::from);
        let (orange, blue) = (channels(ORANGE), channels(BLUE));
        Rgb([0, 1, 2].map(|c| (grey + dense * orange[c] + muscle * blue[c] + 0.5) as u8))
    })
}

/// `23 % dense`, or that no breast is seen.
pub(crate) fn percent_dense(map: &TissueMap) -> String {
    match map.percent_density() {
        percent if percent.is_finite() => format!("{percent:.0} % dense"),
        _ => "no breast".into(),
    }
}

/// A row for each image: the mammogram with its class, the tissue that the network sees in it ([`tissue_overlay`]) with the percent
/// density, the true tissue where a mask tells it, and what speaks for its class.
///
/// # Errors
/// Those of [`Classifier::explain_predicted`], [`Classifier::tissue_in`] and of [`gallery`].
pub fn plot_seen(classifier: &Classifier, images: &ImageFolder) -> Result<Figure> {
    let images = images.with_classes(classifier.classes())?;
    let mut rows = Vec::new();
    for (path, _) in images.images() {
        let explained = classifier.explain_predicted(path)?;
        let seen = classifier.tissue_in(&explained)?;
        let truth = seen.truth(path)?;
        let class = &explained.classes[explained.map.class];
        let probability = explained.map.probabilities[explained.map.class];
        let mut row = vec![
            GalleryItem::new(
                explained.image.clone(),
                format!("{}\nclass {class}, {probability:.2}", explained.stem()),
            ),
            GalleryItem::new(
                tissue_overlay(&seen),
                format!("what the network sees:\n{}", percent_dense(&seen)),
            ),
        ];
        if let Some(truth) = truth {
            row.push(GalleryItem::new(
                tissue_overlay(&truth),
                format!("the truth:\n{}", percent_dense(&truth)),
            ));
        }
        row.push(GalleryItem::new(
            readable_overlay(&explained.image, &explained.map)?,
            format!("what speaks for {class}"),
        ));
        rows.push(row);
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
    let galleries = rows.iter().map(|row| gallery(row, columns));
    Figure::vstack(&galleries.collect::<Result<Vec<_>>>()?)
}
