"""The measurements of run.py, a function each."""

import subprocess
import sys
import time
from pathlib import Path

from figures import ratios
from jvm import MAIN

PROJECT = Path(__file__).resolve().parents[1]
RESOURCES = PROJECT / "src/main/resources/dev/tamias"
WINDOW = 256 << 10

# A JVM is warm when in so many rounds, one behind the other, less than this share of the CPU is that of its
# compilers and its collector; or after so many rounds.
QUIET_ROUNDS, QUIET_SHARE, MOST_ROUNDS = 3, 0.05, 80

# Title, plugin, settings as Tamias and as the native engine take them. BenchInput writes the inputs.
PARSERS = (
    ("lines, default", "lines", []),
    ("lines, common", "lines", [("format", "dropdown", "common")]),
    ("dlt", "dlt", []),
    ("fields", "fields", [("columns", "text", "Time,Level,Component,Thread,Message")]),
)


class Bench:
    """What the sections share: options, inputs and the JVMs' command."""

    def __init__(self, options, command, report, folder):
        self.options, self.command, self.report, self.folder = options, command, report, folder
        self.cache = folder / "cache"

    def server(self, **more):
        return self.command.serve(cache=self.cache, **more)

    def input(self, server, plugin, megabytes=None, name=None):
        megabytes = megabytes or self.options.mb
        path = self.folder / (name or f"{plugin}-{megabytes}.in")
        if not path.exists():
            server.ask("write", plugin, path, megabytes * 1_000_000)
        return path

    def settle(self, *measured):
        """Calls the functions in turn until the JVM's compilers have next to nothing left to do."""
        quiet = 0
        for done in range(MOST_ROUNDS):
            if done >= self.options.warm and quiet >= QUIET_ROUNDS:
                return
            answers = [each() for each in measured]
            quiet = quiet + 1 if beside(answers) < QUIET_SHARE else 0

    def pairs(self, *measured, warm=None):
        """Calls the functions in turn, a round for each pair; their answers, function by function."""
        for _ in range(self.options.warm if warm is None else warm):
            for each in measured:
                each()
        rounds = [[each() for each in measured] for _ in range(self.options.pairs)]
        return [list(answers) for answers in zip(*rounds)]


def beside(answers):
    """The share of the process's CPU that is not its own threads': the JVM's compilers and collector."""
    process = sum(each["process"] for each in answers)
    return max(0, process - sum(each["cpu"] for each in answers)) / max(process, 0.01)


def component(plugin):
    return (RESOURCES / f"plugins/parsers/{plugin}/{plugin}.wasm").read_bytes()


def words(settings):
    return [f"{name}={value}" for name, _, value in settings]


def parse(bench):
    """guest and lift on one core, rows thrown away: the native engine and Tamias, the same slices"""
    from native_core import NativeParser

    with bench.server() as server:
        for title, plugin, settings in PARSERS:
            path = bench.input(server, plugin)
            data = path.read_bytes()
            core = NativeParser(component(plugin), settings)

            def native():
                return core.parse_all(data, WINDOW)

            def ours():
                return server.ask("parse", plugin, path, WINDOW, *words(settings))

            natives, tamias = bench.pairs(native, ours)
            if natives[0][0] != tamias[0]["rows"]:
                raise ValueError(f"{title}: {natives[0][0]} rows natively, {tamias[0]['rows']} here")
            theirs = [seconds for _, seconds in natives]
            for name, key in (("threads", "cpu"), ("process", "process")):
                mine = [each[key] for each in tamias]
                bench.report.add(
                    "parse", title, f"Tamias, CPU of {name}", "MB/s", [len(data) / s / 1e6 for s in mine]
                )
                bench.report.add("parse", title, f"  times native, {name}", "x", ratios(mine, theirs))
            bench.report.add(
                "parse", title, "native engine", "MB/s", [len(data) / s / 1e6 for s in theirs]
            )


