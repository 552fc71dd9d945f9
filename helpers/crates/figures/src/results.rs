//! Figures and tables of what the other crates compute: methods for results, each the last word of a cell.

use crate::check::finite;
use crate::figure::print_blocks;
use crate::{Colormap, Figure, GalleryItem, MapLayout, MapPictures, PictureStyle, Table};
use crate::{gallery, map_grid};
use density::cam::{Explanation, Explanations};
use density::candle_core::{DType, Tensor};
use density::data::{AugmentConfig, Check, Dataset, augment, load_grey};
use density::error::{Error, Result};
use density::merit::{Interval, Report};
use density::model::ModelCard;
use density::predict::{ImagePrediction, Predictions, ProjectionPredictions};
use density::progress::Progress;
use image::{DynamicImage, GrayImage, Rgb, RgbImage};
use polars::prelude::DataFrame;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A tensor with a longer side below this, in pixels, is enlarged.
const LEAST_SIDE: usize = 320;

/// Shows a figure or table below the cell, or says why there is none: for an `evcxr_display` of what has one.
pub fn display<T>(result: Result<T>, show: impl FnOnce(&T)) {
    match result {
        Ok(shown) => show(&shown),
        Err(error) => eprintln!("{error}"),
    }
}

/// Tables of polars' frames.
pub trait FrameTable {
    /// The frame as a table with `caption` above it.
    ///
    /// # Errors
    /// As [`Table::from_dataframe`].
    fn table(&self, caption: &str) -> Result<Table>;
}

impl FrameTable for DataFrame {
    fn table(&self, caption: &str) -> Result<Table> {
        Ok(Table::from_dataframe(self)?.caption(caption))
    }
}

/// Galleries of image files and of what a network said about them.
pub trait Gallery {
    /// The images in rows of `columns`, see [`gallery`](fn@crate::gallery).
    ///
    /// # Errors
    /// When there is no image, and with the file that cannot be read.
    fn gallery(&self, columns: usize) -> Result<Figure>;
}

impl Gallery for Dataset {
    /// The first image of every projection and class.
    fn gallery(&self, columns: usize) -> Result<Figure> {
        self.examples(1)?.gallery(columns)
    }
}

/// What is unusual about the images of a data set: how many images were looked at; a table and an image of each kind where there is anything.
pub trait ShowCheck {
    /// Shows it below the cell; the evcxr kernel calls it on a cell's last expression.
    fn evcxr_display(&self);
}

/// Images in a row of the pictures of a check.
const CHECK_COLUMNS: usize = 4;

impl ShowCheck for Check {
    fn evcxr_display(&self) {
        if self.is_clean() {
            println!("{self}");
            return;
        }
        let table = self
            .to_frame()
            .and_then(|frame| frame.table(&format!("What is unusual in {} images", self.images)));
        display(table, Table::evcxr_display);
        let examples = self.examples();
        if !examples.is_empty() {
            display(examples.gallery(CHECK_COLUMNS), Figure::evcxr_display);
        }
    }
}

/// Image files with their captions.
impl Gallery for Vec<(PathBuf, String)> {
    fn gallery(&self, columns: usize) -> Result<Figure> {
        let items = self
            .iter()
            .map(|(path, caption)| Ok(GalleryItem::new(load_grey(path)?, caption)));
        gallery(&items.collect::<Result<Vec<_>>>()?, columns)
    }
}

/// Predictions, marked as right or wrong.
impl Gallery for Vec<ImagePrediction> {
    fn gallery(&self, columns: usize) -> Result<Figure> {
        let items = self.iter().map(|p| {
            let item = GalleryItem::new(load_grey(&p.path)?, p.summary());
            Ok(match p.is_right() {
                Some(right) => item.marked(right),
                None => item,
            })
        });
        gallery(&items.collect::<Result<Vec<_>>>()?, columns)
    }
}

impl GalleryItem {
    /// `image` itself and `count` random variants of it, each with what was done to it as its caption.
    ///
    /// # Errors
    /// As [`augment`].
    pub fn augmented(
        image: &GrayImage,
        config: &AugmentConfig,
        count: u64,
    ) -> Result<Vec<GalleryItem>> {
        let mut items = vec![GalleryItem::new(image.clone(), "original")];
        for seed in 1..=count {
            let (variant, p) = augment(image, config, seed)?;
            let caption = format!(
                "{:+.0}°, shift {:+.0}, {:+.0}\nzoom {:.2}, {:.2}",
                p.theta_degrees, p.tx, p.ty, p.zx, p.zy
            );
            items.push(GalleryItem::new(variant, caption));
        }
        Ok(items)
    }
}

/// Pictures as figures; as the last expression of a cell an image appears below it.
pub trait ShowImage {
    /// The picture as a figure, one pixel for one pixel.
    ///
    /// # Errors
    /// On a picture without pixels.
    fn figure(&self) -> Result<Figure>;

    /// Shows the picture below the cell; the evcxr kernel calls it on a cell's last expression.
    fn evcxr_display(&self) {
        display(self.figure(), Figure::evcxr_display);
    }
}

impl ShowImage for GrayImage {
    fn figure(&self) -> Result<Figure> {
        Figure::try_from(self.clone())
    }
}

impl ShowImage for RgbImage {
    fn figure(&self) -> Result<Figure> {
        Figure::from_image(self.clone())
    }
}

impl ShowImage for DynamicImage {
    fn figure(&self) -> Result<Figure> {
        Figure::try_from(self.clone())
    }
}

