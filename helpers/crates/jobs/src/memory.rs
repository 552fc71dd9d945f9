//! The memory that a training on the CPU takes, and what there is of it.

use density::error::{Error, Result};
use training::TrainConfig;

/// Bytes of a training process before its first batch: program, weights, images in memory.
const BASE: f64 = 150e6;
/// Bytes per pixel of the input and image of the batch: 468 MB for one image of 650 x 650, 58 MB at 256, 14 MB at 128, as
/// measured on Linux with two threads.
const PER_PIXEL: f64 = 1110.0;

/// Refuses a batch that does not fit into the memory of this machine, which would have the training killed. `processes`
/// share it, each with a batch of its own.
///
/// # Errors
/// [`Error::Parameter`] with the number of images that fits.
pub(crate) fn check(config: &TrainConfig, processes: usize) -> Result<()> {
    match available() {
        Some(bytes) => check_against(config, processes, bytes),
        None => Ok(()),
    }
}

fn check_against(config: &TrainConfig, processes: usize, available: f64) -> Result<()> {
    let side = config.network.input_size;
    let image = PER_PIXEL * (side * side) as f64;
    let needed = processes as f64 * (BASE + config.batch_size as f64 * image);
    if needed <= available {
        return Ok(());
    }
    let fits = ((available / processes as f64 - BASE) / image).max(0.0) as usize;
    let instead = match fits {
        0 => "make the input smaller (input_size)".to_string(),
        1 => "one image per batch fits, or make the input smaller (input_size)".to_string(),
        _ => format!("{fits} images per batch fit, and `accumulate` averages over several batches"),
    };
    Err(Error::parameter(
        "batch_size",
        config.batch_size,
        format!(
            "needs about {:.1} GB at {side} x {side} pixels, and {:.1} GB are free; {instead}",
            needed / 1e9,
            available / 1e9
        ),
    ))
}

/// Bytes that a process may still take: what the system has, or less in a container with a limit. Linux alone tells.
fn available() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find(|l| l.starts_with("MemAvailable:"))?;
    let kilobytes = line.split_whitespace().nth(1)?.parse::<f64>().ok()?;
    let number = |name: &str| {
        let text = std::fs::read_to_string(format!("/sys/fs/cgroup/memory.{name}")).ok()?;
        text.trim().parse::<f64>().ok()
    };
    let limit = number("max").zip(number("current"));
    let within = limit.map_or(f64::INFINITY, |(max, current)| max - current);
    Some((1024.0 * kilobytes).min(within))
}

#[cfg(test)]
mod tests {
    use super::*;
    use density::model::ResNetConfig;

    #[test]
    fn a_batch_that_does_not_fit_is_refused_with_the_number_that_does() {
        let config = |side, batch_size| TrainConfig {
            network: ResNetConfig::with_input(side),
            batch_size,
            ..TrainConfig::default()
        };
        let refused = |config: &TrainConfig, processes, bytes| {
            let refused = check_against(config, processes, bytes).unwrap_err();
            refused.to_string()
        };
        assert!(check_against(&config(650, 4), 1, 2.1e9).is_ok());
        let text = refused(&config(650, 16), 1, 2.1e9);
        assert!(
            text.contains("7.7 GB") && text.contains("4 images per batch fit"),
            "{text}"
        );
        assert!(refused(&config(650, 4), 2, 2.1e9).contains("one image per batch fits"));
        assert!(refused(&config(650, 4), 1, 3e8).contains("input smaller"));
        // Whatever this machine is, it has room for this.
        assert!(check(&config(32, 1), 1).is_ok());
    }
}
