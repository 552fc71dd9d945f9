#!/usr/bin/env bash
# Lints and documentation of the code behind the features `cuda` and `nccl`, where there is neither GPU nor toolkit: in place of
# candle's kernels there are empty files. Nothing is linked, so nothing of it can run.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH=$PWD/helpers/cuda/bin:$PATH NVCC=$PWD/helpers/cuda/bin/nvcc CUDA_COMPUTE_CAP=75 BUILT_FOR_CUDA=12
unset CUDA_HOME
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/cuda-check
cargo clippy --workspace --all-targets --features cuda,nccl "$@" -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --features cuda,nccl --no-deps --quiet "$@"
