"""A running kernel and what its cells came to; every test here is one against a real kernel."""

import os
import queue
import tempfile
import time
import unittest

from jupyter_client.manager import KernelManager

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLUGINS = os.path.join(ROOT, "src", "test", "resources", "plugins")
# Ends a test that hangs; no test passes or fails by how fast the machine is.
PATIENCE = 120


class Cell:
    """What one cell sent until it was idle."""

    def __init__(self):
        self.stdout = ""
        self.stderr = ""
        self.messages = []
        self.reply = None

    def take(self, message):
        kind, content = message["msg_type"], message["content"]
        self.messages.append((kind, content))
        if kind == "stream":
            setattr(self, content["name"], getattr(self, content["name"]) + content["text"])

    def contents(self, *kinds):
        return [content for kind, content in self.messages if kind in kinds]

    @property
    def value(self):
        """The result as text, or None."""
        results = self.contents("execute_result")
        return results[-1]["data"]["text/plain"] if results else None

    @property
    def html(self):
        shown = self.contents("execute_result", "display_data")
        return "".join(content["data"].get("text/html", "") for content in shown)

    @property
    def error(self):
        """Name, words and all lines of the error, or an empty text."""
        errors = self.contents("error")
        if not errors:
            return ""
        return f'{errors[-1]["ename"]}: {errors[-1]["evalue"]}\n' + "\n".join(errors[-1]["traceback"])


class Kernel:
    """One kernel with a client, in an environment of its own; ends with its ``with`` block."""

    def __init__(self, name="tamias", **environment):
        self.log = tempfile.TemporaryFile()
        changed = {**os.environ, **environment}
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel(
            env={name: value for name, value in changed.items() if value is not None},
            stdout=self.log,
            stderr=self.log,
        )
        self.client = self.manager.client()
        self.client.start_channels()
        try:
            self.client.wait_for_ready(timeout=PATIENCE)
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def close(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel()
        self.log.close()

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def send(self, code):
        return self.client.execute(code)

    def await_idle(self, request):
        """The cell of a request, when its reply and its "idle" are here."""
        cell = Cell()
        end = time.monotonic() + PATIENCE
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=max(0.1, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError("the cell was never idle; it sent " + repr(cell.messages)[-2000:]) from None
            if message["parent_header"].get("msg_id") != request:
                continue
            cell.take(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        while cell.reply is None:
            reply = self.client.get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == request:
                cell.reply = reply["content"]
        return cell

    def run(self, code):
        return self.await_idle(self.send(code))

    def ask(self, question, *arguments, **named):
        """The reply to one of the client's requests, such as ``complete``."""
        return getattr(self.client, question)(*arguments, **named, reply=True, timeout=PATIENCE)["content"]


class KernelTest(unittest.TestCase):
    """Tests that share one kernel."""

    environment = {}

    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel(**cls.environment)
        cls.addClassCleanup(cls.kernel.close)

    def run_cell(self, code):
        """Runs a cell that must not fail."""
        cell = self.kernel.run(code)
        self.assertEqual("ok", cell.reply["status"], cell.error)
        return cell


def java(text):
    """A text as Java source."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def plugin(name):
    """The path of a test plugin, as Java source."""
    return java(os.path.join(PLUGINS, name, name + ".wasm"))
