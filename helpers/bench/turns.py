"""A peer's side of the benchmark: does the work when it is its turn.

The driver writes a number of repetitions on standard input; the answer is one line of JSON with the seconds of each.
"""

import json
import os
import sys
import time


def threads():
    return int(os.environ.get("BENCH_THREADS", os.cpu_count() or 1))


# Libraries print too, and early: the protocol keeps the real standard output for itself.
_answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def answer(value):
    """A line of JSON to the driver."""
    _answers.write(json.dumps(value) + "\n")
    _answers.flush()


def serve(step, versions):
    """Repeats `step` as often as asked. It may return the seconds it wants counted, a float, where not all of it counts."""
    answer({"versions": versions})
    for line in sys.stdin:
        seconds = []
        for _ in range(int(line)):
            start = time.perf_counter()
            counted = step()
            passed = time.perf_counter() - start
            seconds.append(counted if isinstance(counted, float) else passed)
        answer(seconds)
