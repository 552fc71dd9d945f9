"""The notebooks for hosts, and the bundle that they are set up with."""

import contextlib
import hashlib
import http.server
import io
import json
import lzma
import os
import re
import tarfile
import tempfile
import threading
import time
import unittest
from pathlib import Path
from unittest import mock

import bundle
import hosted


class Notebooks(unittest.TestCase):
    def test_files_for_hosts_are_what_is_written_from_the_notebooks(self):
        written = dict(hosted.written())
        for path, text in written.items():
            self.assertEqual(path.read_text(encoding="utf-8"), text, f"{path}: run `make hosted`")
        self.assertEqual(set(hosted.FOLDER.iterdir()), {path for path in written if path.parent == hosted.FOLDER})

    def test_a_fork_has_its_own_address_everywhere(self):
        package = {"repository": "https://github.com/Reader/fork", "version": "9.8.7"}
        with mock.patch.object(bundle, "package", package.get):
            for path, text in hosted.written():
                with self.subTest(path.name):
                    self.assertNotIn("OWNER", text)
                    self.assertIn("eader/fork", text)
                    self.assertIn("v9.8.7", text)
            self.assertEqual(hosted.image(), "ghcr.io/reader/fork:v9.8.7")
            self.assertTrue(bundle.release_address().startswith("https://github.com/Reader/fork/releases/download/v9.8.7/breast-density-9.8.7-"))

    def test_badges_and_their_pictures_are_there(self):
        for path in (hosted.ROOT / "README.md", *hosted.NOTEBOOKS.glob("[0-9]_*.ipynb")):
            line = hosted.BADGES.search(path.read_text(encoding="utf-8"))
            for picture in re.findall(r"\(([^()]*\.svg)\)", line[0]):
                self.assertTrue((path.parent / picture).is_file(), f"{path}: {picture}")

    def test_every_rust_cell_is_there_behind_the_set_up(self):
        for path in sorted(hosted.NOTEBOOKS.glob("[0-9]_*.ipynb")):
            rust = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
            python = json.loads((hosted.FOLDER / path.name).read_text(encoding="utf-8"))
            cells = ["".join(c["source"]) for c in python["cells"] if c["cell_type"] == "code"]
            self.assertIn("hosted.set_up(", cells[0])
            self.assertEqual(cells[1:], ["%%rust\n" + "".join(c["source"]) for c in rust])
            self.assertEqual(python["metadata"]["kernelspec"]["name"], "python3")

    def test_links_lead_into_the_repository(self):
        text = "[a](../docs/a.md) ![b](pictures/b.png) [c](https://d.org/e) [f](#g) [h](2_I.ipynb)"
        package = {"repository": "https://github.com/owner/name", "version": "1.2.3"}
        with mock.patch.object(bundle, "package", package.get):
            self.assertEqual(
                hosted.linked(text, hosted.repository()),
                "[a](https://github.com/owner/name/blob/v1.2.3/docs/a.md) "
                "![b](https://github.com/owner/name/raw/v1.2.3/notebooks/pictures/b.png) [c](https://d.org/e) [f](#g) "
                "[h](https://colab.research.google.com/github/owner/name/blob/v1.2.3/notebooks/colab/2_I.ipynb)",
            )

    def kept(self, storage):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            hosted.keep(storage)
        return said.getvalue()

    def test_results_are_kept_where_the_reader_says(self):
        with tempfile.TemporaryDirectory() as folder:
            notebooks, storage = Path(folder) / "notebooks", Path(folder) / "storage"
            notebooks.mkdir()
            runs = notebooks / "runs"
            with mock.patch.object(hosted, "NOTEBOOKS", notebooks), mock.patch.object(hosted, "RESULTS", [runs]):

                def train(state, updated=0):
                    (runs / "CC_R-1").mkdir(parents=True)
                    status = {"state": state, "epoch": 4, "epochs": 10, "updated": updated}
                    (runs / "CC_R-1" / "status.json").write_text(json.dumps(status), encoding="utf-8")

                train("lost")
                for _ in range(2):
                    self.kept(storage)
                    self.assertEqual(runs.resolve(), (storage / "runs").resolve())
                self.assertTrue((storage / "runs" / "CC_R-1").is_dir())

                # Another machine begins anew, and is told of the storage afterwards.
                runs.unlink()
                train("finished")
                self.assertIn("CC_R-1-2", self.kept(storage))
                (storage / "runs" / "broken").mkdir()
                (storage / "runs" / "broken" / "status.json").write_text("{", encoding="utf-8")
                first, broken = hosted.unfinished()
                self.assertIn('runs/CC_R-1: epoch 4 of 10; goes on with Job::attach("runs/CC_R-1")?.resume()?', first)
                self.assertIn("cannot be read", broken)

                # A folder is not moved from under its training.
                runs.unlink()
                train("running", time.time())
                with self.assertRaises(SystemExit) as refused:
                    self.kept(storage)
                self.assertIn("stop it", str(refused.exception))
                self.assertTrue((runs / "CC_R-1").is_dir())
        with self.assertRaises(SystemExit) as refused:
            self.kept("/content/drive/MyDrive/breast-density")
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

    def refusal(self, path=None, there=False):
        bundle.INSTALLED.unlink(missing_ok=True)
        used, said = self.used(path or self.archive())
        self.assertFalse(used)
        self.assertEqual((self.target / "release").exists(), there)
        self.assertIn("everything is compiled here", said)
        return said

    def test_one_at_an_address_is_fetched(self):
        whole = self.archive()

        class Server(http.server.SimpleHTTPRequestHandler):
            def __init__(server, *args):
                super().__init__(*args, directory=whole.parent)

            def log_message(server, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server, contextlib.redirect_stderr(io.StringIO()):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.addCleanup(server.shutdown)
            address = f"http://127.0.0.1:{server.server_port}"
            self.assertIn("404", self.refusal(f"{address}/nowhere.tar.xz"))
            used, said = self.used(f"{address}/{whole.name}")
            server.shutdown()
        self.assertTrue(used, said)
        with contextlib.redirect_stderr(io.StringIO()):
            self.assertIn("it cannot be had", self.refusal(f"{address}/{whole.name}", there=True))

    def test_the_c_library_that_is_needed_is_read_from_the_files(self):
        files = {
            "program": b"\x7fELF\0GLIBC_2.17\0GLIBC_2.34\0",
            "macros.so": b"\x7fELF\0GLIBC_2.2.5\0GLIBC_2.28\0",
            "rust.rlib": b"!<arch>\nGLIBC_2.99",
            "c.rlib": b"!<arch>\n__isoc23_strtol",
        }
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
        paths = [self.folder / name for name in files]
        self.assertEqual(bundle.needed_libc(paths[:3]), (2, 34))
        self.assertEqual(bundle.needed_libc(paths), (2, 38))
        self.assertEqual(bundle.needed_libc(paths[2:3]), (0,))

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

    def test_files_that_a_build_replaced_are_put_back(self):
        path = self.archive()
        self.used(path)
        library = self.target / "release" / "libdensity.rlib"
        os.utime(library, (1, 1))
        self.assertEqual(self.used(""), (True, ""), "a copy of the folder")
        library.write_bytes(b"DENSITY")
        used, said = self.used("")
        self.assertFalse(used)
        self.assertIn("a build has replaced target/release/libdensity.rlib", said)
        self.used(path)
        self.assertEqual(library.read_bytes(), b"density")
        library.unlink()
        self.assertTrue(self.used(path)[0])
        self.assertEqual(library.read_bytes(), b"density")

    def test_changed_sources_end_its_use(self):
        self.used(self.archive())
        with mock.patch.object(bundle, "here", lambda: {**self.manifest, "sources": "changed"}):
            used, said = self.used("")
        self.assertFalse(used)
        self.assertIn("the installed bundle is not used: it was compiled from other sources", said)


if __name__ == "__main__":
    unittest.main()
