"""A parser of lines such as `time=08:00:00 level=info msg="pool exhausted"`, for Chipmunk's world.

javascript/pairs.js is the same plugin again: both give the same rows.
"""

import re

from componentize_py_types import Err
from wit_world.imports import logging
from wit_world.imports.parse_types import (
    ColumnInfo,
    ColumnsRenderOptions,
    ParsedMessage_Columns,
    ParseError_Eof,
    ParseError_Incomplete,
    ParseReturn,
    ParseYield_Message,
    RenderOptions,
)
from wit_world.imports.shared_types import (
    ConfigSchemaItem,
    ConfigSchemaType_Boolean,
    ConfigSchemaType_Dropdown,
    ConfigSchemaType_Text,
    InitError_Config,
    Version,
)

LEVELS = ["debug", "info", "warn", "error"]
DEFAULTS = {"keys": "time,level,msg", "least": "debug", "rest": True}

PAIR = re.compile(r'([^ \t="]+)=("(?:[^"\\]|\\[^\n])*"|[^ \t]*)')
ESCAPED = re.compile(r"\\([^\n])")


class Pairs:
    """What `init` was told, and how a line becomes cells by it."""

    def __init__(self, settings):
        self.keys = [key.strip() for key in settings["keys"].split(",")]
        if not all(self.keys):
            raise Err(InitError_Config('"keys" names an empty key'))
        if settings["least"] not in LEVELS:
            raise Err(InitError_Config(f'"least" is none of {", ".join(LEVELS)}'))
        self.least = LEVELS.index(settings["least"])
        self.rest = settings["rest"]
        self.at = {key: index for index, key in enumerate(self.keys)}

    def columns(self):
        return self.keys + ["rest"] if self.rest else self.keys

    def cells(self, line):
        """The cells of a line, or None where its level is not wanted."""
        cells = [""] * len(self.keys)
        rest, end, rank = [], 0, len(LEVELS)
        for pair in PAIR.finditer(line):
            key, value = pair.groups()
            index = self.at.get(key)
            if key == "level" and value in LEVELS:
                rank = LEVELS.index(value)
            if index is not None:
                cells[index] = unquoted(value)
            if self.rest:
                rest.append(line[end : pair.start() if index is not None else pair.end()])
                end = pair.end()
        if rank < self.least:
            return None
        if self.rest:
            rest.append(line[end:])
            cells.append(" ".join(word for part in rest for word in part.split(" ") if word))
        return cells

    def item(self, line):
        text = line.decode("utf-8", "replace").removesuffix("\r").replace("\x04", "\ufffd")
        cells = self.cells(text)
        shown = None if cells is None else ParseYield_Message(ParsedMessage_Columns(cells))
        return ParseReturn(shown, len(line) + 1)


def unquoted(value):
    if len(value) > 1 and value[0] == value[-1] == '"':
        return ESCAPED.sub(r"\1", value[1:-1])
    return value


plugin = Pairs(DEFAULTS)


class Parser:
    """The exported interface."""

    def get_version(self):
        return Version(1, 0, 0)

    def get_config_schemas(self):
        return [
            ConfigSchemaItem(
                "keys",
                "Keys",
                "The keys that get a column each, with commas between them.",
                ConfigSchemaType_Text(DEFAULTS["keys"]),
            ),
            ConfigSchemaItem(
                "least",
                "Least level",
                "Lines of a lower level are left out.",
                ConfigSchemaType_Dropdown((LEVELS, DEFAULTS["least"])),
            ),
            ConfigSchemaItem(
                "rest",
                "The rest",
                "Adds a column with what the others do not hold.",
                ConfigSchemaType_Boolean(DEFAULTS["rest"]),
            ),
        ]

    def get_render_options(self):
        columns = [ColumnInfo(caption, f"The value of {caption}.", -1) for caption in plugin.columns()]
        return RenderOptions(ColumnsRenderOptions(columns, 30, 600))

    def init(self, general_configs, plugin_configs):
        global plugin
        chosen = {item.id: item.value.value for item in plugin_configs}
        plugin = Pairs(DEFAULTS | chosen)
        logging.log(logging.Level.DEBUG, f"columns: {', '.join(plugin.columns())}")

    def parse(self, data, timestamp):
        if not data:
            raise Err(ParseError_Eof())
        *lines, _ = data.split(b"\n")
        if not lines:
            raise Err(ParseError_Incomplete())
        return [plugin.item(line) for line in lines]
