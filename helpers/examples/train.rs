//! Trains one projection from the shell, as notebook 1 does from its cells:
//!
//! `cargo run --release --example train -- <data> <projection> <input size> <epochs> <weights.safetensors> [<start>]`
//!
//! `<data>` has the tutorial's layout; the best weights are copied to `<weights.safetensors>`; `<start>` are weights to
//! start from. `make weights` makes the files in `weights/` this way.

use helpers::prelude::*;

fn main() -> std::process::ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    match run(&arguments) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (arguments, start) = arguments.split_at(arguments.len().min(5));
    let ([data, projection, input_size, epochs, weights], [] | [_]) = (arguments, start) else {
        return Err(Error::parameter(
            "arguments",
            arguments.join(" "),
            "give <data> <projection> <input size> <epochs> <weights.safetensors> [<start>]",
        ));
    };
    let number = |name: &str, text: &str| {
        text.parse::<usize>()
            .map_err(|_| Error::parameter(name, text, "give a whole number"))
    };
    let projection: Projection = projection.parse()?;
    let dataset = Dataset::open(data)?;
    let images = dataset.split(projection, Split::Train)?;
    let validation = dataset.split(projection, Split::Validation)?;
    let config = TrainConfig {
        network: ResNetConfig::with_input(number("input size", input_size)?),
        epochs: number("epochs", epochs)?,
        initial_weights: start.first().map(Into::into),
        ..TrainConfig::short()
    };
    let name = projection.name();
    let trained = train(
        &images,
        Some(&validation),
        &config,
        "runs",
        name,
        &best_device(),
    )?;
    std::fs::copy(&trained.best_weights, weights).map_err(Error::io(weights))?;
    println!("{} -> {weights}", trained.best_weights.display());
    Ok(())
}
