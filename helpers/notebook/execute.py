"""Executes the notebooks without a browser.

    execute.py run        copies into out/, with their pictures and the table of figures of merit
    execute.py test       a temporary copy in quick mode, to see that every cell works, also those of the notebooks for
                          hosts, in a Python kernel
    execute.py notebooks  for committing

Progress is one line per cell; what a cell prints is shown as it comes.
"""

import argparse
import hashlib
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import bundle
import checks

ROOT = Path(__file__).resolve().parents[2]
NAMES = [
    "1_Train_ResNet",
    "2_Prediction_ResNet",
    "3_Figure_merit",
    "4_ClassActivationMaps",
]
CELL_TIMEOUT = 3600  # seconds; training is the longest cell
QUICK_CELL_TIMEOUT = 300
STARTUP_TIMEOUT = 300
LATE = 0.05  # seconds without a message after which a cell is over


class Failed(Exception):
    """A notebook did not do what it should; the text says where and what."""


def say(text):
    print(text, flush=True)


class Client(NotebookClient):
    """Executes one notebook, tells the progress and stops at the first cell with a problem."""

    def __init__(self, notebook, name, folder, timeout, env, kernel):
        super().__init__(
            notebook,
            kernel_name=kernel,
            timeout=timeout,
            startup_timeout=STARTUP_TIMEOUT,
            record_timing=False,
            resources={"metadata": {"path": str(folder)}},
        )
        self.name = name
        self.env = env
        self.started = time.monotonic()
        self.on_cell_execute = self._begin
        self.on_cell_executed = self._end

    def _begin(self, cell, cell_index):
        self.started = time.monotonic()

    async def _end(self, cell, cell_index, execute_reply):
        seconds = time.monotonic() - self.started
        await self._late_lines(cell, cell_index, execute_reply["parent_header"]["msg_id"])
        say(f"{self.name}, cell {cell_index + 1}/{len(self.nb.cells)}, {seconds:.1f} s")
        found = checks.cell_problems(cell)
        if found:
            raise Failed(describe(self.name, cell_index, cell, found))

    async def _late_lines(self, cell, cell_index, request):
        """The kernel forwards stderr on a thread of its own: the last lines of a cell may come
        after its end, when nbclient listens no more."""
        end = time.monotonic() + 10 * LATE
        while time.monotonic() < end:
            try:
                message = await self.kc.get_iopub_msg(timeout=LATE)
            except queue.Empty:
                return
            late = message["parent_header"].get("msg_id") == request
            if late and message["msg_type"] == "stream":
                self.process_message(message, cell, cell_index)

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] == "stream" and msg["content"]["name"] == "stdout":
            for line in msg["content"]["text"].splitlines():
                say(f"    {line}")
        return super().process_message(msg, cell, cell_index)

    def run(self):
        """Executes every cell; raises `Failed` with the cell and what it said."""
        try:
            # The kernel's own stdout is chatter about its settings.
            self.execute(env=self.env, stdout=subprocess.DEVNULL)
        except CellExecutionError:
            for index, cell in enumerate(self.nb.cells):
                found = checks.cell_problems(cell) if cell.cell_type == "code" else []
                if found:
                    raise Failed(describe(self.name, index, cell, found)) from None
            raise
        except CellTimeoutError:
            raise Failed(f"{self.name}: a cell took more than {self.timeout} s") from None
        except (DeadKernelError, RuntimeError) as error:
            raise Failed(f"{self.name}: the kernel ended: {error}") from None
        return self.nb


def describe(name, index, cell, found):
    """Puts a failed cell into words: where, what it is, what went wrong."""
    source = "\n".join("    " + line for line in cell.source.splitlines())
    return f"{name}, cell {index + 1}:\n{source}\n" + "\n".join(found)


def execute(path, folder, quick=False, kernel="rust"):
    """Executes the notebook file `path` with `folder` as the kernel's working directory;
    returns the executed notebook, checked and normalised."""
    name = path.stem
    env = dict(os.environ)
    # The kernel of this environment, not one installed for the user.
    env["JUPYTER_PREFER_ENV_PATH"] = os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    env.pop("TUTORIAL_QUICK", None)
    if quick:
        env["TUTORIAL_QUICK"] = "1"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    started = time.monotonic()
    say(f"{name}: starts the kernel")
    timeout = QUICK_CELL_TIMEOUT if quick else CELL_TIMEOUT
    Client(notebook, name, folder, timeout, env, kernel).run()
    found = checks.problems(notebook, folder)
    if found:
        raise Failed(f"{name}:\n" + "\n".join(found))
    say(f"{name}: done in {time.monotonic() - started:.0f} s")
    return checks.normalise(notebook)


def notebook_path(folder, name):
    path = folder / f"{name}.ipynb"
    if not path.is_file():
        raise Failed(f"{path.relative_to(ROOT)} is missing")
    return path


def fingerprint(root, name, before):
    """A digest of all that the outcome of notebook `name` hangs on: its cells, the sources of
    helpers, the weights and images of the tutorial, and `before`, the previous notebook's digest."""
    digest = hashlib.sha256(before.encode())
    notebook = nbformat.read(notebook_path(root / "notebooks", name), as_version=4)
    for cell in notebook.cells:
        digest.update(f"{cell.cell_type}\0{cell.source}\0".encode())
    files = [root / "Cargo.toml", root / "Cargo.lock"]
    files += (f for f in (root / "helpers").rglob("*") if f.suffix in {".rs", ".toml", ".cu"})
    for folder in ("weights", "testset"):
        files += (root / folder).rglob("*")
    bundle.add_files(digest, root, (f for f in files if f.is_file()))
    return digest.hexdigest()


