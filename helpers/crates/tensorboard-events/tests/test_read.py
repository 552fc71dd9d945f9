"""What TensorBoard itself reads from the files of examples/write_events.rs."""

import io
import logging
import time
import unittest
from pathlib import Path

import numpy as np
from PIL import Image
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader
from tensorboard.backend.event_processing.plugin_event_accumulator import EventAccumulator
from tensorboard.plugins.histogram.summary_v2 import histogram_pb
from tensorboard.util import tensor_util
from written import Folder, write

# TensorBoard logs every purge, which are wanted here.
logging.getLogger("tensorboard").setLevel(logging.ERROR)


def files(folder):
    return sorted(Path(folder).iterdir())


def read(folder):
    """What TensorBoard has of a run when it forgets nothing for lack of room.

    This is the reader of `tensorboard --load_fast=false`: the older `event_accumulator` does not purge tensors.
    """
    return EventAccumulator(str(folder), size_guidance={"tensors": 0}).Reload()


def values(run, tag):
    return [tensor_util.make_ndarray(event.tensor_proto) for event in run.Tensors(tag)]


def steps(run, tag):
    return [event.step for event in run.Tensors(tag)]


def weights(step):
    i = np.arange(1000, dtype=np.int64)
    return np.float32(step + 1) * (((i * i) % 997).astype(np.float32) / 64 - 3)


def expected_histogram(data):
    return tensor_util.make_ndarray(histogram_pb("", data).value[0].tensor)


class Values(Folder):
    def setUp(self):
        super().setUp()
        self.began = time.time()
        write(self.folder, 0, 4)
        self.run_ = read(self.folder)

    def test_every_tag_belongs_to_its_dashboard(self):
        plugins = {
            "scalars": {"train/loss", "learning rate", "train/diverged"},
            "histograms": {"weights/spread", "weights/constant", "weights/none", "weights/broken"},
            "images": {"maps"},
            "text": {"notes/epoch"},
        }
        self.assertEqual(set(self.run_.Tags()["tensors"]), set().union(*plugins.values()))
        for plugin, tags in plugins.items():
            self.assertEqual(set(self.run_.PluginTagToContent(plugin)), tags, plugin)

    def test_the_first_record_is_the_version(self):
        first, *others = EventFileLoader(str(files(self.folder)[0])).Load()
        self.assertEqual(first.file_version, "brain.Event:2")
        self.assertEqual(len(others), 4 * 8 + 1)

    def test_scalars_are_in_order_and_rounded_once(self):
        events = self.run_.Tensors("train/loss")
        self.assertEqual([event.step for event in events], [0, 1, 2, 3])
        for event in events:
            self.assertLessEqual(self.began - 1, event.wall_time)
            self.assertLessEqual(event.wall_time, time.time() + 1)
        losses = values(self.run_, "train/loss")
        self.assertEqual([loss.item() for loss in losses], [np.float32(1 / step).item() for step in range(1, 5)])
        self.assertEqual((losses[0].shape, losses[0].dtype), ((), np.float32))
        self.assertEqual(values(self.run_, "learning rate")[2], np.float32(3e-12))
        self.assertTrue(np.isnan(values(self.run_, "train/diverged")[0]))

    def test_histograms_are_those_tensorboard_makes(self):
        for step in range(4):
            with self.subTest(step=step):
                spread = values(self.run_, "weights/spread")[step]
                expected = expected_histogram(weights(step))
                self.assertEqual(expected[:, 2].sum(), 1000)
                np.testing.assert_array_equal(spread[:, 2], expected[:, 2])
                np.testing.assert_allclose(spread[:, :2], expected[:, :2], rtol=1e-13, atol=1e-13)
                np.testing.assert_array_equal(values(self.run_, "weights/broken")[step], spread)

    def test_histograms_without_width_are_those_tensorboard_makes(self):
        constant, none = (values(self.run_, f"weights/{name}")[0] for name in ("constant", "none"))
        np.testing.assert_array_equal(constant, expected_histogram(np.full(7, 0.25)))
        np.testing.assert_array_equal(none, expected_histogram(np.array([])))

    def test_images_have_their_size_and_pixels(self):
        width, height, *pngs = values(self.run_, "maps")[2]
        self.assertEqual((width, height), (b"3", b"2"))
        pixels = [np.asarray(Image.open(io.BytesIO(png))).tolist() for png in pngs]
        self.assertEqual(pixels, [[[2, 3, 4], [5, 6, 7]], [[200, 201, 202], [203, 204, 205]]])

    def test_text_is_utf_8(self):
        text = values(self.run_, "notes/epoch")[3]
        self.assertEqual(text.item().decode(), "# Epoch 3\n\n| ü | ≥ |\n|---|---|\n| 1 | 2 |\n")


class Restart(Folder):
    def test_what_an_interrupted_process_wrote_too_far_is_forgotten(self):
        write(self.folder, 0, 6)
        write(self.folder, 3, 5, "purge")
        run = read(self.folder)
        for tag in ("train/loss", "weights/spread", "maps", "notes/epoch"):
            self.assertEqual(steps(run, tag), [0, 1, 2, 3, 4], tag)

    def test_even_before_the_first_new_value(self):
        write(self.folder, 0, 6)
        write(self.folder, 3, 3, "purge")
        self.assertEqual(steps(read(self.folder), "train/loss"), [0, 1, 2])

    def test_from_the_start(self):
        write(self.folder, 0, 6)
        write(self.folder, 0, 1, "purge")
        self.assertEqual(steps(read(self.folder), "train/loss"), [0])

    def test_without_purge_nothing_is_forgotten(self):
        write(self.folder, 0, 3)
        write(self.folder, 3, 5)
        self.assertEqual(steps(read(self.folder), "train/loss"), [0, 1, 2, 3, 4])


class Killed(Folder):
    """The writer died: its file ends somewhere."""

    def setUp(self):
        super().setUp()
        write(self.folder, 0, 4)
        (self.file,) = files(self.folder)
        self.whole = self.file.read_bytes()

    def cut_before_the_note_of_step(self, step, further):
        end = self.whole.index(f"# Epoch {step}".encode()) + further
        self.file.write_bytes(self.whole[:end])

    def test_all_but_the_cut_record_is_read(self):
        for further in (0, 9, -40):
            with self.subTest(further=further):
                self.cut_before_the_note_of_step(3, further)
                run = read(self.folder)
                self.assertEqual(steps(run, "maps"), [0, 1, 2, 3])
                self.assertEqual(steps(run, "notes/epoch"), [0, 1, 2])

    def test_the_next_process_goes_on(self):
        self.cut_before_the_note_of_step(3, 0)
        write(self.folder, 3, 5, "purge")
        run = read(self.folder)
        for tag in ("maps", "notes/epoch"):
            self.assertEqual(steps(run, tag), [0, 1, 2, 3, 4], tag)

    def test_the_checksums_are_looked_at(self):
        """Otherwise the other tests would not notice wrong ones."""
        at = self.whole.index(b"# Epoch 2")
        self.file.write_bytes(self.whole[:at] + b"?" + self.whole[at + 1 :])
        self.assertEqual(steps(read(self.folder), "notes/epoch"), [0, 1])


if __name__ == "__main__":
    unittest.main()
