//! Where and how the notebooks run.

use candle_core::Device;

/// The first NVIDIA GPU when `helpers` was built with the feature `cuda` and there is one, else the CPU.
pub fn best_device() -> Device {
    Device::cuda_if_available(0).unwrap_or(Device::Cpu)
}

/// Whether the environment variable `TUTORIAL_QUICK` asks the notebooks to do little of everything, for a test.
pub fn quick() -> bool {
    std::env::var_os("TUTORIAL_QUICK").is_some_and(|v| v != "0" && !v.is_empty())
}
