#!/usr/bin/env bash
# Runs a program built with the feature `cuda` on emulated libraries: driver, cuDNN, cuBLAS and cuRAND on the CPU, as
# far as the tests need them. Slow, and no proof that it runs on a GPU; but launches and calls are made as there, with
# their arguments, sizes and memory checked. Needs a C++20 compiler and the toolkit of toolkit.sh.
#   helpers/cuda/emulate.sh cargo test --release --workspace --features cuda --test cuda
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
source=$root/helpers/cuda/emulator
target=$root/.cuda/emulator
mkdir -p "$target"
kernels=$root/helpers/crates/candle-keras-ops/src/cuda/kernels.cu
library=$target/libcuda.so.1
if [ ! -e "$library" ] || [ -n "$(find "$source" "$kernels" -newer "$library")" ]; then
    # What is not emulated fails as in the stub, so that the loader finds every name.
    nm -D --defined-only "$root/.cuda/links/stub/libcuda.so.1" | awk '$3 ~ /^cu[A-Z]/ {
        print "__attribute__((weak)) int " $3 "(void) { return 34; }" }' > "$target/rest.c"
    for name in cublasDgemmStridedBatched cudnnSetTensor4dDescriptorEx; do
        echo "int $name(void) { return 1; }"
    done >> "$target/rest.c"
    cc -w -fPIC -O1 -c "$target/rest.c" -o "$target/rest.o"
    # Only the emulated functions are seen from outside.
    echo '{ global: cu[A-Z]*; cublas*; curand*; cudnn*; local: *; };' > "$target/names"
    c++ -std=c++20 -O2 -Wall -Wextra -Wno-unused-function -fPIC -shared \
        -I"$root/.cuda/toolkit/include" -I"$root/.cuda/cudnn/include" "$source"/*.cpp "$target/rest.o" \
        -Wl,--version-script="$target/names" -o "$library"
    for name in libcublas.so.13 libcublasLt.so.13 libcurand.so.10 libcudnn.so.9; do
        ln -sf libcuda.so.1 "$target/$name"
    done
fi
export LD_LIBRARY_PATH=$target${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
exec "$root/helpers/cuda/with.sh" "$@"
