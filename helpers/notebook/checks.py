"""What must hold for an executed notebook, and the pictures inside it.

The kernel ends a cell with "ok" after a `?` error and may do so after a panic,
so that status alone proves nothing: stderr text and the outputs are read too.
"""

import base64
import re
from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n"
MAX_BYTES = 3_000_000

PANIC = re.compile(r"thread '[^']*' .*panicked at|^panic: ", re.MULTILINE)
RULE = "───"  # below the headers of a table in text
ANSI = re.compile(r"\x1b\[[0-9;]*m")
DATA_URI = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")
FOLDERS = "home|root|Users|tmp|var|opt|mnt|usr|private"
ABSOLUTE = re.compile(rf"(?<![\w.:/-])/(?:{FOLDERS})/[^\s'\"<>]*")
LINK = re.compile(r"!\[[^\]]*\]\(([^)\s]+)")


def texts(output):
    """Yields every text of one output: a stream's, an error's, a result's of any text type."""
    kind = output["output_type"]
    if kind == "stream":
        yield output["text"]
    elif kind == "error":
        yield f"{output['ename']}: {output['evalue']}"
        yield ANSI.sub("", "\n".join(output["traceback"]))
    else:
        for mime, content in output["data"].items():
            if mime.startswith("text/"):
                yield DATA_URI.sub("", content)


def pictures(cell):
    """Yields the decoded PNG bytes of a cell's outputs; b"" for one that cannot be decoded."""
    for output in cell.get("outputs", []):
        content = output.get("data", {}).get("image/png")
        if content is None:
            continue
        try:
            yield base64.b64decode(content, validate=False)
        except ValueError:
            yield b""


def cell_problems(cell):
    """Lists what went wrong in one executed code cell."""
    problems = []
    stderr = ""
    for output in cell.get("outputs", []):
        if output["output_type"] == "error":
            problems.append("error: " + "\n".join(texts(output)).strip())
        elif output["output_type"] == "stream" and output["name"] == "stderr":
            stderr += output["text"]
        elif any(PANIC.search(text) for text in texts(output)):
            problems.append("panic: " + "\n".join(texts(output)).strip())
        elif RULE in output.get("data", {}).get("text/plain", "") and "text/html" not in output["data"]:
            problems.append("a table is shown as text alone: give it a cell of its own, or braces")
        elif output.get("data", {}).get("text/plain", "").strip() == "()":
            problems.append("shows `()`: end the cell with a semicolon")
    if stderr:
        problems.append("text on stderr: " + stderr.strip())
    if "figure" in cell.metadata.get("tags", []) and not any(pictures(cell)):
        problems.append("tagged `figure` but shows no picture (image/png)")
    if any(not picture.startswith(PNG) for picture in pictures(cell)):
        problems.append("shows an image/png that is no PNG")
    return problems


def problems(notebook, folder=None):
    """Lists what is wrong with an executed notebook, `cell 3: ...` each.

    Every code cell must have run without an error, a panic or a word on stderr;
    a cell with the tag `figure` must show a picture, and so must the notebook;
    with `folder` given, the picture files that its text links to must lie there.
    """
    found = []
    shown = False
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code" and cell.source.strip():
            found += [f"cell {number}: {problem}" for problem in cell_problems(cell)]
            shown = shown or any(pictures(cell))
            if cell.execution_count is None:
                found.append(f"cell {number}: was not executed")
        elif cell.cell_type == "markdown" and folder is not None:
            for link in LINK.findall(cell.source):
                if "://" not in link and not (Path(folder) / link).is_file():
                    found.append(f"cell {number}: the picture {link} is missing")
    if not shown:
        found.append("no cell shows a picture (image/png)")
    return found


def publishing_problems(notebook, size, places=()):
    """Lists what keeps an executed notebook from being committed: a file of 3 MB or more,
    a path of this machine (`places` names folders besides the usual ones) in an output."""
    found = []
    if size >= MAX_BYTES:
        found.append(f"{size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB")
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            for text in texts(output):
                paths = ABSOLUTE.findall(text) + [p for p in map(str, places) if p in text]
                if paths:
                    found.append(f"cell {number}: the output holds the path {paths[0]}")
    return found


def normalise(notebook):
    """Removes what differs between two executions of the same cells: times, counts, message splits."""
    count = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        if cell.execution_count is not None:
            count += 1
            cell.execution_count = count
        merged = []
        for output in cell.outputs:
            if output["output_type"] == "execute_result":
                output["execution_count"] = cell.execution_count
            last = merged[-1] if merged else None
            if (
                last is not None
                and last["output_type"] == output["output_type"] == "stream"
                and last["name"] == output["name"]
            ):
                last["text"] += output["text"]
            else:
                merged.append(output)
        cell.outputs = merged
    notebook.metadata["kernelspec"] = {
        "display_name": "Rust",
        "language": "rust",
        "name": "rust",
    }
    return notebook


def extract_pictures(notebook, name, folder):
    """Writes the pictures as `<folder>/<name>_<cell>.png` (from a cell's second one on
    `_<cell>b.png`, ...), removes those of an earlier execution, and returns the paths."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{name}_*.png"):
        old.unlink()
    written = []
    for number, cell in enumerate(notebook.cells, start=1):
        for i, picture in enumerate(pictures(cell)):
            letter = "" if i == 0 else chr(ord("a") + i)
            path = folder / f"{name}_{number:02}{letter}.png"
            path.write_bytes(picture)
            written.append(path)
    return written
