"""Makes the Rust kernel known to the Jupyter of .venv and of the conda environment of environment.yml, and to no other.

    kernelspec.py version BINARY         prints the version of an evcxr_jupyter
    kernelspec.py write BINARY TARGET    writes .kernel/kernel.json and .venv/share/jupyter/kernels/rust;
                                         TARGET is cargo's target folder of the workspace
    kernelspec.py describe BINARY TARGET writes .kernel/kernel.json alone, for rust_cells.py
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import kernel


def spec(binary, target, sysroot):
    """The content of kernel.json."""
    return {
        "argv": [
            sys.executable,
            str(Path(__file__).with_name("kernel.py")),
            str(binary),
            str(target),
            str(sysroot),
            "{connection_file}",
        ],
        "display_name": "Rust",
        "language": "rust",
        "interrupt_mode": "signal",
        "metadata": {"debugger": False},
    }


def describe(binary, target):
    """Writes .kernel/kernel.json and returns its text."""
    found = kernel.ask("rustc")
    if found is None:
        sys.exit("rustc does not run: see https://rustup.rs, then run make again")
    text = json.dumps(spec(binary, target, found[0]), indent=1) + "\n"
    (kernel.ROOT / ".kernel" / "kernel.json").write_text(text, encoding="utf-8")
    return text


def write(binary, target, share):
    """Writes the kernel's folder under `share`, Jupyter's data folder; a right one stays untouched."""
    folder = Path(share) / "kernels" / "rust"
    file = folder / "kernel.json"
    text = describe(binary, target)
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return False
    # The binary brings its logo and editor support; its kernel.json is replaced.
    subprocess.run(
        [binary, "--install"],
        env={**os.environ, "JUPYTER_PATH": str(share)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    file.write_text(text, encoding="utf-8")
    return True


def version(binary):
    """Asks a kernel for its version; it has no option for that."""
    from jupyter_client import KernelManager

    with tempfile.TemporaryDirectory() as folder:
        manager = KernelManager()
        manager.kernel_spec_manager.kernel_dirs = [folder]
        asked = Path(folder) / "asked"
        asked.mkdir()
        argv = [binary, "--control_file", "{connection_file}"]
        content = {"argv": argv, "display_name": "", "language": "rust"}
        (asked / "kernel.json").write_text(json.dumps(content), encoding="utf-8")
        manager.kernel_name = "asked"
        manager.start_kernel(
            cwd=folder,
            env={**os.environ, "EVCXR_TMPDIR": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=120)
            reply = client.kernel_info(reply=True, timeout=30)
            return reply["content"]["implementation_version"]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def main(argv):
    if len(argv) == 3 and argv[1] == "version":
        print(version(argv[2]))
    elif len(argv) == 4 and argv[1] == "describe":
        describe(os.path.abspath(argv[2]), argv[3])
    elif len(argv) == 4 and argv[1] == "write":
        binary = os.path.abspath(argv[2])
        places = [sys.prefix]
        if os.environ.get("CONDA_DEFAULT_ENV") == "breast-density":
            places.append(os.environ["CONDA_PREFIX"])
        for place in places:
            if write(binary, argv[3], Path(place) / "share" / "jupyter"):
                print(f"wrote the kernel's description into {os.path.relpath(place)}")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv)
