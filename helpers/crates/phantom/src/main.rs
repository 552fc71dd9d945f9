//! Draws a folder of synthetic mammograms: `cargo run --release -p phantom -- <folder> --per-class 60`.

use phantom::{Plan, write_dataset};
use std::process::ExitCode;

const HELP: &str = "Draws synthetic mammograms into <folder>/<view>/<split>/<class>/.

usage: phantom <folder> [--per-class N] [--seed S] [--size P] [--test-only] [--jpeg] [--clinic C]

  --per-class N   patients of each class, four views each (60): two thirds train, a sixth val, a sixth test
  --seed S        the same seed draws the same patients (1)
  --size P        height in pixels; the width follows from breast and frame (512)
  --test-only     all patients go to test
  --jpeg          JPEG instead of PNG: a third of the size
  --clinic C      all patients before the same scanner (a scanner each)";

/// What the command line asks for.
#[derive(Debug)]
struct Args {
    folder: String,
    per_class: usize,
    seed: u64,
    size: u32,
    test_only: bool,
    jpeg: bool,
    clinic: Option<u64>,
}

impl Args {
    fn parse(mut args: impl Iterator<Item = String>) -> Result<Args, String> {
        let mut folder = None;
        let (mut per_class, mut seed, mut size) = (60, 1, 512);
        let (mut test_only, mut jpeg, mut clinic) = (false, false, None);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--per-class" => per_class = number(&arg, args.next())?,
                "--seed" => seed = number(&arg, args.next())?,
                "--size" => size = number(&arg, args.next())?,
                "--test-only" => test_only = true,
                "--jpeg" => jpeg = true,
                "--clinic" => clinic = Some(number(&arg, args.next())?),
                _ if arg.starts_with('-') => return Err(format!("{arg} is no option")),
                _ if folder.is_some() => return Err(format!("{arg}: one folder at a time")),
                _ => folder = Some(arg),
            }
        }
        Ok(Args {
            folder: folder.ok_or("no folder given")?,
            per_class,
            seed,
            size,
            test_only,
            jpeg,
            clinic,
        })
    }
}

fn number<T: std::str::FromStr>(option: &str, value: Option<String>) -> Result<T, String> {
    let value = value.ok_or(format!("{option} needs a number"))?;
    value
        .parse()
        .map_err(|_| format!("{option} {value}: not a number that fits"))
}

fn main() -> ExitCode {
    if std::env::args().any(|a| a == "--help" || a == "-h") {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let args = match Args::parse(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(problem) => {
            eprintln!("{problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let plan = match args.test_only {
        true => Plan {
            test: args.per_class,
            ..Plan::default()
        },
        false => Plan::shared_out(args.per_class),
    };
    let plan = Plan {
        jpeg: args.jpeg,
        clinic: args.clinic,
        ..plan
    };
    match write_dataset(&args.folder, &plan, args.seed, args.size) {
        Ok(written) => {
            println!(
                "{}: {} images drawn, {} kept",
                args.folder, written.drawn, written.kept
            );
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Args, String> {
        Args::parse(line.split_whitespace().map(String::from))
    }

    #[test]
    fn options_are_read_in_any_order() -> Result<(), String> {
        let args = parse("--size 256 out --test-only --per-class 3 --seed 7")?;
        assert_eq!((args.per_class, args.seed, args.size), (3, 7, 256));
        assert!(args.test_only && args.folder == "out");
        Ok(())
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_name() {
        for (line, named) in [
            ("", "no folder"),
            ("out --per-class", "--per-class"),
            ("out --size -4", "--size -4"),
            ("out --sized 4", "--sized"),
            ("out in", "in: one folder"),
        ] {
            let problem = parse(line).map(|_| ()).unwrap_err();
            assert!(problem.contains(named), "{line}: {problem}");
        }
    }
}
