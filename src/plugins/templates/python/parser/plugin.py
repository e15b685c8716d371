"""A parser of lines, split at a separator into two columns."""

from componentize_py_types import Err
from wit_world.imports.parse_types import (
    ColumnInfo,
    ColumnsRenderOptions,
    ParsedMessage_Columns,
    ParseError_Incomplete,
    ParseReturn,
    ParseYield_Message,
    RenderOptions,
)
from wit_world.imports.shared_types import (
    ConfigSchemaItem,
    ConfigSchemaType_Text,
    InitError_Config,
    Version,
)

# Both what is declared and what is used, so that the two cannot differ.
DEFAULT_SEPARATOR = " "

separator = DEFAULT_SEPARATOR.encode()


class Parser:
    """The exported interface."""

    def get_version(self):
        return Version(0, 1, 0)

    def get_config_schemas(self):
        return [
            ConfigSchemaItem(
                "separator",
                "Separator",
                "One ASCII character between the two columns",
                ConfigSchemaType_Text(DEFAULT_SEPARATOR),
            )
        ]

    def get_render_options(self):
        """May be called before init."""
        columns = [
            ColumnInfo("First", "A part of the line", 200),
            ColumnInfo("Rest", "A part of the line", -1),
        ]
        return RenderOptions(ColumnsRenderOptions(columns, 30, 600))

    def init(self, general_configs, plugin_configs):
        """Refuses what it cannot use, and says why; another exception would say nothing."""
        global separator
        for item in plugin_configs:
            if item.id != "separator":
                raise Err(InitError_Config(f"there is no setting '{item.id}'"))
            if len(item.value.value) != 1 or not item.value.value.isascii():
                raise Err(InitError_Config("'separator' is to be one ASCII character"))
            separator = item.value.value.encode()

    def parse(self, data, timestamp):
        """All whole lines of the slice; what is behind the last one comes again with the next."""
        *lines, _ = data.split(b"\n")
        if not lines:
            # No item and no error would have the host ask for ever.
            raise Err(ParseError_Incomplete())
        return [
            ParseReturn(ParseYield_Message(ParsedMessage_Columns(cells(line))), len(line) + 1)
            for line in lines
        ]


def cells(line):
    """As many cells as there are columns, always."""
    first, _, rest = line.partition(separator)
    return [text(first), text(rest)]


def text(data):
    """Text whatever the log holds; U+0004 would be the border of a cell."""
    return data.decode("utf-8", "replace").replace("\x04", "\ufffd")
