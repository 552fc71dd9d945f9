"""Compiled once, used at many places: an archive of all that `make setup` compiles.

    bundle.py make TARGET OUT       writes OUT/breast-density-....tar.xz
    bundle.py use TARGET [BUNDLE]   puts BUNDLE, a file, an address or `release`, in place unless it is there already;
                                    ends with 1 where all must be compiled, and says why

TARGET is cargo's target folder of the workspace; `release` is the bundle that the tutorial's repository offers for this version and
system. An archive begins with `manifest.json`: of which sources, by which compiler and
for which system it was made, and the SHA-256 of every file. It is used only where all of that fits: libraries of another compiler,
or of other sources, would fail in a cell.
"""

import contextlib
import hashlib
import http.client
import io
import json
import lzma
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
from pathlib import Path

import kernel

ROOT = kernel.ROOT
INSTALLED = ROOT / ".kernel" / "bundle.json"
KERNEL = ".kernel/bin/evcxr_jupyter"
PROGRAMS = ("phantom", "trainer")
STEP = 25e6  # bytes between two lines of progress
FORMAT = 1


class Unfit(Exception):
    """Why a bundle cannot be used here."""


def package(key):
    """The value of `key` for all crates, such as their version and the repository's address: Cargo.toml is the one place."""
    text = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    return re.search(rf'^{key} = "(.*)"$', text, re.MULTILINE)[1]


def file_name(system):
    return f"breast-density-{package('version')}-{system}.tar.xz"


