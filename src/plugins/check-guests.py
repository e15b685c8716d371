#!/usr/bin/env python3
"""Runs what build-guests has built in the native engine and compares the rows with the oracle's.

    python check-guests.py FOLDER
    python check-guests.py golden      writes the expected rows of the test's log

The environment is that of check-native.py.
"""

import gzip
import json
import random
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from wasmtime import Config, Engine
from wasmtime.component import Component

from native import BYTE_SOURCE, PARSER, Plugin, dropdown, feed
from oracles import pairs

GUESTS = Path(__file__).resolve().parents[2] / "src/test/resources/guests"

SETTINGS = ({}, {"keys": "msg,user,time", "least": "warn"}, {"keys": "level", "rest": False})

PIECES = [
    b"\n", b"\n", b"\r\n", b"\r", b" ", b" ", b"\t", b"=", b'"', b"\\", b"\x04", b"a", b"time=", b"msg=", b"user=",
    b'msg="', b'" ', b"level=warn ", b"level=info", "é漢\U0001f43f".encode(), b"\xff", b"\xf0\x9f", b"\xed\xa0\x80",
    "\u2028".encode(), b"\xc2\x85", b"\xef\xbb\xbf",
]  # fmt: skip

NOISY_LOGS = 100


def check_parser(path, log):
    engine = Engine(Config())
    component = Component.from_file(engine, str(path))
    source = random.Random(11)
    rows = 0
    for settings in SETTINGS:
        logs = [(log, 1 << 20), (log, 100)]
        logs += [(b"".join(source.choices(PIECES, k=80)) + b"\n", 1 << 20) for _ in range(NOISY_LOGS)]
        plugin = Plugin(component, engine=engine)
        values = {k: dropdown(v) if k == "least" else v for k, v in settings.items()}
        assert plugin.init(PARSER, values) is None
        for data, window in logs:
            found = feed(plugin, data, window)
            expected = list(pairs.rows(data, settings))
            assert found.rows == expected, (data, found.rows, expected)
            assert found.consumed == len(data)
            rows += len(expected)
    refused = Plugin(component, engine=engine).init(PARSER, {"keys": "a,,b"})
    assert (refused.tag, refused.payload) == ("config", '"keys" names an empty key'), refused
    print(f"{path.name:16} {rows} rows as expected, a wrong setting refused")


def check_unpack(path):
    data = random.Random(1).randbytes(300_001)
    with tempfile.TemporaryDirectory() as folder:
        name = f"{folder}/some.gz"
        Path(name).write_bytes(gzip.compress(data))
        plugin = Plugin(str(path), preopens=[folder])
        assert plugin.init(BYTE_SOURCE, {"file": [name]}) is None
        got = b""
        while part := bytes(plugin.call(BYTE_SOURCE, "read", 65536)):
            got += part
        assert got == data
        refused = Plugin(str(path), preopens=[folder]).init(BYTE_SOURCE, {"file": [name + "x"]})
    print(f"{path.name:16} {len(data)} bytes unpacked; a missing file: {refused.tag}")


def main():
    log = (GUESTS / "pairs.log").read_bytes()
    if sys.argv[1] == "golden":
        lines = [json.dumps(row, ensure_ascii=False) for row in pairs.rows(log, {})]
        (GUESTS / "pairs.jsonl").write_text("\n".join(lines) + "\n")
        return
    print(f"wasmtime {version('wasmtime')}")
    for path in sorted(Path(sys.argv[1]).glob("*.wasm")):
        check_unpack(path) if path.name.startswith("unpack") else check_parser(path, log)


if __name__ == "__main__":
    main()
