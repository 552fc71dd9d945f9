"""How much memory the notebooks take, with one core; and that they pass where there is no more than a host lends.

    memory.py [--limit GB] [--default]

Executes them in quick mode, or as they are (`--default`), and prints the peak of each: proportional shares (PSS) of all processes
together, trainings in the background too. With a limit a notebook that needs more is killed. By hand, as root, for control groups
(version 1 or 2); the numbers stand in docs/hosted.md.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
GROUPS = Path("/sys/fs/cgroup")
CODE = """
import os, sys, tempfile
from pathlib import Path
Path(sys.argv[1], "cgroup.procs").write_text(str(os.getpid()))
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
import execute
with tempfile.TemporaryDirectory() as folder:
    notebooks = execute.temporary_copy(execute.ROOT, Path(folder))
    os.environ["RUST_CELLS_FOLDER"] = str(notebooks)
    path = notebooks / sys.argv[2]
    execute.execute(path, path.parent, quick=sys.argv[3] == "quick", kernel="python3" if "colab" in sys.argv[2] else "rust")
"""


def share(process):
    """The process' part of the memory, in bytes; none once it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def measure(group, notebook, mode):
    """(seconds, peak in bytes, exit status) of one notebook."""
    started, peak = time.monotonic(), 0
    command = [sys.executable, "-c", CODE, str(group), notebook, mode]
    log = open(ROOT / "target" / "memory.log", "a", encoding="utf-8")
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT / "helpers" / "notebook")}, stdout=log, stderr=log
    )
    while process.poll() is None:
        peak = max(peak, sum(share(p) for p in (group / "cgroup.procs").read_text(encoding="utf-8").split()))
        time.sleep(0.25)
    return time.monotonic() - started, peak, process.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, help="in GB")
    parser.add_argument("--default", action="store_true", help="not in quick mode")
    options = parser.parse_args()
    first = (GROUPS / "memory").is_dir()
    group = (GROUPS / "memory" if first else GROUPS) / "breast-density"
    group.mkdir(exist_ok=True)
    limit = group / ("memory.limit_in_bytes" if first else "memory.max")
    size = str(int(options.limit * 1e9)) if options.limit else "-1" if first else "max"
    limit.write_text(size, encoding="utf-8")
    # No swap beside it.
    swap = group / ("memory.memsw.limit_in_bytes" if first else "memory.swap.max")
    if options.limit and swap.exists():
        swap.write_text(size if first else "0", encoding="utf-8")
    mode = "default" if options.default else "quick"
    failed = False
    for path in sorted((ROOT / "notebooks").glob("[0-9]_*.ipynb")):
        for notebook in (path.name, f"colab/{path.name}"):
            seconds, peak, status = measure(group, notebook, mode)
            failed |= status != 0
            print(f"{notebook:34} {mode} {seconds:5.0f} s {peak / 1e6:6.0f} MB {'' if status == 0 else 'FAILED'}", flush=True)
    group.rmdir()
    sys.exit(failed)


if __name__ == "__main__":
    main()
