#!/usr/bin/env python3
"""Makes logs for demonstrations, tests and measurements: the same seed gives the same bytes.

    generate.py lines --rows 300 -o lines.log
    generate.py dlt --bytes 64M --seed 1 -o big.dlt
    generate.py samples -o ../../main/resources/dev/tamias/samples

Kinds: lines (timestamp, level, component, message), access (a web server's), service (as lines, with many
different messages), dlt, fields (CSV).
Only the standard library is used.
"""

import argparse
import os
import random
import sys
from datetime import datetime, timedelta, timezone

import dlt_log
import text_logs

# 2 March 2026, so that the samples hold no leap day and no change of summer time.
START = datetime(2026, 3, 2, 8, 0, 0, tzinfo=timezone.utc)

# Kind: generator of records from a random source and the time of the first record.
KINDS = {
    "lines": text_logs.lines,
    "access": text_logs.access,
    "service": text_logs.service,
    "fields": text_logs.fields,
    "dlt": dlt_log.messages,
}

# What `samples` writes: name, kind, rows, seed.
SAMPLES = (
    ("lines.log", "lines", 300, 1),
    ("access.log", "access", 300, 2),
    ("fields.csv", "fields", 400, 3),
    ("sample.dlt", "dlt", 400, 4),
)


def clock(source, mean):
    """Times that go on by about `mean` seconds, in steps of a microsecond."""
    now = START
    while True:
        yield now
        now += timedelta(microseconds=1 + int(source.expovariate(1 / mean) * 1_000_000))


def records(kind, seed):
    source = random.Random(seed)
    mean = {"dlt": 0.002, "service": 0.2}.get(kind, 1.5)
    return KINDS[kind](source, clock(source, mean))


def write(kind, seed, output, rows=None, size=None):
    """Writes records until there are that many, or that many bytes; the last one is whole."""
    written, block, length = 0, [], 0
    for count, record in enumerate(records(kind, seed), start=1):
        block.append(record)
        length += len(record)
        full = written + length >= size if size is not None else count >= rows
        if full or length >= 1 << 20:
            output.write(b"".join(block))
            written += length
            block, length = [], 0
        if full:
            return


def size_of(text):
    units = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
    unit = text[-1:].upper()
    return int(text[:-1]) * units[unit] if unit in units else int(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("kind", choices=[*KINDS, "samples"])
    parser.add_argument("--rows", type=int, default=300, help="how many records (default 300)")
    parser.add_argument("--bytes", type=size_of, help="how many bytes instead, such as 64M")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", help="the file; for samples the folder")
    given = parser.parse_args()
    if given.kind == "samples":
        folder = given.output or "."
        for name, kind, rows, seed in SAMPLES:
            with open(os.path.join(folder, name), "wb") as output:
                write(kind, seed, output, rows=rows)
    elif given.output:
        with open(given.output, "wb") as output:
            write(given.kind, given.seed, output, given.rows, given.bytes)
    else:
        write(given.kind, given.seed, sys.stdout.buffer, given.rows, given.bytes)


if __name__ == "__main__":
    main()
