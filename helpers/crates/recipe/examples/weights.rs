//! Makes the networks in `weights/`, from phantoms alone; `make weights` calls it:
//!
//! `cargo run --release --example weights -- <folder for phantoms and runs> <folder for the weights>`
//!
//! One network for all four projections learns small pictures, then larger ones up to the published size; each projection's own network
//! starts from there, and learns a last layer of its own. All learn where the tissue is as well as the class, and that no class is told by the background
//! ([`RightReasons`]). The weights of the last epochs are taken, none is chosen by any score.
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
        projection: None,
        size: 96,
        height: 160,
        seed: 201,
        patients: 800,
        held_out: 10,
        epochs: 4,
        batch_size: 8,
        learning_rate: 1e-3,
        right_reasons: RightReasons::default(),
        frozen: Vec::new(),
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

/// The stage of a projection's own network, which learns its last layer alone: what is looked for is the same in all projections, and 200 phantoms teach a whole
/// network their texture. Little is asked of the last layer but the class, so what it sees beside the breast may cost much.
fn own(projection: Projection) -> Stage {
    Stage {
        name: format!("7-{projection}-650"),
        projection: Some(projection),
        size: 650,
        height: 650,
        seed: 207,
        patients: 50,
        held_out: 25,
        epochs: 1,
        batch_size: 4,
        learning_rate: 2e-3,
        right_reasons: RightReasons {
            tissue: 1.0,
            outside: 30.0,
            shown: 100.0,
            ..FULL_SIZE
        },
        frozen: vec!["conv2d".into(), "batch_normalization".into()],
        augmentation: None,
    }
}

fn make(work: &Path, weights: &Path) -> Result<()> {
    let shared = shared();
    let mut trained = None;
    for stage in &shared {
        println!("==> {}: {stage}", stage.name);
        trained = Some(stage.train(work, trained.as_deref())?);
    }
    for projection in Projection::ALL {
        let own = own(projection);
        println!("==> {}: {own}", own.name);
        let trained = own.train(work, trained.as_deref())?;
        let (classifier, temperature) = own.calibrated(work, &trained, &Device::Cpu)?;
        let mut card = classifier.card().clone();
        let mut hours = 0.0;
        for (place, stage) in shared.iter().chain([&own]).enumerate() {
            let (spent, device) = stage.spent(work)?;
            hours += spent;
            card.training
                .insert("hours".into(), format!("{hours:.1} on {device}"));
            card.training
                .insert(format!("stage {}", place + 1), stage.to_string());
        }
        card.training.insert(
            "temperature".into(),
            format!("{temperature:.3}, in the last layer"),
        );
        let shipped = weights.join(format!("{projection}.safetensors"));
        classifier.model().save_half(&shipped, &card)?;
        println!("{} -> {}", trained.display(), shipped.display());
    }
    Ok(())
}
