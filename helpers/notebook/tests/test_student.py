"""Cells as a student writes them, with what each must show, in one kernel from its start.

An expected value is a MIME type that the cell's output must have, or a text that must stand in what it prints,
shows or refuses; `""` is a cell that shows nothing.
"""

import os
import re
import unittest

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import execute  # noqa: E402 (after the variable it reads)
from jupyter_client.manager import start_new_kernel  # noqa: E402

NOTEBOOKS = execute.ROOT / "notebooks"
TIMEOUT = 120  # seconds
IMAGE = "../testset/CC_R/test/D/1011_1_D_CC_R.jpg"

# A picture may be the very first thing that a kernel is asked for with a `?`.
FIRST = [
    ('let helpers_path = "../helpers";', ""),
    (':dep helpers = { path = "../helpers" }\nuse helpers::prelude::*;', ""),
    (f'show(&load_grey("{IMAGE}")?)?', "image/png"),
]

CELLS = [
    # Pictures and tables appear whatever the last expression does with the cell's variables.
    (f'load_grey("{IMAGE}")?', "image/png"),
    (f'let photo = image::open("{IMAGE}")?;\nphoto', "image/png"),
    (
        'let rows = vec![vec![Cell::from("fatty"), 0.5.into()]];\nTable::new(["class", "share"], rows)?',
        "text/html",
    ),
    (
        f'let left = load_grey("{IMAGE}")?.figure()?;\nlet right = left.clone();\nFigure::hstack(&[left, right])?',
        "image/png",
    ),
    (
        "use helpers::plotters::prelude::*;\n"
        "Figure::draw(400, 300, |area| {\n"
        "    let mut chart = ChartBuilder::on(area).margin(10).caption(\"a line\", (\"sans-serif\", 20))\n"
        "        .x_label_area_size(30).y_label_area_size(30).build_cartesian_2d(0.0..1.0, 0.0..1.0)?;\n"
        "    chart.configure_mesh().draw()?;\n"
        "    chart.draw_series(LineSeries::new([(0.0, 0.0), (1.0, 1.0)], &RED))?.label(\"mine\")\n"
        "        .legend(|(x, y)| PathElement::new(vec![(x, y), (x + 20, y)], RED));\n"
        "    chart.configure_series_labels().border_style(BLACK).draw()?;\n"
        "    Ok(())\n"
        "})?",
        "image/png",
    ),
    ("for i in 0..2 { println!(\"line {i}\") }", "line 1"),
    ("vec![0.25, -1.0]", "[0.25, -1.0]"),
    ("Projection::ALL.len()", "4"),
    # Results show what they say, not their fields.
    (
        'let network = Classifier::for_projection("../weights", Projection::CcR, &Device::Cpu)?;\n'
        f'network.classify("{IMAGE}")?',
        "predicted class",
    ),
    (f'network.explain_all_classes("{IMAGE}")?', "image/png"),
    ('let frame: DataFrame = Dataset::open("../testset")?.counts()?;\nframe.table("Images")?', "text/html"),
    # What a cell drops is told.
    ('Job::attach("nope");', "unused `Result` that must be used"),
    ('Job::attach("nope")?;', "holds no run"),
    (f'load_grey("{IMAGE}")?.figure()?;', "Figure` that must be used"),
    ('Training::new("CC_R", "../testset");', "unused `Result`"),
    # The order of classes.
    (
        'let sets = labels_from_counts(&["x", "y"], &[1, 1])?;\n'
        "let known = Predictions::new(sets, vec![vec![0.9, 0.1], vec![0.2, 0.8]])?;\n"
        "Merit::KappaQuadratic.compute(&known)?",
        "nothing tells the order of x, y",
    ),
    (
        'let mias = labels_from_counts(&["F", "G", "D"], &[1, 1, 1])?;\n'
        "let rows = vec![vec![0.8, 0.1, 0.1], vec![0.1, 0.8, 0.1], vec![0.1, 0.1, 0.8]];\n"
        "figures_of_merit(&Predictions::new(mias, rows)?)?.dense_accuracy.estimate",
        "1.0",
    ),
    # Mistakes name what was meant.
    ('Dataset::open("nowhere")?', "expected layout"),
    ('load_grey("nothing.png")?', "nothing.png"),
    ('Training::new("CC_X", "../testset")?.launch()?', "use one of CC_R, CC_L, MLO_R, MLO_L"),
    ("let counted = Projection::ALL.len() + 1;\ncounted", "5"),
    ("counted * 2", "10"),
]


class Student(unittest.TestCase):
    def setUp(self):
        self.manager, self.client = start_new_kernel(kernel_name="rust", startup_timeout=TIMEOUT, cwd=str(NOTEBOOKS))

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def shown(self, source):
        """MIME types and texts that the cell gave."""
        kinds, texts = set(), []

        def take(message):
            content = message["content"]
            if message["msg_type"] == "stream":
                texts.append(content["text"])
            elif message["msg_type"] in ("display_data", "execute_result"):
                kinds.update(content["data"])
                texts.append(content["data"].get("text/plain", ""))
            elif message["msg_type"] == "error":
                texts.append("\n".join(content["traceback"]))

        self.client.execute_interactive(source, timeout=TIMEOUT, output_hook=take)
        return kinds, re.sub(r"\x1b\[[0-9;]*m", "", "".join(texts))

    def test_every_cell_shows_what_it_must(self):
        for source, expected in FIRST + CELLS:
            with self.subTest(source):
                kinds, text = self.shown(source)
                if "/" in expected:
                    self.assertIn(expected, kinds, text[:300])
                elif expected:
                    self.assertIn(expected, text)
                else:
                    self.assertEqual((kinds, text.strip()), (set(), ""))


if __name__ == "__main__":
    unittest.main()
