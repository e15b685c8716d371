#!/usr/bin/env python3
"""Writes a log of odd cells as CSV, JSON lines, Parquet and Arrow and has polars, DuckDB and pyarrow read it.

    check_outputs.py [--rows 3000] [--seed 5]

The log is CSV, read by the plugin `fields`: times to the nanosecond, numbers at the ends of 64 bits and
beyond, booleans, texts with NUL, control characters, quotes, line feeds, other scripts; missing cells in all
columns. Every value has to come back as it is. The packages are in tables-requirements.txt.
"""

import argparse
import csv
import math
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

import duckdb
import polars
import pyarrow.ipc

from compare_tables import TAMIAS

COLUMNS = ("Time", "Count", "Ratio", "Wide", "Big", "Flag", "Level", "Note")
START = int(datetime(2026, 3, 2, 8, tzinfo=timezone.utc).timestamp()) * 10**9
PIECES = (
    "a", "b c", "\0", "\x01", "\x1b[31m", "\t", '"', '""', "'", ",", "\n", "\r\n", "\\", "\\n", "é", "小林", "😀",
    "\u2028", "\ufeff", "\u00a0", "{}", "null", "NaN", "-", " ", "1e5", "2026-01-01",
)
WIDE = (0.1, -2.5e300, 5e-324, 1.7976931348623157e308, 123456789.12345679, 1e22, -1.0, 3.0)

SCRIPT = """
import dev.tamias.table.type.CellType;
import dev.tamias.table.out.TableFiles;
var step = Plugins.scan().parser("fields").set("columns", "COLUMNS").over(bytes("LOG"))
    .column("Wide", CellType.floating()).column("Note", CellType.text());
step.csv(Path.of("OUT.csv"));
step.jsonLines(Path.of("OUT.jsonl"));
step.parquet(Path.of("OUT.parquet"));
step.arrow(Path.of("OUT.arrow"));
var table = step.table();
TableFiles.csv(table, Path.of("OUT-table.csv"));
TableFiles.jsonLines(table, Path.of("OUT-table.jsonl"));
TableFiles.arrow(table, Path.of("OUT-table.arrow"));
"""


def stamp(nanoseconds):
    seconds, part = divmod(nanoseconds, 10**9)
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S") + f".{part:09d}Z"


def rows(count, seed):
    """Pairs of a row's cells and its values."""
    source = random.Random(seed)
    now = START
    for number in range(count):
        now += source.randrange(1, 10**10)
        note = "".join(source.choice(PIECES) for _ in range(source.randrange(1, 6)))
        integer = source.choice((number, -number, 2**63 - 1, -(2**63) + 1, source.getrandbits(62)))
        ratio = source.randrange(-10**9, 10**9) / 1000 or 1.0
        wide = source.choice(WIDE)
        values = [now, integer, ratio, wide, str(2**64 + number), source.random() < 0.5,
                  source.choice(("INFO", "WARN", "ERROR")), note]
        cells = [stamp(now), str(integer), f"{ratio:.3f}", repr(wide), values[4], "true" if values[5] else "false",
                 values[6], note]
        for at in range(len(cells)):
            if source.random() < 0.05 and at != 4:
                cells[at], values[at] = "", None
        yield cells, values


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"'


def of_polars_text(frame):
    """Times of CSV and JSON are texts to it."""
    return frame.with_columns(polars.col("Time").str.to_datetime("%Y-%m-%dT%H:%M:%S%.9fZ", time_unit="ns"))


def of_polars(frame):
    frame = frame.with_columns(polars.col("Time").dt.timestamp("ns"))
    return [list(row) for row in frame.select(COLUMNS).iter_rows()]


TYPES = {"Time": "VARCHAR", "Count": "BIGINT", "Ratio": "DOUBLE", "Wide": "DOUBLE", "Big": "VARCHAR", "Flag": "BOOLEAN",
         "Level": "VARCHAR", "Note": "VARCHAR"}
