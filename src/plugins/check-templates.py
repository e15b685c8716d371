#!/usr/bin/env python3
"""Runs the plugins that `templates/build all` built in the native engine, as a host would.

    templates/build all
    /tmp/venv/bin/python check-templates.py [FOLDER]
"""

import sys
import tempfile
from functools import cache
from pathlib import Path

from wasmtime import Config, Engine
from wasmtime.component import Component

from native import BYTE_SOURCE, PARSER, Plugin, feed

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "main/resources/dev/tamias/samples/lines.log"
DATA = SAMPLE.read_bytes()
ENGINE = Engine(Config())


@cache
def component(path):
    """Compiled once, instantiated often."""
    return Component.from_file(ENGINE, path)


def instance(path, preopens=()):
    return Plugin(component(path), preopens, engine=ENGINE)


def expected(data, separator):
    """The rows of the parser templates, for text of ASCII."""
    return [(line.split(separator, 1) + [""])[:2] for line in data.decode("ascii", "replace").splitlines()]


def refusal(plugin, interface, settings):
    """The reason a plugin gives for not starting; it must give one."""
    refused = plugin.init(interface, settings)
    assert refused is not None, f"{settings} was taken"
    return getattr(refused, "payload", refused)


def check_parser(path):
    lines = [line for line in DATA.splitlines(keepends=True) if line.isascii() and b"\x04" not in line]
    for separator, window in ((" ", 1 << 20), (":", 4096), (" ", 100), (" ", 1)):
        data = b"".join(lines if window > 1 else lines[:10])
        plugin = instance(path)
        assert plugin.init(PARSER, {"separator": separator}) is None
        assert plugin.columns() == ["First", "Rest"], plugin.columns()
        found = feed(plugin, data, window)
        assert found.consumed == len(data), (found.consumed, len(data))
        assert found.rows == expected(data, separator), window
    reason = refusal(instance(path), PARSER, {"separator": ""})
    return f"{len(lines)} rows in 4 slicings; refuses an empty separator: {reason}"


def config_ids(path):
    return [item.id for item in instance(path).call(BYTE_SOURCE, "get-config-schemas")]


def everything(plugin):
    found = b""
    while block := bytes(plugin.call(BYTE_SOURCE, "read", 5000)):
        assert len(block) <= 5000, len(block)
        found += block
    return found


def check_text_source(path):
    """The one in JavaScript, which has nothing to open a file with."""
    plugin = instance(path)
    assert plugin.init(BYTE_SOURCE, {"text": "some text", "times": 2000}) is None
    found = everything(plugin)
    assert found == b"some text\n" * 2000, len(found)
    reason = refusal(instance(path), BYTE_SOURCE, {"times": -1})
    return f"{len(found)} bytes; refuses less than none: {reason}"


def check_byte_source(path):
    if "text" in config_ids(path):
        return check_text_source(path)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "a.log")
        log.write_bytes(DATA)
        plugin = instance(path, preopens=[folder])
        assert plugin.init(BYTE_SOURCE, {"file": [str(log)]}) is None
        found = everything(plugin)
        assert found == DATA, len(found)
    reason = refusal(instance(path), BYTE_SOURCE, {"file": []})
    return f"{len(found)} bytes; refuses to read nothing: {reason}"


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "templates/.built"
    built = sorted(folder.glob("*/*.wasm"))
    if not built:
        print(f"none was built in {folder}")
    for path in built:
        check = check_parser if path.stem == "my-parser" else check_byte_source
        print(f"{path.parent.name:10} {path.stem}: {check(str(path))}", flush=True)


if __name__ == "__main__":
    main()
