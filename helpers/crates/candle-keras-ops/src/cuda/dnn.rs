//! cuDNN: handles, descriptors, and the choice of an algorithm.

use crate::Precision;
use candle_core::cuda_backend::cudarc::cudnn::result::{self, CudnnError};
use candle_core::cuda_backend::cudarc::cudnn::sys::{
    self, cudnnConvolutionBwdDataAlgo_t, cudnnConvolutionBwdDataAlgoPerf_t,
    cudnnConvolutionBwdFilterAlgo_t, cudnnConvolutionBwdFilterAlgoPerf_t,
    cudnnConvolutionFwdAlgo_t, cudnnConvolutionFwdAlgoPerf_t, cudnnDataType_t, cudnnDeterminism_t,
    cudnnMathType_t, cudnnStatus_t, cudnnTensorFormat_t,
};
use candle_core::cuda_backend::cudarc::driver::{CudaSlice, CudaStream, DevicePtrMut};
use candle_core::cuda_backend::{CudaDevice, DeviceId};
use candle_core::{DType, Error, Result, bail};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ffi::{c_int, c_void};
use std::ptr::null_mut;
use std::sync::{Arc, Mutex, PoisonError};

/// Algorithms that need more memory beside the tensors than this, or than a sixteenth of the GPU's, come last.
const WORKSPACE_LIMIT: usize = 4 << 30;

/// The direction of a convolution: result, gradient of the input, or of the kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Pass {
    /// The result from the input and the kernel.
    Forward,
    /// The gradient of the input from the kernel and the gradient of the result.
    InputGradient,
    /// The gradient of the kernel from the input and the gradient of the result.
    KernelGradient,
}

/// The sizes of a convolution without bias: padding is alike on both sides of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Sizes {
    /// N C H W of the input.
    pub input: [usize; 4],
    /// N O H W of the result.
    pub output: [usize; 4],
    /// Side of the square kernel.
    pub kernel: usize,
    /// Pixels the kernel moves by.
    pub stride: usize,
    /// Pixels of padding on either side of the rows, and of the columns.
    pub padding: [usize; 2],
    /// f32 or bf16, of all tensors.
    pub dtype: DType,
}

impl Sizes {
    fn error(&self, what: &str, e: CudnnError) -> Error {
        Error::Msg(format!(
            "conv2d: cuDNN's {what} failed with {e} for {self:?}"
        ))
    }
}

fn ints<const N: usize>(sizes: [usize; N]) -> Result<[c_int; N]> {
    let mut ints = [0; N];
    for (int, size) in ints.iter_mut().zip(sizes) {
        *int = c_int::try_from(size)
            .map_err(|_| Error::Msg(format!("conv2d: a size of {size} is too large for cuDNN")))?;
    }
    Ok(ints)
}

/// Defines a descriptor that is destroyed when it is dropped.
macro_rules! descriptor {
    ($name:ident, $raw:ty, $create:path, $destroy:path) => {
        struct $name($raw);

        impl $name {
            fn new() -> std::result::Result<$name, CudnnError> {
                $create().map($name)
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                // SAFETY: created in `new`, destroyed here alone. A failure leaves a few bytes behind.
                let _ = unsafe { $destroy(self.0) };
            }
        }
    };
}

descriptor!(
    TensorDescriptor,
    sys::cudnnTensorDescriptor_t,
    result::create_tensor_descriptor,
    result::destroy_tensor_descriptor
);
descriptor!(
    FilterDescriptor,
    sys::cudnnFilterDescriptor_t,
    result::create_filter_descriptor,
    result::destroy_filter_descriptor
);
descriptor!(
    ConvolutionDescriptor,
    sys::cudnnConvolutionDescriptor_t,
    result::create_convolution_descriptor,
    result::destroy_convolution_descriptor
);

/// How one pass over one set of sizes is computed.
struct Plan {
    input: TensorDescriptor,
    kernel: FilterDescriptor,
    output: TensorDescriptor,
    convolution: ConvolutionDescriptor,
    /// The best first; those that failed are taken out.
    candidates: Vec<Candidate>,
}

#[derive(Clone, Copy, Debug)]
enum Algorithm {
    Forward(cudnnConvolutionFwdAlgo_t),
    InputGradient(cudnnConvolutionBwdDataAlgo_t),
    KernelGradient(cudnnConvolutionBwdFilterAlgo_t),
}

/// What cuDNN says of an algorithm: the same fields of three C structs.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    algorithm: Algorithm,
    status: cudnnStatus_t,
    determinism: cudnnDeterminism_t,
    /// Bytes of scratch memory.
    memory: usize,
    math: cudnnMathType_t,
}

