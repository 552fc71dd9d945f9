//! Makes the networks in `weights/`, from phantoms alone; `make weights` calls it:
//!
//! `cargo run --release --example weights -- <folder for phantoms and runs> <folder for the weights>`
//!
//! One network for all four projections learns small pictures, then larger ones up to the published size. It learns where the tissue is as well as the class,
//! and that no class is told by the background ([`RightReasons`]). The weights of the last epochs are taken, none is chosen by any score. Each projection has a
//! file of its own, as readers' networks have.
//!
//! Every stage is a run of the trainer in the background: Ctrl-C ends the printing, `Job::attach(folder)?.stop()?` the run, and the same command goes
//! on with it.

use candle_core::Device;
use density::Result;
use density::data::{AugmentConfig, Projection};
use recipe::Stage;
use std::path::Path;
use training::RightReasons;

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

/// At the full size the tissue decides more, and evidence beside the breast costs more.
const FULL_SIZE: RightReasons = RightReasons {
    tissue: 2.0,
    density: 0.0,
    outside: 10.0,
    shown: 10.0,
};

/// Rotated, shifted and zoomed by little: what is interpolated is softer than what is drawn, as other images are.
const SLIGHT: AugmentConfig = AugmentConfig {
    rotation: 10.0,
    height_shift: 0.05,
    width_shift: 0.05,
    zoom: (0.85, 1.2),
};

/// The stages of the network for all projections, from small pictures to large ones.
fn shared() -> Vec<Stage> {
    let small = Stage {
        name: "1-all-96".into(),
        size: 96,
        height: 160,
        seed: 201,
        patients: 800,
        held_out: 10,
        epochs: 4,
        batch_size: 8,
        learning_rate: 1e-3,
        right_reasons: RightReasons::default(),
        augmentation: None,
    };
    let of = |name: &str, size, height, seed, patients, epochs, learning_rate| Stage {
        name: name.into(),
        size,
        height,
        seed,
        patients,
        epochs,
        learning_rate,
        ..small.clone()
    };
    vec![
        small.clone(),
        of("2-all-160", 160, 256, 202, 600, 2, 7e-4),
        of("3-all-320", 320, 400, 203, 200, 2, 5e-4),
        Stage {
            batch_size: 4,
            ..of("4-all-650", 650, 650, 204, 100, 2, 3e-4)
        },
        Stage {
            batch_size: 4,
            right_reasons: FULL_SIZE,
            ..of("5-all-650", 650, 650, 206, 300, 2, 5e-4)
        },
        Stage {
            batch_size: 4,
            right_reasons: RightReasons {
                tissue: 4.0,
                density: 5.0,
                ..FULL_SIZE
            },
            augmentation: Some(SLIGHT),
            ..of("6-all-650", 650, 650, 208, 350, 1, 4e-4)
        },
    ]
}

fn make(work: &Path, weights: &Path) -> Result<()> {
    let shared = shared();
    let mut trained = None;
    let mut facts = Vec::new();
    let mut hours = 0.0;
    for (place, stage) in shared.iter().enumerate() {
        println!("==> {}: {stage}", stage.name);
        trained = Some(stage.train(work, trained.as_deref())?);
        let (spent, device) = stage.spent(work)?;
        hours += spent;
        facts.push((format!("stage {}", place + 1), stage.to_string()));
        facts.push(("hours".into(), format!("{hours:.1} on {device}")));
    }
    let (Some(trained), Some(last)) = (trained, shared.last()) else {
        return Ok(());
    };
    ship(&held_out(last), work, &trained, weights, &facts)
}

/// Phantoms that no stage has seen, for the temperature.
fn held_out(last: &Stage) -> Stage {
    Stage {
        name: "7-held-out".into(),
        seed: 209,
        patients: 0,
        held_out: 25,
        ..last.clone()
    }
}

/// Writes the network with calibrated probabilities and these facts, once for each projection.
fn ship(
    held_out: &Stage,
    work: &Path,
    trained: &Path,
    weights: &Path,
    facts: &[(String, String)],
) -> Result<()> {
    held_out.draw(work)?;
    let (classifier, temperature) = held_out.calibrated(work, trained, &Device::Cpu)?;
    let mut card = classifier.card().clone();
    card.training.extend(facts.iter().cloned());
    card.training.insert(
        "temperature".into(),
        format!("{temperature:.3}, in the last layer"),
    );
    for projection in Projection::ALL {
        card.projection = projection.name().into();
        let shipped = weights.join(format!("{projection}.safetensors"));
        classifier.model().save_half(&shipped, &card)?;
        println!("{} -> {}", trained.display(), shipped.display());
    }
    Ok(())
}
