"""What TensorBoard reads of a run of the program that the environment variable TRAINER names."""

import json
import logging
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import numpy as np
from PIL import Image
from tensorboard.backend.event_processing.plugin_event_accumulator import EventAccumulator
from tensorboard.util import tensor_util

# TensorBoard logs every purge, which are wanted here.
logging.getLogger("tensorboard").setLevel(logging.ERROR)

STEPS = 10


class Run(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        root = Path(temporary.name)
        for split in ("train", "val"):
            for label in ("A", "B"):
                folder = root / split / label
                folder.mkdir(parents=True)
                for i in range(4):
                    x = np.add.outer(np.arange(40) * (i + 1), np.arange(40) * (2 if label == "A" else 7))
                    Image.fromarray((x % 97 * 2).astype(np.uint8)).save(folder / f"{i}.png")
        self.folder = root / "run"
        self.folder.mkdir()
        self.config = {
            "projection": "CC_R",
            "data": {"train": str(root / "train"), "validation": str(root / "val"), "folds": None},
            "training": {
                "network": {"input_size": 32, "classes": 2},
                "epochs": 3,
                "steps_per_epoch": STEPS,
                "learning_rate": 0.01,
            },
            "threads": None,
            "checkpoint_seconds": 300,
        }

    def train(self):
        (self.folder / "config.json").write_text(json.dumps(self.config))
        command = [os.environ["TRAINER"], str(self.folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return EventAccumulator(str(self.folder), size_guidance={"tensors": 0}).Reload()

    def values(self, run, tag):
        return {e.step: tensor_util.make_ndarray(e.tensor_proto) for e in run.Tensors(tag)}

    def test_curves_are_those_of_the_history(self):
        run = self.train()
        for tag, file in [
            ("epoch/loss", "loss_train.txt"),
            ("epoch/accuracy", "acc_train.txt"),
            ("epoch/validation loss", "loss_val.txt"),
            ("epoch/validation accuracy", "acc_val.txt"),
        ]:
            values = self.values(run, tag)
            self.assertEqual(list(values), [STEPS, 2 * STEPS, 3 * STEPS])
            np.testing.assert_allclose(list(values.values()), np.loadtxt(self.folder / file), rtol=1e-6)
        for tag in ("learning rate", "epoch/learning rate"):
            np.testing.assert_allclose(list(self.values(run, tag).values()), [0.01] * 3, rtol=1e-6)
        self.assertTrue(all(v > 0 for v in self.values(run, "epoch/images per second").values()))

    def test_histograms_count_every_weight_of_every_kernel(self):
        run = self.train()
        tags = run.PluginTagToContent("histograms")
        self.assertEqual(len(tags), 42)
        for histogram in self.values(run, "conv2d_1/kernel").values():
            self.assertEqual(histogram[:, 2].sum(), 3 * 3 * 3 * 64)

    def test_inputs_are_images_of_the_networks_size(self):
        run = self.train()
        pictures = [p for v in self.values(run, "augmented input").values() for p in v[2:]]
        self.assertEqual(len(pictures), 8)
        for value in self.values(run, "augmented input").values():
            self.assertEqual([int(v) for v in value[:2]], [32, 32])

    def test_the_config_is_there_as_text(self):
        run = self.train()
        [text] = self.values(run, "config").values()
        said = json.loads(text.item().decode().strip("`").removeprefix("json"))
        self.assertEqual(said["training"]["epochs"], 3)

    def test_a_resumed_run_shows_every_epoch_once(self):
        self.train()
        # As if the training had been told of more epochs from the start.
        self.config["training"]["epochs"] = 5
        run = self.train()
        self.assertEqual(list(self.values(run, "epoch/loss")), [n * STEPS for n in range(1, 6)])


if __name__ == "__main__":
    unittest.main()