def run(force):
    """`make run`: what changed since the last run is executed, and what follows it."""
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    state_file = out / "executed.json"
    try:
        state = json.loads(state_file.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        state = {}
    before = ""
    for name in NAMES:
        before = fingerprint(ROOT, name, before)
        result = out / f"{name}.ipynb"
        if not force and state.get(name) == before and result.is_file():
            say(f"{name}: up to date")
            continue
        state.pop(name, None)
        notebook = execute(notebook_path(ROOT / "notebooks", name), ROOT / "notebooks")
        nbformat.write(notebook, result)
        figures = checks.extract_pictures(notebook, name, out / "figures")
        say(f"{name}: out/{name}.ipynb, {len(figures)} pictures in out/figures/")
        state[name] = before
        state_file.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
    table = out / "figures_of_merit.txt"
    if not table.is_file():
        raise Failed("out/figures_of_merit.txt is missing: 3_Figure_merit should write it")
    say("\nFigures of merit (out/figures_of_merit.txt)\n")
    say(table.read_text(encoding="utf-8"))
    say("The executed notebooks are in out/, their pictures in out/figures/.")
    say("To read and change them: make lab (then open notebooks/). To execute all again: make run FORCE=1")


def temporary_copy(root, folder):
    """Makes `folder` look like the tutorial's folder: its own notebooks/ and out/, links to the rest."""
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    for file in (root / "notebooks").iterdir():
        if file.is_file():
            shutil.copy(file, notebooks)
        elif file.name not in {".evcxr", ".ipynb_checkpoints", "data", "runs"}:
            shutil.copytree(file, notebooks / file.name)
    (folder / "out").mkdir()
    for entry in root.iterdir():
        if entry.name not in {"notebooks", "out", ".git"}:
            (folder / entry.name).symlink_to(entry)
    return notebooks


def test():
    """`make test`: all notebooks in quick mode, in a temporary copy."""
    with tempfile.TemporaryDirectory(prefix="breast-density-") as folder:
        notebooks = temporary_copy(ROOT, Path(folder))
        executed = {}
        for name in NAMES:
            notebook_path(ROOT / "notebooks", name)
            executed[name] = execute(notebooks / f"{name}.ipynb", notebooks, quick=True)
        if not (Path(folder) / "out" / "figures_of_merit.txt").is_file():
            raise Failed("3_Figure_merit did not write out/figures_of_merit.txt")
    with tempfile.TemporaryDirectory(prefix="breast-density-") as folder:
        notebooks = temporary_copy(ROOT, Path(folder))
        os.environ["RUST_CELLS_FOLDER"] = str(notebooks)
        for name in NAMES:
            say(f"{name}, as hosts have it")
            path = notebooks / "colab" / f"{name}.ipynb"
            hosted = execute(path, path.parent, quick=True, kernel="python3")
            compare(name, executed[name], hosted)


# A line about work under way, `explanations: 35 of 48 maps, 3.4 maps/s, 4 s left`: whether there is one depends on the machine's speed.
PROGRESS = re.compile(r"^.*: \d+ of \d+ .*, .* left\n?", re.MULTILINE)


def kinds(cell):
    """What kinds of output an executed cell has; lines that only show progress do not count."""
    results = [sorted(o["data"]) for o in cell.outputs if "data" in o]
    streams = (o for o in cell.outputs if o["output_type"] == "stream")
    return results, sorted({o["name"] for o in streams if PROGRESS.sub("", o["text"]).strip()})


def compare(name, rust, python):
    """Raises `Failed` where a cell of the notebook for hosts has other kinds of output than the original."""
    rust, python = ([c for c in n.cells if c.cell_type == "code"] for n in (rust, python))
    for number, (ours, theirs) in enumerate(zip(rust, python[1:], strict=True), start=1):
        if kinds(ours) != kinds(theirs):
            raise Failed(f"{name}, code cell {number}: {kinds(theirs)} on a host, {kinds(ours)} in Rust:\n{ours.source}")


def publish():
    """`make notebooks`: executes the notebooks in a temporary copy, where no earlier run has left anything, and
    writes them back with their outputs; the figure tagged `opening` becomes the picture that the notebook opens with."""
    with tempfile.TemporaryDirectory(prefix="breast-density-") as folder:
        copy = temporary_copy(ROOT, Path(folder))
        places = (ROOT, Path.home(), folder)
        for name in NAMES:
            path = notebook_path(ROOT / "notebooks", name)
            picture = Path("pictures") / f"{name}.png"
            (copy / "pictures").mkdir(exist_ok=True)
            (copy / picture).touch()
            notebook = execute(copy / path.name, copy)
            text = nbformat.writes(notebook) + "\n"
            found = checks.publishing_problems(notebook, len(text.encode()), places)
            if found:
                raise Failed(f"{name} is left as it was:\n" + "\n".join(found))
            path.write_text(text, encoding="utf-8")
            say(f"{name}: {len(text) / 1e6:.2f} MB")
            for cell in notebook.cells:
                if "opening" in cell.metadata.get("tags", []):
                    (ROOT / "notebooks" / "pictures").mkdir(exist_ok=True)
                    (ROOT / "notebooks" / picture).write_bytes(next(checks.pictures(cell)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["run", "test", "notebooks"])
    parser.add_argument("--force", action="store_true", help="run: also what is up to date")
    arguments = parser.parse_args()
    try:
        if arguments.what == "run":
            run(arguments.force)
        elif arguments.what == "test":
            test()
        else:
            publish()
    except Failed as failure:
        sys.exit(f"\nFAILED: {failure}")


if __name__ == "__main__":
    main()
