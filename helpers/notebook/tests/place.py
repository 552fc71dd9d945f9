"""A notebook's first cells and a background training in this copy of the tutorial, as places.sh runs them in each place.

    place.py [FOLDER]     FOLDER: where the kernel is started, in place of notebooks/
"""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import execute  # noqa: E402
import nbformat  # noqa: E402
from nbformat import v4  # noqa: E402

LOAD = (
    ':dep helpers = { path = "../helpers" }\n'
    "use helpers::prelude::*;"
)
# The types of std's and of our own, which rust-analyzer tells the kernel.
TYPES = (
    'let mut counts = std::collections::HashMap::new();\ncounts.insert("A", 2_usize);\n'
    "let total = counts.values().copied().sum::<usize>();\n"
    'let picture = load_grey("../testset/CC_R/test/A/1002_1_A_CC_R.jpg")?;\n'
    "let shape = picture.dimensions();"
)
USE = 'println!("{total} {shape:?}");\ngallery(&[GalleryItem::new(picture.clone(), "class A")], 1)?'
JOB = (
    'let data = "{folder}/data".to_string();\n'
    "let written = phantom::write_dataset(&data, &phantom::Plan::shared_out(6), 1, 64)?;\n"
    'let job = Training::new("CC_R", &data)?.config(TrainConfig::short()).input_size(32).epochs(1)'
    '.runs("{folder}/runs").launch()?;\n'
    "job.follow(Follow::Epoch)?;"
)


def main(argv):
    with tempfile.TemporaryDirectory() as folder:
        cells = [LOAD, TYPES, USE, JOB.replace("{folder}", folder)]
        path = Path(folder) / "place.ipynb"
        nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells]), path)
        try:
            notebook = execute.execute(path, argv[0] if argv else execute.ROOT / "notebooks", quick=True)
        except execute.Failed as failure:
            sys.exit(f"FAILED: {failure}")
        printed = "".join(o.text for c in notebook.cells for o in c.outputs if o.output_type == "stream")
        if not re.search(r"2 \(\d+, 650\)", printed) or "epoch 1" not in printed:
            sys.exit(f"FAILED: the cells printed\n{printed}")


if __name__ == "__main__":
    main(sys.argv[1:])
