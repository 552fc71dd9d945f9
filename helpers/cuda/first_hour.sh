#!/usr/bin/env bash
# What to run first on an NVIDIA GPU: facts, tests, sanitizer, times beside PyTorch, memory, NCCL, a training beside the CPU's.
# One text file comes of it, to be kept as docs/gpu-<card>.md.
#
#   helpers/cuda/first_hour.sh pack [<folder>]   where cargo is: builds, and copies stripped programs into the folder
#                                                (target/first-hour) and into an archive beside it; the machine with
#                                                the GPU needs no Rust
#   helpers/cuda/first_hour.sh run [<folder>]    where the GPU is, in a copy of the repository: prints the report
#
# NVIDIA's libraries are those of `make cuda`, or the ones that a Python package such as PyTorch has brought. PyTorch, for the
# comparison, is the one of `python3` (PYTHON=...); compute-sanitizer and PyTorch are left out, with a line, where there is none.
# QUICK=1 runs each part once and short.
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-}
folder=${2:-target/first-hour}
python=${PYTHON:-python3}
tests='cuda gpu_network nccl'
programs='gpu_step bench'

pack() {
    local target=${CARGO_TARGET_DIR:-$PWD/target} test built program
    mkdir -p "$folder"
    make cuda
    for test in $tests; do
        built=$($python helpers/cuda/toolkit.py again "$target" cargo test --release --workspace --features cuda,nccl --no-run \
            --message-format json --test "$test" | sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
        strip -o "$folder/test-$test" "$built"
    done
    for program in $programs; do
        strip -o "$folder/$program" "$target/cuda/release/examples/$program"
    done
    cp "$target/cuda/built-for" "$folder/"
    tar -C "$folder" -cJf "$folder.tar.xz" .
    du -sh "$folder" "$folder.tar.xz"
}

# The folders of NVIDIA's libraries, the programs' own run path leading nowhere on another machine.
libraries() {
    if [ -d .cuda/used/lib ]; then
        echo "$PWD/.cuda/used/lib"
        return
    fi
    $python - <<'PYTHON'
import glob, site, sysconfig
places = {*site.getsitepackages(), site.getusersitepackages(), sysconfig.get_path("purelib")}
print(":".join(sorted(f for p in places for f in glob.glob(p + "/nvidia/*/lib"))))
PYTHON
}

# One of our programs. The path is for it alone: PyTorch brings libraries of its own.
ours() { LD_LIBRARY_PATH=$path "$@"; }

# A part of the report: its title, then a command, whose output stands below; a failure is told and the next part runs.
failed=()
part() {
    local title=$1
    shift
    printf '\n## %s\n\n```text\n' "$title"
    if ! "$@" 2>&1; then
        failed+=("$title")
        echo "FAILED"
    fi
    printf '```\n'
}

facts() {
    date -u +%Y-%m-%d
    nvidia-smi --query-gpu=name,driver_version,compute_cap,memory.total,clocks.max.sm,power.limit --format=csv
    uname -srm
    grep -m1 'model name' /proc/cpuinfo || true
    nproc
    echo "built for CUDA and capability: $(cat "$folder/built-for")"
    git log -1 --format='commit %h of %cs' 2>/dev/null || true
}

missing_libraries() {
    local missing=0
    for program in "$folder"/test-* "$folder"/gpu_step "$folder"/bench; do
        if ours ldd "$program" | grep 'not found'; then
            missing=1
        fi
    done
    [ $missing = 0 ] && echo 'every program finds every library'
}

run_tests() {
    local times=$1 test
    : >"$folder/runs.log"
    for _ in $(seq "$times"); do
        for test in $tests; do
            GPU_REQUIRED=1 ours "$folder/test-$test" --nocapture --test-threads=1 >"$folder/$test.log" 2>&1 || {
                cat "$folder/$test.log"
                return 1
            }
            grep -hE 'test result|gradient bits|SKIPPED' "$folder/$test.log" >>"$folder/runs.log"
        done
    done
    sort "$folder/runs.log" | uniq -c
    [ "$(grep 'gradient bits' "$folder/runs.log" | sort | uniq -c | awk '{print $1}')" = "$times" ] || {
        echo 'the bits of the gradients differ from run to run'
        return 1
    }
    echo "gradients: the same bits in $times runs"
}

curve() { sed -n '/loss on the CPU/,/^ *50 /p' "$folder/gpu_network.log"; }

sanitize() {
    command -v compute-sanitizer >/dev/null || {
        echo 'compute-sanitizer is not here (a part of the CUDA toolkit)'
        return
    }
    local tool
    for tool in memcheck racecheck initcheck; do
        echo "$tool:"
        GPU_REQUIRED=1 ours compute-sanitizer --tool "$tool" --error-exitcode 9 "$folder/test-cuda" --test-threads=1 \
            activations pooling batch_norm views >"$folder/$tool.log" 2>&1 || {
            tail -n 200 "$folder/$tool.log"
            return 1
        }
        grep -E 'ERROR SUMMARY|RACECHECK SUMMARY|test result' "$folder/$tool.log"
    done
}

beside_pytorch() {
    $python -c 'import torch, PIL; print(torch.__version__)' || {
        echo "no PyTorch and Pillow in $python"
        return
    }
    BENCH_OURS="env 'LD_LIBRARY_PATH=$path' '$(realpath "$folder/bench")'" BENCH_DEVICE=cuda $python helpers/bench/run.py "${WHAT:-all}"
}

run() {
    if [ ! -d "$folder" ] && [ -f "$folder.tar.xz" ]; then
        mkdir "$folder"
        tar -C "$folder" -xJf "$folder.tar.xz"
    fi
    [ -x "$folder/gpu_step" ] || {
        echo "$folder has no programs: run '$0 pack $folder' where cargo is, and copy it or the archive" >&2
        exit 1
    }
    local times=5 steps=20
    [ -z "${QUICK:-}" ] || { times=2 steps=3 WHAT=inference-1; }
    path=$(libraries)${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    echo "# First hour on a GPU"
    part 'Machine' facts
    part 'Libraries' missing_libraries
    part "Tests, $times times" run_tests "$times"
    part 'Fifty steps of training beside the CPU' curve
    part 'compute-sanitizer' sanitize
    part 'Times and memory' ours "$folder/gpu_step" 650 "$steps"
    part 'Beside PyTorch' beside_pytorch
    if [ ${#failed[@]} -gt 0 ]; then
        printf '\nFailed: %s\n' "$(IFS=';'; echo "${failed[*]}")"
        exit 1
    fi
    printf '\nAll parts passed.\n'
}

case $what in
    pack) pack ;;
    run) run ;;
    *)
        sed -n '2,/^set/p' "$0" | sed '$d; s/^# \{0,1\}//'
        exit 2
        ;;
esac
