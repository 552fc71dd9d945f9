//! Folders of classes, and the tutorial's layout of them.

use crate::data::listing::{EXTENSIONS, LeftOut, folders_in, images_below, name_of};
use crate::data::{Classes, Patients, Projection, each_known, value_named};
use crate::error::{Error, Result};
use crate::said::say_once;
use polars::prelude::*;
use std::path::{Path, PathBuf};

/// The layout that [`Dataset::open`] looks for, for error messages.
const LAYOUT: &str = "expected layout:
  <folder>/<CC_R | CC_L | MLO_R | MLO_L>/<train | val | test>/<A | B | C | D>/<image>.png
or, for one set of images alone,
  <folder>/<A | B | C | D>/<image>.png";

/// Images in one sub-folder per class.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageFolder {
    path: PathBuf,
    classes: Classes,
    images: Vec<(PathBuf, usize)>,
    /// Where it is not as the data set states.
    naming: Option<Patients>,
}

impl ImageFolder {
    /// Lists the images under `path/<class>/` and in folders below. Classes are the sub-folders' names, in the order of `classes.txt`
    /// or of a known scale (see [`Classes`]), else sorted; files are sorted within them, by bytes, as Keras does. A class may
    /// have no image. What was left out, and classes without images, are said once.
    ///
    /// # Errors
    /// [`Error::Folder`] when the folder is absent, has no sub-folders, or there is no image in any of them.
    pub fn open(path: impl AsRef<Path>) -> Result<ImageFolder> {
        Self::open_with_more(path.as_ref(), &[])
    }

    /// [`ImageFolder::open`], with classes that may have no folder.
    fn open_with_more(path: &Path, more: &[String]) -> Result<ImageFolder> {
        let problem = |problem: String| Error::Folder {
            path: path.to_path_buf(),
            problem,
        };
        if !path.is_dir() {
            return Err(problem(format!("is not a folder; {LAYOUT}")));
        }
        let mut left_out = LeftOut::default();
        let mut names = folders_in(path, &mut left_out)?
            .iter()
            .map(|p| name_of(p))
            .collect::<Vec<_>>();
        if names.is_empty() {
            return Err(problem(format!("has no class folders in it; {LAYOUT}")));
        }
        names.extend(more.iter().cloned());
        let classes = Classes::of_folder(path, names)?;
        let mut images = Vec::new();
        let mut empty = Vec::new();
        for (class, name) in classes.iter().enumerate() {
            let folder = path.join(name);
            let files = if folder.is_dir() {
                images_below(&folder, &mut left_out)?
            } else {
                Vec::new()
            };
            if files.is_empty() {
                empty.push(name.as_str());
            }
            images.extend(files.into_iter().map(|p| (p, class)));
        }
        left_out.say(path);
        if images.is_empty() {
            return Err(problem(format!(
                "has no images ({}) in {classes}; {LAYOUT}",
                EXTENSIONS.join(", ")
            )));
        }
        if !empty.is_empty() {
            say_once(&format!(
                "{}: no images of {}",
                path.display(),
                empty.join(", ")
            ));
        }
        Ok(ImageFolder {
            path: path.to_path_buf(),
            classes,
            images,
            naming: None,
        })
    }

    /// [`ImageFolder::open`], with exactly these classes in this order, so that outputs of the network and folders agree.
    /// Not every class needs a folder.
    ///
    /// # Errors
    /// Also when none of the classes is there, or there is one too many.
    pub fn open_with_classes(path: impl AsRef<Path>, classes: &Classes) -> Result<ImageFolder> {
        Self::open_of_classes(path.as_ref(), classes)?.with_classes(classes)
    }

    /// [`ImageFolder::open_with_classes`] with the classes in the folder's own order.
    pub(crate) fn open_of_classes(path: &Path, classes: &Classes) -> Result<ImageFolder> {
        let absent = classes.iter().filter(|c| !path.join(c).is_dir());
        let absent = absent.cloned().collect::<Vec<_>>();
        if path.is_dir() && absent.len() == classes.len() {
            return Err(Error::Folder {
                path: path.to_path_buf(),
                problem: format!(
                    "has none of the class folders {classes} that the network knows; images without a class are for \
                     `classify_folder`. {LAYOUT}"
                ),
            });
        }
        let folder = ImageFolder::open_with_more(path, &absent)?;
        if let Some(surplus) = folder.classes.iter().find(|c| !classes.contains(c)) {
            return Err(Error::Folder {
                path: path.join(surplus),
                problem: format!("is no class of the network, which knows {classes}"),
            });
        }
        Ok(folder)
    }

