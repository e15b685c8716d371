#!/usr/bin/env python3
"""Executes notebooks on the installed kernel "tamias" and checks what came of them.

A notebook fails on an error, on words on standard error, where no table was shown as HTML, or where an
output would fetch something from the network. With --check the outputs that the file holds are checked
and nothing is executed; that needs no package beyond Python's own.
"""

import argparse
import json
import os
import re
import sys

try:
    import nbformat
except ImportError:  # enough for --check
    nbformat = None

# What a viewer would fetch: addresses in attributes and style sheets. The names of XML namespaces are
# no addresses, and text that a log holds fetches nothing.
FETCHED = re.compile(
    r"""(?:\b(?:src|href|srcset|data|action|poster|background)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)"""
    r"""\s*(?:https?:)?//[^\s"'>)]+""",
    re.IGNORECASE,
)


def execute(path, kernel, timeout):
    """Runs all cells, whatever becomes of each, in the notebook's own directory."""
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": os.path.dirname(os.path.abspath(path))}}
    NotebookClient(
        notebook, kernel_name=kernel, timeout=timeout, allow_errors=True, coalesce_streams=True, resources=where
    ).execute()
    for cell in notebook.cells:
        # Times differ with every run and tell a reader nothing.
        cell.metadata.pop("execution", None)
    notebook.metadata.language_info.pop("version", None)
    return notebook


def texts(value):
    """The text of a MIME bundle's entry, which may be a list of lines."""
    return "".join(value) if isinstance(value, list) else str(value)


def faults(notebook):
    """What is wrong with a notebook's outputs, one sentence each."""
    found = []
    tables = 0
    executed = 0
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        executed += cell.get("execution_count") is not None
        for output in cell.get("outputs", []):
            kind = output["output_type"]
            if kind == "error":
                found.append(f"cell {number} failed: {output.get('evalue', '')}")
            if kind == "stream" and output["name"] == "stderr":
                found.append(f"cell {number} wrote to standard error: {texts(output['text'])[:300]!r}")
            for mime, value in output.get("data", {}).items():
                text = texts(value)
                tables += mime == "text/html" and "<table" in text
                address = FETCHED.search(text)
                if mime != "text/plain" and (address or "<script" in text):
                    found.append(f"cell {number} fetches or runs something: {(address or ['<script'])[0]!r}")
    if not executed:
        found.append("no cell was executed")
    if not tables:
        found.append("no table is shown as HTML")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebooks", nargs="+", metavar="FILE")
    parser.add_argument("--check", action="store_true", help="check the outputs in the file; execute nothing")
    parser.add_argument("--in-place", action="store_true", help="write the outputs into the file")
    parser.add_argument("--kernel", default="tamias")
    parser.add_argument("--timeout", type=int, default=300, metavar="SECONDS", help="the longest that a cell may run")
    arguments = parser.parse_args()
    failed = False
    for path in arguments.notebooks:
        if arguments.check:
            with open(path, encoding="utf-8") as file:
                notebook = json.load(file)
        else:
            notebook = execute(path, arguments.kernel, arguments.timeout)
        found = faults(notebook)
        if arguments.in_place and not found:
            nbformat.write(notebook, path)
        for fault in found:
            print(f"{path}: {fault}", file=sys.stderr)
        print(f"{path}: {'failed' if found else 'fine'}")
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