macro_rules! candidate {
    ($perf:ident, $kind:path) => {
        Candidate {
            algorithm: $kind($perf.algo),
            status: $perf.status,
            determinism: $perf.determinism,
            memory: $perf.memory,
            math: $perf.mathType,
        }
    };
}

impl Plan {
    fn new(
        handle: sys::cudnnHandle_t,
        pass: Pass,
        sizes: &Sizes,
        precision: Precision,
        room: usize,
    ) -> Result<Plan> {
        let data_type = match sizes.dtype {
            DType::F32 => cudnnDataType_t::CUDNN_DATA_FLOAT,
            DType::BF16 => cudnnDataType_t::CUDNN_DATA_BFLOAT16,
            other => bail!("conv2d: f32 or bf16 is needed on a GPU, not {other:?}"),
        };
        let math = match (sizes.dtype, precision) {
            (DType::F32, Precision::F32) => cudnnMathType_t::CUDNN_FMA_MATH,
            // Allows TF32 on the GPUs that have it.
            (DType::F32, _) => cudnnMathType_t::CUDNN_DEFAULT_MATH,
            _ => cudnnMathType_t::CUDNN_TENSOR_OP_MATH,
        };
        let nchw = cudnnTensorFormat_t::CUDNN_TENSOR_NCHW;
        let (input_dims, output_dims) = (ints(sizes.input)?, ints(sizes.output)?);
        let [k, stride, pad_rows, pad_columns] = ints([
            sizes.kernel,
            sizes.stride,
            sizes.padding[0],
            sizes.padding[1],
        ])?;
        let describe = || -> std::result::Result<_, CudnnError> {
            let (input, output) = (TensorDescriptor::new()?, TensorDescriptor::new()?);
            let (kernel, convolution) = (FilterDescriptor::new()?, ConvolutionDescriptor::new()?);
            // SAFETY: the four descriptors were created just now and live until the plan is dropped.
            unsafe {
                result::set_tensor4d_descriptor(input.0, nchw, data_type, input_dims)?;
                result::set_tensor4d_descriptor(output.0, nchw, data_type, output_dims)?;
                let kernel_dims = [output_dims[1], input_dims[1], k, k];
                result::set_filter4d_descriptor(kernel.0, data_type, nchw, kernel_dims)?;
                result::set_convolution2d_descriptor(
                    convolution.0,
                    pad_rows,
                    pad_columns,
                    stride,
                    stride,
                    1,
                    1,
                    sys::cudnnConvolutionMode_t::CUDNN_CROSS_CORRELATION,
                    // bf16 products are added in f32.
                    cudnnDataType_t::CUDNN_DATA_FLOAT,
                )?;
                result::set_convolution_math_type(convolution.0, math)?;
            }
            Ok((input, output, kernel, convolution))
        };
        let (input, output, kernel, convolution) =
            describe().map_err(|e| sizes.error("description", e))?;
        let mut plan = Plan {
            input,
            kernel,
            output,
            convolution,
            candidates: Vec::new(),
        };
        let mut candidates = plan
            .ask(handle, pass)
            .map_err(|e| sizes.error("choice of an algorithm", e))?;
        candidates.retain(|c| c.status == cudnnStatus_t::CUDNN_STATUS_SUCCESS);
        if math == cudnnMathType_t::CUDNN_FMA_MATH {
            // In f32 no product is rounded to TF32, whatever cuDNN would like.
            candidates.iter_mut().for_each(|c| c.math = math);
        }
        // They come fastest first, which the sort keeps among equals.
        candidates.sort_by_key(|c| {
            let varies = c.determinism != cudnnDeterminism_t::CUDNN_DETERMINISTIC;
            (varies, c.memory.saturating_sub(room))
        });
        plan.candidates = candidates;
        Ok(plan)
    }