def release_address():
    """Where the release of this version has the bundle for this system, which may have no compiler yet."""
    machine = {"arm64": "aarch64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    system = f"{machine}-apple-darwin" if sys.platform == "darwin" else f"{machine}-unknown-linux-gnu"
    return f"{package('repository')}/releases/download/v{package('version')}/{file_name(system)}"


def sources_name(root=ROOT):
    """Names what the libraries are compiled from, by its content."""
    files = [root / "Cargo.toml", root / "Cargo.lock"]
    # Not what is no part of the libraries, nor what editors and notebooks leave.
    left_out = re.compile(r"\..*|.*~|__pycache__|tests|examples")
    crates = root / "helpers" / "crates"
    files += (f for f in crates.rglob("*") if f.is_file() and not any(map(left_out.fullmatch, f.relative_to(crates).parts)))
    digest = hashlib.sha256()
    add_files(digest, root, files)
    return digest.hexdigest()[:16]


def add_files(digest, root, files):
    """Adds the names below `root` and the contents of `files` to a digest, whatever their order."""
    for file in sorted(files):
        digest.update(str(file.relative_to(root)).encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())


def here():
    """What a bundle must fit to."""
    said = subprocess.run(["rustc", "-vV"], capture_output=True, text=True, check=True).stdout
    rustc = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return {
        "format": FORMAT,
        "system": rustc["host"],
        "rust": rustc["release"],
        "rustc": rustc["commit-hash"],
        "evcxr": re.search(r"^EVCXR_VERSION := (.*)$", makefile, re.MULTILINE)[1],
        "sources": sources_name(),
    }


def libc():
    """The C library's version, (2, 34); (0,) where there is no glibc."""
    name, version = platform.libc_ver()
    return tuple(map(int, version.split("."))) if name == "glibc" else (0,)


def needed_libc(files):
    """The oldest glibc with which `files`, compiled here, work. Programs say it themselves; code in C, in libraries that are linked
    later, was compiled for the one here, whose headers ask for 2.38 by name from there on."""
    needed = (0,)
    for file in files:
        content = file.read_bytes()
        if content.startswith(b"\x7fELF"):
            versions = re.findall(rb"\0GLIBC_(\d+)\.(\d+)", content)
            needed = max(needed, *(tuple(map(int, v)) for v in versions), (0,))
        elif b"__isoc23_" in content:
            needed = max(needed, (2, 38))
    return needed


def needed_libraries():
    """The compiled libraries that cells link, as cargo tells: dependencies at run time, and their macros."""
    said = subprocess.run(
        ["cargo", "tree", "--workspace", "-e", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout
    # "polars v0.55.2", and our own with "(path)".
    linked = {tuple(line.split()[:2]) for line in said.splitlines() if line.strip()}
    built = subprocess.run(
        ["cargo", "build", "--release", "--message-format", "json", "--quiet"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout
    for line in built.splitlines():
        message = json.loads(line)
        if message.get("reason") != "compiler-artifact":
            continue
        name, _, version = message["package_id"].rsplit("#", 1)[1].rpartition("@")
        name = name or message["package_id"].rsplit("/", 1)[1].split("#")[0]
        kinds = message["target"]["kind"]
        if "proc-macro" in kinds or ((name, f"v{version}") in linked and {"lib", "rlib"} & set(kinds)):
            yield from (Path(f) for f in message["filenames"] if f.endswith((".rlib", ".so", ".dylib")))


def contents(target):
    """(path in the archive, file) of everything; programs come last, stripped copies of them are made."""
    release = target / "release"
    files = {}
    for library in needed_libraries():
        # Cargo links what is in deps/ to the folder above, under names without digests.
        own = release / library.name
        same = [f for f in (release / "deps").glob(f"{library.stem}-*{library.suffix}") if own.exists() and f.samefile(own)]
        for file in same or [library]:
            files[f"target/release/deps/{file.name}"] = file
    for name in kernel.LIBRARIES:
        files[f"target/release/lib{name}.rlib"] = release / f"lib{name}.rlib"
    return sorted(files.items())


def stripped(program, folder):
    copy = Path(folder) / program.name
    shutil.copy2(program, copy)
    if shutil.which("strip"):
        subprocess.run(["strip", str(copy)], check=True)
    return copy


def make(target, out):
    """Writes the archive, and returns its path."""
    program = Path((ROOT / ".kernel" / "evcxr_jupyter").read_text(encoding="utf-8").strip())
    with tempfile.TemporaryDirectory() as folder:
        files = contents(target)
        files.append((KERNEL, stripped(ROOT / program, folder)))
        files += ((f"target/release/{name}", stripped(target / "release" / name, folder)) for name in PROGRAMS)
        manifest = {
            **here(),
            "glibc": ".".join(map(str, needed_libc(file for _, file in files))),
            "revision": subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip(),
            "files": {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files},
        }
        path = Path(out) / file_name(manifest["system"])
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with lzma.open(part, "wb", preset=9) as file, tarfile.open(fileobj=file, mode="w") as archive:
            text = json.dumps(manifest, indent=1).encode()
            entry = tarfile.TarInfo("manifest.json")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
            for name, source in files:
                entry = archive.gettarinfo(source, name)
                entry.uid = entry.gid = 0
                entry.uname = entry.gname = ""
                entry.type = tarfile.REGTYPE  # a link of cargo's
                entry.size = source.stat().st_size
                with source.open("rb") as content:
                    archive.addfile(entry, content)
        for old in path.parent.glob("breast-density-*.tar.xz"):
            old.unlink()
        part.replace(path)
    return path


class Progress:
    """What an address answers, with a line at every `STEP` bytes."""

    def __init__(self, answer):
        self.answer, self.read_bytes, self.told = answer, 0, 0
        self.whole = f" of {int(answer.headers['Content-Length']) / 1e6:.0f}" if "Content-Length" in answer.headers else ""

    def read(self, size=-1):
        block = self.answer.read(size)
        self.read_bytes += len(block)
        if self.read_bytes - self.told >= STEP:
            self.told = self.read_bytes
            print(f"    {self.read_bytes / 1e6:.0f}{self.whole} MB", flush=True)
        return block

    def close(self):
        self.answer.close()


@contextlib.contextmanager
def opened(bundle):
    """The archive in a file or at an address, to be read from its beginning."""
    if bundle == "release":
        bundle = release_address()
    try:
        if re.match(r"https?://", bundle):
            print(f"==> {bundle}", file=sys.stderr, flush=True)
            file = Progress(urllib.request.urlopen(bundle, timeout=60))
        else:
            file = open(bundle, "rb")
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unfit(f"it cannot be had: {error}") from error
    with contextlib.closing(file):
        try:
            with tarfile.open(fileobj=file, mode="r|xz") as archive:
                yield archive
        except (OSError, EOFError, http.client.HTTPException, tarfile.TarError, lzma.LZMAError) as error:
            raise Unfit(f"it cannot be read ({error}); fetch it again") from error


def read_manifest(archive):
    """The archive's first file."""
    entry = archive.next()
    if entry is None or entry.name != "manifest.json":
        raise Unfit("it is no bundle of this tutorial")
    return json.load(archive.extractfile(entry))


def check(manifest):
    """Raises `Unfit` where the bundle was made for something else."""
    asked = here()
    words = {
        "format": "its format is {}, this tutorial reads {}",
        "system": "it is for {}, this is {}",
        "rust": "it was compiled by Rust {}, here is {}",
        "rustc": "it was compiled by a Rust of revision {}, here is {}",
        "evcxr": "its kernel is evcxr {}, this tutorial uses {}",
        "sources": "it was compiled from other sources ({}) than those here ({})",
    }
    for key, text in words.items():
        if manifest.get(key) != asked[key]:
            remedy = f" (rustup override set {manifest['rust']} makes it fit, in this folder alone)" if key == "rust" else ""
            raise Unfit(text.format(manifest.get(key), asked[key]) + remedy)
    if tuple(map(int, manifest["glibc"].split("."))) > libc():
        raise Unfit(f"it needs glibc {manifest['glibc']}, here is {'.'.join(map(str, libc()))}")


def place(name, target):
    """Where a file of the archive belongs."""
    parts = Path(name).parts
    if ".." in parts or Path(name).is_absolute():
        raise Unfit(f"it has a file with the path {name}")
    return target.joinpath(*parts[1:]) if parts[0] == "target" else ROOT / name


def install(bundle, target):
    """Puts everything in place, once all of it is there and as it should be."""
    with tempfile.TemporaryDirectory(dir=ROOT / ".kernel") as folder, opened(bundle) as archive:
        manifest = read_manifest(archive)
        check(manifest)
        moves = []
        while entry := archive.next():
            expected = manifest["files"].get(entry.name)
            content = archive.extractfile(entry)
            if expected is None or content is None:
                raise Unfit(f"it has a file that its list lacks: {entry.name}")
            digest, copy = hashlib.sha256(), Path(folder) / str(len(moves))
            with copy.open("wb") as unpacked:
                while block := content.read(1 << 20):
                    digest.update(block)
                    unpacked.write(block)
            if digest.hexdigest() != expected:
                raise Unfit(f"{entry.name} is damaged; fetch it again")
            copy.chmod(entry.mode & 0o755 | 0o600)
            moves.append((copy, place(entry.name, target)))
        if len(moves) != len(manifest["files"]):
            raise Unfit("it is cut short; fetch it again")
        for copy, to in moves:
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(copy, to)
    manifest["written"] = {name: mark(place(name, target)) for name in manifest["files"]}
    INSTALLED.write_text(json.dumps(manifest), encoding="utf-8")
    # Told by the kernel's recipe otherwise.
    (ROOT / ".kernel" / "evcxr_jupyter").write_text(f"{KERNEL}\n", encoding="utf-8")
    (ROOT / ".kernel" / "version").write_text(f"{manifest['evcxr']}\n", encoding="utf-8")
    return manifest


def mark(path):
    """Tells that a file was not touched, without reading it."""
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns]


def is_installed(target):
    """Whether the files of a bundle that fits are in place; raises `Unfit` where they were and no longer fit."""
    if not INSTALLED.is_file():
        return False
    manifest = json.loads(INSTALLED.read_text(encoding="utf-8"))
    check(manifest)
    moved = False
    for name, digest in manifest["files"].items():
        path = place(name, target)
        try:
            now = mark(path)
            if manifest["written"][name] == now:
                continue
            # A copy of this folder, in an image say, has other times.
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                raise Unfit(f"a build has replaced {name}")
        except FileNotFoundError as error:
            raise Unfit(f"{name} is missing") from error
        manifest["written"][name] = now
        moved = True
    if moved:
        INSTALLED.write_text(json.dumps(manifest), encoding="utf-8")
    return True


def use(target, bundle):
    """Whether the compiled files are in place, from a bundle."""
    (ROOT / ".kernel").mkdir(exist_ok=True)
    try:
        if is_installed(target):
            return True
    except Unfit as why:
        print(f"the installed bundle is not used: {why}", flush=True)
        INSTALLED.unlink()
    if not bundle:
        return False
    try:
        manifest = install(bundle, target)
    except Unfit as why:
        print(f"{bundle} is not used: {why}; everything is compiled here", flush=True)
        return False
    print(f"==> compiled files from {bundle}, of revision {manifest['revision'][:10]}", flush=True)
    return True


def main(argv):
    if len(argv) == 4 and argv[1] == "make":
        path = make(Path(argv[2]), argv[3])
        print(f"{path}: {path.stat().st_size / 1e6:.0f} MB")
    elif len(argv) in (3, 4) and argv[1] == "use":
        sys.exit(not use(Path(argv[2]), argv[3] if len(argv) == 4 else ""))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv)
