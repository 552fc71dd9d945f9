"""What is measured, against whom, and what must be reached."""

from dataclasses import dataclass

import architecture

# The peers: their scripts, and the column of the table they stand in.
TORCH, COMPILED, KERAS, ONNX, PILLOW, NUMPY = (
    "torch",
    "torch-compile",
    "tf-keras",
    "onnxruntime",
    "pillow",
    "numpy",
)
SCRIPTS = {
    TORCH: "peer_torch.py",
    COMPILED: "peer_torch.py",
    ONNX: "peer_torch.py",
    NUMPY: "peer_torch.py",
    KERAS: "peer_keras.py",
    PILLOW: "peer_pillow.py",
}
GPU_PEERS = (TORCH, COMPILED)
COLUMNS = {
    "tf-keras": (KERAS,),
    "PyTorch": (TORCH,),
    "torch.compile": (COMPILED,),
    "ONNX Runtime": (ONNX,),
    "Pillow, NumPy": (PILLOW, NUMPY),
}
FORWARD_GFLOP = architecture.forward_flops(650) / 1e9
SGEMM_GFLOP = 2 * 4096**3 / 1e9


@dataclass(frozen=True)
class Work:
    """`each` timed repetitions in each of `rounds` turns, after one that is not counted."""

    name: str
    part: str
    title: str
    peers: tuple
    must: float
    aim: float
    rounds: int = 5
    each: int = 1
    # Whether the memory is a row of its own, with the peers it is compared with.
    memory: tuple = ()


NETWORKS = (KERAS, TORCH, COMPILED, ONNX)
WORKS = (
    Work("inference-1", "inference", "inference, one image", NETWORKS, 1.0, 0.6, rounds=9, each=3),
    Work("inference-8", "inference", "inference, 8 images", NETWORKS, 1.0, 0.6),
    Work("train-256", "training", "training step, 4 images of 256 x 256", (KERAS, TORCH), 1.0, 0.7, rounds=7, each=2),
    Work("train-650", "training", "training step, 4 images", (KERAS, TORCH), 1.0, 0.7, memory=(TORCH,)),
    Work("gradcam", "gradcam", "Grad-CAM, PNG to overlay PNG", (TORCH,), 0.5, 0.3, rounds=7, each=2),
    Work("decode", "data", "decode, resize, standardise 16 PNG", (PILLOW,), 0.5, 0.3, rounds=9, each=3),
    Work("augment", "data", "one augmented training image", (KERAS,), 0.2, 0.1),
    Work("limit", "limit", "share of the machine's limit", (TORCH, NUMPY), 0.7, 1.0, rounds=9, each=2),
)
# `train-<pixels>-<images>-<precision>`; 4 images in f32 where nothing else is said.
GPU_WORKS = (
    Work("inference-1", "inference", "inference, one image", GPU_PEERS, 1.0, 0.8, rounds=9, each=10, memory=GPU_PEERS),
    Work("inference-32", "inference", "inference, 32 images", GPU_PEERS, 1.0, 0.8, each=5, memory=GPU_PEERS),
    *(
        Work(
            f"train-650-{images}-{precision.lower()}",
            "training",
            f"training step, {images} images, {precision}",
            GPU_PEERS,
            1.0,
            0.8,
            each=5,
            memory=GPU_PEERS,
        )
        for precision in ("f32", "TF32", "bf16")
        for images in (4, 32)
    ),
)
PARTS = tuple(dict.fromkeys(work.part for work in WORKS))