    /// cuDNN's own ranking of the algorithms (its heuristics: the same on every run, where timing them would not be).
    fn ask(
        &self,
        handle: sys::cudnnHandle_t,
        pass: Pass,
    ) -> std::result::Result<Vec<Candidate>, CudnnError> {
        let (x, w, y, convolution) = (
            self.input.0,
            self.kernel.0,
            self.output.0,
            self.convolution.0,
        );
        let mut count: c_int = 0;
        Ok(match pass {
            Pass::Forward => {
                const MOST: usize =
                    cudnnConvolutionFwdAlgo_t::CUDNN_CONVOLUTION_FWD_ALGO_COUNT as usize;
                let mut found = Vec::<cudnnConvolutionFwdAlgoPerf_t>::with_capacity(MOST);
                // SAFETY: handle and descriptors are alive; cuDNN writes at most MOST entries, which there is room
                // for, and says how many.
                unsafe {
                    result::get_convolution_forward_algorithm(
                        handle,
                        x,
                        w,
                        convolution,
                        y,
                        MOST as c_int,
                        &mut count,
                        found.as_mut_ptr(),
                    )?;
                    found.set_len((count.max(0) as usize).min(MOST));
                }
                found
                    .iter()
                    .map(|p| candidate!(p, Algorithm::Forward))
                    .collect()
            }
            Pass::InputGradient => {
                const MOST: usize =
                    cudnnConvolutionBwdDataAlgo_t::CUDNN_CONVOLUTION_BWD_DATA_ALGO_COUNT as usize;
                let mut found = Vec::<cudnnConvolutionBwdDataAlgoPerf_t>::with_capacity(MOST);
                // SAFETY: as above.
                unsafe {
                    result::get_convolution_backward_data_algorithm(
                        handle,
                        w,
                        y,
                        convolution,
                        x,
                        MOST as c_int,
                        &mut count,
                        found.as_mut_ptr(),
                    )?;
                    found.set_len((count.max(0) as usize).min(MOST));
                }
                found
                    .iter()
                    .map(|p| candidate!(p, Algorithm::InputGradient))
                    .collect()
            }
            Pass::KernelGradient => {
                const MOST: usize =
                    cudnnConvolutionBwdFilterAlgo_t::CUDNN_CONVOLUTION_BWD_FILTER_ALGO_COUNT
                        as usize;
                let mut found = Vec::<cudnnConvolutionBwdFilterAlgoPerf_t>::with_capacity(MOST);
                // SAFETY: as above.
                unsafe {
                    result::get_convolution_backward_filter_algorithm(
                        handle,
                        x,
                        y,
                        convolution,
                        w,
                        MOST as c_int,
                        &mut count,
                        found.as_mut_ptr(),
                    )?;
                    found.set_len((count.max(0) as usize).min(MOST));
                }
                found
                    .iter()
                    .map(|p| candidate!(p, Algorithm::KernelGradient))
                    .collect()
            }
        })
    }

    /// Puts the pass on the handle's stream; `first`, `second` and `out` as in [`Pass`].
    ///
    /// # Safety
    /// The addresses are those of tensors with the sizes of the plan, on the handle's GPU; `workspace` of as many bytes.
    unsafe fn run(
        &self,
        handle: sys::cudnnHandle_t,
        chosen: Candidate,
        [first, second, out]: [u64; 3],
        (workspace, bytes): (*mut c_void, usize),
    ) -> std::result::Result<(), CudnnError> {
        let (one, zero) = (1f32, 0f32);
        let (one, zero) = (
            (&raw const one).cast::<c_void>(),
            (&raw const zero).cast::<c_void>(),
        );
        let (first, second) = (first as *const c_void, second as *const c_void);
        let out = out as *mut c_void;
        // SAFETY: the caller's promise; the plan's descriptors are alive, the two factors are read during the call.
        unsafe {
            result::set_convolution_math_type(self.convolution.0, chosen.math)?;
            match chosen.algorithm {
                Algorithm::Forward(algorithm) => result::convolution_forward(
                    handle,
                    one,
                    self.input.0,
                    first,
                    self.kernel.0,
                    second,
                    self.convolution.0,
                    algorithm,
                    workspace,
                    bytes,
                    zero,
                    self.output.0,
                    out,
                ),
                Algorithm::InputGradient(algorithm) => result::convolution_backward_data(
                    handle,
                    one,
                    self.kernel.0,
                    first,
                    self.output.0,
                    second,
                    self.convolution.0,
                    algorithm,
                    workspace,
                    bytes,
                    zero,
                    self.input.0,
                    out,
                ),
                Algorithm::KernelGradient(algorithm) => result::convolution_backward_filter(
                    handle,
                    one,
                    self.input.0,
                    first,
                    self.output.0,
                    second,
                    self.convolution.0,
                    algorithm,
                    workspace,
                    bytes,
                    zero,
                    self.kernel.0,
                    out,
                ),
            }
        }
    }
}

/// Whether another algorithm may do what this one did not: it is not for these sizes or this GPU, cannot be compiled for it, or
/// has no room.
fn is_of_the_algorithm(e: CudnnError) -> bool {
    use cudnnStatus_t::*;
    let (CudnnError(status), code) = (e, e.0 as u32);
    (3000..4000).contains(&code)
        || matches!(
            status,
            CUDNN_STATUS_INTERNAL_ERROR_COMPILATION_FAILED
                | CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED
                | CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED
        )
}

