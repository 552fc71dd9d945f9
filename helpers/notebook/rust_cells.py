"""Rust cells in a Python notebook, for hosts that run Python kernels alone.

    %load_ext rust_cells     (this folder must be on sys.path)
    %%rust                   a cell in Rust; its variables live on in the next one
    %rust                    what the Rust kernel is doing; %rust restart, %rust stop

The Rust kernel starts at the first cell, in the tutorial's notebooks/, and ends with the Python kernel. What a cell prints
appears line by line; figures, tables and errors appear as in a Rust notebook, and a cell that fails stops "Run all". Interrupting
the cell interrupts the Rust one (see kernel.py); Tab completes.
"""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import zmq
from IPython.display import clear_output, publish_display_data
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

ROOT = Path(__file__).resolve().parents[2]
# Where the cells work: their relative paths begin there.
FOLDER = os.environ.get("RUST_CELLS_FOLDER") or str(ROOT / "notebooks")
START = 300  # seconds until the kernel must answer
LATE = 0.05  # seconds in which lines of stdout and stderr may follow the end of a cell
SOFT = 20  # seconds for an interrupted cell to end, then its kernel does
COMPLETE = 5  # seconds for the kernel's answer to Tab
LOST = "its variables are lost: run the notebook again from its top"


def readable(channel, seconds):
    """Whether a message comes within `seconds`. The channel's own poll gives a future since jupyter_client 7, and no longer since 8."""
    poller = zmq.Poller()
    poller.register(channel.socket, zmq.POLLIN)
    return bool(poller.poll(int(1000 * seconds)))


class RustError(Exception):
    """A Rust cell failed: IPython shows the kernel's words, no Python traceback."""

    def __init__(self, errors):
        self.lines = [line for e in errors for line in (e["traceback"] or [f"{e['ename']}: {e['evalue']}"])]
        super().__init__("; ".join(e["evalue"] for e in errors) or "the cell failed, see above")
        self.lines = self.lines or [str(self)]

    def _render_traceback_(self):
        return self.lines


def described_kernel():
    """The kernel's description, which `make setup` writes."""
    file = ROOT / ".kernel" / "kernel.json"
    if not file.is_file():
        raise RustError([{"ename": "Rust", "evalue": f"{ROOT} is not set up: run its first cell, or make setup", "traceback": []}])
    spec = json.loads(file.read_text(encoding="utf-8"))
    # The Python that runs this has what kernel.py needs.
    spec["argv"][0] = sys.executable
    return KernelSpec(**spec)