    /// The images in `path` and in folders below it whose classes are not known, all under the first of `classes`.
    pub(crate) fn without_classes(path: &Path, classes: &Classes) -> Result<ImageFolder> {
        let mut left_out = LeftOut::default();
        let images = images_below(path, &mut left_out)?;
        left_out.say(path);
        if images.is_empty() {
            return Err(Error::Folder {
                path: path.to_path_buf(),
                problem: format!("has no images ({})", EXTENSIONS.join(", ")),
            });
        }
        Ok(ImageFolder {
            path: path.to_path_buf(),
            classes: classes.clone(),
            images: images.into_iter().map(|image| (image, 0)).collect(),
            naming: None,
        })
    }

    /// The folder, where every class has an image to learn from.
    ///
    /// # Errors
    /// [`Error::Folder`] with the first class that has none.
    pub fn with_every_class(self) -> Result<ImageFolder> {
        match self.counts().iter().position(|count| *count == 0) {
            None => Ok(self),
            Some(class) => Err(Error::Folder {
                path: self.path.join(&self.classes[class]),
                problem: format!(
                    "the class has no images to learn from ({}); add some or remove the folder",
                    EXTENSIONS.join(", ")
                ),
            }),
        }
    }

    /// The same images with the classes in another order, matched by name.
    ///
    /// # Errors
    /// [`Error::Labels`] when the names are not the same.
    pub fn with_classes(&self, classes: &Classes) -> Result<ImageFolder> {
        let places = classes.places_of(&self.classes).ok_or_else(|| {
            Error::Labels(format!(
                "{} has the classes {}, where {classes} are needed; both need the same folders",
                self.path.display(),
                self.classes
            ))
        })?;
        let images = self.images.iter();
        Ok(ImageFolder {
            path: self.path.clone(),
            classes: classes.clone(),
            images: images.map(|(p, c)| (p.clone(), places[*c])).collect(),
            naming: self.naming.clone(),
        })
    }

    /// Some of the images, by their place in [`ImageFolder::images`]; classes stay, even without an image.
    pub fn subset(&self, mut keep: impl FnMut(usize) -> bool) -> ImageFolder {
        let mut place = 0..;
        let mut images = self.images.clone();
        images.retain(|_| place.next().is_some_and(&mut keep));
        ImageFolder {
            images,
            ..self.clone()
        }
    }

    /// The images of both folders, which need the same classes.
    pub fn and(&self, other: &ImageFolder) -> Result<ImageFolder> {
        let other = other.with_classes(&self.classes)?;
        let mut both = self.clone();
        let (ours, theirs) = (self.naming()?, other.naming()?);
        if ours != theirs {
            let mut named = Vec::new();
            for (folder, naming) in [(self, ours), (&other, theirs)] {
                let paths = folder.images.iter().map(|(path, _)| path.clone());
                let patients = paths.zip(folder.patients_by(&naming));
                named.extend(patients.filter_map(|(path, patient)| Some((path, patient?))));
            }
            both.naming = Some(Patients::listed(named));
        }
        both.images.extend(other.images);
        Ok(both)
    }

    /// The same images, whose patients are told in another way than the data set states.
    pub fn with_patients(self, naming: Patients) -> ImageFolder {
        ImageFolder {
            naming: Some(naming),
            ..self
        }
    }

    /// The patient of each image, where `naming` tells.
    pub(crate) fn patients_by(&self, naming: &Patients) -> Vec<Option<String>> {
        let images = self.images.iter();
        let patients =
            images.map(|(path, class)| naming.of_named(path, &self.name_in_class(path, *class)));
        patients.collect()
    }

    /// How the patients are told.
    pub(crate) fn naming(&self) -> Result<Patients> {
        match &self.naming {
            Some(naming) => Ok(naming.clone()),
            None => Patients::stated_in(&self.path),
        }
    }

    /// The patient of each image.
    ///
    /// # Errors
    /// [`Error::Labels`] for an image of which nothing tells the patient, and when several images all are of one patient: then their names are read
    /// wrongly. As [`Patients::stated_in`].
    pub fn patients(&self) -> Result<Vec<String>> {
        let paths = self.images.iter().map(|(path, _)| path.as_path());
        each_known(paths, self.patients_by(&self.naming()?))
    }

    /// The patient of one of the images.
    ///
    /// # Errors
    /// [`Error::Parameter`] for a path that is none of them, or of which nothing tells the patient; as [`Patients::stated_in`].
    pub fn patient_of(&self, image: impl AsRef<Path>) -> Result<String> {
        let image = image.as_ref();
        let patient = match self.images.iter().find(|(path, _)| path == image) {
            Some((path, class)) => {
                (self.naming()?).of_named(path, &self.name_in_class(path, *class))
            }
            None => None,
        };
        let problem = format!(
            "is no image of {} whose patient is told",
            self.path.display()
        );
        patient.ok_or_else(|| Error::parameter("image", image.display(), problem))
    }

