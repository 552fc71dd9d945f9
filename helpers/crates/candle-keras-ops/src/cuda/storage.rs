//! Between candle's tensors and pointers on the device.

use candle_core::backend::BackendStorage;
use candle_core::cuda_backend::cudarc::driver::{CudaStream, DevicePtr, DevicePtrMut, SyncOnDrop};
use candle_core::cuda_backend::{CudaDevice, CudaStorageSlice};
use candle_core::op::BackpropOp;
use candle_core::{CudaStorage, DType, Layout, Result, Shape, Storage, Tensor, bail};

/// The elements of a contiguous tensor that a kernel reads.
pub(crate) struct Input<'a> {
    storage: &'a CudaStorage,
    /// Of the tensor's first element in its storage.
    offset: usize,
}

impl<'a> Input<'a> {
    /// Refuses a layout that is not contiguous.
    pub(crate) fn new(storage: &'a CudaStorage, layout: &Layout) -> Result<Input<'a>> {
        match layout.contiguous_offsets() {
            Some((offset, _)) => Ok(Input { storage, offset }),
            None => bail!("a contiguous tensor is needed, its layout is {layout:?}"),
        }
    }

    pub(crate) fn device(&self) -> &'a CudaDevice {
        &self.storage.device
    }

    pub(crate) fn dtype(&self) -> DType {
        self.storage.dtype()
    }

    /// The address on the device; the guard is to be held until the kernel is launched.
    pub(crate) fn pointer<'b>(&'b self, stream: &'b CudaStream) -> Result<(u64, SyncOnDrop<'b>)> {
        let ((start, guard), size) = match &self.storage.slice {
            CudaStorageSlice::F32(slice) => (slice.device_ptr(stream), 4),
            CudaStorageSlice::BF16(slice) => (slice.device_ptr(stream), 2),
            CudaStorageSlice::F64(slice) => (slice.device_ptr(stream), 8),
            CudaStorageSlice::U8(slice) => (slice.device_ptr(stream), 1),
            _ => bail!("f32 or bf16 tensors are needed"),
        };
        Ok((start + (self.offset * size) as u64, guard))
    }
}

/// The tensor with its elements in order from a multiple of 16 bytes on, as cuDNN's algorithms for tensor cores ask: a copy
/// where it is not so. The driver's memory starts at multiples of 256.
pub(crate) fn aligned(t: &Tensor) -> Result<Tensor> {
    let t = t.contiguous()?;
    if t.layout().start_offset() * t.dtype().size_in_bytes() % 16 == 0 {
        return Ok(t);
    }
    t.force_contiguous()
}

/// The address of all of a storage that a kernel writes, as [`Input::pointer`].
pub(crate) fn pointer_mut<'a>(
    storage: &'a mut CudaStorage,
    stream: &'a CudaStream,
) -> Result<(u64, SyncOnDrop<'a>)> {
    Ok(match &mut storage.slice {
        CudaStorageSlice::F32(slice) => slice.device_ptr_mut(stream),
        CudaStorageSlice::BF16(slice) => slice.device_ptr_mut(stream),
        CudaStorageSlice::F64(slice) => slice.device_ptr_mut(stream),
        CudaStorageSlice::U8(slice) => slice.device_ptr_mut(stream),
        _ => bail!("f32 or bf16 tensors are needed"),
    })
}

/// Memory with whatever was in it before: the caller's kernel writes every element.
pub(crate) fn allocate(device: &CudaDevice, dtype: DType, len: usize) -> Result<CudaStorage> {
    // SAFETY: any bits are a value of these four types, and the callers' kernels write all elements.
    let slice = unsafe {
        match dtype {
            DType::F32 => CudaStorageSlice::F32(device.alloc(len)?),
            DType::BF16 => CudaStorageSlice::BF16(device.alloc(len)?),
            DType::F64 => CudaStorageSlice::F64(device.alloc(len)?),
            DType::U8 => CudaStorageSlice::U8(device.alloc(len)?),
            other => bail!("f32 or bf16 tensors are needed, not {other:?}"),
        }
    };
    Ok(CudaStorage {
        slice,
        device: device.clone(),
    })
}

/// Calls `work` with the elements of contiguous tensors on the GPU.
pub(crate) fn with_inputs<const N: usize, R>(
    tensors: [&Tensor; N],
    work: impl FnOnce([Input; N]) -> Result<R>,
) -> Result<R> {
    let locked = tensors.map(Tensor::storage_and_layout);
    let mut inputs = Vec::with_capacity(N);
    for (storage, layout) in &locked {
        match &**storage {
            Storage::Cuda(storage) => inputs.push(Input::new(storage, layout)?),
            _ => bail!("tensors on one GPU are needed"),
        }
    }
    match inputs.try_into() {
        Ok(inputs) => work(inputs),
        Err(_) => unreachable!("there is an input for each tensor"),
    }
}

/// A tensor that gradients do not flow through.
pub(crate) fn tensor(storage: CudaStorage, shape: impl Into<Shape>) -> Tensor {
    Tensor::from_storage(Storage::Cuda(storage), shape, BackpropOp::none(), false)
}

/// Refuses tensors that the kernels do not compute with: `x` may be f32 or bf16, `others` are f32; all on one GPU.
pub(crate) fn require(op: &str, x: &Tensor, others: &[&Tensor]) -> Result<()> {
    if !matches!(x.dtype(), DType::F32 | DType::BF16) {
        bail!("{op}: f32 or bf16 is needed on a GPU, not {:?}", x.dtype())
    }
    for other in others {
        if other.dtype() != DType::F32 {
            bail!(
                "{op}: parameters in f32 are needed, one is {:?}",
                other.dtype()
            )
        }
        if !other.device().same_device(x.device()) {
            bail!(
                "{op}: x is on {:?}, a parameter on {:?}",
                x.device(),
                other.device()
            )
        }
    }
    Ok(())
}
