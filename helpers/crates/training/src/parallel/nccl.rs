//! The communicator of processes on NVIDIA GPUs, one GPU each, through NCCL.

use super::Communicator;
use crate::parallel::{ProcessInfo, rendezvous};
use candle_core::backend::BackendStorage;
use candle_core::cuda_backend::CudaDType;
use candle_core::cuda_backend::cudarc::driver::DeviceRepr;
use candle_core::cuda_backend::cudarc::nccl::result::NcclError;
use candle_core::cuda_backend::cudarc::nccl::{Comm, Id, NcclType, ReduceOp};
use candle_core::{CpuStorage, CudaStorage, DType, Device, InplaceOp1, Layout, Tensor, bail};
use density::error::{Error, Result};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The processes of a launcher, each with the GPU of its device, on one machine or several.
pub struct NcclCommunicator {
    comm: Mutex<Turn>,
    device: Device,
    rank: usize,
    size: usize,
}

/// The communicator of one device.
struct Turn(Comm);

// SAFETY: NCCL lets any thread call a communicator, but only one at a time (its documentation, "Thread Safety"); the
// mutex around `Turn` sees to that. The pointers in `Comm` belong to no thread.
unsafe impl Send for Turn {}

impl NcclCommunicator {
    /// Joins the ranks. Every rank gives a `device` of its own; rank 0's name for the group travels through files in
    /// `folder`, which all ranks see.
    ///
    /// Errors: a device that is no GPU, ranks that did not come within `timeout`, and what NCCL says.
    pub fn join(
        launched: &ProcessInfo,
        device: &Device,
        folder: &Path,
        timeout: Duration,
    ) -> Result<NcclCommunicator> {
        let Device::Cuda(cuda) = device else {
            return Err(Error::Ranks(format!(
                "NCCL is for NVIDIA GPUs, not for {device:?}: ranks on CPUs need MPI"
            )));
        };
        let own = match launched.rank {
            0 => to_bytes(&Id::new().map_err(failed)?),
            _ => Vec::new(),
        };
        let id = rendezvous(folder, launched, &own, timeout)?;
        let id = from_bytes(&id)?;
        let stream = cuda.cuda_stream();
        let context = stream.context();
        context
            .bind_to_thread()
            .map_err(|e| Error::Ranks(format!("the GPU of rank {}: {e}", launched.rank)))?;
        let comm = Comm::from_rank(stream, launched.rank, launched.size, id).map_err(failed)?;
        Ok(NcclCommunicator {
            comm: Mutex::new(Turn(comm)),
            device: device.clone(),
            rank: launched.rank,
            size: launched.size,
        })
    }

    /// Applies `what` to all elements of a copy.
    fn on_copy(&self, values: &Tensor, what: What) -> Result<Tensor> {
        if !values.device().same_device(&self.device) {
            return Err(Error::Ranks(format!(
                "rank {} joined with {:?}, the tensor is on {:?}",
                self.rank,
                self.device,
                values.device()
            )));
        }
        let copy = values.copy()?;
        copy.inplace_op1(&Collective {
            comm: self.comm.lock().unwrap_or_else(PoisonError::into_inner),
            what,
        })?;
        Ok(copy)
    }
}

impl Communicator for NcclCommunicator {
    fn rank(&self) -> usize {
        self.rank
    }

    fn size(&self) -> usize {
        self.size
    }

    /// NCCL leaves identical copies of a reduction on all ranks. Returns before it is done: what is asked of the device
    /// next waits for it there.
    fn mean(&self, flat: &Tensor) -> Result<Tensor> {
        self.on_copy(flat, What::Reduce(ReduceOp::Avg))
    }

    fn sum(&self, values: &mut [f64]) -> Result<()> {
        let own = Tensor::from_slice(values, values.len(), &self.device)?;
        let all = self.on_copy(&own, What::Reduce(ReduceOp::Sum))?;
        values.copy_from_slice(&all.to_vec1::<f64>()?);
        Ok(())
    }

    fn broadcast(&self, mut bytes: Vec<u8>) -> Result<Vec<u8>> {
        let mut len = [match self.rank {
            0 => bytes.len() as f64,
            _ => 0.0,
        }];
        self.sum(&mut len)?;
        let len = len[0] as usize;
        if len == 0 {
            return Ok(Vec::new());
        }
        bytes.resize(len, 0);
        let own = Tensor::from_vec(bytes, len, &self.device)?;
        Ok(self.on_copy(&own, What::FromFirst)?.to_vec1::<u8>()?)
    }
}

enum What {
    Reduce(ReduceOp),
    FromFirst,
}

/// A collective call on a storage as a whole.
struct Collective<'a> {
    comm: MutexGuard<'a, Turn>,
    what: What,
}

impl Collective<'_> {
    fn run<T: CudaDType + NcclType + DeviceRepr>(
        &self,
        storage: &mut CudaStorage,
    ) -> candle_core::Result<()> {
        let (comm, slice) = (&self.comm.0, storage.as_cuda_slice_mut::<T>()?);
        let done = match &self.what {
            What::Reduce(op) => comm.all_reduce_in_place(slice, op),
            What::FromFirst => comm.broadcast_in_place(slice, 0),
        };
        done.map_err(|e| candle_core::Error::Msg(failed(e).to_string()))?;
        Ok(())
    }
}

impl InplaceOp1 for Collective<'_> {
    fn name(&self) -> &'static str {
        "collective"
    }

    fn cpu_fwd(&self, _: &mut CpuStorage, _: &Layout) -> candle_core::Result<()> {
        bail!("NCCL was given a tensor on the CPU")
    }

    fn cuda_fwd(&self, storage: &mut CudaStorage, _: &Layout) -> candle_core::Result<()> {
        match storage.dtype() {
            DType::F32 => self.run::<f32>(storage),
            DType::F64 => self.run::<f64>(storage),
            DType::U8 => self.run::<u8>(storage),
            other => bail!("NCCL was given a tensor of {other:?}; f32, f64 and u8 are known"),
        }
    }
}

fn failed(error: NcclError) -> Error {
    Error::Ranks(format!(
        "NCCL: {:?}; NCCL_DEBUG=INFO in the environment makes it say more",
        error.0
    ))
}

fn to_bytes(id: &Id) -> Vec<u8> {
    id.internal().iter().map(|b| *b as u8).collect()
}

fn from_bytes(bytes: &[u8]) -> Result<Id> {
    let mut internal = [0; 128];
    if bytes.len() != internal.len() {
        return Err(Error::Ranks(format!(
            "NCCL's id has 128 bytes, rank 0 sent {}: all ranks must run the same program",
            bytes.len()
        )));
    }
    for (to, from) in internal.iter_mut().zip(bytes) {
        *to = *from as std::ffi::c_char;
    }
    Ok(Id::uninit(internal))
}