    /// The name of an image within the folder of its class, with the folders below that: `study1/1.png`.
    pub(crate) fn name_in_class(&self, path: &Path, class: usize) -> String {
        let of_class = self.path.join(&self.classes[class]);
        let name = path
            .strip_prefix(&of_class)
            .or(path.strip_prefix(&self.path));
        name.unwrap_or(path).to_string_lossy().replace('\\', "/")
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Class names; their places are the class indices.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// Images with the index of their class.
    pub fn images(&self) -> &[(PathBuf, usize)] {
        &self.images
    }

    /// Number of images.
    pub fn len(&self) -> usize {
        self.images.len()
    }

    /// Never true for a folder that was opened: it has an image.
    pub fn is_empty(&self) -> bool {
        self.images.is_empty()
    }

    /// The images of one class.
    pub fn of_class(&self, class: &str) -> Result<Vec<PathBuf>> {
        let index = self.classes.index(class)?;
        Ok(self
            .images
            .iter()
            .filter(|(_, c)| *c == index)
            .map(|(p, _)| p.clone())
            .collect())
    }

    /// The folder with the images of one class alone: `images.only("D")?`.
    ///
    /// # Errors
    /// [`Error::Parameter`] for a class that it does not have.
    pub fn only(&self, class: &str) -> Result<ImageFolder> {
        let index = self.classes.index(class)?;
        Ok(self.subset(|i| self.images[i].1 == index))
    }

    /// The classes with their images.
    pub fn by_class(&self) -> Vec<(String, Vec<PathBuf>)> {
        let mut classes: Vec<(String, Vec<PathBuf>)> = self
            .classes
            .iter()
            .map(|c| (c.clone(), Vec::new()))
            .collect();
        for (path, class) in &self.images {
            classes[*class].1.push(path.clone());
        }
        classes
    }

    /// Number of images of each class.
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.classes.len()];
        for (_, class) in &self.images {
            counts[*class] += 1;
        }
        counts
    }

    /// The first `per_class` images of every class, for a quick look.
    pub fn first(&self, per_class: usize) -> ImageFolder {
        let mut taken = vec![0; self.classes.len()];
        let images = self.images.iter().filter(|(_, class)| {
            taken[*class] += 1;
            taken[*class] <= per_class
        });
        ImageFolder {
            images: images.cloned().collect(),
            ..self.clone()
        }
    }
}

/// The use of a set of images.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Split {
    /// `train`.
    Train,
    /// `val` or `validation`.
    Validation,
    /// `test`.
    Test,
}

impl Split {
    /// All three.
    pub const ALL: [Split; 3] = [Split::Train, Split::Validation, Split::Test];

    /// The folder name that is written: `train`, `val`, `test`.
    pub fn name(self) -> &'static str {
        self.folder_names()[0]
    }

    fn folder_names(self) -> &'static [&'static str] {
        match self {
            Split::Train => &["train", "training"],
            Split::Validation => &["val", "validation"],
            Split::Test => &["test"],
        }
    }
}

impl AsRef<str> for Split {
    fn as_ref(&self) -> &str {
        self.name()
    }
}

impl std::str::FromStr for Split {
    type Err = Error;

    /// Reads any of a split's folder names, in any case.
    fn from_str(name: &str) -> Result<Split> {
        let called = |s: &Split| {
            s.folder_names()
                .iter()
                .any(|n| n.eq_ignore_ascii_case(name))
        };
        let split = Split::ALL.into_iter().find(called);
        value_named("split", split.map_or(name, |s| s.name()), &Split::ALL)
    }
}

/// A folder in the tutorial's layout: projections, splits, classes, images.
#[derive(Clone, Debug)]
pub struct Dataset {
    root: PathBuf,
}

impl Dataset {
    /// A dataset at `root`.
    ///
    /// # Errors
    /// [`Error::Folder`], with the layout expected, when `root` is absent or has none of the four projections.
    pub fn open(root: impl AsRef<Path>) -> Result<Dataset> {
        let root = root.as_ref();
        let found = Projection::ALL.iter().any(|p| root.join(p.name()).is_dir());
        if !found {
            return Err(Error::Folder {
                path: root.to_path_buf(),
                problem: if ImageFolder::open(root).is_ok() {
                    "holds classes, not projections: open it by `classifier.open_folder(path)?` or \
                     `ImageFolder::open(path)?`"
                        .into()
                } else if root.is_dir() {
                    format!("has none of the folders CC_R, CC_L, MLO_R, MLO_L; {LAYOUT}")
                } else {
                    format!("is not a folder; {LAYOUT}")
                },
            });
        }
        Ok(Dataset {
            root: root.to_path_buf(),
        })
    }

