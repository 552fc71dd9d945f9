"""Cells as a student writes them, with what each must show, in one kernel from its start.

An expected value is a MIME type that the cell's output must have, or a text that must stand in what it prints,
shows or refuses; `""` is a cell that shows nothing. `Interrupted` is a cell that is interrupted once it has printed
`begun`; `RESTART` restarts the kernel.
"""

import os
import re
import tempfile
import unittest

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import execute  # noqa: E402 (after the variable it reads)
from jupyter_client.manager import start_new_kernel  # noqa: E402

NOTEBOOKS = execute.ROOT / "notebooks"
TIMEOUT = 120  # seconds
IMAGE = "../testset/CC_R/test/D/1011_1_D_CC_R.jpg"


class Interrupted(str):
    """A cell that is interrupted."""


RESTART = (None, None)

# A picture may be the very first thing that a kernel is asked for with a `?`.
FIRST = [
    ('let helpers_path = "../helpers";', ""),
    (':dep helpers = { path = "../helpers" }\nuse helpers::prelude::*;', ""),
    (f'show(&load_grey("{IMAGE}")?)?', "image/png"),
]

PICTURES = [
    # They appear whatever the last expression does with the cell's variables.
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
    (
        f'load_grey("{IMAGE}")?.figure()?.save("FOLDER/own.svg")?;\n'
        'println!("{}", std::fs::read_to_string("FOLDER/own.svg")?.starts_with("<svg"));',
        "true",
    ),
    ("for i in 0..2 { println!(\"line {i}\") }", "line 1"),
    ("vec![0.25, -1.0]", "[0.25, -1.0]"),
    ("Projection::ALL.len()", "4"),
]

RESULTS = [
    # They show what they say, not their fields.
    (
        'let network = Classifier::for_projection("../weights", "CC_R", &Device::Cpu)?;\n'
        f'network.classify("{IMAGE}")?',
        "predicted class",
    ),
    (f'network.explain_all_classes("{IMAGE}")?', "image/png"),
    (f'network.explain_class("{IMAGE}", "D")?', "explained     D"),
    ('let frame = Dataset::open("../testset")?.counts()?;\nframe.table("Images")?', "text/html"),
    ('let images = Dataset::open("../testset")?.split("CC_R", "test")?;\nimages.len()', "32"),
    ("let predictions = network.predict_images(images.clone())?;\npredictions.accuracy()", "0.875"),
    ('predictions.wrong()?.table("Mistakes")?', "text/html"),
    (
        'predictions.to_frame()?.table("")?.save("FOLDER/own.csv")?;\n'
        'println!("{}", std::fs::read_to_string("FOLDER/own.csv")?.lines().next().unwrap_or(""));',
        "file,true,p_A,p_B,p_C,p_D,predicted,correct",
    ),
    (
        'let sets = PredictionSets::read("../testset/predictions", &Truth::counts(["A", "B", "C", "D"], &[32; 4]))?;\n'
        "sets.widest().to_string()",
        "total",
    ),
    ("plot_confusions(&sets.reports()?.confusions(), 4)?", "image/png"),
    ('phantom::Phantom::new(3, "mlo_l", "d")?.draw(128).image', "image/png"),
    ("figures_of_merit(&predictions)?", "quadratic kappa   0.854"),
    ("predictions", "32 images, accuracy 0.875 ["),
    ("Tensor::new(&[1f32, 2.0], &Device::Cpu)?", "[1., 2.]"),
]

