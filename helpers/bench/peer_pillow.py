"""Pillow's and NumPy's side: decodes, resizes and standardises images in worker processes."""

import os
import sys
from multiprocessing import Pool
from multiprocessing.shared_memory import SharedMemory

import numpy
import PIL
import turns
from PIL import Image

SIZE = 650
FILES = sorted(os.environ["BENCH_IMAGES"].split(os.pathsep))


def prepare(job):
    """Into memory that the processes share: an image sent through a pipe would cost more than its resize."""
    memory, index = job
    if memory not in attached:
        attached[memory] = SharedMemory(memory)
    out = numpy.ndarray((len(FILES), SIZE, SIZE), numpy.float32, attached[memory].buf)[index]
    grey = Image.open(FILES[index]).convert("L").resize((SIZE, SIZE), Image.NEAREST)
    numpy.multiply(numpy.asarray(grey), numpy.float32(1 / 255), out=out, dtype=numpy.float32)
    out -= numpy.float32(out.mean(dtype=numpy.float64))


attached = {}


def main(_, work):
    if work != "decode":
        sys.exit(f"unknown work {work}")
    memory = SharedMemory(create=True, size=len(FILES) * SIZE * SIZE * 4)
    try:
        with Pool(turns.threads()) as pool:
            jobs = [(memory.name, i) for i in range(len(FILES))]
            versions = {"Pillow": PIL.__version__, "NumPy": numpy.__version__}
            turns.serve(lambda: pool.map(prepare, jobs, chunksize=1), versions)
    finally:
        memory.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
