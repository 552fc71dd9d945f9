//! Draws a folder of synthetic mammograms: `phantom <folder> --per-class 60`.

use clap::Parser;
use phantom::{Plan, write_dataset};
use std::path::PathBuf;
use std::process::ExitCode;

/// Draws synthetic mammograms into <FOLDER>/<view>/<split>/<class>/.
#[derive(Debug, Parser)]
#[command(name = "phantom")]
struct Args {
    /// Where the images go
    folder: PathBuf,
    /// Patients of each class, four views each: two thirds train, a sixth val, a sixth test
    #[arg(long, value_name = "N", default_value_t = 60)]
    per_class: usize,
    /// The same seed draws the same patients
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Height in pixels; the width follows from breast and frame
    #[arg(
        long,
        value_name = "P",
        default_value_t = 512,
        allow_negative_numbers = true
    )]
    size: u32,
    /// All patients go to test
    #[arg(long)]
    test_only: bool,
    /// JPEG instead of PNG: a third of the size
    #[arg(long)]
    jpeg: bool,
    /// Masks of the tissue of all images, not of the test images alone
    #[arg(long)]
    masks: bool,
    /// All patients before the same scanner, instead of a scanner each
    #[arg(long, value_name = "C")]
    clinic: Option<u64>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let plan = if args.test_only {
        Plan {
            test: args.per_class,
            ..Plan::default()
        }
    } else {
        Plan::shared_out(args.per_class)
    };
    let plan = Plan {
        jpeg: args.jpeg,
        masks: args.masks,
        clinic: args.clinic,
        ..plan
    };
    match write_dataset(&args.folder, &plan, args.seed, args.size) {
        Ok(written) => {
            println!(
                "{}: {} images drawn, {} kept",
                args.folder.display(),
                written.drawn,
                written.kept
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

    fn parse(line: &str) -> Result<Args, clap::Error> {
        Args::try_parse_from(std::iter::once("phantom").chain(line.split_whitespace()))
    }

    #[test]
    fn options_are_read_in_any_order() -> Result<(), clap::Error> {
        let args = parse("--size 256 out --test-only --per-class 3 --seed 7")?;
        assert_eq!((args.per_class, args.seed, args.size), (3, 7, 256));
        assert!(args.test_only && args.folder.as_os_str() == "out");
        let args = parse("out")?;
        assert_eq!((args.per_class, args.seed, args.size), (60, 1, 512));
        assert!(!args.test_only && !args.jpeg && !args.masks && args.clinic.is_none());
        Ok(())
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_name() {
        for (line, named) in [
            ("", "<FOLDER>"),
            ("out --per-class", "--per-class"),
            ("out --size -4", "'-4' for '--size"),
            ("out --sized 4", "--sized"),
            ("out in", "'in'"),
        ] {
            let problem = parse(line).map(|_| ()).unwrap_err();
            assert_eq!(problem.exit_code(), 2);
            let problem = problem.to_string();
            assert!(problem.contains(named), "{line}: {problem}");
        }
    }
}
