"""Starts the Rust kernel of a notebook; the argv of the kernel's kernel.json.

    kernel.py EVCXR_JUPYTER TARGET SYSROOT CONNECTION_FILE

TARGET is cargo's target folder of the workspace, SYSROOT the folder of the Rust toolchain that
compiled it. Each running kernel compiles its cells in a folder of its own, the first one that no
other kernel holds. The folders stay, so that the next kernel finds what was compiled before.

It lives as long as the kernel, to pass interrupts (SIGINT) on to where they do least harm.
"""

import contextlib
import fcntl
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
sys.path.insert(0, str(ROOT / "helpers" / "cuda"))

import toolkit  # noqa: E402

KERNELS = 64  # at the same time
# Seconds between the compilation of a cell and its start, and for which an interrupt waits for the compilation.
GRACE, PATIENCE = 0.5, 3.0
# Seconds until code that did not hear an interrupt gets a second one, which ends its process.
AGAIN = 1.0
# What a notebook links, as helpers/build.rs has it.
LIBRARIES = ("datasets", "density", "figures", "jobs", "phantom", "recipe", "session", "training")

# evcxr sets RUSTFLAGS when it compiles, which outdoes this file; rust-analyzer
# inside the kernel does not, and so sees helpers/notebook/analysis.
CONFIG = """[build]
rustflags = ["--cfg", "rust_analyzer"]
"""


def cell_folders(root=ROOT):
    """The folder for all kernels' compiled cells: in the tutorial's folder, or in the user's cache where
    the former is somebody else's or has a blank in its path, which evcxr cannot load from."""
    inside = root / "notebooks" / ".evcxr"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    temporary = Path(tempfile.gettempdir(), f"breast-density-tutorial-{os.getuid()}")
    name = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    for folder in (inside, cache / "breast-density-tutorial" / name, temporary / name):
        if len(os.fsdecode(folder).split()) > 1:
            continue
        try:
            folder.mkdir(parents=folder != inside, exist_ok=True, mode=0o700)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise SystemExit(
        f"no folder for compiled cells: {inside}, {cache} and {temporary} cannot be written to or have a blank in "
        "their paths; set XDG_CACHE_HOME to a folder of yours without one"
    )


def free_folder(cells):
    """Returns the first folder under `cells` that no kernel holds, and the file
    descriptor whose lock holds it until this process ends."""
    cells.mkdir(parents=True, exist_ok=True)
    for n in range(KERNELS):
        folder = cells / str(n)
        try:
            lock = os.open(cells / f"{n}.lock", os.O_RDWR | os.O_CREAT, 0o644)
            folder.mkdir(exist_ok=True)
        except PermissionError:  # another user's
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        if not os.access(folder, os.W_OK):
            os.close(lock)
            continue
        return folder, lock
    raise SystemExit(f"{KERNELS} kernels are running; shut some down")


def write_config(cells):
    """Writes cargo's settings for everything under `cells`, once."""
    config = cells / ".cargo" / "config.toml"
    if not config.is_file() or config.read_text(encoding="utf-8") != CONFIG:
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(CONFIG, encoding="utf-8")


def build_name(target):
    """Names the build of the libraries in cargo's folder `target` by its content: copies and archives
    keep the name, a new build has another one."""
    digest = hashlib.sha256()
    for name in LIBRARIES:
        try:
            digest.update((Path(target) / "release" / f"lib{name}.rlib").read_bytes())
        except FileNotFoundError:
            return "none"
    return digest.hexdigest()[:16]


def search_path(variable, *folders):
    """The value of a search path with `folders` at its front."""
    present = [p for p in os.environ.get(variable, "").split(os.pathsep) if p]
    return os.pathsep.join([*map(str, folders), *present])