class Rust:
    """One Rust kernel and its client."""

    def __init__(self):
        self.manager, self.client, self.unflushed = None, None, False

    def start(self):
        self.manager = KernelManager()
        self.manager._kernel_spec = described_kernel()
        self.manager.start_kernel(cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=START)

    def stop(self):
        if self.client:
            self.client.stop_channels()
        if self.manager:
            self.manager.shutdown_kernel(now=True)
        self.manager = self.client = None

    def is_alive(self):
        return bool(self.manager and self.manager.is_alive())

    def state(self):
        """The kernel in a line."""
        if not self.is_alive():
            return "no Rust kernel is running; the next %%rust cell starts one"
        provisioner = getattr(self.manager, "provisioner", None)  # since jupyter_client 7
        launcher = psutil.Process(provisioner.pid if provisioner else self.manager.kernel.pid)
        processes = [launcher, *launcher.children(recursive=True)]
        memory = sum(p.memory_info().rss for p in processes)
        age = time.time() - launcher.create_time()
        return f"the Rust kernel runs for {age / 60:.0f} min, with {memory / 1e6:.0f} MB"

    def run(self, code):
        """Runs one cell, shows its outputs as they come, raises `RustError`."""
        if not self.is_alive():
            self.stop()
            self.start()
        self.errors, self.failed, self.idle = [], False, False
        self.request = self.client.execute(code, allow_stdin=False)
        interrupted = None
        while self.client:
            try:
                if not self.relay() and self.idle:
                    break
                if interrupted and time.monotonic() > interrupted + SOFT:
                    self.stop()
                    print(f"the cell did not end, so its kernel was: {LOST}", file=sys.stderr)
            except KeyboardInterrupt:
                interrupted = interrupted or time.monotonic()
                if self.is_alive():
                    self.manager.interrupt_kernel()
        if interrupted:
            raise KeyboardInterrupt
        if self.errors or self.failed:
            raise RustError(self.errors)

    def relay(self):
        """Hands one message on; false where none came."""
        wait = 0.005 if self.unflushed else LATE if self.idle else 0.5
        # An interrupt inside get_iopub_msg would leave its coroutine behind, which eats the next message.
        if not readable(self.client.iopub_channel, wait):
            if self.unflushed:
                sys.stdout.flush()
                sys.stderr.flush()
                self.unflushed = False
                return True
            if not self.idle and not self.is_alive():
                self.stop()
                self.errors.append({"ename": "Rust", "evalue": f"the Rust kernel has ended; {LOST}", "traceback": []})
            return False
        message = self.client.get_iopub_msg(timeout=1)
        kind, content = message["msg_type"], message["content"]
        mine = message["parent_header"].get("msg_id") == self.request
        if kind == "stream":
            stream = sys.stderr if content["name"] == "stderr" else sys.stdout
            stream.write(content["text"])
            self.unflushed = True
            # A failing `?` ends a cell as a good one, but for its line.
            self.failed |= mine and stream is sys.stderr
        elif kind in ("execute_result", "display_data"):
            publish_display_data(content["data"], content.get("metadata"))
        elif kind == "clear_output":
            clear_output(content.get("wait", False))
        elif kind == "error" and mine:
            self.errors.append(content)
        elif kind == "status" and mine and content["execution_state"] == "idle":
            self.idle = True
        return True

    def complete(self, code, position):
        """What the kernel offers behind `position`; `None` where it cannot be asked now."""
        if not self.is_alive():
            return None
        request = self.client.complete(code, position)
        end = time.monotonic() + COMPLETE
        while readable(self.client.shell_channel, max(0, end - time.monotonic())):
            reply = self.client.get_shell_msg(timeout=1)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"]
        return None


RUST = Rust()


def rust(line, cell=None):
    """%%rust runs a cell; %rust tells the state, %rust restart and %rust stop are what they say."""
    if cell is not None:
        RUST.run(cell)
        return
    if line.strip() in ("restart", "stop"):
        RUST.stop()
        if line.strip() == "restart":
            RUST.start()
    elif line.strip():
        print("%rust, %rust restart or %rust stop", file=sys.stderr)
        return
    print(RUST.state())


def complete_rust(kernel):
    """Has the Python kernel ask the Rust one about cells that begin with %%rust."""
    python = kernel.do_complete

    def do_complete(code, cursor_pos):
        first, newline, rest = code.partition("\n")
        begin = len(first) + len(newline)
        if not first.startswith("%%rust") or cursor_pos < begin:
            return python(code, cursor_pos)
        content = RUST.complete(rest, cursor_pos - begin) or {"matches": [], "cursor_start": 0, "cursor_end": 0}
        return {
            **content,
            "status": "ok",
            "metadata": {},
            "cursor_start": content["cursor_start"] + begin,
            "cursor_end": content["cursor_end"] + begin,
        }

    kernel.do_complete = do_complete


def end():
    """Stops the Rust kernel with the Python one, whose event loop may have ended: then its launcher misses it, and ends by itself."""
    with contextlib.suppress(RuntimeError):
        RUST.stop()


def load_ipython_extension(shell):
    shell.register_magic_function(rust, "line_cell", "rust")
    if getattr(shell, "kernel", None):
        complete_rust(shell.kernel)
    atexit.register(end)


def unload_ipython_extension(_):
    RUST.stop()
