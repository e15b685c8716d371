"""Rows and attachments of DLT traces, read by PyPI's `pydlt`; only the texts are made here."""

import base64
import math
import struct
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from pydlt import (
    ArgumentBool,
    ArgumentFloat32,
    ArgumentFloat64,
    ArgumentRaw,
    ArgumentString,
    DltMessage,
)

# Names of the services that the samples ask for, by the protocol's specification.
SERVICES = {0x01: "set_log_level", 0x03: "get_log_info", 0x13: "get_software_version"}

KINDS = ("log", "app_trace", "nw_trace", "control")
DETAILS = {
    "log": ("", "fatal", "error", "warn", "info", "debug", "verbose"),
    "app_trace": ("", "variable", "func_in", "func_out", "state", "vfb"),
    "nw_trace": ("", "ipc", "can", "flexray", "most", "ethernet", "someip"),
    "control": ("", "request", "response", "time"),
}


def messages(data):
    """Whole messages as objects and as bytes behind their storage header."""
    at = 0
    while at + 20 <= len(data):
        assert data[at : at + 4] == b"DLT\x01", "the oracle reads unbroken traces only"
        length = 16 + struct.unpack_from(">H", data, at + 18)[0]
        part = data[at : at + length]
        yield DltMessage.create_from_bytes(part, with_storage_header=True), part[16:]
        at += length


def moment(header):
    time = datetime.fromtimestamp(header.seconds, timezone.utc)
    time += timedelta(microseconds=header.microseconds)
    return time.strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond:06d}Z"


def shortest(number, code):
    """The shortest decimal that reads back as the same float, without an exponent."""
    if math.isnan(number) or math.isinf(number):
        return {"nan": "NaN"}.get(str(number), str(number))
    packed = struct.pack(code, number)
    for digits in range(1, 18):
        text = f"{number:.{digits}g}"
        if struct.pack(code, float(text)) == packed:
            plain = format(Decimal(text), "f")
            return plain.rstrip("0").rstrip(".") if "." in plain else plain
    raise AssertionError(number)


def argument(value):
    if isinstance(value, ArgumentBool):
        return "true" if value.data else "false"
    if isinstance(value, ArgumentFloat32):
        return shortest(value.data, "f")
    if isinstance(value, ArgumentFloat64):
        return shortest(value.data, "d")
    if isinstance(value, ArgumentRaw):
        return "0x" + bytes(value.data).hex()
    return str(value.data)


def kind(extended):
    if extended is None:
        return ""
    name = KINDS[extended.message_type]
    number = int(extended.message_type_info)
    known = DETAILS[name]
    return f"{name} {known[number] if 0 < number < len(known) else number}"


def payload(message, raw):
    if message.verbose:
        return " ".join(argument(value) for value in message.payload.arguments)
    extended = message.ext_header
    headers = message.std_header.bytes_length + (extended.bytes_length if extended else 0)
    body = raw[headers:]
    number = struct.unpack_from(">I" if message.std_header.msb_first else "<I", body)[0]
    name = str(number)
    if extended is not None and kind(extended).startswith("control"):
        name = SERVICES.get(number, f"service {number}")
    return f"[{name}] 0x{body[4:].hex()}" if body[4:] else f"[{name}]"


def text(value):
    return "" if value is None else str(value)


def rows(data):
    for message, raw in messages(data):
        stored, header, extended = message.str_header, message.std_header, message.ext_header
        yield [
            moment(stored),
            stored.ecu_id,
            text(header.version_number),
            text(header.session_id),
            text(header.message_counter),
            text(header.timestamp),
            text(header.ecu_id),
            extended.application_id if extended else "",
            extended.context_id if extended else "",
            kind(extended),
            payload(message, raw).replace("\x04", "\ufffd"),
        ]


def attachments(data):
    """Files in the order in which they are complete."""
    under_way = {}
    for row, (message, _) in enumerate(messages(data)):
        if not message.verbose or len(message.payload.arguments) < 3:
            continue
        values = [value.data for value in message.payload.arguments]
        if not isinstance(message.payload.arguments[0], ArgumentString) or values[0] != values[-1]:
            continue
        key = (message.std_header.ecu_id, values[1])
        if values[0] == "FLST":
            under_way[key] = {"name": values[2], "size": values[3], "created": values[4], "messages": [row], "parts": {}}
        elif values[0] == "FLDA" and key in under_way:
            under_way[key]["messages"].append(row)
            under_way[key]["parts"][values[2]] = bytes(values[3])
        elif values[0] == "FLFI" and key in under_way:
            file = under_way.pop(key)
            file["messages"].append(row)
            whole = b"".join(part for _, part in sorted(file.pop("parts").items()))
            yield {**file, "data": base64.b64encode(whole).decode()}
