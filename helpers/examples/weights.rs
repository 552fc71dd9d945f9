//! Makes the networks in `weights/`, from phantoms alone; `make weights` calls it:
//!
//! `cargo run --release --example weights -- <phantoms> <folder for the runs> <folder for the weights>`
//!
//! First one network learns all four projections together, on small images; then each projection's own network starts from it
//! and goes on with larger ones. The weights of the last epoch are taken: none is chosen by any score. A stage whose
//! weights are there is not trained again.

use helpers::prelude::*;
use std::path::{Path, PathBuf};

/// A stage of the training.
struct Stage {
    /// Side of the input in pixels.
    input_size: usize,
    epochs: usize,
    /// Steps an epoch, of four images each.
    steps: usize,
    /// Rate to start with; it falls to zero along a cosine.
    learning_rate: f64,
}

const TOGETHER: Stage = Stage {
    input_size: 96,
    epochs: 9,
    steps: 1500,
    learning_rate: 7e-4,
};

const EACH: Stage = Stage {
    input_size: 128,
    epochs: 4,
    steps: 1000,
    learning_rate: 3e-4,
};

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [data, runs, weights] = arguments.as_slice() else {
        eprintln!("give <phantoms> <folder for the runs> <folder for the weights>");
        return std::process::ExitCode::from(2);
    };
    match make(data, Path::new(runs), Path::new(weights)) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn make(data: &str, runs: &Path, weights: &Path) -> Result<()> {
    let dataset = Dataset::open(data)?;
    let pooled = |split| {
        let [first, rest @ ..] = Projection::ALL;
        rest.iter()
            .try_fold(dataset.split(first, split)?, |all, projection| {
                all.and(&dataset.split(*projection, split)?)
            })
    };
    let together = TOGETHER.train(
        "together",
        &pooled(Split::Train)?,
        &pooled(Split::Validation)?,
        None,
        runs,
    )?;
    for projection in Projection::ALL {
        let trained = EACH.train(
            projection.name(),
            &dataset.split(projection, Split::Train)?,
            &dataset.split(projection, Split::Validation)?,
            Some(&together),
            runs,
        )?;
        let (model, card) = ResNet::load(&trained, &Device::Cpu)?;
        let shipped = weights.join(format!("{projection}.safetensors"));
        model.save_half(&shipped, &card)?;
        println!("{} -> {}", trained.display(), shipped.display());
    }
    Ok(())
}

impl Stage {
    /// Trains in `runs/<name>-1` and returns the file of the last weights.
    fn train(
        &self,
        name: &str,
        images: &ImageFolder,
        validation: &ImageFolder,
        start: Option<&PathBuf>,
        runs: &Path,
    ) -> Result<PathBuf> {
        let there = runs
            .join(format!("{name}-1"))
            .join("weights-final.safetensors");
        if there.is_file() {
            println!("{} is there", there.display());
            return Ok(there);
        }
        let config = TrainConfig {
            network: ResNetConfig {
                samplewise_std: true,
                ..ResNetConfig::with_input(self.input_size)
            },
            epochs: self.epochs,
            steps_per_epoch: Some(self.steps),
            learning_rate: self.learning_rate,
            schedule: Schedule::Cosine {
                warm_up: 0.5,
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
            initial_weights: start.cloned(),
            ..TrainConfig::default()
        };
        // Every third image is enough to watch.
        let watched = validation.subset(|place| place % 3 == 0);
        let trained = train(images, Some(&watched), &config, runs, name, &best_device())?;
        Ok(trained.folder.join("weights-final.safetensors"))
    }
}
