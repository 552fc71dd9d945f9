"""Times a notebook's start and its later cells.

    bench.py          starts a kernel twice and prints the times of the second, warm one
    bench.py --warm   starts it once, so that the first notebook finds its cells' folder filled
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

from jupyter_client.manager import start_new_kernel  # noqa: E402 (after the variable it reads)

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
START_BOUND = 15.0  # seconds
CELL_BOUND = 1.5

FIRST = [
    ':dep helpers = { path = "../helpers/notebook", package = "helpers-notebook" }',
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
    'let picture = load_grey("../testset/CC_R/test/A/1002_1_A_CC_R.png")?;',
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
        kernel_name="rust", startup_timeout=600, cwd=str(NOTEBOOKS), stdout=subprocess.DEVNULL
    )
    start = time.perf_counter() - started
    try:
        return start, [execute(client, c) for c in FIRST], [execute(client, c) for c in later]
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def main(argv):
    started = time.perf_counter()
    session([])
    if "--warm" in argv:
        print(f"the first cells took {time.perf_counter() - started:.0f} s")
        return
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
