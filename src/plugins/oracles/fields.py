"""Rows of separated logs."""

import re

LONGEST_QUOTED = 65536


def default_captions(count):
    return [f"c{number}" for number in range(1, count + 1)]


def closing(data, start):
    """The position behind the quote that closes the one at `start`, or None."""
    at, end = start + 1, start + LONGEST_QUOTED
    while at < end:
        at = data.find(b'"', at, end)
        if at < 0:
            return None
        if data[at + 1 : at + 2] != b'"':
            return at + 1
        at += 2
    return None


def records(data, separator, quotes, limit):
    """Fields of each record as bytes; those beyond the limit stay in the last one."""
    at, fields, start = 0, [], 0
    fresh, quoted = True, False
    while at < len(data):
        byte = data[at : at + 1]
        if fresh and quotes and byte == b'"':
            behind = closing(data, at)
            quoted = quoted or (behind is not None and at == start)
            at = behind or at + 1
            fresh = False
        elif byte == b"\n":
            end = at - 1 if data[start:at].endswith(b"\r") else at
            # An empty line has no record; a pair of quotes has one, with an empty field.
            empty = not fields and start == end
            yield [] if empty else [*fields, unquoted(data[start:end]) if quoted else data[start:end]]
            at, fields, fresh, quoted = at + 1, [], True, False
            start = at
        elif byte == separator:
            if len(fields) + 1 < limit:
                fields.append(unquoted(data[start:at]) if quoted else data[start:at])
                start, quoted = at + 1, False
            at, fresh = at + 1, True
        else:
            at, fresh = at + 1, False


QUOTED = re.compile(rb'"((?:[^"]|"")*)"(.*)', re.DOTALL)


def unquoted(field):
    text, behind = QUOTED.fullmatch(field).groups()
    return text.replace(b'""', b'"') + behind


def rows(data, settings):
    separator = settings.get("separator", ",").replace("\\t", "\t").encode()
    captions = [caption.strip() for caption in settings.get("columns", "").split(",")]
    if captions == [""]:
        captions = default_captions(settings.get("count", 5))
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data and not data.endswith(b"\n"):
        data += b"\n"
    found = records(data, separator, settings.get("quotes", True), len(captions))
    for number, record in enumerate(found):
        if not record or (number == 0 and settings.get("header")):
            continue
        record += [b""] * (len(captions) - len(record))
        yield [cell.decode("utf-8", "replace").replace("\x04", "\ufffd") for cell in record]
