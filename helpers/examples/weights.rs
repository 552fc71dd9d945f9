//! Makes the networks in `weights/`, from phantoms alone; `make weights` calls it:
//!
//! `cargo run --release --example weights -- <folder for phantoms and runs> <folder for the weights>`
//!
//! A curriculum. One network for all four projections learns the phantoms of one clinic, then those of a clinic each, then
//! larger pictures of them; each projection's own network starts from there. The weights of the last epoch are taken: none
//! is chosen by any score. A stage whose weights are there is not trained again.

use helpers::prelude::*;
use std::path::{Path, PathBuf};

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [work, weights] = arguments.as_slice() else {
        eprintln!("give <folder for phantoms and runs> <folder for the weights>");
        return std::process::ExitCode::from(2);
    };
    match make(Path::new(work), Path::new(weights)) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn make(work: &Path, weights: &Path) -> Result<()> {
    // First where the tissue is, on small pictures, then on those of the size that the networks will read.
    let start = learn_tissue(work, "tissue-96", (96, 160, 500), (8, 1e-3), None)?;
    let start = learn_tissue(work, "tissue-160", (160, 256, 500), (4, 6e-4), Some(start))?;
    // Then the class alone.
    let phantoms = work.join("phantoms");
    phantom::write_dataset(&phantoms, &phantom::Plan::shared_out(500), 11, 256)?;
    let dataset = Dataset::open(&phantoms)?;
    for projection in Projection::ALL {
        let trained = learn_class(work, &dataset, projection, start.clone())?;
        let (model, mut card) = ResNet::load(&trained, &Device::Cpu)?;
        card.projection = projection.name().into();
        let shipped = weights.join(format!("{projection}.safetensors"));
        model.save_half(&shipped, &card)?;
        println!("{} -> {}", trained.display(), shipped.display());
    }
    Ok(())
}

fn network(input_size: usize) -> ResNetConfig {
    ResNetConfig {
        samplewise_std: true,
        ..ResNetConfig::with_input(input_size)
    }
}

/// One network for all projections, on phantoms of `height` pixels and as many patients a class, resized to `size`. Returns the
/// file of the weights.
fn learn_tissue(
    work: &Path,
    name: &str,
    (size, height, patients): (usize, u32, usize),
    (epochs, learning_rate): (usize, f64),
    start: Option<PathBuf>,
) -> Result<PathBuf> {
    let file = work.join(format!("{name}.safetensors"));
    if file.is_file() {
        println!("{} is there", file.display());
        return Ok(file);
    }
    let training = TissueTraining {
        network: network(size),
        patients,
        height,
        phantom_seed: 12 + size as u64,
        epochs,
        batch_size: 8,
        learning_rate,
        weight_decay: 0.01,
        seed: 1,
        initial_weights: start,
    };
    let started = std::time::Instant::now();
    let (model, card) = training.run(&best_device(), |e| {
        println!(
            "{name}: epoch {} of {epochs}, class loss {:.3}, accuracy {:.3}, tissue loss {:.3}, {:.0} s",
            e.epoch,
            e.class_loss,
            e.accuracy,
            e.tissue_loss,
            started.elapsed().as_secs_f64()
        );
    })?;
    std::fs::create_dir_all(work).map_err(Error::io(work))?;
    model.save(&file, &card)?;
    Ok(file)
}

/// A projection's own network. Returns the file of the weights after the last epoch.
fn learn_class(
    work: &Path,
    dataset: &Dataset,
    projection: Projection,
    start: PathBuf,
) -> Result<PathBuf> {
    let runs = work.join("runs");
    let there = runs.join(format!("{projection}-1/weights-final.safetensors"));
    if there.is_file() {
        println!("{} is there", there.display());
        return Ok(there);
    }
    let config = TrainConfig {
        network: network(160),
        epochs: 2,
        batch_size: 8,
        learning_rate: 2e-4,
        schedule: Schedule::Cosine {
            warm_up: 0.25,
            last: 0.0,
        },
        optimizer: Optimizer::adam_w(),
        weight_decay: 0.01,
        clip_norm: Some(5.0),
        label_smoothing: 0.05,
        augmentation: Some(AugmentConfig {
            rotation: 8.0,
            height_shift: 0.08,
            width_shift: 0.08,
            zoom: (0.85, 1.15),
        }),
        resize: Resize::Box,
        initial_weights: Some(start),
        ..TrainConfig::default()
    };
    let trained = train(
        &dataset.split(projection, Split::Train)?,
        // Every fourth image is enough to watch.
        Some(&dataset.split(projection, Split::Validation)?.subset(|place| place % 4 == 0)),
        &config,
        &runs,
        projection.name(),
        &best_device(),
    )?;
    Ok(trained.folder.join("weights-final.safetensors"))
}
