"""Writes canonical_abi.json: what the specification's definitions.py makes of random values.

Run as: DEFINITIONS=/path/to/canonical-abi/definitions.py python3 canonical_abi.py > canonical_abi.json
"""

import importlib.util
import json
import os
import random
import struct
import sys

spec = importlib.util.spec_from_file_location("definitions", os.environ["DEFINITIONS"])
d = importlib.util.module_from_spec(spec)
sys.modules["definitions"] = d
spec.loader.exec_module(d)
d.DETERMINISTIC_PROFILE = True

SEED = 20240611
BASE = 1024  # where the memory of the Java test's module starts to be given away
MEMORY = 65536
PRIMS = ["bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string"]
CHARS = ["a", "~", "\u0000", "\u007f", "\u0080", "\u00e9", "\u00ff", "\u0100", "\u07ff", "\u0800", "\ufffd", "\uffff", "\U00010000", "\U0010ffff"]

rnd = random.Random(SEED)


def a_type(depth):
    kind = rnd.choice(["prim"] * 3 + ["enum", "flags"] + ([] if depth == 0 else ["list", "record", "tuple", "variant", "option", "result"] * 2))
    inner = lambda: a_type(depth - 1)
    some = lambda: None if rnd.random() < 0.3 else inner()
    match kind:
        case "prim":
            return rnd.choice(PRIMS)
        case "enum":
            return {"enum": rnd.choice([1, 2, 3, 256, 257])}
        case "flags":
            return {"flags": rnd.choice([1, 7, 8, 9, 16, 17, 32])}
        case "list" | "option":
            return {kind: inner()}
        case "record" | "tuple":
            return {kind: [inner() for _ in range(rnd.randint(1, 5))]}
        case "variant":
            return {"variant": [some() for _ in range(rnd.choice([1, 2, 3, 5, 257]) if depth == 1 else rnd.randint(1, 4))]}
        case "result":
            return {"result": [some(), some()]}


def spec_type(t):
    match t:
        case None:
            return None
        case str():
            return getattr(d, t.capitalize() + "Type")()
        case {"enum": n}:
            return d.EnumType([str(i) for i in range(n)])
        case {"flags": n}:
            return d.FlagsType([str(i) for i in range(n)])
        case {"list": e}:
            return d.ListType(spec_type(e))
        case {"option": e}:
            return d.OptionType(spec_type(e))
        case {"record": fs}:
            return d.RecordType([d.FieldType(str(i), spec_type(f)) for i, f in enumerate(fs)])
        case {"tuple": fs}:
            return d.TupleType([spec_type(f) for f in fs])
        case {"variant": cs}:
            return d.VariantType([d.CaseType(str(i), spec_type(c)) for i, c in enumerate(cs)])
        case {"result": [ok, err]}:
            return d.ResultType(spec_type(ok), spec_type(err))


def integer(low, high):
    return rnd.choice([low, high, 0, 1, rnd.randint(low, high)])


def value(t):
    match t:
        case None:
            return None
        case "bool":
            return rnd.random() < 0.5
        case "f32":
            return rnd.choice(["00000000", "80000000", "3f800000", "7f800000", "7fc00000", "00000001", "7f7fffff"])
        case "f64":
            return rnd.choice(["0000000000000000", "8000000000000000", "3ff0000000000000", "fff0000000000000", "7ff8000000000000", "0000000000000001"])
        case "char":
            return ord(rnd.choice(CHARS))
        case "string":
            few = rnd.choice([CHARS, CHARS[:7]])
            return "".join(rnd.choice(few) for _ in range(rnd.choice([0, 1, 2, 5])))
        case str():
            bits = int(t[1:])
            low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if t[0] == "s" else (0, (1 << bits) - 1)
            return str(integer(low, high))
        case {"enum": n}:
            return rnd.randrange(n)
        case {"flags": n}:
            return rnd.choice([0, (1 << n) - 1, rnd.randrange(1 << n)])
        case {"list": e}:
            return [value(e) for _ in range(rnd.choice([0, 1, 3]))]
        case {"record": fs} | {"tuple": fs}:
            return [value(f) for f in fs]
        case {"option": e}:
            cases = [None, e]
        case {"variant": cases} | {"result": cases}:
            pass
    index = rnd.randrange(len(cases))
    return {"case": index, "value": value(cases[index])}


