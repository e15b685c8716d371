#!/usr/bin/env python3
"""Runs every plugin in the native engine and compares its rows with the oracle's.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install -r requirements.txt
    /tmp/venv/bin/python check-native.py
"""

import base64
import os
import random
import sys
import tempfile
import time
from functools import cache
from importlib.metadata import version
from pathlib import Path

from wasmtime import Config, Engine
from wasmtime.component import Component

import check_faults
import oracle
from native import BYTE_SOURCE, PARSER, Plugin, dropdown, feed

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "src/main/resources/dev/tamias/plugins"
DATA = ROOT / "src/main/resources/dev/tamias/samples"

NOISY_LOGS = 60


def parser_path(name):
    return str(PLUGINS / "parsers" / name / f"{name}.wasm")


@cache
def engine():
    return Engine(Config())


@cache
def component(name):
    """Compiled once, instantiated often."""
    return Component.from_file(engine(), parser_path(name))


def ready(name, settings):
    plugin = Plugin(component(name), engine=engine())
    values = {key: dropdown(value) if key == "format" else value for key, value in settings.items()}
    refused = plugin.init(PARSER, values)
    assert refused is None, refused
    return plugin


def check_rows(name, plugin_name, data, settings, window):
    plugin = ready(plugin_name, settings)
    found = feed(plugin, data, window)
    expected = list(oracle.rows(plugin_name, data, settings))
    assert found.rows == expected, first_difference(found.rows, expected)
    assert found.consumed == len(data), (found.consumed, len(data))
    assert all(len(row) == len(plugin.columns()) for row in found.rows)
    files = 0
    if plugin_name == "dlt":
        files = check_attachments(found.attachments, data)
    print(f"{name:16} window {window:>7}: {len(found.rows)} rows, {files} files as expected")


def check_attachments(found, data):
    expected = list(oracle.attachments(data))
    assert len(found) == len(expected), (len(found), len(expected))
    for file, wanted in zip(found, expected):
        assert file.name == wanted["name"] and file.size == wanted["size"]
        assert getattr(file, "created-date") == wanted["created"]
        assert list(file.messages) == wanted["messages"]
        assert bytes(file.data) == base64.b64decode(wanted["data"])
    return len(found)


def first_difference(found, expected):
    for at, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            return f"row {at}: found {one}, expected {other}"
    return f"{len(found)} rows, expected {len(expected)}"


def beginning(data):
    """About 2000 bytes, up to a line that starts as the last one does, and so not inside of quotes."""
    last = data[data.rfind(b"\n", 0, -1) :]
    return data[: data.find(last[:4], 2000) + 1]


def check_windows():
    """The rows of the samples, in one piece and in slices down to a byte at a time."""
    for name, (plugin, sample, settings) in oracle.RUNS.items():
        data = (DATA / sample).read_bytes()
        for window in (1, 100, 4096, 1 << 20):
            part = data if window >= 100 else beginning(data)
            if plugin == "dlt" and window < 100:
                part = (DATA / "attachments.dlt").read_bytes()
            check_rows(name, plugin, part, settings, window)


def check_noise():
    """Text that a careful generator does not make: bad UTF-8, stray quotes, lone carriage returns."""
    source = random.Random(7)
    pieces = [b"\r\n", b"\n", b"\r", b'"', b'""', b",", b"\t", b"\x04", b"\xff", "é漢".encode()[:4], b"a",
              b"2026-01-02 03:04:05", b" INFO", b" [x]", b" -", b": ", b" ", b"\x1b[1m", b"[", b"]", b"1"]
    runs = (
        ("lines", {}), ("lines", {"format": "common", "strip-ansi": True, "skip-empty": True}),
        ("lines", {"format": "regex", "pattern": r"(?<Time>\d{4}\S*) (?<Level>[A-Z]+)?"}),
        ("fields", {}), ("fields", {"count": 1}), ("fields", {"separator": "\\t", "quotes": False, "count": 3}),
    )
    for plugin, settings in runs:
        for _ in range(NOISY_LOGS):
            data = b"".join(source.choices(pieces, k=source.randrange(1, 60))) + b'"\n"\n'
            # An open quote at the end waits for more, which the oracle knows nothing of.
            if plugin == "fields" and settings.get("quotes", True):
                data += b'\n"\n' + b"x" * oracle.fields.LONGEST_QUOTED + b"\n"
            found = feed(ready(plugin, settings), data, 1 << 20)
            expected = list(oracle.rows(plugin, data, settings))
            assert found.rows == expected, (data, first_difference(found.rows, expected))
        print(f"{plugin:16} {NOISY_LOGS} noisy logs with {settings}")


def check_broken_dlt():
    """Bytes between and inside of messages: the good messages stay."""
    data = (DATA / "attachments.dlt").read_bytes()
    rows = list(oracle.rows("dlt", data, {}))
    starts = [at for at in range(len(data)) if data.startswith(b"DLT\x01", at)]
    noisy = b"junk DL" + b"noise".join(data[a:b] for a, b in zip(starts, [*starts[1:], len(data)]))
    broken = bytearray(data)
    # More arguments than the payload has.
    broken[starts[1] + 25] = 200
    for window in (64, 1 << 20):
        assert feed(ready("dlt", {}), noisy, window).rows == rows
        assert feed(ready("dlt", {}), bytes(broken), window).rows == rows[:1] + rows[2:]
    bare = b"".join(data[a + 16 : b] for a, b in zip(starts, [*starts[1:], len(data)]))
    found = feed(ready("dlt", {"storage-header": False}), bare, 200)
    assert [row[2:] for row in found.rows] == [row[2:] for row in rows]
    print("dlt              noise, a broken message, no storage headers")


def check_file_source():
    path = str(PLUGINS / "bytesources/file-source/file-source.wasm")
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "some.bin")
        data = random.Random(1).randbytes(3_000_001)
        Path(name).write_bytes(data)
        plugin = Plugin(path, preopens=[folder])
        assert plugin.init(BYTE_SOURCE, {"input-path": [name]}) is None
        got = []
        while part := bytes(plugin.call(BYTE_SOURCE, "read", 65536)):
            got.append(part)
        assert b"".join(got) == data and max(map(len, got)) == 65536
        for wrong in ([], [name, name], [name + "x"], [folder]):
            refused = Plugin(path, preopens=[folder]).init(BYTE_SOURCE, {"input-path": wrong})
            print(f"file-source      {len(wrong)} paths: {refused.tag}: {refused.payload.replace(folder, '…')}")


def main():
    print(f"wasmtime {version('wasmtime')}, Python {sys.version.split()[0]}")
    for path in sorted(PLUGINS.rglob("*.wasm")):
        interface = PARSER if path.parent.parent.name == "parsers" else BYTE_SOURCE
        plugin = Plugin(str(path))
        number = plugin.call(interface, "get-version")
        schemas = plugin.call(interface, "get-config-schemas")
        print(f"{path.stem} {number.major}.{number.minor}.{number.patch}: {[item.id for item in schemas]}")
        print("  imports", ", ".join(plugin.imports))
        if interface == PARSER:
            print("  columns", plugin.columns())
    check_windows()
    check_noise()
    check_broken_dlt()
    check_file_source()
    check_faults.run(ROOT / "src/test/resources/plugins")


if __name__ == "__main__":
    main()
