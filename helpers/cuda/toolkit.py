#!/usr/bin/env python3
"""NVIDIA's libraries for `make cuda`: which ones this machine's driver and GPUs need, where they lie, and how to build with them.

    toolkit.py install               tells what a build here is for, or why none can work, and puts the libraries for it
                                     into .cuda/12 or .cuda/13
    toolkit.py run TARGET COMMAND    runs a command, such as cargo, with them; in cargo's folder TARGET is the build
    toolkit.py again TARGET COMMAND  the same, for what the build in TARGET is for already
    toolkit.py check TARGET          ends a build: looks that no function is missing that cells would load
    toolkit.py tell TARGET           tells which build notebooks use

CUDA=12 or CUDA=13 and CAPABILITY=7.5 or CAPABILITY=8.0 in the environment choose for a machine other than this one.

TARGET is cargo's folder of the CPU's build; the GPU's is the folder `cuda` in it. The kernel's front (kernel.py) reads this
file too, and uses `build_in_use` alone.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
# Driver versions from which on each CUDA runs (NVIDIA, "CUDA Compatibility", minor version compatibility).
OLDEST_DRIVER = {12: 525, 13: 580}
# What cuDNN 9 and CUDA 13 still know; and what has bf16. Code for either runs on every later GPU.
OLDEST, WITH_BF16 = 75, 80
# What the linker asks for by an unversioned name.
LINKED = ("cudart", "cublas", "cublasLt", "curand", "nvrtc", "cudnn", "nccl")
# Of an installed toolkit, whose libraries would be linked; RUSTFLAGS is made anew.
OTHERS = ("CUDA_ROOT", "CUDA_TOOLKIT_ROOT_DIR", "CUDNN_LIB", "CUDARC_CUDA_VERSION", "NVCC_CCBIN", "RUSTFLAGS")
# In the folder of a GPU's build: the plan it was begun by, and, once it was checked, the plan it is good for.
BEGUN, MARK = "begun-for", "built-for"


class Refused(Exception):
    """Why no build for a GPU can work here, and what to do."""


@dataclass(frozen=True)
class Gpu:
    """A GPU as nvidia-smi tells of it; the capability as 75 for 7.5."""

    name: str
    driver: str
    capability: int

    def __str__(self):
        return f"{self.name} (capability {dotted(self.capability)})"


@dataclass(frozen=True)
class Plan:
    """What a build is for: CUDA 12 or 13, and the oldest capability that it runs on."""

    cuda: int
    capability: int
    reason: str

    @property
    def mark(self):
        """The content of the file `built-for`."""
        return f"{self.cuda} {self.capability}\n"

    def __str__(self):
        bf16 = "" if self.capability >= WITH_BF16 else ", without bf16"
        return (
            f"{self.reason}: CUDA {self.cuda}, for GPUs of capability {dotted(self.capability)} and later{bf16} "
            f"and drivers from {OLDEST_DRIVER[self.cuda]} on"
        )


def dotted(capability):
    """7.5 for 75."""
    return f"{capability // 10}.{capability % 10}"


def ask(fields):
    """What nvidia-smi answers, one line per GPU; none where there is no driver or no GPU. Refuses a driver that does not answer."""
    query = ["nvidia-smi", f"--query-gpu={fields}", "--format=csv,noheader,nounits"]
    try:
        said = subprocess.run(query, capture_output=True, text=True, timeout=120)
    except OSError:
        return []
    except subprocess.TimeoutExpired:
        raise Refused("nvidia-smi does not answer: the GPU or its driver hangs, restart the machine") from None
    if said.returncode == 0:
        return [line for line in said.stdout.splitlines() if line.strip()]
    text = " ".join((said.stdout + said.stderr).split()) or "it says nothing"
    if "No devices were found" in text:  # a machine with the driver alone, such as a cluster's login node
        return []
    raise Refused(f"nvidia-smi fails, so no program can use the GPU: {text}")


def gpus():
    """The GPUs of this machine."""
    try:
        lines = ask("name,driver_version,compute_cap")
    except Refused as refused:
        if "not a valid field" not in str(refused):
            raise
        # Drivers before 510 do not know of capabilities; what they are is not needed to refuse them.
        lines = [f"{line}, 0.0" for line in ask("name,driver_version")]
    found = []
    for line in lines:
        try:
            name, driver, capability = (part.strip() for part in line.split(","))
            whole, part = capability.split(".")
            found.append(Gpu(name, driver, int(whole) * 10 + int(part)))
        except ValueError:
            raise Refused(f"nvidia-smi says {line!r}, which tells no driver and capability") from None
    return found


def major(driver):
    """580 for 580.65.06."""
    return int(driver.split(".")[0])


def plan(environment=os.environ):
    """What to build for, by the machine and the environment's wishes; raises `Refused`."""
    wanted_cuda, wanted_capability = environment.get("CUDA") or None, environment.get("CAPABILITY") or None
    if wanted_cuda not in (None, "12", "13"):
        raise Refused(f"CUDA={wanted_cuda}: there are CUDA=12 and CUDA=13")
    if wanted_capability not in (None, "7.5", "8.0"):
        raise Refused(f"CAPABILITY={wanted_capability}: there are CAPABILITY=7.5 (all) and CAPABILITY=8.0 (with bf16)")
    # Who says both builds for a machine other than this one.
    found = [] if wanted_cuda and wanted_capability else gpus()
    cuda, capability, reason = 12, OLDEST, "no NVIDIA GPU here, built for all"
    if found:
        driver = found[0].driver
        reason = f"driver {driver}, {' and '.join(map(str, found))}"
        if major(driver) < OLDEST_DRIVER[12]:
            raise Refused(
                f"the NVIDIA driver {driver} is too old: CUDA 12 needs {OLDEST_DRIVER[12]} or later. Update the driver; "
                "until then everything runs on the CPU"
            )
        able = [gpu.capability for gpu in found if gpu.capability >= OLDEST]
        if not able:
            raise Refused(
                f"{found[0]} is too old: cuDNN 9 needs capability {dotted(OLDEST)} or later (Turing, 2018). Everything "
                "runs on the CPU"
            )
        cuda = 13 if major(driver) >= OLDEST_DRIVER[13] else 12
        capability = WITH_BF16 if min(able) >= WITH_BF16 else OLDEST
    if wanted_cuda:
        cuda = int(wanted_cuda)
        if found and major(found[0].driver) < OLDEST_DRIVER[cuda]:
            raise Refused(
                f"CUDA={cuda} needs driver {OLDEST_DRIVER[cuda]} or later, here is {found[0].driver}: leave CUDA out"
            )
    if wanted_capability:
        capability = int(wanted_capability.replace(".", ""))
        if found and min(able) < capability:
            raise Refused(f"CAPABILITY={wanted_capability} leaves out a GPU of this machine: {reason}")
    if wanted_cuda and wanted_capability:
        reason = "as asked for"
    return Plan(cuda, capability, reason)


