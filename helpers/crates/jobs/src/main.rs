//! Trains the run in a folder: `trainer runs/CC_R-1`. Its `config.json` says how; what is there of it already is gone on
//! from. `trainer --queue <file>` runs the trainings of a queue one after the other, `trainer --gpus` lists them. Notebooks start
//! it in the background, a shell or a batch script may too.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--gpus"] => density::device::gpus().map(|gpus| {
            let numbers = gpus.iter().map(ToString::to_string);
            numbers.collect::<Vec<_>>().join(" ")
        }),
        ["--queue", file] => jobs::Queue::run(file).map(|()| "done".to_string()),
        [folder] if !folder.starts_with('-') => jobs::work(folder).map(|state| state.to_string()),
        _ => {
            eprintln!("usage: trainer <run folder>    (runs/CC_R-1, with a config.json)");
            eprintln!("       trainer --queue <file>  (of several runs)");
            eprintln!(
                "       trainer --gpus          (the numbers of those that it can compute on)"
            );
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(said) => {
            if arguments[0] == "--gpus" {
                println!("{said}");
            }
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}
