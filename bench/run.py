#!/usr/bin/env python3
"""Measures Tamias beside the native engine and beside polars and DuckDB, pair by pair, in one run.

    kernel/tamias bench --native [--mb N] [--pairs N] [--only SECTION,…] [--json FILE]

README.md says what is measured and how to read it.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

import sections
from figures import Report, load
from jvm import Command


def arguments():
    words = sys.argv[1:]
    ours, java = words, []
    if "--" in words:
        ours, java = words[: words.index("--")], words[words.index("--") + 1 :]
    parser = argparse.ArgumentParser(
        prog="kernel/tamias bench --native", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--mb", type=int, default=16, help="size of an input in MB (16)")
    parser.add_argument("--pairs", type=int, default=5, help="measurements of each figure (5)")
    parser.add_argument("--warm", type=int, default=12, help="rounds before those that count (12)")
    parser.add_argument(
        "--only", default="", help="some of " + ", ".join(sections.ALL) + " (all if not given)"
    )
    parser.add_argument("--json", type=Path, help="where all figures are written")
    given = parser.parse_args(ours)
    given.only = [name for name in given.only.split(",") if name] or list(sections.ALL)
    for name in given.only:
        if name not in sections.ALL:
            parser.error(f"there is no section {name}")
    if not java:
        parser.error('run this as "kernel/tamias bench --native", which says how Java is started')
    return given, Command(java)


def main():
    options, command = arguments()
    report = Report()
    before = load()
    with tempfile.TemporaryDirectory(prefix="tamias-bench-") as folder:
        bench = sections.Bench(options, command, report, Path(folder))
        for name in options.only:
            section = sections.ALL[name]
            report.section(name, section.__doc__.splitlines()[0])
            section(bench)
            report.end()
    if options.json:
        run = {
            "machine": {
                "processor": processor(),
                "cores": os.cpu_count(),
                "system": platform.platform(),
                "python": platform.python_version(),
                "java": options_of_java(command),
            },
            "options": {"mb": options.mb, "pairs": options.pairs, "warm": options.warm},
            "load": {"before": before, "after": load()},
            "figures": report.rows,
        }
        options.json.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")


def processor():
    """The name of the machine's processor, where the system says it."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next((line.split(":")[1].strip() for line in lines if "model name" in line), "")
    except OSError:
        return platform.processor()


def options_of_java(command):
    """The version and the flags, without the class path."""
    words = command.words
    release = Path(os.path.realpath(words[0])).parent.parent / "release"
    version = ""
    if release.exists():
        for line in release.read_text(encoding="utf-8").splitlines():
            if line.startswith("JAVA_VERSION="):
                version = line.split("=")[1].strip('"')
    flags = [word for word in words[1:] if word.startswith("-") and word != "-cp"]
    return " ".join([version, *(flag for flag in flags if "/" not in flag)])


if __name__ == "__main__":
    main()