/// A tensor of two dimensions, `height width`, in the colours of [`Colormap::Inferno`] from its smallest value to its largest;
/// a small one is enlarged, each value a square.
impl ShowImage for Tensor {
    fn figure(&self) -> Result<Figure> {
        let &[height, width] = self.dims() else {
            return Err(Error::Figure(format!(
                "a tensor of {:?} is no picture; one of height x width is. Its numbers appear without `show`",
                self.dims()
            )));
        };
        let values = self.to_dtype(DType::F32)?.flatten_all()?.to_vec1::<f32>()?;
        finite(
            "tensor",
            &values.iter().map(|v| f64::from(*v)).collect::<Vec<_>>(),
        )?;
        let low = values.iter().copied().fold(f32::INFINITY, f32::min);
        let high = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let range = if high > low { high - low } else { 1.0 };
        let square = (LEAST_SIDE / height.max(width).max(1)).max(1);
        let picture =
            RgbImage::from_fn((width * square) as u32, (height * square) as u32, |x, y| {
                let value = values[y as usize / square * width + x as usize / square];
                Rgb(Colormap::Inferno.rgb((value - low) / range))
            });
        Figure::from_image(picture)
    }

    /// Its numbers: a picture is what [`show`] makes of it.
    fn evcxr_display(&self) {
        print_blocks(&[("text/plain", self.to_string())]);
    }
}

/// Results whose text says more than their fields: it appears as the last expression of a cell.
pub trait ShowText: std::fmt::Display {
    /// Shows the text below the cell; the evcxr kernel calls it on a cell's last expression.
    fn evcxr_display(&self) {
        print_blocks(&[("text/plain", self.to_string())]);
    }
}

impl ShowText for Explanation {}
impl ShowText for ImagePrediction {}
impl ShowText for Interval {}
impl ShowText for ModelCard {}
impl ShowText for Predictions {}
impl ShowText for ProjectionPredictions {}
impl ShowText for Report {}

/// An image as a figure, `show(&load_grey(&path)?)?`.
///
/// # Errors
/// On a picture without pixels.
pub fn show(image: &impl ShowImage) -> Result<Figure> {
    image.figure()
}

/// Pictures of class activation maps.
pub trait DrawMaps {
    /// A row per explanation: the mammogram, its map, the overlay and the contours, see [`map_grid`].
    ///
    /// # Errors
    /// When there is no explanation.
    fn grid(&self) -> Result<Figure> {
        self.grid_in(PictureStyle::Readable)
    }

    /// [`DrawMaps::grid`] with overlay and contours of that style.
    ///
    /// # Errors
    /// When there is no explanation.
    fn grid_in(&self, style: PictureStyle) -> Result<Figure>;

    /// Shows the grid below the cell; the evcxr kernel calls it on a cell's last expression.
    fn evcxr_display(&self) {
        display(self.grid(), Figure::evcxr_display);
    }

    /// Saves the four pictures of every explanation, at the size of its image file, as `<folder>/<projection>/<class>/<class>_<name>_map.png` and so on,
    /// see [`MapPictures::save`]; the class is the one explained.
    ///
    /// # Errors
    /// [`Error::Io`](density::Error::Io) and [`Error::Image`](density::Error::Image) with the path that cannot be written.
    fn save(&self, folder: impl AsRef<Path>, projection: impl AsRef<str>) -> Result<()>;
}

impl DrawMaps for Explanations {
    fn grid_in(&self, style: PictureStyle) -> Result<Figure> {
        let layout = MapLayout {
            style,
            ..MapLayout::default()
        };
        map_grid(self, &layout)
    }

    fn save(&self, folder: impl AsRef<Path>, projection: impl AsRef<str>) -> Result<()> {
        let mut progress = Progress::new("maps saved", "images", self.iter().count());
        let names = names_of(&self.iter().collect::<Vec<_>>());
        for (e, name) in self.iter().zip(names) {
            let e = e.at_own_size()?;
            let pictures = MapPictures::new(&e.image, &e.map, PictureStyle::Readable)?;
            let class = &e.classes[e.map.class];
            pictures.save(folder.as_ref(), &projection, class, &name)?;
            progress.advance(1)?;
        }
        Ok(())
    }
}

/// A name for each that no other image explained by the same class has: the stem of the file, or where an image before it has that, with as many
/// folders before it as it takes, and the extension.
fn names_of(explanations: &[&Explanation]) -> Vec<String> {
    let longer = |path: &Path, step: usize| {
        let (folders, extension) = (step.div_ceil(2), step > 0 && step.is_multiple_of(2));
        let path = if extension {
            path.to_path_buf()
        } else {
            path.with_extension("")
        };
        let parts = path.iter().map(|part| part.to_string_lossy());
        let parts = parts.collect::<Vec<_>>();
        parts[parts.len().saturating_sub(folders + 1)..].join("-")
    };
    let mut holders = HashMap::<(usize, String), &Path>::new();
    let mut names = Vec::with_capacity(explanations.len());
    for e in explanations {
        let steps = 0..2 * e.path.iter().count();
        let numbered = (2..).map(|number| format!("{}~{number}", e.stem()));
        let candidates = steps.map(|step| longer(&e.path, step)).chain(numbered);
        for name in candidates {
            let holder = holders.entry((e.map.class, name.clone()));
            if *holder.or_insert(&e.path) == e.path {
                names.push(name);
                break;
            }
        }
    }
    names
}
