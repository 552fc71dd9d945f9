"""What the program `tensorboard` shows of the files of examples/write_events.rs."""

import io
import json
import re
import subprocess
import sys
import tempfile
import time
import unittest
from urllib.parse import parse_qsl, urlencode
from urllib.request import urlopen

import numpy as np
from PIL import Image
from written import Folder, write


class Served(Folder):
    """What the dashboards ask the program `tensorboard` for, with either of its two readers."""

    def setUp(self):
        super().setUp()
        write(f"{self.folder}/whole", 0, 4)
        write(f"{self.folder}/resumed", 0, 6)
        write(f"{self.folder}/resumed", 3, 5, "purge")

    def serve(self, load_fast):
        """The address of a TensorBoard that has read everything."""
        log = tempfile.TemporaryFile()
        self.addCleanup(log.close)
        server = subprocess.Popen(
            [sys.executable, "-m", "tensorboard.main", "--logdir", self.folder, "--host", "127.0.0.1", "--port", "0"]
            + ["--load_fast", load_fast],
            stdout=log,
            stderr=log,
        )
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        address, runs = None, {}
        until = time.monotonic() + 120
        while len(runs) < 2:
            self.assertIsNone(server.poll(), "tensorboard ended by itself")
            self.assertLess(time.monotonic(), until, "tensorboard does not show the runs")
            time.sleep(0.2)
            log.seek(0)
            address = re.search(rb"at (http://[^/]*)/", log.read())
            if address:
                # Written last, so the others are read when this one is.
                runs = self.get(address[1].decode(), "scalars/tags")
                runs = {run: tags for run, tags in runs.items() if "train/diverged" in tags}
        return address[1].decode()

    def get(self, address, what, **query):
        with urlopen(f"{address}/data/plugin/{what}?{urlencode(query)}") as answer:
            body = answer.read()
            return json.loads(body) if "json" in answer.headers["Content-Type"] else body

    def check(self, load_fast):
        address = self.serve(load_fast)
        tags = {
            "scalars": {"train/loss", "learning rate", "train/diverged"},
            "histograms": {"weights/spread", "weights/constant", "weights/none", "weights/broken"},
            "distributions": {"weights/spread", "weights/constant", "weights/none", "weights/broken"},
            "images": {"maps"},
            "text": {"notes/epoch"},
        }
        for plugin, expected in tags.items():
            self.assertEqual(set(self.get(address, f"{plugin}/tags")["whole"]), expected, plugin)

        losses = self.get(address, "scalars/scalars", run="whole", tag="train/loss")
        self.assertEqual([(step, loss) for _, step, loss in losses[:2]], [(0, 1.0), (1, 0.5)])
        _, step, buckets = self.get(address, "histograms/histograms", run="whole", tag="weights/spread")[2]
        self.assertEqual((step, len(buckets), sum(count for _, _, count in buckets)), (2, 30, 1000))
        image = self.get(address, "images/images", run="whole", tag="maps", sample=1)[3]
        png = self.get(address, "images/individualImage", **dict(parse_qsl(image["query"])))
        self.assertEqual(np.asarray(Image.open(io.BytesIO(png))).tolist(), [[200, 201, 202], [203, 204, 205]])
        text = self.get(address, "text/text", run="whole", tag="notes/epoch")[1]
        self.assertIn("<h1>Epoch 1</h1>", text["text"])

        resumed = self.get(address, "scalars/scalars", run="resumed", tag="train/loss")
        self.assertEqual([step for _, step, _ in resumed], [0, 1, 2, 3, 4])
        resumed = self.get(address, "images/images", run="resumed", tag="maps", sample=0)
        self.assertEqual([image["step"] for image in resumed], [0, 1, 2, 3, 4])

    def test_with_the_reader_that_is_the_default(self):
        self.check("auto")

    def test_with_the_reader_in_python(self):
        self.check("false")


if __name__ == "__main__":
    unittest.main()
