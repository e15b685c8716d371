#!/usr/bin/env python3
"""Runs every program of src/test/plugins/programs in the native engine and compares what it prints.

    /tmp/venv/bin/python check-programs.py [--write]

The environment is that of check-native.py. Expected are the lines of src/test/resources/wasi/programs.txt;
`--write` states them anew.
"""

import re
import sys
import tempfile
from pathlib import Path

from wasmtime import Config, Engine, ExitTrap, Store, WasiConfig, WasmtimeError
from wasmtime.component import Component, Linker

WASI = Path(__file__).resolve().parents[1] / "test/resources/wasi"
EXPECTED = WASI / "programs.txt"
RUN = "wasi:cli/run@0.2.6"


def fill(folder):
    (folder / "dir").mkdir(parents=True)
    (folder / "file").write_text("file in box")
    (folder / "dir/deep").write_text("deep in box")


def context(folder):
    wasi = WasiConfig()
    wasi.argv = ["program.wasm", "one", "two words"]
    wasi.env = [("GREETING", "hello")]
    (folder / "in").write_text("first line\nlast line")
    wasi.stdin_file = str(folder / "in")
    wasi.stdout_file = str(folder / "out")
    for name in ("box", "ro"):
        fill(folder / name)
    wasi.preopen_dir(str(folder / "box"), "/box")
    wasi.preopen_dir(str(folder / "ro"), "/ro", fs_mutable=False)
    return wasi


def run(engine, path):
    """The exit code, 101 for a trap, and the output on one line."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(engine)
        store.set_limits(memory_size=256 << 20)
        store.set_wasi(context(Path(folder)))
        linker = Linker(engine)
        linker.add_wasip2()
        instance = linker.instantiate(store, Component.from_file(engine, str(path)))
        at = instance.get_export_index(store, RUN)
        function = instance.get_func(store, instance.get_export_index(store, "run", at))
        try:
            exit_code = 1 if getattr(function(store), "tag", "ok") == "err" else 0
        except ExitTrap as exit:
            exit_code = exit.code
        except WasmtimeError as error:
            status = re.search(r"exit status (\d+)", str(error))
            exit_code = int(status[1]) if status else 101
        del function, instance, store
        output = (Path(folder) / "out").read_text().replace("\n", "|").strip()
        return f"{path.stem} {exit_code} {output}".strip()


def main():
    engine = Engine(Config())
    found = [run(engine, path) for path in sorted((WASI / "programs").glob("*.wasm"))]
    if "--write" in sys.argv:
        EXPECTED.write_text("\n".join(found) + "\n")
    expected = EXPECTED.read_text().splitlines()
    for line, other in zip(found, expected):
        if line != other:
            print(f"native:   {line}\nexpected: {other}")
    print(f"{len(found)} programs")
    return found != expected


if __name__ == "__main__":
    sys.exit(main())
