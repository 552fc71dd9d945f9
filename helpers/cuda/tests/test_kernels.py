"""The arithmetic of our own GPU kernels, run on the CPU (host.cpp) and compared with NumPy. Threads, blocks and barriers are as on
a GPU; what no CPU shows are races, and what a GPU's compiler makes of the code."""

import ctypes
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
KERNELS = HERE.parents[1] / "crates" / "candle-keras-ops" / "src" / "cuda"
RUN, THREADS = 4096, 256
EPSILON, SLOPE = np.float32(1e-3), np.float32(0.3)
# Odd sizes, more than one part of a plane, single pixels.
SHAPES = [(2, 3, 7, 5), (2, 2, 81, 83), (1, 2, 1, 1), (3, 4, 21, 20)]


def to_bf16(x):
    """Rounded to the nearest, ties to even, as 16 bits."""
    bits = x.astype(np.float32).view(np.uint32)
    return ((bits + 0x7FFF + (bits >> 16 & 1)) >> 16).astype(np.uint16)


def from_bf16(x):
    return (x.astype(np.uint32) << 16).view(np.float32)


def planes_grid(shape):
    return shape[0] * shape[1], -(-shape[2] * shape[3] // RUN)


@unittest.skipUnless(shutil.which("c++"), "SKIPPED: no C++ compiler (apt install g++)")
class Kernels(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        library = Path(folder.name, "kernels.so")
        options = ["-std=c++20", "-O1", "-w", "-shared", "-fPIC", "-ffp-contract=off", f"-I{KERNELS}"]
        subprocess.run(["c++", *options, str(HERE / "host.cpp"), "-o", str(library)], check=True)
        cls.library = ctypes.CDLL(str(library))
        cls.random = np.random.default_rng(1)

    def launch(self, name, grid, *arguments):
        """Arrays go as addresses, numbers by their types."""
        values = [
            ctypes.c_void_p(a.ctypes.data) if isinstance(a, np.ndarray) else np.ctypeslib.as_ctypes_type(a.dtype)(a)
            for a in (a if isinstance(a, (np.ndarray, np.generic)) else np.int32(a) for a in arguments)
        ]
        pointers = (ctypes.c_void_p * len(values))(*(ctypes.addressof(v) for v in values))
        getattr(self.library, f"run_{name}")(*map(ctypes.c_uint, grid), pointers)

    def values(self, *shape):
        return self.random.standard_normal(shape).astype(np.float32)

    def close(self, ours, expected, tolerance=1e-5):
        np.testing.assert_allclose(ours, expected, rtol=tolerance, atol=tolerance)

    def test_activations_in_f32_and_bf16(self):
        x, other, out = self.values(1000), self.values(1000), np.empty(1000, np.float32)
        leaky = lambda v: np.where(v >= 0, v, SLOPE * v)
        self.launch("leaky_relu_f32", (2, 1), x, out, SLOPE, np.int64(1000))
        self.close(out, leaky(x))
        self.launch("add_leaky_relu_f32", (2, 1), x, other, out, SLOPE, np.int64(1000))
        self.close(out, leaky(x + other))
        self.launch("leaky_relu_gradient_f32", (4, 1), x, other, out, SLOPE, np.int64(1000))
        self.close(out, np.where(x >= 0, other, SLOPE * other))
        rounded, short = to_bf16(x), np.empty(1000, np.uint16)
        self.launch("leaky_relu_bf16", (1, 1), rounded, short, SLOPE, np.int64(1000))
        np.testing.assert_array_equal(short, to_bf16(leaky(from_bf16(rounded))))
        # 1 and 1.0078125, plus half of the step between them: ties, to the even one.
        left, half = np.array([0x3F80, 0x3F81], np.uint16), np.array([0x3B80, 0x3B80], np.uint16)
        self.launch("add_leaky_relu_bf16", (1, 1), left, half, short, SLOPE, np.int64(2))
        self.assertEqual(short[:2].tolist(), [0x3F80, 0x3F82])

    def test_shift_pads_and_crops(self):
        for shape in SHAPES:
            n, c, h, w = shape
            x, padded, back = self.values(*shape), np.empty((n, c, h + 1, w + 2), np.float32), np.empty(shape, np.float32)
            self.launch("shift_f32", planes_grid(padded.shape), x, padded, h, w, h + 1, w + 2, 0, -1)
            np.testing.assert_array_equal(padded, np.pad(x, ((0, 0), (0, 0), (0, 1), (1, 1))))
            self.launch("shift_f32", planes_grid(shape), padded, back, h + 1, w + 2, h, w, 0, 1)
            np.testing.assert_array_equal(back, x)

    def test_batch_normalisation_and_its_gradient(self):
        for shape in SHAPES:
            n, c, h, w = shape
            count, runs, parts = n * h * w, -(-h * w // RUN), 3
            x, dy = self.values(*shape) + np.float32(20), self.values(*shape)
            gamma, beta = self.values(c), self.values(c)
            partial, moments = np.empty((c, parts, 2)), np.empty((2, c), np.float32)
            self.launch("moments_f32", (c, parts), x, partial, n, c, h * w, runs)
            self.launch("finish_moments_f32", (1, 1), x, partial, moments, c, h * w, parts, np.float64(count))
            wide = x.astype(np.float64)
            mean, variance = wide.mean((0, 2, 3)), wide.var((0, 2, 3))
            self.close(moments, [mean, variance])

            channel = lambda v: np.asarray(v, np.float64)[:, None, None]
            x_hat = (wide - channel(mean)) / np.sqrt(channel(variance) + EPSILON)
            z, y = x_hat * channel(gamma) + channel(beta), np.empty(shape, np.float32)
            given = (moments[0].copy(), moments[1].copy(), gamma, beta)
            self.launch("normalize_f32", planes_grid(shape), x, *given, y, EPSILON, SLOPE, c, h * w)
            self.close(y, np.where(z >= 0, z, SLOPE * z), 2e-4)

            sums, dx = np.empty((2, c), np.float32), np.empty(shape, np.float32)
            self.launch("normalize_sums_f32", (c, parts), x, dy, *given, partial, EPSILON, SLOPE, n, c, h * w, runs)
            self.launch("finish_sums", (1, 1), partial, sums, c, parts)
            dz = np.where(z >= 0, dy, SLOPE * dy).astype(np.float64)
            self.close(sums, [(dz * x_hat).sum((0, 2, 3)), dz.sum((0, 2, 3))], 1e-3)
            tail = (EPSILON, SLOPE, np.float32(1 / count), c, h * w)
            self.launch("normalize_gradient_f32", planes_grid(shape), x, dy, *given, sums, dx, *tail)
            means = lambda v: v.mean((0, 2, 3), keepdims=True)
            expected = dz - means(dz) - x_hat * means(dz * x_hat)
            scale = channel(gamma) / np.sqrt(channel(variance) + EPSILON)
            self.close(dx / scale, expected, 1e-3)

    def test_bf16_is_read_and_rounded_everywhere(self):
        """Each kernel on bf16 against itself in f32 with the same values, which the tests above compare with NumPy."""
        shape = n, c, h, w = (2, 3, 9, 11)
        x, dy = to_bf16(self.values(*shape)), to_bf16(self.values(*shape))
        given = [np.abs(self.values(c)) + np.float32(0.5) for _ in range(4)]
        sums, sizes = self.values(2, c), (h, w, 5, 6, 3, 2, 1, 1)
        both = []
        for name, first, second, empty in (
            ("f32", from_bf16(x), from_bf16(dy), lambda *s: np.empty(s, np.float32)),
            ("bf16", x, dy, lambda *s: np.empty(s, np.uint16)),
        ):
            partial, moments, gradients = np.empty((c, 2, 2)), np.empty((2, c), np.float32), np.empty((c, 2, 2))
            y, dx, pooled, winners, back = empty(*shape), empty(*shape), empty(n, c, 5, 6), np.empty((n, c, 5, 6), np.uint8), empty(*shape)
            self.launch(f"moments_{name}", (c, 2), first, partial, n, c, h * w, 1)
            self.launch(f"finish_moments_{name}", (1, 1), first, partial, moments, c, h * w, 2, np.float64(n * h * w))
            self.launch(f"normalize_{name}", (n * c, 1), first, *given, y, EPSILON, SLOPE, c, h * w)
            self.launch(f"normalize_sums_{name}", (c, 2), first, second, *given, gradients, EPSILON, SLOPE, n, c, h * w, 1)
            # With statistics that are given, no gradient goes through them.
            tail = (EPSILON, SLOPE, np.float32(0), c, h * w)
            self.launch(f"normalize_gradient_{name}", (n * c, 1), first, second, *given, sums, dx, *tail)
            self.launch(f"max_pool_{name}", (n * c, 1), first, pooled, winners, *sizes)
            self.launch(f"max_pool_gradient_{name}", (n * c, 1), pooled, winners, back, *sizes)
            both.append(([moments, gradients, winners], [y, dx, pooled, back]))
        (exact, wide), (exact_too, short) = both
        for a, b in zip(exact, exact_too):
            np.testing.assert_array_equal(a, b)
        for a, b in zip(wide, short):
            np.testing.assert_array_equal(to_bf16(a), b)

    def test_max_pooling_and_its_gradient_with_ties_and_padding(self):
        for (n, c, h, w), kernel, stride in [((2, 3, 7, 5), 3, 2), ((1, 2, 70, 81), 3, 2), ((1, 1, 4, 4), 2, 2), ((2, 1, 6, 9), 3, 1)]:
            x = np.round(self.values(n, c, h, w) * 2) / 2 - np.float32(9)
            rows, columns = -(-h // stride), -(-w // stride)
            top, left = (max((o - 1) * stride + kernel - s, 0) // 2 for o, s in ((rows, h), (columns, w)))
            sizes = (h, w, rows, columns, kernel, stride, top, left)
            y, winners, dx = np.empty((n, c, rows, columns), np.float32), np.empty((n, c, rows, columns), np.uint8), np.empty_like(x)
            dy, expected, gradient = self.values(n, c, rows, columns), np.empty_like(y), np.zeros_like(x)
            for at in np.ndindex(y.shape):
                r, s = at[2] * stride - top, at[3] * stride - left
                window = x[at[0], at[1], max(r, 0) : r + kernel, max(s, 0) : s + kernel]
                i, j = np.unravel_index(window.argmax(), window.shape)
                expected[at] = window[i, j]
                gradient[at[0], at[1], max(r, 0) + i, max(s, 0) + j] += dy[at]
            self.launch("max_pool_f32", planes_grid(y.shape), x, y, winners, *sizes)
            np.testing.assert_array_equal(y, expected)
            self.launch("max_pool_gradient_f32", planes_grid(x.shape), dy, winners, dx, *sizes)
            self.close(dx, gradient)

    def test_a_nan_stays_one(self):
        x = np.ones((1, 1, 5, 5), np.float32)
        x[0, 0, 2, 2] = np.nan
        y, winners = np.empty((3, 3), np.float32), np.empty((3, 3), np.uint8)
        self.launch("max_pool_f32", (1, 1), x, y, winners, 5, 5, 3, 3, 3, 2, 1, 1)
        self.assertTrue(np.isnan(y[1, 1]) and np.isfinite(y[0, 0]))
        short = np.empty(1, np.uint16)
        self.launch("leaky_relu_bf16", (1, 1), np.array([0x7F81], np.uint16), short, SLOPE, np.int64(1))
        self.assertTrue(np.isnan(from_bf16(short))[0])


if __name__ == "__main__":
    unittest.main()
