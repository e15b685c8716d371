"""Traces of AUTOSAR Diagnostic Log and Trace, as files hold them: with storage headers."""

import struct
import zlib

VERBOSE, LOG, NETWORK, CONTROL = 1, 0 << 1, 2 << 1, 3 << 1
INFO, WARN, ERROR, DEBUG = 4, 3, 2, 5
EXTENDED, BIG_ENDIAN, ECU, SESSION, TIMESTAMP, VERSION = 1, 2, 4, 8, 16, 1 << 5

STRING_UTF8, RAW, BOOL = 0x8200, 0x400, 0x11
UINT8, UINT32, UINT64, SINT32, FLOAT32, FLOAT64 = 0x41, 0x43, 0x44, 0x23, 0x83, 0x84

CONTEXTS = ((b"ENGN", b"TEMP"), (b"BRKE", b"PRES"), (b"NAVI", b"GPS\0"), (b"DOOR", b"LOCK"))
WORDS = ("idle", "opened", "closed", "overheated", "répété", "calibrating", "ready")

# The sender is one unit; every third of its applications speaks big endian.
UNIT = b"ECU1"


class Sender:
    """Counts messages and puts their headers in front."""

    def __init__(self):
        self.counter = 0

    def message(self, time, info, context, arguments, payload, big=False, bare=False):
        order = ">" if big else "<"
        kind = ECU | SESSION | TIMESTAMP | VERSION | (BIG_ENDIAN if big else 0)
        extended = b""
        if not bare:
            kind |= EXTENDED
            extended = struct.pack("BB4s4s", info, arguments, *context)
        body = payload(order)
        ticks = (time.hour * 3600 + time.minute * 60 + time.second) * 10_000 + time.microsecond // 100
        length = 16 + len(extended) + len(body)
        header = struct.pack(">BBH4sII", kind, self.counter & 255, length, UNIT, 42, ticks)
        self.counter += 1
        seconds = int(time.timestamp())
        stored = struct.pack("<4sII4s", b"DLT\x01", seconds, time.microsecond, UNIT)
        return stored + header + extended + body


def argument(order, kind, value):
    if kind == STRING_UTF8:
        text = value.encode() + b"\0"
        return struct.pack(order + "IH", kind, len(text)) + text
    if kind == RAW:
        return struct.pack(order + "IH", kind, len(value)) + value
    code = {BOOL: "?", UINT8: "B", UINT32: "I", UINT64: "Q", SINT32: "i", FLOAT32: "f", FLOAT64: "d"}
    return struct.pack(order + "I" + code[kind], kind, value)


def verbose(*arguments):
    return lambda order: b"".join(argument(order, kind, value) for kind, value in arguments)


def log(sender, source, time, big):
    """A verbose message of one to four arguments."""
    context = source.choice(CONTEXTS)
    level = source.choices((INFO, DEBUG, WARN, ERROR), (70, 15, 10, 5))[0]
    arguments = [(STRING_UTF8, f"{source.choice(WORDS)}:")]
    shape = source.random()
    if shape < 0.5:
        arguments += [(FLOAT64, round(source.gauss(80, 9), 3)), (STRING_UTF8, "°C")]
    elif shape < 0.7:
        arguments += [(UINT32, source.randrange(1 << 32)), (BOOL, source.random() < 0.5)]
    elif shape < 0.8:
        arguments += [(SINT32, source.randrange(-1000, 1000)), (FLOAT32, source.randrange(64) / 8)]
    elif shape < 0.9:
        arguments += [(UINT64, source.getrandbits(64)), (UINT8, source.randrange(256))]
    else:
        arguments += [(RAW, source.randbytes(6))]
    info = VERBOSE | LOG | level << 4
    return sender.message(time, info, context, len(arguments), verbose(*arguments), big)


def bare(sender, source, time, big):
    """A message in non-verbose mode: a number and bytes."""
    number, data = source.randrange(4000, 4010), source.randbytes(4)
    payload = lambda order: struct.pack(order + "I", number) + data
    return sender.message(time, 0, None, 0, payload, big, bare=True)


def network(sender, source, time, big):
    parts = verbose((RAW, source.randbytes(10)), (RAW, source.randbytes(24)))
    return sender.message(time, VERBOSE | NETWORK | 1 << 4, (b"NETW", b"IPC\0"), 2, parts, big)


def control(sender, time, big):
    """The answer to a question for the software's version."""
    text = b"tamias 1"
    payload = lambda order: struct.pack(order + "IBI", 0x13, 0, len(text)) + text
    return sender.message(time, CONTROL | 2 << 4, (b"DA1\0", b"DC1\0"), 1, payload, big)


def picture(source):
    """A small picture in PNG: a slope between two colours."""
    width, height, tint = 24, 16, source.randrange(256)
    rows = (bytes([0]) + bytes(v for x in range(width) for v in (x * 10, y * 15, tint)) for y in range(height))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows), 9)),
        (b"IEND", b""),
    )
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def transfer(source, number):
    """The payloads of a file sent in packages: announcement, packages, end."""
    data, size = picture(source), 64
    packages = [data[at : at + size] for at in range(0, len(data), size)]
    serial = 0x1000_0000 + number
    start, package, end = ((STRING_UTF8, word) for word in ("FLST", "FLDA", "FLFI"))
    announced = ((UINT32, len(data)), (STRING_UTF8, "2026-03-02 08:00:00"))
    counts = ((UINT32, len(packages)), (UINT32, size))
    yield start, (UINT32, serial), (STRING_UTF8, f"slope-{number}.png"), *announced, *counts, start
    for index, part in enumerate(packages, start=1):
        yield package, (UINT32, serial), (UINT32, index), (RAW, part), package
    yield end, (UINT32, serial), end


def messages(source, times):
    """Mostly logs; a file is on its way in every thousand messages, between the others."""
    sender, sending = Sender(), iter(())
    for count, time in enumerate(times):
        big = count % 3 == 2
        if count % 1000 == 100:
            sending = transfer(source, count // 1000)
        part = next(sending, None) if count % 4 == 0 else None
        chance = source.random()
        if part is not None:
            info = VERBOSE | LOG | INFO << 4
            yield sender.message(time, info, (b"SYS\0", b"FILE"), len(part), verbose(*part))
        elif chance < 0.94:
            yield log(sender, source, time, big)
        elif chance < 0.97:
            yield bare(sender, source, time, big)
        elif chance < 0.99:
            yield network(sender, source, time, big)
        else:
            yield control(sender, time, big)
