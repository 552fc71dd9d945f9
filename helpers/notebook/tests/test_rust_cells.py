"""%%rust in an ordinary IPython kernel."""

import os
import re
import signal
import time
import unittest

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import execute  # noqa: E402 (after the variable it reads)
import psutil  # noqa: E402
from jupyter_client.manager import start_new_kernel  # noqa: E402

TIMEOUT = 120  # seconds
FRONT = execute.ROOT / "helpers" / "notebook"
LOAD = f"import sys\nsys.path.insert(0, {str(FRONT)!r})\n%load_ext rust_cells"
HELPERS = '%%rust\n:dep helpers = { path = "../helpers" }\nuse helpers::prelude::*;'


class Said:
    """What a cell gave."""

    def __init__(self):
        self.status, self.kinds, self.stdout, self.stderr, self.error, self.times = "", [], "", "", "", []


class RustCells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(kernel_name="python3", startup_timeout=TIMEOUT)
        cls.addClassCleanup(cls.manager.shutdown_kernel, now=True)
        cls.addClassCleanup(cls.client.stop_channels)
        assert cls.run_cell(LOAD).status == "ok"

    @classmethod
    def run_cell(cls, source, interrupt_at=None):
        said = Said()

        def take(message):
            content = message["content"]
            if message["msg_type"] == "stream":
                setattr(said, content["name"], getattr(said, content["name"]) + content["text"])
                said.times.append(time.monotonic())
                if interrupt_at and interrupt_at in content["text"]:
                    cls.manager.interrupt_kernel()
            elif message["msg_type"] in ("display_data", "execute_result"):
                said.kinds += content["data"]
            elif message["msg_type"] == "error":
                said.error = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(content["traceback"]))

        reply = cls.client.execute_interactive(source, timeout=TIMEOUT, output_hook=take)
        said.status = reply["content"]["status"]
        return said

    def rust(self, source, **options):
        return self.run_cell(f"%%rust\n{source}", **options)

    def setUp(self):
        self.assertEqual(self.run_cell(HELPERS).status, "ok")

    def test_every_kind_of_output_arrives(self):
        said = self.rust('println!("one");\neprintln!("two");\nload_grey("../testset/CC_R/test/D/1011_1_D_CC_R.jpg")?')
        self.assertIn("one\n", said.stdout)
        self.assertIn("two\n", said.stderr)
        self.assertIn("image/png", said.kinds)
        said = self.rust('Dataset::open("../testset")?.counts()?.table("Images")?')
        self.assertEqual((said.status, sorted(said.kinds)), ("ok", ["text/html", "text/plain"]))

    def test_lines_come_as_they_are_printed(self):
        pause = "std::thread::sleep(std::time::Duration::from_millis(300));"
        said = self.rust(f'for i in 0..3 {{ println!("{{i}}"); {pause} }};')
        self.assertGreater(said.times[-1] - said.times[0], 0.4)

    def test_failures_are_errors_of_the_cell_and_variables_live_on(self):
        self.rust("let kept = 5;")
        compiler = self.rust("let wrong: i32 = true;")
        self.assertIn("mismatched types", compiler.error)
        self.assertNotIn("rust_cells.py", compiler.error)
        question_mark = self.rust('load_grey("nothing.png")?;')
        self.assertEqual(question_mark.status, "error")
        self.assertIn("nothing.png", question_mark.stderr)
        self.assertEqual(self.rust('println!("{}", kept + 1);').stdout, "6\n")

    def test_a_panic_a_killed_kernel_and_a_restart_lose_variables_and_nothing_else(self):
        panic = self.rust("let none: Vec<i32> = vec![];\nnone[0]")
        self.assertEqual(panic.status, "error")
        self.assertIn("in the line: none[0]", panic.stderr)
        self.assertEqual(self.rust('println!("again");').stdout, "again\n")
        killed = self.rust("std::process::Command::new(\"kill\").args([\"-9\", &std::os::unix::process::parent_id().to_string()]).status()?;")
        self.assertIn("the Rust kernel has ended", killed.error)
        self.assertEqual(self.rust('println!("new");').stdout, "new\n")
        self.assertIn("the Rust kernel runs", self.run_cell("%rust restart").stdout)
        self.assertIn("cannot find", self.rust("kept").error)
        self.assertIn("the Rust kernel runs", self.run_cell("%rust").stdout)

    def test_an_interrupt_reaches_the_rust_cell_and_keeps_its_variables(self):
        self.rust("let kept = 5;")
        said = self.rust(
            'println!("begun");\n'
            "let p = Predictions::new(labels_from_counts(&[\"A\", \"B\"], &[9, 9])?, vec![vec![0.5, 0.5]; 18])?;\n"
            "let many = Bootstrap { resamples: 100_000_000, ..Bootstrap::default() };\n"
            "many.interval(&p, |p| Merit::Kappa.compute(p))?",
            interrupt_at="begun",
        )
        self.assertEqual(said.status, "error")
        self.assertIn("KeyboardInterrupt", said.error)
        self.assertIn("interrupted: of 100000000 resamples", said.stderr)
        self.assertEqual(self.rust('println!("{}", kept);').stdout, "5\n")
        self.rust('println!("begun");\nloop { std::thread::sleep(std::time::Duration::from_millis(10)); }', interrupt_at="begun")
        self.assertIn("cannot find value `kept`", self.rust("kept").error)

    def test_ten_megabytes_of_lines(self):
        said = self.rust('let line = "x".repeat(99);\nfor _ in 0..100_000 { println!("{line}"); };')
        self.assertEqual((said.status, len(said.stdout)), ("ok", 10_000_000))

    def test_tab_completes_rust(self):
        self.client.complete("%%rust\nlet b = Bootst", 21)
        matches = self.client.get_shell_msg(timeout=TIMEOUT)["content"]
        self.assertIn("Bootstrap", " ".join(matches["matches"]))
        self.assertEqual((matches["cursor_start"], matches["cursor_end"]), (15, 21))
        self.client.complete("import o", 8)
        self.assertIn("os", self.client.get_shell_msg(timeout=TIMEOUT)["content"]["matches"])


class Orphans(unittest.TestCase):
    def test_a_killed_python_kernel_takes_the_rust_one_along(self):
        manager, client = start_new_kernel(kernel_name="python3", startup_timeout=TIMEOUT)
        client.execute_interactive(LOAD, timeout=TIMEOUT, output_hook=lambda _: None)
        client.execute_interactive("%%rust\n1", timeout=TIMEOUT, output_hook=lambda _: None)
        family = psutil.Process(manager.provisioner.pid).children(recursive=True)
        self.assertGreater(len(family), 2)
        os.kill(manager.provisioner.pid, signal.SIGKILL)
        self.assertEqual(psutil.wait_procs(family, timeout=15)[1], [])
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    unittest.main()
