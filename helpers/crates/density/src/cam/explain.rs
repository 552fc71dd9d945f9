//! Class activation maps of folders of images, with the checks that go with them.

use crate::cam::{
    ActivationMap, FROM_TOP, correlation, energy_in_mask, grad_cam, randomised_from_top,
};
use crate::data::{Classes, ImageFolder, Resize, load_grey};
use crate::error::{Error, Result};
use crate::predict::Classifier;
use crate::progress::Progress;
use image::GrayImage;
use polars::prelude::{Column, DataFrame};
use std::fmt;
use std::path::{Path, PathBuf};

/// The grey value of fibroglandular tissue in the masks of phantoms; that of the background is 0.
const DENSE: u8 = 160;

/// Why a network sees a class in one image.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The image file.
    pub path: PathBuf,
    /// The image as the network sees it.
    pub image: GrayImage,
    /// Class names in the order of the outputs.
    pub classes: Classes,
    /// The true class, where it is known, as an index into `classes`.
    pub truth: Option<usize>,
    /// The map of the class explained.
    pub map: ActivationMap,
}

impl Explanation {
    /// The image's name without folder and extension.
    pub fn stem(&self) -> String {
        let stem = self.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// The same at the size of the image file: its pixels, and the map enlarged to them.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub fn at_own_size(&self) -> Result<Explanation> {
        let image = load_grey(&self.path)?;
        Ok(Explanation {
            map: self.map.at_size(image.dimensions()),
            image,
            ..self.clone()
        })
    }

    /// Which class is explained, and what the network says of the image.
    pub fn caption(&self) -> String {
        let (explained, map) = (self.map.class, &self.map);
        let question = format!(
            "{}: what speaks for class {}? logit {:.1}, probability {:.3}",
            self.stem(),
            self.classes[explained],
            map.logits[explained],
            map.probabilities[explained]
        );
        match self.truth {
            Some(truth) => format!("{question}; true class {}", self.classes[truth]),
            None => question,
        }
    }
}

impl fmt::Display for Explanation {
    /// Logits and probabilities of all classes, and the map's own numbers before they are enlarged to the image.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let map = &self.map;
        let (rows, columns) = map.coarse_size;
        writeln!(f, "{}", self.stem())?;
        writeln!(f, "logits        {:.2?}", map.logits)?;
        writeln!(f, "probabilities {:.4?}", map.probabilities)?;
        writeln!(f, "explained     {}", self.classes[map.class])?;
        write!(f, "the map before it is enlarged, {rows} x {columns}:")?;
        for row in map.coarse.chunks(columns.max(1)) {
            writeln!(f)?;
            for value in row {
                write!(f, "{value:7.3}")?;
            }
        }
        Ok(())
    }
}

/// The explanations of several images, or of one image for several classes.
#[derive(Clone, Debug)]
pub struct Explanations {
    list: Vec<Explanation>,
}

impl FromIterator<Explanation> for Explanations {
    fn from_iter<I: IntoIterator<Item = Explanation>>(explanations: I) -> Explanations {
        Explanations {
            list: explanations.into_iter().collect(),
        }
    }
}

impl Explanations {
    /// The first explanation.
    ///
    /// # Errors
    /// [`Error::Parameter`] when there is none.
    pub fn first(&self) -> Result<&Explanation> {
        let none = || Error::parameter("images", 0, "give one image at least");
        self.list.first().ok_or_else(none)
    }

    /// The explanations.
    pub fn iter(&self) -> impl Iterator<Item = &Explanation> {
        self.list.iter()
    }