def table(bench):
    """file to table of five columns on one core: Tamias (Tablesaw), polars and DuckDB (regular expression)"""
    import peers

    regex = peers.PATTERN.replace("(?P<", "(?<")
    ours = (
        ("fields", ["columns=" + ",".join(peers.COLUMNS)]),
        ("lines", ["format=regex", "pattern=" + regex]),
    )
    with bench.server() as server:
        path = bench.input(server, "fields")

        def peer(rows):
            start = time.process_time()
            return {"rows": rows(path), "cpu": time.process_time() - start}

        asked = [
            lambda plugin=plugin, settings=settings, what=what: server.ask(what, plugin, path, *settings)
            for plugin, settings in ours
            for what in ("table-whole", "summary-whole")
        ]
        bench.settle(*asked)
        fields, parsed, lines, parsed_lines, polars, duckdb = bench.pairs(
            *asked, lambda: peer(peers.with_polars), lambda: peer(peers.with_duckdb), warm=1
        )
        if len({each[0]["rows"] for each in (fields, lines, polars, duckdb)}) != 1:
            raise ValueError("the tables have different numbers of rows")

        def rates(answers, key="cpu"):
            return [each["rows"] / each[key] for each in answers]

        for title, made, thrown in (
            ("Tamias, plugin fields", fields, parsed),
            ("Tamias, plugin lines, regex", lines, parsed_lines),
        ):
            bench.report.add("table", title, "CPU of threads", "rows/s", rates(made))
            bench.report.add("table", title, "CPU of process", "rows/s", rates(made, "process"))
            share = [100 * (1 - b["cpu"] / a["cpu"]) for a, b in zip(made, thrown)]
            bench.report.add("table", title, "the table's share", "%", share)
            bench.report.add("table", title, "  times polars", "x", ratios(rates(made), rates(polars)))
            bench.report.add("table", title, "  times DuckDB", "x", ratios(rates(made), rates(duckdb)))
        bench.report.add("table", "polars", "", "rows/s", rates(polars))
        bench.report.add("table", "DuckDB", "", "rows/s", rates(duckdb))


def start(bench):
    """from the start of a process: a bare JVM, the demo, the demo without caches"""
    bare, cold, warm = [], [], []
    for pair in range(bench.options.pairs):
        cache = bench.folder / f"cache-demo-{pair}"
        bare.append(bench.command.run("dev.tamias.cli.BenchPeak"))
        cold.append(bench.command.run(MAIN, "demo", cache=cache))
        warm.append(bench.command.run(MAIN, "demo", cache=cache))
    for title, runs in (
        ("a JVM that does nothing", bare),
        ("demo, first run on a machine", cold),
        ("demo, second run", warm),
    ):
        bench.report.add("start", title, "wall", "ms", [1000 * wall for _, wall, _ in runs])
        bench.report.add("start", title, "CPU of process", "ms", [1000 * cpu for _, _, cpu in runs])


def kernel(bench):
    """a running JVM's first row of a plugin that it has not used: without the code cache, and with it"""
    samples = RESOURCES / "samples"
    plugins = (("lines", samples / "lines.log"), ("dlt", samples / "sample.dlt"))
    figures = {}
    for pair in range(bench.options.pairs):
        cache = bench.folder / f"cache-kernel-{pair}"
        for state in ("without caches", "code cached"):
            with bench.command.serve(cache=cache) as server:
                for _ in range(3):
                    server.ask("first", "fields", samples / "fields.csv")
                    server.ask("table", "fields", samples / "fields.csv")
                for plugin, log in plugins:
                    first = server.ask("first", plugin, log)
                    again = server.ask("first", plugin, log)
                    figures.setdefault((plugin, state), []).append(first)
                    figures.setdefault((plugin, "used before"), []).append(again)
    for (plugin, state), answers in sorted(figures.items()):
        for name, key in (("wall", "wall"), ("CPU of process", "process")):
            bench.report.add(
                "kernel", f"{plugin}, {state}", name, "ms", [1000 * each[key] for each in answers]
            )


