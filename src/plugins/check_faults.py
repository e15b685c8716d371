"""Runs the plugins for tests of bad input in the native engine: each must do what its name says."""

import tempfile
from pathlib import Path

from wasmtime import Config, Engine, Store
from wasmtime.component import Component, Linker, Record, ResourceHost, ResourceType

from native import PARSER, Plugin, dropdown

DATA = b"one\ntwo\nthree\nfour\n"

# What a call gives that is no row: the case of the error, or a trap.
PARSE_ERRORS = {"parse-error": "parse", "unrecoverable": "unrecoverable", "incomplete": "incomplete", "eof": "eof"}
TRAPS = ("trap", "print-and-trap", "recurse", "grow", "bad-utf8", "bad-pointer", "huge-list", "bad-case", "million")
# These run out of fuel; what sleeps takes none and would never end.
ENDLESS = ("loop", "fill", "log-forever")
SLEEPING = "sleep"
INIT_ERRORS = ("config", "io", "unsupported", "other")

ECHO = "tamias:testing/echo@0.1.0"


def limited():
    """An engine that stops a plugin after a while, as a host has to."""
    config = Config()
    config.consume_fuel = True
    return Engine(config)


def faulty(path, fault, **given):
    plugin = Plugin(str(path), engine=limited(), fuel=1_000_000_000, **given)
    return plugin, plugin.init(PARSER, {"fault": dropdown(fault)})


def trapped(call):
    try:
        call()
    except Exception as trap:  # noqa: BLE001: the engine raises more than one kind
        return str(trap).strip().splitlines()[-1].strip()
    raise AssertionError("no trap")


def check_faulty(path):
    options = Plugin(str(path)).call(PARSER, "get-config-schemas")[0]
    names = getattr(options, "input-type")[0]
    seen = set()
    for fault in names:
        seen.add(fault)
        print(f"faulty {fault:16} {outcome(path, fault)}")
    print(f"faulty           {len(seen)} faults")


def outcome(path, fault):
    if fault in ("trap-init", "loop-init"):
        return "init traps: " + trapped(lambda: faulty(path, fault))
    if fault == SLEEPING:
        return "not run"
    with tempfile.TemporaryDirectory() as folder:
        plugin, refused = faulty(path, fault, temp=folder)
        if fault.startswith("init-"):
            assert refused.tag == INIT_ERRORS[["config", "io", "unsupported", "other"].index(fault[5:])]
            return f"init says {refused.tag}: {refused.payload}"
        assert refused is None, refused
        if fault in (*TRAPS, *ENDLESS):
            return "traps: " + trapped(lambda: plugin.parse(DATA))
        found = plugin.parse(DATA)
        if fault in PARSE_ERRORS:
            assert found.error.tag == PARSE_ERRORS[fault]
            return f"error {found.error.tag}"
        assert found.error is None, found.error
        if fault == "trap-later":
            return f"{len(found.rows)} rows, then traps: " + trapped(lambda: plugin.parse(DATA))
        log = f", {len(plugin.log)} messages in the log" if plugin.log else ""
        files = f", file {found.attachments[0].name}" if found.attachments else ""
        rows = str(found.rows).replace(folder, "…")[:2000]
        return f"{rows}, consumed {found.consumed} of {len(DATA)}{files}{log}"


def check_scans(folder):
    for name in ("loop", "trap", "grow"):
        plugin = Plugin(str(folder / f"scan-{name}/scan-{name}.wasm"), engine=limited(), fuel=100_000_000)
        print(f"scan-{name:8} get-version: " + trapped(lambda: plugin.call(PARSER, "get-version")))
    for name in ("settings", "html"):
        plugin = Plugin(str(folder / f"scan-{name}/scan-{name}.wasm"))
        print(f"scan-{name:8} {len(plugin.call(PARSER, 'get-config-schemas'))} settings")
    for name in ("other-version", "no-export"):
        print(f"{name:13} exports {Plugin(str(folder / name / f'{name}.wasm')).exports}")
    refused = trapped(lambda: Plugin(str(folder / "core-module/core-module.wasm")))
    print(f"core-module   is refused: {refused}")


class Echo:
    """The echo with a host of its own: counters, and two functions."""

    def __init__(self, path):
        engine = Engine(Config())
        self.store, self.values, self.dropped = Store(engine), {}, []
        component, linker = Component.from_file(engine, str(path)), Linker(engine)
        kind = ResourceType.host(1)
        with linker.root() as root, root.add_instance("tamias:testing/host@0.1.0") as host:
            host.add_resource("counter", kind, lambda _, rep: self.dropped.append(rep))
            host.add_func("[constructor]counter", lambda _, start: self.counter(start))
            host.add_func("[static]counter.doubled", lambda _, start: self.counter(2 * start))
            host.add_func("[method]counter.add", self.add)
            host.add_func("describe", lambda _, it: f"counter at {self.values[self.rep(it)]}")
            host.add_func("join", lambda _, parts: "+".join(parts))
        self.instance = linker.instantiate(self.store, component)

    def counter(self, start):
        rep = len(self.values)
        self.values[rep] = start
        return ResourceHost.own(rep, 1)

    def rep(self, handle):
        return handle.to_host(self.store).rep

    def add(self, _, handle, n):
        # The handle is used up by asking once.
        rep = self.rep(handle)
        self.values[rep] += n
        return self.values[rep]

    def call(self, name, *arguments):
        at = self.instance.get_export_index(self.store, ECHO)
        function = self.instance.get_func(self.store, self.instance.get_export_index(self.store, name, at))
        result = function(self.store, *arguments)
        function.post_return(self.store)
        return result


def point(x, y, label):
    value = Record()
    value.x, value.y, value.label = x, y, label
    return value


def check_echo(path):
    echo = Echo(path)
    values = {
        "bool": [True, False], "s8": [-128, 127], "u8": [0, 255], "s16": [-32768], "u16": [65535],
        "s32": [-(1 << 31)], "u32": [(1 << 32) - 1], "s64": [-(1 << 63)], "u64": [(1 << 64) - 1],
        "f32": [1.5, float("inf")], "f64": [-0.1], "char": ["é", "\U0001f43f"], "string": ["", "Streifenhörnchen \U0001f43f"],
        "bytes": [b"", bytes(range(256))], "strings": [[], ["a", "", "漢"]], "nested": [[[], ["a"], ["b", "c"]]],
        "point": [point(-1, 2.5, "p")], "points": [[point(1, 0.0, ""), point(2, 1.0, "x")]],
        "tuple": [(7, "seven", -7)], "color": ["green"], "toppings": [set(), {"anchovies", "jalapeno"}],
        "option": [None, "some"], "result": [5, "wrong"],
        # A case is told by the Python type of its payload.
        "shape": [1.5, 1 << 40, "n", point(3, 4.5, "at"), None], "shapes": [[1.5, None, "n", 7]],
    }
    for name, samples in values.items():
        for value in samples:
            got = echo.call(f"of-{name}", value)
            assert (bytes(got) if name == "bytes" else got) == value, (name, value, got)
    assert echo.call("sum-17", *range(1, 18)) == sum(range(1, 18))
    assert echo.call("use-counter", 10, 5) == 20 and len(echo.dropped) == 1
    assert echo.call("lend-counter", 4) == "counter at 8" and len(echo.dropped) == 2
    assert echo.call("join-by-host", ["a", "b"]) == "a+b"
    print(f"echo          {len(values)} kinds of values, a sum, counters, a join")


def run(folder: Path):
    check_faulty(folder / "faulty/faulty.wasm")
    check_scans(folder)
    check_echo(folder / "echo/echo.wasm")