    /// The projections that are there.
    pub fn projections(&self) -> Vec<Projection> {
        let there = |p: &Projection| self.root.join(p.name()).is_dir();
        Projection::ALL.into_iter().filter(there).collect()
    }

    /// The images of one projection and split: `split("CC_R", "test")`, or the values of [`Projection`] and [`Split`].
    ///
    /// # Errors
    /// [`Error::Folder`] when that folder is missing or has no image; [`Error::Parameter`] for an unknown name.
    pub fn split(
        &self,
        projection: impl AsRef<str>,
        split: impl AsRef<str>,
    ) -> Result<ImageFolder> {
        ImageFolder::open(self.folder(projection, split)?)
    }

    /// The folder of one projection and split.
    ///
    /// # Errors
    /// As [`Dataset::split`].
    pub fn folder(&self, projection: impl AsRef<str>, split: impl AsRef<str>) -> Result<PathBuf> {
        let projection: Projection = projection.as_ref().parse()?;
        let split: Split = split.as_ref().parse()?;
        let found = self.split_folder(projection, split);
        found.ok_or_else(|| Error::Folder {
            path: self.root.join(projection.name()).join(split.name()),
            problem: format!("is missing; {LAYOUT}"),
        })
    }

    /// The first `per_class` images of each projection and class, with `CC_R, class A` as their captions; of the first
    /// split that is there.
    ///
    /// # Errors
    /// As [`ImageFolder::open`].
    pub fn examples(&self, per_class: usize) -> Result<Vec<(PathBuf, String)>> {
        let mut examples = Vec::new();
        for projection in self.projections() {
            let Some(split) = Split::ALL.into_iter().find(|s| self.has(projection, *s)) else {
                continue;
            };
            let images = self.split(projection, split)?.first(per_class);
            for (path, class) in images.images() {
                let caption = format!("{projection}, class {}", images.classes()[*class]);
                examples.push((path.clone(), caption));
            }
        }
        Ok(examples)
    }

    /// All images of all projections and splits.
    ///
    /// # Errors
    /// As [`ImageFolder::open`].
    pub fn paths(&self) -> Result<Vec<PathBuf>> {
        let mut paths = Vec::new();
        for projection in self.projections() {
            for split in Split::ALL.into_iter().filter(|s| self.has(projection, *s)) {
                let images = self.split(projection, split)?;
                paths.extend(images.images().iter().map(|(path, _)| path.clone()));
            }
        }
        Ok(paths)
    }

    /// Whether there is a folder of images for it.
    pub fn has(&self, projection: Projection, split: Split) -> bool {
        self.split_folder(projection, split).is_some()
    }

    /// The folder of a split, under whichever of its names it is there.
    fn split_folder(&self, projection: Projection, split: Split) -> Option<PathBuf> {
        let folder = self.root.join(projection.name());
        let mut paths = split.folder_names().iter().map(|n| folder.join(n));
        paths.find(|p| p.is_dir())
    }

    /// Number of images: a row for each projection and split that is there, a column for each class.
    pub fn counts(&self) -> Result<DataFrame> {
        let mut folders = Vec::new();
        for projection in self.projections() {
            for split in Split::ALL {
                if let Some(path) = self.split_folder(projection, split) {
                    folders.push((projection, split, ImageFolder::open(path)?));
                }
            }
        }
        let names = folders.iter().flat_map(|(_, _, f)| f.classes().to_vec());
        let names = names.collect::<std::collections::BTreeSet<_>>();
        let classes = Classes::of_folder(&self.root, names.into_iter().collect())?;
        let mut columns = vec![
            Column::new(
                "projection".into(),
                folders.iter().map(|f| f.0.name()).collect::<Vec<_>>(),
            ),
            Column::new(
                "split".into(),
                folders.iter().map(|f| f.1.name()).collect::<Vec<_>>(),
            ),
        ];
        for class in &classes {
            let count = |folder: &ImageFolder| {
                let index = folder.classes().iter().position(|c| c == class);
                index.map_or(0, |i| folder.counts()[i]) as u32
            };
            let counts = folders.iter().map(|f| count(&f.2)).collect::<Vec<_>>();
            columns.push(Column::new(class.as_str().into(), counts));
        }
        Ok(DataFrame::new(folders.len(), columns)?)
    }
}