def memory(bench):
    """the most memory while 64 MB of lines are counted: a bare JVM, the native engine, Tamias"""
    with bench.server() as server:
        path = bench.input(server, "lines", 64)
        server.ask("first", "lines", path)
    bare, native, tamias = [], [], []
    for _ in range(min(bench.options.pairs, 5)):
        printed, _, _ = bench.command.run("dev.tamias.cli.BenchPeak")
        bare.append(float(printed.split("=")[1]) / 1024)
        native.append(native_peak(path))
        with bench.server() as server:
            server.ask("summary", "lines", path)
            tamias.append(server.ask("peak")["peak"] / 1024)
    bench.report.add("memory", "a JVM that does nothing", "", "MiB", bare)
    bench.report.add("memory", "native engine, in Python", "", "MiB", native)
    bench.report.add("memory", "Tamias", "", "MiB", tamias)
    ratio = [(ours - empty) / theirs for ours, empty, theirs in zip(tamias, bare, native)]
    bench.report.add("memory", "Tamias without the bare JVM", "  times native", "x", ratio)


def native_peak(path):
    """In MiB, of a process of its own."""
    core = Path(__file__).with_name("native_core.py")
    plugin = RESOURCES / "plugins/parsers/lines/lines.wasm"
    printed = subprocess.run(
        [sys.executable, core, plugin, path, str(WINDOW)], check=True, capture_output=True, text=True
    ).stdout
    answer = dict(pair.split("=") for pair in printed.strip().split("\t"))
    return float(answer["peak"]) / 1024


def cores(bench):
    """two files on two cores and one on one, and what two cores have to give meanwhile; one file in parts"""
    with bench.server() as server:
        one = bench.input(server, "lines", name="one.in")
        two = bench.input(server, "lines", name="two.in")
        common = "format=common"
        for title, what in (("rows thrown away", "summary"), ("tables", "table")):

            def alone(what=what):
                return server.ask(what + "-whole", "lines", one, common)

            def together(what=what):
                return server.ask(what, "lines", f"{one}|{two}", common)

            early, early_double = bench.pairs(alone, together)
            bench.settle(alone, together)
            single, double, spin, spins = bench.pairs(
                alone, together, lambda: server.ask("spin", 1), lambda: server.ask("spin", 2), warm=1
            )
            speedup = [2 * a["wall"] / b["wall"] for a, b in zip(single, double)]
            machine = [2 * a["wall"] / b["wall"] for a, b in zip(spin, spins)]
            bench.report.add("cores", title, "two files, times one", "x", speedup)
            bench.report.add("cores", title, "the machine's two cores", "x", machine)
            bench.report.add("cores", title, "of what the machine gives", "x", ratios(speedup, machine))
            more = [b["cpu"] / (2 * a["cpu"]) for a, b in zip(single, double)]
            bench.report.add("cores", title, "CPU of two, times two of one", "x", more)
            spent = [100 * beside([each]) for each in double]
            bench.report.add("cores", title, "of it compilers and collector", "%", spent)
            speedup = [2 * a["wall"] / b["wall"] for a, b in zip(early, early_double)]
            bench.report.add("cores", title, "two files, times one, not yet warm", "x", speedup)
        large = bench.input(server, "lines", 64)
        for title, what in (("one file, rows thrown away", "summary"), ("one file, table", "table")):
            whole, parts = bench.pairs(
                lambda: server.ask(what + "-whole", "lines", large, common),
                lambda: server.ask(what, "lines", large, common),
            )
            for name, key in (("in parts, times whole", "wall"), ("CPU of whole, times parts", "cpu")):
                bench.report.add(
                    "cores", title, name, "x", [a[key] / b[key] for a, b in zip(whole, parts)]
                )


ALL = {each.__name__: each for each in (parse, table, start, kernel, memory, cores)}
