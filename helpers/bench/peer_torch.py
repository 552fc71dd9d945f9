"""PyTorch's side: `peer_torch.py <peer> <work>`, the peer being `torch`, `torch-compile`, `onnxruntime` or `numpy`."""

import io
import os
import sys

import architecture as net
import numpy
import torch
import turns
from torch.nn import functional as F

WEIGHTS = os.environ["BENCH_WEIGHTS"]
DEVICE = os.environ.get("BENCH_DEVICE", "cpu")
VERSIONS = {"PyTorch": torch.__version__.split("+")[0]}
# What a work computes with, where its name says nothing.
PRECISION = "f32"


def compute_in(precision):
    """TF32 is PyTorch's default for convolutions on a GPU: in f32 nobody rounds."""
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = precision == "tf32"


def images(count, size):
    """Synthetic input, resident in memory."""
    generator = torch.Generator().manual_seed(1)
    x = torch.rand(count, 3, size, size, generator=generator) - 0.5
    return x.to(DEVICE).contiguous(memory_format=torch.channels_last)


def model():
    import network_torch

    return network_torch.load(WEIGHTS).to(DEVICE)


def inference(peer, batch):
    network, x = model().eval(), images(batch, 650)
    if peer == "onnxruntime":
        return onnx_inference(network, x)
    if peer == "torch-compile":
        from torch._inductor import config

        # PyTorch's own advice for inference on CPUs: weights packed and batch norms folded at compile time.
        config.freezing = True
        network = torch.compile(network)

    def step():
        with torch.no_grad():
            F.softmax(network(x), dim=1).cpu()

    return step, VERSIONS


def onnx_inference(network, x):
    import onnxruntime

    class Probabilities(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.network = network

        def forward(self, x):
            return F.softmax(self.network(x), dim=1)

    file = io.BytesIO()
    x = x.contiguous()
    torch.onnx.export(Probabilities().eval(), (x,), file, input_names=["x"], dynamo=False)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = turns.threads()
    session = onnxruntime.InferenceSession(
        file.getvalue(), options, providers=["CPUExecutionProvider"]
    )
    x = {"x": x.numpy()}
    return lambda: session.run(None, x), {"ONNX Runtime": onnxruntime.__version__}


def training_step(network, x, targets, precision):
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    in_bf16 = torch.autocast(DEVICE, torch.bfloat16, enabled=precision == "bf16")

    def step():
        optimizer.zero_grad(set_to_none=True)
        with in_bf16:
            logits = network(x)
        loss = F.cross_entropy(logits.float(), targets)
        loss.backward()
        optimizer.step()
        if DEVICE != "cpu":
            torch.cuda.synchronize()

    return step


def training(peer, size, batch, precision):
    network = model().train()
    if peer == "torch-compile":
        network = torch.compile(network)
    return training_step(network, images(batch, size), torch.arange(batch).to(DEVICE) % 4, precision), VERSIONS


def grad_cam():
    """PNG in, overlay PNG out, with pytorch-grad-cam as its README uses it."""
    import importlib.metadata

    from PIL import Image
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.image import show_cam_on_image

    network = model().eval()
    cam = GradCAM(model=network, target_layers=[network.blocks[-1]])
    source, target = os.environ["BENCH_IMAGE"], os.environ["BENCH_OUT"] + "/grad-cam-peer.png"

    def step():
        grey = Image.open(source).convert("L").resize((650, 650), Image.NEAREST)
        grey = numpy.asarray(grey, dtype=numpy.float32) / 255
        x = torch.from_numpy(grey - grey.mean(dtype=numpy.float64).astype(numpy.float32))
        x = x.expand(1, 3, 650, 650).contiguous(memory_format=torch.channels_last)
        # The most probable class, as ours.
        heat = cam(input_tensor=x, targets=None)[0]
        overlay = show_cam_on_image(numpy.stack([grey] * 3, axis=-1), heat, use_rgb=True)
        Image.fromarray(overlay).save(target)

    return step, {"pytorch-grad-cam": importlib.metadata.version("grad-cam")} | VERSIONS


def sgemm(peer, n=4096):
    """A product of two large square matrices."""
    a, b = torch.rand(n, n), torch.rand(n, n)
    if peer == "torch":
        return lambda: torch.mm(a, b), VERSIONS
    a, b = a.numpy(), b.numpy()
    return lambda: numpy.dot(a, b), {"NumPy": numpy.__version__}


def check():
    """What the network computes, to be compared: probabilities, and the first training step without dropout."""
    x = torch.from_numpy(numpy.fromfile(os.environ["BENCH_CHECK"], "<f4").reshape(4, 3, 128, 128)).to(DEVICE)
    network = model().eval()
    with torch.no_grad():
        probabilities = F.softmax(network(x), dim=1)
    network.train()
    network.dropout.p = 0.0
    loss = F.cross_entropy(network(x), torch.arange(4).to(DEVICE))
    loss.backward()
    turns.answer(
        {
            "probabilities": probabilities.flatten().tolist(),
            "loss": loss.item(),
            "gradients": [
                network.stem.conv.weight.grad.norm().item(),
                network.blocks[5].b.conv.weight.grad.norm().item(),
                network.dense.weight.grad.norm().item(),
            ],
        }
    )


def main(peer, work):
    torch.set_num_threads(turns.threads())
    name, *numbers = work.split("-")
    precision = numbers.pop() if len(numbers) == 3 else PRECISION
    compute_in(precision)
    if name == "check":
        return check()
    if name == "inference":
        step, versions = inference(peer, int(numbers[0]))
    elif name == "train":
        size, batch = [*map(int, numbers), 4][:2]
        step, versions = training(peer, size, batch, precision)
    elif name == "gradcam":
        step, versions = grad_cam()
    elif name == "limit":
        step, versions = sgemm(peer)
    else:
        sys.exit(f"unknown work {work}")
    turns.serve(step, versions)


if __name__ == "__main__":
    main(*sys.argv[1:])
