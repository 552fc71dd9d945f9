"""What hosts of notebooks need: Colab's, which are in Python, badges, and the addresses of the image.

    hosted.py write                    writes all of it anew from notebooks/ and Cargo.toml
    hosted.py image                    the name of the release's image
    hosted.py rust FOLDER [VERSION]    Rust by PyPI's rustup, its programs into FOLDER/bin

A notebook for Colab is one in Python whose cells are those of the Rust one behind `%%rust` (rust_cells.py), with a first cell that sets
up. The repository's address and the version stand in Cargo.toml, and nowhere else: badges, image and Colab's notebooks are those
of that version's release.
"""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bundle

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
FOLDER = NOTEBOOKS / "colab"
# Where the cells write, and what is lost with the machine that a host lends.
RESULTS = [NOTEBOOKS / "data", NOTEBOOKS / "maps", NOTEBOOKS / "predictions", NOTEBOOKS / "runs", ROOT / "out"]
ACTIVE = 300  # seconds since a training last told its state, after which nothing trains it

SET_UP = """#@title Set-up: run this cell first (2 minutes; 12 to 18 where nothing prepared fits and all is compiled)
storage = ""  #@param {{type: "string"}}
# The folder that keeps your data and trainings when the host takes its machine back, such as /content/drive/MyDrive/breast-density.
bundle = "release"  #@param {{type: "string"}}
# Compiled libraries: those of the release, a file, or an address; where none fits, all is compiled here.
import pathlib, subprocess, sys
here = pathlib.Path.cwd()
found = [p for p in (here, *here.parents) if (p / "helpers/notebook/hosted.py").is_file()]
tutorial = found[0] if found else here / "{name}"
if not tutorial.exists():
    clone = "git clone --quiet --depth 1 {repository}".split() + [str(tutorial)]
    if subprocess.run([*clone, "--branch", "{tag}"], capture_output=True).returncode:
        print("There is no release {tag} at {repository}: the newest sources are taken")
        done = subprocess.run(clone, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
sys.path.insert(0, str(tutorial / "helpers/notebook"))
import hosted
hosted.set_up(storage, bundle)
%load_ext rust_cells"""


def repository():
    return bundle.package("repository")


def tag():
    """The release that this is, or will be."""
    return f"v{bundle.package('version')}"


def on_github():
    """The repository as owner/name; badges and image are those of one at GitHub."""
    address = repository()
    assert address.startswith("https://github.com/"), f"{address}: the badges are those of a repository at https://github.com"
    return address.removeprefix("https://github.com/")


def image():
    """The release's image, in the registry that belongs to GitHub; it has names in lower case alone."""
    return f"ghcr.io/{on_github().lower()}:{tag()}"


# ---- writing ----------------------------------------------------------------

# The line of badges at the top of README and notebooks.
BADGES = re.compile(r"\[!\[Open in Colab\][^\n\"\\]*")
IMAGE = re.compile(r"ghcr\.io/[\w./-]+:v[\w.]+")


def badges(notebook, pictures):
    """Ways to open a notebook at a host, as one line; `pictures` is the path to the badges' pictures."""
    name = on_github()
    ways = {
        "Open in Colab": colab(notebook),
        "Launch Binder": f"https://mybinder.org/v2/gh/{name}/{tag()}?urlpath=lab/tree/notebooks/{notebook}",
        "Open in Codespaces": f"https://codespaces.new/{name}?quickstart=1",
    }
    return " ".join(f"[![{way}]({pictures}/{way.split()[-1].lower()}.svg)]({link})" for way, link in ways.items())


def colab(notebook):
    """Where Colab opens a notebook of the release."""
    return f"https://colab.research.google.com/github/{on_github()}/blob/{tag()}/notebooks/colab/{notebook}"


