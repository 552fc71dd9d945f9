"""Executed notebooks with a defect are found out, sound ones pass. No kernel is needed."""

import base64
import struct
import tempfile
import unittest
import zlib
from pathlib import Path

import checks
from nbformat import v4


def png():
    """The bytes of a picture of one grey pixel."""

    def chunk(kind, data):
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\x80")
    return checks.PNG + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def picture(data=None):
    data = png() if data is None else data
    return v4.new_output(
        "execute_result", {"image/png": base64.b64encode(data).decode()}, execution_count=1
    )


def text(content, mime="text/plain"):
    return v4.new_output("execute_result", {mime: content}, execution_count=1)


def stream(content, name="stdout"):
    return v4.new_output("stream", name=name, text=content)


def cell(*outputs, tags=(), count=7):
    new = v4.new_code_cell("f()", outputs=list(outputs), execution_count=count)
    new.metadata["tags"] = list(tags)
    return new


def notebook(*cells):
    return v4.new_notebook(cells=[v4.new_markdown_cell("# Title"), *cells])


class Problems(unittest.TestCase):
    def assert_one(self, found, *words):
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_table_without_html_and_an_empty_result_are_found(self):
        table = "a  b\n─────  ─────\n1  2"
        self.assert_one(checks.problems(notebook(cell(picture()), cell(text(table)))), "text alone")
        both = v4.new_output("execute_result", {"text/plain": table, "text/html": "<table>"}, execution_count=1)
        self.assertEqual(checks.problems(notebook(cell(picture()), cell(both))), [])
        self.assert_one(checks.problems(notebook(cell(picture()), cell(text("()")))), "semicolon")

    def test_a_sound_notebook_has_none(self):
        sound = notebook(cell(stream("epoch 1")), cell(picture(), tags=["figure"]), cell())
        self.assertEqual(checks.problems(sound), [])

    def test_an_error_is_found_with_its_text(self):
        error = v4.new_output(
            "error", ename="Error", evalue="", traceback=["\x1b[91mcannot find `x`\x1b[0m"]
        )
        found = checks.problems(notebook(cell(error), cell(picture())))
        self.assert_one(found, "cell 2", "cannot find `x`")
        self.assertNotIn("\x1b", found[0])

    def test_a_word_on_stderr_is_found(self):
        found = checks.problems(notebook(cell(stream("ok = false\n", "stderr")), cell(picture())))
        self.assert_one(found, "cell 2", "ok = false")

    def test_a_panic_in_an_ok_output_is_found(self):
        for message in ["thread 'main' panicked at src/lib.rs:1:1:\nno", "panic: no"]:
            found = checks.problems(notebook(cell(stream(message)), cell(picture())))
            self.assert_one(found, "cell 2", "panic")

    def test_a_notebook_without_a_picture_is_found(self):
        self.assert_one(checks.problems(notebook(cell(stream("1")))), "no cell shows a picture")

    def test_a_figure_cell_without_its_picture_is_found(self):
        found = checks.problems(notebook(cell(text("1"), tags=["figure"]), cell(picture())))
        self.assert_one(found, "cell 2", "figure")

    def test_a_picture_that_is_no_png_is_found(self):
        found = checks.problems(notebook(cell(picture(b"GIF89a"))))
        self.assert_one(found, "cell 2", "no PNG")

    def test_a_cell_that_did_not_run_is_found(self):
        found = checks.problems(notebook(cell(picture()), cell(count=None)))
        self.assert_one(found, "cell 3", "not executed")

    def test_a_linked_picture_must_exist(self):
        linking = notebook(cell(picture()), v4.new_markdown_cell("![CAM](figures/cam.png)"))
        with tempfile.TemporaryDirectory() as folder:
            self.assert_one(checks.problems(linking, folder), "cell 3", "figures/cam.png")
            (Path(folder) / "figures").mkdir()
            (Path(folder) / "figures" / "cam.png").write_bytes(png())
            self.assertEqual(checks.problems(linking, folder), [])


class Publishing(unittest.TestCase):
    def test_relative_paths_and_addresses_pass(self):
        fine = notebook(
            cell(stream("../out/runs/CC_R: 3/4 km/h, https://example.org/home/x")),
            cell(text('<img src="data:image/png;base64,AA/tmp/AA==">', "text/html")),
        )
        self.assertEqual(checks.publishing_problems(fine, 1000), [])

    def test_an_absolute_path_is_found(self):
        for path in ["/home/me/a.png", "/tmp/x", "/Users/me/x"]:
            found = checks.publishing_problems(notebook(cell(stream(f"wrote {path}\n"))), 1000)
            self.assertEqual(len(found), 1, path)
            self.assertIn(path, found[0])

    def test_the_folder_of_the_tutorial_is_found(self):
        with_path = notebook(cell(text("/srv/tutorial/out")))
        found = checks.publishing_problems(with_path, 1000, [Path("/srv/tutorial")])
        self.assertEqual(len(found), 1)

    def test_three_megabytes_are_too_many(self):
        self.assertEqual(len(checks.publishing_problems(notebook(), 3_000_000)), 1)


class Normalise(unittest.TestCase):
    def test_two_executions_become_equal(self):
        first = cell(stream("a\n"), stream("b\n"), text("1"), count=3)
        first.metadata["execution"] = {"iopub.status.busy": "2024-01-01T00:00:00Z"}
        second = cell(stream("a\nb\n"), text("1"), count=9)
        one, two = (checks.normalise(notebook(c)).cells[1] for c in (first, second))
        one.id = two.id
        self.assertEqual(one, two)
        self.assertEqual(one.execution_count, 1)

    def test_stdout_and_stderr_stay_apart(self):
        mixed = checks.normalise(notebook(cell(stream("a\n"), stream("b\n", "stderr"))))
        self.assertEqual(len(mixed.cells[1].outputs), 2)


class Extraction(unittest.TestCase):
    def test_pictures_are_named_after_notebook_and_cell(self):
        with tempfile.TemporaryDirectory() as folder:
            old = Path(folder) / "nb_99.png"
            old.write_bytes(b"")
            shown = notebook(cell(), cell(picture(), picture()))
            written = checks.extract_pictures(shown, "nb", folder)
            self.assertEqual([p.name for p in written], ["nb_03.png", "nb_03b.png"])
            self.assertEqual(written[0].read_bytes(), png())
            self.assertFalse(old.exists())


if __name__ == "__main__":
    unittest.main()
