"""What a reader meets in the kernel: each test runs cells in the one that `make setup` installed."""

import contextlib
import io
import json
import os
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import bench  # noqa: E402 (after the variable it reads)
import execute  # noqa: E402
import kernel  # noqa: E402
import nbformat  # noqa: E402
from nbformat import v4  # noqa: E402

NOTEBOOKS = execute.ROOT / "notebooks"
LOAD = (
    ':dep helpers = { path = "../helpers" }\n'
    "use helpers::prelude::*;"
)
# A PNG of one pixel, as a cell shows it.
PICTURE = (
    'println!("EVCXR_BEGIN_CONTENT image/png\\n'
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
    '\\nEVCXR_END_CONTENT");'
)


def run(*sources):
    """Executes cells as `make test` executes a notebook; returns it and what was said meanwhile."""
    said = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(said):
        path = Path(folder) / "cells.ipynb"
        nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(s) for s in sources]), path)
        notebook = execute.execute(path, NOTEBOOKS, quick=True)
    return notebook, said.getvalue()


def printed(cell):
    return "".join(o.text for o in cell.outputs if o.output_type == "stream")


class Failures(unittest.TestCase):
    """A cell that goes wrong fails the notebook, with words a reader understands."""

    def failure(self, *sources):
        with self.assertRaises(execute.Failed) as failed:
            run(*sources)
        return str(failed.exception)

    def test_panic(self):
        said = self.failure(LOAD, "let file = Projection::ALL[0].prediction_file();", "vec![1][file.len()]")
        self.assertIn("cells, cell 3", said)
        self.assertIn("panic: index out of bounds", said)
        self.assertIn("run the notebook again from its top", said)
        self.assertNotIn("stack backtrace", said)

    def test_question_mark(self):
        said = self.failure('let n = "many".parse::<i32>()?;')
        self.assertIn("cells, cell 1", said)
        self.assertIn("invalid digit found in string", said)

    def test_stderr_and_then_no_further_cell(self):
        said = self.failure('eprintln!("look here");', "panic!()")
        self.assertIn("cells, cell 1", said)
        self.assertIn("look here", said)

    def test_no_picture(self):
        self.assertIn("no cell shows a picture", self.failure('println!("1");'))


class Benchmark(unittest.TestCase):
    def test_its_cells_run(self):
        notebook, _ = run(*bench.FIRST, *bench.LATER)
        self.assertIn("CC_R", printed(notebook.cells[2]))


class Background(unittest.TestCase):
    def test_a_job_outlives_its_kernel_and_stops_when_asked(self):
        with tempfile.TemporaryDirectory() as folder:
            run(
                LOAD,
                f'let data: String = "{folder}/data".to_string();\n'
                "let plan = phantom::Plan::shared_out(6);\n"
                "let written = phantom::write_dataset(&data, &plan, 1, 64)?;",
                'let job: Job = Training::new("CC_R", &data)?.config(TrainConfig::short()).input_size(32)'
                f'.epochs(100_000).runs("{folder}/runs").launch()?;\n'
                "job.follow(Follow::Epoch)?;",
                PICTURE,
            )
            # The kernel is gone by now.
            job = Path(folder) / "runs" / "CC_R-1"

            def status():
                return json.loads((job / "status.json").read_text())

            def wait(reached):
                for _ in range(600):
                    if reached():
                        return
                    time.sleep(0.1)
                self.fail(f"{status()}\n{(job / 'log.txt').read_text()}")

            epoch = status()["epoch"]
            wait(lambda: status()["epoch"] > epoch + 1)
            self.assertEqual(status()["state"], "running")
            (job / "stop").touch()
            wait(lambda: status()["state"] == "stopped")
            self.assertTrue((job / "checkpoint.safetensors").is_file())


