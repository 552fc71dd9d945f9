//! A trained network, applied to images.

use crate::cam::randomised_from_top;
use crate::data::{
    BatchStream, Classes, ImageFolder, Projection, Resize, StreamConfig, at_a_glance,
    divide_by_std, load_resized, plane_to_tensor, standardize, tell,
};
use crate::error::{Error, Result, listed};
use crate::model::{ModelCard, ResNet};
use crate::predict::{FolderPredictions, ImagePrediction, Predictions, argmax, labels_from_folder};
use crate::progress::Progress;
use crate::said::say_once;
use candle_core::{Device, Tensor};
use image::GrayImage;
use polars::prelude::{Column, DataFrame};
use std::collections::HashSet;
use std::path::Path;

/// Images a forward pass.
const BATCH: usize = 4;
/// Endings of weights files, in the order they are looked for.
const WEIGHTS_EXTENSIONS: [&str; 3] = ["safetensors", "h5", "hdf5"];

/// A network with what its weights file says about it, and the way images are resized for it.
#[derive(Clone, Debug)]
pub struct Classifier {
    model: ResNet,
    card: ModelCard,
    resize: Resize,
}

impl Classifier {
    /// Reads a weights file, ours (`.safetensors`) or Keras' (`.h5`), onto `device`; see [`ResNet::load`].
    pub fn load(path: impl AsRef<Path>, device: &Device) -> Result<Classifier> {
        ResNet::load(path, device).map(|(model, card)| Classifier::new(model, card))
    }

    /// Reads the weights of one projection from a folder: `<folder>/CC_R.safetensors`, or Keras' `CC_R.h5`, and so on.
    ///
    /// # Errors
    /// [`Error::Weights`] when there is neither file, and as [`Classifier::load`].
    pub fn for_projection(
        folder: impl AsRef<Path>,
        projection: impl AsRef<str>,
        device: &Device,
    ) -> Result<Classifier> {
        let projection: Projection = projection.as_ref().parse()?;
        let folder = folder.as_ref();
        let names = WEIGHTS_EXTENSIONS.map(|e| format!("{projection}.{e}"));
        match names.iter().map(|n| folder.join(n)).find(|p| p.is_file()) {
            Some(path) => Classifier::load(path, device),
            None => Err(Error::Weights {
                path: folder.to_path_buf(),
                problem: format!(
                    "has no weights of {projection}; looked for {}",
                    names.join(", ")
                ),
            }),
        }
    }

    /// A network that is in memory already, such as one just trained.
    pub fn new(model: ResNet, card: ModelCard) -> Classifier {
        Classifier {
            resize: card.resize,
            model,
            card,
        }
    }

    /// With another way of resizing than the network was trained with.
    pub fn with_resize(mut self, resize: Resize) -> Classifier {
        self.resize = resize;
        self
    }

    /// With another side of the input, in pixels. Only for a file that does not tell its own, such as Keras weights
    /// saved without the model: a network is blind at sizes it was not trained for.
    pub fn with_input_size(mut self, input_size: usize) -> Result<Classifier> {
        self.card.config.input_size = input_size;
        self.card.config.check()?;
        Ok(self)
    }

    /// With all logits divided by `temperature`, see [`temperature`](crate::merit::temperature): the last layer's weights are, so that whoever
    /// reads them gets calibrated probabilities. Classes and the shapes of maps stay as they are.
    ///
    /// # Errors
    /// [`Error::Parameter`] for one that is no positive number.
    pub fn with_temperature(self, temperature: f64) -> Result<Classifier> {
        if !(temperature > 0.0 && temperature.is_finite()) {
            let problem = "use a positive number; 1 changes nothing";
            return Err(Error::parameter("temperature", temperature, problem));
        }
        // Clones of a network share its weights.
        let model = randomised_from_top(&self.model, 0, 0)?;
        for name in ["dense_1/kernel", "dense_1/bias"] {
            let var = model.parameters().var(name)?;
            var.set(&(var.as_tensor() / temperature)?)?;
        }
        Ok(Classifier { model, ..self })
    }

    /// The network.
    pub fn model(&self) -> &ResNet {
        &self.model
    }

    /// What the weights file says.
    pub fn card(&self) -> &ModelCard {
        &self.card
    }

    /// Class names in the order of the outputs.
    pub fn classes(&self) -> &Classes {
        &self.card.classes
    }

    /// Opens a folder of images, which must have the network's classes. They keep the folder's order.
    pub fn open_folder(&self, path: impl AsRef<Path>) -> Result<ImageFolder> {
        ImageFolder::open_of_classes(path.as_ref(), self.classes())
    }

    /// An image as the network sees it: grey, 8 bits, square. Says once for a folder what is unusual about such an image, see
    /// [`Oddity`](crate::data::Oddity).
    pub fn read(&self, path: impl AsRef<Path>) -> Result<GrayImage> {
        let side = self.card.config.input_size as u32;
        let image = load_resized(&path, self.resize, side, side)?;
        tell(path.as_ref(), &image, self.card.projection.parse().ok());
        Ok(image)
    }

    /// An image from [`Classifier::read`] as the network's input, `1 C H W`.
    pub fn tensor(&self, image: &GrayImage) -> Result<Tensor> {
        let config = &self.card.config;
        let mut values = standardize(image);
        if config.samplewise_std {
            divide_by_std(&mut values);
        }
        plane_to_tensor(values, image, config.channels, self.model.device())
    }