def folder(cuda):
    """Where the libraries of CUDA 12 or 13 lie: `lib` for programs, `links` for the linker, `site` as pip left them. `used`
    is a link to the one that the last build was made with."""
    return ROOT / ".cuda" / str(cuda)


def includes(cuda):
    """The folders of NVIDIA's headers; our own stand-ins for the C library's headers come first."""
    packages = sorted((folder(cuda) / "site" / "nvidia").glob("*/include"))
    return [HERE / "include", *packages, *(p / "cccl" for p in packages if (p / "cccl").is_dir())]


def pip(target):
    """The command of a pip that installs packages of its own into `target`."""
    options = ["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", str(target)]
    for python in (sys.executable, str(ROOT / ".venv" / "bin" / "python")):
        try:
            found = subprocess.run([python, "-m", "pip", "--version"], capture_output=True)
        except OSError:
            continue
        if found.returncode == 0:
            return [python, "-m", "pip", *options]
    raise Refused("there is no pip: run `make setup` before, or apt install python3-pip")


def install(cuda):
    """Puts NVIDIA's wheels into place; does nothing where they are."""
    wanted, place = HERE / f"cuda{cuda}.txt", folder(cuda)
    installed = place / wanted.name
    if installed.is_file() and installed.read_bytes() == wanted.read_bytes():
        return
    print(f"==> NVIDIA's libraries of CUDA {cuda} into {place.relative_to(ROOT)} (3 GB, 1 to 10 minutes)", flush=True)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    # Root may: nothing goes into a system's Python.
    quiet = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run([*pip(place / "site"), "-r", str(wanted)], env=quiet).returncode != 0:
        raise Refused("pip could not fetch NVIDIA's libraries: see above; run the command again")
    link(place)
    shutil.copyfile(wanted, installed)