def spec_value(t, v, encoding):
    match t:
        case None | "bool":
            return v
        case "f32":
            return struct.unpack(">f", bytes.fromhex(v))[0]
        case "f64":
            return struct.unpack(">d", bytes.fromhex(v))[0]
        case "char":
            return chr(v)
        case "string":
            latin1 = all(ord(c) < 256 for c in v)
            if encoding == "utf8":
                return (v, "utf8", len(v.encode()))
            units = len(v.encode("utf-16-le")) // 2
            if encoding == "utf16":
                return (v, "utf16", units)
            return (v, encoding, len(v) if latin1 else units | 1 << 31)
        case str():
            return int(v)
        case {"enum": _}:
            return {str(v): None}
        case {"flags": n}:
            return {str(i): bool(v >> i & 1) for i in range(n)}
        case {"list": e}:
            return [spec_value(e, each, encoding) for each in v]
        case {"record": fs} | {"tuple": fs}:
            return {str(i): spec_value(f, each, encoding) for i, (f, each) in enumerate(zip(fs, v))}
        case {"option": e}:
            cases, labels = [None, e], ["none", "some"]
        case {"result": cases}:
            labels = ["ok", "error"]
        case {"variant": cases}:
            labels = [str(i) for i in range(len(cases))]
    index = v["case"]
    return {labels[index]: spec_value(cases[index], v["value"], encoding)}


class Context(d.LiftLowerContext):
    """Allocates as the Java test's module does, without the threads of a real call."""

    def __init__(self, encoding):
        self.next = BASE
        memory = d.MemInst(bytearray(MEMORY), "i32")
        super().__init__(d.LiftLowerOptions(encoding, memory, None), None)

    def reallocate(self, old, old_length, alignment, length):
        if old:
            return old
        ptr = self.next + alignment - 1 & -alignment
        self.next = ptr + length
        return ptr

    def used(self):
        return bytes(self.opts.memory[BASE : self.next]).hex()


def bits(flat_type, v):
    match flat_type:
        case "f32":
            return str(struct.unpack("<I", struct.pack("<f", v))[0])
        case "f64":
            return str(struct.unpack("<Q", struct.pack("<d", v))[0])
        case _:
            return str(v)


def vector(t):
    encoding = rnd.choice(["utf8", "utf8", "utf16", "latin1+utf16"])
    v = value(t)
    st, sv = spec_type(t), spec_value(t, v, encoding)
    alignment, size = d.alignment(st, "i32"), d.elem_size(st, "i32")
    stored = Context(encoding)
    ptr = stored.allocate(alignment, size)
    d.store(stored, sv, st, ptr)
    lowered = Context(encoding)
    flat_types = d.flatten_type(st, lowered.opts)
    flat = d.lower_flat(lowered, sv, st)
    return {
        "type": t,
        "value": v,
        "encoding": encoding,
        "alignment": alignment,
        "size": size,
        "stored": stored.used(),
        "flatTypes": flat_types[:17],
        "flat": [bits(ft, f) for ft, f in zip(flat_types, flat)] if len(flat_types) <= 16 else [],
        "lowered": lowered.used() if len(flat_types) <= 16 else "",
    }


def main():
    types = PRIMS * 3 + [a_type(1) for _ in range(60)] + [a_type(2) for _ in range(60)] + [a_type(3) for _ in range(30)]
    write([vector(t) for t in types])


def write(vectors):
    small = [v for v in vectors if len(json.dumps(v)) < 1500]
    print("[\n" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in small) + "\n]")


if __name__ == "__main__":
    main()
