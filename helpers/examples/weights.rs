//! Makes the networks in `weights/`, from phantoms alone; `make weights` calls it:
//!
//! `cargo run --release --example weights -- <folder for phantoms and runs> <folder for the weights>`
//!
//! A curriculum. One network for all four projections learns the phantoms of one clinic, then those of a clinic each, then
//! larger pictures of them; each projection's own network starts from there. The weights of the last epoch are taken: none
//! is chosen by any score. A stage whose weights are there is not trained again.

use helpers::prelude::*;
use std::path::{Path, PathBuf};

/// A stage of the training.
struct Stage {
    /// Side of the input in pixels.
    input_size: usize,
    epochs: usize,
    /// Steps an epoch; `None` for a pass over the images.
    steps: Option<usize>,
    batch_size: usize,
    optimizer: Optimizer,
    /// Rate to start with; it falls to zero along a cosine.
    learning_rate: f64,
}

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
    let one_clinic = work.join("one-clinic");
    let plan = phantom::Plan::shared_out(60);
    let plan = phantom::Plan {
        clinic: Some(6),
        ..plan
    };
    phantom::write_dataset(&one_clinic, &plan, 1, 256)?;
    let many_clinics = work.join("many-clinics");
    phantom::write_dataset(&many_clinics, &phantom::Plan::shared_out(500), 11, 256)?;

    let first = Stage {
        input_size: 96,
        epochs: 8,
        steps: None,
        batch_size: 4,
        optimizer: Optimizer::default(),
        learning_rate: 0.03,
    };
    let varied = Stage {
        epochs: 8,
        steps: Some(750),
        batch_size: 8,
        optimizer: Optimizer::adam_w(),
        learning_rate: 7e-4,
        ..first
    };
    let larger = Stage {
        input_size: 160,
        epochs: 2,
        steps: Some(400),
        learning_rate: 4e-4,
        ..varied
    };
    let each = Stage {
        epochs: 1,
        steps: Some(200),
        learning_rate: 2e-4,
        ..larger
    };
    let dataset = Dataset::open(&many_clinics)?;
    let (train, validation) = (
        pooled(&dataset, Split::Train)?,
        pooled(&dataset, Split::Validation)?,
    );
    let dataset_of_one = Dataset::open(&one_clinic)?;
    let start = first.train(
        work,
        "one-clinic",
        &pooled(&dataset_of_one, Split::Train)?,
        &pooled(&dataset_of_one, Split::Validation)?,
        None,
    )?;
    let start = varied.train(work, "many-clinics", &train, &validation, Some(start))?;
    let start = larger.train(work, "larger", &train, &validation, Some(start))?;
    for projection in Projection::ALL {
        let trained = each.train(
            work,
            projection.name(),
            &dataset.split(projection, Split::Train)?,
            &dataset.split(projection, Split::Validation)?,
            Some(start.clone()),
        )?;
        let (model, mut card) = ResNet::load(&trained, &Device::Cpu)?;
        card.projection = projection.name().into();
        let shipped = weights.join(format!("{projection}.safetensors"));
        model.save_half(&shipped, &card)?;
        println!("{} -> {}", trained.display(), shipped.display());
    }
    Ok(())
}

/// The images of all four projections.
fn pooled(dataset: &Dataset, split: Split) -> Result<ImageFolder> {
    let [first, rest @ ..] = Projection::ALL;
    rest.iter()
        .try_fold(dataset.split(first, split)?, |all, projection| {
            all.and(&dataset.split(*projection, split)?)
        })
}

impl Stage {
    /// Trains in `work/runs/<name>-1` and returns the file of the last weights.
    fn train(
        &self,
        work: &Path,
        name: &str,
        images: &ImageFolder,
        validation: &ImageFolder,
        start: Option<PathBuf>,
    ) -> Result<PathBuf> {
        let runs = work.join("runs");
        let there = runs.join(format!("{name}-1/weights-final.safetensors"));
        if there.is_file() {
            println!("{} is there", there.display());
            return Ok(there);
        }
        let first = start.is_none();
        let config = TrainConfig {
            network: ResNetConfig {
                samplewise_std: true,
                ..ResNetConfig::with_input(self.input_size)
            },
            epochs: self.epochs,
            steps_per_epoch: self.steps,
            batch_size: self.batch_size,
            learning_rate: self.learning_rate,
            schedule: Schedule::Cosine {
                warm_up: 0.5,
                last: 0.0,
            },
            optimizer: self.optimizer,
            weight_decay: if first { 0.0 } else { 0.01 },
            clip_norm: (!first).then_some(5.0),
            label_smoothing: if first { 0.0 } else { 0.05 },
            augmentation: (!first).then_some(AugmentConfig {
                rotation: 8.0,
                height_shift: 0.08,
                width_shift: 0.08,
                zoom: (0.85, 1.15),
            }),
            resize: Resize::Box,
            initial_weights: start,
            ..TrainConfig::default()
        };
        // Every fourth image is enough to watch.
        let watched = validation.subset(|place| place % 4 == 0);
        let trained = train(images, Some(&watched), &config, &runs, name, &best_device())?;
        Ok(trained.folder.join("weights-final.safetensors"))
    }
}
