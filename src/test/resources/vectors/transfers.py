"""Writes transfers.json: what definitions.py makes of values that go from one guest to another.

The bytes that the first guest hands over are random values, some of them broken; noted are whether
they can be lifted at all, each call of the second guest's realloc, and its memory afterwards, or that
there is a trap.

Run as: DEFINITIONS=/path/to/canonical-abi/definitions.py python3 transfers.py [COUNT] > transfers.json
"""

import sys

import canonical_abi as abi
from canonical_abi import d, rnd

ENCODINGS = ["utf8", "utf16", "latin1+utf16"]
GONE = 0xEE  # what the guest's realloc leaves behind where it has moved something away


class Source(abi.Context):
    """A guest whose strings are in any form that its encoding allows."""

    def store_string(self, v):
        text = v[0]
        encoding = self.opts.string_encoding
        if encoding == "utf8":
            data = text.encode()
            return self.place(data, 1), len(data)
        narrow = encoding == "latin1+utf16" and all(ord(c) < 256 for c in text)
        if narrow and rnd.random() < 0.6:
            return self.place(text.encode("latin-1"), 2), len(text)
        data = text.encode("utf-16-le")
        tag = d.utf16_tag("i32") if encoding == "latin1+utf16" else 0
        return self.place(data, 2), len(data) // 2 | tag

    def place(self, data, alignment):
        ptr = self.allocate(alignment, len(data))
        self.opts.memory[ptr : ptr + len(data)] = data
        return ptr


class Target(abi.Context):
    """A guest whose realloc always moves."""

    def __init__(self, encoding):
        super().__init__(encoding)
        self.calls = []

    def reallocate(self, old, old_length, alignment, length):
        self.calls.append([old, old_length, alignment, length])
        ptr = self.next + alignment - 1 & -alignment
        self.next = ptr + length
        d.trap_if(self.next > abi.MEMORY)
        memory = self.opts.memory
        kept = min(old_length, length)
        memory[ptr : ptr + kept] = memory[old : old + kept]
        memory[old : old + old_length] = bytes([GONE]) * old_length
        return ptr


def store_string_into_range(cx, v):
    return cx.store_string(v) if isinstance(cx, Source) else stored(cx, v)


stored = d.store_string_into_range
d.store_string_into_range = store_string_into_range


def broken(cx):
    memory = cx.opts.memory
    for _ in range(rnd.choice([1, 1, 2])):
        at = rnd.randrange(abi.BASE, cx.next)
        memory[at] = rnd.choice([0, 1, 2, 0x7F, 0x80, 0xC3, 0xD8, 0xDC, 0xED, 0xF4, 0xFF, memory[at] ^ 1 << rnd.randrange(8)])


def outcome(to, work):
    target = Target(to)
    try:
        result = work(target)
        return {"calls": target.calls, "memory": target.used(), "result": result}
    except d.Trap:
        return {"trap": True}


def vector(t):
    from_, to = rnd.choice(ENCODINGS), rnd.choice(ENCODINGS)
    st, sv = abi.spec_type(t), abi.spec_value(t, abi.value(t), "utf8")
    alignment, size = d.alignment(st, "i32"), d.elem_size(st, "i32")
    source = Source(from_)
    ptr = source.allocate(alignment, size)
    d.store(source, sv, st, ptr)
    flat_types = d.flatten_type(st, source.opts)
    flat = d.lower_flat(source, sv, st) if len(flat_types) <= 16 else []
    if rnd.random() < 0.6:
        broken(source)

    def in_memory(target):
        dst = target.allocate(alignment, size)
        d.store(target, d.load(source, ptr, st), st, dst)

    def in_values(target):
        values = d.lower_flat(target, d.lift_flat(source, d.CoreValueIter(flat), st), st)
        return [abi.bits(ft, v) for ft, v in zip(flat_types, values)]

    def broken_for_all():
        try:
            d.load(source, ptr, st)
            return False
        except d.Trap:
            return True

    return {
        "type": t,
        "broken": broken_for_all(),
        "from": from_,
        "to": to,
        "source": source.used(),
        "stored": outcome(to, in_memory),
        "flat": [abi.bits(ft, v) for ft, v in zip(flat_types, flat)],
        "lowered": outcome(to, in_values) if flat else None,
    }


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    strings = ["string"] * (count // 4)
    abi.write([vector(t) for t in strings + [abi.a_type(i % 4) for i in range(count)]])


if __name__ == "__main__":
    main()
