"""Plugins in the native engine, through PyPI's `wasmtime`: what `check-native.py` runs them with."""

from dataclasses import dataclass, field

from wasmtime import Config, Engine, Store, WasiConfig
from wasmtime.component import Component, Linker, Record, Variant

PARSER = "chipmunk:parser/parser@0.1.0"
BYTE_SOURCE = "chipmunk:bytesource/byte-source@0.1.0"


def record(**fields):
    """A record value; the engine reads fields by name, with the hyphens of WIT."""
    value = Record()
    for name, content in fields.items():
        setattr(value, name.replace("_", "-"), content)
    return value


@dataclass
class Parsed:
    """One call of `parse`: rows with the bytes they took, attachments, or the error."""

    rows: list = field(default_factory=list)
    attachments: list = field(default_factory=list)
    consumed: int = 0
    error: object = None


class Plugin:
    """One instance of a plugin, with the host functions it may import."""

    def __init__(self, path, preopens=(), temp=None, engine=None, fuel=None):
        self.engine = engine or Engine(Config())
        self.store = Store(self.engine)
        self.store.set_limits(memory_size=256 << 20)
        if fuel is not None:
            self.store.set_fuel(fuel)
        self.log = []
        wasi = WasiConfig()
        for folder in preopens:
            wasi.preopen_dir(folder, folder)
        if temp:
            wasi.preopen_dir(temp, temp)
        self.store.set_wasi(wasi)
        self.temp = temp
        component = path if isinstance(path, Component) else Component.from_file(self.engine, path)
        self.imports = sorted(component.type.imports(self.engine))
        self.exports = sorted(component.type.exports(self.engine))
        linker = Linker(self.engine)
        linker.add_wasip2()
        self._define_host(linker)
        self.instance = linker.instantiate(self.store, component)

    def _define_host(self, linker):
        with linker.root() as root:
            with root.add_instance("chipmunk:shared/logging@0.1.0") as logging:
                logging.add_func("log", lambda _, level, text: self.log.append((level, text)))
            with root.add_instance("chipmunk:shared/sandbox@0.1.0") as sandbox:
                sandbox.add_func("temp-directory", lambda _: self._temp_directory())

    def _temp_directory(self):
        return Variant("ok", self.temp) if self.temp else Variant("err", "there is none")

    def call(self, interface, name, *arguments):
        at = self.instance.get_export_index(self.store, interface)
        function = self.instance.get_func(
            self.store, self.instance.get_export_index(self.store, name, at)
        )
        result = function(self.store, *arguments)
        function.post_return(self.store)
        return result

    def init(self, interface, settings, level="debug"):
        items = [record(id=key, value=config_value(value)) for key, value in settings.items()]
        return self.call(interface, "init", record(log_level=level), items)

    def columns(self):
        options = getattr(self.call(PARSER, "get-render-options"), "columns-options")
        return [] if options is None else [column.caption for column in options.columns]

    def parse(self, data, split=True):
        result = self.call(PARSER, "parse", data, None)
        parsed = Parsed()
        if not isinstance(result, list):
            parsed.error = result
            return parsed
        for item in result:
            parsed.consumed += item.consumed
            self._take(item, parsed, split)
        return parsed

    def _take(self, item, parsed, split):
        # The engine hands out a case's payload bare where its Python type tells the case.
        message, attachment = item.value, None
        if isinstance(message, tuple):
            message, attachment = message
        elif isinstance(message, Record):
            message, attachment = None, message
        if isinstance(message, str):
            message = message.split("\x04") if split else [message]
        if message is not None:
            parsed.rows.append(message)
        if attachment is not None:
            parsed.attachments.append(attachment)


def config_value(value):
    """The config value a Python value stands for; options are given as `Dropdown`."""
    if isinstance(value, Variant):
        return value
    if isinstance(value, bool):
        return Variant("boolean", value)
    if isinstance(value, int):
        return Variant("integer", value)
    if isinstance(value, list):
        return Variant("files", value)
    return Variant("text", value)


def dropdown(option):
    return Variant("dropdown", option)


def feed(plugin, data, window=65536):
    """All rows and attachments of the data, as a host gets them that brings it in slices."""
    everything, at, size = Parsed(), 0, window
    while at < len(data):
        parsed = plugin.parse(data[at : at + size])
        if parsed.error is not None:
            everything.error = parsed.error
            if at + size >= len(data):
                break
            size *= 2
            continue
        everything.error = None
        everything.rows += parsed.rows
        everything.attachments += parsed.attachments
        at += parsed.consumed
        size = window
    everything.consumed = at
    return everything
