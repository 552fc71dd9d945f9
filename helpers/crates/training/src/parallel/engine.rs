//! Which engine the ranks talk through.

use super::{Communicator, ProcessInfo, SingleProcess};
use candle_core::Device;
use density::error::{Error, Result};
use std::path::Path;
use std::time::Duration;

/// The ranks of a training on `device`: [`SingleProcess`] where there is one process, NCCL between NVIDIA GPUs, and otherwise
/// MPI.
///
/// Processes on GPUs find each other in the folder `rendezvous`, which all of them see, and wait for each other up to `timeout`
/// (ten minutes allow for a cluster that starts them one after the other); MPI needs neither. Errors: a device without
/// an engine, a program built without the feature that it needs, and those of the engine.
pub fn ranks(
    launched: &ProcessInfo,
    device: &Device,
    rendezvous: &Path,
    timeout: Duration,
) -> Result<Box<dyn Communicator>> {
    if launched.size <= 1 {
        return Ok(Box::new(SingleProcess));
    }
    match device {
        Device::Cpu => on_cpus(launched),
        Device::Cuda(_) => on_gpus(launched, device, rendezvous, timeout),
        Device::Metal(_) => Err(Error::Ranks(format!(
            "{} processes were started, but on Metal one trains alone: start one process, or train on CPUs",
            launched.size
        ))),
    }
}

#[cfg(feature = "mpi")]
fn on_cpus(launched: &ProcessInfo) -> Result<Box<dyn Communicator>> {
    Ok(Box::new(super::MpiCommunicator::start(launched)?))
}

#[cfg(not(feature = "mpi"))]
fn on_cpus(launched: &ProcessInfo) -> Result<Box<dyn Communicator>> {
    Err(missing(launched, "CPUs", "mpi"))
}

#[cfg(feature = "nccl")]
fn on_gpus(
    launched: &ProcessInfo,
    device: &Device,
    rendezvous: &Path,
    timeout: Duration,
) -> Result<Box<dyn Communicator>> {
    Ok(Box::new(super::NcclCommunicator::join(
        launched, device, rendezvous, timeout,
    )?))
}

#[cfg(not(feature = "nccl"))]
fn on_gpus(
    launched: &ProcessInfo,
    _: &Device,
    _: &Path,
    _: Duration,
) -> Result<Box<dyn Communicator>> {
    Err(missing(launched, "NVIDIA GPUs", "nccl"))
}

#[cfg(not(all(feature = "mpi", feature = "nccl")))]
fn missing(launched: &ProcessInfo, devices: &str, feature: &str) -> Error {
    Error::Ranks(format!(
        "{} processes were started on {devices}, but this program was built for one: build it with the feature \
         `{feature}` (cargo build --features {feature}), or start one process",
        launched.size
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_process_is_alone_on_any_device() -> Result<()> {
        let one = ranks(
            &ProcessInfo::alone(),
            &Device::Cpu,
            Path::new("nowhere"),
            Duration::ZERO,
        )?;
        assert_eq!((one.rank(), one.size()), (0, 1));
        assert!(!Path::new("nowhere").exists());
        Ok(())
    }

    #[cfg(not(feature = "mpi"))]
    #[test]
    fn the_missing_feature_is_named() {
        let two = ProcessInfo {
            size: 2,
            ..ProcessInfo::default()
        };
        let refused = ranks(&two, &Device::Cpu, Path::new("nowhere"), Duration::ZERO);
        let text = refused.err().unwrap().to_string();
        assert!(
            text.contains("2 processes") && text.contains("`mpi`"),
            "{text}"
        );
    }
}
