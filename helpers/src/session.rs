//! Where and how the notebooks run.

use candle_core::Device;

/// The first NVIDIA GPU when `helpers` was built with the feature `cuda` and there is one, else the CPU.
pub fn best_device() -> Device {
    Device::cuda_if_available(0).unwrap_or(Device::Cpu)
}

/// NVIDIA GPUs that this program can compute on: none when it was built without the feature `cuda`.
pub fn gpu_count() -> usize {
    #[cfg(feature = "cuda")]
    {
        use candle_core::cuda_backend::cudarc::driver::CudaContext;
        // No driver is no GPU.
        let count = std::panic::catch_unwind(CudaContext::device_count);
        count
            .ok()
            .and_then(|c| c.ok())
            .map_or(0, |n| n.max(0) as usize)
    }
    #[cfg(not(feature = "cuda"))]
    0
}

/// Whether the environment variable `TUTORIAL_QUICK` asks the notebooks to do little of everything, for a test.
pub fn quick() -> bool {
    std::env::var_os("TUTORIAL_QUICK").is_some_and(|v| v != "0" && !v.is_empty())
}
