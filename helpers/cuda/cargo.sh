#!/usr/bin/env bash
# Cargo with the toolkit of toolkit.sh, in a target folder of its own: `helpers/cuda/cargo.sh build --release ...`.
# CUDA_COMPUTE_CAP is the GPU's compute capability (90, Hopper, unless set); JOBS limits the processes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
toolkit=$root/.cuda/toolkit
export CUDA_HOME=$toolkit CUDA_PATH=$toolkit CUDA_ROOT=$toolkit CUDA_TOOLKIT_ROOT_DIR=$toolkit
export CUDA_COMPUTE_CAP=${CUDA_COMPUTE_CAP:-90}
export PATH=$toolkit/bin:$PATH
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target/cuda}
jobs=${JOBS:-$(nproc)}
export CARGO_BUILD_JOBS=$jobs CUDAFORGE_THREADS=$jobs
# For the linker, and for programs that cargo starts: the driver's stub comes last, so that a real driver wins.
export LIBRARY_PATH=$root/.cuda/links${LIBRARY_PATH:+:$LIBRARY_PATH}
libraries=$toolkit/lib:$root/.cuda/cudnn/lib
ldconfig -p 2>/dev/null | grep -q 'libcuda\.so\.1 ' || libraries=$libraries:$root/.cuda/links/stub
export LD_LIBRARY_PATH=${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$libraries
exec cargo "$@"
