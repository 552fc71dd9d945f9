"""What `make bench` counts, and how it judges."""

import json
import unittest
from pathlib import Path

import architecture
import report
from works import WORKS


def work(name):
    return next(w for w in WORKS if w.name == name)


class Architecture(unittest.TestCase):
    def test_operations_are_those_that_pytorch_counts(self):
        """PyTorch 2.15 `torch.utils.flop_counter.FlopCounterMode` on the same network."""
        for size, count in ((650, 21_936_445_824), (256, 3_355_445_248), (96, 471_861_248)):
            self.assertEqual(architecture.forward_flops(size), count)

    def test_layers_have_the_published_number_of_weights(self):
        def conv_bn(channels, out, kernel):
            return out * (channels * kernel * kernel + 1) + 4 * out

        total = conv_bn(3, architecture.STEM, 3) + (architecture.channels_out() + 1) * architecture.CLASSES
        for _, channels, inner, out, _, projected in architecture.blocks():
            total += conv_bn(channels, inner, 1) + conv_bn(inner, inner, 3) + conv_bn(inner, out, 1)
            total += conv_bn(channels, out, 1) if projected else 0
        self.assertEqual(total, architecture.PARAMETERS)

    def test_the_shipped_weights_are_read_for_the_peers(self):
        """What the header of the file says, whatever the precision of its numbers."""
        file = Path(__file__).resolve().parents[3] / "weights" / "CC_R.safetensors"
        with open(file, "rb") as opened:
            header = json.loads(opened.read(int.from_bytes(opened.read(8), "little")))
        header.pop("__metadata__", None)
        arrays = architecture.read_weights(file)
        self.assertEqual({name: list(a.shape) for name, a in arrays.items()}, {n: e["shape"] for n, e in header.items()})
        self.assertEqual(sum(a.size for a in arrays.values()), architecture.PARAMETERS)
        self.assertEqual({a.dtype.name for a in arrays.values()}, {"float32"})
        self.assertTrue(all(abs(a).max() < 1e4 for a in arrays.values()))

    def test_the_odd_pixel_of_padding_comes_after(self):
        self.assertEqual(architecture.same_padding(650, 3, 2), (0, 1))
        self.assertEqual(architecture.same_padding(163, 3, 2), (1, 1))
        self.assertEqual(architecture.same_padding(82, 1, 2), (0, 0))


class Report(unittest.TestCase):
    def test_the_ratio_is_that_of_medians_to_the_best_peer(self):
        seconds = {"ours": [0.1, 0.12, 9.0], "torch": [0.3, 0.2, 0.1], "tf-keras": [0.4, 0.5, 0.6]}
        (row,) = report.rows(work("inference-1"), seconds, {})
        cells = dict(zip(report.HEADER, row))
        self.assertEqual(cells["ours"], "120 ms")
        self.assertEqual(cells["PyTorch"], "200 ms")
        self.assertEqual(cells["ONNX Runtime"], "–")
        self.assertEqual((cells["ratio to the best"], cells["reached"]), ("0.60", "aim"))

    def test_without_a_peer_there_is_no_ratio(self):
        (row,) = report.rows(work("decode"), {"ours": [1.0]}, {})
        cells = dict(zip(report.HEADER, row))
        self.assertEqual((cells["ratio to the best"], cells["reached"]), ("–", "no"))

    def test_memory_is_compared_with_pytorch_alone(self):
        seconds = {who: [1.0] for who in ("ours", "torch", "tf-keras")}
        growth = {"ours": 2_000_000_000, "torch": 2_500_000_000, "tf-keras": 1_000_000_000}
        memory = dict(zip(report.HEADER, report.rows(work("train-650"), seconds, growth)[1]))
        self.assertEqual((memory["ours"], memory["tf-keras"]), ("2.00 GB", "1.00 GB"))
        self.assertEqual((memory["ratio to the best"], memory["reached"]), ("0.80", "must"))

    def test_of_the_limit_more_is_better(self):
        forward = 21.936445824
        seconds = {"ours": [forward / 100], "torch": [137.438953472 / 125], "numpy": [137.438953472 / 50]}
        cells = dict(zip(report.HEADER, report.rows(work("limit"), seconds, {})[0]))
        self.assertEqual((cells["ours"], cells["PyTorch"]), ("100 GFLOP/s", "125 GFLOP/s"))
        self.assertEqual((cells["ratio to the best"], cells["reached"]), ("0.80", "must"))


if __name__ == "__main__":
    unittest.main()