SCHEMA = {"Time": polars.String, "Count": polars.Int64, "Ratio": polars.Float64, "Wide": polars.Float64,
          "Big": polars.String, "Flag": polars.Boolean, "Level": polars.String, "Note": polars.String}


def of_duckdb(source):
    time = 'epoch_ns("Time"::TIMESTAMP_NS)'
    names = ", ".join(f'"{name}"' for name in COLUMNS[1:])
    return [list(row) for row in duckdb.connect().execute(f"select {time}, {names} from {source}").fetchall()]


def readings(out):
    """Name of a reading, and how it is made."""
    struct = ", ".join(f"'{name}': '{kind}'" for name, kind in TYPES.items())
    for name in (out, f"{out}-table"):
        file = f"{name}.csv"
        yield f"polars {Path(file).name}", lambda file=file: of_polars(of_polars_text(polars.read_csv(file, schema=SCHEMA)))
        yield f"duckdb {Path(file).name}", lambda file=file: of_duckdb(
            f"read_csv('{file}', columns = {{{struct}}}, header = true, delim = ',', quote = '\"', escape = '\"')")
        yield f"python {Path(file).name}", lambda file=file: of_csv(file)
        file = f"{name}.jsonl"
        yield f"polars {Path(file).name}", lambda file=file: of_polars(of_polars_text(polars.read_ndjson(file, schema=SCHEMA)))
        yield f"duckdb {Path(file).name}", lambda file=file: of_duckdb(
            f"read_json('{file}', format = 'newline_delimited', columns = {{{struct}}})")
        file = f"{name}.arrow"
        yield f"polars {Path(file).name}", lambda file=file: of_polars(polars.read_ipc(file))
        yield f"pyarrow {Path(file).name}", lambda file=file: of_polars(polars.from_arrow(pyarrow.ipc.open_file(file).read_all()))
    yield "polars parquet", lambda: of_polars(polars.read_parquet(f"{out}.parquet"))
    yield "duckdb parquet", lambda: of_duckdb(f"'{out}.parquet'")


def of_csv(file):
    read = {"Time": lambda t: parsed(t), "Count": int, "Ratio": float, "Wide": float, "Flag": lambda t: t == "true"}
    with open(file, encoding="utf-8", newline="") as text:
        lines = list(csv.reader(text, strict=True))
    return [[read.get(name, str)(cell) if cell else None for name, cell in zip(COLUMNS, line)] for line in lines[1:]]


def parsed(text):
    seconds = datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    return int(seconds.timestamp()) * 10**9 + int(text[20:29])


def same(one, other):
    return one == other or isinstance(one, float) and isinstance(other, float) and math.isclose(one, other, rel_tol=0, abs_tol=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    made = list(rows(given.rows, given.seed))
    expected = [values for _, values in made]
    wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        log, out = Path(directory, "odd.csv"), Path(directory, "out")
        lines = ",".join(COLUMNS) + "\n" + "".join(",".join(map(quoted, cells)) + "\n" for cells, _ in made)
        log.write_text(lines, encoding="utf-8", newline="")
        script = SCRIPT.replace("COLUMNS", ",".join(COLUMNS) + '").set("header", "true').replace("LOG", str(log)).replace("OUT", str(out))
        subprocess.run([TAMIAS, "jshell"], input=script, encoding="utf-8", check=True, stdout=subprocess.DEVNULL)
        for name, read in readings(str(out)):
            found = read()
            bad = [(i, a, b) for i, (a, b) in enumerate(zip(found, expected)) if not all(map(same, a, b))]
            wrong += bool(bad) or len(found) != len(expected)
            print(f"{name}: {len(found)} rows, {len(bad)} differ from the {len(expected)} written (seed {given.seed})")
            for number, row, wanted in bad[:3]:
                print(f"  row {number}: {row}\n  expected {wanted}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
