"""The same five-column log made a table by others, with a regular expression, on one thread."""

import os

# Read when the library is loaded.
os.environ["POLARS_MAX_THREADS"] = "1"

import duckdb
import polars

COLUMNS = ("Time", "Level", "Component", "Thread", "Message")

PATTERN = r"^(?P<Time>[^,]*),(?P<Level>[^,]*),(?P<Component>[^,]*),(?P<Thread>[^,]*),(?P<Message>.*)$"

# A character that stands in no line, as the separator of fields that are not to be separated.
NONE = "\x01"


def with_polars(path):
    """Rows of the table that polars makes, its times parsed."""
    lines = polars.read_csv(
        path, has_header=False, separator=NONE, quote_char=None, new_columns=["line"]
    )
    groups = lines.select(polars.col("line").str.extract_groups(PATTERN).alias("groups"))
    table = groups.unnest("groups").with_columns(
        polars.col("Time").str.to_datetime("%Y-%m-%d %H:%M:%S%.3f")
    )
    if table.columns != list(COLUMNS) or table["Time"].null_count():
        raise ValueError("polars reads the log in another way")
    return table.height


def with_duckdb(path):
    """Rows of the table that DuckDB makes in memory, its times parsed."""
    with duckdb.connect(config={"threads": 1}) as database:
        names = ", ".join(f"'{name}'" for name in COLUMNS)
        database.execute(
            f"""create table log as
            select cast(g.Time as timestamp) as Time, g.Level, g.Component, g.Thread, g.Message from (
                select regexp_extract(line, ?, [{names}]) as g
                from read_csv(?, columns = {{'line': 'VARCHAR'}}, delim = '{NONE}', quote = '',
                              escape = '', header = false, auto_detect = false))""",
            [PATTERN, str(path)],
        )
        rows, times = database.execute("select count(*), count(Time) from log").fetchone()
    if rows != times:
        raise ValueError("DuckDB reads the log in another way")
    return rows
