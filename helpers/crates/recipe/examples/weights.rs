//! Makes the networks in `weights/`, from phantoms alone; `make weights` calls it:
//!
//! `cargo run --release --example weights -- <folder for phantoms and runs> <folder for the weights>`
//!
//! One network for all four projections learns small pictures, then larger ones; each projection's own network starts from there.
//! All learn where the tissue is as well as the class ([`TissueTraining`]). The weights of the last epoch are taken: none is chosen by
//! any score. A stage whose weights are there is not trained again.

use candle_core::Device;
use density::data::Projection;
use density::device::best_device;
use density::model::{ResNet, ResNetConfig};
use density::{Error, Result};
use recipe::TissueTraining;
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

/// A stage of the training.
#[derive(Clone)]
struct Stage {
    /// Side of the input in pixels.
    size: usize,
    /// Height at which phantoms are drawn.
    height: u32,
    /// Patients of each class.
    patients: usize,
    views: Vec<Projection>,
    /// Seed of the phantoms: no stage sees another's.
    seed: u64,
    epochs: usize,
    learning_rate: f64,
}

fn make(work: &Path, weights: &Path) -> Result<()> {
    let small = Stage {
        size: 96,
        height: 160,
        patients: 800,
        views: Projection::ALL.to_vec(),
        seed: 101,
        epochs: 4,
        learning_rate: 1e-3,
    };
    let full = Stage {
        size: 160,
        height: 256,
        seed: 102,
        epochs: 3,
        learning_rate: 7e-4,
        ..small.clone()
    };
    let start = small.train(work, "small", None)?;
    let start = full.train(work, "full", Some(start))?;
    for view in Projection::ALL {
        let own = Stage {
            patients: 400,
            views: vec![view],
            seed: 103,
            epochs: 2,
            learning_rate: 3e-4,
            ..full.clone()
        };
        let trained = own.train(work, view.name(), Some(start.clone()))?;
        let (model, mut card) = ResNet::load(&trained, &Device::Cpu)?;
        for (key, stage) in [("stage 1", &small), ("stage 2", &full), ("stage 3", &own)] {
            card.training.insert(key.into(), stage.to_string());
        }
        let shipped = weights.join(format!("{view}.safetensors"));
        model.save_half(&shipped, &card)?;
        println!("{} -> {}", trained.display(), shipped.display());
    }
    Ok(())
}

impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} phantoms (seed {}) at {} pixels, {} epochs",
            self.images(),
            self.seed,
            self.size,
            self.epochs
        )
    }
}

impl Stage {
    fn images(&self) -> usize {
        phantom::Density::ALL.len() * self.patients * self.views.len()
    }

    /// Trains, and returns the file of the weights after the last epoch.
    fn train(&self, work: &Path, name: &str, start: Option<PathBuf>) -> Result<PathBuf> {
        let file = work.join(format!("{name}.safetensors"));
        if file.is_file() {
            println!("{} is there", file.display());
            return Ok(file);
        }
        let training = TissueTraining {
            network: ResNetConfig {
                samplewise_std: true,
                ..ResNetConfig::with_input(self.size)
            },
            patients: self.patients,
            views: self.views.clone(),
            height: self.height,
            phantom_seed: self.seed,
            epochs: self.epochs,
            batch_size: 8,
            learning_rate: self.learning_rate,
            weight_decay: 0.01,
            seed: 1,
            initial_weights: start,
        };
        println!("{name}: drawing {} phantoms", self.images());
        let started = std::time::Instant::now();
        let (model, mut card) = training.run(&best_device(), |e| {
            println!(
                "{name}: epoch {} of {}, class loss {:.3}, accuracy {:.3}, tissue loss {:.3}, {:.0} s",
                e.epoch,
                self.epochs,
                e.class_loss,
                e.accuracy,
                e.tissue_loss,
                started.elapsed().as_secs_f64()
            );
        })?;
        if let [view] = self.views.as_slice() {
            card.projection = view.name().into();
        }
        std::fs::create_dir_all(work).map_err(Error::io(work))?;
        model.save(&file, &card)?;
        Ok(file)
    }
}
