"""A parser in the native engine, without a host's work around it.

The core module is taken out of the component and called as a host's canonical ABI would call it: bytes
copied in, `parse`, the items' number and lengths read, post-return. Strings are not copied out, which
a host would do: that favours the native engine by the price of one copy of the text.
"""

import os
import struct
import sys
import time

from wasmtime import Engine, FuncType, Linker, Module, Store, ValType, WasiConfig

EXPORT = "chipmunk:parser/parser@0.1.0#"

# The size of a `parse-return`, whose last field is the number of bytes.
ITEM = 96

# Cases of a configuration value.
CASES = {"text": 3, "dropdown": 6}


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


class NativeParser:
    """An initialised parser; `settings` are of (name, case, text)."""

    def __init__(self, component, settings=()):
        engine = Engine()
        self.store = Store(engine)
        self.store.set_wasi(WasiConfig())
        linker = Linker(engine)
        linker.define_wasi()
        linker.define_func(
            "chipmunk:shared/logging@0.1.0", "log", FuncType([ValType.i32()] * 3, []), lambda *_: None
        )
        module = Module(engine, first_core_module(component))
        self.exports = linker.instantiate(self.store, module).exports(self.store)
        self.memory = self.exports["memory"]
        if "_initialize" in list(self.exports):
            self.call("_initialize")
        self.init(settings)

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
        for name, case, text in settings:
            value = text.encode()
            name_at, value_at = self.put(name.encode()), self.put(value)
            items += struct.pack("<IIB3xII", name_at, len(name), CASES[case], value_at, len(value))
        result = self.call(EXPORT + "init", 0, self.put(items, 4), len(settings))
        if self.get(result, 1) != b"\0":
            raise ValueError("init failed")

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

    def parse_all(self, data, window):
        """Rows of all the data in slices, and the CPU seconds of the calls."""
        at = rows = 0
        start = time.process_time()
        while at < len(data):
            consumed, count = self.parse(data[at : at + window])
            if consumed == 0:
                break
            at, rows = at + consumed, rows + count
        return rows, time.process_time() - start


def peak_kilobytes():
    """The most memory that this process had, in units of 1,024 bytes."""
    with open(f"/proc/{os.getpid()}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def main():
    """native_core.py COMPONENT INPUT WINDOW: rows and memory of a count, for run.py."""
    component, source, window = sys.argv[1:]
    base = peak_kilobytes()
    with open(component, "rb") as file:
        parser = NativeParser(file.read())
    rows = 0
    held = b""
    with open(source, "rb") as file:
        while more := file.read(int(window) - len(held)):
            held += more
            consumed, count = parser.parse(held)
            held, rows = held[consumed:], rows + count
    print(f"rows={rows}\tpeak={peak_kilobytes()}\tbase={base}")


if __name__ == "__main__":
    main()
