#!/usr/bin/env bash
# Runs a command with the toolkit of toolkit.sh, cargo's target folder being target/cuda:
#   helpers/cuda/with.sh cargo test --release --workspace --features cuda --test cuda
#   helpers/cuda/with.sh target/cuda/release/examples/gpu_step
# CUDA_COMPUTE_CAP is the GPU's compute capability (90, Hopper, unless set); JOBS limits the processes of a build.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
toolkit=$root/.cuda/toolkit
export CUDA_HOME=$toolkit CUDA_PATH=$toolkit CUDA_ROOT=$toolkit CUDA_TOOLKIT_ROOT_DIR=$toolkit
export CUDA_COMPUTE_CAP=${CUDA_COMPUTE_CAP:-90}
export PATH=$toolkit/bin:$PATH
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target/cuda}
jobs=${JOBS:-$(nproc)}
export CARGO_BUILD_JOBS=$jobs CUDAFORGE_THREADS=$jobs
# For the linker, and for the programs. Where there is no driver its stub stands in, which has no device.
export LIBRARY_PATH=$root/.cuda/links${LIBRARY_PATH:+:$LIBRARY_PATH}
libraries=$toolkit/lib:$root/.cuda/cudnn/lib:$root/.cuda/nccl/lib
find_driver() { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep 'libcuda\.so\.1 ' >/dev/null; }
find_driver || libraries=$libraries:$root/.cuda/links/stub
export LD_LIBRARY_PATH=${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$libraries
exec "$@"