class Session(unittest.TestCase):
    def test_types_statics_and_quick_mode(self):
        """Variables need no types, whatever crate these come from; cells share the statics of
        helpers (candle counts its tensors in one); quick mode reaches the cells."""
        notebook, said = run(
            LOAD,
            "let all = Projection::ALL;\nlet (first, rest) = (all[0], all[1..].to_vec());",
            "use helpers::candle_core::{DType, Device, Tensor};\n"
            "use helpers::polars::prelude::*;\n"
            "use helpers::image::GrayImage;",
            "let tensor = Tensor::ones((2, 3), DType::F32, &Device::Cpu)?;\n"
            "let sum = tensor.sum_all()?.to_scalar::<f32>()?;\n"
            "let double = (&tensor * 2.0)?;\n"
            "let rows = double.to_vec2::<f32>()?;\n"
            "let (height, width) = tensor.dims2()?;",
            'let table = DataFrame::new(2, vec![Column::new("a".into(), [1.0, 3.0])])?;\n'
            'let mean = table.column("a")?.as_materialized_series().mean();\n'
            "let shape = table.shape();",
            "let picture = GrayImage::new(4, 5);\n"
            "let size = picture.dimensions();\n"
            "let grey = picture.get_pixel(0, 0)[0];",
            'let quick = std::env::var("TUTORIAL_QUICK")?;',
            'println!("{} {} {sum} {rows:?} {height} {width}", first.name(), rest.len());\n'
            'println!("{mean:?} {shape:?} {size:?} {grey} {quick}");',
            'println!("{:?}", Tensor::ones(1, DType::F32, &Device::Cpu)?.id());',
            'println!("{:?}", Tensor::ones(1, DType::F32, &Device::Cpu)?.id());',
            PICTURE,
        )
        self.assertEqual(
            printed(notebook.cells[7]),
            "CC_R 3 6 [[2.0, 2.0, 2.0], [2.0, 2.0, 2.0]] 2 3\nSome(2.0) (2, 1) (4, 5) 0 1\n",
        )
        ids = [int(printed(cell)[len("TensorId(") : -2]) for cell in notebook.cells[8:10]]
        self.assertEqual(ids[1], ids[0] + 1)
        self.assertIn("cells, cell 8/11, ", said)
        self.assertIn("    CC_R 3 6", said)


class Gpu(unittest.TestCase):
    def test_a_gpu_that_is_not_used_is_told_with_what_to_do(self):
        """On a machine with a GPU and libraries for the CPU, or with a driver that is too old."""
        if kernel.toolkit.built(execute.ROOT / "target" / "cuda"):
            self.skipTest("SKIPPED: there is a build for GPUs here, which has other words")
        cells = LOAD, PICTURE, "let device: candle_core::Device = best_device();"
        # A driver 470 does not know of capabilities.
        old = "case $1 in *compute_cap*) echo Field is not a valid field to query.; exit 2;; esac\necho '470.256.02, Tesla T4'"
        for script, told in (
            ("echo '550.54.15, 7.5, Tesla T4'", "make cuda"),
            (old, "driver 470.256.02 is too old"),
        ):
            with tempfile.TemporaryDirectory() as folder, self.subTest(told):
                program = Path(folder, "nvidia-smi")
                program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
                program.chmod(0o755)
                path = os.pathsep.join([folder, os.environ["PATH"]])
                with mock.patch.dict(os.environ, PATH=path):
                    notebook, _ = run(*cells)
                line = printed(notebook.cells[2])
                self.assertIn("everything runs on the CPU, not on the Tesla T4: ", line)
                self.assertIn(told, line)
                self.assertEqual(line.count("\n"), 1)


