//! The devices to compute on.

use crate::error::{Error, Result};
use candle_core::Device;
use candle_keras_ops::OLDEST_CAPABILITY;
use std::ffi::OsStr;
use std::process::Command;

/// The oldest driver whose CUDA `make cuda` can build for.
const OLDEST_DRIVER: u32 = 525;

/// Set by a notebook's kernel: why it uses the build for the CPU although there is one for GPUs.
const PROBLEM: &str = "HELPERS_GPU_PROBLEM";

/// The first NVIDIA GPU where there is one that this program can compute on, else the CPU. Where there is a GPU and it is
/// the CPU nevertheless, a line says why and what to do.
pub fn best_device() -> Device {
    match first_gpu() {
        Ok(device) => device,
        Err(why) => {
            if let Some(line) = why {
                println!("{line}");
            }
            Device::Cpu
        }
    }
}

/// NVIDIA GPU `number`, from 0; see [`candle_keras_ops::gpu`].
///
/// # Errors
/// [`Error::Parameter`] with the reason and what to do.
pub fn gpu(number: usize) -> Result<Device> {
    candle_keras_ops::gpu(number).map_err(|e| Error::parameter("gpu", number, message(&e)))
}

/// The numbers of the NVIDIA GPUs that this program can compute on; none when it was built without the feature `cuda`.
///
/// # Errors
/// [`Error::Training`] with the driver's reason.
pub fn gpus() -> Result<Vec<usize>> {
    candle_keras_ops::gpus().map_err(|e| Error::Training(message(&e)))
}

/// Why computations run on the CPU although this machine has an NVIDIA GPU, with what to do, in one line; `None` where there
/// is none, and where it is used.
pub fn unused_gpu() -> Option<String> {
    first_gpu().err().flatten()
}

fn first_gpu() -> std::result::Result<Device, Option<String>> {
    let first = candle_keras_ops::gpus().map(|all| all.first().copied());
    // Without one that it can use, the first one says why.
    let error = match first.and_then(|first| candle_keras_ops::gpu(first.unwrap_or(0))) {
        Ok(device) => return Ok(device),
        Err(e) => e,
    };
    let told = std::env::var(PROBLEM).ok().filter(|told| !told.is_empty());
    let reason = match told {
        Some(told) => told,
        None if cfg!(feature = "cuda") => message(&error),
        None => "these libraries are built for the CPU: run `make cuda` in the tutorial's folder (10 minutes), then \
                 restart the kernel"
            .into(),
    };
    Err(installed(OsStr::new("nvidia-smi")).map(|gpu| on_the_cpu(&gpu, &reason)))
}

/// What `nvidia-smi` says on a machine that has the driver alone, such as a cluster's login node.
const NO_GPU: &str = "No devices were found";

/// Driver, compute capability and name of the first GPU, as `nvidia-smi` tells them; `None` without a driver or a GPU.
fn installed(program: &OsStr) -> Option<std::result::Result<String, String>> {
    let told = ask(program, "driver_version,compute_cap,name")?;
    match told {
        // Drivers before 510 do not know of capabilities.
        Err(said) if said.contains("not a valid field") => {
            let told = ask(program, "driver_version,name")?;
            Some(told.map(|line| line.replacen(',', ",,", 1)))
        }
        told => Some(told),
    }
}

/// The first line of what `nvidia-smi` answers, or what it says when it fails.
fn ask(program: &OsStr, fields: &str) -> Option<std::result::Result<String, String>> {
    let said = Command::new(program)
        .args([&format!("--query-gpu={fields}"), "--format=csv,noheader"])
        .output()
        .ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_string();
    if !said.status.success() {
        let reason = format!("{} {}", text(&said.stdout), text(&said.stderr));
        return (!reason.contains(NO_GPU)).then_some(Err(reason));
    }
    let first = text(&said.stdout).lines().next().map(str::to_owned);
    first.filter(|line| !line.is_empty()).map(Ok)
}

/// The line for a GPU that is not used for `reason`, or for one of its own.
fn on_the_cpu(gpu: &std::result::Result<String, String>, reason: &str) -> String {
    let gpu = match gpu {
        Ok(line) => line,
        Err(said) => {
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            return format!(
                "everything runs on the CPU: there is an NVIDIA driver, but it does not answer ({said})"
            );
        }
    };
    let mut parts = gpu.splitn(3, ',').map(str::trim);
    let (driver, capability) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let name = parts.next().unwrap_or("an NVIDIA GPU");
    let major = driver.split('.').next().and_then(|v| v.parse::<u32>().ok());
    let capability_number = capability.replace('.', "").parse::<i32>().ok();
    let reason = if major.is_some_and(|v| v < OLDEST_DRIVER) {
        format!(
            "its driver {driver} is too old, {OLDEST_DRIVER} or later is needed (CUDA 12): update the driver, then run \
             `make cuda`"
        )
    } else if capability_number.is_some_and(|c| c < OLDEST_CAPABILITY) {
        format!(
            "its compute capability is {capability}, and cuDNN 9 needs {}.{} or later",
            OLDEST_CAPABILITY / 10,
            OLDEST_CAPABILITY % 10
        )
    } else {
        reason.into()
    };
    format!("everything runs on the CPU, not on the {name}: {reason}")
}

/// An error of candle's without its backtrace.
fn message(e: &candle_core::Error) -> String {
    let text = e.to_string();
    text.lines().next().unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// The line that is printed where `nvidia-smi` is this shell script.
    fn line(script: &str) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("nvidia-smi");
        std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        let mode = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&program, mode).unwrap();
        let gpu = installed(program.as_os_str());
        gpu.map(|gpu| on_the_cpu(&gpu, "run `make cuda`"))
    }

    #[test]
    fn a_gpu_that_is_not_used_is_told_with_the_reason_and_what_to_do() {
        let t4 = line("echo '550.54.15, 7.5, Tesla T4'").unwrap();
        assert_eq!(
            t4,
            "everything runs on the CPU, not on the Tesla T4: run `make cuda`"
        );
        // As a driver 470 answers.
        let old = line(
            "case $1 in *compute_cap*) echo 'Field \"compute_cap\" is not a valid field to query.'; exit 2;; esac\n\
             echo '470.256.02, Tesla T4'",
        )
        .unwrap();
        assert!(
            old.contains("Tesla T4: its driver 470.256.02 is too old, 525")
                && old.contains("update the driver"),
            "{old}"
        );
        let small = line("echo '535.10, 3.7, Tesla K80'").unwrap();
        assert!(small.contains("K80") && small.contains("3.7"), "{small}");
        let broken = line("echo 'Driver/library version mismatch'; exit 18").unwrap();
        assert!(
            broken.contains("Driver/library version mismatch"),
            "{broken}"
        );
        assert_eq!(line("echo 'No devices were found'; exit 6"), None);
        assert_eq!(line("exit 0"), None);
        assert_eq!(installed(OsStr::new("no-such-nvidia-smi")), None);
    }

    #[cfg(not(feature = "cuda"))]
    #[test]
    fn a_program_for_the_cpu_says_so_when_it_is_asked_for_a_gpu() {
        assert!(matches!(best_device(), Device::Cpu));
        assert_eq!(gpus().unwrap(), Vec::<usize>::new());
        let refused = gpu(1).unwrap_err().to_string();
        assert!(
            refused.contains("make cuda") && refused.contains('1'),
            "{refused}"
        );
    }
}
