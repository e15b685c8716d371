#!/usr/bin/env python3
"""Asks the same of one seeded log in four ways: our table, our SQL, polars and DuckDB; and reads our files back.

    compare_tables.py --rows 20000            # what CI does
    compare_tables.py --rows 2000000          # a log of 256 MB; TAMIAS_TABLE_ROWS says the same

Ours goes through the plugin `lines`, as in a notebook. The others read the log with a regular expression.
It prints the answers side by side, with what the table takes, and fails where two differ. The packages are
in tables-requirements.txt.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import polars

ROOT = Path(__file__).resolve().parents[2]
TAMIAS = os.environ.get("TAMIAS_LAUNCHER", str(ROOT / "kernel/tamias"))
LINE = r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}) ([A-Z]+) +([^ :]+): (.*)$"
TOP = 8

# Answers as one line of JSON behind this word.
ANSWER = "answer "

TABLE = """
import java.time.Duration;
import dev.tamias.table.LogTables;
import tech.tablesaw.api.Table;
long used() throws Exception {
    for (int i = 0; i < 4; i++) { System.gc(); Thread.sleep(50); }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
}
String pairs(Table table, int most) {
    StringBuilder text = new StringBuilder("[");
    for (int row = 0; row < Math.min(most, table.rowCount()); row++) {
        text.append(row == 0 ? "" : ",").append('[').append(dev.tamias.table.out.JsonText.quoted(table.getUnformatted(row, 0)));
        text.append(',').append(table.getUnformatted(row, 1)).append(']');
    }
    return text.append(']').toString();
}
var step = Plugins.scan().parser("lines").set("format", "common").over(bytes("LOG"));
step.head(1000).table();
long before = used();
long begun = System.nanoTime();
Table log = step.table();
long built = System.nanoTime() - begun;
long bytes = used() - before;
var errors = LogTables.of(log).where(LogTables.column("Level").is("ERROR"));
Table slots = errors.buckets(Duration.ofMinutes(1), "Component");
int groups = 0; long most = 0;
for (int r = 0; r < slots.rowCount(); r++) {
    long n = Long.parseLong(slots.getUnformatted(r, 2));
    groups += n > 0 ? 1 : 0;
    most = Math.max(most, n);
}
var ns = log.longColumn("Timestamp ns");
System.out.println("answer {\\"records\\":" + log.rowCount() + ",\\"errors\\":" + errors.rowCount()
    + ",\\"groups\\":" + groups + ",\\"largest\\":" + most
    + ",\\"levels\\":" + pairs(LogTables.of(log).countBy("Level"), 100)
    + ",\\"messages\\":" + LogTables.of(log).countBy("Message").rowCount()
    + ",\\"top\\":" + pairs(LogTables.of(log).topN("Message", 8), 8)
    + ",\\"first\\":" + (long) ns.min() + ",\\"nanoseconds\\":" + java.util.stream.LongStream.of(ns.asLongArray()).filter(t -> t != Long.MIN_VALUE).map(t -> t % 1_000_000_007L).sum()
    + ",\\"heap\\":" + bytes + ",\\"seconds\\":" + built / 1e9 + "}");
"""

# The same of the table "log" of both DuckDBs: question, text, number.
SQL = """
with grouped as (select count(*) n from log where "Level" = 'ERROR' group by date_trunc('minute', "Timestamp"), "Component"),
     messages as (select coalesce("Message", '') m, count(*) n from log group by 1)
