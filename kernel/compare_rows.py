#!/usr/bin/env python3
"""Compares what `kernel/tamias parse` prints with an independent reading of the same logs.

The reading is src/plugins/oracle.py: plain Python for text, PyPI's pydlt for DLT (its packages are in
src/plugins/requirements.txt). The logs are the bundled samples and larger ones, made with other seeds.
"""

import csv
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src/plugins"))

import oracle  # noqa: E402  (found only once the path is set)

# Plugin, kind of generated log, settings.
GENERATED = (
    ("lines", "lines", {}),
    ("lines", "lines", {"format": "common"}),
    ("lines", "access", {"format": "regex", "pattern": oracle.ACCESS}),
    ("dlt", "dlt", {}),
    ("fields", "fields", {"columns": "time,sensor,value,unit,note", "header": True}),
)
SEED = 77
SIZE = "1M"


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def parsed(plugin, log, settings):
    """The rows that the command prints; strict, so that a wrong quote is an error."""
    command = [str(ROOT / "kernel/tamias"), "parse", plugin, str(log), "--format", "csv"]
    for name, value in settings.items():
        command += ["--set", f"{name}={text(value)}"]
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return list(csv.reader(io.StringIO(output, newline=""), strict=True))[1:]


def compare(title, plugin, log, settings):
    expected = [list(row) for row in oracle.rows(plugin, log.read_bytes(), settings)]
    found = parsed(plugin, log, settings)
    for number, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            sys.exit(f"{title}: row {number} is {one}, expected {other}")
    if len(found) != len(expected):
        sys.exit(f"{title}: {len(found)} rows, expected {len(expected)}")
    print(f"{title}: {len(found)} rows as expected", flush=True)


def main():
    csv.field_size_limit(1 << 30)
    for name, (plugin, sample, settings) in oracle.RUNS.items():
        compare(f"sample {name}", plugin, oracle.SAMPLES / sample, settings)
    with tempfile.TemporaryDirectory() as directory:
        for plugin, kind, settings in GENERATED:
            log = Path(directory, kind)
            generator = [sys.executable, str(ROOT / "src/plugins/samples/generate.py"), kind]
            subprocess.run(generator + ["--bytes", SIZE, "--seed", str(SEED), "-o", str(log)], check=True)
            compare(f"generated {kind} {list(settings)}", plugin, log, settings)
            os.remove(log)


if __name__ == "__main__":
    main()