class Folders(unittest.TestCase):
    def test_each_running_kernel_has_its_own(self):
        with tempfile.TemporaryDirectory() as root:
            cells = Path(root) / "cells"
            first, first_lock = kernel.free_folder(cells)
            second, second_lock = kernel.free_folder(cells)
            self.assertNotEqual(first, second)
            os.close(first_lock)
            third, third_lock = kernel.free_folder(cells)
            self.assertEqual(third, first)
            os.close(second_lock)
            os.close(third_lock)

    def test_a_build_of_helpers_is_named_by_its_content(self):
        with tempfile.TemporaryDirectory() as target:
            release = Path(target) / "release"
            missing = kernel.build_name(target)
            release.mkdir()
            for name in kernel.LIBRARIES:
                library = release / f"lib{name}.rlib"
                library.write_bytes(b"1")
            first = kernel.build_name(target)
            os.utime(library, (1, 1))
            self.assertEqual(kernel.build_name(target), first)
            library.write_bytes(b"2")
            self.assertEqual(len({missing, first, kernel.build_name(target)}), 3)

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere; places.sh tries it as another user")
    def test_cells_of_a_read_only_tutorial_are_compiled_in_the_users_cache(self):
        with tempfile.TemporaryDirectory() as folder:
            root, cache = Path(folder) / "tutorial", Path(folder) / "cache"
            (root / "notebooks").mkdir(parents=True)
            with mock.patch.dict(os.environ, XDG_CACHE_HOME=str(cache)):
                self.assertEqual(kernel.cell_folders(root), root / "notebooks" / ".evcxr")
                (root / "notebooks" / ".evcxr").rmdir()
                (root / "notebooks").chmod(0o500)
                self.assertEqual(kernel.cell_folders(root).parent, cache / "breast-density-tutorial")

    def test_cells_are_compiled_in_a_path_without_blanks(self):
        with tempfile.TemporaryDirectory() as folder:
            root, cache = Path(folder) / "ein Ort", Path(folder) / "cache"
            (root / "notebooks").mkdir(parents=True)
            with mock.patch.dict(os.environ, XDG_CACHE_HOME=str(cache)):
                self.assertEqual(kernel.cell_folders(root).parent, cache / "breast-density-tutorial")

    def test_the_kernel_works_where_the_relative_paths_of_the_tutorial_lead(self):
        with mock.patch.dict(os.environ):
            os.environ.pop("JPY_SESSION_NAME", None)
            self.assertEqual(kernel.working_folder(NOTEBOOKS), NOTEBOOKS)
            self.assertEqual(kernel.working_folder(execute.ROOT), NOTEBOOKS)
            self.assertEqual(kernel.working_folder(Path("/")), NOTEBOOKS)
            # Jupyter's server starts a kernel in its notebook's folder, which is then a reader's own.
            os.environ["JPY_SESSION_NAME"] = "/own/own.ipynb"
            self.assertEqual(kernel.working_folder(Path("/own")), Path("/own"))


class Toolchain(unittest.TestCase):
    """The kernel finds the compiler that built helpers, and its libraries."""

    def setUp(self):
        self.sysroot, self.libraries = kernel.ask("rustc")

    def variables(self, sysroot):
        with tempfile.TemporaryDirectory() as cells:
            variables = kernel.toolchain_environment(Path(cells), sysroot)
            source = variables.get("RUST_SRC_PATH")
            if source is not None:
                self.assertTrue(Path(source, "core", "src", "lib.rs").is_file())
                self.assertFalse(Path(source, "Cargo.toml").exists())
            return variables

    def test_found_on_the_search_path(self):
        variables = self.variables(self.sysroot)
        self.assertNotIn("PATH", variables)
        library = "DYLD_FALLBACK_LIBRARY_PATH" if sys.platform == "darwin" else "LD_LIBRARY_PATH"
        self.assertEqual(Path(variables[library].split(os.pathsep)[0]), self.libraries)

    def test_found_where_it_was_at_set_up(self):
        with mock.patch.dict(os.environ, PATH="/usr/bin"):
            if kernel.ask("rustc") is None:
                self.assertEqual(self.variables(self.sysroot)["PATH"], f"{self.sysroot}/bin:/usr/bin")

    def test_gone(self):
        with mock.patch.dict(os.environ, PATH="/nowhere"), self.assertRaises(SystemExit) as left:
            self.variables("/nowhere")
        self.assertIn("make setup", str(left.exception))


if __name__ == "__main__":
    unittest.main()
