#!/usr/bin/env python3
"""Runs the linking scripts in the native engine: what they expect must be what another engine gives.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install -r requirements.txt
    /tmp/venv/bin/python check-linking.py [--convert] [NAME…]

With --convert, each `NAME.wast` is first converted to `NAME/spec.json` and the binaries beside it,
which needs wasm-tools.
"""

import json
import math
import struct
import subprocess
import sys
from pathlib import Path

from wasmtime import Config, Engine, Module, Store, Trap, WasmtimeError
from wasmtime import Instance as CoreInstance
from wasmtime.component import Component, Linker

SCRIPTS = Path(__file__).resolve().parents[2] / "src/test/resources/linking"

ENGINE_ERRORS = (Trap, WasmtimeError)

CORE_VERSION = b"\x01\x00\x00\x00"


def engine():
    config = Config()
    config.wasm_exceptions = True
    config.wasm_function_references = True
    config.wasm_gc = True
    config.wasm_tail_call = True
    config.wasm_threads = True
    config.shared_memory = True
    return Engine(config)


def convert(name):
    folder = SCRIPTS / name
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    tools = ["wasm-tools", "json-from-wast", f"{name}.wast", "--wasm-dir", name, "-o", f"{name}/spec.json"]
    subprocess.run(tools, cwd=SCRIPTS, check=True)


def value(each):
    kind, text = each["type"], each["value"]
    if kind == "f32":
        return struct.unpack("<f", struct.pack("<I", int(text)))[0]
    if kind == "f64":
        return struct.unpack("<d", struct.pack("<Q", int(text)))[0]
    return int(text)


def same(found, expected):
    if isinstance(expected, float) and math.isnan(expected):
        return math.isnan(found)
    return found == expected and math.copysign(1, found) == math.copysign(1, expected)


class Script:
    """Carries out the commands of one script; an assertion that does not hold raises AssertionError."""

    def __init__(self, name):
        self.folder = SCRIPTS / name
        self.engine = engine()
        self.linker = Linker(self.engine)
        with self.linker.root() as root:
            root.add_func("host-return-two", lambda store: 2)
            root.add_func("host-echo-u32", lambda store, number: number)
        self.definitions = {}
        self.instance = None

    def binary(self, command):
        """A component, or a core module without imports."""
        file = self.folder / command["filename"]
        kind = Module if file.read_bytes()[4:8] == CORE_VERSION else Component
        return kind.from_file(self.engine, str(file))

    def instantiate(self, binary):
        # A store of its own for each: after a trap the old one takes no more calls.
        self.store = Store(self.engine)
        if isinstance(binary, Module):
            self.instance = CoreInstance(self.store, binary, []).exports(self.store)
        else:
            self.instance = self.linker.instantiate(self.store, binary)

    def invoke(self, action):
        name = action["field"]
        core = not hasattr(self.instance, "get_func")
        func = self.instance[name] if core else self.instance.get_func(self.store, name)
        assert func is not None, f"no function {name}"
        return func(self.store, *map(value, action["args"]))

    def run(self, command):
        kind = command["type"]
        if kind == "module":
            self.instantiate(self.binary(command))
        elif kind == "module_definition":
            self.definitions[command["name"]] = self.binary(command)
        elif kind == "module_instance":
            self.instantiate(self.definitions[command["module"]])
        elif kind == "assert_return":
            found = self.invoke(command["action"])
            expected = [value(each) for each in command["expected"]]
            assert expected == [] and found is None or same(found, expected[0]), (found, expected)
        elif kind == "assert_trap":
            self.fails(lambda: self.invoke(command["action"]), command["text"])
        elif kind == "assert_uninstantiable":
            binary = self.binary(command)
            self.fails(lambda: self.instantiate(binary), command["text"])
        else:
            raise AssertionError(f"unknown command {kind}")

    @staticmethod
    def fails(action, text):
        try:
            found = action()
        except ENGINE_ERRORS as error:
            assert text in str(error), f"{text!r} is not in {error}"
        else:
            raise AssertionError(f"gave {found} where a trap was expected")


def check(name):
    script = Script(name)
    commands = json.loads((script.folder / "spec.json").read_text())["commands"]
    for command in commands:
        try:
            script.run(command)
        except (AssertionError, *ENGINE_ERRORS) as error:
            sys.exit(f"{name}.wast:{command['line']}: {error}")
    print(f"{name:16} {len(commands):>3} commands as expected")
    return len(commands)


def main():
    arguments = [each for each in sys.argv[1:] if each != "--convert"]
    names = arguments or sorted(path.stem for path in SCRIPTS.glob("*.wast"))
    if "--convert" in sys.argv:
        for name in names:
            convert(name)
    print(sum(map(check, names)), "commands as expected")


if __name__ == "__main__":
    main()