def link(place):
    """All libraries in one folder for the loader, and for the linker those and a stand-in for the driver's."""
    (place / "lib").mkdir()
    (place / "links").mkdir()
    for library in sorted(place.glob("site/nvidia/*/lib/*.so*")):
        (place / "lib" / library.name).symlink_to(Path("..") / library.relative_to(place))
    for name in LINKED:
        found = sorted((place / "lib").glob(f"lib{name}.so.*"))
        if not found:
            raise Refused(f"NVIDIA's wheels lack lib{name}")
        (place / "links" / f"lib{name}.so").symlink_to(Path("../lib") / found[0].name)
    # candle-kernels asks for it and nothing uses it: a machine with gcc alone has none.
    subprocess.run([os.environ.get("AR", "ar"), "rcs", str(place / "links" / "libstdc++.a")], check=True)
    # The driver comes with the GPU. To link a program one needs its functions' names, nothing more; no program ever
    # loads this file, which is not on its path.
    source = "".join(f"int {name}(void) {{ return 34; }}\n" for name in sorted(driver_functions(place)))
    library = place / "links" / "libcuda.so"
    compiler = os.environ.get("CC", "cc")
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-w", "-x", "c", "-", "-Wl,-soname,libcuda.so.1", "-o", str(library)],
        input=source.encode(),
        check=True,
    )


def driver_functions(place):
    """The functions of the driver, as the headers declare them."""
    headers = [next(place.glob(f"site/nvidia/*/include/{name}.h")) for name in ("cuda", "cudaProfilerTypedefs")]
    text = "".join(header.read_text(encoding="utf-8", errors="replace") for header in headers)
    words = set("".join(c if c.isalnum() or c == "_" else " " for c in text).split())
    return {w for w in words if w.startswith("cu") and w[2:3].isupper()} | {
        # PFN_cuMemAlloc_v3020: of the profiler the functions' types alone are declared.
        w.removeprefix("PFN_").split("_v")[0]
        for w in words
        if w.startswith("PFN_cuProfiler")
    }


def run_path(target):
    """Where programs in `target` look for NVIDIA's libraries: from where they lie themselves, in cargo's folders
    `release` and, one deeper, `release/examples` and `release/deps`; by name where the folder lies elsewhere."""
    library = folder("used") / "lib"
    try:
        up = "../" * (len(Path(target).relative_to(ROOT).parts) + 1)
    except ValueError:
        return str(library)
    inside = library.relative_to(ROOT)
    return f"$ORIGIN/{up}{inside}:$ORIGIN/../{up}{inside}"


def building(chosen, target, environment=os.environ):
    """The environment in which cargo builds for GPUs."""
    place = folder(chosen.cuda)
    # The old kind of run path counts for libraries that NVIDIA's libraries open themselves, too.
    flags = ["-C", f"link-arg=-Wl,--disable-new-dtags,-rpath,{run_path(target)}"]
    jobs = environment.get("JOBS") or str(os.cpu_count())
    return {
        **{k: v for k, v in environment.items() if k not in OTHERS},
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join([*environment.get("RUSTFLAGS", "").split(), *flags]),
        "CARGO_TARGET_DIR": str(target),
        "CARGO_BUILD_JOBS": jobs,
        "CUDAFORGE_THREADS": jobs,
        "CUDA_HOME": str(place),
        "CUDA_PATH": str(place),
        "CUDA_COMPUTE_CAP": str(chosen.capability),
        # Read by candle-keras-ops, so that a program knows what it was built for.
        "BUILT_FOR_CUDA": str(chosen.cuda),
        "NVCC": str(HERE / "bin" / "nvcc"),
        "PATH": os.pathsep.join([str(HERE / "bin"), environment.get("PATH", os.defpath)]),
        "LIBRARY_PATH": search_path(place / "links", environment.get("LIBRARY_PATH")),
    }


def search_path(first, rest):
    """`first` before what is there."""
    return os.pathsep.join([str(first), *filter(None, [rest])])


def prepare(chosen, target):
    """Makes `target` ready for a build. What one for something else has left is not for this one, and cargo does not see
    that NVIDIA's headers changed."""
    begun, mark = Path(target) / BEGUN, Path(target) / MARK
    if begun.is_file() and begun.read_text(encoding="utf-8") != chosen.mark:
        mark.unlink(missing_ok=True)
        for package in ("candle-kernels", "cudarc"):
            subprocess.run(
                ["cargo", "clean", "--quiet", "--release", "--package", package],
                env={**os.environ, "CARGO_TARGET_DIR": str(target)},
                cwd=ROOT,
                check=True,
            )
    used = folder("used")
    used.unlink(missing_ok=True)
    used.symlink_to(str(chosen.cuda))
    begun.parent.mkdir(parents=True, exist_ok=True)
    begun.write_text(chosen.mark, encoding="utf-8")


def plan_in(file):
    """CUDA and capability in one of the two files; `None` where it is not there."""
    try:
        cuda, capability = file.read_text(encoding="utf-8").split()
        return int(cuda), int(capability)
    except (OSError, ValueError):
        return None


def built(target):
    """CUDA and capability of the build in `target`; `None` where `make cuda` was not run to its end, or its libraries are gone."""
    found = plan_in(Path(target, MARK))
    return found if found and (folder(found[0]) / "lib").is_dir() else None