def linked(text, address):
    """Relative links lead nowhere on a host: they are made addresses in the release, and other notebooks Colab's."""

    def replace(match):
        mark, label, target = match.groups()
        if re.match(r"[a-z]+:|#", target):
            return match[0]
        if re.fullmatch(r"\d_\w+\.ipynb", target):
            return f"[{label}]({colab(target)})"
        path = os.path.normpath(f"notebooks/{target}")
        return f"{mark}[{label}]({address}/{'raw' if mark else 'blob'}/{tag()}/{path})"

    return re.sub(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", replace, text)


def converted(notebook, address):
    """The notebook in Python, without outputs."""
    name = address.rsplit("/", 1)[1]
    cells = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            cells.append(("markdown", {}, linked(re.sub(BADGES.pattern + r"\n+", "", source), address)))
        else:
            cells.append(("code", cell["metadata"], f"%%rust\n{source}"))
        if len(cells) == 1:
            cells.append(("code", {}, SET_UP.format(name=name, repository=address, tag=tag())))
    written = []
    for number, (kind, metadata, source) in enumerate(cells):
        cell = {"cell_type": kind, "id": f"cell-{number:02}", "metadata": metadata, "source": source.splitlines(keepends=True)}
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        written.append(dict(sorted(cell.items())))
    python = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": written, "metadata": python, "nbformat": 4, "nbformat_minor": 5}


def written():
    """(path, text) of every file that holds the repository's address or the version."""
    address = repository()
    for path in sorted(NOTEBOOKS.glob("[0-9]_*.ipynb")):
        text = path.read_text(encoding="utf-8")
        yield FOLDER / path.name, json.dumps(converted(json.loads(text), address), indent=1, ensure_ascii=False) + "\n"
        yield path, BADGES.sub(badges(path.name, "pictures"), text)
    for path in (ROOT / "README.md", ROOT / "binder" / "Dockerfile", ROOT / ".devcontainer" / "devcontainer.json"):
        text = BADGES.sub(badges("1_Train_ResNet.ipynb", "notebooks/pictures"), path.read_text(encoding="utf-8"))
        text = re.sub(r"git clone \S+ && cd \S+", f"git clone {repository()} && cd {repository().rsplit('/', 1)[1]}", text)
        yield path, IMAGE.sub(image(), text)


# ---- setting up -------------------------------------------------------------


def say(text):
    print(text, flush=True)


def trainings():
    """(name, status) of every training in notebooks/runs; the status is an error where it cannot be read."""
    for file in sorted((NOTEBOOKS / "runs").glob("*/status.json")):
        try:
            status = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            status = error
        yield f"runs/{file.parent.name}", status


def is_active(status):
    """Whether a training is at work, after what it last told."""
    if isinstance(status, Exception):
        return False
    return status["state"] in ("queued", "starting", "running") and time.time() - status["updated"] < ACTIVE


def moved(folder, there):
    """Moves what lies in `folder` to `there`, beside what is there already."""
    for child in sorted(folder.iterdir()):
        names = [child.name, *(f"{child.name}-{n}" for n in range(2, 1000))]
        name = next(n for n in names if not (there / n).exists())
        if name != child.name:
            say(f"{there / child.name} is there already; what was made here is now {there / name}")
        shutil.move(child, there / name)
    folder.rmdir()


def keep(storage):
    """Has everything that cells write go to `storage`; what lies here already is moved there."""
    storage = Path(storage).expanduser().absolute()
    drive = Path("/content/drive")
    if drive in storage.parents and not os.path.ismount(drive):
        raise SystemExit(f"{storage}: Drive is not there yet; run\n  from google.colab import drive; drive.mount('{drive}')\nin a cell, then this one again")
    active = [name for name, status in trainings() if is_active(status)]
    if active and not (NOTEBOOKS / "runs").is_symlink():
        raise SystemExit(f"{', '.join(active)} trains in {NOTEBOOKS}; stop it before its folder moves to {storage}")
    for here in RESULTS:
        there = storage / here.name
        there.mkdir(parents=True, exist_ok=True)
        if here.is_symlink():
            here.unlink()
        elif here.is_dir():
            moved(here, there)
        here.symlink_to(there)
    say(f"data, maps, predictions, figures of merit and trainings are kept in {storage}")


def unfinished():
    """A line for every training that an earlier machine left."""
    for name, status in trainings():
        if isinstance(status, Exception):
            yield f"{name}: its state cannot be read ({status})"
            continue
        where = f"{name}: epoch {status['epoch']} of {status['epochs']}"
        if is_active(status):
            yield f"{where}, at work within the last {ACTIVE // 60} minutes; if that was on a machine that is gone, wait as long before it can go on"
        elif status["state"] != "finished":
            yield f"{where}; goes on with Job::attach(\"{name}\")?.resume()?, in a cell after the one that loads helpers"


def run(command, environment):
    """Runs a command and hands on its lines as they come; a cell shows no output of other processes."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    for line in process.stdout:
        print(line, end="", flush=True)
    if process.wait():
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}, see above")


def install_rust(folder, version):
    """Rust of `version` by the rustup of PyPI, without its proxies; the folder of the programs, `folder`/bin."""
    folder = Path(folder).absolute()
    say(f"==> Rust {version} into {folder} (1 minute)")
    environment = {**os.environ, "RUSTUP_HOME": str(folder / "rustup")}
    packages = folder / "packages"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    run([*pip, "--target", str(packages), "rustup"], environment)
    rustup = str(packages / "bin" / "rustup")
    run([rustup, "toolchain", "install", version, "--no-self-update", "--profile", "minimal", "--component", "rust-src"], environment)
    which = [rustup, "which", "--toolchain", version, "rustc"]
    rustc = Path(subprocess.run(which, capture_output=True, text=True, env=environment, check=True).stdout.strip())
    programs = folder / "bin"
    programs.unlink(missing_ok=True)
    programs.symlink_to(rustc.parent)
    return programs


def put_on_path(programs):
    os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"


def bring_rust(version):
    """Puts Rust on this process' path unless it is there, in the version that a bundle asks for if there is one."""
    folder = ROOT / ".kernel" / "rust"
    if (folder / "bin").is_dir():
        put_on_path(folder / "bin")
    found = (0, 0)
    with contextlib.suppress(OSError, IndexError):
        said = subprocess.run(["rustc", "--version"], capture_output=True, text=True).stdout.split()[1]
        found = tuple(map(int, said.split(".")[:2])) if version in ("", said) else found
    oldest = re.search(r"^RUST_VERSION := (\d+)\.(\d+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    if found < tuple(map(int, oldest.groups())):
        put_on_path(install_rust(folder, version or "stable"))


def rust_of(taken):
    """The version of Rust that a bundle asks for, and the bundle; two empty texts where it is not there."""
    try:
        with bundle.opened(taken) as archive:
            return bundle.read_manifest(archive)["rust"], taken
    except bundle.Unfit as why:
        say(f"{taken}: {why}; all is compiled here (12 to 18 minutes)")
        return "", ""


def set_up(storage="", taken="release"):
    """Makes the tutorial ready for %%rust cells of the Python that calls this. Run again, it does what is missing.

    `storage` is a folder that keeps what the cells write, `taken` the bundle of compiled libraries.
    """
    if storage:
        keep(storage)
        for line in unfinished():
            say(line)
    else:
        say("What you make here, trainings too, is lost when the host takes its machine back. Give a folder as `storage` to keep it.")
    version = ""
    if bundle.INSTALLED.is_file():
        version, taken = json.loads(bundle.INSTALLED.read_text(encoding="utf-8"))["rust"], ""
    elif taken == "release" and (ROOT / "target" / "release" / "libdensity.rlib").is_file():
        taken = ""  # it was compiled here
    elif taken:
        version, taken = rust_of(taken)
    bring_rust(version)
    run(["make", "setup", f"HOST={sys.executable}", f"PYTHON={sys.executable}", f"BUNDLE={taken}"], os.environ)


def main(argv):
    if argv[1:] == ["write"]:
        for path, text in written():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    elif argv[1:] == ["image"]:
        print(image())
    elif argv[1:2] == ["rust"] and len(argv) in (3, 4):
        install_rust(argv[2], argv[3] if len(argv) == 4 else "stable")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv)
