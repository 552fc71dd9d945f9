"""The notebooks for hosts, and the bundle that they are set up with."""

import contextlib
import hashlib
import io
import json
import lzma
import os
import tarfile
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import bundle
import hosted


class Notebooks(unittest.TestCase):
    def test_they_are_what_is_written_from_the_notebooks(self):
        there = {path.name: path.read_text(encoding="utf-8") for path in hosted.FOLDER.glob("*.ipynb")}
        self.assertEqual(there, dict(hosted.written()), "run `make hosted`")

    def test_every_rust_cell_is_there_behind_the_set_up(self):
        for path in sorted(hosted.NOTEBOOKS.glob("[0-9]_*.ipynb")):
            rust = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
            python = json.loads((hosted.FOLDER / path.name).read_text(encoding="utf-8"))
            cells = ["".join(c["source"]) for c in python["cells"] if c["cell_type"] == "code"]
            self.assertIn("hosted.set_up(", cells[0])
            self.assertEqual(cells[1:], ["%%rust\n" + "".join(c["source"]) for c in rust])
            self.assertEqual(python["metadata"]["kernelspec"]["name"], "python3")

    def test_links_lead_into_the_repository(self):
        text = "[a](../docs/a.md) ![b](pictures/b.png) [c](https://d.org/e) [f](#g)"
        self.assertEqual(
            hosted.linked(text, "https://host/owner/name"),
            "[a](https://host/owner/name/blob/HEAD/docs/a.md) ![b](https://host/owner/name/raw/HEAD/notebooks/pictures/b.png) "
            "[c](https://d.org/e) [f](#g)",
        )

    def test_results_are_kept_where_the_reader_says(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(hosted, "NOTEBOOKS", Path(folder) / "notebooks"):
            storage = Path(folder) / "storage"
            (hosted.NOTEBOOKS / "runs" / "CC_R-1").mkdir(parents=True)
            for _ in range(2):
                with contextlib.redirect_stdout(io.StringIO()):
                    hosted.keep(storage)
                self.assertTrue((storage / "runs" / "CC_R-1").is_dir())
                self.assertEqual((hosted.NOTEBOOKS / "runs").resolve(), (storage / "runs").resolve())
        with self.assertRaises(SystemExit) as refused:
            hosted.keep("/content/drive/MyDrive/breast-density")
        self.assertIn("drive.mount", str(refused.exception))


class Bundle(unittest.TestCase):
    """A bundle of three small files, in place of a tutorial's."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / ".kernel").mkdir()
        fits = {key: key for key in ("format", "system", "rust", "rustc", "evcxr", "sources")}
        for name, value in (
            ("ROOT", self.folder),
            ("INSTALLED", self.folder / ".kernel" / "bundle.json"),
            ("here", lambda: dict(fits)),
            ("libc", lambda: (2, 36)),
        ):
            patched = mock.patch.object(bundle, name, value)
            patched.start()
            self.addCleanup(patched.stop)
        self.files = {
            ".kernel/bin/evcxr_jupyter": b"kernel",
            "target/release/libdensity.rlib": b"density",
            "target/release/deps/libpolars-1.rlib": b"polars",
        }
        self.manifest = {
            **fits,
            "glibc": "2.36",
            "revision": "0123456789abcdef",
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in self.files.items()},
        }
        self.target = self.folder / "elsewhere"

    def archive(self):
        path = self.folder / "bundle.tar.xz"
        with lzma.open(path, "wb") as file, tarfile.open(fileobj=file, mode="w") as archive:
            for name, content in {"manifest.json": json.dumps(self.manifest).encode(), **self.files}.items():
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode = len(content), 0o755
                archive.addfile(entry, io.BytesIO(content))
        return path

    def used(self, path):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            used = bundle.use(self.target, str(path))
        return used, said.getvalue()

    def test_one_that_fits_is_put_in_place_once(self):
        used, said = self.used(self.archive())
        self.assertTrue(used, said)
        self.assertIn("of revision 0123456789", said)
        self.assertEqual((self.target / "release" / "deps" / "libpolars-1.rlib").read_bytes(), b"polars")
        kernel = self.folder / (self.folder / ".kernel" / "evcxr_jupyter").read_text().strip()
        self.assertTrue(os.access(kernel, os.X_OK))
        self.assertEqual(self.used("nowhere"), (True, ""))

    def refusal(self, path=None):
        used, said = self.used(path or self.archive())
        self.assertFalse(used)
        self.assertFalse((self.target / "release").exists())
        self.assertIn("everything is compiled here", said)
        return said

    def test_one_of_another_compiler_sources_or_system_is_not(self):
        for key, words in (("rustc", "revision"), ("sources", "other sources"), ("system", "it is for other")):
            fits = self.manifest[key]
            self.manifest[key] = "other"
            self.assertIn(words, self.refusal())
            self.manifest[key] = fits
        self.manifest["glibc"] = "2.40"
        self.assertIn("needs glibc 2.40, here is 2.36", self.refusal())

    def test_a_damaged_one_is_not(self):
        whole = self.archive().read_bytes()
        cut = self.folder / "cut.tar.xz"
        cut.write_bytes(whole[: len(whole) // 2])
        self.assertIn("fetch it again", self.refusal(cut))
        cut.write_bytes(b"<html>not found</html>")
        self.assertIn("is not used", self.refusal(cut))
        self.files["target/release/libdensity.rlib"] = b"other"
        self.assertIn("is damaged", self.refusal())

    def test_nothing_is_written_outside_of_the_tutorial(self):
        self.files["target/../../escaped"] = b"!"
        self.manifest["files"]["target/../../escaped"] = hashlib.sha256(b"!").hexdigest()
        self.assertIn("a file with the path", self.refusal())

    def test_changed_sources_end_its_use(self):
        self.used(self.archive())
        with mock.patch.object(bundle, "here", lambda: {**self.manifest, "sources": "changed"}):
            used, said = self.used("")
        self.assertFalse(used)
        self.assertIn("the installed bundle is not used: it was compiled from other sources", said)


if __name__ == "__main__":
    unittest.main()