select 'records' q, '' t, count(*) n from log
union all select 'errors', '', count(*) from log where "Level" = 'ERROR'
union all select 'groups', '', count(*) from grouped
union all select 'largest', '', max(n) from grouped
union all select 'messages', '', count(*) from messages
union all select 'nanoseconds', '', sum(epoch_ns("Timestamp") % 1000000007)::BIGINT from log
union all select 'levels', coalesce("Level", ''), count(*) from log group by "Level"
union all select 'top', m, n from (select m, n from messages order by n desc, m limit 8)
"""

OF_SQL = """
var asked = Plugins.scan().parser("lines").set("format", "common").over(bytes("LOG")).sql(QUERY);
for (int row = 0; row < asked.rowCount(); row++) {
    System.out.println("answer [\\"" + asked.getUnformatted(row, 0) + "\\","
        + dev.tamias.table.out.JsonText.quoted(asked.getUnformatted(row, 1)) + "," + asked.getUnformatted(row, 2) + "]");
}
"""


def generate(rows, seed, target):
    generator = ROOT / "src/plugins/samples/generate.py"
    subprocess.run([sys.executable, generator, "service", "--rows", str(rows), "--seed", str(seed), "-o", target], check=True)


def ours(log, script):
    """What lines of JSON a script in our JShell answers with."""
    text = script.replace("LOG", str(log)).replace("QUERY", json.dumps(" ".join(SQL.split())))
    run = subprocess.run([TAMIAS, "jshell"], input=text, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [json.loads(line[len(ANSWER) :]) for line in run.stdout.splitlines() if line.startswith(ANSWER)]


def of_rows(rows):
    answer = {"levels": [], "top": []}
    for question, text, number in rows:
        if question in answer and isinstance(answer[question], list):
            answer[question].append([text, number])
        else:
            answer[question] = number
    return answer


def of_polars(log):
    lines = polars.scan_csv(
        log, has_header=False, separator="\x01", quote_char=None, new_columns=["line"], schema={"line": polars.String},
    )
    parts = lines.select(polars.col("line").str.extract_groups(LINE).alias("p"), "line").select(
        polars.col("p").struct[0].str.to_datetime("%Y-%m-%d %H:%M:%S%.6f", time_unit="ns").alias("time"),
        polars.col("p").struct[1].alias("level"),
        polars.col("p").struct[2].alias("component"),
        polars.coalesce(polars.col("p").struct[3], "line").alias("message"),
    ).collect()
    errors = parts.filter(polars.col("level") == "ERROR")
    groups = errors.group_by(polars.col("time").dt.truncate("1m"), "component").len()
    messages = parts.group_by("message").len()
    top = messages.sort(["len", "message"], descending=[True, False]).head(TOP)
    levels = parts.group_by(polars.col("level").fill_null("")).len()
    return {
        "records": parts.height,
        "errors": errors.height,
        "groups": groups.height,
        "largest": groups["len"].max(),
        "levels": [list(row) for row in levels.rows()],
        "messages": messages.height,
        "top": [list(row) for row in top.rows()],
        "nanoseconds": (parts["time"].dt.timestamp("ns") % 1_000_000_007).sum(),
    }


def of_duckdb(log):
    database = duckdb.connect()
    parts = ", ".join(f"regexp_extract(line, '{LINE}', {i})" for i in range(1, 5))
    database.execute(
        f"""create table log as select strptime(nullif(p[1], ''), '%Y-%m-%d %H:%M:%S.%f') "Timestamp",
        nullif(p[2], '') "Level", nullif(p[3], '') "Component", if(p[1] = '', line, p[4]) "Message" from
        (select line, [{parts}] p
        from read_csv('{log}', columns = {{'line': 'VARCHAR'}}, delim = '\x01', quote = '', escape = '', header = false))"""
    )
    return of_rows(database.execute(SQL).fetchall())


def settled(answer):
    """Rows of equal count may come in either order."""
    answer = dict(answer)
    for name in ("top", "levels"):
        answer[name] = sorted((-count, text or "") for text, count in answer[name])
    return answer


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=int(os.environ.get("TAMIAS_TABLE_ROWS", "20000")))
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--log", type=Path, help="a log that is there already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        log = given.log or Path(directory, "service.log")
        if not given.log:
            generate(given.rows, given.seed, log)
        print(f"{log.stat().st_size} bytes, seed {given.seed}", flush=True)
        answers = {}
        ways = {
            "table": lambda it: ours(it, TABLE)[-1],
            "sql": lambda it: of_rows(ours(it, OF_SQL)),
            "polars": of_polars,
            "duckdb": of_duckdb,
        }
        for name, ask in ways.items():
            begun = time.monotonic()
            answers[name] = settled(ask(log))
            print(f"{name}: {time.monotonic() - begun:.1f} s", flush=True)
    table = answers["table"]
    print(f"table: {table['heap'] / 1e6:.1f} MB of live heap, {table['heap'] / table['records']:.1f} bytes a row, "
          f"made in {table['seconds']:.1f} s")
    different = 0
    for question in answers["polars"]:
        values = {name: answer[question] for name, answer in answers.items()}
        same = len({str(value) for value in values.values()}) == 1
        different += not same
        shown = table[question] if question not in ("top", "levels") else table[question][:3]
        print(f"{question}: {shown} " + ("equal" if same else f"DIFFERENT {values}"), flush=True)
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