/// cuDNN on one GPU: one handle, and plans and scratch memory that all threads share.
struct Cudnn {
    handle: sys::cudnnHandle_t,
    stream: Arc<CudaStream>,
    /// The largest that was needed so far. One is enough: the stream runs one pass after the other.
    workspace: Option<CudaSlice<u8>>,
    /// Bytes that an algorithm may take beside the tensors.
    room: usize,
    plans: HashMap<(Pass, Sizes, bool), Plan>,
}

// SAFETY: a handle may be used by any thread, by one at a time, which the mutex around it sees to; the descriptors of the
// plans belong to no thread.
unsafe impl Send for Cudnn {}

impl Cudnn {
    fn new(device: &CudaDevice) -> Result<Cudnn> {
        let stream = device.cuda_stream();
        stream.context().bind_to_thread().map_err(Error::wrap)?;
        let failed = |e: CudnnError| Error::Msg(format!("conv2d: cuDNN does not start: {e}"));
        let handle = result::create_handle().map_err(failed)?;
        // SAFETY: handle and stream are alive: neither is given up before the process ends.
        unsafe { result::set_stream(handle, stream.cu_stream().cast()) }.map_err(failed)?;
        let memory = stream.context().total_mem().map_err(Error::wrap)?;
        Ok(Cudnn {
            handle,
            room: WORKSPACE_LIMIT.min(memory / 16),
            stream,
            workspace: None,
            plans: HashMap::new(),
        })
    }

    fn run(&mut self, pass: Pass, sizes: &Sizes, pointers: [u64; 3]) -> Result<()> {
        let precision = crate::precision();
        let context = self.stream.context();
        context.bind_to_thread().map_err(Error::wrap)?;
        let exact = sizes.dtype == DType::F32 && precision == Precision::F32;
        let plan = match self.plans.entry((pass, *sizes, exact)) {
            Entry::Occupied(plan) => plan.into_mut(),
            Entry::Vacant(place) => {
                place.insert(Plan::new(self.handle, pass, sizes, precision, self.room)?)
            }
        };
        let mut problem = String::from("it offers none");
        while let Some(&chosen) = plan.candidates.first() {
            let bytes = chosen.memory;
            if bytes > 0 && self.workspace.as_ref().is_none_or(|w| w.len() < bytes) {
                // The old one is given back in the order of the stream, after the passes that still use it.
                self.workspace = None;
                // SAFETY: scratch memory, which cuDNN does not expect to be initialised.
                match unsafe { self.stream.alloc::<u8>(bytes) } {
                    Ok(new) => self.workspace = Some(new),
                    Err(e) => {
                        problem = format!("no {bytes} bytes of scratch memory ({e})");
                        plan.candidates.remove(0);
                        continue;
                    }
                }
            }
            let stream = self.stream.clone();
            let locked = self.workspace.as_mut().map(|w| w.device_ptr_mut(&stream));
            let workspace = match &locked {
                Some((start, _)) if bytes > 0 => (*start as *mut c_void, bytes),
                _ => (null_mut(), 0),
            };
            // SAFETY: the caller of `convolve` gives tensors of these sizes; the workspace has at least `bytes`.
            match unsafe { plan.run(self.handle, chosen, pointers, workspace) } {
                Ok(()) => return Ok(()),
                Err(e) if is_of_the_algorithm(e) => {
                    problem = format!("{:?}: {e}", chosen.algorithm);
                    plan.candidates.remove(0);
                }
                Err(e) => {
                    return Err(sizes.error(&format!("{pass:?} pass by {:?}", chosen.algorithm), e));
                }
            }
        }
        // The next call asks anew: there may be room by then.
        self.plans.remove(&(pass, *sizes, exact));
        bail!("conv2d: cuDNN has no algorithm for the {pass:?} pass of {sizes:?}: {problem}")
    }
}

/// cuDNN for every GPU that was used.
static CUDNN: Mutex<Option<HashMap<DeviceId, Cudnn>>> = Mutex::new(None);

/// Computes one pass of a convolution on the device's stream; addresses as in [`Pass`].
///
/// # Safety
/// The addresses are those of tensors with these sizes on `device`, multiples of 16, the last of them of memory without
/// another user.
pub(crate) unsafe fn convolve(
    device: &CudaDevice,
    pass: Pass,
    sizes: &Sizes,
    pointers: [u64; 3],
) -> Result<()> {
    let mut all = CUDNN.lock().unwrap_or_else(PoisonError::into_inner);
    let cudnn = match all.get_or_insert_default().entry(device.id()) {
        Entry::Occupied(cudnn) => cudnn.into_mut(),
        Entry::Vacant(place) => place.insert(Cudnn::new(device)?),
    };
    cudnn.run(pass, sizes, pointers)
}
