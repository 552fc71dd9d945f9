//! NVIDIA GPUs as devices.

use candle_core::{Device, Result};

/// The oldest compute capability that cuDNN 9 knows, Turing's, as 75 for 7.5.
pub const OLDEST_CAPABILITY: i32 = 75;
/// From this capability on, Ampere's, there are bf16 and TF32.
#[cfg_attr(not(feature = "cuda"), allow(dead_code))]
pub(crate) const AMPERE: i32 = 80;

/// NVIDIA GPU `number`, from 0: the same device with the same stream whenever a process asks for it.
///
/// All work on it goes through one stream that belongs to the device and to no thread, so that any thread may go on
/// where another one stopped (candle's `Device::new_cuda` has a stream for each thread). Candle's events, which keep several
/// streams apart, are off: there is nothing to keep apart. Do not mix it with tensors of a device made otherwise.
///
/// # Errors
/// A program without the feature `cuda`, no driver, one that is older than the CUDA that the program was built with, no such
/// GPU, or one that is too old; each says what to do.
pub fn gpu(number: usize) -> Result<Device> {
    platform::gpu(number)
}

/// The numbers of the NVIDIA GPUs that this program can compute on; none without such GPUs or the feature `cuda`.
///
/// # Errors
/// No driver, or one that is older than the CUDA that the program was built with.
pub fn gpus() -> Result<Vec<usize>> {
    platform::gpus()
}

/// Why bf16 does not exist on this GPU or in this build; `None` where it does.
pub(crate) fn bf16_problem(device: &Device) -> Option<String> {
    platform::bf16_problem(device)
}

/// Bytes of memory that a GPU has free, and all of it; `None` on other devices, and where the driver does not tell.
pub fn gpu_memory(device: &Device) -> Option<(usize, usize)> {
    platform::memory(device)
}

#[cfg(not(feature = "cuda"))]
mod platform {
    use candle_core::{Device, Result, bail};

    pub(super) fn gpu(_: usize) -> Result<Device> {
        bail!("this program is built for the CPU; `make cuda` builds it for GPUs")
    }

    pub(super) fn gpus() -> Result<Vec<usize>> {
        Ok(Vec::new())
    }

    pub(super) fn bf16_problem(_: &Device) -> Option<String> {
        None
    }

    pub(super) fn memory(_: &Device) -> Option<(usize, usize)> {
        None
    }
}

#[cfg(feature = "cuda")]
mod platform {
    use super::{AMPERE, OLDEST_CAPABILITY};
    use candle_core::cuda_backend::cudarc::driver::{
        CudaContext, DriverError, result as driver, sys,
    };
    use candle_core::{Device, Result, bail};
    use std::collections::HashMap;
    use std::sync::{Arc, Mutex, PoisonError};

    /// The CUDA and the capability that `make cuda` built for.
    const CUDA: Option<&str> = option_env!("BUILT_FOR_CUDA");
    const CAPABILITY: Option<&str> = option_env!("CUDA_COMPUTE_CAP");

    pub(super) fn gpu(number: usize) -> Result<Device> {
        static OPEN: Mutex<Option<HashMap<usize, Device>>> = Mutex::new(None);
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let open = open.get_or_insert_default();
        if let Some(device) = open.get(&number) {
            return Ok(device.clone());
        }
        let device = new(number)?;
        open.insert(number, device.clone());
        Ok(device)
    }

    pub(super) fn gpus() -> Result<Vec<usize>> {
        let numbers = 0..count()?;
        let is_able = |number: &usize| capability_of(*number).is_ok_and(|c| c >= oldest());
        Ok(numbers.filter(is_able).collect())
    }

    /// The oldest capability that this program runs on.
    fn oldest() -> i32 {
        let built = CAPABILITY.and_then(|c| c.parse().ok());
        built.unwrap_or(0).max(OLDEST_CAPABILITY)
    }

