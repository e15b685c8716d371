"""Writes liftings.json: what definitions.py lifts from bytes and core values that a guest made up.

Most are random values, spoiled here and there. Noted is the value that is loaded from memory, and
the one that is lifted from core values; null where there is a trap.

Run as: DEFINITIONS=/path/to/canonical-abi/definitions.py python3 liftings.py [COUNT] > liftings.json
"""

import struct
import sys

import canonical_abi as abi
import transfers
from canonical_abi import d, rnd

WORDS = [0, 1, 2, 255, 256, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0x110000, 0x0FFFFFFF,
         0x10000000, 0x7FFFFFFF, 0x80000000, 0x80000001, 0x80000002, 0xC0000000, 0xFFFFFFFE, 0xFFFFFFFF]


def plain(t, v):
    """A value of definitions.py as the vectors have it: the inverse of spec_value."""
    match t:
        case None:
            return None
        case "bool":
            return v
        case "f32":
            return "%08x" % struct.unpack("<I", struct.pack("<f", v))[0]
        case "f64":
            return "%016x" % struct.unpack("<Q", struct.pack("<d", v))[0]
        case "char":
            return ord(v)
        case "string":
            return v[0]
        case str():
            return str(v)
        case {"enum": _}:
            return int(next(iter(v)))
        case {"flags": n}:
            return sum(v[str(i)] << i for i in range(n))
        case {"list": e}:
            return [plain(e, each) for each in v]
        case {"record": fs} | {"tuple": fs}:
            return [plain(f, v[str(i)]) for i, f in enumerate(fs)]
        case {"option": e}:
            cases, labels = [None, e], ["none", "some"]
        case {"result": cases}:
            labels = ["ok", "error"]
        case {"variant": cases}:
            labels = [str(i) for i in range(len(cases))]
    [(label, payload)] = v.items()
    index = labels.index(label)
    return {"case": index, "value": plain(cases[index], payload)}


def spoil_memory(cx):
    memory = cx.opts.memory
    for _ in range(rnd.choice([0, 1, 1, 2, 4])):
        at = rnd.randrange(abi.BASE, cx.next)
        match rnd.randrange(4):
            case 0:
                memory[at] ^= 1 << rnd.randrange(8)
            case 1:
                memory[at] = rnd.choice([0, 1, 2, 0x7F, 0x80, 0xC0, 0xC3, 0xD8, 0xDC, 0xE0, 0xED, 0xF4, 0xF5, 0xFF])
            case kind if (at := at & ~3) + 4 <= cx.next:
                word = int.from_bytes(memory[at : at + 4], "little") + rnd.randint(-2, 2)
                word = rnd.choice(WORDS) if kind == 2 else word & 0xFFFFFFFF
                memory[at : at + 4] = word.to_bytes(4, "little")


def spoil_flat(flat_types, flat):
    """Core values as their bits; those of an i64 may have any upper half."""
    for _ in range(rnd.choice([0, 1, 1, 2])):
        at = rnd.randrange(len(flat))
        wide = flat_types[at] in ("i64", "f64")
        match rnd.randrange(4):
            case 0:
                flat[at] ^= 1 << rnd.randrange(64 if wide else 32)
            case 1:
                flat[at] = rnd.choice(WORDS)
            case 2:
                flat[at] = rnd.getrandbits(64 if wide else 32)
            case 3:
                flat[at] = flat[at] + rnd.randint(-2, 2) & (0xFFFFFFFFFFFFFFFF if wide else 0xFFFFFFFF)


def core_value(flat_type, bits):
    match flat_type:
        case "f32":
            return struct.unpack("<f", struct.pack("<I", bits))[0]
        case "f64":
            return struct.unpack("<d", struct.pack("<Q", bits))[0]
        case _:
            return bits


def outcome(t, work):
    try:
        return plain(t, work())
    except d.Trap:
        return None


def vector(t):
    encoding = rnd.choice(transfers.ENCODINGS)
    st, sv = abi.spec_type(t), abi.spec_value(t, abi.value(t), "utf8")
    source = transfers.Source(encoding)
    ptr = source.allocate(d.alignment(st, "i32"), d.elem_size(st, "i32"))
    d.store(source, sv, st, ptr)
    flat_types = d.flatten_type(st, source.opts)
    flat = []
    if len(flat_types) <= 16:
        flat = [int(abi.bits(ft, v)) for ft, v in zip(flat_types, d.lower_flat(source, sv, st))]
    spoil_memory(source)
    lifted = {}
    if flat:
        spoil_flat(flat_types, flat)
        values = d.CoreValueIter([core_value(ft, v) for ft, v in zip(flat_types, flat)])
        lifted = {"flat": [str(v) for v in flat], "lifted": outcome(t, lambda: d.lift_flat(source, values, st))}
    return {
        "type": t,
        "encoding": encoding,
        "memory": source.used(),
        "loaded": outcome(t, lambda: d.load(source, ptr, st)),
    } | lifted


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    types = ["string", "char", "bool", {"list": "string"}, {"list": "char"}]
    abi.write([vector(types[i % 10] if i % 10 < len(types) else abi.a_type(i // 10 % 4)) for i in range(count)])


if __name__ == "__main__":
    main()