    /// How much of the maps ([`ActivationMap::evidence`]) lies on dense tissue and on the breast, averaged over the maps of each class
    /// explained: a row per class with its number of maps, the dense share of the picture, the energy ratio on dense tissue (see
    /// [`energy_in_mask`]), the largest it could be, both for the breast, the share of the map's sum that lies beside the breast, and the same
    /// share of the sum of all these maps (pooled), where a map with hardly any evidence counts for hardly anything. Images without a mask
    /// and maps that are zero everywhere do not count.
    ///
    /// # Errors
    /// [`Error::Folder`] when no image has a mask: only phantoms come with them.
    pub fn energy_on(&self, masks: &TissueMasks) -> Result<DataFrame> {
        let classes = self.list.first().map_or(&[][..], |e| &e.classes);
        let mut sums = vec![[0.0; 8]; classes.len()];
        let mut counts = vec![0_u32; classes.len()];
        for e in self.iter() {
            let Some(tissue) = masks.of(e)? else {
                continue;
            };
            let dense: Vec<bool> = tissue.iter().map(|t| *t == DENSE).collect();
            let breast: Vec<bool> = tissue.iter().map(|t| *t != 0).collect();
            let map = e.map.evidence();
            let (Ok(on_dense), Ok(on_breast)) =
                (energy_in_mask(&map, &dense), energy_in_mask(&map, &breast))
            else {
                continue;
            };
            let share =
                |mask: &[bool]| mask.iter().filter(|m| **m).count() as f64 / mask.len() as f64;
            let (dense, breast) = (share(&dense), share(&breast));
            let outside = 1.0 - on_breast * breast;
            let total = map.iter().sum::<f64>();
            let values = [
                dense,
                on_dense,
                1.0 / dense,
                on_breast,
                1.0 / breast,
                outside,
                outside * total,
                total,
            ];
            for (sum, value) in sums[e.map.class].iter_mut().zip(values) {
                *sum += value;
            }
            counts[e.map.class] += 1;
        }
        let rows: Vec<usize> = (0..classes.len()).filter(|c| counts[*c] > 0).collect();
        if rows.is_empty() {
            return Err(Error::Folder {
                path: masks.folder.clone(),
                problem:
                    "has no mask of these images; only phantoms come with masks of their tissue"
                        .into(),
            });
        }
        let mean = |i: usize| -> Vec<f64> {
            let rows = rows.iter();
            rows.map(|c| sums[*c][i] / f64::from(counts[*c])).collect()
        };
        let pooled = rows.iter().map(|c| sums[*c][6] / sums[*c][7]);
        let names: Vec<&str> = rows.iter().map(|c| classes[*c].as_str()).collect();
        let images: Vec<u32> = rows.iter().map(|c| counts[*c]).collect();
        Ok(DataFrame::new(
            rows.len(),
            vec![
                Column::new("class".into(), names),
                Column::new("maps".into(), images),
                Column::new("dense share of the picture".into(), mean(0)),
                Column::new("energy ratio, dense tissue".into(), mean(1)),
                Column::new("at most".into(), mean(2)),
                Column::new("energy ratio, breast".into(), mean(3)),
                Column::new("at most, breast".into(), mean(4)),
                Column::new("beside the breast".into(), mean(5)),
                Column::new(
                    "beside the breast, pooled".into(),
                    pooled.collect::<Vec<_>>(),
                ),
            ],
        )?)
    }
}

impl Classifier {
    /// Explains every image of a folder: the map of its true class.
    ///
    /// # Errors
    /// The first image that cannot be read, as [`Classifier::read`]; and when the classes are not the network's.
    pub fn explain(&self, images: &ImageFolder) -> Result<Explanations> {
        self.explain_each(images, |truth| truth)
    }

    /// Explains every image of a folder for one class, `"D"`, whatever its own is: what speaks for it there?
    ///
    /// # Errors
    /// As [`Classifier::explain`], and for a class that the network does not know.
    pub fn explain_as(&self, images: &ImageFolder, class: &str) -> Result<Explanations> {
        let class = self.classes().index(class)?;
        self.explain_each(images, |_| class)
    }

    fn explain_each(
        &self,
        images: &ImageFolder,
        class_of: impl Fn(usize) -> usize,
    ) -> Result<Explanations> {
        let images = images.with_classes(self.classes())?;
        let mut progress = Progress::new("explanation", "images", images.len());
        images
            .images()
            .iter()
            .map(|(path, truth)| {
                let explanation = self.explain_image(path, Some(*truth), Some(class_of(*truth)))?;
                progress.advance(1)?;
                Ok(explanation)
            })
            .collect()
    }

