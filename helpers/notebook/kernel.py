"""Starts the Rust kernel of a notebook; the argv of the kernel's kernel.json.

Each running kernel compiles its cells in a folder of its own,
notebooks/.evcxr/<n>: the first one that no other kernel holds. The folders
stay, so that the next kernel finds what was compiled before.
"""

import fcntl
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CELLS = ROOT / "notebooks" / ".evcxr"
KERNELS = 64  # at the same time

# evcxr sets RUSTFLAGS when it compiles, which outdoes this file; rust-analyzer
# inside the kernel does not, and so sees helpers/notebook/analysis.
CONFIG = """[build]
rustflags = ["--cfg", "rust_analyzer"]
"""


def free_folder(cells):
    """Returns the first folder under `cells` that no kernel holds, and the file
    descriptor whose lock holds it until this process ends."""
    cells.mkdir(parents=True, exist_ok=True)
    for n in range(KERNELS):
        lock = os.open(cells / f"{n}.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        # Kept over exec: the lock lives as long as the kernel does.
        os.set_inheritable(lock, True)
        folder = cells / str(n)
        folder.mkdir(exist_ok=True)
        return folder, lock
    raise SystemExit(f"{KERNELS} kernels are running; shut some down")


def write_config(cells):
    """Writes cargo's settings for everything under `cells`, once."""
    config = cells / ".cargo" / "config.toml"
    if not config.is_file() or config.read_text() != CONFIG:
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(CONFIG)


def build_name(target):
    """Names the build of helpers in cargo's folder `target`: a new build has another name."""
    try:
        library = (Path(target) / "release" / "libhelpers.rlib").stat()
    except FileNotFoundError:
        return "none"
    return f"{library.st_mtime_ns}-{library.st_size}"


def environment(folder, target):
    """The kernel's environment variables besides the inherited ones."""
    return {
        "EVCXR_TMPDIR": str(folder),
        "HELPERS_TARGET_DIR": str(target),
        "HELPERS_BUILD": build_name(target),
    }


def main(argv):
    """`kernel.py EVCXR_JUPYTER TARGET_DIR CONNECTION_FILE`"""
    if len(argv) != 4:
        raise SystemExit(main.__doc__)
    _, binary, target, connection = argv
    folder, _lock = free_folder(CELLS)
    write_config(CELLS)
    os.environ.update(environment(folder, target))
    try:
        os.execv(binary, [binary, "--control_file", connection])
    except OSError as error:
        raise SystemExit(f"{binary}: {error.strerror}; run `make setup`") from error


if __name__ == "__main__":
    main(sys.argv)
