//! Trains the run in a folder: `trainer runs/CC_R-1`. Its `config.json` says how; what is there of it already is gone on
//! from. `trainer --queue <file>` runs the trainings of a queue one after the other, `trainer --gpus` lists them. Notebooks start
//! it in the background, a shell or a batch script may too.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--gpus"] => density::device::gpus().map(|gpus| {
            let numbers = gpus.iter().map(ToString::to_string);
            println!("{}", numbers.collect::<Vec<_>>().join(" "));
        }),
        ["--queue", file] => jobs::Queue::run(file),
        [folder] if !folder.starts_with('-') => jobs::work(folder).map(|_| ()),
        _ => {
            eprintln!("usage: trainer <run folder>    (runs/CC_R-1, with a config.json)");
            eprintln!("       trainer --queue <file>  (of several runs)");
            eprintln!("       trainer --gpus          (lists those that it can compute on)");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}
