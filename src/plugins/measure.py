#!/usr/bin/env python3
"""How fast the parsers are in the native engine, without a host's work around them.

    measure.py FOLDER

FOLDER holds big.lines, big.access, big.fields and big.dlt, made by samples/generate.py. The core
module is taken out of the component and called as a host's canonical ABI would call it: bytes
copied in, `parse`, the number of items and their lengths read, post-return.
"""

import struct
import sys
import time
from pathlib import Path

from wasmtime import Engine, FuncType, Linker, Module, Store, ValType, WasiConfig

import oracle

PLUGINS = Path(__file__).resolve().parents[2] / "src/main/resources/dev/tamias/plugins/parsers"
EXPORT = "chipmunk:parser/parser@0.1.0#"
WINDOW = 256 << 10

TEXT, DROPDOWN = 3, 6

RUNS = (
    ("lines", "big.lines", []),
    ("lines", "big.lines", [("format", DROPDOWN, "common")]),
    ("lines", "big.access", [("format", DROPDOWN, "regex"), ("pattern", TEXT, oracle.ACCESS)]),
    ("fields", "big.fields", []),
    ("dlt", "big.dlt", []),
)


def number(data, at):
    """A number in LEB128, and the position behind it."""
    value = shift = 0
    while True:
        byte = data[at]
        value, shift, at = value | (byte & 127) << shift, shift + 7, at + 1
        if byte < 128:
            return value, at


def first_core_module(component):
    at = 8
    while at < len(component):
        kind = component[at]
        size, at = number(component, at + 1)
        if kind == 1:
            return component[at : at + size]
        at += size
    raise ValueError("a component without a core module")


class Core:
    def __init__(self, name):
        engine = Engine()
        self.store = Store(engine)
        self.store.set_wasi(WasiConfig())
        linker = Linker(engine)
        linker.define_wasi()
        linker.define_func(
            "chipmunk:shared/logging@0.1.0", "log", FuncType([ValType.i32()] * 3, []), lambda *_: None
        )
        module = Module(engine, first_core_module((PLUGINS / name / f"{name}.wasm").read_bytes()))
        self.exports = linker.instantiate(self.store, module).exports(self.store)
        self.memory = self.exports["memory"]
        if "_initialize" in self.names():
            self.call("_initialize")

    def names(self):
        return list(self.exports)

    def call(self, name, *arguments):
        return self.exports[name](self.store, *arguments)

    def put(self, data, align=1):
        at = self.call("cabi_realloc", 0, 0, align, len(data)) if data else align
        self.memory.write(self.store, data, at)
        return at

    def get(self, at, length):
        return bytes(self.memory.read(self.store, at, at + length))

    def init(self, settings):
        items = b""
        for name, case, value in settings:
            id_at, value_at = self.put(name.encode()), self.put(value.encode())
            items += struct.pack("<IIB3xII", id_at, len(name), case, value_at, len(value.encode()))
        result = self.call(EXPORT + "init", 0, self.put(items, 4), len(settings))
        assert self.get(result, 1) == b"\0", "init failed"

    def parse(self, data):
        """Bytes consumed and rows made of a slice."""
        result = self.call(EXPORT + "parse", self.put(data), len(data), 0, 0)
        failed, items, count = struct.unpack("<B3xII", self.get(result, 12))
        consumed = 0
        if not failed:
            raw = self.get(items, count * ITEM)
            consumed = sum(at for (at,) in struct.iter_unpack(f"<{ITEM - 8}xQ", raw))
        self.call("cabi_post_" + EXPORT + "parse", result)
        return consumed, count


# The size of a `parse-return`, whose last field is the number of bytes.
ITEM = 96


def main():
    for name, file, settings in RUNS:
        core = Core(name)
        core.init(settings)
        data = (Path(sys.argv[1]) / file).read_bytes()
        at = rows = 0
        start = time.process_time()
        while at < len(data):
            consumed, count = core.parse(data[at : at + WINDOW])
            if consumed == 0:
                break
            at, rows = at + consumed, rows + count
        seconds = time.process_time() - start
        how = settings[0][2] if settings else "default"
        print(f"{name:7} {how:8} {at / seconds / 1e6:6.1f} MB/s, {rows / seconds / 1e6:5.2f} M rows/s, {at} of {len(data)} bytes")


if __name__ == "__main__":
    main()
