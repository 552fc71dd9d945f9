//! The devices to compute on.

use candle_core::Device;

/// The first NVIDIA GPU when this crate was built with the feature `cuda` and there is one, else the CPU.
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
