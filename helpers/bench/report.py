"""Medians to a table."""

from statistics import median

from works import COLUMNS, FORWARD_GFLOP, SGEMM_GFLOP

OURS = "ours"
HEADER = ["work", "ours", *COLUMNS, "ratio to the best", "must", "aim", "reached"]


def rows(work, seconds, growth):
    """The rows of one work: `seconds` and `growth` by who did it (absent: it could not)."""
    if work.name == "limit":
        return [limit_row(work, seconds)]
    medians = {who: median(values) for who, values in seconds.items()}
    made = [row(work.title, medians, work.peers, work.must, work.aim, time)]
    if work.memory:
        made.append(row(work.title + ": memory", growth, work.memory, 1.0, 0.6, gigabytes))
    return made


def row(title, values, rivals, must, aim, unit):
    best = min((values[peer] for peer in rivals if values.get(peer)), default=None)
    ratio = values[OURS] / best if best and values.get(OURS) else None
    cells = [title, unit(values.get(OURS)), *(unit(v) for v in columns(values))]
    return cells + verdict(ratio, must, aim, ratio is not None and ratio <= must, ratio is not None and ratio <= aim)


def limit_row(work, seconds):
    """Of this row more is better."""
    speed = {
        who: (FORWARD_GFLOP if who == OURS else SGEMM_GFLOP) / median(values)
        for who, values in seconds.items()
    }
    best = max((v for who, v in speed.items() if who != OURS), default=None)
    share = speed[OURS] / best if best and OURS in speed else None
    unit = lambda v: "–" if v is None else f"{v:.0f} GFLOP/s"
    cells = [work.title, unit(speed.get(OURS)), *(unit(v) for v in columns(speed))]
    reached = share is not None
    return cells + verdict(share, work.must, work.aim, reached and share >= work.must, reached and share >= work.aim)


def columns(values):
    for peers in COLUMNS.values():
        yield next((values[peer] for peer in peers if values.get(peer) is not None), None)


def verdict(ratio, must, aim, must_reached, aim_reached):
    reached = "aim" if aim_reached else "must" if must_reached else "no"
    return ["–" if ratio is None else f"{ratio:.2f}", f"{must}", f"{aim}", reached]


def time(seconds):
    if seconds is None:
        return "–"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.3g} ms"


def gigabytes(count):
    return "–" if count is None else f"{count / 1e9:.2f} GB"


def markdown(lines):
    """A table that also reads well as plain text."""
    widths = [max(len(line[i]) for line in [HEADER, *lines]) for i in range(len(HEADER))]
    text = lambda cells: "| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths)) + " |"
    return "\n".join([text(HEADER), text(["-" * w for w in widths]), *map(text, lines)])


def document(table, facts):
    """`BENCHMARKS.md`."""
    return f"""# How fast, beside what

`make bench` measures this on the machine it runs on and writes it here.

{facts}

{table}

* Inputs of the network are 650 x 650 pixels, 3 channels, f32, where nothing else is said. Everybody uses all cores, one
  thread per core.
* Everybody takes turns, one at a time, in several rounds; each turn starts with a repetition that is not counted; the cells
  are medians. A busy machine disturbs all alike: trust the ratios of one run more than its times.
* All networks compute the same: `make bench` first compares probabilities, loss and gradients, with the weights of
  `weights/CC_R.safetensors`.
* Training step: forward with the statistics of the batch and dropout, cross-entropy, backward, plain gradient descent,
  moving averages. PyTorch runs in `channels_last`, `torch.compile` with frozen weights, tf-keras as `tf.function`,
  ONNX Runtime what PyTorch exports.
* Memory: how far the resident set grows, from just before the first step (network and batch are there) to its highest
  point during the steps. Compared with PyTorch's.
* Grad-CAM: PyTorch's is pytorch-grad-cam with Pillow. tf-keras' augmented images are those of `ImageDataGenerator`, with a
  worker process a core, from images in memory.
* The machine's limit is a product of two 4096 x 4096 matrices, the better of PyTorch's (MKL or oneDNN) and NumPy's
  (OpenBLAS). The forward pass has {FORWARD_GFLOP:.2f} GFLOP: every multiplication and addition of the convolutions,
  counted directly.

## On a GPU

Measured where an NVIDIA GPU is at hand, by `make bench DEVICE=cuda` or [helpers/cuda/first_hour.sh](docs/gpu.md#the-first-hour): inference and
training steps in f32, TF32 and bf16, beside PyTorch as it is and compiled. Not measured yet.
"""