    /// Explains one image for one class, `"D"`.
    ///
    /// # Errors
    /// As [`Classifier::read`], and for a class that the network does not know.
    pub fn explain_class(&self, path: impl AsRef<Path>, class: &str) -> Result<Explanation> {
        let class = self.classes().index(class)?;
        self.explain_image(path.as_ref(), None, Some(class))
    }

    /// Explains one image for the class that the network predicts.
    ///
    /// # Errors
    /// As [`Classifier::read`].
    pub fn explain_predicted(&self, path: impl AsRef<Path>) -> Result<Explanation> {
        self.explain_image(path.as_ref(), None, None)
    }

    /// Explains one image for each class of the network.
    ///
    /// # Errors
    /// As [`Classifier::read`].
    pub fn explain_all_classes(&self, path: impl AsRef<Path>) -> Result<Explanations> {
        (0..self.classes().len())
            .map(|class| self.explain_image(path.as_ref(), None, Some(class)))
            .collect()
    }

    /// Explains one image: the map of `class`, or of the predicted one.
    fn explain_image(
        &self,
        path: &Path,
        truth: Option<usize>,
        class: Option<usize>,
    ) -> Result<Explanation> {
        let image = self.read(path)?;
        Ok(Explanation {
            map: grad_cam(self.model(), &self.tensor(&image)?, class)?,
            path: path.to_path_buf(),
            image,
            classes: self.classes().clone(),
            truth,
        })
    }

    /// The sanity check of Adebayo et al. 2018: the correlation of the maps of `images` with those of the same network
    /// whose parts, from the last to the first, have lost their weights. A row per part: which parts forgot, the mean
    /// correlation over images and seeds, the number of maps; maps that are zero everywhere do not count.
    ///
    /// # Errors
    /// As [`Classifier::explain`].
    pub fn randomisation_check(&self, images: &ImageFolder, seeds: &[u64]) -> Result<DataFrame> {
        let learnt = self.explain(images)?;
        let maps = FROM_TOP.len() * seeds.len() * learnt.list.len();
        let mut progress = Progress::new("randomisation check", "maps", maps);
        let (mut names, mut means, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        for parts in 1..=FROM_TOP.len() {
            let mut values = Vec::new();
            for seed in seeds {
                let forgetful = randomised_from_top(self.model(), parts, *seed)?;
                for e in learnt.iter() {
                    let after = grad_cam(&forgetful, &self.tensor(&e.image)?, Some(e.map.class))?;
                    values.push(correlation(&e.map.map, &after.map)?);
                    progress.advance(1)?;
                }
            }
            values.retain(|v| v.is_finite());
            names.push(FROM_TOP[..parts].join(", "));
            means.push(values.iter().sum::<f64>() / values.len() as f64);
            counts.push(values.len() as u32);
        }
        Ok(DataFrame::new(
            names.len(),
            vec![
                Column::new("random weights in".into(), names),
                Column::new("mean correlation with the learnt map".into(), means),
                Column::new("maps".into(), counts),
            ],
        )?)
    }
}

/// The masks that tell the tissue of every pixel of phantoms, `<folder>/<class>/<name>.png`.
#[derive(Clone, Debug)]
pub struct TissueMasks {
    folder: PathBuf,
}

impl TissueMasks {
    /// The masks of a projection in a dataset of phantoms, `<root>/<projection>/masks`. The folder need not be there:
    /// images without a mask are left out.
    pub fn of_projection(root: impl AsRef<Path>, projection: impl AsRef<str>) -> TissueMasks {
        TissueMasks {
            folder: root.as_ref().join(projection.as_ref()).join("masks"),
        }
    }

    /// The mask of an image at the size of its map, `None` where there is none.
    fn of(&self, e: &Explanation) -> Result<Option<Vec<u8>>> {
        let Some(truth) = e.truth else {
            return Ok(None);
        };
        let file = format!("{}.png", e.stem());
        let file = self.folder.join(&e.classes[truth]).join(file);
        if !file.is_file() {
            return Ok(None);
        }
        let (width, height) = e.image.dimensions();
        let mask = Resize::Nearest.apply(&load_grey(file)?, width, height);
        Ok(Some(mask.into_raw()))
    }
}
