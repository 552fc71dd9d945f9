#!/usr/bin/env bash
# Lints and documentation of the code behind the features `cuda` and `nccl`, where there is neither GPU nor CUDA toolkit: build
# scripts find a compiler that writes empty files. Nothing is linked, so nothing of it can run.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH=$PWD/helpers/cuda/stub:$PATH NVCC=$PWD/helpers/cuda/stub/nvcc CUDA_COMPUTE_CAP=90
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/cuda-check
cargo clippy --workspace --all-targets --features cuda,training/nccl "$@" -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --features cuda,training/nccl --no-deps --quiet "$@"
