#!/usr/bin/env bash
# Puts a CUDA toolkit into .cuda: a virtual environment with NVIDIA's wheels, the unversioned library names that a
# linker asks for, and a stub of the driver, so that one can build where there is no GPU. Does nothing when it is
# there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
wanted=helpers/cuda/requirements.txt
python=${PYTHON:-python3}

if ! cmp -s "$wanted" .cuda/installed.txt; then
    started=$SECONDS
    echo "==> NVIDIA's compiler and libraries into .cuda (2.7 GB, 1 to 10 minutes)"
    # Debian packs venv's pip apart (python3-venv); a pip outside can replace it.
    "$python" -m venv .cuda >/dev/null 2>&1 || {
        "$python" -m venv --without-pip .cuda &&
            "$python" -m pip --python .cuda/bin/python install --quiet pip
    } || {
        echo "Python cannot make a virtual environment: apt install python3-venv" >&2
        exit 1
    }
    .cuda/bin/python -m pip install --quiet --disable-pip-version-check -r "$wanted"
    cp "$wanted" .cuda/installed.txt
    rm -rf .cuda/links
    echo "    done in $((SECONDS - started)) s"
fi

packages=$(.cuda/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/nvidia
ln -sfn "${packages#"$PWD"/.cuda/}/cu13" .cuda/toolkit
ln -sfn "${packages#"$PWD"/.cuda/}/cudnn" .cuda/cudnn
ln -sfn "${packages#"$PWD"/.cuda/}/nccl" .cuda/nccl

# The wheels hold libcublas.so.13 and so on; `-lcublas` looks for libcublas.so.
if [ ! -e .cuda/links/libcuda.so ]; then
    rm -rf .cuda/links
    mkdir -p .cuda/links/stub
    for library in cudart cublas cublasLt curand nvrtc; do
        found=$(find -L .cuda/toolkit/lib -name "lib$library.so.*" | sort | head -n 1)
        [ -n "$found" ] || {
            echo "the wheels lack lib$library: remove .cuda and try again" >&2
            exit 1
        }
        ln -s "../${found#.cuda/}" ".cuda/links/lib$library.so"
    done
    ln -s ../cudnn/lib/libcudnn.so.9 .cuda/links/libcudnn.so
    ln -s ../nccl/lib/libnccl.so.2 .cuda/links/libnccl.so
    # The driver comes with the GPU. This stub has its functions' names, and all of them fail with 34,
    # CUDA_ERROR_STUB_LIBRARY: programs link, start, and find no device.
    grep -ohE '\bcu[A-Z][A-Za-z0-9_]*' .cuda/toolkit/include/cuda.h .cuda/toolkit/include/cudaTypedefs.h |
        sed -E 's/_v[0-9]+(_ptsz|_ptds)?$//; s/_(ptsz|ptds)$//' | sort -u |
        awk '{ for (v = 1; v < 5; v++) print "int " $1 (v > 1 ? "_v" v : "") "(void) { return 34; }" }' |
        cc -shared -fPIC -w -x c - -Wl,-soname,libcuda.so.1 -o .cuda/links/stub/libcuda.so.1
    ln -s stub/libcuda.so.1 .cuda/links/libcuda.so
fi