def driver_version():
    """The CUDA that the driver knows, as 12040 for 12.4; `None` where there is no driver."""
    try:
        version = ctypes.c_int()
        return version.value if ctypes.CDLL("libcuda.so.1").cuDriverGetVersion(ctypes.byref(version)) == 0 else None
    except OSError:
        return None


def build_in_use(target):
    """The folder of the build that cells link, of those in cargo's folder `target`: the GPU's where `make cuda` made one
    and a driver can run it. With it, the environment that it needs, and one line that tells why, or an empty one."""
    for_gpu = Path(target) / "cuda"
    what = built(for_gpu)
    if what is None:
        return Path(target), {}, ""
    cuda, _ = what
    known = driver_version()
    if known is None:
        return Path(target), {}, "the GPU's build stays unused: there is no NVIDIA driver here"
    if known < cuda * 1000:
        text = f"{known // 1000}.{known % 1000 // 10}"
        return (
            Path(target),
            {},
            f"the GPU's build is for CUDA {cuda} and the driver here knows {text}: run `make cuda` anew, on this machine",
        )
    place = folder(cuda)
    paths = {
        "LD_LIBRARY_PATH": search_path(place / "lib", os.environ.get("LD_LIBRARY_PATH")),
        "LIBRARY_PATH": search_path(place / "links", os.environ.get("LIBRARY_PATH")),
    }
    return for_gpu, paths, ""


def symbols(library, which):
    """Names that a shared library defines or lacks, without their versions."""
    said = subprocess.run(["nm", "-D", which, str(library)], capture_output=True, text=True, check=True)
    return {line.split()[-1].split("@")[0] for line in said.stdout.splitlines()}


def missing_functions(target):
    """What NVIDIA's libraries lack of what cells link: a program links the functions alone that it calls, a cell all
    that the crates declare, and the loader wants every one of them."""
    cuda, _ = plan_in(target / BEGUN)
    place = folder(cuda)
    front = target / "front"
    subprocess.run(
        ["cargo", "build", "--quiet", "--manifest-path", str(ROOT / "helpers" / "Cargo.toml"), "--target-dir", str(front)],
        env={
            **os.environ,
            "HELPERS_TARGET_DIR": str(target),
            "LIBRARY_PATH": search_path(place / "links", os.environ.get("LIBRARY_PATH")),
        },
        check=True,
    )
    wanted = symbols(front / "debug" / "libhelpers.so", "--undefined-only")
    offered = driver_functions(place)
    for library in (place / "lib").iterdir():
        offered |= symbols(library, "--defined-only")
    shutil.rmtree(front)
    ours = ("cu", "nvrtc", "nccl")
    return sorted(name for name in wanted - offered if name.startswith(ours))


def tell(target):
    """One line on the build that cells and jobs use, for the end of `make setup`."""
    used, _, problem = build_in_use(target)
    if used != Path(target):
        return "notebooks and jobs compute on the GPU"
    if problem:
        return f"notebooks compute on the CPU; {problem}"
    try:
        found = gpus()
        plan()
    except Refused as refused:
        return f"notebooks and jobs compute on the CPU; {refused}"
    if found:
        return f"notebooks and jobs compute on the CPU; for {found[0].name} run `make cuda` (10 minutes)"
    return ""


def main(argv):
    # Paths are said to programs that work elsewhere.
    argv[2:3] = [os.path.abspath(target) for target in argv[2:3]]
    command, target, rest = (argv[1:2] or [""])[0], Path((argv[2:3] or [""])[0]), argv[3:]
    try:
        if command == "install" and len(argv) == 2:
            chosen = plan()
            print(f"cuda: {chosen}", flush=True)
            install(chosen.cuda)
        elif command in ("run", "again") and rest:
            target = target / "cuda"
            as_built = built(target) if command == "again" else None
            chosen = Plan(*as_built, "as before") if as_built else plan()
            install(chosen.cuda)
            prepare(chosen, target)
            os.execvpe(rest[0], rest, building(chosen, target))
        elif command == "check" and len(argv) == 3:
            target = target / "cuda"
            missing = missing_functions(target)
            if missing:
                raise Refused(f"NVIDIA's libraries lack {', '.join(missing)}: cells cannot load this build")
            shutil.copyfile(target / BEGUN, target / MARK)
        elif command == "tell" and len(argv) == 3:
            told = tell(target)
            if told:
                print(f"setup: {told}")
        else:
            sys.exit(__doc__)
    except Refused as refused:
        sys.exit(f"cuda: {refused}")


if __name__ == "__main__":
    main(sys.argv)
