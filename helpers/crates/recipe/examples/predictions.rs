//! What the shipped networks say of 32 patients of each class whom none of them has seen, for notebook 3; `make testset` calls it:
//!
//! `cargo run --release --example predictions -- <weights> <folder for phantoms> <folder for the predictions>`

use density::Result;
use density::data::Dataset;
use density::device::best_device;
use density::predict::Classifiers;
use phantom::{Plan, write_dataset};

/// As notebook 2 draws them, where it draws so many.
const PATIENTS: usize = 32;
const SEED: u64 = 2;
const HEIGHT: u32 = 650;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [weights, phantoms, folder] = arguments.as_slice() else {
        eprintln!("give <weights> <folder for phantoms> <folder for the predictions>");
        return std::process::ExitCode::from(2);
    };
    match predict(weights, phantoms, folder) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn predict(weights: &str, phantoms: &str, folder: &str) -> Result<()> {
    println!(
        "{}",
        write_dataset(phantoms, &Plan::test_only(PATIENTS), SEED, HEIGHT)?
    );
    let networks = Classifiers::open(weights, &best_device())?;
    let all = networks.predict(&Dataset::open(phantoms)?, "test")?;
    println!("{all}");
    all.write(folder)
}