TYPES = [
    # Variables need no type, whatever library it is from.
    (
        "use helpers::polars::prelude::*;\n"
        "let table = predictions.to_frame()?;\n"
        'let acc = table.lazy().group_by([col("true")]).agg([col("correct").mean()]).collect()?;\n'
        "acc.shape()",
        "(4, 2)",
    ),
    (
        'let dense = predictions.to_frame()?.lazy().filter(col("true").eq(lit("D"))).select([col("p_D")]).collect()?;\n'
        "let height = dense.height();\n"
        'let most = dense.column("p_D")?.as_materialized_series().max::<f64>()?;\n'
        'println!("{height} {}", most > Some(0.5));',
        "8 true",
    ),
    (
        'let sorted = predictions.to_frame()?.lazy().sort(["p_D"], SortMultipleOptions::default()).collect()?;\n'
        "let numbered = sorted.with_row_index(\"row\".into(), None)?;\nnumbered.shape()",
        "(32, 9)",
    ),
    ('let made = polars::df!("a" => [1.0, 2.0], "b" => ["x", "y"])?;\nmade.shape()', "(2, 2)"),
    (
        'let mut file = std::fs::File::create("FOLDER/made.csv")?;\n'
        "CsvWriter::new(&mut file).finish(&mut made.clone())?;\n"
        'std::fs::read_to_string("FOLDER/made.csv")?.lines().count()',
        "3",
    ),
    (
        "use helpers::candle_core::{DType, Var};\n"
        "let weight = Var::new(&[1f32, 2.0], &Device::Cpu)?;\n"
        "let gradients = weight.sqr()?.sum_all()?.backward()?;\n"
        'println!("{}", gradients.get(&weight).is_some());',
        "true",
    ),
    (
        "let random = Tensor::randn(0f32, 1.0, (3, 4), &Device::Cpu)?;\n"
        "let spread = random.var(1)?.dims().to_vec();\n"
        "let (sorted, order) = random.sort_last_dim(true)?;\n"
        'println!("{spread:?} {:?} {:?}", sorted.dims(), order.dims());',
        "[3] [3, 4] [3, 4]",
    ),
    (
        "use helpers::candle_nn::{Linear, Module, VarBuilder, VarMap, linear, loss, ops};\n"
        "let variables = VarMap::new();\n"
        "let layer = linear(4, 2, VarBuilder::from_varmap(&variables, DType::F32, &Device::Cpu))?;\n"
        "let logits = layer.forward(&random)?;\n"
        "let sums = ops::softmax(&logits, 1)?.sum(1)?.to_vec1::<f32>()?;\n"
        "let error = loss::cross_entropy(&logits, &Tensor::new(&[0u32, 1, 0], &Device::Cpu)?)?;\n"
        'println!("{} {}", sums.len(), error.rank());',
        "3 0",
    ),
    (
        'let maps = network.explain(&images.only("D")?)?;\n'
        "let each: Vec<Tensor> = maps.iter().map(|e| e.map.tensor()).collect::<Result<_>>()?;\n"
        "show(&Tensor::stack(&each, 0)?.mean(0)?)?",
        "image/png",
    ),
    ("let embedded = network.embed(&images.first(1))?;\nembedded.dims().to_vec()", "[4, 256]"),
    (
        f'let photo = image::open("{IMAGE}")?;\nlet small = photo.thumbnail(40, 40).to_luma8();\nsmall.width() <= 40',
        "true",
    ),
]

DROPPED = [
    # What a cell drops is told.
    ('Job::attach("nope");', "unused `Result` that must be used"),
    ('Job::attach("nope")?;', "holds no run"),
    (f'load_grey("{IMAGE}")?.figure()?;', "Figure` that must be used"),
    ('Training::new("CC_R", "../testset");', "unused `Result`"),
    ('Training::jobs("FOLDER/nowhere")?', "there is no folder"),
]

CLASSES = [
    # Their order.
    (
        'let two = labels_from_counts(&["x", "y"], &[1, 1])?;\n'
        "let known = Predictions::new(two, vec![vec![0.9, 0.1], vec![0.2, 0.8]])?;\n"
        "Merit::KappaQuadratic.compute(&known)?",
        "nothing tells the order of x, y",
    ),
    (
        'let mias = labels_from_counts(&["F", "G", "D"], &[1, 1, 1])?;\n'
        "let rows = vec![vec![0.8, 0.1, 0.1], vec![0.1, 0.8, 0.1], vec![0.1, 0.1, 0.8]];\n"
        "figures_of_merit(&Predictions::new(mias, rows)?)?.dense_accuracy.estimate",
        "1.0",
    ),
]

