//! How sets of mammograms look beside each other, as a figure:
//!
//! `cargo run --release --example appearance -- <figure.png> <name>=<folder>[:<looks>] ...`
//!
//! A folder is searched for images to any depth, masks left out. Of phantoms, `:film,plain` takes those of these looks alone, which their
//! `truth.csv` tells.

use density::data::load_grey;
use density::error::{Error, Result};
use recipe::plot_appearance;
use std::path::{Path, PathBuf};

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [figure, sets @ ..] = arguments.as_slice() else {
        eprintln!("give <figure.png> <name>=<folder>[:<looks>] ...");
        return std::process::ExitCode::from(2);
    };
    let sets = sets.iter().map(|set| read(set)).collect::<Result<Vec<_>>>();
    let drawn =
        sets.and_then(|sets| plot_appearance("Real mammograms and phantoms", &sets)?.save(figure));
    match drawn {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// A named set of images.
fn read(set: &str) -> Result<(String, Vec<PathBuf>)> {
    let odd = || {
        Error::parameter(
            "set",
            set,
            "write <name>=<folder> or <name>=<folder>:film,plain",
        )
    };
    let (name, place) = set.split_once('=').ok_or_else(odd)?;
    let (folder, looks) = match place.split_once(':') {
        Some((folder, looks)) => (folder, Some(looks)),
        None => (place, None),
    };
    let folder = Path::new(folder);
    let mut paths = Vec::new();
    images(folder, &mut paths)?;
    if let Some(looks) = looks {
        let look_of = recipe::looks(folder)?;
        paths.retain(|p| {
            let name = p.file_name().unwrap_or_default().to_string_lossy();
            let look = look_of.get(name.as_ref());
            look.is_some_and(|look| looks.split(',').any(|wanted| wanted == look))
        });
        // The breast is what is brighter than its ground; where the ground is bright, it is not found.
        let all = paths.len();
        paths = paths
            .into_iter()
            .map(dark_ground)
            .filter_map(Result::transpose)
            .collect::<Result<_>>()?;
        if paths.len() < all {
            println!(
                "{name}: {} images of a bright ground are left out",
                all - paths.len()
            );
        }
    }
    paths.sort();
    println!("{name}: {} images", paths.len());
    Ok((name.to_string(), paths))
}

/// The path of an image without a large even region brighter than the ground may be.
fn dark_ground(path: PathBuf) -> Result<Option<PathBuf>> {
    let mut counts = [0usize; 256];
    load_grey(&path)?
        .iter()
        .for_each(|grey| counts[usize::from(*grey)] += 1);
    let all = counts.iter().sum::<usize>();
    let bright = &counts[usize::from(datasets::BACKGROUND) + 1..];
    let is_dark = bright.iter().all(|count| count * 10 < all);
    Ok(is_dark.then_some(path))
}

fn images(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(Error::io(folder))? {
        let path = entry.map_err(Error::io(folder))?.path();
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        if path.is_dir() && !path.ends_with("masks") {
            images(&path, found)?;
        } else if ["png", "jpg", "pgm"].contains(&extension.as_ref()) {
            found.push(path);
        }
    }
    Ok(())
}
