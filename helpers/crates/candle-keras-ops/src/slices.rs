//! Between candle's tensors and the slices that the kernels work on.

use candle_core::{CpuStorage, DType, Layout, Result, Storage, Tensor, bail};

/// The elements of a contiguous f32 CPU tensor, as an op's forward pass receives it.
pub(crate) fn contiguous<'a>(
    storage: &'a CpuStorage,
    layout: &Layout,
    op: &str,
) -> Result<&'a [f32]> {
    let Some((start, end)) = layout.contiguous_offsets() else {
        bail!("{op}: the argument must be contiguous, its layout is {layout:?}")
    };
    Ok(&storage.as_slice::<f32>()?[start..end])
}

/// Calls `work` with the elements of a CPU tensor, made contiguous first where it is not.
pub(crate) fn with_slice<R>(t: &Tensor, work: impl FnOnce(&[f32]) -> R) -> Result<R> {
    let t = t.contiguous()?;
    let (storage, layout) = t.storage_and_layout();
    match &*storage {
        Storage::Cpu(storage) => Ok(work(contiguous(storage, layout, "backward")?)),
        _ => bail!(
            "the kernels for the CPU were given a tensor on {:?}",
            t.device()
        ),
    }
}

/// Refuses what the kernels do not compute with.
pub(crate) fn require_f32(op: &str, tensors: &[&Tensor]) -> Result<()> {
    for t in tensors {
        if t.dtype() != DType::F32 {
            bail!("{op}: f32 tensors are needed, one is {:?}", t.dtype())
        }
    }
    Ok(())
}

/// A slice that the tasks of one parallel loop write to, each its own elements.
#[derive(Clone, Copy)]
pub(crate) struct Shared {
    start: *mut f32,
    len: usize,
}

// SAFETY: `slice` hands out parts, and its callers promise that parts taken at the same time do not overlap in the
// elements written.
unsafe impl Send for Shared {}
unsafe impl Sync for Shared {}

impl Shared {
    pub(crate) fn new(data: &mut [f32]) -> Shared {
        Shared {
            start: data.as_mut_ptr(),
            len: data.len(),
        }
    }

    /// Elements `start..start + len`.
    ///
    /// # Safety
    /// No two tasks that run at the same time may touch the same element, and the slice given to `new` must
    /// outlive the result.
    pub(crate) unsafe fn slice<'a>(self, start: usize, len: usize) -> &'a mut [f32] {
        assert!(start + len <= self.len);
        // SAFETY: within the bounds just checked; disjointness and lifetime are the caller's promise.
        unsafe { std::slice::from_raw_parts_mut(self.start.add(start), len) }
    }
}
