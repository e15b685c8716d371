"""A byte source for packed logs: it brings the bytes of a .gz file unpacked."""

import gzip
import zlib

from componentize_py_types import Err
from wit_world.imports import logging
from wit_world.imports.bytesource_types import SourceError_Io
from wit_world.imports.shared_types import (
    ConfigSchemaItem,
    ConfigSchemaType_Files,
    InitError_Config,
    InitError_Io,
    Version,
)

unpacked = None


class ByteSource:
    """The exported interface."""

    def get_version(self):
        return Version(1, 0, 0)

    def get_config_schemas(self):
        return [
            ConfigSchemaItem(
                "file", "Packed file", "The log to unpack.", ConfigSchemaType_Files(["gz"])
            )
        ]

    def init(self, general_configs, plugin_configs):
        global unpacked
        paths = [path for item in plugin_configs for path in item.value.value]
        if len(paths) != 1:
            raise Err(InitError_Config(f'"file" takes one file and was given {len(paths)}'))
        try:
            unpacked = gzip.open(paths[0], "rb")
        except OSError as error:
            raise Err(InitError_Io(f"the file cannot be opened: {error}")) from error
        logging.log(logging.Level.DEBUG, f"unpacks {paths[0]}")

    def read(self, wanted):
        try:
            return unpacked.read(wanted)
        except (OSError, EOFError, zlib.error) as error:
            raise Err(SourceError_Io(f"the file cannot be unpacked: {error}")) from error
