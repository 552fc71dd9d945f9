"""What the machine is, for the table."""

import os
import platform
import re
from pathlib import Path


def threads():
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def describe():
    """Processor, cores and vector instructions, in one line."""
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
