"""A byte source that brings the bytes of a file."""

from componentize_py_types import Err
from wit_world.imports.bytesource_types import SourceError_Io, SourceError_Other
from wit_world.imports.shared_types import (
    ConfigSchemaItem,
    ConfigSchemaType_Files,
    InitError_Config,
    InitError_Io,
    Version,
)

# A host may ask for more than it would like to get.
MOST_BYTES = 1 << 20

file = None


class ByteSource:
    """The exported interface."""

    def get_version(self):
        return Version(0, 1, 0)

    def get_config_schemas(self):
        return [ConfigSchemaItem("file", "File", "The file to read", ConfigSchemaType_Files([]))]

    def init(self, general_configs, plugin_configs):
        """Only files that are configured can be opened; here is where it shows that one cannot."""
        global file
        paths = [path for item in plugin_configs if item.id == "file" for path in item.value.value]
        if len(paths) != 1:
            raise Err(InitError_Config(f"'file' wants one file and has {len(paths)}"))
        try:
            file = open(paths[0], "rb")
        except OSError as error:
            raise Err(InitError_Io(f"cannot open '{paths[0]}': {error}")) from error

    def read(self, wanted):
        """At most that many bytes: a host may have no room for more. None at all is the end."""
        if file is None:
            raise Err(SourceError_Other("read before init"))
        try:
            return file.read(min(wanted, MOST_BYTES))
        except OSError as error:
            raise Err(SourceError_Io(f"cannot read: {error}")) from error
