"""`make bench`: ours beside its peers, in turns.

    run.py [all | inference | training | gradcam | data | limit | <work>]

Runs with the Python of `.bench`; BENCH_OURS is the command that starts the compiled example `bench`. With
BENCH_DEVICE=cuda it runs the networks alone, on a GPU, beside PyTorch as it is and compiled, in f32, TF32 and bf16. A run of
everything on the CPU writes `BENCHMARKS.md`.
"""

import array
import datetime
import os
import random
import shlex
import shutil
import sys
import time
from pathlib import Path

import architecture
import machine
import report
from process import Failed, Worker, environment, once, peer_command
from works import GPU_WORKS, PARTS, SCRIPTS, WORKS

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / ".bench" / "out"
PROJECTIONS = ("CC_R", "CC_L", "MLO_R", "MLO_L")
# Peers agree to this, relative to the largest value; rounding grows through 41 convolutions.
TOLERANCE = {"probabilities": 1e-4, "loss": 1e-3, "gradients": 1e-2}
# After a turn the threads of some libraries spin for a while.
PAUSE = 0.1


def images():
    """16 real mammograms where they are at hand, else synthetic ones of the project, as PNG; and which they are."""
    shared = Path(os.environ.get("SHARED_DIR") or ROOT.parent / "shared") / "upstream" / "TestSet"
    files = [f for p in PROJECTIONS for f in sorted((shared / p / "test").glob("*/*.png"))]
    if len(files) == 16:
        return files, "16 real mammograms"
    from PIL import Image

    files = []
    for folder in (ROOT / "testset" / p / "test" / c for p in PROJECTIONS for c in "ABCD"):
        first = min(folder.glob("*.jpg"), default=None)
        if first is None:
            sys.exit(f"{folder} is empty: make testset")
        files.append(OUT / "synthetic" / f"{first.stem}.png")
        files[-1].parent.mkdir(parents=True, exist_ok=True)
        Image.open(first).save(files[-1])
    return files, "16 synthetic mammograms of the project"


def settings(files):
    """What the processes are told."""
    OUT.mkdir(parents=True, exist_ok=True)
    classes = OUT / "images"
    # Links of an earlier run may be to other images.
    shutil.rmtree(classes, ignore_errors=True)
    for file in files:
        link = classes / file.parent.name / file.name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(file)
    draw = random.Random(1)
    check = array.array("f", (draw.random() - 0.5 for _ in range(4 * 3 * 128 * 128)))
    (OUT / "check.f32").write_bytes(check.tobytes())
    return {
        "BENCH_WEIGHTS": str(ROOT / "weights" / "CC_R.safetensors"),
        "BENCH_IMAGE": str(files[0]),
        "BENCH_IMAGES": os.pathsep.join(map(str, files)),
        "BENCH_FOLDER": str(classes),
        "BENCH_OUT": str(OUT),
        "BENCH_CHECK": str(OUT / "check.f32"),
        "BENCH_BATCHES": "16",
        "BENCH_SKIPPED": "4",
        "TORCHINDUCTOR_CACHE_DIR": str(ROOT / ".bench" / "inductor"),
    }


def command(who, work):
    ours = who == report.OURS
    return [*shlex.split(os.environ["BENCH_OURS"]), work] if ours else peer_command(SCRIPTS[who], who, work)


def check(env, peers):
    """Stops when the networks do not compute the same."""
    found = {}
    for who in (report.OURS, *peers):
        found[who] = once(command(who, "check"), env, OUT / f"check-{who}.log")
    for who, theirs in found.items():
        for what, tolerance in TOLERANCE.items():
            a, b = (v if isinstance(v, list) else [v] for v in (found[report.OURS][what], theirs[what]))
            difference = max(abs(x - y) for x, y in zip(a, b, strict=True)) / max(map(abs, a))
            if not difference < tolerance:
                sys.exit(f"{what} of {who} differ from ours by {difference:.1e}: these are not the same networks")
    print("the networks agree", flush=True)


def measure(work, env):
    """Seconds of every repetition, memory growth, and versions, by who did it."""
    workers, seconds, versions = {}, {}, {}
    try:
        for who in (report.OURS, *work.peers):
            try:
                worker = Worker(command(who, work.name), env, OUT / f"{work.name}-{who}.log")
                # Compiles, allocates, warms up.
                worker.turn(2)
                workers[who], seconds[who] = worker, []
                versions |= worker.versions
            except Failed as failed:
                print(f"  {who}: {failed}", flush=True)
        for _ in range(work.rounds):
            for who, worker in workers.items():
                time.sleep(PAUSE)
                seconds[who] += worker.turn(1 + work.each)[1:]
        on_gpu = env.get("BENCH_DEVICE", "cpu") != "cpu"
        growth = {
            who: machine.gpu_memory(worker.process.pid) if on_gpu else worker.memory_growth()
            for who, worker in workers.items()
        }
    finally:
        for worker in workers.values():
            worker.close()
    return seconds, growth, versions


def main(what="all"):
    on_gpu = os.environ.get("BENCH_DEVICE", "cpu") != "cpu"
    known = GPU_WORKS if on_gpu else WORKS
    works = [w for w in known if what in ("all", w.part, w.name)]
    if not works:
        sys.exit(f"{what}: choose all, one of {', '.join(PARTS)}, or one work: {', '.join(w.name for w in known)}")
    started = time.monotonic()
    threads = machine.threads()
    files, which = images()
    env = environment(settings(files), threads)
    check(env, ("torch",) if on_gpu else ("torch", "tf-keras"))
    lines, versions = [], {}
    for work in works:
        print(f"{work.title} ...", flush=True)
        seconds, growth, used = measure(work, env)
        versions |= used
        made = report.rows(work, seconds, growth)
        print(report.markdown(made), flush=True)
        lines += made
    table = report.markdown(lines)
    facts = (
        f"{datetime.date.today()}. {machine.describe(on_gpu)}; {threads} threads each. Images: {which}.\n"
        + ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
        + "."
    )
    print(f"\n{facts}\n\n{table}\n\n{time.monotonic() - started:.0f} s")
    if what == "all" and not on_gpu:
        (ROOT / "BENCHMARKS.md").write_text(report.document(table, facts), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