    fn new(number: usize) -> Result<Device> {
        match count()? {
            0 => bail!(
                "the driver shows no GPU; is the variable CUDA_VISIBLE_DEVICES set to none of them?"
            ),
            n if number >= n => bail!(
                "there is no GPU {number}: {n} are here, numbered from 0 (CUDA_VISIBLE_DEVICES chooses among them)"
            ),
            _ => {}
        }
        let capability = capability_of(number).map_err(failed)?;
        if capability < oldest() {
            let name = driver::device::get(number as i32).and_then(driver::device::get_name);
            let name = name.unwrap_or_default();
            if capability >= OLDEST_CAPABILITY {
                bail!(
                    "this program is built for newer GPUs than {name}: run `make cuda` on this machine"
                )
            }
            bail!("{name} is too old: cuDNN 9 needs a GPU of 2018 (Turing) or later")
        }
        let device = Device::new_cuda_with_stream(number)?;
        let cuda = device.as_cuda_device()?;
        let stream = cuda.cuda_stream();
        let context = stream.context();
        // SAFETY: this device has one stream and, kept in `OPEN`, is the only one for its GPU; what is asked of one stream
        // is done in the order in which it was asked.
        unsafe { cuda.disable_event_tracking() };
        keep_memory(context).map_err(failed)?;
        Ok(device)
    }

    /// All GPUs that the driver shows.
    fn count() -> Result<usize> {
        let mut known = 0;
        // SAFETY: the call writes one number.
        unsafe { sys::cuDriverGetVersion(&mut known) }
            .result()
            .map_err(failed)?;
        if let Some(cuda) = CUDA.and_then(|c| c.parse::<i32>().ok())
            && known < cuda * 1000
        {
            bail!(
                "the driver knows CUDA {}.{}, and this program is built for CUDA {cuda}: run `make cuda` on this machine, \
                 or update the driver",
                known / 1000,
                known % 1000 / 10
            )
        }
        match CudaContext::device_count() {
            Ok(count) => Ok(usize::try_from(count).unwrap_or(0)),
            // A machine with the driver alone, such as a cluster's login node.
            Err(DriverError(sys::CUresult::CUDA_ERROR_NO_DEVICE)) => Ok(0),
            Err(e) => Err(failed(e)),
        }
    }

    pub(super) fn bf16_problem(device: &Device) -> Option<String> {
        let cuda = device.as_cuda_device().ok()?;
        let stream = cuda.cuda_stream();
        let capability = capability_of(stream.context().ordinal()).ok()?;
        let name = stream.context().name().unwrap_or_default();
        if capability < AMPERE {
            return Some(format!(
                "{name} has no bf16, which came with Ampere (2020): use Precision::F32"
            ));
        }
        match CAPABILITY.and_then(|c| c.parse::<i32>().ok()) {
            Some(built) if built < AMPERE => Some(
                "this program is built for GPUs without bf16, too: run `make cuda` on this machine, or \
                 `make cuda CAPABILITY=8.0`"
                    .into(),
            ),
            _ => None,
        }
    }

    pub(super) fn memory(device: &Device) -> Option<(usize, usize)> {
        let cuda = device.as_cuda_device().ok()?;
        cuda.cuda_stream().context().mem_get_info().ok()
    }

    /// As 75 for 7.5. The driver is initialised already.
    fn capability_of(number: usize) -> std::result::Result<i32, DriverError> {
        use sys::CUdevice_attribute::*;
        let device = driver::device::get(number as i32)?;
        // SAFETY: the driver has just given this device.
        let attribute = |which| unsafe { driver::device::get_attribute(device, which) };
        Ok(
            10 * attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)?
                + attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR)?,
        )
    }

    /// Keeps freed memory in the process. Without this the driver takes it back at every synchronisation, so that each
    /// training step maps its gigabytes anew.
    fn keep_memory(context: &Arc<CudaContext>) -> std::result::Result<(), DriverError> {
        if !context.has_async_alloc() {
            return Ok(());
        }
        let mut threshold = u64::MAX;
        // SAFETY: the device is that of a live context, and the attribute is a u64.
        unsafe {
            let pool = driver::device::get_default_mem_pool(context.cu_device())?;
            driver::mem_pool::set_attribute(
                pool,
                sys::CUmemPool_attribute_enum::CU_MEMPOOL_ATTR_RELEASE_THRESHOLD,
                (&raw mut threshold).cast(),
            )
        }
    }

    fn failed(e: DriverError) -> candle_core::Error {
        let text = e.error_string().map(|t| t.to_string_lossy().into_owned());
        candle_core::Error::Msg(format!(
            "the NVIDIA driver says: {}",
            text.unwrap_or_else(|_| e.to_string())
        ))
    }
}
