#!/usr/bin/env bash
# Lints the code behind the feature `mpi`, and compares two processes that train together with one. Installs what is
# missing on Debian as root; elsewhere says what is missing and leaves the comparison out.
#   helpers/crates/training/tests/mpi.sh [install]    `install` does no more than that, and fails where something is missing
set -euo pipefail
cd "$(dirname "$0")/../../../.."
packages=(libopenmpi-dev openmpi-bin libclang-dev)

# bindgen looks for libclang in these places, among others.
libclang() {
    [ -n "${LIBCLANG_PATH:-}" ] || command -v llvm-config >/dev/null ||
        compgen -G '/usr/lib/llvm-*/lib/libclang*.so*' >/dev/null ||
        compgen -G '/usr/lib*/libclang*.so*' >/dev/null ||
        compgen -G '/usr/lib/*-linux-gnu/libclang*.so*' >/dev/null ||
        compgen -G '/opt/homebrew/opt/llvm/lib/libclang.dylib' >/dev/null ||
        [ -d /Library/Developer/CommandLineTools/usr/lib ]
}

missing() {
    command -v mpicc >/dev/null || printf ' mpicc'
    command -v mpirun >/dev/null || printf ' mpirun'
    libclang || printf ' libclang'
}

absent=$(missing)
if [ -n "$absent" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "==> Open MPI and libclang (${packages[*]}: 55 MB, half a minute)"
        export DEBIAN_FRONTEND=noninteractive
        apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null 2>&1 || {
            # Without a registry the comparison is left out, as below.
            apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null || true
        }
        absent=$(missing)
    fi
    if [ -n "$absent" ]; then
        [ "${1:-}" = install ] || echo "SKIPPED: training over MPI was NOT tested, for want of:$absent" >&2
        [ "${1:-}" != install ] || echo "Open MPI and libclang are needed, there is no:$absent" >&2
        echo "    Debian, Ubuntu: apt install ${packages[*]}; macOS: brew install open-mpi llvm" >&2
        [ "${1:-}" != install ] || exit 1
        exit 0
    fi
fi
[ "${1:-}" != install ] || exit 0

# In the common target folder: all other crates are shared with the builds without `mpi`.
cargo clippy --release --workspace --features training/mpi --all-targets -- -D warnings
cargo build --release --workspace --features training/mpi --example ranks
target=$(cargo metadata --no-deps --offline --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')

# Open MPI refuses root, more processes than cores, and asks for rights that containers do not have.
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
export OMPI_MCA_rmaps_base_oversubscribe=1 PRTE_MCA_rmaps_default_mapping_policy=:oversubscribe
export OMPI_MCA_hwloc_base_binding_policy=none OMPI_MCA_btl_vader_single_copy_mechanism=none
# A thread a process: two of them share the machine.
RAYON_NUM_THREADS=1 mpirun -n 2 "$target/release/examples/ranks" check
