"""A kernel that cannot run cells and says why: what is there instead of "Kernel died".

It speaks the little of Jupyter's protocol (5.3) that a front end needs to show an error below a cell,
with nothing but pyzmq, which every Python that runs Jupyter has.
"""

import datetime
import hashlib
import hmac
import json
import os
import sys
import uuid

DELIMITER = b"<IDS|MSG>"
ADVICE = "When that is done, restart the kernel (Kernel > Restart) and run the cell again."


class Responder:
    """Answers a front end's requests, each cell with the reason."""

    def __init__(self, connection_file, reason):
        import zmq

        with open(connection_file, encoding="utf-8") as file:
            self.connection = json.load(file)
        self.zmq = zmq
        self.reason = reason
        self.session = uuid.uuid4().hex
        self.count = 0
        self.parent = os.getppid()
        context = zmq.Context()
        self.shell = self.bound(context, zmq.ROUTER, "shell_port")
        self.control = self.bound(context, zmq.ROUTER, "control_port")
        self.stdin = self.bound(context, zmq.ROUTER, "stdin_port")
        self.iopub = self.bound(context, zmq.PUB, "iopub_port")
        self.heartbeat = self.bound(context, zmq.REP, "hb_port")

    def bound(self, context, kind, port):
        socket = context.socket(kind)
        socket.linger = 1000
        transport, ip = self.connection["transport"], self.connection["ip"]
        separator = ":" if transport == "tcp" else "-"
        socket.bind(f"{transport}://{ip}{separator}{self.connection[port]}")
        return socket

    def sign(self, frames):
        key = self.connection.get("key", "").encode()
        if not key:
            return b""
        signer = hmac.new(key, digestmod=hashlib.sha256)
        for frame in frames:
            signer.update(frame)
        return signer.hexdigest().encode()

    def send(self, socket, kind, content, parent, identities=()):
        header = {
            "msg_id": uuid.uuid4().hex,
            "session": self.session,
            "username": "kernel",
            "date": datetime.datetime.now(datetime.timezone.utc).isoformat(),
            "msg_type": kind,
            "version": "5.3",
        }
        frames = [json.dumps(part).encode() for part in (header, parent, {}, content)]
        socket.send_multipart([*identities, DELIMITER, self.sign(frames), *frames])

    def reply(self, socket, request, identities):
        """Answers one request; False after the last."""
        kind = request["msg_type"]
        self.send(self.iopub, "status", {"execution_state": "busy"}, request)
        content = self.answer(kind, request)
        if content is not None:
            self.send(socket, kind.replace("_request", "_reply"), content, request, identities)
        self.send(self.iopub, "status", {"execution_state": "idle"}, request)
        return kind != "shutdown_request"

    def answer(self, kind, request):
        answers = {
            "kernel_info_request": self.info,
            "execute_request": lambda: self.execute(request),
            "is_complete_request": lambda: {"status": "complete"},
            "complete_request": lambda: {
                "status": "ok", "matches": [], "cursor_start": 0, "cursor_end": 0, "metadata": {}
            },
            "inspect_request": lambda: {"status": "ok", "found": False, "data": {}, "metadata": {}},
            "history_request": lambda: {"status": "ok", "history": []},
            "comm_info_request": lambda: {"status": "ok", "comms": {}},
            "interrupt_request": lambda: {"status": "ok"},
            "shutdown_request": lambda: {"status": "ok", "restart": False},
        }
        return answers[kind]() if kind in answers else None

    def info(self):
        return {
            "status": "ok",
            "protocol_version": "5.3",
            "implementation": "tamias",
            "implementation_version": "0",
            "language_info": {
                "name": "java", "version": "", "mimetype": "text/x-java-source", "file_extension": ".jshell"
            },
            "banner": "Tamias cannot start: " + self.reason,
            "help_links": [],
        }

    def execute(self, request):
        self.count += 1
        error = {
            "ename": "TamiasUnavailable",
            "evalue": self.reason,
            "traceback": [f"Tamias cannot start: {self.reason}", ADVICE],
        }
        self.send(self.iopub, "error", error, request)
        return {"status": "error", "execution_count": self.count, **error}

    def run(self):
        poller = self.zmq.Poller()
        for socket in (self.shell, self.control, self.heartbeat):
            poller.register(socket, self.zmq.POLLIN)
        going = True
        while going and os.getppid() == self.parent:
            for socket, _ in poller.poll(1000):
                frames = socket.recv_multipart()
                if socket is self.heartbeat:
                    socket.send_multipart(frames)
                    continue
                at = frames.index(DELIMITER)
                if hmac.compare_digest(self.sign(frames[at + 2 : at + 6]), frames[at + 1]):
                    going &= self.reply(socket, json.loads(frames[at + 2]), frames[:at])


def serve(connection_file, reason):
    """Answers until it is shut down."""
    try:
        Responder(connection_file, reason).run()
    except ImportError:
        print("tamias: this Python has no pyzmq to tell the notebook so", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2])