def ask(rustc):
    """(sysroot, folder of its shared libraries) of a compiler; `None` where it does not run."""
    try:
        said = subprocess.run(
            [rustc, "--print", "sysroot", "--print", "target-libdir"],
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    sysroot, libraries = map(Path, os.fsdecode(said.stdout).splitlines())
    return sysroot, libraries


def standard_library_source(cells, sysroot):
    """A folder with links to the standard library's sources, without their workspace's Cargo.toml;
    `None` where the component rust-src is missing.

    rust-analyzer asks cargo for the crates that std depends on when it finds a Cargo.toml, and cargo
    asks the registry: offline with an empty cache it would know no types at all.
    """
    source = Path(sysroot) / "lib" / "rustlib" / "src" / "rust" / "library"
    if not (source / "core").is_dir():
        return None
    name = hashlib.sha256(os.fsencode(source)).hexdigest()[:16]
    links = cells / "std" / name
    links.mkdir(parents=True, exist_ok=True)
    for folder in source.iterdir():
        if folder.is_dir():
            try:
                (links / folder.name).symlink_to(folder)
            except FileExistsError:
                pass
    return links


def toolchain_environment(cells, sysroot):
    """The variables by which the kernel finds the toolchain in `sysroot`, whatever the application that
    started it knows."""
    variables = {}
    found = ask("rustc")
    if found is None or found[0] != Path(sysroot):
        # What compiled helpers, before another one on the search path.
        own = Path(sysroot) / "bin"
        asked = ask(own / "rustc")
        if asked is not None:
            found = asked
            variables["PATH"] = search_path("PATH", own)
    if found is None:
        raise SystemExit(f"there is no Rust on the search path and none in {sysroot}; run `make setup`")
    sysroot, libraries = found
    # Cells link std as a shared library. The path to it that they carry is relative, and wrong where
    # toolchain and tutorial lie below one folder other than the root.
    if sys.platform == "darwin":
        # No system program lies between here and the cells: those would take the variable away.
        name = "DYLD_FALLBACK_LIBRARY_PATH"
        defaults = [] if os.environ.get(name) else ["/usr/local/lib", "/usr/lib"]
        variables[name] = search_path(name, libraries, *defaults)
    else:
        variables["LD_LIBRARY_PATH"] = search_path("LD_LIBRARY_PATH", libraries)
    links = standard_library_source(cells, sysroot)
    if links is not None:
        variables["RUST_SRC_PATH"] = str(links)
    return variables


def environment(folder, target):
    """The kernel's environment variables besides the inherited ones and the toolchain's."""
    # The GPU's where there is one.
    used, variables, problem = toolkit.build_in_use(target)
    variables |= {
        "EVCXR_TMPDIR": str(folder),
        "HELPERS_TARGET_DIR": str(used),
        "HELPERS_BUILD": build_name(used),
        # Told by best_device().
        "HELPERS_GPU_PROBLEM": problem,
    }
    # The settings in notebooks/evcxr.toml for notebooks of other folders.
    variables["EVCXR_CONFIG_DIR"] = os.environ.get("EVCXR_CONFIG_DIR") or str(NOTEBOOKS)
    # The kernel asks for backtraces in panics; errors need none.
    variables["RUST_LIB_BACKTRACE"] = os.environ.get("RUST_LIB_BACKTRACE", "0")
    return variables


def working_folder(started_in):
    """Where the kernel works: where it was started, or in notebooks/ where the tutorial's relative paths
    lead nowhere and nobody chose the folder for a notebook of its own, as Jupyter's server does."""
    if os.environ.get("JPY_SESSION_NAME") or (started_in / "../helpers/Cargo.toml").is_file():
        return started_in
    return NOTEBOOKS


def waits_for_a_cell(process):
    """Whether the process that runs the cells reads the kernel's next command. Linux alone tells."""
    try:
        call = Path(f"/proc/{process.pid}/syscall").read_text(encoding="ascii").split()
    except OSError:
        return False
    read = {"x86_64": "0", "aarch64": "63"}.get(os.uname().machine)
    return call[:2] == [read, "0x0"]


def interrupt(kernel):
    """Ends the cell that runs. Where helpers computes, it hears the signal and the variables are kept; other code ends
    at a second one, together with the process that holds them (helpers' density::interrupt). A cell that is being
    compiled is waited for, not for long; where no cell runs, nothing happens."""
    # Not above: bundle.py reads this file before any package is installed.
    import psutil

    now = time.monotonic()
    end, give_up = now + GRACE, now + PATIENCE
    while now < end:
        children = psutil.Process(kernel.pid).children()
        # The kernel's own program once more.
        running = [child for child in children if "EVCXR_IS_RUNTIME" in child.environ()]
        compilers = [child for child in children if child not in running and child.status() != psutil.STATUS_ZOMBIE]
        busy = [process for process in running if not waits_for_a_cell(process)]
        if compilers and now >= give_up:
            for process in compilers:
                for part in [*process.children(recursive=True), process]:
                    part.terminate()
            return
        if compilers:
            end = now + GRACE
        elif busy:
            for process in busy:
                process.send_signal(signal.SIGINT)
            time.sleep(AGAIN)
            for process in busy:
                if not waits_for_a_cell(process):
                    process.send_signal(signal.SIGINT)
            return
        time.sleep(0.02)
        now = time.monotonic()


def wait(kernel):
    """Waits for the kernel's end, and ends it when the application that started this one is gone."""
    parent = os.getppid()
    while True:
        try:
            return kernel.wait(timeout=1)
        except subprocess.TimeoutExpired:
            # Jupyter's applications set it; somebody else's kernel may outlive its shell.
            if "JPY_PARENT_PID" in os.environ and os.getppid() != parent:
                kernel.terminate()


def run(command):
    """Runs the kernel until it ends; returns its exit code."""
    try:
        # A session of its own, out of reach of the interrupts that Jupyter sends to this one.
        kernel = subprocess.Popen(command, start_new_session=True)
    except OSError as error:
        raise SystemExit(f"{command[0]}: {error.strerror}; run `make setup`") from error
    # Its end is not to be outlived, whatever that end is: the shell reads from a pipe that closes with it.
    watch = subprocess.Popen(
        ["/bin/sh", "-c", "read nothing; kill -KILL -$0", str(kernel.pid)],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )

    def on_interrupt(*_):
        # A process that ends meanwhile; and no fault here may end the kernel.
        with contextlib.suppress(Exception):
            interrupt(kernel)

    signal.signal(signal.SIGINT, on_interrupt)
    signal.signal(signal.SIGTERM, lambda *_: kernel.terminate())
    code = wait(kernel)
    watch.kill()
    return 128 - code if code < 0 else code


def main(argv):
    if len(argv) != 5:
        raise SystemExit(__doc__)
    _, binary, target, sysroot, connection = argv
    connection = os.path.abspath(connection)
    started_in = Path.cwd()
    folder = working_folder(started_in)
    if folder != started_in:
        os.chdir(folder)
        # Told by the first cell, see src/lib.rs.
        os.environ["HELPERS_STARTED_IN"] = str(started_in)
    cells = cell_folders()
    own, _lock = free_folder(cells)
    write_config(cells)
    os.environ.update(environment(own, target))
    # It goes before NVIDIA's folder on the loader's path.
    os.environ.update(toolchain_environment(cells, sysroot))
    sys.exit(run([binary, "--control_file", connection]))


if __name__ == "__main__":
    main(sys.argv)