    /// What the network says about one image file.
    pub fn classify(&self, path: impl AsRef<Path>) -> Result<ImagePrediction> {
        let path = path.as_ref();
        Ok(ImagePrediction {
            path: path.to_path_buf(),
            classes: self.classes().clone(),
            probabilities: self.predict_image(path)?,
            truth: None,
        })
    }

    /// What the network says about every image in a folder without classes, and in folders below it: a row per image with its file,
    /// the probability of each class, and the class with the highest. Images that cannot be read are left out, and listed at the end.
    ///
    /// # Errors
    /// [`Error::Folder`] when there is no image; as [`Classifier::read`] when none of them can be read.
    pub fn classify_folder(&self, folder: impl AsRef<Path>) -> Result<DataFrame> {
        let images = ImageFolder::without_classes(folder.as_ref(), self.classes())?;
        let (images, probabilities) = self.probabilities_of(images)?;
        let files = images
            .images()
            .iter()
            .map(|(path, _)| path.display().to_string());
        let mut columns = vec![Column::new("file".into(), files.collect::<Vec<_>>())];
        for (class, name) in self.classes().iter().enumerate() {
            let of_class = probabilities.iter().map(|row| row[class]);
            columns.push(Column::new(
                name.as_str().into(),
                of_class.collect::<Vec<_>>(),
            ));
        }
        let predicted = probabilities
            .iter()
            .map(|row| self.classes()[argmax(row)].as_str());
        columns.push(Column::new(
            "predicted".into(),
            predicted.collect::<Vec<_>>(),
        ));
        Ok(DataFrame::new(images.len(), columns)?)
    }

    /// The predictions of a folder together with its images, see [`Classifier::predict_folder`].
    pub fn predict_images(&self, images: ImageFolder) -> Result<FolderPredictions> {
        let classes = images.classes().clone();
        let (images, probabilities) =
            self.probabilities_of(images.with_classes(self.classes())?)?;
        let labels = labels_from_folder(&images)?;
        Ok(FolderPredictions {
            images: images.with_classes(&classes)?,
            predictions: Predictions::new(labels, probabilities)?.with_classes(&classes)?,
        })
    }

    /// What the last layer sees of each image: the pooled activations, a tensor `images 256` on the network's device, in
    /// the folder's order.
    ///
    /// # Errors
    /// The first image that cannot be read, as [`Classifier::read`].
    pub fn embed(&self, folder: &ImageFolder) -> Result<Tensor> {
        if folder.is_empty() {
            return Err(Error::parameter("images", 0, "give one image at least"));
        }
        let mut progress = Progress::new("embedding", "images", folder.len());
        let mut rows = Vec::with_capacity(folder.len());
        for (path, _) in folder.images() {
            rows.push(self.model.pooled(&self.tensor(&self.read(path)?)?)?);
            progress.advance(1)?;
        }
        Ok(Tensor::cat(&rows, 0)?)
    }

    /// The probabilities of one image file, in the order of [`Classifier::classes`].
    pub fn predict_image(&self, path: impl AsRef<Path>) -> Result<Vec<f64>> {
        self.predict_picture(&self.read(path)?)
    }

    pub(crate) fn predict_picture(&self, picture: &GrayImage) -> Result<Vec<f64>> {
        let x = self.tensor(picture)?;
        let p = self.model.probabilities(&x)?.squeeze(0)?.to_vec1::<f32>()?;
        Ok(p.into_iter().map(f64::from).collect())
    }

    /// The probabilities of all images of a folder, with their true classes, in the folder's order of classes. Long work prints a line every few
    /// seconds. Images that cannot be read are left out, and listed at the end.
    ///
    /// # Errors
    /// [`Error::Labels`] when the folder's classes are not the network's; as [`Classifier::read`] when no image can be read.
    pub fn predict_folder(&self, folder: &ImageFolder) -> Result<Predictions> {
        Ok(self.predict_images(folder.clone())?.predictions)
    }

    /// The images of a folder that can be read, and their probabilities; says which could not.
    fn probabilities_of(&self, folder: ImageFolder) -> Result<(ImageFolder, Vec<Vec<f64>>)> {
        let config = StreamConfig {
            size: self.card.config.input_size,
            channels: self.card.config.channels,
            samplewise_std: self.card.config.samplewise_std,
            batch_size: BATCH,
            resize: self.resize,
            skip_unreadable: true,
            ..StreamConfig::default()
        };
        for line in at_a_glance(&folder, self.card.projection.parse().ok()).lines(folder.path()) {
            say_once(&line);
        }
        let mut progress = Progress::new("prediction", "images", folder.len());
        let mut probabilities = Vec::with_capacity(folder.len());
        let mut unreadable = Vec::new();
        for batch in BatchStream::once(&folder, &config)? {
            let batch = batch?;
            if !batch.labels.is_empty() {
                let x = batch.x.to_device(self.model.device())?;
                for row in self.model.probabilities(&x)?.to_vec2::<f32>()? {
                    probabilities.push(row.into_iter().map(f64::from).collect());
                }
            }
            progress.advance(batch.labels.len() + batch.unreadable.len())?;
            unreadable.extend(batch.unreadable);
        }
        if unreadable.is_empty() {
            return Ok((folder, probabilities));
        }
        if probabilities.is_empty() {
            // The error itself, by its kind.
            self.read(&unreadable[0].0)?;
        }
        let (lost, problems): (HashSet<_>, Vec<_>) = unreadable.into_iter().unzip();
        println!(
            "{} of {} images cannot be read, and are left out:{}",
            problems.len(),
            folder.len(),
            listed(&problems)
        );
        let kept = folder.subset(|i| !lost.contains(&folder.images()[i].0));
        Ok((kept, probabilities))
    }
}
