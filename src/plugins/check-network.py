#!/usr/bin/env python3
"""Runs the program of src/test/plugins/network in the native engine, and compares what it prints.

    /tmp/venv/bin/python check-network.py [--write]

The environment is that of check-native.py, but with version 45 or 46 of wasmtime: the package of earlier ones
cannot allow the network at all, and that of later ones not TCP. Expected are the lines of src/test/resources/wasi/network.txt,
each a mode and what it prints; `--write` states them anew.
"""

import sys
import tempfile
from pathlib import Path

from wasmtime import Config, Engine, ExitTrap, Store, WasiConfig, WasmtimeError
from wasmtime._bindings import wasi_config_inherit_network
from wasmtime.component import Component, Linker

WASI = Path(__file__).resolve().parents[1] / "test/resources/wasi"
EXPECTED = WASI / "network.txt"
RUN = "wasi:cli/run@0.2.6"
MODES = ["states", "addresses", "options", "tcp-self 127.0.0.1 0", "tcp-busily 127.0.0.1 0", "udp-self 127.0.0.1 0", "lookup not/a/name"]


def run(engine, component, mode):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        wasi = WasiConfig()
        wasi.argv = ["network.wasm", *mode.split(" ")]
        wasi.stdout_file = str(out)
        wasi_config_inherit_network(wasi.ptr())
        store = Store(engine)
        store.set_wasi(wasi)
        linker = Linker(engine)
        linker.add_wasip2()
        instance = linker.instantiate(store, component)
        at = instance.get_export_index(store, RUN)
        try:
            instance.get_func(store, instance.get_export_index(store, "run", at))(store)
        except (ExitTrap, WasmtimeError):
            pass
        return out.read_text().strip().replace("\n", "|")


def main():
    config = Config()
    config.wasm_component_model = True
    engine = Engine(config)
    component = Component.from_file(engine, str(WASI / "network.wasm"))
    lines = [f"{mode}: {run(engine, component, mode)}" for mode in MODES]
    if "--write" in sys.argv:
        EXPECTED.write_text("\n".join(lines) + "\n")
    expected = EXPECTED.read_text().splitlines()
    for found, wanted in zip(lines, expected, strict=True):
        if found != wanted:
            print(f"found    {found}\nexpected {wanted}")
    print(f"{sum(a == b for a, b in zip(lines, expected))} of {len(lines)} as expected")
    return lines != expected


if __name__ == "__main__":
    sys.exit(main())
