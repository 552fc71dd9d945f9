//! Phantoms as the readers of another hospital would label them.

use crate::report::truth;
use density::error::{Error, Result};
use density::predict::Predictions;
use std::path::Path;

/// The predictions with the labels of readers who draw the borders between classes at these percent densities: `[18.0, 36.0, 58.0]`. The percent density of each image is that in
/// `truth.csv` of its set of phantoms, `folder`.
///
/// # Errors
/// [`Error::Io`] and [`Error::Text`] for a folder without such a table; [`Error::Labels`] for an image that is not in it, or as many borders as there are
/// classes.
pub fn another_clinic(
    predictions: &Predictions,
    folder: impl AsRef<Path>,
    borders: &[f64],
) -> Result<Predictions> {
    if borders.len() + 1 != predictions.classes.len() {
        let (borders, classes) = (borders.len(), &predictions.classes);
        let problem =
            format!("{borders} borders for the classes {classes}; give one less than classes");
        return Err(Error::Labels(problem));
    }
    let densities = truth(folder.as_ref(), "percent_density")?;
    let label = |file: &String| {
        let name = Path::new(file)
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        let density = densities.get(name.as_ref());
        let density = density.and_then(|density| density.parse::<f64>().ok());
        let density =
            density.ok_or_else(|| Error::Labels(format!("{file} is not in truth.csv")))?;
        Ok(borders.iter().filter(|border| density >= **border).count())
    };
    Ok(Predictions {
        labels: predictions.files.iter().map(label).collect::<Result<_>>()?,
        ..predictions.clone()
    })
}
