//! A look at every image before the first step: a broken one would end a training in the middle of the night.

use crate::TrainConfig;
use density::data::{
    ImageFolder, Oddities, Oddity, in_both, load_resized, oddities_of, projection_of, tissue_kinds,
};
use density::error::{Error, Result, listed};
use rayon::prelude::*;
use std::path::Path;
use std::time::{Duration, Instant};

/// Images between two looks at the clock and at requests to stop.
const TOGETHER: usize = 128;
/// Time between two lines.
const LINE: Duration = Duration::from_secs(10);

/// Reads every image as the training will, those to train with together with their masks where these are asked for; goes on after broken
/// ones, says what is unusual about the others ([`density::data::Oddity`]), and ends early when `stop` says so.
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
    let to_train = train.images().iter();
    let to_train = to_train.map(|(path, _)| (path.as_path(), true));
    let to_validate = validation.map_or(&[][..], ImageFolder::images).iter();
    let images = to_train.chain(to_validate.map(|(path, _)| (path.as_path(), false)));
    let images = images.collect::<Vec<_>>();
    let side = config.network.input_size as u32;
    let read = |(path, trains): &(&Path, bool)| -> Result<Vec<Oddity>> {
        let image = load_resized(path, config.resize, side, side)?;
        if *trains && masks {
            tissue_kinds(path, side)?;
        }
        Ok(oddities_of(&image, projection_of(path)))
    };
    let mut broken = Vec::new();
    let (mut of_train, mut of_validation) = (Oddities::default(), Oddities::default());
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
        let looks = together.par_iter().map(read).collect::<Vec<_>>();
        for ((path, trains), look) in together.iter().zip(looks) {
            let oddities = if *trains {
                &mut of_train
            } else {
                &mut of_validation
            };
            match look {
                Ok(found) => oddities.note(path, found),
                Err(e) => broken.push(e),
            }
        }
    }
    let lines_of = |folder: &ImageFolder, oddities: Oddities| oddities.lines(folder.path());
    let lines = lines_of(train, of_train).into_iter();
    let more = validation.map(|validation| lines_of(validation, of_validation));
    lines.chain(more.into_iter().flatten()).for_each(say);
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
pub(crate) fn known_by_heart(
    train: &ImageFolder,
    validation: &ImageFolder,
    stop: &dyn Fn() -> bool,
) -> Option<String> {
    let twice = in_both(train, validation, stop);
    let (path, other) = twice.first()?;
    Some(format!(
        "{} of {} validation images are to train with as well, {} as {}: the validation figures are too good by them",
        twice.len(),
        validation.len(),
        path.display(),
        other.display()
    ))
}