MISTAKES = [
    # They name what was meant.
    ('Dataset::open("nowhere")?', "expected layout"),
    ('Dataset::open("../testset")?.split("CC_R", "tset")?', "use one of train, val, test"),
    ('Dataset::open("../testset")?.split("CC", "test")?', "use one of CC_R, CC_L, MLO_R, MLO_L"),
    ('images.only("E")?', "the classes are A, B, C, D"),
    ('phantom::Phantom::new(1, "CC_R", "E")?', "use one of A, B, C, D"),
    ('sets.get("both")?', "there are CC_R"),
    ('load_grey("nothing.png")?', "nothing.png"),
    ('Training::new("CC_X", "../testset")?.launch()?', "use one of CC_R, CC_L, MLO_R, MLO_L"),
    ('Dataset::open("../testset/CC_R/test")?', "holds classes, not projections"),
    ('predictions.wrong()?.table("")?.save("FOLDER/own.xlsx")?;', "saved as .csv, .html or .txt"),
    ("show(&Tensor::zeros((2, 3, 4), DType::F32, &Device::Cpu)?)?", "a tensor of [2, 3, 4] is no picture"),
    # A library's error has no backtrace behind it.
    ("random.matmul(&random)?", "shape mismatch in matmul, lhs: [3, 4], rhs: [3, 4]\n\x04"),
    ("let counted = Projection::ALL.len() + 1;\ncounted", "5"),
    ("counted * 2", "10"),
]

WAYS_OUT = [
    # Work of helpers hears an interrupt, and the variables live on.
    (
        Interrupted(
            'println!("begun");\n'
            "let plan = phantom::Plan::shared_out(1000);\n"
            'phantom::write_dataset("FOLDER/phantoms", &plan, 1, 320)?;'
        ),
        "interrupted: the phantoms drawn so far are kept",
    ),
    ("counted", "5"),
    (
        Interrupted('println!("begun");\nfor _ in 0..10_000 { network.explain(&images)?; }'),
        "interrupted: explanation: ",
    ),
    ("counted", "5"),
    (
        Interrupted(
            'println!("begun");\n'
            "let many = Bootstrap { resamples: 100_000_000, ..Bootstrap::default() };\n"
            "many.interval(&predictions, |p| Merit::Kappa.compute(p))?"
        ),
        "interrupted: of 100000000 resamples none is kept",
    ),
    ("counted", "5"),
    # Code that does not hear it ends with its process.
    (
        Interrupted('println!("begun");\nloop { std::thread::sleep(std::time::Duration::from_millis(10)); }'),
        "did not hear the interrupt, so its process was ended",
    ),
    ("counted", "cannot find value `counted`"),
    # A panic names the line and what to do, twice in a row: the process is another one by then.
    ("let none: Vec<i32> = vec![];\nnone[3]", "in the line: none[3]\nThe kernel has lost its variables"),
    ("let none: Option<i32> = None;\nnone.unwrap()", "in the line: none.unwrap()\nThe kernel has lost its variables"),
    (f'show(&load_grey("{IMAGE}")?)?', "image/png"),
]


class Student(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.manager, self.client = start_new_kernel(kernel_name="rust", startup_timeout=TIMEOUT, cwd=str(NOTEBOOKS))

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def restart(self):
        self.manager.restart_kernel(now=True)
        self.client.wait_for_ready(timeout=TIMEOUT)

    def shown(self, source):
        """MIME types and texts that the cell gave."""
        kinds, texts = set(), []

        def take(message):
            content = message["content"]
            if message["msg_type"] == "stream":
                texts.append(content["text"])
                if isinstance(source, Interrupted) and content["text"] == "begun\n":
                    self.manager.interrupt_kernel()
            elif message["msg_type"] in ("display_data", "execute_result"):
                kinds.update(content["data"])
                texts.append(content["data"].get("text/plain", ""))
            elif message["msg_type"] == "error":
                texts.append("\n".join(content["traceback"]))

        self.client.execute_interactive(source.replace("FOLDER", self.folder), timeout=TIMEOUT, output_hook=take)
        return kinds, re.sub(r"\x1b\[[0-9;]*m", "", "".join(texts)) + "\x04"

    def check(self, cells):
        for source, expected in cells:
            if source is None:
                self.restart()
                continue
            with self.subTest(source):
                kinds, text = self.shown(source)
                if "/" in expected:
                    self.assertIn(expected, kinds, text[:300])
                elif expected:
                    self.assertIn(expected, text)
                else:
                    self.assertEqual((kinds, text.strip("\x04\n")), (set(), ""))

    def test_every_cell_shows_what_it_must(self):
        self.check(FIRST + PICTURES + RESULTS + TYPES + DROPPED + CLASSES + MISTAKES + WAYS_OUT)
        self.check([RESTART, *FIRST])

    def test_an_idle_kernel_has_nothing_to_interrupt(self):
        self.check([("let kept = 5;", "")])
        self.manager.interrupt_kernel()
        self.check([("kept", "5")])


if __name__ == "__main__":
    unittest.main()
