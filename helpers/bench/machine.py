"""What the machine is, for the table."""

import os
import platform
import re
import subprocess
from pathlib import Path


def threads():
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def query(what):
    """What nvidia-smi answers, a list of fields a line; nothing where it does not."""
    try:
        said = subprocess.run(["nvidia-smi", what, "--format=csv,noheader,nounits"], capture_output=True, text=True)
    except OSError:
        return []
    return [[field.strip() for field in line.split(",")] for line in said.stdout.splitlines() if said.returncode == 0]


def gpu_memory(process):
    """Bytes of the GPU's memory that a process holds, the highest so far where it gives none back, as ours and PyTorch's
    allocators; `None` where the driver does not tell."""
    found = [fields[1] for fields in query("--query-compute-apps=pid,used_memory") if fields[0] == str(process)]
    return int(found[0]) * 2**20 if found and found[0].isdigit() else None


def describe(on_gpu=False):
    """Processor, cores and vector instructions, in one line; the GPU and its driver before them."""
    if on_gpu:
        found = query("--query-gpu=name,driver_version")
        gpu = f"{found[0][0]}, driver {found[0][1]}" if found else "an unknown GPU"
        return f"{gpu}; {describe()}"
    try:
        info = Path("/proc/cpuinfo").read_text()
    except OSError:
        info = ""

    def field(name):
        found = re.search(rf"^{name}\s*:\s*(.*)$", info, re.MULTILINE)
        return found.group(1) if found else ""

    model = field("model name") or platform.processor() or platform.machine()
    family, number = field("cpu family"), field("model")
    if family and number:
        model += f" (family {family}, model {number})"
    flags = field("flags").split()
    levels = (("avx512f", "AVX-512"), ("avx2", "AVX2"), ("avx", "AVX"))
    vectors = next((level for flag, level in levels if flag in flags), "no AVX")
    if "avx512_bf16" in flags:
        vectors += " with BF16"
    return f"{model}, {threads()} cores, {vectors}, {platform.system()}"
