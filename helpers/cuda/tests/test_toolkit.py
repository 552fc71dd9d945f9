"""What `make cuda` builds for, by drivers and GPUs that a stand-in for nvidia-smi tells of; and what its programs find."""

import contextlib
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import toolkit

NOTHING = {}


@contextlib.contextmanager
def machine(script):
    """A machine whose nvidia-smi is this shell script; `None` for one without."""
    with tempfile.TemporaryDirectory() as folder:
        path = folder
        if script is not None:
            program = Path(folder, "nvidia-smi")
            program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            program.chmod(0o755)
            path = f"{folder}:/usr/bin:/bin"
        with mock.patch.dict(os.environ, PATH=path):
            yield


def gpu(name, driver, capability):
    return f"{name}, {driver}, {capability}"


def plan(*lines, wishes=NOTHING):
    with machine("\n".join(f"echo '{line}'" for line in lines)):
        return toolkit.plan(wishes)


class PlanTest(unittest.TestCase):
    def test_a_t4_with_a_driver_of_cuda_12_4(self):
        chosen = plan(gpu("Tesla T4", "550.54.15", "7.5"))
        self.assertEqual((chosen.cuda, chosen.capability), (12, 75))
        self.assertIn("without bf16", str(chosen))
        self.assertIn("Tesla T4", str(chosen))

    def test_an_h100_with_a_driver_of_cuda_13(self):
        chosen = plan(gpu("NVIDIA H100 80GB HBM3", "580.65.06", "9.0"))
        self.assertEqual((chosen.cuda, chosen.capability), (13, 80))

    def test_gpus_later_than_any_that_we_know_of(self):
        chosen = plan(gpu("NVIDIA B900", "640.10", "12.1"))
        self.assertEqual((chosen.cuda, chosen.capability), (13, 80))

    def test_the_oldest_of_several_gpus_decides_and_too_old_ones_are_left_out(self):
        lines = [gpu("NVIDIA A100", "535.1", "8.0"), gpu("Tesla T4", "535.1", "7.5"), gpu("Quadro", "535.1", "6.1")]
        chosen = plan(*lines)
        self.assertEqual((chosen.cuda, chosen.capability), (12, 75))

    def test_without_a_driver_the_build_is_for_all(self):
        with machine(None):
            chosen = toolkit.plan(NOTHING)
            self.assertEqual((chosen.cuda, chosen.capability), (12, 75))
            self.assertIn("no NVIDIA GPU here", str(chosen))
            chosen = toolkit.plan({"CUDA": "13", "CAPABILITY": "8.0"})
            self.assertEqual((chosen.cuda, chosen.capability), (13, 80))

    def test_a_driver_that_is_too_old_is_refused(self):
        with self.assertRaisesRegex(toolkit.Refused, "470.256.02 is too old.*525 or later.*Update the driver"):
            plan(gpu("Tesla T4", "470.256.02", "7.5"))

    def test_a_driver_that_does_not_know_of_capabilities_is_refused_all_the_same(self):
        """As driver 470 answers."""
        script = (
            "case $1 in *compute_cap*) echo 'Field \"compute_cap\" is not a valid field to query.'; exit 2;; esac\n"
            "echo 'Tesla T4, 470.256.02'"
        )
        with machine(script), self.assertRaisesRegex(toolkit.Refused, "470.256.02 is too old"):
            toolkit.plan(NOTHING)

    def test_a_gpu_that_is_too_old_is_refused(self):
        with self.assertRaisesRegex(toolkit.Refused, "Tesla K80.*7.5 or later"):
            plan(gpu("Tesla K80", "535.1", "3.7"))

    def test_wishes_that_do_not_fit_the_machine_are_refused(self):
        t4 = gpu("Tesla T4", "550.54.15", "7.5")
        for wishes, problem in [
            ({"CUDA": "13"}, "CUDA=13 needs driver 580"),
            ({"CAPABILITY": "8.0"}, "leaves out"),
            ({"CUDA": "11"}, "CUDA=12 and CUDA=13"),
            ({"CAPABILITY": "9.0"}, "CAPABILITY=8.0"),
        ]:
            with self.subTest(wishes), self.assertRaisesRegex(toolkit.Refused, problem):
                plan(t4, wishes=wishes)
        # For another machine both are said.
        self.assertEqual(plan(t4, wishes={"CUDA": "13", "CAPABILITY": "8.0"}).cuda, 13)

    def test_a_driver_that_does_not_answer_is_refused_with_what_it_says(self):
        with machine("echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18"):
            with self.assertRaisesRegex(toolkit.Refused, "Driver/library version mismatch"):
                toolkit.plan(NOTHING)
        with machine("echo 'No devices were found'; exit 6"):
            self.assertIn("no NVIDIA GPU here", str(toolkit.plan(NOTHING)))
        with machine("echo 'a line without commas'"):
            with self.assertRaisesRegex(toolkit.Refused, "a line without commas"):
                toolkit.plan(NOTHING)

    def test_the_notebooks_say_the_same_of_drivers(self):
        source = Path(toolkit.ROOT, "helpers/crates/density/src/device.rs").read_text(encoding="utf-8")
        oldest = int(re.search(r"OLDEST_DRIVER: u32 = (\d+)", source)[1])
        self.assertEqual(oldest, toolkit.OLDEST_DRIVER[12])
        source = Path(toolkit.ROOT, "helpers/crates/candle-keras-ops/src/gpu.rs").read_text(encoding="utf-8")
        self.assertEqual(int(re.search(r"OLDEST_CAPABILITY: i32 = (\d+)", source)[1]), toolkit.OLDEST)
        self.assertEqual(int(re.search(r"AMPERE: i32 = (\d+)", source)[1]), toolkit.WITH_BF16)


class BuildTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.target = Path(folder.name)
        for name in ("release", "cuda/release"):
            (self.target / name).mkdir(parents=True)

        libraries = mock.patch.object(toolkit, "folder", lambda cuda: self.target / ".cuda" / str(cuda))
        libraries.start()
        self.addCleanup(libraries.stop)
        for cuda in (12, 13):
            (toolkit.folder(cuda) / "lib").mkdir(parents=True)

    def build(self, mark):
        for name in (toolkit.BEGUN, toolkit.MARK):
            (self.target / "cuda" / name).write_text(mark, encoding="utf-8")

    def in_use(self, driver):
        with mock.patch.object(toolkit, "driver_version", return_value=driver):
            return toolkit.build_in_use(self.target)

    def test_without_make_cuda_it_is_the_cpus_build(self):
        self.assertEqual(self.in_use(12040), (self.target, {}, ""))

    def test_a_build_that_was_interrupted_is_not_used(self):
        toolkit.prepare(toolkit.Plan(12, 75, ""), self.target / "cuda")
        self.assertEqual(self.in_use(12040)[0], self.target)

    def test_a_build_whose_libraries_are_gone_is_not_used(self):
        self.build("12 75\n")
        (toolkit.folder(12) / "lib").rmdir()
        self.assertEqual(self.in_use(12040)[0], self.target)

    def test_a_build_is_not_used_while_one_for_other_machines_takes_its_place(self):
        self.build("12 75\n")
        with mock.patch("subprocess.run") as cargo:
            toolkit.prepare(toolkit.Plan(13, 80, ""), self.target / "cuda")
        self.assertEqual([call.args[0][-1] for call in cargo.call_args_list], ["candle-kernels", "cudarc"])
        self.assertEqual(self.in_use(13000)[0], self.target)
        self.assertEqual(os.readlink(toolkit.folder("used")), "13")
        # Again for the same, nothing is taken away.
        self.build("13 80\n")
        toolkit.prepare(toolkit.Plan(13, 80, ""), self.target / "cuda")
        self.assertEqual(self.in_use(13000)[0], self.target / "cuda")

    def test_after_make_cuda_it_is_the_gpus_build_with_its_libraries(self):
        self.build("12 75\n")
        for driver in (12000, 12040, 13000):
            used, variables, problem = self.in_use(driver)
            self.assertEqual((used, problem), (self.target / "cuda", ""))
            self.assertTrue(variables["LD_LIBRARY_PATH"].startswith(str(toolkit.folder(12) / "lib")))

    def test_a_driver_that_does_not_know_the_build_or_is_missing_leaves_the_cpus_and_says_so(self):
        self.build("13 80\n")
        used, variables, problem = self.in_use(12040)
        self.assertEqual((used, variables), (self.target, {}))
        self.assertIn("CUDA 13", problem)
        self.assertIn("12.4", problem)
        self.assertIn("make cuda", problem)
        used, _, problem = self.in_use(None)
        self.assertEqual(used, self.target)
        self.assertIn("no NVIDIA driver", problem)

    def test_programs_look_for_libraries_from_where_they_lie(self):
        mock.patch.stopall()
        inside = toolkit.ROOT / "target" / "cuda"
        self.assertEqual(
            toolkit.run_path(inside),
            "$ORIGIN/../../../.cuda/used/lib:$ORIGIN/../../../../.cuda/used/lib",
        )
        self.assertEqual(toolkit.run_path(self.target), str(toolkit.ROOT / ".cuda/used/lib"))

    def test_what_setup_tells(self):
        with machine(None):
            self.assertEqual(toolkit.tell(self.target), "")
        with machine(f"echo '{gpu('Tesla T4', '550.54.15', '7.5')}'"):
            self.assertIn("Tesla T4 run `make cuda`", toolkit.tell(self.target))
        with machine(f"echo '{gpu('Tesla T4', '470.1', '7.5')}'"):
            self.assertIn("CPU; the NVIDIA driver 470.1 is too old", toolkit.tell(self.target))
        self.build("12 75\n")
        with mock.patch.object(toolkit, "driver_version", return_value=12040):
            self.assertIn("on the GPU", toolkit.tell(self.target))


class WheelsTest(unittest.TestCase):
    def test_every_wheel_is_pinned_and_both_kinds_have_the_same_libraries(self):
        names = {}
        for cuda in (12, 13):
            lines = Path(toolkit.HERE, f"cuda{cuda}.txt").read_text(encoding="utf-8").splitlines()
            wheels = [line for line in lines if not line.startswith("#")]
            for wheel in wheels:
                self.assertRegex(wheel, r"^nvidia-[a-z0-9-]+==[0-9.]+$")
            names[cuda] = [re.sub(r"(-cu1[23])?==.*", "", wheel) for wheel in wheels]
        self.assertEqual(names[12], names[13])


if __name__ == "__main__":
    unittest.main()
