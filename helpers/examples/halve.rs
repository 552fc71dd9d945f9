//! Rewrites a weights file in half precision:
//!
//! `cargo run --release --example halve -- <from> <to.safetensors>`
//!
//! `<from>` is whatever `ResNet::load` reads; card and names stay. `make weights` makes the files in `weights/` this
//! way: half the size, and probabilities that differ by less than 0.01 (`tests/half_weights.rs`).

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
    let [from, to] = arguments else {
        return Err(Error::parameter(
            "arguments",
            arguments.join(" "),
            "give <from> <to.safetensors>",
        ));
    };
    let (model, card) = ResNet::load(from, &Device::Cpu)?;
    model.save_half(to, &card)?;
    println!("{from} -> {to}");
    Ok(())
}
