"""Times a notebook's start and its later cells.

    bench.py               starts a kernel twice and prints the times of the second, warm one
    bench.py --warm FILE   starts it once, so that the first notebook finds its cells' folder filled;
                           does nothing where FILE tells that this was done for the same build
"""

import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import kernel  # noqa: E402 (after the variable it reads)
from jupyter_client.kernelspec import KernelSpecManager  # noqa: E402
from jupyter_client.manager import start_new_kernel  # noqa: E402

START_BOUND = 15.0  # seconds
CELL_BOUND = 1.5

FIRST = [
    ':dep helpers = { path = "../helpers" }',
    "use helpers::prelude::*;",
    "let first = Projection::ALL[0];\nprintln!(\"{}\", first.name());",
]
LATER = [
    "let names: Vec<&str> = Projection::ALL.iter().map(|p| p.name()).collect();",
    "names",
    "let file = first.prediction_file();",
    "println!(\"{file}: {} letters\", file.len());",
    "fn mean(x: &[f64]) -> f64 { x.iter().sum::<f64>() / x.len() as f64 }",
    "let values = vec![0.1, 0.2, 0.7];",
    "let average = mean(&values);",
    "for (name, value) in names.iter().zip(&values) { println!(\"{name} {value:.1}\"); };",
    "average",
    'let picture = load_grey("../testset/CC_R/test/A/1002_1_A_CC_R.jpg")?;',
    'gallery(&[GalleryItem::new(picture.clone(), "class A")], 1)?',
]


def execute(client, code):
    """Executes one cell; returns its seconds."""
    failed = []

    def output(message):
        kind, content = message["msg_type"], message["content"]
        if kind == "error":
            failed.append(content["evalue"])
        elif kind == "stream" and content["name"] == "stderr":
            failed.append(content["text"])

    started = time.perf_counter()
    reply = client.execute_interactive(code, output_hook=output, allow_stdin=False, timeout=600)
    seconds = time.perf_counter() - started
    if failed or reply["content"]["status"] != "ok":
        sys.exit(f"the kernel cannot run\n    {code}\n" + "\n".join(failed))
    return seconds


def session(later):
    """Starts a kernel, runs the first cells and then the cells `later`;
    returns the seconds of (start, each first cell, each later cell)."""
    started = time.perf_counter()
    manager, client = start_new_kernel(
        kernel_name="rust", startup_timeout=600, cwd=str(kernel.NOTEBOOKS), stdout=subprocess.DEVNULL
    )
    start = time.perf_counter() - started
    try:
        return start, [execute(client, c) for c in FIRST], [execute(client, c) for c in later]
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def fingerprint():
    """A digest of what the compiled first cells hang on: the kernel's command, the build of helpers,
    and the crate in front of it."""
    argv = KernelSpecManager().get_kernel_spec("rust").argv
    target = argv[argv.index(str(Path(kernel.__file__))) + 2]
    digest = hashlib.sha256(json.dumps([argv, kernel.build_name(target)]).encode())
    front = kernel.ROOT / "helpers"
    for file in (front / "Cargo.toml", front / "build.rs", *sorted((front / "src").glob("*.rs"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def warm(file):
    """Starts a kernel and runs the first cells, unless `file` says that it was done."""
    now = fingerprint()
    if file.is_file() and file.read_text(encoding="utf-8") == now:
        return
    print("==> first cells of a notebook (15 seconds)", flush=True)
    started = time.perf_counter()
    session([])
    file.write_text(now, encoding="utf-8")
    print(f"the first cells took {time.perf_counter() - started:.0f} s")


def main(argv):
    if argv[:1] == ["--warm"]:
        warm(Path(argv[1]))
        return
    session([])
    start, first, later = session(LATER * 2)
    total = start + sum(first)
    median, longest = statistics.median(later), max(later)

    def verdict(seconds, bound):
        return f"{seconds:5.2f} s   (bound {bound:4.1f} s: {'ok' if seconds <= bound else 'OVER'})"

    print("warm start of a notebook")
    print(f"  kernel                   {start:5.2f} s")
    for name, seconds in zip([":dep helpers", "use helpers::prelude::*", "first use"], first):
        print(f"  {name:<24} {seconds:5.2f} s")
    print(f"  together                 {verdict(total, START_BOUND)}")
    print(f"{len(later)} later cells")
    print(f"  median                   {verdict(median, CELL_BOUND)}")
    print(f"  longest                  {verdict(longest, CELL_BOUND)}")
    if total > START_BOUND or longest > CELL_BOUND:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
