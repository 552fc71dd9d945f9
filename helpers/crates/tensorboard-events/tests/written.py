"""Folders with files of examples/write_events.rs, whose program the environment variable EVENTS_WRITER names."""

import os
import subprocess
import tempfile
import unittest


def write(folder, first, end, *purge):
    subprocess.run([os.environ["EVENTS_WRITER"], folder, str(first), str(end), *purge], check=True)


class Folder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
