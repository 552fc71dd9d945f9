"""The notebooks for hosts that run Python kernels alone, such as Colab; and their set-up.

    hosted.py write [FOLDER]    writes them anew from the notebooks in notebooks/, into notebooks/colab

Each is a notebook in Python whose cells are those of the Rust one behind `%%rust` (rust_cells.py), with a first cell that sets up. The
repository's address stands in Cargo.toml, and nowhere else.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
FOLDER = NOTEBOOKS / "colab"
# What the cells write, and what is lost with the machine that a host lends.
RESULTS = ("data", "maps", "predictions", "runs")

SET_UP = """#@title Set-up: run this cell first (2 minutes where a bundle fits, 15 where all is compiled)
storage = ""  #@param {{type: "string"}}
# The folder that keeps your data and trainings when the host takes its machine back, such as /content/drive/MyDrive/breast-density.
bundle = ""  #@param {{type: "string"}}
# A file or an address of compiled libraries, see docs/hosted.md.
import pathlib, subprocess, sys
here = pathlib.Path.cwd()
found = [p for p in (here, *here.parents) if (p / "helpers/notebook/hosted.py").is_file()]
tutorial = found[0] if found else here / "{name}"
if not tutorial.exists():
    subprocess.run(["git", "clone", "--depth", "1", "{repository}", str(tutorial)], check=True)
sys.path.insert(0, str(tutorial / "helpers/notebook"))
import hosted
hosted.set_up(storage, bundle)
%load_ext rust_cells"""


def repository():
    """The address in Cargo.toml."""
    text = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    return re.search(r'^repository = "(.*)"$', text, re.MULTILINE)[1]


# ---- writing ----------------------------------------------------------------


def linked(text, address):
    """Relative links lead nowhere on a host: they are made addresses in the repository."""

    def replace(match):
        mark, label, target = match.groups()
        if re.match(r"[a-z]+:|#", target):
            return match[0]
        path = os.path.normpath(f"notebooks/{target}")
        return f"{mark}[{label}]({address}/{'raw' if mark else 'blob'}/HEAD/{path})"

    return re.sub(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", replace, text)


def converted(notebook, address):
    """The notebook in Python, without outputs."""
    name = address.rsplit("/", 1)[1]
    cells = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            cells.append(("markdown", {}, linked(source, address)))
        else:
            cells.append(("code", cell["metadata"], f"%%rust\n{source}"))
        if len(cells) == 1:
            cells.append(("code", {}, SET_UP.format(name=name, repository=address)))
    written = []
    for number, (kind, metadata, source) in enumerate(cells):
        cell = {"cell_type": kind, "id": f"cell-{number:02}", "metadata": metadata, "source": source.splitlines(keepends=True)}
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        written.append(dict(sorted(cell.items())))
    python = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": written, "metadata": python, "nbformat": 4, "nbformat_minor": 5}


def written():
    """(name, text) of every notebook for hosts."""
    address = repository()
    for path in sorted(NOTEBOOKS.glob("[0-9]_*.ipynb")):
        notebook = converted(json.loads(path.read_text(encoding="utf-8")), address)
        yield path.name, json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


# ---- setting up -------------------------------------------------------------


def say(text):
    print(text, flush=True)


def keep(storage):
    """Has everything that cells write go to `storage`; what lies here already is moved there."""
    storage = Path(storage)
    drive = Path("/content/drive")
    if drive in storage.parents and not os.path.ismount(drive):
        raise SystemExit(f"{storage}: Drive is not there yet; run\n  from google.colab import drive; drive.mount('{drive}')\nin a cell, then this one again")
    for name in RESULTS:
        here, there = NOTEBOOKS / name, storage / name
        if here.is_symlink():
            here.unlink()
        elif here.is_dir():
            shutil.copytree(here, there, dirs_exist_ok=True)
            shutil.rmtree(here)
        there.mkdir(parents=True, exist_ok=True)
        here.symlink_to(there)
    say(f"data, maps, predictions and trainings are kept in {storage}")


def run(command, environment):
    """Runs a command and hands on its lines as they come; a cell shows no output of other processes."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    for line in process.stdout:
        print(line, end="", flush=True)
    if process.wait():
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}, see above")


def rust(environment, version):
    """Brings Rust where there is none, or not of the version that a bundle asks for; the environment that finds it."""
    homes = {"RUSTUP_HOME": str(ROOT / ".kernel" / "rustup"), "CARGO_HOME": str(ROOT / ".kernel" / "cargo")}
    found = shutil.which("rustc", path=environment["PATH"])
    if found:
        said = subprocess.run([found, "--version"], capture_output=True, text=True, env=environment)
        if said.returncode == 0 and (not version or said.stdout.split()[1] == version):
            return environment
    say(f"==> Rust {version or 'stable'} into the tutorial's folder (1 minute)")
    environment = {**environment, **homes, "RUSTUP_AUTO_INSTALL": "0"}
    packages = ROOT / ".kernel" / "packages"
    run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(packages), "--upgrade", "rustup"], environment)
    rustup = str(packages / "bin" / "rustup")
    run([rustup, "toolchain", "install", version or "stable", "--profile", "minimal", "--component", "rust-src"], environment)
    rustc = subprocess.run(
        [rustup, "which", "--toolchain", version or "stable", "rustc"], capture_output=True, text=True, env=environment, check=True
    )
    programs = Path(rustc.stdout.strip()).parent
    return {**environment, "PATH": f"{programs}{os.pathsep}{environment['PATH']}"}


def set_up(storage="", bundle=""):
    """Makes the tutorial ready for %%rust cells of the Python that calls this. Run again, it does what is missing."""
    if storage:
        keep(storage)
    else:
        say("What you make here, trainings too, is lost when the host takes its machine back. Give a folder as `storage` to keep it.")
    environment = {**os.environ, "HOST": sys.executable, "BUNDLE": bundle}
    version = ""
    if bundle:
        asked = subprocess.run([sys.executable, str(Path(__file__).with_name("bundle.py")), "rust", bundle], capture_output=True, text=True)
        version = asked.stdout.strip()
        if not version:
            say(asked.stderr.strip())
    environment = rust(environment, version)
    os.environ["PATH"] = environment["PATH"]
    run(["make", "setup", f"HOST={sys.executable}", f"PYTHON={sys.executable}", *([f"BUNDLE={bundle}"] if bundle else [])], environment)


def main(argv):
    if len(argv) not in (2, 3) or argv[1] != "write":
        sys.exit(__doc__)
    folder = Path(argv[2]) if len(argv) == 3 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in written():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv)
