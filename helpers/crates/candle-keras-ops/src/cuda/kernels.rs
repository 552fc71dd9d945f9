//! Launches the kernels of `kernels.cu`.

use candle_core::cuda_backend::CudaDevice;
use candle_core::cuda_backend::cudarc::driver::{LaunchConfig, PushKernelArg};
use candle_core::{DType, Error, Result, bail};

/// The kernels, which the driver compiles for the GPU it finds (build.rs).
const PTX: &str = include_str!(concat!(env!("OUT_DIR"), "/kernels.ptx"));
/// Threads of every block: `THREADS` in `kernels.cu`.
const THREADS: u32 = 256;
/// Values of a plane that a block works on: `RUN` in `kernels.cu`.
const RUN: usize = 4096;
/// Blocks that a sum over channels is cut into. Fixed, so that a result is the same on every GPU.
const BLOCKS: usize = 2048;

/// An argument of a kernel.
pub(crate) enum Argument {
    Pointer(u64),
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
}

impl From<u64> for Argument {
    fn from(address: u64) -> Argument {
        Argument::Pointer(address)
    }
}

impl From<f32> for Argument {
    fn from(value: f32) -> Argument {
        Argument::Float(value)
    }
}

/// A size that fits into an `int`.
pub(crate) fn int(size: usize) -> Result<Argument> {
    i32::try_from(size).map(Argument::Int).map_err(|_| {
        Error::Msg(format!(
            "a size of {size} is too large for the GPU's kernels"
        ))
    })
}

/// The name of a kernel for elements of type `dtype`.
pub(crate) fn typed(name: &str, dtype: DType) -> Result<String> {
    match dtype {
        DType::F32 => Ok(format!("{name}_f32")),
        DType::BF16 => Ok(format!("{name}_bf16")),
        other => bail!("{name}: f32 or bf16 is needed on a GPU, not {other:?}"),
    }
}

/// The grid of kernels that go over `planes` planes of `plane` values each.
pub(crate) fn planes_grid(planes: usize, plane: usize) -> (usize, usize) {
    (planes, plane.div_ceil(RUN))
}

/// The grid of kernels that go over all of `count` values, several a thread where there are many.
pub(crate) fn flat_grid(count: usize) -> (usize, usize) {
    (count.div_ceil(THREADS as usize).min(1 << 16), 1)
}

/// The grid of kernels with a thread a channel.
pub(crate) fn channels_grid(channels: usize) -> (usize, usize) {
    (channels.div_ceil(THREADS as usize), 1)
}

/// How sums over channels are cut.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
    /// Runs of a plane.
    pub runs: usize,
    /// Partial sums of a channel.
    pub parts: usize,
}

impl Parts {
    pub(crate) fn new(images: usize, channels: usize, plane: usize) -> Parts {
        let runs = plane.div_ceil(RUN);
        Parts {
            runs,
            parts: BLOCKS.div_ceil(channels).min(images * runs).max(1),
        }
    }
}

/// Launches a kernel on the device's stream.
///
/// # Safety
/// `arguments` must be what the kernel declares, in order and type; its pointers must be valid for every element that
/// the kernel reaches with these sizes, and the memory written must have no other user on another stream.
pub(crate) unsafe fn launch(
    device: &CudaDevice,
    name: &str,
    (x, y): (usize, usize),
    arguments: &[Argument],
) -> Result<()> {
    let (Ok(grid_x @ 0..=0x7fff_ffff), Ok(grid_y @ 0..=0xffff)) =
        (u32::try_from(x), u32::try_from(y))
    else {
        bail!("{name}: a grid of {x} x {y} blocks is too large for a GPU")
    };
    let function = device.get_or_load_custom_func(name, "candle-keras-ops", PTX)?;
    let mut builder = function.builder();
    for argument in arguments {
        match argument {
            Argument::Pointer(v) => builder.arg(v),
            Argument::Int(v) => builder.arg(v),
            Argument::Long(v) => builder.arg(v),
            Argument::Float(v) => builder.arg(v),
            Argument::Double(v) => builder.arg(v),
        };
    }
    let config = LaunchConfig {
        grid_dim: (grid_x, grid_y, 1),
        block_dim: (THREADS, 1, 1),
        shared_mem_bytes: 0,
    };
    // SAFETY: the caller's promise about the arguments; the block's size is the one that the kernels are written for.
    match unsafe { builder.launch(config) } {
        Ok(_) => Ok(()),
        Err(e) => bail!("{name}: the launch of {x} x {y} blocks failed: {e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_are_those_of_the_kernels() {
        let source = include_str!("kernels.cu");
        assert!(source.contains(&format!("#define THREADS {THREADS}\n")));
        assert!(source.contains(&format!("#define RUN {RUN}\n")));
        for name in [
            "max_pool_gradient_bf16",
            "normalize_sums_f32",
            "finish_sums",
        ] {
            assert!(PTX.contains(&format!(".entry {name}(")), "{name}");
        }
    }

    #[test]
    fn sums_are_cut_by_the_sizes_alone() {
        let parts = |n, c, p| {
            let Parts { runs, parts } = Parts::new(n, c, p);
            (runs, parts)
        };
        assert_eq!(parts(1, 1, 1), (1, 1));
        assert_eq!(parts(4, 64, 325 * 325), (26, 32));
        assert_eq!(parts(4, 256, 21 * 21), (1, 4));
    }
}
