"""Versions that stand in several files agree."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def pins(path, pattern):
    return dict(re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE))


class Pins(unittest.TestCase):
    def setUp(self):
        self.conda = pins("environment.yml", r"^  - ([\w-]+)>=([\d.]+)$")
        self.make = pins("Makefile", r"^(\w+_VERSION) := ([\d.]+)$")

    def test_conda_is_bound_to_no_version_that_it_may_not_have(self):
        self.assertNotRegex((ROOT / "environment.yml").read_text(encoding="utf-8"), r"(?m)^  - .*[^>]=")

    def test_the_image_has_a_rust_that_is_new_enough_and_readme_names_it(self):
        image = pins("Dockerfile", r"^ARG (RUST)=([\d.]+)$")["RUST"]
        self.assertGreaterEqual(*(tuple(map(int, v.split("."))) for v in (image, self.make["RUST_VERSION"])))
        self.assertIn(f"rustup override set {image}", (ROOT / "README.md").read_text(encoding="utf-8"))

    def test_one_oldest_rust(self):
        cargo = pins("Cargo.toml", r'^(rust-version) = "([\d.]+)"$')["rust-version"]
        front = pins("helpers/Cargo.toml", r'^(rust-version) = "([\d.]+)"$')
        self.assertEqual(front["rust-version"], cargo)
        self.assertEqual(self.make["RUST_VERSION"], cargo)
        self.assertEqual(self.conda["rust"], cargo)
        self.assertEqual(self.conda["rust-src"], cargo)


class Targets(unittest.TestCase):
    def test_every_documented_command_is_tested_or_stands_in_the_release_list(self):
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        documented = set(re.findall(r'@echo "make ([\w-]+)', makefile))
        tested = set(re.search(r"^test: (.*)$", makefile, re.MULTILINE)[1].split()) | {"setup", "check", "test"}
        listed = set(re.findall(r"`make ([\w-]+)", (ROOT / "docs" / "release.md").read_text(encoding="utf-8")))
        self.assertGreater(len(documented), 15)
        self.assertEqual(documented - tested - listed, set())
        self.assertEqual(listed - documented, set(), "listed, but no command of `make help`")


if __name__ == "__main__":
    unittest.main()
