"""A kernel that is started for a test, and what comes out of it."""

import os
import queue
import time
from dataclasses import dataclass, field

from jupyter_client import KernelManager

PATIENCE = 120


@dataclass
class Ran:
    """What a cell gave."""

    status: str = ""
    stdout: str = ""
    stderr: str = ""
    error: str = ""
    shown: list = field(default_factory=list)
    updates: int = 0
    idle: bool = False
    seconds: float = 0.0

    def text(self):
        """All that was shown, as plain text."""
        return "\n".join(data.get("text/plain", "") for data in self.shown)


class Kernel:
    """A kernel of a name, with a client; a context manager that shuts it down."""

    def __init__(self, name="tamias", **environment):
        self.manager = KernelManager(kernel_name=name)
        self.environment = {**os.environ, **environment}

    def __enter__(self):
        self.manager.start_kernel(env=self.environment)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    @property
    def pid(self):
        return self.manager.provisioner.pid

    def run(self, code, interrupt_after=None, patience=PATIENCE):
        """Runs a cell to its end; or interrupts it after so many seconds, from where its seconds are counted."""
        ran = Ran()
        begun = time.monotonic()
        request = self.client.execute(code)
        interrupted = interrupt_after is None
        while not (ran.idle and ran.status):
            if not interrupted and time.monotonic() - begun > interrupt_after:
                interrupted, begun = True, time.monotonic()
                self.manager.interrupt_kernel()
            if time.monotonic() - begun > patience:
                raise TimeoutError(f"no end after {patience} s of: {code}")
            self._take(request, ran)
        ran.seconds = time.monotonic() - begun
        return ran

    def _take(self, request, ran):
        for channel in (self.client.iopub_channel, self.client.shell_channel):
            try:
                message = channel.get_msg(timeout=0.02)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == request:
                note(message["msg_type"], message["content"], ran)


def note(kind, content, ran):
    if kind == "stream":
        setattr(ran, content["name"], getattr(ran, content["name"]) + content["text"])
    elif kind in ("execute_result", "display_data"):
        ran.shown.append(content["data"])
    elif kind == "update_display_data":
        ran.updates += 1
    elif kind == "error":
        ran.error = "\n".join([content["ename"], content["evalue"], *content["traceback"]])
    elif kind == "execute_reply":
        ran.status = content["status"]
    elif kind == "status":
        ran.idle = content["execution_state"] == "idle"
