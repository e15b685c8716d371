#!/usr/bin/env python3
"""Expected rows of the plugins, computed without them: plain Python for text, PyPI's `pydlt` for DLT.

    oracle.py lines FILE --set format=common
    oracle.py dlt FILE [--attachments]
    oracle.py golden            writes the expected rows of the bundled samples for the tests

A row is a JSON array of its cells, one a line; an attachment is a JSON object, its data in Base64.
"""

import argparse
import json
from pathlib import Path

from oracles import fields, lines

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "src/main/resources/dev/tamias/samples"
GOLDEN = ROOT / "src/test/resources/golden"

ACCESS = (
    r'^(?<Host>\S+) \S+ (?<User>\S+) \[(?<Time>[^\]]+)\] "(?<Method>[A-Z]+) (?<Path>\S+) [^"]*" '
    r"(?<Status>\d{3}) (?<Bytes>\d+|-)"
)

# Name of the golden file: plugin, sample, settings.
RUNS = {
    "lines": ("lines", "lines.log", {}),
    "lines-common": ("lines", "lines.log", {"format": "common"}),
    "lines-regex": ("lines", "access.log", {"format": "regex", "pattern": ACCESS}),
    "dlt": ("dlt", "sample.dlt", {}),
    "dlt-attachments": ("dlt", "attachments.dlt", {}),
    "fields": ("fields", "fields.csv", {"columns": "time,sensor,value,unit,note", "header": True}),
}


def rows(plugin, data, settings):
    """The rows of a log under settings of the plugin, lists of cells."""
    if plugin == "dlt":
        # Imported here: the text plugins are checked without it.
        from oracles import dlt

        return dlt.rows(data)
    return {"lines": lines.rows, "fields": fields.rows}[plugin](data, settings)


def attachments(data):
    from oracles import dlt

    return dlt.attachments(data)


def as_json(values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def write_golden():
    GOLDEN.mkdir(parents=True, exist_ok=True)
    runs = {}
    for name, (plugin, sample, settings) in RUNS.items():
        data = (SAMPLES / sample).read_bytes()
        (GOLDEN / f"{name}.jsonl").write_text(as_json(rows(plugin, data, settings)), "utf-8")
        runs[name] = {"plugin": plugin, "sample": sample, "settings": settings}
        if plugin == "dlt":
            (GOLDEN / f"{name}.files.jsonl").write_text(as_json(attachments(data)), "utf-8")
            runs[name]["attachments"] = f"{name}.files.jsonl"
    (GOLDEN / "runs.json").write_text(json.dumps(runs, indent=2) + "\n", "utf-8")


def setting(text):
    name, _, value = text.partition("=")
    words = {"true": True, "false": False}
    return name, words.get(value, int(value) if value.isdigit() else value)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("plugin", choices=["lines", "dlt", "fields", "golden"])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="ID=VALUE", type=setting)
    parser.add_argument("--attachments", action="store_true", help="those of a DLT trace instead")
    given = parser.parse_args()
    if given.plugin == "golden":
        write_golden()
        return
    data = given.file.read_bytes()
    found = attachments(data) if given.attachments else rows(given.plugin, data, dict(given.set))
    print(as_json(found), end="")


if __name__ == "__main__":
    main()
