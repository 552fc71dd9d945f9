//! A look at every image before the first step: a broken one would end a training in the middle of the night.

use crate::TrainConfig;
use density::data::{ImageFolder, load_resized, tissue_kinds};
use density::error::{Error, Result, listed};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::{Duration, Instant};

/// Images between two looks at the clock and at requests to stop.
const TOGETHER: usize = 128;
/// Time between two lines.
const LINE: Duration = Duration::from_secs(10);

/// Reads every image as the training will, those to train with together with their masks where these are asked for; goes on after broken
/// ones, and ends early when `stop` says so.
///
/// # Errors
/// That of a single broken image; [`Error::Folder`] with a list of several.
pub(crate) fn check_images(
    train: &ImageFolder,
    validation: Option<&ImageFolder>,
    config: &TrainConfig,
    stop: &dyn Fn() -> bool,
    say: &dyn Fn(String),
) -> Result<()> {
    let masks = config.right_reasons.is_some();
    let to_train = train
        .images()
        .iter()
        .map(|(path, _)| (path.as_path(), masks));
    let to_validate = validation.map_or(&[][..], ImageFolder::images).iter();
    let images = to_train.chain(to_validate.map(|(path, _)| (path.as_path(), false)));
    let images = images.collect::<Vec<_>>();
    let side = config.network.input_size as u32;
    let read = |(path, masks): &(&Path, bool)| -> Result<()> {
        load_resized(path, config.resize, side, side)?;
        if *masks {
            tissue_kinds(path, side)?;
        }
        Ok(())
    };
    let mut broken = Vec::new();
    let mut said = Instant::now();
    for (chunk, together) in images.chunks(TOGETHER).enumerate() {
        if stop() {
            return Ok(());
        }
        if said.elapsed() > LINE {
            said = Instant::now();
            say(format!(
                "looks at image {} of {}",
                chunk * TOGETHER,
                images.len()
            ));
        }
        broken.extend(
            together
                .par_iter()
                .filter_map(|image| read(image).err())
                .collect::<Vec<_>>(),
        );
    }
    match broken.len() {
        0 => Ok(()),
        1 => Err(broken.remove(0)),
        count => {
            let problems = broken.iter().map(Error::to_string).collect::<Vec<_>>();
            Err(Error::Folder {
                path: train.path().to_path_buf(),
                problem: format!(
                    "{count} of {} images to train or validate with cannot be used:{}",
                    images.len(),
                    listed(&problems)
                ),
            })
        }
    }
}

/// A line for validation images that are in the training set as well, byte for byte: what they tell is known by heart.
pub(crate) fn in_both(
    train: &ImageFolder,
    validation: &ImageFolder,
    stop: &dyn Fn() -> bool,
) -> Option<String> {
    let size = |path: &Path| std::fs::metadata(path).map(|m| m.len()).ok();
    let sizes = |folder: &ImageFolder| {
        let sizes = folder.images().iter().filter_map(|(path, _)| size(path));
        sizes.collect::<HashSet<_>>()
    };
    let (of_train, of_validation) = (sizes(train), sizes(validation));
    // A file whose size only one side has needs no look into it.
    let key = |path: &Path, others: &HashSet<u64>| -> Option<(u64, u64)> {
        let size = size(path).filter(|size| others.contains(size) && !stop())?;
        let mut hasher = DefaultHasher::new();
        std::fs::read(path).ok()?.hash(&mut hasher);
        Some((size, hasher.finish()))
    };
    let known = train
        .images()
        .iter()
        .filter_map(|(path, _)| Some((key(path, &of_validation)?, path)));
    let known = known.collect::<HashMap<_, _>>();
    let twice = validation.images().iter().filter_map(|(path, _)| {
        let other = known.get(&key(path, &of_train)?)?;
        Some((path, *other))
    });
    let twice = twice.collect::<Vec<_>>();
    let (path, other) = twice.first()?;
    Some(format!(
        "{} of {} validation images are to train with as well, {} as {}: the validation figures are too good by them",
        twice.len(),
        validation.len(),
        path.display(),
        other.display()
    ))
}
